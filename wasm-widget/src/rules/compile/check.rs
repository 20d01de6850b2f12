//! Is the source sound? After this, conditions name only what exists.

use alloc::collections::BTreeSet;

use super::{CompileError, Part};
use crate::rules::{Condition, QuestionKind, QuestionSource, RuleSource, limits};

/// Checks questions, then the conditions of stops and items.
pub(super) fn check(source: &RuleSource) -> Result<(), CompileError> {
    let too_many = source.questions.len() > limits::QUESTIONS
        || source.stops.len() > limits::STOPS
        || source.items.len() > limits::ITEMS
        || source
            .questions
            .iter()
            .any(|question| question.option_keys.len() > limits::OPTIONS);
    if too_many {
        return Err(CompileError::TooMany);
    }
    let mut keys = BTreeSet::new();
    for (index, question) in source.questions.iter().enumerate() {
        check_question(index, question)?;
        if !keys.insert(question.key) {
            return Err(CompileError::SameKey { question: index });
        }
    }
    for (index, stop) in source.stops.iter().enumerate() {
        check_condition(stop, &source.questions, Part::Stop(index), 0)?;
    }
    for (index, item) in source.items.iter().enumerate() {
        check_condition(item, &source.questions, Part::Item(index), 0)?;
    }
    Ok(())
}

fn check_question(index: usize, question: &QuestionSource) -> Result<(), CompileError> {
    let keys = question.option_keys.len();
    let sound = match question.kind {
        QuestionKind::Choice { options } => options > 0 && options == keys,
        QuestionKind::Multi { options } => options == keys,
        QuestionKind::Number { min, max } => min <= max && keys == 0,
    };
    if !sound {
        return Err(CompileError::BadQuestion { question: index });
    }
    let different: BTreeSet<_> = question.option_keys.iter().collect();
    if different.len() < keys {
        Err(CompileError::SameKey { question: index })
    } else {
        Ok(())
    }
}

fn check_condition(
    condition: &Condition,
    questions: &[QuestionSource],
    part: Part,
    depth: usize,
) -> Result<(), CompileError> {
    if depth > limits::DEPTH {
        return Err(CompileError::TooComplex { part });
    }
    let nested = |inner| check_condition(inner, questions, part, depth + 1);
    let kind = |question: usize| questions.get(question).map(|question| question.kind);
    let sound_at = |sound: bool, question| {
        if sound {
            Ok(())
        } else {
            Err(CompileError::BadCondition { part, question })
        }
    };
    match condition {
        Condition::Always | Condition::Never => Ok(()),
        Condition::All(list) | Condition::Any(list) => list.iter().try_for_each(nested),
        Condition::Not(inner) => nested(inner),
        Condition::Choice { question, any_of } => {
            let has = |options| any_of.iter().all(|option| *option < options);
            sound_at(
                matches!(kind(*question), Some(QuestionKind::Choice { options }) if has(options)),
                *question,
            )
        }
        Condition::Multi { question, any_of } => {
            let has = |options| any_of.iter().all(|option| *option < options);
            sound_at(
                matches!(kind(*question), Some(QuestionKind::Multi { options }) if has(options)),
                *question,
            )
        }
        Condition::Number { question, .. } => sound_at(
            matches!(kind(*question), Some(QuestionKind::Number { .. })),
            *question,
        ),
    }
}
