//! What can be wrong with conditions, and with the questions that they ask.

use super::declare;

declare! {
    /// A fault of a condition.
    ConditionFault

    /// A condition or an answer names a question that the guide does not ask.
    "unknown-question" Error UnknownQuestion {
        /// The name.
        name: String,
        /// The nearest.
        suggestion: Option<String>,
        /// All questions of the guide.
        known: Vec<String>,
    }

    /// A condition names an option that the question does not have.
    "unknown-option" Error UnknownOption {
        /// The question.
        question: String,
        /// The value.
        value: String,
        /// The nearest.
        suggestion: Option<String>,
        /// All options.
        known: Vec<String>,
    }

    /// Two answers of a question that has one are wanted at once.
    "two-answers" Error TwoAnswers {
        /// The question.
        question: String,
    }

    /// 不清楚 is written as an option.
    "unsure-option" Error UnsureOption

    /// A condition with an empty range of numbers.
    "empty-range" Error EmptyRange {
        /// As written, without quotation marks.
        text: String,
    }

    /// A condition's name that 事实 does not define.
    "unknown-condition" Error UnknownCondition {
        /// The name.
        name: String,
        /// The nearest.
        suggestion: Option<String>,
    }

    /// A named condition that refers to itself.
    "condition-loop" Error ConditionLoop {
        /// The name.
        name: String,
    }

    /// The conditions of a guide are too entangled to be worked out exactly.
    "too-complex" Error TooComplex {
        /// The line, step, note or stop at which it was too much.
        what: String,
        /// The questions that its condition asks; of a guide that is too large as a whole, all.
        questions: Vec<String>,
    }
}

impl ConditionFault {
    /// That no number fits a range as somebody wrote it, with quotation marks or without.
    pub fn empty_range(written: &str) -> Self {
        Self::EmptyRange {
            text: written.trim_matches(['"', '\'', '“', '”']).to_owned(),
        }
    }
}
