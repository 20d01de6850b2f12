//! The ledger comes to the disk in steps, so that a build can make sure of it before the site changes places, and take it back where
//! the site cannot.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use onetrip_core::diagnostic::{Finding, LedgerFault};
use onetrip_core::output::Change;

use super::exchange::like;
use super::lock::Lock;
use super::paths::beside;

/// A ledger that is written, but not yet in its place. Nobody else writes one there as long as this or what comes of it lives.
#[derive(Debug)]
pub struct AtomicFile {
    at: At,
    /// The last thing to go.
    lock: Lock,
}

/// A ledger that is in its place; see [`Placed::undo`].
#[derive(Debug)]
pub struct Placed {
    at: At,
    /// The last thing to go.
    _lock: Lock,
}

#[derive(Debug)]
struct At {
    /// As it was named.
    named: String,
    path: PathBuf,
    /// The new one, as long as it is not in its place.
    fresh: PathBuf,
    /// The old one, as long as it may have to go back.
    old: PathBuf,
}

impl AtomicFile {
    /// Writes it beside `path`.
    ///
    /// # Errors
    /// When that is not possible, or something else than what was read stands there by now; then nothing was changed.
    pub fn new(path: &Path, change: &Change) -> Result<Self, Finding> {
        let named = path.display().to_string();
        // Behind a link stands the file that is meant.
        let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let lock = Lock::new(beside(&real, "lock")).map_err(|why| why.finding(path))?;
        if !holds(&real, change.before.as_deref()) {
            return Err(Finding::nowhere(
                LedgerFault::Changed { path: named }.into(),
            ));
        }
        // From here on there is something to take away.
        let at = At {
            named,
            fresh: beside(&real, "new"),
            old: beside(&real, "old"),
            path: real,
        };
        at.write(&change.text)
            .map_err(|error| at.unwritable(error))?;
        Ok(Self { at, lock })
    }

    /// Puts it in its place, at one stroke.
    ///
    /// # Errors
    /// When that is not possible; the old one is then as it was.
    pub fn place(self) -> Result<Placed, Finding> {
        let at = &self.at;
        let _ = fs::remove_file(&at.old);
        let kept = match fs::hard_link(&at.path, &at.old) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            // A file system without links.
            Err(_) => fs::copy(&at.path, &at.old).map(drop),
            Ok(()) => Ok(()),
        };
        if let Ok(old) = fs::metadata(&at.path) {
            let _ = like(&old, &at.fresh);
        }
        kept.and_then(|()| fs::rename(&at.fresh, &at.path))
            .map_err(|error| at.unwritable(error))?;
        Ok(Placed {
            at: self.at,
            _lock: self.lock,
        })
    }
}

impl Placed {
    /// Puts the old one back.
    ///
    /// # Errors
    /// When that is not possible; the new one stays then, which does no harm: it promises more than there is.
    pub fn undo(self) -> Result<(), Finding> {
        let at = &self.at;
        let undone = if at.old.exists() {
            fs::rename(&at.old, &at.path)
        } else {
            fs::remove_file(&at.path)
        };
        undone.map_err(|error| at.unwritable(error))
    }
}

/// Takes away what a build that was killed left beside the ledger at `path`. Whatever it was about, the ledger is whole: what a build is
/// going to publish is in it before, so at the worst it promises codes that the next build makes.
pub fn sweep(path: &Path) {
    let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let left = ["new", "old"].map(|kind| beside(&real, kind));
    if left.iter().any(|path| path.is_file())
        && let Ok(_lock) = Lock::new(beside(&real, "lock"))
    {
        for path in left {
            let _ = fs::remove_file(path);
        }
    }
}

/// Whether this is what stands there.
fn holds(path: &Path, text: Option<&str>) -> bool {
    match fs::read(path) {
        Ok(bytes) => text.is_some_and(|text| text.as_bytes() == bytes),
        Err(error) => error.kind() == io::ErrorKind::NotFound && text.is_none(),
    }
}

impl At {
    fn write(&self, text: &str) -> io::Result<()> {
        let mut file = fs::File::create(&self.fresh)?;
        file.write_all(text.as_bytes())?;
        // The name must not come to the disk before the bytes.
        file.sync_all()
    }

    fn unwritable(&self, error: io::Error) -> Finding {
        let fault = LedgerFault::Unwritable {
            path: self.named.clone(),
            reason: error.into(),
        };
        Finding::nowhere(fault.into())
    }
}

impl Drop for At {
    fn drop(&mut self) {
        // What cannot be taken away is overwritten by the next build.
        let _ = fs::remove_file(&self.fresh);
        let _ = fs::remove_file(&self.old);
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{AtomicFile, Change, sweep};
    use crate::testing::Folder;
    use onetrip_core::diagnostic::{LedgerFault, Problem};

    fn change(text: &str, before: Option<&str>) -> Change {
        Change {
            text: text.to_owned(),
            before: before.map(str::to_owned),
        }
    }

    #[test]
    fn what_somebody_else_wrote_is_not_overwritten() {
        let folder = Folder::new("ledger");
        let path = folder.path("codes.lock");
        let new = |text, before| AtomicFile::new(&path, &change(text, before));
        new("1", None).expect("free").place().expect("a disk");
        for before in [None, Some("0")] {
            let finding = new("2", before).expect_err("another one stands there");
            let changed = matches!(
                finding.problem,
                Problem::Ledger(LedgerFault::Changed { .. })
            );
            assert!(changed, "{finding:?}");
        }
        let held = new("2", Some("1")).expect("free");
        assert!(new("3", Some("1")).is_err(), "one at a time");
        let placed = held.place().expect("a disk");
        assert!(new("3", Some("2")).is_err(), "one at a time");
        placed.undo().expect("a disk");
        assert_eq!(fs::read_to_string(&path).expect("a file"), "1");
        assert_eq!(names(&folder), ["codes.lock"]);
    }

    #[test]
    fn the_first_one_can_be_taken_back_too() {
        let folder = Folder::new("ledger-first");
        let path = folder.path("codes.lock");
        let new = AtomicFile::new(&path, &change("1", None)).expect("free");
        new.place().expect("a disk").undo().expect("a disk");
        assert_eq!(names(&folder), [""; 0]);
    }

    #[test]
    fn leftovers_go_but_not_those_of_a_build_that_runs() {
        let folder = Folder::new("ledger-left");
        let path = folder.path("codes.lock");
        let new = AtomicFile::new(&path, &change("1", None)).expect("free");
        sweep(&path);
        assert!(folder.path(".codes.lock.onetrip-new").exists());
        drop(new);
        folder.write(".codes.lock.onetrip-new", "half");
        folder.write(".codes.lock.onetrip-old", "1");
        sweep(&path);
        assert_eq!(names(&folder), [""; 0]);
    }

    fn names(folder: &Folder) -> Vec<String> {
        let entries = fs::read_dir(folder.path("")).expect("a folder");
        let names = entries.map(|entry| entry.expect("an entry").file_name());
        names
            .map(|name| name.to_string_lossy().into_owned())
            .collect()
    }
}
