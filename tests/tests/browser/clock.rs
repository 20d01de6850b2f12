//! What a page says of time, and the judgement of it: everything agrees, and the door is open then by the content's own
//! hours.

use jiff::civil::{Date, DateTime, Time};
use jiff::{Timestamp, ToSpan as _};
use onetrip_tests::site::Site;
use onetrip_tests::situations::{all, guides, session as native};
use onetrip_tests::webdriver::Session;
use onetrip_widget::share;
use serde_json::{Value, json};

use crate::hall::Hall;
use crate::keep::{CATCH, caught, press};
use crate::page::{Page, browser};

/// A clock that stands still, and can be set to another time by `moment`.
const CLOCK: &str = "
  window.moment = Date.parse('MOMENT');
  const Real = Date;
  window.Date = class extends Real {
    constructor(...values) { if (values.length) super(...values); else super(window.moment); }
    static now() { return window.moment; }
  };";
/// Everything that the page says of time, all papers ticked.
const SAID: &str = "
  const text = (id) => { const node = document.getElementById(id); return node && !node.hidden ? node.textContent : ''; };
  Array.from(document.querySelectorAll('#list .tick input')).filter((box) => !box.checked && box.getClientRects().length).forEach((box) => box.click());
  window.dispatchEvent(new Event('beforeprint'));
  return { open: text('open-now'), state: document.getElementById('open-now').dataset.state, ended: text('holidays-unknown'),
    day: document.getElementById('visit-day').value, note: text('visit-note'), packed: text('packed'), slip: text('slip-visit') };";

/// A browser in which it is this moment, on a phone that is set to a zone of its own.
pub(crate) fn browser_at(moment: &str, zone: &str) -> Session {
    let session = browser();
    session.before_every_page(&CLOCK.replace("MOMENT", moment));
    session.before_every_page(CATCH);
    session.cdp(
        "Emulation.setTimezoneOverride",
        &json!({ "timezoneId": zone }),
    );
    session
}

/// The address of a guide with answers that give a list.
pub(crate) fn settled(page: &str) -> String {
    let guides = guides(Site::demonstration());
    let guide = guides.iter().find(|guide| guide.page == page);
    let guide = guide.unwrap_or_else(|| panic!("{page} is not there"));
    let answers = all(&guide.book);
    let mut ends = answers.iter().map(|answers| native(&guide.book, answers));
    let found = ends.find(|end| end.stop().is_none() && end.next().is_none());
    format!(
        "{page}#{}",
        share::fragment(&found.expect("some answers end in a list"))
    )
}

/// What the page says, as texts by name.
pub(crate) struct Said(pub(crate) Value);

impl Said {
    pub(crate) fn read(session: &Session) -> Self {
        Self(session.execute(SAID, &[]))
    }

    pub(crate) fn text(&self, name: &str) -> &str {
        self.0[name].as_str().unwrap_or_default()
    }
}

/// A calendar file, taken apart.
pub(crate) struct Event(Vec<(String, String)>);

impl Event {
    pub(crate) fn parse(file: &str) -> Self {
        let lines = file.replace("\r\n ", "");
        let split = |line: &str| {
            let (name, value) = line.split_once(':').expect("NAME:VALUE");
            (name.to_owned(), value.to_owned())
        };
        Self(lines.trim_end().split("\r\n").map(split).collect())
    }

    /// The first value of this name; names hold their parameters.
    pub(crate) fn value(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value)
    }

    /// A text without its escapes.
    pub(crate) fn text(&self, name: &str) -> String {
        let plain = self.value(name).replace("\\n", "\n");
        plain
            .replace("\\,", ",")
            .replace("\\;", ";")
            .replace("\\\\", "\\")
    }

    /// A moment in Shanghai.
    pub(crate) fn moment(&self, name: &str) -> DateTime {
        let value = self.value(name);
        let at = DateTime::strptime("%Y%m%dT%H%M%SZ", value)
            .unwrap_or_else(|error| panic!("{name} {value}: {error}"));
        at.saturating_add(8.hours())
    }
}

/// `11 月 26 日（周四）`, with the year where it is not `than`.
fn told(day: Date, than: Date) -> String {
    let weekday = ["一", "二", "三", "四", "五", "六", "日"];
    let weekday = weekday[usize::from(day.weekday().to_monday_zero_offset().unsigned_abs())];
    let year = if day.year() == than.year() {
        String::new()
    } else {
        format!("{} 年 ", day.year())
    };
    format!("{year}{} 月 {} 日（周{weekday}）", day.month(), day.day())
}

/// The first day of which the hall takes somebody in who comes now, half an hour before it closes at the latest.
fn wanted_day(hall: &Hall, now: DateTime) -> Date {
    let in_time = |(from, to): &(Time, Time)| {
        *from >= now.time() || now.time().saturating_add(30.minutes()) <= *to
    };
    if hall.spans(now.date()).iter().any(in_time) {
        return now.date();
    }
    let later = now.date().series(1.day()).skip(1);
    let mut open = later.filter(|day| !hall.spans(*day).is_empty());
    open.next().expect("the hall opens again")
}

/// Everything that must hold of what a page says at a moment.
fn judge(hall: &Hall, now: DateTime, said: &Said, copied: &str, event: &Event) {
    let day: Date = said.text("day").parse().expect("a day is set");
    let spans = hall.spans(day);
    let at = format!("{now}: {:?}\n{copied}", said.0);
    assert_eq!(day, wanted_day(hall, now), "{at}");
    let inside = |time: Time| spans.iter().any(|(from, to)| *from <= time && time < *to);
    let open = hall
        .spans(now.date())
        .iter()
        .any(|(from, to)| *from <= now.time() && now.time() < *to && hall.knows(now.date()));
    assert_eq!(said.text("state") == "open", open, "{at}");
    let now_open = if hall.is_for_matter() {
        "现在收这件事"
    } else {
        "现在开着"
    };
    assert_eq!(said.text("open").starts_with(now_open), open, "{at}");
    // Text, slip and calendar file tell the same day.
    let sentence = said.text("slip");
    assert!(sentence.contains(&told(day, now.date())), "{sentence} {at}");
    assert!(
        copied.contains(sentence),
        "the text has the slip's words: {at}"
    );
    assert!(event.text("DESCRIPTION").contains(sentence), "{at}");
    let hours: Vec<String> = spans
        .iter()
        .map(|(from, to)| format!("{}–{}", from.strftime("%H:%M"), to.strftime("%H:%M")))
        .collect();
    for text in [sentence, said.text("note")] {
        assert!(text.contains(&hours.join("、")), "{text}: {at}");
        assert_eq!(
            text.contains("可能放假，先打电话"),
            !hall.knows(day),
            "{text}: {at}"
        );
        assert_eq!(text.contains(&hall.phone), !hall.knows(day), "{text}: {at}");
    }
    let soon = spans
        .iter()
        .any(|(from, _)| now.time() <= *from && *from <= now.time().saturating_add(60.minutes()));
    let stays = spans
        .iter()
        .any(|(from, to)| *from <= now.time() && now.time().saturating_add(30.minutes()) <= *to);
    let leave = day == now.date() && (stays || soon) && hall.knows(day);
    assert_eq!(said.text("packed").ends_with("可以出门了"), leave, "{at}");
    if !hall.knows(day) {
        assert_eq!(
            event.value("DTSTART;VALUE=DATE"),
            day.strftime("%Y%m%d").to_string()
        );
        let year = day.saturating_add(2.days()).year();
        let ended = format!("{year} 年放假的日子");
        assert!(said.text("ended").contains(&ended), "{at}");
        // Who still finds it open now is told so, and of the day itself beside its field.
        assert!(open || said.text("open").contains(&hall.phone), "{at}");
        return;
    }
    let (start, end) = (event.moment("DTSTART"), event.moment("DTEND"));
    assert!(
        start >= now && start < end && start.date() == day,
        "{start} {at}"
    );
    let last = end.time().saturating_sub(1.minute());
    assert!(inside(start.time()) && inside(last), "{start} {end} {at}");
    let one = spans
        .iter()
        .any(|(from, to)| *from <= start.time() && end.time() <= *to);
    assert!(one && end.date() == day, "{start} {end} {at}");
}

/// Reads a page at a moment, holds it against the content's own hours, and gives what it says and its event.
pub(crate) fn read(session: &Session, url: &str, hall: &Hall, moment: &str) -> (Said, Event) {
    let page = Page::open(session, url);
    page.wait_until("the list", |state| state.state() == "finished");
    let said = Said::read(session);
    press(session, "text");
    let copied = caught(session, "text");
    press(session, "calendar");
    let event = Event::parse(&caught(session, "calendar"));
    let now: Timestamp = moment.parse().expect("a moment");
    let now = now
        .to_zoned(jiff::tz::TimeZone::fixed(jiff::tz::offset(8)))
        .datetime();
    judge(hall, now, &said, &copied, &event);
    (said, event)
}
