//! A table of HTML as one of Markdown.

use std::ops::Range;

use super::names::{BREAKS, SHOWN, WITHOUT_WORDS};
use super::token::{Kind, Token};
use crate::source::markdown::edits::Edit;

/// No table of a guide is wider.
const MOST: usize = 50;

/// The edits that make a table of the region from `<table>` to `</table>`; every line begins with `prefix`.
pub(super) fn edits(
    text: &str,
    region: &Range<usize>,
    tokens: &[Token],
    prefix: &str,
) -> Vec<Edit> {
    let rows = rows(tokens, region.end);
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0).min(MOST);
    let empty = format!("\n{}\n{prefix}", prefix.trim_end());
    let mut edits = Vec::new();
    let mut at = region.start;
    for (number, row) in rows.iter().enumerate() {
        for (column, cell) in row.iter().enumerate() {
            let between = match (number, column) {
                (0, 0) => format!("{empty}| "),
                (_, 0) => "| ".to_owned(),
                _ => " | ".to_owned(),
            };
            edits.extend(outside(text, tokens, at..cell.start, between));
            edits.extend(inside(text, tokens, cell));
            at = cell.end;
        }
        let missing = " | ".repeat(columns.saturating_sub(row.len()));
        let mut end = format!("{missing} |\n{prefix}");
        if number == 0 {
            end.extend(["|", &" --- |".repeat(columns), "\n", prefix]);
        }
        edits.push(Edit::insert(at, end));
    }
    let end = if rows.is_empty() {
        empty
    } else {
        format!("\n{prefix}")
    };
    edits.extend(outside(text, tokens, at..region.end, end));
    edits
}

/// The cells of each row that has some, by what is between their tags.
fn rows(tokens: &[Token], end: usize) -> Vec<Vec<Range<usize>>> {
    let mut rows: Vec<Vec<Range<usize>>> = vec![Vec::new()];
    let parts = [
        "td", "th", "tr", "tbody", "thead", "tfoot", "table", "caption",
    ];
    let mut open: Option<usize> = None;
    for token in tokens.iter().filter(|token| token.is(&parts)) {
        let last = rows.len() - 1;
        if let Some(start) = open.take() {
            rows[last].push(start..token.at.start);
        }
        if token.opens(&["td", "th"]) {
            open = Some(token.at.end);
        } else if !token.is(&["td", "th"]) {
            rows.push(Vec::new());
        }
    }
    if let (Some(start), Some(last)) = (open, rows.last_mut()) {
        last.push(start..end);
    }
    rows.retain(|row| !row.is_empty());
    rows
}

/// What stands between cells: tags and white space give way to `new`, words stay before it.
fn outside(text: &str, tokens: &[Token], gap: Range<usize>, new: String) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut start = gap.start;
    for token in within(tokens, &gap) {
        let words = &text[start..token.at.start];
        if words.trim().is_empty() {
            edits.push(Edit::cut(start..token.at.end));
        } else {
            edits.push(Edit::cut(token.at.clone()));
        }
        start = token.at.end;
    }
    if text[start..gap.end].trim().is_empty() {
        edits.push(Edit::replace(start..gap.end, new));
    } else {
        edits.push(Edit::insert(gap.end, new));
    }
    edits
}

/// A cell on one line, with the words of its tags.
fn inside(text: &str, tokens: &[Token], cell: &Range<usize>) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut at = cell.start;
    let mut hidden: Option<&str> = None;
    for token in within(tokens, cell) {
        if let Some(name) = hidden {
            edits.push(Edit::cut(at..token.at.end));
            if token.kind == Kind::Close && token.name == name {
                hidden = None;
            }
        } else {
            words(text, at..token.at.start, &mut edits);
            if token.is(BREAKS) || token.is(&["li"]) {
                edits.push(Edit::replace(token.at.clone(), " "));
            } else if !SHOWN.contains(&token.name.as_str()) {
                edits.push(Edit::cut(token.at.clone()));
            }
            hidden = token.opens(WITHOUT_WORDS).then_some(token.name.as_str());
        }
        at = token.at.end;
    }
    words(text, at..cell.end, &mut edits);
    edits
}

fn words(text: &str, range: Range<usize>, edits: &mut Vec<Edit>) {
    let mut rest = range.start;
    while let Some(sign) = text[rest..range.end].find(['\n', '\r', '|']) {
        let at = rest + sign;
        let new = if text[at..].starts_with('|') {
            "\\|"
        } else {
            " "
        };
        edits.push(Edit::replace(at..at + 1, new));
        rest = at + 1;
    }
}

/// The tokens in a range, which come in order.
fn within<'t>(tokens: &'t [Token], range: &Range<usize>) -> &'t [Token] {
    let first = tokens.partition_point(|token| token.at.start < range.start);
    let last = tokens.partition_point(|token| token.at.start < range.end);
    &tokens[first..last.max(first)]
}
