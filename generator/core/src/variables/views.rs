//! The view models: their fields, types and remarks, collected from the sources by `build/views.rs`.

/// A view model: what a template gets under one name.
#[derive(Clone, Copy, Debug)]
pub struct View {
    /// Its name in Rust.
    pub name: &'static str,
    /// What it is.
    pub about: &'static str,
    /// In the order of the source.
    pub fields: &'static [Field],
}

/// A field of one.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// As templates write it.
    pub name: &'static str,
    /// Its type in Rust.
    pub kind: &'static str,
    /// What it is.
    pub about: &'static str,
    /// Its own fields stand in its place.
    pub flat: bool,
    /// It is left out where there is nothing to say.
    pub may_lack: bool,
}

/// Those of pages.
pub static PAGE_VIEWS: &[View] = include!(concat!(env!("OUT_DIR"), "/views.rs"));
