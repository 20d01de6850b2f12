//! Two more pairs of eyes than axe's: IBM's Equal Access engine and HTML_CodeSniffer find nothing on any kind of page.

use std::fs;

use onetrip_tests::server::Server;
use onetrip_tests::site::Site;
use onetrip_tests::tools::npm_file;
use onetrip_tests::webdriver::Session;
use serde_json::{Value, json};

use crate::page::{browser, go_through};

/// IBM's: what it is sure of. It wants every element with `tabindex` to be something that one presses; a wide table that scrolls has to have it,
/// or nobody with a keyboard alone sees its end (WCAG 2.1.1, and axe's rule `scrollable-region-focusable`).
const IBM: &str = "
  const done = arguments[arguments.length - 1];
  new ace.Checker().check(document, ['IBM_Accessibility']).then((report) => done(report.results
    .filter(({ value, ruleId, snippet }) => value[0] === 'VIOLATION' && value[1] === 'FAIL' && !(ruleId === 'element_tabbable_role_valid' && snippet.includes('table-scroll')))
    .map(({ ruleId, message, snippet }) => ruleId + ': ' + message + ' ' + snippet)), (error) => done(['the engine itself failed: ' + error]));";

/// HTML_CodeSniffer's errors.
const SNIFFER: &str = "
  const done = arguments[arguments.length - 1];
  HTMLCS.process('WCAG2AA', document, () => done(HTMLCS.getMessages().filter(({ type }) => type === HTMLCS.ERROR)
    .map(({ code, msg, element }) => code + ': ' + msg + ' ' + (element.outerHTML || '').slice(0, 160))), () => done(['it failed itself']));";

struct Checkers(Vec<(String, &'static str)>);

impl Checkers {
    fn read() -> Self {
        let engine = |file: &str, global: &str| {
            let text = fs::read_to_string(npm_file(file)).expect("a script");
            format!("{text}\nwindow.{global} = {global};")
        };
        let ibm = engine("accessibility-checker-engine/ace.js", "ace");
        let sniffer = npm_file("html_codesniffer/build/HTMLCS.js");
        let sniffer = fs::read_to_string(sniffer).expect("a script");
        Self(vec![(ibm, IBM), (sniffer, SNIFFER)])
    }

    /// What they find on the page as it stands.
    fn look(&self, session: &Session) -> Vec<String> {
        let mut found = Vec::new();
        for (engine, run) in &self.0 {
            session.execute(engine, &[]);
            let told = session.execute_async(run, &[]);
            let told = told.as_array().cloned().unwrap_or_default();
            found.extend(told.iter().filter_map(Value::as_str).map(str::to_owned));
        }
        found
    }
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn every_kind_of_page_in_every_look() {
    let (server, checkers) = (
        Server::start(&Site::demonstration().root()),
        Checkers::read(),
    );
    let mut wrong = Vec::new();
    let pages = [
        "wenyuan/index.html",
        "wenyuan/a01.html",
        "wenyuan/plan.html",
        "wenyuan/find.html",
        "wenyuan/paper/hu-kou-bu.html",
        "wenyuan/screen.html",
        "wenyuan/print/booklet.html",
        "wenyuan/en/j01.html",
        "index.html",
        "about.html",
        "404.html",
    ];
    for (scheme, size) in [("light", ""), ("dark", "3")] {
        let session = browser();
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        session.cdp(
            "Emulation.setEmulatedMedia",
            &json!({ "media": "", "features": features }),
        );
        session.viewport(390, 844);
        session.open(&server.url("about.html"));
        session.execute(
            "localStorage.setItem('onetrip.size', arguments[0]);",
            &[json!(size)],
        );
        for page in pages {
            session.open(&server.url(page));
            let found = checkers.look(&session);
            wrong.extend(found.iter().map(|one| format!("{page} {scheme}: {one}")));
        }
        // In the middle of the questions, with a list, and with two matters chosen.
        session.open(&server.url("wenyuan/a01.html"));
        session.find("#door").click();
        session.wait_for("document.documentElement.dataset.screen === 'asking'");
        wrong.extend(
            checkers
                .look(&session)
                .iter()
                .map(|one| format!("asking {scheme}: {one}")),
        );
        go_through(&session, "83");
        wrong.extend(
            checkers
                .look(&session)
                .iter()
                .map(|one| format!("a list {scheme}: {one}")),
        );
        session.open(&server.url("wenyuan/plan.html#a02+a04"));
        session.wait_for("document.querySelectorAll('#questions [data-question]').length > 0");
        wrong.extend(
            checkers
                .look(&session)
                .iter()
                .map(|one| format!("a plan {scheme}: {one}")),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn they_find_what_is_wrong() {
    let (server, checkers) = (
        Server::start(&Site::demonstration().root()),
        Checkers::read(),
    );
    let session = browser();
    session.open(&server.url("about.html"));
    session.execute(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"x.png\"><input type=\"text\"><output for=\"x\">1</output>');",
        &[],
    );
    let found = checkers.look(&session).join("\n");
    assert!(
        found.contains("input_label_exists") && found.contains("H37"),
        "{found}"
    );
}
