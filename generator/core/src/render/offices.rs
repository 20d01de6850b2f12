//! View models of the hall and of other places: where they are and when they are open.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::acceptance::span;
use super::calendar;
use super::languages::is_right_to_left;
use super::view::{HoursView, OfficeView, Phone, VenueView};
use super::view_builder::ViewBuilder;
use super::words::clock;
use crate::model::{Case, Community, Matter, Office};

impl ViewBuilder<'_> {
    /// A door.
    pub(super) fn office(&self, office: &Office<String>) -> OfficeView {
        let holidays = &self.links.region().holidays;
        let hours: Vec<HoursView> = office
            .hours
            .iter()
            .map(|hours| HoursView {
                days: self.texts.days(&hours.days),
                times: hours.times.iter().map(|time| clock(*time)).collect(),
                note: hours.note.clone(),
            })
            .collect();
        OfficeView {
            address: office.address.clone(),
            address_query: utf8_percent_encode(&office.address, NON_ALPHANUMERIC).to_string(),
            directions: office.directions.clone(),
            door_photo: office
                .door_photo
                .as_ref()
                .map(|photo| self.links.file(photo)),
            hours_text: self.hours_text(&hours),
            hours,
            weekly: weekly(office),
            days_off: self.days_off(office),
            special: calendar::special(office, holidays),
            own_days: office.exceptions.len(),
            known_years: holidays.keys().copied().collect(),
        }
    }

    /// The hours as running text.
    fn hours_text(&self, hours: &[HoursView]) -> String {
        let one = |hours: &HoursView| {
            let times = hours.times.join(self.texts.get("comma"));
            let text = format!("{} {times}", hours.days);
            match &hours.note {
                Some(note) => format!("{text} {note}"),
                None => text,
            }
        };
        let all: Vec<String> = hours.iter().map(one).collect();
        all.join(self.texts.get("semicolon"))
    }

    /// The place where a matter is done; none: the community's hall, or where the answers decide.
    pub(super) fn venue<T>(&self, matter: &Matter<T>, community: &Community) -> Option<VenueView> {
        match &matter.venues[..] {
            [
                Case {
                    when: None,
                    value: Some(id),
                    ..
                },
            ] => self.place(Some(&id.value), community),
            _ => None,
        }
    }

    /// A place by its id; none: the hall.
    pub(super) fn place(&self, id: Option<&str>, community: &Community) -> Option<VenueView> {
        let Some(id) = id else {
            let community = self.facts.community(community);
            return Some(VenueView {
                name: community.name,
                // Its page says so at its head.
                example: false,
                consult: self.phone(&community.consult_phone),
                office: self.office(&community.office),
            });
        };
        let venue = self.links.region().venue(community, id)?;
        let venue = venue.convert(&self.facts);
        let consult = match &venue.phone {
            Some(phone) => self.phone(phone),
            None => self.consult(community),
        };
        Some(VenueView {
            name: venue.name,
            example: venue.example,
            consult,
            office: self.office(&venue.office),
        })
    }

    /// A number. Beside words that are written from right to left its parts would change places, so it is set apart.
    pub(super) fn phone(&self, text: &str) -> Phone {
        let mut phone = Phone::new(text);
        if is_right_to_left(self.links.locale.language) {
            phone.text = format!("\u{2066}{}\u{2069}", phone.text);
        }
        phone
    }

    /// The community's number.
    pub(super) fn consult(&self, community: &Community) -> Phone {
        self.phone(&self.text(&community.consult_phone))
    }
}

/// Opening spans of each day of the week, Monday first: `510-720 870-1080`, with `;` between days.
fn weekly(office: &Office<String>) -> String {
    let day = |day| {
        let spans: Vec<String> = office.on(day).into_iter().map(span).collect();
        spans.join(" ")
    };
    (0..7).map(day).collect::<Vec<_>>().join(";")
}
