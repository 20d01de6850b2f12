//! View models of what is known of a paper beyond a line: what counts, which matter it results from, its page.

use super::view::{CriteriaView, CriterionView, FileView, FirstView, Link, PaperPageView};
use super::view_builder::ViewBuilder;
use crate::diagnostic::At;
use crate::model::{Attachment, Community, Criteria, Criterion, Exempt, Line, Material, Matter};

impl ViewBuilder<'_> {
    /// What counts as a paper; `name` is what it is called.
    pub(super) fn criteria(&self, criteria: &Criteria<String>, name: &str) -> CriteriaView {
        let list = |list: &[Criterion<String>]| {
            let view = |one: &Criterion<String>| CriterionView {
                text: one.text.clone(),
                picture: one.picture.as_ref().map(|file| self.file(file, name)),
            };
            list.iter().map(view).collect()
        };
        CriteriaView {
            accepted: list(&criteria.accepted),
            refused: list(&criteria.refused),
        }
    }

    pub(super) fn file(&self, file: &Attachment, name: &str) -> FileView {
        FileView {
            href: self.links.file(file),
            name: name.to_owned(),
            image: file.is_image(),
        }
    }

    /// What to do first where a paper is missing: the matter that it results from, as 由 names it.
    pub(super) fn first(&self, result_of: Option<&At<String>>) -> Option<FirstView> {
        let reference = result_of?.value.as_str();
        if let Some(link) = self.link(reference) {
            return Some(FirstView {
                words: self.texts.fill("first", &[("title", &link.title)]),
                code: Some(link.code),
                href: Some(link.href),
                other_language: link.other_language,
            });
        }
        let matter = self.links.region().matter(reference)?;
        let title = self.text(&matter.title);
        let words = match self.where_else(matter) {
            Some(places) => {
                let values = [("title", title.as_str()), ("where", &places)];
                self.texts.fill("first_elsewhere", &values)
            }
            None => self.texts.fill("first_ask", &[("title", &title)]),
        };
        Some(FirstView {
            words,
            code: None,
            href: None,
            other_language: false,
        })
    }

    /// The communities of the region that offer a matter; none where they are not known or none does.
    fn where_else(&self, matter: &Matter) -> Option<String> {
        let communities = self.links.region().communities.iter();
        let offering = communities.filter(|community| community.offers(matter));
        let names: Vec<String> = offering.map(|one| self.text(&one.name)).collect();
        let few = (1..=FEW).contains(&names.len());
        few.then(|| names.join(self.texts.get("listing")))
    }

    /// The way to a paper's page; `material` is its id in the register.
    pub(super) fn paper_href(&self, material: Option<&str>) -> Option<String> {
        let page = self
            .links
            .region()
            .materials
            .get(material?)?
            .page
            .as_ref()?;
        Some(self.links.paper(&page.value))
    }

    /// The address of what a paper looks like; `material` is its id in the register.
    pub(super) fn picture_href(&self, material: Option<&str>) -> Option<String> {
        let materials = &self.links.region().materials;
        let picture = materials.get(material?)?.picture.as_ref()?;
        Some(self.links.file(picture))
    }

    /// The page of a paper with this id in the register.
    pub(super) fn paper_page(
        &self,
        id: &str,
        material: &Material,
        community: &Community,
    ) -> PaperPageView {
        let material = &material.convert(&self.facts);
        let asks = |matter: &&Matter| {
            // What need not be brought is asked of nobody; who signs no promise brings it all the same.
            let papers = matter.lines.iter().flat_map(Line::papers);
            let mut papers =
                papers.filter(|paper| paper.exempt.as_ref().is_none_or(Exempt::may_be_shown));
            papers.any(|paper| paper.material.as_deref() == Some(id))
        };
        let offered = self.links.region().offered(community);
        let matters: Vec<Link> = offered.filter(asks).map(|m| self.link_to(m)).collect();
        PaperPageView {
            name: material.name.clone(),
            picture: self.picture_href(Some(id)),
            details: self.details(&material.details),
            criteria: self.criteria(&material.criteria, &material.name),
            fresh: material.fresh.as_ref().map(|fresh| fresh.text.clone()),
            e_certificate: material.e_certificate,
            first: self.first(material.result_of.as_ref()),
            matters,
        }
    }
}

/// Where more communities offer a matter, naming them all helps nobody.
const FEW: usize = 3;
