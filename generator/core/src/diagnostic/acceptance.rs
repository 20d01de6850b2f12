//! What can be wrong with 受理时间, 预约, 在哪办 and 地点.

use super::shown::first;
use super::{Argument, Term, declare};
use crate::model::TimeSpan;

declare! {
    /// A fault of a matter's own times or of the place where it is done.
    AcceptanceFault

    /// An entry of 受理时间 that names no day and no time.
    "accepted-nothing" Error Nothing

    /// An entry whose parts no day fits.
    "accepted-never" Error Never

    /// A part of the year alone beside an entry for all of it, which does not narrow that one but adds to it.
    "accepted-adds" Warning Adds {
        /// Both in one entry.
        both: String,
        /// This entry, with the days of the week that make its meaning plain.
        plain: String,
    }

    /// Times outside the hours of the place; see [`Outside`].
    "accepted-outside-hours" Error Outside {
        /// The place.
        place: PlaceOf,
        /// The day of the week.
        day: Weekday,
        /// The day as content has it.
        written: &'static str,
        /// What is outside; none: the place is closed that day.
        time: Option<String>,
        /// The hours of that day.
        hours: Vec<String>,
        /// What of the entry's times is inside them.
        inside: Vec<String>,
        /// Where the first of the communities may say times of its own; none where the site is of one community.
        overlay: Option<String>,
    }

    /// A place that there is nowhere.
    "unknown-venue" Error UnknownVenue {
        /// As written.
        name: String,
        /// Something like it that is there.
        suggestion: Option<String>,
        /// All that there are.
        known: Vec<String>,
    }

    /// A community that offers a matter, but lacks the place where it is done.
    "venue-missing" Error VenueMissing {
        /// The community's name.
        community: String,
        /// Its file.
        file: String,
        /// The place.
        venue: String,
        /// The matters that are done there.
        matters: Vec<String>,
    }

    /// A place without hours.
    "venue-hours-missing" Error VenueClosed

    /// A place that is called as guides call the hall.
    "venue-is-hall" Error VenueIsHall {
        /// As written.
        name: String,
    }
}

/// Where the times of an entry leave the hours of the place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outside {
    /// The communities in which it is so.
    pub communities: Vec<String>,
    /// The place in them; none: the hall.
    pub venue: Option<String>,
    /// The day of the week, Monday is 0.
    pub day: u8,
    /// What is outside; none: the place is closed that day.
    pub time: Option<TimeSpan>,
    /// The hours of that day.
    pub hours: Vec<TimeSpan>,
    /// What of the entry's times is inside them.
    pub inside: Vec<TimeSpan>,
    /// Where the first of the communities may say times of its own; none where the site is of one community.
    pub overlay: Option<String>,
}

impl From<Outside> for AcceptanceFault {
    fn from(outside: Outside) -> Self {
        let clocks = |spans: &[TimeSpan]| spans.iter().map(|span| clock(*span)).collect();
        Self::Outside {
            day: Weekday(outside.day),
            written: ZH_DAYS[usize::from(outside.day)],
            time: outside.time.map(clock),
            hours: clocks(&outside.hours),
            inside: clocks(&outside.inside),
            overlay: outside.overlay,
            place: PlaceOf {
                communities: outside.communities,
                venue: outside.venue,
            },
        }
    }
}

/// A place in communities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceOf {
    /// The communities.
    pub communities: Vec<String>,
    /// The place in them; none: the hall.
    pub venue: Option<String>,
}

/// More communities than these are counted.
const MOST_NAMES: usize = 3;

impl From<PlaceOf> for Argument {
    fn from(place: PlaceOf) -> Self {
        let all = place.communities.len();
        let (names, more) = first(place.communities, MOST_NAMES);
        Self::Phrase(
            Term("term-place-of"),
            vec![
                ("names", names),
                ("all", more.then_some(all).into()),
                ("others", all.saturating_sub(MOST_NAMES).into()),
                ("venue", place.venue.into()),
            ],
        )
    }
}

/// A day of the week, Monday is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weekday(pub u8);

const ZH_DAYS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];

const DAYS: [Term; 7] = [
    Term("term-day-monday"),
    Term("term-day-tuesday"),
    Term("term-day-wednesday"),
    Term("term-day-thursday"),
    Term("term-day-friday"),
    Term("term-day-saturday"),
    Term("term-day-sunday"),
];

impl From<Weekday> for Argument {
    fn from(Weekday(day): Weekday) -> Self {
        Self::Term(DAYS[usize::from(day)])
    }
}

/// `08:30-12:00`, as content has it.
pub(super) fn clock(span: TimeSpan) -> String {
    let two = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    format!("{}-{}", two(span.from), two(span.to))
}
