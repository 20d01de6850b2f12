//! Which of a guide's named conditions its pages call by name: those whose words would be long. A short one is spelled
//! out wherever it is used, so that nobody has to look it up.

use std::collections::BTreeSet;

use super::{Condition, Line, Matter};

/// The most answers that a named condition may consist of to be spelled out.
const MOST_ANSWERS: usize = 6;
/// How deep its groups may be nested to be spelled out.
const DEEPEST: usize = 2;

/// How much there is to read.
#[derive(Clone, Copy)]
struct Length {
    answers: usize,
    depth: usize,
}

impl<T> Matter<T> {
    /// The conditions of everything on the guide's pages: stops, lines, steps, notes, fees, visits, time limits and places.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        let lines = self.lines.iter().flat_map(Line::conditions);
        let steps = self.steps.iter().filter_map(|step| step.when.as_ref());
        let notes = self.notes.iter().filter_map(|note| note.when.as_ref());
        let mandatory = self.stops.iter().map(|stop| &stop.when);
        let all = mandatory.chain(lines).chain(steps).chain(notes);
        all.chain(self.case_conditions().flatten())
    }

    /// For every fact whether pages call it by its name.
    pub fn facts_by_name(&self) -> Vec<bool> {
        let mut lengths: Vec<Length> = Vec::new();
        for fact in &self.facts {
            let length = length(&fact.condition, &lengths);
            lengths.push(length);
        }
        lengths.into_iter().map(Length::is_long).collect()
    }

    /// The facts that these conditions are told with by name, and those that their meanings name, in their order: what a
    /// reader has to be told once. Their indexes.
    pub fn facts_to_tell<'a>(
        &self,
        conditions: impl IntoIterator<Item = &'a Condition>,
    ) -> Vec<usize> {
        let mut used = BTreeSet::new();
        for condition in conditions {
            mark(condition, &mut used);
        }
        // A fact uses earlier ones only.
        for index in (0..self.facts.len()).rev() {
            if used.contains(&index) {
                mark(&self.facts[index].condition, &mut used);
            }
        }
        let by_name = self.facts_by_name();
        let told = used.into_iter().filter(|index| by_name[*index]);
        told.collect()
    }
}

impl Length {
    fn is_long(self) -> bool {
        self.answers > MOST_ANSWERS || self.depth > DEEPEST
    }
}

/// The length of a condition's words; `facts`: those of the facts that it may use.
fn length(condition: &Condition, facts: &[Length]) -> Length {
    const ONE: Length = Length {
        answers: 1,
        depth: 0,
    };
    match condition {
        Condition::All(parts) | Condition::Any(parts) => {
            let parts: Vec<Length> = parts.iter().map(|part| length(part, facts)).collect();
            let deepest = parts.iter().map(|part| part.depth).max().unwrap_or(0);
            Length {
                answers: parts.iter().map(|part| part.answers).sum(),
                depth: deepest + usize::from(parts.len() > 1),
            }
        }
        Condition::Not(inner) => length(inner, facts),
        Condition::Chosen(_)
        | Condition::Within { .. }
        | Condition::WithinLocal { .. }
        | Condition::Dated { .. }
        | Condition::DatedLocal { .. }
        | Condition::Visit(_) => ONE,
        Condition::Fact(index) if facts[*index].is_long() => ONE,
        Condition::Fact(index) => facts[*index],
    }
}

fn mark(condition: &Condition, used: &mut BTreeSet<usize>) {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => {
            for part in parts {
                mark(part, used);
            }
        }
        Condition::Not(inner) => mark(inner, used),
        Condition::Fact(index) => {
            used.insert(*index);
        }
        Condition::Chosen(_)
        | Condition::Within { .. }
        | Condition::WithinLocal { .. }
        | Condition::Dated { .. }
        | Condition::DatedLocal { .. }
        | Condition::Visit(_) => {}
    }
}
