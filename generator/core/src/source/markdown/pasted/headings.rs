//! Headings without the space behind their signs, or with signs of full width: `##标题`, `＃＃ 标题`.

use std::ops::Range;

use super::Edit;

/// A single sign is a heading's only before so many characters.
const TITLE: usize = 30;

/// What makes headings of lines that are meant as such.
pub(super) fn edits(text: &str, lines: &[Range<usize>]) -> Vec<Edit> {
    let found = lines.iter().filter_map(|line| heading(text, line));
    found.flatten().collect()
}

fn heading(text: &str, line: &Range<usize>) -> Option<Vec<Edit>> {
    let signs = ['#', '＃'];
    let written = &text[line.clone()];
    let words = written.trim_start_matches([' ', '\u{3000}']);
    let rest = words.trim_start_matches(signs);
    let marks = &words[..words.len() - rest.len()];
    let depth = marks.chars().count();
    let title = rest.trim();
    let first = title.chars().next()?;
    let spaced = rest.starts_with([' ', '\t', '\u{3000}']);
    let meant = match depth {
        0 | 7.. => false,
        // `#3 楼`, `#话题#`, `#办事 一句话说清楚。`
        1 => {
            let short =
                title.chars().count() <= TITLE && !title.ends_with(['。', '！', '？', '；', '，']);
            first.is_alphabetic() && !first.is_ascii() && !title.contains(signs) && short
                || spaced && marks == "＃"
        }
        _ => !first.is_ascii_punctuation() || first == '(' || first == '*',
    };
    if !meant {
        return None;
    }
    let start = line.end - rest.trim_start().len();
    let mut edits = vec![Edit::replace(line.start..start, "#".repeat(depth) + " ")];
    let words = title.trim_end_matches(signs);
    if !words.is_empty() && words.len() < title.len() {
        edits.push(Edit::cut(start + words.len()..line.end));
    }
    Some(edits)
}
