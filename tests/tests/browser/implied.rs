//! What follows from an answer (意味着) is not asked, and counts whatever a link says to it.

use onetrip_tests::plan::Plan;
use onetrip_tests::server::{Options, Server};
use onetrip_widget::share;

use crate::page::{ALLOWANCE, Page, at_home, browser, case_site, console_errors};

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn what_follows_from_an_answer_is_not_asked() {
    let site = case_site("implied");
    let server = Server::start_with(&site.root(), at_home(Options::default()));
    let session = browser();
    let page = Page::open(&session, &server.url(ALLOWANCE));
    page.choose("本人");
    page.number("85");
    assert!(page.state().question().contains("情况"), "户籍 is known");
    page.choose("以上都没有");
    assert_eq!(page.state().text("state"), "finished");
    assert_eq!(page.state().text("summary"), "一共要带 1 样");

    // Somebody else comes: now it is asked.
    page.change("谁来办");
    page.choose("代办");
    page.choose("外地");
    assert_eq!(page.state().text("summary"), "一共要带 4 样");
    page.change("谁来办");
    page.choose("本人");
    assert_eq!(
        page.state().text("summary"),
        "一共要带 1 样",
        "the answer of before does not count"
    );
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

/// What is still asked, and what is on the list.
const ASKED_AND_LISTED: &str = "
  const shown = (selector) => Array.from(document.querySelectorAll(selector)).filter((node) => node.getClientRects().length);
  return [shown('#asks legend').map((node) => node.textContent.trim()), shown('#list .lines > .line').map((node) => node.dataset.name + ' ' + node.dataset.status)];";

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_trip_does_not_ask_what_follows_from_an_answer_in_another_matter() {
    let site = case_site("implied");
    let server = Server::start_with(&site.root(), at_home(Options::default()));
    let session = browser();
    let home = Page::open(&session, &server.url("dong/b01.html"));
    assert_eq!(home.state().question(), "户籍", "alone it is asked");
    // Whichever matter comes first: who comes is asked before what follows from it.
    let plan = Plan::read(&site, "dong");
    for codes in [["b01", "a07"], ["a07", "b01"]] {
        session.open("about:blank");
        let address = share::trip_fragment(&plan.trip(codes));
        let page = Page::open(&session, &server.url(&format!("dong/plan.html#{address}")));
        page.choose("本人");
        let seen = session.execute(ASKED_AND_LISTED, &[]);
        let [asked, listed] = [&seen[0], &seen[1]].map(ToString::to_string);
        assert!(!asked.contains("户口"), "{codes:?}: {asked}");
        assert!(!listed.contains("房屋租赁合同"), "{codes:?}: {listed}");
        page.change("谁来办");
        page.choose("代办");
        let seen = session.execute(ASKED_AND_LISTED, &[]);
        assert!(
            seen[1].to_string().contains("房屋租赁合同 depends"),
            "{codes:?}: {seen}"
        );
        if page.state().question() == "年龄" {
            page.number("85");
        }
        page.choose("外地");
        let seen = session.execute(ASKED_AND_LISTED, &[]);
        assert!(
            seen[1].to_string().contains("房屋租赁合同 needed"),
            "{codes:?}: {seen}"
        );
        page.change("谁来办");
        page.choose("本人");
        let seen = session.execute(ASKED_AND_LISTED, &[]);
        assert!(
            !seen[1].to_string().contains("房屋租赁合同"),
            "{codes:?}: {seen}"
        );
    }
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}
