//! What the engine says, in numbers for JavaScript.

use alloc::vec::Vec;

use crate::rules::{Answer, Change, NumberEntry, Session, Status, Turn, small};
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
fn float(number: i64) -> f64 {
    number as f64
}

/// The smallest and the largest answer that a list with the item (-1: any list) can have.
pub(super) fn span(session: &Session, question: u32, item: i32) -> Vec<f64> {
    let item = usize::try_from(item).ok();
    let span = session.span(question as usize, item);
    span.map_or(Vec::new(), |(min, max)| Vec::from([float(min), float(max)]))
}

/// The day, the question, the cut, and 0 where a stop ends then, 1 where one begins, 2 otherwise.
pub(super) fn turn(turn: Option<Turn>) -> Vec<i32> {
    let numbers = |turn: Turn| {
        let index = |index| i32::try_from(index).ok();
        Some(Vec::from([
            i32::try_from(turn.day).ok()?,
            index(turn.question)?,
            index(turn.cut)?,
            match turn.change {
                Change::Begins => 0,
                Change::Ends => 1,
                Change::Differs => 2,
            },
        ]))
    };
    turn.and_then(numbers).unwrap_or_default()
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

/// For every item 0 not needed, 1 depends, 2 needed.
pub(super) fn items(session: &Session) -> Vec<u8> {
    let code = |status| match status {
        Status::NotNeeded => 0,
        Status::Depends => 1,
        Status::Needed => 2,
    };
    session.items().map(code).collect()
}

/// Bit 0: something restored; bit 1: made for another version of the rules; bit 2: something was dropped;
/// bit 3: the address was cut.
pub(super) fn restored(restored: Restored) -> u32 {
    u32::from(restored.something)
        | u32::from(restored.other_rules) << 1
        | u32::from(restored.dropped) << 2
        | u32::from(restored.cut) << 3
}
