//! Why an item is needed: a smallest set of answers that makes it so.
//!
//! With fewer answers there are more completions, so an item that is needed under some of the answers
//! is needed under all sets between. Dropping one answer after the other therefore ends in a set
//! of which no part would do.

use alloc::vec;
use alloc::vec::Vec;

use super::RuleBook;
use super::narrow::{Known, follow};

/// The terminal of an item that is not on the list.
const NO: u32 = 0;

/// The questions whose answers make a needed item needed, ascending. Later answers are dropped first.
///
/// `known` must make the item needed; `unknown` is what is known of a variable without an answer.
pub(crate) fn reasons(
    book: &RuleBook,
    item: usize,
    known: &[Known],
    unknown: &[Known],
) -> Vec<usize> {
    let mut known = known.to_vec();
    let mut walk = Walk {
        book,
        visited: vec![0; book.node_count()],
        round: 0,
        todo: Vec::new(),
    };
    let mut asked = walk.asked(book.items[item], &known).unwrap_or_default();
    let mut kept = Vec::new();
    for question in (0..book.questions.len()).rev() {
        let variables = book.layout.of(question);
        let answer = known[variables.clone()].to_vec();
        known[variables.clone()].copy_from_slice(&unknown[variables.clone()]);
        // An answer at which the last walk never looked can go without another walk.
        if !asked.get(question).is_some_and(|asked| *asked) {
            continue;
        }
        if let Some(now) = walk.asked(book.items[item], &known) {
            asked = now;
        } else {
            known[variables].copy_from_slice(&answer);
            kept.push(question);
        }
    }
    kept.reverse();
    kept
}

struct Walk<'a> {
    book: &'a RuleBook,
    /// The last round in which each node was visited.
    visited: Vec<u32>,
    round: u32,
    todo: Vec<u32>,
}

impl Walk<'_> {
    /// The questions whose answers decide where a walk from `root` goes, or nothing when it can end in [`NO`].
    fn asked(&mut self, root: u32, known: &[Known]) -> Option<Vec<bool>> {
        let table = &self.book.table;
        let mut asked = vec![false; self.book.questions.len()];
        self.round += 1;
        self.todo.clear();
        self.todo.push(root);
        while let Some(node) = self.todo.pop() {
            if node == NO {
                return None;
            }
            if node < table.base() || self.visited[(node - table.base()) as usize] == self.round {
                continue;
            }
            self.visited[(node - table.base()) as usize] = self.round;
            let variable = table.variable(node);
            if matches!(known[variable as usize], Known::Value(_)) {
                asked[self.book.layout.question(variable)] = true;
            }
            self.todo.extend(follow(table, node, known));
        }
        Some(asked)
    }
}
