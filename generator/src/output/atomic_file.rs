//! The ledger comes to the disk in two steps, so that a build can make sure of it before the site changes places.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::disk::beside;
use crate::diagnostic::{Finding, LedgerFault};

/// A ledger that is written, but not yet in its place.
#[derive(Debug)]
pub struct AtomicFile {
    /// As it was named.
    named: String,
    path: PathBuf,
    fresh: PathBuf,
    placed: bool,
}

impl AtomicFile {
    /// Writes `text` beside `path`.
    ///
    /// # Errors
    /// When that is not possible; then nothing was changed.
    pub fn new(path: &Path, text: &str) -> Result<Self, Finding> {
        let named = path.display().to_string();
        // Behind a link stands the file that is meant.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let fresh = beside(&path, "new");
        let staged = Self {
            named,
            path,
            fresh,
            placed: false,
        };
        staged
            .write(text)
            .map_err(|error| staged.unwritable(error))?;
        Ok(staged)
    }

    fn write(&self, text: &str) -> io::Result<()> {
        let mut file = fs::File::create(&self.fresh)?;
        file.write_all(text.as_bytes())?;
        // The name must not come to the disk before the bytes.
        file.sync_all()
    }

    /// Puts it in its place, at one stroke.
    ///
    /// # Errors
    /// When that is not possible; the old one is then as it was.
    pub fn place(mut self) -> Result<(), Finding> {
        fs::rename(&self.fresh, &self.path).map_err(|error| self.unwritable(error))?;
        self.placed = true;
        Ok(())
    }

    fn unwritable(&self, error: io::Error) -> Finding {
        let fault = LedgerFault::Unwritable {
            path: self.named.clone(),
            reason: error.into(),
        };
        Finding::nowhere(fault.into())
    }
}

impl Drop for AtomicFile {
    fn drop(&mut self) {
        if !self.placed {
            // What cannot be taken away is overwritten by the next build.
            let _ = fs::remove_file(&self.fresh);
        }
    }
}
