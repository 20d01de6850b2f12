//! What can be wrong with words as people paste them.

use super::{Argument, Term, declare};

declare! {
    /// A fault of an author's words.
    ProseFault

    /// A sign that nobody sees and that no text needs.
    "unseen-character" Error Unseen {
        /// The sign.
        sign: Unseen,
        /// The line without such signs; none where it was written as a number (`&#8238;`, `"\u202e"`).
        line: Option<String>,
    }

    /// A comment without an end, or with a blank line inside a paragraph.
    "comment-open" Error CommentOpen {
        /// Its first line with an end.
        line: String,
    }

    /// A row of a table with more cells than its head: the rest is not shown.
    "row-long" Error RowLong {
        /// How many cells it has.
        cells: usize,
        /// How many the head has.
        columns: usize,
        /// The cells that are not shown.
        lost: String,
    }

    /// A heading without a word.
    "heading-empty" Warning HeadingEmpty

    /// A link whose words do not say where it leads.
    "link-words" Warning LinkWords {
        /// The words.
        words: String,
    }

    /// A line of dashes that made a heading of the paragraph above.
    "heading-by-line" Warning HeadingByLine {
        /// The words.
        title: String,
        /// The line.
        line: String,
    }

    /// `[^1]` without a note.
    "note-missing" Error NoteMissing {
        /// The note's name.
        name: String,
    }

    /// A note that nothing refers to.
    "note-idle" Warning NoteIdle {
        /// The note's name.
        name: String,
    }

    /// HTML in Markdown.
    "raw-html" Warning RawHtml {
        /// The beginning of it.
        html: String,
        /// Its words stay, and only its looks are left out; else its content is left out as well.
        kept: bool,
        /// So many further lines have some.
        more: Option<usize>,
    }
}

impl ProseFault {
    /// That HTML was left out with its content.
    pub fn html_lost(html: String) -> Self {
        Self::RawHtml {
            html,
            kept: false,
            more: None,
        }
    }
}

/// A sign that nobody sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unseen(pub char);

impl From<Unseen> for Argument {
    fn from(Unseen(sign): Unseen) -> Self {
        let code = format!("U+{:04X}", u32::from(sign)).into();
        let kind = Self::Term(kind(sign));
        Self::Phrase(Term("term-unseen"), vec![("code", code), ("kind", kind)])
    }
}

fn kind(sign: char) -> Term {
    Term(match sign {
        '\0' => "term-unseen-null",
        '\u{b}' | '\u{c}' => "term-unseen-break",
        sign if sign.is_control() => "term-unseen-control",
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            "term-unseen-direction"
        }
        _ => "term-unseen-none",
    })
}
