//! Pages of papers: each says what the register and the data of all matters say, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use onetrip_tests::html::{Document, Element};
use onetrip_tests::site::{Site, is_kind};
use onetrip_tests::tools;
use serde_json::Value;

/// The folders of a community's pages in a language.
pub(crate) const FOLDERS: [&str; 4] = ["wenyuan", "wenyuan/en", "yuhu", "yuhu/en"];

/// What the register calls a paper's page.
pub(crate) const PAGE: &str = "  网页: ";

/// What the register says under a key by the papers' ids, read line by line as no parser of ours does.
pub(crate) fn registered(key: &str) -> BTreeMap<String, String> {
    let path = tools::workspace().join("content/materials.yaml");
    let text = std::fs::read_to_string(path).expect("the register");
    let mut said = BTreeMap::new();
    let mut paper = "";
    for line in text.lines() {
        if let Some(value) = line.strip_prefix(key) {
            said.insert(paper.to_owned(), value.trim().to_owned());
        } else if !line.starts_with([' ', '#']) {
            paper = line.trim_end_matches(':');
        }
    }
    said
}

/// The data of a folder, by code.
pub(crate) fn data(files: &BTreeMap<String, Vec<u8>>, folder: &str) -> BTreeMap<String, Value> {
    let prefix = format!("{folder}/data/");
    let all = files.iter().filter_map(|(path, bytes)| {
        let code = path.strip_prefix(&prefix)?.strip_suffix(".json")?;
        let value = serde_json::from_slice(bytes).expect("JSON");
        (code != "index").then(|| (code.to_owned(), value))
    });
    all.collect()
}

fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// The material of a paper's id, `material` or `material/whose`.
fn material(paper: &Value) -> &str {
    let id = paper["id"].as_str().expect("an id");
    id.split('/').next().unwrap_or(id)
}

fn links(within: Element<'_>) -> Vec<&str> {
    let links = within.descendants().filter(|inner| inner.name() == "a");
    links.filter_map(|link| link.attribute("href")).collect()
}

fn code(href: &str) -> String {
    let name = href.rsplit('/').next().unwrap_or_default();
    name.trim_end_matches(".html").to_owned()
}

#[test]
fn a_paper_s_page_lists_the_matters_whose_data_ask_for_it_and_no_other() {
    let files = Site::demonstration().files();
    let registered = registered(PAGE);
    assert!(registered.len() > 5, "{registered:?}");
    let mut asked = 0;
    for folder in FOLDERS {
        let data = data(&files, folder);
        for (id, name) in &registered {
            let path = format!("{folder}/paper/{name}.html");
            let bytes = files.get(&path).unwrap_or_else(|| panic!("no {path}"));
            let page = Document::parse(&String::from_utf8_lossy(bytes));
            let list = page
                .elements()
                .find(|one| one.attribute("id") == Some("asked"));
            let listed: BTreeSet<String> = list.into_iter().flat_map(links).map(code).collect();
            let wanted = data
                .iter()
                .filter(|(_, matter)| items(&matter["papers"]).any(|paper| material(paper) == id));
            let wanted: BTreeSet<String> = wanted.map(|(code, _)| code.clone()).collect();
            assert_eq!(listed, wanted, "{path}");
            asked += listed.len();
        }
        // Nothing in the folder that the register does not name.
        let prefix = format!("{folder}/paper/");
        let there = files.keys().filter_map(|path| path.strip_prefix(&prefix));
        let there: BTreeSet<String> = there.map(code).collect();
        assert_eq!(there, registered.values().cloned().collect(), "{folder}");
    }
    assert!(asked > 100, "{asked} matters listed");
}

#[test]
fn whoever_asks_for_a_paper_with_a_page_leads_to_it() {
    let files = Site::demonstration().files();
    let registered = registered(PAGE);
    let mut led = 0;
    for folder in FOLDERS {
        for (code, matter) in data(&files, folder) {
            let mut pages = BTreeSet::new();
            for paper in items(&matter["papers"]) {
                let page = registered.get(material(paper));
                let page = page.map(|name| format!("paper/{name}.html"));
                assert_eq!(
                    paper["page"].as_str(),
                    page.as_deref(),
                    "{folder} {code} {paper}"
                );
                pages.extend(page);
            }
            // A guide without a translation has no page here.
            let Some(bytes) = files.get(&format!("{folder}/{code}.html")) else {
                continue;
            };
            let page = Document::parse(&String::from_utf8_lossy(bytes));
            let list = page
                .elements()
                .find(|one| one.attribute("id") == Some("list"));
            let to_papers = list.into_iter().flat_map(links);
            let to_papers = to_papers.filter(|href| href.starts_with("paper/"));
            let to_papers: BTreeSet<String> = to_papers.map(str::to_owned).collect();
            assert_eq!(to_papers, pages, "{folder}/{code}");
            led += pages.len();
        }
    }
    assert!(led > 100, "{led} ways to papers");
}

/// 居住证 results from e01: every other matter that asks for it says so, on its page and in its data.
#[test]
fn what_a_paper_results_from_is_said_wherever_it_is_asked_for() {
    let files = Site::demonstration().files();
    let mut told = 0;
    for (code, matter) in data(&files, "wenyuan") {
        let papers: Vec<&Value> = items(&matter["papers"]).collect();
        let lists = ["rows", "extras"].map(|list| &matter[list]);
        let lines = lists
            .into_iter()
            .flat_map(items)
            .flat_map(|row| items(&row["lines"]));
        for wants in lines.flat_map(|line| items(&line["papers"])) {
            let at = wants["paper"]
                .as_u64()
                .and_then(|at| usize::try_from(at).ok());
            let is_permit = material(papers[at.expect("a paper")]) == "居住证";
            // b02 takes the permit of elsewhere (由: 别处).
            let first = (is_permit && !["b02", "e01"].contains(&code.as_str())).then_some("e01");
            assert_eq!(wants["first"]["code"].as_str(), first, "{code}: {wants}");
            told += usize::from(first.is_some());
        }
        let page = Document::parse(&String::from_utf8_lossy(
            &files[&format!("wenyuan/{code}.html")],
        ));
        let firsts = page.elements().filter(|one| one.has_class("first"));
        assert!(
            firsts.flat_map(links).all(|href| href == "e01.html"),
            "{code}"
        );
    }
    assert!(told > 5, "{told} lines");
}

#[test]
fn pages_of_papers_are_found() {
    let files = Site::demonstration().files();
    let sitemap = String::from_utf8_lossy(&files["sitemap.xml"]);
    for path in files.keys().filter(|path| path.contains("/paper/")) {
        assert!(is_kind(path, "html"), "{path}");
        assert!(sitemap.contains(&format!("/{path}</loc>")), "{path}");
    }
}
