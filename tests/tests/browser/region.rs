//! What must hold for every guide of the demonstration region, whatever its authors write.

use onetrip_tests::server::Server;
use onetrip_tests::site::Site;
use onetrip_tests::situations::{Guide, distinct, guides};
use onetrip_tests::webdriver::{Browser, Session};
use onetrip_widget::rules::{self, Status};
use onetrip_widget::share;

use crate::page::{Page, State, browser, console_errors};

/// More questions than any guide has: a wizard that goes on longer runs in a circle.
const MOST: usize = 30;

/// A number in the middle of a life, or of what the question takes where that begins later, as years of birth do.
fn number(state: &State) -> u64 {
    const AGE: u64 = 61;
    let (least, most) = (state.least(), state.most());
    if least > AGE {
        u64::midpoint(least, most)
    } else {
        most.min(AGE)
    }
}

/// Answers the question that stands there: the last real choice, a number, or a day.
pub(crate) fn answer(page: &Page<'_>, state: &State) {
    match state.text("kind") {
        "number" => page.number(&number(state).to_string()),
        "date" => page.date(["2026", "3", "8"]),
        "multi" => page.choose(
            state
                .texts("options")
                .first()
                .expect("a multi question has options"),
        ),
        _ => {
            let options = state.texts("options");
            let choice = options
                .iter()
                .rev()
                .find(|text| **text != "不清楚")
                .expect("a choice has options");
            page.choose(choice);
        }
    }
}

/// The page shows what the native engine says of the answers in the address.
#[track_caller]
fn assert_native(guide: &Guide, session: &Session) {
    let mut native = rules::Session::new(guide.book.clone());
    native.visit(Some(Page { session }.visit()));
    share::restore(&mut native, &session.fragment());
    let statuses: Vec<_> = native
        .items()
        .map(|status| match status {
            Status::NotNeeded => "no",
            Status::Depends => "depends",
            Status::Needed => "needed",
        })
        .collect();
    let script = "return Array.from(document.querySelectorAll('[data-item]'), (node) => [Number(node.dataset.item), node.dataset.status, node.hidden])";
    let shown = session.execute(script, &[]);
    for node in shown.as_array().into_iter().flatten() {
        let item = node[0]
            .as_u64()
            .and_then(|item| usize::try_from(item).ok())
            .unwrap_or(usize::MAX);
        let status = statuses[item];
        assert_eq!(
            (node[1].as_str(), node[2] == true),
            (Some(status), status == "no"),
            "{}: {node}",
            guide.page
        );
    }
}

#[track_caller]
fn assert_sound(guide: &str, state: &State) {
    for line in state.all_lines() {
        match line["status"].as_str() {
            Some("needed") => assert_ne!(
                line["why"], "",
                "{guide}: a needed line has a reason: {line}"
            ),
            Some("depends") => {
                assert_ne!(
                    line["when"], "",
                    "{guide}: an open line has its condition: {line}"
                );
            }
            _ => {}
        }
    }
    if state.state() == "stopped" {
        assert_eq!(
            (state.all_lines().count(), state.texts("stops").len()),
            (0, 1),
            "{guide}: {state:?}"
        );
    }
}

/// Clicks through all guides with real clicks, and back with the page's own button.
fn click_through_and_back(session: &Session) {
    let guides = distinct(guides(Site::demonstration()));
    assert!(guides.len() >= 5, "{} guides", guides.len());
    let server = Server::start(&Site::demonstration().root());
    for found in &guides {
        let guide = &found.page;
        let page = Page::open(session, &server.url(guide));
        let mut states = vec![page.state()];
        while states[states.len() - 1].state() == "asking" {
            let state = &states[states.len() - 1];
            assert_sound(guide, state);
            assert_native(found, session);
            assert!(
                states.len() < MOST,
                "{guide}: no end, {:?}",
                state.texts("answers")
            );
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
        assert_native(found, session);
        assert_eq!(
            end.lines("depends"),
            Vec::<&str>::new(),
            "{guide}: all is answered, so nothing is open"
        );
        while let Some(wanted) = states.pop() {
            page.back();
            page.wait_until("the state before", |state| {
                state.essence() == wanted.essence()
            });
        }
    }
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn in_chromium_every_guide_can_be_clicked_through_and_back() {
    let session = browser();
    click_through_and_back(&session);
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

#[test]
#[ignore = "needs WebKit; tests/run runs it"]
fn in_webkit_every_guide_can_be_clicked_through_and_back() {
    click_through_and_back(&Session::start(Browser::WebKit));
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn every_guide_can_be_answered_with_unsure_alone() {
    let server = Server::start(&Site::demonstration().root());
    let session = browser();
    for guide in &distinct(guides(Site::demonstration())) {
        let guide = &guide.page;
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
        assert_eq!(
            end.lines("depends").len(),
            open,
            "{guide}: 不清楚 decides nothing"
        );
    }
}
