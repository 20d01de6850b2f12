//! What worked examples say of fee, visits, time and place, held against the rules.

use std::collections::BTreeSet;

use onetrip_widget::rules::{Session, Status};

use super::Compiled;
use super::numbered::{self, Numbered};
use super::scenarios::holds_with;
use crate::diagnostic::{At, Finding, Problem, ScenarioFault};
use crate::model::{
    Case, HALL, Matter, NO_FEE, Region, Scenario, Text, TimeLimit, day, money, yuan,
};

pub(super) fn check(region: &Region, guides: &[Numbered<'_>]) -> Vec<Finding> {
    numbered::judge(region, guides, |case| {
        let examples = case.matter.scenarios.iter();
        let here = examples.filter(|example| holds_with(example, &case.set.numbers));
        here.flat_map(|scenario| {
            let compiled = &case.set.compiled;
            let mut session = Session::new(compiled.book.clone());
            session.visit(scenario.visit.map(day));
            for (question, answer) in &scenario.answers {
                session.set(*question, answer.clone());
            }
            // What stops has no fee and no place; whether it should is judged elsewhere.
            let outcome = session.stop().is_none().then_some(Outcome {
                matter: &case.matter,
                compiled,
                scenario,
                session,
            });
            outcome.map_or_else(Vec::new, |outcome| outcome.check())
        })
        .collect()
    })
}

struct Outcome<'a> {
    matter: &'a Matter,
    compiled: &'a Compiled,
    scenario: &'a Scenario,
    session: Session,
}

impl Outcome<'_> {
    fn check(&self) -> Vec<Finding> {
        let (matter, items) = (self.matter, &self.compiled.items);
        let visits = self.left(&matter.visits, &items.visits, |said| said.count.to_string());
        let days = |limit: &TimeLimit| limit.promised.days.to_string();
        let promised = self.left(&matter.limits, &items.limits, days);
        let mut venues = self.left(&matter.venues, &items.venues, |venue| {
            let name = venue.as_ref().map(|at| at.value.clone());
            name.unwrap_or_else(|| HALL[0].to_owned())
        });
        if matter.venues.is_empty() {
            venues.insert(HALL[0].to_owned());
        }
        let scenario = self.scenario;
        let number = |written: &At<u32>| At {
            value: written.value.to_string(),
            place: written.place.clone(),
        };
        let told = [
            ("收费", scenario.fee.clone(), self.fees()),
            ("到场", scenario.visits.as_ref().map(number), visits),
            ("时限", scenario.promised.as_ref().map(number), promised),
            ("在哪办", scenario.venue.clone(), venues),
        ];
        let faults = told
            .into_iter()
            .filter_map(|(key, written, is)| self.fault(key, written?, is));
        faults.collect()
    }

    fn fault(
        &self,
        key: &'static str,
        written: At<String>,
        is: BTreeSet<String>,
    ) -> Option<Finding> {
        let same = |one: &String| {
            *one == written.value
                || money(one).is_some_and(|fen| money(&written.value) == Some(fen))
        };
        if is.len() == 1 && is.iter().all(same) {
            return None;
        }
        let (scenario, is) = (self.scenario.name.clone(), is.into_iter().collect());
        let fault = ScenarioFault::outcome(scenario, key, written.value, is);
        Some(Finding::at(written.place, Problem::from(fault)))
    }

    fn may_hold(&self, item: Option<usize>) -> bool {
        item.is_none_or(|item| self.session.status(item) != Status::NotNeeded)
    }

    /// What the cases say that may hold.
    fn left<V>(
        &self,
        cases: &[Case<V>],
        items: &[Option<usize>],
        words: impl Fn(&V) -> String,
    ) -> BTreeSet<String> {
        let cases = cases.iter().zip(items);
        let left = cases.filter(|(_, item)| self.may_hold(**item));
        left.map(|(case, _)| words(&case.value)).collect()
    }

    /// What may have to be paid: a sum where all amounts are plain, else the amounts as they are written.
    fn fees(&self) -> BTreeSet<String> {
        let sets = self.matter.fee_sets(&self.compiled.items);
        let left = sets.iter().filter(|set| self.may_hold(set.item));
        let words = left.map(|set| {
            let amount = |index: &usize| self.matter.fees[*index].value.amount.as_ref();
            let amounts = set.fees.iter().filter_map(amount);
            let amounts: Vec<&str> = amounts.map(Text::source).collect();
            let sum: Option<u64> = amounts.iter().map(|amount| money(amount)).sum();
            match sum {
                Some(0) => NO_FEE[0].to_owned(),
                Some(fen) if amounts.len() == set.fees.len() => format!("{} 元", yuan(fen)),
                _ => {
                    let due = amounts.into_iter();
                    let due = due.filter(|amount| money(amount) != Some(0));
                    due.collect::<Vec<_>>().join("、")
                }
            }
        });
        words.collect()
    }
}
