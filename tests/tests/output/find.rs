//! 我能申请什么, held against the data of every matter: what refuses, how else it is done, and what the page says without a script.

use std::collections::{BTreeMap, BTreeSet};

use onetrip_tests::html::Document;
use onetrip_tests::site::Site;
use onetrip_tests::situations::{all, decoded, session};
use onetrip_widget::find::{Finder, Standing};
use onetrip_widget::rules::RuleBook;
use serde_json::Value;

/// Kinds of stops that refuse a matter.
const REFUSING: [&str; 2] = ["not_eligible", "not_needed"];

/// What the page loads.
fn found(path: &str) -> Value {
    let script = Site::demonstration().text(path);
    let json = script.trim().strip_prefix("onetripFind(");
    let json = json.and_then(|rest| rest.strip_suffix(");"));
    serde_json::from_str(json.expect("it is a call")).expect("it is JSON")
}

fn list<'a>(value: &'a Value, key: &str) -> Vec<&'a Value> {
    let entries = value[key].as_array();
    entries.map_or(Vec::new(), |entries| entries.iter().collect())
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

/// The data of a matter's page.
fn data(folder: &str, matter: &Value) -> Value {
    let page = text(matter, "href").rsplit('/').next().unwrap_or_default();
    let path = format!("{folder}/data/{}", page.replace(".html", ".json"));
    serde_json::from_str(&Site::demonstration().text(&path)).expect("it is JSON")
}

#[test]
fn it_refuses_in_every_situation_what_the_guide_refuses_and_tells_every_other_way() {
    for folder in ["wenyuan", "wenyuan/en", "yuhu"] {
        let mut seen = BTreeSet::new();
        for matter in list(&found(&format!("{folder}/data/find.js")), "matters") {
            let data = data(folder, matter);
            let whole = RuleBook::from_bytes(&decoded(text(&data, "rules"))).expect("sound");
            assert_eq!(matter["fingerprint"], whole.fingerprint());
            let stops = list(&data, "stops");
            // The colour of a stop on its page is what the data says of it.
            let page = format!(
                "{folder}/{}",
                text(matter, "href").rsplit('/').next().unwrap_or_default()
            );
            if !text(matter, "href").starts_with("..") {
                let page = Document::parse(&Site::demonstration().text(&page));
                let shown: Vec<_> = page
                    .elements()
                    .filter(|one| one.attribute("data-stop").is_some())
                    .collect();
                assert_eq!(shown.len(), stops.len(), "{folder} {matter}");
                for (shown, stop) in shown.iter().zip(&stops) {
                    assert!(
                        shown.has_class(&format!("stop--{}", text(stop, "kind"))),
                        "{stop}"
                    );
                }
            }
            let refuses = |at: usize| REFUSING.contains(&text(stops[at], "kind"));
            let ways: Vec<&str> = list(matter, "ways")
                .iter()
                .map(|way| text(way, "title"))
                .collect();
            let reasons: Vec<&str> = list(matter, "stops")
                .iter()
                .map(|one| text(one, "title"))
                .collect();
            for answers in all(&whole) {
                let own = RuleBook::from_bytes(&decoded(text(matter, "rules"))).expect("sound");
                let mut finder = Finder::new();
                let at = finder.add(whole.fingerprint(), own);
                finder.visit(session(&whole, &answers).visited());
                for (question, answer) in answers.iter().enumerate() {
                    finder.set(at, question, answer);
                }
                let standing = finder.standing(at);
                let told = |names: &[&str], some: Vec<usize>| -> BTreeSet<String> {
                    some.iter().map(|one| names[*one].to_owned()).collect()
                };
                let title = |stop: usize| text(stops[stop], "title").to_owned();
                match session(&whole, &answers).stop() {
                    None => assert_eq!(standing, Standing::May, "{folder} {matter}"),
                    // The first that holds; one before it may hold as well, but none that refuses.
                    Some(stop) if refuses(stop) => {
                        assert_eq!(standing, Standing::Refused, "{folder} {matter}");
                        let before = (0..stop).any(|other| !refuses(other));
                        assert!(
                            before
                                || told(&reasons, finder.reasons(at))
                                    == BTreeSet::from([title(stop)])
                        );
                    }
                    Some(stop) => {
                        let said = told(&ways, finder.notes(at)).contains(&title(stop));
                        assert!(said || standing == Standing::Refused, "{folder} {matter}");
                    }
                }
                seen.insert(format!("{standing:?}"));
            }
        }
        assert_eq!(seen.len(), 2, "some are refused and some are not: {seen:?}");
    }
}

#[test]
fn its_questions_are_those_of_the_guides_and_no_others_than_decide() {
    for folder in ["wenyuan", "wenyuan/en", "yuhu"] {
        let found = found(&format!("{folder}/data/find.js"));
        let questions = list(&found, "questions");
        let mut used = BTreeSet::new();
        for matter in list(&found, "matters") {
            let data = data(folder, matter);
            let own = RuleBook::from_bytes(&decoded(text(matter, "rules"))).expect("sound");
            let decisive = own.stop_questions();
            for (at, (ask, asked)) in list(matter, "asks")
                .into_iter()
                .zip(list(&data, "questions"))
                .enumerate()
            {
                let Some(place) = ask.as_u64() else {
                    assert!(!decisive.contains(&at));
                    continue;
                };
                let told = questions[usize::try_from(place).expect("few")];
                for key in ["key", "ask", "label", "kind", "min", "max", "unit"] {
                    assert_eq!(told[key], asked[key], "{folder} {matter}");
                }
                let options = |of: &Value| {
                    list(of, "options")
                        .iter()
                        .map(|one| text(one, "text").to_owned())
                        .collect::<BTreeSet<_>>()
                };
                assert_eq!(options(told), options(asked));
                used.extend(decisive.contains(&at).then_some(place));
            }
        }
        assert_eq!(used.len(), questions.len(), "{folder}");
    }
}

/// Without a script the page names every matter and to whom it is refused, with the words of the matter's own page.
#[test]
fn without_a_script_it_says_to_whom_what_is_refused() {
    for folder in ["wenyuan", "wenyuan/en", "yuhu"] {
        let page = Document::parse(&Site::demonstration().text(&format!("{folder}/find.html")));
        let all = page
            .elements()
            .find(|one| one.attribute("id") == Some("find-all"));
        let all = all.expect("the list");
        let rows = all.descendants().filter(|one| {
            one.name() == "li" && one.descendants().any(|link| link.has_class("matter-link"))
        });
        let said: BTreeMap<String, String> = rows
            .map(|row| {
                let link = row.descendants().find(|one| one.has_class("matter-link"));
                (link.expect("a link").text(), row.text())
            })
            .collect();
        let found = found(&format!("{folder}/data/find.js"));
        for matter in list(&found, "matters") {
            let row = &said[text(matter, "title")];
            let data = data(folder, matter);
            for stop in list(&data, "stops") {
                let told = row.contains(text(stop, "title")) && row.contains(text(stop, "when"));
                assert_eq!(told, REFUSING.contains(&text(stop, "kind")), "{row}");
            }
        }
        assert_eq!(said.len(), list(&found, "matters").len());
    }
}
