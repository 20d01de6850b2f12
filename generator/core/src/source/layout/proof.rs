//! Whether a file means what it meant: both texts are read, and compared node by node; every remark is still there.

use std::ops::Range;
use std::sync::Arc;

use super::super::yaml::{self, Node, Value};
use super::order::{self, Table};
use super::{body, parts, remarks};
use crate::schema::{Files, Shape};

/// Whether `new` says the same as the old text, whose YAML at a range is a tree.
pub(super) fn is_same(
    file: &Arc<str>,
    old: (&str, Range<usize>, &Node),
    new: &str,
    files: Files,
) -> bool {
    let (old, range, root) = old;
    let Ok(new_parts) = parts(file, new) else {
        return false;
    };
    let read = yaml::parse(new, new_parts.yaml.clone());
    let Ok(new_root) = read else {
        return false;
    };
    let nothing = Node {
        span: new_parts.yaml.start..new_parts.yaml.start,
        value: Value::Map(Vec::new()),
    };
    let new_root = new_root.unwrap_or(nothing);
    let said = |text: &str, range: &Range<usize>, root: &Node| -> Vec<String> {
        let found = remarks::find(text, range, root).into_iter();
        let mut words: Vec<String> = found.map(|one| text[one.span].to_owned()).collect();
        words.sort();
        words
    };
    let bodies = [
        parts(file, old)
            .ok()
            .and_then(|parts| parts.body)
            .map(|at| &old[at]),
        new_parts.body.map(|at| &new[at]),
    ];
    same(root, &new_root, &files.shape())
        && said(old, &range, root) == said(new, &new_parts.yaml, &new_root)
        && bodies[0].map(body::laid_out) == bodies[1].map(body::laid_out)
}

/// Whether two values are the same, the order of a record's keys aside.
fn same(one: &Node, other: &Node, shape: &Shape) -> bool {
    match (&one.value, &other.value) {
        (Value::Null, Value::Null) => true,
        (Value::Text { text: one, .. }, Value::Text { text: other, .. }) => {
            one.trim() == other.trim()
        }
        (Value::List { items: one, .. }, Value::List { items: other, .. }) => {
            let shape = order::entry(shape);
            let mut pairs = one.iter().zip(other);
            one.len() == other.len() && pairs.all(|(one, other)| same(one, other, &shape))
        }
        (Value::Map(one), Value::Map(other)) => same_table(one, other, shape),
        _ => false,
    }
}

fn same_table(one: &[(Node, Node)], other: &[(Node, Node)], shape: &Shape) -> bool {
    let table = order::table(shape, one);
    let places: Vec<usize> = match table {
        Table::Of(record) => order::sorted(record, one),
        _ => (0..one.len()).collect(),
    };
    let mut pairs = places.iter().zip(other);
    one.len() == other.len()
        && pairs.all(|(place, (key, value))| {
            let (old_key, old_value) = &one[*place];
            let shape = match table {
                Table::Of(record) => order::of_key(record, key),
                Table::Named(shape) => Some(shape),
                Table::Unknown => None,
            };
            let shape = shape.unwrap_or(Shape::Nothing);
            same(old_key, key, &Shape::Nothing) && same(old_value, value, &shape)
        })
}
