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
mod placing;
mod tree;

pub use archive::ArchiveSink;
pub use atomic_file::{AtomicFile, Placed, sweep};
pub use disk::{FolderSink, Outcome, put};
pub use keep::Keep;
pub use ledger::ledger_text;
pub use manifest::{Manifest, PreviousBuild, Seal, hex_digest, made_from, manifest};
pub use outlet::{Listed, Listing, NewFile, Outlet, Sink};
pub use tree::Tree;
