//! What stands where a site is to be put, and whose it is.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use onetrip_core::diagnostic::{Finding, OutputFault};
use onetrip_core::model::MANIFEST;
use onetrip_core::output::{Manifest, hex_digest};
use onetrip_core::source::is_of_system;
use walkdir::WalkDir;

use super::Keep;
use super::paths::{is_passing, unwritable, with_strokes};

/// An earlier site, or nothing.
#[derive(Debug, Default)]
pub(super) struct Ours {
    pub(super) manifest: Option<Manifest>,
    /// What it names and is there.
    there: BTreeSet<String>,
}

impl Ours {
    /// Whether these files, the manifest among them, are all that is there.
    pub(super) fn is_all(&self, files: &[String]) -> bool {
        self.manifest.is_some()
            && files.len() == self.there.len()
            && files.iter().all(|path| self.there.contains(path))
    }

    /// The files that are there.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.there.iter().map(String::as_str)
    }
}

/// What may be replaced at `folder`, that was `named` so: it does not exist, is empty, or holds only what an earlier build made.
pub(super) fn check_folder(folder: &Path, named: &Path, keep: &Keep) -> Result<Ours, Finding> {
    if !folder.exists() {
        return Ok(Ours::default());
    }
    let refuse = |example: Option<String>| {
        let folder = named.display().to_string();
        Finding::nowhere(OutputFault::OutputForeign { folder, example }.into())
    };
    if !folder.is_dir() {
        return Err(refuse(None));
    }
    let manifest = fs::read(folder.join(MANIFEST)).ok();
    let manifest = manifest.and_then(|bytes| Manifest::parse(&bytes));
    let stands = standing(folder, manifest.as_ref(), keep);
    let there = stands.map_err(|error| unwritable(named, error))?;
    let there = there.map_err(|example| refuse(Some(example)))?;
    match &manifest {
        Some(manifest) if !made(folder, manifest, &there) => Err(refuse(there.first().cloned())),
        _ => Ok(Ours { manifest, there }),
    }
}

/// The files that stand in a folder; a file that no manifest names and nobody wants to keep is an error.
fn standing(
    folder: &Path,
    manifest: Option<&Manifest>,
    keep: &Keep,
) -> io::Result<Result<BTreeSet<String>, String>> {
    let mut there = BTreeSet::new();
    let mut strange: Option<String> = None;
    let passing = |name: &std::ffi::OsStr, depth| depth == 1 && is_passing(&name.to_string_lossy());
    let walk = WalkDir::new(folder).into_iter();
    for entry in walk.filter_entry(|entry| !passing(entry.file_name(), entry.depth())) {
        let entry = entry?;
        if entry.file_type().is_dir() {
            continue;
        }
        let path = with_strokes(entry.path().strip_prefix(folder).unwrap_or(entry.path()));
        let is_named = manifest.is_some_and(|manifest| manifest.files.contains_key(&path));
        // What the system left when somebody looked into the folder is no reason to stop.
        let name = entry.file_name().to_string_lossy();
        let passes = is_of_system(&name) || is_half_written(&name) || keep.has(&path);
        if is_named || (path == MANIFEST && manifest.is_some()) {
            there.insert(path);
        } else if !passes && strange.as_ref().is_none_or(|first| path < *first) {
            strange = Some(path);
        }
    }
    Ok(strange.map_or(Ok(there), Err))
}

/// A file on its way when a build was killed.
fn is_half_written(name: &str) -> bool {
    name.starts_with('.') && name.ends_with(".onetrip-new")
}

/// Whether a build of ours made what is there: one of the files is, byte for byte, as the manifest says. Other files may have been changed since,
/// by whoever looked after the site; a manifest that no file bears out is somebody else's, or came there by itself.
fn made(folder: &Path, manifest: &Manifest, there: &BTreeSet<String>) -> bool {
    let mut files: Vec<_> = there
        .iter()
        .filter_map(|path| Some((manifest.files.get(path)?, path)))
        .collect();
    files.sort_by_key(|(listed, path)| (listed.bytes, *path));
    files.is_empty()
        || files.iter().any(|(listed, path)| {
            let bytes = fs::read(folder.join(path)).unwrap_or_default();
            bytes.len() == listed.bytes && hex_digest(&bytes) == listed.sha256
        })
}
