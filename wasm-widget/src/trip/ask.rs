//! The questions of all matters, those that are the same asked once.
//!
//! Two questions are the same when their keys and what can be answered are. The keys alone will not do: they are short,
//! and an answer to one question must not become the answer to another.

use alloc::vec::Vec;

use super::{Matter, Trip};
use crate::rules::{Answer, Kind, NumberEntry, Question};

/// A question of a trip, by the first matter that has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// Index of the matter.
    pub matter: usize,
    /// Index of the question in that matter.
    pub question: usize,
    /// Whether, under the answers to the other questions, the outcome of some matter depends on it.
    pub relevant: bool,
}

impl Trip {
    /// All questions, in the order matters × file.
    pub fn questions(&self) -> Vec<Asked> {
        let asked = |(matter, question)| Asked {
            matter,
            question,
            relevant: self.relevant(matter, question),
        };
        self.owners().into_iter().map(asked).collect()
    }

    /// The first question that can still change something in some matter and was neither answered nor marked as unsure:
    /// index of the matter and of its question. One whose answer may follow from another such question comes after that.
    pub fn next(&self) -> Option<(usize, usize)> {
        let owners = self.owners();
        let mut to_ask = owners.iter().filter(|owner| self.is_to_ask(**owner));
        // Where each waits for another, the first is asked.
        let first = to_ask.clone().next();
        to_ask
            .find(|owner| !self.waits(**owner, &owners))
            .or(first)
            .copied()
    }

    /// Whether the answer may follow from that to another question that is to be asked.
    fn waits(&self, (matter, question): (usize, usize), owners: &[(usize, usize)]) -> bool {
        let key = |(matter, question): (usize, usize)| {
            self.question(matter, question).map(|asked| asked.key)
        };
        let then = key((matter, question));
        self.follows.iter().any(|follow| {
            let before = |owner: &&(usize, usize)| key(**owner) == Some(follow.question);
            let mut before = owners.iter().filter(before);
            then == Some(follow.then) && before.any(|owner| self.is_to_ask(*owner))
        })
    }

    /// How many questions may still be asked, at most.
    pub fn remaining(&self) -> usize {
        self.owners()
            .into_iter()
            .filter(|owner| self.is_to_ask(*owner))
            .count()
    }

    /// Whether, under the answers to the other questions, the outcome of some matter depends on this one.
    pub fn relevant(&self, matter: usize, question: usize) -> bool {
        let Some(asked) = self.question(matter, question) else {
            return false;
        };
        let in_matter =
            |(matter, question): &(usize, usize)| self.matters[*matter].session.relevant(*question);
        self.following(asked).is_none() && self.places(asked).iter().any(in_matter)
    }

    /// Answers a choice question.
    pub fn choose(&mut self, matter: usize, question: usize, option: usize) {
        self.set(matter, question, &Answer::Choice(option));
    }

    /// Answers a multi question; no options at all is an answer too.
    pub fn choose_many(&mut self, matter: usize, question: usize, options: &[usize]) {
        if let Some(Question {
            kind: Kind::Multi { options: all, .. },
            ..
        }) = self.question(matter, question)
        {
            let chosen = (0..all.len())
                .filter(|option| options.contains(option))
                .collect();
            self.set(matter, question, &Answer::Multi(chosen));
        }
    }

    /// Answers a number question with what somebody typed.
    pub fn enter(&mut self, matter: usize, question: usize, text: &str) -> NumberEntry {
        match NumberEntry::read(
            self.question(matter, question).map(|asked| &asked.kind),
            text,
            self.visit,
        ) {
            Ok(number) => {
                self.set(matter, question, &Answer::Number(number));
                NumberEntry::Taken
            }
            Err(entry) => entry,
        }
    }

    /// Marks a question as 不清楚.
    pub fn unsure(&mut self, matter: usize, question: usize) {
        self.set(matter, question, &Answer::Unsure);
    }

    /// Takes an answer back.
    pub fn clear(&mut self, matter: usize, question: usize) {
        self.set(matter, question, &Answer::Missing);
    }

    /// Gives any answer, to all matters that have the question; one that the question does not allow is ignored.
    pub fn set(&mut self, matter: usize, question: usize, answer: &Answer) {
        let Some(asked) = self
            .question(matter, question)
            .filter(|asked| asked.kind.allows(answer))
            .cloned()
        else {
            return;
        };
        for (matter, question) in self.places(&asked) {
            let Matter {
                session, answers, ..
            } = &mut self.matters[matter];
            answers[question] = translate(
                answer,
                &asked.kind,
                &session.book().questions()[question].kind,
            );
        }
        self.settle();
    }

    /// What the trip already knows about a question of a matter that is not in it yet.
    pub(super) fn known(&self, asked: &Question) -> Answer {
        self.places(asked)
            .first()
            .map_or(Answer::Missing, |(matter, question)| {
                let Matter {
                    session, answers, ..
                } = &self.matters[*matter];
                translate(
                    &answers[*question],
                    &session.book().questions()[*question].kind,
                    &asked.kind,
                )
            })
    }

    /// Every question once: index of the first matter that has it, and of the question there.
    pub(crate) fn owners(&self) -> Vec<(usize, usize)> {
        let mut owners = Vec::new();
        for (index, matter) in self.matters.iter().enumerate() {
            for (nth, asked) in matter.session.book().questions().iter().enumerate() {
                if self.places(asked).first() == Some(&(index, nth)) {
                    owners.push((index, nth));
                }
            }
        }
        owners
    }

    /// All places of a question: index of a matter, and of the question there.
    fn places(&self, asked: &Question) -> Vec<(usize, usize)> {
        let mut places = Vec::new();
        for (index, matter) in self.matters.iter().enumerate() {
            for (nth, other) in matter.session.book().questions().iter().enumerate() {
                if are_same(asked, other) {
                    places.push((index, nth));
                }
            }
        }
        places
    }

    pub(crate) fn question(&self, matter: usize, question: usize) -> Option<&Question> {
        self.matters
            .get(matter)?
            .session
            .book()
            .questions()
            .get(question)
    }

    fn is_to_ask(&self, (matter, question): (usize, usize)) -> bool {
        *self.answer(matter, question) == Answer::Missing && self.relevant(matter, question)
    }
}

/// Whether an answer to one is an answer to the other.
pub(crate) fn are_same(one: &Question, other: &Question) -> bool {
    if one.key != other.key {
        return false;
    }
    match (&one.kind, &other.kind) {
        (Kind::Choice { options: one }, Kind::Choice { options: other })
        | (Kind::Multi { options: one, .. }, Kind::Multi { options: other, .. }) => {
            let within =
                |one: &[u32], other: &[u32]| one.iter().all(|option| other.contains(option));
            one.len() == other.len() && within(one, other) && within(other, one)
        }
        (
            Kind::Number {
                min, max, scale, ..
            },
            Kind::Number {
                min: other_min,
                max: other_max,
                scale: other_scale,
                ..
            },
        ) => (min, max, scale) == (other_min, other_max, other_scale),
        (
            Kind::Date { min, max, .. },
            Kind::Date {
                min: other_min,
                max: other_max,
                ..
            },
        ) => (min, max) == (other_min, other_max),
        _ => false,
    }
}

/// An answer to one question in terms of another that is the same: options may stand in another order.
fn translate(answer: &Answer, from: &Kind, to: &Kind) -> Answer {
    match (answer, from, to) {
        (Answer::Choice(option), Kind::Choice { options }, Kind::Choice { options: there }) => {
            let place = there.iter().position(|key| *key == options[*option]);
            place.map_or(Answer::Missing, Answer::Choice)
        }
        (
            Answer::Multi(chosen),
            Kind::Multi { options, .. },
            Kind::Multi { options: there, .. },
        ) => {
            let is_chosen = |place: &usize| {
                chosen
                    .iter()
                    .any(|option| options[*option] == there[*place])
            };
            Answer::Multi((0..there.len()).filter(is_chosen).collect())
        }
        _ => answer.clone(),
    }
}
