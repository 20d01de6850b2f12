//! Tables as Excel gives them, with tabs, and as people draw them, with bars of full width or without the line of dashes.

use std::ops::Range;

use super::Edit;
use crate::source::markdown::lists;

/// No table of a guide is wider.
const MOST: usize = 50;

/// How the cells of a row are parted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Parted {
    Tabs,
    /// Bars, also before the first cell and behind the last.
    Bars,
    /// Bars between cells alone.
    Between,
}

/// A row: the line, and where what parts its cells stands.
struct Row {
    line: Range<usize>,
    parted: Parted,
    /// What parts the cells; of [`Parted::Bars`] the first and the last stand at the row's ends.
    parts: Vec<Range<usize>>,
    /// A tab stood before the line.
    indented: bool,
}

/// What makes tables of lines that are meant as such.
pub(super) fn edits(
    text: &str,
    lines: &[Range<usize>],
    was_tab: impl Fn(usize) -> bool,
) -> Vec<Edit> {
    let mut edits = Vec::new();
    let rows: Vec<Option<Row>> = lines.iter().map(|line| row(text, line, &was_tab)).collect();
    let same = |one: &Option<Row>, other: &Option<Row>| {
        one.as_ref().map(|row| row.parted) == other.as_ref().map(|row| row.parted)
    };
    let mut index = 0;
    for run in rows.chunk_by(same) {
        let rows: Vec<&Row> = run.iter().flatten().collect();
        index += run.len();
        edits.extend(made(text, &rows, index < lines.len()).unwrap_or_default());
    }
    edits
}

fn row(text: &str, line: &Range<usize>, was_tab: impl Fn(usize) -> bool) -> Option<Row> {
    let written = text[line.clone()].trim_end_matches(' ');
    let words = written.trim();
    let bars = parts(text, line.start..line.start + written.len(), &['|', '｜']);
    let bounded = words.starts_with(['|', '｜']) && words.ends_with(['|', '｜']) && bars.len() > 2;
    let tabs = parts(text, line.start..line.start + written.len(), &['\t']);
    let (parted, parts) = if bounded {
        (Parted::Bars, bars)
    } else if written.trim_start_matches(' ').contains('\t') {
        (Parted::Tabs, tabs)
    } else if words.contains('｜') || is_dashes(words) && !bars.is_empty() {
        (Parted::Between, bars)
    } else {
        return None;
    };
    let indented = parted == Parted::Tabs && was_tab(line.start);
    Some(Row {
        line: line.clone(),
        parted,
        parts,
        indented,
    })
}

/// Where one of `signs` stands that no backslash takes its meaning away.
fn parts(text: &str, range: Range<usize>, signs: &[char]) -> Vec<Range<usize>> {
    let words = &text[range.clone()];
    let found = words.match_indices(signs);
    found
        .filter(|(at, _)| !words[..*at].ends_with('\\'))
        .map(|(at, sign)| range.start + at..range.start + at + sign.len())
        .collect()
}

impl Row {
    /// What is in the cells.
    fn cells<'t>(&self, text: &'t str) -> Vec<&'t str> {
        let mut cells = Vec::new();
        let mut at = self.line.start;
        for part in &self.parts {
            cells.push(text[at..part.start].trim());
            at = part.end;
        }
        cells.push(text[at..self.line.end].trim());
        if self.parted == Parted::Bars {
            cells.pop();
            cells.remove(0);
        }
        if self.indented {
            cells.insert(0, "");
        }
        cells
    }

    /// Bars in place of what parts its cells, and `lead` before them; the last bar is left to others.
    fn bars(&self, text: &str, lead: &str) -> Vec<Edit> {
        let begin = if self.indented { "|  | " } else { "| " };
        if self.parted == Parted::Bars {
            let last = self.parts.len() - 1;
            let bar = |(index, part): (usize, &Range<usize>)| match index {
                0 => Edit::replace(self.line.start..part.end, format!("{lead}{begin}")),
                index if index == last => Edit::cut(part.clone()),
                _ => Edit::replace(part.clone(), " | "),
            };
            return self.parts.iter().enumerate().map(bar).collect();
        }
        let mut edits = vec![Edit::insert(self.line.start, format!("{lead}{begin}"))];
        let parts_between = self.parts.iter().cloned();
        edits.extend(parts_between.map(|part| Edit::replace(part, " | ")));
        if self.parted == Parted::Tabs {
            let bars = parts(text, self.line.clone(), &['|']);
            edits.extend(bars.into_iter().map(|bar| Edit::insert(bar.start, "\\")));
        }
        edits
    }

    /// Whether it is the line of dashes below a head.
    fn parts_head(&self, text: &str) -> bool {
        self.cells(text).iter().all(|cell| is_dashes(cell))
    }
}

fn is_dashes(cell: &str) -> bool {
    let dash = |c: char| matches!(c, '-' | '－' | '—' | '–' | '─' | '━');
    let bar = |c: char| matches!(c, '|' | '｜' | ':' | '：' | ' ' | '\t');
    cell.contains(dash) && cell.chars().all(|c| dash(c) || bar(c))
}

/// What is to be made of rows that stand one below the other; `goes_on` tells of a line below them.
fn made(text: &str, rows: &[&Row], goes_on: bool) -> Option<Vec<Edit>> {
    let first = rows.first()?;
    let cells: Vec<Vec<&str>> = rows.iter().map(|row| row.cells(text)).collect();
    let columns = cells.iter().map(Vec::len).max()?;
    let dashed = rows.get(1).is_some_and(|row| row.parts_head(text));
    let lines = rows.iter().filter(|row| !row.parts_head(text)).count();
    let filled = |row: &&Vec<&str>| row.iter().filter(|cell| !cell.is_empty()).count() > 1;
    let full = cells.iter().filter(filled).count();
    let listed = |row: &Vec<&str>| row.len() == 2 && is_mark(row[0]);
    let meant = match first.parted {
        Parted::Between => dashed && columns > 1,
        Parted::Bars => lines > 1 || dashed,
        Parted::Tabs => full > 1 && !cells.iter().any(listed),
    };
    if !meant || first.parts_head(text) || columns > MOST {
        return None;
    }
    let told = |row: &Vec<&str>| row.len() == 2 && row[0].ends_with(['：', ':']);
    if first.parted == Parted::Tabs && cells.iter().all(told) {
        // Each line says what it is of: no head would.
        let ends = rows[..rows.len() - 1].iter().map(|row| row.line.end);
        return Some(ends.map(|end| Edit::insert(end, "\\")).collect());
    }
    let mut edits = Vec::new();
    let mut end = first.line.start;
    for (number, (row, cells)) in rows.iter().zip(&cells).enumerate() {
        if row.parts_head(text) {
            edits.push(Edit::cut(end..row.line.end));
        } else {
            edits.extend(row.bars(text, if number == 0 { "\n" } else { "" }));
            let mut new = " | ".repeat(columns - cells.len()) + " |";
            if number == 0 {
                new.extend(["\n|", &" --- |".repeat(columns)]);
            }
            edits.push(Edit::insert(row.line.end, new));
        }
        end = row.line.end;
    }
    if goes_on {
        edits.push(Edit::insert(end, "\n"));
    }
    Some(edits)
}

/// Whether a cell holds nothing but the mark of a list, as Word parts it from the words.
fn is_mark(cell: &str) -> bool {
    cell.chars().count() <= 5 && lists::is_marked(&format!("{cell}甲"))
        || matches!(cell, "-" | "*" | "+" | "o" | "l" | "u" | "n")
}
