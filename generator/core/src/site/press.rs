//! What is asked of whoever prints sheets.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Progress;
use crate::check::CompiledRules;
use crate::diagnostic::Finding;
use crate::model::Share;
use crate::output::PreviousBuild;
use crate::qr::Codes;
use crate::source::{Files, MachineFonts, Theme};
use crate::translate::Locale;
use crate::variables::View;

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

/// Everything that sheets are made from.
#[derive(Clone, Copy)]
pub struct PrintOrder<'a> {
    /// What the site says, in one language.
    pub locale: &'a Locale<'a>,
    /// The guides' rules.
    pub books: &'a CompiledRules,
    /// How sheets look.
    pub theme: &'a Theme,
    /// Where photos are.
    pub content: &'a dyn Files,
    /// Fonts of the machine, for signs that the theme's have not.
    pub fonts: &'a dyn MachineFonts,
    /// The codes of this build.
    pub codes: &'a Codes,
    /// For what is overdue.
    pub today: Date,
    /// What is printed.
    pub options: &'a PrintOptions,
    /// For which communities.
    pub share: Share,
    /// What an earlier build left.
    pub earlier: &'a PreviousBuild<'a>,
    /// Is told of every sheet.
    pub progress: &'a dyn Progress,
}

/// What came of a document.
#[derive(Debug, Default)]
pub struct Printed {
    /// Files by path.
    pub files: BTreeMap<String, Vec<u8>>,
    /// What each file was made from, for the next build.
    pub made_from: BTreeMap<String, String>,
    /// What is wrong; without errors `files` is complete.
    pub findings: Vec<Finding>,
}

impl Printed {
    /// A new file, and what it was made from.
    pub fn put(&mut self, path: &str, key: &str, bytes: Vec<u8>) {
        self.files.insert(path.to_owned(), bytes);
        self.made_from.insert(path.to_owned(), key.to_owned());
    }

    /// Takes an earlier file over, if it was made from the same.
    pub fn keep(&mut self, earlier: &PreviousBuild<'_>, path: &str, key: &str) -> bool {
        let Some(bytes) = earlier.keep(path, key) else {
            return false;
        };
        self.put(path, key, bytes);
        true
    }
}

/// Prints sheets. The crate `onetrip-print` has one; without one a site has pages and codes alone, and nobody judges templates of sheets.
pub trait Press: Sync {
    /// What templates of sheets get.
    fn views(&self) -> &'static [View];

    /// What is wrong with a theme's templates of sheets, as far as that goes without a region.
    fn check_templates(&self, theme: &Theme) -> Vec<Finding>;

    /// Prints everything that is ordered; each document goes to `take` as soon as it is made. Returns how many sheets there are.
    fn print(&self, order: &PrintOrder<'_>, take: &mut dyn FnMut(Printed)) -> usize;
}
