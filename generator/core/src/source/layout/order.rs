//! The order of keys: that of the records in which they are declared. Names that authors choose stay as they are.

use super::super::text::narrow;
use super::super::yaml::{Node, Value};
use crate::schema::{Record, Shape, keys};

/// What a table is by its shape.
#[derive(Clone, Copy)]
pub(super) enum Table {
    /// One with declared keys.
    Of(&'static Record),
    /// One whose keys are names; what each of them has.
    Named(Shape),
    /// Nothing is known of it.
    Unknown,
}

/// What shape the table `node` has among those that `shape` allows.
pub(super) fn table(shape: &Shape, entries: &[(Node, Node)]) -> Table {
    let mut shapes = Vec::new();
    spread(shape, &mut shapes);
    let known = |record: &Record| {
        let known =
            |(key, _): &&(Node, Node)| name(key).is_some_and(|key| record.place(&key).is_some());
        entries.iter().filter(known).count()
    };
    let records = shapes.iter().filter_map(|shape| match shape {
        Shape::Record(record) | Shape::Part(record) | Shape::Dated(record, _) => Some(*record),
        _ => None,
    });
    // The first of those that know the most keys.
    let best = records.rev().max_by_key(|record| known(record));
    if let Some(record) = best {
        return Table::Of(record);
    }
    let named = shapes.iter().find_map(|shape| match shape {
        Shape::Named(inner) => Some(Table::Named(**inner)),
        Shape::Condition => Some(Table::Named(Shape::Condition)),
        Shape::Answers => Some(Table::Named(Shape::Answers)),
        _ => None,
    });
    named.unwrap_or(Table::Unknown)
}

/// What shapes the entries of a list may have.
pub(super) fn entry(shape: &Shape) -> Shape {
    match shape {
        Shape::List(inner) => **inner,
        Shape::Either(shapes) => {
            let list = shapes.iter().find(|one| matches!(one, Shape::List(_)));
            list.map_or(*shape, entry)
        }
        other => *other,
    }
}

/// Every shape that a single value may have.
fn spread(shape: &Shape, out: &mut Vec<Shape>) {
    match shape {
        Shape::List(inner) => spread(inner, out),
        Shape::Either(shapes) => shapes.iter().for_each(|shape| spread(shape, out)),
        other => out.push(*other),
    }
}

/// Whether some shape is among those that a single value may have.
pub(super) fn may_be(shape: &Shape, wanted: impl Fn(&Shape) -> bool) -> bool {
    let mut shapes = Vec::new();
    spread(shape, &mut shapes);
    shapes.iter().any(wanted)
}

/// The places of the entries in the order in which they are written; what is no key of the record stays behind what is before it.
pub(super) fn sorted(record: &Record, entries: &[(Node, Node)]) -> Vec<usize> {
    let mut rank = 0;
    let ranks: Vec<usize> = entries
        .iter()
        .map(|(key, _)| {
            rank = name(key).and_then(|key| record.place(&key)).unwrap_or(rank);
            rank
        })
        .collect();
    let mut places: Vec<usize> = (0..entries.len()).collect();
    places.sort_by_key(|place| ranks[*place]);
    places
}

/// The shape of a record's key.
pub(super) fn of_key(record: &Record, key: &Node) -> Option<Shape> {
    let key = record.named(&name(key)?)?;
    record.field(key).map(|field| field.shape)
}

/// Whether a key is that of words and what they are in another language.
pub(super) fn is_phrases(key: &Node) -> bool {
    name(key).is_some_and(|name| name == keys::TEXTS.zh || name == keys::TEXTS.en)
}

fn name(key: &Node) -> Option<String> {
    match &key.value {
        Value::Text { text, .. } => Some(narrow(text)),
        _ => None,
    }
}
