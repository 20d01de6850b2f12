//! 意味着: worked examples keep to it, and show where it could be said.

use std::collections::BTreeMap;

use onetrip_widget::rules::{Answer, Session};

use super::{CompiledRules, RuleSet};
use crate::diagnostic::{Finding, ImpliedFault, Place, Problem};
use crate::model::{Matter, Question, Region, Scenario};

/// So many examples make a pair of answers worth a remark.
const EXAMPLES: usize = 5;

/// Worked examples that give another answer than the one that follows.
pub(super) fn check(matters: &[&Matter]) -> Vec<Finding> {
    let examples = matters
        .iter()
        .flat_map(|matter| matter.scenarios.iter().map(move |one| (*matter, one)));
    examples
        .flat_map(|(matter, scenario)| contradictions(matter, scenario))
        .collect()
}

fn contradictions(matter: &Matter, scenario: &Scenario) -> Vec<Finding> {
    let chosen = |wanted: usize| choice(scenario, wanted);
    let name = |question: usize, option: usize| name(&matter.questions[question], option);
    let fault = |one: onetrip_widget::rules::Implied| {
        let written = chosen(one.then).filter(|written| *written != one.answer)?;
        let fault = ImpliedFault::Contradicts {
            scenario: scenario.name.clone(),
            question: matter.questions[one.question].id.clone(),
            option: name(one.question, one.option),
            then: matter.questions[one.then].id.clone(),
            follows: name(one.then, one.answer),
            written: name(one.then, written),
        };
        let place = scenario.place.clone();
        (chosen(one.question) == Some(one.option)).then(|| Finding::at(place, Problem::from(fault)))
    };
    matter.implied().into_iter().filter_map(fault).collect()
}

fn choice(scenario: &Scenario, wanted: usize) -> Option<usize> {
    let mut answers = scenario.answers.iter();
    answers.find_map(|(question, answer)| match answer {
        Answer::Choice(option) if *question == wanted => Some(*option),
        _ => None,
    })
}

/// Pairs of answers that go together in every example of all guides that ask both, where the second would still be asked and
/// other examples give another answer to it.
pub(super) fn remarks(region: &Region, books: &CompiledRules) -> Vec<Finding> {
    let mut pairs: BTreeMap<[String; 2], Pair> = BTreeMap::new();
    for matter in &region.matters {
        // What is asked hardly ever depends on the numbers of a place.
        let Some(RuleSet { compiled, .. }) = books.sets(&matter.file).first() else {
            continue;
        };
        for scenario in &matter.scenarios {
            for (first, question) in matter.questions.iter().enumerate() {
                let Some(option) = choice(scenario, first) else {
                    continue;
                };
                let mut session = Session::new(compiled.book.clone());
                session.choose(first, option);
                let later = first + 1..matter.questions.len();
                for then in later.filter(|then| session.relevant(*then)) {
                    let asked = &matter.questions[then];
                    let names = [question.id.clone(), asked.id.clone()];
                    if let Some(answer) = choice(scenario, then) {
                        let pair = pairs.entry(names).or_default();
                        let of_it = pair.entry(name(question, option)).or_insert_with(|| Seen {
                            place: question.place.clone(),
                            answers: Vec::new(),
                        });
                        of_it.answers.push(name(asked, answer));
                    }
                }
            }
        }
    }
    pairs
        .iter()
        .flat_map(|(names, pair)| told(names, pair))
        .collect()
}

/// By the option of the first question.
type Pair = BTreeMap<String, Seen>;

/// The answers to the second question that examples give, and where the first one is asked.
struct Seen {
    place: Place,
    answers: Vec<String>,
}

fn told([question, then]: &[String; 2], pair: &Pair) -> Vec<Finding> {
    let could = |(option, seen): (&String, &Seen)| {
        let answer = seen.answers.first()?;
        let is_it = |other: &String| other == answer;
        let mut others = pair.iter().filter(|(other, _)| *other != option);
        let tells = others.any(|(_, other)| !other.answers.iter().all(is_it));
        if seen.answers.len() < EXAMPLES || !seen.answers.iter().all(is_it) || !tells {
            return None;
        }
        let fault = ImpliedFault::Could {
            question: question.clone(),
            option: option.clone(),
            then: then.clone(),
            answer: answer.clone(),
            examples: seen.answers.len(),
        };
        Some(Finding::at(seen.place.clone(), Problem::from(fault)))
    };
    pair.iter().filter_map(could).collect()
}

fn name(question: &Question, option: usize) -> String {
    question.options()[option].name.source().to_owned()
}
