//! 受理标准: what the desk takes for a paper, and what it sends back.
//!
//! No row of `detail.rs`: a detail is one text, and this is two lists whose entries may have a picture.

use super::{Attachment, Text};

/// What counts as a paper and what does not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Criteria<T = Text> {
    /// What is taken.
    pub accepted: Vec<Criterion<T>>,
    /// What is sent back.
    pub refused: Vec<Criterion<T>>,
}

/// One thing that counts, or does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion<T = Text> {
    /// In words; nobody has to make out a picture.
    pub text: T,
    /// What it looks like.
    pub picture: Option<Attachment>,
}

impl<T> Criteria<T> {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.accepted.is_empty() && self.refused.is_empty()
    }

    /// These, or those of `other` where nothing is said: two lists that were written apart may contradict each other.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        if self.is_empty() { other } else { self }
    }

    /// Every picture.
    pub fn pictures(&self) -> impl Iterator<Item = &Attachment> {
        let all = self.accepted.iter().chain(&self.refused);
        all.filter_map(|one| one.picture.as_ref())
    }
}
