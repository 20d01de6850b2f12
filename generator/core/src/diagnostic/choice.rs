//! What can be wrong with choices (任选) and papers that go together (一起).

use super::declare;

declare! {
    /// A fault of a choice.
    ChoiceFault

    /// 一起 beside papers, where everything is brought anyway.
    "together-alone" Error TogetherAlone

    /// 一起 with a single paper.
    "together-one" Error TogetherOne

    /// A paper of 一起 has a condition of its own.
    "together-when" Error MemberWhen

    /// Choices in choices, deeper than anybody can follow.
    "choice-deep" Error TooDeep {
        /// How deep they may be.
        most: usize,
    }

    /// A way of a choice that too many sets of papers would do for.
    "choice-many" Error TooMany {
        /// How many.
        bundles: u64,
        /// How many there may be.
        most: u64,
    }

    /// Too many ways count in some situations only.
    "choice-conditions" Error TooManyConditions {
        /// How many.
        ways: usize,
        /// How many there may be.
        most: usize,
    }

    /// 任选 asks for as many as there are, or more.
    "pick-too-many" Error PickTooMany {
        /// k.
        pick: u32,
        /// n.
        of: usize,
    }

    /// One way asks for one and the same paper twice.
    "choice-twice" Error Twice {
        /// The paper, as 带 names it.
        paper: String,
    }

    /// In some situation fewer ways count than are wanted.
    "choice-short" Error Short {
        /// What the choice is called.
        choice: String,
        /// How many are wanted.
        pick: u32,
        /// Answers with which it is so; empty: with all.
        answers: String,
    }
}
