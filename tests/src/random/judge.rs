//! One guide under some answers, by looking at every completion.

use std::collections::BTreeSet;

use super::{Guide, Value};

/// What all completions of the answers say of a guide.
#[derive(Debug, Default)]
pub struct Outlook {
    /// Which lines hold, and what the counting question counts, in every completion that has a list.
    pub lists: BTreeSet<(Vec<bool>, u32)>,
    /// The stops in which completions end.
    pub stops: BTreeSet<usize>,
}

impl Outlook {
    /// The stop in which all completions end.
    pub fn stop(&self) -> Option<usize> {
        let only = self.lists.is_empty() && self.stops.len() == 1;
        self.stops.first().copied().filter(|_| only)
    }

    /// Whether a line is on every list, and whether it is on any.
    pub fn status(&self, line: usize) -> (bool, bool) {
        let (all, any) = (
            self.lists.iter().all(|(list, _)| list[line]),
            self.lists.iter().any(|(list, _)| list[line]),
        );
        (all && any, any)
    }
}

/// How a full set of answers ends: in a stop, the first that holds, or in a list.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum End {
    Stop(usize),
    List(Vec<bool>),
}

pub(super) fn end(guide: &Guide, answers: &[Value]) -> End {
    let holds = |rule: &super::Rule| rule.holds(&guide.facts, answers);
    match guide.stops.iter().position(holds) {
        Some(stop) => End::Stop(stop),
        None => End::List(
            guide
                .lines
                .iter()
                .map(|line| line.when.as_ref().is_none_or(holds))
                .collect(),
        ),
    }
}

/// Every completion of answers to the guide's questions.
pub(super) fn completions(guide: &Guide, answers: &[Option<Value>]) -> Vec<Vec<Value>> {
    let mut all = vec![Vec::new()];
    for (question, answer) in guide.questions.iter().zip(answers) {
        let values = answer.map_or_else(|| question.kind.values(), |value| vec![value]);
        let longer = |begun: Vec<Value>| {
            let with = values.iter().map(move |value| {
                let mut longer = begun.clone();
                longer.push(*value);
                longer
            });
            with.collect::<Vec<_>>()
        };
        all = all.into_iter().flat_map(longer).collect();
    }
    all
}

/// What a guide comes to under these answers to its questions; none where a question is open.
pub fn outlook(guide: &Guide, answers: &[Option<Value>]) -> Outlook {
    let mut outlook = Outlook::default();
    for completion in completions(guide, answers) {
        match end(guide, &completion) {
            End::Stop(stop) => {
                outlook.stops.insert(stop);
            }
            End::List(list) => {
                outlook.lists.insert((list, counted(guide, &completion)));
            }
        }
    }
    outlook
}

/// What the counting question counts.
fn counted(guide: &Guide, answers: &[Value]) -> u32 {
    match guide.counts().map(|question| answers[question]) {
        Some(Value::Number(number)) => u32::try_from(number).expect("it counts"),
        _ => 0,
    }
}

/// Whether the answer to a question changes anything, whatever the others are.
pub(super) fn matters(guide: &Guide, question: usize) -> bool {
    let open = vec![None; guide.questions.len()];
    if guide.counts() == Some(question) {
        let seen = outlook(guide, &open);
        let is_counted = |(nth, line): (usize, &super::Line)| {
            let mut asks = line.asks.iter();
            asks.any(|ask| ask.each != [0, 0]) && seen.status(nth).1
        };
        if guide.lines.iter().enumerate().any(is_counted) {
            return true;
        }
    }
    let values = guide.questions[question].kind.values();
    completions(guide, &open).iter().any(|answers| {
        let first = end(guide, answers);
        values.iter().any(|value| {
            let mut other = answers.clone();
            other[question] = *value;
            end(guide, &other) != first
        })
    })
}
