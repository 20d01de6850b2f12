//! What files of the content may say: every record, its keys in two languages, what belongs under each, whether it must be there,
//! and an example.
//!
//! Declared once. From it come the keys that are read (`source/`), JSON Schemas for editors (`json.rs`), the reference of the format
//! (`reference.rs`), the lines that findings show, and the files that somebody begins with.

mod example;
mod guide;
mod json;
pub(crate) mod keys;
mod paper;
mod place;
mod reference;
mod rules;

pub(crate) use example::{line_of, renamed};
pub(crate) use guide::*;
pub use json::{Files, KeyNames, json_schema};
pub(crate) use keys::Key;
pub(crate) use paper::*;
pub(crate) use place::*;
pub use reference::reference;
pub(crate) use rules::*;

/// A text in Chinese and in English.
pub(crate) type Both = [&'static str; 2];

/// A table of keys.
pub(crate) struct Record {
    /// Part of the address of its definition in schemas and references.
    pub(crate) id: &'static str,
    /// What it is.
    pub(crate) about: Both,
    /// Its keys, in the order in which they are written.
    pub(crate) fields: &'static [Field],
}

/// What may stand under a key.
#[derive(Clone, Copy)]
pub(crate) struct Field {
    pub(crate) key: Key,
    /// Without it a file is not read.
    pub(crate) required: bool,
    pub(crate) shape: Shape,
    /// A value, with the Chinese names.
    pub(crate) example: &'static str,
    /// What it says.
    pub(crate) about: Both,
}

/// What a value looks like.
#[derive(Clone, Copy)]
pub(crate) enum Shape {
    /// Words.
    Text,
    /// A whole number that is not negative.
    Count,
    /// A number.
    Number,
    /// A day of the calendar.
    Date,
    /// 是 or 否.
    YesNo,
    /// A text like this (a regular expression).
    Like(&'static str),
    /// One of these words.
    OneOf(fn() -> Vec<Both>),
    /// Several; a single one stands for a list of one.
    List(&'static Shape),
    /// A table of keys.
    Record(&'static Record),
    /// The same, of which every key may be missing.
    Part(&'static Record),
    /// A table whose keys are names that an author chooses.
    Named(&'static Shape),
    /// The same, in which keys like this (a regular expression) have values of the second shape.
    Dated(&'static Record, &'static str),
    /// A condition.
    Condition,
    /// Answers to questions.
    Answers,
    /// Nothing.
    Nothing,
    /// Any of these.
    Either(&'static [Shape]),
}

impl Record {
    /// Its field of a key.
    pub(crate) fn field(&self, key: Key) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// The key of this name, in either language.
    pub(crate) fn named(&self, name: &str) -> Option<Key> {
        let mut keys = self.fields.iter().map(|field| field.key);
        keys.find(|key| key.zh == name || key.en == name)
    }

    /// Which of its fields has a key of this name, in either language.
    pub(crate) fn place(&self, name: &str) -> Option<usize> {
        let mut fields = self.fields.iter();
        fields.position(|field| field.key.zh == name || field.key.en == name)
    }

    /// Its keys.
    pub(crate) fn keys(&self) -> impl Iterator<Item = Key> + Clone {
        self.fields.iter().map(|field| field.key)
    }
}

/// A key that must be there.
macro_rules! must {
    ($key:expr, $shape:expr, $example:expr, $zh:expr, $en:expr $(,)?) => {
        $crate::schema::Field {
            key: $key,
            required: true,
            shape: $shape,
            example: $example,
            about: [$zh, $en],
        }
    };
}

/// A key that may be there.
macro_rules! may {
    ($key:expr, $shape:expr, $example:expr, $zh:expr, $en:expr $(,)?) => {
        $crate::schema::Field {
            key: $key,
            required: false,
            shape: $shape,
            example: $example,
            about: [$zh, $en],
        }
    };
}

use may;
use must;

/// The names of enumerated values.
fn both<T>(names: keys::Names<T>) -> Vec<Both> {
    let mut all: Vec<Both> = Vec::new();
    for (zh, en, _) in names {
        if !all.iter().any(|known| known[0] == *zh) {
            all.push([zh, en]);
        }
    }
    all
}
