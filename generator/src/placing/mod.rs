//! The writing of a site to this machine, all or nothing: into a folder or an archive, under a lock, with its ledger.

mod archive;
mod atomic_file;
mod exchange;
mod folder;
mod keep;
mod lock;
mod ours;
mod paths;
mod table;

pub use archive::ArchiveSink;
pub use atomic_file::{AtomicFile, Placed, sweep};
pub use folder::{FolderSink, Outcome, Unplaced, put};
pub use keep::Keep;
pub use table::{Standing, read_table, standing, write_table};
