//! Where a site goes: a folder or one file.

use std::path::{Path, PathBuf};

use onetrip_core::diagnostic::{Finding, Folder, OutputFault, ReadingFault};
use onetrip_core::output::{Change, Sink};

use crate::placing::{ArchiveSink, AtomicFile, FolderSink, Keep, Placed, Unplaced};

/// Where a site goes.
pub(super) enum Target {
    /// A folder.
    Folder(Box<FolderSink>),
    /// One file.
    Archive(ArchiveSink),
}

impl Target {
    /// The file `to`, or else the folder `out` with what is to stay there; with all that can be said of the folders before anything is read.
    pub(super) fn new(
        (out, to): (&Path, Option<&Path>),
        keep: Keep,
        content: &Path,
        theme: Option<&Path>,
    ) -> Result<Self, Finding> {
        apart(to.unwrap_or(out), content, theme)?;
        match to {
            Some(archive) => ArchiveSink::new(archive).map(Self::Archive),
            None => FolderSink::new(out, keep).map(|sink| Self::Folder(Box::new(sink))),
        }
    }

    pub(super) fn sink(&mut self) -> &mut dyn Sink {
        match self {
            Self::Folder(folder) => &mut **folder,
            Self::Archive(archive) => archive,
        }
    }

    /// Whether these are all the files of a site that stands there.
    pub(super) fn is_all(&self, files: &[String]) -> bool {
        match self {
            Self::Folder(folder) => folder.is_all(files),
            Self::Archive(_) => false,
        }
    }

    /// Does all that can fail before anything changes.
    fn prepare(&mut self) -> Result<(), Finding> {
        match self {
            Self::Folder(folder) => folder.prepare(),
            Self::Archive(archive) => archive.prepare(),
        }
    }

    fn place(self) -> Result<usize, Unplaced> {
        match self {
            Self::Folder(folder) => folder.place().map(|outcome| outcome.unchanged),
            Self::Archive(archive) => archive.place().map(|()| 0).map_err(Unplaced::Whole),
        }
    }

    /// The site and the ledger of its codes, both or none. When all is prepared that can fail, the ledger comes first, so that no code is ever
    /// published that it does not know; it goes back where the site stays as it was. Returns how many files were there already.
    pub(super) fn place_with(
        mut self,
        ledger: Option<(PathBuf, &Change)>,
    ) -> Result<usize, Finding> {
        self.prepare()?;
        let placed = ledger
            .map(|(path, change)| AtomicFile::new(&path, change)?.place())
            .transpose()?;
        match self.place() {
            Ok(unchanged) => Ok(unchanged),
            Err(Unplaced::Whole(finding)) => {
                placed.map_or(Ok(()), Placed::undo)?;
                Err(finding)
            }
            // Some of the new codes may be there.
            Err(Unplaced::Between(finding)) => Err(finding),
        }
    }
}

/// The theme is there, and what is written goes to none of the folders that are read.
pub(super) fn apart(out: &Path, content: &Path, theme: Option<&Path>) -> Result<(), Finding> {
    theme_exists(theme)?;
    let written = absolute(out);
    for input in [Some(content), theme].into_iter().flatten().map(absolute) {
        if written.starts_with(&input) || input.starts_with(&written) {
            return Err(Finding::nowhere(
                OutputFault::OutputOverlaps {
                    folder: out.display().to_string(),
                }
                .into(),
            ));
        }
    }
    Ok(())
}

pub(super) fn theme_exists(theme: Option<&Path>) -> Result<(), Finding> {
    match theme.filter(|theme| !theme.is_dir()) {
        Some(theme) => {
            let path = theme.display().to_string();
            Err(Finding::nowhere(
                ReadingFault::FolderMissing {
                    folder: Folder::Theme,
                    path,
                }
                .into(),
            ))
        }
        None => Ok(()),
    }
}

/// The path without links as far as it exists.
fn absolute(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let existing = path
        .ancestors()
        .find_map(|a| Some((a, a.canonicalize().ok()?)));
    match existing {
        Some((ancestor, real)) => path
            .strip_prefix(ancestor)
            .map_or(real.clone(), |rest| real.join(rest)),
        None => path,
    }
}
