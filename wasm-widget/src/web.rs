//! The engine's face in the browser: the class `Wizard`. Numbers, bytes and one string; no words, no DOM.
//!
//! Compiled for WebAssembly only. Whatever arrives, nothing here panics: indexes that do not exist are ignored.

use alloc::string::String;
use alloc::vec::Vec;
use core::panic::PanicInfo;

use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::rules::{Answer, NumberEntry, RuleBook, Session, Status, small};
use crate::share;

#[global_allocator]
static ALLOCATOR: WasmDynamicTalc = new_wasm_dynamic_allocator();

/// No panic is known; were there one, the page's plain list is what the visitor keeps.
#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}

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
        Some(Wizard { session: Session::new(book) })
    }

    /// Answers a choice question.
    pub fn choose(&mut self, question: u32, option: u32) {
        self.session.choose(question as usize, option as usize);
    }

    /// Answers a multi question.
    pub fn choose_many(&mut self, question: u32, options: &[u32]) {
        let options: Vec<usize> = options.iter().map(|option| *option as usize).collect();
        self.session.choose_many(question as usize, &options);
    }

    /// Answers a number question with typed text: 0 taken, 1 not a whole number, 2 below the smallest answer, 3 above
    /// the largest.
    pub fn number(&mut self, question: u32, text: &str) -> u8 {
        match self.session.enter(question as usize, text) {
            NumberEntry::Taken => 0,
            NumberEntry::NotWhole => 1,
            NumberEntry::BelowMin => 2,
            NumberEntry::AboveMax => 3,
        }
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
        signed(self.session.next())
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
        match self.session.answer(question as usize) {
            Answer::Missing => 0,
            Answer::Unsure => 2,
            Answer::Choice(_) | Answer::Multi(_) | Answer::Number(_) => 1,
        }
    }

    /// The option chosen, the options chosen, or the number; nothing when there is no such answer.
    pub fn answer(&self, question: u32) -> Vec<i32> {
        match self.session.answer(question as usize) {
            Answer::Missing | Answer::Unsure => Vec::new(),
            Answer::Choice(option) => Vec::from([signed(Some(*option))]),
            Answer::Multi(chosen) => chosen.iter().map(|option| signed(Some(*option))).collect(),
            Answer::Number(number) => Vec::from([clamped(*number)]),
        }
    }

    /// The stop that is certain, -1 when none is.
    pub fn stop(&self) -> i32 {
        signed(self.session.stop())
    }

    /// Whether some stop is possible (or certain).
    pub fn stop_open(&self) -> bool {
        self.session.stop_open()
    }

    /// For every item 0 not needed, 1 depends, 2 needed.
    pub fn items(&self) -> Vec<u8> {
        let code = |status| match status {
            Status::NotNeeded => 0,
            Status::Depends => 1,
            Status::Needed => 2,
        };
        self.session.items().map(code).collect()
    }

    /// The questions whose answers make an item needed; none when it always is.
    pub fn reasons(&self, item: u32) -> Vec<u32> {
        indexes(&self.session.reasons(item as usize))
    }

    /// The questions on which an item still depends.
    pub fn open(&self, item: u32) -> Vec<u32> {
        indexes(&self.session.open(item as usize))
    }

    /// The answers for the part of an address after `#`, without it; empty when there are none.
    pub fn fragment(&self) -> String {
        share::fragment(&self.session)
    }

    /// Replaces all answers by those of an address. Bit 0: something restored; bit 1: made for another version of the
    /// rules; bit 2: something was dropped.
    pub fn restore(&mut self, fragment: &str) -> u32 {
        let restored = share::restore(&mut self.session, fragment);
        u32::from(restored.something)
            | u32::from(restored.other_rules) << 1
            | u32::from(restored.dropped) << 2
    }
}

fn signed(index: Option<usize>) -> i32 {
    index.and_then(|index| i32::try_from(index).ok()).unwrap_or(-1)
}

fn clamped(number: i64) -> i32 {
    let bounds = (i64::from(i32::MIN), i64::from(i32::MAX));
    i32::try_from(number.clamp(bounds.0, bounds.1)).unwrap_or(0)
}

fn indexes(list: &[usize]) -> Vec<u32> {
    list.iter().map(|index| small(*index)).collect()
}
