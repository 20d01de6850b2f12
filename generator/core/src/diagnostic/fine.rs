//! Numbers with more decimals than their question takes (小数), and how findings tell what it takes.

use super::{Argument, Term, declare};
use crate::model::{Decimal, Limits, MOST_DECIMALS};

declare! {
    /// A number that is finer than the answers that it is compared with.
    FineFault

    /// It has more decimals than an answer may have.
    "too-many-decimals" Error TooFine {
        /// The question.
        question: String,
        /// The number.
        number: Decimal,
        /// How many decimals an answer may have; none: it is a whole number.
        decimals: Option<u32>,
        /// How many the question would have to take; none where no question takes so many.
        wanted: Option<u32>,
        /// The most that a question takes.
        most: u32,
    }
}

impl FineFault {
    /// Of a number that is compared with answers of so many decimals.
    pub fn new(question: String, number: Decimal, decimals: u32) -> Self {
        let wanted = number.decimals();
        Self::TooFine {
            question,
            number,
            decimals: (decimals > 0).then_some(decimals),
            wanted: (wanted <= MOST_DECIMALS).then_some(wanted),
            most: MOST_DECIMALS,
        }
    }
}

impl From<Decimal> for Argument {
    fn from(number: Decimal) -> Self {
        Self::Words(number.to_string())
    }
}

/// What to write into a question that is to take a number so fine; nothing where none does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FineKey(pub Decimal);

impl From<FineKey> for Argument {
    fn from(FineKey(number): FineKey) -> Self {
        let wanted = number.decimals();
        let key = || Self::Phrase(Term("term-fine-key"), vec![("wanted", wanted.into())]);
        (wanted <= MOST_DECIMALS).then(key).into()
    }
}

impl From<Limits> for Argument {
    fn from(limits: Limits) -> Self {
        let decimals = Some(limits.decimals).filter(|decimals| *decimals > 0);
        Self::Phrase(
            Term("term-limits"),
            vec![
                ("min", limits.number(limits.min).into()),
                ("max", limits.number(limits.max).into()),
                ("decimals", decimals.into()),
            ],
        )
    }
}
