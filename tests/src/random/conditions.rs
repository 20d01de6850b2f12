//! Random conditions.

use super::{Kind, Question, Rule};
use crate::situations::Dice;

/// A condition on one question that its answer can change.
pub(super) fn leaf(dice: &mut Dice, questions: &[Question], question: usize) -> Rule {
    match questions[question].kind {
        Kind::Multi(options) if dice.below(3) == 0 => {
            Rule::Several(question, (0..options).collect(), 2)
        }
        Kind::Choice(options) | Kind::Multi(options) => {
            let count = 1 + dice.below(options - 1);
            let mut all: Vec<usize> = (0..options).collect();
            while all.len() > count {
                all.remove(dice.below(all.len()));
            }
            let is_choice = matches!(questions[question].kind, Kind::Choice(_));
            if is_choice && dice.below(4) == 0 {
                Rule::But(question, all)
            } else {
                Rule::Among(question, all)
            }
        }
        Kind::Number(min, max) | Kind::Fine(min, max) => {
            let width = usize::try_from(max - min).expect("a number has a range");
            let cut = min + 1 + i64::try_from(dice.below(width)).expect("a few");
            match dice.below(3) {
                0 => Rule::Within(question, None, Some(cut - 1)),
                1 => Rule::Within(question, Some(cut), None),
                _ => Rule::Within(question, Some(cut), Some((cut + 1).min(max))),
            }
        }
    }
}

/// A condition; `facts` may be named in it.
pub(super) fn rule(dice: &mut Dice, questions: &[Question], facts: usize, depth: usize) -> Rule {
    if facts > 0 && dice.below(10) < 2 {
        return Rule::Fact(dice.below(facts));
    }
    let first = dice.below(questions.len());
    if depth == 0 || dice.below(10) < 4 {
        return leaf(dice, questions, first);
    }
    match dice.below(4) {
        0 => Rule::Not(Box::new(rule(dice, questions, facts, depth - 1))),
        1 if questions.len() > 1 => {
            // Two values of one question can never hold together, which the command refuses.
            let other = (first + 1 + dice.below(questions.len() - 1)) % questions.len();
            Rule::All([first, other].map(|one| leaf(dice, questions, one)).into())
        }
        2 => Rule::All(vec![
            leaf(dice, questions, first),
            Rule::Any(
                [0, 1]
                    .map(|_| rule(dice, questions, facts, depth - 1))
                    .into(),
            ),
        ]),
        _ => Rule::Any(
            [0, 1]
                .map(|_| rule(dice, questions, facts, depth - 1))
                .into(),
        ),
    }
}
