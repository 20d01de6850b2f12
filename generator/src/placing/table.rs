//! What a site was made from, beside it in a file of its own, for the next build.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use onetrip_core::model::MANIFEST;
use onetrip_core::output::{Manifest, Seal, Table, hex_digest};
use rayon::prelude::*;

use super::paths::{behind_links, beside};
use crate::PROGRAM;

fn place(folder: &Path) -> PathBuf {
    beside(&behind_links(folder), "made")
}

/// The table of the site that stands at `folder`.
pub fn read_table(folder: &Path) -> Option<Table> {
    let table: Table = serde_json::from_slice(&fs::read(place(folder)).ok()?).ok()?;
    let manifest = fs::read(folder.join(MANIFEST)).ok()?;
    let ours = table.program == PROGRAM && table.manifest == hex_digest(&manifest);
    ours.then_some(table)
}

/// Writes it beside the site at `folder`. Without it the next build makes everything anew, so nobody is told where that cannot be.
pub fn write_table(mut table: Table, folder: &Path) {
    let place = place(folder);
    let Ok(manifest) = fs::read(folder.join(MANIFEST)) else {
        return;
    };
    table.manifest = hex_digest(&manifest);
    let written = serde_json::to_vec(&table).is_ok_and(|json| fs::write(&place, json).is_ok());
    if !written {
        let _ = fs::remove_file(&place);
    }
}

/// What stands of a site.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    /// The files that are as they were when its table was written, as far as their sizes and times tell.
    pub files: BTreeSet<String>,
    /// Whether these are all that its manifest names.
    pub whole: bool,
}

/// What stands of the site at `folder`.
pub fn standing(folder: &Path) -> Option<Standing> {
    let since = fs::metadata(place(folder))
        .and_then(|meta| meta.modified())
        .ok()?;
    let manifest = Manifest::parse(&fs::read(folder.join(MANIFEST)).ok()?)?;
    let all = manifest.files.len();
    let files: Vec<(String, Seal)> = manifest.files.into_iter().collect();
    let same = files.into_par_iter().filter(|(path, seal)| {
        let meta = fs::symlink_metadata(folder.join(path));
        meta.is_ok_and(|meta| {
            let before = meta.modified().is_ok_and(|time| time <= since);
            before && meta.is_file() && meta.len() == seal.bytes as u64
        })
    });
    let files: Vec<String> = same.map(|(path, _)| path).collect();
    Some(Standing {
        whole: files.len() == all,
        files: files.into_iter().collect(),
    })
}
