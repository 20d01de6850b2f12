//! What goes into the widget, by hash and by version: enough to see, without building, that `dist/` is stale.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::Outcome;
use crate::place::Place;

/// The directories whose files make the widget.
const DIRECTORIES: [&str; 3] = [
    "wasm-widget/src",
    "wasm-widget/web",
    "wasm-widget/bundle/src",
];
/// Single files that make it.
const FILES: [&str; 2] = ["wasm-widget/Cargo.toml", "rust-toolchain.toml"];
/// Sections of the workspace's Cargo.toml that make it; the rest changes often and means nothing to it.
const PROFILES: [&str; 2] = ["[profile.release]", "[profile.widget]"];
/// Crates whose locked versions make it. (`cargo widget --check` builds, and so sees those behind them too.)
const CRATES: [&str; 6] = [
    "postcard",
    "qrcodegen-no-heap",
    "serde",
    "talc",
    "wasm-bindgen",
    "wasm-bindgen-cli-support",
];

/// What goes in.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inputs {
    /// SHA-256 of every file and section.
    pub files: BTreeMap<String, String>,
    /// The locked version of every crate.
    pub crates: BTreeMap<String, String>,
}

impl Inputs {
    /// What would go in now.
    ///
    /// # Errors
    /// When a file cannot be read or a section is missing.
    pub fn read(place: &Place) -> Outcome<Self> {
        let mut files = BTreeMap::new();
        for directory in DIRECTORIES {
            for file in place.files(directory)? {
                let hash = sha256(place.read(&file)?.as_bytes());
                files.insert(file, hash);
            }
        }
        for file in FILES {
            files.insert(file.to_owned(), sha256(place.read(file)?.as_bytes()));
        }
        let manifest = place.read("Cargo.toml")?;
        for profile in PROFILES {
            let section =
                section(&manifest, profile).ok_or(format!("Cargo.toml: {profile} is missing"))?;
            files.insert(format!("Cargo.toml {profile}"), sha256(section.as_bytes()));
        }
        let lock = place.read("Cargo.lock")?;
        let version =
            |name: &str| locked(&lock, name).ok_or(format!("Cargo.lock: {name} is missing"));
        let crates = CRATES
            .iter()
            .map(|name| Ok(((*name).to_owned(), version(name)?)))
            .collect::<Outcome<_>>()?;
        Ok(Inputs { files, crates })
    }
}

/// SHA-256 in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    let digits = |byte: &u8| {
        [byte >> 4, byte & 15].map(|digit| char::from(b"0123456789abcdef"[usize::from(digit)]))
    };
    Sha256::digest(bytes).iter().flat_map(digits).collect()
}

/// The settings under a heading, without comments and empty lines.
fn section(manifest: &str, heading: &str) -> Option<String> {
    let lines = manifest.lines().skip_while(|line| line.trim() != heading);
    let body = lines.skip(1).take_while(|line| !line.starts_with('['));
    let settings: Vec<&str> = body
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    (!settings.is_empty()).then(|| settings.join("\n"))
}

/// The locked version of a crate of which there is one version only.
fn locked(lock: &str, name: &str) -> Option<String> {
    let start = format!("name = \"{name}\"\nversion = \"");
    let (_, rest) = lock.split_once(&start)?;
    rest.split('"').next().map(str::to_owned)
}
