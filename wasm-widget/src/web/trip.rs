//! The class `Trip`: several matters.

use alloc::string::String;
use alloc::vec::Vec;

use wasm_bindgen::prelude::wasm_bindgen;

use super::{codes, lists};
use crate::keys;
use crate::rules::{RuleBook, Session, small};
use crate::share;
use crate::trip::{Count, Follow, Keep, Lines, Merged, Total, Trip as Matters, Use};

/// One visitor's plan. Matters and questions are known by index, in the order in which they were added.
#[wasm_bindgen]
#[derive(Default)]
pub struct Trip {
    matters: Matters,
    /// The codes that the last restored address names.
    wanted: Vec<u32>,
}

#[wasm_bindgen]
impl Trip {
    /// A plan without matters. JavaScript says `Trip.open`, see `Wizard`.
    pub fn start() -> Trip {
        Trip::default()
    }

    /// The key under which a code travels in addresses, unless it collides with another code of the region.
    pub fn key(code: &str) -> u32 {
        keys::key(code)
    }

    /// Adds a matter by the key of its code, with its compiled rules, its lines, and the page's number of every paper that
    /// the lines name, in the order of the matter's own list; gives its index (the one that it has, if it is there
    /// already), -1 when something is damaged or missing or there are too many.
    pub fn add(&mut self, code_key: u32, rules: &[u8], lines: &[u8], numbers: &[u32]) -> i32 {
        let (Ok(book), Ok(lines)) = (RuleBook::from_bytes(rules), Lines::from_bytes(lines)) else {
            return -1;
        };
        codes::signed(self.matters.add(code_key, book, lines, numbers))
    }

    /// Takes a matter out; those behind it move up.
    pub fn remove(&mut self, matter: u32) {
        self.matters.remove(matter as usize);
    }

    /// The question to ask next: matter and question; nothing when there is none.
    pub fn next(&self) -> Vec<u32> {
        self.matters
            .next()
            .map_or(Vec::new(), |(matter, question)| {
                codes::numbers(&[matter, question])
            })
    }

    /// Answers a choice question.
    pub fn choose(&mut self, matter: u32, question: u32, option: u32) {
        self.matters
            .choose(matter as usize, question as usize, option as usize);
    }

    /// Answers a multi question.
    pub fn choose_many(&mut self, matter: u32, question: u32, options: &[u32]) {
        self.matters
            .choose_many(matter as usize, question as usize, &codes::indexes(options));
    }

    /// Says what follows from answers: question, option, the other question and its option, by their keys, four after four.
    pub fn follow(&mut self, keys: &[u32]) {
        self.matters.follow(Follow::read(keys));
    }

    /// Says on which day the resident comes, in days since 1 January 1970.
    pub fn visit(&mut self, day: i32) {
        self.matters.visit(Some(day.into()));
    }

    /// As of the wizard, for a matter.
    pub fn turn(&mut self, matter: u32) -> Vec<i32> {
        lists::turn(self.matters.turn(matter as usize))
    }

    /// Answers a number or date question with typed text: 0 taken, 1 no number (or no whole one where that is asked for) or no such
    /// day, 2 below the smallest answer, 3 above the largest, 4 too many decimals.
    pub fn number(&mut self, matter: u32, question: u32, text: &str) -> u8 {
        codes::entry(self.matters.enter(matter as usize, question as usize, text))
    }

    /// Marks a question as 不清楚.
    pub fn unsure(&mut self, matter: u32, question: u32) {
        self.matters.unsure(matter as usize, question as usize);
    }

    /// Takes an answer back.
    pub fn clear(&mut self, matter: u32, question: u32) {
        self.matters.clear(matter as usize, question as usize);
    }

    /// How many questions may still be asked, at most.
    pub fn remaining(&self) -> u32 {
        small(self.matters.remaining())
    }

    /// Whether the outcome of some matter depends on this question, given the answers to the others.
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

    /// The stop of a matter that is certain, -1 when none is.
    pub fn stop(&self, matter: u32) -> i32 {
        codes::signed(self.session(matter).and_then(Session::stop))
    }

    /// Whether some completion of a matter's answers ends in a list.
    pub fn has_list(&self, matter: u32) -> bool {
        self.session(matter).is_some_and(Session::has_list)
    }

    /// Whether some stop of a matter is possible (or certain).
    pub fn stop_open(&self, matter: u32) -> bool {
        self.session(matter).is_some_and(Session::stop_open)
    }

    /// For every item of a matter 0 not needed, 1 depends, 2 needed.
    pub fn items(&self, matter: u32) -> Vec<u8> {
        self.session(matter).map_or(Vec::new(), lists::items)
    }

    /// The smallest and the largest answer to a number question of a matter that a list with the item can have (-1: any list); nothing where
    /// there is no such list.
    pub fn span(&self, matter: u32, question: u32, item: i32) -> Vec<f64> {
        self.session(matter)
            .map_or(Vec::new(), |session| lists::span(session, question, item))
    }

    /// The questions of a matter on which an item still depends.
    pub fn open(&self, matter: u32, item: u32) -> Vec<u32> {
        self.session(matter).map_or(Vec::new(), |session| {
            codes::numbers(&session.open(item as usize))
        })
    }

    /// The merged list, row after row:
    ///
    /// - a row: what it is (bit 0: a choice, bit 1: needed, else all its uses depend);
    /// - then, if it is no choice, a total; uses; and uses once more: the rows with a choice that this paper serves at no extra
    ///   cost;
    /// - if it is a choice, how many ways to pick and the paper suggested plus one (0: none); uses; the number of ways, and of
    ///   each its index in the row of every use, the number of its papers and a total for each; with a suggestion, one more
    ///   total: what all the choices that the paper is suggested for want of it together;
    /// - a total: paper, originals, of these handed in, copies, days of freshness (0: any age), originals, handed in,
    ///   copies once more, and what becomes of the originals (0 open, 1 all come back, 2 all stay, 3 some stay). The first three counts are the smallest that are still possible, the last three the
    ///   largest; both are exact for each row of a matter, and equal when nothing is open;
    /// - uses: their number, and for each matter, index of the row in the matter's lines, and 1 needed or 0 depends.
    pub fn merged(&self) -> Vec<u32> {
        let mut flat = Vec::new();
        for row in self.matters.merge() {
            match row {
                Merged::Paper(paper) => {
                    flat.push(u32::from(paper.needed) << 1);
                    push_total(&mut flat, &paper.total);
                    push_uses(&mut flat, &paper.uses);
                    push_uses(&mut flat, &paper.serves);
                }
                Merged::Choice(choice) => {
                    let number = |total: Total| total.paper.saturating_add(1);
                    let suggested = choice.suggested.map_or(0, number);
                    flat.extend([u32::from(choice.needed) << 1 | 1, choice.pick, suggested]);
                    push_uses(&mut flat, &choice.uses);
                    flat.push(small(choice.from.len()));
                    for way in &choice.from {
                        flat.extend(way.at.iter().map(|at| small(*at)));
                        flat.push(small(way.papers.len()));
                        let papers = way.papers.iter();
                        papers.for_each(|total| push_total(&mut flat, total));
                    }
                    choice
                        .suggested
                        .iter()
                        .for_each(|total| push_total(&mut flat, total));
                }
            }
        }
        flat
    }

    /// Matters and answers for the part of an address after `#`, without it; empty when there are no matters.
    pub fn fragment(&self) -> String {
        share::trip_fragment(&self.matters)
    }

    /// Replaces all answers by those of an address; adds and removes no matters, see [`wanted`](Self::wanted). Bit 0:
    /// something restored; bit 1: made for another version of some rules; bit 2: something was dropped; bit 3: the address
    /// was cut.
    pub fn restore(&mut self, fragment: &str) -> u32 {
        self.wanted = share::wanted(fragment);
        codes::restored(share::restore_trip(&mut self.matters, fragment))
    }

    /// The keys of the codes that the last restored address names, in order.
    pub fn wanted(&self) -> Vec<u32> {
        self.wanted.clone()
    }
}

impl Trip {
    fn session(&self, matter: u32) -> Option<&Session> {
        self.matters
            .matters()
            .get(matter as usize)
            .map(|matter| matter.session())
    }
}

fn push_total(flat: &mut Vec<u32>, total: &Total) {
    let push = |flat: &mut Vec<u32>, count: Count| {
        flat.extend([count.originals, count.handed_in, count.copies]);
    };
    flat.push(total.paper);
    push(flat, total.least);
    flat.push(total.fresh_days.unwrap_or(0));
    push(flat, total.most);
    flat.push(match total.keep {
        Keep::Open => 0,
        Keep::Back => 1,
        Keep::Stay => 2,
        Keep::Some => 3,
    });
}

fn push_uses(flat: &mut Vec<u32>, uses: &[Use]) {
    flat.push(small(uses.len()));
    for by in uses {
        flat.extend([small(by.matter), small(by.line), u32::from(by.needed)]);
    }
}
