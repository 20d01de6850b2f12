//! The calendar of the scripts against a brute force that looks at every minute, on halls made at random.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::RangeInclusive;

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use onetrip_tests::situations::Dice;
use onetrip_tests::tools;
use serde_json::{Value, json};

/// So many halls, and so many moments for each.
const HALLS: usize = 150;
const MOMENTS: usize = 60;
/// Moments lie in these days from the first, and are looked ahead from so many days.
const WINDOW: usize = 40;
const AHEAD: usize = 400;
/// Days that differ begin within so many days after the window, so that many of them come up.
const SPECIAL: usize = 100;
const DAY: usize = 1440;

/// Runs the built script where there is no page, in a zone that is not the hall's.
const RUN: &str = "
  process.env.TZ = 'America/New_York';
  const fs = require('fs');
  const [script, input] = process.argv.slice(1);
  globalThis.self = globalThis;
  globalThis.window = { addEventListener() {} };
  globalThis.document = { readyState: 'complete', getElementById: () => null, querySelectorAll: () => [],
    addEventListener() {} };
  globalThis.setInterval = () => {};
  (0, eval)(fs.readFileSync(script, 'utf8'));
  const { read, at, hours } = self.onetrip.clock;
  const said = JSON.parse(fs.readFileSync(input, 'utf8')).map(({ data, moments, days }) => {
    const hall = read(data);
    return { moments: moments.map((moment) => at(hall, moment)), days: days.map((day) => hours(hall, day)) };
  });
  console.log(JSON.stringify(said));";

type Spans = Vec<(usize, usize)>;

/// A hall as an author could describe it.
struct Hall {
    week: Vec<Spans>,
    /// In the order in which they win: days, and their hours.
    own: Vec<(RangeInclusive<Date>, Spans)>,
    work: Vec<(RangeInclusive<Date>, Spans)>,
    off: Vec<RangeInclusive<Date>>,
    known: Vec<i16>,
}

fn first() -> Date {
    date(2026, 12, 1)
}

fn nth(day: usize) -> Date {
    first()
        .checked_add(i64::try_from(day).expect("small").days())
        .expect("a day of this century")
}

/// The number of the first day of the window from 1970-01-01.
fn epoch() -> usize {
    let days = first() - date(1970, 1, 1);
    usize::try_from(days.get_days()).expect("after 1970")
}

fn some_spans(dice: &mut Dice) -> Spans {
    let mut spans = Spans::new();
    for _ in 0..dice.below(4) {
        let from = dice.below(DAY - 1);
        spans.push((from, from + 1 + dice.below((DAY - from).min(300))));
    }
    // Spans that touch are one opening.
    if let Some(&(_, end)) = spans.last().filter(|_| dice.below(3) == 0)
        && end < DAY
    {
        spans.push((end, end + 1 + dice.below((DAY - end).min(60))));
    }
    spans
}

fn some_days(dice: &mut Dice, longest: usize) -> RangeInclusive<Date> {
    let from = dice.below(WINDOW + SPECIAL);
    nth(from)..=nth(from + dice.below(longest))
}

fn some_hall(dice: &mut Dice) -> Hall {
    let closed = dice.below(4) == 0;
    let spans = |dice: &mut Dice| match dice.below(3) {
        0 => Spans::new(),
        _ if closed => Spans::new(),
        _ => some_spans(dice),
    };
    let years = [2026, 2027].into_iter().filter(|_| dice.below(2) == 0);
    Hall {
        known: years.collect(),
        week: (0..7).map(|_| spans(dice)).collect(),
        own: (0..dice.below(4))
            .map(|_| (some_days(dice, 12), some_spans(dice)))
            .collect(),
        work: (0..dice.below(3))
            .map(|_| (some_days(dice, 2), some_spans(dice)))
            .collect(),
        off: (0..dice.below(4)).map(|_| some_days(dice, 9)).collect(),
    }
}

fn written(spans: &Spans) -> String {
    let mut text = String::new();
    for (from, to) in spans {
        let _ = write!(text, "{from}-{to} ");
    }
    text
}

impl Hall {
    /// As the page carries it: see hall.html.
    fn data(&self) -> Value {
        let entry = |days: &RangeInclusive<Date>, spans: &Spans| {
            format!("{}..{}={}", days.start(), days.end(), written(spans))
        };
        let mut special: Vec<String> = self.own.iter().map(|(d, s)| entry(d, s)).collect();
        special.extend(self.work.iter().map(|(d, s)| entry(d, s)));
        special.extend(self.off.iter().map(|days| entry(days, &Spans::new())));
        let week: Vec<String> = self.week.iter().map(written).collect();
        let known: Vec<String> = self.known.iter().map(i16::to_string).collect();
        json!({
            "weekly": week.join(";"), "special": special.join(";").trim(),
            "own": self.own.len().to_string(), "known": known.join(" "),
        })
    }

    /// What somebody listed of a day.
    fn listed(&self, day: Date) -> Option<&[(usize, usize)]> {
        let own = self.own.iter().chain(&self.work);
        let own = own.map(|(days, spans)| (days, spans.as_slice()));
        own.chain(self.off.iter().map(|days| (days, [].as_slice())))
            .find(|(days, _)| days.contains(&day))
            .map(|(_, spans)| spans)
    }

    /// The hours of a day, in any order.
    fn spans(&self, day: Date) -> &[(usize, usize)] {
        let weekday = usize::try_from(day.weekday().to_monday_zero_offset()).expect("0 to 6");
        self.listed(day).unwrap_or(&self.week[weekday])
    }

    /// The year whose holidays are missing for this day, or 0. A New Year's holiday may begin two days before it.
    fn unknown(&self, day: Date) -> i16 {
        if self.known.is_empty() || self.listed(day).is_some() {
            return 0;
        }
        let years = [day.year(), day.saturating_add(2.days()).year()];
        let missing = years.into_iter().find(|year| !self.known.contains(year));
        missing.unwrap_or_default()
    }
}

/// Every minute of the days that matter, looked at once.
struct Minutes<'h> {
    hall: &'h Hall,
    /// The runs of open minutes of each day: first minute, and the first behind.
    runs: Vec<Spans>,
}

impl<'h> Minutes<'h> {
    fn of(hall: &'h Hall) -> Self {
        let runs = (0..=WINDOW + AHEAD).map(|day| {
            let spans = hall.spans(nth(day));
            let open =
                |minute: &usize| spans.iter().any(|(from, to)| (*from..*to).contains(minute));
            let mut runs = Spans::new();
            for minute in (0..DAY).filter(open) {
                match runs.last_mut() {
                    Some((_, to)) if *to == minute => *to += 1,
                    _ => runs.push((minute, minute + 1)),
                }
            }
            runs
        });
        let runs = runs.collect();
        Self { hall, runs }
    }

    /// What is to be said of a moment.
    fn at(&self, moment: usize) -> Value {
        let (today, time) = (moment / DAY, moment % DAY);
        let unknown = |day: usize| self.hall.unknown(nth(day));
        let now = self.runs[today].iter();
        let closes = now
            .clone()
            .find(|(from, to)| (*from..*to).contains(&time))
            .map(|(_, to)| *to);
        let starts = |day: usize| self.runs[day].iter().map(move |(from, _)| (day, *from));
        let next = (today..=today + AHEAD)
            .flat_map(starts)
            .find(|(day, from)| (*day, *from) > (today, time));
        let in_time = now
            .clone()
            .any(|(from, to)| *from >= time || *to >= time + 30);
        let later = (today + 1..=today + AHEAD).find(|day| !self.runs[*day].is_empty());
        let visit = if in_time {
            today
        } else {
            later.unwrap_or(today)
        };
        json!({
            "open": closes.is_some() && unknown(today) == 0,
            "closes": closes,
            "next": next.map(|(day, from)| json!({ "day": day + epoch(), "time": from, "unknown": unknown(day) })),
            "visit": visit + epoch(),
            "unknown": unknown(today),
        })
    }
}

/// What the script says of each hall.
fn in_node(halls: &[(Hall, Vec<usize>)]) -> Value {
    let input: Vec<Value> = halls
        .iter()
        .map(|(hall, moments)| {
            let moments: Vec<usize> = moments.iter().map(|m| m + epoch() * DAY).collect();
            let days: Vec<usize> = (0..WINDOW).map(|day| day + epoch()).collect();
            json!({ "data": hall.data(), "moments": moments, "days": days })
        })
        .collect();
    let folder = onetrip_tests::temp::TempDir::new("calendar");
    let file = folder.path().join("halls.json");
    std::fs::write(&file, Value::from(input).to_string()).expect("a file is written");
    let script = tools::workspace().join("wasm-widget/dist/clock.js");
    let arguments = [
        "-e".into(),
        RUN.into(),
        script.into_os_string(),
        file.into_os_string(),
    ];
    let output = tools::run("node", arguments);
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{error}");
    serde_json::from_slice(&output.stdout).expect("the script answers in JSON")
}

#[test]
#[ignore = "needs node; tests/run runs it"]
fn the_calendar_says_what_a_look_at_every_minute_says() {
    let mut dice = Dice::new(20_261_125);
    let halls: Vec<(Hall, Vec<usize>)> = (0..HALLS)
        .map(|_| {
            let hall = some_hall(&mut dice);
            let moments = (0..MOMENTS).map(|_| dice.below(WINDOW * DAY)).collect();
            (hall, moments)
        })
        .collect();
    let said = in_node(&halls);
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, (hall, moments)) in halls.iter().enumerate() {
        let minutes = Minutes::of(hall);
        for (at, moment) in moments.iter().enumerate() {
            let said = &said[index]["moments"][at];
            let mut wanted = minutes.at(*moment);
            let unknown = wanted["unknown"].take();
            let where_ = format!("{} at {moment}", hall.data());
            assert_eq!(said["hours"]["unknown"], unknown, "{where_}");
            for key in ["open", "closes", "next", "visit"] {
                assert_eq!(said[key], wanted[key], "{key}: {where_}");
            }
            *seen.entry("open").or_default() += usize::from(said["open"] == true);
            *seen.entry("unknown").or_default() += usize::from(unknown != 0);
            *seen.entry("never").or_default() += usize::from(said["next"].is_null());
        }
        for day in 0..WINDOW {
            let spans = said[index]["days"][day]["spans"].clone();
            assert_eq!(
                spans,
                json!(minutes.runs[day]),
                "{} on {}",
                hall.data(),
                nth(day)
            );
        }
    }
    assert!(
        seen.values().all(|count| *count > 50),
        "each kind of moment comes up: {seen:?}"
    );
}
