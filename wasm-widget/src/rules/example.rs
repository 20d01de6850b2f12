//! One situation in which an item is on the list; used at build time, to show a fault.

use alloc::vec;
use alloc::vec::Vec;

use super::{Answer, Kind, Question, RuleBook};

/// The terminal of an item that says yes.
const YES: u32 = 1;

impl RuleBook {
    /// Answers with which an item is on the list; nothing when there are none. Questions that do not matter then have no
    /// answer, the others the first that leads there.
    pub fn example(&self, item: usize) -> Option<Vec<Answer>> {
        let root = *self.items.get(item)?;
        let base = self.table.base();
        let mut leads: Vec<bool> = Vec::new();
        let is_yes = |leads: &[bool], node: u32| {
            node.checked_sub(base)
                .map_or(node == YES, |index| leads[index as usize])
        };
        for node in base..self.table.end() {
            let mut children = self.table.children(node).iter();
            let any = children.any(|child| is_yes(&leads, *child));
            leads.push(any);
        }
        if !is_yes(&leads, root) {
            return None;
        }
        let mut values = vec![None; self.layout.len()];
        let mut node = root;
        while node >= base {
            let children = self.table.children(node);
            let value = children.iter().position(|child| is_yes(&leads, *child))?;
            values[self.table.variable(node) as usize] = Some(value);
            node = children[value];
        }
        let answer = |(index, question): (usize, &Question)| {
            answer(&question.kind, &values[self.layout.of(index)])
        };
        Some(self.questions.iter().enumerate().map(answer).collect())
    }
}

/// The answer that gives a question's variables these values.
fn answer(kind: &Kind, values: &[Option<usize>]) -> Answer {
    if values.iter().all(Option::is_none) {
        return Answer::Missing;
    }
    let first = values.first().copied().flatten().unwrap_or(0);
    match kind {
        Kind::Choice { .. } => Answer::Choice(first),
        Kind::Multi { used, .. } => {
            let chosen = used.iter().zip(values);
            let chosen = chosen.filter(|(_, value)| **value == Some(1));
            Answer::Multi(chosen.map(|(option, _)| *option as usize).collect())
        }
        // The numbers beside a bound are those that people check: 79 and 80.
        Kind::Number { min, cuts, .. } => Answer::Number(match first.checked_sub(1) {
            Some(cut) => cuts[cut],
            None => cuts.first().map_or(*min, |cut| cut - 1),
        }),
    }
}
