//! Lines that an author numbered or marked by hand (`一、` `（一）` `1、` `①` `·`) stand one below the other.
//!
//! Markdown knows `1. ` and `- ` alone and would join the others to one line. They become a list without markers of its own: the
//! author's mark is text, since other sentences name it (“符合第（二）项的”).

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::cjk;

type Events<'e> = [(Event<'e>, Range<usize>)];

/// What is written in place of an event, or before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lay {
    /// In its place.
    Instead(&'static str),
    /// Before it.
    Before(&'static str),
    /// A line break in its place: the lines stand inside emphasis, which no list can.
    Break,
}

/// Where the lists of a text begin, go on and end, by the index of an event.
#[derive(Debug, Default)]
pub(super) struct Lists {
    lays: BTreeMap<usize, Lay>,
    /// Texts at the beginning of an item: an indentation before the mark is not shown.
    heads: BTreeSet<usize>,
}

impl Lists {
    pub(super) fn at(&self, index: usize) -> Option<Lay> {
        self.lays.get(&index).copied()
    }

    pub(super) fn is_head(&self, index: usize) -> bool {
        self.heads.contains(&index)
    }
}

/// Finds the lines that are marked by hand.
pub(super) fn find(events: &Events<'_>) -> Lists {
    let mut lists = Lists::default();
    let mut index = 0;
    while index < events.len() {
        let paragraph = matches!(events[index].0, Event::Start(Tag::Paragraph));
        if paragraph || matches!(events[index].0, Event::Start(Tag::Item)) {
            let first = index + 1;
            let length = events[first..]
                .iter()
                .take_while(|(event, _)| is_inline(event))
                .count();
            lists.lay(events, first..first + length, paragraph);
            index = first + length;
        } else {
            index += 1;
        }
    }
    lists
}

/// A line of a paragraph.
struct Line {
    /// The index of the break before it; none for the first.
    after: Option<usize>,
    /// Whether the break stands inside emphasis or a link.
    nested: bool,
    marked: bool,
    /// The index of its first text.
    head: Option<usize>,
}

impl Lists {
    /// Lays out one run of inline events; `paragraph` tells that it has tags of its own around it.
    fn lay(&mut self, events: &Events<'_>, run: Range<usize>, paragraph: bool) {
        let lines = lines(events, run.clone());
        let marked: Vec<&Line> = lines.iter().filter(|line| line.marked).collect();
        // One marked line is a list only where the line before it announces one; else words that wrapped begin like a mark.
        let announced = |line: &Line| {
            let before = line.after.and_then(|at| last_char(&events[run.start..at]));
            before.is_some_and(|c| matches!(c, '：' | ':'))
        };
        if lines.len() < 2 || marked.is_empty() || marked.len() == 1 && !announced(marked[0]) {
            return;
        }
        self.heads
            .extend(marked.iter().filter_map(|line| line.head));
        if marked.iter().any(|line| line.nested) {
            let breaks = marked.iter().filter_map(|line| line.after);
            self.lays.extend(breaks.map(|at| (at, Lay::Break)));
            return;
        }
        for (count, line) in marked.iter().enumerate() {
            let (at, lay) = match (count, line.after) {
                (0, Some(at)) if paragraph => {
                    (at, Lay::Instead("</p>\n<ul class=\"marked\">\n<li>"))
                }
                (0, Some(at)) => (at, Lay::Instead("\n<ul class=\"marked\">\n<li>")),
                (0, None) if paragraph => {
                    (run.start - 1, Lay::Instead("<ul class=\"marked\">\n<li>"))
                }
                (0, None) => (run.start, Lay::Before("\n<ul class=\"marked\">\n<li>")),
                (_, at) => (at.unwrap_or(run.start), Lay::Instead("</li>\n<li>")),
            };
            self.lays.insert(at, lay);
        }
        let end = "</li>\n</ul>\n";
        let lay = if paragraph {
            Lay::Instead(end)
        } else {
            Lay::Before(end)
        };
        self.lays.insert(run.end, lay);
    }
}

fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => matches!(
            tag,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
        ),
        Event::End(tag) => matches!(
            tag,
            TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough
                | TagEnd::Link
                | TagEnd::Image
        ),
        Event::Rule | Event::Html(_) => false,
        _ => true,
    }
}

fn lines(events: &Events<'_>, run: Range<usize>) -> Vec<Line> {
    let mut lines = vec![line(events, &run, None, false)];
    let mut depth = 0_usize;
    for index in run.clone() {
        match &events[index].0 {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::SoftBreak | Event::HardBreak => {
                lines.push(line(events, &(index + 1..run.end), Some(index), depth > 0));
            }
            _ => {}
        }
    }
    lines
}

fn line(events: &Events<'_>, rest: &Range<usize>, after: Option<usize>, nested: bool) -> Line {
    let head = rest
        .clone()
        .find(|index| !matches!(events[*index].0, Event::Start(_)))
        .filter(|index| matches!(events[*index].0, Event::Text(_)));
    let words: String = head
        .into_iter()
        .flat_map(|head| head..rest.end)
        .map_while(|index| match &events[index].0 {
            Event::Text(words) => Some(cjk::unmark(words).into_string()),
            _ => None,
        })
        .collect();
    Line {
        after,
        nested,
        marked: is_marked(&words),
        head,
    }
}

fn last_char(events: &Events<'_>) -> Option<char> {
    let mut texts = events.iter().rev().filter_map(|(event, _)| match event {
        Event::Text(words) => Some(cjk::unmark(words).into_string()),
        _ => None,
    });
    texts.find_map(|words| words.trim_end().chars().next_back())
}

/// Whether a line begins with a mark of a list.
pub(super) fn is_marked(line: &str) -> bool {
    let line = line.trim_start();
    let Some(first) = line.chars().next() else {
        return false;
    };
    let rest = &line[first.len_utf8()..];
    match first {
        // Numbers in circles, brackets and with dots, each one character.
        '\u{2460}'..='\u{249b}' | '\u{2776}'..='\u{2793}' | '㈠'..='㈩' | '㊀'..='㊉' => true,
        '·' | '•' | '●' | '○' | '◆' | '◇' | '■' | '□' | '▪' | '▫' | '◦' | '►' | '▶' | '★' | '☆'
        | '※' | '√' | '✓' | '✔' | '・' | '‧' | '∙' => !rest.trim().is_empty(),
        '-' | '－' => rest.starts_with(|c: char| c.is_alphanumeric() && !c.is_ascii()),
        '(' | '（' => {
            number(rest).is_some_and(|(_, rest)| rest.trim_start().starts_with([')', '）']))
        }
        '第' => number(rest).is_some_and(|(_, rest)| {
            let rest = rest.strip_prefix(['步', '条', '项', '款', '类', '种']);
            rest.is_some_and(|rest| rest.starts_with(['：', ':', '、', '，', ' ', '\u{3000}']))
        }),
        _ => number(line).is_some_and(|(digits, rest)| ends_number(digits, rest)),
    }
}

/// Whether `rest` begins with what stands behind the number of a list. A point before a figure belongs to the figure.
fn ends_number(digits: bool, rest: &str) -> bool {
    if rest.starts_with(['、', '．']) {
        return true;
    }
    let closed = digits && rest.starts_with([')', '）']);
    let point = rest.strip_prefix('.').is_some_and(|rest| {
        let next = rest.chars().next();
        next.is_some_and(|c| c == ' ' || !c.is_ascii())
    });
    closed || point
}

/// The number or letter at the beginning of `text`: whether it is in figures or letters, and what follows it.
fn number(text: &str) -> Option<(bool, &str)> {
    let text = text.trim_start_matches(' ');
    let chinese = |c: char| "〇一二三四五六七八九十百".contains(c);
    let figure = |c: char| c.is_ascii_digit() || matches!(c, '０'..='９');
    let taken = |is: &dyn Fn(char) -> bool| text.len() - text.trim_start_matches(is).len();
    for (digits, length, most) in [(false, taken(&chinese), 3), (true, taken(&figure), 2)] {
        if length > 0 && text[..length].chars().count() <= most {
            return Some((digits, &text[length..]));
        }
    }
    let letter = text.strip_prefix(|c: char| c.is_ascii_alphabetic());
    letter.map(|rest| (true, rest))
}

#[cfg(test)]
mod tests {
    use super::is_marked;

    #[test]
    fn marks_are_told_from_words() {
        for line in [
            "一、甲",
            "十二、甲",
            "（一）甲",
            "(一)甲",
            "（1）甲",
            "(1) 甲",
            "1、甲",
            "１、甲",
            "1）甲",
            "1) 甲",
            "1．甲",
            "1.甲",
            "2. 甲",
            "①甲",
            "⑴甲",
            "㈠甲",
            "·甲",
            "• 甲",
            "●甲",
            "　　一、甲",
            "A、甲",
            "第一步：甲",
            "-甲",
        ] {
            assert!(is_marked(line), "{line}");
        }
        for line in [
            "一次办好",
            "一、",
            "1.5 倍",
            "2026年",
            "123、甲",
            "100 元",
            "（示例）甲",
            "(见下)",
            "第一次来",
            "——甲",
            "甲、乙",
            "A 面",
            "-5 度",
            "",
        ] {
            assert_eq!(is_marked(line), line == "一、", "{line}");
        }
    }
}
