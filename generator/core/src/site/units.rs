//! What pages are made from, in units that are made together: a matter in a community and a language, and a community in a language.
//!
//! A unit's key says all that its pages may depend on. That is drawn wider than need be, so that nothing is forgotten: everything but
//! the texts below the front matter of other guides and the files of other communities. What is of no community is always made.

use std::collections::BTreeMap;

use super::Options;
use crate::model::LEDGER;
use crate::output::hex_digest;
use crate::parallel;
use crate::source::{Entry, Files, World, body_of, listed};

/// The digests of which keys are made.
#[derive(Clone, Debug)]
pub struct InputDigests {
    /// Everything that all pages may depend on.
    common: String,
    /// Of each community, by id: its table, its overlays and its sheets.
    communities: BTreeMap<String, String>,
    /// The texts of guides, by the name that a guide's versions and translations share.
    bodies: BTreeMap<String, String>,
    /// What only the site as a whole depends on.
    attachments: String,
    ledger: String,
}

/// Where the bytes of a file count.
enum Part<'p> {
    Common,
    Community(&'p str),
    Guide(&'p str),
    Attachment,
    Ledger,
}

fn part(path: &str) -> Part<'_> {
    match path.split_once('/') {
        None if path == LEDGER => Part::Ledger,
        Some(("communities", rest)) => {
            Part::Community(rest.split(['.', '/']).next().unwrap_or(rest))
        }
        Some(("matters", _)) if path.ends_with(".md") => Part::Guide(family(path)),
        Some(("files", _)) => Part::Attachment,
        _ => Part::Common,
    }
}

/// A guide's path up to its first dot: its versions and translations have the same.
fn family(path: &str) -> &str {
    let name = path.rfind('/').map_or(0, |at| at + 1);
    let end = path[name..].find('.').map_or(path.len(), |at| name + at);
    &path[..end]
}

/// Lines that name files and their bytes.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn add(&mut self, path: &str, digest: &str) {
        for part in [digest, " ", path, "\n"] {
            self.0.push_str(part);
        }
    }

    fn digest(self) -> String {
        hex_digest(self.0.as_bytes())
    }
}

impl InputDigests {
    /// Reads and hashes everything; none where something cannot be read, so that it is told when the content is read.
    pub fn read(world: &World<'_>, options: &Options) -> Option<Self> {
        let mut common = Lines::default();
        common.add("day", &world.today.to_string());
        let Options {
            folder,
            base_url,
            community,
            share,
            print,
            drafts,
            sheets_elsewhere,
            typed: _,
            codes: _,
            inputs: _,
            table: _,
            standing: _,
            program,
            press: _,
        } = options;
        common.add("program", program);
        common.add(
            "options",
            &format!("{folder:?} {base_url:?} {community:?} {share:?} {print:?} {drafts} {sheets_elsewhere}"),
        );
        for theme in &world.themes {
            for file in all(*theme, false)? {
                common.add(&file.entry.path, &file.head);
            }
            common.add("theme", "");
        }
        let mut communities: BTreeMap<String, Lines> = BTreeMap::new();
        let mut bodies: BTreeMap<String, Lines> = BTreeMap::new();
        let (mut attachments, mut ledger) = (Lines::default(), String::new());
        for Hashed { entry, head, body } in all(world.content, true)? {
            let path = &*entry.path;
            if entry.unusable.is_some() {
                common.add(path, &head);
            }
            match part(path) {
                Part::Common => common.add(path, &head),
                Part::Community(id) => {
                    // That there is one, all may know.
                    common.add(path, "");
                    communities
                        .entry(id.to_owned())
                        .or_default()
                        .add(path, &head);
                }
                Part::Guide(name) => {
                    common.add(path, &head);
                    bodies.entry(name.to_owned()).or_default().add(path, &body);
                }
                Part::Attachment => {
                    common.add(path, &entry.bytes.to_string());
                    attachments.add(path, &head);
                }
                Part::Ledger => ledger = head,
            }
        }
        let digests = |lines: BTreeMap<String, Lines>| {
            let all = lines.into_iter();
            all.map(|(name, lines)| (name, lines.digest())).collect()
        };
        Some(Self {
            common: common.digest(),
            communities: digests(communities),
            bodies: digests(bodies),
            attachments: attachments.digest(),
            ledger,
        })
    }

    /// The key of the unit of a guide, or without one of the pages that a community has beside those. The ledger is in none: what ended has pages
    /// that are always made.
    pub(super) fn key(&self, locale: &str, community: &str, guide: Option<&str>) -> String {
        let mut lines = Lines::default();
        lines.add("common", &self.common);
        lines.add("locale", locale);
        let of = |all: &BTreeMap<String, String>, name: &str| all.get(name).cloned();
        lines.add(
            community,
            &of(&self.communities, community).unwrap_or_default(),
        );
        if let Some(guide) = guide {
            lines.add(guide, &of(&self.bodies, family(guide)).unwrap_or_default());
        }
        lines.digest()
    }

    /// All of it, with the ledger that a build has written, if it has.
    pub fn whole(&self, ledger: Option<&str>) -> String {
        let written = ledger.map(|text| hex_digest(text.as_bytes()));
        let mut lines = Lines::default();
        lines.add("common", &self.common);
        lines.add("attachments", &self.attachments);
        lines.add("ledger", &written.unwrap_or_else(|| self.ledger.clone()));
        for (name, digest) in self.communities.iter().chain(&self.bodies) {
            lines.add(name, digest);
        }
        lines.digest()
    }
}

/// A file that was hashed.
struct Hashed {
    entry: Entry,
    /// Of a guide its front matter; of other files all.
    head: String,
    /// Of a guide what stands below its front matter.
    body: String,
}

/// Every file, hashed one by one: what lies beside the guides may be large.
fn all(files: &dyn Files, guides: bool) -> Option<Vec<Hashed>> {
    let entries = listed(files).ok()?;
    let hashed = |entry: Entry| {
        if let Some(unusable) = &entry.unusable {
            let (head, body) = (format!("{unusable:?}"), String::new());
            return Some(Hashed { entry, head, body });
        }
        let bytes = files.read(&entry.path).ok()?;
        let split = match part(&entry.path) {
            Part::Guide(_) if guides => body_of(&bytes),
            _ => bytes.len(),
        };
        let [head, body] = [&bytes[..split], &bytes[split..]].map(hex_digest);
        Some(Hashed { entry, head, body })
    };
    parallel::map_each(entries, hashed).into_iter().collect()
}

/// The name of a unit.
pub(super) fn name(locale: &str, community: &str, guide: Option<&str>) -> String {
    format!("{locale} {community} {}", guide.unwrap_or_default())
}

/// The community and the guide of a unit of this language.
pub(super) fn parts<'n>(name: &'n str, locale: &str) -> Option<(&'n str, Option<&'n str>)> {
    let rest = name.strip_prefix(locale)?.strip_prefix(' ')?;
    let (community, guide) = rest.split_once(' ')?;
    Some((community, Some(guide).filter(|guide| !guide.is_empty())))
}

#[cfg(test)]
mod tests {
    use super::family;

    #[test]
    fn versions_and_translations_are_of_one_guide() {
        for path in [
            "matters/a/b.md",
            "matters/a/b.en.md",
            "matters/a/b.2027.en.md",
        ] {
            assert_eq!(family(path), "matters/a/b");
        }
        assert_eq!(family("matters/a.b/c.md"), "matters/a.b/c");
    }
}
