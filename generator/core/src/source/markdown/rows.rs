//! Rows of tables with more cells than their head: Markdown leaves the rest out without a word.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::{MOST_TOLD, cjk};
use crate::diagnostic::{Problem, ProseFault};

/// The rows that are too long.
pub(super) fn faults(
    text: &str,
    events: &[(Event<'_>, Range<usize>)],
) -> Vec<(Range<usize>, Problem)> {
    let mut columns = 0;
    let rows = events.iter().filter_map(|(event, at)| match event {
        Event::Start(Tag::Table(alignments)) => {
            columns = alignments.len();
            None
        }
        Event::Start(Tag::TableRow) => long(text, at, columns),
        _ => None,
    });
    rows.take(MOST_TOLD).collect()
}

fn long(text: &str, at: &Range<usize>, columns: usize) -> Option<(Range<usize>, Problem)> {
    let line = text[at.clone()].lines().next()?.trim_end();
    let cells = cells(line);
    let lost = cells.get(columns..)?.join(" | ");
    if lost.trim_matches([' ', '|']).is_empty() {
        return None;
    }
    let fault = ProseFault::RowLong {
        cells: cells.len(),
        columns,
        lost: cjk::plain(&lost),
    };
    Some((at.start..at.start + line.len(), Problem::from(fault)))
}

/// What stands between the bars of a row; a backslash makes a bar text.
fn cells(line: &str) -> Vec<&str> {
    let line = line.trim().trim_start_matches('|');
    let mut cells = Vec::new();
    let mut start = 0;
    for (at, _) in line.match_indices('|') {
        if !line[..at].ends_with('\\') {
            cells.push(line[start..at].trim());
            start = at + 1;
        }
    }
    if !line[start..].trim().is_empty() {
        cells.push(line[start..].trim());
    }
    cells
}
