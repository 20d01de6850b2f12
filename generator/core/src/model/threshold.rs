//! Numbers that rules compare with, as local facts say them: one, or one from each of some days on.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use jiff::civil::Date;

use super::{Bound, Condition, Decimal, Range};

/// A number, and what it becomes on some days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Threshold {
    /// Until the first of the days.
    pub first: Decimal,
    /// From these days on, the earliest first.
    pub later: Vec<(Date, Decimal)>,
}

/// What numeric facts say in one place, by name.
pub type Numbers = BTreeMap<String, Threshold>;

/// A time in which no number changes, by its first day; none for the time before all changes.
pub type Period = Option<Date>;

impl Threshold {
    /// The number that holds on a day; before all changes where no day is given.
    pub fn on(&self, day: Option<Date>) -> Decimal {
        let begun = |(from, _): &&(Date, Decimal)| day.is_some_and(|day| *from <= day);
        let mut begun = self.later.iter().filter(begun);
        begun.next_back().map_or(self.first, |(_, number)| *number)
    }

    /// Every number that it is at some time.
    pub fn all(&self) -> impl Iterator<Item = Decimal> {
        let later = self.later.iter().map(|(_, number)| *number);
        std::iter::once(self.first).chain(later)
    }
}

impl fmt::Display for Threshold {
    /// `80`, or `80 (2027-01-01: 79)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.first)?;
        for (from, number) in &self.later {
            write!(f, " ({from}: {number})")?;
        }
        Ok(())
    }
}

impl Range<Bound> {
    /// The times in which its numbers are others, in their order.
    pub fn times(&self, numbers: &Numbers) -> Vec<Period> {
        let facts = self.ends().into_iter().filter_map(|end| match end {
            Bound::Fact(name) => numbers.get(&name.value),
            Bound::Number(_) => None,
        });
        let days: BTreeSet<Date> = facts
            .flat_map(|number| number.later.iter().map(|(from, _)| *from))
            .collect();
        std::iter::once(None)
            .chain(days.into_iter().map(Some))
            .collect()
    }

    /// A condition that holds where, at the time of the visit, `condition` of the numbers of that time does. None where a fact is
    /// missing or its number is none for a question with these decimals.
    pub(super) fn in_time(
        &self,
        numbers: &Numbers,
        decimals: u32,
        condition: impl Fn(Range) -> Option<Condition>,
    ) -> Option<Condition> {
        let mut told: Vec<(Period, Condition)> = Vec::new();
        for period in self.times(numbers) {
            let range = self.try_map(|bound| bound.in_numbers(numbers, decimals, period))?;
            let condition = condition(range)?;
            if told.last().is_none_or(|(_, before)| *before != condition) {
                told.push((period, condition));
            }
        }
        let ends: Vec<Period> = told.iter().skip(1).map(|(period, _)| *period).collect();
        let ends = ends.into_iter().chain([None]);
        let mut all: Vec<Condition> = Vec::new();
        for ((period, condition), end) in told.into_iter().zip(ends) {
            let days = match (period, end) {
                (None, None) => return Some(condition),
                (None, Some(end)) => Range::Below(end),
                (Some(from), None) => Range::AtLeast(from),
                // Two days on which something changes differ, so the day before the later one is none before the earlier.
                (Some(from), Some(end)) => Range::Between(from, end.yesterday().ok()?),
            };
            all.push(Condition::All(vec![Condition::Visit(days), condition]));
        }
        Some(Condition::Any(all))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Numbers, Threshold};
    use crate::diagnostic::{At, Place};
    use crate::model::{Bound, Condition, Range};

    fn within(range: Range) -> Condition {
        Condition::Within { question: 0, range }
    }

    #[test]
    fn a_range_holds_in_its_time() {
        let fact = Bound::Fact(At {
            value: "age".to_owned(),
            place: Place::file("matters/a.md"),
        });
        let range = Range::AtLeast(fact);
        let number = |later: &[(i16, i64)]| Threshold {
            first: 80.into(),
            later: later
                .iter()
                .map(|(year, number)| (date(*year, 1, 1), (*number).into()))
                .collect(),
        };
        let told = |later| {
            let numbers: Numbers = [("age".to_owned(), number(later))].into();
            range.in_time(&numbers, 0, |range| Some(within(range)))
        };
        assert_eq!(told(&[]), Some(within(Range::AtLeast(80))));
        assert_eq!(told(&[(2027, 80)]), Some(within(Range::AtLeast(80))));
        let part = |days, from| {
            let condition = within(Range::AtLeast(from));
            Condition::All(vec![Condition::Visit(days), condition])
        };
        assert_eq!(
            told(&[(2027, 79), (2028, 79), (2029, 78)]),
            Some(Condition::Any(vec![
                part(Range::Below(date(2027, 1, 1)), 80),
                part(Range::Between(date(2027, 1, 1), date(2028, 12, 31)), 79),
                part(Range::AtLeast(date(2029, 1, 1)), 78),
            ]))
        );
        assert_eq!(
            range.in_time(&Numbers::new(), 0, |range| Some(within(range))),
            None
        );
    }

    #[test]
    fn the_number_of_a_day() {
        let number = Threshold {
            first: 80.into(),
            later: vec![(date(2027, 1, 1), 79.into())],
        };
        assert_eq!(number.on(None), 80.into());
        assert_eq!(number.on(Some(date(2026, 12, 31))), 80.into());
        assert_eq!(number.on(Some(date(2027, 1, 1))), 79.into());
        assert_eq!(number.to_string(), "80 (2027-01-01: 79)");
    }
}
