//! onetrip (一趟清) turns a folder of Markdown matter guides (事项办事指南) into a static website.
//!
//! One direction: [`source`] reads, [`model`] holds, [`check`] judges, [`ledger`] remembers what was published, [`translate`] puts
//! texts of another language in, [`resolve`] fills local facts in, [`render`] makes pages, [`print`](mod@print) makes sheets, [`variables`] tells theme authors what templates get, [`output`] takes the files to
//! where they go, [`preview`] shows them while somebody writes. The library does no input or output of its own but in `source::Disk`, `source::SystemFonts`, `preview` and the files of
//! `output` that place a site, an archive and the ledger, which the command uses.

pub mod begin;
pub mod check;
pub mod cli;
pub mod diagnostic;
pub mod handbook;
pub mod ledger;
pub mod merge;
pub mod model;
pub mod output;
pub mod preview;
pub mod print;
pub mod qr;
pub mod render;
pub mod resolve;
pub mod schema;
pub mod site;
pub mod source;
#[cfg(test)]
mod testing;
pub mod translate;
pub mod variables;
