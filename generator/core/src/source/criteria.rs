//! 受理标准: what counts as a paper and what does not, in words, with pictures where they help.

use super::decode::{Reader, Table};
use super::keys::{self, Key};
use super::line::attachment;
use super::yaml::{Node, Value};
use crate::diagnostic::{PaperFault, Problem, ShapeFault};
use crate::model::{Attachment, Criteria, Criterion, Text};
use crate::schema::{CRITERIA, CRITERION};

/// What a table says counts; none where it says nothing.
pub(super) fn criteria(table: &Table<'_, '_>) -> Option<Criteria> {
    let reader = table.reader;
    let node = table.get(keys::CRITERIA)?;
    let lists = reader.table(keys::CRITERIA.zh, node, &CRITERIA)?;
    let list = |key: Key| {
        let nodes = lists.get(key).map(|node| reader.list(key.zh, node));
        let all = nodes.unwrap_or_default().iter();
        all.filter_map(|node| criterion(reader, key, node))
            .collect()
    };
    if lists
        .get(keys::COUNTS)
        .or(lists.get(keys::COUNTS_NOT))
        .is_none()
        && !lists.may_have_meant(keys::COUNTS)
        && !lists.may_have_meant(keys::COUNTS_NOT)
    {
        let key = keys::CRITERIA.zh.to_owned();
        reader.report(
            &table.key_span(keys::CRITERIA),
            ShapeFault::EmptyList { key }.into(),
        );
    }
    Some(Criteria {
        accepted: list(keys::COUNTS),
        refused: list(keys::COUNTS_NOT),
    })
}

/// A file that a page can show.
pub(super) fn picture(table: &Table<'_, '_>, key: Key) -> Option<Attachment> {
    let picture = attachment(table, key)?;
    if !picture.is_image() {
        let path = picture.path.clone();
        let fault = PaperFault::NoPicture { path };
        let span = table.key_span(key);
        table.reader.report(&span, Problem::from(fault));
    }
    Some(picture)
}

/// Plain words, or `{说明, 图}`.
fn criterion(reader: &Reader, key: Key, node: &Node) -> Option<Criterion> {
    if !matches!(node.value, Value::Map(_)) {
        return Some(Criterion {
            text: Text::new(reader.text(key.zh, node)?),
            picture: None,
        });
    }
    let table = reader.table(key.zh, node, &CRITERION)?;
    let picture = picture(&table, keys::PICTURE);
    if let (None, Some(picture)) = (table.get(keys::TEXT), &picture)
        && !table.may_have_meant(keys::TEXT)
    {
        let path = picture.path.clone();
        let fault = PaperFault::PictureWithoutText { path };
        reader.report(&node.span, Problem::from(fault));
        return None;
    }
    Some(Criterion {
        text: table.required_text(keys::TEXT)?,
        picture,
    })
}
