//! How fine each question must be looked at: the options of multi questions and the numbers that some condition names.

use alloc::collections::BTreeSet;
use alloc::vec;
use alloc::vec::Vec;

use super::CompileError;
use crate::rules::{Condition, Cut, Kind, Question, QuestionKind, RuleSource, small};

/// What conditions name of one question.
#[derive(Clone, Default)]
struct Named {
    options: BTreeSet<u32>,
    cuts: BTreeSet<i64>,
    dates: Vec<Cut>,
}

/// The questions as the rule book has them.
///
/// # Errors
/// When the cuts of a date have no order that holds on every day.
pub(super) fn questions(source: &RuleSource) -> Result<Vec<Question>, CompileError> {
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
    let visit = ordered(named.pop().unwrap_or_default().dates).unwrap_or_default();
    let kinds = source.questions.iter().zip(named).enumerate();
    let mut questions = kinds
        .map(|(index, (question, named))| {
            let options = question.option_keys.clone();
            let kind = match question.kind {
                QuestionKind::Choice { .. } => Kind::Choice { options },
                QuestionKind::Multi { .. } => Kind::Multi {
                    options,
                    used: named.options.into_iter().collect(),
                },
                QuestionKind::Number { min, max } => {
                    let inside = named
                        .cuts
                        .into_iter()
                        .filter(|cut| min < *cut && *cut <= max);
                    Kind::Number {
                        min,
                        max,
                        cuts: inside.collect(),
                    }
                }
                QuestionKind::Date { min, max } => {
                    let inside = |cut: &Cut| match *cut {
                        Cut::From(day) => min < day && max.is_none_or(|max| day <= max),
                        Cut::Since { .. } => true,
                    };
                    let mut cuts =
                        ordered(named.dates).ok_or(CompileError::MixedDates { question: index })?;
                    cuts.retain(inside);
                    Kind::Date { min, max, cuts }
                }
            };
            Ok(Question {
                key: question.key,
                kind,
            })
        })
        .collect::<Result<Vec<Question>, CompileError>>()?;
    if !visit.is_empty() {
        questions.push(Question {
            key: 0,
            kind: Kind::Visit { cuts: visit },
        });
    }
    Ok(questions)
}

/// The cuts in the order in which a date passes them; nothing when it is not the same on every day.
fn ordered(cuts: Vec<Cut>) -> Option<Vec<Cut>> {
    let mut ordered: Vec<Cut> = Vec::new();
    for cut in cuts {
        if ordered.contains(&cut) {
            continue;
        }
        let before: Option<Vec<bool>> = ordered
            .iter()
            .map(|known| known.comes_before(cut))
            .collect();
        let place = before?.iter().filter(|before| **before).count();
        ordered.insert(place, cut);
    }
    Some(ordered)
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
