//! What people type and paste for Markdown: `##标题`, rows with tabs between their cells, `＊＊粗＊＊`, `【官网】（https://…）`.
//!
//! Where it is clear it is made Markdown before the text is parsed. Only words are looked at: code stays as it stands.

mod headings;
mod inline;
mod tables;
#[cfg(test)]
mod tests;

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::edits::{Edit, Mended};
use super::{MOST_TOLD, cjk};
use crate::diagnostic::{Problem, ProseFault};

/// Where words stand in a text.
#[derive(Default)]
struct Shape {
    /// Paragraphs that stand in no list and no quotation.
    paragraphs: Vec<Range<usize>>,
    /// Paragraphs of footnotes.
    notes: Vec<Range<usize>>,
    /// Words in one piece, outside code and links.
    words: Vec<Range<usize>>,
}

impl Shape {
    fn of(events: &[(Event<'_>, Range<usize>)]) -> Self {
        let mut shape = Self::default();
        let (mut depth, mut closed, mut noted) = (0_usize, 0_usize, false);
        for (event, at) in events {
            match event {
                Event::Start(tag) => {
                    if depth == 0 && *tag == Tag::Paragraph {
                        shape.paragraphs.push(at.clone());
                    }
                    if depth == 1 && noted && *tag == Tag::Paragraph {
                        shape.notes.push(at.clone());
                    }
                    if depth == 0 {
                        noted = matches!(tag, Tag::FootnoteDefinition(_));
                    }
                    depth += 1;
                    let opaque = matches!(
                        tag,
                        Tag::CodeBlock(_) | Tag::Link { .. } | Tag::Image { .. }
                    );
                    closed += usize::from(opaque);
                }
                Event::End(tag) => {
                    depth = depth.saturating_sub(1);
                    let opaque = matches!(tag, TagEnd::CodeBlock | TagEnd::Link | TagEnd::Image);
                    closed -= usize::from(opaque).min(closed);
                }
                Event::Text(_) if closed == 0 => match shape.words.last_mut() {
                    Some(last) if last.end == at.start => last.end = at.end,
                    _ => shape.words.push(at.clone()),
                },
                _ => {}
            }
        }
        shape
    }
}

/// Makes Markdown of what is meant as such. `was_tab` tells whether a tab was taken away before an offset.
pub(super) fn mend(
    mended: &mut Mended,
    options: Options,
    was_tab: impl Fn(&Mended, usize) -> bool,
) {
    let text = &mended.text;
    if !text.contains(['#', '＃', '\t', '|', '｜', '＊', '（', '(', '）', '：']) {
        return;
    }
    let events: Vec<_> = Parser::new_ext(text, options).into_offset_iter().collect();
    let shape = Shape::of(&events);
    let mut edits = Vec::new();
    for paragraph in &shape.paragraphs {
        let lines = lines(text, paragraph);
        edits.extend(headings::edits(text, &lines));
        edits.extend(tables::edits(text, &lines, |at| was_tab(mended, at)));
        edits.extend(inline::notes(text, &lines));
    }
    for paragraph in &shape.notes {
        edits.extend(inline::notes(text, &lines(text, paragraph)));
    }
    edits.extend(inline::stars(text, &shape.words));
    edits.extend(inline::links(text, &shape.words));
    mended.make(edits);
}

/// What the words of a parsed text show that was meant otherwise.
pub(super) fn faults(
    text: &str,
    events: &[(Event<'_>, Range<usize>)],
) -> Vec<(Range<usize>, Problem)> {
    let words = Shape::of(events).words;
    let found = words.iter().map(|words| {
        let comments = comments(text, words);
        comments.into_iter().chain(missing_notes(text, words))
    });
    found.flatten().take(MOST_TOLD).collect()
}

/// Comments that are none.
fn comments(text: &str, words: &Range<usize>) -> Option<(Range<usize>, Problem)> {
    let at = words.start + text[words.clone()].find("<!--")?;
    let line = text[at..].lines().next().unwrap_or_default().trim_end();
    let fault = ProseFault::CommentOpen {
        line: format!("{} -->", cjk::plain(line)),
    };
    let place = at..at + line.len();
    (!text[..at].ends_with('\\')).then_some((place, Problem::from(fault)))
}

/// References to notes that nobody wrote.
fn missing_notes(text: &str, words: &Range<usize>) -> Vec<(Range<usize>, Problem)> {
    let mut faults = Vec::new();
    for (at, _) in text[words.clone()].match_indices("[^") {
        let at = words.start + at;
        let name = text[at + 2..words.end].split(['[', ']', '\n']).next();
        let name = name.unwrap_or_default();
        let end = at + 2 + name.len();
        let whole = text[end..words.end].starts_with(']') && !text[..at].ends_with('\\');
        if whole && !name.trim().is_empty() {
            let fault = ProseFault::NoteMissing {
                name: cjk::plain(name),
            };
            faults.push((at..end + 1, Problem::from(fault)));
        }
    }
    faults
}

/// The lines of a paragraph, without their ends.
fn lines(text: &str, paragraph: &Range<usize>) -> Vec<Range<usize>> {
    let mut start = paragraph.start;
    let mut lines = Vec::new();
    for line in text[paragraph.clone()].split_inclusive('\n') {
        let length = line.trim_end_matches(['\n', '\r']).len();
        lines.push(start..start + length);
        start += line.len();
    }
    lines
}
