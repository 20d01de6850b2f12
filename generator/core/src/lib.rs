//! From files in memory to the files of a site, for whoever wants to read, judge or show matter guides (事项办事指南) in a program of their
//! own: an editor in a browser, a server, a test.
//!
//! One direction: [`source`] reads, [`model`] holds, [`check`] judges, [`ledger`] remembers what was published, [`translate`] puts
//! texts of another language in, [`resolve`] fills local facts in, [`render`] makes pages, [`qr`] makes codes, [`output`] lists the
//! files and hands them on; [`site`] goes the whole way.
//!
//! Nothing here knows a disk, a clock or a network: files come through [`source::Files`], the day is a value, and what is made goes to an
//! [`output::Sink`]. It compiles for `wasm32-unknown-unknown`. There are no threads but with the feature `rayon`, which changes
//! nothing of what is made. Sheets are printed by whoever is handed in as [`site::Press`]: the crate `onetrip-print` has one.
//!
//! ```
//! use std::collections::BTreeMap;
//!
//! use onetrip_core::begin::{Names, NewCommunity, NewSite};
//! use onetrip_core::diagnostic::{Lang, message};
//! use onetrip_core::site::{self, Options, Silent};
//! use onetrip_core::source::{Embedded, Memory, NoFonts, World};
//!
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
//!     today: jiff::civil::date(2026, 11, 25),
//! };
//! let files = region.files("shi-li").into_iter();
//! let mut content = Memory(files.map(|(path, text)| (path, text.into_bytes())).collect());
//! fn world(content: &Memory) -> World<'_> {
//!     World {
//!         content,
//!         themes: vec![&Embedded],
//!         today: jiff::civil::date(2026, 11, 25),
//!         fonts: &NoFonts,
//!         earlier: None,
//!     }
//! }
//!
//! let mut pages = BTreeMap::new();
//! let built = site::build(&world(&content), &Options::default(), &Silent, &mut pages);
//! assert_eq!(built.findings, []);
//! assert!(pages.contains_key("shi-li/a01.html"));
//!
//! content.0.insert("site.yaml".into(), "名称：示例区\n".into());
//! let checked = site::check(&world(&content), &Options::default(), &Silent);
//! assert_eq!(message(&checked.findings[0], Lang::Zh), "项目名后面用了中文冒号“：”");
//! ```

pub mod begin;
pub mod check;
pub mod diagnostic;
pub mod ledger;
pub mod model;
pub mod output;
mod parallel;
pub mod qr;
pub mod render;
pub mod resolve;
pub mod schema;
pub mod site;
pub mod source;
pub mod translate;
pub mod variables;
