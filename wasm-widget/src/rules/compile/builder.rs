//! Conditions to nodes, with a bound on the work.
//!
//! Inside, a condition is a root with the terminals 0 (no) and 1 (yes).

use alloc::collections::BTreeMap;
use alloc::vec;
use alloc::vec::Vec;

use crate::rules::layout::Layout;
use crate::rules::table::Table;
use crate::rules::{Condition, Cut, Day, Implied, Kind, NumberRange, Question, limits, small};

/// Pairs of nodes that may be combined on the way.
const STEPS: usize = 400_000;
/// Nodes and children that may be made on the way; most are not part of the result.
const ROOM: usize = 5;

/// The bound on the work was passed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Overflow;

/// How the terminals of two diagrams are combined.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Op {
    /// Yes when both are.
    And,
    /// Yes when one of them is.
    Or,
    /// This terminal where the first is yes, else what the second says.
    Then(u32),
    /// 2 where the first (the stops) is not 0, else what the second says.
    Guard,
}

impl Op {
    /// The result, when it can be told without looking further down. `base`: the number of terminals.
    fn settle(self, left: u32, right: u32, base: u32) -> Option<u32> {
        match (self, left, right) {
            (Op::And, 0, _) | (Op::And, _, 0) => Some(0),
            (Op::Or, 1, _) | (Op::Or, _, 1) => Some(1),
            (Op::And, 1, other)
            | (Op::And, other, 1)
            | (Op::Or, other, 0)
            | (Op::Or | Op::Then(_) | Op::Guard, 0, other) => Some(other),
            (Op::And | Op::Or, _, _) if left == right => Some(left),
            (Op::Then(terminal), 1, _) => Some(terminal),
            (Op::Guard, stop, _) if stop < base => Some(2),
            _ => None,
        }
    }
}

/// Makes nodes from conditions.
pub(super) struct Builder<'a> {
    questions: &'a [Question],
    layout: &'a Layout,
    implied: &'a [Implied],
    table: Table,
    /// The roots of the shared conditions compiled so far.
    facts: Vec<u32>,
    memo: BTreeMap<(Op, u32, u32), u32>,
}

impl<'a> Builder<'a> {
    /// A builder without nodes; `terminals` is where their numbers begin.
    pub(super) fn new(
        terminals: u32,
        questions: &'a [Question],
        layout: &'a Layout,
        implied: &'a [Implied],
    ) -> Self {
        Builder {
            questions,
            layout,
            implied,
            table: Table::new(terminals),
            facts: Vec::new(),
            memo: BTreeMap::new(),
        }
    }

    /// The nodes made so far.
    pub(super) fn table(&self) -> &Table {
        &self.table
    }

    /// Compiles the next shared condition; one that nothing uses costs nothing.
    pub(super) fn fact(&mut self, condition: &Condition, used: bool) -> Result<(), Overflow> {
        let root = if used { self.condition(condition)? } else { 0 };
        self.facts.push(root);
        Ok(())
    }

    /// The root of a condition.
    pub(super) fn condition(&mut self, condition: &Condition) -> Result<u32, Overflow> {
        match condition {
            Condition::Always => Ok(1),
            Condition::Never => Ok(0),
            Condition::All(list) => self.fold(Op::And, 1, list),
            Condition::Any(list) => self.fold(Op::Or, 0, list),
            Condition::Not(inner) => {
                let holds = self.condition(inner)?;
                self.apply(Op::Then(0), holds, 1)
            }
            Condition::Fact(index) => Ok(self.facts[*index]),
            Condition::Choice { question, any_of } => self.choice(*question, any_of),
            Condition::Multi {
                question,
                any_of,
                at_least,
            } => Ok(self.multi(*question, any_of, *at_least)),
            Condition::Number { question, range } => Ok(self.number(*question, *range)),
            Condition::Date { question, from, to } => Ok(self.date(*question, *from, *to)),
            Condition::Visit { from, to } => {
                // It stands behind all that are asked.
                let visit = self.questions.len().saturating_sub(1);
                Ok(self.date(visit, from.map(Cut::From), to.map(Cut::From)))
            }
        }
    }

    /// Combines two roots.
    pub(super) fn apply(&mut self, op: Op, left: u32, right: u32) -> Result<u32, Overflow> {
        if let Some(settled) = op.settle(left, right, self.table.base()) {
            return Ok(settled);
        }
        let key = (op, left, right);
        if let Some(known) = self.memo.get(&key) {
            return Ok(*known);
        }
        let room = self.table.end() as usize <= ROOM * limits::NODES
            && self.table.edges() <= ROOM * limits::EDGES;
        if self.memo.len() >= STEPS || !room {
            return Err(Overflow);
        }
        let variable = self.variable(left).min(self.variable(right));
        let arity = self.layout.arity(variable).unwrap_or(0);
        let mut children = Vec::with_capacity(arity);
        for value in 0..arity {
            let (left, right) = (
                self.under(left, variable, value),
                self.under(right, variable, value),
            );
            children.push(self.apply(op, left, right)?);
        }
        let made = self.table.make(variable, &children);
        self.memo.insert(key, made);
        Ok(made)
    }

    fn fold(&mut self, op: Op, start: u32, list: &[Condition]) -> Result<u32, Overflow> {
        list.iter().try_fold(start, |sum, condition| {
            let next = self.condition(condition)?;
            self.apply(op, sum, next)
        })
    }

    /// The answer itself, but where it follows from another one.
    fn choice(&mut self, question: usize, any_of: &[usize]) -> Result<u32, Overflow> {
        let mut root = self.answered(question, any_of);
        let implied = self.implied;
        // The first that is declared counts, where two contradict each other.
        for implied in implied.iter().filter(|one| one.then == question).rev() {
            let follows = self.choice(implied.question, &[implied.option])?;
            let holds = u32::from(any_of.contains(&implied.answer));
            root = self.apply(Op::Then(holds), follows, root)?;
        }
        Ok(root)
    }

    fn answered(&mut self, question: usize, any_of: &[usize]) -> u32 {
        let variable = self.layout.of(question).start;
        let arity = self.layout.arity(small(variable)).unwrap_or(0);
        let children: Vec<u32> = (0..arity)
            .map(|option| u32::from(any_of.contains(&option)))
            .collect();
        self.table.make(small(variable), &children)
    }

    /// From the last option to the first: where so many more of those that follow have to be chosen, for every number up to the
    /// one that is wanted.
    fn multi(&mut self, question: usize, any_of: &[usize], at_least: usize) -> u32 {
        let Kind::Multi { used, .. } = &self.questions[question].kind else {
            return 0;
        };
        let variables = self.layout.of(question).zip(used).rev();
        let named = variables.filter(|(_, option)| any_of.contains(&(**option as usize)));
        // More than there are options is as impossible as one more.
        let wanted = at_least.min(any_of.len() + 1);
        let mut roots: Vec<u32> = (0..=wanted).map(|more| u32::from(more == 0)).collect();
        for (variable, _) in named {
            for more in (1..=wanted).rev() {
                let children = [roots[more], roots[more - 1]];
                roots[more] = self.table.make(small(variable), &children);
            }
        }
        roots[wanted]
    }

    fn number(&mut self, question: usize, range: NumberRange) -> u32 {
        let Kind::Number { min, cuts, .. } = &self.questions[question].kind else {
            return 0;
        };
        let variable = small(self.layout.of(question).start);
        // Every cut begins an interval, so its first number speaks for all of it.
        let firsts = [*min].into_iter().chain(cuts.iter().copied());
        let children: Vec<u32> = firsts
            .map(|first| u32::from(range.contains(first)))
            .collect();
        self.table.make(variable, &children)
    }

    fn date(&mut self, question: usize, from: Option<Cut>, to: Option<Cut>) -> u32 {
        let (cuts, chains, min, is_past) = match &self.questions[question].kind {
            Kind::Date {
                cuts,
                chains,
                min,
                max,
            } => (cuts, chains.clone(), *min, max.is_none()),
            Kind::Visit { cuts } => (cuts, vec![small(cuts.len())], Day::MIN, false),
            // A visit of which no day is named: any will do.
            _ => return 1,
        };
        let variable = small(self.layout.of(question).start);
        let passed = |cut: Cut, value: usize| match cut {
            // No date comes before it.
            Cut::From(day) if day <= min => true,
            Cut::Years(0) if is_past => true,
            cut => {
                let at = cuts.iter().position(|known| *known == cut);
                at.is_some_and(|at| is_passed(&chains, at, value))
            }
        };
        let holds = |value: usize| {
            from.is_none_or(|cut| passed(cut, value)) && to.is_none_or(|cut| !passed(cut, value))
        };
        let arity = self.layout.arity(variable).unwrap_or(0);
        let children: Vec<u32> = (0..arity).map(|value| u32::from(holds(value))).collect();
        self.table.make(variable, &children)
    }

    /// The variable that a root asks; terminals come after all.
    fn variable(&self, root: u32) -> u32 {
        if root < self.table.base() {
            u32::MAX
        } else {
            self.table.variable(root)
        }
    }

    /// What a root becomes when a variable, not after its own, has this value.
    fn under(&self, root: u32, variable: u32, value: usize) -> u32 {
        if self.variable(root) == variable {
            self.table.children(root)[value]
        } else {
            root
        }
    }
}

/// Whether a date of this value has passed the cut of this index, see [`Kind::Date`].
fn is_passed(chains: &[u32], mut index: usize, mut value: usize) -> bool {
    let mut numbers = Vec::new();
    for length in chains.iter().rev() {
        numbers.push(value % (*length as usize + 1));
        value /= *length as usize + 1;
    }
    for (length, passed) in chains.iter().zip(numbers.iter().rev()) {
        if index < *length as usize {
            return index < *passed;
        }
        index -= *length as usize;
    }
    false
}
