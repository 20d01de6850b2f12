//! The line of the hall, the day of the visit, its note, the packed message, the slip, the copied text and the calendar
//! file, at the moments where they used to differ.

use onetrip_tests::server::Server;
use onetrip_tests::site::Site;
use onetrip_tests::webdriver::Session;
use serde_json::json;

use crate::clock::{Event, Said, browser_at, read, settled};
use crate::hall::Hall;
use crate::keep::{caught, press, set_day};
use crate::page::{Page, browser, confirm, console_errors};

/// Community, moment, and what is said of the hall, the day, and everything packed.
type Row = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);
const MOMENTS: [Row; 13] = [
    (
        "wenyuan",
        "2026-11-25T20:00:00+08:00",
        "今天已经关门，明天 08:30 开门",
        "2026-11-26",
        "明天 08:30 开门，到时再出门",
    ),
    (
        "wenyuan",
        "2026-11-25T17:58:00+08:00",
        "现在开着，18:00 关门",
        "2026-11-26",
        "明天 08:30 开门，到时再出门",
    ),
    (
        "wenyuan",
        "2026-11-25T10:03:00+08:00",
        "现在开着，12:00 关门",
        "2026-11-25",
        "可以出门了",
    ),
    (
        "wenyuan",
        "2026-11-25T11:40:00+08:00",
        "现在开着，12:00 关门",
        "2026-11-25",
        "今天 14:30 开门，到时再出门",
    ),
    // The noon break: too early to leave, and in time.
    (
        "wenyuan",
        "2026-11-25T13:00:00+08:00",
        "现在没开，今天 14:30 开门",
        "2026-11-25",
        "今天 14:30 开门，到时再出门",
    ),
    (
        "wenyuan",
        "2026-11-25T13:40:00+08:00",
        "现在没开，今天 14:30 开门",
        "2026-11-25",
        "可以出门了",
    ),
    // Saturday, in a community that opens in the morning and in one that does not.
    (
        "wenyuan",
        "2026-11-28T13:00:00+08:00",
        "今天已经关门，周一 08:30 开门",
        "2026-11-30",
        "周一 08:30 开门，到时再出门",
    ),
    (
        "yuhu",
        "2026-11-28T13:00:00+08:00",
        "今天不开门，",
        "2026-11-30",
        "开门，到时再出门",
    ),
    (
        "wenyuan",
        "2026-11-29T10:00:00+08:00",
        "今天不开门，明天 08:30 开门",
        "2026-11-30",
        "明天 08:30 开门，到时再出门",
    ),
    // The last day of a year whose next one nobody has listed: one community says its hours itself.
    (
        "wenyuan",
        "2026-12-31T10:00:00+08:00",
        "现在开着，12:00 关门",
        "2026-12-31",
        "可以出门了",
    ),
    (
        "yuhu",
        "2026-12-31T10:00:00+08:00",
        "今天可能放假，先打电话",
        "2026-12-31",
        "出门前先打电话 0354-5550201",
    ),
    (
        "wenyuan",
        "2026-12-31T13:00:00+08:00",
        "今天已经关门，下次开门可能是明天 08:30，先打电话",
        "2027-01-01",
        "出门前先打电话 0354-5550101",
    ),
    (
        "wenyuan",
        "2027-01-01T10:00:00+08:00",
        "今天可能放假，先打电话 0354-5550101",
        "2027-01-01",
        "出门前先打电话 0354-5550101",
    ),
];

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn everything_that_speaks_of_time_agrees_and_the_door_is_open() {
    let server = Server::start(&Site::demonstration().root());
    for (index, (community, moment, open, day, packed)) in MOMENTS.into_iter().enumerate() {
        let zone = ["Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati"][index % 3];
        let session = browser_at(moment, zone);
        let hall = Hall::read(community);
        let url = server.url(&settled(&format!("{community}/a01.html")));
        let (said, _) = read(&session, &url, &hall, moment);
        assert!(said.text("open").starts_with(open), "{moment} {:?}", said.0);
        assert_eq!(said.text("day"), day, "{moment}");
        assert!(
            said.text("packed").contains(packed),
            "{moment} {:?}",
            said.0
        );
        // A page without the wizard, and the plan, say the same of the hall and of the day.
        let line = said.text("open").to_owned();
        session.open(&server.url(&format!("{community}/index.html")));
        session.wait_for("!document.getElementById('open-now').hidden");
        assert_eq!(session.find("#open-now").text(), line, "{moment}");
        Page::open(&session, &server.url(&format!("{community}/plan.html")));
        let plan = Said::read(&session);
        for name in ["open", "state", "ended", "day", "note"] {
            assert_eq!(plan.text(name), said.text(name), "{moment} {name}");
        }
        assert_eq!(console_errors(&session, ""), Vec::<String>::new());
    }
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn an_entry_put_in_again_replaces_the_first() {
    let server = Server::start(&Site::demonstration().root());
    let session = browser_at("2026-11-25T10:03:00+08:00", "Asia/Shanghai");
    Page::open(&session, &server.url(&settled("wenyuan/a01.html")));
    let event = |session: &Session| {
        press(session, "calendar");
        Event::parse(&caught(session, "calendar"))
    };
    let first = event(&session);
    assert_eq!(first.moment("DTSTART").to_string(), "2026-11-25T10:03:00");
    session.execute("window.moment += 25 * 6e4", &[]);
    let again = event(&session);
    let sequence = |event: &Event| event.value("SEQUENCE").parse::<u32>().expect("a number");
    assert_eq!(first.value("UID"), again.value("UID"));
    assert!(sequence(&first) < sequence(&again));
    set_day(&session, "2026-11-26");
    let other = event(&session);
    assert_ne!(
        first.value("UID"),
        other.value("UID"),
        "another day is another visit"
    );
    assert!(!other.value("UID").is_empty());
    assert_eq!(other.moment("DTSTART").to_string(), "2026-11-26T08:30:00");
    // A day that the visitor chose against all advice is told as such, without hours.
    set_day(&session, "2026-11-29");
    let closed = event(&session);
    assert_eq!(closed.value("DTSTART;VALUE=DATE"), "20261129");
    assert!(
        closed
            .text("DESCRIPTION")
            .contains("11 月 29 日（周日）不开门")
    );
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_page_that_stays_open_goes_with_the_time_but_not_a_day_that_was_chosen() {
    let server = Server::start(&Site::demonstration().root());
    let session = browser_at("2026-11-25T17:25:00+08:00", "Asia/Shanghai");
    let page = Page::open(&session, &server.url(&settled("wenyuan/a01.html")));
    page.wait_until("the list", |state| state.state() == "finished");
    let later = |session: &Session, minutes: u32| {
        let script = "window.moment += arguments[0] * 6e4; document.dispatchEvent(new Event('visibilitychange'))";
        session.execute(script, &[json!(minutes)]);
        Said::read(session)
    };
    let said = Said::read(&session);
    assert_eq!(said.text("day"), "2026-11-25");
    assert!(said.text("packed").ends_with("可以出门了"), "{:?}", said.0);
    let said = later(&session, 20);
    assert_eq!(said.text("day"), "2026-11-26");
    assert!(said.text("packed").contains("明天 08:30"), "{:?}", said.0);
    let said = later(&session, 20);
    assert_eq!(said.text("open"), "今天已经关门，明天 08:30 开门");
    set_day(&session, "2026-11-25");
    let said = Said::read(&session);
    assert!(
        said.text("note")
            .starts_with("今天已经关门，最近开门的是 11 月 26 日（周四）"),
        "{:?}",
        said.0
    );
    assert!(!said.text("packed").contains("可以出门"), "{:?}", said.0);
    let said = later(&session, 24 * 60);
    assert_eq!(
        said.text("day"),
        "2026-11-25",
        "the visitor's own day stays"
    );
    assert_eq!(said.text("note"), "这一天已经过去了，请换一天。");
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn the_last_half_hour_of_a_day_that_may_be_a_holiday_is_not_called_open() {
    let server = Server::start(&Site::demonstration().root());
    let session = browser_at("2026-12-31T17:15:00+08:00", "Asia/Shanghai");
    let page = Page::open(&session, &server.url(&settled("yuhu/a01.html")));
    page.wait_until("the list", |state| state.state() == "finished");
    set_day(&session, "2026-12-31");
    let said = Said::read(&session);
    for name in ["open", "note"] {
        let start = "今天可能放假，先打电话 0354-5550201";
        assert!(said.text(name).starts_with(start), "{:?}", said.0);
    }
    assert!(!said.text("packed").contains("可以出门"), "{:?}", said.0);
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_guide_past_its_review_date_is_red_by_the_phones_own_date() {
    let server = Server::start(&Site::demonstration().root());
    let seen = |session: &Session| session.find("#overdue").is_displayed();
    // Its review date is 2027-05-01, also late that evening where the phone is a day behind.
    for (moment, overdue) in [
        ("2027-05-01T23:59:00+08:00", false),
        ("2027-05-02T00:01:00+08:00", true),
    ] {
        let session = browser_at(moment, "America/Los_Angeles");
        let page = Page::open(&session, &server.url(&settled("wenyuan/a01.html")));
        assert_eq!(seen(&session), overdue, "{moment}");
        assert_eq!(
            page.session.find("#overdue").text().contains("2027-05-01"),
            overdue
        );
        Page::open(&session, &server.url("wenyuan/plan.html#a01"));
        assert!(!seen(&session), "nothing is chosen yet");
        confirm(&session);
        session.wait_for("document.getElementById('choosing').hidden");
        assert_eq!(seen(&session), overdue, "the plan, {moment}");
    }
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn without_the_clock_the_questions_still_work() {
    let server = Server::start(&Site::demonstration().root());
    let session = browser();
    session.cdp("Network.enable", &json!({}));
    session.cdp("Network.setBlockedURLs", &json!({ "urls": ["*clock*.js"] }));
    let page = Page::open(&session, &server.url(&settled("wenyuan/a01.html")));
    page.wait_until("the list", |state| state.state() == "finished");
    assert!(!session.find("#visit").is_displayed() && !session.find("#open-now").is_displayed());
    assert_eq!(console_errors(&session, "clock"), Vec::<String>::new());
}
