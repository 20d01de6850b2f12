//! What a way of a choice costs the resident beyond what is brought anyway, and whether another one costs less.
//!
//! The cost is, first, how many pieces stay at the office (copies, and originals handed in); then, how many more originals
//! are to be brought. The age that a paper may have is no number that could be weighed against pieces, so it stands
//! apart: a paper that would have to be fresher than it has to be anyway costs something unless every other way of the choice
//! is bound to be as fresh.

use alloc::vec::Vec;

use super::price::Cost;
use super::wanted::{Bundle, Leaf, Want, Way};
use crate::trip::Amounts;

/// The papers that needed rows want by name, with what is certain of them.
#[derive(Default)]
pub(super) struct Brought(Vec<Certain>);

struct Certain {
    paper: u32,
    shown: u32,
    fresh_days: Option<u32>,
    /// The matters that want it.
    matters: Vec<usize>,
}

impl Brought {
    pub(super) fn of(certain: &[Want]) -> Self {
        let mut brought = Brought::default();
        for want in certain.iter().filter(|want| want.by.needed) {
            let known = brought.entry(want.paper);
            let shown = want.forms.iter().map(|form| form.shown).min();
            known.shown = known.shown.max(shown.unwrap_or(0));
            // Where one form leaves the age open, none is certain; else the laxest is.
            let bound = |form: &Amounts| form.fresh_days.unwrap_or(u32::MAX);
            let bound = want.forms.iter().map(bound).max().unwrap_or(u32::MAX);
            let known_bound = known.fresh_days.unwrap_or(u32::MAX).min(bound);
            known.fresh_days = Some(known_bound).filter(|days| *days < u32::MAX);
            known.matters.push(want.by.matter);
        }
        brought
    }

    fn entry(&mut self, paper: u32) -> &mut Certain {
        let known = self.0.iter().position(|known| known.paper == paper);
        let at = known.unwrap_or_else(|| {
            self.0.push(Certain {
                paper,
                shown: 0,
                fresh_days: None,
                matters: Vec::new(),
            });
            self.0.len() - 1
        });
        &mut self.0[at]
    }

    fn get(&self, paper: u32) -> Option<&Certain> {
        self.0.iter().find(|known| known.paper == paper)
    }

    pub(super) fn has(&self, paper: u32) -> bool {
        self.get(paper).is_some()
    }

    pub(super) fn is_of(&self, paper: u32, matter: usize) -> bool {
        let known = self.get(paper);
        known.is_some_and(|known| known.matters.contains(&matter))
    }

    /// What the way costs at most, as far as the answers tell: what may not count cannot be relied on.
    pub(super) fn most(&self, way: &Way) -> Cost {
        let certain = way.bundles.iter().filter(|bundle| bundle.certain);
        let costs = certain.map(|bundle| self.of_bundle(bundle));
        costs.min().unwrap_or(Cost::NEVER)
    }

    /// What the bundle costs at most.
    pub(super) fn of_bundle(&self, bundle: &Bundle) -> Cost {
        self.sum(bundle, |leaf| &leaf.most)
    }

    /// What the way costs at least.
    pub(super) fn least(&self, way: &Way) -> Cost {
        let costs = way.bundles.iter();
        let costs = costs.map(|bundle| self.sum(bundle, |leaf| &leaf.least));
        costs.min().unwrap_or(Cost::NEVER)
    }

    fn sum(&self, bundle: &Bundle, form: fn(&Leaf) -> &Amounts) -> Cost {
        let costs = bundle
            .papers
            .iter()
            .map(|leaf| Cost::beside(form(leaf), self.shown(leaf)));
        costs.fold(Cost::default(), Cost::and)
    }

    fn shown(&self, leaf: &Leaf) -> u32 {
        self.get(leaf.paper).map_or(0, |known| known.shown)
    }

    /// The bound on a paper's age that only this bundle would bring, the tightest.
    fn new_bound(&self, bundle: &Bundle) -> Option<u32> {
        let new = |leaf: &Leaf| {
            let known = self.get(leaf.paper).and_then(|known| known.fresh_days);
            let bound = leaf.most.fresh_days?;
            known.is_none_or(|known| bound < known).then_some(bound)
        };
        bundle.papers.iter().filter_map(new).min()
    }

    /// How each way of a choice stands among the others, in their order. Where numbers are still open, another one that may
    /// come to cost less counts as cheaper.
    pub(super) fn ranks(&self, from: &[Way], pick: usize) -> Vec<Rank> {
        let mut ranks = Vec::with_capacity(from.len());
        for (at, way) in from.iter().enumerate() {
            let own = self.most(way);
            let others = from.iter().enumerate().filter(|(other, _)| *other != at);
            let others: Vec<Cost> = others.map(|(_, other)| self.least(other)).collect();
            let cheaper = others.iter().filter(|cost| **cost < own).count();
            let within = 1 + others.iter().filter(|cost| **cost <= own).count();
            let cheapest = if within <= pick {
                IN_ALL
            } else if cheaper < pick {
                IN_SOME
            } else {
                IN_NONE
            };
            let fresher = if self.is_fresher(at, from) {
                FRESHER
            } else {
                0
            };
            ranks.push(cheapest | fresher);
        }
        ranks
    }

    /// Whether a paper of the way would have to be fresher than anyway, while another way need not be as fresh.
    fn is_fresher(&self, at: usize, from: &[Way]) -> bool {
        let bounds = |way: &Way| -> Vec<Option<u32>> {
            let bundles = way.bundles.iter();
            bundles.map(|bundle| self.new_bound(bundle)).collect()
        };
        let Some(bound) = bounds(&from[at]).into_iter().flatten().min() else {
            return false;
        };
        let others = from.iter().enumerate().filter(|(other, _)| *other != at);
        let mut others = others.flat_map(|(_, way)| bounds(way));
        others.any(|other| other.is_none_or(|other| other > bound))
    }

    /// What a way saves that is to serve several choices; nothing when more may stay at the office with it than without.
    /// Its own number is one number: it is compared with what the others come to at least.
    pub(super) fn saved(&self, from: &[Way], pick: usize, at: usize) -> Option<Saved> {
        let others = from.iter().enumerate().filter(|(other, _)| *other != at);
        let others: Vec<Cost> = others.map(|(_, other)| self.least(other)).collect();
        // The one that is chosen in its stead: so many are as cheap.
        let as_cheap = |cost: &&Cost| others.iter().filter(|other| *other <= *cost).count();
        let instead = others.iter().filter(|cost| as_cheap(cost) >= pick).min();
        let instead = instead.copied().unwrap_or(Cost::NEVER);
        let most = self.most(&from[at]);
        (most.stays <= instead.stays).then(|| Saved {
            originals: self.least(&from[at]).min(instead).originals,
            beyond: most.originals - most.min(instead).originals,
        })
    }
}

/// What a way saves in its choice when its paper is brought for several.
#[derive(Clone, Copy)]
pub(super) struct Saved {
    /// At least so many originals.
    pub(super) originals: u32,
    /// At most so many originals more than that are to be brought of it.
    pub(super) beyond: u32,
}

/// How a way stands among those of a choice: in how many of the cheapest ways to satisfy it this one is, and whether
/// a paper of it would have to be fresher than with another one.
pub(super) type Rank = u8;

const IN_ALL: Rank = 0;
const IN_SOME: Rank = 2;
const IN_NONE: Rank = 4;
pub(super) const FRESHER: Rank = 1;

/// Whether choosing a way of this rank costs nothing extra.
pub(super) fn is_free(rank: Rank) -> bool {
    rank & (IN_NONE | FRESHER) == 0
}
