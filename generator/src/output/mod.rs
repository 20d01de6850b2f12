//! What a build makes: a tree of files, its manifest, and the writing of it to a disk, all or nothing.

mod disk;
mod ledger;
mod manifest;
mod staged;

use std::collections::BTreeMap;

pub use disk::{Outcome, check_folder, put, write};
pub use ledger::ledger_text;
pub use manifest::{Earlier, MANIFEST, Manifest, hex_digest, manifest};
pub use staged::Staged;

/// Every file of a site: path below its top, with `/`, and bytes.
pub type Tree = BTreeMap<String, Vec<u8>>;
