//! What CommonMark does not know of Chinese: emphasis beside punctuation and symbols, and lines that join without a space.
//!
//! CommonMark lets `**` close only where a word could end, and takes `：` before and `请` after it for the middle of one. The
//! remedy is that of the CJK-friendly amendment: punctuation and symbols (`￥` `㎡` as well as `：`) that are Chinese never keep a run
//! of stars from opening or closing, and others do not where a Chinese character stands on the run's other side. For that an invisible
//! letter is put between the sign and the stars before parsing, so that the ordinary rule sees a letter there.
//!
//! Stars that are no emphasis (`3*5*2`, `138****0000`) and single tildes (`8:00~12:00`) are written as other signs for the parser. All of
//! these are no characters of any text (no file may hold them), and are taken out of every word that is shown.
//! To be dropped when pulldown-cmark knows the amendment.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event};
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

use super::edits::Edit;

/// Stands for "a letter": not white space, not punctuation.
pub(super) const MARK: char = '\u{fdd0}';
/// Stands for a star that is a star.
const STAR: char = '\u{fdd1}';
/// Stands for a tilde that is a tilde.
const TILDE: char = '\u{fdd2}';

/// How many events are looked at on either side of a line's end.
const NEAR: usize = 16;

/// The marks beside the stars and tildes of `source`.
pub(super) fn marks(source: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut at = 0;
    while let Some(found) = source[at..].find(['*', '~']) {
        let start = at + found;
        let sign = source[start..].chars().next().unwrap_or('*');
        let rest = source[start..].trim_start_matches(sign);
        let end = source.len() - rest.len();
        let previous = source[..start].chars().next_back();
        let next = rest.chars().next();
        at = end;
        if let Some(plain) = stands_for_itself(sign, end - start, previous, next) {
            edits.push(Edit::replace(
                start..end,
                plain.to_string().repeat(end - start),
            ));
            continue;
        }
        if previous.is_some_and(|c| wants_mark(c, next)) {
            edits.push(Edit::insert(start, MARK));
        }
        if next.is_some_and(|c| wants_mark(c, previous)) {
            edits.push(Edit::insert(end, MARK));
        }
    }
    edits
}

/// What is written instead of a run of `length` stars or tildes that means nothing: figures on both sides, or one tilde.
fn stands_for_itself(
    sign: char,
    length: usize,
    previous: Option<char>,
    next: Option<char>,
) -> Option<char> {
    if sign == '~' {
        return (length == 1 && previous != Some('\\')).then_some(TILDE);
    }
    let figure = |c: char| c.is_ascii_digit() || matches!(c, '０'..='９');
    let unit = |c: char| {
        length == 1 && (c.is_ascii_alphabetic() || matches!(c, '㎡' | '㎝' | '㎜' | '㎏'))
    };
    let before = previous.is_some_and(|c| figure(c) || unit(c));
    (before && next.is_some_and(figure)).then_some(STAR)
}

/// Whether the sign `c` beside a run of stars counts as a letter, `other` being on the run's other side.
fn wants_mark(c: char, other: Option<char>) -> bool {
    // The backslash takes the star's meaning away.
    c != '\\' && is_punctuation(c) && (is_cjk(c) || other.is_some_and(is_cjk))
}

/// The text without marks.
pub(super) fn unmark<'a>(text: &CowStr<'a>) -> CowStr<'a> {
    if text.contains([MARK, STAR, TILDE]) {
        plain(text).into()
    } else {
        text.clone()
    }
}

/// The same of a text that is no event's.
pub(super) fn plain(text: &str) -> String {
    let signs = text.chars().filter(|sign| *sign != MARK);
    signs
        .map(|sign| match sign {
            STAR => '*',
            TILDE => '~',
            other => other,
        })
        .collect()
}

/// Whether the soft break at `index` stands between two Chinese characters and so is no space.
pub(super) fn joins(events: &[(Event<'_>, Range<usize>)], index: usize) -> bool {
    let sign = |(event, _): &(Event<'_>, Range<usize>), last: bool| match event {
        Event::Text(text) | Event::Code(text) => {
            let mut signs = text.chars().filter(|sign| *sign != MARK);
            if last {
                signs.next_back()
            } else {
                signs.next()
            }
        }
        _ => None,
    };
    let mut before = events[..index].iter().rev().take(NEAR);
    let mut after = events[index + 1..].iter().take(NEAR);
    before
        .find_map(|event| sign(event, true))
        .is_some_and(is_cjk_text)
        && after
            .find_map(|event| sign(event, false))
            .is_some_and(is_cjk_text)
}

fn is_cjk_text(c: char) -> bool {
    is_cjk(c) || matches!(c, '“' | '”' | '‘' | '’' | '—' | '…' | '·')
}

/// Han characters, kana, hangul, yi, and the punctuation, symbols and full-width forms that belong to them. A picture of the phone's
/// keyboard is none.
fn is_cjk(c: char) -> bool {
    matches!(c,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{2fff}' | '\u{3000}'..='\u{4dbf}' | '\u{4e00}'..='\u{a4cf}'
        | '\u{a960}'..='\u{a97f}' | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{fe10}'..='\u{fe1f}'
        | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ffef}' | '\u{16fe0}'..='\u{18cff}' | '\u{1aff0}'..='\u{1b2ff}'
        | '\u{1f200}'..='\u{1f2ff}' | '\u{20000}'..='\u{3ffff}' | '\u{e0100}'..='\u{e01ef}')
}

/// What Unicode calls punctuation or a symbol.
fn is_punctuation(c: char) -> bool {
    matches!(
        c.general_category_group(),
        GeneralCategoryGroup::Punctuation | GeneralCategoryGroup::Symbol
    )
}
