//! What can be wrong with fees, visits, time limits and places that depend on answers.

use super::declare;

declare! {
    /// A fault of such entries.
    CaseFault

    /// A situation in which no entry holds.
    "case-gap" Error Gap {
        /// The key, Chinese name.
        key: &'static str,
        /// It says places.
        is_place: bool,
        /// Answers that show it; empty where any do.
        answers: String,
    }

    /// A situation in which two hold.
    "case-overlap" Error Overlap {
        /// The key, Chinese name.
        key: &'static str,
        /// It says fees.
        is_fee: bool,
        /// What the one says.
        first: String,
        /// What the other says.
        second: String,
        /// Answers that show it; empty where any do.
        answers: String,
    }

    /// An entry without a condition beside others.
    "case-without-when" Error Unconditional {
        /// The key, Chinese name.
        key: &'static str,
    }

    /// More fees with conditions than can be worked out together.
    "case-too-many-fees" Error TooManyFees {
        /// How many there are.
        fees: usize,
        /// How many there may be.
        most: usize,
    }
}
