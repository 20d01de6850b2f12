//! How many pieces of a paper are wanted: a number, or one that an answer says.

use onetrip_widget::trip;

/// A number of pieces.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amount {
    /// So many whatever is answered.
    pub plus: u32,
    /// And so many for each one that an answer counts.
    pub per: Option<PerAnswer>,
}

/// Pieces for each one that the answer to a number question counts (每个孩子 2 份).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PerAnswer {
    /// Index of the question.
    pub question: usize,
    /// How many for each.
    pub times: u32,
}

impl Amount {
    /// A number that no answer changes.
    pub fn fixed(plus: u32) -> Self {
        Self { plus, per: None }
    }

    /// Whether it is 0 whatever is answered.
    pub fn is_none(self) -> bool {
        self.plus == 0 && self.per.is_none()
    }

    /// What an answer says, as the engine takes it.
    pub(super) fn per(self, pieces: trip::Pieces) -> Option<trip::Per> {
        let PerAnswer { question, times } = self.per?;
        Some(trip::Per {
            pieces,
            question: super::small(question),
            times,
            plus: self.plus,
        })
    }

    /// What is wanted whatever is answered, as the engine takes it: what `per` says holds the rest.
    pub(super) fn base(self) -> u32 {
        self.per.map_or(self.plus, |_| 0)
    }
}
