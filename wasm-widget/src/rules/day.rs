//! Days of the calendar, and how a date stands on the day of the visit.
//!
//! A day is a number: days since 1 January 1970, in the proleptic Gregorian calendar (civil law counts by it: 民法典 §200).

/// A day, counted from 1 January 1970.
pub type Day = i64;

/// Days from 1 March of year 0 to 1 January 1970.
const EPOCH: i64 = 719_468;
/// The days of 400 years.
const ERA: i64 = 146_097;

/// The day of a year, a month and a day of the month; nothing when there is no such day (29 February 2027).
pub fn day(year: i64, month: i64, of_month: i64) -> Option<Day> {
    let exists = (1..=9999).contains(&year)
        && (1..=12).contains(&month)
        && (1..=length(year, month)).contains(&of_month);
    exists.then(|| number(year, month, of_month))
}

/// Year, month and day of the month.
pub fn civil(day: Day) -> (i64, i64, i64) {
    let day = day + EPOCH;
    let era = day.div_euclid(ERA);
    let of_era = day.rem_euclid(ERA);
    let year = (of_era - of_era / 1460 + of_era / 36524 - of_era / (ERA - 1)) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    // Months from March on have 31, 30, 31, 30, 31 days, again and again.
    let month = (5 * of_year + 2) / 153;
    let of_month = of_year - (153 * month + 2) / 5 + 1;
    let year = year + 400 * era + i64::from(month >= 10);
    (
        year,
        if month < 10 { month + 3 } else { month - 9 },
        of_month,
    )
}

fn number(year: i64, month: i64, of_month: i64) -> Day {
    let year = year - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let month = (month + 9) % 12;
    let of_year = (153 * month + 2) / 5 + of_month - 1;
    era * ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year - EPOCH
}

/// How many days a month has.
fn length(year: i64, month: i64) -> i64 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 => 28 + i64::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A span of time: months (a year is twelve), then days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Span {
    /// Whole months.
    pub months: u32,
    /// Days behind them.
    pub days: u32,
}

impl Span {
    /// The last day of the span that begins with this day. The day itself does not count (民法典 §201); months end on the
    /// corresponding day, or on the last of the month where it has none (§202): who is born on 29 February is a year older on 28
    /// February, three years out of four.
    pub fn end(self, from: Day) -> Day {
        let (year, month, of_month) = civil(from);
        let (year, month) = moved(year, month, i64::from(self.months));
        number(year, month, of_month.min(length(year, month))) + i64::from(self.days)
    }

    /// The last day from which the span has come to its end by this day.
    fn begin(self, end: Day) -> Day {
        let (year, month, of_month) = civil(end - i64::from(self.days));
        let is_last = of_month == length(year, month);
        let (year, month) = moved(year, month, -i64::from(self.months));
        let last = length(year, month);
        number(year, month, if is_last { last } else { of_month.min(last) })
    }

    /// How many days it can have, at least and at most.
    fn days(self) -> [i64; 2] {
        let months = i64::from(self.months);
        // A month has 30.436875 days on average, and no number of them is three days off.
        let about = months * ERA / 4800;
        let off = if months == 0 { 0 } else { 3 };
        [about - off, about + off].map(|days| days + i64::from(self.days))
    }
}

fn moved(year: i64, month: i64, by: i64) -> (i64, i64) {
    let months = year * 12 + month - 1 + by;
    (months.div_euclid(12), months.rem_euclid(12) + 1)
}

/// Where a date can stand on one side or on the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    /// It is this day or a later one.
    From(Day),
    /// The span since it has come to its end on the day of the visit.
    Since {
        /// How long.
        span: Span,
        /// And that day is over: 超过, no longer 内.
        beyond: bool,
    },
    /// So many times a new calendar year has begun since, up to the day of the visit: a date of last year has passed one, a date of
    /// this year none, and with 0 whatever is not of a coming year.
    Years(u32),
}

impl Cut {
    /// Whether a date is on the far side, on this day of the visit.
    pub fn is_passed(self, date: Day, visit: Day) -> bool {
        match self {
            Cut::From(day) => date >= day,
            moving => moving.begins(date).is_some_and(|day| day <= visit),
        }
    }

    /// The first day of the visit on which a date has passed it; none where no visit moves it.
    pub(crate) fn begins(self, date: Day) -> Option<Day> {
        Some(match self {
            Cut::From(_) => return None,
            Cut::Since { span, beyond } => span.end(date) + i64::from(beyond),
            Cut::Years(years) => number(civil(date).0 + i64::from(years), 1, 1),
        })
    }

    /// The last date on the far side, on this day of the visit; none where no visit moves it.
    pub(crate) fn last(self, visit: Day) -> Option<Day> {
        Some(match self {
            Cut::From(_) => return None,
            Cut::Since { span, beyond } => span.begin(visit - i64::from(beyond)),
            Cut::Years(years) => number(civil(visit).0 - i64::from(years) + 1, 1, 1) - 1,
        })
    }

    /// Whether every date that has passed the other has passed this one, whatever the day of the visit: so this one comes first.
    /// Nothing when that depends on the day.
    pub fn comes_before(self, other: Cut) -> Option<bool> {
        match (self, other) {
            (Cut::From(one), Cut::From(other)) => Some(one <= other),
            (
                Cut::Since { span, beyond },
                Cut::Since {
                    span: longer,
                    beyond: other,
                },
            ) => {
                let (one, another) = (span.days(), longer.days());
                if span.months == longer.months || span.days == longer.days {
                    let key = |span: Span, beyond| (span.months, span.days, beyond);
                    Some(key(span, beyond) <= key(longer, other))
                } else if one[1] < another[0] {
                    Some(true)
                } else {
                    (another[1] < one[0]).then_some(false)
                }
            }
            (Cut::Years(one), Cut::Years(other)) => Some(one <= other),
            // On 31 December as many years have begun as are over; on 1 January one more.
            (Cut::Years(years), Cut::Since { span, .. }) if span.days == 0 => {
                let behind = span.months < 12 * years;
                (!behind || span.months + 12 <= 12 * years).then_some(!behind)
            }
            (Cut::Since { .. }, Cut::Years(_)) => other.comes_before(self).map(|before| !before),
            _ => None,
        }
    }
}
