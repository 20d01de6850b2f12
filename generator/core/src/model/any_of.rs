//! Choices (任选): what does for a line that leaves one.
//!
//! A way of a choice is a paper, papers that go together (一起), or a choice of its own; each may count in some situations
//! only (当). The papers themselves stand in the line's own list, and a choice names them by their places there.

use std::collections::BTreeSet;

use onetrip_widget::rules::Condition as Rule;

use super::{Condition, Text};
use crate::diagnostic::Place;

/// Any so many of several ways; all of them: papers that go together.
#[derive(Clone, Debug, PartialEq)]
pub struct AnyOf<T = Text> {
    /// How many, at least one.
    pub pick: u32,
    /// What it is called; empty: it has no name.
    pub name: T,
    /// What there is to choose from.
    pub ways: Vec<Way<T>>,
}

/// One way.
#[derive(Clone, Debug, PartialEq)]
pub struct Way<T = Text> {
    /// When it counts; `None`: wherever the line is on the list.
    pub when: Option<Condition>,
    /// What does.
    pub what: WayOf<T>,
    /// Where it stands, or its condition, if it has one.
    pub place: Place,
}

/// What a way wants.
#[derive(Clone, Debug, PartialEq)]
pub enum WayOf<T = Text> {
    /// The paper with this place in the line's list.
    Paper(usize),
    /// Several.
    AnyOf(AnyOf<T>),
}

/// Papers that do for a way together, by their places in the line's list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bundle<'a> {
    /// What has to hold for it to count.
    pub when: Vec<&'a Condition>,
    /// The papers.
    pub papers: Vec<usize>,
}

impl<T> AnyOf<T> {
    /// Whether all of its ways are wanted (一起).
    pub fn is_together(&self) -> bool {
        self.pick as usize == self.ways.len()
    }

    /// Whether every way is a single paper that always counts.
    pub fn is_plain(&self) -> bool {
        let plain = |way: &Way<T>| way.when.is_none() && matches!(way.what, WayOf::Paper(_));
        self.ways.iter().all(plain)
    }

    /// That enough ways can be gone, when a paper can be had under this condition.
    pub fn fulfilled(&self, paper: &impl Fn(usize) -> Rule) -> Rule {
        let ways = self.ways.iter().map(|way| way.fulfilled(paper));
        at_least(self.pick as usize, &ways.collect::<Vec<_>>())
    }

    /// Every set of papers that does. There are as many as ways to choose.
    fn bundles(&self) -> Vec<Bundle<'_>> {
        picked(self.pick as usize, &self.ways)
    }

    /// How many sets of papers do, without listing them.
    pub fn count(&self) -> u64 {
        // counts[k]: ways to choose k of what was looked at so far.
        let mut counts = vec![0_u64; self.pick as usize + 1];
        counts[0] = 1;
        for way in &self.ways {
            for k in (1..counts.len()).rev() {
                let more = counts[k - 1].saturating_mul(way.count());
                counts[k] = counts[k].saturating_add(more);
            }
        }
        counts.pop().unwrap_or_default()
    }
}

impl<T> AnyOf<T> {
    /// The conditions of its ways, and of the ways in them.
    pub(super) fn conditions<'a>(&'a self, found: &mut Vec<&'a Condition>) {
        for way in &self.ways {
            found.extend(&way.when);
            if let WayOf::AnyOf(choice) = &way.what {
                choice.conditions(found);
            }
        }
    }

    /// The same, to be changed.
    pub(super) fn conditions_mut<'a>(&'a mut self, found: &mut Vec<&'a mut Condition>) {
        for way in &mut self.ways {
            found.extend(&mut way.when);
            if let WayOf::AnyOf(choice) = &mut way.what {
                choice.conditions_mut(found);
            }
        }
    }
}

impl<T> Way<T> {
    /// The papers of the way, in their order.
    pub fn papers(&self) -> Vec<usize> {
        match &self.what {
            WayOf::Paper(paper) => vec![*paper],
            WayOf::AnyOf(choice) => choice.ways.iter().flat_map(Way::papers).collect(),
        }
    }

    /// Every set of papers that does for it.
    pub fn bundles(&self) -> Vec<Bundle<'_>> {
        let mut bundles = match &self.what {
            WayOf::Paper(paper) => vec![Bundle {
                papers: vec![*paper],
                ..Bundle::default()
            }],
            WayOf::AnyOf(choice) => choice.bundles(),
        };
        for bundle in &mut bundles {
            bundle.when.extend(&self.when);
        }
        bundles
    }

    /// How many sets of papers do for it.
    pub fn count(&self) -> u64 {
        match &self.what {
            WayOf::Paper(_) => 1,
            WayOf::AnyOf(choice) => choice.count(),
        }
    }

    /// That the way counts and can be gone, when a paper can be had under this condition.
    pub fn fulfilled(&self, paper: &impl Fn(usize) -> Rule) -> Rule {
        let can = match &self.what {
            WayOf::Paper(index) => paper(*index),
            WayOf::AnyOf(choice) => choice.fulfilled(paper),
        };
        both(rule(self.when.as_ref()), can)
    }

    /// That it counts in some situations only, or something in it does.
    pub fn is_conditional(&self) -> bool {
        let inside = match &self.what {
            WayOf::Paper(_) => false,
            WayOf::AnyOf(choice) => choice.ways.iter().any(Way::is_conditional),
        };
        self.when.is_some() || inside
    }
}

/// Any so many of these.
fn picked<T>(pick: usize, ways: &[Way<T>]) -> Vec<Bundle<'_>> {
    if pick == 0 {
        return vec![Bundle::default()];
    }
    let Some((first, rest)) = ways.split_first() else {
        return Vec::new();
    };
    let mut all = Vec::new();
    for one in first.bundles() {
        for other in picked(pick - 1, rest) {
            let mut both = one.clone();
            both.when.extend(other.when);
            both.papers.extend(other.papers);
            all.push(both);
        }
    }
    all.extend(picked(pick, rest));
    all
}

/// A condition, or that it holds always.
pub fn rule(when: Option<&Condition>) -> Rule {
    when.map_or(Rule::Always, Condition::to_rule)
}

/// Both hold.
pub fn both(one: Rule, other: Rule) -> Rule {
    match (one, other) {
        (Rule::Always, rule) | (rule, Rule::Always) => rule,
        (Rule::Never, _) | (_, Rule::Never) => Rule::Never,
        (one, other) => Rule::All(vec![one, other]),
    }
}

/// It does not hold.
pub fn not(rule: Rule) -> Rule {
    match rule {
        Rule::Always => Rule::Never,
        Rule::Never => Rule::Always,
        rule => Rule::Not(Box::new(rule)),
    }
}

/// At least so many of these hold.
fn at_least(number: usize, rules: &[Rule]) -> Rule {
    let always = rules.iter().filter(|rule| **rule == Rule::Always).count();
    let open: Vec<&Rule> = rules
        .iter()
        .filter(|rule| !matches!(rule, Rule::Always | Rule::Never))
        .collect();
    let Some(number) = number.checked_sub(always).filter(|number| *number > 0) else {
        return Rule::Always;
    };
    let sets = (0..open.len()).fold(vec![BTreeSet::new()], |sets: Vec<BTreeSet<usize>>, nth| {
        let with = sets.iter().filter(|set| set.len() < number).map(|set| {
            let mut set = set.clone();
            set.insert(nth);
            set
        });
        let with: Vec<BTreeSet<usize>> = with.collect();
        [sets, with].concat()
    });
    let full = sets.into_iter().filter(|set| set.len() == number);
    let all = full.map(|set| Rule::All(set.into_iter().map(|nth| open[nth].clone()).collect()));
    let any: Vec<Rule> = all.collect();
    if any.is_empty() {
        Rule::Never
    } else {
        Rule::Any(any)
    }
}
