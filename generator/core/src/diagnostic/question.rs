//! What can be wrong with a question as such.

use super::declare;

declare! {
    /// A fault of a question.
    QuestionFault

    /// It is called what conditions use for themselves, so that no condition can ask for it.
    "question-reserved" Error Reserved {
        /// What it is called.
        name: String,
        /// It is called like the day of the visit.
        visit: bool,
    }
}
