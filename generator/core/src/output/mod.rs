//! What a build makes: files on their way to a sink, their manifest, and what they were made from. Where they come to lie is the
//! sink's affair.

mod ledger;
mod manifest;
mod outlet;
mod part;
mod table;
mod tree;

pub use ledger::{Change, ledger_text};
pub use manifest::{
    FileRecord, GENERATOR, Manifest, PreviousBuild, Seal, SiteRecord, both, hex_digest, made_from,
    manifest,
};
pub use outlet::{Listed, Listing, NewFile, Outlet, Sink};
pub use part::{Inputs, PartRecord};
pub use table::{Table, Unit};
pub use tree::Tree;
