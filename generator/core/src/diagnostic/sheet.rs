//! What can be wrong with printed sheets and with what stands on them.

use super::declare;
use super::{Argument, Shown, Size, Term};

declare! {
    /// A fault of a sheet, of its template, or of what it shows.
    SheetFault

    /// What the template gave is no drawing.
    "sheet-broken" Error Broken {
        /// What the parser says (English).
        reason: String,
        /// The line of the filled template, where the template itself does not show the fault.
        line: Option<Shown>,
    }

    /// A file that a person drew is no drawing.
    "drawing-broken" Error Drawing {
        /// What the parser says (English).
        reason: String,
    }

    /// There is no such file to draw.
    "drawing-missing" Error DrawingMissing

    /// Nothing of what was asked for is there to be printed.
    "nothing-to-print" Error Nothing

    /// A code does not keep what it promises.
    "sheet-code" Error Code {
        /// The sheet's file.
        sheet: String,
        /// What the code says.
        text: Shown,
        /// What is wrong.
        fault: CodeFault,
        /// Further codes of the same template with the same fault.
        others: Option<usize>,
    }

    /// No font has these characters.
    "font-characters" Warning Glyphs {
        /// They, in order.
        characters: String,
    }

    /// A sheet that holds many has no grid, or one without room for anything.
    "sheet-grid" Error Grid {
        /// The sheet that has none.
        sheet: Option<String>,
    }

    /// The sheet cannot be written.
    "sheet-failed" Error Failed {
        /// The sheet's file.
        sheet: String,
        /// Why (English).
        reason: String,
    }

    /// A photo is larger than any camera needs.
    "photo-large" Error PhotoLarge {
        /// Its size.
        bytes: Size,
        /// The limit.
        limit: Size,
    }

    /// A photo is none, or is damaged.
    "photo-broken" Error PhotoBroken {
        /// What the decoder says (English).
        reason: String,
    }

    /// A name that is too long for the code on a card.
    "name-long" Error NameLong {
        /// It.
        name: Shown,
    }

    /// No code with a worker's contact is read back.
    "card-unreadable" Error CardUnreadable {
        /// The worker's name.
        name: Shown,
        /// What came back, or why nothing did (English).
        got: Shown,
    }

    /// A mobile number or a photo without a word of consent (个人信息保护法 §13, 29).
    "no-consent" Error NoConsent {
        /// The number; none: it is the photo.
        number: Option<String>,
    }
}

/// What a code on a sheet lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodeFault {
    /// The sheet does not have it.
    Missing,
    /// It stands outside the paper, or its quiet zone does.
    OffSheet,
    /// Something dark stands in its quiet zone.
    QuietZone,
    /// A decoder cannot read it; what it says (English).
    Unreadable(String),
    /// A decoder reads something else.
    OtherText(String),
    /// Its modules are too small for a phone.
    SmallModule {
        /// A module's side on paper, in millimetres.
        is: String,
        /// What the theme asks for.
        least: String,
    },
    /// It is too small for the distance from which it is read.
    SmallSide {
        /// Its side on paper, in millimetres.
        is: String,
        /// A tenth of the distance.
        least: String,
    },
}

impl From<CodeFault> for Argument {
    fn from(fault: CodeFault) -> Self {
        let white = ("white", Term("term-code-white").into());
        let larger = ("larger", Term("term-code-larger").into());
        let sides = |is: String, least: String| vec![("is", is.into()), ("least", least.into())];
        let (term, mut arguments) = match fault {
            CodeFault::Missing => ("term-code-missing", Vec::new()),
            CodeFault::OffSheet => ("term-code-off-sheet", Vec::new()),
            CodeFault::QuietZone => ("term-code-quiet-zone", Vec::new()),
            CodeFault::Unreadable(why) => ("term-code-unreadable", vec![("why", why.into())]),
            CodeFault::OtherText(text) => {
                ("term-code-other-text", vec![("read", Shown(text).into())])
            }
            CodeFault::SmallModule { is, least } => ("term-code-small-module", sides(is, least)),
            CodeFault::SmallSide { is, least } => ("term-code-small-side", sides(is, least)),
        };
        arguments.extend([white, larger]);
        Self::Phrase(Term(term), arguments)
    }
}
