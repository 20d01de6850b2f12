//! What a guide may say otherwise in some situations: fees, visits, time limits and places.
//!
//! Of visits, limits and places exactly one case holds in every situation, which `check/cases.rs` proves. Fees may be due
//! together: those of one name are one fee, of which at most one case holds, and where none holds nothing is charged.

use std::collections::BTreeSet;

use super::{Condition, Duration, FeeSet, Items, Matter, Text};
use crate::diagnostic::{At, Place};

/// What guides write where nothing is charged; first as it is told back.
pub const NO_FEE: [&str; 2] = ["不收费", "none"];

/// What a guide says of some situations.
#[derive(Clone, Debug)]
pub struct Case<V> {
    /// In which; `None`: in all.
    pub when: Option<Condition>,
    /// What it says.
    pub value: V,
    /// Where it stands, or its condition, if it has one.
    pub place: Place,
}

/// Something that costs money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fee<T = Text> {
    /// For what.
    pub name: T,
    /// How much, in words.
    pub amount: Option<T>,
    /// By which rule.
    pub basis: Option<T>,
}

/// How often one has to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visits<T = Text> {
    /// Times.
    pub count: u32,
    /// Why at all.
    pub reason: Option<T>,
    /// Who has to; empty: whoever applies.
    pub who: Vec<T>,
}

/// How long it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeLimit {
    /// The time that the law allows; none where no law says one.
    pub statutory: Option<Duration>,
    /// The time that the office promises.
    pub promised: Duration,
}

/// Where something is done: the place by its id; none: the hall.
pub type VenueId = Option<At<String>>;

impl<V> Case<V> {
    /// The same with something else said.
    pub fn with<U>(&self, value: U) -> Case<U> {
        Case {
            when: self.when.clone(),
            value,
            place: self.place.clone(),
        }
    }
}

/// Whether answers make a difference to what holds.
pub fn vary<V>(cases: &[Case<V>]) -> bool {
    cases.iter().any(|case| case.when.is_some())
}

impl<T> Matter<T> {
    /// The fees that may be due together: all of them where no answer makes a difference.
    pub fn fee_sets(&self, items: &Items) -> Vec<FeeSet> {
        if vary(&self.fees) {
            return items.fee_sets.clone();
        }
        vec![FeeSet {
            fees: (0..self.fees.len()).collect(),
            item: None,
        }]
    }

    /// The conditions of fees, visits, time limits and places, in the order of their items.
    pub fn case_conditions(&self) -> impl Iterator<Item = Option<&Condition>> {
        let fees = self.fees.iter().map(|case| case.when.as_ref());
        let visits = self.visits.iter().map(|case| case.when.as_ref());
        let limits = self.limits.iter().map(|case| case.when.as_ref());
        let venues = self.venues.iter().map(|case| case.when.as_ref());
        fees.chain(visits).chain(limits).chain(venues)
    }

    /// The longest promise, for whoever reckons without answers; of workdays a week has five.
    ///
    /// # Panics
    ///
    /// Never: no guide is read without a time limit.
    pub fn longest_promise(&self) -> Duration {
        let promises = self.limits.iter().map(|case| case.value.promised);
        let longest = promises.max_by_key(|promise| promise.calendar_days());
        longest.expect("a guide has a time limit")
    }

    /// Every place where it may be done, by its id; none: the hall.
    pub fn possible_venues(&self) -> BTreeSet<Option<&str>> {
        if self.venues.is_empty() {
            return BTreeSet::from([None]);
        }
        let venues = self.venues.iter().map(|case| &case.value);
        venues
            .map(|venue| venue.as_ref().map(|at| at.value.as_str()))
            .collect()
    }
}
