//! What a build was made from, beside the site in a file of its own, so that the next one makes only what has changed.
//!
//! It is a note for this machine, no part of the site: where it is missing, damaged or of another program, everything is made anew.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::hex_digest;
use super::manifest::Manifest;
use super::paths::{behind_links, beside};
use crate::model::MANIFEST;

/// What a site was made from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Table {
    /// The program that made it.
    program: String,
    /// SHA-256 of its manifest: the site that this is about.
    manifest: String,
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

/// A number that changes with everything that this command makes sites with.
pub const PROGRAM: &str = env!("ONETRIP_PROGRAM");

fn place(folder: &Path) -> PathBuf {
    beside(&behind_links(folder), "made")
}

impl Table {
    /// What was made, for the site that is about to stand somewhere.
    pub fn new(whole: String, counts: (usize, usize), units: BTreeMap<String, Unit>) -> Self {
        Self {
            whole,
            counts,
            units,
            ..Self::default()
        }
    }

    /// The table of the site that stands at `folder`.
    pub fn read(folder: &Path) -> Option<Self> {
        let table: Self = serde_json::from_slice(&fs::read(place(folder)).ok()?).ok()?;
        let manifest = fs::read(folder.join(MANIFEST)).ok()?;
        let ours = table.program == PROGRAM && table.manifest == hex_digest(&manifest);
        ours.then_some(table)
    }

    /// Writes it beside the site at `folder`. Without it the next build makes everything anew, so nobody is told where that cannot be.
    pub fn write(mut self, folder: &Path) {
        let place = place(folder);
        let Ok(manifest) = fs::read(folder.join(MANIFEST)) else {
            return;
        };
        PROGRAM.clone_into(&mut self.program);
        self.manifest = hex_digest(&manifest);
        let written = serde_json::to_vec(&self).is_ok_and(|json| fs::write(&place, json).is_ok());
        if !written {
            let _ = fs::remove_file(&place);
        }
    }

    /// How many files the site at `folder` has, where each is as it was when this was written, as far as its size and its time tell.
    pub fn untouched(&self, folder: &Path) -> Option<Vec<String>> {
        let since = fs::metadata(place(folder))
            .and_then(|meta| meta.modified())
            .ok()?;
        let manifest = Manifest::parse(&fs::read(folder.join(MANIFEST)).ok()?)?;
        let same = manifest.files.iter().all(|(path, seal)| {
            let meta = fs::symlink_metadata(folder.join(path));
            meta.is_ok_and(|meta| {
                let before = meta.modified().is_ok_and(|time| time <= since);
                before && meta.is_file() && meta.len() == seal.bytes as u64
            })
        });
        let paths = manifest.files.into_keys();
        same.then(|| paths.chain([MANIFEST.to_owned()]).collect())
    }
}
