//! What phones are told to keep: whole, as it is on the host, and no more than is promised.

use std::collections::{BTreeMap, BTreeSet};

use onetrip_tests::corpus;
use onetrip_tests::html::Document;
use onetrip_tests::site::Site;
use onetrip_tests::temp::TempDir;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::tree::hex;
use crate::weight::compressed;

/// What may come over the network to a phone, in bytes.
const LIMIT: usize = 1_000_000;

type Files = BTreeMap<String, Vec<u8>>;

/// The paths of a list, after each was held against the file that is there.
fn kept(files: &Files, folder: &str) -> BTreeSet<String> {
    let text = &files[&format!("{folder}offline.json")];
    let list: Value = serde_json::from_slice(text).expect("JSON");
    assert_eq!(list["format"], 1);
    let mut paths = BTreeSet::new();
    let mut sent = 0;
    for file in list["files"].as_array().expect("files") {
        let (path, named) = (file[0].as_str().expect("a path"), &file[1]);
        let bytes = files
            .get(path)
            .unwrap_or_else(|| panic!("{path} is not there"));
        let digest = hex(&Sha256::digest(bytes));
        if path.starts_with("assets/") {
            assert_eq!(named, "", "{path} has its digest in its name");
        } else {
            assert_eq!(named, &digest[..16], "{path}");
        }
        sent += compressed(bytes).min(bytes.len());
        assert!(paths.insert(path.to_owned()), "{path} twice");
    }
    let told = list["bytes"].as_u64().expect("a number");
    let told = usize::try_from(told).expect("a size");
    assert!(
        sent <= told && told <= LIMIT,
        "{folder}: {sent} bytes, told {told}"
    );
    paths
}

/// The way from a page to what it loads, below the site's top.
pub(crate) fn target(page: &str, address: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

#[test]
fn a_community_is_kept_whole_with_all_that_its_pages_load() {
    let files = Site::demonstration().files();
    for folder in ["wenyuan/", "wenyuan/en/", "yuhu/", "yuhu/en/"] {
        let kept = kept(&files, folder);
        let own = |path: &&String| {
            let rest = path.strip_prefix(folder);
            rest.is_some_and(|rest| {
                rest.ends_with(".html")
                    && !rest.starts_with("en/")
                    && !rest.starts_with("print/")
                    && rest != "screen.html"
            })
        };
        let pages: Vec<_> = files.keys().filter(own).collect();
        assert!(pages.len() >= 5, "{pages:?}");
        for page in pages {
            assert!(kept.contains(page), "{page}");
            let html = String::from_utf8_lossy(&files[page]);
            let document = Document::parse(&html);
            for element in document.elements() {
                // From a disk, at the printer and in the hall something else is loaded.
                for name in ["src", "href", "data-wasm", "data-merge", "data-offline"] {
                    let Some(address) = element.attribute(name) else {
                        continue;
                    };
                    let path = target(page, address);
                    let loaded = path.starts_with("assets/");
                    assert!(!loaded || kept.contains(&path), "{page} loads {path}");
                }
            }
        }
        // What the scripts ask for: each matter's data, what the box finds.
        for name in ["search.js", "index.json", "a01.json"] {
            assert!(
                kept.contains(&format!("{folder}data/{name}")),
                "{folder}{name}"
            );
        }
    }
}

#[test]
fn of_many_matters_as_much_is_kept_as_is_promised() {
    let content = TempDir::new("corpus");
    corpus::lay_out(content.path(), 400);
    let site = Site::build_with(content.path(), &["--no-print"]);
    let files = site.files();
    let kept = kept(&files, "big/");
    let pages = |paths: &mut dyn Iterator<Item = &String>| {
        paths
            .filter(|path| {
                path.starts_with("big/")
                    && path.ends_with(".html")
                    && !path.contains("/en/")
                    && !path.contains("/print/")
            })
            .count()
    };
    let (all, some) = (pages(&mut files.keys()), pages(&mut kept.iter()));
    assert!(some < all && some > 20, "{some} of {all}");
    for name in ["index.html", "plan.html", "data/search.js"] {
        assert!(kept.contains(&format!("big/{name}")), "{name}");
    }
}
