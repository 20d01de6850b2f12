//! A look at lines that the parser did not understand.

use std::ops::Range;

use super::super::yaml::Fault;
use super::super::{keys, prescan};
use super::by_line;
use super::words::{
    INDICATORS, blanks, closing, colon_in, comma_before, flow_text, hides, is_fact, plain_end,
};
use crate::diagnostic::{QuoteReason, YamlFault};

/// The values that explain why the parser failed on the text at `range`.
pub(in super::super) fn explaining(source: &str, range: &Range<usize>) -> Vec<Fault> {
    let mut look = Look {
        source,
        range,
        open: Vec::new(),
        quote: None,
        depth: 0,
        found: Vec::new(),
        commas: Vec::new(),
        last: ' ',
    };
    for (start, line) in prescan::text_lines(source, range) {
        look.line(start, line);
    }
    let mut found = by_line(source, &look.found);
    found.extend(look.commas);
    found
}

/// Follows brackets and quotation marks through the lines.
struct Look<'s> {
    source: &'s str,
    range: &'s Range<usize>,
    /// The open brackets: which, and whether a colon stood in the present entry.
    open: Vec<(char, bool)>,
    /// The quotation mark that is open at the end of a line.
    quote: Option<char>,
    /// The indentation of the line with the first open bracket or quotation mark.
    depth: usize,
    found: Vec<(Range<usize>, QuoteReason)>,
    /// Commas that are missing or doubled.
    commas: Vec<Fault>,
    /// The last sign inside brackets that is no blank.
    last: char,
}

impl Look<'_> {
    fn line(&mut self, start: usize, line: &str) {
        let text = line.trim_start_matches(' ');
        let depth = line.len() - text.len();
        let end = start + line.len();
        if text.is_empty() || text.starts_with('#') {
            return;
        }
        if self.quote.is_some() || !self.open.is_empty() {
            if !(depth <= self.depth && keys::begins(text)) {
                return self.go_on(start, end);
            }
            // Something was left open above, and is reported as that.
            self.open.clear();
            self.quote = None;
        }
        self.depth = depth;
        self.entry(start + depth, end);
    }

    fn go_on(&mut self, mut at: usize, end: usize) {
        if let Some(quote) = self.quote {
            match closing(&self.source[at..end], quote) {
                Some(length) => at += length,
                None => return,
            }
            self.quote = None;
        }
        self.flow(at, end);
    }

    /// A line outside brackets, from its first sign on.
    fn entry(&mut self, mut at: usize, end: usize) {
        let item = at;
        while self.source[at..end].starts_with("- ") {
            at += 2 + blanks(&self.source[at + 2..end]);
        }
        let listed = at > item;
        let text = &self.source[at..end];
        let starts_plain = !text.starts_with(['"', '\'', '{', '[']);
        if let Some(colon) = text
            .find(": ")
            .filter(|_| starts_plain && !text.starts_with(INDICATORS))
        {
            let value = at + colon + 2;
            let value = value + blanks(&self.source[value..end]);
            let free = listed && !keys::is_known(&text[..colon]);
            let whole = free && plain_end(&self.source[value..end]).1 == Some(QuoteReason::Colon);
            self.value(if whole { at } else { value }, end, whole);
        } else if !text.ends_with(':') && (listed || !starts_plain) {
            self.value(at, end, false);
        }
    }

    /// A value outside brackets.
    fn value(&mut self, at: usize, end: usize, whole: bool) {
        let text = &self.source[at..end];
        let Some(first) = text.chars().next().filter(|c| *c != '#') else {
            return;
        };
        match first {
            '{' | '[' if !is_fact(text) => self.bracket(at, end),
            '"' | '\'' => match closing(&text[1..], first) {
                Some(length) => {
                    let rest = text[1 + length..].trim();
                    // A quoted key is none of our business.
                    if !rest.is_empty() && !rest.starts_with(['#', ':']) {
                        self.note(at, end, QuoteReason::Half);
                    }
                }
                None => self.quote = Some(first),
            },
            _ => {
                let (length, reason) = plain_end(text);
                let reason = self
                    .indicator(text, false)
                    .or(reason)
                    .or(whole.then_some(QuoteReason::Colon));
                if let Some(reason) = reason {
                    self.note(at, at + length, reason);
                }
            }
        }
    }

    /// A value that begins with a bracket: text may follow only in quotation marks.
    fn bracket(&mut self, at: usize, end: usize) {
        let found = self.found.len();
        let after = self.flow(at, end);
        let rest = self.source[after..end].trim();
        let text = self.open.is_empty() && !rest.is_empty() && !rest.starts_with(['#', ':']);
        if text && self.found.len() == found {
            let sign = self.source[at..].chars().next().unwrap_or('[');
            self.note(at, end, QuoteReason::Sign(sign));
        }
    }

    /// Reads on inside brackets, to the end of the line or behind the last bracket.
    fn flow(&mut self, mut at: usize, end: usize) -> usize {
        while at < end {
            let text = &self.source[at..end];
            let first = text.chars().next().unwrap_or(' ');
            let step = match first {
                ' ' => blanks(text),
                '#' if self.source[..at].ends_with(' ') => return end,
                ',' => {
                    if matches!(self.last, ',' | '[' | '{') {
                        self.doubled(at);
                    }
                    self.colon(false);
                    1
                }
                ':' => {
                    self.colon(true);
                    1
                }
                '{' | '[' if !is_fact(text) => {
                    self.open.push((first, false));
                    1
                }
                '}' | ']' => {
                    self.open.pop();
                    if self.open.is_empty() {
                        return at + 1;
                    }
                    1
                }
                '"' | '\'' => match self.quoted(at, end, first) {
                    Some(length) => length,
                    None => return end,
                },
                _ => self.plain(at, end),
            };
            let step = step.max(first.len_utf8());
            let read = self.source[at..at + step].trim_end();
            self.last = read.chars().next_back().unwrap_or(self.last);
            at += step;
        }
        end
    }

    /// A comma with nothing before it.
    fn doubled(&mut self, at: usize) {
        let start = self.source[..at].rfind('\n').map_or(0, |line| line + 1);
        let rest = self.source[at + 1..].lines().next().unwrap_or_default();
        let mut before = &self.source[start..at];
        if before.ends_with(' ') && rest.starts_with(' ') {
            before = before.trim_end();
        }
        let line = [before, rest].concat().trim().to_owned();
        self.commas
            .push((at..at + 1, YamlFault::CommaDoubled { line }));
    }

    /// A key inside a value, behind a blank: the comma before it is missing.
    fn missing(&mut self, at: usize, words: &str, colon: usize) -> bool {
        let Some(blank) = words[..colon].rfind(' ') else {
            return false;
        };
        if !keys::is_known(words[blank..colon].trim()) {
            return false;
        }
        let end = at + words[..blank].trim_end().len();
        let start = self.source[..end].rfind('\n').map_or(0, |line| line + 1);
        let rest = self.source[end..].lines().next().unwrap_or_default();
        let line = format!("{}, {}", &self.source[start..end], rest.trim_start());
        let line = line.trim().to_owned();
        self.commas
            .push((end..at + blank + 1, YamlFault::CommaMissing { line }));
        true
    }

    /// A text in quotation marks inside brackets; returns its length, none when it goes on below.
    fn quoted(&mut self, at: usize, end: usize, quote: char) -> Option<usize> {
        let text = &self.source[at + 1..end];
        let Some(length) = closing(text, quote) else {
            self.quote = Some(quote);
            return None;
        };
        let rest = text[length..].trim_start();
        if rest.is_empty() || rest.starts_with([',', '}', ']', ':', '#']) {
            return Some(1 + length);
        }
        let whole = 1 + length + flow_text(&text[length..]);
        self.note(at, at + whole, QuoteReason::Half);
        Some(whole)
    }

    fn colon(&mut self, seen: bool) {
        if let Some(entry) = self.open.last_mut() {
            entry.1 = seen;
        }
    }

    /// A plain text inside brackets; returns its length.
    fn plain(&mut self, at: usize, end: usize) -> usize {
        let text = &self.source[at..end];
        let length = flow_text(text);
        let words = text[..length].trim_end();
        let is_value = self.open.last().is_some_and(|(_, colon)| *colon);
        let list = self.open.last().is_some_and(|(sign, _)| *sign == '[');
        let colon = colon_in(words);
        if let (Some(colon), false) = (colon, is_value) {
            // What stands before the first colon is the key.
            return colon.max(1);
        }
        let hash = || text.split_once(" #").filter(|_| words.contains(" #"));
        let reason = if let Some(indicator) = self.indicator(words, true) {
            Some(indicator)
        } else if words.contains(['{', '[']) {
            Some(QuoteReason::Bracket)
        } else if hash().is_some_and(|(_, rest)| hides(rest)) {
            Some(QuoteReason::Hash)
        } else if colon.is_some_and(|colon| !comma_before(words, colon)) {
            Some(QuoteReason::Colon)
        } else {
            None
        };
        let missing = reason == Some(QuoteReason::Colon)
            && is_value
            && colon.is_some_and(|colon| self.missing(at, words, colon));
        if let Some(reason) = reason.filter(|_| (is_value || list) && !missing) {
            self.note(at, at + words.len(), reason);
        }
        length
    }

    /// What the first sign of a value means to YAML, where a text was meant.
    fn indicator(&self, text: &str, inside: bool) -> Option<QuoteReason> {
        if is_fact(text) {
            return Some(QuoteReason::Fact);
        }
        let sign = text.chars().next().filter(|c| INDICATORS.contains(c))?;
        let rest = &text[1..];
        let meant = match sign {
            '-' | '?' | ':' => rest.is_empty() || rest.starts_with(' '),
            // `|` and `>-` begin a text over several lines.
            '|' | '>' => {
                inside
                    || rest.len() > 2
                    || !rest.bytes().all(|b| matches!(b, b'+' | b'-' | b'1'..=b'9'))
            }
            // A name of letters is what programs write there, and is refused as such.
            '&' | '*' | '!' => {
                let name = rest
                    .trim_start_matches('!')
                    .starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '<'));
                !name && !self.is_anchor(sign, rest)
            }
            _ => true,
        };
        meant.then_some(QuoteReason::Sign(sign))
    }

    /// Whether `*name` and `&name` both stand in the text.
    fn is_anchor(&self, sign: char, rest: &str) -> bool {
        let name = rest.split([' ', ',', '}', ']']).next().unwrap_or_default();
        let other = if sign == '*' { '&' } else { '*' };
        !name.is_empty() && self.source[self.range.clone()].contains(&format!("{other}{name}"))
    }

    fn note(&mut self, start: usize, end: usize, reason: QuoteReason) {
        let length = self.source[start..end].trim_end().len();
        self.found.push((start..start + length, reason));
    }
}
