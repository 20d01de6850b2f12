//! The one place where paths become links: relative, lower-case, ending in `.html`.

use crate::model::{Attachment, Community, Matter, Page, Region};

/// Where a page stands: how it reaches the rest of the site.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing<'a> {
    pub(super) region: &'a Region,
    pub(super) community: Option<&'a Community>,
    /// From the page's folder to the site's top: empty or `../`.
    pub(super) root: &'a str,
}

impl<'a> Standing<'a> {
    /// A page of a community.
    pub(super) fn in_community(region: &'a Region, community: &'a Community) -> Self {
        let root = if community.id.is_empty() { "" } else { "../" };
        Self { region, community: Some(community), root }
    }

    /// A page at the top of the site.
    pub(super) fn at_top(region: &'a Region) -> Self {
        // In a site of one community the top is the community's own folder.
        let community = region.communities.first().filter(|c| c.id.is_empty());
        Self { region, community, root: "" }
    }

    /// The page of a matter; none where the community does not offer it.
    pub(super) fn matter(&self, reference: &str) -> Option<(&'a Matter, String)> {
        let matter = self.region.matter(reference)?;
        let community = self.community?;
        community.offers(matter).then(|| (matter, format!("{}.html", matter.code.value)))
    }

    /// A file of the content folder.
    pub(super) fn file(&self, attachment: &Attachment) -> String {
        format!("{}{}", self.root, attachment.path)
    }

    /// What stands for `{{name}}` here.
    pub(super) fn fact(&self, name: &str) -> Option<&'a str> {
        self.region.fact(self.community, name)
    }
}

/// The file of a community's home.
pub(super) fn community_file(community: &Community) -> String {
    format!("{}index.html", community.folder())
}

/// The file of a matter's page.
pub(super) fn matter_file(community: &Community, matter: &Matter) -> String {
    format!("{}{}.html", community.folder(), matter.code.value)
}

/// The file of a free page.
pub(super) fn page_file(page: &Page) -> String {
    format!("{}.html", page.name)
}
