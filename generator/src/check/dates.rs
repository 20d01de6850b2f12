//! Dates: conditions on one that can be told apart on every day, and worked examples that say the day.

use onetrip_widget::rules::{Answer, limits};

use crate::diagnostic::{DateFault, Finding, Place, Problem};
use crate::model::{AnswerKind, Dated, Matter, Scenario, When, date, day};

/// What keeps the rules from being compiled, where it is a date.
pub(super) fn fault(matter: &Matter) -> Option<Finding> {
    let asked = Dated::of(matter);
    for (index, question) in matter.questions.iter().enumerate() {
        let whens: Vec<When> = asked
            .dates
            .iter()
            .filter(|(of, _)| *of == index)
            .map(|(_, when)| *when)
            .collect();
        if let Some([one, other]) = unordered(&whens) {
            let fault = DateFault::Mixed {
                question: question.id.clone(),
                conditions: [one.to_string(), other.to_string()],
            };
            return Some(Finding::at(question.place.clone(), Problem::Date(fault)));
        }
        let cuts = whens.iter().map(|when| when.cuts());
        let cuts = count(cuts.flat_map(|(from, to)| from.into_iter().chain(to)));
        if cuts > limits::CUTS {
            let fault = DateFault::TooMany {
                question: Some(question.id.clone()),
                count: cuts,
                most: limits::CUTS,
            };
            return Some(Finding::at(question.place.clone(), Problem::Date(fault)));
        }
    }
    let visits = asked.visits.iter().map(|days| When::Days(*days).cuts());
    let cuts = count(visits.flat_map(|(from, to)| from.into_iter().chain(to)));
    (cuts > limits::CUTS).then(|| {
        let fault = DateFault::TooMany {
            question: None,
            count: cuts,
            most: limits::CUTS,
        };
        Finding::at(Place::file(&matter.file), Problem::Date(fault))
    })
}

/// How many different ones there are.
fn count<T: PartialEq>(all: impl Iterator<Item = T>) -> usize {
    let mut different: Vec<T> = Vec::new();
    for one in all {
        if !different.contains(&one) {
            different.push(one);
        }
    }
    different.len()
}

/// Two conditions of which nobody can say, before the day is known, which of them a date passes first.
fn unordered(whens: &[When]) -> Option<[When; 2]> {
    let cuts = |when: &When| {
        let (from, to) = when.cuts();
        from.into_iter().chain(to).collect::<Vec<_>>()
    };
    let apart = |one: &When, other: &When| {
        let others = cuts(other);
        let mut pairs = cuts(one)
            .into_iter()
            .flat_map(|cut| others.iter().map(move |other| (cut, *other)));
        pairs.any(|(one, other)| one.comes_before(other).is_none())
    };
    let mut pairs = whens
        .iter()
        .enumerate()
        .flat_map(|(at, one)| whens[..at].iter().map(move |before| [*before, *one]));
    pairs.find(|[one, other]| apart(one, other))
}

/// What is wrong with the days of a worked example.
pub(super) fn example(matter: &Matter, scenario: &Scenario) -> Vec<Finding> {
    let at = |fault| Finding::at(scenario.place.clone(), Problem::Date(fault));
    let asks = Dated::of(matter).asks_the_day();
    let bounded = |kind: &AnswerKind| matches!(kind, AnswerKind::Date { max: None, .. });
    match scenario.visit {
        None if asks => vec![at(DateFault::NoVisit {
            scenario: scenario.name.clone(),
            day: matter.verified_on,
        })],
        None => Vec::new(),
        Some(_) if !asks => vec![at(DateFault::IdleVisit {
            scenario: scenario.name.clone(),
        })],
        Some(visit) => {
            let answers = scenario.answers.iter();
            let late = answers.filter_map(|(question, answer)| match answer {
                Answer::Number(on)
                    if bounded(&matter.questions[*question].kind) && *on > day(visit) =>
                {
                    Some((*question, date(*on)?))
                }
                _ => None,
            });
            let fault = late.map(|(question, on)| DateFault::AfterVisit {
                question: matter.questions[question].id.clone(),
                day: on,
                visit,
            });
            fault.map(at).collect()
        }
    }
}
