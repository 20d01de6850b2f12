//! Is the source sound? After this, conditions name only what exists.

use alloc::collections::BTreeSet;

use super::{CompileError, Part};
use crate::rules::{Condition, Counted, Implied, QuestionKind, QuestionSource, RuleSource, limits};

/// Checks questions, then the conditions of facts, stops and items.
pub(super) fn check(source: &RuleSource) -> Result<(), CompileError> {
    let too_many = source.questions.len() > limits::QUESTIONS
        || source.stops.len() > limits::STOPS
        || source.items.len() > limits::ITEMS
        || source.facts.len() > limits::FACTS
        || source.counted.len() > limits::COUNTED
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
    let check = |condition, part, facts| {
        let scope = Scope {
            questions: &source.questions,
            facts,
            part,
        };
        scope.check(condition, 0)
    };
    // A fact may use those before it, so that none can come back to itself.
    for (index, fact) in source.facts.iter().enumerate() {
        check(fact, Part::Fact(index), index)?;
    }
    for (index, stop) in source.stops.iter().enumerate() {
        check(stop, Part::Stop(index), source.facts.len())?;
    }
    for (index, item) in source.items.iter().enumerate() {
        check(item, Part::Item(index), source.facts.len())?;
    }
    check_counted(source)?;
    check_implied(source)
}

fn check_counted(source: &RuleSource) -> Result<(), CompileError> {
    let is_sound = |counted: &Counted| {
        let asked = source.questions.get(counted.question);
        asked.is_some_and(|asked| matches!(asked.kind, QuestionKind::Number { .. }))
            && counted.item.is_none_or(|item| item < source.items.len())
    };
    match source.counted.iter().find(|counted| !is_sound(counted)) {
        Some(counted) => Err(CompileError::BadCount {
            question: counted.question,
        }),
        None => Ok(()),
    }
}

/// One answer follows from an earlier one, so that none can follow from itself.
fn check_implied(source: &RuleSource) -> Result<(), CompileError> {
    let has = |question: usize, option: usize| {
        let asked = source.questions.get(question).map(|asked| asked.kind);
        matches!(asked, Some(QuestionKind::Choice { options }) if option < options)
    };
    let is_sound = |implied: &Implied| {
        implied.question < implied.then
            && has(implied.question, implied.option)
            && has(implied.then, implied.answer)
    };
    match source.implied.iter().find(|implied| !is_sound(implied)) {
        Some(implied) => Err(CompileError::BadImplied {
            question: implied.question,
        }),
        None => Ok(()),
    }
}

fn check_question(index: usize, question: &QuestionSource) -> Result<(), CompileError> {
    let keys = question.option_keys.len();
    let sound = match question.kind {
        QuestionKind::Choice { options } => options > 0 && options == keys,
        QuestionKind::Multi { options } => options == keys,
        QuestionKind::Number { min, max, scale } => {
            min <= max && scale <= limits::SCALE && keys == 0
        }
        QuestionKind::Date { min, max } => max.is_none_or(|max| min <= max) && keys == 0,
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

/// What one condition may speak of.
struct Scope<'a> {
    questions: &'a [QuestionSource],
    /// How many of the facts, from the first.
    facts: usize,
    part: Part,
}

impl Scope<'_> {
    fn check(&self, condition: &Condition, depth: usize) -> Result<(), CompileError> {
        let part = self.part;
        if depth > limits::DEPTH {
            return Err(CompileError::TooComplex { part });
        }
        let nested = |inner| self.check(inner, depth + 1);
        match condition {
            Condition::Always | Condition::Never | Condition::Visit { .. } => Ok(()),
            Condition::All(list) | Condition::Any(list) => list.iter().try_for_each(nested),
            Condition::Not(inner) => nested(inner),
            Condition::Fact(fact) if *fact < self.facts => Ok(()),
            Condition::Fact(fact) => Err(CompileError::BadFact { part, fact: *fact }),
            Condition::Choice { question, any_of } => self.sound_at(*question, |kind| {
                matches!(kind, QuestionKind::Choice { options } if any_of.iter().all(|o| *o < options))
            }),
            Condition::Multi {
                question, any_of, ..
            } => self.sound_at(*question, |kind| {
                matches!(kind, QuestionKind::Multi { options } if any_of.iter().all(|o| *o < options))
            }),
            Condition::Number { question, .. } => self.sound_at(*question, |kind| {
                matches!(kind, QuestionKind::Number { .. })
            }),
            Condition::Date { question, .. } => {
                self.sound_at(*question, |kind| matches!(kind, QuestionKind::Date { .. }))
            }
        }
    }

    fn sound_at(
        &self,
        question: usize,
        sound: impl Fn(QuestionKind) -> bool,
    ) -> Result<(), CompileError> {
        let part = self.part;
        match self.questions.get(question) {
            Some(asked) if sound(asked.kind) => Ok(()),
            _ => Err(CompileError::BadCondition { part, question }),
        }
    }
}
