//! Fees, visits, time limits and places by situation: which fees may be due together, and that in every situation that has a
//! list exactly one entry of the others holds.

use onetrip_widget::rules::{
    self, CompileError, Condition as Rule, Part, RuleSource, Session, Status,
};

use super::example::{Example, too_complex};
use super::numbered::{self, Numbered};
use crate::diagnostic::{CaseFault, Finding, Place, Problem};
use crate::model::{
    Case, Fee, FeeSet, HALL, Items, Keys, Matter, Region, Text, TimeLimit, VenueId, Visits, not,
    rule,
};

/// Fees with conditions in a guide; their sets are twice as many with each more.
const MOST_FEES: usize = 6;

/// The key of fees.
const FEES: &str = "收费";

/// The key of places.
const PLACES: &str = "在哪办";

/// Adds the items of the sets of fees that may be due together. Sets that no list can have are left out: the phone shall not
/// carry what it can never show. None where no answer changes what has to be paid.
pub(super) fn add(matter: &Matter, source: &mut RuleSource, items: &mut Items) -> Option<Finding> {
    let fees = matter.fees.iter().enumerate();
    let (open, always): (Vec<_>, Vec<_>) = fees.partition(|(_, fee)| fee.when.is_some());
    if open.is_empty() {
        return None;
    }
    if let Some((_, beyond)) = open.get(MOST_FEES) {
        let fault = CaseFault::TooManyFees {
            fees: open.len(),
            most: MOST_FEES,
        };
        return Some(found(&beyond.place, fault));
    }
    let always: Vec<usize> = always.into_iter().map(|(index, _)| index).collect();
    let sets: Vec<(Vec<usize>, Rule)> = (0..1usize << open.len())
        .map(|bits| {
            let is_in = |at: usize| bits >> at & 1 == 1;
            let chosen = open.iter().enumerate();
            let chosen = chosen
                .filter(|(at, _)| is_in(*at))
                .map(|(_, (index, _))| *index);
            let mut fees: Vec<usize> = always.iter().copied().chain(chosen).collect();
            fees.sort_unstable();
            let rules = open.iter().enumerate().map(|(at, (_, fee))| {
                let rule = rule(fee.when.as_ref());
                if is_in(at) { rule } else { not(rule) }
            });
            (fees, Rule::All(rules.collect()))
        })
        .collect();
    let only = RuleSource {
        items: sets.iter().map(|(_, rule)| rule.clone()).collect(),
        ..source.clone()
    };
    let book = match rules::compile(&only) {
        Ok(book) => book,
        Err(CompileError::TooComplex {
            part: Part::Item(_),
        }) => return Some(sets_too_complex(matter)),
        // Told where all of the rules are compiled.
        Err(_) => return None,
    };
    let session = Session::new(book);
    for (at, (fees, rule)) in sets.into_iter().enumerate() {
        let item = match session.status(at) {
            Status::NotNeeded => continue,
            Status::Needed => None,
            Status::Depends => {
                source.items.push(rule);
                Some(source.items.len() - 1)
            }
        };
        items.fee_sets.push(FeeSet { fees, item });
    }
    None
}

/// The finding for sets of fees that cannot be worked out.
pub(super) fn sets_too_complex(matter: &Matter) -> Finding {
    let conditions = matter.fees.iter().filter_map(|fee| fee.when.as_ref());
    too_complex(matter, FEES.to_owned(), conditions, &matter.fees[0].place)
}

/// Situations in which none of the entries holds, or two of them.
pub(super) fn check(region: &Region, guides: &[Numbered<'_>]) -> Vec<Finding> {
    numbered::judge(region, guides, |case| {
        let guide = Guide {
            matter: &case.matter,
            keys: &region.keys,
        };
        [
            guide.fees(),
            guide.exactly_one("到场", &guide.matter.visits),
            guide.exactly_one("时限", &guide.matter.limits),
            guide.exactly_one(PLACES, &guide.matter.venues),
        ]
        .concat()
    })
}

struct Guide<'a> {
    matter: &'a Matter,
    keys: &'a Keys,
}

impl Guide<'_> {
    /// Fees of one name are one fee: it cannot cost two amounts.
    fn fees(&self) -> Vec<Finding> {
        let fees = &self.matter.fees;
        let pairs =
            (1..fees.len()).flat_map(|second| (0..second).map(move |first| (first, second)));
        pairs
            .filter(|(first, second)| fees[*first].value.name == fees[*second].value.name)
            .filter_map(|(first, second)| {
                self.overlap(FEES, &fees[first], &fees[second], fee_words)
            })
            .collect()
    }

    fn exactly_one<V: Said>(&self, key: &'static str, cases: &[Case<V>]) -> Vec<Finding> {
        if let [only] = cases
            && only.when.is_none()
        {
            return Vec::new();
        }
        let mut always = cases.iter().filter(|case| case.when.is_none()).peekable();
        if always.peek().is_some() {
            let alone = |case: &Case<V>| found(&case.place, CaseFault::Unconditional { key });
            return always.map(alone).collect();
        }
        let mut findings = Vec::new();
        for second in 1..cases.len() {
            let earlier = cases[..second].iter();
            let overlap = earlier.map(|first| self.overlap(key, first, &cases[second], V::words));
            findings.extend(overlap.flatten().next());
        }
        findings.extend(self.gap(key, cases));
        findings
    }

    fn overlap<V>(
        &self,
        key: &'static str,
        first: &Case<V>,
        second: &Case<V>,
        words: impl Fn(&V) -> String,
    ) -> Option<Finding> {
        let both = [first, second].map(|case| rule(case.when.as_ref()));
        let answers = match self.example(both.to_vec()) {
            Example::None => return None,
            Example::Answers(answers) => answers,
            Example::TooComplex => {
                let conditions = [first, second]
                    .into_iter()
                    .filter_map(|case| case.when.as_ref());
                return Some(too_complex(
                    self.matter,
                    key.to_owned(),
                    conditions,
                    &second.place,
                ));
            }
        };
        let fault = CaseFault::Overlap {
            key,
            is_fee: key == FEES,
            first: words(&first.value),
            second: words(&second.value),
            answers,
        };
        Some(found(&second.place, fault))
    }

    fn gap<V>(&self, key: &'static str, cases: &[Case<V>]) -> Option<Finding> {
        let first = cases.first()?;
        let none = cases.iter().map(|case| not(rule(case.when.as_ref())));
        match self.example(none.collect()) {
            Example::None => None,
            Example::Answers(answers) => {
                let is_place = key == PLACES;
                let fault = CaseFault::Gap {
                    key,
                    is_place,
                    answers,
                };
                Some(found(&first.place, fault))
            }
            Example::TooComplex => {
                let conditions = cases.iter().filter_map(|case| case.when.as_ref());
                Some(too_complex(
                    self.matter,
                    key.to_owned(),
                    conditions,
                    &first.place,
                ))
            }
        }
    }

    /// Answers with which all of these hold and no stop does.
    fn example(&self, all: Vec<Rule>) -> Example {
        Example::of(self.matter, self.keys, Rule::All(all))
    }
}

/// What an entry says, for messages.
trait Said {
    fn words(&self) -> String;
}

impl Said for Visits {
    fn words(&self) -> String {
        format!("次数: {}", self.count)
    }
}

impl Said for TimeLimit {
    fn words(&self) -> String {
        format!("承诺: {}", self.promised.days)
    }
}

impl Said for VenueId {
    fn words(&self) -> String {
        let name = self.as_ref().map_or(HALL[0], |at| at.value.as_str());
        format!("地点: {name}")
    }
}

fn fee_words(fee: &Fee) -> String {
    let amount = fee.amount.as_ref().map_or("", Text::source);
    format!("{} {amount}", fee.name.source()).trim().to_owned()
}

fn found(place: &Place, fault: CaseFault) -> Finding {
    Finding::at(place.clone(), Problem::from(fault))
}
