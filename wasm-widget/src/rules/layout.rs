//! Questions as the engine knows them, and the variables of the diagrams that stand for them.

use alloc::vec::Vec;
use core::ops::Range;

use super::{Answer, limits, small};
use crate::wire::{Carrier, Travel};

/// A question of a rule book.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Question {
    /// Its key in shared addresses.
    pub key: u32,
    /// What can be answered.
    pub kind: Kind,
}

/// What can be answered, and how fine the rules look at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// One of the options: one variable with a value for each.
    Choice {
        /// The key of each option.
        options: Vec<u32>,
    },
    /// Any set of the options: a yes-or-no variable for each one that a condition uses.
    Multi {
        /// The key of each option.
        options: Vec<u32>,
        /// Indexes of the options that conditions use, ascending.
        used: Vec<u32>,
    },
    /// A number: one variable with a value for each interval. With decimals every number here is so many of the smallest step: 45.5 is
    /// 455 at a scale of 1.
    Number {
        /// The smallest answer.
        min: i64,
        /// The largest answer.
        max: i64,
        /// How many decimals an answer may have; 0: whole numbers.
        scale: u32,
        /// The first number of every interval but the first, ascending.
        cuts: Vec<i64>,
    },
}

impl Travel for Question {
    fn travel(&mut self, carrier: &mut impl Carrier) {
        carrier.number(&mut self.key);
        self.kind.travel(carrier);
    }
}

impl Default for Kind {
    fn default() -> Self {
        Kind::Choice {
            options: Vec::new(),
        }
    }
}

impl Travel for Kind {
    fn travel(&mut self, carrier: &mut impl Carrier) {
        let mut tag = match self {
            Kind::Choice { .. } => 0,
            Kind::Multi { .. } => 1,
            Kind::Number { .. } => 2,
        };
        carrier.number(&mut tag);
        if carrier.reads() {
            *self = match tag {
                0 => Kind::default(),
                1 => Kind::Multi {
                    options: Vec::new(),
                    used: Vec::new(),
                },
                2 => Kind::Number {
                    min: 0,
                    max: 0,
                    scale: 0,
                    cuts: Vec::new(),
                },
                _ => return carrier.refuse(),
            };
        }
        match self {
            Kind::Choice { options } => carrier.list(options),
            Kind::Multi { options, used } => {
                carrier.list(options);
                carrier.list(used);
            }
            Kind::Number {
                min,
                max,
                scale,
                cuts,
            } => {
                carrier.signed(min);
                carrier.signed(max);
                carrier.number(scale);
                carrier.list(cuts);
            }
        }
    }
}

impl Kind {
    /// Whether the parts fit together and the sizes are within the [`limits`].
    fn is_sound(&self) -> bool {
        match self {
            Kind::Choice { options } => !options.is_empty() && options.len() <= limits::OPTIONS,
            Kind::Multi { options, used } => {
                let inside = used
                    .last()
                    .is_none_or(|last| (*last as usize) < options.len());
                options.len() <= limits::OPTIONS && inside && ascends(used)
            }
            Kind::Number {
                min,
                max,
                scale,
                cuts,
            } => {
                let inside = cuts.first().is_none_or(|cut| min < cut)
                    && cuts.last().is_none_or(|cut| cut <= max);
                let fits = *scale <= limits::SCALE && cuts.len() < limits::OPTIONS;
                min <= max && fits && inside && ascends(cuts)
            }
        }
    }

    /// How many variables stand for the question.
    fn variables(&self) -> usize {
        match self {
            Kind::Multi { used, .. } => used.len(),
            Kind::Choice { .. } | Kind::Number { .. } => 1,
        }
    }

    /// How many values each of its variables has.
    fn arity(&self) -> usize {
        match self {
            Kind::Choice { options } => options.len(),
            Kind::Multi { .. } => 2,
            Kind::Number { cuts, .. } => cuts.len() + 1,
        }
    }

    /// Whether an answer is one that the question allows.
    pub(crate) fn allows(&self, answer: &Answer) -> bool {
        match (self, answer) {
            (_, Answer::Missing | Answer::Unsure) => true,
            (Kind::Choice { options }, Answer::Choice(option)) => *option < options.len(),
            (Kind::Multi { options, .. }, Answer::Multi(chosen)) => {
                chosen.iter().all(|option| *option < options.len())
            }
            (Kind::Number { min, max, .. }, Answer::Number(number)) => {
                (min..=max).contains(&number)
            }
            _ => false,
        }
    }

    /// The value that an answer gives to the question's `nth` variable.
    pub(crate) fn value(&self, nth: usize, answer: &Answer) -> Option<u32> {
        match (self, answer) {
            (Kind::Choice { .. }, Answer::Choice(option)) => Some(small(*option)),
            (Kind::Multi { used, .. }, Answer::Multi(chosen)) => {
                let option = *used.get(nth)? as usize;
                Some(u32::from(chosen.contains(&option)))
            }
            (Kind::Number { cuts, .. }, Answer::Number(number)) => {
                Some(small(cuts.iter().filter(|cut| *cut <= number).count()))
            }
            _ => None,
        }
    }
}

fn ascends<T: PartialOrd>(list: &[T]) -> bool {
    list.windows(2).all(|pair| pair[0] < pair[1])
}

/// Which variables belong to which question; variables stand in the order of the questions.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    /// The first variable of each question, and the number of all at the end.
    firsts: Vec<u32>,
    /// Question and number of values of each variable.
    variables: Vec<(u32, u32)>,
}

impl Layout {
    /// The layout for these questions, or nothing when they are unsound or too many.
    pub(crate) fn new(questions: &[Question]) -> Option<Self> {
        let mut layout = Layout {
            firsts: Vec::new(),
            variables: Vec::new(),
        };
        for (index, Question { kind, .. }) in questions.iter().enumerate() {
            layout.firsts.push(small(layout.variables.len()));
            if index >= limits::QUESTIONS || !kind.is_sound() {
                return None;
            }
            let variable = (small(index), small(kind.arity()));
            layout
                .variables
                .extend((0..kind.variables()).map(|_| variable));
        }
        layout.firsts.push(small(layout.variables.len()));
        (layout.variables.len() <= limits::VARIABLES).then_some(layout)
    }

    /// How many variables there are.
    pub(crate) fn len(&self) -> usize {
        self.variables.len()
    }

    /// The variables of a question.
    pub(crate) fn of(&self, question: usize) -> Range<usize> {
        self.firsts[question] as usize..self.firsts[question + 1] as usize
    }

    /// The question of a variable.
    pub(crate) fn question(&self, variable: u32) -> usize {
        self.variables[variable as usize].0 as usize
    }

    /// How many values a variable has, or nothing when there is no such variable.
    pub(crate) fn arity(&self, variable: u32) -> Option<usize> {
        Some(self.variables.get(variable as usize)?.1 as usize)
    }
}
