//! What can be wrong with a number of papers that an answer says (`原件: {每: 几个孩子}`).

use super::declare;

declare! {
    /// A fault of such a number.
    CountFault

    /// The question is answered with an option.
    "count-no-number" Error NotNumber {
        /// The question.
        question: String,
    }

    /// The question has no largest answer that makes sense.
    "count-no-end" Error Unbounded {
        /// The question.
        question: String,
    }

    /// The question takes decimals, and nobody brings half a paper.
    "count-decimals" Error Decimals {
        /// The question.
        question: String,
    }

    /// Nothing says what one of the counted is called.
    "count-no-words" Error NoWords {
        /// The question.
        question: String,
    }

    /// 0 for each.
    "count-zero" Error Zero

    /// The answer 0 would leave a line of which nothing is wanted.
    "count-nothing" Error Nothing {
        /// The question.
        question: String,
        /// The paper.
        paper: String,
        /// Whether a community says how many.
        is_own: bool,
    }

    /// A community counts by another question than the region does.
    "overlay-count" Error Overlay {
        /// The question.
        question: String,
        /// The paper.
        paper: String,
    }
}
