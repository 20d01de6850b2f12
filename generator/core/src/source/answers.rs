//! 答 of a worked example: one answer for each question that it names.

use jiff::civil::Date;
use onetrip_widget::rules::Answer;

use super::condition::Vocabulary;
use super::keys;
use super::text;
use super::values;
use super::yaml::{Node, Value};
use crate::diagnostic::{At, DateFault, Expected, Problem, ScenarioFault};
use crate::model::{self, AnswerKind, Decimal, Limits, Question, Range};

/// What 答 says.
pub(super) struct Answers {
    /// The answers by the index of their question.
    pub(super) given: Vec<(usize, Answer)>,
    /// 来的日子
    pub(super) visit: Option<Date>,
}

impl Vocabulary<'_> {
    /// An answer per question, and the day of the visit; for a multi question `[]` says that none was chosen.
    pub(super) fn answers(&self, node: &Node) -> Option<Answers> {
        let mut entries = self.reader.names(keys::ANSWERS.zh, node);
        let is_day = |(name, _): &(At<String>, &Node)| {
            [keys::VISIT_DAY.zh, keys::VISIT_DAY.en].contains(&text::name(&name.value).as_str())
        };
        let day = entries.iter().position(is_day).map(|at| entries.remove(at));
        let visit = match day {
            Some((_, node)) => Some(values::date(self.reader, keys::VISIT_DAY.zh, node)?),
            None => None,
        };
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
        let given = answers.into_iter().collect::<Option<Vec<_>>>()?;
        Some(Answers { given, visit })
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
            AnswerKind::Date { min, max } => {
                let day = values::date(self.reader, &asked.id, node)?;
                if day < *min || max.is_some_and(|max| day > max) {
                    let fault = DateFault::OtherDay {
                        question: asked.id.clone(),
                        day,
                        min: *min,
                        max: *max,
                    };
                    self.reader.report(&node.span, Problem::from(fault));
                    return None;
                }
                Some(Answer::Number(model::day(day)))
            }
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
            let fault = ScenarioFault::out_of_range(question, limits.number(value), limits);
            self.reader.report(&node.span, Problem::from(fault));
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
        self.reader.report(&node.span, Problem::from(fault));
    }
}
