//! A real folder.

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use onetrip_core::diagnostic::Unfollowed;
use onetrip_core::source::{Entry, Files, is_stray};
use walkdir::{DirEntry, WalkDir};

/// A folder on this machine. Symbolic links are followed only while they stay inside it.
#[derive(Clone, Debug)]
pub struct Disk {
    root: PathBuf,
}

impl Disk {
    /// The folder `root`; it need not exist yet (listing it then fails).
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    fn entry(&self, found: &DirEntry, real_root: &Path) -> io::Result<Option<Entry>> {
        let path = relative(&self.root, found.path());
        if !found.path_is_symlink() {
            let bytes = found.metadata()?.len();
            return Ok(found.file_type().is_file().then_some(Entry {
                path,
                bytes,
                unusable: None,
            }));
        }
        let target = fs::read_link(found.path())?.display().to_string();
        let fault = match fs::canonicalize(found.path()) {
            Err(_) => Unfollowed::Nowhere,
            Ok(real) if !real.starts_with(real_root) => Unfollowed::Outside,
            // A linked folder would bring its files in a second time, under a second address.
            Ok(real) if !real.is_file() => Unfollowed::Folder,
            Ok(real) => {
                return Ok(Some(Entry {
                    path,
                    bytes: fs::metadata(&real)?.len(),
                    unusable: None,
                }));
            }
        };
        Ok(Some(Entry {
            path,
            bytes: 0,
            unusable: Some((target, fault)),
        }))
    }
}

impl Files for Disk {
    fn list(&self) -> io::Result<Vec<Entry>> {
        let real_root = fs::canonicalize(&self.root)?;
        let mut entries = Vec::new();
        let visible = |e: &DirEntry| e.depth() == 0 || !is_stray(&e.file_name().to_string_lossy());
        for found in WalkDir::new(&self.root)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(visible)
        {
            let found = found?;
            if found.depth() > 0 && !found.file_type().is_dir() {
                entries.extend(self.entry(&found, &real_root)?);
            }
        }
        entries.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(entries)
    }

    fn read(&self, path: &str) -> io::Result<Cow<'_, [u8]>> {
        fs::read(self.root.join(path)).map(Cow::Owned)
    }
}

fn relative(root: &Path, path: &Path) -> String {
    let path = path.strip_prefix(root).unwrap_or(path);
    path.components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
}
