//! The files of a ZIP archive.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufReader, Read as _};
use std::path::Path;
use std::sync::Mutex;

use onetrip_core::source::{Entry, Files};
use zip::ZipArchive;

/// A ZIP archive on this machine; its files are read one at a time.
pub struct Zipped(Mutex<ZipArchive<BufReader<File>>>);

impl Zipped {
    /// Opens an archive.
    ///
    /// # Errors
    /// When it cannot be read or is none.
    pub fn open(path: &Path) -> io::Result<Self> {
        let archive = ZipArchive::new(BufReader::new(File::open(path)?))?;
        Ok(Self(Mutex::new(archive)))
    }

    fn with<T>(
        &self,
        read: impl FnOnce(&mut ZipArchive<BufReader<File>>) -> io::Result<T>,
    ) -> io::Result<T> {
        let poisoned = |_| io::Error::other("another reader failed");
        read(&mut *self.0.lock().map_err(poisoned)?)
    }
}

impl Files for Zipped {
    fn list(&self) -> io::Result<Vec<Entry>> {
        self.with(|archive| {
            let mut entries = Vec::with_capacity(archive.len());
            for at in 0..archive.len() {
                let file = archive.by_index(at)?;
                if file.is_file() {
                    entries.push(Entry {
                        path: file.name()?.into_owned(),
                        bytes: file.size(),
                        unusable: None,
                    });
                }
            }
            entries.sort_by(|a, b| a.path.cmp(&b.path));
            Ok(entries)
        })
    }

    fn read(&self, path: &str) -> io::Result<Cow<'_, [u8]>> {
        self.with(|archive| {
            let mut bytes = Vec::new();
            archive.by_name(path)?.read_to_end(&mut bytes)?;
            Ok(Cow::Owned(bytes))
        })
    }
}
