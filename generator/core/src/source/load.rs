//! The whole content folder: every file is read, everything wrong is collected, nothing stops at the first fault.

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::sync::Arc;

use super::decode::{Mentions, Reader};
use super::guide::{self, Registers};
use super::keys::Key;
use super::loader::{Loader, split};
use super::overlay::{self, Overlays};
use super::site::{self, Site};
use super::yaml::Node;
use super::{Entry, World, allow, community, keys, ledger, register, strays, text, translation};
use crate::diagnostic::{Allowed, At, Finding, Place, ReadingFault, SiteFault, Sources};
use crate::model::{
    BaseUrl, Bracketed, Community, Draft, Keys, LEDGER, Ledger, Matter, Page, Region, Route,
};
use crate::schema::PAGE;

/// What was read, as far as it could be.
#[derive(Debug)]
pub struct Loaded {
    /// The region; `None` when there is nothing to speak of.
    pub region: Option<Region>,
    /// What was wrong.
    pub findings: Vec<Finding>,
    /// The warnings that are let pass.
    pub allowed: Vec<Allowed>,
    /// The texts that findings point into.
    pub sources: Sources,
}

/// Reads the content folder of `world`; `folder` is its name for messages.
pub fn load(world: &World<'_>, folder: &str) -> Loaded {
    let nothing = |problem| Loaded {
        region: None,
        findings: vec![Finding::nowhere(problem)],
        allowed: Vec::new(),
        sources: Sources::new(),
    };
    let empty = || {
        ReadingFault::ContentEmpty {
            folder: folder.to_owned(),
        }
        .into()
    };
    let entries = match strays::listed(world.content) {
        Ok(entries) if entries.is_empty() => return nothing(empty()),
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return nothing(empty()),
        Err(error) => {
            let reason = error.into();
            return nothing(ReadingFault::Unreadable { reason }.into());
        }
    };
    let mut loader = Loader {
        files: world.content,
        findings: Vec::new(),
        sources: Sources::new(),
        mentions: Mentions::default(),
        allowed: Vec::new(),
    };
    let region = loader.region(&entries);
    Loaded {
        region: Some(region),
        findings: loader.findings,
        allowed: loader.allowed,
        sources: loader.sources,
    }
}

/// The folders of pages in further languages.
fn languages() -> impl Iterator<Item = String> {
    keys::LANGUAGE_NAMES
        .iter()
        .map(|(_, _, language)| (*language).to_owned())
}

/// What came of the guides.
#[derive(Default)]
struct Guides {
    matters: Vec<Matter>,
    drafts: Vec<Draft>,
    /// Names and codes of those that could not be read, drafts left aside.
    unread: BTreeSet<String>,
}

impl Loader<'_> {
    fn region(&mut self, entries: &[Entry]) -> Region {
        for entry in entries {
            if let Some((target, fault)) = &entry.unusable {
                let problem = ReadingFault::LinkUnusable {
                    target: target.clone(),
                    fault: *fault,
                }
                .into();
                self.found(Place::file(&entry.path), problem);
            }
        }
        let inside: Vec<&Entry> = entries
            .iter()
            .filter(|e| e.unusable.is_none() && !self.is_for_staff(&e.path))
            .collect();
        let inside = self.without_copies(&inside);
        let (texts, paths): (Vec<&str>, Vec<&str>) = inside
            .iter()
            .map(|e| e.path.as_str())
            .partition(|path| is_text_of(path));
        for path in paths.iter().filter(|path| !is_used(path)) {
            self.found(Place::file(path), ReadingFault::FileUnused.into());
        }
        let site = self.site(&paths);
        let registers = self.registers(&paths, site.as_ref());
        let communities = self.communities(&paths, site.as_ref());
        let places_read = site.is_some() && communities.iter().all(Option::is_some);
        let site = site.unwrap_or_default();
        let Guides {
            matters,
            drafts,
            mut unread,
        } = self.matters(&paths, &registers);
        unread.extend(
            entries
                .iter()
                .filter(|e| e.unusable.is_some())
                .map(|e| e.path.clone()),
        );
        let pages = self.pages(&paths);
        let ledger = self.ledger(&paths);
        let languages: Vec<&'static str> = site.languages.iter().map(|one| one.value).collect();
        let translations = self.translations(&languages, &paths, &texts);
        let files = inside
            .iter()
            .filter(|e| e.path.starts_with("files/"))
            .map(|e| (e.path.clone(), e.bytes))
            .collect();
        let base_url = match site.base_url {
            Some(written) => At {
                value: BaseUrl::parse(&written.value),
                place: written.place,
            },
            None => At {
                value: Err(SiteFault::BaseUrlMissing.into()),
                place: Place::file("site.yaml"),
            },
        };
        let mut region = Region {
            name: site.name,
            base_url,
            language: languages.first().copied().unwrap_or("zh"),
            languages: site.languages,
            translations,
            categories: site.categories,
            life_events: site.life_events,
            holidays: site.holidays,
            local_facts: site.local_facts,
            disclaimer: site.disclaimer,
            venues: site.venues,
            communities: communities.into_iter().flatten().collect(),
            materials: registers
                .materials
                .unwrap_or_default()
                .into_iter()
                .filter_map(|(id, m)| Some((id, m?)))
                .collect(),
            index: Region::index_of(&matters),
            keys: Keys::of(&matters),
            matters,
            coming: BTreeMap::new(),
            pages,
            files,
            places_read,
            unread,
            partial: false,
            ledger,
            drafts,
            overlays: Overlays::new(),
            named_facts: Vec::new(),
            bracketed: Vec::new(),
        };
        region.overlays = self.overlays(&paths, &region);
        (region.named_facts, region.bracketed) = self.mentioned();
        region
    }

    /// What words say of local facts, in their order; what else files say is put aside.
    fn mentioned(&mut self) -> (Vec<At<String>>, Vec<At<Bracketed>>) {
        let Mentions {
            mut facts,
            mut bracketed,
            mut allowed,
        } = std::mem::take(&mut self.mentions);
        // A link names the facts of its words too.
        facts.sort_by(|one, other| one.place.cmp(&other.place));
        facts.dedup();
        bracketed.sort_by(|one, other| one.place.cmp(&other.place));
        bracketed.dedup();
        // An overlay is read once for each version of its matter.
        allowed.sort_by(|one, other| one.entry.place.cmp(&other.entry.place));
        allowed.dedup();
        self.allowed = allowed;
        (facts, bracketed)
    }

    fn site(&mut self, paths: &[&str]) -> Option<Site> {
        if !paths.contains(&"site.yaml") {
            self.findings
                .push(Finding::nowhere(ReadingFault::SiteMissing.into()));
            return None;
        }
        self.yaml_file("site.yaml", site::site)
    }

    fn registers(&mut self, paths: &[&str], site: Option<&Site>) -> Registers {
        Registers {
            site: site.map(|site| (site.categories.clone(), site.life_events.clone())),
            materials: self.register(paths, "materials.yaml", register::materials),
            questions: self.register(paths, "questions.yaml", register::questions),
        }
    }

    /// An optional file: empty when there is none, `None` when it could not be read.
    fn register<T: Default>(
        &mut self,
        paths: &[&str],
        path: &str,
        read: impl FnOnce(&Reader, &Node) -> T,
    ) -> Option<T> {
        if paths.contains(&path) {
            self.yaml_file(path, read)
        } else {
            Some(T::default())
        }
    }

    /// Every community; `None` stands for one that could not be read.
    fn communities(&mut self, paths: &[&str], site: Option<&Site>) -> Vec<Option<Community>> {
        let hours = site.map(|site| site.hours.clone()).unwrap_or_default();
        let own = site.and_then(|site| site.community.clone());
        let mut communities: Vec<Option<Community>> = own.map(Some).into_iter().collect();
        for path in paths {
            let Some(name) = path
                .strip_prefix("communities/")
                .and_then(|rest| rest.strip_suffix(".yaml"))
            else {
                continue;
            };
            if name.contains('/') {
                continue;
            }
            let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
            let mut folders = Route::folders().into_iter().chain(languages());
            let taken = folders.any(|folder| folder == name);
            if taken || name.is_empty() || !name.bytes().all(fits) {
                self.found(
                    Place::file(path),
                    SiteFault::CommunityId {
                        name: name.to_owned(),
                        taken,
                    }
                    .into(),
                );
            }
            let read = self.yaml_file(path, |reader, root| {
                community::community(reader, name, root, &hours)
            });
            communities.push(read.flatten());
        }
        for path in paths {
            self.own_sheet(path, &mut communities);
        }
        communities
    }

    /// A community's own template of a sheet.
    fn own_sheet(&mut self, path: &str, communities: &mut [Option<Community>]) {
        let Some((id, template)) = path.strip_prefix("communities/").and_then(own_sheet) else {
            return;
        };
        let Some(community) = communities
            .iter_mut()
            .flatten()
            .find(|community| community.id == id)
        else {
            return self.found(Place::file(path), ReadingFault::FileUnused.into());
        };
        if let Some((_, text)) = self.text(path) {
            community
                .sheets
                .insert(template.to_owned(), text.to_string());
        }
    }

    /// What was published before: nothing without a ledger, `None` when there is one that cannot be understood.
    fn ledger(&mut self, paths: &[&str]) -> Option<Ledger> {
        if !paths.contains(&LEDGER) {
            return Some(Ledger::default());
        }
        let (file, text) = self.text_up_to(text::LEDGER_LIMIT, LEDGER)?;
        let reader = Reader::new(&file, &text);
        let ledger = ledger::ledger(&reader);
        self.finish(reader);
        ledger
    }

    fn matters(&mut self, paths: &[&str], registers: &Registers) -> Guides {
        let guides: Vec<&str> = paths
            .iter()
            .copied()
            .filter(|p| p.starts_with("matters/") && is_used(p))
            .collect();
        let mut found = Guides::default();
        let read = |reader: &Reader, root, body| {
            guide::matter(reader, text::stem(&reader.file), &root, body, registers)
        };
        for (file, matter) in self.read_all(&guides, read) {
            let text = self.sources.get(&file).map_or("", |text| text);
            let draft = match &matter {
                Some(matter) => matter.draft.clone().map(|place| Draft {
                    name: matter.name.clone(),
                    code: matter.code.value.clone(),
                    place,
                }),
                None => written_draft(&file, text),
            };
            if matter.is_none() && draft.is_none() {
                found.unread.insert(text::stem(&file).to_owned());
                // Without a code to be seen, any code may be meant.
                found.unread.insert(written_code(text).unwrap_or_default());
            }
            found.drafts.extend(draft);
            found.matters.extend(matter);
        }
        found.matters.sort_by(|a, b| {
            (&a.code.value, a.from(), &a.file).cmp(&(&b.code.value, b.from(), &b.file))
        });
        found
    }

    fn pages(&mut self, paths: &[&str]) -> Vec<Page> {
        let pages = paths
            .iter()
            .filter(|p| p.starts_with("pages/") && is_used(p));
        pages.filter_map(|path| self.page(path)).collect()
    }

    pub(super) fn page(&mut self, path: &str) -> Option<Page> {
        let (file, text) = self.text(path)?;
        let reader = Reader::new(&file, &text);
        let page = page(&reader, path);
        self.finish(reader);
        page
    }
}

fn page(reader: &Reader, path: &str) -> Option<Page> {
    let (root, body) = split(reader)?;
    let table = reader.table("", &root, &PAGE)?;
    allow::read(&table);
    let title = table.required_text(keys::TITLE)?;
    Some(Page {
        file: path.to_owned(),
        name: text::stem(path).to_owned(),
        title,
        body,
    })
}

/// Whether some part of the site is made of the file at `path`.
pub(super) fn is_used(path: &str) -> bool {
    match path.split_once('/') {
        None => matches!(
            path,
            "site.yaml" | "materials.yaml" | "questions.yaml" | LEDGER
        ),
        Some(("communities", name)) => {
            let table = name.ends_with(".yaml") && !name.contains('/');
            table || overlay::parts(path).is_some() || own_sheet(name).is_some()
        }
        Some(("matters", name)) => name.ends_with(".md"),
        Some(("pages", name)) => name.ends_with(".md") && !name.contains('/'),
        // Drawings are what files are made from (`onetrip draw`); they are not published.
        Some(("drawings", name)) => name.ends_with(".svg"),
        Some((folder, _)) => folder == "files",
    }
}

/// Whether the file holds texts in a further language.
fn is_text_of(path: &str) -> bool {
    translation::language_of(path).is_some() && !path.starts_with("files/")
}

/// Community and template of a path below `communities/` such as `wenyuan/print/poster.svg`.
fn own_sheet(path: &str) -> Option<(&str, &str)> {
    let (community, template) = path.split_once("/print/")?;
    let fits = !community.contains('/') && !template.contains('/') && template.ends_with(".svg");
    fits.then_some((community, template))
}

/// The code of a guide that could not be read, as far as a glance tells.
fn written_code(text: &str) -> Option<String> {
    let (_, code) = written(text, keys::CODE)?;
    (code.len() > 1 && code.bytes().all(|b| b.is_ascii_alphanumeric())).then(|| code.to_owned())
}

/// The draft that a guide is which could not be read, as far as a glance tells.
fn written_draft(file: &Arc<str>, text: &str) -> Option<Draft> {
    let (line, word) = written(text, keys::DRAFT)?;
    let mut words = keys::YES_NO.iter();
    let yes = words.any(|(zh, en, yes)| *yes && [*zh, *en].contains(&word));
    let start = line.as_ptr() as usize - text.as_ptr() as usize;
    yes.then(|| Draft {
        name: text::stem(file).to_owned(),
        code: written_code(text).unwrap_or_default(),
        place: Place::new(file, start..start + line.len()),
    })
}

/// Whether an overlay speaks of one version of its matter.
pub(super) fn is_dated(text: &str) -> bool {
    written(text, keys::EFFECTIVE).is_some()
}

/// The line that a key seems to begin, and its value.
fn written(text: &str, key: Key) -> Option<(&str, &str)> {
    let begins = |line: &&str| line.starts_with(key.zh) || line.starts_with(key.en);
    let line = text.lines().find(begins)?;
    Some((line, line.split_once([':', '：'])?.1.trim()))
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;
    use std::io::{self, ErrorKind};

    use jiff::civil::date;

    use super::super::{Entry, Files, NoFonts, World, load_theme};
    use super::load;
    use crate::diagnostic::Finding;

    /// A folder that cannot be listed.
    struct Locked;

    impl Files for Locked {
        fn list(&self) -> io::Result<Vec<Entry>> {
            Err(ErrorKind::PermissionDenied.into())
        }

        fn read(&self, _: &str) -> io::Result<Cow<'_, [u8]>> {
            Err(ErrorKind::PermissionDenied.into())
        }
    }

    #[test]
    fn a_folder_that_cannot_be_read_is_not_an_empty_one() {
        let world = World {
            content: &Locked,
            themes: vec![&Locked],
            today: date(2026, 11, 22),
            fonts: &NoFonts,
            earlier: None,
        };
        let ids = |findings: Vec<Finding>| -> Vec<&'static str> {
            let ids = findings.iter().map(|finding| finding.problem.id());
            ids.collect()
        };
        assert_eq!(ids(load(&world, "content").findings), ["unreadable"]);
        assert_eq!(ids(load_theme(&world).1), ["unreadable"]);
    }
}
