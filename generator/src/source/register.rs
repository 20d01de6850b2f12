//! materials.yaml and questions.yaml: what several matters share.

use super::decode::{Reader, Register};
use super::keys::{self, Key};
use super::line;
use super::question;
use super::values;
use super::yaml::{Node, Value};
use crate::model::{DETAILS, Material, Question, Text};

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
    let shared = DETAILS.iter().filter(|kind| kind.shared).map(keys::detail);
    let known: Vec<Key> = [keys::NAME, keys::FRESH, keys::E_CERTIFICATE]
        .into_iter()
        .chain(shared)
        .collect();
    let table = reader.table(&id, node, &known)?;
    Some(Material {
        name: table.text(keys::NAME).unwrap_or_else(|| Text::new(id)),
        details: line::details(&table),
        fresh: table
            .get(keys::FRESH)
            .and_then(|node| values::fresh(reader, node)),
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
