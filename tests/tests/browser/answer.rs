//! The card at the top of a matter's page: on the first screen, and with the numbers and names of the list below.

use onetrip_tests::server::Server;
use onetrip_tests::site::{Site, is_kind};
use serde_json::Value;

use crate::clock::browser_at;
use crate::page::{ALLOWANCE, Page, base_server, browser, whole};

/// What the card says of papers and what the list does, each by the numbers and names in it.
const TOLD: &str = "
  const card = document.getElementById('answer-served').textContent;
  const number = (text, words) => words.map((word) => text.match(word)).filter(Boolean).map((found) => Number(found[1]))[0];
  const [sure, perhaps] = [[/一定带 (\\d+) 样/, /^\\s*带 (\\d+) 样：/, /For certain \\((\\d+)\\)/, /These (\\d+):/],
    [/另有 (\\d+) 样看情况/, /depending on your case: (\\d+) more/]].map((words) => number(card, words) || 0);
  const lines = [...document.querySelectorAll('#list > .lines > .line:not(.line--recommended)')];
  return { card: card.trim(), sure, perhaps,
    always: lines.filter((line) => line.classList.contains('line--always')).map((line) => line.dataset.name),
    summary: (document.getElementById('summary') || { textContent: '' }).textContent };";

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn the_four_answers_stand_on_the_first_screen() {
    let server = Server::start(&Site::demonstration().root());
    for moment in ["2026-11-25T10:03:00+08:00", "2026-11-28T20:00:00+08:00"] {
        let session = browser_at(moment, "Asia/Shanghai");
        session.viewport(390, 844);
        session.open(&server.url("wenyuan/a01.html"));
        session.wait_for("!document.getElementById('open-now').hidden");
        let rows = session.find_all("#answer dl > div");
        assert_eq!(rows.len(), 4);
        let end = session.execute(
            "const rows = document.querySelectorAll('#answer dl > div');
             return rows[rows.length - 1].getBoundingClientRect().bottom;",
            &[],
        );
        let end = end.as_f64().expect("a number");
        assert!(end <= 844.0, "{moment}: the answers end at {end}");
    }
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn the_card_tells_what_the_list_tells() {
    let site = Site::demonstration();
    let (server, session) = (Server::start(&site.root()), browser());
    let files = site.files();
    let is_matter = |path: &&String| {
        let name = path.rsplit('/').next().unwrap_or_default();
        let code = name.strip_suffix(".html").unwrap_or_default();
        let figures = code.get(1..).unwrap_or_default();
        is_kind(path, "html") && figures.len() == 2 && figures.chars().all(|c| c.is_ascii_digit())
    };
    let (mut pages, mut numbers) = (0, 0);
    for path in files.keys().filter(is_matter) {
        session.open(&server.url(path));
        if session.find_all("#wizard").is_empty() || session.find_all("#answer").is_empty() {
            continue;
        }
        session.wait_for("document.getElementById('summary').textContent");
        let told = session.execute(TOLD, &[]);
        let card = told["card"].as_str().unwrap_or_default();
        let summary = told["summary"].as_str().unwrap_or_default();
        // What is only useful is told behind.
        let needed = summary.split("另外").next().unwrap_or_default();
        let needed = needed.split("useful").next().unwrap_or_default();
        let wanted = figures(needed);
        let said = [&told["sure"], &told["perhaps"]].map(|value| value.as_u64().unwrap_or(0));
        let always: Vec<&str> = texts(&told["always"]);
        // Where nothing is certain the card says so in words.
        if said[0] > 0 {
            assert_eq!(
                said[..wanted.len()],
                wanted[..],
                "{path}: {card} | {summary}"
            );
            numbers += 1;
        } else {
            assert_eq!(wanted.first(), Some(&0), "{path}: {card} | {summary}");
        }
        for name in &always {
            assert!(card.contains(name), "{path}: {name} in {card}");
        }
        assert_eq!(said[0] == 0, always.is_empty(), "{path}: {card}");
        pages += 1;
    }
    assert!(
        pages > 40 && numbers > 30,
        "{pages} pages, {numbers} with numbers"
    );
}

/// The numbers of a text, in their order.
fn figures(text: &str) -> Vec<u64> {
    let parts = text.split(|c: char| !c.is_ascii_digit());
    parts.filter_map(|part| part.parse().ok()).collect()
}

fn texts(list: &Value) -> Vec<&str> {
    let texts = list.as_array().into_iter().flatten();
    texts.filter_map(Value::as_str).collect()
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn the_card_follows_the_answers() {
    let (server, session) = (base_server(), browser());
    let page = Page::open(&session, &server.url(ALLOWANCE));
    // It stands there when one looks at the list in between.
    let shown = || {
        let script = "
          const seen = (node) => node.getClientRects().length > 0;
          return ['answer-served', 'answer-now'].map((id) => document.getElementById(id)).filter(seen).map((node) => node.textContent.trim());";
        let shown = whole(&session, script, &[]);
        let shown = texts(&shown).into_iter().map(str::to_owned);
        let shown: Vec<String> = shown.collect();
        assert_eq!(shown.len(), 1, "{shown:?}");
        shown.concat()
    };
    let first = shown();
    assert!(first.contains("一定带"), "{first}");
    page.choose("代办");
    assert_eq!(shown(), session.find("#summary").text());
    page.back();
    assert_eq!(shown(), first);
    // Where nothing is to be brought, the card says why.
    page.choose("代办");
    page.number("70");
    page.wait_until("the stop", |state| state.state() == "stopped");
    assert_eq!(shown(), session.find_visible(".stop h3").text());
}
