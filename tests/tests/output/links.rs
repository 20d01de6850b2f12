//! Links: relative, exact in case, and each leads somewhere, to the very place on the page.

use std::collections::{BTreeMap, BTreeSet};

use onetrip_tests::html::{Document, Element};
use onetrip_tests::site::{Site, is_kind};

/// Attributes that hold one address.
const ADDRESSES: [&str; 8] = [
    "href",
    "src",
    "action",
    "poster",
    "data",
    "data-wasm",
    "data-inline",
    "formaction",
];

fn pages() -> BTreeMap<String, Document> {
    let files = Site::demonstration().files();
    let html = files.into_iter().filter(|(path, _)| is_kind(path, "html"));
    html.map(|(path, bytes)| (path, Document::parse(&String::from_utf8_lossy(&bytes))))
        .collect()
}

fn addresses<'a>(element: &Element<'a>) -> impl Iterator<Item = (&'static str, &'a str)> {
    let element = *element;
    ADDRESSES
        .into_iter()
        .filter_map(move |name| element.attribute(name).map(|value| (name, value)))
}

/// Words that a reader follows, as against files that the page loads by itself.
fn is_for_readers(element: &Element<'_>) -> bool {
    element.name() == "a"
        || element.attribute("rel") == Some("canonical")
        || element.attribute("rel") == Some("alternate")
}

/// The path of the output to which a relative address on `page` leads, and its fragment.
fn resolved(page: &str, address: &str) -> Option<(String, String)> {
    let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
    let path = path.split('?').next().unwrap_or_default();
    let mut parts: Vec<&str> = page.split('/').collect();
    if !path.is_empty() {
        parts.pop();
    }
    for part in path.split('/').filter(|part| !part.is_empty()) {
        match part {
            "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    let mut target = parts.join("/");
    if path.ends_with('/') || target.is_empty() {
        let folder = if target.is_empty() {
            String::new()
        } else {
            target + "/"
        };
        target = folder + "index.html";
    }
    Some((target, fragment.to_owned()))
}

#[test]
fn nothing_is_loaded_from_another_host() {
    for (path, page) in &pages() {
        for element in page.elements().filter(|element| !is_for_readers(element)) {
            for (name, address) in addresses(&element) {
                let foreign = address.contains("//")
                    || address.starts_with("data:")
                    || address.starts_with("javascript:");
                assert!(
                    !foreign,
                    "{path}: <{} {name}=\"{address}\">",
                    element.name()
                );
            }
            for name in ["srcset", "style", "ping"] {
                assert!(
                    element.attribute(name).is_none(),
                    "{path}: <{} {name}>",
                    element.name()
                );
            }
        }
    }
}

#[test]
fn every_relative_link_leads_to_a_file_and_a_place() {
    let files: BTreeSet<String> = Site::demonstration().files().into_keys().collect();
    let pages = pages();
    let mut lost = Vec::new();
    for (path, page) in pages.iter().filter(|(path, _)| *path != "404.html") {
        for element in page.elements() {
            for (name, address) in addresses(&element) {
                if ["http://", "https://", "tel:", "mailto:"]
                    .iter()
                    .any(|scheme| address.starts_with(scheme))
                {
                    assert!(
                        is_for_readers(&element),
                        "{path}: <{} {name}=\"{address}\">",
                        element.name()
                    );
                    continue;
                }
                let (target, fragment) = resolved(path, address).unwrap_or_default();
                let there = files.contains(&target) && !address.starts_with('/');
                let place = |page: &Document| {
                    page.elements()
                        .any(|other| other.attribute("id") == Some(&*fragment))
                };
                if !there || (!fragment.is_empty() && !pages.get(&target).is_some_and(place)) {
                    lost.push(format!("{path}: {name}=\"{address}\""));
                }
            }
        }
    }
    assert!(
        lost.is_empty(),
        "links that lead nowhere:\n{}",
        lost.join("\n")
    );
}

/// It is shown at any depth, so its addresses begin at the host's top.
#[test]
fn the_page_for_lost_visitors_works_at_any_depth() {
    let files = Site::demonstration().files();
    let page = &pages()["404.html"];
    let sitemap = Site::demonstration().text("sitemap.xml");
    let home = sitemap
        .split("<loc>")
        .nth(1)
        .and_then(|rest| rest.split("</loc>").next())
        .expect("an address");
    let path = home.splitn(4, '/').nth(3).unwrap_or_default();
    let top = path
        .rsplit_once('/')
        .map_or_else(|| "/".to_owned(), |(folder, _)| format!("/{folder}/"));
    for element in page.elements() {
        let local = |address: &str| !address.starts_with('#') && !address.starts_with("tel:");
        for (name, address) in addresses(&element).filter(|(_, address)| local(address)) {
            let inner = address
                .strip_prefix(&*top)
                .unwrap_or_else(|| panic!("404.html: {name}=\"{address}\" is not below {top}"));
            let inner = if inner.is_empty() {
                "index.html"
            } else {
                inner
            };
            assert!(files.contains_key(inner), "404.html: {name}=\"{address}\"");
        }
    }
}

#[test]
fn style_sheets_load_only_what_is_there() {
    let files = Site::demonstration().files();
    for (path, bytes) in files.iter().filter(|(path, _)| is_kind(path, "css")) {
        let css = String::from_utf8_lossy(bytes);
        assert!(!css.contains("@import"), "{path}");
        for address in css
            .split("url(")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
        {
            let address = address.trim_matches(['"', '\'', ' ']);
            let (target, _) = resolved(path, address).unwrap_or_default();
            assert!(files.contains_key(&target), "{path}: url({address})");
        }
    }
}
