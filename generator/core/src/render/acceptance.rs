//! A matter's own times and appointments: in words for residents, and as data for the clock.

use super::view::{AppointmentView, Phone};
use super::words::{Texts, clock};
use crate::model::{
    Appointment, Duration, MonthSpan, TimeSpan, TimeUnit, Window, YearDay, YearSpan,
};

/// The end of every month, as a day.
const MONTH_END: u8 = 31;
/// What the data adds to a day that is counted from the end of its month, where 1 is the last.
const FROM_END: u8 = 100;

impl Texts<'_> {
    /// 「每周一、周三 08:30–12:00 收」.
    pub(super) fn window(self, window: &Window<String>) -> String {
        let mut when = Vec::new();
        if !window.year.is_empty() {
            let spans: Vec<String> = window.year.iter().map(|span| self.year(*span)).collect();
            when.push(self.fill("accept_year", &[("days", &self.listed(&spans))]));
        }
        if !window.quarter.is_empty() {
            const KEYS: [&str; 3] = ["quarter_1", "quarter_2", "quarter_3"];
            let months: Vec<&str> = window
                .quarter
                .iter()
                .filter_map(|month| KEYS.get(usize::from(*month) - 1))
                .map(|key| self.get(key))
                .collect();
            let months = months.join(self.get("listing"));
            when.push(self.fill("accept_quarter", &[("months", &months)]));
        }
        if !window.month.is_empty() {
            // In Chinese a number stands off the word before it, but not off the sign.
            let mut spans: Vec<String> =
                window.month.iter().map(|span| self.month(*span)).collect();
            for later in spans.iter_mut().skip(1) {
                *later = later.trim_start().to_owned();
            }
            when.push(self.fill("accept_month", &[("days", &self.listed(&spans))]));
        }
        if !window.days.is_empty() {
            let days = self.days(&window.days);
            when.push(self.fill("accept_days", &[("days", &days)]));
        }
        if when.is_empty() {
            when.push(self.get("accept_open_days").to_owned());
        }
        let when = when.join(self.get("comma"));
        let times: Vec<String> = window.times.iter().map(|time| clock(*time)).collect();
        let times = self.listed(&times);
        let key = if times.is_empty() {
            "accept"
        } else {
            "accept_times"
        };
        let text = self.fill(key, &[("when", &when), ("times", &times)]);
        match &window.note {
            Some(note) => self.fill("exception_note", &[("text", &text), ("note", note)]),
            None => text,
        }
    }

    fn listed(self, parts: &[String]) -> String {
        parts.join(self.get("listing"))
    }

    fn year(self, YearSpan { from, to }: YearSpan) -> String {
        let [first, last] = [from, to].map(|day| self.year_day(day));
        if from == to {
            return first;
        }
        self.fill("accept_range", &[("from", &first), ("to", &last)])
    }

    fn year_day(self, YearDay { month, day }: YearDay) -> String {
        let (m, d) = (month.to_string(), day.to_string());
        let values = [
            ("m", m.as_str()),
            ("month", self.month_name(month)),
            ("d", &d),
        ];
        self.fill("accept_day", &values)
    }

    fn month(self, span: MonthSpan) -> String {
        match span {
            MonthSpan::Last(days) => {
                self.counted(["accept_month_last_one", "accept_month_last"], days.into())
            }
            MonthSpan::Days { from, to } => {
                let key = match () {
                    () if from == to => "accept_month_day",
                    () if to == MONTH_END => "accept_month_from",
                    () => "accept_month_days",
                };
                let (from, to) = (from.to_string(), to.to_string());
                self.fill(key, &[("from", &from), ("to", &to)])
            }
        }
    }

    /// What has to be agreed before the visit; `phone` is the number to call.
    pub(super) fn appointment(self, it: &Appointment<String>, phone: Phone) -> AppointmentView {
        let book = match it.ahead {
            None | Some(Duration { days: 0, .. }) => self.get("book").to_owned(),
            Some(Duration { days, unit }) => {
                let keys = match unit {
                    TimeUnit::Day => ["book_days_one", "book_days"],
                    TimeUnit::Workday => ["book_workdays_one", "book_workdays"],
                };
                self.counted(keys, days)
            }
        };
        let words = match &it.how {
            Some(how) => self.fill("book_how", &[("book", &book), ("how", how)]),
            None => book,
        };
        AppointmentView {
            words,
            phone,
            ahead: it.ahead.map_or_else(|| "0d".to_owned(), ahead),
        }
    }
}

/// `2w` for two workdays, `1d` for a day.
fn ahead(Duration { days, unit }: Duration) -> String {
    let unit = match unit {
        TimeUnit::Workday => 'w',
        TimeUnit::Day => 'd',
    };
    format!("{days}{unit}")
}

/// The entries for the clock: `DAYS|TIMES|YEAR|QUARTER|MONTH` with `;` between, see `hall.html`.
pub(super) fn windows<'a>(all: impl Iterator<Item = &'a Window<String>>) -> String {
    all.map(window).collect::<Vec<_>>().join(";")
}

fn window(window: &Window<String>) -> String {
    let days: String = window.days.iter().map(u8::to_string).collect();
    let times = window.times.iter().copied().map(span);
    let of_year = |day: YearDay| u16::from(day.month) * 100 + u16::from(day.day);
    let year = window.year.iter();
    let year = year.map(|span| format!("{}-{}", of_year(span.from), of_year(span.to)));
    let quarter = window
        .quarter
        .iter()
        .map(|month| format!("{month}-{month}"));
    let month = window.month.iter().map(|span| match *span {
        MonthSpan::Days { from, to } => format!("{from}-{to}"),
        MonthSpan::Last(days) => format!("{}-{}", FROM_END + 1, FROM_END + days),
    });
    let ranges: [Vec<String>; 4] = [
        times.collect(),
        year.collect(),
        quarter.collect(),
        month.collect(),
    ];
    let ranges = ranges.map(|ranges| ranges.join(" "));
    format!("{days}|{}", ranges.join("|"))
}

/// `510-720`.
pub(super) fn span(TimeSpan { from, to }: TimeSpan) -> String {
    format!("{from}-{to}")
}
