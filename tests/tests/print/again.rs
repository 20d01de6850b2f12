//! Printing again: the same bytes from nothing as from an earlier output, and only what changed is made anew.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use onetrip_tests::cases;
use onetrip_tests::site::{command, copy_folder, is_kind, onetrip, tree};
use onetrip_tests::temp::TempDir;

/// A small region, and its site.
struct PrintContext {
    folder: TempDir,
}

impl PrintContext {
    fn new() -> Self {
        let folder = TempDir::new("desk");
        copy_folder(&cases::root().join("base"), &folder.path().join("content"));
        Self { folder }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Builds into `out` and gives its files.
    fn build(&self, out: &str) -> BTreeMap<String, Vec<u8>> {
        let arguments = [
            "build",
            "--lang",
            "zh",
            "--content",
            "content",
            "--out",
            out,
        ];
        let output = onetrip(self.folder.path(), arguments);
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        tree(&self.path(out))
    }

    /// When each printed file was written.
    fn times(&self) -> BTreeMap<String, SystemTime> {
        let printed = tree(&self.path("dist"))
            .into_keys()
            .filter(|path| path.contains("print/"));
        printed
            .map(|path| (path.clone(), time(&self.path("dist").join(path))))
            .collect()
    }

    /// Another name for the matter a07.
    fn rename(&self) {
        let guide = tree(&self.path("content"))
            .into_iter()
            .find_map(|(path, bytes)| {
                let text = String::from_utf8(bytes)
                    .ok()
                    .filter(|_| path.starts_with("matters/"))?;
                text.contains("编号: a07").then_some((path, text))
            });
        let (path, text) = guide.expect("the base has the matter a07");
        let title = text
            .lines()
            .find(|line| line.starts_with("标题:"))
            .expect("a guide has a title");
        let changed = text.replace(title, "标题: 老年人生活津贴");
        fs::write(self.path("content").join(path), changed).expect("a file of ours");
    }
}

fn time(file: &Path) -> SystemTime {
    fs::metadata(file)
        .and_then(|data| data.modified())
        .expect("a file of ours has a time")
}

#[test]
fn what_an_earlier_build_left_changes_no_byte() {
    let desk = PrintContext::new();
    desk.build("dist");
    desk.rename();
    let again = desk.build("dist");
    let fresh = desk.build("elsewhere");
    let different: Vec<_> = again
        .iter()
        .filter(|(path, bytes)| fresh.get(*path) != Some(bytes))
        .collect();
    assert_eq!(
        different.iter().map(|(path, _)| path).collect::<Vec<_>>(),
        Vec::<&&String>::new()
    );
    assert_eq!(again.len(), fresh.len());
}

#[test]
fn a_new_name_makes_its_own_sheets_and_the_common_ones_anew() {
    let desk = PrintContext::new();
    desk.build("dist");
    let before = desk.times();
    desk.rename();
    desk.build("dist");
    let changed: Vec<String> = desk
        .times()
        .into_iter()
        .filter(|(path, time)| before.get(path) != Some(time))
        .map(|(path, _)| path)
        .collect();
    assert!(!changed.is_empty() && changed.len() < before.len());
    for path in changed {
        let name = path.rsplit('/').next().unwrap_or_default();
        let stem = name.split(['.', '-']).next().unwrap_or_default();
        assert!(
            ["a07", "posters", "directory", "stickers", "booklet"].contains(&stem),
            "{path}"
        );
    }
}

#[test]
fn a_sheet_that_was_lost_or_damaged_is_made_anew() {
    let desk = PrintContext::new();
    let whole = desk.build("dist");
    let printed = |name: &str| {
        let found = whole.keys().find(|path| path.ends_with(name));
        desk.path("dist")
            .join(found.unwrap_or_else(|| panic!("{name} was not printed")))
    };
    fs::write(printed("print/a07.pdf"), "spilled tea").expect("a file of ours");
    fs::remove_file(printed("print/directory.pdf")).expect("a file of ours");
    assert_eq!(desk.build("dist"), whole);
}

#[test]
fn a_print_that_is_killed_leaves_no_half_written_pdf() {
    let desk = PrintContext::new();
    let mut print = command(&desk.path(""));
    print
        .args([
            "print",
            "--lang",
            "zh",
            "--content",
            "content",
            "--out",
            "out",
        ])
        .stderr(Stdio::null());
    let mut running = print.spawn().expect("the command starts");
    let out = desk.path("out");
    while !out.is_dir() && running.try_wait().expect("a child of ours").is_none() {
        sleep(Duration::from_millis(1));
    }
    running.kill().expect("it runs, or has ended");
    running.wait().expect("a child of ours");
    for (path, bytes) in tree(&out) {
        // What was being written has another name.
        let whole = !is_kind(&path, "pdf") || bytes.trim_ascii_end().ends_with(b"%%EOF");
        assert!(whole, "{path} is half written: {} bytes", bytes.len());
    }
}
