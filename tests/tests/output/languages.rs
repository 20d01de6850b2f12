//! Pages in a second language: other words, the same rules, numbers and addresses.

use std::collections::BTreeMap;

use onetrip_tests::html::{Document, Element};
use onetrip_tests::site::{Site, is_kind};

/// The English pages with their Chinese counterparts, by the path of the English one.
fn pairs() -> BTreeMap<String, (Document, Document)> {
    let files = Site::demonstration().files();
    let page = |path: &str| Document::parse(&String::from_utf8_lossy(&files[path]));
    let english = files.keys().filter(|path| is_kind(path, "html"));
    let english = english.filter_map(|path| {
        Some((
            path,
            path.strip_prefix("en/")
                .map(str::to_owned)
                .or_else(|| path.contains("/en/").then(|| path.replacen("/en/", "/", 1)))?,
        ))
    });
    english
        .map(|(path, chinese)| (path.clone(), (page(path), page(&chinese))))
        .collect()
}

/// What a page says apart from its words.
fn bones(page: &Document) -> Vec<String> {
    const RULES: [&str; 19] = [
        "data-rules",
        "data-lines",
        "data-item",
        "data-items",
        "data-stop",
        "data-question",
        "data-kind",
        "data-min",
        "data-max",
        "data-fresh",
        "data-count",
        "data-forms",
        "data-brought",
        "data-paper",
        "data-matter",
        "data-asks",
        "data-weekly",
        "data-special",
        "data-version",
    ];
    let of = |element: Element<'_>| {
        let values = RULES
            .iter()
            .filter_map(|name| Some(format!("{name}={}", element.attribute(name)?)));
        let choice = element
            .attribute("type")
            .filter(|kind| ["radio", "checkbox"].contains(kind));
        let value = choice
            .and_then(|_| element.attribute("value"))
            .map(|value| format!("value={value}"));
        values.chain(value).collect::<Vec<_>>()
    };
    page.elements().flat_map(of).collect()
}

#[test]
fn both_languages_have_the_same_rules_and_numbers() {
    let pairs = pairs();
    assert!(pairs.len() > 10, "the demonstration is in two languages");
    for (path, (english, chinese)) in &pairs {
        assert_eq!(bones(english), bones(chinese), "{path}");
        let digits = |page: &Document, class: &str| -> Vec<String> {
            let counts = page.elements().filter(|element| element.has_class(class));
            counts
                .map(|element| {
                    element
                        .text()
                        .chars()
                        .filter(char::is_ascii_digit)
                        .collect()
                })
                .collect()
        };
        assert_eq!(
            digits(english, "counts"),
            digits(chinese, "counts"),
            "{path}: originals and copies"
        );
    }
}

#[test]
fn both_languages_lead_to_each_other() {
    let home = Site::demonstration().text("sitemap.xml");
    let base = home
        .split("<loc>")
        .nth(1)
        .and_then(|rest| rest.split("</loc>").next())
        .expect("an address");
    for (path, (english, chinese)) in &pairs() {
        let own = path.replacen("en/", "", 1);
        let own = if own == "index.html" {
            String::new()
        } else {
            own
        };
        let expected = [
            ("zh-CN", format!("{base}{own}")),
            ("x-default", format!("{base}{own}")),
            ("en", format!("{base}{path}")),
        ];
        for page in [english, chinese] {
            let links = page
                .elements()
                .filter(|link| link.attribute("rel") == Some("alternate"));
            let found: Vec<(String, String)> = links
                .map(|link| {
                    let value = |name| link.attribute(name).unwrap_or_default().to_owned();
                    (value("hreflang"), value("href"))
                })
                .collect();
            let expected: Vec<_> = expected
                .iter()
                .map(|(language, address)| ((*language).to_owned(), address.clone()))
                .collect();
            assert_eq!(found, expected, "{path}");
            // Nobody touches the screen in the hall.
            let ways = usize::from(!path.ends_with("screen.html"));
            assert_eq!(
                page.with("data-language").count(),
                ways,
                "{path}: one way to the other language"
            );
        }
    }
}

/// Chinese on an English page says that it is Chinese: a screen reader needs to know.
#[test]
fn chinese_on_an_english_page_is_marked() {
    let chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    for (path, (english, _)) in &pairs() {
        let marked = |element: &Element<'_>| {
            element
                .attribute("lang")
                .is_some_and(|lang| lang.starts_with("zh"))
        };
        let inside: String = english
            .elements()
            .filter(marked)
            .map(|element| element.text())
            .collect();
        let body = english
            .elements()
            .find(|element| element.name() == "body")
            .expect("a body")
            .text();
        let [inside, body] =
            [inside, body].map(|text| text.chars().filter(|c| chinese(*c)).count());
        assert_eq!(inside, body, "{path}: Chinese characters marked and in all");
    }
}
