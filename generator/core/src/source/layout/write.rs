//! Lines: indentation, widths, what stands on one line.

use std::collections::BTreeSet;

use unicode_width::UnicodeWidthStr;

use super::pieces::{Document, Entry, Form, Group, Line, Piece};
use super::scalar::{Place, Word};

/// So wide a line with brackets may be; a Chinese character is two wide.
const WIDTH: usize = 140;
/// How far what belongs to an entry is indented.
const STEP: usize = 2;

/// The whole text.
pub(super) fn document(document: &Document) -> String {
    let mut out = Lines::default();
    out.plain(&document.head, 0);
    out.group(&document.root, 0);
    let mut text = out.lines.join("\n");
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

#[derive(Default)]
struct Lines {
    lines: Vec<String>,
    /// Those with a remark at their end.
    remarked: BTreeSet<usize>,
}

impl Lines {
    fn plain(&mut self, lines: &[Line], indent: usize) {
        for line in lines {
            match line {
                Line::Remark(words) => self.lines.push(format!("{:indent$}{words}", "")),
                Line::Empty if self.lines.last().is_some_and(|line| !line.is_empty()) => {
                    self.lines.push(String::new());
                }
                Line::Empty => {}
            }
        }
    }

    fn group(&mut self, group: &Group, indent: usize) {
        for entry in &group.entries {
            self.plain(&entry.before, indent);
            self.entry(entry, indent);
        }
        self.plain(&group.after, indent);
    }

    fn entry(&mut self, entry: &Entry, indent: usize) {
        let begin = match &entry.key {
            Some(key) => format!("{:indent$}{}:", "", name(&key.word, false)),
            None => format!("{:indent$}-", ""),
        };
        let from = self.lines.len();
        let place = if entry.key.is_some() {
            Place::Value
        } else {
            Place::Entry
        };
        let mut last = from;
        match &entry.value {
            Piece::Nothing => self.lines.push(begin),
            Piece::Word(word) => {
                if let Some(text) = word.line(place, false) {
                    self.lines.push(format!("{begin} {text}"));
                } else {
                    let (lines, to_end) = word.lines(indent + STEP);
                    self.several(&begin, lines);
                    last = if to_end { self.lines.len() - 1 } else { from };
                }
            }
            Piece::Group(group) => self.inner(group, &begin, entry.key.is_some(), indent),
        }
        if let Some(remark) = &entry.behind {
            self.behind(remark, last, indent);
        }
    }

    fn several(&mut self, begin: &str, lines: Vec<String>) {
        let mut lines = lines.into_iter();
        let first = lines.next().unwrap_or_default();
        self.lines.push(format!("{begin} {first}"));
        self.lines.extend(lines);
    }

    fn inner(&mut self, group: &Group, begin: &str, named: bool, indent: usize) {
        if let Some(text) = in_brackets(group) {
            let line = format!("{begin} {text}");
            if line.width() <= WIDTH || group.entries.is_empty() {
                return self.lines.push(line);
            }
        }
        if named {
            self.lines.push(begin.to_owned());
            return self.group(group, indent + STEP);
        }
        let from = self.lines.len();
        self.group(group, indent + STEP);
        if let Some(first) = self.lines.get_mut(from) {
            *first = format!("{begin} {}", first.trim_start());
        }
    }

    /// Puts a remark at the end of a line; where one stands already, above it.
    fn behind(&mut self, remark: &str, line: usize, indent: usize) {
        if self.remarked.contains(&line) {
            self.lines.insert(line, format!("{:indent$}{remark}", ""));
            let moved = self.remarked.split_off(&line);
            self.remarked.extend(moved.into_iter().map(|at| at + 1));
        } else {
            self.lines[line].push(' ');
            self.lines[line].push_str(remark);
            self.remarked.insert(line);
        }
    }
}

fn name(word: &Word, flow: bool) -> String {
    word.line(Place::Entry, flow).unwrap_or_default()
}

/// A list or table on one line; none where it was not in brackets, or where something in it needs a line of its own.
fn in_brackets(group: &Group) -> Option<String> {
    let (open, close) = match group.form {
        Form::Block => return None,
        Form::Brackets => ("[", "]"),
        Form::Braces => ("{", "}"),
        Form::Bare => ("", ""),
    };
    if !group.after.is_empty() {
        return None;
    }
    let entries: Option<Vec<String>> = group.entries.iter().map(in_line).collect();
    Some(format!("{open}{}{close}", entries?.join(", ")))
}

fn in_line(entry: &Entry) -> Option<String> {
    let remark = |line: &Line| matches!(line, Line::Remark(_));
    if entry.behind.is_some() || entry.before.iter().any(remark) {
        return None;
    }
    let place = if entry.key.is_some() {
        Place::Value
    } else {
        Place::Entry
    };
    let value = match &entry.value {
        Piece::Nothing => String::new(),
        Piece::Word(word) => word.line(place, true)?,
        Piece::Group(group) => in_brackets(group)?,
    };
    Some(match &entry.key {
        Some(key) if key.colon => format!("{}: {value}", name(&key.word, true)),
        Some(key) => name(&key.word, true),
        None => value,
    })
}
