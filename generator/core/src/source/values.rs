//! Values with a shape of their own: dates, codes, hours.

use jiff::civil::Date;

use super::decode::Reader;
use super::keys;
use super::text::narrow;
use super::yaml::{Node, Value};
use crate::diagnostic::{At, DateFault, Expected, LinkFault, Problem, SenseFault};
use crate::model::{Basis, Defer, Fresh, Hours, Text, TimeSpan};
use crate::schema::{BASIS, DEFER, FRESH, HOURS};

/// A date; `2026/11/1` and `2026年11月1日` are understood as well.
pub(super) fn date(reader: &Reader, key: &str, node: &Node) -> Option<Date> {
    let parsed = match &node.value {
        Value::Text { text, .. } => parse_date(&narrow(text)),
        _ => None,
    };
    if parsed.is_none() {
        wrong(reader, key, node, Expected::Date);
    }
    parsed
}

/// Reports what is no date, or no condition on one: most often a day that the calendar does not have.
pub(super) fn wrong(reader: &Reader, key: &str, node: &Node, expected: Expected) {
    let text = match &node.value {
        Value::Text { text, .. } => narrow(text),
        _ => String::new(),
    };
    match no_such_day(&text) {
        Some(fault) => reader.report(&node.span, Problem::from(fault)),
        None => reader.wrong(key, node, expected),
    }
}

/// The first day in a text that the calendar does not have.
fn no_such_day(text: &str) -> Option<DateFault> {
    let bare = text.replace(' ', "");
    let words = bare.split(|c: char| !c.is_ascii_digit() && !"-/年月日".contains(c));
    words.flat_map(|word| word.split("..")).find_map(|word| {
        let mut parts = word
            .split(['-', '/', '年', '月', '日'])
            .filter(|part| !part.is_empty());
        let mut next = || parts.next()?.parse::<i16>().ok();
        let (year, month, day) = (next()?, next()?, next()?);
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        let last = (1900..=9999)
            .contains(&year)
            .then(|| Date::new(year, month, 1).ok())?;
        let days = last.map(Date::days_in_month);
        let exists = days.is_some_and(|days| (1..=days).contains(&day));
        (!exists).then(|| DateFault::no_such_day(word.to_owned(), last))
    })
}

pub(super) fn parse_date(text: &str) -> Option<Date> {
    let mut parts = text
        .trim()
        .trim_end_matches('日')
        .split(['-', '/', '.', '年', '月']);
    let mut next = || parts.next()?.trim().parse::<i16>().ok();
    let (year, month, day) = (next()?, next()?, next()?);
    if parts.next().is_some() || year < 1900 {
        return None;
    }
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// A permanent code, `[a-z0-9]{2,6}`.
pub(super) fn code(reader: &Reader, key: &str, node: &Node) -> Option<At<String>> {
    let text = match &node.value {
        Value::Text { text, .. } => narrow(text).trim().to_owned(),
        _ => String::new(),
    };
    let fits = (2..=6).contains(&text.len())
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    if !fits {
        reader.wrong(key, node, Expected::Code);
        return None;
    }
    Some(reader.at(&node.span, text))
}

/// 工作时间: a list of {星期, 时段, 说明}.
pub(super) fn hours(reader: &Reader, nodes: &[Node]) -> Vec<Hours> {
    let mut hours: Vec<Hours> = Vec::new();
    for node in nodes {
        let Some(one) = one_hours(reader, node) else {
            continue;
        };
        if let Some((first, second)) = hours.iter().find_map(|other| both_open(other, &one)) {
            let fault = SenseFault::HoursOverlap { first, second };
            reader.report(&node.span, Problem::from(fault));
        }
        hours.push(one);
    }
    hours
}

/// Times of two entries that overlap on some day of the week.
fn both_open(one: &Hours, other: &Hours) -> Option<(TimeSpan, TimeSpan)> {
    let day = one.days.iter().any(|day| other.days.contains(day));
    let pairs = |first: &TimeSpan| {
        let mut others = other.times.iter();
        let second = others.find(|second| first.from < second.to && second.from < first.to)?;
        Some((*first, *second))
    };
    one.times.iter().filter(|_| day).find_map(pairs)
}

/// No office opens before five in the morning: 02:30 is half past two in the afternoon.
fn at_night(span: TimeSpan) -> bool {
    let day = TimeSpan {
        from: 0,
        to: 24 * 60,
    };
    span.from < 5 * 60 && span != day
}

fn one_hours(reader: &Reader, node: &Node) -> Option<Hours> {
    let table = reader.table(keys::HOURS.zh, node, &HOURS)?;
    let names = table.required_list(keys::DAYS_OF_WEEK);
    let times = times(reader, table.required_list(keys::TIMES));
    let mut sorted = times.clone();
    sorted.sort_unstable();
    if let Some([first, second]) = sorted
        .array_windows()
        .find(|[one, other]| other.from < one.to)
    {
        let fault = SenseFault::HoursOverlap {
            first: *first,
            second: *second,
        };
        reader.report(&table.key_span(keys::TIMES), Problem::from(fault));
    }
    if let Some(night) = times.iter().copied().find(|span| at_night(*span)) {
        let fault = SenseFault::HoursAtNight { time: night };
        reader.report(&table.key_span(keys::TIMES), Problem::from(fault));
    }
    Some(Hours {
        days: weekdays(reader, names),
        times,
        note: table.text(keys::NOTE),
    })
}

/// 星期: days of the week, each once and in order.
pub(super) fn weekdays(reader: &Reader, names: &[Node]) -> Vec<u8> {
    let mut days: Vec<u8> = names
        .iter()
        .filter_map(|day| reader.one_of(keys::DAYS_OF_WEEK.zh, day, keys::WEEKDAYS))
        .collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// 时段: a list of spans such as 08:30-12:00.
pub(super) fn times(reader: &Reader, nodes: &[Node]) -> Vec<TimeSpan> {
    nodes.iter().filter_map(|time| span(reader, time)).collect()
}

fn span(reader: &Reader, node: &Node) -> Option<TimeSpan> {
    let parsed = match &node.value {
        Value::Text { text, .. } => parse_span(&narrow(text)),
        _ => None,
    };
    if parsed.is_none() {
        reader.wrong(keys::TIMES.zh, node, Expected::Hours);
    }
    parsed
}

fn parse_span(text: &str) -> Option<TimeSpan> {
    let (from, to) = text.split_once(['-', '–', '—', '~', '至'])?;
    let minutes = |clock: &str| {
        let (hour, minute) = clock.trim().split_once(':')?;
        let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
        let is_clock = hour < 24 && minute < 60 || (hour, minute) == (24, 0);
        is_clock.then(|| hour * 60 + minute)
    };
    let span = TimeSpan {
        from: minutes(from)?,
        to: minutes(to.trim_start_matches('—'))?,
    };
    (span.from < span.to).then_some(span)
}

/// 有效期: in words, or {天数, 说明}.
pub(super) fn fresh(reader: &Reader, node: &Node) -> Option<Fresh> {
    if !matches!(node.value, Value::Map(_)) {
        return Some(Fresh {
            text: Text::new(reader.text(keys::FRESH.zh, node)?),
            days: None,
        });
    }
    let table = reader.table(keys::FRESH.zh, node, &FRESH)?;
    let days = reader.count(keys::FRESH_DAYS.zh, table.require(keys::FRESH_DAYS)?)?;
    let text = table
        .text(keys::FRESH_TEXT)
        .unwrap_or_else(|| Text::new(format!("{days} 天内")));
    Some(Fresh {
        text,
        days: Some(days),
    })
}

/// 容缺: 是, or {天数, 怎么补}.
pub(super) fn defer(reader: &Reader, node: &Node) -> Option<Defer> {
    if !matches!(node.value, Value::Map(_)) {
        let may = reader.one_of(keys::DEFER.zh, node, keys::YES_NO)?;
        return may.then_some(Defer {
            days: None,
            how: None,
        });
    }
    let table = reader.table(keys::DEFER.zh, node, &DEFER)?;
    Some(Defer {
        days: table.count(keys::FRESH_DAYS),
        how: table.text(keys::DEFER_HOW),
    })
}

/// An entry of 依据.
pub(super) fn basis(reader: &Reader, node: &Node) -> Option<Basis> {
    let table = reader.table(keys::BASIS.zh, node, &BASIS)?;
    let name = table.required_text(keys::NAME)?;
    // Some write it into the name.
    let named = name.source().contains("全文")
        || (name.source().contains('第') && name.source().contains('条'));
    if table.get(keys::ARTICLE).is_none() && !table.may_have_meant(keys::ARTICLE) && !named {
        let fault = SenseFault::BasisNoArticle {
            name: name.source().to_owned(),
        };
        reader.report(&node.span, Problem::from(fault));
    }
    Some(Basis {
        name,
        doc_no: table.text(keys::DOC_NO),
        article: table.text(keys::ARTICLE),
        url: table
            .get(keys::URL)
            .and_then(|url| web_address(reader, url)),
        checked_on: table.get(keys::CHECKED_ON).and_then(|node| {
            let day = date(reader, keys::CHECKED_ON.zh, node)?;
            Some(reader.at(&node.span, day))
        }),
    })
}

fn web_address(reader: &Reader, node: &Node) -> Option<String> {
    let text = reader.text(keys::URL.zh, node)?;
    if text.starts_with("https://") || text.starts_with("http://") {
        return Some(text);
    }
    reader.report(&node.span, LinkFault::UnsafeLink { target: text }.into());
    None
}

#[cfg(test)]
mod tests {
    use super::{parse_date, parse_span};

    #[test]
    fn dates_as_people_write_them() {
        for text in ["2026-11-01", "2026/11/1", "2026年11月1日", " 2026.11.01 "] {
            assert_eq!(
                parse_date(text).map(|d| d.to_string()).as_deref(),
                Some("2026-11-01"),
                "{text}"
            );
        }
        for text in ["2026-13-01", "2026-02-30", "明天", "2026-11", "26-11-01"] {
            assert_eq!(parse_date(text), None, "{text}");
        }
    }

    #[test]
    fn hours_end_after_they_start() {
        assert!(parse_span("08:30-12:00").is_some());
        assert!(parse_span("8:30—12:00").is_some());
        assert!(parse_span("8:30——12:00").is_some());
        assert!(parse_span("12:00-08:30").is_none());
        assert!(parse_span("8点半到12点").is_none());
        assert!(parse_span("08:30-24:00").is_some());
        for beyond in ["24:30", "12:60", "1093:00", "2000:00", "65535:59"] {
            assert!(parse_span(&format!("08:30-{beyond}")).is_none(), "{beyond}");
        }
    }
}
