//! 受理条件: what a guide's file says of them, read line by line, is on its page, in its data and in the booklet.

use std::fs;
use std::path::Path;

use onetrip_tests::html::{Document, Element};
use onetrip_tests::site::Site;
use onetrip_tests::tools;
use serde_json::{Value, json};

/// A condition as a line of a guide has it: its text, and the stop or who judges it.
fn conditions(guide: &str) -> Vec<(String, String)> {
    let lines = guide.lines().skip_while(|line| *line != "受理条件:");
    let lines = lines.skip(1).take_while(|line| line.starts_with("  - "));
    lines
        .map(|line| {
            let inner = line.trim_start_matches("  - {条件: ").trim_end_matches('}');
            let (text, tie) = inner
                .split_once(", 中止: ")
                .or_else(|| inner.split_once(", 怎么判断: "))
                .unwrap_or_else(|| panic!("{line}"));
            // Local facts are filled in on the page: what stands before one is enough to know it by.
            let text = text.trim_matches('"');
            let text = text.split("{{").next().unwrap_or(text);
            (text.to_owned(), tie.to_owned())
        })
        .collect()
}

/// Guides with conditions, by code.
fn guides() -> Vec<(String, Vec<(String, String)>)> {
    let mut found = Vec::new();
    let mut folders = vec![tools::workspace().join("content/matters")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the guides") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.extend(guide(&path));
            }
        }
    }
    found
}

fn guide(path: &Path) -> Option<(String, Vec<(String, String)>)> {
    let text = fs::read_to_string(path).expect("a guide");
    let code = text.lines().find_map(|line| line.strip_prefix("编号: "))?;
    let conditions = conditions(&text);
    (!conditions.is_empty()).then(|| (code.to_owned(), conditions))
}

fn listed(page: &Document) -> Vec<(String, Option<String>)> {
    let conditions = page.elements().filter(|one| one.has_class("requirement"));
    conditions
        .map(|one| {
            let stops = one.attribute("data-stops").map(str::to_owned);
            (one.text(), stops)
        })
        .collect()
}

/// The title of a stop on a page.
fn title(page: &Document, stop: &str) -> String {
    let is = |one: &Element<'_>| one.attribute("data-stop") == Some(stop);
    let stop = page.elements().find(is).expect("the stop is on the page");
    let heading = stop.descendants().find(|one| one.name() == "h3");
    heading.expect("a stop has a title").text()
}

#[test]
fn what_guides_say_stands_on_pages_in_data_and_in_the_booklet() {
    let site = Site::demonstration();
    let guides = guides();
    assert!(guides.len() >= 3, "{guides:?}");
    let booklet = Document::parse(&site.text("wenyuan/print/booklet.html"));
    let chapter = |code: &str| {
        let is = |one: &Element<'_>| one.name() == "article" && one.attribute("id") == Some(code);
        let chapter = booklet.elements().find(is);
        chapter.expect("every matter has a chapter").text()
    };
    for (code, conditions) in &guides {
        let page = Document::parse(&site.text(&format!("wenyuan/{code}.html")));
        let shown = listed(&page);
        let data: Value =
            serde_json::from_str(&site.text(&format!("wenyuan/data/{code}.json"))).expect("JSON");
        let of_data = data["requirements"].as_array().expect("a list");
        assert_eq!(shown.len(), conditions.len(), "{code}");
        assert_eq!(of_data.len(), conditions.len(), "{code}");
        for ((text, tie), ((line, stops), data)) in conditions.iter().zip(shown.iter().zip(of_data))
        {
            assert!(line.contains(text) && line.contains(tie), "{line}");
            assert!(chapter(code).contains(text), "{code}: {text}");
            assert!(
                data["text"]
                    .as_str()
                    .is_some_and(|said| said.contains(text))
            );
            if let Some(stop) = stops {
                assert_eq!(title(&page, stop), *tie, "{code}");
                assert_eq!(data["stops"], json!([stop.parse::<usize>().expect("one")]));
            } else {
                assert_eq!(data["stops"], Value::Null);
            }
        }
    }
    let none = Document::parse(&site.text("wenyuan/a02.html"));
    assert_eq!(listed(&none), []);
}
