//! Days that differ from the week: in words for residents, and as data for the scripts.

use std::fmt::Write as _;

use jiff::civil::Date;

use super::view::DaysOffView;
use super::view_builder::ViewBuilder;
use super::words::clock;
use crate::model::{Days, Exception, Holidays, Office, TimeSpan};

/// A holiday with the make-up workdays around it.
struct Holiday {
    off: Days,
    work: Vec<Days>,
}

impl ViewBuilder<'_> {
    /// What is still to come, the next first.
    pub(super) fn days_off(&self, office: &Office<String>) -> Vec<DaysOffView> {
        let holidays = together(&self.links.region().holidays).into_iter();
        let holidays = holidays.map(|holiday| {
            let days = holiday.work.iter().chain([&holiday.off]);
            let (first, last) = days
                .fold((holiday.off.from, holiday.off.to), |(first, last), days| {
                    (first.min(days.from), last.max(days.to))
                });
            (first, last, self.holiday(&holiday))
        });
        let own = office.exceptions.iter();
        let own = own.map(|own| (own.days.value.from, own.days.value.to, self.exception(own)));
        let mut all: Vec<(Date, Date, String)> = holidays
            .chain(own)
            .filter(|(_, last, _)| *last >= self.today)
            .collect();
        all.sort();
        all.into_iter()
            .map(|(_, last, text)| DaysOffView {
                text,
                until: last.to_string(),
            })
            .collect()
    }

    fn holiday(&self, holiday: &Holiday) -> String {
        let texts = self.texts;
        let off = texts.fill(
            "holiday_off",
            &[("days", &self.days(holiday.off, self.today.year()))],
        );
        if holiday.work.is_empty() {
            return off;
        }
        // The year of the days off need not be said again.
        let said = holiday.off.to.year();
        let work: Vec<String> = holiday
            .work
            .iter()
            .map(|days| self.day_of_week(*days, said))
            .collect();
        let work = work.join(texts.get("listing"));
        texts.fill("holiday_work", &[("off", &off), ("days", &work)])
    }

    fn exception(&self, own: &Exception<String>) -> String {
        let days = self.day_of_week(own.days.value, self.today.year());
        let times: Vec<String> = own.times.iter().map(|time| clock(*time)).collect();
        let times = times.join(self.texts.get("comma"));
        let key = if times.is_empty() {
            "exception_closed"
        } else {
            "exception_open"
        };
        let text = self.texts.fill(key, &[("days", &days), ("times", &times)]);
        match &own.note {
            Some(note) => self
                .texts
                .fill("exception_note", &[("text", &text), ("note", note)]),
            None => text,
        }
    }

    /// 「10月10日（周六）」; several days stand without. The year is said where it is not `year`.
    fn day_of_week(&self, days: Days, year: i16) -> String {
        let date = self.days(days, year);
        if days.from != days.to {
            return date;
        }
        let weekday = u8::try_from(days.from.weekday().to_monday_zero_offset()).unwrap_or_default();
        self.texts.fill(
            "date_weekday",
            &[("date", &date), ("weekday", self.texts.day(weekday))],
        )
    }

    /// 「10月1日至7日」; the year is said where it is not `year`.
    fn days(&self, Days { from, to }: Days, year: i16) -> String {
        if from.year() != to.year() {
            let [from, to] = [from, to].map(|day| self.days(Days::one(day), year));
            return self
                .texts
                .fill("date_range", &[("from", &from), ("to", &to)]);
        }
        let month = |date: Date| {
            let number = u8::try_from(date.month()).expect("months are 1 to 12");
            self.texts.month_name(number)
        };
        let key = match () {
            () if from == to => "date_one",
            () if from.month() == to.month() => "date_in_month",
            () => "date_over_months",
        };
        let [day, last, own_year] = [
            from.day().to_string(),
            to.day().to_string(),
            from.year().to_string(),
        ];
        let values = [
            ("d", day.as_str()),
            ("d2", last.as_str()),
            ("month", month(from)),
            ("month2", month(to)),
        ];
        let text = self.texts.fill(key, &values);
        if from.year() == year {
            return text;
        }
        self.texts
            .fill("date_of_year", &[("date", &text), ("y", &own_year)])
    }
}

/// Each holiday with the make-up workdays that are nearer to it than to another.
fn together(holidays: &Holidays) -> Vec<Holiday> {
    let off = holidays.values().flat_map(|year| &year.off);
    let mut all: Vec<Holiday> = off
        .map(|off| Holiday {
            off: off.value,
            work: Vec::new(),
        })
        .collect();
    for work in holidays.values().flat_map(|year| &year.work) {
        let distance = |off: Days| {
            let days = |from: Date, to: Date| (to - from).get_days().abs();
            days(off.to, work.value.from).min(days(work.value.to, off.from))
        };
        if let Some(nearest) = all.iter_mut().min_by_key(|holiday| distance(holiday.off)) {
            nearest.work.push(work.value);
        }
    }
    for holiday in &mut all {
        holiday.work.sort();
    }
    all
}

/// The days that differ, for scripts: `FROM..TO=SPANS`, with `;` between; the first that fits a day holds. Spans are as those
/// of the week (`510-720 870-1080`, in minutes); none: closed.
pub(super) fn special(office: &Office<String>, holidays: &Holidays) -> String {
    let mut entries = Vec::new();
    let own = office.exceptions.iter();
    entries.extend(own.map(|own| entry(own.days.value, &own.times)));
    let workday = office.workday_hours();
    let years = holidays.values();
    entries.extend(
        years
            .clone()
            .flat_map(|year| &year.work)
            .map(|days| entry(days.value, &workday)),
    );
    entries.extend(
        years
            .flat_map(|year| &year.off)
            .map(|days| entry(days.value, &[])),
    );
    entries.join(";")
}

fn entry(Days { from, to }: Days, times: &[TimeSpan]) -> String {
    let mut entry = if from == to {
        format!("{from}=")
    } else {
        format!("{from}..{to}=")
    };
    for (index, time) in times.iter().enumerate() {
        let between = if index == 0 { "" } else { " " };
        let _ = write!(entry, "{between}{}-{}", time.from, time.to);
    }
    entry
}
