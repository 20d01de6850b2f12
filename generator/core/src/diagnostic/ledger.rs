//! What can be wrong in `codes.lock` itself: mangled by hand, by a merge, or written by a later version.

use super::{Argument, Reason, Term, declare};

declare! {
    /// A fault of the ledger.
    LedgerFault

    /// Two branches were not merged to the end.
    "ledger-merge" Error Merge

    /// There is none, although the site that stands at the output's place has recorded codes.
    "ledger-lost" Error Lost

    /// Somebody else wrote it after it was read.
    "ledger-changed" Error Changed {
        /// The file.
        path: String,
    }

    /// The first line is not that of a ledger.
    "ledger-head" Error Head

    /// Written by a later version.
    "ledger-newer" Error Newer {
        /// Its format.
        format: u32,
    }

    /// A line that is not understood.
    "ledger-line" Error Line {
        /// Where it goes wrong.
        what: LedgerLine,
    }

    /// Two lines for one address or code.
    "ledger-twice" Error Twice {
        /// The address or code.
        entry: String,
        /// The line of the first.
        first_line: usize,
    }

    /// Codes, but no address under which they were published.
    "ledger-no-address" Error NoAddress

    /// Two addresses that are both in use.
    "ledger-two-addresses" Error TwoAddresses {
        /// The other one.
        other: String,
    }

    /// A successor that was never published.
    "ledger-no-successor" Error NoSuccessor {
        /// The ended code.
        poster: String,
        /// The same as a command wants it.
        typed: String,
        /// Its successor.
        successor: String,
    }

    /// Codes that name each other as successors.
    "ledger-circle" Error Circle {
        /// All of them, in their order.
        posters: Vec<String>,
        /// The first of them as a command wants it.
        typed: String,
    }

    /// The file cannot be written.
    "ledger-unwritable" Error Unwritable {
        /// Its path.
        path: String,
        /// The system's reason.
        reason: Reason,
    }
}

/// The column of a line that is not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LedgerLine {
    /// The code with its community.
    Code,
    /// The matter's file name.
    Matter,
    /// A date.
    Date,
    /// The title.
    Title,
    /// The community's id or name.
    Community,
    /// What stands behind `ended`.
    End,
}

impl From<LedgerLine> for Argument {
    fn from(what: LedgerLine) -> Self {
        let term = match what {
            LedgerLine::Code => "term-ledger-code",
            LedgerLine::Matter => "term-ledger-matter",
            LedgerLine::Date => "term-ledger-date",
            LedgerLine::Title => "term-ledger-title",
            LedgerLine::Community => "term-ledger-community",
            LedgerLine::End => "term-ledger-end",
        };
        let example = ("example", Term("term-ledger-example").into());
        Self::Phrase(Term(term), vec![example])
    }
}
