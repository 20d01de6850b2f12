//! Writing a site to a folder: the new one is complete before the old one goes.
//!
//! The new files are written into a folder beside the old one; then the two change places. Files whose bytes did
//! not change are linked from the old tree, so that they keep their times and a host that copies by time copies little.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::{Manifest, Sink};
use crate::diagnostic::{Finding, OutputFault};
use crate::model::MANIFEST;
use crate::source::is_of_system;

/// What writing did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Files written.
    pub written: usize,
    /// Files that were there already with the same bytes.
    pub unchanged: usize,
}

/// Whether `folder` may be replaced: it does not exist, is empty, or holds only what an earlier build made.
///
/// # Errors
/// When it holds anything else or cannot be read.
fn check_folder(folder: &Path) -> Result<(), Finding> {
    restore(folder).map_err(|error| unwritable(folder, error))?;
    if !folder.exists() {
        return Ok(());
    }
    let ours = fs::read(folder.join(MANIFEST))
        .ok()
        .and_then(|bytes| Manifest::parse(&bytes));
    let known = ours.map(|manifest| manifest.paths).unwrap_or_default();
    match foreign(folder, &known).map_err(|error| unwritable(folder, error))? {
        Some(example) => {
            let folder = folder.display().to_string();
            let example = Some(example).filter(|example| *example != folder);
            let fault = OutputFault::OutputForeign { folder, example };
            Err(Finding::nowhere(fault.into()))
        }
        None => Ok(()),
    }
}

/// A file that no manifest names.
fn foreign(folder: &Path, known: &BTreeSet<String>) -> io::Result<Option<String>> {
    if !folder.is_dir() {
        return Ok(Some(folder.display().to_string()));
    }
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry?;
        let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let path = path
            .components()
            .map(|c| c.as_os_str().to_string_lossy())
            .collect::<Vec<_>>()
            .join("/");
        // What the system left when somebody looked into the folder is no reason to stop.
        let system = is_of_system(&entry.file_name().to_string_lossy());
        if !entry.file_type().is_dir() && path != MANIFEST && !system && !known.contains(&path) {
            return Ok(Some(path));
        }
    }
    Ok(None)
}

/// Writes a site into a folder beside the one that it is to replace; see [`FolderSink::place`].
#[derive(Debug)]
pub struct FolderSink {
    folder: PathBuf,
    fresh: PathBuf,
    /// The folders that are there, once something was written.
    folders: Option<BTreeSet<PathBuf>>,
    outcome: Outcome,
}

impl FolderSink {
    /// Nothing is touched yet. Only an older site may stand there.
    ///
    /// # Errors
    /// When it cannot be put there.
    pub fn new(folder: &Path) -> Result<Self, Finding> {
        check_folder(folder)?;
        Ok(Self {
            folder: folder.to_owned(),
            fresh: beside(folder, "new"),
            folders: None,
            outcome: Outcome::default(),
        })
    }

    /// Puts the new files in the place of the old ones. Without this they are taken away again.
    ///
    /// # Errors
    /// When that cannot be; the old files are then as they were.
    pub fn place(mut self) -> Result<Outcome, Finding> {
        // Somebody may have put something there meanwhile.
        check_folder(&self.folder)?;
        let placed = match self.begin() {
            Ok(_) => swap(&self.folder, &self.fresh),
            Err(failure) => Err(failure),
        };
        placed.map_err(|(path, error)| unwritable(&path, error))?;
        self.folders = None;
        Ok(self.outcome)
    }

    /// The folders that are there.
    fn begin(&mut self) -> Result<&mut BTreeSet<PathBuf>, Failure> {
        if self.folders.is_none() {
            if self.fresh.exists() {
                fs::remove_dir_all(&self.fresh).map_err(at(&self.fresh))?;
            }
            // From here on there is something to take away.
            let folders = self.folders.insert(BTreeSet::new());
            fs::create_dir_all(&self.fresh).map_err(at(&self.fresh))?;
            folders.insert(self.fresh.clone());
        }
        Ok(self.folders.get_or_insert_default())
    }

    fn write(&mut self, files: &[(String, Vec<u8>)]) -> Result<(), Failure> {
        let fresh = self.fresh.clone();
        let there = self.begin()?;
        let wanted: BTreeSet<PathBuf> = files
            .iter()
            .filter_map(|(path, _)| Some(fresh.join(path).parent()?.to_owned()))
            .collect();
        for folder in wanted {
            if !there.contains(&folder) {
                fs::create_dir_all(&folder).map_err(at(&folder))?;
                there.insert(folder);
            }
        }
        let kept: Vec<bool> = files
            .par_iter()
            .map(|(path, bytes)| file(bytes, &self.folder.join(path), &fresh.join(path)))
            .collect::<Result<_, _>>()?;
        let unchanged = kept.iter().filter(|kept| **kept).count();
        self.outcome.unchanged += unchanged;
        self.outcome.written += kept.len() - unchanged;
        Ok(())
    }
}

impl Sink for FolderSink {
    fn take(&mut self, files: Vec<(String, Vec<u8>)>) -> Result<(), Finding> {
        let written = self.write(&files);
        written.map_err(|(path, error)| unwritable(&path, error))
    }
}

impl Drop for FolderSink {
    fn drop(&mut self) {
        if self.folders.is_some() {
            // Failing at that leaves a folder that the next build takes away.
            let _ = fs::remove_dir_all(&self.fresh);
        }
    }
}

/// Puts files into a folder beside whatever else is there; each is whole before it has its name.
///
/// # Errors
/// When something cannot be written; files that were put before it stay.
pub fn put(files: &BTreeMap<String, Vec<u8>>, folder: &Path) -> Result<(), Finding> {
    files.iter().try_for_each(|(path, bytes)| {
        let path = folder.join(path);
        put_one(bytes, &path).map_err(|(path, error)| unwritable(&path, error))
    })
}

fn put_one(bytes: &[u8], path: &Path) -> Result<(), Failure> {
    // Where a link stands, the file that it leads to is meant.
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let parent = path.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(parent).map_err(at(parent))?;
    let fresh = beside(path, "new");
    let written = fs::write(&fresh, bytes)
        .map_err(at(&fresh))
        .and_then(|()| fs::rename(&fresh, path).map_err(at(path)));
    written.inspect_err(|_| drop(fs::remove_file(&fresh)))
}

type Failure = (PathBuf, io::Error);

fn at(path: &Path) -> impl FnOnce(io::Error) -> Failure {
    let path = path.to_owned();
    move |error| (path, error)
}

/// Writes one file; true when the old one could be kept.
fn file(bytes: &[u8], old: &Path, new: &Path) -> Result<bool, Failure> {
    let same = fs::metadata(old)
        .is_ok_and(|meta| meta.is_file() && meta.len() == bytes.len() as u64)
        && fs::read(old).is_ok_and(|before| before == bytes);
    if same && fs::hard_link(old, new).is_ok() {
        return Ok(true);
    }
    fs::write(new, bytes).map_err(at(new))?;
    if same {
        // A file system without links: the same bytes with the old time.
        let time = fs::metadata(old).and_then(|meta| meta.modified());
        let keep = time.and_then(|time| {
            fs::File::options()
                .write(true)
                .open(new)?
                .set_modified(time)
        });
        return Ok(keep.is_ok());
    }
    Ok(false)
}

fn swap(folder: &Path, fresh: &Path) -> Result<(), Failure> {
    if !folder.exists() {
        return fs::rename(fresh, folder).map_err(at(folder));
    }
    let old = beside(folder, "old");
    if old.exists() {
        fs::remove_dir_all(&old).map_err(at(&old))?;
    }
    fs::rename(folder, &old).map_err(at(folder))?;
    if let Err(error) = fs::rename(fresh, folder) {
        // Back to where we were.
        fs::rename(&old, folder).map_err(at(folder))?;
        return Err((folder.to_owned(), error));
    }
    // The new tree stands; an old one that cannot be taken away does no harm.
    let _ = fs::remove_dir_all(&old);
    Ok(())
}

/// A build that was killed between the two renames has left the old tree beside its place: it goes back.
fn restore(folder: &Path) -> io::Result<()> {
    let old = beside(folder, "old");
    if !folder.exists() && old.exists() {
        fs::rename(old, folder)
    } else {
        Ok(())
    }
}

/// `.NAME.onetrip-KIND` in the same folder, so that a rename never crosses file systems.
pub(super) fn beside(folder: &Path, kind: &str) -> PathBuf {
    let name = folder
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    folder.with_file_name(format!(".{name}.onetrip-{kind}"))
}

pub(super) fn unwritable(path: &Path, error: io::Error) -> Finding {
    let path = path.display().to_string();
    Finding::nowhere(
        OutputFault::OutputUnwritable {
            path,
            reason: error.into(),
        }
        .into(),
    )
}
