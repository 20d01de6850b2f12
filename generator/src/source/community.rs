//! communities/ID.yaml: one community.

use super::calendar;
use super::decode::Reader;
use super::keys::{self, Key};
use super::values;
use super::yaml::Node;
use crate::model::{Community, Hours, Worker};

const KEYS: &[Key] = &[
    keys::NAME,
    keys::SUBDISTRICT,
    keys::EXAMPLE,
    keys::ADDRESS,
    keys::DIRECTIONS,
    keys::HOURS,
    keys::EXCEPTIONS,
    keys::CONSULT_PHONE,
    keys::COMPLAINT_PHONE,
    keys::WORKERS,
    keys::NOT_OFFERED,
    keys::LOCAL_FACTS,
];

/// The community of a file; `default_hours` are the region's.
pub(super) fn community(
    reader: &Reader,
    id: &str,
    root: &Node,
    default_hours: &[Hours],
) -> Option<Community> {
    let table = reader.table("", root, KEYS)?;
    let hours = match table.get(keys::HOURS) {
        Some(_) => values::hours(reader, table.list(keys::HOURS)),
        None => default_hours.to_vec(),
    };
    let name = table.required_text(keys::NAME);
    let address = table.required_text(keys::ADDRESS);
    let consult_phone = table.required_text(keys::CONSULT_PHONE);
    let complaint_phone = table.required_text(keys::COMPLAINT_PHONE);
    let workers = table.list(keys::WORKERS).iter().filter_map(|node| worker(reader, node)).collect();
    Some(Community {
        id: id.to_owned(),
        place: reader.place(&root.span),
        name: name?,
        subdistrict: table.text(keys::SUBDISTRICT),
        example: table.yes(keys::EXAMPLE),
        address: address?,
        directions: table.text(keys::DIRECTIONS),
        hours,
        exceptions: calendar::exceptions(reader, table.list(keys::EXCEPTIONS)),
        consult_phone: consult_phone?,
        complaint_phone: complaint_phone?,
        workers,
        not_offered: table.located_texts(keys::NOT_OFFERED),
        local_facts: values::local_facts(&table),
    })
}

fn worker(reader: &Reader, node: &Node) -> Option<Worker> {
    let known = [keys::CALLED, keys::ROLE, keys::PHONE, keys::CONSENT];
    let table = reader.table(keys::WORKERS.zh, node, &known)?;
    let consent = table.yes(keys::CONSENT);
    Some(Worker {
        name: table.required_text(keys::CALLED)?,
        role: table.text(keys::ROLE),
        // Without consent a number stays in the file.
        phone: table.text(keys::PHONE).filter(|_| consent),
    })
}
