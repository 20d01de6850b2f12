//! Examples in English: the same, with the English names of keys and enumerated words.

use std::collections::BTreeMap;

use super::{COMMUNITY, Field, GUIDE, Key, LINE, QUESTION, Record, SCENARIO, SITE, STOP, Shape};

impl Field {
    /// The example as a line of its own, in Chinese and in English.
    pub(crate) fn line(&self) -> [String; 2] {
        let Key { zh, en } = self.key;
        [
            format!("{zh}: {}", self.example),
            format!("{en}: {}", self.english_example()),
        ]
    }

    /// The example with the English names.
    pub(crate) fn english_example(&self) -> String {
        renamed(&self.shape, self.example)
    }
}

/// The line of a key by its Chinese name, where its value is a list or a table.
pub(crate) fn line_of(key: &str) -> Option<[String; 2]> {
    let records: [&Record; 7] = [
        &GUIDE, &SITE, &COMMUNITY, &QUESTION, &LINE, &STOP, &SCENARIO,
    ];
    let mut fields = records.into_iter().flat_map(|record| record.fields);
    let field = fields.find(|field| field.key.zh == key)?;
    field.example.starts_with(['[', '{']).then(|| field.line())
}

/// A value of this shape with the English names of keys and enumerated words.
pub(crate) fn renamed(shape: &Shape, text: &str) -> String {
    let mut names = BTreeMap::new();
    collect(shape, &mut names, 0);
    replaced(text, &names)
}

/// The names that values of this shape may have, Chinese → English.
fn collect(shape: &Shape, names: &mut BTreeMap<&'static str, &'static str>, depth: usize) {
    // Choices are in choices without end.
    if depth > 6 {
        return;
    }
    match shape {
        Shape::List(inner) | Shape::Named(inner) => collect(inner, names, depth + 1),
        Shape::Record(record) | Shape::Part(record) | Shape::Dated(record, _) => {
            for field in record.fields {
                names.entry(field.key.zh).or_insert(field.key.en);
                collect(&field.shape, names, depth + 1);
            }
        }
        Shape::OneOf(words) => {
            names.extend(words().into_iter().map(|[zh, en]| (zh, en)));
        }
        Shape::YesNo => names.extend([("是", "yes"), ("否", "no")]),
        Shape::Either(shapes) => {
            for shape in *shapes {
                collect(shape, names, depth + 1);
            }
        }
        _ => {}
    }
}

/// The text with these words in place of others, wherever one stands alone between signs.
fn replaced(text: &str, names: &BTreeMap<&str, &str>) -> String {
    let is_sign = |c: char| " {}[],:\"\n".contains(c);
    let mut out = String::new();
    for piece in text.split_inclusive(is_sign) {
        let word = piece.trim_end_matches(is_sign);
        out.push_str(names.get(word).copied().unwrap_or(word));
        out.push_str(&piece[word.len()..]);
    }
    out
}
