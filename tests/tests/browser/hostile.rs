//! Bad input: addresses that nobody made here, numbers out of any sense, a storage that is forbidden, full or spoilt.

use std::fmt::Write as _;

use onetrip_tests::server::Server;
use onetrip_tests::site::Site;
use onetrip_tests::webdriver::{Browser, Session};
use serde_json::{Value, json};

use crate::page::{ALLOWANCE, Page, State, base_server, browser, console_errors};

/// The whole page as it stands, made comparable: the day of the visit is today's.
const PAGE: &str =
    "return document.title + document.documentElement.className + document.body.innerHTML";

/// `#` parts that nobody made here.
fn garbage() -> Vec<String> {
    let short = [
        "x",
        "1",
        "1.",
        "1..",
        "....",
        "1.zzzz.q-q.q-q.z",
        "1.0.0-c0.z",
        "9.1.1-1",
        "main",
        "%",
        "%00",
        "%E0%A4%A",
        "%E4%BD%A0",
        "你好",
        "a01+",
        "+",
        "++++",
        "a01+a01+zzz",
        "A01",
        "t1",
        "t1.",
        "t1.z",
        "t1..z",
        "t1.0_0.z",
        "t1.zzzzzzzz_zzzzzzzz.z",
        "__proto__",
        "constructor",
        "toString",
        "1.__proto__.__proto__-c__proto__.z",
        "t1.__proto__.z",
        "__proto__+constructor",
        "javascript:alert(1)",
        "<img src=x onerror=alert(1)>",
        "\"><script>document.title='taken'</script>",
        "%3Cimg%20src=x%20onerror=alert(1)%3E",
        "{{constructor}}",
        "wizard",
        "list",
        "q0",
        "-1",
        "1.1.1-n1e400.z",
        "1.1.1-n-5.z",
        "1.1.1-n99999999999999999999999999.z",
    ];
    let mut all: Vec<String> = short.into_iter().map(str::to_owned).collect();
    all.push("a".repeat(100_000));
    all.push(format!("1.1{}.z", ".1-c1".repeat(20_000)));
    all.push(format!("t1{}.z", ".1_1".repeat(25_000)));
    all.push("a01+".repeat(25_000));
    all
}

fn open(session: &Session, url: &str) -> (String, State) {
    // A new address that differs in its # part alone would load nothing.
    session.open("about:blank");
    let page = Page::open(session, url);
    (
        session
            .execute(PAGE, &[])
            .as_str()
            .unwrap_or_default()
            .to_owned(),
        page.state(),
    )
}

/// Opens each address; the page must be the untouched one to the letter.
fn leave_no_trace(session: &Session, url: &str, parts: &[String]) {
    let (untouched, _) = open(session, url);
    for part in parts {
        let (page, state) = open(session, &format!("{url}#{part}"));
        let short: String = part.chars().take(80).collect();
        assert_eq!(state.texts("answers"), Vec::<&str>::new(), "{url}#{short}");
        assert!(
            page == untouched,
            "{url}#{short}: {}",
            difference(&untouched, &page)
        );
    }
}

/// The surroundings of the first difference.
fn difference(one: &str, other: &str) -> String {
    let at = one
        .chars()
        .zip(other.chars())
        .position(|(one, other)| one != other)
        .unwrap_or_default();
    let around = |text: &str| {
        text.chars()
            .skip(at.saturating_sub(120))
            .take(240)
            .collect::<String>()
    };
    format!(
        "\n-- untouched\n{}\n-- here\n{}",
        around(one),
        around(other)
    )
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn in_chromium_a_garbage_address_leaves_no_trace() {
    let (server, session) = (base_server(), browser());
    let demonstration = Server::start(&Site::demonstration().root());
    leave_no_trace(&session, &server.url(ALLOWANCE), &garbage());
    let plan: Vec<_> = garbage()
        .into_iter()
        // Matters that are known, or missed by name or number: the page says so.
        .filter(|part| {
            !part.starts_with("a01") && part != "t1.0_0.z" && !part.starts_with("t1.1_1")
        })
        .collect();
    leave_no_trace(&session, &demonstration.url("wenyuan/plan.html"), &plan);
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

#[test]
#[ignore = "needs WebKit; tests/run runs it"]
fn in_webkit_a_garbage_address_leaves_no_trace() {
    let server = base_server();
    leave_no_trace(
        &Session::start(Browser::WebKit),
        &server.url(ALLOWANCE),
        &garbage(),
    );
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_plan_takes_of_a_link_what_it_knows_once() {
    let (server, session) = (Server::start(&Site::demonstration().root()), browser());
    for part in [
        "a01+a01+zzz",
        "zzz+a01",
        "+a01",
        "a01+<b>",
        &"a01+".repeat(25),
    ] {
        open(&session, &server.url(&format!("wenyuan/plan.html#{part}")));
        let marked = session.execute(
            "return document.querySelectorAll('#choosing input:checked').length",
            &[],
        );
        assert_eq!(marked, json!(1), "#{part}");
    }
    open(
        &session,
        &server.url(&format!("wenyuan/plan.html#{}", "a01+".repeat(25_000))),
    );
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn an_address_of_another_matter_leaves_no_trace() {
    let (server, session) = (Server::start(&Site::demonstration().root()), browser());
    let page = Page::open(&session, &server.url("wenyuan/a01.html"));
    page.number("85");
    page.choose("本区");
    let other = session.fragment();
    assert!(!other.is_empty());
    // The first shares no question with it, the second its very questions.
    for guide in ["wenyuan/g01.html", "wenyuan/a02.html", "wenyuan/plan.html"] {
        leave_no_trace(&session, &server.url(guide), std::slice::from_ref(&other));
    }
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn an_address_that_changes_into_garbage_under_the_page_takes_no_answer_away() {
    let (server, session) = (base_server(), browser());
    let page = Page::open(&session, &server.url(ALLOWANCE));
    page.choose("代办");
    let (answered, address) = (page.state(), session.url());
    for part in garbage() {
        session.execute("location.hash = arguments[0]", &[json!(part)]);
        session.wait("the address with the answers", || {
            (session.url() == address).then_some(())
        });
        assert_eq!(page.state().essence(), answered.essence());
    }
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

fn numbers_out_of_sense(session: &Session) {
    let server = base_server();
    let page = Page::open(session, &server.url(ALLOWANCE));
    page.choose("本人");
    let before = session.fragment();
    for wrong in [
        "-5",
        "八十",
        "1e400",
        "3.5",
        "",
        "  ",
        "0x50",
        "八5",
        "80/81",
        "<b>80</b>",
        "NaN",
        "９９９９",
    ] {
        page.number(wrong);
        let state = page.state();
        assert_eq!(
            (state.question(), session.fragment()),
            ("年龄", before.clone()),
            "{wrong:?} is no age"
        );
        assert_ne!(state.text("error"), "", "{wrong:?}: a hint");
        let field = session.find("#q1");
        assert_eq!(
            field.attribute("aria-invalid").as_deref(),
            Some("true"),
            "{wrong:?}"
        );
        let focused = session.execute("return document.activeElement.id", &[]);
        assert_eq!(
            focused,
            json!("q1"),
            "{wrong:?}: the hint leads back to the field"
        );
    }
    page.number("１２");
    let state = page.wait_until("the stop", |state| state.state() == "stopped");
    assert!(state.texts("answers")[1].contains("12"), "{state:?}");
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn in_chromium_numbers_out_of_sense_get_a_hint_at_the_field() {
    let session = browser();
    numbers_out_of_sense(&session);
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

#[test]
#[ignore = "needs WebKit; tests/run runs it"]
fn in_webkit_numbers_out_of_sense_get_a_hint_at_the_field() {
    numbers_out_of_sense(&Session::start(Browser::WebKit));
}

/// Answers to the end: what can be ticked off is shown then.
fn answer_all(session: &Session, url: &str) {
    let page = Page::open(session, url);
    page.choose("本人");
    page.number("85");
    page.choose("外地");
    page.choose("残疾");
    assert_eq!(page.state().state(), "finished");
}

/// Answers, ticks off, makes the letters larger, clears: all that a storage serves.
fn everything_works(session: &Session, url: &str, reason: &str) {
    answer_all(session, url);
    let before = session.find("#packed").text();
    for selector in [
        "#list .lines > .line:not([hidden]) .tick .choice",
        "#face summary",
        "[data-face=larger]",
        "[data-face=contrast]",
    ] {
        let found = session.find_visible(selector);
        found.bring_to_the_middle();
        found.click();
    }
    assert_ne!(
        session.find("#packed").text(),
        before,
        "{reason}: the tick counts"
    );
    let clear = session.find_visible("[data-keep=clear]");
    clear.bring_to_the_middle();
    clear.click();
    assert_eq!(session.find("#packed").text(), before, "{reason}: cleared");
    assert_eq!(
        console_errors(session, ""),
        Vec::<String>::new(),
        "{reason}"
    );
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn without_a_storage_everything_works() {
    let forbidden = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('forbidden', 'SecurityError'); } })";
    let full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }";
    let absent = "Object.defineProperty(window, 'localStorage', { value: null })";
    for (reason, script) in [("forbidden", forbidden), ("full", full), ("absent", absent)] {
        let (server, session) = (base_server(), browser());
        session.before_every_page(script);
        everything_works(&session, &server.url(ALLOWANCE), reason);
    }
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn with_a_spoilt_storage_everything_works() {
    let (server, session) = (base_server(), browser());
    for value in [
        "null",
        "5",
        "{",
        "\"abc\"",
        "{\"__proto__\":1}",
        "[{}]",
        "1e400",
    ] {
        session.open(&server.url(ALLOWANCE));
        let mut spoil = String::new();
        for key in [
            "'onetrip.bag:' + location.pathname",
            "'onetrip.size'",
            "'onetrip.contrast'",
            "'onetrip.window'",
        ] {
            let _ = writeln!(spoil, "localStorage.setItem({key}, arguments[0]);");
        }
        session.execute(&spoil, &[json!(value)]);
        session.open("about:blank");
        everything_works(&session, &server.url(ALLOWANCE), value);
    }
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn what_is_in_the_bag_is_kept_until_cleared() {
    let (server, session) = (base_server(), browser());
    answer_all(&session, &server.url(ALLOWANCE));
    let tick = session.find_visible("#list .lines > .line .tick .choice");
    tick.bring_to_the_middle();
    tick.click();
    let packed = session.find("#packed").text();
    assert_ne!(packed, "");
    session.refresh();
    session.wait("the tick after Reload", || {
        (session.find("#packed").text() == packed).then_some(())
    });
    let kept = session.execute("return Object.keys(localStorage)", &[]);
    let clear = session.find_visible("[data-keep=clear]");
    clear.bring_to_the_middle();
    clear.click();
    let left = session.execute("return Object.keys(localStorage)", &[]);
    assert_eq!(
        (kept.as_array().map(Vec::len), left),
        (Some(1), Value::Array(Vec::new()))
    );
}
