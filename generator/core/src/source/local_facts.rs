//! 地方事实: name → words, or what is to be said of a value: `{值: 80, 单位: 周岁, 自 2027-01-01: 70}`.

use jiff::civil::Date;

use super::decode::{Reader, Table};
use super::keys;
use super::question::LARGEST;
use super::text::narrow;
use super::values::parse_date;
use super::yaml::{Node, Value};
use crate::diagnostic::{At, Expected, LocalFault, Problem};
use crate::model::{Decimal, LocalFact, LocalFacts, names_in};
use crate::schema::FACT;

/// The facts of site.yaml or of a community.
pub(super) fn local_facts(table: &Table<'_, '_>) -> LocalFacts {
    let Some(node) = table
        .get(keys::LOCAL_FACTS)
        .filter(|node| node.value != Value::Null)
    else {
        return LocalFacts::default();
    };
    let reader = table.reader;
    let entries = reader.names(keys::LOCAL_FACTS.zh, node).into_iter();
    LocalFacts(
        entries
            .map(|(name, value)| {
                let unread = LocalFact {
                    unread: true,
                    ..LocalFact::default()
                };
                let fact = fact(reader, &name, value);
                let fact = fact.unwrap_or_else(|| reader.at(&value.span, unread));
                (name.value, fact)
            })
            .collect(),
    )
}

fn fact(reader: &Reader, name: &At<String>, node: &Node) -> Option<At<LocalFact>> {
    let Value::Map(entries) = &node.value else {
        let words = value(reader, name, "", node)?;
        let number = number(&words);
        let fact = LocalFact {
            number,
            ..LocalFact::words(words)
        };
        return Some(reader.at(&node.span, fact));
    };
    let (dated, rest): (Vec<_>, Vec<_>) = entries
        .iter()
        .partition(|(key, _)| beginning(key).is_some());
    let rest = Node {
        value: Value::Map(rest.into_iter().cloned().collect()),
        span: node.span.clone(),
    };
    let table = reader.table(&name.value, &rest, &FACT)?;
    let later = later(reader, name, &dated);
    let first = table.require(keys::VALUE)?;
    let words = value(reader, name, keys::VALUE.zh, first)?;
    let unit = table.get(keys::UNIT);
    let unit = unit.and_then(|unit| value(reader, name, keys::UNIT.zh, unit));
    let fact = LocalFact {
        number: number(&words),
        words,
        unit,
        example: table.yes(keys::EXAMPLE),
        later,
        unread: false,
    };
    if fact.unit.is_some() {
        // A unit belongs behind a number: behind words it would be read as nobody wrote it.
        let values = std::iter::once(first).chain(dated.iter().map(|(_, value)| value));
        let wrong = values.filter(
            |node| matches!(&node.value, Value::Text { text, .. } if number(text).is_none()),
        );
        for node in wrong {
            reader.wrong(&name.value, node, Expected::Decimal);
        }
    }
    Some(reader.at(&first.span, fact))
}

/// The values that hold from some day on, by these days.
fn later(reader: &Reader, name: &At<String>, dated: &[&(Node, Node)]) -> Vec<(Date, String)> {
    let mut later: Vec<(Date, String)> = Vec::new();
    for (key, node) in dated {
        let written = beginning(key).unwrap_or_default();
        let report = |fault| reader.report(&key.span, Problem::from(fault));
        let fact = name.value.clone();
        let Some(day) = parse_date(&written) else {
            report(LocalFault::NoSuchDay { fact, written });
            continue;
        };
        if later.iter().any(|(other, _)| *other == day) {
            let day = day.to_string();
            report(LocalFault::SameDay { fact, day });
            continue;
        }
        later.extend(value(reader, name, "", node).map(|words| (day, words)));
    }
    later.sort();
    later
}

/// The day of a key such as `自 2027-01-01`, as it is written.
fn beginning(key: &Node) -> Option<String> {
    let Value::Text { text, .. } = &key.value else {
        return None;
    };
    let text = narrow(text);
    let text = text.trim();
    let day = text
        .strip_prefix(['自', '从'])
        .or_else(|| text.strip_prefix("from "))?;
    let day = day.trim();
    Some(day.strip_suffix('起').unwrap_or(day).trim().to_owned())
}

/// What a fact says; it names no other one.
fn value(reader: &Reader, name: &At<String>, key: &str, node: &Node) -> Option<String> {
    let words = reader.text(key, node)?;
    if let Some((_, inner)) = names_in(&words).next() {
        let problem = LocalFault::InFact {
            name: name.value.clone(),
            inner: inner.to_owned(),
        }
        .into();
        reader.report(&node.span, problem);
    }
    // A number reads the same however wide its digits were typed.
    Some(match number(&words) {
        Some(_) => narrow(&words).trim().to_owned(),
        None => words,
    })
}

/// A number that rules can compare with.
fn number(words: &str) -> Option<Decimal> {
    let number = Decimal::parse(narrow(words).trim())?;
    (-LARGEST..=LARGEST)
        .contains(&number.whole())
        .then_some(number)
}
