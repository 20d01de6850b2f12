//! The view models: their fields, types and remarks, collected from the sources by `build/views.rs`.

use std::collections::{BTreeMap, BTreeSet};

use super::Shape;

include!(concat!(env!("OUT_DIR"), "/views.rs"));

/// A view model.
pub(super) struct View {
    name: &'static str,
    /// What it is.
    pub(super) about: &'static str,
    fields: &'static [Field],
}

/// A field of one.
pub(super) struct Field {
    pub(super) name: &'static str,
    /// Its type in Rust.
    pub(super) kind: &'static str,
    /// What it is.
    pub(super) about: &'static str,
    /// Its own fields stand in its place.
    flat: bool,
    /// It is left out where there is nothing to say.
    may_lack: bool,
}

impl View {
    /// Its name for theme authors, shorter where no other view has that.
    pub(super) fn title(&self) -> &'static str {
        let short = self.name.strip_suffix("View").unwrap_or(self.name);
        let is_taken = VIEWS
            .iter()
            .any(|view| view.name == short && view.name != self.name);
        if is_taken { self.name } else { short }
    }

    /// Its fields as templates have them.
    pub(super) fn shown(&self) -> Vec<&'static Field> {
        let shown = self.fields.iter().flat_map(|field| {
            let inner = if field.flat {
                mentioned(field.kind)
            } else {
                Vec::new()
            };
            let inner = inner.into_iter().flat_map(Self::shown);
            inner
                .chain((!field.flat).then_some(field))
                .collect::<Vec<_>>()
        });
        shown.collect()
    }
}

/// The names of all fields of all views.
pub(super) fn field_names() -> impl Iterator<Item = &'static str> {
    let fields = VIEWS.iter().flat_map(|view| view.fields);
    fields.map(|field| field.name)
}

/// The views that a type mentions, in their order.
pub(super) fn mentioned(kind: &str) -> Vec<&'static View> {
    let words = kind.split(|c: char| !(c.is_alphanumeric() || c == '_'));
    words
        .filter_map(|word| VIEWS.iter().find(|view| view.name == word))
        .collect()
}

/// The view that such a map is one of.
pub(super) fn view_of(map: &BTreeMap<String, Shape>) -> Option<&'static View> {
    let names: BTreeSet<&str> = map.keys().map(String::as_str).collect();
    let fits = |view: &&View| {
        let fields = view.shown();
        let own: BTreeSet<&str> = fields.iter().map(|field| field.name).collect();
        let mut must = fields.iter().filter(|field| !field.may_lack);
        !names.is_empty() && names.is_subset(&own) && must.all(|field| names.contains(field.name))
    };
    VIEWS.iter().find(fits)
}
