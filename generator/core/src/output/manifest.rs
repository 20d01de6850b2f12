//! manifest.json: every file of the site with its SHA-256 and size.
//!
//! For hosts that want to verify a copy, and for the next build: a folder in which every file is named
//! by its manifest was made by onetrip and may be replaced.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Listing, PartRecord};
use crate::model::MANIFEST;
use crate::source::Files;

/// A file as a manifest tells it.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct FileRecord {
    /// Its path below the site's top.
    pub path: String,
    /// SHA-256 in lower-case hexadecimal.
    pub sha256: String,
    /// Its size.
    pub bytes: usize,
    /// What it was made from, where making it is costly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made_from: Option<String>,
}

/// A manifest that was read, with all that it says.
#[derive(Debug, Deserialize, Serialize)]
pub struct SiteRecord {
    /// The command and its version.
    pub generator: String,
    /// Whether codes have been recorded.
    #[serde(default)]
    pub published: bool,
    /// Which part of a site it is; none where it is a whole one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<PartRecord>,
    /// The files, by their paths.
    pub files: Vec<FileRecord>,
}

impl SiteRecord {
    /// Reads a manifest; `None` when it is none of ours.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let whole: Self = serde_json::from_slice(bytes).ok()?;
        whole.generator.starts_with("onetrip ").then_some(whole)
    }
}

/// The files that a manifest names.
#[derive(Debug, Default)]
pub struct Manifest {
    /// The files that it names.
    pub files: BTreeMap<String, Seal>,
}

/// What a manifest says of a file's bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// SHA-256 in lower-case hexadecimal.
    pub sha256: String,
    /// How many there are.
    pub bytes: usize,
}

impl Manifest {
    /// Reads a manifest; `None` when it is none of ours.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let seal = |file: FileRecord| {
            let (sha256, bytes) = (file.sha256, file.bytes);
            (file.path, Seal { sha256, bytes })
        };
        SiteRecord::parse(bytes).map(|whole| Self {
            files: whole.files.into_iter().map(seal).collect(),
        })
    }
}

/// `new`, with the files that `old` alone names behind its own: for a folder that is between the two.
pub fn both(old: Option<&Manifest>, new: &[u8]) -> Vec<u8> {
    let Some((mut whole, old)) = SiteRecord::parse(new).zip(old) else {
        return new.to_owned();
    };
    let named: BTreeSet<String> = whole.files.iter().map(|file| file.path.clone()).collect();
    let gone = old.files.iter().filter(|(path, _)| !named.contains(*path));
    whole.files.extend(gone.map(|(path, seal)| FileRecord {
        path: path.clone(),
        sha256: seal.sha256.clone(),
        bytes: seal.bytes,
        made_from: None,
    }));
    written(&whole)
}

fn written(whole: &SiteRecord) -> Vec<u8> {
    let mut json = serde_json::to_vec_pretty(whole).expect("text and numbers have a JSON form");
    json.push(b'\n');
    json
}

/// What an earlier build left: files that were costly to make, taken over when they would be made from the same again.
#[derive(Default)]
pub struct PreviousBuild<'a> {
    files: Option<&'a dyn Files>,
    costly: BTreeMap<String, (String, String)>,
    seals: BTreeMap<String, Seal>,
    /// The files that are known to be as it left them.
    standing: Option<&'a BTreeSet<String>>,
    /// Whether codes were recorded, by it or by one before it at its place.
    pub published: bool,
}

impl<'a> PreviousBuild<'a> {
    /// Reads the manifest of an earlier output; nothing is kept of a folder without one of ours.
    pub fn new(files: Option<&'a dyn Files>) -> Self {
        let manifest = files
            .and_then(|files| files.read(MANIFEST).ok())
            .and_then(|bytes| SiteRecord::parse(&bytes));
        // What a part publishes is recorded when the parts are put together, which may be still to come.
        let recorded = |whole: &SiteRecord| whole.published && whole.part.is_none();
        let published = manifest.as_ref().is_some_and(recorded);
        let (mut costly, mut seals) = (BTreeMap::new(), BTreeMap::new());
        for file in manifest.into_iter().flat_map(|whole| whole.files) {
            if let Some(made_from) = file.made_from {
                costly.insert(file.path.clone(), (made_from, file.sha256.clone()));
            }
            let (sha256, bytes) = (file.sha256, file.bytes);
            seals.insert(file.path, Seal { sha256, bytes });
        }
        Self {
            files,
            costly,
            seals,
            standing: None,
            published,
        }
    }

    /// Files of it that are known to be as it left them; others are read when that is asked.
    #[must_use]
    pub fn with_standing(mut self, files: &'a BTreeSet<String>) -> Self {
        self.standing = Some(files);
        self
    }

    /// What is there at a path, if that is what the earlier build put there.
    pub fn untouched(&self, path: &str) -> Option<Seal> {
        let seal = self.seals.get(path)?;
        let stands = self.standing.is_some_and(|files| files.contains(path));
        let same = stands || {
            let bytes = self.files?.read(path).ok()?;
            bytes.len() == seal.bytes && hex_digest(&bytes) == seal.sha256
        };
        same.then(|| seal.clone())
    }

    /// The file, if it was made from `made_from` and nobody changed it since.
    pub fn still(&self, path: &str, made_from: &str) -> Option<Seal> {
        let (from, _) = self.costly.get(path)?;
        (from == made_from).then(|| self.untouched(path))?
    }

    /// The file's bytes, if it was made from `made_from` and nobody changed it since.
    pub fn keep(&self, path: &str, made_from: &str) -> Option<Vec<u8>> {
        let (from, sha256) = self.costly.get(path)?;
        let files = self.files.filter(|_| from == made_from)?;
        let bytes = files.read(path).ok()?;
        (hex_digest(&bytes) == *sha256).then(|| bytes.into_owned())
    }
}

/// The manifest of a site or of a `part` of it; `made_from` says of some paths what they were made from, `published` whether codes have been
/// recorded.
///
/// # Panics
/// Never: text and numbers have a JSON form.
pub fn manifest(
    listing: &Listing,
    made_from: &BTreeMap<String, String>,
    published: bool,
    part: Option<&PartRecord>,
) -> Vec<u8> {
    let files = listing
        .iter()
        .map(|(path, listed)| FileRecord {
            path: path.clone(),
            sha256: listed.sha256.clone(),
            bytes: listed.bytes,
            made_from: made_from.get(path).cloned(),
        })
        .collect();
    written(&SiteRecord {
        generator: GENERATOR.to_owned(),
        published,
        part: part.cloned(),
        files,
    })
}

/// The command and its version.
pub const GENERATOR: &str = concat!("onetrip ", env!("CARGO_PKG_VERSION"));

/// This version of what draws codes.
const CODES: &str = env!("ONETRIP_CODES");

/// A short name for everything that a costly file is made from.
pub fn made_from(parts: &[&str]) -> String {
    let mut digest = hex_digest(format!("{CODES}\n{}", parts.join("\n")).as_bytes());
    digest.truncate(16);
    digest
}

/// SHA-256 in lower-case hexadecimal.
pub fn hex_digest(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _ = write!(out, "{byte:02x}");
    }
    out
}
