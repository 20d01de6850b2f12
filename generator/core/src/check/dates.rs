//! Dates: no more conditions on one than can be told apart, and worked examples that say the day.

use onetrip_widget::rules::{Answer, Cut, date_values, limits};

use crate::diagnostic::{DateFault, Finding, Place, Problem};
use crate::model::{AnswerKind, Dated, Matter, Scenario, When, date, day};

/// What keeps the rules from being compiled, where it is a date.
pub(super) fn fault(matter: &Matter) -> Option<Finding> {
    let dated = Dated::of(matter);
    let questions = matter.questions.iter().enumerate();
    let mut faults = questions.filter_map(|(index, question)| {
        let whens = dated.dates.iter().filter(|(of, _)| *of == index);
        let fault = too_many(whens.map(|(_, when)| *when), Some(&question.id))?;
        Some(Finding::at(question.place.clone(), Problem::from(fault)))
    });
    faults.next().or_else(|| {
        let visits = dated.visits.iter().map(|days| When::Days(*days));
        let fault = too_many(visits, None)?;
        Some(Finding::at(Place::file(&matter.file), Problem::from(fault)))
    })
}

fn too_many(whens: impl Iterator<Item = When>, question: Option<&String>) -> Option<DateFault> {
    let cuts = whens.map(When::cuts);
    let cuts: Vec<Cut> = cuts
        .flat_map(|(from, to)| from.into_iter().chain(to))
        .collect();
    let count = date_values(&cuts);
    (count > limits::DAYS).then(|| DateFault::TooMany {
        question: question.cloned(),
        count,
        most: limits::DAYS,
    })
}

/// What is wrong with the days of a worked example.
pub(super) fn example(matter: &Matter, scenario: &Scenario) -> Vec<Finding> {
    let at = |fault| Finding::at(scenario.place.clone(), Problem::from(fault));
    let asks = Dated::of(matter).asks_the_day();
    let bounded = |kind: &AnswerKind| matches!(kind, AnswerKind::Date { max: None, .. });
    match scenario.visit {
        None if asks => vec![at(DateFault::NoVisit {
            scenario: scenario.name.clone(),
            day: matter.verified_on.value,
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
