//! The region: what is the same everywhere, its communities, its registers and its matters.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Attachment, BaseUrl, Bracketed, Criteria, Details, Draft, End, Entry, Fresh, Holidays, Keys,
    Ledger, LocalFact, LocalFacts, Markdown, Matter, Numbers, Office, PublishedCode, Successor,
    Text, Translation, Venue,
};
use crate::diagnostic::{At, Place, Problem};

/// Everything that a site says.
#[derive(Clone, Debug)]
pub struct Region {
    /// Its name, the site's title.
    pub name: Text,
    /// The address under which the site is published, or why what is written cannot be one.
    pub base_url: At<Result<BaseUrl, Problem>>,
    /// The language of the texts.
    pub language: &'static str,
    /// Those of the pages as they are written, that one first; empty where nobody says it.
    pub languages: Vec<At<&'static str>>,
    /// What there is in further languages.
    pub translations: Vec<Translation>,
    /// In the order in which they are shown.
    pub categories: Vec<Category>,
    /// Life events that matters may belong to.
    pub life_events: Vec<Text>,
    /// Official days off, by year.
    pub holidays: Holidays,
    /// Facts that hold where a community says nothing else.
    pub local_facts: LocalFacts,
    /// Every local fact that some words name, where they do.
    pub named_facts: Vec<At<String>>,
    /// What stands in brackets as if a local fact was meant.
    pub bracketed: Vec<At<Bracketed>>,
    /// A sentence at the foot of every page.
    pub disclaimer: Option<Text>,
    /// Places where communities have matters done, unless they name a place of their own so.
    pub venues: Vec<Venue>,
    /// Sorted by id.
    pub communities: Vec<Community>,
    /// The register of papers, by id.
    pub materials: BTreeMap<String, Material>,
    /// Sorted by code. While the content is judged, all guides; of a site that is made, those that hold.
    pub matters: Vec<Matter>,
    /// Guides of the same codes that are still to take effect, by code and in the order of their days.
    pub coming: BTreeMap<String, Vec<Matter>>,
    /// Every guide that says of itself that it is a draft, also one that could not be read.
    pub drafts: Vec<Draft>,
    /// Communities' own versions of matters, by community and the guide's file.
    pub overlays: BTreeMap<String, BTreeMap<String, Matter>>,
    /// See [`Region::index_of`].
    pub index: BTreeMap<String, usize>,
    /// Short names of questions and matters.
    pub keys: Keys,
    /// Free pages, by name.
    pub pages: Vec<Page>,
    /// Files below `files/`: path and size in bytes.
    pub files: BTreeMap<String, u64>,
    /// Whether site.yaml and every community could be read; when not, nothing that depends on them is judged.
    pub places_read: bool,
    /// Names and codes of guides that could not be read; an empty text stands for a code that could not be seen.
    pub unread: BTreeSet<String>,
    /// Whether only some of the communities are here, because a build is of them alone.
    pub partial: bool,
    /// What was published before; none when `codes.lock` could not be understood, and then nothing is judged by it.
    pub ledger: Option<Ledger>,
}

/// A group of matters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category<T = Text> {
    /// ASCII id.
    pub id: String,
    /// What residents read.
    pub name: T,
    /// The same in English.
    pub english: Option<T>,
    /// A small picture of it.
    pub picture: Option<Attachment>,
}

/// A number or an address as it stands in a file.
#[derive(Clone, Debug)]
pub struct Contact {
    /// As it was written.
    pub written: String,
    /// The same however it is written; of a local fact nothing.
    pub key: String,
    /// Where.
    pub place: Place,
}

/// A community (社区).
#[derive(Clone, Debug)]
pub struct Community<T = Text> {
    /// Its file's name, part of every address; empty for a site of one community.
    pub id: String,
    /// Its file.
    pub place: Place,
    /// Its name.
    pub name: T,
    /// Where the name stands.
    pub name_at: Place,
    /// What no other community has: the number to ask, and the address.
    pub contacts: [Contact; 2],
    /// The subdistrict (街道) that it belongs to.
    pub subdistrict: Option<T>,
    /// Whether phones and addresses are examples.
    pub example: bool,
    /// Its hall, where every matter is done that names no other place.
    pub office: Office<T>,
    /// Other places of its own.
    pub venues: Vec<Venue<T>>,
    /// Whom to ask.
    pub consult_phone: T,
    /// To whom to complain.
    pub complaint_phone: T,
    /// Who works there.
    pub workers: Vec<Worker<T>>,
    /// Codes of the matters that it does not offer.
    pub not_offered: Vec<At<String>>,
    /// Facts of this place.
    pub local_facts: LocalFacts,
    /// Its own templates of sheets by name (`poster.svg`), from `communities/ID/print/`.
    pub sheets: BTreeMap<String, String>,
}

/// Opening hours of some days of the week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hours<T = Text> {
    /// Monday is 0; sorted.
    pub days: Vec<u8>,
    /// In order.
    pub times: Vec<TimeSpan>,
    /// What else to know.
    pub note: Option<T>,
}

/// From when to when, in minutes after midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimeSpan {
    /// Opens.
    pub from: u16,
    /// Closes.
    pub to: u16,
}

/// Somebody at the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worker<T = Text> {
    /// How to call them.
    pub name: T,
    /// Where that is written.
    pub place: Place,
    /// What they do.
    pub role: Option<T>,
    /// The streets or houses that they look after.
    pub area: Option<T>,
    /// Their number; only with their consent (个人信息保护法 §13, 29).
    pub phone: Option<T>,
    /// Their photo; only with their consent.
    pub photo: Option<Attachment>,
}

/// A paper that several matters ask for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Material<T = Text> {
    /// What it is called.
    pub name: T,
    /// What there is to know of it in words.
    pub details: Details<T>,
    /// What counts as it and what does not.
    pub criteria: Criteria<T>,
    /// The matter whose result it is, by file name or code.
    pub result_of: Option<At<String>>,
    /// The name of its page in addresses; none: it has no page. Links to it are sent around, so it stays when the paper is renamed.
    pub page: Option<At<String>>,
    /// What it looks like, for those who know the paper and not its name.
    pub picture: Option<Attachment>,
    /// How fresh it must be.
    pub fresh: Option<Fresh<T>>,
    /// Whether the electronic certificate is taken as well.
    pub e_certificate: bool,
}

/// A free page.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its file.
    pub file: String,
    /// The file's name without ending: part of the address.
    pub name: String,
    /// Its heading.
    pub title: Text,
    /// Its text.
    pub body: Markdown,
}

impl<T> Community<T> {
    /// Whether the matter can be done here.
    pub fn offers<U>(&self, matter: &Matter<U>) -> bool {
        let mut closed = self.not_offered.iter();
        !closed.any(|reference| matter.is_called(&reference.value))
    }
}

impl Region {
    /// The site's address.
    ///
    /// # Panics
    /// When it cannot be one: `check` reports that, and nothing is made then.
    pub fn base(&self) -> &BaseUrl {
        let base = self.base_url.value.as_ref();
        base.expect("nothing is made of a region whose address is an error")
    }

    /// The matter with this file name or code.
    pub fn matter(&self, reference: &str) -> Option<&Matter> {
        self.index
            .get(reference)
            .and_then(|at| self.matters.get(*at))
    }

    /// Where each matter stands in a list, by file name and by code; the first of equals, and drafts after all others.
    pub fn index_of(matters: &[Matter]) -> BTreeMap<String, usize> {
        let mut index = BTreeMap::new();
        let all = || matters.iter().enumerate();
        let published = all().filter(|(_, matter)| matter.draft.is_none());
        let drafts = all().filter(|(_, matter)| matter.draft.is_some());
        for (at, matter) in published.chain(drafts) {
            for reference in [&matter.name, &matter.code.value] {
                index.entry(reference.clone()).or_insert(at);
            }
        }
        index
    }

    /// Whether the reference may mean a guide that could not be read.
    pub fn may_be_unread(&self, reference: &str) -> bool {
        let is_code = reference.len() <= 6 && reference.bytes().all(|b| b.is_ascii_alphanumeric());
        self.unread.contains(reference) || is_code && self.unread.contains("")
    }

    /// The community with this id.
    pub fn community(&self, id: &str) -> Option<&Community> {
        self.communities.iter().find(|community| community.id == id)
    }

    /// The matter that a poster's address shows now.
    pub fn shown(&self, poster: &PublishedCode) -> Option<&Matter> {
        let community = self.community(&poster.community)?;
        self.offered(community)
            .find(|matter| matter.code.value == poster.code)
    }

    /// Leaves one community of all, for a build of it alone.
    pub fn keep(&mut self, community: &str) {
        self.communities.retain(|one| one.id == community);
        self.overlays.retain(|id, _| id == community);
        self.partial = true;
    }

    /// Whether posters of this community, which may be gone, are this build's concern.
    pub fn covers(&self, community: &str) -> bool {
        !self.partial || self.community(community).is_some()
    }

    /// The ended posters whose pages say farewell, and what became of their matter.
    pub fn retirements(
        &self,
    ) -> impl Iterator<Item = (&PublishedCode, &Entry, &End, Successor<'_>)> {
        let all = self
            .ledger
            .iter()
            .flat_map(|ledger| ledger.ended().map(move |entry| (ledger, entry)));
        let here = all.filter(|(_, (poster, ..))| self.covers(&poster.community));
        here.filter_map(|(ledger, (poster, record, end))| {
            Some((poster, record, end, ledger.successor(end)?))
        })
    }

    /// The matters that a community offers, as it does them, by code.
    pub fn offered<'a>(&'a self, community: &'a Community) -> impl Iterator<Item = &'a Matter> {
        let offered = self
            .matters
            .iter()
            .filter(move |matter| community.offers(matter));
        offered.map(move |matter| self.version(community, matter))
    }

    /// A matter as a community does it.
    pub fn version<'a>(&'a self, community: &Community, matter: &'a Matter) -> &'a Matter {
        let own = self
            .overlays
            .get(&community.id)
            .and_then(|guides| guides.get(&matter.file));
        own.unwrap_or(matter)
    }

    /// Every matter in every version.
    pub fn versions(&self) -> impl Iterator<Item = &Matter> {
        self.matters
            .iter()
            .chain(self.overlays.values().flat_map(BTreeMap::values))
    }

    /// What `{{name}}` stands for in a community, and where that is told.
    pub fn fact<'a>(
        &'a self,
        community: Option<&'a Community>,
        name: &str,
    ) -> Option<&'a At<LocalFact>> {
        community
            .and_then(|c| c.local_facts.get(name))
            .or_else(|| self.local_facts.get(name))
    }

    /// What those of these facts say in a community that are numbers for rules.
    pub fn numbers<'a>(
        &self,
        community: Option<&Community>,
        names: impl IntoIterator<Item = &'a str>,
    ) -> Numbers {
        let said = |name: &str| self.fact(community, name)?.value.threshold();
        names
            .into_iter()
            .filter_map(|name| Some((name.to_owned(), said(name)?)))
            .collect()
    }
}
