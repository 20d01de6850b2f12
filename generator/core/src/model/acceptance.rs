//! When a matter is accepted (受理时间), where that is narrower than the hours of the place, and appointments (预约).

use super::{Duration, Text, TimeSpan};

/// An entry of 受理时间. It holds on the days for which everything that it names is so; of several entries, one is enough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window<T = Text> {
    /// Days of the week, Monday is 0, sorted; empty: all.
    pub days: Vec<u8>,
    /// In order; empty: as long as the place is open.
    pub times: Vec<TimeSpan>,
    /// Parts of every year; empty: all of it.
    pub year: Vec<YearSpan>,
    /// Months of every quarter, the first is 1, sorted; empty: all.
    pub quarter: Vec<u8>,
    /// Parts of every month; empty: all of it.
    pub month: Vec<MonthSpan>,
    /// What else to know.
    pub note: Option<T>,
}

/// A day of any year. 29 February is there in some years only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct YearDay {
    /// 1 to 12.
    pub month: u8,
    /// From 1.
    pub day: u8,
}

/// Some days of every year in a row, both ends included; over New Year where the last comes before the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearSpan {
    /// The first day.
    pub from: YearDay,
    /// The last day.
    pub to: YearDay,
}

/// Some days of every month in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthSpan {
    /// From a day to a day, both included; up to 31, which is the end of every month.
    Days {
        /// The first.
        from: u8,
        /// The last.
        to: u8,
    },
    /// So many days at its end.
    Last(u8),
}

/// That one has to be expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment<T = Text> {
    /// How it is made.
    pub how: Option<T>,
    /// The number to call; none: the one of the place.
    pub phone: Option<T>,
    /// How long before the visit.
    pub ahead: Option<Duration>,
}

impl YearDay {
    /// How many days a month has at most; none where there is no such month.
    pub fn last_of(month: u8) -> Option<u8> {
        match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
            4 | 6 | 9 | 11 => Some(30),
            2 => Some(29),
            _ => None,
        }
    }
}

impl YearSpan {
    /// Whether a day is in it.
    pub fn holds(&self, day: YearDay) -> bool {
        if self.from <= self.to {
            self.from <= day && day <= self.to
        } else {
            day >= self.from || day <= self.to
        }
    }
}

impl<T> Window<T> {
    /// Whether it names a part of the year, of the quarter or of the month.
    pub fn has_period(&self) -> bool {
        !(self.year.is_empty() && self.quarter.is_empty() && self.month.is_empty())
    }

    /// Whether some day of the week can fall on its part of the year: 28 years hold every calendar that there is between two
    /// centuries.
    pub fn ever_holds(&self) -> bool {
        use jiff::ToSpan as _;
        use jiff::civil::date;
        let days = date(2001, 1, 1).series(1.day());
        !self.has_period()
            || days
                .take_while(|day| day.year() < 2029)
                .any(|day| self.is_on(day))
    }

    fn is_on(&self, day: jiff::civil::Date) -> bool {
        let small = |number: i8| u8::try_from(number).expect("no part of a date is negative");
        let weekday = small(day.weekday().to_monday_zero_offset());
        let (month, of_month) = (small(day.month()), small(day.day()));
        let last = small(day.days_in_month());
        let year_day = YearDay {
            month,
            day: of_month,
        };
        let in_month = |span: &MonthSpan| match *span {
            MonthSpan::Days { from, to } => from <= of_month && of_month <= to,
            MonthSpan::Last(days) => of_month + days > last,
        };
        (self.days.is_empty() || self.days.contains(&weekday))
            && (self.year.is_empty() || self.year.iter().any(|span| span.holds(year_day)))
            && (self.quarter.is_empty() || self.quarter.contains(&((month - 1) % 3 + 1)))
            && (self.month.is_empty() || self.month.iter().any(in_month))
    }
}

#[cfg(test)]
mod tests {
    use super::{MonthSpan, Window, YearDay, YearSpan};

    fn window() -> Window<String> {
        Window {
            days: Vec::new(),
            times: Vec::new(),
            year: Vec::new(),
            quarter: Vec::new(),
            month: Vec::new(),
            note: None,
        }
    }

    fn span(from: (u8, u8), to: (u8, u8)) -> YearSpan {
        let day = |(month, day)| YearDay { month, day };
        YearSpan {
            from: day(from),
            to: day(to),
        }
    }

    #[test]
    fn what_contradicts_itself_never_holds() {
        let september = || vec![span((9, 1), (9, 30))];
        let with = |quarter, month| Window {
            year: september(),
            quarter,
            month,
            ..window()
        };
        assert!(window().ever_holds());
        assert!(with(vec![3], Vec::new()).ever_holds());
        assert!(!with(vec![1, 2], Vec::new()).ever_holds());
        assert!(!with(Vec::new(), vec![MonthSpan::Days { from: 31, to: 31 }]).ever_holds());
        assert!(with(Vec::new(), vec![MonthSpan::Last(1)]).ever_holds());
    }

    #[test]
    fn the_leap_day_is_there_in_some_years_and_winter_goes_over_new_year() {
        let leap = Window {
            year: vec![span((2, 29), (2, 29))],
            days: vec![5],
            ..window()
        };
        assert!(leap.ever_holds());
        let winter = span((11, 1), (2, 15));
        let holds = |month, day| winter.holds(YearDay { month, day });
        assert!(holds(11, 1) && holds(12, 31) && holds(1, 1) && holds(2, 15));
        assert!(!holds(2, 16) && !holds(10, 31));
    }
}
