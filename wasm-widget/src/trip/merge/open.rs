//! Choices that are left to the resident.

use alloc::vec::Vec;

use super::Use;
use super::cost::{Brought, Rank, is_free};
use super::total::{Choice, Total};
use super::wanted::{Want, Way};
use crate::rules::small;

/// A choice that is left, of one row or of several that are alike.
pub(super) struct Open<'a> {
    pick: usize,
    papers: Vec<u32>,
    ranks: Vec<Rank>,
    /// Every row that wants it, with its papers.
    rows: Vec<(Use, Vec<Way<'a>>)>,
    pub(super) suggested: Option<Total>,
}

/// All of them, sorted by papers, number and rank.
#[derive(Default)]
pub(super) struct Opens<'a>(pub(super) Vec<Open<'a>>);

impl<'a> Opens<'a> {
    /// Adds what is left of a row's choice. Rows are one choice when the same is left of them and the same papers are the
    /// cheap ones: else choosing once for both would hide a cheaper way for one of them.
    pub(super) fn add(&mut self, by: Use, pick: usize, from: Vec<Way<'a>>, brought: &Brought) {
        let papers: Vec<u32> = from.iter().map(|way| way.paper).collect();
        let ranks = brought.ranks(&from, pick);
        let order = |open: &Open<'_>| {
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

impl<'a> Open<'a> {
    /// The papers that cost nothing extra here and of which the same originals can serve elsewhere too.
    pub(super) fn free(&self) -> impl Iterator<Item = u32> {
        let ranked = self.papers.iter().zip(&self.ranks);
        ranked
            .filter(|(paper, rank)| is_free(**rank) && !self.is_handed_in(**paper))
            .map(|(paper, _)| *paper)
    }

    /// Whether originals of the paper stay at the office.
    fn is_handed_in(&self, paper: u32) -> bool {
        let mut ways = self.rows.iter().flat_map(|(_, from)| from);
        ways.any(|way| way.paper == paper && way.form.handed_in > 0)
    }

    /// Whether the paper is one of [`free`](Self::free).
    pub(super) fn is_free(&self, paper: u32) -> bool {
        self.free().any(|free| free == paper)
    }

    /// What the rows want of a paper when it is chosen.
    fn wants(&self, paper: u32, wants: &mut Vec<Want<'a>>) {
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
pub(super) fn total(paper: u32, choices: &[&Open<'_>]) -> Total {
    let mut wants = Vec::new();
    for choice in choices {
        choice.wants(paper, &mut wants);
    }
    Total::of(paper, &wants.iter().collect::<Vec<_>>())
}
