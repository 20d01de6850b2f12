//! What [`compile`](super::compile()) takes: questions, stops and items, all known by index only.

use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;

use super::day::{Cut, Day};

/// The rules of one guide.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RuleSource {
    /// Which guide they belong to, in shared addresses; see [`keys`](crate::keys).
    pub id: u32,
    /// The questions, in the order in which they are asked.
    pub questions: Vec<QuestionSource>,
    /// Conditions that others use by their index; each may use those before it.
    pub facts: Vec<Condition>,
    /// When each stop holds; the first that holds wins.
    pub stops: Vec<Condition>,
    /// When each item (a material, a step, a note, …) is on the list.
    pub items: Vec<Condition>,
    /// Which answers are numbers of pieces.
    pub counted: Vec<Counted>,
    /// What follows from answers without being asked.
    pub implied: Vec<Implied>,
}

/// Whoever gives one answer has given another one too: it is not asked any more, and whatever else was said to it does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Implied {
    /// Index of a choice question.
    pub question: usize,
    /// The option of it that is answered.
    pub option: usize,
    /// Index of a choice question that comes after it.
    pub then: usize,
    /// The option of that one which follows.
    pub answer: usize,
}

/// The answer to a number question says how much of something is wanted: the question is worth asking as long as that may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// Index of a number question.
    pub question: usize,
    /// The item that is wanted in this number; none: it always is.
    pub item: Option<usize>,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionSource {
    /// Its key in shared addresses, different from every other question's; see [`keys`](crate::keys).
    pub key: u32,
    /// What can be answered.
    pub kind: QuestionKind,
    /// A key for every option, all different; empty for a number or a date.
    pub option_keys: Vec<u32>,
}

/// What can be answered to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuestionKind {
    /// Exactly one of the options.
    Choice {
        /// How many options there are, at least one.
        options: usize,
    },
    /// Any set of the options, none of them too.
    Multi {
        /// How many options there are.
        options: usize,
    },
    /// A number. With decimals it is told in the smallest step, here and in conditions: 45.5 is 455 at a scale of 1.
    Number {
        /// The smallest possible answer.
        min: i64,
        /// The largest possible answer.
        max: i64,
        /// How many decimals it may have.
        scale: u32,
    },
    /// A date.
    Date {
        /// The first possible day.
        min: Day,
        /// The last possible day; none: the day of the visit.
        max: Option<Day>,
    },
}

/// A condition over the answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// Holds in every situation.
    Always,
    /// Holds in none.
    Never,
    /// All of them hold; of none: always.
    All(Vec<Condition>),
    /// At least one of them holds; of none: never.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// The shared condition of this index holds.
    Fact(usize),
    /// The option chosen is one of these.
    Choice {
        /// Index of a choice question.
        question: usize,
        /// Indexes of options.
        any_of: Vec<usize>,
    },
    /// At least so many of these options are among the chosen.
    Multi {
        /// Index of a multi question.
        question: usize,
        /// Indexes of options.
        any_of: Vec<usize>,
        /// How many; 1 for any of them.
        at_least: usize,
    },
    /// The number lies in the range.
    Number {
        /// Index of a number question.
        question: usize,
        /// The range, ends included.
        range: NumberRange,
    },
    /// The date has passed the one and has not passed the other.
    Date {
        /// Index of a date question.
        question: usize,
        /// Passed; none: whatever the date.
        from: Option<Cut>,
        /// Not passed; none: whatever the date.
        to: Option<Cut>,
    },
    /// The visit itself is on one of these days: nobody is asked, the phone knows.
    Visit {
        /// The first day; none: any that comes before.
        from: Option<Day>,
        /// The first day behind them; none: all that follow.
        to: Option<Day>,
    },
}

impl RuleSource {
    /// Which facts some stop or item uses, by way of other facts too.
    pub(crate) fn used_facts(&self) -> Vec<bool> {
        let mut used = vec![false; self.facts.len()];
        self.stops
            .iter()
            .chain(&self.items)
            .for_each(|condition| condition.mark_facts(&mut used));
        // A fact uses earlier ones only, so one pass from the end finds all.
        for index in (0..self.facts.len()).rev() {
            if used[index] {
                self.facts[index].mark_facts(&mut used);
            }
        }
        used
    }
}

impl Condition {
    fn mark_facts(&self, used: &mut [bool]) {
        match self {
            Condition::Fact(index) => used[*index] = true,
            Condition::All(list) | Condition::Any(list) => {
                for inner in list {
                    inner.mark_facts(used);
                }
            }
            Condition::Not(inner) => inner.mark_facts(used),
            Condition::Always
            | Condition::Never
            | Condition::Choice { .. }
            | Condition::Multi { .. }
            | Condition::Number { .. }
            | Condition::Date { .. }
            | Condition::Visit { .. } => {}
        }
    }
}

/// A range of numbers, ends included; a missing end is open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NumberRange {
    /// The smallest number inside.
    pub min: Option<i64>,
    /// The largest number inside.
    pub max: Option<i64>,
}

impl NumberRange {
    /// Whether `number` lies inside.
    pub fn contains(self, number: i64) -> bool {
        self.min.is_none_or(|min| min <= number) && self.max.is_none_or(|max| number <= max)
    }
}
