//! Sheets for walls and hands: posters, the directory, stickers, contact cards.
//!
//! A sheet is a theme's SVG template that Tera fills (`sheet_templates`); `usvg` lays out its text with the theme's own fonts, krilla writes
//! PDF pages, resvg pictures. Before a sheet leaves this crate, every code on it is read back from a picture of it (`proof`).
//! Measures are millimetres.
//!
//! A build of `onetrip_core` prints when it is handed the [`Printer`]:
//!
//! ```
//! use std::collections::BTreeMap;
//!
//! use onetrip_core::begin::{Names, NewCommunity, NewSite};
//! use onetrip_core::site::{self, Kind, Options, PrintOptions, Silent};
//! use onetrip_core::source::{Embedded, Memory, NoFonts, World};
//! use onetrip_print::Printer;
//!
//! let today = jiff::civil::date(2026, 11, 25);
//! let region = NewSite {
//!     name: "示例区".into(),
//!     url: "https://example.org/".into(),
//!     community: NewCommunity {
//!         name: "示例社区".into(),
//!         address: "示例路 1 号".into(),
//!         phone: "0354-5550101".into(),
//!         complaint_phone: "0354-5550102".into(),
//!         hours: vec!["09:00-17:00".into()],
//!         names: Names::Chinese,
//!     },
//!     today,
//! };
//! let files = region.files("shi-li").into_iter();
//! let content = Memory(files.map(|(path, text)| (path, text.into_bytes())).collect());
//! let world = World {
//!     content: &content,
//!     themes: vec![&Embedded],
//!     today,
//!     fonts: &NoFonts,
//!     earlier: None,
//! };
//! let options = Options {
//!     press: Some(&Printer),
//!     print: Some(PrintOptions {
//!         kinds: vec![Kind::Poster],
//!         ..PrintOptions::default()
//!     }),
//!     ..Options::default()
//! };
//!
//! let mut sheets = BTreeMap::new();
//! let printed = site::print(&world, &options, &Silent, &mut sheets);
//! assert_eq!((printed.sheets, printed.findings.len()), (1, 0));
//! assert!(sheets.keys().all(|path| path.starts_with("shi-li/print/")));
//! ```

mod arguments;
mod card;
mod code;
mod document;
mod drawing;
mod fit;
mod fonts;
mod grid;
mod pdf;
mod photo;
mod picture;
mod plan;
mod printer;
mod proof;
mod sheet_templates;
#[cfg(test)]
mod trials;
mod units;
mod views;

use serde::Serialize;

pub use document::{Document, PrintEnv, Sheet, make};
pub use drawing::{broken_at, characters, draw};
pub use fonts::Fonts;
pub use onetrip_core::site::{Kind, Paper, PrintOptions, Printed};
pub use plan::{PrintContext, documents};
pub use printer::Printer;
pub use sheet_templates::check_templates;
pub use views::SHEET_VIEWS;

/// A paper as templates know it; millimetres.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Size {
    /// Short side.
    pub(crate) width: u32,
    /// Long side.
    pub(crate) height: u32,
}

impl Size {
    pub(crate) fn of(paper: Paper) -> Self {
        let (width, height) = match paper {
            Paper::A3 => (297, 420),
            Paper::A4 => (210, 297),
            Paper::A5 => (148, 210),
        };
        Self { width, height }
    }
}
