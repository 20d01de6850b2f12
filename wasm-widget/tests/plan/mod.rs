//! Random plans, and what is asked and known in them, worked out by hand.

mod merge;

use std::collections::BTreeSet;

pub(crate) use merge::merged;
use onetrip_widget::rules::{Answer, QuestionKind, QuestionSource, RuleSource, compile};
use onetrip_widget::trip::{Line, Lines, Need, Trip};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::support::{Truth, every_answer, rules};

/// A matter of a random plan.
#[derive(Debug, Clone)]
pub(crate) struct Matter {
    pub(crate) code: u32,
    pub(crate) source: RuleSource,
    pub(crate) lines: Lines,
}

/// Matters, and answers to give: which matter, which question, which answer.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    pub(crate) matters: Vec<Matter>,
    given: Vec<[Index; 3]>,
}

pub(crate) fn plan() -> impl Strategy<Value = Plan> {
    let matters = proptest::collection::vec(matter(), 1..=3);
    let given = proptest::collection::vec(any::<[Index; 3]>(), 0..=8);
    (matters, given).prop_map(|(mut matters, given)| {
        for (matter, code) in matters.iter_mut().zip([70_001, 5, 1_000_000]) {
            matter.code = code;
        }
        Plan { matters, given }
    })
}

/// Questions of different matters share keys; some then are the same, others only look so. Options stand in another order
/// where `turned`.
fn matter() -> impl Strategy<Value = Matter> {
    rules().prop_flat_map(|source| {
        let lines = proptest::collection::vec(line(source.items.len()), 0..=4).prop_map(Lines);
        (Just(source), lines, any::<bool>()).prop_map(|(mut source, lines, turned)| {
            if turned {
                source
                    .questions
                    .iter_mut()
                    .for_each(|question| question.option_keys.reverse());
            }
            Matter {
                code: 0,
                source,
                lines,
            }
        })
    })
}

fn line(items: usize) -> impl Strategy<Value = Line> {
    let item = proptest::option::weighted(0.8, 0..u32::try_from(items).expect("few"));
    (item, proptest::collection::vec(need(), 1..=4)).prop_flat_map(|(item, from)| {
        let all = u32::try_from(from.len()).expect("few");
        (1..=all).prop_map(move |pick| Line {
            item,
            pick,
            from: from.clone(),
        })
    })
}

fn need() -> impl Strategy<Value = Need> {
    (
        0_u32..5,
        0_u32..3,
        0_u32..3,
        any::<bool>(),
        proptest::option::of(0_u32..4),
    )
        .prop_map(|(paper, originals, copies, hand_in, fresh_days)| Need {
            paper,
            originals,
            copies,
            hand_in,
            fresh_days,
        })
}

impl Plan {
    /// The trip with these matters, through the wire form, and no answers.
    pub(crate) fn empty_trip(&self) -> Trip {
        let mut trip = Trip::new();
        for matter in &self.matters {
            add(&mut trip, matter);
        }
        trip
    }

    /// The trip with all answers given.
    pub(crate) fn trip(&self) -> Trip {
        let mut trip = self.empty_trip();
        for (matter, question, answer) in self.given() {
            trip.set(matter, question, &answer);
        }
        trip
    }

    pub(crate) fn given(&self) -> Vec<(usize, usize, Answer)> {
        let one = |[matter, question, answer]: &[Index; 3]| {
            let matter = matter.index(self.matters.len());
            let questions = &self.matters[matter].source.questions;
            let question = question.index(questions.len());
            let mut answers = every_answer(questions[question].kind);
            answers.push(Answer::Unsure);
            (
                matter,
                question,
                answers[answer.index(answers.len())].clone(),
            )
        };
        self.given.iter().map(one).collect()
    }

    /// The answers that every matter has, worked out by hand.
    pub(crate) fn answers(&self) -> Vec<Vec<Answer>> {
        let mut answers: Vec<Vec<Answer>> = self
            .matters
            .iter()
            .map(|matter| vec![Answer::Missing; matter.source.questions.len()])
            .collect();
        for (matter, question, answer) in self.given() {
            let asked = &self.matters[matter].source.questions[question];
            for (other, answers) in self.matters.iter().zip(&mut answers) {
                for (there, answers) in other.source.questions.iter().zip(answers) {
                    if identity(asked) == identity(there) {
                        *answers = by_keys(&answer, asked, there);
                    }
                }
            }
        }
        answers
    }

    /// What follows in every matter.
    pub(crate) fn truths(&self) -> Vec<Truth> {
        let answers = self.answers();
        self.matters
            .iter()
            .zip(answers)
            .map(|(matter, answers)| Truth::new(&matter.source, &answers))
            .collect()
    }

    /// The places of every question that is asked once.
    pub(crate) fn questions(&self) -> Vec<Vec<(usize, usize)>> {
        let mut all: Vec<(_, Vec<(usize, usize)>)> = Vec::new();
        for (index, matter) in self.matters.iter().enumerate() {
            for (nth, question) in matter.source.questions.iter().enumerate() {
                match all
                    .iter_mut()
                    .find(|(known, _)| *known == identity(question))
                {
                    Some((_, places)) => places.push((index, nth)),
                    None => all.push((identity(question), vec![(index, nth)])),
                }
            }
        }
        all.into_iter().map(|(_, places)| places).collect()
    }
}

pub(crate) fn add(trip: &mut Trip, matter: &Matter) -> usize {
    let book = compile(&matter.source).expect("small rules are not too complex");
    let lines = Lines::from_bytes(&matter.lines.to_bytes()).expect("its own bytes are readable");
    trip.add(matter.code, book, lines)
        .expect("the lines name items that there are")
}

/// What makes a question the same as another.
fn identity(question: &QuestionSource) -> (u32, u8, BTreeSet<u32>, Option<(i64, i64)>) {
    let (kind, bounds) = match question.kind {
        QuestionKind::Choice { .. } => (0, None),
        QuestionKind::Multi { .. } => (1, None),
        QuestionKind::Number { min, max } => (2, Some((min, max))),
    };
    (
        question.key,
        kind,
        question.option_keys.iter().copied().collect(),
        bounds,
    )
}

fn by_keys(answer: &Answer, from: &QuestionSource, to: &QuestionSource) -> Answer {
    let moved = |option: &usize| {
        to.option_keys
            .iter()
            .position(|key| *key == from.option_keys[*option])
            .expect("it is the same question")
    };
    match answer {
        Answer::Choice(option) => Answer::Choice(moved(option)),
        Answer::Multi(options) => Answer::Multi(
            options
                .iter()
                .map(moved)
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect(),
        ),
        other => other.clone(),
    }
}
