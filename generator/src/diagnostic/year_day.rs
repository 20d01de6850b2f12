//! Days that no year has (每年: 02-30).

/// A day or a month that there is in no year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum YearDayFault {
    /// A month beyond the twelfth.
    NoSuchMonth {
        /// As written.
        month: u8,
    },
    /// A day that its month has in no year.
    NoSuchDay {
        /// The month.
        month: u8,
        /// As written.
        day: u8,
        /// Its last day.
        last: u8,
    },
}

impl YearDayFault {
    pub(super) fn zh(&self) -> String {
        match self {
            Self::NoSuchMonth { month } => format!("没有 {month} 月"),
            Self::NoSuchDay { month, day, last } => {
                format!("{month} 月没有 {day} 日，最多到 {last} 日")
            }
        }
    }

    pub(super) fn en(&self) -> String {
        match self {
            Self::NoSuchMonth { month } => format!("there is no month {month}"),
            Self::NoSuchDay { month, day, last } => {
                format!("month {month} has no day {day}: it ends with {last}")
            }
        }
    }
}
