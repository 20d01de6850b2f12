//! A site in one language, and what is made of it.

use jiff::civil::Date;

use super::assets::Assets;
use crate::check::CompiledRules;
use crate::diagnostic::Finding;
use crate::model::{Community, Matter, Region, Share};
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
    /// Which of its pages are made; they link to all of them.
    pub share: Share,
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

    /// The communities whose pages are made.
    pub(super) fn made(&self) -> impl Iterator<Item = &'a Community> {
        self.share.communities(self.region())
    }

    /// The matters of these communities.
    pub(super) fn made_matters(&self) -> Vec<(&'a Community, &'a Matter)> {
        self.matters_of(self.made())
    }

    /// How many of them have a page in this language.
    pub fn made_pages(&self) -> usize {
        let matters = self.made_matters().into_iter();
        matters
            .filter(|(_, matter)| self.locale.has(matter))
            .count()
    }

    /// The versions of matters that are still to take effect, with the communities that offer them and whose pages are made.
    pub(super) fn coming(&self) -> Vec<(&'a Community, &'a Matter)> {
        let region = self.region();
        let of = |(community, matter): (&'a Community, &'a Matter)| {
            let versions = region.coming(matter).iter();
            versions.map(move |one| (community, region.version(community, one)))
        };
        self.made_matters().into_iter().flat_map(of).collect()
    }

    /// All matters, with the communities that offer them.
    pub(super) fn all(&self) -> Vec<(&'a Community, &'a Matter)> {
        self.matters_of(self.region().communities.iter())
    }

    fn matters_of(
        &self,
        communities: impl Iterator<Item = &'a Community>,
    ) -> Vec<(&'a Community, &'a Matter)> {
        let region = self.region();
        communities
            .flat_map(|community| region.offered(community).map(move |m| (community, m)))
            .collect()
    }
}
