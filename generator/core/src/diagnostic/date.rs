//! What can be wrong with dates: questions for one, conditions on one, days of the visit.

use jiff::civil::Date;

use super::{Argument, Term, declare};

declare! {
    /// A fault of a date.
    DateFault

    /// A span of days that ends before it begins.
    "date-empty" Error Empty {
        /// As written.
        text: String,
    }

    /// A day that the calendar does not have.
    "no-such-day" Error NoSuchDay {
        /// As written.
        text: String,
        /// Its month; none where there is no such month.
        month: Option<Month>,
        /// How many days the month has.
        days: Option<u32>,
        /// The last of them.
        last: Option<Date>,
        /// It is a day of every year (每年), and none has it.
        yearly: Option<InNoYear>,
    }

    /// More stretches of days, by the conditions on one date or on the day of the visit, than can be told apart.
    "date-too-many" Error TooMany {
        /// The question; none: the day of the visit.
        question: Option<String>,
        /// How many there are: where conditions of several kinds (ages, days of the calendar) meet, they multiply.
        count: usize,
        /// How many there may be.
        most: usize,
    }

    /// A worked example answers with a day that the question does not take.
    "scenario-other-day" Error OtherDay {
        /// The question.
        question: String,
        /// The day.
        day: Date,
        /// The first that it takes.
        min: Date,
        /// The last; none: the day of the visit.
        max: Option<Date>,
    }

    /// A worked example of rules that ask for the day of the visit does not say it.
    "scenario-no-visit" Error NoVisit {
        /// The example.
        scenario: String,
        /// A day that would do.
        day: Date,
    }

    /// A worked example answers with a day that comes after its day of the visit.
    "scenario-after-visit" Error AfterVisit {
        /// The question.
        question: String,
        /// The day.
        day: Date,
        /// The day of the visit.
        visit: Date,
    }

    /// A worked example says the day of the visit though no rule asks for it.
    "scenario-idle-visit" Error IdleVisit {
        /// The example.
        scenario: String,
    }
}

impl DateFault {
    /// A day that the calendar does not have, with any day of its month if there is such a month.
    pub fn no_such_day(text: String, month: Option<Date>) -> Self {
        Self::NoSuchDay {
            text,
            month: month.map(|day| Month {
                year: day.year(),
                month: day.month(),
            }),
            days: month.map(|day| day.days_in_month().unsigned_abs().into()),
            last: month.map(Date::last_of_month),
            yearly: None,
        }
    }

    /// A day or a month that no year has.
    pub fn in_no_year(yearly: InNoYear) -> Self {
        Self::NoSuchDay {
            text: String::new(),
            month: None,
            days: None,
            last: None,
            yearly: Some(yearly),
        }
    }
}

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    year: i16,
    month: i8,
}

impl From<Month> for Argument {
    fn from(Month { year, month }: Month) -> Self {
        Self::Phrase(
            Term("term-month"),
            vec![
                ("year", year.into()),
                ("month", i16::from(month).into()),
                ("two_digits", format!("{month:02}").into()),
            ],
        )
    }
}

/// A day or a month that there is in no year (每年: 02-30).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InNoYear {
    /// A month beyond the twelfth.
    Month {
        /// As written.
        month: u8,
    },
    /// A day that its month never has.
    Day {
        /// The month.
        month: u8,
        /// As written.
        day: u8,
        /// Its last day.
        last: u8,
    },
}

impl From<InNoYear> for Argument {
    fn from(yearly: InNoYear) -> Self {
        match yearly {
            InNoYear::Month { month } => {
                Self::Phrase(Term("term-year-no-month"), vec![("month", month.into())])
            }
            InNoYear::Day { month, day, last } => Self::Phrase(
                Term("term-year-no-day"),
                vec![
                    ("month", month.into()),
                    ("day", day.into()),
                    ("last", last.into()),
                ],
            ),
        }
    }
}
