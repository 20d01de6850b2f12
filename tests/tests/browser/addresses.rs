//! Addresses as they arrive: changed by the apps that passed them on, or leading to a heading of the page.

use onetrip_tests::server::Server;
use onetrip_tests::site::Site;
use onetrip_tests::webdriver::Session;
use serde_json::json;

use crate::page::{ALLOWANCE, Page, base_server, browser, case_site, console_errors};

const PLAN: &str = "wenyuan/plan.html";

/// Answers two questions of the allowance; gives the address with them.
fn two_answers<'s>(session: &'s Session, url: &str) -> Page<'s> {
    let page = Page::open(session, url);
    page.choose("代办");
    page.number("85");
    page.wait_until("two answers", |state| state.texts("answers").len() == 2);
    page
}

/// Opens an address that differs from the last one in its # part alone.
fn open<'s>(session: &'s Session, url: &str) -> Page<'s> {
    session.open("about:blank");
    Page::open(session, url)
}

/// The text of a notice, empty when it is not seen.
fn notice(session: &Session, id: &str) -> String {
    let script = "const node = document.getElementById(arguments[0]);
        return node && node.getClientRects().length ? node.textContent.trim() : '';";
    let text = session.execute(script, &[json!(id)]);
    text.as_str().unwrap_or_default().to_owned()
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_way_to_a_heading_keeps_the_answers() {
    let site = case_site("anchors");
    let (server, session) = (Server::start(&site.root()), browser());
    let page = two_answers(&session, &server.url(ALLOWANCE));
    let (before, address) = (page.state(), session.url());
    session.execute(
        "document.querySelectorAll('details').forEach((more) => { more.open = true; });",
        &[],
    );
    let links = session.find_all("a[href^='#x']");
    assert_eq!(
        links.len(),
        4,
        "twice a heading, a footnote and the way back"
    );
    for link in links {
        link.bring_to_the_middle();
        link.click();
        assert_eq!(page.state().essence(), before.essence());
        assert_eq!(session.url(), address);
    }
    // By the browser's own ways as well: typed, or from a bookmark.
    for place in ["#x-stops", "#main", "#nowhere", "#%E5%A4%A7%E5%AE%B6"] {
        session.execute("location.hash = arguments[0]", &[json!(place)]);
        session.wait("the address with the answers", || {
            (session.url() == address).then_some(())
        });
        assert_eq!(page.state().essence(), before.essence(), "{place}");
    }
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn headings_named_like_parts_of_the_page_break_nothing() {
    let site = case_site("anchors");
    let (server, session) = (Server::start(&site.root()), browser());
    let page = two_answers(&session, &server.url(ALLOWANCE));
    let state = page.state();
    assert_eq!(state.state(), "asking");
    assert!(!state.lines("needed").is_empty());
    let double = session.execute(
        "const ids = Array.from(document.querySelectorAll('[id]'), (node) => node.id);
         return ids.filter((id, i) => ids.indexOf(id) !== i)",
        &[],
    );
    assert_eq!(double, json!([]));
    let headings = session.execute(
        "return Array.from(document.querySelectorAll('[id^=\"x-\"]')).filter((node) => node.getClientRects().length).map((node) => node.textContent)",
        &[],
    );
    assert_eq!(
        headings,
        json!([
            "常见问题",
            "大家常问的",
            "Stops",
            "list",
            "days off more",
            "wizard",
            "open-now"
        ])
    );
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn back_leads_to_the_start_of_a_page_that_was_opened_at_a_heading() {
    let site = case_site("anchors");
    let (server, session) = (Server::start(&site.root()), browser());
    let page = Page::open(&session, &format!("{}#x-stops", server.url(ALLOWANCE)));
    let start = page.state();
    page.choose("代办");
    session.back();
    let back = page.wait_until("no answers", |state| state.texts("answers").is_empty());
    assert_eq!(back.essence(), start.essence());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn what_a_chat_app_appends_changes_no_answer() {
    let (server, session) = (base_server(), browser());
    let page = two_answers(&session, &server.url(ALLOWANCE));
    let (whole, address) = (page.state(), session.url());
    for added in [
        "&appinstall=0",
        "#weixin",
        "。",
        "，",
        ".",
        "?nsukey=abc.def-1",
        "&from=singlemessage",
    ] {
        let page = open(&session, &format!("{address}{added}"));
        let state = page.state();
        assert_eq!(state.essence(), whole.essence(), "{added}");
        assert!(state.is("restored"), "{added}");
        assert_eq!(notice(&session, "link-cut"), "", "{added}");
    }
    let (page_address, part) = address.split_once('#').expect("it has answers");
    let page = open(&session, &format!("{page_address}?nsukey=abc#{part}"));
    assert_eq!(page.state().essence(), whole.essence());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_link_that_was_cut_says_so_and_keeps_what_is_whole() {
    let (server, session) = (base_server(), browser());
    two_answers(&session, &server.url(ALLOWANCE));
    let address = session.url();
    let short = address.strip_suffix(".z").expect("it ends with its mark");
    for cut in [short, &short[..short.len() - 1], &format!("{short}...")] {
        let page = open(&session, cut);
        let state = page.state();
        assert_eq!(
            state.question(),
            "年龄",
            "{cut}: 85 may be half of a number"
        );
        assert_eq!(state.texts("answers").len(), 1, "{cut}");
        assert!(notice(&session, "link-cut").starts_with("链接不完整"));
        assert!(!state.is("restored"));
    }
    let page = Page { session: &session };
    page.number("85");
    page.wait_until("the answer", |state| state.texts("answers").len() == 2);
    assert_eq!(notice(&session, "link-cut"), "");
    assert_eq!(session.url(), address);
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_plan_says_what_it_does_not_find() {
    let (server, session) = (Server::start(&Site::demonstration().root()), browser());
    let marked = |session: &Session| {
        session.execute(
            "return Array.from(document.querySelectorAll('#choosing input:checked')).length",
            &[],
        )
    };
    for (part, count, said) in [
        ("a01+zz9", 1, "有一件没找到：zz9"),
        ("a01+zz9+zz8", 1, "有 2 件没找到：zz9、zz8"),
        ("zz9", 0, "有一件没找到：zz9"),
        ("a01+a02", 2, ""),
        ("a01+a02&appinstall=0", 2, ""),
        ("a01+a02#weixin", 2, ""),
        ("a01%2Ba02", 2, ""),
        ("a01+a02。", 2, ""),
        ("weixin", 0, ""),
        ("t1.1_1.z", 0, "链接里有 1 件事这里没有"),
    ] {
        open(&session, &server.url(&format!("{PLAN}#{part}")));
        assert_eq!(marked(&session), json!(count), "{part}");
        let found = notice(&session, "not-found");
        assert!(
            found.starts_with(said) && found.is_empty() == said.is_empty(),
            "{part}: {found}"
        );
    }
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}
