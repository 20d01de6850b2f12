//! manifest.json: every file of the site with its SHA-256 and size.
//!
//! For hosts that want to verify a copy, and for the next build: a folder in which every file is named
//! by its manifest was made by onetrip and may be replaced.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Tree;

/// The manifest's own name.
pub const MANIFEST: &str = "manifest.json";

#[derive(Deserialize, Serialize)]
struct File {
    path: String,
    sha256: String,
    bytes: usize,
}

/// A manifest that was read.
#[derive(Debug, Default)]
pub struct Manifest {
    /// The files that it names.
    pub paths: BTreeSet<String>,
}

impl Manifest {
    /// Reads a manifest; `None` when it is none of ours.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        #[derive(Deserialize)]
        struct Whole {
            generator: String,
            files: Vec<File>,
        }
        let whole: Whole = serde_json::from_slice(bytes).ok()?;
        let ours = whole.generator.starts_with("onetrip ");
        ours.then(|| Self { paths: whole.files.into_iter().map(|file| file.path).collect() })
    }
}

/// The manifest of a tree.
pub fn manifest(tree: &Tree) -> Vec<u8> {
    #[derive(Serialize)]
    struct Whole {
        generator: &'static str,
        files: Vec<File>,
    }
    let files: Vec<(&String, &Vec<u8>)> = tree.iter().collect();
    let files = files
        .par_iter()
        .map(|(path, bytes)| File { path: (*path).clone(), sha256: hex_digest(bytes), bytes: bytes.len() })
        .collect();
    let whole = Whole { generator: concat!("onetrip ", env!("CARGO_PKG_VERSION")), files };
    let mut json = serde_json::to_vec_pretty(&whole).unwrap_or_default();
    json.push(b'\n');
    json
}

/// SHA-256 in lower-case hexadecimal.
pub fn hex_digest(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _ = write!(out, "{byte:02x}");
    }
    out
}
