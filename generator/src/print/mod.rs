//! Sheets for walls and hands: posters, the directory, stickers, contact cards.
//!
//! A sheet is a theme's SVG template that Tera fills (`setting`); `usvg` lays out its text with the theme's own fonts, krilla writes
//! PDF pages, resvg pictures. Before a sheet leaves this room, every code on it is read back from a picture of it (`proof`).
//! Measures are millimetres.

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
mod proof;
mod sheet_templates;
#[cfg(test)]
mod trials;
mod units;

use serde::Serialize;

pub(crate) use card::contact;
pub use document::{Document, Made, PrintEnv, Sheet, make};
pub use drawing::{broken_at, characters, draw};
pub use fonts::Fonts;
pub use plan::{PrintContext, documents};
pub use sheet_templates::check_templates;

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// One sheet a matter, for the wall.
    Poster,
    /// All matters with small codes.
    Directory,
    /// Small signs for doors and desks, several a sheet.
    Stickers,
    /// 连心卡: cards of the people at the desk.
    Cards,
}

impl Kind {
    /// All of them, in the order in which they are made.
    pub const ALL: [Self; 4] = [Self::Poster, Self::Directory, Self::Stickers, Self::Cards];

    /// The name of its template and its file, without ending.
    pub fn name(self) -> &'static str {
        match self {
            Self::Poster => "poster",
            Self::Directory => "directory",
            Self::Stickers => "stickers",
            Self::Cards => "cards",
        }
    }
}

/// A size of paper; the sides are those of ISO 216.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// 297 × 420 mm.
    A3,
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 148 × 210 mm.
    A5,
}

/// A paper as templates know it; millimetres.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Size {
    /// Short side.
    pub(crate) width: u32,
    /// Long side.
    pub(crate) height: u32,
}

impl Paper {
    pub(crate) fn size(self) -> Size {
        let (width, height) = match self {
            Self::A3 => (297, 420),
            Self::A4 => (210, 297),
            Self::A5 => (148, 210),
        };
        Size { width, height }
    }
}

/// What a person asks for.
#[derive(Clone, Debug)]
pub struct PrintOptions {
    /// What is printed.
    pub kinds: Vec<Kind>,
    /// Posters and directory on this paper; stickers and cards are cut from A4.
    pub paper: Paper,
    /// Only this matter, by code or file name.
    pub matter: Option<String>,
}

impl Default for PrintOptions {
    fn default() -> Self {
        Self {
            kinds: Kind::ALL.to_vec(),
            paper: Paper::A4,
            matter: None,
        }
    }
}
