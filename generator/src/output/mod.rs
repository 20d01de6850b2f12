//! What a build makes: a tree of files, its manifest, and the writing of it to a disk, all or nothing.

mod atomic_file;
mod disk;
mod ledger;
mod manifest;
mod tree;

pub use atomic_file::AtomicFile;
pub use disk::{Outcome, check_folder, put, write};
pub use ledger::ledger_text;
pub use manifest::{Manifest, PreviousBuild, hex_digest, manifest};
pub use tree::Tree;
