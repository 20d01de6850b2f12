//! What follows from an answer (意味着) in other matters of the trip, so that nobody is asked what the plan knows.
//!
//! Within a matter that asks both questions this is part of its rules. Of another that asks the second alone the trip knows it by the
//! keys of shared questions, and asks the first before the second ([`Trip::next`]). What was answered stays beside what follows: it counts again when the first answer is another one.

use alloc::vec::Vec;

use super::{Matter, Trip};
use crate::rules::{Answer, Kind, Question};

/// An answer that follows from another one, by the keys of questions and options.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Follow {
    /// The question that is answered.
    pub question: u32,
    /// The answer to it.
    pub option: u32,
    /// The question whose answer follows.
    pub then: u32,
    /// That answer.
    pub answer: u32,
}

impl Follow {
    /// Those that a page tells: question, option, the other question and its option, four after four.
    pub fn read(keys: &[u32]) -> Vec<Self> {
        let follow = |four: &[u32; 4]| {
            let [question, option, then, answer] = *four;
            Self {
                question,
                option,
                then,
                answer,
            }
        };
        keys.as_chunks::<4>().0.iter().map(follow).collect()
    }

    /// As a page tells it.
    pub fn keys(self) -> [u32; 4] {
        [self.question, self.option, self.then, self.answer]
    }
}

impl Trip {
    /// Says what follows from answers to shared questions; of two answers to one question the first counts that is named.
    pub fn follow(&mut self, follows: Vec<Follow>) {
        self.follows = follows;
        self.settle();
    }

    /// The key of the option that follows for this question.
    pub(super) fn following(&self, asked: &Question) -> Option<u32> {
        let follow = self.follows.iter().find(|follow| {
            follow.then == asked.key
                && option(&asked.kind, follow.answer).is_some()
                && self.matters.iter().any(|matter| matter.says(follow))
        });
        follow.map(|follow| follow.answer)
    }

    /// Gives every matter the answers, and in their place what follows from answers.
    pub(super) fn settle(&mut self) {
        for at in 0..self.matters.len() {
            let matter = &self.matters[at];
            let asked = matter.session.book().questions().iter();
            let known = asked.zip(&matter.answers).map(|(asked, answer)| {
                let follows = self.following(asked);
                let follows = follows.and_then(|key| option(&asked.kind, key));
                follows.map_or_else(|| answer.clone(), Answer::Choice)
            });
            let known: Vec<Answer> = known.collect();
            let mut there = known.iter().enumerate();
            if there.any(|(question, answer)| matter.session.answer(question) != answer) {
                self.matters[at].session.replace(known);
            }
        }
    }
}

impl Matter {
    /// Whether the first answer was given here.
    fn says(&self, follow: &Follow) -> bool {
        let asked = self.session.book().questions().iter();
        let mut asked = asked.zip(&self.answers);
        asked.any(|(asked, answer)| {
            let chosen = option(&asked.kind, follow.option).map(Answer::Choice);
            asked.key == follow.question && chosen.as_ref() == Some(answer)
        })
    }
}

/// The option of a choice question with this key.
fn option(kind: &Kind, key: u32) -> Option<usize> {
    match kind {
        Kind::Choice { options } => options.iter().position(|option| *option == key),
        _ => None,
    }
}
