//! What follows from an answer (意味着) is not asked, and counts whatever a link says to it.

use onetrip_tests::server::{Options, Server};

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
