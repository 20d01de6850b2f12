//! Texts of another language, each bound to the very words that it translates.
//!
//! A translation knows no rules: when the words change it is found no more, and the page shows the words themselves.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Markdown, Page};
use crate::diagnostic::{At, Place};

/// A text in another language, with the place of the words that it translates.
pub type Phrase = At<String>;

/// Phrases of one file, by the words that they translate.
#[derive(Clone, Debug)]
pub struct Phrasebook {
    /// Where phrases are added: the file, or the key that they stand below.
    pub place: Place,
    /// The phrases; none of them empty.
    pub phrases: BTreeMap<String, Phrase>,
    /// The file is there and could not be read: nobody knows what it lacks.
    pub unread: bool,
}

/// The texts of one guide, or of one community's overlay.
#[derive(Clone, Debug)]
pub struct GuideTexts {
    /// The 核对日期 of the guide that they translate.
    pub verified_on: At<Date>,
    /// The texts of the front matter.
    pub phrases: Phrasebook,
    /// The text below it.
    pub body: Markdown,
}

/// Everything that is there in one further language.
#[derive(Clone, Debug)]
pub struct Translation {
    /// The language (`en`).
    pub language: &'static str,
    /// Of the region, and of everything else that recurs.
    pub site: Phrasebook,
    /// Of the register of papers.
    pub materials: Phrasebook,
    /// Of the shared questions.
    pub questions: Phrasebook,
    /// By the community's id.
    pub communities: BTreeMap<String, Phrasebook>,
    /// By the guide's or the overlay's file.
    pub guides: BTreeMap<String, GuideTexts>,
    /// By the page's name.
    pub pages: BTreeMap<String, Page>,
}

impl Translation {
    /// Every text that was written in Markdown.
    pub fn bodies(&self) -> impl Iterator<Item = &Markdown> {
        self.guides
            .values()
            .map(|guide| &guide.body)
            .chain(self.pages.values().map(|page| &page.body))
    }
}

impl Phrasebook {
    /// A file that is not there.
    pub fn none(file: &str) -> Self {
        Self {
            place: Place::file(file),
            phrases: BTreeMap::new(),
            unread: false,
        }
    }
}
