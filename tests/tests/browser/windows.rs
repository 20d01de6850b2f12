//! The clock's calendar, held against a brute force that asks for every minute of a day whether somebody is served then. It knows
//! the contract of the content alone: entries are either-or, and what one entry names has to hold at once.

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use onetrip_tests::server::Server;
use onetrip_tests::site::Site;
use onetrip_tests::situations::Dice;
use serde_json::{Value, json};

use crate::page::{Page, browser};

/// Of each random place: its spans on some days, and the first day that can be had from each moment.
const ASK: &str = "
  const { read, hours, earliest } = onetrip.clock;
  return arguments[0].map(({ data, days, calls }) => {
    const place = read(data);
    return { spans: days.map((day) => hours(place, day).spans), first: calls.map(([day, time]) => earliest(place, day, time)) };
  });";

type Range = (u16, u16);
/// A place, days to ask for, and moments of calls.
type Asked = (Desk, Vec<Date>, Vec<(Date, u16)>);

/// An entry of 受理时间.
struct Entry {
    days: Vec<u8>,
    times: Vec<Range>,
    /// Month and day, in words of their own: `(9, 1)` to `(12, 25)`.
    year: Vec<((i8, i8), (i8, i8))>,
    quarter: Vec<i8>,
    month: Vec<Range>,
    /// So many days at the end of a month.
    last: Option<i8>,
}

/// A place, some days of its own, and a matter's times.
struct Desk {
    week: Vec<Vec<Range>>,
    own: Vec<(Date, Vec<Range>)>,
    off: Vec<Date>,
    work: Vec<Date>,
    entries: Vec<Entry>,
    ahead: (u32, bool),
}

fn below(dice: &mut Dice, most: u16) -> u16 {
    u16::try_from(dice.below(usize::from(most))).expect("small")
}

fn one_in(dice: &mut Dice, chances: usize) -> bool {
    dice.below(chances) == 0
}

fn spans(dice: &mut Dice) -> Vec<Range> {
    let morning = 480 + below(dice, 60);
    let noon = morning + 60 + below(dice, 180);
    let afternoon = noon + below(dice, 3) * 60;
    match dice.below(4) {
        0 => Vec::new(),
        1 => vec![(morning, noon)],
        _ => vec![
            (morning, noon),
            (afternoon, afternoon + 30 + below(dice, 200)),
        ],
    }
}

fn entry(dice: &mut Dice) -> Entry {
    let some = |dice: &mut Dice, of: i8| -> Vec<i8> {
        let all = (0..of).filter(|_| one_in(dice, 2));
        all.collect()
    };
    let year_day = |dice: &mut Dice| {
        let month = dice.below(12) + 1;
        let small = |number: usize| i8::try_from(number).expect("small");
        (
            small(month),
            small(dice.below(if month == 2 { 29 } else { 30 }) + 1),
        )
    };
    let from = below(dice, 28) + 1;
    Entry {
        days: if one_in(dice, 3) {
            Vec::new()
        } else if one_in(dice, 4) {
            (0..5).collect()
        } else {
            some(dice, 7).into_iter().map(i8::unsigned_abs).collect()
        },
        times: if one_in(dice, 2) {
            Vec::new()
        } else {
            spans(dice)
        },
        year: if one_in(dice, 2) {
            vec![(year_day(dice), year_day(dice))]
        } else {
            Vec::new()
        },
        quarter: if one_in(dice, 3) {
            some(dice, 3).into_iter().map(|month| month + 1).collect()
        } else {
            Vec::new()
        },
        month: if one_in(dice, 3) {
            vec![(from, from + below(dice, 32 - from))]
        } else {
            Vec::new()
        },
        last: one_in(dice, 4).then(|| i8::try_from(dice.below(9) + 1).expect("small")),
    }
}

fn random_date(dice: &mut Dice) -> Date {
    // 2027 to 2029: with a leap day.
    let day = i64::try_from(dice.below(3 * 365)).expect("small");
    date(2027, 1, 1).saturating_add(day.days())
}

fn desk(dice: &mut Dice) -> Desk {
    let week = (0..7).map(|_| spans(dice)).collect();
    let own = (0..3).map(|_| (random_date(dice), spans(dice))).collect();
    let off = (0..40).map(|_| random_date(dice)).collect();
    let work: Vec<Date> = (0..60).map(|_| random_date(dice)).collect();
    let entries = (0..dice.below(4)).map(|_| entry(dice)).collect();
    Desk {
        week,
        own,
        off,
        work: work
            .into_iter()
            .filter(|day| day.weekday().to_monday_zero_offset() > 4)
            .collect(),
        entries,
        ahead: (u32::from(below(dice, 5)), one_in(dice, 2)),
    }
}

fn weekday(day: Date) -> u8 {
    day.weekday().to_monday_zero_offset().unsigned_abs()
}

impl Desk {
    fn workday_hours(&self) -> Vec<Range> {
        let first = self.week[..5].iter().find(|spans| !spans.is_empty());
        first.cloned().unwrap_or_default()
    }

    fn is_make_up(&self, day: Date) -> bool {
        self.work.contains(&day)
    }

    fn is_own(&self, day: Date) -> bool {
        self.own.iter().any(|(own, _)| *own == day)
    }

    fn open_at(&self, day: Date, minute: u16) -> bool {
        let within = |spans: &[Range]| {
            spans
                .iter()
                .any(|(from, to)| *from <= minute && minute < *to)
        };
        if let Some((_, spans)) = self.own.iter().find(|(own, _)| *own == day) {
            return within(spans);
        }
        if self.is_make_up(day) {
            return within(&self.workday_hours());
        }
        !self.off.contains(&day) && within(&self.week[usize::from(weekday(day))])
    }

    fn served_at(&self, day: Date, minute: u16) -> bool {
        let accepted = self.entries.is_empty()
            || self.entries.iter().any(|entry| {
                entry.fits(
                    day,
                    self.is_make_up(day) && !self.is_own(day) && !self.workday_hours().is_empty(),
                ) && (entry.times.is_empty()
                    || entry
                        .times
                        .iter()
                        .any(|(from, to)| *from <= minute && minute < *to))
            });
        accepted && self.open_at(day, minute)
    }

    /// The first day that one can have who calls at a minute of a day, or when somebody is there next.
    fn first(&self, day: Date, time: u16) -> Option<Date> {
        let answers = |at: Date, from: u16| (from..1440).any(|minute| self.open_at(at, minute));
        let mut call = day;
        if !answers(day, time) {
            let later = day.series(1.day()).skip(1).take(100);
            call = later.into_iter().find(|day| answers(*day, 0))?;
        }
        let (mut left, workdays) = self.ahead;
        let mut first = call;
        while left > 0 {
            first = first.saturating_add(1.day());
            let works = self.is_make_up(first) && !self.workday_hours().is_empty()
                || (weekday(first) < 5 && !self.off.contains(&first));
            if works || !workdays {
                left -= 1;
            }
        }
        Some(first)
    }

    /// As `hall.html` tells it.
    fn data(&self) -> Value {
        let ranges = |all: &[Range]| {
            let all = all.iter().map(|(from, to)| format!("{from}-{to}"));
            all.collect::<Vec<_>>().join(" ")
        };
        let week: Vec<String> = self.week.iter().map(|spans| ranges(spans)).collect();
        let own = self
            .own
            .iter()
            .map(|(day, spans)| format!("{day}={}", ranges(spans)));
        let hours = ranges(&self.workday_hours());
        let work = self.work.iter().map(|day| format!("{day}={hours}"));
        let off = self.off.iter().map(|day| format!("{day}="));
        let special: Vec<String> = own.chain(work).chain(off).collect();
        let windows: Vec<String> = self.entries.iter().map(Entry::data).collect();
        let (ahead, workdays) = self.ahead;
        json!({
            "weekly": week.join(";"), "special": special.join(";"), "own": self.own.len(), "known": "2026 2027 2028 2029 2030",
            "windows": windows.join(";"), "ahead": format!("{ahead}{}", if workdays { "w" } else { "d" }),
        })
    }
}

impl Entry {
    fn fits(&self, day: Date, make_up: bool) -> bool {
        let workdays = (0..5).all(|day| self.days.contains(&day));
        let named = self.days.is_empty() || self.days.contains(&weekday(day));
        let of_year = (day.month(), day.day());
        let in_year = |(from, to): &((i8, i8), (i8, i8))| {
            if from <= to {
                *from <= of_year && of_year <= *to
            } else {
                of_year >= *from || of_year <= *to
            }
        };
        let of_quarter =
            [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3][usize::from(day.month().unsigned_abs()) - 1];
        let of_month = u16::from(day.day().unsigned_abs());
        let at_end = self
            .last
            .is_some_and(|last| day.saturating_add(last.days()).month() != day.month());
        let any_month = self.month.is_empty() && self.last.is_none();
        (named || (make_up && workdays))
            && (self.year.is_empty() || self.year.iter().any(in_year))
            && (self.quarter.is_empty() || self.quarter.contains(&of_quarter))
            && (any_month
                || at_end
                || self
                    .month
                    .iter()
                    .any(|(from, to)| *from <= of_month && of_month <= *to))
    }

    fn data(&self) -> String {
        let days: String = self.days.iter().map(u8::to_string).collect();
        let range = |(from, to): &Range| format!("{from}-{to}");
        let times: Vec<String> = self.times.iter().map(range).collect();
        let number = |(month, day): (i8, i8)| i32::from(month) * 100 + i32::from(day);
        let year = self
            .year
            .iter()
            .map(|(from, to)| format!("{}-{}", number(*from), number(*to)));
        let quarter = self.quarter.iter().map(|month| format!("{month}-{month}"));
        let last = self
            .last
            .iter()
            .map(|days| format!("101-{}", 100 + i32::from(*days)));
        let month = self.month.iter().map(range).chain(last);
        let joined = |all: Vec<String>| all.join(" ");
        format!(
            "{days}|{}|{}|{}|{}",
            joined(times),
            joined(year.collect()),
            joined(quarter.collect()),
            joined(month.collect())
        )
    }
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn the_clock_serves_at_the_minutes_at_which_the_contract_serves() {
    let server = Server::start(&Site::demonstration().root());
    let session = browser();
    Page::open(&session, &server.url("wenyuan/a01.html"));
    let epoch = date(1970, 1, 1);
    let number = |day: Date| (day - epoch).get_days();
    let dice = &mut Dice::new(20_261_125);
    let (mut yes, mut no) = (0, 0);
    for _ in 0..12 {
        let asked: Vec<Asked> = (0..25)
            .map(|_| {
                let desk = desk(dice);
                let mut days: Vec<Date> = (0..12).map(|_| random_date(dice)).collect();
                days.extend([
                    date(2028, 2, 28),
                    date(2028, 2, 29),
                    date(2027, 12, 31),
                    date(2028, 1, 1),
                    date(2028, 3, 31),
                ]);
                days.extend(desk.work.iter().take(6));
                days.extend(desk.own.iter().map(|(day, _)| *day));
                let calls = (0..6)
                    .map(|_| (random_date(dice), below(dice, 1440)))
                    .collect();
                (desk, days, calls)
            })
            .collect();
        let question: Vec<Value> = asked
            .iter()
            .map(|(desk, days, calls)| {
                let days: Vec<_> = days.iter().map(|day| number(*day)).collect();
                let calls: Vec<_> = calls
                    .iter()
                    .map(|(day, time)| json!([number(*day), time]))
                    .collect();
                json!({ "data": desk.data(), "days": days, "calls": calls })
            })
            .collect();
        let answers = session.execute(ASK, &[json!(question)]);
        for ((desk, days, calls), answer) in asked.iter().zip(answers.as_array().expect("a list")) {
            for (at, day) in days.iter().enumerate() {
                let spans: Vec<Range> =
                    serde_json::from_value(answer["spans"][at].clone()).expect("spans");
                for minute in 0..1440 {
                    let said = spans
                        .iter()
                        .any(|(from, to)| *from <= minute && minute < *to);
                    let truth = desk.served_at(*day, minute);
                    assert_eq!(said, truth, "{day} {minute}: {spans:?} {}", desk.data());
                    yes += usize::from(truth);
                    no += usize::from(!truth);
                }
            }
            for (at, (day, time)) in calls.iter().enumerate() {
                let Some(first) = desk.first(*day, *time) else {
                    continue;
                };
                assert_eq!(
                    answer["first"][at],
                    json!(number(first)),
                    "{day} {time} {}",
                    desk.data()
                );
            }
        }
    }
    assert!(yes > 100_000 && no > 100_000, "{yes} {no}");
}
