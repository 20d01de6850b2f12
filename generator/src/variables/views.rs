//! The view models of pages and of sheets.

use std::collections::{BTreeMap, BTreeSet};

use onetrip_core::variables::{Field, PAGE_VIEWS, View};
use onetrip_print::SHEET_VIEWS;

use super::Shape;

fn views() -> impl Iterator<Item = &'static View> {
    SHEET_VIEWS.iter().chain(PAGE_VIEWS)
}

/// A view's name for theme authors, shorter where no other view has that.
pub(super) fn title(view: &View) -> &'static str {
    let short = view.name.strip_suffix("View").unwrap_or(view.name);
    let is_taken = views().any(|other| other.name == short && other.name != view.name);
    if is_taken { view.name } else { short }
}

/// A view's fields as templates have them.
pub(super) fn fields_of(view: &'static View) -> Vec<&'static Field> {
    let shown = view.fields.iter().flat_map(|field| {
        let inner = if field.flat {
            mentioned(field.kind)
        } else {
            Vec::new()
        };
        let inner = inner.into_iter().flat_map(fields_of);
        inner
            .chain((!field.flat).then_some(field))
            .collect::<Vec<_>>()
    });
    shown.collect()
}

/// The views that a type mentions, in their order.
pub(super) fn mentioned(kind: &str) -> Vec<&'static View> {
    let words = kind.split(|c: char| !(c.is_alphanumeric() || c == '_'));
    words
        .filter_map(|word| views().find(|view| view.name == word))
        .collect()
}

/// The view that such a map is one of.
pub(super) fn view_of(map: &BTreeMap<String, Shape>) -> Option<&'static View> {
    let names: BTreeSet<&str> = map.keys().map(String::as_str).collect();
    let fits = |view: &&'static View| {
        let fields = fields_of(view);
        let own: BTreeSet<&str> = fields.iter().map(|field| field.name).collect();
        let mut must = fields.iter().filter(|field| !field.may_lack);
        !names.is_empty() && names.is_subset(&own) && must.all(|field| names.contains(field.name))
    };
    views().find(fits)
}
