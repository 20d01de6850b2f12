//! Signs of full width inside a line: `＊＊粗＊＊`, `【官网】（https://…）`, `[^1]：`.

use std::ops::Range;

use super::Edit;
use crate::source::text::narrow;

/// So many bytes the words of a link have at most.
const WORDS: usize = 300;
/// So many its address.
const ADDRESS: usize = 2000;

/// Pairs of `＊＊` on one line are emphasis.
pub(super) fn stars(text: &str, words: &[Range<usize>]) -> Vec<Edit> {
    let sign = "＊＊";
    let mut found = words.iter().flat_map(|words| {
        let at = text[words.clone()].match_indices(sign);
        at.map(move |(at, _)| words.start + at..words.start + at + sign.len())
    });
    let mut edits = Vec::new();
    let mut open: Option<Range<usize>> = None;
    for mark in found.by_ref() {
        let pair = open.take().filter(|open| {
            let inside = &text[open.end..mark.start];
            let ends = |c: char| c.is_whitespace() || c == '＊';
            !inside.is_empty()
                && !inside.contains('\n')
                && !inside.starts_with(ends)
                && !inside.ends_with(ends)
        });
        match pair {
            Some(pair) => edits.extend([pair, mark].map(|mark| Edit::replace(mark, "**"))),
            None => open = Some(mark),
        }
    }
    edits
}

/// `【x】（url）`, `[x]（url）` and `[x] (url)` are links where an address stands there.
pub(super) fn links(text: &str, words: &[Range<usize>]) -> Vec<Edit> {
    let mut edits = Vec::new();
    for words in words {
        let mut at = words.start;
        while let Some(found) = text[at..words.end].find([']', '】']) {
            let close = at + found;
            let found = link(text, at..words.end, close);
            at = found.as_ref().map_or_else(
                || close + text[close..].chars().next().map_or(1, char::len_utf8),
                |(_, end)| *end,
            );
            edits.extend(found.into_iter().flat_map(|(edits, _)| edits));
        }
    }
    edits
}

/// The link whose words end at `close`, and where it ends.
fn link(text: &str, range: Range<usize>, close: usize) -> Option<(Vec<Edit>, usize)> {
    let bracket = text[close..].chars().next()?;
    let begin = if bracket == '】' { '【' } else { '[' };
    let before = last(&text[range.start..close], WORDS);
    let open = close - before.len() + before.rfind(begin)?;
    let named = &text[open + begin.len_utf8()..close];
    let plain = !named.trim().is_empty() && !named.contains(['\n', '[', ']', '【', '】']);
    let after = &text[close + bracket.len_utf8()..range.end];
    let inside = after.trim_start_matches(' ').strip_prefix(['（', '('])?;
    let inside = inside.trim_start_matches([' ', '\u{3000}']);
    let start = range.end - inside.len();
    let ends = |c: char| c.is_whitespace() || "（）()【】[]".contains(c);
    let length = first(inside, ADDRESS).find(ends)?;
    let rest = inside[length..].trim_start_matches([' ', '\u{3000}']);
    let length = inside.len() - rest.len();
    let target = narrow(inside[..length].trim_end());
    let target = target.as_str();
    let end = rest
        .chars()
        .next()
        .filter(|end| matches!(end, '）' | ')'))?;
    if !plain || !is_address(target) {
        return None;
    }
    let end = start + length + end.len_utf8();
    let edits = vec![
        Edit::replace(open..open + begin.len_utf8(), "["),
        Edit::replace(close..end, format!("]({target})")),
    ];
    Some((edits, end))
}

/// The beginning of a text, of so many bytes at most.
fn first(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The end of a text, of so many bytes at most.
fn last(text: &str, most: usize) -> &str {
    let mut start = text.len().saturating_sub(most);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}

fn is_address(target: &str) -> bool {
    let kinds = [
        "https://", "http://", "tel:", "mailto:", "matter:", "files/", "#",
    ];
    let lower = target.to_ascii_lowercase();
    let kind = kinds.iter().find(|kind| lower.starts_with(**kind));
    kind.is_some_and(|kind| target.len() > kind.len()) && !target.contains(['<', '>'])
}

/// `[^1]：` at the beginning of a line is a footnote.
pub(super) fn notes(text: &str, lines: &[Range<usize>]) -> Vec<Edit> {
    let found = lines.iter().filter_map(|line| {
        let words = text[line.clone()].strip_prefix("[^")?;
        let (name, rest) = words.split_once(']')?;
        let note = rest.strip_prefix('：')?;
        let at = line.end - note.len() - '：'.len_utf8()..line.end - note.len();
        (!name.is_empty()).then(|| [Edit::insert(line.start, "\n"), Edit::replace(at, ": ")])
    });
    found.flatten().collect()
}
