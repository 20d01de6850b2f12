//! Choices that are left to the resident.

use alloc::vec::Vec;

use super::Use;
use super::cost::{Brought, FRESHER, Rank, Saved};
use super::total::{Choice, ChoiceWay, Total};
use super::wanted::{Want, Way};
use crate::rules::small;

/// A choice that is left, of one row or of several that are alike.
pub(super) struct Open {
    /// The shapes of its ways.
    shape: Vec<u32>,
    pick: usize,
    /// Of its ways, then of the bundles of each.
    ranks: Vec<Rank>,
    /// Every row that wants it, with its ways.
    rows: Vec<(Use, Vec<Way>)>,
    pub(super) suggested: Option<Total>,
}

/// All of them, sorted by shape, number and rank.
#[derive(Default)]
pub(super) struct Opens(pub(super) Vec<Open>);

impl Opens {
    /// Adds what is left of a row's choice. Rows are one choice when the same is left of them and the same ways are the
    /// cheap ones, and of each way the same bundles: else choosing once for both would hide a cheaper way for one of them.
    pub(super) fn add(&mut self, by: Use, pick: usize, from: Vec<Way>, brought: &Brought) {
        let shape: Vec<u32> = from.iter().flat_map(Way::shape).collect();
        let mut ranks = brought.ranks(&from, pick);
        for way in &from {
            ranks.extend(brought.ranks(&way.each_bundle(), 1));
        }
        let order = |open: &Open| {
            let known = (&open.shape, open.pick, &open.ranks);
            known.cmp(&(&shape, pick, &ranks))
        };
        match self.0.binary_search_by(order) {
            Ok(at) => self.0[at].rows.push((by, from)),
            Err(at) => {
                let open = Open {
                    shape,
                    pick,
                    ranks,
                    rows: Vec::from([(by, from)]),
                    suggested: None,
                };
                self.0.insert(at, open);
            }
        }
    }
}

impl Open {
    /// The ways, as one of its rows has them.
    fn ways(&self) -> &[Way] {
        self.rows.first().map_or(&[], |(_, from)| from)
    }

    /// The papers that are a way by themselves.
    pub(super) fn singles(&self) -> impl Iterator<Item = u32> {
        self.ways()
            .iter()
            .filter_map(|way| Some(way.single()?.paper))
    }

    /// Which way is this paper alone.
    fn way_of(&self, paper: u32) -> Option<usize> {
        let is_it = |way: &Way| way.single().is_some_and(|leaf| leaf.paper == paper);
        self.ways().iter().position(is_it)
    }

    /// What a paper that is to serve several choices saves here, row by row. Nothing when it cannot serve: it is no way by
    /// itself, stays at the office, would have to be fresher, or more would stay.
    pub(super) fn saved(&self, paper: u32, brought: &Brought) -> Option<Vec<Saved>> {
        let at = self.way_of(paper)?;
        if self.ranks[at] & FRESHER != 0 {
            return None;
        }
        let row = |(_, from): &(Use, Vec<Way>)| {
            let stays = from[at].leaves().any(|leaf| leaf.most.handed_in > 0);
            let saved = brought.saved(from, self.pick, at);
            saved.filter(|_| !stays)
        };
        self.rows.iter().map(row).collect()
    }

    /// What the rows want of a paper when this way is chosen.
    fn wants(&self, at: usize, paper: u32, wants: &mut Vec<Want>) {
        for (by, from) in &self.rows {
            let mut leaves = from[at].leaves();
            let leaf = leaves.find(|leaf| leaf.paper == paper);
            wants.extend(leaf.map(|leaf| leaf.want(*by)));
        }
    }

    fn way(&self, at: usize, way: &Way) -> ChoiceWay {
        let mut papers: Vec<Total> = Vec::new();
        for leaf in way.leaves() {
            if papers.iter().all(|known| known.paper != leaf.paper) {
                let mut wants = Vec::new();
                self.wants(at, leaf.paper, &mut wants);
                papers.push(Total::of(leaf.paper, &wants.iter().collect::<Vec<_>>()));
            }
        }
        ChoiceWay {
            at: self.rows.iter().map(|(_, from)| from[at].at).collect(),
            papers,
        }
    }

    /// The row of the merged list.
    pub(super) fn into_choice(self) -> Choice {
        let ways = self.ways().iter().enumerate();
        Choice {
            pick: small(self.pick),
            from: ways.map(|(at, way)| self.way(at, way)).collect(),
            needed: self.rows.iter().any(|(by, _)| by.needed),
            uses: self.rows.iter().map(|(by, _)| *by).collect(),
            suggested: self.suggested,
        }
    }
}

/// What choices want together of a paper when it is chosen in all of them.
pub(super) fn total(paper: u32, choices: &[&Open]) -> Total {
    let mut wants = Vec::new();
    for choice in choices {
        if let Some(at) = choice.way_of(paper) {
            choice.wants(at, paper, &mut wants);
        }
    }
    Total::of(paper, &wants.iter().collect::<Vec<_>>())
}
