//! Signs that nobody sees: they turn the direction of text, end it for some programs, or are no characters at all.
//!
//! Names, numbers and addresses with one of them look right and are not; so no file may hold any.

use std::sync::Arc;

use crate::diagnostic::{Finding, Place, Problem, ProseFault, Unseen};

/// So many lines of one file are told; a file with more is no text.
const MOST: usize = 10;

/// Whether no text may hold this sign.
pub(super) fn is_unseen(sign: char) -> bool {
    let last = u32::from(sign) & 0xfffe;
    match sign {
        '\t' | '\n' | '\r' => false,
        '\u{61c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{fdd0}'..='\u{fdef}' => true,
        _ => last == 0xfffe || sign.is_control(),
    }
}

/// The first such sign of a text.
pub(super) fn first(text: &str) -> Option<char> {
    text.chars().find(|sign| is_unseen(*sign))
}

/// One finding a line that holds such signs.
pub(super) fn find(file: &Arc<str>, text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let first = line.char_indices().find(|(_, sign)| is_unseen(*sign));
        if let Some((at, sign)) = first {
            let mended: String = line.chars().filter(|sign| !is_unseen(*sign)).collect();
            let fault = ProseFault::Unseen {
                sign: Unseen(sign),
                line: Some(mended.trim().to_owned()),
            };
            let span = start + at..start + at + sign.len_utf8();
            findings.push(Finding::at(Place::new(file, span), Problem::from(fault)));
            if findings.len() == MOST {
                break;
            }
        }
        start += line.len();
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::{find, is_unseen};

    #[test]
    fn signs_that_nobody_sees_are_told_from_those_that_texts_need() {
        for sign in [
            '\0',
            '\u{1}',
            '\u{b}',
            '\u{c}',
            '\u{1b}',
            '\u{7f}',
            '\u{85}',
            '\u{9f}',
            '\u{61c}',
            '\u{200e}',
            '\u{200f}',
            '\u{202a}',
            '\u{202e}',
            '\u{2066}',
            '\u{2069}',
            '\u{fdd0}',
            '\u{fdef}',
            '\u{fffe}',
            '\u{ffff}',
            '\u{1fffe}',
            '\u{10ffff}',
        ] {
            assert!(is_unseen(sign), "{sign:?}");
        }
        for sign in [
            '\t',
            '\n',
            '\r',
            ' ',
            '\u{a0}',
            '\u{ad}',
            '\u{200b}',
            '\u{200d}',
            '\u{2028}',
            '\u{3000}',
            '\u{fe0f}',
            '\u{feff}',
            '\u{fffd}',
            '\u{e000}',
            '\u{e0100}',
            '字',
            '𠮷',
        ] {
            assert!(!is_unseen(sign), "{sign:?}");
        }
    }

    #[test]
    fn each_line_is_told_once_and_a_file_of_nothing_else_stays_short() {
        let file = "a.md".into();
        let found = find(&file, "甲\u{202e}乙\u{202c}\n丙\n丁\u{0}\n");
        let places: Vec<usize> = found
            .iter()
            .filter_map(|finding| finding.place.as_ref().map(|place| place.start))
            .collect();
        assert_eq!(places, [3, 20]);
        assert_eq!(find(&file, &"\0\n".repeat(100)).len(), 10);
    }
}
