//! 我能申请什么: which of many matters somebody may apply for, found with few questions.
//!
//! Of each matter the book here has only its stops that refuse it (不符合, 不用办); its other stops, which say where or how it is done
//! instead, are the items. So a matter is refused when every completion of the answers ends in such a stop, and may be had when
//! none does. Asked are only questions that decide about several matters at once, those that decide about most first: whatever concerns
//! one alone its own row asks.

use alloc::string::String;
use alloc::vec::Vec;

use crate::rules::{Answer, Day, NumberEntry, RuleBook, Session, Status};
use crate::share::{self, Restored};
use crate::trip::{Follow, Lines, Trip, are_same};

/// Whom a question has to decide about before everybody is asked it.
const SEVERAL: usize = 2;

/// How a matter stands under the answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing refuses it, whatever else is answered.
    May,
    /// That depends on what is not answered, or not known.
    Open,
    /// It is refused, whatever else is answered.
    Refused,
}

/// Many matters, the answers to their questions, and what follows for each.
///
/// Matters and questions are known by index; indexes that do not exist are ignored.
#[derive(Debug, Clone, Default)]
pub struct Finder {
    trip: Trip,
}

impl Finder {
    /// A finder without matters.
    pub fn new() -> Self {
        Finder::default()
    }

    /// Adds a matter behind the others and gives its index; `rules` is the fingerprint of its whole book, which addresses tell.
    pub fn add(&mut self, rules: u32, book: RuleBook) -> usize {
        let code = book.id();
        self.trip.join(code, rules, book, Lines::default())
    }

    /// Says what follows from answers to shared questions.
    pub fn follow(&mut self, follows: Vec<Follow>) {
        self.trip.follow(follows);
    }

    /// Says on which day dates are judged.
    pub fn visit(&mut self, day: Option<Day>) {
        self.trip.visit(day);
    }

    /// How a matter stands; one that there is not is refused.
    pub fn standing(&self, matter: usize) -> Standing {
        match self.session(matter) {
            Some(session) if !session.stop_open() => Standing::May,
            Some(session) if session.has_list() => Standing::Open,
            _ => Standing::Refused,
        }
    }

    /// The stops of a refused matter in which the answers may end, one at least; of another matter none.
    pub fn reasons(&self, matter: usize) -> Vec<usize> {
        let refused = self.standing(matter) == Standing::Refused;
        let session = self.session(matter).filter(|_| refused);
        session.map_or(Vec::new(), Session::possible_stops)
    }

    /// What is certain of how it is done: the items that hold, unless it is refused.
    pub fn notes(&self, matter: usize) -> Vec<usize> {
        let session = self.session(matter);
        let items = session.into_iter().flat_map(Session::items).enumerate();
        let certain = items.filter(|(_, status)| *status == Status::Needed);
        certain.map(|(item, _)| item).collect()
    }

    /// The questions that decide about an open matter, also those that are marked as unsure.
    pub fn decisive(&self, matter: usize) -> Vec<usize> {
        let open = self.standing(matter) == Standing::Open;
        let session = self.session(matter).filter(|_| open);
        session.map_or(Vec::new(), Session::decisive)
    }

    /// The question to ask next: index of a matter that has it and of the question there.
    pub fn next(&self) -> Option<(usize, usize)> {
        let mut best: Option<(usize, (usize, usize))> = None;
        for (place, concerned) in self.asked() {
            // Of several that decide about as many, the first.
            if best.is_none_or(|(most, _)| concerned > most) {
                best = Some((concerned, place));
            }
        }
        best.map(|(_, place)| place)
    }

    /// How many questions may still be asked as the answers stand.
    pub fn remaining(&self) -> usize {
        self.asked().len()
    }

    /// The questions to be asked, each with how many open matters it decides about.
    fn asked(&self) -> Vec<((usize, usize), usize)> {
        let mut asked: Vec<((usize, usize), usize)> = Vec::new();
        for matter in 0..self.trip.matters().len() {
            for question in self.decisive(matter) {
                if *self.trip.answer(matter, question) != Answer::Missing {
                    continue;
                }
                let Some(this) = self.trip.question(matter, question) else {
                    continue;
                };
                let same = |((matter, question), _): &&mut ((usize, usize), usize)| {
                    let other = self.trip.question(*matter, *question);
                    other.is_some_and(|other| are_same(this, other))
                };
                match asked.iter_mut().find(same) {
                    Some((_, concerned)) => *concerned += 1,
                    None => asked.push(((matter, question), 1)),
                }
            }
        }
        asked.retain(|(_, concerned)| *concerned >= SEVERAL);
        asked
    }

    /// Whether, under the answers to the other questions, anything depends on this one.
    pub fn relevant(&self, matter: usize, question: usize) -> bool {
        self.trip.relevant(matter, question)
    }

    /// The answer to a question.
    pub fn answer(&self, matter: usize, question: usize) -> &Answer {
        self.trip.answer(matter, question)
    }

    /// Gives any answer, to all matters that have the question; one that the question does not allow is ignored.
    pub fn set(&mut self, matter: usize, question: usize, answer: &Answer) {
        self.trip.set(matter, question, answer);
    }

    /// Answers a multi question; no options at all is an answer too.
    pub fn choose_many(&mut self, matter: usize, question: usize, options: &[usize]) {
        self.trip.choose_many(matter, question, options);
    }

    /// Answers a number question with what somebody typed.
    pub fn enter(&mut self, matter: usize, question: usize, text: &str) -> NumberEntry {
        self.trip.enter(matter, question, text)
    }

    /// The answers as the part of an address behind `#`; empty when there are none.
    pub fn fragment(&self) -> String {
        share::answers_fragment(&self.trip)
    }

    /// Replaces the answers by those of an address, see [`share::restore_trip`].
    pub fn restore(&mut self, fragment: &str) -> Restored {
        share::restore_trip(&mut self.trip, fragment)
    }

    /// What a plan of some of these matters is opened with, so that nothing is asked twice.
    pub fn plan(&self, chosen: &[usize]) -> String {
        share::trip_fragment(&self.trip.of(chosen))
    }

    /// What a matter's own page is opened with; empty without an answer to any of its questions.
    pub fn own(&self, matter: usize) -> String {
        let matter = self.trip.matters().get(matter);
        matter.map_or(String::new(), |matter| {
            share::fragment_of(matter.rules(), matter.session())
        })
    }

    fn session(&self, matter: usize) -> Option<&Session> {
        let matter = self.trip.matters().get(matter)?;
        Some(matter.session())
    }
}
