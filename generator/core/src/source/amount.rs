//! 原件 and 复印件: a number, or `{每: 几个孩子, 份: 2, 加: 1}`.

use std::collections::BTreeSet;

use super::condition::Vocabulary;
use super::decode::{Reader, Table};
use super::keys::{self, Key};
use super::text;
use super::yaml::{Node, Value};
use crate::diagnostic::{CountFault, Problem};
use crate::model::{Amount, AnswerKind, Line, PerAnswer, Question, Text};
use crate::schema::AMOUNT;

/// More than so many of one kind is no number that papers are brought in.
const MOST: i64 = 99;

/// The number that a table says; none where it says nothing, or something that was reported.
pub(super) fn amount(
    table: &Table<'_, '_>,
    key: Key,
    counting: impl Fn(&Node) -> Option<usize>,
) -> Option<Amount> {
    let node = table.get(key)?;
    let Value::Map(_) = node.value else {
        return table.count(key).map(Amount::fixed);
    };
    let inner = table.reader.table(key.zh, node, &AMOUNT)?;
    let times = inner
        .get(keys::FOR_EACH)
        .map(|node| (node, inner.count(keys::FOR_EACH)));
    let plus = inner.get(keys::PLUS).map(|_| inner.count(keys::PLUS));
    let question = inner.require(keys::EACH).and_then(counting);
    if let Some((node, Some(0))) = times {
        table
            .reader
            .report(&node.span, Problem::from(CountFault::Zero));
        return None;
    }
    let times = times.map_or(Some(1), |(_, times)| times)?;
    let plus = plus.unwrap_or(Some(0))?;
    let per = PerAnswer {
        question: question?,
        times,
    };
    Some(Amount {
        plus,
        per: Some(per),
    })
}

impl Vocabulary<'_> {
    /// The question that 每 names: one whose answer is a number with an end.
    pub(super) fn counting(&self, node: &Node) -> Option<usize> {
        let name = self.reader.located(keys::EACH.zh, node)?;
        let wanted = text::name(&name.value);
        let Some(index) = self.questions.iter().position(|q| q.id == wanted) else {
            self.unknown_question(&name);
            return None;
        };
        let question = wanted;
        let fault = match self.questions[index].kind {
            AnswerKind::Number { decimals: 1.., .. } => CountFault::Decimals { question },
            AnswerKind::Number { max, .. } if max <= MOST => return Some(index),
            AnswerKind::Number { .. } => CountFault::Unbounded { question },
            AnswerKind::Choice(_) | AnswerKind::Multi(_) | AnswerKind::Date { .. } => {
                CountFault::NotNumber { question }
            }
        };
        self.reader.report(&node.span, Problem::from(fault));
        None
    }
}

/// Gives every question that lines count by its words for each one that it counts: its own, or, where its name begins with 几, those that
/// follow from it (几个孩子 → 每个孩子).
pub(super) fn name_each(reader: &Reader, questions: &mut [Question], lines: &[Line]) {
    let papers = lines.iter().flat_map(Line::papers);
    let amounts = papers.flat_map(|paper| [paper.originals, paper.copies]);
    let counted = amounts.filter_map(|amount| amount.per.map(|per| per.question));
    for index in counted.collect::<BTreeSet<usize>>() {
        let question = &mut questions[index];
        let id = question.id.clone();
        let AnswerKind::Number { each, .. } = &mut question.kind else {
            continue;
        };
        if each.is_some() {
            continue;
        }
        if let Some(rest) = id.strip_prefix('几').filter(|rest| !rest.is_empty()) {
            *each = Some(Text::new(format!("每{rest}")));
        } else {
            let place = &question.place;
            let fault = CountFault::NoWords { question: id };
            reader.report(&(place.start..place.end), Problem::from(fault));
        }
    }
}
