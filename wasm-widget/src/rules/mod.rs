//! Conditions over answers, decided exactly.
//!
//! A *situation* is a value for every question. Its outcome is either the first stop whose condition
//! holds (then there is no list) or the set of items whose condition holds. A question without a
//! given value, be it unanswered or 不清楚, is *unknown*, and every statement is about all completions:
//! all situations that agree with the answers given.
//!
//! Exactness comes from ordered multi-way decision diagrams with several terminals. [`compile()`] makes them at
//! build time ([`RuleSource`] → [`RuleBook`]); the phone only walks them ([`Session`]).
//!
//! `source` → `compile/` → `book` (wire form, `table` of nodes, `layout` of variables) → `session`
//! (`answer`, `entry`: what was typed; `day`: the calendar; `narrow`: what is left of the diagrams; `reasons`: why); `example`: a situation that shows a fault.

mod answer;
mod book;
mod compile;
mod day;
mod entry;
mod example;
mod layout;
mod narrow;
mod reasons;
mod session;
mod source;
mod table;

pub use answer::{Answer, Status};
pub use book::RuleBook;
pub use compile::{CompileError, Part, compile, date_values};
pub use day::{Cut, Day, Span, civil, day};
pub use entry::NumberEntry;
pub use example::Example;
pub use layout::{Kind, Question};
pub use session::{Change, Session, Turn};
pub use source::{
    Condition, Counted, Implied, NumberRange, QuestionKind, QuestionSource, RuleSource,
};

/// The bounds of a rule book: what [`compile`] may make and [`RuleBook::from_bytes`] accepts.
pub mod limits {
    /// Length of the wire form.
    pub const BYTES: usize = crate::wire::LONGEST;
    /// Questions of a guide.
    pub const QUESTIONS: usize = 256;
    /// Options of one question.
    pub const OPTIONS: usize = 512;
    /// Values of a date question, and of the day of the visit: as many as a set of them has bits.
    pub const DAYS: usize = 64;
    /// Decimals of a number.
    pub const SCALE: u32 = 4;
    /// Variables of the diagrams: one for a choice or a number, one per used option of a multi question.
    pub const VARIABLES: usize = 1024;
    /// Stops of a guide.
    pub const STOPS: usize = 256;
    /// Items of a guide.
    pub const ITEMS: usize = 4096;
    /// Shared conditions of a guide.
    pub const FACTS: usize = 4096;
    /// Items that are wanted in the number that an answer says.
    pub const COUNTED: usize = 4096;
    /// Nodes of the diagrams.
    pub const NODES: usize = 20_000;
    /// Children of all nodes together.
    pub const EDGES: usize = 200_000;
    /// Conditions nested in one another.
    pub const DEPTH: usize = 64;
}

/// The only conversion from `usize` to `u32`.
#[expect(
    clippy::cast_possible_truncation,
    reason = "counts and indexes are far below 2^32, see `limits`"
)]
pub(crate) fn small(number: usize) -> u32 {
    number as u32
}
