//! Choosing the matters of a plan: in the box, by what has happened, from the list.

use std::collections::BTreeMap;

use onetrip_tests::random::{Guide, World};
use onetrip_tests::server::{Options, Server};
use onetrip_tests::site::Site;
use onetrip_tests::temp::TempDir;
use onetrip_tests::tools;
use onetrip_tests::webdriver::{Browser, Session};
use serde_json::json;

use crate::page::{at_home, browser, console_errors};
use crate::plan_small::line;

/// The texts that a script gives.
fn strings(session: &Session, script: &str) -> Vec<String> {
    let given = session.execute(script, &[]);
    let given = given.as_array().expect("a list");
    let text = |one: &serde_json::Value| one.as_str().expect("texts").to_owned();
    given.iter().map(text).collect()
}

/// The titles that are ticked in the list of all.
fn ticked(session: &Session) -> Vec<String> {
    strings(
        session,
        "return Array.from(document.querySelectorAll('#choices input:checked'), (box) => box.closest('label').textContent.trim());",
    )
}

fn press(session: &Session, event: &str) {
    session.execute(
        "Array.from(document.querySelectorAll('#events button')).find((button) => button.textContent === arguments[0]).click();",
        &[json!(event)],
    );
}

fn type_in(session: &Session, text: &str) {
    session.find("#find").click();
    session.wait_for("document.querySelector('script[src*=\"data/search.js\"]')");
    session.execute(
        "const field = document.getElementById('find');
         field.value = arguments[0];
         field.dispatchEvent(new Event('input', { bubbles: true }));",
        &[json!(text)],
    );
}

/// What the demonstration's guides say leads to them, read from the files as lines of text: titles by event.
fn told_events() -> BTreeMap<String, Vec<String>> {
    let mut told: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let folders =
        std::fs::read_dir(tools::workspace().join("content/matters")).expect("it is there");
    for folder in folders {
        let guides = std::fs::read_dir(folder.expect("it can be read").path()).expect("a folder");
        for guide in guides {
            let path = guide.expect("it can be read").path();
            if path.to_string_lossy().ends_with(".en.md") {
                continue;
            }
            let text = std::fs::read_to_string(path).expect("it is text");
            let value = |key: &str| {
                let line = text.lines().find_map(|line| line.strip_prefix(key));
                line.map(|line| line.trim().trim_matches(['[', ']']).to_owned())
            };
            let title = value("标题:").expect("it has one");
            for event in value("人生事件:").unwrap_or_default().split(", ") {
                told.entry(event.to_owned())
                    .or_default()
                    .push(title.clone());
            }
        }
    }
    told.remove("");
    for titles in told.values_mut() {
        titles.sort();
    }
    told
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn in_chromium_what_has_happened_ticks_what_there_is_to_do() {
    what_has_happened_ticks_what_there_is_to_do(&browser());
}

#[test]
#[ignore = "needs WebKit; tests/run runs it"]
fn in_webkit_what_has_happened_ticks_what_there_is_to_do() {
    what_has_happened_ticks_what_there_is_to_do(&Session::start(Browser::WebKit));
}

fn what_has_happened_ticks_what_there_is_to_do(session: &Session) {
    let server = Server::start_with(&Site::demonstration().root(), at_home(Options::default()));
    session.open(&server.url("wenyuan/plan.html"));
    session.wait_for("document.querySelector('#choices input')");
    let all = strings(
        session,
        "return Array.from(document.querySelectorAll('#choices .choice'), (label) => label.textContent.trim());",
    );
    let mut events = told_events();
    // What this community does not offer is not chosen.
    for titles in events.values_mut() {
        titles.retain(|title| all.contains(title));
    }
    events.retain(|_, titles| !titles.is_empty());
    let mut shown = strings(
        session,
        "return Array.from(document.querySelectorAll('#events button'), (button) => button.textContent);",
    );
    shown.sort();
    assert_eq!(shown, events.keys().cloned().collect::<Vec<_>>());
    for (event, titles) in &events {
        press(session, event);
        let mut now = ticked(session);
        now.sort();
        assert_eq!(&now, titles, "{event}");
        let bar = session.find("#chosen").property("textContent");
        let bar = bar.as_str().unwrap_or_default();
        assert!(
            bar.starts_with(&format!("选了 {} 件", titles.len())),
            "{bar}"
        );
        press(session, event);
        assert_eq!(ticked(session), Vec::<String>::new(), "{event}");
    }
    // What two of them lead to stays as long as one of them is pressed.
    press(session, "没了工作");
    press(session, "身有残疾");
    press(session, "没了工作");
    let mut now = ticked(session);
    now.sort();
    assert_eq!(now, events["身有残疾"]);
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn what_the_box_finds_is_ticked_there_and_asked_about() {
    let server = Server::start_with(&Site::demonstration().root(), at_home(Options::default()));
    let session = browser();
    session.viewport(390, 844);
    session.open(&server.url("wenyuan/plan.html"));
    session.wait_for("document.querySelector('#choices input')");
    let asked = |name: &str| {
        server
            .requests()
            .iter()
            .any(|one| one.target.contains(name))
    };
    assert!(!asked("search"));
    type_in(&session, "gljt");
    session.wait_for("document.querySelector('#found .choice')");
    assert!(!session.find("#choices").is_displayed());
    // Enter does not send the choice off.
    session.find("#find").send_keys("\u{e007}");
    assert_eq!(session.find("#choosing-error").text(), "");
    session.find("#found .choice").click();
    assert_eq!(ticked(&session), ["高龄津贴"]);
    type_in(&session, "juzhuzheng");
    session.wait_for("document.querySelector('#found .choice').textContent.includes('居住证')");
    session.find("#found .choice").click();
    type_in(&session, "");
    assert!(session.find("#choices").is_displayed());
    let mut now = ticked(&session);
    now.sort();
    assert_eq!(now, ["居住证", "高龄津贴"]);
    session.find(".plan-go .button").click();
    session.wait_for("document.querySelector('#asks [data-question]:not([hidden])')");
    let matters = strings(
        &session,
        "return Array.from(document.querySelectorAll('#chosen-matters a'), (link) => link.textContent);",
    );
    assert_eq!(matters.len(), 2, "{matters:?}");
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn nothing_chosen_is_said_above_the_choices_and_events_are_english_on_english_pages() {
    let server = Server::start_with(&Site::demonstration().root(), at_home(Options::default()));
    let session = browser();
    session.open(&server.url("wenyuan/en/plan.html"));
    session.wait_for("document.querySelector('#choices input')");
    let events = strings(
        &session,
        "return Array.from(document.querySelectorAll('#events button'), (button) => button.textContent);",
    );
    assert!(
        events.iter().any(|event| event == "A new baby"),
        "{events:?}"
    );
    let chinese = |text: &String| text.chars().any(|sign| ('一'..='龥').contains(&sign));
    assert!(!events.iter().any(chinese), "{events:?}");
    // Also when nothing is found.
    type_in(&session, "zzzzqq");
    session.wait_for("document.getElementById('found-count').textContent");
    session.find(".plan-go .button").click();
    let focus = session.execute("return document.activeElement.id;", &[]);
    assert_eq!(focus, json!("find"));
    type_in(&session, "");
    session.find(".plan-go .button").click();
    let error = session.execute(
        "const error = document.getElementById('choosing-error');
         return [error.textContent !== '', Boolean(error.compareDocumentPosition(document.getElementById('choices')) & 4), document.activeElement.matches('#choosing [data-pick]')];",
        &[],
    );
    assert_eq!(error, json!([true, true, true]));
}

/// A community with more than a person looks through: the list stands folded, and its boxes are made when they are seen.
#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn many_matters_stand_folded_and_are_chosen_all_the_same() {
    let guides = (1..=70).map(|n| Guide {
        code: format!("s{n:02}"),
        title: format!("第{n:02}件事"),
        questions: Vec::new(),
        facts: Vec::new(),
        stops: Vec::new(),
        lines: vec![line("甲证", None)],
        fees: Vec::new(),
    });
    let world = World {
        shared: Vec::new(),
        materials: Vec::new(),
        guides: guides.collect(),
    };
    let content = TempDir::new("many");
    world.write(content.path());
    let site = Site::build_with(content.path(), &["--no-print"]);
    let server = Server::start_with(&site.root(), at_home(Options::default()));
    let session = browser();
    session.open(&server.url("dong/plan.html"));
    session.wait_for("!document.getElementById('wizard').hidden");
    assert_eq!(session.find_all("#choices input").len(), 0);
    // Unticked: the way to choose gets the focus.
    session.find(".plan-go .button").click();
    let focus = session.execute("return document.activeElement.tagName;", &[]);
    assert_eq!(focus, json!("SUMMARY"));
    type_in(&session, "第33件");
    session.wait_for("document.querySelector('#found .choice')");
    session.find("#found .choice").click();
    type_in(&session, "");
    session.find("#choices summary").click();
    session.wait_for("document.querySelector('#choices input')");
    assert_eq!(session.find_all("#choices input").len(), 70);
    assert_eq!(ticked(&session), ["第33件事"]);
    session.find(".plan-go .button").click();
    session.wait_for("document.querySelector('#list .lines > .line')");
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}
