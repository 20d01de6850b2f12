//! Local facts in rules: every community decides by its own numbers, and an address from another one says that it is.

use onetrip_tests::server::{Options, Server};
use onetrip_tests::site::Site;
use onetrip_tests::webdriver::Session;

use crate::page::{Page, at_home, browser, case_site, confirm, console_errors};

const TOO_YOUNG: &str = "还不到年龄";

fn server(site: &Site) -> Server {
    Server::start_with(&site.root(), at_home(Options::default()))
}

/// The address of somebody of 75 years who sends an agent, on the page of a community.
fn asked_in(server: &Server, community: &str) -> String {
    let session = browser();
    let page = Page::open(&session, &server.url(&format!("{community}/a07.html")));
    page.choose("代办");
    page.number("75");
    session.fragment()
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn every_community_decides_by_its_own_number() {
    let site = case_site("local-numbers");
    let (server, session) = (server(&site), browser());
    for (community, stops) in [("dong", true), ("xi", false), ("nan", true)] {
        let page = Page::open(&session, &server.url(&format!("{community}/a07.html")));
        page.choose("代办");
        page.number("75");
        let state = page.state();
        let stopped = state.state() == "stopped" && state.texts("stops") == [TOO_YOUNG];
        assert_eq!(stopped, stops, "{community}: {state:?}");
    }
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn an_address_of_another_community_is_restored_and_says_so() {
    let site = case_site("local-numbers");
    let server = server(&site);
    let from_dong = asked_in(&server, "dong");
    for (community, other_rules) in [("nan", false), ("xi", true)] {
        let session = browser();
        let address = format!(
            "{}#{from_dong}",
            server.url(&format!("{community}/a07.html"))
        );
        let state = Page::open(&session, &address).state();
        assert_eq!(state.is("old"), other_rules, "{community}: {state:?}");
        assert_eq!(state.is("restored"), !other_rules, "{community}");
        assert_eq!(state.texts("answers").len(), 2, "{community}: {state:?}");
        assert_eq!(state.state() == "stopped", !other_rules, "{community}");
    }
    // And the other way round, where the answers lead to a list.
    let session = browser();
    let address = format!(
        "{}#{}",
        server.url("dong/a07.html"),
        asked_in(&server, "xi")
    );
    let state = Page::open(&session, &address).state();
    assert!(state.is("old") && state.state() == "stopped", "{state:?}");
}

/// Whether the page of several matters shows this.
fn shows(session: &Session, selector: &str) -> bool {
    session.find(selector).is_displayed()
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_plan_of_another_community_is_restored_and_says_so() {
    let site = case_site("local-numbers");
    let server = server(&site);
    let session = browser();
    session.open(&server.url("dong/plan.html#a07"));
    session.wait("the matters to choose from", || {
        shows(&session, "#choosing button[type=submit]").then_some(())
    });
    confirm(&session);
    let page = Page { session: &session };
    page.enter();
    page.choose("代办");
    page.number("75");
    let fragment = session.fragment();
    assert!(fragment.starts_with("t1."), "{fragment}");
    for (community, other_rules) in [("nan", false), ("xi", true)] {
        let session = browser();
        let address = format!(
            "{}#{fragment}",
            server.url(&format!("{community}/plan.html"))
        );
        let state = Page::open(&session, &address).state();
        assert_eq!(state.is("old"), other_rules, "{community}: {state:?}");
        assert_eq!(state.texts("answers").len(), 2, "{community}: {state:?}");
        let stopped = state.state() == "stopped";
        assert_eq!(stopped, !other_rules, "{community}: {state:?}");
    }
}
