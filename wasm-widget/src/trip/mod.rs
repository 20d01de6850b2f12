//! Several matters in one trip: the union of their questions, and one merged list of papers.
//!
//! `lines` (which papers a matter's lines ask for; their wire form) → `ask` (questions that several matters share are
//! asked once) → `merge/` (papers of all matters added up). A trip is nothing but its matters in the order chosen,
//! each with a [`Session`]; everything else is derived.

mod ask;
mod follow;
mod lines;
mod merge;

use alloc::vec::Vec;

pub use ask::Asked;
pub(crate) use ask::are_same;
pub use follow::Follow;
pub use lines::{Amounts, Bundle, Form, Line, Lines, Need, Per, Pieces, Way};
pub use merge::{Choice, ChoiceWay, Count, Keep, Merged, Paper, Total, Use};

use crate::rules::{Answer, Day, RuleBook, Session, Turn};

/// More matters than anybody settles in one trip.
const MATTERS: usize = 32;

/// One matter of a trip.
#[derive(Debug, Clone)]
pub struct Matter {
    code: u32,
    /// The fingerprint of its whole rules, as addresses tell it.
    rules: u32,
    /// Its rules under the answers and what follows from them.
    session: Session,
    /// What was answered.
    answers: Vec<Answer>,
    lines: Lines,
}

impl Matter {
    /// The key of its code.
    pub fn code(&self) -> u32 {
        self.code
    }

    /// The fingerprint of its whole rules, as addresses tell it.
    pub(crate) fn rules(&self) -> u32 {
        self.rules
    }

    /// Its rules, the answers that it knows, and what follows from answers in any matter of the trip.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Its lines, with the page's numbers of papers.
    pub fn lines(&self) -> &Lines {
        &self.lines
    }
}

/// Matters that are settled in one trip.
///
/// Matters and questions are known by index; indexes that do not exist are ignored.
#[derive(Debug, Clone, Default)]
pub struct Trip {
    matters: Vec<Matter>,
    visit: Option<Day>,
    follows: Vec<Follow>,
}

impl Trip {
    /// A trip without matters.
    pub fn new() -> Self {
        Trip::default()
    }

    /// Adds a matter behind the others and gives its index; the answers to questions that it shares are its own too.
    ///
    /// `numbers` are the page's numbers of the papers that the lines know by local index: one for every pair of material
    /// and holder, the same in all matters, so that what several of them ask for can be told to be the same.
    ///
    /// A matter that is there already keeps its index. Nothing comes of lines that name items which the rules do not have
    /// or papers without a number, and of more matters than 32.
    pub fn add(
        &mut self,
        code: u32,
        book: RuleBook,
        lines: Lines,
        numbers: &[u32],
    ) -> Option<usize> {
        if let Some(index) = self.find(code) {
            return Some(index);
        }
        if self.matters.len() >= MATTERS || !lines.fit(&book) {
            return None;
        }
        let lines = lines.numbered(numbers)?;
        let rules = book.fingerprint();
        Some(self.join(code, rules, book, lines))
    }

    /// Adds a matter that is not there yet.
    pub(crate) fn join(&mut self, code: u32, rules: u32, book: RuleBook, lines: Lines) -> usize {
        let answers = book
            .questions()
            .iter()
            .map(|question| self.known(question))
            .collect();
        let mut session = Session::new(book);
        session.visit(self.visit);
        self.matters.push(Matter {
            code,
            rules,
            session,
            answers,
            lines,
        });
        self.settle();
        self.matters.len() - 1
    }

    /// A trip for some of these matters, in this order, with the same answers; what followed from those to other matters is
    /// answered in it.
    pub(crate) fn of(&self, chosen: &[usize]) -> Self {
        let matters = chosen.iter().filter_map(|at| self.matters.get(*at));
        let alone = |matter: &Matter| {
            let questions = 0..matter.answers.len();
            Matter {
                answers: questions
                    .map(|at| matter.session.answer(at).clone())
                    .collect(),
                ..matter.clone()
            }
        };
        let mut trip = Trip {
            matters: matters.take(MATTERS).map(alone).collect(),
            visit: self.visit,
            follows: self.follows.clone(),
        };
        trip.settle();
        trip
    }

    /// Takes a matter out; those behind it move up. Answers that it shared stay with the others.
    pub fn remove(&mut self, matter: usize) {
        if matter < self.matters.len() {
            self.matters.remove(matter);
            self.settle();
        }
    }

    /// Says on which day the resident comes.
    pub fn visit(&mut self, day: Option<Day>) {
        self.visit = day;
        for matter in &mut self.matters {
            matter.session.visit(day);
        }
    }

    /// The next day on which something else follows in a matter, see [`Session::turn`].
    pub fn turn(&mut self, matter: usize) -> Option<Turn> {
        self.matters.get_mut(matter)?.session.turn()
    }

    /// The matters, in the order chosen.
    pub fn matters(&self) -> &[Matter] {
        &self.matters
    }

    /// The index of the matter with this code.
    pub fn find(&self, code: u32) -> Option<usize> {
        self.matters.iter().position(|matter| matter.code == code)
    }

    /// The answer to a question.
    pub fn answer(&self, matter: usize, question: usize) -> &Answer {
        self.matters
            .get(matter)
            .and_then(|matter| matter.answers.get(question))
            .unwrap_or(&Answer::Missing)
    }

    /// Takes all answers back.
    pub fn clear_all(&mut self) {
        for matter in &mut self.matters {
            matter.answers.fill(Answer::Missing);
        }
        self.settle();
    }

    /// One list of what all matters that are not stopped ask for, sorted by the numbers of the papers.
    ///
    /// It does not depend on the order of the matters, and asks by name for no less than any of them alone.
    pub fn merge(&self) -> Vec<Merged> {
        merge::merge(&self.matters)
    }
}
