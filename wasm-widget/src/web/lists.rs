//! What the engine says of lists, in numbers for JavaScript.

use alloc::vec::Vec;

use super::codes::float;
use crate::rules::{Change, Session, Status, Turn};

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

/// For every item 0 not needed, 1 depends, 2 needed.
pub(super) fn items(session: &Session) -> Vec<u8> {
    let code = |status| match status {
        Status::NotNeeded => 0,
        Status::Depends => 1,
        Status::Needed => 2,
    };
    session.items().map(code).collect()
}
