//! The day of the visit: holidays, make-up workdays, a community's own days, and years of which nobody knows yet.

use onetrip_tests::server::Server;
use onetrip_tests::site::Site;
use onetrip_tests::webdriver::Session;
use serde_json::json;

use crate::keep::{CATCH, caught, finished, press, set_day};
use crate::page::{ALLOWANCE, Page, browser, case_site, console_errors};

const PLAN: &str = "dong/plan.html";
/// The hours of a workday.
const HOURS: &str = "09:00–12:00、13:30–17:00";
/// Whom to ask about a year that nobody has listed.
const UNKNOWN: &str = "2028 年放假的日子这里还不知道，来之前请先打电话 0354-5550101。";

/// A browser in which every page is read at this moment.
fn browser_at(moment: &str) -> Session {
    let session = browser();
    session.before_every_page(&format!("Date.now = () => Date.parse('{moment}');"));
    session
}

fn note(session: &Session) -> String {
    let read = session.execute(
        "return document.getElementById('visit-note').textContent",
        &[],
    );
    read.as_str().unwrap_or_default().to_owned()
}

/// Days to come, and what is said of them on 2026-11-23.
fn days() -> Vec<(&'static str, String)> {
    let next = |closed: &str, day: &str| format!("{closed}，最近开门的是 {day}：{HOURS}。");
    let maybe = |weekday: &str| {
        format!(
            "这一天可能放假，先打电话 0354-5550101。2028 年放假的日子这里还不知道，平时{weekday} {HOURS} 开门。"
        )
    };
    vec![
        ("2026-11-24", format!("周二，{HOURS} 开门。")),
        (
            "2026-11-28",
            next("11 月 28 日（周六）不开门", "11 月 30 日（周一）"),
        ),
        // A holiday, also one that goes into the next year.
        (
            "2027-10-01",
            next("2027 年 10 月 1 日（周五）放假不办", "10 月 8 日（周五）"),
        ),
        (
            "2026-12-31",
            next("12 月 31 日（周四）放假不办", "2027 年 1 月 4 日（周一）"),
        ),
        // A make-up Saturday, and the Sunday behind it.
        ("2027-10-09", format!("周六，{HOURS} 开门。")),
        (
            "2027-10-10",
            next("2027 年 10 月 10 日（周日）不开门", "10 月 11 日（周一）"),
        ),
        // Days of the community's own.
        ("2026-12-30", "周三，08:30–11:30 开门。".to_owned()),
        (
            "2027-02-05",
            next("2027 年 2 月 5 日（周五）不开门", "3 月 3 日（周三）"),
        ),
        // A year that nobody has listed; its first holiday may begin in the year before.
        ("2028-03-01", maybe("周三")),
        (
            "2028-03-04",
            format!("2028 年 3 月 4 日（周六）不开门，请换一天。{UNKNOWN}"),
        ),
        ("2027-12-31", maybe("周五")),
        ("2026-11-22", "这一天已经过去了，请换一天。".to_owned()),
    ]
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn every_day_of_the_visit_is_open_closed_or_unknown() {
    let site = case_site("holidays");
    let (server, session) = (
        Server::start(&site.root()),
        browser_at("2026-11-23T10:00:00+08:00"),
    );
    finished(&session, &server.url(ALLOWANCE));
    let place = session.find("#visit-note");
    assert!(
        place.is_displayed() && place.attribute("role").as_deref() == Some("status"),
        "said politely"
    );
    for (day, wanted) in days() {
        set_day(&session, day);
        assert_eq!(note(&session), wanted, "{day}");
    }
    Page::open(&session, &server.url(PLAN));
    for (day, wanted) in days() {
        set_day(&session, day);
        assert_eq!(note(&session), wanted, "{PLAN} {day}");
    }
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn the_next_open_day_is_proposed_and_a_holiday_is_still_told() {
    let site = case_site("holidays");
    // Already the first day off in Shanghai.
    let (server, session) = (
        Server::start(&site.root()),
        browser_at("2027-09-30T18:00:00Z"),
    );
    finished(&session, &server.url(ALLOWANCE));
    assert_eq!(
        session.find("#visit-day").property("value"),
        json!("2027-10-08")
    );
    assert_eq!(note(&session), format!("周五，{HOURS} 开门。"));
    set_day(&session, "2027-10-01");
    let wanted = format!("10 月 1 日（周五）放假不办，最近开门的是 10 月 8 日（周五）：{HOURS}。");
    assert_eq!(note(&session), wanted);
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_make_up_workday_goes_into_the_calendar_with_its_hours_and_a_holiday_without() {
    let site = case_site("holidays");
    let (server, session) = (
        Server::start(&site.root()),
        browser_at("2026-11-23T10:00:00+08:00"),
    );
    session.before_every_page(CATCH);
    finished(&session, &server.url(ALLOWANCE));
    for (day, start) in [
        ("2027-10-09", "DTSTART:20271009T010000Z"),
        ("2027-10-01", "DTSTART;VALUE=DATE:20271001"),
    ] {
        set_day(&session, day);
        press(&session, "calendar");
        let text = caught(&session, "calendar");
        assert!(text.contains(start), "{day}: {text}");
    }
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn the_english_page_says_it_in_english() {
    let server = Server::start(&Site::demonstration().root());
    let session = browser_at("2026-09-21T10:00:00+08:00");
    Page::open(&session, &server.url("wenyuan/en/a01.html"));
    for (day, start) in [
        (
            "2026-10-01",
            "Closed for the holiday on 2026-10-01 (Thursday). The next open day is 2026-10-08 (Thursday), ",
        ),
        ("2026-10-10", "Saturday, open "),
        ("2026-12-31", "Thursday, open "),
        (
            "2026-12-30",
            "That day may be a holiday: call 0354-5550101 first. ",
        ),
        (
            "2026-10-11",
            "Closed on 2026-10-11 (Sunday). The next open day is 2026-10-12 (Monday), ",
        ),
    ] {
        set_day(&session, day);
        assert!(
            note(&session).starts_with(start),
            "{day}: {}",
            note(&session)
        );
    }
    set_day(&session, "2099-03-02");
    let wanted = "That day may be a holiday: call 0354-5550101 first. The holidays of 2099 are not known here yet; on a usual Monday it is open 08:30–12:00, 14:30–18:00.";
    assert_eq!(note(&session), wanted);
}
