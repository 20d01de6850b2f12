//! Conditions on a date, as their author wrote them.

use jiff::civil::Date;
use onetrip_widget::rules::{self, Cut, Day, Span};

use super::{Condition, Matter, Range};

/// A condition on the answer to a date question, as of the day of the visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// How long ago it is.
    Ago {
        /// The number.
        n: u32,
        /// Of what.
        unit: AgeUnit,
        /// On which side of it.
        side: Side,
    },
    /// Calendar years, counted back from that of the visit: 0 is this year, 1 last year.
    Years {
        /// The latest.
        newest: u32,
        /// The earliest; none where all before belong to it.
        oldest: Option<u32>,
    },
    /// Days of the calendar.
    Days(Range<Date>),
}

/// The largest number of an age, in whatever it is counted.
pub(super) const MOST_AGE: u32 = 4800;

/// What an age is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgeUnit {
    /// 周岁, of people.
    YearsOld,
    /// 年
    Years,
    /// 个月
    Months,
    /// 天
    Days,
}

/// On which side of an age a date is. The day on which the span comes to its end is the last one within it and the first on
/// which it is complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// 满: complete, on that day or later.
    Complete,
    /// 不满: before that day.
    Short,
    /// 内: on that day at the latest.
    Within,
    /// 超过: after that day.
    Beyond,
}

/// Days since 1 January 1970, as the engine counts.
pub fn day(date: Date) -> Day {
    let days = Date::constant(1970, 1, 1).until((jiff::Unit::Day, date));
    days.map_or(0, |span| i64::from(span.get_days()))
}

/// The date of such a day.
pub fn date(day: Day) -> Option<Date> {
    let (year, month, of_month) = rules::civil(day);
    Date::new(
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(of_month).ok()?,
    )
    .ok()
}

/// The first of these days and the first behind them.
pub(super) fn ends(days: Range<Date>) -> (Option<Day>, Option<Day>) {
    let after = |date| day(date) + 1;
    match days {
        Range::Below(end) => (None, Some(day(end))),
        Range::AtMost(end) => (None, Some(after(end))),
        Range::AtLeast(from) => (Some(day(from)), None),
        Range::Above(from) => (Some(after(from)), None),
        Range::Between(from, to) => (Some(day(from)), Some(after(to))),
        Range::Exactly(date) => (Some(day(date)), Some(after(date))),
    }
}

impl When {
    /// What a date has passed, and what it has not.
    pub fn cuts(self) -> (Option<Cut>, Option<Cut>) {
        let (n, unit, side) = match self {
            Self::Ago { n, unit, side } => (n, unit, side),
            Self::Years { newest, oldest } => {
                return (
                    Some(Cut::Years(newest)),
                    oldest.map(|oldest| Cut::Years(oldest + 1)),
                );
            }
            Self::Days(days) => {
                let (from, to) = ends(days);
                return (from.map(Cut::From), to.map(Cut::From));
            }
        };
        let (months, days) = match unit {
            AgeUnit::YearsOld | AgeUnit::Years => (n * 12, 0),
            AgeUnit::Months => (n, 0),
            AgeUnit::Days => (0, n),
        };
        let span = Span { months, days };
        let cut = |beyond| Some(Cut::Since { span, beyond });
        match side {
            Side::Complete => (cut(false), None),
            Side::Short => (None, cut(false)),
            Side::Within => (None, cut(true)),
            Side::Beyond => (cut(true), None),
        }
    }
}

impl Side {
    /// The side of whoever is not on this one.
    #[must_use]
    pub fn opposite(self) -> Self {
        match self {
            Self::Complete => Self::Short,
            Self::Short => Self::Complete,
            Self::Within => Self::Beyond,
            Self::Beyond => Self::Within,
        }
    }
}

/// What a guide's conditions say of days.
#[derive(Clone, Debug, Default)]
pub struct Dated {
    /// Of the answer to a date question: its index, and the condition.
    pub dates: Vec<(usize, When)>,
    /// Of the day of the visit.
    pub visits: Vec<Range<Date>>,
}

impl Dated {
    /// Of all conditions of a guide, its facts too.
    pub fn of<T>(matter: &Matter<T>) -> Self {
        let mut dated = Self::default();
        let facts = matter.facts.iter().map(|fact| &fact.condition);
        for condition in matter.conditions().chain(facts) {
            dated.collect(condition);
        }
        dated
    }

    /// Whether what follows from the answers depends on the day of the visit.
    pub fn asks_the_day(&self) -> bool {
        let moves = |(_, when): &(usize, When)| !matches!(when, When::Days(_));
        !self.visits.is_empty() || self.dates.iter().any(moves)
    }

    fn collect(&mut self, condition: &Condition) {
        match condition {
            Condition::All(list) | Condition::Any(list) => {
                for inner in list {
                    self.collect(inner);
                }
            }
            Condition::Not(inner) => self.collect(inner),
            Condition::Dated { question, when } => self.dates.push((*question, *when)),
            Condition::Visit(days) => self.visits.push(*days),
            Condition::Chosen(_)
            | Condition::Within { .. }
            | Condition::WithinLocal { .. }
            | Condition::DatedLocal { .. }
            | Condition::Fact(_) => {}
        }
    }
}
