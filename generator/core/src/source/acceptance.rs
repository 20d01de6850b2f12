//! 受理时间 and 预约 of a guide: when a matter is done, where that is not simply as long as its place is open.

use super::decode::{Reader, Table};
use super::keys::{self, Key};
use super::text::narrow;
use super::values;
use super::yaml::{Node, Value};
use crate::diagnostic::{AcceptanceFault, At, DateFault, Expected, InNoYear, Problem, ShapeFault};
use crate::model::{Appointment, Duration, MonthSpan, TimeUnit, Window, YearDay, YearSpan};
use crate::schema::{APPOINTMENT, WINDOW};

/// What a guide writes where no entry narrows the hours: an overlay takes the region's times back so.
const ALL_HOURS: Key = keys::HOURS;

/// What a key says that can also say "nothing".
pub(super) enum Said<T> {
    /// No appointment is needed.
    None,
    /// This.
    Some(T),
}

impl<T> Said<T> {
    /// What a matter holds of it.
    pub(super) fn kept(self) -> Option<T> {
        match self {
            Self::None => None,
            Self::Some(value) => Some(value),
        }
    }
}

/// Signs between the ends of a range; the longer ones first.
const BETWEEN: [&str; 6] = ["..", "~", "至", "到", "—", "–"];

/// 受理时间: a list of entries; 工作时间 stands for none.
pub(super) fn accepted(table: &Table<'_, '_>) -> Option<Vec<At<Window>>> {
    let node = table.get(keys::ACCEPTED)?;
    if is(node, ALL_HOURS) {
        return Some(Vec::new());
    }
    let reader = table.reader;
    let entries = table.required_list(keys::ACCEPTED).iter();
    let windows = entries.filter_map(|node| {
        let window = window(reader, node)?;
        Some(reader.at(&node.span, window))
    });
    Some(windows.collect())
}

/// Whether a value is this word, in either language.
fn is(node: &Node, word: Key) -> bool {
    matches!(&node.value, Value::Text { text, .. } if text == word.zh || text == word.en)
}

fn window(reader: &Reader, node: &Node) -> Option<Window> {
    let says = [
        keys::DAYS_OF_WEEK,
        keys::TIMES,
        keys::YEARLY,
        keys::QUARTERLY,
        keys::MONTHLY,
    ];
    let table = reader.table(keys::ACCEPTED.zh, node, &WINDOW)?;
    if says.iter().all(|key| table.get(*key).is_none()) {
        let may = says.iter().any(|key| table.may_have_meant(*key));
        if !may {
            let nothing = Problem::from(AcceptanceFault::Nothing);
            reader.report(&node.span, nothing);
        }
        return None;
    }
    let weekdays = filled(&table, keys::DAYS_OF_WEEK);
    let quarter = filled(&table, keys::QUARTERLY);
    let mut times = values::times(reader, filled(&table, keys::TIMES));
    times.sort_unstable();
    Some(Window {
        days: values::weekdays(reader, weekdays),
        times,
        year: each(&table, keys::YEARLY, year_span),
        quarter: sorted(
            quarter
                .iter()
                .filter_map(|month| {
                    reader.one_of(keys::QUARTERLY.zh, month, keys::MONTHS_OF_QUARTER)
                })
                .collect(),
        ),
        month: each(&table, keys::MONTHLY, month_span),
        note: table.text(keys::NOTE),
    })
}

fn sorted(mut numbers: Vec<u8>) -> Vec<u8> {
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// The entries of a key that may be missing, but not empty.
fn filled<'n>(table: &Table<'_, 'n>, key: Key) -> &'n [Node] {
    match table.get(key) {
        Some(_) => table.required_list(key),
        None => &[],
    }
}

fn each<T>(
    table: &Table<'_, '_>,
    key: Key,
    read: impl Fn(&Reader, &Node, &str) -> Option<T>,
) -> Vec<T> {
    let nodes = filled(table, key).iter();
    nodes
        .filter_map(|node| match &node.value {
            Value::Text { text, .. } => read(table.reader, node, narrow(text).trim()),
            _ => read(table.reader, node, ""),
        })
        .collect()
}

/// The ends of a range, or one thing twice.
fn ends(text: &str) -> (&str, &str) {
    let between = BETWEEN.into_iter().find_map(|sign| text.split_once(sign));
    let (from, to) = between.unwrap_or((text, text));
    (from.trim(), to.trim_start_matches(['.', '—']).trim())
}

/// 09-01..12-25, 9月1日到12月25日, 9月到12月.
fn year_span(reader: &Reader, node: &Node, text: &str) -> Option<YearSpan> {
    let (from, to) = ends(text);
    let parsed = YearEnd::parse(from).zip(YearEnd::parse(to));
    let Some((from, to)) = parsed else {
        reader.wrong(keys::YEARLY.zh, node, Expected::YearDays);
        return None;
    };
    for end in [&from, &to] {
        if let Err(fault) = end.check() {
            reader.report(&node.span, fault.into());
            return None;
        }
    }
    Some(YearSpan {
        from: YearDay {
            month: from.month,
            day: from.day.unwrap_or(1),
        },
        to: YearDay {
            month: to.month,
            day: to.day.or(YearDay::last_of(to.month)).unwrap_or(1),
        },
    })
}

/// A day of the year, or a month as a whole.
struct YearEnd {
    month: u8,
    day: Option<u8>,
}

impl YearEnd {
    fn parse(text: &str) -> Option<Self> {
        if let Some(month) = text.strip_suffix('月') {
            let month = month.trim().parse().ok()?;
            return Some(Self { month, day: None });
        }
        let (month, day) = text.split_once(['-', '/', '.', '月'])?;
        let day = day.trim().trim_end_matches(['日', '号']);
        Some(Self {
            month: month.trim().parse().ok()?,
            day: Some(day.trim().parse().ok()?),
        })
    }

    fn check(&self) -> Result<(), DateFault> {
        let month = self.month;
        let Some(last) = YearDay::last_of(month) else {
            return Err(DateFault::in_no_year(InNoYear::Month { month }));
        };
        match self.day {
            Some(day) if day == 0 || day > last => {
                Err(DateFault::in_no_year(InNoYear::Day { month, day, last }))
            }
            _ => Ok(()),
        }
    }
}

/// 1..10, 15, 25..月底, 最后 5 天.
fn month_span(reader: &Reader, node: &Node, text: &str) -> Option<MonthSpan> {
    let Some(span) = parse_month(text) else {
        reader.wrong(keys::MONTHLY.zh, node, Expected::MonthDays);
        return None;
    };
    let (from, to) = match span {
        MonthSpan::Days { from, to } => (from, to),
        MonthSpan::Last(days) => (days, days),
    };
    if let Some(wrong) = [from, to].into_iter().find(|day| !(1..=31).contains(day)) {
        let value = wrong.into();
        let (min, max) = (1, 31);
        reader.report(
            &node.span,
            ShapeFault::OutOfRange { value, min, max }.into(),
        );
        return None;
    }
    if to < from {
        reader.wrong(keys::MONTHLY.zh, node, Expected::MonthDays);
        return None;
    }
    Some(span)
}

fn parse_month(text: &str) -> Option<MonthSpan> {
    let last = ["最后", "last"]
        .into_iter()
        .find_map(|word| text.strip_prefix(word));
    if let Some(days) = last {
        let days = days.trim().trim_end_matches("days").trim_end_matches('天');
        return Some(MonthSpan::Last(days.trim().parse().ok()?));
    }
    let day = |text: &str| match text {
        "月底" | "end" => Some(31),
        _ => text.trim_end_matches(['日', '号']).trim().parse().ok(),
    };
    let (from, to) = ends(text);
    Some(MonthSpan::Days {
        from: day(from)?,
        to: day(to)?,
    })
}

/// 预约: 是, 否, or {要, 怎么约, 电话, 提前}.
pub(super) fn appointment(table: &Table<'_, '_>) -> Option<Said<Appointment>> {
    let node = table.get(keys::APPOINTMENT)?;
    let reader = table.reader;
    let bare = Appointment {
        how: None,
        phone: None,
        ahead: None,
    };
    if !matches!(node.value, Value::Map(_)) {
        let needed = reader.one_of(keys::APPOINTMENT.zh, node, keys::YES_NO)?;
        return Some(if needed { Said::Some(bare) } else { Said::None });
    }
    let table = reader.table(keys::APPOINTMENT.zh, node, &APPOINTMENT)?;
    let needed = match table.get(keys::NEEDED) {
        Some(node) => reader.one_of(keys::NEEDED.zh, node, keys::YES_NO)?,
        None => true,
    };
    let appointment = Appointment {
        how: table.text(keys::HOW),
        phone: table.text(keys::PHONE),
        ahead: table.get(keys::AHEAD).and_then(|node| ahead(reader, node)),
    };
    Some(if needed {
        Said::Some(appointment)
    } else {
        Said::None
    })
}

/// 提前: 1 天, 2 个工作日; a bare number counts days.
fn ahead(reader: &Reader, node: &Node) -> Option<Duration> {
    let text = match &node.value {
        Value::Text { text, .. } => narrow(text),
        _ => String::new(),
    };
    let units = [
        ("个工作日", TimeUnit::Workday),
        ("工作日", TimeUnit::Workday),
        ("workdays", TimeUnit::Workday),
        ("workday", TimeUnit::Workday),
        ("days", TimeUnit::Day),
        ("day", TimeUnit::Day),
        ("天", TimeUnit::Day),
        ("", TimeUnit::Day),
    ];
    let text = text.trim();
    let (number, unit) = units
        .into_iter()
        .find_map(|(word, unit)| Some((text.strip_suffix(word)?, unit)))?;
    // Nobody books a year ahead, and the scripts look no further.
    let days = number.trim().parse().ok().filter(|days| *days <= 90);
    let ahead = days.map(|days| Duration { days, unit });
    if ahead.is_none() {
        reader.wrong(keys::AHEAD.zh, node, Expected::Ahead);
    }
    ahead
}

#[cfg(test)]
mod tests {
    use super::{YearEnd, ends, parse_month};
    use crate::model::MonthSpan;

    #[test]
    fn parts_of_a_year_as_people_write_them() {
        let read = |text: &str| {
            let (from, to) = ends(text);
            let end = |text| YearEnd::parse(text).map(|end| (end.month, end.day));
            end(from).zip(end(to))
        };
        let autumn = Some(((9, Some(1)), (12, Some(25))));
        for text in [
            "09-01..12-25",
            "9月1日到12月25日",
            "9/1~12/25",
            "9 月 1 日 至 12 月 25 日",
        ] {
            assert_eq!(read(text), autumn, "{text}");
        }
        assert_eq!(read("9月到12月"), Some(((9, None), (12, None))));
        assert_eq!(read("03-15"), Some(((3, Some(15)), (3, Some(15)))));
        for text in ["秋天", "9..12", "2026-09-01", ""] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn parts_of_a_month_as_people_write_them() {
        let days = |from, to| Some(MonthSpan::Days { from, to });
        assert_eq!(parse_month("1..10"), days(1, 10));
        assert_eq!(parse_month("1日到10日"), days(1, 10));
        assert_eq!(parse_month("15"), days(15, 15));
        assert_eq!(parse_month("25..月底"), days(25, 31));
        assert_eq!(parse_month("最后 5 天"), Some(MonthSpan::Last(5)));
        assert_eq!(parse_month("last 5 days"), Some(MonthSpan::Last(5)));
        assert_eq!(parse_month("上旬"), None);
    }
}
