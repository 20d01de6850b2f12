//! Papers in a number that an answer says: with the answer open in words, with it given as a number, in every place that tells it.

use onetrip_tests::server::{Options, Server};
use onetrip_tests::webdriver::Session;
use serde_json::{Value, json};

use crate::keep::{CATCH, caught, press};
use crate::page::{ALLOWANCE, Page, at_home, browser, case_site, console_errors, whole};

/// The numbers and what becomes of the originals, of the lines whose name is in the argument.
const COUNTS: &str = "
  const seen = (node) => node.getClientRects().length > 0;
  const line = Array.from(document.querySelectorAll('#list .lines > .line')).find((node) => node.dataset.name === arguments[0]);
  return Array.from(line.querySelectorAll('.counts > strong, .counts > .keep')).filter(seen).map((node) => node.textContent.trim());";

fn counts(session: &Session, name: &str) -> Value {
    whole(session, COUNTS, &[json!(name)])
}

const CARD: &str = "身份证（老人）";
const EACH: [&str; 3] = [
    "原件 每位老人 1 份",
    "复印件 每位老人 2 份，另加 1 份",
    "原件看过还您，复印件留下",
];

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_number_that_an_answer_says_is_told_wherever_the_paper_is() {
    let site = case_site("count-by-answer");
    let server = Server::start_with(&site.root(), at_home(Options::default()));
    let session = browser();
    session.before_every_page(CATCH);
    let page = Page::open(&session, &server.url(ALLOWANCE));
    assert_eq!(counts(&session, CARD), json!(EACH), "nothing is answered");

    page.number("3");
    let three = json!(["原件 3", "复印件 7", "原件看过还您，复印件留下"]);
    assert_eq!(counts(&session, CARD), three);
    page.choose("代办");
    page.number("85");
    page.choose("本区");
    page.choose("以上都没有");
    let end = page.state();
    assert_eq!(end.text("summary"), "一共要带 3 样", "kinds, not pieces");
    assert_eq!(
        counts(&session, "委托书"),
        json!(["原件 3", "原件交上，不退还"])
    );
    press(&session, "text");
    let text = caught(&session, "text");
    assert!(text.contains("□ 身份证（老人） 原件 3、复印件 7"), "{text}");
    assert!(text.contains("□ 委托书 原件 3"), "{text}");

    // Another number, and not to know it.
    page.change("几位老人");
    page.number("1");
    assert_eq!(
        counts(&session, CARD),
        json!(["原件 1", "复印件 3", "原件看过还您，复印件留下"])
    );
    page.change("几位老人");
    page.choose("不清楚");
    assert_eq!(counts(&session, CARD), json!(EACH));
    press(&session, "text");
    let text = caught(&session, "text");
    assert!(
        text.contains("□ 身份证（老人） 原件 每位老人 1 份、复印件 每位老人 2 份，另加 1 份"),
        "{text}"
    );
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

/// Who counts is asked even where nothing else depends on it, and no longer when a stop leaves no list.
#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn how_many_is_asked_as_long_as_something_may_be_wanted() {
    let site = case_site("count-by-answer");
    let server = Server::start_with(&site.root(), at_home(Options::default()));
    let session = browser();
    let page = Page::open(&session, &server.url(ALLOWANCE));
    page.choose("不清楚");
    page.choose("本人");
    page.number("60");
    let end = page.state();
    assert_eq!(end.text("state"), "stopped");
    page.change("年龄");
    page.number("90");
    page.choose("本区");
    page.choose("以上都没有");
    assert_eq!(page.state().text("state"), "finished");
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}
