//! 意味着: what follows from an answer, so that it is not asked.

use super::decode::{Reader, Table};
use super::keys;
use crate::diagnostic::{At, ConditionFault, ImpliedFault, Problem, ReferenceFault, closest};
use crate::model::{AnswerKind, Follows, Question};

/// What an option says follows from it, by the names of question and option.
pub(super) fn follows(table: &Table<'_, '_>) -> Vec<Follows> {
    let Some(node) = table.get(keys::IMPLIES) else {
        return Vec::new();
    };
    let entries = table.reader.names(keys::IMPLIES.zh, node).into_iter();
    let one = |(question, value): (At<String>, _)| {
        let option = table.reader.located(&question.value, value)?;
        Some(Follows { question, option })
    };
    entries.filter_map(one).collect()
}

/// Judges what the questions of one file say. `asks`: they are a guide's, in the order in which they are asked.
pub(super) fn check(reader: &Reader, questions: &[&Question], asks: bool) {
    for (index, question) in questions.iter().enumerate() {
        // What a shared question says was judged where it stands.
        if asks && question.shared {
            continue;
        }
        for option in question.options() {
            for follows in &option.implies {
                let judge = Judge {
                    reader,
                    questions,
                    question,
                    follows,
                };
                judge.found(index, asks);
            }
        }
    }
}

struct Judge<'a> {
    reader: &'a Reader,
    questions: &'a [&'a Question],
    question: &'a Question,
    follows: &'a Follows,
}

impl Judge<'_> {
    fn found(&self, index: usize, asks: bool) {
        let named = &self.follows.question;
        let then = self.questions.iter().position(|one| one.id == named.value);
        let Some(then) = then else {
            let known: Vec<String> = self.questions.iter().map(|one| one.id.clone()).collect();
            let suggestion = closest(&named.value, known.iter().map(String::as_str));
            let name = named.value.clone();
            let problem = if asks {
                ConditionFault::UnknownQuestion {
                    name,
                    suggestion,
                    known,
                }
                .into()
            } else {
                ReferenceFault::SharedQuestionMissing { name, suggestion }.into()
            };
            return self.report(named, problem);
        };
        let asked = self.questions[then];
        let is_choice = |question: &Question| matches!(question.kind, AnswerKind::Choice(_));
        if !is_choice(asked) || !is_choice(self.question) {
            let fault = ImpliedFault::NotChoice {
                question: if is_choice(asked) {
                    self.question.id.clone()
                } else {
                    asked.id.clone()
                },
            };
            return self.report(named, Problem::from(fault));
        }
        let known: Vec<String> = asked
            .options()
            .iter()
            .map(|o| o.name.source().to_owned())
            .collect();
        let wanted = &self.follows.option;
        if !known.contains(&wanted.value) {
            let suggestion = closest(&wanted.value, known.iter().map(String::as_str));
            let problem = ConditionFault::UnknownOption {
                question: asked.id.clone(),
                value: wanted.value.clone(),
                suggestion,
                known,
            }
            .into();
            return self.report(wanted, problem);
        }
        if then == index || asks && then < index {
            let fault = ImpliedFault::Late {
                question: self.question.id.clone(),
                then: asked.id.clone(),
                itself: then == index,
            };
            self.report(named, Problem::from(fault));
        }
    }

    fn report(&self, at: &At<String>, problem: Problem) {
        self.reader.report(&(at.place.start..at.place.end), problem);
    }
}
