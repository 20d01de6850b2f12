//! What comes out of merging: papers that are needed, papers to choose from, and how many of each.

use alloc::vec::Vec;

use crate::trip::Need;

/// Numbers of pieces of one paper.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Originals that are shown and given back: one serves every matter, so the largest number that a line wants.
    pub shown: u32,
    /// Originals that stay at the office: the sum.
    pub handed_in: u32,
    /// Copies, which stay too: the sum.
    pub copies: u32,
}

impl Count {
    /// All originals.
    pub fn originals(self) -> u32 {
        self.shown.saturating_add(self.handed_in)
    }

    fn add(&mut self, need: &Need) {
        if need.hand_in {
            self.handed_in = self.handed_in.saturating_add(need.originals);
        } else {
            self.shown = self.shown.max(need.originals);
        }
        self.copies = self.copies.saturating_add(need.copies);
    }
}

/// How much of one paper some lines want.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Total {
    /// The number of the paper.
    pub paper: u32,
    /// What the needed lines want.
    pub sure: Count,
    /// What it becomes when every line that is still open turns out to be needed.
    pub most: Count,
    /// The smallest of the lines' bounds on its age in days, open lines included: a paper fresh enough for all will do.
    pub fresh_days: Option<u32>,
}

impl Total {
    pub(super) fn new(paper: u32) -> Self {
        Total {
            paper,
            sure: Count::default(),
            most: Count::default(),
            fresh_days: None,
        }
    }

    pub(super) fn add(&mut self, need: &Need, needed: bool) {
        self.most.add(need);
        if needed {
            self.sure.add(need);
        }
        let bounds = [self.fresh_days, need.fresh_days.filter(|days| *days > 0)];
        self.fresh_days = bounds.into_iter().flatten().min();
    }
}

/// A line that wants something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Use {
    /// Index of the matter.
    pub matter: usize,
    /// Index of the line in that matter.
    pub line: usize,
    /// Whether the line is needed; else it depends.
    pub needed: bool,
}

/// A paper to bring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// How much of it.
    pub total: Total,
    /// Whether a needed line wants it; else all of them depend.
    pub needed: bool,
    /// The lines that want this very paper.
    pub uses: Vec<Use>,
    /// The lines that want one of several papers and have it in this one, which is needed anyway.
    pub serves: Vec<Use>,
}

/// Papers to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// How many of them are wanted, beside those that are needed anyway.
    pub pick: u32,
    /// The papers, by number; how much is wanted of each if it is chosen.
    pub from: Vec<Total>,
    /// Whether a needed line wants it; else all of them depend.
    pub needed: bool,
    /// The lines that want it.
    pub uses: Vec<Use>,
    /// The paper to choose because it serves another choice too.
    pub suggested: Option<u32>,
}

/// A row of the merged list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Merged {
    /// A paper to bring.
    Paper(Paper),
    /// Papers to choose from.
    Choice(Choice),
}
