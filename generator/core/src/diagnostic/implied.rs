//! What can be wrong with 意味着: what follows from an answer.

use super::declare;

declare! {
    /// A fault of 意味着.
    ImpliedFault

    /// One of the two questions is not one with a single option as its answer.
    "implies-no-choice" Error NotChoice {
        /// That question.
        question: String,
    }

    /// What follows was asked before, or is the question itself.
    "implies-late" Error Late {
        /// The question that is answered.
        question: String,
        /// The question whose answer would follow.
        then: String,
        /// They are the same.
        itself: bool,
    }

    /// A worked example gives another answer than the one that follows.
    "implies-contradicts" Error Contradicts {
        /// The example.
        scenario: String,
        /// The question from whose answer it follows.
        question: String,
        /// That answer.
        option: String,
        /// The question whose answer follows.
        then: String,
        /// What follows.
        follows: String,
        /// What the example says.
        written: String,
    }

    /// In all worked examples two answers go together: one may follow from the other.
    "could-imply" Warning Could {
        /// The question.
        question: String,
        /// Its option.
        option: String,
        /// The other question.
        then: String,
        /// The option of that one that always goes with it.
        answer: String,
        /// How many examples show it.
        examples: usize,
    }
}
