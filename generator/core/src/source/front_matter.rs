//! Splits a guide into its front matter and its Markdown.

use std::ops::Range;

use crate::diagnostic::{Problem, ReadingFault};

/// Byte ranges of a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Parts {
    /// The YAML between the two `---` lines.
    pub(super) yaml: Range<usize>,
    /// Everything after them.
    pub(super) body: Range<usize>,
}

/// Where the text below the front matter begins; the end of what has none.
pub(crate) fn body_of(bytes: &[u8]) -> usize {
    let parts = std::str::from_utf8(bytes).ok().map(split);
    match parts {
        Some(Ok(parts)) => parts.body.start,
        _ => bytes.len(),
    }
}

/// Splits `text`; the problem stands at the returned range.
pub(super) fn split(text: &str) -> Result<Parts, (Range<usize>, Problem)> {
    let start = if text.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    };
    let mut lines = text[start..].split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    if !is_fence(first) {
        let end = start + first.trim_end().len();
        return Err((start..end, ReadingFault::FrontMatterMissing.into()));
    }
    let open = start + first.len();
    let mut at = open;
    for line in lines {
        if is_fence(line) {
            return Ok(Parts {
                yaml: open..at,
                body: at + line.len()..text.len(),
            });
        }
        at += line.len();
    }
    Err((
        start..start + first.trim_end().len(),
        ReadingFault::FrontMatterUnclosed.into(),
    ))
}

fn is_fence(line: &str) -> bool {
    // An em dash pair or full-width hyphens are what some keyboards make of `---`.
    matches!(line.trim_end(), "---" | "——-" | "－－－")
}
