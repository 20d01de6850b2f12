//! What one community does differently in a matter. The rules are always the region's: a code that was printed with answers,
//! and what the build proved of them, hold everywhere.

use super::{Markdown, Matter};

/// What differs in a community's version of a matter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Override {
    /// The overlay's file.
    pub file: String,
    /// The parts that differ, in the order of a guide.
    pub parts: Vec<Part>,
    /// How many of the notes, the last ones, are the community's.
    pub notes: usize,
    /// The community's own text.
    pub body: Markdown,
}

/// A part of a guide that a community may do differently.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are those of the matter's fields")]
pub enum Part {
    Summary,
    Aliases,
    AcceptedBy,
    Promised,
    Channels,
    Online,
    Fee,
    Visits,
    Accepted,
    Appointment,
    Venue,
    /// A paper, by its id.
    Paper(String),
    /// A step, by its index.
    Step(usize),
    Steps,
    Result,
    Notes,
    Pitfalls,
    Related,
    Verified,
    Body,
}

impl<T> Matter<T> {
    /// Whether a part of the matter is the community's own.
    pub fn is_own(&self, part: &Part) -> bool {
        self.own
            .as_ref()
            .is_some_and(|own| own.parts.contains(part))
    }

    /// Whether the note at `index` is the community's: its own are the last ones.
    pub fn is_own_note(&self, index: usize) -> bool {
        let own = self.own.as_ref().map_or(0, |own| own.notes);
        index + own >= self.notes.len()
    }
}
