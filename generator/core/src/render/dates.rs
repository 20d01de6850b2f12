//! Conditions on a date, in words.

use std::ops::RangeInclusive;

use jiff::civil::Date;
use onetrip_widget::rules::Cut;

use super::words::Texts;
use crate::model::{AgeUnit, Range, Side, When};

/// The calendar years that conditions name, from that of the visit back.
/// The last is only said of what becomes of a date.
const YEARS: [&str; 4] = [
    "date_this_year",
    "date_last_year",
    "date_year_before",
    "date_years_before",
];

impl Texts<'_> {
    /// 「满 80 周岁」, or days of the calendar; where it does not hold, what holds then.
    pub(super) fn when_dated(self, when: When, holds: bool) -> String {
        match when {
            When::Ago { n, unit, side } => {
                self.ago(n, unit, if holds { side } else { side.opposite() })
            }
            When::Years { newest, oldest } => self.calendar_years(newest, oldest, holds),
            When::Days(days) => self.calendar_days(days, holds),
        }
    }

    /// 「今年或去年」「去年或更早」; where it does not hold, 「不是今年」.
    fn calendar_years(self, newest: u32, oldest: Option<u32>, holds: bool) -> String {
        let earlier = oldest.is_none().then(|| self.get("date_earlier"));
        let said = self.years(newest..=oldest.unwrap_or(newest), earlier);
        if holds {
            said
        } else {
            self.fill("date_not_in", &[("years", &said)])
        }
    }

    /// 「今年或去年」
    fn years(self, years: RangeInclusive<u32>, more: Option<&str>) -> String {
        let names = YEARS.iter().enumerate().filter_map(|(ago, key)| {
            let ago = u32::try_from(ago).ok()?;
            years.contains(&ago).then(|| self.get(key))
        });
        let names: Vec<&str> = names.chain(more).collect();
        names.join(self.get("cond_option_or"))
    }

    /// What is passed at a cut: 「满 80 周岁」, 「超过 60 天」; nothing for a day of the calendar, which no visit moves.
    pub(super) fn passed(self, cut: Cut, people: bool) -> String {
        let (span, beyond) = match cut {
            Cut::Since { span, beyond } => (span, beyond),
            Cut::Years(years) => {
                let year = self.years(years..=years, None);
                return self.fill("date_year_over", &[("year", &year)]);
            }
            Cut::From(_) => return String::new(),
        };
        let side = if beyond { Side::Beyond } else { Side::Complete };
        let years = if people {
            AgeUnit::YearsOld
        } else {
            AgeUnit::Years
        };
        match (span.months, span.days) {
            (0, days) => self.ago(days, AgeUnit::Days, side),
            (months, _) if months % 12 == 0 => self.ago(months / 12, years, side),
            (months, _) => self.ago(months, AgeUnit::Months, side),
        }
    }

    fn ago(self, n: u32, unit: AgeUnit, side: Side) -> String {
        let key = match side {
            Side::Complete => "date_complete",
            Side::Short => "date_short",
            Side::Within => "date_within",
            Side::Beyond => "date_beyond",
        };
        let unit = match (unit, n) {
            (AgeUnit::YearsOld, 1) => "date_year_old",
            (AgeUnit::YearsOld, _) => "date_years_old",
            (AgeUnit::Years, 1) => "date_one_year",
            (AgeUnit::Years, _) => "date_years",
            (AgeUnit::Months, 1) => "date_month",
            (AgeUnit::Months, _) => "date_months",
            (AgeUnit::Days, 1) => "date_day",
            (AgeUnit::Days, _) => "date_days",
        };
        let n = n.to_string();
        self.fill(key, &[("n", &n), ("unit", self.get(unit))])
    }

    /// Days of the calendar.
    pub(super) fn calendar_days(self, days: Range<Date>, holds: bool) -> String {
        let (key, from, to) = match (days, holds) {
            (Range::Below(day), true) | (Range::AtLeast(day), false) => ("date_before", day, day),
            (Range::AtLeast(day), true) | (Range::Below(day), false) => ("date_from", day, day),
            (Range::AtMost(day), true) | (Range::Above(day), false) => ("date_until", day, day),
            (Range::Above(day), true) | (Range::AtMost(day), false) => ("date_after", day, day),
            (Range::Exactly(day), true) => ("date_on", day, day),
            (Range::Exactly(day), false) => ("date_not_on", day, day),
            (Range::Between(from, to), true) => ("date_between", from, to),
            (Range::Between(from, to), false) => ("date_outside", from, to),
        };
        let (from, to) = (self.date(from), self.date(to));
        self.fill(key, &[("date", &from), ("from", &from), ("to", &to)])
    }
}
