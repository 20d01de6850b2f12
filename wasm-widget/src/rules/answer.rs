//! What a visitor said to a question, and what follows for an item.

use alloc::vec::Vec;

/// An answer; indexes are those of the question's options.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Answer {
    /// Not answered yet.
    #[default]
    Missing,
    /// 不清楚: will not be asked again, and stays unknown.
    Unsure,
    /// The option chosen.
    Choice(usize),
    /// The options chosen, ascending, possibly none.
    Multi(Vec<usize>),
    /// The number entered, in the question's smallest step: 455 for 45.5 where it takes one decimal; or the [`Day`](super::Day).
    Number(i64),
}

impl Answer {
    /// Whether it says something about the situation.
    pub fn is_given(&self) -> bool {
        !matches!(self, Answer::Missing | Answer::Unsure)
    }
}

/// Whether an item is on the list, as far as the answers tell.
///
/// A completion that runs into a stop has no list and says nothing about an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// No completion that has a list has the item.
    NotNeeded,
    /// Some have it, some do not.
    Depends,
    /// Every completion that has a list has it, and there is one.
    Needed,
}
