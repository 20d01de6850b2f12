//! The data beside the pages: as its schema says, as its script says, and with every word of the pages' own lines.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;

use onetrip_tests::html::{Document, Element};
use onetrip_tests::plan::Plan;
use onetrip_tests::site::{Site, is_kind};
use onetrip_tests::situations::decoded;
use onetrip_tests::tools;
use onetrip_tests::wants::Wants;
use onetrip_widget::rules::{Kind, RuleBook};
use onetrip_widget::trip::{Merged, Use};
use serde_json::Value;

/// Checks files against a schema, several in one run.
const CHECK: &str = "
import json, sys
from jsonschema import Draft202012Validator, FormatChecker
with open(sys.argv[1], encoding='utf-8') as file:
    schema = json.load(file)
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema, format_checker=FormatChecker())
for path in sys.argv[2:]:
    with open(path, encoding='utf-8') as file:
        for error in validator.iter_errors(json.load(file)):
            print(path, '/'.join(map(str, error.absolute_path)), error.message[:300])
";

/// Good cases with data that the demonstration has none of.
const CASES: [&str; 5] = ["decimals", "exempt", "online", "requirements", "version"];

/// The data files of the demonstration: path and value.
fn data() -> BTreeMap<String, Value> {
    let files = Site::demonstration().files();
    let json = files
        .into_iter()
        .filter(|(path, _)| path.contains("/data/") && is_kind(path, "json"));
    json.map(|(path, bytes)| {
        let value = serde_json::from_slice(&bytes);
        let value = value.unwrap_or_else(|error| panic!("{path}: {error}"));
        (path, value)
    })
    .collect()
}

#[test]
#[ignore = "needs jsonschema; tests/run runs it"]
fn every_file_is_as_its_schema_says() {
    let root = Site::demonstration().root();
    let cases = CASES.map(Site::of_good_case);
    let of_cases = cases.iter().flat_map(|site| {
        let files = site.files().into_keys();
        let data = files.filter(|path| path.contains("/data/") && is_kind(path, "json"));
        data.map(|path| site.root().join(path)).collect::<Vec<_>>()
    });
    let (indexes, matters): (Vec<_>, Vec<_>) = data()
        .into_keys()
        .map(|path| root.join(path))
        .chain(of_cases)
        .partition(|path| path.ends_with("index.json"));
    assert!(matters.len() > 80, "{} matters", matters.len());
    for (schema, files) in [("matter", matters), ("index", indexes)] {
        let schema = format!("generator/schema/{schema}.schema.json");
        let mut arguments: Vec<OsString> = vec!["-c".into(), CHECK.into()];
        arguments.push(tools::workspace().join(&schema).into());
        arguments.extend(files.into_iter().map(OsString::from));
        let python = tools::python();
        let output = tools::run(&python.to_string_lossy(), arguments);
        let told = [output.stdout, output.stderr].concat();
        let told = String::from_utf8_lossy(&told);
        assert!(
            output.status.success() && told.is_empty(),
            "{schema}:\n{told}"
        );
    }
}

/// The end of a number's range in a data file, in steps of the last decimal.
fn steps(end: &Value, decimals: usize) -> i64 {
    let text = end.as_str().map_or_else(|| end.to_string(), str::to_owned);
    assert_eq!(end.is_string(), decimals > 0, "{text}");
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    assert!(rest.len() <= decimals && !rest.ends_with('0'), "{text}");
    let figures = format!("{whole}{rest:0<decimals$}");
    figures
        .parse()
        .unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn numbers_have_the_same_limits_in_data_on_pages_and_in_rules() {
    let (mut whole, mut fine) = (0, 0);
    for site in [Site::demonstration(), &Site::of_good_case("decimals")] {
        let files = site.files();
        for (path, bytes) in &files {
            let is_matter = path.contains("/data/") && !path.ends_with("/index.json");
            let page = path.replace("/data/", "/").replace(".json", ".html");
            // What is not translated has data in the other language and no page.
            if !is_matter || !is_kind(path, "json") || !files.contains_key(&page) {
                continue;
            }
            let data: Value = serde_json::from_slice(bytes).expect("JSON");
            let rules = decoded(data["rules"].as_str().expect("rules"));
            let book = RuleBook::from_bytes(&rules).expect("rules");
            let page = Document::parse(&site.text(&page));
            let fields: Vec<_> = page.with("data-question").collect();
            let asked = data["questions"].as_array().into_iter().flatten();
            for ((asked, question), field) in asked.zip(book.questions()).zip(fields) {
                let Kind::Number {
                    min, max, scale, ..
                } = question.kind
                else {
                    continue;
                };
                assert_eq!(asked["decimals"], scale, "{path}");
                let decimals = usize::try_from(scale).expect("a few");
                for (key, limit) in [("min", min), ("max", max)] {
                    assert_eq!(steps(&asked[key], decimals), limit, "{path}: {key}");
                    let shown = field.attribute(&format!("data-{key}"));
                    let told = asked[key]
                        .as_str()
                        .map_or_else(|| asked[key].to_string(), str::to_owned);
                    assert_eq!(shown, Some(told.as_str()), "{path}: {key}");
                }
                let shown = field.attribute("data-decimals");
                assert_eq!(shown, Some(scale.to_string().as_str()), "{path}");
                *(if scale > 0 { &mut fine } else { &mut whole }) += 1;
            }
        }
    }
    assert!(
        whole > 20 && fine > 8,
        "{whole} and {fine} number questions"
    );
}

#[test]
fn a_script_says_the_same_bytes() {
    let files = Site::demonstration().files();
    for path in data().keys().filter(|path| !path.ends_with("/index.json")) {
        let (code, json) = (code_of(path), String::from_utf8_lossy(&files[path]));
        let script = &files[&path.replace(".json", ".js")];
        let wanted = format!("onetripData(\"{code}\",{json});\n");
        assert_eq!(String::from_utf8_lossy(script), wanted, "{path}");
    }
}

fn code_of(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.trim_end_matches(".json")
}

#[test]
fn the_index_lists_what_there_is() {
    let data = data();
    for (path, index) in data
        .iter()
        .filter(|(path, _)| path.ends_with("/index.json"))
    {
        let folder = path.trim_end_matches("index.json");
        let beside = |path: &&String| path.starts_with(folder) && !path.ends_with("/index.json");
        let there: BTreeSet<&str> = data
            .keys()
            .filter(beside)
            .map(|path| code_of(path))
            .collect();
        let entries = index["matters"].as_array().expect("a list");
        let listed = entries.iter().filter_map(|entry| entry["code"].as_str());
        assert_eq!(listed.collect::<BTreeSet<_>>(), there, "{path}");
        for entry in entries {
            let file = format!("{folder}{}", entry["data"].as_str().expect("a file"));
            for key in ["code", "title", "summary", "category", "href"] {
                assert_eq!(entry[key], data[&file][key], "{file}: {key}");
            }
        }
    }
}

/// Every text that a guide's page says of a paper stands in the guide's data with that paper, and no other.
#[test]
fn a_paper_is_the_same_on_its_page_and_in_its_data() {
    let spared = Site::of_good_case("exempt");
    let demonstration = Site::demonstration();
    let communities = [
        (demonstration, "wenyuan"),
        (demonstration, "yuhu"),
        (&spared, "dong"),
        (&spared, "xi"),
    ];
    let mut papers = 0;
    for (site, folder) in communities {
        for matter in &Plan::read(site, folder).matters {
            let page = Document::parse(&site.text(&format!("{folder}/{}.html", matter.code)));
            let list = page
                .elements()
                .find(|one| one.attribute("id") == Some("list"));
            let list = list.expect("a list");
            let said = by_paper(list.descendants().filter(is_paper).map(on_page));
            let wanted = matter.wanted().into_iter();
            let data = by_paper(wanted.map(|one| (one.paper.called.clone(), one.wants)));
            assert_eq!(said, data, "{folder}/{}", matter.code);
            papers += said.len();
        }
    }
    assert!(papers > 400, "{papers} papers read");
}

/// What all lines together say of each paper.
fn by_paper(lines: impl Iterator<Item = (String, Wants)>) -> BTreeMap<String, Wants> {
    let mut papers: BTreeMap<String, Wants> = BTreeMap::new();
    for (name, wants) in lines {
        let all = papers.entry(name).or_default();
        all.texts.extend(wants.texts);
        all.files.extend(wants.files);
        all.e_certificate |= wants.e_certificate;
        let days = all.fresh_days.into_iter().chain(wants.fresh_days);
        all.fresh_days = days.min();
    }
    papers
}

fn is_paper(element: &Element<'_>) -> bool {
    let is_named = element.attribute("data-name").is_some();
    let is_one = element.has_class("line") || element.has_class("exempt");
    is_named && is_one && !element.has_class("line--group")
}

/// What a page says of a paper: its details, word for word.
fn on_page(line: Element<'_>) -> (String, Wants) {
    let name = line.attribute("data-name").unwrap_or_default().to_owned();
    let mut wants = Wants::default();
    for inner in line.descendants() {
        let text = inner
            .text()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        if inner.attribute("data-fresh").is_some() {
            wants.fresh_days = inner
                .attribute("data-fresh")
                .and_then(|days| days.parse().ok());
        } else if inner.has_class("criteria") {
            let entries = inner.descendants().filter(|one| one.name() == "li");
            wants.texts.extend(entries.map(|one| one.text()));
        } else if inner.has_class("counts") || inner.has_class("part-counts") {
            // 「原件 每个孩子 1 份」 where an answer says how many.
            let numbers = inner.descendants().filter(|one| one.name() == "strong");
            let numbers = numbers.map(|one| one.text());
            let each: Vec<String> = numbers.filter(|text| text.contains(" 每")).collect();
            wants
                .texts
                .extend((!each.is_empty()).then(|| each.join("、")));
        } else if inner.has_class("brought") {
            // What another row brings is no word of this line.
        } else if inner.has_class("first") {
            wants.texts.insert(text);
        } else if inner.attribute("data-copy").is_some() {
            let text = text
                .split_once('：')
                .map_or(text.as_str(), |(_, text)| text);
            wants.texts.insert(text.to_owned());
        } else if inner.has_class("exempt-how") {
            wants.texts.insert(text.trim_end_matches('。').to_owned());
        } else if inner.has_class("line-note") || inner.name() == "dd" {
            wants.texts.insert(text);
        } else if inner.has_class("e-certificate") {
            wants.e_certificate = true;
        } else if inner.name() == "a" {
            let target = inner.attribute("href").unwrap_or_default();
            // A number in a text is a link on the page, and no file; the way to the paper's page is the paper's, not the line's.
            if !target.starts_with("tel:") && !target.starts_with("paper/") {
                wants.files.insert(target.to_owned());
            }
        }
    }
    (name, wants)
}

/// Whatever two matters are chosen, each row of each is there: by its paper, or by as many papers as it wants of several.
#[test]
fn every_row_of_every_pair_is_on_the_merged_list() {
    let plan = Plan::read(Site::demonstration(), "wenyuan");
    let codes: Vec<&str> = plan.matters.iter().map(|one| one.code.as_str()).collect();
    let mut rows = 0;
    for (at, one) in codes.iter().enumerate() {
        for other in &codes[at + 1..] {
            let pair = [*one, *other];
            let trip = plan.trip(pair);
            let merged = trip.merge();
            let called = plan.called(&pair);
            for (place, code) in pair.iter().enumerate() {
                for (index, line) in plan.matter(code).lines.0.iter().enumerate() {
                    let found = held(&merged, place, index);
                    let papers: Vec<_> = found.iter().map(|(paper, _)| called[*paper]).collect();
                    let bundles = line.from.iter().flat_map(|way| &way.bundles);
                    let needs = bundles.flat_map(|bundle| &bundle.papers);
                    let names = needs.map(|need| {
                        let paper = &plan.matter(code).papers[need.paper as usize];
                        paper.called.as_str()
                    });
                    let names: BTreeSet<_> = names.collect();
                    assert!(
                        papers.iter().all(|paper| names.contains(paper)),
                        "{pair:?}: {code} wants {names:?}, not {papers:?}"
                    );
                    let picked: u32 = found.iter().map(|(_, pick)| pick).sum();
                    assert!(picked >= line.pick, "{pair:?}: {code} {names:?}: {found:?}");
                    rows += 1;
                }
            }
        }
    }
    println!("{rows} rows in pairs");
    assert!(rows > 4_000, "{rows} rows");
}

/// The papers of the merged list that are there for a row of a matter, each with how many picks it stands for.
fn held(merged: &[Merged], matter: usize, line: usize) -> Vec<(usize, u32)> {
    let is_ours = |by: &Use| by.matter == matter && by.line == line;
    let mut found = Vec::new();
    for row in merged {
        match row {
            Merged::Paper(paper) => {
                if paper.uses.iter().chain(&paper.serves).any(is_ours) {
                    found.push((paper.total.paper as usize, 1));
                }
            }
            Merged::Choice(choice) if choice.uses.iter().any(is_ours) => {
                let mut pick = choice.pick;
                for total in choice.from.iter().flat_map(|way| &way.papers) {
                    found.push((total.paper as usize, std::mem::take(&mut pick)));
                }
            }
            Merged::Choice(_) => {}
        }
    }
    found
}
