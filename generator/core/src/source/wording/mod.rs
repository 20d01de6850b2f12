//! Words that residents read, as they stand in a file: what leaves them wondering what is meant.

mod hints;
mod joined;
mod names;
mod numbers;
mod open;
mod options;
mod passing;
mod phone;
mod plain;
mod proofs;
mod sentence;
mod slips;

pub(super) use numbers::is_mobile;
pub(super) use phone::national;

use std::collections::BTreeSet;
use std::ops::Range;

use self::hints::{Hints, Look};

use super::decode::Reader;
use super::keys::{self, Key};
use super::yaml::{Node, Value};
use crate::diagnostic::{Problem, WordingFault};
use crate::model::{DETAILS, DetailKind, ISSUER};

/// What is found in a text, by its bytes there.
type Found = (Range<usize>, WordingFault);

/// A look at words.
type Finds = fn(&str) -> Vec<Found>;

/// What a value is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    /// Nobody reads it as a sentence: ids, paths, conditions, the names of laws.
    None,
    /// What something is called.
    Name,
    /// A phone number where one belongs.
    Phone,
    /// A sentence.
    Sentence,
    /// The sentence of a question.
    Question,
}

/// Below these keys nothing is written for residents.
const UNREAD: &[Key] = &[
    keys::BASIS,
    keys::WHEN,
    keys::SCENARIOS,
    keys::ALIASES,
    keys::IMPLIES,
    keys::FACTS,
    keys::URL,
    keys::BASE_URL,
    keys::VERIFIED_BY,
    keys::SOURCE,
    keys::ALLOW,
];

const NAMES: &[Key] = &[keys::NAME, keys::TITLE, keys::RESULT];

const SENTENCES: &[Key] = &[
    keys::SUMMARY,
    keys::NOTES,
    keys::TEXT,
    keys::WHY,
    keys::CHANGE,
    keys::WHAT_YOU_DO,
    keys::REASON,
    keys::HOW,
    keys::PITFALLS,
    keys::COUNTS,
    keys::COUNTS_NOT,
    keys::DISCLAIMER,
    keys::REQUIREMENTS,
];

const PHONES: &[Key] = &[keys::PHONE, keys::CONSULT_PHONE, keys::COMPLAINT_PHONE];

impl Use {
    fn of(key: &str) -> Option<Self> {
        let is_in = |keys: &[Key]| keys.iter().any(|one| is(key, one));
        let is_said = |kind: &DetailKind| *kind != ISSUER && is(key, &keys::detail(kind));
        let uses = [
            (UNREAD, Self::None),
            (PHONES, Self::Phone),
            (&[keys::ASK], Self::Question),
            (NAMES, Self::Name),
            (SENTENCES, Self::Sentence),
        ];
        let mut uses = uses.into_iter();
        uses.find_map(|(keys, kind)| is_in(keys).then_some(kind))
            .or_else(|| DETAILS.iter().any(is_said).then_some(Self::Sentence))
    }
}

/// Looks over the values of a file.
pub(super) fn values(reader: &Reader, root: &Node) {
    value(reader, root, Use::Name, "");
}

/// Looks over a value; `id` is the key under which it stands.
fn value(reader: &Reader, node: &Node, kind: Use, id: &str) {
    match &node.value {
        Value::Null => {}
        Value::Text { text: words, .. } => {
            if Use::of(id).is_some_and(|said| said != Use::Phone)
                && let Some(fault) = names::fault(words)
            {
                reader.report(&node.span, Problem::from(fault));
            }
            text(reader, &node.span, kind);
            block(reader, &node.span);
        }
        Value::List { items, .. } => {
            if !TOLD_ELSEWHERE.iter().any(|key| is(id, key)) {
                twice(reader, items);
            }
            for item in items {
                value(reader, item, kind, "");
            }
        }
        Value::Map(entries) => {
            paper(reader, id, entries);
            for (key, inner) in entries {
                let kind = Use::of(written(key)).unwrap_or(Use::Name);
                if kind != Use::None {
                    value(reader, inner, kind, written(key));
                }
                if is(written(key), &keys::ALIASES) {
                    list(reader, inner);
                }
                if let (Use::None, Value::List { items, .. }) = (kind, &inner.value) {
                    twice(reader, items);
                }
                if is(written(key), &keys::OPTIONS) {
                    options(reader, inner);
                }
            }
        }
    }
}

/// Lists in which an entry that stands there twice is an error of its own.
const TOLD_ELSEWHERE: &[Key] = &[
    keys::OPTIONS,
    keys::LANGUAGES,
    keys::CATEGORIES,
    keys::REQUIREMENTS,
];

/// Entries that are the same, letter by letter.
fn twice(reader: &Reader, items: &[Node]) {
    let mut seen = BTreeSet::new();
    for item in items {
        let words = reader.text.get(item.span.clone()).unwrap_or_default();
        if !words.trim().is_empty() && !seen.insert(words.trim()) {
            let words = words.lines().next().unwrap_or_default().to_owned();
            let fault = WordingFault::EntryTwice { words };
            reader.report(&item.span, Problem::from(fault));
        }
    }
}

/// Options of which two are right for one number.
fn options(reader: &Reader, node: &Node) {
    let Value::List { items, .. } = &node.value else {
        return;
    };
    let name = |item: &'_ Node| match &item.value {
        Value::Map(entries) => find(entries, &keys::NAME).map(|name| written(name).to_owned()),
        _ => Some(written(item).to_owned()),
    };
    let names: Vec<String> = items.iter().filter_map(name).collect();
    if let Some(fault) = options::overlap(&names) {
        reader.report(&node.span, Problem::from(fault));
    }
}

/// Names that stand in one text where each should be an entry of its own.
fn list(reader: &Reader, node: &Node) {
    if let Value::Text { text, .. } = &node.value
        && let Some(fault) = names::several(text)
    {
        reader.report(&node.span, Problem::from(fault));
    }
}

/// What stands under a key.
fn find<'a>(entries: &'a [(Node, Node)], key: &Key) -> Option<&'a Node> {
    let mut entries = entries.iter();
    entries.find_map(|(word, value)| is(written(word), key).then_some(value))
}

fn is(word: &str, key: &Key) -> bool {
    word == key.zh || word == key.en
}

fn written(node: &Node) -> &str {
    match &node.value {
        Value::Text { text, .. } => text,
        _ => "",
    }
}

/// A paper that a community is to issue: its name, or the id in the register, and who issues it.
fn paper(reader: &Reader, id: &str, entries: &[(Node, Node)]) {
    let Some(issuer) = find(entries, &keys::detail(&ISSUER)) else {
        return;
    };
    let name = find(entries, &keys::NAME).map_or(id, written);
    if let Some(fault) = proofs::issued(name, written(issuer)) {
        reader.report(&issuer.span, Problem::from(fault));
    }
}

/// The looks that every text gets.
const LOOKS: [(Look, Finds); 5] = [
    (Look::Ends, open::ends),
    (Look::Placeholders, open::placeholders),
    (Look::Elsewhere, open::elsewhere),
    (Look::Proofs, proofs::asked_of_communities),
    (Look::Misspelt, slips::misspelt),
];

/// Looks over the words at `span`.
fn text(reader: &Reader, span: &Range<usize>, kind: Use) {
    let words = reader.text.get(span.clone()).unwrap_or_default();
    let mut found = Vec::new();
    let hints = Hints::of(words);
    for (look, finds) in LOOKS {
        if hints.has(look) {
            found.extend(finds(words));
        }
    }
    found.extend(numbers::identity(words));
    found.extend(passing::chat(words));
    if kind != Use::Phone {
        found.extend(slips::signs(words));
        found.extend(numbers::mobile(words));
        found.extend(numbers::bank(words));
    } else if let Some(fault) = phone::fault(words) {
        reader.report(span, Problem::from(fault));
    }
    if matches!(kind, Use::Sentence | Use::Question) {
        found.extend(sentence::too_long(words));
        if hints.has(Look::Plain) {
            found.extend(plain::words(words));
        }
        if hints.has(Look::Passing) {
            found.extend(passing::time(words));
        }
    }
    if kind == Use::Question {
        found.extend(joined::questions(words));
    }
    report(reader, span, found);
}

/// Looks over some words of the text below the front matter.
pub(super) fn body(reader: &Reader, span: &Range<usize>, in_code: bool) {
    text(reader, span, Use::Sentence);
    let words = reader.text.get(span.clone()).unwrap_or_default();
    // Code shows its stars. Four and more hide figures: 138****0001. They may be told piece by piece.
    if !in_code && words.contains("**") {
        let line = reader.text[..span.start].rfind('\n').map_or(0, |at| at + 1);
        let line = reader.text[line..].lines().next().unwrap_or_default();
        if !line.contains("***") {
            report(reader, span, open::stars(words));
        }
    }
}

/// Looks over a value, or a paragraph, a heading or a cell of the text below the front matter, as a whole.
pub(super) fn block(reader: &Reader, span: &Range<usize>) {
    let words = reader.text.get(span.clone()).unwrap_or_default();
    report(reader, span, slips::open_pairs(words));
}

fn report(reader: &Reader, span: &Range<usize>, found: Vec<Found>) {
    for (at, fault) in found {
        let place = span.start + at.start..span.start + at.end;
        reader.report(&place, Problem::from(fault));
    }
}
