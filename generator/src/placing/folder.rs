//! Writing a site to a folder: the new one is complete before the old one goes.
//!
//! What changed is written into a folder beside the old one; what did not is linked from there, so that it keeps its times and a host
//! that copies by time copies little; then the two change places at one stroke. Where the folder cannot change places (it is a mount
//! point, or nobody may write beside it), each file does so by itself. Where nothing changed, nothing is touched.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use onetrip_core::diagnostic::{Finding, OutputFault};
use onetrip_core::output::Sink;
use rayon::prelude::*;

use super::Keep;
use super::exchange::{self, At};
use super::lock::{Lock, NoLock};
use super::ours::{Ours, check_folder};
use super::paths::{Failure, LOCK, behind_links, beside, failed_at, unwritable};

/// What writing did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Files written.
    pub written: usize,
    /// Files that were there already with the same bytes.
    pub unchanged: usize,
}

/// Why a site is not in its place.
#[derive(Debug)]
pub enum Unplaced {
    /// The old one is as it was.
    Whole(Finding),
    /// Some files are new and some old.
    Between(Finding),
}

/// Writes a site into a folder beside the one that it is to replace; see [`FolderSink::place`].
#[derive(Debug)]
pub struct FolderSink {
    /// As it was named.
    named: PathBuf,
    at: At,
    keep: Keep,
    /// The folders that are there, once something was written.
    folders: Option<BTreeSet<PathBuf>>,
    written: BTreeSet<String>,
    /// The files that are there already with the same bytes.
    same: Vec<String>,
    /// What stood there at first.
    found: Ours,
    /// What stood there when all was prepared.
    before: Option<Ours>,
    /// The last thing to go.
    lock: Lock,
}

impl FolderSink {
    /// Nothing is touched yet but a lock. Only an older site may stand there, and what `keep` names.
    ///
    /// # Errors
    /// When it cannot be put there, or somebody else is at it.
    pub fn new(folder: &Path, keep: Keep) -> Result<Self, Finding> {
        let refuse = |error| unwritable(folder, error);
        let real = behind_links(folder);
        let (at, lock) = take_place(&real).map_err(|why| why.finding(folder))?;
        let mut sink = Self {
            named: folder.to_owned(),
            at,
            keep,
            folders: None,
            written: BTreeSet::new(),
            same: Vec::new(),
            found: Ours::default(),
            before: None,
            lock,
        };
        sink.at.restore().map_err(refuse)?;
        if sink.lock.is_sure() {
            // What a build left that was killed.
            let _ = fs::remove_dir_all(&sink.at.fresh);
        }
        sink.found = sink.check()?;
        Ok(sink)
    }

    /// What may be replaced there.
    fn check(&self) -> Result<Ours, Finding> {
        check_folder(&self.at.folder, &self.named, &self.keep)
    }

    /// Whether these files, the manifest among them, were all that stood there at first beside what is to stay.
    pub fn is_all(&self, files: &[String]) -> bool {
        self.found.is_all(files)
    }

    /// Does all that can fail before the new files come to the place of the old ones.
    ///
    /// # Errors
    /// When they cannot; the old files are as they were.
    pub fn prepare(&mut self) -> Result<(), Finding> {
        // Somebody may have put something there meanwhile.
        let ours = self.check()?;
        let made = |path: &str| self.written.contains(path) || self.same.iter().any(|s| s == path);
        if let Some(path) = self.keep.asked().find(|path| made(path)) {
            let path = path.to_owned();
            return Err(Finding::nowhere(OutputFault::KeepMade { path }.into()));
        }
        if !(self.written.is_empty() && ours.is_all(&self.same)) {
            let complete = self.begin().map(drop).and_then(|()| self.complete());
            complete.map_err(|failure| self.unwritable(failure))?;
        }
        self.before = Some(ours);
        Ok(())
    }

    /// Puts the new files in the place of the old ones. Without this they are taken away again.
    ///
    /// # Errors
    /// When that cannot be; the old files are then as they were, or, where each comes to its place by itself, some of them.
    pub fn place(mut self) -> Result<Outcome, Unplaced> {
        if self.before.is_none() {
            self.prepare().map_err(Unplaced::Whole)?;
        }
        let outcome = Outcome {
            written: self.written.len(),
            unchanged: self.same.len(),
        };
        if let (Some(ours), Some(_)) = (self.before.take(), &self.folders) {
            self.change(&ours)?;
            self.folders = None;
        }
        Ok(outcome)
    }

    /// What stays comes into the new folder as well.
    fn complete(&mut self) -> Result<(), Failure> {
        if self.at.is_inside() {
            return Ok(());
        }
        let same = std::mem::take(&mut self.same);
        self.folders_of(same.iter().map(String::as_str))?;
        let (from, to) = (&self.at.folder, &self.at.fresh);
        same.par_iter()
            .try_for_each(|path| exchange::link(&from.join(path), &to.join(path)))?;
        self.same = same;
        exchange::carry(&self.keep, from, to)?;
        match fs::metadata(from) {
            Ok(old) => exchange::like(&old, to).map_err(failed_at(to)),
            Err(_) => Ok(()),
        }
    }

    fn change(&self, ours: &Ours) -> Result<(), Unplaced> {
        let whole = |failure| Unplaced::Whole(self.unwritable(failure));
        if !self.at.is_inside() && exchange::swap(&self.at).map_err(whole)? {
            return Ok(());
        }
        let mut all: BTreeSet<&str> = self.written.iter().map(String::as_str).collect();
        let written: Vec<&str> = all.iter().copied().collect();
        all.extend(self.same.iter().map(String::as_str));
        let between = |(path, error): Failure| {
            let path = self.show(&path).display().to_string();
            let reason = io::Error::into(error);
            Unplaced::Between(Finding::nowhere(
                OutputFault::OutputBetween { path, reason }.into(),
            ))
        };
        exchange::settle(&self.at, &written, &all, ours).map_err(between)
    }

    fn unwritable(&self, (path, error): Failure) -> Finding {
        unwritable(&self.show(&path), error)
    }

    /// The path as it is named to people: the place was named by them, what lies beside it was not.
    fn show(&self, path: &Path) -> PathBuf {
        match path.strip_prefix(&self.at.folder) {
            Ok(below) if !below.starts_with(&self.at.fresh) => self.named.join(below),
            _ => self.named.clone(),
        }
    }

    /// The folders that are there.
    fn begin(&mut self) -> Result<&mut BTreeSet<PathBuf>, Failure> {
        if self.folders.is_none() {
            let fresh = &self.at.fresh;
            if self.lock.is_sure() && fresh.exists() {
                fs::remove_dir_all(fresh).map_err(failed_at(fresh))?;
            }
            // From here on there is something to take away.
            let folders = self.folders.insert(BTreeSet::new());
            fs::create_dir_all(fresh).map_err(failed_at(fresh))?;
            // What is made in it gets the group from it.
            if let Ok(old) = fs::metadata(&self.at.folder) {
                let _ = exchange::group(&old, fresh);
            }
            folders.insert(fresh.clone());
        }
        Ok(self.folders.get_or_insert_default())
    }

    /// Makes the folders that these files lie in, like those that they take the place of.
    fn folders_of<'a>(&mut self, files: impl Iterator<Item = &'a str>) -> Result<(), Failure> {
        let parents = files.filter_map(|path| path.rsplit_once('/'));
        let wanted: BTreeSet<&str> = parents.map(|(folder, _)| folder).collect();
        let At { folder, fresh, .. } = self.at.clone();
        let there = self.begin()?;
        for path in wanted {
            let mut ends: Vec<usize> = path.match_indices('/').map(|(at, _)| at).collect();
            ends.push(path.len());
            for part in ends.into_iter().map(|end| &path[..end]) {
                let new = fresh.join(part);
                if there.contains(&new) {
                    continue;
                }
                fs::create_dir_all(&new).map_err(failed_at(&new))?;
                if let Ok(old) = fs::metadata(folder.join(part)) {
                    let _ = exchange::like(&old, &new);
                }
                there.insert(new);
            }
        }
        Ok(())
    }

    fn write(&mut self, files: Vec<(String, Vec<u8>)>) -> Result<(), Failure> {
        let folder = &self.at.folder;
        let old: Vec<Old> = files
            .par_iter()
            .map(|(path, bytes)| Old::of(&folder.join(path), bytes))
            .collect();
        let mut changed = Vec::new();
        for ((path, bytes), old) in files.into_iter().zip(old) {
            match old {
                Old::Same => self.same.push(path),
                Old::Other(before) => changed.push((path, bytes, before)),
            }
        }
        if changed.is_empty() {
            return Ok(());
        }
        self.folders_of(changed.iter().map(|(path, ..)| path.as_str()))?;
        let fresh = &self.at.fresh;
        changed.par_iter().try_for_each(|(path, bytes, before)| {
            let new = fresh.join(path);
            fs::write(&new, bytes).map_err(failed_at(&new))?;
            if let Some(before) = before {
                let _ = exchange::like(before, &new);
            }
            Ok(())
        })?;
        self.written
            .extend(changed.into_iter().map(|(path, ..)| path));
        Ok(())
    }
}

impl Sink for FolderSink {
    fn take(&mut self, files: Vec<(String, Vec<u8>)>) -> Result<(), Finding> {
        let written = self.write(files);
        written.map_err(|failure| self.unwritable(failure))
    }

    fn keeps(&self) -> bool {
        true
    }

    fn keep(&mut self, paths: Vec<String>) {
        self.same.extend(paths);
    }
}

impl Drop for FolderSink {
    fn drop(&mut self) {
        if self.folders.is_some() {
            // Failing at that leaves a folder that the next build takes away.
            let _ = fs::remove_dir_all(&self.at.fresh);
        }
    }
}

/// What lies where a file is to be put.
enum Old {
    Same,
    /// Something else, or nothing.
    Other(Option<Metadata>),
}

impl Old {
    fn of(path: &Path, bytes: &[u8]) -> Self {
        let Ok(meta) = fs::symlink_metadata(path) else {
            return Self::Other(None);
        };
        let same = meta.is_file()
            && meta.len() == bytes.len() as u64
            && fs::read(path).is_ok_and(|before| before == bytes);
        if same {
            Self::Same
        } else {
            Self::Other(Some(meta).filter(Metadata::is_file))
        }
    }
}

/// Beside the folder where that can be, else in it.
fn take_place(folder: &Path) -> Result<(At, Lock), NoLock> {
    let there = folder.is_dir();
    let refused = |error: &io::Error| {
        matches!(
            error.kind(),
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem
        )
    };
    if !(there && (folder.file_name().is_none() || exchange::is_mount_point(folder))) {
        match Lock::new(beside(folder, "lock")) {
            Ok(lock) => return Ok((At::beside(folder, &lock), lock)),
            Err(NoLock::Failed(error)) if there && refused(&error) => {}
            Err(why) => return Err(why),
        }
    }
    let lock = Lock::new(folder.join(LOCK))?;
    Ok((At::inside(folder, &lock), lock))
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
    fs::create_dir_all(parent).map_err(failed_at(parent))?;
    exchange::write(bytes, path)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;

    use walkdir::WalkDir;

    use super::{FolderSink, Keep, Unplaced, exchange::At};
    use crate::testing::Folder;
    use onetrip_core::diagnostic::{Origin, OutputFault, Problem, SiteFile};
    use onetrip_core::model::MANIFEST;
    use onetrip_core::output::{Listing, Outlet, Sink as _, manifest};

    type Site<'a> = &'a [(&'a str, &'a str)];

    /// A sink that puts each file into its place by itself, as in a mount point.
    fn inside(folder: &Folder) -> FolderSink {
        let mut sink = FolderSink::new(&folder.path("site"), Keep::default()).expect("ours");
        sink.at = At::inside(&sink.at.folder, &sink.lock);
        sink
    }

    fn give(sink: &mut FolderSink, files: Site<'_>) {
        let mut outlet = Outlet::new(sink);
        for (path, text) in files {
            let origin = Origin {
                what: SiteFile::Page,
                file: None,
            };
            let put = outlet.put((*path).to_owned(), text.as_bytes().to_owned(), origin);
            put.expect("free");
        }
        let listing: Listing = outlet.listing.clone();
        let manifest = manifest(&listing, &BTreeMap::new(), true, None);
        sink.take(vec![(MANIFEST.to_owned(), manifest)])
            .expect("a disk");
    }

    fn stands(folder: &Folder) -> BTreeMap<String, String> {
        let top = folder.path("site");
        let files = WalkDir::new(&top)
            .into_iter()
            .map(|entry| entry.expect("an entry"));
        let files = files.filter(|entry| entry.file_type().is_file());
        let mut all: BTreeMap<String, String> = files
            .map(|entry| {
                let path = entry.path().strip_prefix(&top).expect("below");
                let text = fs::read_to_string(entry.path()).expect("a text");
                (path.display().to_string(), text)
            })
            .collect();
        all.remove(MANIFEST).expect("a manifest");
        all
    }

    fn is(folder: &Folder, files: Site<'_>) {
        let wanted = files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
        assert_eq!(stands(folder), wanted.collect());
    }

    const FIRST: Site<'_> = &[("a.html", "1"), ("assets/1.css", "x"), ("dong/b.html", "1")];
    const SECOND: Site<'_> = &[("a.html", "2"), ("assets/2.css", "y"), ("xi/b.html", "1")];

    #[test]
    fn where_the_folder_cannot_move_its_files_do() {
        let folder = Folder::new("inside");
        for site in [FIRST, SECOND, SECOND, FIRST] {
            let mut sink = inside(&folder);
            give(&mut sink, site);
            sink.place().expect("a disk");
            is(&folder, site);
        }
        assert!(!folder.path("site/xi").exists(), "an empty folder stays");
    }

    #[test]
    fn a_site_that_is_half_new_is_told_as_that() {
        let folder = Folder::new("half");
        let mut sink = inside(&folder);
        give(&mut sink, FIRST);
        sink.place().expect("a disk");
        // No file can take the place of a folder.
        fs::create_dir_all(folder.path("site/xi/b.html/in")).expect("a folder");
        let mut sink = inside(&folder);
        give(&mut sink, SECOND);
        let unplaced = sink.place().expect_err("something is in the way");
        let Unplaced::Between(finding) = unplaced else {
            panic!("{unplaced:?}");
        };
        let fault = &finding.problem;
        let is_told = matches!(fault, Problem::Output(OutputFault::OutputBetween { .. }));
        assert!(is_told, "{fault:?}");
        // Once nothing is in the way, the next build gets through.
        fs::remove_dir_all(folder.path("site/xi")).expect("a folder");
        let mut sink = inside(&folder);
        give(&mut sink, SECOND);
        sink.place().expect("a disk");
        is(&folder, SECOND);
    }

    #[test]
    fn a_folder_between_two_sites_is_ours_and_mended() {
        let folder = Folder::new("between");
        let mut sink = inside(&folder);
        give(&mut sink, FIRST);
        sink.place().expect("a disk");
        // As a kill leaves it: the manifest names both, some files are there already, others are on their way.
        let mut sink = inside(&folder);
        give(&mut sink, SECOND);
        let ours = sink.check().expect("ours");
        let fresh = sink.at.fresh.clone();
        let new = fs::read(fresh.join(MANIFEST)).expect("a manifest");
        let both = onetrip_core::output::both(ours.manifest.as_ref(), &new);
        folder.write("site/.manifest.json.onetrip-new", "half");
        fs::write(folder.path("site").join(MANIFEST), both).expect("a disk");
        folder.write("site/assets/2.css", "y");
        std::mem::forget(sink);
        // The system gives the lock of a process that has ended up; here it lives on.
        for name in [".site.onetrip-lock", "site/.onetrip-lock"] {
            let _ = fs::remove_file(folder.path(name));
        }
        let mut sink = FolderSink::new(&folder.path("site"), Keep::default()).expect("ours");
        give(&mut sink, SECOND);
        sink.place().expect("a disk");
        is(&folder, SECOND);
    }
}
