//! Pieces of one paper, and how they add up over several rows.

use std::collections::BTreeSet;

use super::Ask;

/// Pieces of one paper, and how many days old it may be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pieces {
    /// Originals that are shown and given back.
    pub shown: u32,
    /// Originals that stay.
    pub handed_in: u32,
    /// Copies.
    pub copies: u32,
    pub(super) fresh_days: Option<u32>,
}

impl Pieces {
    /// What is wanted where so many are counted.
    pub(super) fn of(ask: &Ask, counted: u32) -> Self {
        let originals = ask.originals + ask.each[0] * counted;
        Self {
            shown: if ask.hand_in { 0 } else { originals },
            handed_in: if ask.hand_in { originals } else { 0 },
            copies: ask.copies + ask.each[1] * counted,
            fresh_days: ask.freshness().and_then(|fresh| fresh.days),
        }
    }

    pub(super) fn and(self, other: Self) -> Self {
        let bounds = [self.fresh_days, other.fresh_days];
        Self {
            shown: self.shown.max(other.shown),
            handed_in: self.handed_in + other.handed_in,
            copies: self.copies + other.copies,
            fresh_days: bounds.into_iter().flatten().min(),
        }
    }

    /// What it costs where so many originals are shown anyway: what stays, then originals to bring.
    pub(super) fn cost(self, shown: u32) -> (u32, u32) {
        let originals = self.shown.saturating_sub(shown) + self.handed_in;
        (self.copies + self.handed_in, originals)
    }
}

/// The least and the most of a paper that may be wanted: originals, those of them that stay, copies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Total {
    /// The least of each number.
    pub least: [u32; 3],
    /// The most of each number.
    pub most: [u32; 3],
    /// The tightest bound on its age that may come.
    pub fresh_days: Option<u32>,
    /// What becomes of the originals, where it is the same in every case.
    pub keep: Option<Keep>,
}

/// What becomes of the originals of a paper in every case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// All of them come back.
    Back,
    /// None of them comes back.
    Stay,
    /// So many stay, and others come back.
    Some(u32),
}

/// Everything that one row may want of a paper; nothing where it is not on the list.
pub(super) type May = BTreeSet<Option<Pieces>>;

pub(super) fn total<'m>(rows: impl IntoIterator<Item = &'m May>) -> Total {
    let mut sums = BTreeSet::from([Pieces::default()]);
    for may in rows {
        let with = |sum: &Pieces| {
            let sum = *sum;
            may.iter()
                .map(move |wanted| sum.and(wanted.unwrap_or_default()))
        };
        sums = sums.iter().flat_map(with).collect();
    }
    let numbers = sums
        .iter()
        .map(|sum| [sum.shown + sum.handed_in, sum.handed_in, sum.copies]);
    let best = |of: fn(u32, u32) -> u32| {
        let join = |one: [u32; 3], other: [u32; 3]| [0, 1, 2].map(|at| of(one[at], other[at]));
        numbers.clone().reduce(join).unwrap_or_default()
    };
    let stay: BTreeSet<u32> = sums.iter().map(|sum| sum.handed_in).collect();
    let keep = if sums.iter().all(|sum| sum.handed_in == 0) {
        Some(Keep::Back)
    } else if sums.iter().all(|sum| sum.shown == 0) {
        Some(Keep::Stay)
    } else if stay.len() == 1 {
        stay.first().copied().map(Keep::Some)
    } else {
        None
    };
    Total {
        least: best(u32::min),
        most: best(u32::max),
        fresh_days: sums.iter().filter_map(|sum| sum.fresh_days).min(),
        keep,
    }
}
