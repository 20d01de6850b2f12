//! Where and when somebody is served: the community's hall, and the other places (地点) where it has matters done.

use super::{Attachment, Community, Exception, Hours, Region, Text, TimeSpan};
use crate::diagnostic::Place;

/// What guides call the hall, where every matter is done that names no place; first as it is told back.
pub const HALL: [&str; 2] = ["社区大厅", "hall"];

/// A door: where it is and when it is open.
#[derive(Clone, Debug, Default)]
pub struct Office<T = Text> {
    /// Where it is.
    pub address: T,
    /// How to get there.
    pub directions: Option<T>,
    /// What the door looks like.
    pub door_photo: Option<Attachment>,
    /// When it is open.
    pub hours: Vec<Hours<T>>,
    /// Days that differ.
    pub exceptions: Vec<Exception<T>>,
}

/// A place beside the hall where matters are done, such as the subdistrict's service centre.
#[derive(Clone, Debug)]
pub struct Venue<T = Text> {
    /// How guides refer to it.
    pub id: String,
    /// Where it is written.
    pub place: Place,
    /// What residents call it.
    pub name: T,
    /// Whether its phone and address are examples.
    pub example: bool,
    /// Whom to call there; none: the community's number.
    pub phone: Option<T>,
    /// Where and when.
    pub office: Office<T>,
}

impl<T> Office<T> {
    /// Opening times on a day of the week, Monday is 0: in order, and those that touch in one.
    pub fn on(&self, day: u8) -> Vec<TimeSpan> {
        let hours = self.hours.iter().filter(|hours| hours.days.contains(&day));
        let mut times: Vec<TimeSpan> = hours.flat_map(|hours| hours.times.clone()).collect();
        times.sort_unstable();
        let mut joined: Vec<TimeSpan> = Vec::new();
        for time in times {
            match joined.last_mut() {
                Some(last) if time.from <= last.to => last.to = last.to.max(time.to),
                _ => joined.push(time),
            }
        }
        joined
    }

    /// The hours of a make-up workday: those of the first day from Monday to Friday that has any.
    pub fn workday_hours(&self) -> Vec<TimeSpan> {
        (0..5)
            .map(|day| self.on(day))
            .find(|times| !times.is_empty())
            .unwrap_or_default()
    }

    /// Whether it is open at any time of an ordinary week.
    pub fn ever_opens(&self) -> bool {
        (0..7).any(|day| !self.on(day).is_empty())
    }
}

impl Region {
    /// The place that a community means by this name: its own, or else the region's.
    pub fn venue<'a>(&'a self, community: &'a Community, id: &str) -> Option<&'a Venue> {
        let mut all = community.venues.iter().chain(&self.venues);
        all.find(|venue| venue.id == id)
    }
}
