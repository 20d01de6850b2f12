//! Local facts: what differs from place to place, told once and filled into texts by name. One that is a number stands in rules too.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Decimal, Numbers, Period, Threshold};
use crate::diagnostic::At;

/// The facts of a region or a community, by name. Their values hold no facts themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LocalFacts(pub BTreeMap<String, At<LocalFact>>);

/// A figure or a name that differs from place to place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LocalFact {
    /// What it says, without the unit.
    pub words: String,
    /// The same as a number, where it is one.
    pub number: Option<Decimal>,
    /// The unit of what it says.
    pub unit: Option<String>,
    /// Whether it only shows how such a fact is told.
    pub example: bool,
    /// What it says from some day on, by these days.
    pub later: Vec<(Date, String)>,
    /// Whether it could not be read, which was reported.
    pub unread: bool,
}

/// An end of a range in a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bound {
    /// Everywhere the same, in steps of the question's last decimal.
    Number(i64),
    /// What this local fact says.
    Fact(At<String>),
}

impl LocalFact {
    /// A fact of words alone.
    pub fn words(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            ..Self::default()
        }
    }

    /// The number that rules compare with: none where it is words at some time.
    pub fn threshold(&self) -> Option<Threshold> {
        let later = self.later.iter();
        let later = later.map(|(from, words)| Some((*from, Decimal::parse(words)?)));
        Some(Threshold {
            first: self.number?,
            later: later.collect::<Option<_>>()?,
        })
    }

    /// The first words of it that are no number.
    pub fn not_a_number(&self) -> &str {
        let later = self.later.iter().map(|(_, words)| words);
        let mut later = later.filter(|words| Decimal::parse(words).is_none());
        match self.number {
            Some(_) => later.next().unwrap_or(&self.words),
            None => &self.words,
        }
    }

    /// What it says on a day, and what it says later.
    pub fn on(&self, day: Date) -> (&str, &[(Date, String)]) {
        let passed = self.later.partition_point(|(from, _)| *from <= day);
        let (before, after) = self.later.split_at(passed);
        let now = before.last().map_or(&self.words, |(_, words)| words);
        (now, after)
    }
}

impl LocalFacts {
    /// A fact and where it is told.
    pub fn get(&self, name: &str) -> Option<&At<LocalFact>> {
        self.0.get(name)
    }
}

impl Bound {
    /// The number where these facts hold at this time, for a question with these decimals; none where they do not say it, or say a
    /// finer one.
    pub fn in_numbers(&self, numbers: &Numbers, decimals: u32, period: Period) -> Option<i64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Fact(name) => numbers.get(&name.value)?.on(period).steps(decimals),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::LocalFact;

    #[test]
    fn the_last_value_that_has_begun_holds() {
        let fact = LocalFact {
            later: vec![
                (date(2027, 1, 1), "120".to_owned()),
                (date(2028, 1, 1), "140".to_owned()),
            ],
            ..LocalFact::words("100")
        };
        assert_eq!(fact.on(date(2026, 12, 31)), ("100", &fact.later[..]));
        assert_eq!(fact.on(date(2027, 1, 1)), ("120", &fact.later[1..]));
        assert_eq!(fact.on(date(2030, 1, 1)), ("140", &fact.later[2..]));
    }
}
