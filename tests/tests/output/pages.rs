//! What every page must hold for a reader without scripts.

use std::collections::BTreeSet;

use onetrip_tests::html::Document;
use onetrip_tests::site::{Site, is_kind};

fn for_every_page(look: impl Fn(&str, &Document)) {
    for (path, bytes) in Site::demonstration()
        .files()
        .iter()
        .filter(|(path, _)| is_kind(path, "html"))
    {
        look(path, &Document::parse(&String::from_utf8_lossy(bytes)));
    }
}

#[test]
fn every_conditional_thing_has_its_condition_in_words() {
    for_every_page(|path, page| {
        let conditional = page.shown().filter(|element| {
            let attributes = ["data-item", "data-stop"];
            attributes
                .iter()
                .any(|name| element.attribute(name).is_some())
        });
        for element in conditional {
            let words = element
                .descendants()
                .find(|inner| inner.has_class("when"))
                .map(|when| when.text());
            let words = words.unwrap_or_default();
            let said = words
                .split_once(['：', ':'])
                .map(|(_, rest)| rest.trim())
                .unwrap_or_default();
            assert!(
                !said.is_empty(),
                "{path}: {:?} says {words:?}",
                element.text()
            );
        }
    });
}

#[test]
fn the_wizard_is_hidden_and_the_list_is_not() {
    for_every_page(|path, page| {
        if let Some(wizard) = page
            .elements()
            .find(|element| element.attribute("id") == Some("wizard"))
        {
            assert_eq!(wizard.attribute("hidden"), Some(""), "{path}");
            assert!(
                page.elements()
                    .any(|element| element.attribute("id") == Some("list")),
                "{path}"
            );
        }
        for element in page.with("data-item").chain(page.with("data-stop")) {
            assert_eq!(
                element.attribute("hidden"),
                None,
                "{path}: {}",
                element.text()
            );
        }
    });
}

#[test]
fn every_page_has_a_language_a_title_and_one_heading() {
    for_every_page(|path, page| {
        let one = |name: &str| {
            page.elements()
                .filter(|element| element.name() == name)
                .count()
        };
        let language = page
            .elements()
            .next()
            .and_then(|html| html.attribute("lang"))
            .unwrap_or_default();
        assert!(
            ["zh-CN", "en"].contains(&language),
            "{path}: lang={language:?}"
        );
        assert_eq!(
            (one("title"), one("h1"), one("main")),
            (1, 1, 1),
            "{path}: title, h1, main"
        );
        let titles = page
            .elements()
            .filter(|element| ["title", "h1"].contains(&element.name()));
        assert!(
            titles.into_iter().all(|title| !title.text().is_empty()),
            "{path}"
        );
    });
}

#[test]
fn titles_tell_the_pages_apart() {
    let mut titles = BTreeSet::new();
    let files = Site::demonstration().files();
    for (path, bytes) in files.iter().filter(|(path, _)| is_kind(path, "html")) {
        let page = Document::parse(&String::from_utf8_lossy(bytes));
        let title = page
            .elements()
            .find(|element| element.name() == "title")
            .map(|title| title.text());
        assert!(
            titles.insert(title.clone()),
            "{path}: the title {title:?} is another page's too"
        );
    }
}

#[test]
fn no_template_shows_through() {
    for (path, bytes) in Site::demonstration()
        .files()
        .iter()
        .filter(|(path, _)| is_kind(path, "html"))
    {
        let source = String::from_utf8_lossy(bytes);
        for sign in ["{{", "}}", "{%", "%}", "undefined", "NaN"] {
            assert!(!source.contains(sign), "{path} holds {sign}");
        }
        // A placeholder of a text that nobody filled; what the script fills is its business.
        let page = Document::parse(&source);
        for element in page.shown() {
            let leaf = element.descendants().next().is_none();
            assert!(
                !leaf || !element.text().contains('{'),
                "{path}: {:?}",
                element.text()
            );
        }
    }
}
