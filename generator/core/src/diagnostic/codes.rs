//! What a command on the ledger refuses: nonsense that would be found out on a wall.

use super::shown::first;
use super::{Argument, Term, declare};

declare! {
    /// A command that cannot be meant so.
    Refusal

    /// There is no ledger yet.
    "codes-nothing-published" Error NothingPublished

    /// A code that was never published.
    "codes-unknown-code" Error UnknownCode {
        /// As typed.
        code: String,
        /// The nearest.
        suggestion: Option<String>,
    }

    /// A code that was never published in this community.
    "codes-not-there" Error NotThere {
        /// The code; none: nothing at all was published there.
        code: Option<String>,
        /// The community's id.
        community: String,
        /// Where it was.
        known: PublishedIn,
    }

    /// Retired before.
    "codes-already-ended" Error AlreadyEnded {
        /// The code.
        poster: String,
        /// The same as a command wants it.
        typed: String,
        /// When.
        on: String,
    }

    /// Restored, but in use.
    "codes-not-ended" Error NotEnded {
        /// The code.
        code: String,
    }

    /// Its own successor.
    "codes-successor-itself" Error SuccessorItself {
        /// The code.
        code: String,
    }

    /// A successor that itself ended.
    "codes-successor-ended" Error SuccessorEnded {
        /// The successor.
        successor: String,
        /// When.
        on: String,
    }

    /// A successor that this community does not offer.
    "codes-successor-unknown" Error SuccessorUnknown {
        /// The successor.
        successor: String,
        /// The community's name.
        community: String,
        /// The nearest that it offers.
        suggestion: Option<String>,
    }

    /// Nothing said.
    "codes-farewell-empty" Error FarewellEmpty

    /// An address that the posters do not have.
    "codes-not-the-address" Error NotTheAddress {
        /// As typed.
        typed: String,
        /// The posters' address.
        published: String,
    }

    /// site.yaml still has the old address.
    "codes-not-moved" Error NotMoved {
        /// The address.
        address: String,
    }

    /// A community that is still there.
    "codes-community-stays" Error CommunityStays {
        /// Its id.
        id: String,
    }

    /// A matter that was never published.
    "codes-unknown-name" Error UnknownName {
        /// As typed.
        name: String,
        /// The nearest.
        suggestion: Option<String>,
    }

    /// A renamed guide that is still there.
    "codes-name-stays" Error NameStays {
        /// The name.
        name: String,
    }

    /// A name that other codes were published for.
    "codes-name-taken" Error NameTaken {
        /// The name.
        name: String,
        /// Such a code.
        code: String,
    }

    /// Forgotten, but named as a successor.
    "codes-still-successor" Error StillSuccessor {
        /// The code.
        poster: String,
        /// The ended code that names it.
        ended: String,
        /// The same as a command wants it.
        typed: String,
    }
}

/// Communities in which something was published, by id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedIn(pub Vec<String>);

impl From<PublishedIn> for Argument {
    fn from(PublishedIn(ids): PublishedIn) -> Self {
        let (names, more) = first(ids, 12);
        let more = more.into();
        Self::Phrase(Term("term-known"), vec![("names", names), ("more", more)])
    }
}
