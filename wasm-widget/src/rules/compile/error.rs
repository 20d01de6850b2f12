//! Why rules cannot be compiled.

use core::fmt;

/// A part of the rules that has a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The shared condition of this index.
    Fact(usize),
    /// The stop of this index.
    Stop(usize),
    /// The item of this index.
    Item(usize),
}

/// Why rules cannot be compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompileError {
    /// The conditions need larger diagrams than the [`limits`](crate::rules::limits) allow; this part
    /// was the one too many. Simpler conditions help, and questions that stand next to those with which they are combined.
    TooComplex {
        /// Where the bound was passed.
        part: Part,
    },
    /// There are more questions, options, stops, items, variables, values of a date or nodes than the
    /// [`limits`](crate::rules::limits) allow.
    TooMany,
    /// A question has no option, a smallest answer above the largest, too many decimals, or not one key for each option.
    BadQuestion {
        /// Its index.
        question: usize,
    },
    /// Two questions, or two options of this one, have the same key.
    SameKey {
        /// The index of the (second) question.
        question: usize,
    },
    /// A number of pieces asks a question that does not exist or is no number, or belongs to an item that does not exist.
    BadCount {
        /// The index of the question that it names.
        question: usize,
    },
    /// An answer follows from one that does not exist, is no choice, or is not asked before it.
    BadImplied {
        /// The index of the question from which it would follow.
        question: usize,
    },
    /// A condition uses a shared one that does not exist, or that stands no earlier than itself.
    BadFact {
        /// Where the condition stands.
        part: Part,
        /// The index that it names.
        fact: usize,
    },
    /// A condition asks a question that does not exist, asks it as another kind than it is, or names an option that it
    /// does not have.
    BadCondition {
        /// Where the condition stands.
        part: Part,
        /// The index of the question that it names.
        question: usize,
    },
}

impl fmt::Display for Part {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Part::Fact(index) => write!(out, "fact {index}"),
            Part::Stop(index) => write!(out, "stop {index}"),
            Part::Item(index) => write!(out, "item {index}"),
        }
    }
}

impl fmt::Display for CompileError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CompileError::TooComplex { part } => {
                write!(out, "the conditions are too complex (reached at {part})")
            }
            CompileError::TooMany => {
                out.write_str("there are too many questions, options, stops or items")
            }
            CompileError::BadQuestion { question } => {
                write!(out, "question {question} contradicts itself")
            }
            CompileError::SameKey { question } => {
                write!(out, "question {question} has a key that is taken")
            }
            CompileError::BadCount { question } => {
                write!(out, "question {question} cannot say how much is wanted")
            }
            CompileError::BadImplied { question } => {
                write!(out, "nothing can follow from question {question} like this")
            }
            CompileError::BadFact { part, fact } => {
                write!(
                    out,
                    "the condition of {part} uses fact {fact}, which does not come before it"
                )
            }
            CompileError::BadCondition { part, question } => {
                write!(
                    out,
                    "the condition of {part} asks question {question} for something that it is not"
                )
            }
        }
    }
}

impl core::error::Error for CompileError {}
