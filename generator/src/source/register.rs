//! materials.yaml and questions.yaml: what several matters share.

use super::decode::{Reader, Register};
use super::keys::{self, Key};
use super::question;
use super::values;
use super::yaml::{Node, Value};
use crate::model::{Material, Question, Text};

const MATERIAL: &[Key] = &[
    keys::NAME,
    keys::ISSUER,
    keys::HOW_TO_GET,
    keys::WITHOUT,
    keys::FRESH,
    keys::PHOTO_SPEC,
    keys::E_CERTIFICATE,
    keys::NOTE,
];

/// The register of papers.
pub(super) fn materials(reader: &Reader, root: &Node) -> Register<Material> {
    let entries = reader.names("", root).into_iter();
    entries
        .map(|(id, node)| (id.value.clone(), material(reader, id.value, node)))
        .collect()
}

fn material(reader: &Reader, id: String, node: &Node) -> Option<Material> {
    if node.value == Value::Null {
        return Some(Material {
            name: Text::new(id),
            ..Material::default()
        });
    }
    let table = reader.table(&id, node, MATERIAL)?;
    Some(Material {
        name: table.text(keys::NAME).unwrap_or_else(|| Text::new(id)),
        issuer: table.text(keys::ISSUER),
        how_to_get: table.text(keys::HOW_TO_GET),
        without: table.text(keys::WITHOUT),
        fresh: table
            .get(keys::FRESH)
            .and_then(|node| values::fresh(reader, node)),
        photo_spec: table.text(keys::PHOTO_SPEC),
        note: table.text(keys::NOTE),
        e_certificate: table.yes(keys::E_CERTIFICATE),
    })
}

/// The shared questions.
pub(super) fn questions(reader: &Reader, root: &Node) -> Register<Question> {
    let entries = reader.names("", root).into_iter();
    entries
        .map(|(id, node)| {
            (
                id.value.clone(),
                question::definition(reader, &id, node, true),
            )
        })
        .collect()
}
