//! A page in one file, opened from a disk: it looks and works as the page does.

use std::path::Path;

use onetrip_tests::server::Server;
use onetrip_tests::site::{Site, onetrip};
use onetrip_tests::temp::TempDir;
use onetrip_tests::tools;
use onetrip_tests::webdriver::{Browser, Session};
use serde_json::Value;

use crate::page::{browser, console_errors, go_through};

/// What every element of the page looks like, but for what the file says of itself. Links in a text are set apart where they tell a whole address,
/// as all do in a file.
const LOOK: &str = "
  const note = document.querySelector('main > .notice--attention');
  if (note && note.querySelector('a[href*=\"/wenyuan/\"]')) note.remove();
  const names = ['display', 'color', 'background-color', 'font-size', 'font-weight', 'padding', 'margin', 'border', 'position', 'width', 'content'];
  return Array.from(document.querySelectorAll('header *, main *, footer *')).filter((one) => !/^(SCRIPT|STYLE|TEMPLATE)$/.test(one.tagName) && !(one.matches('a') && one.closest('.prose, .stop-text, .notes, .line dd'))).map((one) => {
    const looks = (part) => { const style = getComputedStyle(one, part); return names.map((name) => style.getPropertyValue(name)).join('|'); };
    return [one.tagName, one.id, one.hidden, looks(null), looks('::before')].join(' ');
  });";

pub(crate) fn make(folder: &Path, code: &str) -> String {
    make_of(&tools::workspace().join("content"), folder, code)
}

pub(crate) fn make_of(content: &Path, folder: &Path, code: &str) -> String {
    let content = content.to_str().expect("a path in UTF-8");
    let arguments = [
        "build",
        "--content",
        content,
        "--community",
        "wenyuan",
        "--single-file",
        code,
        "--to",
        "a.html",
    ];
    assert!(onetrip(folder, arguments).status.success());
    format!("file://{}", folder.join("a.html").display())
}

fn assert_alike(one: &Value, other: &Value, when: &str) {
    let (one, other) = (
        one.as_array().expect("a list"),
        other.as_array().expect("a list"),
    );
    for (here, there) in one.iter().zip(other) {
        assert_eq!(here, there, "{when}");
    }
    assert_eq!(one.len(), other.len(), "{when}");
    assert!(one.len() > 100);
}

/// Answers as an old person does who comes alone, and reads the list.
fn answer(session: &Session) -> Vec<String> {
    go_through(session, "83");
    let rows = session.find_all("#list .lines > .line:not([hidden])");
    rows.iter()
        .map(onetrip_tests::webdriver::Element::text)
        .collect()
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn in_chromium_it_looks_and_works_as_the_page_does() {
    let folder = TempDir::new("single");
    let url = make(folder.path(), "a01");
    let server = Server::start(&Site::demonstration().root());
    let sessions = [browser(), browser()];
    let opened = [url, server.url("wenyuan/a01.html")];
    let mut looks = Vec::new();
    for (session, url) in sessions.iter().zip(&opened) {
        session.viewport(390, 844);
        session.open(url);
        session.wait_for("document.getElementById('wizard').dataset.state");
        looks.push(session.execute(LOOK, &[]));
    }
    assert_alike(&looks[0], &looks[1], "at first");
    let lists = sessions.each_ref().map(answer);
    assert_eq!(lists[0], lists[1]);
    assert!(lists[0].len() >= 3, "{lists:?}");
    let [one, other] = sessions
        .each_ref()
        .map(|session| session.execute(LOOK, &[]));
    assert_alike(&one, &other, "with a list");
    assert_eq!(console_errors(&sessions[0], ""), [] as [String; 0]);
    // What is sent on is the page's address, with the answers.
    let link = "return document.getElementById('keep').dataset.url;";
    assert_eq!(
        sessions[0].execute(link, &[]),
        "https://onetrip.example/wenyuan/a01.html"
    );
}

#[test]
#[ignore = "needs WebKit; tests/run runs it"]
fn in_webkit_it_works() {
    let folder = TempDir::new("single");
    let session = Session::start(Browser::WebKit);
    session.open(&make(folder.path(), "a01"));
    session.wait_for("document.getElementById('wizard').dataset.state");
    assert!(answer(&session).len() >= 3);
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn damaged_it_is_the_whole_list() {
    let folder = TempDir::new("single");
    let url = make(folder.path(), "a01");
    let path = folder.path().join("a.html");
    let html = std::fs::read_to_string(&path).expect("the file");
    // A chat that cuts long lines.
    let at = html.find("id=\"packed-page\">").expect("what is packed") + 200;
    std::fs::write(&path, [&html[..at], &html[at + 400..]].concat()).expect("a file");
    let session = browser();
    session.open(&url);
    let shown = "return [document.documentElement.classList.contains('script'), Array.from(document.querySelectorAll('#list .lines > .line')).filter((one) => one.offsetParent).length];";
    let shown = session.execute(shown, &[]);
    assert_eq!(shown[0], false);
    assert!(shown[1].as_u64() >= Some(6), "{shown}");
}
