//! Reads: walks the content folder, splits front matter, reads YAML with positions, turns Markdown into HTML.
//!
//! Knows files and their spelling, and no rules of the field beyond the names of keys. Everything
//! that it reads comes through the trait [`World`]; what it makes are the plain types of [`crate::model`].

mod acceptance;
mod allow;
mod amount;
mod answers;
mod calendar;
mod cases;
mod choice;
mod community;
mod condition;
mod copies;
mod criteria;
mod dates;
mod decode;
mod embedded;
mod entries;
mod exempt;
mod facts;
mod front_matter;
mod grid;
mod guide;
mod implied;
mod layout;
mod ledger;
mod line;
mod load;
mod loader;
mod local_facts;
mod markdown;
mod online;
mod overlay;
mod overrides;
mod prescan;
mod question;
mod quotes;
mod range;
mod register;
mod requirements;
mod site;
mod strays;
mod text;
mod theme;
mod translation;
mod unseen;
mod values;
mod wording;
mod world;
mod yaml;

use crate::schema::keys;

pub use embedded::Embedded;
pub use entries::{Added, with_entry};
pub(crate) use front_matter::body_of;
pub use grid::Grid;
pub use layout::{LaidOut, files_with_layout, lay_out, layout_of};
pub use load::{Loaded, load};
pub(crate) use strays::listed;
pub use strays::{is_of_system, is_stray};
pub use theme::{Tag, meant as theme_file_meant, tags};
pub use theme::{Theme, languages, load_theme};
pub use world::{Entry, Files, MachineFonts, Memory, NoFonts, World};
