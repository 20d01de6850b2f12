//! Numbers with more decimals than their question takes (小数), and how findings tell what it takes.

use super::{Argument, declare};
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

/// What to write into a question that is to take a number, in one of the languages; nothing where it cannot.
pub(super) fn key_for(number: Decimal, key: &str) -> Option<String> {
    let wanted = number.decimals();
    (wanted <= MOST_DECIMALS).then(|| format!("{key}: {wanted}"))
}

fn decimals(n: u32) -> String {
    match n {
        1 => "1 decimal".to_owned(),
        n => format!("{n} decimals"),
    }
}

/// 「0 到 500 的整数」
pub(super) fn zh_limits(limits: Limits) -> String {
    let [min, max] = ends(limits);
    match limits.decimals {
        0 => format!("{min} 到 {max} 的整数"),
        n => format!("{min} 到 {max} 的数，最多 {n} 位小数"),
    }
}

/// "whole numbers from 0 to 500"
pub(super) fn en_limits(limits: Limits) -> String {
    let [min, max] = ends(limits);
    match limits.decimals {
        0 => format!("whole numbers from {min} to {max}"),
        n => format!("numbers from {min} to {max} with at most {}", decimals(n)),
    }
}

fn ends(limits: Limits) -> [Decimal; 2] {
    [limits.min, limits.max].map(|end| limits.number(end))
}
