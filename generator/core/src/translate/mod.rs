//! The region in a further language: the same rules, numbers and addresses, with other texts.
//!
//! Nothing behind this room knows of languages: it shows whatever texts a [`Region`] holds. Words without translation
//! stay as they are, and a finding says which.

mod guide;
mod lookup;
mod place;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Finding, Place, Problem, TranslationFault};
use crate::model::{Community, Language, Matter, Page, Phrasebook, Region, Translation, names_in};

use lookup::{Lookup, Missing, Used};

/// The site in one language.
#[derive(Debug)]
pub struct Locale<'a> {
    /// The language of its pages.
    pub language: &'static str,
    /// Where its pages stand below those of the first locale, with `/`; empty for the first.
    pub folder: &'static str,
    /// What it says.
    pub region: Cow<'a, Region>,
    /// Files of the guides that it has pages for; `None`: all.
    guides: Option<BTreeSet<String>>,
    /// Names of its free pages; `None`: all.
    pages: Option<BTreeSet<String>>,
}

impl<'a> Locale<'a> {
    /// The site in the language of its content.
    pub fn first(region: &'a Region) -> Self {
        let language = region.language;
        Self {
            language,
            folder: "",
            region: Cow::Borrowed(region),
            guides: None,
            pages: None,
        }
    }
}

impl Locale<'_> {
    /// Whether it is in the language of the content.
    pub fn is_first(&self) -> bool {
        self.folder.is_empty()
    }

    /// Whether the matter has pages in this language.
    pub fn has<T>(&self, matter: &Matter<T>) -> bool {
        self.guides
            .as_ref()
            .is_none_or(|guides| guides.contains(&matter.file))
    }

    /// Whether the free page is there in this language.
    pub fn has_page(&self, page: &Page) -> bool {
        self.pages
            .as_ref()
            .is_none_or(|pages| pages.contains(&page.name))
    }
}

/// The site in its further languages, and what its translations lack.
pub fn locales(region: &Region) -> (Vec<Locale<'static>>, Vec<Finding>) {
    let mut findings = Vec::new();
    let locales = region
        .translations
        .iter()
        .map(|translation| {
            let (locale, found) = Translator::new(region, translation).locale();
            findings.extend(found);
            locale
        })
        .collect();
    (locales, findings)
}

struct Translator<'a> {
    region: &'a Region,
    texts: &'a Translation,
    used: Used<'a>,
    findings: Vec<Finding>,
    /// Words of the registers: they are translated beside these, wherever they are met.
    of_materials: BTreeSet<String>,
    of_questions: BTreeSet<String>,
    /// Local facts that translated guides name.
    facts: BTreeSet<String>,
    /// What is missing, by the book in which it belongs.
    missing: BTreeMap<Book<'a>, Missing>,
}

/// A file of phrases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Book<'a> {
    Site,
    Materials,
    Questions,
    Community(&'a str),
    Guide(&'a str),
}

impl<'a> Book<'a> {
    /// Where a community's texts belong; those of a site of one community are the site's.
    fn of(community: &'a Community) -> Self {
        if community.id.is_empty() {
            Self::Site
        } else {
            Self::Community(&community.id)
        }
    }
}

impl<'a> Translator<'a> {
    fn new(region: &'a Region, texts: &'a Translation) -> Self {
        Self {
            region,
            texts,
            used: Used::default(),
            findings: Vec::new(),
            of_materials: BTreeSet::new(),
            of_questions: BTreeSet::new(),
            facts: BTreeSet::new(),
            missing: BTreeMap::new(),
        }
    }

    fn locale(mut self) -> (Locale<'static>, Vec<Finding>) {
        let texts = self.texts;
        self.registers();
        let matters: Vec<Matter> = self
            .region
            .matters
            .iter()
            .map(|matter| self.matter(matter))
            .collect();
        let overlays = self.overlays(&matters);
        let mut region = Region {
            matters,
            overlays,
            ..self.places()
        };
        for page in &mut region.pages {
            if let Some(own) = texts.pages.get(&page.name) {
                *page = Page {
                    file: page.file.clone(),
                    ..own.clone()
                };
            }
        }
        region.translations = Vec::new();
        region.language = texts.language;
        self.judge();
        let locale = Locale {
            language: texts.language,
            folder: folder(texts.language),
            region: Cow::Owned(region),
            guides: Some(texts.guides.keys().cloned().collect()),
            pages: Some(texts.pages.keys().cloned().collect()),
        };
        (locale, self.findings)
    }

    /// Learns which words are the registers'.
    fn registers(&mut self) {
        let lookup = self.lookup(&[&self.texts.materials, &self.texts.site]);
        for material in self.region.materials.values() {
            material.convert(&lookup);
        }
        self.of_materials = lookup.finish().0;
        let lookup = self.lookup(&[&self.texts.questions, &self.texts.site]);
        let questions = self
            .region
            .matters
            .iter()
            .flat_map(|matter| &matter.questions);
        for question in questions.filter(|question| question.shared) {
            question.convert(&lookup);
        }
        self.of_questions = lookup.finish().0;
    }

    fn lookup(&self, books: &[&'a Phrasebook]) -> Lookup<'a> {
        Lookup::new(books, &self.used, self.region.language)
    }

    /// A matter; one that is not translated shows what the registers know of it.
    fn matter(&mut self, matter: &'a Matter) -> Matter {
        let shared = [
            &self.texts.questions,
            &self.texts.materials,
            &self.texts.site,
        ];
        let Some(own) = self.texts.guides.get(&matter.file) else {
            return guide::matter(&self.lookup(&shared), matter);
        };
        let mut books = vec![&own.phrases];
        books.extend(shared);
        let lookup = self.lookup(&books);
        let translated = guide::matter(&lookup, matter);
        let (asked, missing) = lookup.finish();
        self.named(&asked);
        self.facts.extend(matter.body.facts().map(str::to_owned));
        self.lacks(Book::Guide(&matter.file), missing);
        let (body, found) = guide::body(matter.verified_on.value, &matter.body, own);
        self.findings.extend(found);
        let body = body.without_title(translated.title.source());
        Matter { body, ..translated }
    }

    /// The communities' own versions; `matters` are the region's, translated.
    fn overlays(&mut self, matters: &[Matter]) -> BTreeMap<String, BTreeMap<String, Matter>> {
        let region = self.region;
        let mut all = BTreeMap::new();
        for (id, versions) in &region.overlays {
            let pairs = region.matters.iter().zip(matters);
            let versions = pairs
                .filter_map(|(of, translated)| Some((of, translated, versions.get(&of.file)?)));
            let versions: BTreeMap<String, Matter> = versions
                .map(|(of, translated, version)| {
                    (of.file.clone(), self.overlay(id, of, translated, version))
                })
                .collect();
            all.insert(id.clone(), versions);
        }
        all
    }

    /// A community's version: its own words from its own books, the others as in the region's version.
    fn overlay(
        &mut self,
        id: &'a str,
        of: &'a Matter,
        translated: &Matter,
        version: &'a Matter,
    ) -> Matter {
        let texts = self.texts;
        let file = version.own.as_ref().map_or("", |own| own.file.as_str());
        let own = texts.guides.get(file);
        let guide = texts.guides.get(&of.file).map(|guide| &guide.phrases);
        let books: Vec<&Phrasebook> = own
            .map(|own| &own.phrases)
            .into_iter()
            .chain(texts.communities.get(id))
            .chain(guide)
            .chain([&texts.questions, &texts.materials, &texts.site])
            .collect();
        let lookup = self.lookup(&books);
        let version = guide::matter(&lookup, version);
        let (asked, mut missing) = lookup.finish();
        if guide.is_some() {
            let known = self.lookup(&[]);
            guide::matter(&known, of);
            let of_guide = known.finish().0;
            missing.retain(|words| !of_guide.contains(words));
            self.named(&asked);
            self.lacks(
                if own.is_some() {
                    Book::Guide(file)
                } else {
                    Book::Community(id)
                },
                missing,
            );
        }
        let mut version = Matter {
            body: translated.body.clone(),
            ..version
        };
        if let (Some(texts), Some(mine)) = (own, version.own.as_mut()) {
            let (body, found) = guide::body(version.verified_on.value, &mine.body, texts);
            mine.body = body;
            self.findings.extend(found);
        }
        version
    }

    /// Notes the local facts in these words.
    fn named(&mut self, words: &BTreeSet<String>) {
        let names = words.iter().flat_map(|text| names_in(text));
        self.facts.extend(names.map(|(_, name)| name.to_owned()));
    }

    /// Notes what is missing: in `book`, unless it belongs to what several guides share.
    fn lacks(&mut self, book: Book<'a>, missing: Vec<String>) {
        for words in missing {
            let book = if self.of_materials.contains(&words) {
                Book::Materials
            } else if self.of_questions.contains(&words) {
                Book::Questions
            } else {
                book
            };
            self.missing.entry(book).or_default().add(words);
        }
    }

    /// What each book lacks, and what it holds in vain.
    fn judge(&mut self) {
        let texts = self.texts;
        let fixed = [
            (Book::Site, &texts.site),
            (Book::Materials, &texts.materials),
            (Book::Questions, &texts.questions),
        ];
        let communities = texts
            .communities
            .iter()
            .map(|(id, book)| (Book::Community(id), book));
        let guides = texts
            .guides
            .iter()
            .map(|(file, guide)| (Book::Guide(file), &guide.phrases));
        for (name, book) in fixed.into_iter().chain(communities).chain(guides) {
            let missing = self.missing.remove(&name).unwrap_or_default();
            self.findings
                .extend(lookup::judge(book, missing, &self.used));
        }
        // Communities without a file of phrases.
        for (name, missing) in std::mem::take(&mut self.missing) {
            if let Book::Community(id) = name {
                let file = format!("communities/{id}.{}.yaml", texts.language);
                self.findings
                    .extend(lookup::judge(&Phrasebook::none(&file), missing, &self.used));
            }
        }
    }
}

fn folder(language: &str) -> &'static str {
    Language::of(language).map_or("zh/", |known| known.folder)
}

/// A finding about a translation.
fn fault(place: Place, fault: TranslationFault) -> Finding {
    Finding::at(place, Problem::from(fault))
}
