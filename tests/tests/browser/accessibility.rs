//! axe-core finds nothing, in every state of the wizard and on every kind of page.

use onetrip_tests::cases;
use onetrip_tests::server::Server;
use onetrip_tests::site::Site;
use onetrip_tests::tools::npm_file;
use onetrip_tests::webdriver::Session;
use serde_json::{Value, json};

use crate::page::{ALLOWANCE, Page, base_server, browser};

const RUN: &str = "
  const done = arguments[arguments.length - 1];
  axe.run(document).then((result) => done(result.violations.map((violation) =>
    violation.id + ' (' + violation.impact + '): ' + violation.help + '\\n' +
    violation.nodes.map((node) => '    ' + node.target + '  ' + node.html.slice(0, 160)).join('\\n'))),
    (error) => done(['axe itself failed: ' + error]));";

#[track_caller]
pub(crate) fn assert_accessible(session: &Session, state: &str) {
    let source =
        std::fs::read_to_string(npm_file("axe-core/axe.min.js")).expect("axe-core is text");
    session.execute(&source, &[]);
    let found = session.execute_async(RUN, &[]);
    let found: Vec<_> = found
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    assert!(found.is_empty(), "{state}: axe finds\n{}", found.join("\n"));
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn every_state_of_the_wizard() {
    for scheme in ["light", "dark"] {
        every_state_in(scheme);
    }
}

/// A browser with the phone set to this scheme.
fn browser_in(scheme: &str, media: &str) -> Session {
    let session = browser();
    let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
    session.cdp(
        "Emulation.setEmulatedMedia",
        &json!({ "media": media, "features": features }),
    );
    session
}

fn every_state_in(scheme: &str) {
    let (server, session) = (base_server(), browser_in(scheme, ""));
    session.viewport(390, 844);
    let page = Page::open(&session, &server.url(ALLOWANCE));
    assert_accessible(&session, "initial");
    page.choose("代办");
    assert_accessible(&session, "a number is asked");
    page.number("x");
    assert_accessible(&session, "a wrong number");
    page.number("85");
    page.choose("不清楚");
    assert_accessible(&session, "several may be marked");
    page.choose("残疾");
    assert_eq!(page.state().state(), "finished");
    assert_accessible(&session, "finished");
    page.change("年龄");
    assert_accessible(&session, "an answer is changed");
    page.number("70");
    assert_eq!(page.state().state(), "stopped");
    assert_accessible(&session, "stopped");
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn every_kind_of_page() {
    let server = base_server();
    for scheme in ["light", "dark"] {
        let session = browser_in(scheme, "");
        for (width, height) in [(390, 844), (1280, 800)] {
            session.viewport(width, height);
            for page in ["index.html", "dong/index.html", "dong/b01.html", "404.html"] {
                session.open(&server.url(page));
                assert_accessible(&session, &format!("{page} at {width} px, {scheme}"));
            }
        }
    }
}

/// Real guides, homes and plans have parts that the small site lacks.
#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn the_demonstration_in_the_evening() {
    let server = Server::start(&Site::demonstration().root());
    let session = browser_in("dark", "");
    session.viewport(390, 844);
    let ground = "return getComputedStyle(document.body).backgroundColor;";
    for page in [
        "index.html",
        "wenyuan/index.html",
        "wenyuan/plan.html",
        "wenyuan/a01.html",
        "wenyuan/f03.html",
        "wenyuan/en/c03.html",
    ] {
        session.open(&server.url(page));
        assert_accessible(&session, &format!("{page}, dark"));
        assert_ne!(session.execute(ground, &[]), json!("rgb(250, 246, 238)"));
    }
    // Paper stays white, and so does whoever asks for strong contrast.
    let print = browser_in("dark", "print");
    print.open(&server.url("wenyuan/a01.html"));
    assert_eq!(print.execute(ground, &[]), json!("rgb(255, 255, 255)"));
    session.execute("document.documentElement.classList.add('contrast');", &[]);
    assert_eq!(session.execute(ground, &[]), json!("rgb(255, 255, 255)"));
    assert_accessible(&session, "strong contrast");
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn pages_of_ended_codes() {
    let site = cases::site("good/retired");
    let (server, session) = (Server::start(&site.root()), browser());
    session.viewport(390, 844);
    for page in ["dong/a01.html", "dong/a03.html", "nan/b01.html"] {
        session.open(&server.url(page));
        assert_accessible(&session, page);
    }
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn the_wizard_works_by_keyboard_alone() {
    let (server, session) = (base_server(), browser());
    let page = Page::open(&session, &server.url(ALLOWANCE));
    // WebDriver's codes: space marks, Enter sends the form.
    session
        .find("#wizard [data-question='0'] input[value='1']")
        .send_keys(" ");
    session
        .find("#wizard [data-question='0'] input[value='1']")
        .send_keys("\u{E007}");
    page.wait_until("the next question", |state| state.question() == "年龄");
    let focus = session.execute(
        "return document.activeElement.closest('[data-question]') !== null",
        &[],
    );
    assert_eq!(focus, Value::Bool(true), "the focus follows the question");
    session.find("#q1").send_keys("85\u{E007}");
    page.wait_until("the question after the number", |state| {
        state.question() == "户籍"
    });
}
