//! What can be wrong with the conditions that the law names (受理条件).

use super::declare;

declare! {
    /// A fault of 受理条件.
    RequirementFault

    /// It names a stop that the guide does not have.
    "requirement-unknown-stop" Error UnknownStop {
        /// The name.
        name: String,
        /// The nearest title.
        suggestion: Option<String>,
        /// All titles.
        known: Vec<String>,
    }

    /// No stop enforces it, and nobody is named who judges it.
    "requirement-no-stop" Warning NoStop {
        /// The condition.
        text: String,
        /// The title of a stop that may be the one.
        stop: Option<String>,
    }

    /// A stop that enforces none of them.
    "stop-no-requirement" Warning NoCondition {
        /// Its title.
        title: String,
    }

    /// A stop that says 条件: 无 and is named by a condition.
    "requirement-free-stop" Error FreeStop {
        /// Its title.
        title: String,
    }

    /// Below a stop stands something else than 无.
    "stop-requirement" Error NotNone {
        /// What stands there.
        value: String,
    }

    /// A condition that leaves open what else is wanted.
    "requirement-open-end" Error OpenEnd {
        /// The words.
        words: String,
    }
}
