//! Numbers with decimals, typed in every way that people know, and told in the same figures wherever answers are told.

use onetrip_tests::server::{Options, Server};
use onetrip_tests::site::Site;
use onetrip_tests::webdriver::{Element, Session};

use crate::keep::{CATCH, caught, press};
use crate::page::{Page, at_home, browser, case_site, confirm, console_errors};

const FIELD: &str = "#wizard [data-question]:not([hidden]) input[type=text]";

fn server(site: &Site) -> Server {
    Server::start_with(&site.root(), at_home(Options::default()))
}

/// The answers on the slip, as it goes to the printer.
fn slip(session: &Session) -> String {
    let script = "window.dispatchEvent(new Event('beforeprint')); return document.getElementById('slip-answers').textContent";
    let said = session.execute(script, &[]);
    said.as_str().unwrap_or_default().to_owned()
}

/// What a page says to what was typed, and to what it would not take.
struct Words {
    label: &'static str,
    income: &'static str,
    /// What was typed, and the message.
    refused: [(&'static str, &'static str); 6],
    /// How the answer 45.5 is told, and 5.5.
    answers: [&'static str; 2],
    hint: &'static str,
    unsure: &'static str,
}

const ZH: Words = Words {
    label: "面积",
    income: "月收入：1830.51 元",
    refused: [
        ("45，5", "像 45.5 这样，小数点写一个点"),
        ("45.", "像 45.5 这样，小数点写一个点"),
        ("45.55", "小数点后面最多 1 位"),
        ("0.4", "最小是 0.5"),
        ("500.1", "最大是 500"),
        ("四十五点五", "像 45.5 这样，小数点写一个点"),
    ],
    answers: ["面积：45.5 平方米", "面积：5.5 平方米"],
    hint: "请填 0.5 到 500 的数，最多 1 位小数。",
    unsure: "不清楚",
};

const EN: Words = Words {
    label: "Living space",
    income: "Monthly income: 1830.51 yuan",
    refused: [
        ("45,5", "such as 45.5, with a point"),
        (".5", "such as 45.5, with a point"),
        ("45.55", "Digits after the point: 1 at most"),
        ("0.4", "the lowest is 0.5"),
        ("500.1", "the highest is 500"),
        ("45.5.5", "such as 45.5, with a point"),
    ],
    answers: [
        "Living space: 45.5 square metres",
        "Living space: 5.5 square metres",
    ],
    hint: "A number from 0.5 to 500. Digits after the point: 1 at most.",
    unsure: "Not sure",
};

/// The question stands there; nothing that is no answer is taken.
fn refuses(page: &Page<'_>, words: &Words) {
    let session = page.session;
    let field = session.find_visible(FIELD);
    assert_eq!(field.property("inputMode"), "decimal");
    let hints = session.find_all("#wizard [data-question]:not([hidden]) .hint");
    let hints: Vec<String> = hints.iter().map(Element::text).collect();
    assert!(hints.iter().any(|hint| hint == words.hint), "{hints:?}");
    for (typed, message) in words.refused {
        page.number(typed);
        let state = page.state();
        assert_eq!(state.question(), words.label, "{typed}");
        assert!(state.text("error").contains(message), "{typed}: {state:?}");
    }
}

/// What is copied and what the slip says.
fn told(session: &Session) -> [String; 2] {
    press(session, "text");
    [caught(session, "text"), slip(session)]
}

fn matter(language: &str, words: &Words, papers: &[&str]) {
    let site = case_site("decimals");
    let (server, session) = (server(&site), browser());
    session.before_every_page(CATCH);
    let page = Page::open(&session, &server.url(&format!("dong/{language}c01.html")));
    refuses(&page, words);
    page.number("45．5");
    let state = page.state();
    assert_eq!(state.state(), "stopped");
    assert_eq!(state.texts("answers"), [words.answers[0]]);

    // In the field stands what was typed, not the steps that the engine counts in.
    page.change(words.label);
    assert_eq!(session.find_visible(FIELD).property("value"), "45.5");
    page.number("5.50");
    page.number("1830.51");
    let end = page.state();
    assert_eq!(end.state(), "finished");
    assert_eq!(end.texts("answers"), [words.answers[1], words.income]);
    let listed: Vec<&str> = [end.lines("always"), end.lines("needed")].concat();
    assert_eq!(listed, papers, "5.5 is not below 5.5, 1830.51 above 1830.5");
    for text in told(&session) {
        for wanted in [words.answers[1], words.income] {
            assert!(text.contains(wanted), "{wanted}: {text}");
        }
    }
    // The next hundredth and tenth below change the list.
    page.change(words.label);
    page.number("5.4");
    assert!(
        page.state()
            .lines("needed")
            .iter()
            .all(|name| *name != papers[1])
    );
    page.change(words.label);
    page.number("5.5");

    // Somebody else opens the address.
    let address = format!(
        "{}#{}",
        server.url(&format!("dong/{language}c01.html")),
        session.fragment()
    );
    let other = browser();
    let restored = Page::open(&other, &address).state();
    assert!(restored.is("restored"), "{restored:?}");
    assert_eq!(restored.essence(), page.state().essence());
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_decimal_is_taken_and_told_as_it_is_typed() {
    matter("", &ZH, &["身份证", "中房照片"]);
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_decimal_is_taken_and_told_in_english() {
    matter("en/", &EN, &["Identity card", "Photo of a middling home"]);
}

/// Two matters ask the same question: once, and the answer decides in both.
fn plan(language: &str, words: &Words, of_both: [&str; 2]) {
    let site = case_site("decimals");
    let (server, session) = (server(&site), browser());
    session.before_every_page(CATCH);
    session.open(&server.url(&format!("dong/{language}plan.html#a07+c01")));
    session.wait("the matters to choose from", || {
        let button = session.find("#choosing button[type=submit]");
        button.is_displayed().then_some(())
    });
    confirm(&session);
    let page = Page { session: &session };
    page.enter();
    refuses(&page, words);
    page.number("４５．５");
    let state = page.state();
    assert_eq!(state.texts("answers"), [words.answers[0]]);
    assert_eq!(
        state
            .lines("needed")
            .iter()
            .filter(|name| **name == of_both[0])
            .count(),
        1,
        "{state:?}"
    );
    page.change(words.label);
    assert_eq!(session.find_visible(FIELD).property("value"), "45.5");
    page.number("5.5 m");
    // Who comes, how old, …: whatever else is asked is left open.
    while page.state().state() == "asking" {
        if words.income.starts_with(page.state().question()) {
            page.number("1830.51");
        } else {
            page.choose(words.unsure);
        }
    }
    let end = page.state();
    assert!(end.texts("answers").contains(&words.answers[1]), "{end:?}");
    assert!(end.lines("needed").contains(&of_both[1]), "{end:?}");
    assert!(!end.lines("needed").contains(&of_both[0]), "{end:?}");
    for text in told(&session) {
        assert!(text.contains(words.answers[1]), "{text}");
    }
    let address = format!(
        "{}#{}",
        server.url(&format!("dong/{language}plan.html")),
        session.fragment()
    );
    let other = browser();
    let restored = Page::open(&other, &address).state();
    assert_eq!(restored.texts("answers"), end.texts("answers"));
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_plan_asks_a_shared_decimal_once() {
    plan("", &ZH, ["安装护栏申请", "中房照片"]);
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_plan_asks_a_shared_decimal_once_in_english() {
    plan("en/", &EN, ["安装护栏申请", "Photo of a middling home"]);
}

/// A whole number is asked for as before.
#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_whole_number_takes_no_decimals() {
    let site = case_site("decimals");
    let (server, session) = (server(&site), browser());
    let page = Page::open(&session, &server.url("dong/a07.html"));
    page.number("45.5");
    page.choose("本人");
    assert_eq!(session.find_visible(FIELD).property("inputMode"), "numeric");
    page.number("85.5");
    let state = page.state();
    assert_eq!(state.question(), "年龄");
    assert!(state.text("error").contains("像 80 这样"), "{state:?}");
    page.number("85");
    assert!(page.state().texts("answers").contains(&"年龄：85 周岁"));
}
