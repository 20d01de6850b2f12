//! Homes: of a community with more matters than anybody looks through, and of a region with many communities.

use std::collections::BTreeSet;
use std::fs;

use onetrip_tests::corpus;
use onetrip_tests::html::Document;
use onetrip_tests::site::{Site, copy_folder, is_kind};
use onetrip_tests::temp::TempDir;
use onetrip_tests::tools;

/// A home has so many elements at the most, however much it offers: old phones lay it out at once.
const ELEMENTS: usize = 1_500;
const MATTERS: usize = 1_135;

fn links(html: &str) -> BTreeSet<String> {
    let page = Document::parse(html);
    let links = page.elements().filter(|one| one.name() == "a");
    links
        .filter_map(|link| link.attribute("href").map(str::to_owned))
        .collect()
}

/// Every matter is one link from the page of its category, and that one from the home.
#[test]
fn a_home_of_a_thousand_matters_is_short_and_leads_to_each_in_two_steps() {
    let content = TempDir::new("homes");
    corpus::lay_out(content.path(), MATTERS);
    let site = Site::build_with(content.path(), &["--no-print"]);
    let home = site.text("big/index.html");
    let elements = Document::parse(&home).elements().count();
    assert!(elements <= ELEMENTS, "{elements} elements");
    let categories: Vec<String> = links(&home)
        .into_iter()
        .filter(|link| link.starts_with("category-"))
        .collect();
    assert!(categories.len() > 1, "{categories:?}");
    let map = site.text("sitemap.xml");
    for category in &categories {
        assert!(map.contains(&format!("/big/{category}<")), "{category}");
    }
    let mut reached = BTreeSet::new();
    for category in &categories {
        let page = site.text(&format!("big/{category}"));
        assert!(
            links(&page).contains("index.html"),
            "{category}: the way back"
        );
        let there = links(&page)
            .into_iter()
            .filter(|link| link.starts_with('m'));
        for link in there {
            assert!(reached.insert(link.clone()), "{link} is in two categories");
        }
    }
    assert_eq!(reached.len(), MATTERS);
    // What is few is on the home itself.
    let files = Site::demonstration().files();
    assert!(!files.keys().any(|path| path.contains("category-")));
}

#[test]
fn a_region_of_many_communities_lists_them_by_street_with_a_box() {
    let content = TempDir::new("streets");
    copy_folder(&tools::workspace().join("tests/cases/base"), content.path());
    let folder = content.path().join("communities");
    let pattern = fs::read_to_string(folder.join("xi.yaml")).expect("it is text");
    for at in 1..=14 {
        let street = if at % 2 == 0 {
            "长安街道"
        } else {
            "示例街道"
        };
        let text = pattern
            .replace("西社区", &format!("第{at}社区"))
            .replace("示例街道", street);
        fs::write(folder.join(format!("c{at}.yaml")), text).expect("the folder is ours");
    }
    let site = Site::build_with(content.path(), &["--no-print"]);
    let html = site.text("index.html");
    let page = Document::parse(&html);
    let sections = page.elements().filter(|one| one.name() == "section");
    let mut streets = Vec::new();
    for section in sections.filter(|one| one.has_class("category")) {
        let headings = |name| {
            let all = section.descendants().filter(move |one| one.name() == name);
            all.map(|one| one.text()).collect::<Vec<_>>()
        };
        streets.push((headings("h2").concat(), headings("h3").len()));
    }
    streets.sort();
    assert_eq!(
        streets,
        [("示例街道".to_owned(), 9), ("长安街道".to_owned(), 7)]
    );
    assert!(
        page.elements()
            .any(|one| one.attribute("id") == Some("search"))
    );
    let index = site.text("data/search.js");
    assert!(
        index.contains("第14社区") && index.contains("zhang chang"),
        "{index}"
    );
    // Two communities are seen at a glance.
    let few = Site::demonstration().text("index.html");
    assert!(!few.contains("id=\"search\""), "{few}");
    assert!(!Site::demonstration().files().contains_key("data/search.js"));
}

/// Whoever has to come twice is not told beside it that once is enough.
#[test]
fn nobody_who_has_to_come_again_is_told_the_contrary() {
    let (mut twice, mut once) = (0, 0);
    for (path, bytes) in Site::demonstration().files() {
        if !is_kind(&path, "html") || path.contains("/print/") || path.contains("/en/") {
            continue;
        }
        let html = String::from_utf8_lossy(&bytes);
        let page = Document::parse(&html);
        let facts = page.elements().find(|one| one.has_class("facts--grid"));
        let Some(facts) = facts.map(|facts| facts.text()) else {
            continue;
        };
        let again = ["到现场 2 次", "到现场 3 次"]
            .iter()
            .any(|words| facts.contains(words));
        assert!(!again || !facts.contains("不用再跑"), "{path}: {facts}");
        twice += usize::from(again);
        once += usize::from(facts.contains("不用再跑"));
    }
    assert!(twice > 0 && once > 0, "{twice} twice, {once} once");
}
