//! A site in one file: read by Python's own readers of archives, it is the site in the folder, and the same bytes every time.

use std::fs;
use std::path::Path;

use onetrip_tests::site::{copy_folder, onetrip, tree};
use onetrip_tests::temp::TempDir;
use onetrip_tests::tools;

fn content(folder: &Path) {
    let base = tools::workspace().join("tests/cases/base");
    copy_folder(&base, &folder.join("content"));
}

fn build(folder: &Path, arguments: &[&str]) -> bool {
    let all = ["build", "--no-print", "--content", "content"];
    let all = all.iter().chain(arguments);
    onetrip(folder, all).status.success()
}

const UNPACK: &str = "
import os, sys, tarfile, zipfile
name, out = sys.argv[1:3]
os.mkdir(out)
if name.endswith('.zip'):
    with zipfile.ZipFile(name) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        archive.extractall(out)
else:
    with tarfile.open(name) as archive:
        names = archive.getnames()
        assert {(entry.mtime, entry.uid, entry.uname) for entry in archive} == {(0, 0, '')}
        archive.extractall(out)
assert len(names) == len(set(names)), 'a name comes twice'
assert names[-1] == 'manifest.json', names[-1]
";

#[test]
fn an_archive_is_the_folder() {
    let folder = TempDir::new("archive");
    let folder = folder.path();
    content(folder);
    assert!(build(folder, &["--out", "dist"]));
    let site = tree(&folder.join("dist"));
    for name in ["site.zip", "site.tar.gz"] {
        assert!(build(folder, &["--to", name]));
        let first = fs::read(folder.join(name)).expect("it is there");
        // Once more, in the place of the first.
        assert!(build(folder, &["--to", name]));
        assert!(first == fs::read(folder.join(name)).expect("it is there"));
        let (archive, out) = (folder.join(name), folder.join(format!("{name}-unpacked")));
        let python = tools::python();
        let arguments = ["-c".into(), UNPACK.into(), archive, out.clone()];
        let read = tools::run(&python.to_string_lossy(), arguments);
        let complaint = String::from_utf8_lossy(&read.stderr);
        assert!(read.status.success(), "{name}: {complaint}");
        let unpacked = tree(&out);
        assert_eq!(
            site.keys().collect::<Vec<_>>(),
            unpacked.keys().collect::<Vec<_>>()
        );
        assert!(site == unpacked, "{name} holds other bytes");
    }
}

#[test]
fn a_failed_build_leaves_the_archive_and_nothing_beside_it() {
    let folder = TempDir::new("archive-kept");
    let folder = folder.path();
    content(folder);
    assert!(build(folder, &["--to", "site.zip"]));
    let before = tree(folder);
    // A template that fails when pages are made, so that some files have been given on.
    let theme = folder.join("theme");
    fs::create_dir_all(theme.join("templates")).expect("a folder");
    fs::write(
        theme.join("templates/plan.html"),
        "{{ community.nothing.at_all }}",
    )
    .expect("a file");
    assert!(!build(folder, &["--to", "site.zip", "--theme", "theme"]));
    let mut after = tree(folder);
    after.retain(|path, _| !path.starts_with("theme/"));
    assert!(before == after, "{:?}", after.keys());
}
