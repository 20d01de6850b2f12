//! What must hold for every guide of the demonstration region, whatever its authors write.

use onetrip_tests::html::Document;
use onetrip_tests::server::Server;
use onetrip_tests::site::{Site, is_kind};

use crate::page::{Page, State, browser, console_errors};

/// More questions than any guide has: a wizard that goes on longer runs in a circle.
const MOST: usize = 30;

/// The pages with a wizard, relative to the root.
fn guides() -> Vec<String> {
    let files = Site::demonstration().files();
    let pages = files.iter().filter(|(path, _)| is_kind(path, "html"));
    let with_wizard = pages.filter(|(_, bytes)| {
        let page = Document::parse(&String::from_utf8_lossy(bytes));
        page.elements().any(|element| element.attribute("id") == Some("wizard"))
    });
    with_wizard.map(|(path, _)| path.clone()).collect()
}

/// Answers the question that stands there: the last real choice, or a number in the middle of a life.
fn answer(page: &Page<'_>, state: &State) {
    match state.text("kind") {
        "number" => page.number("61"),
        "multi" => page.choose(state.texts("options").first().expect("a multi question has options")),
        _ => {
            let options = state.texts("options");
            let choice = options.iter().rev().find(|text| **text != "不清楚").expect("a choice has options");
            page.choose(choice);
        }
    }
}

#[track_caller]
fn assert_sound(guide: &str, state: &State) {
    for line in state.all_lines() {
        match line["status"].as_str() {
            Some("needed") => assert_ne!(line["why"], "", "{guide}: a needed line has a reason: {line}"),
            Some("depends") => {
                assert_ne!(line["when"], "", "{guide}: an open line has its condition: {line}");
            }
            _ => {}
        }
    }
    if state.state() == "stopped" {
        assert_eq!((state.all_lines().count(), state.texts("stops").len()), (0, 1), "{guide}: {state:?}");
    }
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn every_guide_can_be_clicked_through_and_back() {
    let guides = guides();
    assert!(guides.len() >= 6, "three guides in two communities at the least: {guides:?}");
    let server = Server::start(&Site::demonstration().root());
    let session = browser();
    for guide in &guides {
        let page = Page::open(&session, &server.url(guide));
        let mut states = vec![page.state()];
        while states[states.len() - 1].state() == "asking" {
            let state = &states[states.len() - 1];
            assert_sound(guide, state);
            assert!(states.len() < MOST, "{guide}: no end, {:?}", state.texts("answers"));
            answer(&page, state);
            let next = page.state();
            assert_ne!(
                next.texts("answers"),
                state.texts("answers"),
                "{guide}: the answer was not taken: {next:?}"
            );
            states.push(next);
        }
        let end = states.pop().expect("a first state");
        assert_sound(guide, &end);
        assert_eq!(end.lines("depends"), Vec::<&str>::new(), "{guide}: all is answered, so nothing is open");
        while let Some(wanted) = states.pop() {
            page.back();
            page.wait_until("the state before", |state| state.essence() == wanted.essence());
        }
    }
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn every_guide_can_be_answered_with_unsure_alone() {
    let server = Server::start(&Site::demonstration().root());
    let session = browser();
    for guide in &guides() {
        let page = Page::open(&session, &server.url(guide));
        let open = page.state().lines("depends").len();
        for _ in 0..MOST {
            if page.state().state() != "asking" {
                break;
            }
            page.choose("不清楚");
        }
        let end = page.state();
        assert_eq!(end.state(), "finished", "{guide}");
        assert_eq!(end.lines("depends").len(), open, "{guide}: 不清楚 decides nothing");
    }
}
