//! What a build makes: files on their way to a sink, their manifest, and the writing of them to a disk, all or nothing.

mod archive;
mod atomic_file;
mod disk;
mod ledger;
mod manifest;
mod outlet;
mod part;
mod tree;

pub use archive::ArchiveSink;
pub use atomic_file::AtomicFile;
pub use disk::{FolderSink, Outcome, put};
pub use ledger::ledger_text;
pub use manifest::{
    FileRecord, GENERATOR, Manifest, PRESS, PreviousBuild, SiteRecord, hex_digest, made_from,
    manifest,
};
pub use outlet::{Listed, Listing, NewFile, Outlet, Sink};
pub use part::{Inputs, PartRecord};
pub use tree::Tree;
