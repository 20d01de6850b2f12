//! What can be wrong with papers that need not be brought (免提交).

use super::declare;

declare! {
    /// A fault of 免提交.
    ExemptFault

    /// The same line says how the paper is brought or shown.
    "exempt-with" Error With {
        /// The paper, as 带 names it.
        paper: String,
        /// The other key, its Chinese and its English name.
        key: (&'static str, &'static str),
        /// It is about showing the paper on a phone.
        shown: bool,
        /// That it is exempt is said by the region, and the other key by a community.
        by_region: bool,
    }

    /// A promise that nobody can read before signing it.
    "exempt-promise-form" Warning PromiseForm

    /// A promise to sign, though the office does without the paper in another way.
    "exempt-form-unfit" Error FormUnfit {
        /// How, as guides write it.
        by: &'static str,
    }

    /// A paper of a choice need not be brought.
    "exempt-in-choice" Error InChoice {
        /// The paper, as 带 names it.
        paper: String,
    }

    /// In some situation another line asks for the paper.
    "exempt-wanted" Error Wanted {
        /// The paper, as 带 names it.
        paper: String,
        /// Answers with which it is so; empty: with all.
        answers: String,
    }
}
