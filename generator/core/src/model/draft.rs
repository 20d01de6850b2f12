//! Drafts (草稿): guides that are read and judged, and never published.
//!
//! A published site is, byte for byte, the one that it would be without the draft's files.

use std::collections::BTreeSet;

use super::{Attachment, Community, Keys, Language, Line, Matter, Region, Venue};
use crate::diagnostic::{Finding, Place, Problem, Severity, WordingFault};

/// A guide that says of itself that it is a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The guide's file name without folders and endings.
    pub name: String,
    /// Its code; empty where the guide could not be read and shows none.
    pub code: String,
    /// Where 草稿 stands.
    pub place: Place,
}

impl Draft {
    fn is_called(&self, reference: &str) -> bool {
        self.name == reference || !self.code.is_empty() && self.code == reference
    }
}

impl Matter {
    /// Every file that the guide leads to.
    pub fn attachments(&self) -> impl Iterator<Item = &Attachment> {
        let papers = self.lines.iter().flat_map(Line::papers);
        let forms = papers.flat_map(|paper| {
            let promise = paper.exempt.as_ref();
            let promise = promise.and_then(|exempt| exempt.promise_form.as_ref());
            let forms = paper.blank_form.iter().chain(&paper.sample_form);
            forms.chain(promise).chain(paper.criteria.pictures())
        });
        let pictures = self.online.iter().filter_map(|way| way.picture.as_ref());
        forms
            .chain(pictures)
            .chain(self.bodies().flat_map(|body| &body.files))
    }
}

impl Region {
    /// Every file that some words of the content lead to, where they do.
    pub fn attachments(&self) -> impl Iterator<Item = &Attachment> {
        let in_guides = self.versions().flat_map(Matter::attachments);
        let in_pages = self.pages.iter().flat_map(|page| &page.body.files);
        let texts = self.translations.iter();
        let translated = texts.flat_map(|texts| texts.bodies().flat_map(|body| &body.files));
        let workers = self.communities.iter().flat_map(|one| &one.workers);
        let photos = workers.filter_map(|worker| worker.photo.as_ref());
        let materials = self.materials.values();
        let registered = materials.flat_map(|material| material.criteria.pictures());
        in_guides
            .chain(in_pages)
            .chain(translated)
            .chain(photos)
            .chain(registered)
            .chain(self.pictures())
    }

    /// What papers, categories and doors look like.
    pub fn pictures(&self) -> impl Iterator<Item = &Attachment> {
        let doors = self.communities.iter().flat_map(Community::doors);
        self.shared_pictures().chain(doors)
    }

    /// Those that are every community's: of papers, of categories, of the region's own places.
    pub fn shared_pictures(&self) -> impl Iterator<Item = &Attachment> {
        let papers = self.materials.values();
        let papers = papers.filter_map(|material| material.picture.as_ref());
        let categories = self.categories.iter();
        let categories = categories.filter_map(|category| category.picture.as_ref());
        papers.chain(categories).chain(doors(&self.venues))
    }

    /// The draft that a reference means; none where a published guide has that name or code as well.
    pub fn draft(&self, reference: &str) -> Option<&Draft> {
        let published = self.matter(reference).filter(|one| one.draft.is_none());
        let mut drafts = self.drafts.iter();
        drafts.find(|draft| published.is_none() && draft.is_called(reference))
    }

    /// The draft that a file of the content belongs to: the guide, what communities lay over it, and what translates these.
    fn draft_of(&self, file: &str) -> Option<&Draft> {
        let original = original(file);
        if let Some(name) = overlaid(&original) {
            return self.draft(name);
        }
        let mut drafts = self.drafts.iter();
        drafts.find(|draft| *draft.place.file == *original)
    }

    /// Whether a file of the content is a draft's.
    pub fn is_of_draft(&self, file: &str) -> bool {
        self.draft_of(file).is_some()
    }

    /// Lets no fault of a draft stop the others: nothing is published of it. What is still to be filled in is none.
    pub fn spare_drafts(&self, findings: &mut Vec<Finding>) {
        for finding in findings.iter_mut() {
            let place = finding.place.as_ref();
            finding.draft = place.is_some_and(|place| self.is_of_draft(&place.file));
        }
        findings.retain(|finding| !(finding.draft && is_unfinished(&finding.problem)));
    }

    /// The guides of drafts in which nothing is wrong that would stop any other guide; `findings` have been spared.
    pub fn sound_drafts(&self, findings: &[Finding]) -> BTreeSet<String> {
        let faults = findings.iter().filter(|finding| finding.draft);
        let faults = faults.filter(|finding| finding.problem.severity() == Severity::Error);
        let places = faults.filter_map(|finding| finding.place.as_ref());
        let wrong = places.filter_map(|place| self.draft_of(&place.file));
        let wrong: BTreeSet<&str> = wrong.map(|draft| &*draft.place.file).collect();
        let drafts = self.matters.iter().filter(|matter| matter.draft.is_some());
        let sound = drafts.filter(|matter| !wrong.contains(matter.file.as_str()));
        sound.map(|matter| matter.file.clone()).collect()
    }

    /// Takes the drafts out, all but those whose guides are in `shown`, with everything that is theirs alone.
    pub fn hold_drafts(&mut self, shown: &BTreeSet<String>) {
        let led_to = self.files_led_to();
        // A draft that is shown takes the place of the guide that has its code and its day.
        let version = |matter: &Matter| (matter.code.value.clone(), matter.from());
        let replaced: BTreeSet<_> = self
            .matters
            .iter()
            .filter(|matter| shown.contains(&matter.file))
            .map(version)
            .collect();
        let held = |matter: &Matter| match matter.draft {
            Some(_) => !shown.contains(&matter.file),
            None => replaced.contains(&version(matter)),
        };
        let texts_of: Vec<String> = self
            .translations
            .iter()
            .flat_map(|texts| texts.guides.keys())
            .filter(|file| {
                let draft = self.draft_of(file);
                draft.is_some_and(|draft| !shown.contains(&*draft.place.file))
            })
            .cloned()
            .collect();
        self.matters.retain(|matter| !held(matter));
        for versions in self.overlays.values_mut() {
            versions.retain(|_, matter| !held(matter));
        }
        for texts in &mut self.translations {
            texts.guides.retain(|file, _| !texts_of.contains(file));
        }
        let still = self.files_led_to();
        self.files
            .retain(|file, _| !led_to.contains(file) || still.contains(file));
        self.index = Self::index_of(&self.matters);
        self.keys = Keys::of(&self.matters);
    }

    fn files_led_to(&self) -> BTreeSet<String> {
        self.attachments().map(|file| file.path.clone()).collect()
    }
}

impl Community {
    /// What the doors of its hall and of its own places look like.
    pub fn doors(&self) -> impl Iterator<Item = &Attachment> {
        self.office.door_photo.iter().chain(doors(&self.venues))
    }
}

fn doors(venues: &[Venue]) -> impl Iterator<Item = &Attachment> {
    let offices = venues.iter().map(|venue| &venue.office);
    offices.filter_map(|office| office.door_photo.as_ref())
}

/// The path of the file that a file translates, or its own.
fn original(file: &str) -> String {
    let stem = file.strip_suffix(".md").unwrap_or(file);
    match stem.rsplit_once('.') {
        Some((name, code)) if Language::of(code).is_some() => format!("{name}.md"),
        _ => file.to_owned(),
    }
}

/// The matter that an overlay of this path names.
fn overlaid(file: &str) -> Option<&str> {
    let (_, name) = file.strip_prefix("communities/")?.split_once('/')?;
    name.split('.').next()
}

/// Whether something is still to be filled in.
fn is_unfinished(problem: &Problem) -> bool {
    matches!(problem, Problem::Wording(WordingFault::Placeholder { .. }))
}
