//! How a new tree comes to the place of an old one.

use std::collections::BTreeSet;
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use onetrip_core::model::MANIFEST;
use onetrip_core::output;
use rayon::prelude::*;
use walkdir::WalkDir;

use super::Keep;
use super::lock::{Lock, alone};
use super::ours::Ours;
use super::paths::{FRESH, Failure, beside, failed_at, with_strokes};

/// Where a site stands, and where its successor is made.
#[derive(Clone, Debug)]
pub(super) struct At {
    /// Behind all links.
    pub(super) folder: PathBuf,
    pub(super) fresh: PathBuf,
}

impl At {
    pub(super) fn beside(folder: &Path, lock: &Lock) -> Self {
        Self {
            folder: folder.to_owned(),
            fresh: alone(beside(folder, "new"), lock),
        }
    }

    pub(super) fn inside(folder: &Path, lock: &Lock) -> Self {
        Self {
            folder: folder.to_owned(),
            fresh: alone(folder.join(FRESH), lock),
        }
    }

    /// Whether the folder stays where it is, and only its files change.
    pub(super) fn is_inside(&self) -> bool {
        self.fresh.starts_with(&self.folder)
    }

    /// A build that was killed between two renames has left the old tree beside its place: it goes back.
    pub(super) fn restore(&self) -> io::Result<()> {
        let old = beside(&self.folder, "old");
        if !self.folder.exists() && old.exists() {
            fs::rename(old, &self.folder)
        } else {
            Ok(())
        }
    }
}

/// Puts the new tree into its place at one stroke; false where the folder cannot change places. The old one is taken away.
pub(super) fn swap(at: &At) -> Result<bool, Failure> {
    let At { folder, fresh } = at;
    let old = beside(folder, "old");
    if !folder.exists() {
        return fs::rename(fresh, folder)
            .map(|()| true)
            .map_err(failed_at(folder));
    }
    match exchange(fresh, folder) {
        Ok(()) => {
            // The new tree stands; an old one that cannot be taken away does no harm.
            take_away(fresh);
            return Ok(true);
        }
        Err(error) if is_fixed(&error) => return Ok(false),
        // A system, or a file system, without this: two strokes.
        Err(error) if is_unknown(&error) => {}
        Err(error) => return Err((folder.clone(), error)),
    }
    if old.exists() {
        fs::remove_dir_all(&old).map_err(failed_at(&old))?;
    }
    match fs::rename(folder, &old) {
        Err(error) if is_fixed(&error) => return Ok(false),
        moved => moved.map_err(failed_at(folder))?,
    }
    if let Err(error) = fs::rename(fresh, folder) {
        // Back to where we were.
        fs::rename(&old, folder).map_err(failed_at(folder))?;
        return Err((folder.clone(), error));
    }
    take_away(&old);
    Ok(true)
}

/// Removes an old tree, its communities side by side, as far as that can be.
fn take_away(tree: &Path) {
    let inside = fs::read_dir(tree).into_iter().flatten().flatten();
    let inside: Vec<PathBuf> = inside.map(|entry| entry.path()).collect();
    inside.par_iter().for_each(|path| {
        let _ = fs::remove_dir_all(path);
    });
    let _ = fs::remove_dir_all(tree);
}

/// The folder is a mount point, or stands where nobody may rename.
fn is_fixed(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ResourceBusy
            | io::ErrorKind::CrossesDevices
            | io::ErrorKind::PermissionDenied
            | io::ErrorKind::ReadOnlyFilesystem
    )
}

fn is_unknown(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput
    )
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Puts each file into its place by itself, pages after all that they need. A kill leaves whole files, old ones and new ones, and a
/// manifest that names them all, so that the next build goes on from there.
///
/// `written` are the new files, `all` these and those that stay.
pub(super) fn settle(
    at: &At,
    written: &[&str],
    all: &BTreeSet<&str>,
    ours: &Ours,
) -> Result<(), Failure> {
    let At { folder, fresh } = at;
    let manifest = folder.join(MANIFEST);
    let new = fs::read(fresh.join(MANIFEST)).or_else(|_| fs::read(&manifest));
    let new = new.map_err(failed_at(&manifest))?;
    write(&output::both(ours.manifest.as_ref(), &new), &manifest)?;
    let mut files: Vec<&str> = written.iter().copied().filter(|p| *p != MANIFEST).collect();
    files.sort_by_key(|path| path.ends_with(".html"));
    for path in files {
        let to = folder.join(path);
        if let Some(parent) = to.parent() {
            fs::create_dir_all(parent).map_err(failed_at(parent))?;
        }
        let from = fresh.join(path);
        if fs::rename(&from, &to).is_err() {
            let bytes = fs::read(&from).map_err(failed_at(&from))?;
            write(&bytes, &to)?;
        }
    }
    for path in ours.paths().filter(|path| !all.contains(path)) {
        let old = folder.join(path);
        match fs::remove_file(&old) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err((old, error)),
            _ => {}
        }
        let parents = old.ancestors().skip(1);
        for parent in parents.take_while(|parent| *parent != folder.as_path()) {
            // Another file is in it.
            if fs::remove_dir(parent).is_err() {
                break;
            }
        }
    }
    write(&new, &manifest)?;
    let _ = fs::remove_dir_all(fresh);
    Ok(())
}

/// Writes a file; it is whole before it has its name.
pub(super) fn write(bytes: &[u8], path: &Path) -> Result<(), Failure> {
    let fresh = beside(path, "new");
    let written = fs::write(&fresh, bytes)
        .map_err(failed_at(&fresh))
        .and_then(|()| {
            if let Ok(old) = fs::metadata(path) {
                let _ = like(&old, &fresh);
            }
            fs::rename(&fresh, path).map_err(failed_at(path))
        });
    written.inspect_err(|_| drop(fs::remove_file(&fresh)))
}

/// The file of the old tree in the new one as well.
pub(super) fn link(old: &Path, new: &Path) -> Result<(), Failure> {
    if fs::hard_link(old, new).is_ok() {
        return Ok(());
    }
    // A file system without links: the same bytes with the old time.
    fs::copy(old, new).map_err(failed_at(new))?;
    if let Ok(time) = fs::metadata(old).and_then(|meta| meta.modified())
        && let Ok(file) = fs::File::options().write(true).open(new)
    {
        let _ = file.set_modified(time);
    }
    Ok(())
}

/// Takes what is not ours and is to stay into the new tree. It stays in the old one as well, whatever happens.
pub(super) fn carry(keep: &Keep, old: &Path, new: &Path) -> Result<(), Failure> {
    let Ok(entries) = fs::read_dir(old) else {
        return Ok(());
    };
    for entry in entries {
        let entry = entry.map_err(failed_at(old))?;
        let top = entry.file_name();
        let names = keep.below(&top.to_string_lossy());
        if !names {
            continue;
        }
        for entry in WalkDir::new(entry.path()) {
            let entry = entry.map_err(|error| (old.to_owned(), error.into()))?;
            let below = entry.path().strip_prefix(old).unwrap_or(entry.path());
            let to = new.join(below);
            if entry.file_type().is_dir() {
                fs::create_dir_all(&to).map_err(failed_at(&to))?;
                if let Ok(meta) = entry.metadata() {
                    let _ = like(&meta, &to);
                }
            } else if keep.has(&with_strokes(below)) && !to.exists() {
                carry_one(entry.path(), &to)?;
            }
        }
    }
    Ok(())
}

fn carry_one(old: &Path, new: &Path) -> Result<(), Failure> {
    #[cfg(unix)]
    if let Ok(target) = fs::read_link(old) {
        return std::os::unix::fs::symlink(target, new).map_err(failed_at(new));
    }
    link(old, new)
}

/// Gives `new` the mode and the group of what it takes the place of, as far as this user may.
#[cfg(unix)]
pub(super) fn like(old: &Metadata, new: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    group(old, new)?;
    let meta = fs::metadata(new)?;
    if meta.permissions().mode() != old.permissions().mode() {
        fs::set_permissions(new, old.permissions())?;
    }
    Ok(())
}

#[cfg(unix)]
pub(super) fn group(old: &Metadata, new: &Path) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    let meta = fs::metadata(new)?;
    if meta.gid() != old.gid() {
        std::os::unix::fs::chown(new, None, Some(old.gid()))?;
    }
    // What is made in a folder with this bit gets its group.
    let bit = old.permissions().mode() & 0o2000;
    let mode = meta.permissions().mode();
    if meta.is_dir() && mode & 0o2000 != bit {
        fs::set_permissions(new, fs::Permissions::from_mode(mode & !0o2000 | bit))?;
    }
    Ok(())
}

#[cfg(not(unix))]
pub(super) fn like(_: &Metadata, _: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
pub(super) fn group(_: &Metadata, _: &Path) -> io::Result<()> {
    Ok(())
}

/// Whether another file system begins here; it cannot change places with anything.
#[cfg(unix)]
pub(super) fn is_mount_point(folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let parent = folder.parent().and_then(|parent| fs::metadata(parent).ok());
    let here = fs::metadata(folder).ok();
    parent.zip(here).is_some_and(|(a, b)| a.dev() != b.dev())
}

#[cfg(not(unix))]
pub(super) fn is_mount_point(_: &Path) -> bool {
    false
}
