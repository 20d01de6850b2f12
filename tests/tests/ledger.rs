//! `codes.lock` in the world: in the repository, and on a machine that loses power.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use onetrip_tests::site::{command, copy_folder, tree};
use onetrip_tests::temp::TempDir;
use onetrip_tests::tools;

fn demonstration(label: &str) -> TempDir {
    let folder = TempDir::new(label);
    copy_folder(
        &tools::workspace().join("content"),
        &folder.path().join("content"),
    );
    folder
}

fn build(folder: &Path) {
    let output = command(folder)
        .args(["build", "--no-print", "--lang", "en"])
        .output()
        .expect("the command starts");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn a_build_leaves_a_clean_checkout_clean() {
    let folder = demonstration("clean");
    let before = tree(&folder.path().join("content"));
    build(folder.path());
    // New codes of the demonstration are committed together with it: build it once and commit content/codes.lock.
    assert_eq!(before, tree(&folder.path().join("content")));
}

#[test]
fn a_build_that_is_killed_leaves_the_old_ledger_or_the_new_one() {
    let folder = demonstration("killed");
    let content = folder.path().join("content");
    let ledger = content.join("codes.lock");
    let old = fs::read_to_string(&ledger).expect("the demonstration has a ledger");
    let guide =
        fs::read_to_string(content.join("matters/legal/fa-lv-yuan-zhu.md")).expect("a guide");
    let new_guide = guide.replace("编号: j01", "编号: z99");
    assert_ne!(guide, new_guide);
    fs::write(content.join("matters/legal/new.md"), new_guide).expect("another guide");
    let before: BTreeSet<String> = tree(&content).into_keys().collect();
    // The end of the first that gets through is the longest that has to be waited for.
    for tens in 0.. {
        fs::write(&ledger, &old).expect("a ledger");
        let mut child = command(folder.path())
            .args(["build", "--no-print", "--lang", "en"])
            .spawn()
            .expect("the command starts");
        sleep(Duration::from_millis(tens * 20));
        let done = child.try_wait().expect("a child").is_some();
        child.kill().expect("a child of ours can be ended");
        child.wait().expect("it ends");
        let now = fs::read_to_string(&ledger).expect("a ledger");
        let added = now
            .lines()
            .filter(|line| !old.lines().any(|before| before == *line))
            .count();
        assert!(
            now == old || added == 2,
            "neither the old ledger nor the new one:\n{now}"
        );
        if done {
            assert_eq!(added, 2, "the new code of two communities");
            break;
        }
    }
    // What the killed ones left is no obstacle, and does not stay.
    fs::write(&ledger, &old).expect("a ledger");
    build(folder.path());
    let left: Vec<_> = tree(&content)
        .into_keys()
        .filter(|path| !before.contains(path))
        .collect();
    assert_eq!(left, Vec::<String>::new());
}
