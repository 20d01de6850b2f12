//! The one place where paths become links: relative, lower-case, ending in `.html`.

use crate::model::{Attachment, Community, Matter, PublishedCode, Region, Route, Spot};
use crate::translate::Locale;

/// Where a page stands: how it reaches the rest of the site.
#[derive(Clone, Copy, Debug)]
pub(super) struct LinkContext<'a> {
    pub(super) locale: &'a Locale<'a>,
    pub(super) community: Option<&'a Community>,
    /// The community in whose folder it stands, which may be gone; empty at the site's top.
    folder: &'a str,
    /// Where in that folder.
    stand: Stand,
}

/// Where a page stands in the folder of its community.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stand {
    /// At its top.
    Top,
    /// Among the files for the printer, which are there once for all locales.
    Print,
    /// Among the papers.
    Papers,
}

impl<'a> LinkContext<'a> {
    /// A page of a community.
    pub(super) fn in_community(locale: &'a Locale<'a>, community: &'a Community) -> Self {
        Self::in_folder(locale, &community.id, Some(community))
    }

    /// A page in the folder of a community's sheets, in the first locale.
    pub(super) fn in_print(locale: &'a Locale<'a>, community: &'a Community) -> Self {
        Self {
            stand: Stand::Print,
            ..Self::in_community(locale, community)
        }
    }

    /// The page of a paper.
    pub(super) fn in_papers(locale: &'a Locale<'a>, community: &'a Community) -> Self {
        Self {
            stand: Stand::Papers,
            ..Self::in_community(locale, community)
        }
    }

    /// A page in the folder of a community that may be gone.
    pub(super) fn in_folder(
        locale: &'a Locale<'a>,
        id: &'a str,
        community: Option<&'a Community>,
    ) -> Self {
        Self {
            locale,
            community,
            folder: id,
            stand: Stand::Top,
        }
    }

    /// A page at the top of the site.
    pub(super) fn at_top(locale: &'a Locale<'a>) -> Self {
        // In a site of one community the top is the community's own folder.
        let community = locale
            .region
            .communities
            .first()
            .filter(|c| c.id.is_empty());
        Self::in_folder(locale, "", community)
    }

    /// A page of the same folder.
    fn here(&self) -> String {
        let folder = self.locale.folder;
        match self.stand {
            Stand::Top => Route::home(self.folder).path_in(folder),
            Stand::Print => Route::booklet(self.folder).path(),
            // Which of them does not matter: they all stand in one folder.
            Stand::Papers => Route::paper(self.folder, "x").path_in(folder),
        }
    }

    /// The way to a page or file in the first locale.
    pub(super) fn first(&self, route: &Route) -> String {
        route.href("", &self.here())
    }

    /// The way to a page in this locale.
    pub(super) fn own(&self, route: &Route) -> String {
        route.href(self.locale.folder, &self.here())
    }

    /// The way to the home of its folder.
    pub(super) fn home(&self) -> String {
        self.own(&Route::home(self.folder))
    }

    /// From the page's folder to the site's top: empty, `../` or `../../`.
    pub(super) fn root(&self) -> String {
        "../".repeat(self.here().matches('/').count())
    }

    pub(super) fn region(&self) -> &'a Region {
        &self.locale.region
    }

    /// The page of a matter: in this language, or else in the first; none where the community does not offer it.
    pub(super) fn matter(&self, reference: &str) -> Option<(&'a Matter, String)> {
        let matter = self.region().matter(reference)?;
        let community = self
            .community
            .filter(|community| community.offers(matter))?;
        Some((
            self.region().version(community, matter),
            self.matter_href(matter),
        ))
    }

    /// Whether this is a version of a matter that another one holds the place of.
    pub(super) fn is_coming<T>(&self, matter: &Matter<T>) -> bool {
        let mut coming = self.region().coming(matter).iter();
        coming.any(|one| one.file == matter.file)
    }

    /// What the data of a matter, or of a version of it, are called.
    pub(super) fn data_name<T>(&self, matter: &Matter<T>) -> String {
        let name = matter.version_name().filter(|_| self.is_coming(matter));
        let code = &matter.code.value;
        name.map_or_else(|| code.clone(), |name| format!("{code}-{name}"))
    }

    /// The page of a matter, or of a version of it.
    pub(super) fn matter_route<T>(&self, matter: &Matter<T>) -> Route {
        let code = PublishedCode::new(self.folder, &matter.code.value);
        match matter.from().filter(|_| self.is_coming(matter)) {
            Some(day) => Route::version(&code, day),
            None => Route::code(&code),
        }
    }

    /// The link to a matter's page.
    pub(super) fn matter_href<T>(&self, matter: &Matter<T>) -> String {
        let route = self.matter_route(matter);
        if self.locale.has(matter) && self.stand != Stand::Print {
            self.own(&route)
        } else {
            self.first(&route)
        }
    }

    /// The page of a paper, by its name.
    pub(super) fn paper(&self, page: &str) -> String {
        self.own(&Route::paper(self.folder, page))
    }

    /// A file of the content folder.
    pub(super) fn file(&self, attachment: &Attachment) -> String {
        self.first(&Route::Attachment(attachment.path.clone()))
    }
}

/// Whether a page is there in a locale: all have the homes and the plans.
pub(super) fn shows(locale: &Locale<'_>, route: &Route) -> bool {
    let region = &locale.region;
    match route {
        Route::Page(name) => {
            let page = region.pages.iter().find(|page| page.name == *name);
            page.is_some_and(|page| locale.has_page(page))
        }
        Route::In(_, Spot::Code(code)) => {
            let matter = region.matter(code);
            matter.is_some_and(|matter| locale.has(matter))
        }
        Route::In(_, Spot::Version(code, day)) => {
            let mut coming = region.coming.get(code).into_iter().flatten();
            coming.any(|matter| matter.from() == Some(*day) && locale.has(matter))
        }
        _ => true,
    }
}

/// The link from a page in one locale to a page in another.
pub(super) fn between(
    (from, here): (&Route, &Locale<'_>),
    (to, there): (&Route, &Locale<'_>),
) -> String {
    to.href(there.folder, &from.path_in(here.folder))
}

/// The page of a matter in a community.
pub(super) fn matter_route<T>(community: &Community, matter: &Matter<T>) -> Route {
    Route::code(&PublishedCode::new(&community.id, &matter.code.value))
}
