//! A paragraph that begins with four spaces or a tab is a paragraph.
//!
//! CommonMark takes it for program code, which no guide holds; authors indent the first line as they do on paper. The
//! indentation is taken away before the text is parsed, so that what stands in it is Markdown as everywhere. Fences still hold code.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::edits::{Edit, Mended};

/// Deeper than any text is indented; each round takes one level away.
const ROUNDS: usize = 8;

/// Takes the indentation of every indented code block away.
pub(super) fn outdent(mended: &mut Mended, options: Options) {
    for _ in 0..ROUNDS {
        if !mended.text.contains("    ") && !mended.text.contains('\t') {
            break;
        }
        let found = cuts(&mended.text, options);
        if found.is_empty() {
            break;
        }
        mended.make(found);
    }
}

/// The white space before the lines of indented code: what makes it code, and what all lines of a block have beyond.
fn cuts(text: &str, options: Options) -> Vec<Edit> {
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
                let lines = lines.into_iter().map(cut).filter(|cut| !cut.is_empty());
                cuts.extend(lines.map(Edit::cut));
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
