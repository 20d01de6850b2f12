//! What a part of a site was made from. Every file is hashed as it is read, so that a content that changes meanwhile is seen.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::Mutex;

use super::Options;
use crate::model::{LEDGER, Region, Share};
use crate::output::{Inputs, PartRecord, hex_digest};
use crate::source::{Entry, Files};

/// Files, and the digests of what was read of them.
pub(super) struct Witness<'a> {
    files: &'a dyn Files,
    /// By path; more than one where it changed between two readings.
    seen: Mutex<BTreeMap<String, BTreeSet<String>>>,
}

impl<'a> Witness<'a> {
    /// Nothing has been read yet.
    pub(super) fn new(files: &'a dyn Files) -> Self {
        Self {
            files,
            seen: Mutex::default(),
        }
    }

    /// What was read of a file, in hexadecimal digits; nothing where there is none.
    fn digest_of(&self, path: &str) -> String {
        let seen = || self.seen.lock().ok()?.get(path).cloned();
        let known = seen().or_else(|| {
            let _ = self.read(path);
            seen()
        });
        let known: Vec<String> = known.into_iter().flatten().collect();
        known.join("+")
    }

    /// All paths and bytes as one digest.
    fn digest(&self) -> String {
        let entries = self.files.list().unwrap_or_default();
        let line = |entry: &Entry| format!("{} {}\n", self.digest_of(&entry.path), entry.path);
        let lines: String = entries.iter().map(line).collect();
        hex_digest(lines.as_bytes())
    }
}

impl Files for Witness<'_> {
    fn list(&self) -> io::Result<Vec<Entry>> {
        self.files.list()
    }

    fn read(&self, path: &str) -> io::Result<Cow<'_, [u8]>> {
        let bytes = self.files.read(path)?;
        if let Ok(mut seen) = self.seen.lock() {
            let digests = seen.entry(path.to_owned()).or_default();
            digests.insert(hex_digest(&bytes));
        }
        Ok(bytes)
    }
}

/// The doors through which the content and the themes come in.
pub(super) struct Witnesses<'a> {
    pub(super) content: Witness<'a>,
    pub(super) themes: Vec<Witness<'a>>,
}

impl Witnesses<'_> {
    /// What the part says of itself.
    pub(super) fn record(
        &self,
        share: Share,
        region: &Region,
        day: String,
        options: &Options,
    ) -> PartRecord {
        let themes: Vec<String> = self.themes.iter().map(Witness::digest).collect();
        let made_from = Inputs {
            content: self.content.digest(),
            theme: hex_digest(themes.join("\n").as_bytes()),
            press: options.program.to_owned(),
            day,
            address: region.base().to_string(),
            printed: options.print.is_some(),
            drafts: options.drafts,
        };
        let made = share.communities(region);
        PartRecord {
            number: share.number(),
            of: share.of(),
            digest: made_from.digest(),
            made_from,
            communities: region.communities.len(),
            made: made.map(|community| community.id.clone()).collect(),
            ledger: self.content.digest_of(LEDGER),
            options: options.typed.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Witness;
    use crate::source::{Files as _, Memory};

    #[test]
    fn what_was_read_is_what_is_hashed() {
        let folder = |text: &str| {
            let files = [("a.md", text), ("b/c.md", "c")];
            let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
            Memory(files.into())
        };
        let (one, other) = (folder("a"), folder("b"));
        let digest = |files: &Memory| Witness::new(files).digest();
        assert_eq!(digest(&one), digest(&one.clone()));
        assert_ne!(digest(&one), digest(&other));
        let witness = Witness::new(&one);
        assert!(witness.read("a.md").is_ok());
        assert_eq!(witness.digest(), digest(&one));
        assert_eq!(witness.digest_of("codes.lock"), "");
    }
}
