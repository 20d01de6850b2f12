//! What the last good change left, so that the next one makes only what it changes.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use onetrip_core::diagnostic::Finding;
use onetrip_core::output::{Listing, Sink};
use onetrip_core::source::{Entry, Files};

/// The files of a site; what did not change is the same bytes in many of them.
pub(super) type Shared = BTreeMap<String, Arc<Vec<u8>>>;

/// The site of the last good change, as a build looks at it.
pub(super) struct Earlier<'a>(pub(super) &'a Shared);

impl Files for Earlier<'_> {
    fn list(&self) -> io::Result<Vec<Entry>> {
        let entry = |(path, bytes): (&String, &Arc<Vec<u8>>)| Entry {
            path: path.clone(),
            bytes: bytes.len() as u64,
            unusable: None,
        };
        Ok(self.0.iter().map(entry).collect())
    }

    fn read(&self, path: &str) -> io::Result<Cow<'_, [u8]>> {
        let bytes = self.0.get(path);
        let bytes = bytes.map(|bytes| Cow::Borrowed(bytes.as_slice()));
        bytes.ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

/// Where the files of the next one go.
pub(super) struct Next<'a> {
    before: &'a Shared,
    pub(super) files: Shared,
}

impl<'a> Next<'a> {
    pub(super) fn behind(before: &'a Shared) -> Self {
        let files = Shared::new();
        Self { before, files }
    }
}

impl Sink for Next<'_> {
    fn take(&mut self, files: Vec<(String, Vec<u8>)>) -> Result<(), Finding> {
        let shared = files.into_iter();
        self.files
            .extend(shared.map(|(path, bytes)| (path, Arc::new(bytes))));
        Ok(())
    }

    fn keeps(&self) -> bool {
        true
    }

    fn keep(&mut self, paths: Vec<String>) {
        let before = |path: String| {
            let bytes = Arc::clone(self.before.get(&path)?);
            Some((path, bytes))
        };
        self.files.extend(paths.into_iter().filter_map(before));
    }
}

/// Of files that stay nobody says what they are made of: that is as it was.
pub(super) fn with_origins(mut listing: Listing, before: &Listing) -> Listing {
    for (path, listed) in &mut listing {
        let old = before.get(path).filter(|_| listed.file.is_none());
        let old = old.filter(|old| old.sha256 == listed.sha256);
        if let Some(old) = old {
            listed.file.clone_from(&old.file);
        }
    }
    listing
}
