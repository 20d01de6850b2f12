//! Choices that are left to the resident.

use alloc::vec::Vec;

use super::Use;
use super::cost::{Brought, FRESHER, Rank};
use super::total::{Choice, Total};
use super::wanted::{Want, Way};
use crate::rules::small;

/// A choice that is left, of one row or of several that are alike.
pub(super) struct Open {
    pick: usize,
    pub(super) papers: Vec<u32>,
    ranks: Vec<Rank>,
    /// Every row that wants it, with its papers.
    rows: Vec<(Use, Vec<Way>)>,
    pub(super) suggested: Option<Total>,
}

/// All of them, sorted by papers, number and rank.
#[derive(Default)]
pub(super) struct Opens(pub(super) Vec<Open>);

impl Opens {
    /// Adds what is left of a row's choice. Rows are one choice when the same is left of them and the same papers are the
    /// cheap ones: else choosing once for both would hide a cheaper way for one of them.
    pub(super) fn add(&mut self, by: Use, pick: usize, from: Vec<Way>, brought: &Brought) {
        let papers: Vec<u32> = from.iter().map(|way| way.paper).collect();
        let ranks = brought.ranks(&from, pick);
        let order = |open: &Open| {
            let known = (&open.papers, open.pick, &open.ranks);
            known.cmp(&(&papers, pick, &ranks))
        };
        match self.0.binary_search_by(order) {
            Ok(at) => self.0[at].rows.push((by, from)),
            Err(at) => {
                let open = Open {
                    pick,
                    papers,
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
    /// Of a paper that is to serve several choices: how many originals of others it spares here, and how many are to be
    /// brought of it. Nothing when it cannot serve: it is not among the papers, stays at the office, would have to be fresher,
    /// or more would stay.
    pub(super) fn spared(&self, paper: u32, brought: &Brought) -> Option<(u32, u32)> {
        let at = self.papers.iter().position(|known| *known == paper)?;
        let (mut spared, mut shown) = (0_u32, 0_u32);
        for (_, from) in &self.rows {
            spared = spared.saturating_add(brought.spared(from, self.pick, at)?);
            shown = shown.max(brought.most(&from[at]).originals);
            if from[at].most.handed_in > 0 {
                return None;
            }
        }
        (self.ranks[at] & FRESHER == 0).then_some((spared, shown))
    }

    /// What the rows want of a paper when it is chosen.
    fn wants(&self, paper: u32, wants: &mut Vec<Want>) {
        for (by, from) in &self.rows {
            if let Some(way) = from.iter().find(|way| way.paper == paper) {
                wants.push(way.want(*by));
            }
        }
    }

    /// The row of the merged list.
    pub(super) fn into_choice(self) -> Choice {
        Choice {
            pick: small(self.pick),
            from: self
                .papers
                .iter()
                .map(|paper| total(*paper, &[&self]))
                .collect(),
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
        choice.wants(paper, &mut wants);
    }
    Total::of(paper, &wants.iter().collect::<Vec<_>>())
}
