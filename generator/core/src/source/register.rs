//! materials.yaml and questions.yaml: what several matters share.

use super::allow;
use super::criteria;
use super::decode::{Reader, Register, Table};
use super::implied;
use super::keys;
use super::line;
use super::question;
use super::values;
use super::yaml::{Node, Value};
use crate::diagnostic::{At, PaperFault, Problem};
use crate::model::{Material, Question, Text};
use crate::schema::MATERIAL;

/// The register of papers.
pub(super) fn materials(reader: &Reader, root: &Node) -> Register<Material> {
    let entries = allow::apart(reader, reader.names("", root)).into_iter();
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
    let table = reader.table(&id, node, &MATERIAL)?;
    Some(Material {
        name: table.text(keys::NAME).unwrap_or_else(|| Text::new(id)),
        details: line::details(&table),
        criteria: criteria::criteria(&table).unwrap_or_default(),
        result_of: table
            .get(keys::RESULT_OF)
            .and_then(|node| reader.located(keys::RESULT_OF.zh, node)),
        page: page(&table),
        picture: criteria::picture(&table, keys::PICTURE),
        fresh: table
            .get(keys::FRESH)
            .and_then(|node| values::fresh(reader, node)),
        e_certificate: table.yes(keys::E_CERTIFICATE),
    })
}

/// 网页: the name of the paper's page, part of its address.
fn page(table: &Table<'_, '_>) -> Option<At<String>> {
    let node = table.get(keys::PAPER_PAGE)?;
    let name = table.reader.located(keys::PAPER_PAGE.zh, node)?;
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if !name.value.bytes().all(fits) {
        let fault = PaperFault::PageName { name: name.value };
        table.reader.report(&node.span, Problem::from(fault));
        return None;
    }
    Some(name)
}

/// The shared questions.
pub(super) fn questions(reader: &Reader, root: &Node) -> Register<Question> {
    let entries = allow::apart(reader, reader.names("", root)).into_iter();
    let questions = entries.map(|(id, node)| {
        (
            id.value.clone(),
            question::definition(reader, &id, node, true),
        )
    });
    let questions: Register<Question> = questions.collect();
    let sound: Vec<&Question> = questions.values().flatten().collect();
    implied::check(reader, &sound, false);
    questions
}
