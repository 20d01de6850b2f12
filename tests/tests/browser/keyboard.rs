//! By keyboard alone: the window's mode, the order of the focus, no trap, nothing focused that is covered.

use onetrip_tests::server::Server;
use onetrip_tests::site::Site;
use onetrip_tests::webdriver::Session;
use onetrip_tests::webdriver::keys::{BACKSPACE, ENTER, ESCAPE, TAB};
use serde_json::json;

use crate::keep::set_day;
use crate::page::{ALLOWANCE, Page, base_server, browser, confirm, console_errors};

/// More stops of the Tab key than any page has.
const MOST: usize = 150;

/// What has the focus: its place among all elements, and what is wrong with it.
const FOCUS: &str = "
  const node = document.activeElement;
  if (!node || node === document.body) return null;
  const box = node.getBoundingClientRect();
  const label = node.closest('label');
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const top = document.elementFromPoint(x, y);
  const style = getComputedStyle(node);
  const faults = [];
  if (y < 0 || y > innerHeight) faults.push('out of sight');
  else if (!top || !(node.contains(top) || top.contains(node) || (label && label.contains(top)))) faults.push('covered by ' + (top && top.outerHTML.slice(0, 90)));
  return { at: Array.from(document.querySelectorAll('*')).indexOf(node), what: node.outerHTML.slice(0, 110), faults: faults };";

/// Ticked boxes and lines that look packed.
const TICKS: &str =
    "return document.querySelectorAll('.tick input:checked, .line--packed').length;";

/// Goes through a page with the Tab key until the focus leaves it; gives the number of stops.
fn tab_through(session: &Session, state: &str) -> usize {
    session.execute("document.activeElement.blur(); scrollTo(0, 0)", &[]);
    let mut places = Vec::new();
    let mut faults = Vec::new();
    for _ in 0..MOST {
        session.press(TAB);
        let focus = session.execute(FOCUS, &[]);
        let Some(at) = focus["at"].as_u64() else {
            break;
        };
        // At the end Chromium begins anew.
        if places.first() == Some(&at) {
            break;
        }
        // A field for a date has a stop for each of its parts.
        if places.last().is_some_and(|last| *last > at) {
            faults.push(format!("against the order of the page: {}", focus["what"]));
        }
        for fault in focus["faults"].as_array().into_iter().flatten() {
            faults.push(format!("{fault}: {}", focus["what"]));
        }
        places.push(at);
    }
    assert!(places.len() < MOST, "{state}: a trap");
    assert!(faults.is_empty(), "{state}:\n{}", faults.join("\n"));
    places.len()
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn the_focus_goes_in_order_and_is_never_trapped_or_covered() {
    let (server, session) = (base_server(), browser());
    session.viewport(390, 844);
    let page = Page::open(&session, &server.url(ALLOWANCE));
    assert!(tab_through(&session, "a choice is asked") > 4);
    page.choose("代办");
    tab_through(&session, "a number is asked");
    page.number("85");
    page.choose("外地");
    page.choose("残疾");
    assert_eq!(page.state().state(), "finished");
    tab_through(&session, "finished");
    page.change("年龄");
    page.number("70");
    assert_eq!(page.state().state(), "stopped");
    tab_through(&session, "stopped");
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn the_focus_on_the_plan_goes_in_order_and_is_never_trapped_or_covered() {
    let (server, session) = (Server::start(&Site::demonstration().root()), browser());
    session.viewport(390, 844);
    Page::open(&session, &server.url("wenyuan/plan.html"));
    tab_through(&session, "matters are chosen");
    let page = Page::open(&session, &server.url("wenyuan/plan.html#a01+a02"));
    confirm(&session);
    page.wait_until("the choice to be taken", |state| state.state() == "asking");
    tab_through(&session, "a question is asked");
}

/// Opens the page as the computer at the window does, with a print that only leaves a mark.
fn at_the_window(session: &Session, url: &str) {
    session.before_every_page(
        "window.print = () => { document.documentElement.dataset.printed = 'yes'; }",
    );
    session.open(&format!("{url}?window"));
    session.wait_for("document.querySelector('.wizard--keys:not([hidden])')");
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_worker_answers_and_prints_with_the_keyboard_alone() {
    let (server, session) = (base_server(), browser());
    at_the_window(&session, &server.url(ALLOWANCE));
    let page = Page { session: &session };
    assert!(
        session.find("#keys").is_displayed(),
        "the keys are explained"
    );
    // The second option; the number; an option that was mistaken for another; 不清楚.
    session.press("2");
    session.press(ENTER);
    page.wait_until("the number", |state| state.question() == "年龄");
    session.press("85");
    session.press(ENTER);
    page.wait_until("the choice", |state| state.question() == "户籍");
    session.press("31");
    session.press(ENTER);
    let state = page.wait_until("several may be marked", |state| state.question() == "情况");
    assert!(
        state
            .texts("answers")
            .last()
            .is_some_and(|answer| answer.contains("本区")),
        "the last digit counts"
    );
    session.press("0");
    session.press(ENTER);
    let end = page.wait_until("the end", |state| state.state() == "finished");
    assert_eq!(end.lines("needed"), ["身份证（代办人）", "委托书"]);
    session.press("p");
    session.wait_for("document.documentElement.dataset.printed");

    // Backspace step by step to the start.
    for wanted in ["情况", "户籍", "年龄", "谁来办"] {
        session.press(BACKSPACE);
        if wanted == "年龄" {
            page.wait_until("the number", |state| state.question() == wanted);
            // Here it takes letters away first, and only then a step.
            let field = session.find("#q1");
            assert_eq!(field.property("value"), json!("85"));
            field.send_keys("\u{E010}");
            session.press(&BACKSPACE.repeat(2));
            assert_eq!(field.property("value"), json!(""));
            assert_eq!(page.state().question(), "年龄");
            continue;
        }
        page.wait_until("one step back", |state| state.question() == wanted);
    }
    // The next resident: the mode stays, what was answered does not.
    session.press("2");
    session.press(ENTER);
    page.wait_until("the number", |state| state.question() == "年龄");
    // What was said before stands in the field; digits take its place.
    session.press("86");
    session.press(ENTER);
    page.wait_until("the choice", |state| state.question() == "户籍");
    session.press("n");
    let next = page.wait_until("the beginning", |state| state.question() == "谁来办");
    assert_eq!(
        (next.texts("answers").len(), session.fragment()),
        (0, String::new())
    );
    session.press("1");
    session.press(ENTER);
    page.wait_until("the number", |state| state.question() == "年龄");
    session.press(ESCAPE);
    session.wait_for("!document.querySelector('.wizard--keys')");
    assert!(!session.find("#keys").is_displayed());
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn the_next_resident_finds_nothing_of_the_one_before() {
    let (server, session) = (base_server(), browser());
    at_the_window(&session, &server.url(ALLOWANCE));
    let page = Page { session: &session };
    let own_day = session.find("#visit-day").property("value");
    // Packed for another matter, too.
    session.execute("localStorage.setItem('onetrip.bag:/elsewhere', '[]')", &[]);
    for _ in 0..2 {
        for (question, keys) in [
            ("谁来办", "2"),
            ("年龄", "85"),
            ("户籍", "3"),
            ("情况", "0"),
        ] {
            page.wait_until(question, |state| state.question() == question);
            session.press(keys);
            session.press(ENTER);
        }
        page.wait_until("the end", |state| state.state() == "finished");
        assert_eq!(session.find("#packed").text(), "");
        assert_eq!(session.execute(TICKS, &[]), json!(0));
        let tick = session.find_visible("#list .lines > .line .tick .choice");
        tick.bring_to_the_middle();
        tick.click();
        set_day(&session, "2099-03-02");
        assert_eq!(session.execute(TICKS, &[]), json!(2));
        session.press("n");
        page.wait_until("the beginning", |state| state.question() == "谁来办");
        assert_eq!(
            session.execute("return Object.keys(localStorage)", &[]),
            json!(["onetrip.window"])
        );
        assert_eq!(session.execute(TICKS, &[]), json!(0));
        assert_eq!(session.find("#visit-day").property("value"), own_day);
    }
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn letters_mean_nothing_to_a_resident_who_did_not_ask_for_the_mode() {
    let (server, session) = (base_server(), browser());
    session.before_every_page(
        "window.print = () => { document.documentElement.dataset.printed = 'yes'; }",
    );
    let page = Page::open(&session, &server.url(ALLOWANCE));
    page.choose("代办");
    let before = page.state();
    session.execute("document.activeElement.blur()", &[]);
    session.press(&format!("p?5{BACKSPACE}"));
    assert_eq!(page.state(), before);
    assert_eq!(
        session.execute("return document.documentElement.dataset.printed || ''", &[]),
        json!("")
    );
}
