//! A matter's own times, appointments and places: the line, the day of the visit, what is said of a chosen day, the slip, the
//! copied text and the calendar file of a matter, and a plan of several.

use onetrip_tests::server::Server;
use onetrip_tests::site::Site;
use onetrip_tests::webdriver::Session;

use crate::clock::{Event, Said, browser_at, read, settled};
use crate::hall::Hall;
use crate::keep::{caught, press, set_day};
use crate::page::{Page, case_site, confirm, console_errors};

const HOUSING: (&str, &str) = ("wenyuan/e03.html", "communities/wenyuan/e03.md");
const SUBSIDY: &str = "matters/work/ling-huo-she-bao-bu-tie.md";

/// Mondays and their neighbours, noon, closing time, the ends of months, quarters and years, holidays, make-up workdays, and the
/// leap day of a year whose holidays nobody has listed.
const MOMENTS: [&str; 22] = [
    "2026-11-23T08:00:00+08:00",
    "2026-11-23T10:00:00+08:00",
    "2026-11-23T12:30:00+08:00",
    "2026-11-23T17:45:00+08:00",
    "2026-11-24T10:00:00+08:00",
    "2026-11-25T10:00:00+08:00",
    "2026-11-28T09:30:00+08:00",
    "2026-11-29T23:59:00+08:00",
    "2026-11-30T00:01:00+08:00",
    "2026-11-30T18:01:00+08:00",
    "2026-12-30T17:50:00+08:00",
    "2026-12-31T09:00:00+08:00",
    "2026-12-31T11:45:00+08:00",
    "2027-01-01T10:00:00+08:00",
    "2026-09-30T10:00:00+08:00",
    "2026-09-30T18:30:00+08:00",
    "2026-10-10T10:00:00+08:00",
    "2026-09-20T10:00:00+08:00",
    "2026-09-25T10:00:00+08:00",
    "2026-02-16T10:00:00+08:00",
    "2026-03-31T17:40:00+08:00",
    "2028-02-29T10:00:00+08:00",
];

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn everything_that_speaks_of_a_matters_time_keeps_to_its_own_times() {
    let server = Server::start(&Site::demonstration().root());
    let pages = [
        (HOUSING.0, Hall::for_matter("wenyuan", HOUSING.1)),
        ("wenyuan/f03.html", Hall::for_matter("wenyuan", SUBSIDY)),
        ("yuhu/f03.html", Hall::for_matter("yuhu", SUBSIDY)),
        // The same matter where it has no times of its own.
        ("yuhu/e03.html", Hall::read("yuhu")),
    ];
    let urls = pages.each_ref().map(|(page, _)| server.url(&settled(page)));
    let mut seen = 0;
    for moment in MOMENTS {
        for zone in ["America/Los_Angeles", "Pacific/Kiritimati"] {
            let session = browser_at(moment, zone);
            for ((_, hall), url) in pages.iter().zip(&urls) {
                read(&session, url, hall, moment);
                seen += 1;
            }
            assert_eq!(console_errors(&session, ""), Vec::<String>::new());
        }
    }
    assert_eq!(seen, 22 * 2 * 4);
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_day_on_which_a_matter_is_not_accepted_is_refused_with_the_next_one() {
    let server = Server::start(&Site::demonstration().root());
    let session = browser_at("2026-11-24T10:00:00+08:00", "Asia/Shanghai");
    Page::open(&session, &server.url(&settled(HOUSING.0)));
    let said = Said::read(&session);
    assert_eq!(
        said.text("open"),
        "今天不收这件事，下一次：明天（11 月 25 日） 08:30"
    );
    assert_eq!(said.text("day"), "2026-11-25");
    let hours = "08:30–12:00、14:30–18:00";
    for (day, note) in [
        (
            "2026-12-01",
            format!("12 月 1 日（周二）不收这件事，下一次收是 12 月 2 日（周三）：{hours}。"),
        ),
        ("2026-12-02", format!("周三，{hours} 收。")),
        ("2026-12-07", format!("周一，{hours} 收。")),
    ] {
        set_day(&session, day);
        let said = Said::read(&session);
        assert_eq!(said.text("note"), note, "{day}");
        assert!(!said.text("packed").contains("可以出门了"), "{:?}", said.0);
    }
    press(&session, "text");
    let copied = caught(&session, "text");
    assert!(copied.contains("受理：每周一、周三收"), "{copied}");
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn who_has_to_book_is_not_told_to_come_now() {
    let server = Server::start(&Site::demonstration().root());
    // Wednesday while it is open, after it has closed, and Friday evening: one workday has to lie before.
    for (moment, line, day) in [
        (
            "2026-11-25T10:00:00+08:00",
            "来之前要预约，现在约，最早是明天（11 月 26 日） 08:30",
            "2026-11-26",
        ),
        (
            "2026-11-25T18:30:00+08:00",
            "来之前要预约，现在约，最早是周五（11 月 27 日） 08:30",
            "2026-11-27",
        ),
        (
            "2026-11-27T18:30:00+08:00",
            "来之前要预约，现在约，最早是周二（12 月 1 日） 08:30",
            "2026-12-01",
        ),
        // Over the days off of the National Day: Thursday is the first day to call and Friday the next workday.
        (
            "2026-09-30T19:00:00+08:00",
            "来之前要预约，现在约，最早是10 月 9 日（周五） 08:30",
            "2026-10-09",
        ),
    ] {
        let session = browser_at(moment, "America/Los_Angeles");
        Page::open(&session, &server.url(&settled("yuhu/h01.html")));
        let said = Said::read(&session);
        assert_eq!(said.text("open"), line, "{moment}");
        assert_eq!(said.text("state"), "closed", "{moment}");
        assert_eq!(said.text("day"), day, "{moment}");
        let booked = "来之前要提前 1 个工作日预约";
        for text in ["note", "slip"] {
            assert!(said.text(text).contains(booked), "{:?}", said.0);
        }
        let packed = said.text("packed");
        assert!(
            packed.ends_with("约好了再出门，预约电话 0354-5550301"),
            "{packed}"
        );
        press(&session, "text");
        let copied = caught(&session, "text");
        for text in [
            "地点：锦纶街道退役军人服务站，",
            "电话：0354-5550301",
            booked,
        ] {
            assert!(copied.contains(text), "{text}: {copied}");
        }
        press(&session, "calendar");
        let event = Event::parse(&caught(&session, "calendar"));
        assert_eq!(
            event.moment("DTSTART").to_string(),
            format!("{day}T08:30:00")
        );
        assert!(event.text("LOCATION").starts_with("锦纶街道退役军人服务站"));
        // A day before the first that can be had is told as such.
        set_day(&session, &moment[..10]);
        let note = Said::read(&session);
        let note = note.text("note").to_owned();
        assert!(note.contains("现在才约，最早是"), "{moment} {note}");
    }
}

/// What the plan says of its places.
const PLACES: &str = "
  const seen = (id) => document.getElementById(id).getClientRects().length > 0;
  return { places: Array.from(document.querySelectorAll('#trip-places .place'), (node) => node.innerText.replace(/\\s+/g, ' ')).join('|'),
    hall: seen('trip-hall'), where: seen('where'), rows: Array.from(document.querySelectorAll('#trip-rows li'), (node) => node.textContent).join('|'),
    calls: Array.from(document.querySelectorAll('#trip-places a'), (node) => node.getAttribute('href')).join(' ') };";

fn plan_of<'s>(session: &'s Session, url: &str) -> Page<'s> {
    let page = Page::open(session, url);
    confirm(session);
    page.wait_until("the questions", |state| state.state() == "asking");
    page.choose("本人");
    page.number("85");
    page.choose("本区");
    session.find_visible("#questions [value=n]").click();
    session.find_visible("#next").click();
    page.wait_until("the list", |state| state.state() == "finished");
    page
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_plan_takes_the_day_on_which_all_of_it_is_accepted_and_names_each_place() {
    let site = case_site("acceptance-plan");
    let server = Server::start(&site.root());
    let session = browser_at("2026-11-25T10:00:00+08:00", "Asia/Shanghai");
    plan_of(&session, &server.url("dong/plan.html#a07+b01"));
    let said = Said::read(&session);
    assert_eq!(said.text("day"), "2026-11-30");
    let note = said.text("note");
    assert!(
        note.starts_with("周一，高龄津贴 09:00–12:00、13:30–17:00 收；居住登记 08:30–12:00 收。"),
        "{note}"
    );
    assert!(
        note.contains("来之前要提前 1 天预约：打中心电话，电话 0354-5550301"),
        "{note}"
    );
    assert_eq!(said.text("open"), "", "the line cannot speak of both");
    let places = session.execute(PLACES, &[]);
    let text = places["places"].as_str().unwrap_or_default();
    for wanted in [
        "高龄津贴 东社区，",
        "每周一、周三收",
        "居住登记 示例街道便民服务中心，示例路 9 号",
        "每周一、周二收",
    ] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    assert_eq!(places["hall"], false);
    assert_eq!(places["where"], true, "one of them is done in the hall");
    assert!(
        places["calls"]
            .as_str()
            .is_some_and(|calls| calls.contains("tel:0354-5550301"))
    );
    assert!(
        !places["rows"]
            .as_str()
            .unwrap_or_default()
            .contains("都在同一个地方")
    );
    press(&session, "calendar");
    let event = Event::parse(&caught(&session, "calendar"));
    // While both are open.
    assert_eq!(event.moment("DTSTART").to_string(), "2026-11-30T09:00:00");
    assert_eq!(event.moment("DTEND").to_string(), "2026-11-30T12:00:00");
    set_day(&session, "2026-12-01");
    let note = Said::read(&session);
    let note = note.text("note").to_owned();
    assert!(
        note.starts_with("12 月 1 日（周二）不收高龄津贴。都收的一天是 11 月 30 日（周一）。"),
        "{note}"
    );
    press(&session, "text");
    let copied = caught(&session, "text");
    assert!(
        copied.contains("居住登记：\n地点：示例街道便民服务中心，示例路 9 号"),
        "{copied}"
    );
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_plan_without_a_common_day_says_which_days_it_takes() {
    let site = case_site("acceptance-apart");
    let server = Server::start(&site.root());
    let session = browser_at("2026-11-25T10:00:00+08:00", "Asia/Shanghai");
    plan_of(&session, &server.url("dong/plan.html#a07+b01"));
    let said = Said::read(&session);
    assert_eq!(said.text("day"), "2026-11-30");
    let wanted = "60 天以内没有一天都收，要分几趟来：11 月 30 日（周一）办高龄津贴；12 月 1 日（周二）办居住登记。";
    assert_eq!(said.text("note"), wanted);
    assert!(said.text("slip").contains(wanted), "{:?}", said.0);
    press(&session, "calendar");
    let event = Event::parse(&caught(&session, "calendar"));
    assert_eq!(event.moment("DTSTART").to_string(), "2026-11-30T09:00:00");
    set_day(&session, "2026-12-01");
    let note = Said::read(&session);
    let note = note.text("note").to_owned();
    assert!(
        note.starts_with("12 月 1 日（周二）不收高龄津贴。60 天以内没有一天都收"),
        "{note}"
    );
}
