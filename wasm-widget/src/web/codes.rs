//! What the engine says, in numbers for JavaScript.

use alloc::vec::Vec;

use crate::rules::{Answer, NumberEntry, small};
use crate::share::Restored;

/// An index, -1 for none.
pub(super) fn signed(index: Option<usize>) -> i32 {
    index
        .and_then(|index| i32::try_from(index).ok())
        .unwrap_or(-1)
}

/// Indexes from JavaScript.
pub(super) fn indexes(list: &[u32]) -> Vec<usize> {
    list.iter().map(|index| *index as usize).collect()
}

/// Indexes for JavaScript.
pub(super) fn numbers(list: &[usize]) -> Vec<u32> {
    list.iter().map(|index| small(*index)).collect()
}

/// 0 not answered, 1 answered, 2 unsure.
pub(super) fn answered(answer: &Answer) -> u8 {
    match answer {
        Answer::Missing => 0,
        Answer::Unsure => 2,
        Answer::Choice(_) | Answer::Multi(_) | Answer::Number(_) => 1,
    }
}

/// The option chosen, the options chosen, or the number in its smallest step; nothing when there is no such answer.
pub(super) fn values(answer: &Answer) -> Vec<f64> {
    let index = |option: &usize| f64::from(small(*option));
    match answer {
        Answer::Missing | Answer::Unsure => Vec::new(),
        Answer::Choice(option) => Vec::from([index(option)]),
        Answer::Multi(chosen) => chosen.iter().map(index).collect(),
        Answer::Number(number) => Vec::from([float(*number)]),
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "the compiler takes no question whose answers JavaScript cannot hold"
)]
pub(super) fn float(number: i64) -> f64 {
    number as f64
}

/// 0 taken, 1 no number (or no whole one where that is asked for) or no such day, 2 below the smallest answer, 3 above the largest,
/// 4 too many decimals.
pub(super) fn entry(entry: NumberEntry) -> u8 {
    match entry {
        NumberEntry::Taken => 0,
        NumberEntry::NotWhole => 1,
        NumberEntry::BelowMin => 2,
        NumberEntry::AboveMax => 3,
        NumberEntry::TooFine => 4,
    }
}

/// Bit 0: something restored; bit 1: made for another version of the rules; bit 2: something was dropped;
/// bit 3: the address was cut.
pub(super) fn restored(restored: Restored) -> u32 {
    u32::from(restored.something)
        | u32::from(restored.other_rules) << 1
        | u32::from(restored.dropped) << 2
        | u32::from(restored.cut) << 3
}
