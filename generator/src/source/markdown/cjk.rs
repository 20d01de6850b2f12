//! What CommonMark does not know of Chinese: emphasis beside full-width punctuation, and lines that join without a space.
//!
//! CommonMark lets `**` close only where a word could end, and takes `：` before and `请` after it for the middle of one. The
//! remedy: beside such punctuation an invisible letter (a private-use character) is put between it and the stars before
//! parsing, so that the ordinary rule sees a letter there; it is taken out of every text afterwards.
//! Follows the CJK-friendly amendment that newer Markdown parsers adopt; to be dropped when pulldown-cmark has it.

use pulldown_cmark::{CowStr, Event};
use std::ops::Range;

/// Stands for "a letter": not white space, not punctuation, in no text of anybody's.
const MARK: char = '\u{e0f7}';

/// A text with marks, and where they are.
pub(super) struct Marked {
    pub(super) text: String,
    /// Byte offsets of the marks in `text`, ascending.
    marks: Vec<usize>,
}

impl Marked {
    /// The offset in the text without marks.
    pub(super) fn original(&self, offset: usize) -> usize {
        let before = self.marks.partition_point(|mark| *mark < offset);
        offset - before * MARK.len_utf8()
    }
}

/// Puts marks beside the stars of `source`.
pub(super) fn mark(source: &str) -> Marked {
    let mut marked = Marked {
        text: String::with_capacity(source.len()),
        marks: Vec::new(),
    };
    let mut rest = source;
    while let Some(at) = rest.find('*') {
        let (before, stars) = rest.split_at(at);
        let length = stars.len() - stars.trim_start_matches('*').len();
        marked.text.push_str(before);
        let previous = marked.text.chars().next_back().filter(|c| *c != MARK);
        let next = stars[length..].chars().next();
        if previous.is_some_and(|c| wants_mark(c, next)) {
            marked.marks.push(marked.text.len());
            marked.text.push(MARK);
        }
        marked.text.push_str(&stars[..length]);
        if next.is_some_and(|c| wants_mark(c, previous)) {
            marked.marks.push(marked.text.len());
            marked.text.push(MARK);
        }
        rest = &stars[length..];
    }
    marked.text.push_str(rest);
    marked
}

/// Whether the punctuation `c` beside a run of stars counts as a letter, `other` being on the run's other side.
fn wants_mark(c: char, other: Option<char>) -> bool {
    is_wide_punctuation(c) || is_plain_punctuation(c) && other.is_some_and(is_cjk)
}

/// The text without marks.
pub(super) fn unmark<'a>(text: &CowStr<'a>) -> CowStr<'a> {
    if text.contains(MARK) {
        text.replace(MARK, "").into()
    } else {
        text.clone()
    }
}

/// Whether the soft break at `index` stands between two Chinese characters and so is no space.
pub(super) fn joins(events: &[(Event<'_>, Range<usize>)], index: usize) -> bool {
    let text = |(event, _): &(Event<'_>, Range<usize>)| match event {
        Event::Text(text) | Event::Code(text) => Some(text.replace(MARK, "")),
        _ => None,
    };
    let before = events[..index]
        .iter()
        .rev()
        .find_map(text)
        .and_then(|t| t.chars().next_back());
    let after = events[index + 1..]
        .iter()
        .find_map(text)
        .and_then(|t| t.chars().next());
    before.is_some_and(is_cjk_text) && after.is_some_and(is_cjk_text)
}

fn is_cjk_text(c: char) -> bool {
    is_cjk(c) || matches!(c, '“' | '”' | '‘' | '’' | '—' | '…' | '·')
}

/// Han characters, kana, hangul, and the punctuation and full-width forms that belong to them.
fn is_cjk(c: char) -> bool {
    matches!(c,
        '\u{2e80}'..='\u{2fdf}' | '\u{3000}'..='\u{30ff}' | '\u{3100}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}'
        | '\u{20000}'..='\u{3ffff}')
}

fn is_wide_punctuation(c: char) -> bool {
    matches!(c,
        '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}' | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}')
}

/// Punctuation of no particular script. The backslash is not among it: it takes the star's meaning away.
fn is_plain_punctuation(c: char) -> bool {
    c != '\\' && c.is_ascii_punctuation() && c != '*'
        || matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '·')
}
