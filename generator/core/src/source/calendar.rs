//! 假日 of site.yaml and 例外 of a community: days that differ from the week.

use super::decode::Reader;
use super::keys::{self, Key};
use super::text::narrow;
use super::values;
use super::yaml::{Node, Value};
use crate::diagnostic::{At, CalendarFault, Expected, Problem};
use crate::model::{Days, Exception, HolidayYear, Holidays};
use crate::schema::{EXCEPTION, HOLIDAYS};

/// 假日: year → {休, 班, 来源}.
pub(super) fn holidays(reader: &Reader, node: &Node) -> Holidays {
    let mut years = Holidays::new();
    for (name, value) in reader.names(keys::HOLIDAYS.zh, node) {
        let span = name.place.start..name.place.end;
        match narrow(&name.value)
            .trim()
            .trim_end_matches('年')
            .parse::<i16>()
        {
            Ok(year) if (2000..2100).contains(&year) => {
                years.extend(one_year(reader, &name, value).map(|holidays| (year, holidays)));
            }
            _ => reader.report(
                &span,
                Problem::from(CalendarFault::NoYear { text: name.value }),
            ),
        }
    }
    years
}

fn one_year(reader: &Reader, name: &At<String>, node: &Node) -> Option<HolidayYear> {
    let table = reader.table(&name.value, node, &HOLIDAYS)?;
    let list = |key: Key| {
        table
            .list(key)
            .iter()
            .filter_map(|node| days(reader, key.zh, node))
            .collect()
    };
    Some(HolidayYear {
        off: list(keys::OFF),
        work: list(keys::WORK),
        source: table
            .text(keys::SOURCE)
            .map(|source| source.source().to_owned()),
        place: name.place.clone(),
    })
}

/// A date, or two with `..` or 至 between.
fn days(reader: &Reader, key: &str, node: &Node) -> Option<At<Days>> {
    let parsed = match &node.value {
        Value::Text { text, .. } => parse(&narrow(text)),
        _ => None,
    };
    let Some(days) = parsed else {
        reader.wrong(key, node, Expected::Days);
        return None;
    };
    if days.to < days.from {
        let fault = CalendarFault::Reversed {
            from: days.from.to_string(),
            to: days.to.to_string(),
        };
        reader.report(&node.span, Problem::from(fault));
        return None;
    }
    Some(reader.at(&node.span, days))
}

fn parse(text: &str) -> Option<Days> {
    let between = ["..", "~", "至", "到", "—"]
        .into_iter()
        .find_map(|sign| text.split_once(sign));
    match between {
        Some((from, to)) => {
            let to = to.trim_start_matches(['.', '—']);
            Some(Days {
                from: values::parse_date(from)?,
                to: values::parse_date(to)?,
            })
        }
        None => values::parse_date(text).map(Days::one),
    }
}

/// 例外: a list of {日期, 时段 or 休, 说明}.
pub(super) fn exceptions(reader: &Reader, nodes: &[Node]) -> Vec<Exception> {
    nodes
        .iter()
        .filter_map(|node| exception(reader, node))
        .collect()
}

fn exception(reader: &Reader, node: &Node) -> Option<Exception> {
    let table = reader.table(keys::EXCEPTIONS.zh, node, &EXCEPTION)?;
    let days = table
        .require(keys::DATE)
        .and_then(|node| days(reader, keys::DATE.zh, node));
    let times = values::times(reader, table.list(keys::TIMES));
    if table.yes(keys::OFF) == table.get(keys::TIMES).is_some() {
        reader.report(
            &table.key_span(keys::DATE),
            Problem::from(CalendarFault::OpenOrClosed),
        );
    }
    Some(Exception {
        days: days?,
        times,
        note: table.text(keys::NOTE),
    })
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn days_as_people_write_them() {
        let text = |text: &str| parse(text).map(|days| format!("{} {}", days.from, days.to));
        for written in [
            "2026-10-01..2026-10-07",
            "2026-10-01 至 2026-10-07",
            "2026/10/1~2026/10/7",
            "2026年10月1日到2026年10月7日",
        ] {
            assert_eq!(
                text(written).as_deref(),
                Some("2026-10-01 2026-10-07"),
                "{written}"
            );
        }
        assert_eq!(text("2026-10-10").as_deref(), Some("2026-10-10 2026-10-10"));
        assert_eq!(text("10-01..10-07"), None);
        assert_eq!(text("国庆"), None);
    }
}
