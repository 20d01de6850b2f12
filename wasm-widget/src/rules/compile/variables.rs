//! How fine each question must be looked at: the options of multi questions and the numbers that some condition names.

use alloc::collections::BTreeSet;
use alloc::vec;
use alloc::vec::Vec;

use crate::rules::{Condition, Kind, Question, QuestionKind, RuleSource, small};

/// What conditions name of one question.
#[derive(Clone, Default)]
struct Named {
    options: BTreeSet<u32>,
    cuts: BTreeSet<i64>,
}

/// The questions as the rule book has them.
pub(super) fn questions(source: &RuleSource) -> Vec<Question> {
    let mut named = vec![Named::default(); source.questions.len()];
    let facts = source.facts.iter().zip(source.used_facts());
    let used = facts.filter_map(|(fact, used)| used.then_some(fact));
    source
        .stops
        .iter()
        .chain(&source.items)
        .chain(used)
        .for_each(|condition| collect(condition, &mut named));
    let kinds = source.questions.iter().zip(named);
    kinds
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
            };
            Question {
                key: question.key,
                kind,
            }
        })
        .collect()
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
    }
}
