//! 放过: the warnings that a file lets pass.

use super::decode::{Reader, Table};
use super::keys;
use super::yaml::{Node, Value};
use crate::diagnostic::{Allowed, At};
use crate::schema::{ALLOWANCE, SITE_ALLOWANCE};

/// Notes what the table of a file lets pass.
pub(super) fn read(table: &Table<'_, '_>) {
    note(table.reader, table.list(keys::ALLOW), false);
}

/// The same of site.yaml, which may speak of other files and of what belongs to none.
pub(super) fn read_of_site(table: &Table<'_, '_>) {
    note(table.reader, table.list(keys::ALLOW), true);
}

/// The same among entries of free names, of which the others are returned.
pub(super) fn apart<'n>(
    reader: &Reader,
    mut entries: Vec<(At<String>, &'n Node)>,
) -> Vec<(At<String>, &'n Node)> {
    let names = [keys::ALLOW.zh, keys::ALLOW.en];
    entries.retain(|(name, node)| match &node.value {
        Value::List { items, .. } if names.contains(&name.value.as_str()) => {
            note(reader, items, false);
            false
        }
        _ => true,
    });
    entries
}

fn note(reader: &Reader, entries: &[Node], of_site: bool) {
    for node in entries {
        if let Some(allowed) = allowed(reader, node, of_site) {
            reader.allow(allowed);
        }
    }
}

fn allowed(reader: &Reader, node: &Node, of_site: bool) -> Option<Allowed> {
    let record = if of_site { &SITE_ALLOWANCE } else { &ALLOWANCE };
    let entry = reader.table(keys::ALLOW.zh, node, record)?;
    let id = entry.require(keys::CHECK);
    let reason = entry.required_name(keys::REASON);
    let file = entry
        .get(keys::FILE)
        .and_then(|node| reader.text(keys::FILE.zh, node));
    let written = reader.text.get(node.span.clone()).unwrap_or_default();
    let end = node.span.start + written.trim_end().len();
    let line = reader.text[..node.span.start].rfind('\n');
    let lines = &reader.text[line.map_or(0, |at| at + 1)..end];
    Some(Allowed {
        id: reader.located(keys::CHECK.zh, id?)?,
        of_site: of_site && file.is_none(),
        file: file.unwrap_or_else(|| reader.file.to_string()),
        reason: reason?,
        entry: At {
            value: lines.to_owned(),
            place: reader.place(&(node.span.start..end)),
        },
    })
}
