//! Where the texts of a line begin and end.

use crate::diagnostic::QuoteReason;

/// Signs with which no plain text can begin.
pub(super) const INDICATORS: &[char] = &[
    '@', '`', '%', '!', '&', '*', '|', '>', '?', '-', ':', ',', ']', '}',
];

/// Whether `text` begins with a local fact, also with one that is written with a space between the braces.
pub(super) fn is_fact(text: &str) -> bool {
    text.strip_prefix('{')
        .is_some_and(|rest| rest.trim_start_matches(' ').starts_with('{'))
}

pub(super) fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches(' ').len()
}

/// The length of a quoted text and the mark at its end; none when it does not end on this line.
pub(super) fn closing(text: &str, quote: char) -> Option<usize> {
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        if sign == '\\' && quote == '"' {
            signs.next();
        } else if sign == quote {
            if quote == '"' || signs.peek().is_none_or(|(_, next)| *next != quote) {
                return Some(at + 1);
            }
            signs.next();
        }
    }
    None
}

/// How far a plain text outside brackets reaches, and whether a `: ` in it breaks it.
pub(super) fn plain_end(text: &str) -> (usize, Option<QuoteReason>) {
    let words = text.split(" #").next().unwrap_or_default().trim_end();
    (words.len(), colon_in(words).map(|_| QuoteReason::Colon))
}

/// Where a colon stands that YAML takes for the one behind a key.
pub(super) fn colon_in(words: &str) -> Option<usize> {
    words
        .find(": ")
        .or_else(|| words.strip_suffix(':').map(str::len))
}

/// How far a plain text inside brackets reaches; brackets in it are taken along with what is in them.
pub(super) fn flow_text(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, sign) in text.char_indices() {
        match sign {
            '{' | '[' => depth += 1,
            '}' | ']' if depth > 0 => depth -= 1,
            '}' | ']' => return at,
            ',' if depth == 0 => return at,
            _ => {}
        }
    }
    text.len()
}

/// Whether a ` #` hides what belongs to the line: words without a space, or further entries.
pub(super) fn hides(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_alphanumeric()) || rest.contains([',', '}', ']'])
}

/// Whether a Chinese comma before the colon separates a further entry: `{用: 身份证，原件: 1}`.
pub(super) fn comma_before(words: &str, colon: usize) -> bool {
    let before = words[..colon].rsplit_once('，');
    before.is_some_and(|(_, key)| key.trim().chars().count() <= 12)
}
