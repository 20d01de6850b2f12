//! A site in one language, and what is made of it.

use jiff::civil::Date;

use super::assets::Assets;
use crate::check::CompiledRules;
use crate::diagnostic::Finding;
use crate::model::{Community, Matter, Region};
use crate::output::NewFile;
use crate::source::Theme;
use crate::translate::Locale;

/// Everything that the pages of one language are made of.
#[derive(Clone, Copy, Debug)]
pub struct Site<'a> {
    /// What they say.
    pub locale: &'a Locale<'a>,
    /// All languages of the site, the content's own first.
    pub locales: &'a [Locale<'a>],
    /// The guides' rules.
    pub books: &'a CompiledRules,
    /// How it looks.
    pub theme: &'a Theme,
    /// Where its assets are.
    pub assets: &'a Assets,
    /// For what is overdue.
    pub today: Date,
    /// Whether sheets are printed as well, so that pages may link to them.
    pub printed: bool,
}

/// A page, or why it could not be made.
pub type Made = Result<NewFile, Finding>;

impl<'a> Site<'a> {
    pub(super) fn region(&self) -> &'a Region {
        &self.locale.region
    }

    /// The matters that have a page in this language, with the communities that offer them.
    pub fn offered(&self) -> Vec<(&'a Community, &'a Matter)> {
        let mut pages = self.all();
        pages.retain(|(_, matter)| self.locale.has(matter));
        pages
    }

    /// The versions of matters that are still to take effect, with the communities that offer them.
    pub(super) fn coming(&self) -> Vec<(&'a Community, &'a Matter)> {
        let region = self.region();
        let of = |(community, matter): (&'a Community, &'a Matter)| {
            let versions = region.coming(matter).iter();
            versions.map(move |one| (community, region.version(community, one)))
        };
        self.all().into_iter().flat_map(of).collect()
    }

    /// All matters, with the communities that offer them.
    pub(super) fn all(&self) -> Vec<(&'a Community, &'a Matter)> {
        let region = self.region();
        let communities = region.communities.iter();
        communities
            .flat_map(|community| region.offered(community).map(move |m| (community, m)))
            .collect()
    }
}
