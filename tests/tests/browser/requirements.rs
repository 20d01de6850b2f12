//! 受理条件 with the wizard: a condition is marked exactly when no way on leads to one of its stops.

use std::collections::BTreeSet;

use onetrip_tests::server::{Options, Server};
use onetrip_tests::site::Site;
use onetrip_tests::situations::{self, Dice, session, some_answers};
use onetrip_widget::rules::{Answer, RuleBook};
use onetrip_widget::share;
use serde_json::{Value, json};

use crate::page::{Page, at_home, browser};

/// Every condition that stops enforce: these, and whether it is marked.
const MARKS: &str = "
  return Array.from(document.querySelectorAll('[data-stops]'))
    .map((node) => [node.dataset.stops, node.querySelector('.met').getClientRects().length > 0]);";

/// The stops in which the answers may end, by trying every way on.
fn reachable(book: &RuleBook, all: &[Vec<Answer>], given: &[Answer]) -> BTreeSet<String> {
    let fits = |whole: &&Vec<Answer>| {
        let mut pairs = given.iter().zip(whole.iter());
        pairs.all(|(one, other)| matches!(one, Answer::Missing | Answer::Unsure) || one == other)
    };
    let ends = all.iter().filter(fits);
    ends.filter_map(|whole| session(book, whole).stop())
        .map(|stop| stop.to_string())
        .collect()
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn what_holds_is_marked_and_nothing_else() {
    let site = Site::demonstration();
    let server = Server::start_with(&site.root(), at_home(Options::default()));
    let browser = browser();
    let mut dice = Dice::new(20_261_125);
    let (mut marked, mut open) = (0, 0);
    let guides = situations::guides(site);
    for path in ["wenyuan/a01.html", "wenyuan/e01.html"] {
        let guide = guides.iter().find(|guide| guide.page == path);
        let guide = guide.expect("the demonstration has it");
        let all = situations::all(&guide.book);
        for _ in 0..20 {
            let answers = some_answers(&guide.book, &mut dice);
            let state = session(&guide.book, &answers);
            if state.stop().is_some() || share::fragment(&state).is_empty() {
                continue;
            }
            let url = format!("{}#{}", server.url(path), share::fragment(&state));
            browser.open("about:blank");
            let page = Page::open(&browser, &url);
            let stops = reachable(&guide.book, &all, &answers);
            let found = page.session.execute(MARKS, &[]);
            let list = found.as_array().expect("a list");
            assert!(!list.is_empty(), "{path}");
            for pair in list {
                let mut tied = pair[0].as_str().unwrap_or_default().split(' ');
                let met = tied.all(|stop| !stops.contains(stop));
                assert_eq!(pair[1], Value::Bool(met), "{url}: {found} {stops:?}");
                if met { marked += 1 } else { open += 1 }
            }
        }
    }
    assert!(marked > 5 && open > 5, "{marked} {open}");
    let page = Page::open(&browser, &server.url("wenyuan/a01.html"));
    let before = page.session.execute(MARKS, &[]);
    assert_eq!(before, json!([["0", false], ["1", false]]));
}
