//! The files themselves: reproducible, listed, well named.

use std::collections::{BTreeMap, BTreeSet};

use onetrip_tests::site::{Site, is_kind, onetrip};
use onetrip_tests::temp::TempDir;
use onetrip_tests::tools;
use serde_json::Value;
use sha2::{Digest, Sha256};

#[test]
fn two_builds_give_the_same_bytes() {
    let first = Site::demonstration().files();
    // From another place and on one thread: neither paths nor scheduling may show.
    let copy = TempDir::new("elsewhere");
    let content = copy.path().join("内容");
    for (path, bytes) in onetrip_tests::site::tree(&tools::workspace().join("content")) {
        let file = content.join(path);
        std::fs::create_dir_all(file.parent().expect("a file lies in a folder")).expect("a folder");
        std::fs::write(file, bytes).expect("a file");
    }
    let second = Site::build(&content).files();
    let names: Vec<_> = second.keys().collect();
    assert_eq!(first.keys().collect::<Vec<_>>(), names);
    let different: Vec<_> = first
        .iter()
        .filter(|(path, bytes)| second[*path] != **bytes)
        .map(|(path, _)| path)
        .collect();
    assert_eq!(different, Vec::<&String>::new(), "files with other bytes");
}

#[test]
fn what_a_file_manager_left_in_the_site_is_no_reason_to_stop() {
    let folder = TempDir::new("looked-into");
    let base = tools::workspace().join("tests/cases/base");
    let content = folder.path().join("content");
    onetrip_tests::site::copy_folder(&base, &content);
    let build = || {
        let arguments = [
            "build",
            "--no-print",
            "--lang",
            "zh",
            "--out",
            "dist",
            "--content",
            "content",
        ];
        onetrip(folder.path(), arguments).status.success()
    };
    assert!(build());
    for name in ["Thumbs.db", "dong/desktop.ini", "dong/.DS_Store"] {
        std::fs::write(folder.path().join("dist").join(name), "").expect("a file");
    }
    assert!(build());
    let thesis = folder.path().join("dist/~$thesis.docx");
    std::fs::write(&thesis, "ten years of work").expect("a file");
    assert!(!build());
    assert!(thesis.exists());
}

#[test]
fn a_second_build_into_the_same_folder_touches_nothing() {
    let folder = TempDir::new("again");
    let content = tools::workspace().join("content");
    let build = || {
        let arguments = ["build", "--lang", "zh", "--out", "dist", "--content"];
        let output = onetrip(
            folder.path(),
            arguments
                .iter()
                .map(AsRef::as_ref)
                .chain([content.as_os_str()]),
        );
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        let times = |path: &String| {
            std::fs::metadata(folder.path().join("dist").join(path))
                .and_then(|data| data.modified())
        };
        let files = onetrip_tests::site::tree(&folder.path().join("dist"));
        files
            .keys()
            .map(|path| (path.clone(), times(path).expect("a time")))
            .collect::<BTreeMap<_, _>>()
    };
    let first = build();
    assert_eq!(
        first,
        build(),
        "files whose bytes did not change keep their times"
    );
}

#[test]
fn the_manifest_lists_every_file_with_its_hash_and_size() {
    let files = Site::demonstration().files();
    let manifest: Value = serde_json::from_slice(&files["manifest.json"]).expect("JSON");
    let entries = manifest["files"].as_array().expect("files");
    let mut listed = BTreeSet::new();
    for entry in entries {
        let path = entry["path"].as_str().expect("a path");
        let bytes = files
            .get(path)
            .unwrap_or_else(|| panic!("{path} is listed and not there"));
        let hash = hex(&Sha256::digest(bytes));
        assert_eq!(entry["sha256"].as_str(), Some(hash.as_str()), "{path}");
        assert_eq!(entry["bytes"].as_u64(), Some(bytes.len() as u64), "{path}");
        assert!(listed.insert(path), "{path} is listed twice");
    }
    let unlisted: Vec<_> = files
        .keys()
        .filter(|path| *path != "manifest.json" && !listed.contains(path.as_str()))
        .collect();
    assert_eq!(
        unlisted,
        Vec::<&String>::new(),
        "files that the manifest does not list"
    );
}

#[test]
fn file_names_are_small_ascii_letters() {
    for path in Site::demonstration().files().keys() {
        let good = |byte: u8| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_./".contains(&byte)
        };
        assert!(path.bytes().all(good), "{path}");
    }
}

#[test]
fn the_sitemap_lists_the_pages_by_their_permanent_addresses() {
    let files = Site::demonstration().files();
    let sitemap = Site::demonstration().text("sitemap.xml");
    let addresses: Vec<&str> = sitemap
        .split("<loc>")
        .skip(1)
        .filter_map(|rest| rest.split("</loc>").next())
        .collect();
    let home = addresses
        .iter()
        .min_by_key(|address| address.len())
        .expect("at least the home page");
    let base = home.trim_end_matches("index.html");
    let listed: BTreeSet<String> = addresses
        .iter()
        .map(|address| {
            let path = address
                .strip_prefix(base)
                .unwrap_or_else(|| panic!("{address} is not below {base}"));
            if path.is_empty() || path.ends_with('/') {
                format!("{path}index.html")
            } else {
                path.to_owned()
            }
        })
        .collect();
    assert_eq!(listed.len(), addresses.len(), "no address twice");
    let pages = files
        .into_iter()
        .filter(|(path, _)| is_kind(path, "html") && path != "404.html");
    let kept_out = |bytes: &[u8]| {
        String::from_utf8_lossy(bytes).contains(r#"<meta name="robots" content="noindex">"#)
    };
    let pages: BTreeSet<String> = pages
        .filter(|(_, bytes)| !kept_out(bytes))
        .map(|(path, _)| path)
        .collect();
    assert!(pages.contains("wenyuan/a01.html"));
    assert_eq!(listed, pages);
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    let digit = |four: u8| char::from_digit(four.into(), 16).expect("four bits are a digit");
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

#[test]
fn a_code_is_drawn_once_for_its_address() {
    let folder = TempDir::new("codes-kept");
    let folder = folder.path();
    let base = tools::workspace().join("tests/cases/base");
    onetrip_tests::site::copy_folder(&base, &folder.join("content"));
    let build = |address: &str| {
        let all = ["build", "--no-print", "--content", "content"];
        let all = all.into_iter().chain(["--base-url", address]);
        assert!(onetrip(folder, all).status.success());
    };
    let (picture, manifest) = ("dist/dong/qr/a07.png", "dist/manifest.json");
    let read = |path: &str| std::fs::read(folder.join(path)).expect("it is there");
    let address = "https://one.example";
    build(address);
    let (drawn, listed) = (read(picture), read(manifest));
    // Somebody changed the file: it is drawn again.
    std::fs::write(folder.join(picture), "no code").expect("a file");
    build(address);
    assert!(read(picture) == drawn && read(manifest) == listed);
    // Nobody did, as far as the manifest knows: it is taken over as it is.
    std::fs::write(folder.join(picture), "as drawn").expect("a file");
    let digest = |bytes: &[u8]| hex(&Sha256::digest(bytes));
    let text = String::from_utf8(listed).expect("it is text");
    let told = text.replace(&digest(&drawn), &digest(b"as drawn"));
    assert_ne!(text, told);
    std::fs::write(folder.join(manifest), told).expect("a file");
    build(address);
    assert_eq!(read(picture), b"as drawn");
    // Another address is another code.
    build("https://two.example");
    assert!(read(picture) != b"as drawn" && read(picture) != drawn);
    build(address);
    assert!(read(picture) == drawn);
}
