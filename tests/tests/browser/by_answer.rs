//! Fee, visits, time and place by the answers: a range while they are open, the value once they are given, in every place that tells it.

use onetrip_tests::server::{Options, Server};
use onetrip_tests::webdriver::Session;
use serde_json::{Value, json};

use crate::clock::{Said, browser_at};
use crate::keep::{caught, press};
use crate::page::{ALLOWANCE, Page, at_home, case_site, confirm, console_errors, whole};

/// What is seen of the facts, and of the places: each range, and each entry without its condition and reason.
const FACTS: &str = "
  const seen = (node) => node.getClientRects().length > 0;
  const bare = (node) => { const copy = node.cloneNode(true); copy.querySelectorAll('.when, .why, .hint').forEach((one) => one.remove()); return copy.textContent.replace(/\\s+/g, ' ').trim(); };
  const texts = (selector) => Array.from(document.querySelectorAll(selector)).filter(seen).map(bare);
  return { ranges: texts('.facts .range'), card: texts('.answer .range'), entries: texts('.cases > .case'), places: texts('.venue-case h3') };";

fn facts(session: &Session) -> Value {
    whole(session, FACTS, &[])
}

/// What the slip says of money, as it goes to the printer.
fn slip_fee(session: &Session) -> String {
    let script = "window.dispatchEvent(new Event('beforeprint')); return document.getElementById('slip-fee').textContent";
    let said = session.execute(script, &[]);
    said.as_str().expect("a text").to_owned()
}

/// The copied text and the slip say the fee so, each in a line.
fn assert_fee(session: &Session, text: &str, fee: &str) {
    assert!(text.lines().any(|line| line == fee), "{fee}: {text}");
    assert_eq!(slip_fee(session), fee);
}

/// A Wednesday on which the hall is open, and the other place not yet.
const EARLY: &str = "2026-11-25T13:45:00+08:00";

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn what_the_answers_decide_is_a_range_until_they_are_given() {
    let site = case_site("by-answer");
    let server = Server::start_with(&site.root(), at_home(Options::default()));
    let session = browser_at(EARLY, "Asia/Shanghai");
    let page = Page::open(&session, &server.url(ALLOWANCE));
    assert_eq!(
        facts(&session),
        json!({
            "ranges": ["承诺 10–15 个工作日内办好，看情况", "0–27.50 元，看情况", "到现场 1–2 次，看情况"],
            "card": ["在东社区就能办 或 在示例街道便民服务中心就能办，看情况", "到现场 1–2 次，看情况", "0–27.50 元，看情况", "承诺 10–15 个工作日内办好，看情况"],
            "entries": ["承诺 10 个工作日内办好", "承诺 15 个工作日内办好", "换领 20 元", "照相 7.5 元", "不收费", "到现场 1 次", "到现场 2 次"],
            "places": ["东社区", "示例街道便民服务中心"],
        }),
        "nothing is answered"
    );
    let said = Said::read(&session);
    assert_eq!(said.text("open"), "现在没开，今天 14:00 开门", "both");

    page.choose("本人");
    page.number("85");
    page.choose("外地");
    assert_eq!(
        facts(&session),
        json!({
            "ranges": ["承诺 10–15 个工作日内办好，看情况", "27.50 元"],
            "card": ["在示例街道便民服务中心就能办", "到现场 2 次", "27.50 元", "承诺 10–15 个工作日内办好，看情况"],
            "entries": ["承诺 10 个工作日内办好", "承诺 15 个工作日内办好", "换领 20 元", "照相 7.5 元", "到现场 2 次"],
            "places": ["示例街道便民服务中心"],
        }),
        "two fees are due"
    );
    page.choose("以上都没有");
    page.wait_until("the list", |state| state.state() == "finished");
    assert_eq!(
        facts(&session),
        json!({
            "ranges": ["27.50 元"],
            "card": ["在示例街道便民服务中心就能办", "到现场 2 次", "27.50 元", "承诺 15 个工作日内办好"],
            "entries": ["承诺 15 个工作日内办好", "换领 20 元", "照相 7.5 元", "到现场 2 次"],
            "places": ["示例街道便民服务中心"],
        })
    );
    press(&session, "text");
    let text = caught(&session, "text");
    assert!(
        text.contains("地点：示例街道便民服务中心，示例路 9 号"),
        "{text}"
    );
    assert_fee(&session, &text, "收费：27.50 元（换领 20 元；照相 7.5 元）");

    page.change("户籍");
    page.choose("本区");
    page.wait_until("the list", |state| state.state() == "finished");
    assert_eq!(
        facts(&session),
        json!({
            "ranges": [],
            "card": ["在东社区就能办", "到现场 1 次", "不收费", "承诺 15 个工作日内办好"],
            "entries": ["承诺 15 个工作日内办好", "不收费", "到现场 1 次"],
            "places": ["东社区"],
        }),
        "everything is decided"
    );
    assert_eq!(
        Said::read(&session).text("open"),
        "现在开着，17:00 关门",
        "the hall alone"
    );
    press(&session, "text");
    assert_fee(&session, &caught(&session, "text"), "收费：不收费");

    // Not to know it leaves the two places, and the times of both.
    page.change("户籍");
    page.choose("不清楚");
    page.wait_until("the list", |state| state.state() == "finished");
    assert_eq!(
        facts(&session)["places"],
        json!(["东社区", "示例街道便民服务中心"])
    );
    let said = Said::read(&session);
    assert!(said.text("note").contains("14:00–17:00"), "{:?}", said.0);
    press(&session, "text");
    let text = caught(&session, "text");
    for wanted in [
        "地点：看您的情况，东社区（示例路 1 号） 或 示例街道便民服务中心（示例路 9 号）",
        "东社区 周一至周五",
        "电话：0354-5550101",
    ] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    assert_fee(&session, &text, "收费：0–27.50 元，看情况");
    a_stop_is_no_matter_of_money(&page);
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

fn a_stop_is_no_matter_of_money(page: &Page<'_>) {
    let session = page.session;
    page.change("年龄");
    page.number("60");
    page.wait_until("the stop", |state| state.state() == "stopped");
    press(session, "text");
    assert!(!caught(session, "text").contains("收费"));
    assert_eq!(slip_fee(session), "");
    assert_eq!(
        facts(session)["ranges"],
        json!([
            "承诺 10–15 个工作日内办好，看情况",
            "0–27.50 元，看情况",
            "到现场 1–2 次，看情况"
        ])
    );
}

/// The rows of a plan's visit, its places, and the matters of each.
const TRIP: &str = "
  const plain = (node) => node.innerText.replace(/\\s+/g, ' ').trim();
  return { rows: Array.from(document.querySelectorAll('#trip-rows li'), plain), places: Array.from(document.querySelectorAll('#trip-places .place'), plain) };";

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_plan_says_per_matter_what_is_decided_and_names_all_that_is_not() {
    let site = case_site("by-answer");
    let server = Server::start(&site.root());
    let session = browser_at("2026-11-25T10:00:00+08:00", "Asia/Shanghai");
    let page = Page::open(&session, &server.url("dong/plan.html#a07+b01"));
    confirm(&session);
    page.wait_until("the questions", |state| state.state() == "asking");
    page.choose("本人");
    page.number("85");
    page.choose("不清楚");
    page.choose("以上都没有");
    page.wait_until("the list", |state| state.state() == "finished");
    let trip = session.execute(TRIP, &[]);
    let rows = trip["rows"].to_string();
    for wanted in [
        "高龄津贴（承诺 15 个工作日内办好）",
        "收费：高龄津贴（不收费 或 27.50 元）",
        "要跑几趟：高龄津贴（到现场 1 次 或 到现场 2 次）",
    ] {
        assert!(rows.contains(wanted), "{wanted}: {rows}");
    }
    let places = trip["places"].to_string();
    for wanted in [
        "高龄津贴（如果 户籍：选了“本区”）、居住登记 东社区",
        "高龄津贴（如果 户籍：不是“本区”） 示例街道便民服务中心",
    ] {
        assert!(places.contains(wanted), "{wanted}: {places}");
    }
    page.change("户籍");
    page.choose("外地");
    page.wait_until("the list", |state| state.state() == "finished");
    let trip = session.execute(TRIP, &[]);
    let rows = trip["rows"].to_string();
    assert!(
        rows.contains("收费：高龄津贴（27.50 元）") && rows.contains("高龄津贴（到现场 2 次）"),
        "{rows}"
    );
    press(&session, "text");
    assert_fee(
        &session,
        &caught(&session, "text"),
        "收费：高龄津贴（27.50 元）",
    );
    let places = trip["places"].to_string();
    assert!(
        places.contains("\"高龄津贴 示例街道便民服务中心") && places.contains("居住登记 东社区"),
        "{places}"
    );
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}
