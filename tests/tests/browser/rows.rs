//! A paper that a guide writes in several lines: one row, with the number that holds now.

use onetrip_tests::server::{Options, Server};
use onetrip_tests::webdriver::Session;
use serde_json::{Value, json};

use crate::keep::{CATCH, caught, press};
use crate::page::{ALLOWANCE, Page, at_home, browser, case_site, console_errors, whole};

const BOOK: &str = "户口簿（老人）";

/// What is seen of the row: its numbers, what becomes of the originals, and its lines.
const ROW: &str = "
  const seen = (node) => node.getClientRects().length > 0;
  const texts = (selector, within) => Array.from(within.querySelectorAll(selector)).filter(seen).map((node) => node.textContent.trim());
  const row = document.querySelector('.line--parts');
  return [texts(':scope > .counts > strong', row), texts('.keep', row), texts('.part', row).map((text) => text.replace(/\\s+/g, ' '))];";

/// Which papers of choices are said to be brought anyway.
const BROUGHT: &str = "
  return Array.from(document.querySelectorAll('.brought')).filter((node) => node.getClientRects().length).map((node) => node.textContent);";

fn row(session: &Session) -> Value {
    whole(session, ROW, &[])
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_paper_written_twice_is_one_row_with_the_number_that_holds() {
    let site = case_site("same-paper-twice");
    let server = Server::start_with(&site.root(), at_home(Options::default()));
    let session = browser();
    session.before_every_page(CATCH);
    let page = Page::open(&session, &server.url(ALLOWANCE));
    assert!(
        page.state().lines("depends").contains(&BOOK),
        "once: {:?}",
        page.state()
    );
    assert_eq!(row(&session)[0], json!(["原件 最多 1", "复印件 最多 2"]));
    assert_eq!(whole(&session, BROUGHT, &[]), json!([]));

    page.choose("本人");
    page.number("85");
    page.choose("外地");
    let open = page.state();
    assert_eq!(
        open.lines("needed"),
        ["户籍或居住证明", BOOK],
        "though one line is open"
    );
    assert_eq!(row(&session)[0], json!(["原件 1", "复印件 最多 2"]));
    assert_eq!(
        whole(&session, BROUGHT, &[]),
        json!(["已经要带：户口簿（老人）"])
    );

    page.choose("残疾");
    let end = page.state();
    assert_eq!(end.lines("needed"), ["户籍或居住证明", "残疾证", BOOK]);
    assert_eq!(end.text("summary"), "一共要带 4 样");
    let [counts, keep, parts] = [0, 1, 2].map(|at| row(&session)[at].clone());
    assert_eq!(counts, json!(["原件 1", "复印件 2"]));
    assert_eq!(keep, json!(["原件看过还您，复印件留下"]));
    let parts: Vec<&str> = parts
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    assert_eq!(parts.len(), 2, "each line's own words: {parts:?}");
    assert!(
        parts[0].contains("当场看一眼") && parts[1].contains("每一页都印"),
        "{parts:?}"
    );
    assert_eq!(session.find_all(".line--parts .tick").len(), 1);

    press(&session, "text");
    let text = caught(&session, "text");
    let lines = [
        "□ 户口簿（老人） 原件 1、复印件 2",
        "   ○ 原件 1",
        "   ○ 复印件 2",
        "   复印要求：每一页都印",
    ];
    assert!(text.contains(&lines.join("\n")), "{text}");

    page.change("户籍");
    page.choose("本市其他区县");
    assert_eq!(row(&session)[0], json!(["复印件 2"]), "one line is left");
    assert_eq!(page.state().text("summary"), "一共要带 4 样");
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

/// Of 申请表 one stays always, two more stay or are only looked at: by the contract 原件 1 or 3 that stay, or 2 of which 1 comes back.
#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_row_says_that_all_originals_stay_only_where_they_do() {
    let site = case_site("originals-in-part");
    let server = Server::start_with(&site.root(), at_home(Options::default()));
    let session = browser();
    let page = Page::open(&session, &server.url(ALLOWANCE));
    let said = || {
        let row = row(&session);
        let keep = "return Array.from(document.querySelectorAll('.line--parts > .counts > .keep')).filter((node) => node.getClientRects().length).map((node) => node.textContent.trim());";
        json!([row[0], whole(&session, keep, &[])])
    };
    assert_eq!(said(), json!([["原件 1 到 3"], []]));
    page.choose("本人");
    page.number("85");
    assert_eq!(said(), json!([["原件 1 到 3"], []]));
    page.choose("外地");
    assert_eq!(said(), json!([["原件 3"], ["原件交上，不退还"]]));
    page.change("户籍");
    page.choose("本市其他区县");
    assert_eq!(said(), json!([["原件 2"], []]));
    page.change("户籍");
    page.choose("本区");
    assert_eq!(said(), json!([["原件 1"], ["原件交上，不退还"]]));
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn without_a_script_the_row_shows_every_line_with_its_condition() {
    let site = case_site("same-paper-twice");
    let server = Server::start_with(&site.root(), at_home(Options::default()));
    let session = browser();
    session.before_every_page("delete window.WebAssembly");
    session.open(&server.url(ALLOWANCE));
    let [counts, _, parts] = [0, 1, 2].map(|at| row(&session)[at].clone());
    assert_eq!(counts, json!(["原件 最多 1", "复印件 最多 2"]));
    let parts: Vec<&str> = parts
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    assert!(parts[0].contains("户籍：选了“本区”或“外地”"), "{parts:?}");
    assert!(parts[1].contains("情况：选了“低保”或“残疾”"), "{parts:?}");
}
