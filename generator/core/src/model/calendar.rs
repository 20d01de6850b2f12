//! Days on which an office is open or closed otherwise than in an ordinary week.

use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday};

use super::{Text, TimeSpan};
use crate::diagnostic::{At, Place};

/// Some days in a row, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Days {
    /// The first.
    pub from: Date,
    /// The last; never before the first.
    pub to: Date,
}

/// The official days off (节假日) and make-up workdays (调休上班) of a year, as the State Council's office announces them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolidayYear {
    /// Days off.
    pub off: Vec<At<Days>>,
    /// Days of a weekend on which offices work.
    pub work: Vec<At<Days>>,
    /// Where it was announced.
    pub source: Option<String>,
    /// Where the year stands.
    pub place: Place,
}

/// By year.
pub type Holidays = BTreeMap<i16, HolidayYear>;

/// Days on which one place has hours of its own; it wins over weekdays and holidays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception<T = Text> {
    /// Which.
    pub days: At<Days>,
    /// Its hours; none: closed.
    pub times: Vec<TimeSpan>,
    /// Why, or what else to know.
    pub note: Option<T>,
}

impl Days {
    /// A single day.
    pub fn one(day: Date) -> Self {
        Self { from: day, to: day }
    }

    /// Whether some day is in both.
    pub fn meets(&self, other: &Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }

    /// Whether all of them are Saturdays and Sundays.
    pub fn is_weekend(&self) -> bool {
        let weekend = |day: &Date| matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        self.from
            .series(jiff::ToSpan::day(1))
            .take_while(|day| *day <= self.to)
            .all(|day| weekend(&day))
    }
}
