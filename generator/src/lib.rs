//! onetrip (一趟清) turns a folder of Markdown matter guides (事项办事指南) into a static website.
//!
//! `onetrip_core` makes sites of files in memory, `onetrip_print` prints sheets; this is the command and what it stands on: this
//! [`machine`] as a world of files, the [`placing`] of a site on it, parts that are put together ([`merge`]), the [`preview`] that
//! answers while somebody writes, and the references for those who write content
//! ([`handbook`]) and themes ([`variables`]).
//!
//! ```no_run
//! use std::path::Path;
//!
//! # fn main() -> Result<(), onetrip_core::diagnostic::Finding> {
//! use onetrip::machine::{Disk, SystemFonts};
//! use onetrip::placing::{FolderSink, Keep};
//! use onetrip_core::site::{self, Options, Silent};
//! use onetrip_core::source::{Embedded, World};
//! use onetrip_print::Printer;
//!
//! let content = Disk::new("content");
//! let world = World {
//!     content: &content,
//!     themes: vec![&Embedded],
//!     today: jiff::civil::date(2026, 11, 25),
//!     fonts: &SystemFonts,
//!     earlier: None,
//! };
//! let options = Options {
//!     press: Some(&Printer),
//!     ..Options::default()
//! };
//! let mut sink = FolderSink::new(Path::new("dist"), Keep::new([]))?;
//! let built = site::build(&world, &options, &Silent, &mut sink);
//! if built.listing.is_some() {
//!     sink.prepare()?;
//!     // The time to write what `built.ledger` has to say: before the site stands there, and after nothing can fail.
//!     let _outcome = sink.place();
//! }
//! # Ok(())
//! # }
//! ```

pub mod cli;
pub mod handbook;
pub mod machine;
pub mod merge;
pub mod placing;
pub mod preview;
pub mod single;
#[cfg(test)]
mod testing;
pub mod variables;

/// A number that changes with everything that this command makes sites with.
pub const PROGRAM: &str = env!("ONETRIP_PROGRAM");
