//! The one place where paths become links: relative, lower-case, ending in `.html`.

use crate::model::{Attachment, Community, Matter, Page, Region};
use crate::translate::Locale;

/// Where a page stands: how it reaches the rest of the site.
#[derive(Clone, Copy, Debug)]
pub(super) struct LinkContext<'a> {
    pub(super) locale: &'a Locale<'a>,
    pub(super) community: Option<&'a Community>,
    /// From the page's folder to the site's top: empty, `../` or `../../`.
    pub(super) root: &'static str,
    /// Whether it stands in `print/`, a folder below the place's own.
    in_print: bool,
}

impl<'a> LinkContext<'a> {
    /// A page of a community.
    pub(super) fn in_community(locale: &'a Locale<'a>, community: &'a Community) -> Self {
        Self {
            locale,
            community: Some(community),
            root: root(locale, !community.id.is_empty()),
            in_print: false,
        }
    }

    /// A page in the folder of a community's sheets, in the first locale.
    pub(super) fn in_print(locale: &'a Locale<'a>, community: &'a Community) -> Self {
        let root = if community.id.is_empty() {
            "../"
        } else {
            "../../"
        };
        Self {
            root,
            in_print: true,
            ..Self::in_community(locale, community)
        }
    }

    /// A page in the folder of a community that may be gone.
    pub(super) fn in_folder(
        locale: &'a Locale<'a>,
        id: &str,
        community: Option<&'a Community>,
    ) -> Self {
        Self {
            locale,
            community,
            root: root(locale, !id.is_empty()),
            in_print: false,
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
        Self {
            locale,
            community,
            root: root(locale, false),
            in_print: false,
        }
    }

    pub(super) fn region(&self) -> &'a Region {
        &self.locale.region
    }

    /// From the page's folder to the place's own in the first locale: empty or `../`.
    pub(super) fn way_to_first(&self) -> &'static str {
        if self.locale.is_first() && !self.in_print {
            ""
        } else {
            "../"
        }
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

    /// The link to a matter's page.
    pub(super) fn matter_href<T>(&self, matter: &Matter<T>) -> String {
        let own = self.locale.has(matter) && !self.in_print;
        let folder = if own { "" } else { self.way_to_first() };
        format!("{folder}{}.html", matter.code.value)
    }

    /// A file of the content folder.
    pub(super) fn file(&self, attachment: &Attachment) -> String {
        format!("{}{}", self.root, attachment.path)
    }
}

fn root(locale: &Locale<'_>, in_folder: bool) -> &'static str {
    match (locale.is_first(), in_folder) {
        (true, false) => "",
        (true, true) | (false, false) => "../",
        (false, true) => "../../",
    }
}

/// A page: its folder in the first locale and its name, the same in every locale that has it.
#[derive(Clone, Debug)]
pub(super) struct Leaf<'a> {
    folder: String,
    name: String,
    of: Of<'a>,
}

/// What a page is of.
#[derive(Clone, Copy, Debug)]
enum Of<'a> {
    /// A place: its home, its plan.
    Place,
    Matter(&'a Matter),
    Free(&'a Page),
}

impl<'a> Leaf<'a> {
    pub(super) fn home(community: &Community) -> Self {
        Self {
            folder: community.folder(),
            name: "index.html".to_owned(),
            of: Of::Place,
        }
    }

    pub(super) fn plan(community: &Community) -> Self {
        Self {
            folder: community.folder(),
            name: "plan.html".to_owned(),
            of: Of::Place,
        }
    }

    pub(super) fn matter(community: &Community, matter: &'a Matter) -> Self {
        let name = format!("{}.html", matter.code.value);
        Self {
            folder: community.folder(),
            name,
            of: Of::Matter(matter),
        }
    }

    pub(super) fn region() -> Self {
        Self {
            folder: String::new(),
            name: "index.html".to_owned(),
            of: Of::Place,
        }
    }

    pub(super) fn free(page: &'a Page) -> Self {
        Self {
            folder: String::new(),
            name: format!("{}.html", page.name),
            of: Of::Free(page),
        }
    }

    /// The home of its folder.
    pub(super) fn home_of(&self) -> Self {
        Self {
            name: "index.html".to_owned(),
            of: Of::Place,
            ..self.clone()
        }
    }

    /// Whether it is there in an locale: all have the homes and the plans.
    pub(super) fn is_in(&self, locale: &Locale<'_>) -> bool {
        match self.of {
            Of::Place => true,
            Of::Matter(matter) => locale.has(matter),
            Of::Free(page) => locale.has_page(page),
        }
    }

    /// Its file in an locale, from the site's top.
    pub(super) fn file(&self, locale: &Locale<'_>) -> String {
        format!("{}{}{}", self.folder, locale.folder, self.name)
    }

    /// The link to it in `to` from its page in `from`.
    pub(super) fn href(&self, from: &Locale<'_>, to: &Locale<'_>) -> String {
        let up = if from.is_first() { "" } else { "../" };
        format!("{up}{}{}", to.folder, self.name)
    }

    /// Its address in an locale; the site's own is its home.
    pub(super) fn address(&self, base: &str, locale: &Locale<'_>) -> String {
        let home = locale.is_first() && self.folder.is_empty() && self.name == "index.html";
        if home {
            base.to_owned()
        } else {
            format!("{base}{}", self.file(locale))
        }
    }
}
