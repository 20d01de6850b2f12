//! Dates as of the day of the visit (`cases/good/dates`): what is asked, typed, refused, listed and told on either side of every
//! birthday, by a calendar of its own.

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use onetrip_tests::server::{Options, Server};
use onetrip_tests::site::Site;
use onetrip_tests::webdriver::Session;
use serde_json::{Value, json};

use crate::clock::browser_at;
use crate::keep::{caught, press, set_day};
use crate::page::{Page, State, at_home, case_site, confirm, console_errors};

/// A Wednesday morning on which the hall is open.
const TODAY: &str = "2026-11-25T10:00:00+08:00";
const PHOTO: &str = "百岁照片";
const TOO_YOUNG: &str = "还不到年龄";
const LABEL: &str = "出生日期";

fn served(site: &Site) -> Server {
    Server::start_with(&site.root(), at_home(Options::default()))
}

/// The birthday of a year: who was born on 29 February has it on the 28th in years without one.
fn birthday(born: Date, year: i16) -> Date {
    Date::new(year, born.month(), born.day()).unwrap_or_else(|_| date(year, 2, 28))
}

/// Full years on a day.
fn age(born: Date, day: Date) -> i16 {
    let had = birthday(born, day.year()) <= day;
    day.year() - born.year() - i16::from(!had)
}

/// Types a date into the three fields.
fn fill(session: &Session, [year, month, day]: [&str; 3]) {
    let type_in = "
      const fields = Array.from(document.querySelectorAll('#wizard [data-question]:not([hidden]) input[type=text]'));
      fields.forEach((field, i) => { field.value = arguments[i]; field.dispatchEvent(new Event('input', { bubbles: true })); });
      return fields.length;";
    let fields = session.execute(type_in, &[json!(year), json!(month), json!(day)]);
    assert_eq!(fields, 3, "year, month and day");
}

fn type_date(page: &Page<'_>, born: Date) {
    let [year, month, day] = [
        born.year().to_string(),
        born.month().to_string(),
        born.day().to_string(),
    ];
    fill(page.session, [&year, &month, &day]);
    page.next();
}

/// What else is not hidden, though it may be folded up: the sentence about a later day, the notes, the fee.
fn seen(session: &Session) -> Value {
    let script = "
      const shown = (node) => !node.closest('[hidden]');
      const texts = (selector) => Array.from(document.querySelectorAll(selector)).filter(shown).map((node) => node.textContent.replace(/\\s+/g, ' ').trim());
      return { turn: texts('#turn > p').join(' '), notes: texts('[data-item]').join(' '), fee: texts('[data-fees] li').join(' ') };";
    session.execute(script, &[])
}

fn said(session: &Session, key: &str) -> String {
    seen(session)[key].as_str().unwrap_or_default().to_owned()
}

/// The whole list of somebody born on this day.
fn answered<'s>(session: &'s Session, url: &str, born: Date) -> Page<'s> {
    let page = Page::open(session, url);
    page.choose("本人");
    type_date(&page, born);
    page
}

fn has_photo(state: &State) -> bool {
    state.lines("needed").contains(&PHOTO)
}

fn told(day: Date) -> String {
    format!("{} 年 {} 月 {} 日", day.year(), day.month(), day.day())
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn the_day_before_on_and_after_every_threshold_the_list_is_that_of_the_age() {
    let site = case_site("dates");
    let server = served(&site);
    let session = browser_at(TODAY, "America/Los_Angeles");
    let births = [
        date(1946, 11, 26),
        date(1946, 12, 31),
        date(1947, 2, 28),
        date(1948, 2, 29),
        date(1927, 1, 1),
        date(1928, 2, 29),
        date(1945, 11, 30),
    ];
    let (mut stopped, mut photos, mut first) = (0, 0, 0);
    for born in births {
        let page = answered(&session, &server.url("dong/a07.html"), born);
        let days = [80, 81, 100].map(|years| birthday(born, born.year() + years));
        let near = days
            .into_iter()
            .flat_map(|day| [day - 1.day(), day, day + 1.day()]);
        let more = [
            date(2026, 12, 31),
            date(2027, 1, 1),
            date(2028, 2, 28),
            date(2028, 2, 29),
        ];
        for day in near
            .chain(more)
            .filter(|day| (date(2026, 11, 25)..date(2030, 1, 1)).contains(day))
        {
            set_day(&session, &day.to_string());
            let (state, years) = (page.state(), age(born, day));
            let case = format!("born {born}, comes {day}: {years}; {state:?}");
            assert_eq!(
                state.texts("stops") == [TOO_YOUNG] && state.state() == "stopped",
                years < 80,
                "{case}"
            );
            if years < 80 {
                stopped += 1;
                let turn = said(&session, "turn");
                let wanted = format!(
                    "到 {}就满 80 周岁了，那时再来",
                    told(birthday(born, born.year() + 80))
                );
                assert!(turn.contains(&wanted), "{turn} / {case}");
                continue;
            }
            photos += usize::from(years >= 100);
            assert_eq!(has_photo(&state), years >= 100, "{case}");
            let notes = said(&session, "notes");
            first += usize::from(years == 80);
            assert_eq!(
                notes.contains("津贴从当月算起"),
                years == 80,
                "{notes} / {case}"
            );
            let busy =
                (date(2026, 12, 20)..=date(2026, 12, 31)).contains(&day) || day == date(2027, 6, 1);
            assert_eq!(notes.contains("这几天人多"), busy, "{notes} / {case}");
            assert_eq!(
                notes.contains("旧表还收"),
                day < date(2028, 2, 29),
                "{notes} / {case}"
            );
            let fee = said(&session, "fee");
            assert_eq!(
                fee.contains("照相 7.5 元"),
                day < date(2027, 1, 1),
                "{fee} / {case}"
            );
            assert_eq!(
                fee.contains("不收费"),
                day >= date(2027, 1, 1),
                "{fee} / {case}"
            );
        }
    }
    assert!(
        stopped > 5 && photos > 5 && first > 5,
        "{stopped} {photos} {first}"
    );
    assert!(console_errors(&session, "").is_empty());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_date_is_understood_as_people_write_it_and_else_refused_with_the_reason() {
    let site = case_site("dates");
    let server = served(&site);
    let session = browser_at(TODAY, "Asia/Shanghai");
    let page = Page::open(&session, &server.url("dong/a07.html"));
    page.choose("本人");
    assert_eq!(page.state().text("kind"), "date");
    let wrong = [
        (["1947", "2", "29"], "日历上没有"),
        (["47", "2", "28"], "日历上没有"),
        (["1947", "", "28"], "日历上没有"),
        (["", "", ""], "日历上没有"),
        (["1947", "二", "28"], "日历上没有"),
        (["1947", "2", "-28.5"], "日历上没有"),
        (["1899", "12", "31"], "太早了"),
        (["2026", "11", "26"], "太晚了，最晚是来的那天"),
    ];
    for (parts, reason) in wrong {
        fill(&session, parts);
        page.next();
        let state = page.wait_until("a reason", |state| state.text("error").contains(reason));
        assert_eq!(state.question(), LABEL, "{parts:?}");
    }
    let right = [
        ["1940", "2", "29"],
        ["１９４０", "０２", "２９"],
        ["1940年2月29日", "", ""],
        ["1940-02-29", "", ""],
        ["19400229", "", ""],
        ["1940年", "2月", "29日"],
    ];
    for parts in right {
        fill(&session, parts);
        page.next();
        let wanted = "出生日期：1940 年 2 月 29 日";
        page.wait_until("the answer", |state| {
            state.texts("answers").contains(&wanted)
        });
        page.change(LABEL);
        let fields = "return Array.from(document.querySelectorAll('#wizard [data-question]:not([hidden]) input[type=text]')).map((field) => field.value)";
        assert_eq!(session.execute(fields, &[]), json!(["1940", "2", "29"]));
    }
    // Who does not know: everything is open that hangs on it, and nobody is asked again.
    page.choose("不清楚");
    let state = page.wait_until("the next question", |state| state.question() == "户籍");
    assert!(state.lines("depends").contains(&PHOTO), "{state:?}");
    assert!(
        state.texts("answers").contains(&"出生日期：不清楚"),
        "{state:?}"
    );
    assert!(console_errors(&session, "").is_empty());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn who_cannot_have_such_a_date_is_not_told_of_it() {
    let site = case_site("dates");
    let server = served(&site);
    let session = browser_at(TODAY, "Asia/Shanghai");
    let page = answered(&session, &server.url("dong/a07.html"), date(1926, 11, 25));
    page.choose("本区");
    page.choose("以上都没有");
    let state = page.wait_until("the end", |state| state.state() == "finished");
    assert!(has_photo(&state), "{state:?}");
    // The answers travel in the address, the day does not; on another phone they say the same.
    let address = session.url();
    let other = browser_at("2026-11-24T10:00:00+08:00", "Asia/Shanghai");
    let page = Page::open(&other, &address);
    let state = page.wait_until("the end", |state| state.state() == "finished");
    assert!(
        !has_photo(&state),
        "the day before the hundredth birthday: {state:?}"
    );
    let turn = said(&other, "turn");
    assert!(
        turn.contains("到 2026 年 11 月 25 日就满 100 周岁了，有的要求会不一样"),
        "{turn}"
    );
    press(&other, "text");
    let text = caught(&other, "text");
    assert!(
        text.contains(&turn) && text.contains("出生日期：1926 年 11 月 25 日"),
        "{text}"
    );
}

/// 育儿补贴 of the demonstration: the first claim is due by 31 December of the year after the birth.
#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_first_claim_ends_with_the_year_after_the_birth() {
    let site = Site::demonstration();
    let server = Server::start(&site.root());
    let session = browser_at(TODAY, "Pacific/Kiritimati");
    let late = "第一次申请的日子过了";
    for (born, last, turn) in [
        (
            ["2025", "1", "1"],
            2026,
            "到 2027 年 1 月 1 日就算前年的了，到时办不了",
        ),
        (
            ["2025", "12", "31"],
            2026,
            "到 2027 年 1 月 1 日就算前年的了，到时办不了",
        ),
        (
            ["2026", "1", "1"],
            2027,
            "到 2027 年 1 月 1 日就算去年的了，有的要求会不一样",
        ),
    ] {
        let page = Page::open(&session, &server.url("wenyuan/d02.html"));
        page.date(born);
        page.number("1");
        for answer in ["已上户口", "在本区", "第一次", "父母一起", "监护人"] {
            page.choose(answer);
        }
        page.wait_until("the list", |state| state.state() == "finished");
        assert!(
            said(&session, "turn").contains(turn),
            "{born:?}: {}",
            said(&session, "turn")
        );
        for (day, in_time) in [
            (date(last, 12, 31), true),
            (date(last + 1, 1, 1), false),
            (date(last + 1, 1, 2), false),
        ] {
            set_day(&session, &day.to_string());
            let state = page.state();
            assert_eq!(
                state.state() == "finished",
                in_time,
                "{born:?} {day}: {state:?}"
            );
            assert_eq!(
                state.texts("stops") == [late],
                !in_time,
                "{born:?} {day}: {state:?}"
            );
        }
    }
    assert!(console_errors(&session, "").is_empty());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn the_plan_judges_by_the_day_of_its_visit() {
    let site = case_site("dates");
    let server = served(&site);
    let session = browser_at(TODAY, "Pacific/Kiritimati");
    Page::open(&session, &server.url("dong/plan.html#a07+b01"));
    confirm(&session);
    let page = Page { session: &session };
    page.wait_until("a question", |state| state.state() == "asking");
    while page.state().question() != LABEL {
        page.choose(if page.state().question() == "谁来办" {
            "本人"
        } else {
            "不清楚"
        });
    }
    type_date(&page, date(1926, 12, 1));
    let listed = || {
        let all = "return Array.from(document.querySelectorAll('#list .lines > .line')).map((node) => node.dataset.name + ':' + (node.dataset.status || 'needed'))";
        session.execute(all, &[]).to_string()
    };
    let photo = format!("{PHOTO}:needed");
    session.wait("no photo yet", || (!listed().contains(PHOTO)).then_some(()));
    assert_eq!(said(&session, "turn"), "", "not while questions are open");
    while page.state().state() == "asking" {
        page.choose("不清楚");
    }
    let turn = said(&session, "turn");
    assert!(
        turn.contains("高龄津贴：到 2026 年 12 月 1 日就满 100 周岁了"),
        "{turn}"
    );
    set_day(&session, "2026-12-01");
    session.wait("the photo", || listed().contains(&photo).then_some(()));
    set_day(&session, "2026-11-30");
    session.wait("none again", || (!listed().contains(PHOTO)).then_some(()));
    assert!(console_errors(&session, "").is_empty());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn in_english_it_is_said_in_english() {
    let site = case_site("dates");
    let server = served(&site);
    let session = browser_at(TODAY, "Asia/Shanghai");
    let page = Page::open(&session, &server.url("dong/en/a07.html"));
    let me = page.state().texts("options")[0].to_owned();
    page.choose(&me);
    fill(&session, ["1947", "2", "30"]);
    page.next();
    page.wait_until("the reason", |state| {
        state.text("error").contains("There is no such day")
    });
    type_date(&page, date(1947, 3, 1));
    page.wait_until("the stop", |state| state.state() == "stopped");
    let turn = said(&session, "turn");
    assert!(
        turn.contains(
            "Not yet: from 2027-03-01 on it will be at least 80 years of age. Come then."
        ),
        "{turn}"
    );
}
