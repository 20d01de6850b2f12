//! A build that makes only what changed gives the very bytes of a build that makes everything.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use onetrip_tests::cases::{self, Case, Recipe};
use onetrip_tests::site::{command, copy_folder, tree};
use onetrip_tests::situations::Dice;
use onetrip_tests::temp::TempDir;
use onetrip_tests::tools;

type Tree = BTreeMap<String, Vec<u8>>;

/// 2026-11-22, in seconds.
const TODAY: &str = "1795305600";
const DAY: u64 = 86_400;

/// A content folder with a site beside it.
struct Place {
    folder: TempDir,
    day: String,
    more: Vec<&'static str>,
}

impl Place {
    fn of_case(name: &str) -> Self {
        let folder = TempDir::new("incremental");
        let case = Case {
            name: name.to_owned(),
            folder: cases::root().join("good").join(name),
        };
        let recipe = Recipe::read(&case).expect("the case is sound");
        recipe
            .lay_out(&case, &folder.path().join("content"))
            .expect("the case is sound");
        Self::new(folder)
    }

    fn new(folder: TempDir) -> Self {
        let (day, more) = (TODAY.to_owned(), Vec::new());
        Self { folder, day, more }
    }

    fn path(&self, below: &str) -> PathBuf {
        self.folder.path().join(below)
    }

    /// Whether a site came of it, and what was said but for the time.
    fn build(&self, out: &str) -> (bool, String) {
        let mut command = command(self.folder.path());
        command.env("SOURCE_DATE_EPOCH", &self.day);
        command.args(["build", "--no-print", "--lang", "en", "--out", out]);
        let output = command
            .args(&self.more)
            .output()
            .expect("the command starts");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let findings = said
            .lines()
            .filter(|line| !line.starts_with("Built ") && !line.starts_with("Recorded "));
        (
            output.status.success(),
            findings.collect::<Vec<_>>().join("\n"),
        )
    }

    /// Builds upon what is there and from nothing, and holds the two against one another.
    fn compare(&self, what: &str) -> bool {
        let before = Some(self.path("dist")).filter(|dist| dist.exists());
        let before = before.map(|dist| tree(&dist)).unwrap_or_default();
        let (upon, said) = self.build("dist");
        let (anew, told) = self.build("fresh");
        assert_eq!(upon, anew, "{what}:\n{said}\n{told}");
        assert_eq!(said, told, "{what}");
        let site = tree(&self.path("dist"));
        if upon {
            same(&as_new(site), &as_new(tree(&self.path("fresh"))), what);
        } else {
            same(&site, &before, what);
        }
        let _ = fs::remove_dir_all(self.path("fresh"));
        let _ = fs::remove_file(self.path(".fresh.onetrip-made"));
        upon
    }

    /// The texts of the content.
    fn texts(&self) -> Vec<(String, String)> {
        let files = tree(&self.path("content")).into_iter();
        let files = files.filter(|(path, _)| path != "codes.lock");
        files
            .filter_map(|(path, bytes)| Some((path, String::from_utf8(bytes).ok()?)))
            .collect()
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.path("content").join(path), text).expect("a file");
    }
}

/// Whether codes were ever recorded at a place is no matter of what it is made from.
fn as_new(mut site: Tree) -> Tree {
    if let Some(manifest) = site.get_mut("manifest.json") {
        let text = String::from_utf8_lossy(manifest);
        *manifest = text
            .replace("\"published\": true", "\"published\": false")
            .into_bytes();
    }
    site
}

fn same(site: &Tree, other: &Tree, what: &str) {
    let names = |tree: &Tree| tree.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(site), names(other), "{what}");
    let differ: Vec<&String> = site
        .keys()
        .filter(|path| site[*path] != other[*path])
        .collect();
    assert!(differ.is_empty(), "{what}: {differ:?}");
}

/// Changes a text a little: many a change is a mistake, and many is none.
fn changed(path: &str, text: &str, dice: &mut Dice) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    if lines.is_empty() {
        return "x\n".to_owned();
    }
    let at = dice.below(lines.len());
    match dice.below(6) {
        0 if path.ends_with(".md") => lines.push(format!("\n又说了一句，第 {at} 句。")),
        0 | 1 => {
            let chinese =
                |line: &String| line.ends_with(|sign: char| sign > '\u{4e00}' && sign < '\u{9fff}');
            let places: Vec<usize> = (0..lines.len()).filter(|at| chinese(&lines[*at])).collect();
            if let Some(at) = places.get(dice.below(places.len().max(1))) {
                lines[*at].push('改');
            }
        }
        2 | 3 => {
            let digits: Vec<(usize, usize)> = lines
                .iter()
                .enumerate()
                .flat_map(|(at, line)| {
                    line.match_indices(|c: char| c.is_ascii_digit())
                        .map(move |(byte, _)| (at, byte))
                })
                .collect();
            if let Some((at, byte)) = digits.get(dice.below(digits.len().max(1))) {
                let digit = char::from(b'0' + u8::try_from(dice.below(10)).expect("a digit"));
                lines[*at].replace_range(*byte..=*byte, &digit.to_string());
            }
        }
        4 => drop(lines.remove(at)),
        _ => {
            let other = dice.below(lines.len());
            lines.swap(at, other);
        }
    }
    lines.join("\n") + "\n"
}

const CASES: [&str; 6] = [
    "overlay-english",
    "version-overlay",
    "local-numbers",
    "papers",
    "facts-everywhere",
    "one-community",
];

/// Each file of a content folder in turn, and back.
#[test]
fn every_file_in_turn() {
    let (mut sites, mut refused) = (0, 0);
    for name in CASES {
        let place = Place::of_case(name);
        let mut dice = Dice::new(20_261_126);
        assert!(place.compare(name));
        let first = tree(&place.path("dist"));
        for (path, text) in place.texts() {
            let what = format!("{name}: {path}");
            let mut other = changed(&path, &text, &mut dice);
            if path.ends_with(".md") && dice.below(2) == 0 {
                other = format!("{text}\n又说了一句。\n");
            }
            place.write(&path, &other);
            if place.compare(&what) {
                sites += 1;
            } else {
                refused += 1;
            }
            place.write(&path, &text);
            place.build("dist");
            // A code that was published by the change stays in the ledger, and is looked after.
            if fs::read_to_string(place.path("content/codes.lock")).is_ok()
                && first.len() == tree(&place.path("dist")).len()
            {
                same(&tree(&place.path("dist")), &first, &what);
            }
        }
    }
    assert!(
        sites > 30 && refused > 3,
        "{sites} sites, {refused} refused"
    );
}

/// One change upon the other, with those of the day, of what is asked for, of the site and of the table among them.
#[test]
fn one_change_upon_the_other() {
    for (seed, name) in [
        (1, "english"),
        (2, "version-overlay"),
        (3, "overlay-english"),
    ] {
        let mut place = Place::of_case(name);
        let mut dice = Dice::new(seed);
        assert!(place.compare(name));
        for step in 0..20 {
            let texts = place.texts();
            let (path, text) = &texts[dice.below(texts.len())];
            let table = place.path(".dist.onetrip-made");
            let page = place
                .path("dist")
                .join(["index.html", "dong/index.html", "dong/data/index.json"][dice.below(3)]);
            let what = match dice.below(12) {
                0 => {
                    let days = u64::try_from(dice.below(200)).expect("few");
                    let today: u64 = TODAY.parse().expect("a number");
                    place.day = (today + DAY * days).to_string();
                    "another day"
                }
                1 => {
                    place.more = [
                        vec![],
                        vec!["--community", "dong"],
                        vec!["--drafts"],
                        vec!["--base-url", "https://other.example.org/"],
                    ][dice.below(4)]
                    .clone();
                    "something else is asked for"
                }
                2 => {
                    let _ = fs::write(&page, "by hand");
                    "a page was changed by hand"
                }
                3 => {
                    let _ = fs::remove_file(&page);
                    "a page was deleted"
                }
                4 => {
                    let _ = fs::write(&table, "{\"program\":");
                    "the table is damaged"
                }
                5 => {
                    let _ = fs::remove_file(&table);
                    "the table is gone"
                }
                _ => {
                    let other = changed(path, text, &mut dice);
                    place.write(path, &other);
                    "a file was changed"
                }
            };
            let what = format!("{name}, step {step}: {what} ({path})");
            if !place.compare(&what) {
                place.write(path, text);
                place.more.clear();
            }
        }
    }
}

/// The demonstration, a file of each kind.
#[test]
fn the_demonstration() {
    let folder = TempDir::new("incremental-demonstration");
    copy_folder(
        &tools::workspace().join("content"),
        &folder.path().join("content"),
    );
    let place = Place::new(folder);
    assert!(place.compare("from nothing"));
    let guide = "matters/livelihood/gong-zu-fang.md";
    let guide = if place.path("content").join(guide).exists() {
        guide.to_owned()
    } else {
        let found = place
            .texts()
            .into_iter()
            .find(|(path, _)| path.ends_with("gong-zu-fang.md"));
        found.expect("the demonstration has it").0
    };
    for path in [
        guide.as_str(),
        "pages/about.md",
        "communities/wenyuan.yaml",
        "site.en.yaml",
    ] {
        let text = fs::read_to_string(place.path("content").join(path)).expect("a text");
        let other = if path.ends_with(".md") {
            format!("{text}\n又说了一句。\n")
        } else {
            format!("{text}# 又说了一句。\n")
        };
        place.write(path, &other);
        assert!(place.compare(path));
    }
}

/// A theme of one's own.
#[test]
fn a_theme_changes() {
    let mut place = Place::of_case("english");
    let page = place.path("theme/templates/404.html");
    fs::create_dir_all(page.parent().expect("a folder")).expect("a folder");
    let built_in = fs::read_to_string(tools::workspace().join("themes/default/templates/404.html"))
        .expect("a template");
    fs::write(&page, &built_in).expect("a file");
    assert!(place.compare("without it"));
    place.more = vec!["--theme", "theme"];
    assert!(place.compare("with it"));
    fs::write(&page, built_in.replace("<h1", "<h1 data-mine")).expect("a file");
    assert!(place.compare("with a change"));
    place.more.clear();
    assert!(place.compare("without it again"));
}
