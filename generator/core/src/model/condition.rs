//! When something holds: a question's answer, and what combines such answers.

use std::collections::BTreeSet;

use jiff::civil::Date;
use onetrip_widget::rules;

use super::date::{self, AgeUnit, Side, When};
use super::{Bound, Numbers, Text};
use crate::diagnostic::Place;

/// A condition with its questions and options resolved to their indexes in the guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// Every one holds.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
    /// The other one does not hold.
    Not(Box<Condition>),
    /// The answer of a choice or multi question is (or has) one of these options.
    Chosen(Choice),
    /// The answer of a number question lies in the range.
    Within {
        /// Index of the question.
        question: usize,
        /// The range as its author wrote it.
        range: Range,
    },
    /// The answer of a number question lies in a range that local facts say. It becomes [`Within`](Self::Within) in every place that
    /// has the facts, see [`Matter::with_numbers`](super::Matter::with_numbers), and only then a rule.
    WithinLocal {
        /// Index of the question.
        question: usize,
        /// The range as its author wrote it.
        range: Range<Bound>,
    },
    /// The answer of a date question is on one side of an age, or one of these days.
    Dated {
        /// Index of the question.
        question: usize,
        /// As its author wrote it.
        when: When,
    },
    /// The same with an age that a local fact says, the only end of the range. It becomes [`Dated`](Self::Dated) as a local range does.
    DatedLocal {
        /// Index of the question.
        question: usize,
        /// The number: [`Range::Exactly`].
        n: Range<Bound>,
        /// Of what.
        unit: AgeUnit,
        /// On which side of it.
        side: Side,
    },
    /// One comes on one of these days (来的日子).
    Visit(Range<Date>),
    /// The guide's named condition of this index holds.
    Fact(usize),
}

/// A range of numbers, in steps of the question's last decimal, or of days, as its author wrote it: `< 16` and `<= 15` hold for the same
/// numbers and say it otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Range<N = i64> {
    /// `< 16`
    Below(N),
    /// `<= 15`
    AtMost(N),
    /// `>= 60`
    AtLeast(N),
    /// `> 59`
    Above(N),
    /// `60..79`, both ends included.
    Between(N, N),
    /// `80`
    Exactly(N),
}

/// A condition that a guide names (事实), read once and shared by everything that uses it.
#[derive(Clone, Debug)]
pub struct Fact<T = Text> {
    /// Its name.
    pub name: T,
    /// When it holds; it uses only facts before it in the guide's list.
    pub condition: Condition,
    /// Where it stands.
    pub place: Place,
}

/// One of these options of one question, or several of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Index of the question.
    pub question: usize,
    /// Indexes of the options; never empty.
    pub options: Vec<usize>,
    /// Whether the question lets several be chosen.
    pub multi: bool,
    /// How many of the options have to be chosen; more than 1 only where several may be.
    pub at_least: usize,
}

impl Condition {
    /// Indexes of the questions that it asks, by way of facts too.
    pub fn questions<T>(&self, facts: &[Fact<T>]) -> BTreeSet<usize> {
        let mut questions = BTreeSet::new();
        let mut seen = BTreeSet::new();
        self.collect(facts, &mut questions, &mut seen);
        questions
    }

    /// Every fact is looked into once, however many ways lead to it.
    fn collect<T>(
        &self,
        facts: &[Fact<T>],
        questions: &mut BTreeSet<usize>,
        seen: &mut BTreeSet<usize>,
    ) {
        match self {
            Self::All(list) | Self::Any(list) => {
                for inner in list {
                    inner.collect(facts, questions, seen);
                }
            }
            Self::Not(inner) => inner.collect(facts, questions, seen),
            Self::Chosen(Choice { question, .. })
            | Self::Within { question, .. }
            | Self::WithinLocal { question, .. }
            | Self::Dated { question, .. }
            | Self::DatedLocal { question, .. } => {
                questions.insert(*question);
            }
            Self::Visit(_) => {}
            Self::Fact(index) => {
                if let Some(fact) = facts.get(*index).filter(|_| seen.insert(*index)) {
                    fact.condition.collect(facts, questions, seen);
                }
            }
        }
    }

    /// The same for the engine.
    pub fn to_rule(&self) -> rules::Condition {
        match self {
            Self::All(list) => rules::Condition::All(list.iter().map(Self::to_rule).collect()),
            Self::Any(list) => rules::Condition::Any(list.iter().map(Self::to_rule).collect()),
            Self::Not(inner) => rules::Condition::Not(Box::new(inner.to_rule())),
            Self::Chosen(Choice {
                question,
                options,
                multi: true,
                at_least,
            }) => rules::Condition::Multi {
                question: *question,
                any_of: options.clone(),
                at_least: *at_least,
            },
            Self::Chosen(Choice {
                question,
                options,
                multi: false,
                ..
            }) => rules::Condition::Choice {
                question: *question,
                any_of: options.clone(),
            },
            Self::Within { question, range } => rules::Condition::Number {
                question: *question,
                range: range.bounds(),
            },
            // Where nobody has told the fact, the range holds for nobody; that is an error.
            Self::WithinLocal { .. } | Self::DatedLocal { .. } => rules::Condition::Any(Vec::new()),
            Self::Dated { question, when } => {
                let (from, to) = when.cuts();
                let question = *question;
                rules::Condition::Date { question, from, to }
            }
            Self::Visit(days) => {
                let (from, to) = date::ends(*days);
                rules::Condition::Visit { from, to }
            }
            Self::Fact(index) => rules::Condition::Fact(*index),
        }
    }

    /// Every range that local facts say, in it and not in the facts that it names: its question, and its ends.
    pub(crate) fn local_ranges<'a>(&'a self, found: &mut Vec<(usize, &'a Range<Bound>)>) {
        match self {
            Self::All(list) | Self::Any(list) => {
                for inner in list {
                    inner.local_ranges(found);
                }
            }
            Self::Not(inner) => inner.local_ranges(found),
            Self::WithinLocal { question, range }
            | Self::DatedLocal {
                question, n: range, ..
            } => found.push((*question, range)),
            Self::Chosen(_)
            | Self::Within { .. }
            | Self::Dated { .. }
            | Self::Visit(_)
            | Self::Fact(_) => {}
        }
    }

    /// The same where local facts say these numbers; a range of which a fact is missing stays. `decimals`: of every question.
    pub(super) fn put_numbers(&mut self, numbers: &Numbers, decimals: &[u32]) {
        match self {
            Self::All(list) | Self::Any(list) => {
                for inner in list {
                    inner.put_numbers(numbers, decimals);
                }
            }
            Self::Not(inner) => inner.put_numbers(numbers, decimals),
            Self::WithinLocal { question, range } => {
                let own = decimals.get(*question).copied().unwrap_or_default();
                let question = *question;
                let within = |range| Some(Self::Within { question, range });
                if let Some(condition) = range.in_time(numbers, own, within) {
                    *self = condition;
                }
            }
            Self::DatedLocal {
                question,
                n,
                unit,
                side,
            } => {
                let (question, unit, side) = (*question, *unit, *side);
                let dated = |number: Range| {
                    let n = u32::try_from(**number.ends().first()?).ok()?;
                    let when = When::Ago { n, unit, side };
                    Some(Self::Dated { question, when })
                };
                if let Some(condition) = n.in_time(numbers, 0, dated) {
                    *self = condition;
                }
            }
            Self::Chosen(_)
            | Self::Within { .. }
            | Self::Dated { .. }
            | Self::Visit(_)
            | Self::Fact(_) => {}
        }
    }
}

impl<N> Range<N> {
    /// The numbers that were written, in their order.
    pub fn ends(&self) -> Vec<&N> {
        match self {
            Self::Below(end)
            | Self::AtMost(end)
            | Self::AtLeast(end)
            | Self::Above(end)
            | Self::Exactly(end) => vec![end],
            Self::Between(from, to) => vec![from, to],
        }
    }

    /// The same range with other ends; none where one of them has no other.
    pub fn try_map<M>(&self, to: impl Fn(&N) -> Option<M>) -> Option<Range<M>> {
        Some(match self {
            Self::Below(end) => Range::Below(to(end)?),
            Self::AtMost(end) => Range::AtMost(to(end)?),
            Self::AtLeast(end) => Range::AtLeast(to(end)?),
            Self::Above(end) => Range::Above(to(end)?),
            Self::Between(from, end) => Range::Between(to(from)?, to(end)?),
            Self::Exactly(number) => Range::Exactly(to(number)?),
        })
    }
}

impl Range<Bound> {
    /// The same in numbers, where no local fact is in it.
    pub fn fixed(&self) -> Option<Range> {
        self.try_map(|bound| match bound {
            Bound::Number(number) => Some(*number),
            Bound::Fact(_) => None,
        })
    }
}

impl Range {
    /// The smallest and the largest number inside: below 45.5 with one decimal is up to 45.4.
    pub fn bounds(self) -> rules::NumberRange {
        // The reader refuses the two ends beyond which no number lies.
        let (min, max) = match self {
            Self::Below(end) => (None, Some(end.saturating_sub(1))),
            Self::AtMost(end) => (None, Some(end)),
            Self::AtLeast(end) => (Some(end), None),
            Self::Above(end) => (Some(end.saturating_add(1)), None),
            Self::Between(from, to) => (Some(from), Some(to)),
            Self::Exactly(number) => (Some(number), Some(number)),
        };
        rules::NumberRange { min, max }
    }
}
