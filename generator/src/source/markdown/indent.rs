//! A paragraph that begins with four spaces or a tab is a paragraph.
//!
//! CommonMark takes it for program code, which no guide holds; authors indent the first line as they do on paper. The
//! indentation is taken away before the text is parsed, so that what stands in it is Markdown as everywhere. Fences still hold code.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// Deeper than any text is indented; each round takes one level away.
const ROUNDS: usize = 8;

/// A text without the indentation that would make code of it.
pub(super) struct Outdented {
    pub(super) text: String,
    /// What was taken away, in bytes of the original, ascending.
    cuts: Vec<Range<usize>>,
}

impl Outdented {
    /// The offset in the text as it was written.
    pub(super) fn original(&self, offset: usize) -> usize {
        let mut at = offset;
        for cut in &self.cuts {
            if cut.start > at {
                break;
            }
            at += cut.len();
        }
        at
    }
}

/// Takes the indentation of every indented code block away.
pub(super) fn outdent(source: &str, options: Options) -> Outdented {
    let mut outdented = Outdented {
        text: source.to_owned(),
        cuts: Vec::new(),
    };
    for _ in 0..ROUNDS {
        if !outdented.text.contains("    ") && !outdented.text.contains('\t') {
            break;
        }
        let found = cuts(&outdented.text, options);
        if found.is_empty() {
            break;
        }
        let found = found
            .into_iter()
            .map(|cut| outdented.original(cut.start)..outdented.original(cut.end - 1) + 1);
        let mut cuts: Vec<Range<usize>> = outdented.cuts.iter().cloned().chain(found).collect();
        cuts.sort_by_key(|cut| cut.start);
        outdented = without(source, cuts);
    }
    outdented
}

fn without(source: &str, cuts: Vec<Range<usize>>) -> Outdented {
    let mut text = String::with_capacity(source.len());
    let mut at = 0;
    for cut in &cuts {
        text.push_str(&source[at..cut.start]);
        at = cut.end;
    }
    text.push_str(&source[at..]);
    Outdented { text, cuts }
}

/// The white space before the lines of indented code: what makes it code, and what all lines of a block have beyond.
fn cuts(text: &str, options: Options) -> Vec<Range<usize>> {
    let mut cuts = Vec::new();
    let mut lines: Option<Vec<usize>> = None;
    for (event, at) in Parser::new_ext(text, options).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => lines = Some(Vec::new()),
            Event::Text(words) if !words.trim().is_empty() => {
                if let Some(lines) = &mut lines {
                    lines.push(at.start);
                }
            }
            Event::End(TagEnd::CodeBlock) => {
                let lines = lines.take().unwrap_or_default();
                let beyond = lines.iter().map(|at| blanks(&text[*at..])).min();
                let beyond = beyond.unwrap_or_default();
                let cut = |at: usize| at - before(&text[..at])..at + beyond;
                cuts.extend(lines.into_iter().map(cut).filter(|cut| !cut.is_empty()));
            }
            _ => {}
        }
    }
    cuts
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\t']).len()
}

/// How many bytes at the end of `text` make the line after it code: a tab, or four spaces.
fn before(text: &str) -> usize {
    let spaces = text.len() - text.trim_end_matches(' ').len();
    if spaces == 0 && text.ends_with('\t') {
        1
    } else {
        spaces.min(4)
    }
}
