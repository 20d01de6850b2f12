//! Texts: with quotation marks only where YAML needs them, or where they would be read as something else.

use super::super::yaml::{Node, Value};
use super::order;
use crate::diagnostic::double_quoted;
use crate::schema::Shape;

/// A text as it was written, and what it means.
pub(super) struct Word {
    text: String,
    written: String,
    rule: Rule,
    /// Where it ends in the file.
    pub(super) end: usize,
    /// It was written as `|` or `>` and lines below.
    lines: bool,
}

/// When a text has quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    /// Always: words and what they are in another language.
    Always,
    /// Words of people.
    Words,
    /// A number, a day, yes or no is meant.
    Figure,
    /// What an answer has to be.
    Condition,
    /// Nothing is known of it.
    Free,
    /// A key.
    Name,
}

impl Rule {
    /// The rule for a value of this shape.
    pub(super) fn of(shape: &Shape, phrases: bool) -> Self {
        let is_figure = |shape: &Shape| {
            matches!(
                shape,
                Shape::Count | Shape::Number | Shape::Date | Shape::YesNo
            )
        };
        let is_words = |shape: &Shape| matches!(shape, Shape::Text | Shape::Like(_));
        if phrases {
            Self::Always
        } else if matches!(shape, Shape::Condition) {
            Self::Condition
        } else if order::may_be(shape, is_figure) {
            Self::Figure
        } else if order::may_be(shape, is_words) {
            Self::Words
        } else {
            Self::Free
        }
    }
}

/// Where a text stands.
#[derive(Clone, Copy)]
pub(super) enum Place {
    /// Behind a key.
    Value,
    /// An entry of a list, or a key.
    Entry,
}

impl Word {
    pub(super) fn read(source: &str, node: &Node, rule: Rule) -> Self {
        let text = match &node.value {
            Value::Text { text, .. } => text.clone(),
            _ => String::new(),
        };
        let start = begin(source, node);
        let mut end = node.span.end;
        let written = &source[start..end];
        let lines = start < node.span.start;
        if lines && header(written).contains('+') {
            // Empty lines at its end are part of it.
            let rest = &source[end..];
            let words = rest.trim_start_matches(['\n', '\r', ' ']);
            end += rest[..rest.len() - words.len()]
                .rfind('\n')
                .map_or(0, |at| at + 1);
        }
        Self {
            text,
            written: source[start..end].to_owned(),
            rule,
            end,
            lines,
        }
    }

    /// In one line; none where it was written in several.
    pub(super) fn line(&self, place: Place, flow: bool) -> Option<String> {
        (!self.written.contains('\n')).then(|| self.one_line(place, flow))
    }

    fn one_line(&self, place: Place, flow: bool) -> String {
        let quoted = is_quoted(&self.written);
        let needed = self.is_bound() || quoted && !is_plain(&self.text, place, flow);
        if !needed {
            return if quoted {
                self.text.clone()
            } else {
                self.written.clone()
            };
        }
        if self.written.starts_with('"') {
            return self.written.clone();
        }
        quote(&self.text)
    }

    /// Whether it has quotation marks though YAML takes it for a text without them.
    fn is_bound(&self) -> bool {
        let text = self.text.as_str();
        let otherwise = is_number(text) || is_word_of_yaml(text);
        match self.rule {
            Rule::Always => true,
            Rule::Name => is_quoted(&self.written) && otherwise,
            Rule::Figure => !is_number(text) && is_time(text),
            Rule::Condition => is_time(text) || is_comparison(text),
            Rule::Words | Rule::Free => {
                is_time(text) || is_zero_first(text) || is_quoted(&self.written) && otherwise
            }
        }
    }

    /// Its lines where there are several, the first without indentation, the others indented by `indent`. The flag: nothing can
    /// stand behind the first.
    pub(super) fn lines(&self, indent: usize) -> (Vec<String>, bool) {
        if self.lines {
            return (self.block(indent), false);
        }
        let lines = self.written.lines().enumerate().map(|(number, line)| {
            let line = line.trim_matches([' ', '\t', '\r']);
            if number == 0 || line.is_empty() {
                line.to_owned()
            } else {
                format!("{:indent$}{line}", "")
            }
        });
        (lines.collect(), true)
    }

    fn block(&self, indent: usize) -> Vec<String> {
        let head = header(&self.written);
        let digit = |sign: char| sign.is_ascii_digit();
        let head = head.replace(digit, "2");
        let lines = || self.written.lines().skip(1);
        let lead = |line: &str| line.len() - line.trim_start_matches(' ').len();
        let first = lines().find(|line| !line.trim().is_empty());
        // What the text itself begins with is not indentation.
        let own = lead(self.text.trim_start_matches('\n'));
        let old = first.map_or(0, |line| lead(line).saturating_sub(own));
        let moved = lines().map(|line| {
            let line = line.trim_end_matches('\r');
            let words = line.get(old..).unwrap_or_default();
            if words.is_empty() {
                String::new()
            } else {
                format!("{:indent$}{words}", "")
            }
        });
        [head].into_iter().chain(moved).collect()
    }
}

fn is_quoted(written: &str) -> bool {
    written.starts_with(['"', '\''])
}

/// Where a value begins: the parser says of a text of lines only where its lines do, not where `|` or `>` stands.
pub(super) fn begin(source: &str, node: &Node) -> usize {
    let at = node.span.start;
    let before = source[..at].trim_end();
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    let words = before[line..]
        .split(" #")
        .next()
        .unwrap_or_default()
        .trim_end();
    let head = words.rfind(['|', '>']);
    let is_text = matches!(node.value, Value::Text { plain: false, .. });
    let is_below = source[before.len()..at].contains('\n');
    let sign = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-');
    match head {
        Some(head) if is_text && is_below && words[head + 1..].chars().all(sign) => line + head,
        _ => at,
    }
}

fn header(written: &str) -> String {
    let line = written.lines().next().unwrap_or_default();
    line.split(" #")
        .next()
        .unwrap_or_default()
        .trim_end()
        .to_owned()
}

/// Whether a text can do without quotation marks. Where nobody would see at once that it can, it cannot.
fn is_plain(text: &str, place: Place, flow: bool) -> bool {
    let begins = "-?:,[]{}#&*!|>'\"%@`<=~";
    let inside = ['{', '}', '[', ']', ','];
    let edge = |c: char| c.is_whitespace();
    !text.is_empty()
        && !text.starts_with(|c| begins.contains(c) || edge(c))
        && !text.ends_with(|c| c == ':' || edge(c))
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.chars().any(char::is_control)
        && !(flow && text.contains(inside))
        // A colon or comma of full width there is taken for a slip.
        && !(matches!(place, Place::Entry) && text.contains(['：', '，', ':']))
        && !is_word_of_yaml(text)
        && !text.starts_with("...")
}

/// Whether YAML takes it for nothing, or some programs for yes or no.
fn is_word_of_yaml(text: &str) -> bool {
    let words = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];
    words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Whether it is all digits, with or without a point.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let all = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    all(whole) && all(part)
}

/// Whether it is a number that loses its first 0: 0755.
fn is_zero_first(text: &str) -> bool {
    text.len() > 1 && text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit())
}

/// Whether it begins with a time of the clock, which some programs read as a number of seconds.
fn is_time(text: &str) -> bool {
    let (hours, rest) = text.split_once(':').unwrap_or_default();
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let minutes = rest.get(..2).unwrap_or_default();
    (1..=2).contains(&hours.len()) && digits(hours) && minutes.len() == 2 && digits(minutes)
}

/// Whether it compares: `< 80`, `80..89`.
fn is_comparison(text: &str) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || c == '{' || c == '-');
    let range = text.contains("..") && digit(text.chars().next());
    range || text.starts_with(['<', '>', '=', '≥', '≤', '＜', '＞', '＝'])
}

fn quote(text: &str) -> String {
    let signs = ['\\', '"'];
    let odd = |c: char| c.is_control() || c == '\'';
    if text.contains(signs) && !text.contains(odd) {
        return format!("'{text}'");
    }
    double_quoted(text)
}
