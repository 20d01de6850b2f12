//! Where a site goes: a folder or one file.

use std::path::{Path, PathBuf};

use super::build::apart;
use crate::diagnostic::Finding;
use crate::output::{ArchiveSink, AtomicFile, FolderSink, Sink};

/// Where a site goes.
pub(super) enum Target {
    /// A folder.
    Folder(FolderSink),
    /// One file.
    Archive(ArchiveSink),
}

impl Target {
    /// The file `to`, or else the folder `out`, with all that can be said of the folders before anything is read.
    pub(super) fn new(
        out: &Path,
        to: Option<&Path>,
        content: &Path,
        theme: Option<&Path>,
    ) -> Result<Self, Finding> {
        apart(to.unwrap_or(out), content, theme)?;
        match to {
            Some(archive) => ArchiveSink::new(archive).map(Self::Archive),
            None => FolderSink::new(out).map(Self::Folder),
        }
    }

    pub(super) fn sink(&mut self) -> &mut dyn Sink {
        match self {
            Self::Folder(folder) => folder,
            Self::Archive(archive) => archive,
        }
    }

    fn place(self) -> Result<(), Finding> {
        match self {
            Self::Folder(folder) => folder.place().map(|_| ()),
            Self::Archive(archive) => archive.place(),
        }
    }

    /// The site and the ledger of its codes, both or none: the ledger is on the disk before the site changes, and comes to its
    /// place after it.
    pub(super) fn place_with(self, ledger: Option<(PathBuf, &str)>) -> Result<(), Finding> {
        let staged = ledger
            .map(|(path, text)| AtomicFile::new(&path, text))
            .transpose()?;
        self.place()?;
        staged.map_or(Ok(()), AtomicFile::place)
    }
}
