//! 答 of a worked example: one answer for each question that it names.

use onetrip_widget::rules::Answer;

use super::condition::Vocabulary;
use super::keys;
use super::text;
use super::yaml::{Node, Value};
use crate::diagnostic::{At, Expected, Problem, ScenarioFault};
use crate::model::{AnswerKind, Decimal, Limits, Question, Range};

impl Vocabulary<'_> {
    /// An answer per question; for a multi question `[]` says that none was chosen.
    pub(super) fn answers(&self, node: &Node) -> Option<Vec<(usize, Answer)>> {
        let entries = self.reader.names(keys::ANSWERS.zh, node);
        let answers: Vec<Option<(usize, Answer)>> = entries
            .iter()
            .map(|(name, value)| {
                let id = text::name(&name.value);
                let Some(index) = self.questions.iter().position(|q| q.id == id) else {
                    self.unknown_question(name);
                    return None;
                };
                let answer = self.given(&self.questions[index], value)?;
                Some((index, answer))
            })
            .collect();
        answers.into_iter().collect()
    }

    fn given(&self, asked: &Question, node: &Node) -> Option<Answer> {
        match &asked.kind {
            AnswerKind::Choice(_) => {
                let options = self.options(asked, node)?;
                match options[..] {
                    [option] => Some(Answer::Choice(option)),
                    [first, ..] => {
                        self.one_answer(
                            asked,
                            node,
                            asked.options()[first].name.source().to_owned(),
                        );
                        None
                    }
                    [] => None,
                }
            }
            AnswerKind::Multi(_) => {
                let empty = matches!(&node.value, Value::List { items, .. } if items.is_empty());
                let mut options = if empty {
                    Vec::new()
                } else {
                    self.options(asked, node)?
                };
                options.sort_unstable();
                options.dedup();
                Some(Answer::Multi(options))
            }
            AnswerKind::Number { .. } => self.one_number(asked, node, asked.limits()?),
        }
    }

    fn one_number(&self, asked: &Question, node: &Node, limits: Limits) -> Option<Answer> {
        let parts = self.reader.list(&asked.id, node);
        let ranges: Vec<Option<Range>> = parts
            .iter()
            .map(|part| self.fixed_range(asked, part))
            .collect();
        let ranges = ranges.into_iter().collect::<Option<Vec<_>>>()?;
        let first = ranges.first()?;
        let nearest = |steps: i64| limits.nearest(limits.number(steps)).to_string();
        let Range::Exactly(value) = *first else {
            let bounds = first.bounds();
            let within = bounds.min.or(bounds.max).unwrap_or(limits.min);
            self.one_answer(asked, node, nearest(within));
            return None;
        };
        if ranges.len() > 1 {
            self.one_answer(asked, node, nearest(value));
            return None;
        }
        if !limits.contains(value) {
            let question = asked.id.clone();
            let fault = ScenarioFault::OutOfRange {
                question,
                value: limits.number(value),
                limits,
            };
            self.reader.report(&node.span, Problem::Scenario(fault));
            return None;
        }
        Some(Answer::Number(value))
    }

    /// 当地: the numbers that local facts say where the example holds.
    pub(super) fn locally(&self, node: &Node) -> Vec<(At<String>, Decimal)> {
        let entries = self.reader.names(keys::LOCALLY.zh, node).into_iter();
        entries
            .filter_map(|(name, value)| {
                let number = self.reader.exact(&name.value, value, Expected::Decimal);
                Some((name, number?))
            })
            .collect()
    }

    fn one_answer(&self, asked: &Question, node: &Node, first: String) {
        let question = asked.id.clone();
        let fault = ScenarioFault::SeveralAnswers { question, first };
        self.reader.report(&node.span, Problem::Scenario(fault));
    }
}
