//! A site built in parts and put together is the site that is built as a whole, byte for byte.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use onetrip_tests::cases::{self, Case, Recipe};
use onetrip_tests::site::{copy_folder, onetrip, tree};
use onetrip_tests::temp::TempDir;
use serde_json::Value;

type Tree = BTreeMap<String, Vec<u8>>;

/// Runs the command in `folder` and expects it to end well.
fn run(folder: &Path, typed: &str) {
    let output = onetrip(folder, typed.split_whitespace());
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "onetrip {typed}: {complaint}");
}

/// What the command says where it refuses.
fn refused(folder: &Path, typed: &str) -> String {
    let output = onetrip(folder, typed.split_whitespace().chain(["--lang", "en"]));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "onetrip {typed}: {said}");
    said
}

/// Two languages and four communities, of one of which only posters are left; codes that ended here, there, and in favour of one elsewhere.
fn content(folder: &Path) {
    let case = Case {
        name: "english".to_owned(),
        folder: cases::root().join("good/english"),
    };
    let content = folder.join("content");
    Recipe::read(&case)
        .and_then(|recipe| recipe.lay_out(&case, &content))
        .expect("the case is sound");
    let community = |id: &str, name: &str| {
        for ending in ["yaml", "en.yaml"] {
            let file = |id: &str| content.join(format!("communities/{id}.{ending}"));
            let text = fs::read_to_string(file("dong")).expect("it is there");
            let text = text.replace("东社区", name).replace("Dong", id);
            fs::write(file(id), text).expect("it is written");
        }
    };
    for (id, name) in [("bei", "北社区"), ("nan", "南社区"), ("zhong", "中社区")] {
        community(id, name);
    }
    fs::create_dir_all(content.join("files")).expect("a folder");
    fs::write(content.join("files/table.txt"), "a table").expect("it is written");
    run(folder, "build --no-print");
    run(folder, "codes retire b01 --community nan --to dong/b01");
    run(folder, "codes retire a07 --community bei --because gone");
    run(folder, "codes retire --community zhong --because merged");
    for (id, closed) in [("nan", "b01"), ("bei", "a07")] {
        let file = content.join(format!("communities/{id}.yaml"));
        let text = fs::read_to_string(&file).expect("it is there");
        fs::write(&file, format!("{text}不办: [{closed}]\n")).expect("it is written");
    }
    for ending in ["yaml", "en.yaml"] {
        fs::remove_file(content.join(format!("communities/zhong.{ending}"))).expect("it is there");
    }
    // One more, whose codes are still to be recorded.
    community("shan", "山社区");
    fs::remove_dir_all(folder.join("dist")).expect("it was built");
}

/// The site as a whole, and the ledger that it leaves.
fn whole(content: &Path, options: &str) -> (Tree, Vec<u8>) {
    let folder = TempDir::new("fleet-whole");
    copy_folder(content, &folder.path().join("content"));
    run(folder.path(), &format!("build --out whole {options}"));
    let ledger = fs::read(folder.path().join("content/codes.lock")).expect("it was recorded");
    (tree(&folder.path().join("whole")), ledger)
}

/// Builds every part, and proves that each path of the whole is in one of them, with the same bytes.
fn parts(folder: &Path, of: usize, options: &str, whole: &Tree) -> String {
    let ledger = || fs::read(folder.join("content/codes.lock")).ok();
    let before = ledger();
    let mut seen = BTreeSet::new();
    let mut names = Vec::new();
    for number in 1..=of {
        let name = format!("part{number}");
        run(
            folder,
            &format!("build --shard {number}/{of} --out {name} {options}"),
        );
        for (path, bytes) in tree(&folder.join(&name)) {
            if ["manifest.json", "codes.lock"].contains(&&*path) {
                continue;
            }
            assert!(whole.get(&path) == Some(&bytes), "{name}/{path} of {of}");
            assert!(seen.insert(path.clone()), "{path} is there twice");
        }
        names.push(name);
    }
    let paths: BTreeSet<String> = whole.keys().cloned().collect();
    let missing: Vec<_> = paths.difference(&seen).collect();
    assert_eq!(missing, ["manifest.json"], "in {of} parts");
    assert!(ledger() == before, "a part records nothing");
    names.join(" ")
}

#[track_caller]
fn same(merged: &Tree, whole: &Tree) {
    let names = |tree: &Tree| tree.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(merged), names(whole));
    let mut other = whole
        .keys()
        .filter(|path| merged.get(*path) != whole.get(*path));
    assert_eq!(other.next(), None, "other bytes");
}

fn in_parts(of: usize, options: &str) {
    let folder = TempDir::new("fleet");
    let folder = folder.path();
    content(folder);
    let (site, ledger) = whole(&folder.join("content"), options);
    let ended = [
        "zhong/a07.html",
        "bei/a07.html",
        "nan/b01.html",
        "zhong/qr/a07.svg",
    ];
    assert!(ended.iter().all(|path| site.contains_key(*path)));
    let names = parts(folder, of, options, &site);
    run(folder, &format!("merge {names} --out merged"));
    same(&tree(&folder.join("merged")), &site);
    let recorded = || fs::read(folder.join("content/codes.lock")).expect("it was recorded");
    assert!(recorded() == ledger, "another ledger");
    // Once more, into one file and over what is there.
    run(folder, &format!("merge {names} --to merged.zip"));
    run(folder, &format!("merge {names} --out merged"));
    same(&tree(&folder.join("merged")), &site);
    assert!(recorded() == ledger, "another ledger");
    same(&unpacked(&folder.join("merged.zip")), &site);
}

/// The files of an archive.
fn unpacked(archive: &Path) -> Tree {
    let file = fs::File::open(archive).expect("it is there");
    let mut archive = zip::ZipArchive::new(file).expect("an archive");
    let mut files = Tree::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("a file");
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut bytes).expect("it is read");
        let name = file.name().expect("a name").into_owned();
        assert!(files.insert(name, bytes).is_none(), "a name comes twice");
    }
    files
}

#[test]
fn one_part_is_the_site() {
    in_parts(1, "--no-print");
}

#[test]
fn two_parts_are_the_site() {
    in_parts(2, "--no-print");
}

#[test]
fn three_parts_are_the_site_with_its_sheets() {
    in_parts(3, "");
}

#[test]
fn more_parts_than_communities_are_the_site() {
    in_parts(7, "--no-print");
}

#[test]
fn a_preview_in_parts_is_the_preview_and_records_nothing() {
    let folder = TempDir::new("fleet-preview");
    let folder = folder.path();
    content(folder);
    let options = "--no-print --base-url https://preview.example.org/a --drafts";
    let (site, before) = whole(&folder.join("content"), options);
    let names = parts(folder, 2, options, &site);
    // Nothing is recorded, so a ledger that went on meanwhile loses nothing.
    run(folder, "build --no-print --out own");
    let recorded = || fs::read(folder.join("content/codes.lock")).expect("it is there");
    let now = recorded();
    assert!(now != before, "the new community's codes");
    run(folder, &format!("merge {names} --out merged"));
    same(&tree(&folder.join("merged")), &site);
    assert!(recorded() == now);
}

#[test]
fn parts_and_sites_take_each_others_place() {
    let folder = TempDir::new("fleet-place");
    let folder = folder.path();
    content(folder);
    let (site, _) = whole(&folder.join("content"), "--no-print");
    run(folder, "build --no-print --shard 2/2 --out dist");
    run(folder, "build --no-print --out dist");
    same(&tree(&folder.join("dist")), &site);
    run(folder, "build --no-print --shard 1/2 --out dist");
    let manifest = fs::read(folder.join("dist/manifest.json")).expect("it is there");
    let manifest: Value = serde_json::from_slice(&manifest).expect("JSON");
    assert_eq!(
        manifest["part"]["made"],
        serde_json::json!(["bei", "nan", "xi"])
    );
    assert_eq!(manifest["part"]["communities"], 5);
    fs::write(folder.join("dist/own.txt"), "mine").expect("it is written");
    assert!(refused(folder, "build --no-print --shard 2/2").contains("[output-foreign]"));
}

#[test]
fn parts_of_another_version_are_refused() {
    let folder = TempDir::new("fleet-version");
    let folder = folder.path();
    content(folder);
    for number in 1..=2 {
        run(
            folder,
            &format!("build --no-print --shard {number}/2 --out part{number}"),
        );
    }
    let file = folder.join("part2/manifest.json");
    let text = fs::read_to_string(&file).expect("it is there");
    let mut manifest: Value = serde_json::from_str(&text).expect("JSON");
    let ours = manifest["generator"].take();
    manifest["generator"] = "onetrip 0.0.0".into();
    // What else that version says of itself is not looked at.
    manifest["part"]["made_from"] = serde_json::json!({"something": "else"});
    fs::write(&file, manifest.to_string()).expect("it is written");
    let said = refused(folder, "merge part1 part2");
    assert!(said.contains("[part-version]"), "{said}");
    let told = format!(
        "\"part2\" was made by onetrip 0.0.0, and this is {}",
        ours.as_str().expect("a text")
    );
    assert!(said.contains(&told), "{said}");
    assert!(
        said.contains("onetrip build --content content --no-print --shard 2/2 --out part2"),
        "{said}"
    );
    assert!(!folder.join("dist").exists());
}

#[test]
fn a_site_that_lost_its_ledger_is_not_put_together_anew() {
    let folder = TempDir::new("fleet-lost");
    let folder = folder.path();
    content(folder);
    run(folder, "build --no-print");
    fs::remove_file(folder.join("content/codes.lock")).expect("it is there");
    for number in 1..=2 {
        run(
            folder,
            &format!("build --no-print --shard {number}/2 --out part{number}"),
        );
    }
    let said = refused(folder, "merge part1 part2");
    assert!(said.contains("[ledger-lost]"), "{said}");
}

/// Contents with what could be parted wrongly: files at other places than most, words from elsewhere, days, themes, sheets of one's own.
const OTHERS: [&str; 10] = [
    "draft",
    "english-changed-page",
    "file-heavy",
    "overlay-english",
    "papers",
    "print-own-poster",
    "retired",
    "theme-custom",
    "version-begins",
    "version-overlay",
];

#[test]
fn other_contents_are_the_same_in_two_parts() {
    for name in OTHERS {
        let case = Case {
            name: name.to_owned(),
            folder: cases::root().join("good").join(name),
        };
        let recipe = Recipe::read(&case).expect("the case is sound");
        let folder = TempDir::new("fleet-case");
        let folder = folder.path();
        let content = folder.join("content");
        recipe.lay_out(&case, &content).expect("the case is sound");
        let mut options = recipe.arguments.clone();
        options.extend((!recipe.print).then(|| "--no-print".to_owned()));
        let options = options.join(" ");
        let (site, ledger) = whole(&content, &options);
        let names = parts(folder, 2, &options, &site);
        run(folder, &format!("merge {names}"));
        same(&tree(&folder.join("dist")), &site);
        let recorded = fs::read(content.join("codes.lock")).expect("it was recorded");
        assert!(recorded == ledger, "{name}: another ledger");
    }
}

#[test]
fn a_community_at_the_top_of_its_site_is_in_one_part() {
    let folder = TempDir::new("fleet-top");
    let folder = folder.path();
    let content = folder.join("content");
    copy_folder(&cases::root().join("base"), &content);
    fs::remove_dir_all(content.join("communities")).expect("it is there");
    let file = content.join("site.yaml");
    let text = fs::read_to_string(&file).expect("it is there");
    let own = "社区:\n  名称: 东社区\n  地址: 示例路 1 号\n  咨询电话: 0354-5550101\n  监督电话: 0354-5550102\n";
    fs::write(&file, text + own).expect("it is written");
    let (site, _) = whole(&content, "--no-print");
    assert!(site.contains_key("qr/a07.svg"));
    let names = parts(folder, 2, "--no-print", &site);
    run(folder, &format!("merge {names}"));
    same(&tree(&folder.join("dist")), &site);
}

#[test]
fn parts_say_in_what_they_differ() {
    let folder = TempDir::new("fleet-differs");
    let folder = folder.path();
    content(folder);
    let theme = folder.join("theme/assets");
    fs::create_dir_all(&theme).expect("a folder");
    fs::write(theme.join("custom.css"), "p { margin: 0 }\n").expect("it is written");
    let build = "build --no-print --shard";
    run(folder, &format!("{build} 1/3 --out part1"));
    run(folder, &format!("{build} 2/3 --out part2"));
    for (options, what) in [
        ("build --no-print --theme theme", "the theme"),
        ("build", "whether sheets are printed"),
        ("build --no-print --drafts", "whether drafts are shown"),
        (
            "build --no-print --base-url https://example.net",
            "the site's address",
        ),
    ] {
        run(folder, &format!("{options} --shard 3/3 --out part3"));
        // The one that is alone is named, wherever it stands.
        let said = refused(folder, "merge part3 part1 part2");
        let told =
            format!("\"part3\" was not made from the same as \"part1\"; what differs: {what}\n");
        assert!(said.contains(&told), "{options}: {said}");
        assert_eq!(said.matches("[part-differs]").count(), 1, "{said}");
    }
    // An attachment that no page of the third part links to.
    fs::write(folder.join("content/files/table.txt"), "another").expect("it is written");
    run(folder, &format!("{build} 3/3 --out part3"));
    let said = refused(folder, "merge part1 part2 part3");
    assert!(said.contains("what differs: the content\n"), "{said}");
}
