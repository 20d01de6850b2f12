//! The class `Wizard`: one matter.

use alloc::string::String;
use alloc::vec::Vec;

use wasm_bindgen::prelude::wasm_bindgen;

use super::{codes, lists};
use crate::rules::{RuleBook, Session, small};
use crate::share;

/// One visitor's way through one guide.
#[wasm_bindgen]
pub struct Wizard {
    session: Session,
}

#[wasm_bindgen]
impl Wizard {
    /// Reads a guide's compiled rules; nothing when they are damaged or not for this engine. JavaScript says
    /// `Wizard.open`: wasm-bindgen gives a static function and a method no common name, so `cargo widget` renames it.
    pub fn read(bytes: &[u8]) -> Option<Wizard> {
        let book = RuleBook::from_bytes(bytes).ok()?;
        Some(Wizard {
            session: Session::new(book),
        })
    }

    /// Answers a choice question.
    pub fn choose(&mut self, question: u32, option: u32) {
        self.session.choose(question as usize, option as usize);
    }

    /// Answers a multi question.
    pub fn choose_many(&mut self, question: u32, options: &[u32]) {
        self.session
            .choose_many(question as usize, &codes::indexes(options));
    }

    /// Says on which day the resident comes, in days since 1 January 1970.
    pub fn visit(&mut self, day: i32) {
        self.session.visit(Some(day.into()));
    }

    /// The next day on which something else follows from the same answers, the question by which it does, which of its cuts
    /// is passed then, and 0 where a stop ends, 1 where one begins, 2 otherwise; nothing when that never comes.
    pub fn turn(&mut self) -> Vec<i32> {
        lists::turn(self.session.turn())
    }

    /// Answers a number or date question with typed text: 0 taken, 1 no number (or no whole one where that is asked for) or no such
    /// day, 2 below the smallest answer, 3 above the largest, 4 too many decimals.
    pub fn number(&mut self, question: u32, text: &str) -> u8 {
        codes::entry(self.session.enter(question as usize, text))
    }

    /// Marks a question as 不清楚.
    pub fn unsure(&mut self, question: u32) {
        self.session.unsure(question as usize);
    }

    /// Takes an answer back.
    pub fn clear(&mut self, question: u32) {
        self.session.clear(question as usize);
    }

    /// The question to ask next, -1 when there is none.
    pub fn next(&self) -> i32 {
        codes::signed(self.session.next())
    }

    /// How many questions may still be asked, at most.
    pub fn remaining(&self) -> u32 {
        small(self.session.remaining())
    }

    /// Whether the outcome depends on this question, given the answers to the others.
    pub fn relevant(&self, question: u32) -> bool {
        self.session.relevant(question as usize)
    }

    /// 0 not answered, 1 answered, 2 unsure.
    pub fn answered(&self, question: u32) -> u8 {
        codes::answered(self.session.answer(question as usize))
    }

    /// The option chosen, the options chosen, or the number in its smallest step; nothing when there is no such answer.
    pub fn answer(&self, question: u32) -> Vec<f64> {
        codes::values(self.session.answer(question as usize))
    }

    /// The stop that is certain, -1 when none is.
    pub fn stop(&self) -> i32 {
        codes::signed(self.session.stop())
    }

    /// Whether some stop is possible (or certain).
    pub fn stop_open(&self) -> bool {
        self.session.stop_open()
    }

    /// The stops in which the answers may end.
    pub fn possible_stops(&self) -> Vec<u32> {
        codes::numbers(&self.session.possible_stops())
    }

    /// For every item 0 not needed, 1 depends, 2 needed.
    pub fn items(&self) -> Vec<u8> {
        lists::items(&self.session)
    }

    /// The smallest and the largest answer to a number question that a list with the item can have (-1: any list); nothing where
    /// there is no such list.
    pub fn span(&self, question: u32, item: i32) -> Vec<f64> {
        lists::span(&self.session, question, item)
    }

    /// The questions whose answers make an item needed; none when it always is.
    pub fn reasons(&self, item: u32) -> Vec<u32> {
        codes::numbers(&self.session.reasons(item as usize))
    }

    /// The questions on which an item still depends.
    pub fn open(&self, item: u32) -> Vec<u32> {
        codes::numbers(&self.session.open(item as usize))
    }

    /// The answers for the part of an address after `#`, without it; empty when there are none.
    pub fn fragment(&self) -> String {
        share::fragment(&self.session)
    }

    /// Replaces all answers by those of an address. Bit 0: something restored; bit 1: made for another version of the
    /// rules; bit 2: something was dropped; bit 3: the address was cut.
    pub fn restore(&mut self, fragment: &str) -> u32 {
        codes::restored(share::restore(&mut self.session, fragment))
    }

    /// Whether the part of an address after `#` speaks of this guide.
    pub fn reads(&self, fragment: &str) -> bool {
        share::is_of(&self.session, fragment)
    }
}
