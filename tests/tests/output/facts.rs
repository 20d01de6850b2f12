//! Local facts: none stays unfilled, wherever residents or programs read.

use std::fs;

use onetrip_tests::html::Document;
use onetrip_tests::site::Site;
use onetrip_tests::situations::{decoded, guides};
use onetrip_tests::tools;
use onetrip_widget::rules::{Cut, Kind};
use serde_json::Value;

#[test]
fn no_brace_of_a_local_fact_stands_in_any_file() {
    let mut looked = 0;
    for (path, bytes) in Site::demonstration().files() {
        let is_read = ["html", "svg", "json", "js", "xml", "css"]
            .iter()
            .any(|ending| path.ends_with(&format!(".{ending}")));
        // Scripts and styles have braces of their own.
        if !is_read || path.starts_with("assets/") || path == "sw.js" {
            continue;
        }
        looked += 1;
        let text = String::from_utf8_lossy(&bytes);
        // In JSON objects end together.
        let closing = if path.contains("/data/") {
            "｝｝"
        } else {
            "}}"
        };
        for brace in ["{{", "｛｛", "｝｝", closing] {
            assert!(!text.contains(brace), "{path} has {brace}");
        }
    }
    assert!(looked > 100, "{looked} files are too few to be the site");
}

#[test]
fn no_value_is_shown_as_a_program_writes_it() {
    for (path, bytes) in Site::demonstration().files() {
        if path.ends_with(".html") {
            let page = Document::parse(&String::from_utf8_lossy(&bytes));
            for element in page.elements() {
                for raw in ["{\"", "[object", "undefined", "NaN"] {
                    let text = element.text();
                    assert!(!text.contains(raw), "{path} shows {text:?}");
                }
            }
        }
    }
}

/// The number that a file of the content says of a local fact.
fn said(file: &str, fact: &str) -> Option<i64> {
    let text = fs::read_to_string(tools::workspace().join("content").join(file)).ok()?;
    let (_, rest) = text.split_once(&format!("  {fact}: {{值: "))?;
    rest.split(',').next()?.trim().parse().ok()
}

/// The days of a span that is counted in days alone.
fn days_since(cut: &Cut) -> Option<i64> {
    match cut {
        Cut::Since { span, .. } if span.months == 0 => Some(i64::from(span.days)),
        _ => None,
    }
}

/// Words, data and rules of every page have the number of its community, in every language.
#[test]
fn every_page_compares_with_the_number_of_its_community() {
    let site = Site::demonstration();
    let facts = [("a01", "高龄津贴起领年龄"), ("b01", "新生儿参保期限")];
    let mut numbers = Vec::new();
    for guide in guides(site) {
        let (folder, name) = guide.page.rsplit_once('/').expect("in a community");
        let code = name.trim_end_matches(".html");
        let data = site.text(&format!("{folder}/data/{code}.json"));
        let data: Value = serde_json::from_str(&data).expect("JSON");
        let rules = data["rules"].as_str().map(decoded);
        assert_eq!(rules, Some(guide.book.to_bytes()), "{}", guide.page);
        let Some((_, fact)) = facts.iter().find(|(of, _)| *of == code) else {
            continue;
        };
        let community = folder.split('/').next().expect("a community");
        let own = said(&format!("communities/{community}.yaml"), fact);
        let number = own.or_else(|| said("site.yaml", fact)).expect("a number");
        // What the rule tells apart: `< 80`, and so many days since a birth.
        let cuts = guide
            .book
            .questions()
            .iter()
            .flat_map(|one| match &one.kind {
                Kind::Number { cuts, .. } => cuts.clone(),
                Kind::Date { cuts, .. } => cuts.iter().filter_map(days_since).collect(),
                _ => Vec::new(),
            });
        assert!(cuts.into_iter().any(|cut| cut == number), "{}", guide.page);
        let unit = match (code, folder.ends_with("/en")) {
            ("a01", false) => "周岁（示例）",
            ("a01", true) => "years (example)",
            (_, false) => "天（示例）",
            (_, true) => "days (example)",
        };
        let words = format!("{number} {unit}");
        let page = Document::parse(&guide.html);
        assert!(
            page.elements().any(|one| one.text().contains(&words)),
            "{}: {words}",
            guide.page
        );
        // A condition says the number, and not that it is an example.
        let words = words.split(['（', '(']).next().unwrap_or_default().trim();
        assert!(
            data.to_string().contains(words),
            "{}: {words} in its data",
            guide.page
        );
        numbers.push(number);
    }
    numbers.sort_unstable();
    assert_eq!(numbers, [60, 60, 70, 70, 80, 80, 90, 90]);
}
