//! communities/ID.yaml: one community.

use std::collections::BTreeMap;

use super::criteria;
use super::decode::{Reader, Table};
use super::keys;
use super::local_facts::local_facts;
use super::values;
use super::wording;
use super::yaml::Node;
use super::{allow, calendar};
use crate::diagnostic::{AcceptanceFault, At, Problem, SenseFault, SheetFault};
use crate::model::{
    Attachment, Community, Contact, HALL, Hours, Office, Text, Venue, Worker, names_in,
};
use crate::schema::{COMMUNITY, VENUE, WORKER};

/// The community of a file; `default_hours` are the region's.
pub(super) fn community(
    reader: &Reader,
    id: &str,
    root: &Node,
    default_hours: &[Hours],
) -> Option<Community> {
    let table = reader.table("", root, &COMMUNITY)?;
    allow::read(&table);
    let hours = match table.get(keys::HOURS) {
        Some(_) => values::hours(reader, table.list(keys::HOURS)),
        None => default_hours.to_vec(),
    };
    let name = table.required_text(keys::NAME);
    let address = table.required_text(keys::ADDRESS);
    let consult_phone = table.required_text(keys::CONSULT_PHONE);
    let complaint_phone = table.required_text(keys::COMPLAINT_PHONE);
    let workers = table
        .list(keys::WORKERS)
        .iter()
        .filter_map(|node| worker(reader, node))
        .collect();
    if let (Some(consult), Some(complaint)) = (&consult_phone, &complaint_phone) {
        one_phone(&table, consult, complaint);
    }
    let (consult_phone, address) = (consult_phone?, address?);
    let contact = |text: &Text, key: String, place| {
        let written = text.source().to_owned();
        let is_own = names_in(&written).next().is_none();
        let key = if is_own { key } else { String::new() };
        Contact {
            written,
            key,
            place,
        }
    };
    Some(Community {
        id: id.to_owned(),
        place: reader.place(&root.span),
        name: name?,
        name_at: table.value_place(keys::NAME),
        contacts: [
            contact(
                &consult_phone,
                wording::national(consult_phone.source()),
                table.value_place(keys::CONSULT_PHONE),
            ),
            contact(
                &address,
                address.source().to_owned(),
                table.value_place(keys::ADDRESS),
            ),
        ],
        subdistrict: table.text(keys::SUBDISTRICT),
        example: table.yes(keys::EXAMPLE),
        venues: venues(&table, &hours),
        office: Office {
            address,
            directions: table.text(keys::DIRECTIONS),
            door_photo: criteria::picture(&table, keys::DOOR_PHOTO),
            hours,
            exceptions: calendar::exceptions(reader, table.list(keys::EXCEPTIONS)),
        },
        consult_phone,
        complaint_phone: complaint_phone?,
        workers,
        not_offered: table.located_texts(keys::NOT_OFFERED),
        local_facts: local_facts(&table),
        sheets: BTreeMap::new(),
    })
}

/// One number to ask and to complain, however it is written.
fn one_phone(table: &Table<'_, '_>, consult: &Text, complaint: &Text) {
    let figures = |phone: &Text| wording::national(phone.source());
    if let Some(node) = table.get(keys::COMPLAINT_PHONE)
        && figures(consult) == figures(complaint)
        && !figures(consult).is_empty()
    {
        let fault = SenseFault::PhonesEqual {
            phone: complaint.source().to_owned(),
        };
        table.reader.report(&node.span, Problem::from(fault));
    }
}

/// 地点: name → a place; one that says no hours has the `hours` of the file that it stands in.
pub(super) fn venues(table: &Table<'_, '_>, hours: &[Hours]) -> Vec<Venue> {
    let Some(node) = table.get(keys::VENUES) else {
        return Vec::new();
    };
    let entries = table.reader.names(keys::VENUES.zh, node).into_iter();
    entries
        .filter_map(|(id, node)| venue(table.reader, id, node, hours))
        .collect()
}

fn venue(reader: &Reader, id: At<String>, node: &Node, hours: &[Hours]) -> Option<Venue> {
    let table = reader.table(&id.value, node, &VENUE)?;
    if HALL.contains(&id.value.as_str()) {
        let span = id.place.start..id.place.end;
        let fault = AcceptanceFault::VenueIsHall { name: id.value };
        reader.report(&span, Problem::from(fault));
        return None;
    }
    let name = table.required_text(keys::NAME);
    let address = table.required_text(keys::ADDRESS)?;
    Some(Venue {
        name: name?,
        example: table.yes(keys::EXAMPLE),
        phone: table.text(keys::PHONE),
        office: Office {
            address,
            directions: table.text(keys::DIRECTIONS),
            door_photo: criteria::picture(&table, keys::DOOR_PHOTO),
            hours: match table.get(keys::HOURS) {
                Some(_) => values::hours(reader, table.list(keys::HOURS)),
                None => hours.to_vec(),
            },
            exceptions: calendar::exceptions(reader, table.list(keys::EXCEPTIONS)),
        },
        id: id.value,
        place: id.place,
    })
}

fn worker(reader: &Reader, node: &Node) -> Option<Worker> {
    let table = reader.table(keys::WORKERS.zh, node, &WORKER)?;
    let consent = table.yes(keys::CONSENT);
    if !consent {
        without_consent(reader, &table);
    }
    let name = reader.located(keys::CALLED.zh, table.require(keys::CALLED)?)?;
    Some(Worker {
        name: Text::new(name.value),
        place: name.place,
        role: table.text(keys::ROLE),
        area: table.text(keys::AREA),
        // Without consent number and photo stay in the file.
        phone: table.text(keys::PHONE).filter(|_| consent),
        photo: table
            .get(keys::PHOTO)
            .filter(|_| consent)
            .and_then(|node| reader.located(keys::PHOTO.zh, node))
            .map(|photo| Attachment {
                path: photo.value,
                place: photo.place,
            }),
    })
}

/// A person's own number or photo without a word of their consent: somebody thinks that it will be shown.
fn without_consent(reader: &Reader, table: &Table<'_, '_>) {
    let number = table
        .text(keys::PHONE)
        .map(|phone| phone.source().to_owned())
        .filter(|phone| wording::is_mobile(phone));
    if let (Some(number), Some(node)) = (number, table.get(keys::PHONE)) {
        reader.report(
            &node.span,
            SheetFault::NoConsent {
                number: Some(number),
            }
            .into(),
        );
    }
    if let Some(node) = table.get(keys::PHOTO) {
        reader.report(&node.span, SheetFault::NoConsent { number: None }.into());
    }
}
