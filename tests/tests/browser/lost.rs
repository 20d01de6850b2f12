//! An address that there is not: the page says what was meant, as far as the address tells.

use onetrip_tests::server::Server;
use onetrip_tests::site::Site;
use onetrip_tests::webdriver::{Browser, Session};
use serde_json::json;

use crate::page::browser;

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn in_chromium_an_address_that_there_is_not_helps_on() {
    helps_on(&browser());
}

#[test]
#[ignore = "needs WebKit; tests/run runs it"]
fn in_webkit_an_address_that_there_is_not_helps_on() {
    helps_on(&Session::start(Browser::WebKit));
}

/// What is said, and where the links lead.
fn said(session: &Session, server: &Server, path: &str) -> (String, Vec<String>) {
    session.open(&server.url(path));
    session.wait_for("!document.getElementById('lost').hidden");
    let links = session.execute(
        "return Array.from(document.querySelectorAll('#lost a'), (link) => link.href);",
        &[],
    );
    let links = links.as_array().cloned().unwrap_or_default();
    let links = links.iter().filter_map(|link| link.as_str());
    let here = server.url("");
    let links = links.map(|link| link.strip_prefix(&here).unwrap_or(link).to_owned());
    (session.find("#lost-title").text(), links.collect())
}

fn helps_on(session: &Session) {
    let server = Server::start(&Site::demonstration().root());
    let a01 = vec!["wenyuan/a01.html".to_owned()];
    for path in [
        "wenyuan/A01.html",
        "WenYuan/a01",
        "wenyuan/a01.htm",
        "wenyuan/en/a01.htm",
    ] {
        let (text, links) = said(session, &server, path);
        assert!(text.contains("高龄津贴"), "{path}: {text}");
        assert_eq!(links, a01, "{path}");
    }
    // One community lacks it, another has it.
    let (text, links) = said(session, &server, "yuhu/e02.html");
    assert_eq!(text, "玉湖社区不办“居住登记”，这里能办：");
    assert_eq!(links, ["wenyuan/e02.html"]);
    let link = session.find("#lost a");
    assert_eq!(link.text(), "文源社区");
    link.click();
    session.wait_for("document.querySelector('h1').textContent.includes('居住登记')");
    // No community is named.
    let (_, links) = said(session, &server, "a01.html");
    assert_eq!(links, ["wenyuan/a01.html", "yuhu/a01.html"]);
    // Words instead of a code, as somebody types them.
    for path in [
        "wenyuan/%E9%AB%98%E9%BE%84%E6%B4%A5%E8%B4%B4",
        "wenyuan/gljt.html",
        "wenyuan/gao-ling-jin-tie",
    ] {
        let (text, links) = said(session, &server, path);
        assert!(text.ends_with("是不是这个？"), "{path}: {text}");
        assert_eq!(links.first(), a01.first(), "{path}");
    }
    // Nothing is like it: then whom to call.
    for path in [
        "wenyuan/zzzzqq.html",
        "wenyuan/---.html",
        "nowhere/%E0%A4%A",
        "x/y/z",
        "yuhu/",
    ] {
        session.open(&server.url(path));
        let shown = session.execute(
            "return [document.getElementById('lost') ? document.getElementById('lost').hidden : null, document.querySelectorAll('a[href^=\"tel:\"]').length >= 2];",
            &[],
        );
        if path != "yuhu/" {
            assert_eq!(shown, json!([true, true]), "{path}");
        }
    }
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn without_a_script_it_names_the_communities_and_their_phones() {
    let server = Server::start(&Site::demonstration().root());
    let session = browser();
    session.cdp(
        "Emulation.setScriptExecutionDisabled",
        &json!({ "value": true }),
    );
    session.open(&server.url("yuhu/e02.html"));
    assert!(!session.find("#lost").is_displayed());
    assert!(
        session
            .find("[data-community] a[href^='tel:']")
            .is_displayed()
    );
    session.find("[data-community] .matter-link").click();
    assert!(session.url().ends_with("wenyuan/index.html"));
}
