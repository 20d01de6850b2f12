//! What a paper of a choice costs the resident beyond what is brought anyway, and whether another one costs less.
//!
//! The cost is, first, how many pieces stay at the office (copies, and originals handed in); then, how many more originals
//! are to be brought. The age that a paper may have is no number that could be weighed against pieces, so it stands
//! apart: a paper that would have to be fresher than it has to be anyway costs something unless every other paper of the choice
//! is bound to be as fresh.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::cmp::Ordering;

use super::wanted::{Want, Way};
use crate::trip::Form;

/// What stays at the office, then the originals to bring.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cost {
    stays: u32,
    originals: u32,
}

impl Cost {
    /// The cost where nothing is brought anyway.
    pub(super) fn of(form: &Form) -> Self {
        Self::beside(form, 0)
    }

    /// The cost where so many originals are shown anyway.
    fn beside(form: &Form, shown: u32) -> Self {
        Cost {
            stays: form.copies.saturating_add(form.handed_in),
            originals: form
                .shown
                .saturating_sub(shown)
                .saturating_add(form.handed_in),
        }
    }
}

/// The papers that needed rows want by name, with what is certain of them.
pub(super) struct Brought(BTreeMap<u32, Certain>);

#[derive(Default)]
struct Certain {
    shown: u32,
    fresh_days: Option<u32>,
    /// The matters that want it, ascending.
    matters: Vec<usize>,
}

impl Brought {
    pub(super) fn of(certain: &[Want<'_>]) -> Self {
        let mut brought: BTreeMap<u32, Certain> = BTreeMap::new();
        for want in certain.iter().filter(|want| want.by.needed) {
            let known = brought.entry(want.paper).or_default();
            let shown = want.forms.iter().map(|form| form.shown).min();
            known.shown = known.shown.max(shown.unwrap_or(0));
            // Where one form leaves the age open, none is certain; else the laxest is.
            let bounds: Option<Vec<u32>> = want.forms.iter().map(|form| form.bound()).collect();
            let bound = bounds.and_then(|bounds| bounds.into_iter().max());
            known.fresh_days = known.fresh_days.into_iter().chain(bound).min();
            known.matters.push(want.by.matter);
        }
        Brought(brought)
    }

    pub(super) fn has(&self, paper: u32) -> bool {
        self.0.contains_key(&paper)
    }

    pub(super) fn is_of(&self, paper: u32, matter: usize) -> bool {
        let known = self.0.get(&paper);
        known.is_some_and(|known| known.matters.contains(&matter))
    }

    pub(super) fn cost(&self, way: &Way<'_>) -> Cost {
        let shown = self.0.get(&way.paper).map_or(0, |known| known.shown);
        Cost::beside(way.form, shown)
    }

    /// The bound on the paper's age that only this choice would bring.
    fn new_bound(&self, way: &Way<'_>) -> Option<u32> {
        let known = self.0.get(&way.paper).and_then(|known| known.fresh_days);
        let bound = way.form.bound()?;
        known.is_none_or(|known| bound < known).then_some(bound)
    }

    /// How each paper of a choice stands among the others, in their order.
    pub(super) fn ranks(&self, from: &[Way<'_>], pick: usize) -> Vec<Rank> {
        let mut costs: Vec<Cost> = from.iter().map(|way| self.cost(way)).collect();
        costs.sort_unstable();
        let last = costs.get(pick.saturating_sub(1)).copied();
        let within = costs.iter().filter(|cost| Some(**cost) <= last).count();
        let stands = |cost: Cost| match last.map_or(Ordering::Equal, |last| cost.cmp(&last)) {
            Ordering::Greater => Within::None,
            Ordering::Equal if within > pick => Within::Some,
            Ordering::Equal | Ordering::Less => Within::All,
        };
        let rank = |(at, way): (usize, &Way<'_>)| Rank {
            cheapest: stands(self.cost(way)),
            fresher: self.is_fresher(at, from),
        };
        from.iter().enumerate().map(rank).collect()
    }

    /// Whether the paper would have to be fresher than anyway, while another one need not be as fresh.
    fn is_fresher(&self, at: usize, from: &[Way<'_>]) -> bool {
        let Some(bound) = self.new_bound(&from[at]) else {
            return false;
        };
        let others = from.iter().enumerate().filter(|(other, _)| *other != at);
        let laxer = |way| self.new_bound(way).is_none_or(|other| other > bound);
        others.into_iter().any(|(_, way)| laxer(way))
    }
}

/// In how many of the cheapest ways to satisfy a choice a paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Within {
    All,
    Some,
    None,
}

/// How a paper stands among those of a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    cheapest: Within,
    /// It would have to be fresher than another one.
    fresher: bool,
}

impl Rank {
    /// Whether choosing it costs nothing extra.
    pub(super) fn is_free(self) -> bool {
        self.cheapest != Within::None && !self.fresher
    }
}
