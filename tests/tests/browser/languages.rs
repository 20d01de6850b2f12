//! The languages of a page, and what it says of today: the visitor's clock decides, not the day of the build.

use onetrip_tests::server::Server;
use onetrip_tests::webdriver::Session;

use crate::page::{Page, browser, case_site};

/// What the page says of its hours when it is read at this moment.
fn read_at(session: &Session, url: &str, moment: &str) -> (String, String) {
    session.before_every_page(&format!("Date.now = () => Date.parse('{moment}');"));
    session.open(url);
    let text = |id: &str| {
        let script = "const node = document.getElementById(arguments[0]); return node.hidden ? '' : node.textContent;";
        session
            .execute(script, &[id.into()])
            .as_str()
            .unwrap_or_default()
            .to_owned()
    };
    session.wait_for("!document.getElementById('open-now').hidden");
    (text("open-now"), text("days-off"))
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn the_page_knows_whether_the_hall_is_open() {
    let site = case_site("holidays");
    let server = Server::start(&site.root());
    let session = browser();
    let url = server.url("dong/index.html");
    for (moment, open, off) in [
        (
            "2026-11-23T10:00:00+08:00",
            "现在开着，12:00 关门",
            "12月30日（周三） 08:30–11:30 开门（年底盘点）",
        ),
        (
            "2026-11-23T12:30:00+08:00",
            "现在没开，今天 13:30 开门",
            "12月30日（周三） 08:30–11:30 开门（年底盘点）",
        ),
        // Late on a Monday in Shanghai, and still early in Europe.
        (
            "2026-11-23T10:30:00+00:00",
            "今天已经关门，明天 09:00 开门",
            "12月30日（周三） 08:30–11:30 开门（年底盘点）",
        ),
        (
            "2026-11-28T10:00:00+08:00",
            "今天不开门，周一 09:00 开门",
            "12月30日（周三） 08:30–11:30 开门（年底盘点）",
        ),
        (
            "2026-12-30T09:00:00+08:00",
            "现在开着，11:30 关门",
            "12月30日（周三） 08:30–11:30 开门（年底盘点）",
        ),
        (
            "2027-01-09T09:30:00+08:00",
            "现在开着，12:00 关门",
            "12月31日至2027年1月3日放假，1月9日（周六）上班",
        ),
        (
            "2027-02-05T10:00:00+08:00",
            "今天不开门，3 月 3 日 09:00 开门",
            "2027年2月5日至3月2日不开门（装修）",
        ),
        (
            "2027-10-01T10:00:00+08:00",
            "今天不开门，10 月 8 日 09:00 开门",
            "2027年10月1日至7日放假，9月26日（周日）、10月9日（周六）上班",
        ),
        (
            "2028-01-01T10:00:00+08:00",
            "今天不开门，下次开门可能是周一 09:00，先打电话 0354-5550101",
            "",
        ),
    ] {
        assert_eq!(
            read_at(&session, &url, moment),
            (open.to_owned(), off.to_owned()),
            "{moment}"
        );
    }
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn the_answers_come_along_into_the_other_language() {
    let site = case_site("english");
    let server = Server::start(&site.root());
    let session = browser();
    let page = Page::open(&session, &server.url("dong/a07.html"));
    page.choose("代办");
    page.number("85");
    let chinese = session.fragment();
    session.find_visible("[data-language]").click();
    let page = Page { session: &session };
    let state = page.wait_until("the wizard runs in English", |state| {
        state.running() && state.question() == "Household registration"
    });
    assert!(
        session.url().contains("/dong/en/a07.html#"),
        "{}",
        session.url()
    );
    assert_eq!(session.fragment(), chinese, "the same answers");
    assert_eq!(
        state.texts("answers"),
        ["Who comes: somebody else", "Age: 85 years"]
    );
    page.choose("this district");
    page.choose("None of these");
    let english = page.wait_until("the end", |state| state.state() == "finished");
    let names: Vec<_> = english
        .all_lines()
        .filter_map(|line| line["name"].as_str())
        .collect();
    assert_eq!(
        names,
        [
            "Identity card (older person)",
            "Identity card (agent)",
            "Power of attorney"
        ]
    );
}
