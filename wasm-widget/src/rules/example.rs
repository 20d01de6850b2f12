//! One situation in which an item is on the list; used at build time, to show a fault.

use alloc::vec;
use alloc::vec::Vec;

use super::{Answer, Cut, Day, Kind, Question, RuleBook};

/// The terminal of an item that says yes.
const YES: u32 = 1;

impl RuleBook {
    /// Answers with which an item is on the list, and the day of the visit on which it is: this day, where it does not matter.
    /// Nothing when there are none. Questions that do not matter then have no answer, the others the first that leads there.
    pub fn example(&self, item: usize, today: Day) -> Option<Example> {
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
        let of = |index: usize| &values[self.layout.of(index)];
        let mut visits = self.questions.iter().enumerate();
        let visit = visits.find_map(|(index, question)| visit(&question.kind, of(index)));
        let visit = visit.unwrap_or(today);
        let answer =
            |(index, question): (usize, &Question)| answer(&question.kind, of(index), visit);
        Some(Example {
            answers: self.questions.iter().enumerate().map(answer).collect(),
            visit,
        })
    }
}

/// A situation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The answer to every question.
    pub answers: Vec<Answer>,
    /// The day of the visit.
    pub visit: Day,
}

/// The day that gives the day of the visit this value.
fn visit(kind: &Kind, values: &[Option<usize>]) -> Option<Day> {
    let Kind::Visit { cuts } = kind else {
        return None;
    };
    let value = values.first().copied().flatten()?;
    match (value.checked_sub(1), cuts.first()) {
        (Some(cut), _) => cuts.get(cut).map(|cut| day_of(*cut)),
        (None, first) => first.map(|cut| day_of(*cut) - 1),
    }
}

fn day_of(cut: Cut) -> Day {
    match cut {
        Cut::From(day) => day,
        Cut::Since { .. } | Cut::Years(_) => 0,
    }
}

/// The answer that gives a question's variables these values.
fn answer(kind: &Kind, values: &[Option<usize>], visit: Day) -> Answer {
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
        Kind::Date { cuts, chains, .. } => {
            let days = kind.days(visit);
            let moves = matches!(cuts.first(), Some(Cut::Since { .. } | Cut::Years(_)));
            let near = usize::from(chains.len() < 2 && moves != (first == 0));
            let day = days.get(first).filter(|[from, to]| from <= to);
            day.map_or(Answer::Missing, |day| Answer::Number(day[near]))
        }
        Kind::Visit { .. } => Answer::Missing,
    }
}
