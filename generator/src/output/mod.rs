//! What a build makes: files on their way to a sink, their manifest, and the writing of them to a disk, all or nothing.

mod archive;
mod atomic_file;
mod disk;
mod keep;
mod ledger;
mod lock;
mod manifest;
mod ours;
mod outlet;
mod part;
mod paths;
mod placing;
mod table;
mod tree;

pub use archive::ArchiveSink;
pub use atomic_file::{AtomicFile, Change, Placed, sweep};
pub use disk::{FolderSink, Outcome, Unplaced, put};
pub use keep::Keep;
pub use ledger::ledger_text;
pub use manifest::{
    FileRecord, GENERATOR, Manifest, PreviousBuild, Seal, SiteRecord, hex_digest, made_from,
    manifest,
};
pub use outlet::{Listed, Listing, NewFile, Outlet, Sink};
pub use part::{Inputs, PartRecord};
pub use table::{PROGRAM, Table, Unit};
pub use tree::Tree;
