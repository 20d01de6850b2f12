//! When something holds: a question's answer, and what combines such answers.

use std::collections::BTreeSet;

use onetrip_widget::rules;

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
    /// The answer of a number question lies in the range, both ends included.
    Within {
        /// Index of the question.
        question: usize,
        /// Smallest number, if there is one.
        min: Option<i64>,
        /// Largest number, if there is one.
        max: Option<i64>,
    },
}

/// One of these options of one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Index of the question.
    pub question: usize,
    /// Indexes of the options; never empty.
    pub options: Vec<usize>,
    /// Whether the question lets several be chosen.
    pub multi: bool,
}

impl Condition {
    /// Indexes of the questions that it asks.
    pub fn questions(&self) -> BTreeSet<usize> {
        match self {
            Self::All(list) | Self::Any(list) => list.iter().flat_map(Self::questions).collect(),
            Self::Not(inner) => inner.questions(),
            Self::Chosen(Choice { question, .. }) | Self::Within { question, .. } => {
                [*question].into()
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
            }) => rules::Condition::Multi {
                question: *question,
                any_of: options.clone(),
            },
            Self::Chosen(Choice {
                question,
                options,
                multi: false,
            }) => rules::Condition::Choice {
                question: *question,
                any_of: options.clone(),
            },
            Self::Within { question, min, max } => rules::Condition::Number {
                question: *question,
                range: rules::NumberRange {
                    min: *min,
                    max: *max,
                },
            },
        }
    }
}
