//! The lines of a matter: which papers they ask for, and in what form.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::rules::RuleBook;
use crate::wire::{self, WireError};

/// The wire form that this version writes and reads.
const FORMAT: u8 = 1;
/// Lines of a matter.
const LINES: usize = 512;
/// Papers that all lines of a matter name together.
const NEEDS: usize = 2048;

/// All lines of a matter, in its order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lines(pub Vec<Line>);

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The item of the matter's rules that says whether the line is on the list; a line without one always is.
    pub item: Option<u32>,
    /// How many of the papers are wanted; 1 for a line with a single paper, `from.len()` for all.
    pub pick: u32,
    /// The papers to choose from.
    pub from: Vec<Need>,
}

/// A paper, and what a line wants of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Need {
    /// The number of the paper: one for every pair of material and holder, the same in all matters of a page.
    pub paper: u32,
    /// How many originals.
    pub originals: u32,
    /// How many copies; they always stay at the office.
    pub copies: u32,
    /// Whether the originals stay at the office too.
    pub hand_in: bool,
    /// How many days old it may be at most; nothing, or 0, when its age does not matter.
    pub fresh_days: Option<u32>,
}

impl Lines {
    /// Reads the wire form.
    ///
    /// # Errors
    /// When the bytes are not what [`to_bytes`](Self::to_bytes) of this version writes for sound lines: every line
    /// names at least one paper and picks at least one and no more than it names.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, WireError> {
        let (lines, _): (Self, u32) = wire::open(FORMAT, bytes)?;
        if lines.are_sound() {
            Ok(lines)
        } else {
            Err(WireError::Damaged)
        }
    }

    /// The wire form.
    pub fn to_bytes(&self) -> Vec<u8> {
        wire::seal(FORMAT, self)
    }

    /// Whether the rules have every item that the lines name.
    pub(super) fn fit(&self, book: &RuleBook) -> bool {
        self.0.iter().all(|line| {
            line.item
                .is_none_or(|item| (item as usize) < book.item_count())
        })
    }

    fn are_sound(&self) -> bool {
        let needs: usize = self.0.iter().map(|line| line.from.len()).sum();
        let picks = |line: &Line| line.pick >= 1 && line.pick as usize <= line.from.len();
        self.0.len() <= LINES && needs <= NEEDS && self.0.iter().all(picks)
    }
}
