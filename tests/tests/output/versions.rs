//! A guide that takes effect later (`cases/good/version`): two pages and two data files that say the same of each other, one code,
//! and nothing else of the site differs.

use std::collections::{BTreeMap, BTreeSet};

use onetrip_tests::cases;
use onetrip_tests::html::{Document, Element};
use onetrip_tests::site::{Site, copy_folder};
use onetrip_tests::temp::TempDir;
use serde_json::Value;

const FROM: &str = "2027-01-01";

fn data(site: &Site, path: &str) -> Value {
    serde_json::from_str(&site.text(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The names of the papers that a page lists.
fn on_page(page: &Document) -> BTreeSet<String> {
    let lines = page.elements().filter(|one| one.has_class("line"));
    lines
        .filter_map(|line| line.attribute("data-name").map(str::to_owned))
        .collect()
}

/// The same of its data: what every paper is called, and the choices.
fn in_data(data: &Value) -> BTreeSet<String> {
    let items = |key: &str| data[key].as_array().cloned().unwrap_or_default();
    let papers = items("papers");
    let rows = items("rows").into_iter().chain(items("extras"));
    let names = papers.iter().map(|paper| paper["called"].clone());
    names
        .chain(rows.map(|row| row["name"].clone()))
        .filter_map(|name| name.as_str().map(str::to_owned))
        .collect()
}

fn with_id<'d>(page: &'d Document, id: &str) -> Element<'d> {
    let mut found = page
        .elements()
        .filter(|one| one.attribute("id") == Some(id));
    found.next().unwrap_or_else(|| panic!("no #{id}"))
}

#[test]
fn both_versions_say_the_same_of_each_other_on_pages_and_in_data() {
    let site = Site::of_good_case("version");
    for folder in ["dong", "xi", "dong/en", "xi/en"] {
        let old = Document::parse(&site.text(&format!("{folder}/a07.html")));
        let coming = with_id(&old, "coming");
        assert_eq!(coming.attribute("data-from"), Some(FROM));
        let way = coming.attribute("data-next").expect("a way");
        let links = coming.descendants().filter(|one| one.name() == "a");
        let links: Vec<_> = links.map(|one| one.attribute("href")).collect();
        assert_eq!(links, [Some(way)]);
        let new = Document::parse(&site.text(&format!("{folder}/{way}")));
        let early = with_id(&new, "not-yet");
        assert_eq!(early.attribute("data-from"), Some(FROM));
        let mut back = early.descendants().filter(|one| one.name() == "a");
        assert_eq!(
            back.next().and_then(|link| link.attribute("href")),
            Some("a07.html")
        );

        let of_old = data(&site, &format!("{folder}/data/a07.json"));
        assert_eq!(of_old["next"]["from"], FROM);
        assert_eq!(of_old["next"]["href"], way);
        let name = of_old["next"]["data"].as_str().expect("a name");
        let of_new = data(&site, &format!("{folder}/data/{name}"));
        assert_eq!(
            (&of_new["from"], &of_new["next"]),
            (&Value::from(FROM), &Value::Null)
        );
        assert_eq!(
            (&of_new["code"], &of_new["key"]),
            (&of_old["code"], &of_old["key"])
        );
        assert_eq!(of_new["href"], way);
        let index = data(&site, &format!("{folder}/data/index.json"));
        let entries = index["matters"].as_array().expect("a list");
        let with_next: Vec<&Value> = entries
            .iter()
            .filter(|one| !one["next"].is_null())
            .collect();
        assert_eq!(with_next.len(), 1, "{index}");
        assert_eq!(with_next[0]["next"], of_old["next"]);

        assert_eq!(on_page(&old), in_data(&of_old), "{folder}");
        assert_eq!(on_page(&new), in_data(&of_new), "{folder}");
        assert_ne!(on_page(&old), on_page(&new), "{folder}");
        // The code on the wall is the code of both.
        for page in [&old, &new] {
            let address = page.elements().find(|one| one.has_class("address"));
            assert!(address.is_some_and(|one| one.text().ends_with("/a07.html")));
        }
    }
}

#[test]
fn what_does_not_speak_of_the_new_version_is_as_it_is_without_it() {
    let content = TempDir::new("versions");
    copy_folder(&cases::root().join("base"), content.path());
    let without = Site::build_with(content.path(), &[]).files();
    let guide = "matters/elderly/gao-ling.2027.md";
    let from = cases::root().join("good/version/in").join(guide);
    std::fs::copy(from, content.path().join(guide)).expect("a folder of ours");
    let with = Site::build_with(content.path(), &[]).files();
    let names =
        |files: &BTreeMap<String, Vec<u8>>| -> BTreeSet<String> { files.keys().cloned().collect() };
    let new: Vec<String> = names(&with).difference(&names(&without)).cloned().collect();
    let expected = ["dong", "xi"].iter().flat_map(|id| {
        [
            "a07-from-2027-01-01.html",
            "data/a07-from-2027-01-01.js",
            "data/a07-from-2027-01-01.json",
        ]
        .map(|name| format!("{id}/{name}"))
    });
    assert_eq!(new, expected.collect::<Vec<_>>());
    let differs = |path: &&String| without.get(*path).is_some_and(|old| *old != with[*path]);
    for path in with.keys().filter(differs) {
        let told = String::from_utf8_lossy(&with[path]).contains(FROM)
            || String::from_utf8_lossy(&with[path]).contains("2027 年 1 月 1 日");
        assert!(told || path == "manifest.json", "{path}");
        assert!(
            !path.contains("/print/") || path.ends_with("booklet.html"),
            "{path}"
        );
    }
}
