//! What a build was made from, so that the next one makes only what has changed.
//!
//! It is a note for this machine, no part of the site: where it is missing, damaged or of another program, everything is made anew.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What a site was made from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Table {
    /// The program that made it.
    pub program: String,
    /// SHA-256 of its manifest: the site that this is about.
    pub manifest: String,
    /// Everything that it was made from, as one digest; empty where something was found that has to be said again.
    pub whole: String,
    /// How many codes and sheets there are.
    pub counts: (usize, usize),
    /// The units by their names.
    pub units: BTreeMap<String, Unit>,
}

/// Pages that are made together, of the same things.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Unit {
    /// A digest of all that they are made from.
    pub key: String,
    /// Their paths.
    pub files: Vec<String>,
}
