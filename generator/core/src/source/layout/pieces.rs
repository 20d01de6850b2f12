//! What is written: entries with their remarks and empty lines, in the order of their keys.

use std::iter::Peekable;
use std::ops::Range;
use std::vec::IntoIter;

use super::super::yaml::{Node, Value};
use super::order::{self, Table};
use super::remarks::{self, Remark};
use super::scalar::{self, Rule, Word};
use crate::schema::{Files, Shape};

/// A whole file of YAML.
pub(super) struct Document {
    /// What stands above everything, with an empty line below.
    pub(super) head: Vec<Line>,
    pub(super) root: Group,
}

/// A line that holds no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line {
    Empty,
    Remark(String),
}

/// An entry of a list or of a table.
pub(super) struct Entry {
    /// The lines above it.
    pub(super) before: Vec<Line>,
    pub(super) key: Option<Key>,
    pub(super) value: Piece,
    /// The remark at the end of its line.
    pub(super) behind: Option<String>,
}

pub(super) struct Key {
    pub(super) word: Word,
    /// `{fact}` has none.
    pub(super) colon: bool,
}

pub(super) enum Piece {
    Nothing,
    Word(Word),
    Group(Group),
}

/// A list or a table.
#[derive(Default)]
pub(super) struct Group {
    pub(super) entries: Vec<Entry>,
    /// Remarks below the last entry.
    pub(super) after: Vec<Line>,
    pub(super) form: Form,
}

/// How a list or table was written.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Form {
    /// An entry a line.
    #[default]
    Block,
    /// `[…]`
    Brackets,
    /// `{…}`
    Braces,
    /// `a: 1` as an entry of `[…]`.
    Bare,
}

/// Makes the pieces of the YAML at `range`, of which the parser made `root`.
pub(super) fn document(source: &str, range: &Range<usize>, root: &Node, files: Files) -> Document {
    let remarks = remarks::find(source, range, root);
    let mut builder = Builder {
        source,
        remarks: remarks.into_iter().peekable(),
        at: range.start,
        above: Vec::new(),
    };
    let start = first(source, root).unwrap_or(range.end);
    let mut above = builder.before(start);
    if above.first() == Some(&Line::Empty) {
        above.remove(0);
    }
    // What an empty line sets apart is about the file; what stands right above an entry moves with it.
    let end = above.iter().rposition(|line| *line == Line::Empty);
    let head = above.drain(..end.map_or(0, |at| at + 1)).collect();
    builder.above = above;
    let scope = Scope {
        shape: files.shape(),
        phrases: files == Files::Phrases,
        until: range.end,
        column: None,
    };
    let mut root = builder.group(root, &scope);
    let mut left = std::mem::take(&mut builder.above);
    left.append(&mut builder.before(range.end));
    root.after.append(&mut left);
    while root.after.last() == Some(&Line::Empty) {
        root.after.pop();
    }
    Document { head, root }
}

/// Where the first entry of a list or table begins.
fn first(source: &str, node: &Node) -> Option<usize> {
    match &node.value {
        Value::List { items, .. } => items.first().map(|item| scalar::begin(source, item)),
        Value::Map(entries) => entries.first().map(|(key, _)| key.span.start),
        _ => None,
    }
}

/// What is known of a value from what it stands in.
#[derive(Clone)]
struct Scope {
    shape: Shape,
    /// Words and what they are in another language.
    phrases: bool,
    /// Where the next thing begins that it does not hold.
    until: usize,
    /// How far the entries are indented of which it is one.
    column: Option<usize>,
}

struct Builder<'s> {
    source: &'s str,
    remarks: Peekable<IntoIter<Remark>>,
    /// The end of what is in pieces already.
    at: usize,
    /// Lines that belong above the next entry.
    above: Vec<Line>,
}

impl Builder<'_> {
    /// Takes the remarks and empty lines before `start`.
    fn before(&mut self, start: usize) -> Vec<Line> {
        let mut lines = std::mem::take(&mut self.above);
        while let Some(remark) = self.remarks.next_if(|remark| remark.span.start < start) {
            lines.extend(self.empty(remark.span.start));
            lines.push(self.remark(&remark));
        }
        lines.extend(self.empty(start));
        lines
    }

    fn empty(&self, until: usize) -> Option<Line> {
        let between = self.source.get(self.at..until).unwrap_or_default();
        (between.matches('\n').count() > 1).then_some(Line::Empty)
    }

    fn remark(&mut self, remark: &Remark) -> Line {
        self.at = remark.span.end;
        Line::Remark(self.source[remark.span.clone()].to_owned())
    }

    /// Takes the remark that stands on the same line, before `until`.
    fn behind(&mut self, until: usize) -> Option<String> {
        let (source, at) = (self.source, self.at);
        let remark = self.remarks.next_if(|remark| {
            let between = source.get(at..remark.span.start).unwrap_or("\n");
            remark.span.start < until && !between.contains('\n')
        })?;
        self.at = remark.span.end;
        Some(source[remark.span].to_owned())
    }

    /// Where an entry that begins at `at` has its dash; `at` where it has none.
    fn dash(&self, list: &Node, at: usize) -> usize {
        let before = self.source[..at].trim_end();
        let is_entry = matches!(list.value, Value::List { flow: false, .. });
        if is_entry && before.ends_with('-') {
            before.len() - 1
        } else {
            at
        }
    }

    fn column(&self, at: usize) -> usize {
        let line = self.source[..at].rfind('\n').map_or(0, |end| end + 1);
        at - line
    }

    fn group(&mut self, node: &Node, scope: &Scope) -> Group {
        let form = self.form(node);
        let column = first(self.source, node).map(|at| self.column(self.dash(node, at)));
        let inside = Scope {
            until: if matches!(form, Form::Braces | Form::Brackets) {
                node.span.end
            } else {
                scope.until
            },
            column,
            ..scope.clone()
        };
        let mut entries = match &node.value {
            Value::List { items, .. } => self.items(items, &inside),
            Value::Map(entries) => self.table(entries, &inside),
            _ => Vec::new(),
        };
        let after = if form == Form::Block {
            self.below(column, scope)
        } else if form == Form::Bare {
            Vec::new()
        } else {
            self.below_all(node.span.end)
        };
        if let Some(entry) = entries.first_mut() {
            entry.before.retain(|line| *line != Line::Empty);
        }
        Group {
            entries,
            after,
            form,
        }
    }

    fn form(&self, node: &Node) -> Form {
        let begins = |sign| self.source[node.span.start..].starts_with(sign);
        match &node.value {
            Value::List { flow: true, .. } => Form::Brackets,
            Value::Map(_) if begins('{') => Form::Braces,
            _ => Form::Block,
        }
    }

    /// The remarks below the last entry that are indented as it is, or deeper.
    fn below(&mut self, column: Option<usize>, scope: &Scope) -> Vec<Line> {
        match column.filter(|column| Some(*column) > scope.column) {
            Some(column) => self.remarks_below(column, scope.until),
            None => Vec::new(),
        }
    }

    /// The next remarks on lines of their own, indented by `column` or deeper.
    fn remarks_below(&mut self, column: usize, until: usize) -> Vec<Line> {
        let mut lines = Vec::new();
        while let Some(remark) = self
            .remarks
            .next_if(|remark| remark.alone && remark.span.start < until && remark.column >= column)
        {
            lines.extend(self.empty(remark.span.start));
            lines.push(self.remark(&remark));
        }
        lines
    }

    /// The remarks below a key without a value that are indented deeper than it: what it may say.
    fn below_nothing(&mut self, key: usize, until: usize) -> Piece {
        let column = self.column(key) + 1;
        let after = self.remarks_below(column, until);
        if after.is_empty() {
            return Piece::Nothing;
        }
        Piece::Group(Group {
            after,
            ..Group::default()
        })
    }

    /// All remarks before the end of what stands in brackets.
    fn below_all(&mut self, end: usize) -> Vec<Line> {
        let mut lines = Vec::new();
        while let Some(remark) = self.remarks.next_if(|remark| remark.span.start < end) {
            lines.push(self.remark(&remark));
        }
        self.at = end;
        lines
    }

    fn items(&mut self, items: &[Node], scope: &Scope) -> Vec<Entry> {
        let starts = items.iter().map(|item| scalar::begin(self.source, item));
        let starts: Vec<usize> = starts.collect();
        let ends = starts.iter().copied().skip(1).chain([scope.until]);
        let places = starts.iter().copied().zip(ends);
        let inside = Scope {
            shape: order::entry(&scope.shape),
            ..scope.clone()
        };
        let entries = items.iter().zip(places).map(|(item, (start, until))| {
            let scope = Scope {
                until,
                ..inside.clone()
            };
            let mut before = self.before(start);
            let mut entry = self.value(item, &scope);
            if let Piece::Group(group) = &mut entry.value
                && let Some(first) = group.entries.first_mut()
            {
                // Nothing can stand between the dash and the first entry.
                before.append(&mut first.before);
            }
            Entry { before, ..entry }
        });
        entries.collect()
    }

    fn table(&mut self, entries: &[(Node, Node)], scope: &Scope) -> Vec<Entry> {
        let table = order::table(&scope.shape, entries);
        let starts = entries.iter().skip(1).map(|(key, _)| key.span.start);
        let ends: Vec<usize> = starts.chain([scope.until]).collect();
        let pieces = entries.iter().zip(ends).map(|((key, value), until)| {
            let shape = match table {
                Table::Of(record) => order::of_key(record, key),
                Table::Named(shape) => Some(shape),
                Table::Unknown => None,
            };
            let inside = Scope {
                shape: shape.unwrap_or(Shape::Nothing),
                phrases: scope.phrases || order::is_phrases(key),
                until,
                ..scope.clone()
            };
            let before = self.before(key.span.start);
            self.at = key.span.end;
            let behind = match &value.value {
                Value::Null => self.behind(until),
                _ => self.behind(value.span.start),
            };
            let mut entry = self.value(value, &inside);
            if matches!(entry.value, Piece::Nothing) {
                entry.value = self.below_nothing(key.span.start, until);
            }
            let rest = self.source[key.span.end..].trim_start();
            let rule = if scope.phrases {
                Rule::Always
            } else {
                Rule::Name
            };
            Entry {
                before,
                key: Some(Key {
                    word: self.word(key, rule),
                    colon: rest.starts_with(':'),
                }),
                behind: behind.or(entry.behind),
                value: entry.value,
            }
        });
        let mut pieces: Vec<Option<Entry>> = pieces.map(Some).collect();
        match table {
            Table::Of(record) => {
                let places = order::sorted(record, entries).into_iter();
                places.filter_map(|place| pieces[place].take()).collect()
            }
            _ => pieces.into_iter().flatten().collect(),
        }
    }

    fn value(&mut self, node: &Node, scope: &Scope) -> Entry {
        let value = match &node.value {
            Value::Null => Piece::Nothing,
            Value::Text { .. } => {
                let rule = Rule::of(&scope.shape, scope.phrases);
                let word = self.word(node, rule);
                self.at = self.at.max(word.end);
                Piece::Word(word)
            }
            Value::List { .. } | Value::Map(_) => Piece::Group(self.group(node, scope)),
        };
        let behind = self.behind(scope.until);
        Entry {
            before: Vec::new(),
            key: None,
            value,
            behind,
        }
    }

    fn word(&self, node: &Node, rule: Rule) -> Word {
        Word::read(self.source, node, rule)
    }
}
