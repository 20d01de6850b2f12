//! What can be wrong with the parts of a site that are to be put together.

use super::{Argument, Term, declare};

declare! {
    /// A fault of parts.
    PartFault

    /// What was named is no part.
    "part-foreign" Error Foreign {
        /// As named.
        path: String,
        /// It is a whole site.
        whole: bool,
    }

    /// A part of a site in another number of parts.
    "part-of" Error Of {
        /// As named.
        path: String,
        /// Of how many it is one.
        of: usize,
        /// Another part.
        other: String,
        /// Of how many that one is.
        wanted: usize,
    }

    /// Made by another version.
    "part-version" Error Version {
        /// As named.
        path: String,
        /// The version.
        version: String,
        /// The version of this command.
        wanted: String,
        /// What to type to make it again.
        typed: String,
    }

    /// Made from something else.
    "part-differs" Error Differs {
        /// As named.
        path: String,
        /// Another part.
        other: String,
        /// In what they differ.
        what: Vec<PartInput>,
        /// What to type to make it again.
        typed: String,
    }

    /// Two of one number.
    "part-twice" Error Twice {
        /// As named.
        path: String,
        /// The one before.
        other: String,
        /// The number of both.
        number: usize,
    }

    /// None of a number.
    "part-missing" Error Missing {
        /// The number.
        number: usize,
        /// What to type to make it.
        typed: String,
    }

    /// Files of one path in two parts.
    "part-path-twice" Error PathTwice {
        /// As named.
        path: String,
        /// The one before.
        other: String,
        /// How many files.
        count: usize,
        /// One of them.
        example: String,
    }

    /// Files are not as the part's manifest says.
    "part-damaged" Error Damaged {
        /// As named.
        path: String,
        /// How many files.
        count: usize,
        /// One of them.
        example: String,
        /// What to type to make it again.
        typed: String,
    }

    /// All parts are there, and still something is missing.
    "part-incomplete" Error Incomplete {
        /// A page that the sitemap names; none: a community.
        file: Option<String>,
        /// How many pages or communities are missing.
        count: usize,
    }

    /// The ledger is no longer the one that the parts were made from.
    "part-ledger-changed" Error LedgerChanged {
        /// Its path.
        path: String,
    }
}

/// What a site is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartInput {
    /// The content.
    Content,
    /// The theme.
    Theme,
    /// The command itself, in a version of the same name.
    Press,
    /// The day.
    Day,
    /// The site's address.
    Address,
    /// Whether sheets are printed.
    Printed,
    /// Whether drafts are shown.
    Drafts,
    /// The ledger that is to be recorded.
    Ledger,
}

impl From<PartInput> for Argument {
    fn from(what: PartInput) -> Self {
        Self::Term(Term(match what {
            PartInput::Content => "term-part-content",
            PartInput::Theme => "term-part-theme",
            PartInput::Press => "term-part-press",
            PartInput::Day => "term-part-day",
            PartInput::Address => "term-part-address",
            PartInput::Printed => "term-part-printed",
            PartInput::Drafts => "term-part-drafts",
            PartInput::Ledger => "term-part-ledger",
        }))
    }
}
