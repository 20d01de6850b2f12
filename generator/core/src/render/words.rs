//! The interface's texts, and days and hours in words.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::{Duration, TimeSpan, TimeUnit};

/// The interface's texts of one language.
#[derive(Clone, Copy, Debug)]
pub(super) struct Texts<'a>(pub(super) &'a BTreeMap<String, String>);

impl<'a> Texts<'a> {
    /// The text of a key; the key itself where the theme has none, so that its author sees it on the page.
    pub(super) fn get(self, key: &'a str) -> &'a str {
        self.0.get(key).map_or(key, String::as_str)
    }

    /// The text with its placeholders filled.
    pub(super) fn fill(self, key: &'a str, values: &[(&str, &str)]) -> String {
        let text = self.get(key);
        let mut out = String::with_capacity(text.len() + 16);
        let mut rest = text;
        // One pass: a value is never searched for placeholders.
        while let Some(open) = rest.find('{') {
            out.push_str(&rest[..open]);
            rest = &rest[open..];
            let filled = rest.find('}').and_then(|close| {
                let (_, value) = values.iter().find(|(name, _)| *name == &rest[1..close])?;
                Some((close + 1, *value))
            });
            let (end, value) = filled.unwrap_or((1, "{"));
            out.push_str(value);
            rest = &rest[end..];
        }
        out.push_str(rest);
        out
    }

    /// A day of some year: 「2027 年 1 月 1 日」.
    pub(super) fn date(self, day: Date) -> String {
        let [y, m, d] = [i32::from(day.year()), day.month().into(), day.day().into()]
            .map(|number: i32| number.to_string());
        let values = [
            ("y", y.as_str()),
            ("m", &m),
            ("d", &d),
            ("iso", &day.to_string()),
        ];
        self.fill("keep_date_year", &values)
    }

    /// A number in words that differ for one and for more; `keys`: for one, for more.
    pub(super) fn counted(self, [one, more]: [&'a str; 2], n: u32) -> String {
        let key = if n == 1 { one } else { more };
        self.fill(key, &[("n", &n.to_string())])
    }

    /// What the office promises.
    pub(super) fn promised(self, limit: Duration) -> String {
        match (limit.days, limit.unit) {
            (0, _) => self.get("at_once").to_owned(),
            (n, TimeUnit::Workday) => self.counted(["within_workday_one", "within_workday"], n),
            (n, TimeUnit::Day) => self.counted(["within_day_one", "within_day"], n),
        }
    }

    /// What the law allows.
    pub(super) fn statutory(self, limit: Duration) -> String {
        match (limit.days, limit.unit) {
            (0, _) => self.get("statutory_at_once").to_owned(),
            (n, TimeUnit::Workday) => {
                self.counted(["statutory_workday_one", "statutory_workday"], n)
            }
            (n, TimeUnit::Day) => self.counted(["statutory_day_one", "statutory_day"], n),
        }
    }

    /// When a paper may be brought later; without a number of days where the guide says none.
    pub(super) fn deferred(self, days: Option<u32>) -> String {
        days.map_or_else(
            || self.get("defer").to_owned(),
            |n| self.counted(["defer_days_one", "defer_days"], n),
        )
    }

    /// Days of the week, runs of three and more as a range: 「周一至周五」.
    pub(super) fn days(self, days: &[u8]) -> String {
        let mut parts = Vec::new();
        let mut days = days.iter().copied().peekable();
        while let Some(first) = days.next() {
            let mut last = first;
            while days.peek() == Some(&(last + 1)) {
                last += 1;
                days.next();
            }
            match last - first {
                0 => parts.push(self.day(first).to_owned()),
                1 => parts.extend([self.day(first).to_owned(), self.day(last).to_owned()]),
                _ => parts.push(self.fill(
                    "day_range",
                    &[("from", self.day(first)), ("to", self.day(last))],
                )),
            }
        }
        parts.join(self.get("listing"))
    }

    /// The name of a month, the first is 1.
    pub(super) fn month_name(self, month: u8) -> &'a str {
        const KEYS: [&str; 12] = [
            "month_1", "month_2", "month_3", "month_4", "month_5", "month_6", "month_7", "month_8",
            "month_9", "month_10", "month_11", "month_12",
        ];
        let index = usize::from(month).checked_sub(1);
        let key = index.and_then(|index| KEYS.get(index));
        key.map_or("", |key| self.get(key))
    }

    pub(super) fn day(self, day: u8) -> &'a str {
        const KEYS: [&str; 7] = [
            "day_0", "day_1", "day_2", "day_3", "day_4", "day_5", "day_6",
        ];
        KEYS.get(usize::from(day)).map_or("", |key| self.get(key))
    }
}

/// `08:30–12:00`.
pub(super) fn clock(span: TimeSpan) -> String {
    let TimeSpan { from, to } = span;
    format!(
        "{:02}:{:02}–{:02}:{:02}",
        from / 60,
        from % 60,
        to / 60,
        to % 60
    )
}
