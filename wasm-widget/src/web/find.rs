//! The class `Finder`: what one may apply for.

use alloc::string::String;
use alloc::vec::Vec;

use wasm_bindgen::prelude::wasm_bindgen;

use super::codes;
use crate::find::{Finder as Matters, Standing};
use crate::rules::{Answer, RuleBook, small};
use crate::trip::Follow;

/// One visitor's answers to what many matters ask. Matters and questions are known by index, in the order in which they were added.
#[wasm_bindgen]
#[derive(Default)]
pub struct Finder {
    matters: Matters,
}

#[wasm_bindgen]
impl Finder {
    /// A finder without matters. JavaScript says `Finder.open`, see `Wizard`.
    pub fn start() -> Finder {
        Finder::default()
    }

    /// Adds a matter by what refuses it, with the fingerprint of its whole rules; gives its index, -1 when something is damaged.
    pub fn add(&mut self, fingerprint: u32, rules: &[u8]) -> i32 {
        let book = RuleBook::from_bytes(rules).ok();
        codes::signed(book.map(|book| self.matters.add(fingerprint, book)))
    }

    /// Says what follows from answers, as of the trip.
    pub fn follow(&mut self, keys: &[u32]) {
        self.matters.follow(Follow::read(keys));
    }

    /// Says on which day dates are judged, in days since 1 January 1970.
    pub fn visit(&mut self, day: i32) {
        self.matters.visit(Some(day.into()));
    }

    /// The question to ask next: matter and question; nothing when there is none.
    pub fn next(&self) -> Vec<u32> {
        self.matters
            .next()
            .map_or(Vec::new(), |(matter, question)| {
                codes::numbers(&[matter, question])
            })
    }

    /// How many questions may still be asked as the answers stand.
    pub fn remaining(&self) -> u32 {
        small(self.matters.remaining())
    }

    /// Of every matter 0 may be had, 1 depends, 2 refused.
    pub fn standing(&self, matter: u32) -> u8 {
        match self.matters.standing(matter as usize) {
            Standing::May => 0,
            Standing::Open => 1,
            Standing::Refused => 2,
        }
    }

    /// The stops by which a matter is refused.
    pub fn reasons(&self, matter: u32) -> Vec<u32> {
        codes::numbers(&self.matters.reasons(matter as usize))
    }

    /// What is certain of how a matter is done.
    pub fn notes(&self, matter: u32) -> Vec<u32> {
        codes::numbers(&self.matters.notes(matter as usize))
    }

    /// The questions that decide about a matter.
    pub fn decisive(&self, matter: u32) -> Vec<u32> {
        codes::numbers(&self.matters.decisive(matter as usize))
    }

    /// Answers a choice question.
    pub fn choose(&mut self, matter: u32, question: u32, option: u32) {
        let answer = Answer::Choice(option as usize);
        self.matters
            .set(matter as usize, question as usize, &answer);
    }

    /// Answers a multi question.
    pub fn choose_many(&mut self, matter: u32, question: u32, options: &[u32]) {
        self.matters
            .choose_many(matter as usize, question as usize, &codes::indexes(options));
    }

    /// Answers a number or date question with typed text, as of the wizard.
    pub fn number(&mut self, matter: u32, question: u32, text: &str) -> u8 {
        codes::entry(self.matters.enter(matter as usize, question as usize, text))
    }

    /// Marks a question as 不清楚.
    pub fn unsure(&mut self, matter: u32, question: u32) {
        self.matters
            .set(matter as usize, question as usize, &Answer::Unsure);
    }

    /// Takes an answer back.
    pub fn clear(&mut self, matter: u32, question: u32) {
        self.matters
            .set(matter as usize, question as usize, &Answer::Missing);
    }

    /// Whether anything depends on this question, given the answers to the others.
    pub fn relevant(&self, matter: u32, question: u32) -> bool {
        self.matters.relevant(matter as usize, question as usize)
    }

    /// 0 not answered, 1 answered, 2 unsure.
    pub fn answered(&self, matter: u32, question: u32) -> u8 {
        codes::answered(self.matters.answer(matter as usize, question as usize))
    }

    /// The option chosen, the options chosen, or the number in its smallest step; nothing when there is no such answer.
    pub fn answer(&self, matter: u32, question: u32) -> Vec<f64> {
        codes::values(self.matters.answer(matter as usize, question as usize))
    }

    /// The answers as the part of an address after `#`.
    pub fn fragment(&self) -> String {
        self.matters.fragment()
    }

    /// Replaces the answers by those of an address; gives what became of them, as of the wizard.
    pub fn restore(&mut self, fragment: &str) -> u32 {
        codes::restored(self.matters.restore(fragment))
    }

    /// What a plan of these matters is opened with.
    pub fn plan(&self, chosen: &[u32]) -> String {
        self.matters.plan(&codes::indexes(chosen))
    }

    /// What a matter's own page is opened with.
    pub fn own(&self, matter: u32) -> String {
        self.matters.own(matter as usize)
    }
}
