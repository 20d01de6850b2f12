//! Where things lie beside one another, and what could not be done with them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use onetrip_core::diagnostic::{Finding, OutputFault};

/// Inside a folder that cannot change places: its lock, and what is on its way.
pub(super) const LOCK: &str = ".onetrip-lock";
pub(super) const FRESH: &str = ".onetrip-new";

/// Whether a name at the top of a folder is one of ours that no build leaves there but one that was killed.
pub(super) fn is_passing(name: &str) -> bool {
    name == LOCK || name.starts_with(FRESH)
}

/// Where links lead at last, also where nothing is there yet.
pub(super) fn behind_links(folder: &Path) -> PathBuf {
    let mut at = folder.to_owned();
    for _ in 0..40 {
        if let Ok(real) = fs::canonicalize(&at) {
            return real;
        }
        let Ok(next) = fs::read_link(&at) else {
            return at;
        };
        at = at.parent().unwrap_or(Path::new("")).join(next);
    }
    // A circle of links; whoever writes there is told so by the system.
    at
}

/// A path as it stands in a manifest.
pub(super) fn with_strokes(path: &Path) -> String {
    let parts = path.components().map(|c| c.as_os_str().to_string_lossy());
    parts.collect::<Vec<_>>().join("/")
}

/// What could not be done, and where.
pub(super) type Failure = (PathBuf, io::Error);

pub(super) fn failed_at(path: &Path) -> impl FnOnce(io::Error) -> Failure {
    let path = path.to_owned();
    move |error| (path, error)
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
