//! How fine each question must be looked at: the options of multi questions and the numbers that some condition names.

use alloc::collections::BTreeSet;
use alloc::vec;
use alloc::vec::Vec;

use crate::rules::{Condition, Cut, Kind, Question, QuestionKind, RuleSource, small};

/// What conditions name of one question.
#[derive(Clone, Default)]
struct Named {
    options: BTreeSet<u32>,
    cuts: BTreeSet<i64>,
    dates: Vec<Cut>,
}

/// The questions as the rule book has them.
pub(super) fn questions(source: &RuleSource) -> Vec<Question> {
    // The last is the day of the visit.
    let mut named = vec![Named::default(); source.questions.len() + 1];
    let facts = source.facts.iter().zip(source.used_facts());
    let used = facts.filter_map(|(fact, used)| used.then_some(fact));
    source
        .stops
        .iter()
        .chain(&source.items)
        .chain(used)
        .for_each(|condition| collect(condition, &mut named));
    let visit = named.pop().unwrap_or_default().dates;
    let kinds = source.questions.iter().zip(named);
    let mut questions: Vec<Question> = kinds
        .map(|(question, named)| {
            let options = question.option_keys.clone();
            let kind = match question.kind {
                QuestionKind::Choice { .. } => Kind::Choice { options },
                QuestionKind::Multi { .. } => Kind::Multi {
                    options,
                    used: named.options.into_iter().collect(),
                },
                QuestionKind::Number { min, max, scale } => {
                    let inside = named
                        .cuts
                        .into_iter()
                        .filter(|cut| min < *cut && *cut <= max);
                    Kind::Number {
                        min,
                        max,
                        scale,
                        cuts: inside.collect(),
                    }
                }
                QuestionKind::Date { min, max } => {
                    let inside = |cut: &Cut| match *cut {
                        Cut::From(day) => min < day && max.is_none_or(|max| day <= max),
                        Cut::Since { .. } => true,
                        // Where no date is later than the visit, none is of a coming year.
                        Cut::Years(years) => years > 0 || max.is_some(),
                    };
                    let dates = named.dates.into_iter().filter(inside);
                    let chains = chains(dates.collect());
                    Kind::Date {
                        min,
                        max,
                        chains: chains.iter().map(|chain| small(chain.len())).collect(),
                        cuts: chains.concat(),
                    }
                }
            };
            Question {
                key: question.key,
                kind,
            }
        })
        .collect();
    if !visit.is_empty() {
        // Days of the calendar are one chain.
        let cuts = chains(visit).concat();
        questions.push(Question {
            key: 0,
            kind: Kind::Visit { cuts },
        });
    }
    questions
}

/// How many values these cuts give a date, see [`Kind::Date`]; there may be [`limits::DAYS`](crate::rules::limits::DAYS).
pub fn date_values(cuts: &[Cut]) -> usize {
    let chains = chains(cuts.to_vec());
    chains.iter().map(|chain| chain.len() + 1).product()
}

/// The cuts in chains, each in the order in which a date passes them on every day.
fn chains(cuts: Vec<Cut>) -> Vec<Vec<Cut>> {
    let mut chains: Vec<Vec<Cut>> = Vec::new();
    for cut in cuts {
        if chains.iter().any(|chain| chain.contains(&cut)) {
            continue;
        }
        let place = |chain: &Vec<Cut>| -> Option<usize> {
            let before: Option<Vec<bool>> =
                chain.iter().map(|known| known.comes_before(cut)).collect();
            Some(before?.iter().filter(|before| **before).count())
        };
        match chains.iter().position(|chain| place(chain).is_some()) {
            Some(at) => {
                let place = place(&chains[at]).unwrap_or_default();
                chains[at].insert(place, cut);
            }
            None => chains.push(vec![cut]),
        }
    }
    chains
}

fn collect(condition: &Condition, named: &mut [Named]) {
    match condition {
        Condition::Always | Condition::Never | Condition::Fact(_) | Condition::Choice { .. } => {}
        Condition::All(list) | Condition::Any(list) => {
            for inner in list {
                collect(inner, named);
            }
        }
        Condition::Not(inner) => collect(inner, named),
        Condition::Multi {
            question, any_of, ..
        } => {
            named[*question]
                .options
                .extend(any_of.iter().map(|option| small(*option)));
        }
        Condition::Number { question, range } => {
            let behind = range.max.and_then(|max| max.checked_add(1));
            named[*question]
                .cuts
                .extend(range.min.into_iter().chain(behind));
        }
        Condition::Date { question, from, to } => {
            named[*question].dates.extend(from.iter().chain(to));
        }
        Condition::Visit { from, to } => {
            let days = from.iter().chain(to).map(|day| Cut::From(*day));
            if let Some(visit) = named.last_mut() {
                visit.dates.extend(days);
            }
        }
    }
}
