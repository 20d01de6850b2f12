//! communities/ID/CODE.md: which community does which matter in a way of its own.

use std::collections::{BTreeMap, BTreeSet};

use super::loader::Loader;
use super::overrides::overlay;
use super::text::stem;
use crate::diagnostic::{Finding, OverlayFault, Place, Problem, ReferenceFault, closest};
use crate::model::{Community, Matter, Region};

/// Versions of matters, by community and the guide's file.
pub(super) type Overlays = BTreeMap<String, BTreeMap<String, Matter>>;

impl Loader<'_> {
    /// Lays every overlay over its matter: over the version of its 生效日期, or else over all that have no overlay of their own.
    pub(super) fn overlays(&mut self, paths: &[&str], region: &Region) -> Overlays {
        let mut overlays = Overlays::new();
        let mut named: Vec<(&str, &str, &str)> = paths
            .iter()
            .filter_map(|path| parts(path).map(|(id, name)| (*path, id, name)))
            .collect();
        let is_dated = |path: &str| {
            let text = self.files.read(path).unwrap_or_default();
            super::load::is_dated(&String::from_utf8_lossy(&text))
        };
        let dated: BTreeSet<&str> = named
            .iter()
            .map(|one| one.0)
            .filter(|path| is_dated(path))
            .collect();
        named.sort_by_key(|(path, ..)| !dated.contains(path));
        for (path, id, name) in named {
            let (community, matter) = match target(paths, region, id, name) {
                Ok(Some(target)) => target,
                Ok(None) => continue,
                Err(problem) => {
                    self.findings.push(Finding::at(Place::file(path), problem));
                    continue;
                }
            };
            let guides = overlays.entry(community.id.clone()).or_default();
            let versions = region
                .matters
                .iter()
                .filter(|one| one.code.value == matter.code.value);
            for version in versions {
                let other = guides
                    .get(&version.file)
                    .and_then(|other: &Matter| other.own.as_ref());
                let other = other.map(|own| own.file.clone());
                let special = |file: &String| dated.contains(file.as_str());
                if other.as_ref().is_some_and(special) && !dated.contains(path) {
                    continue;
                }
                let made = self.markdown_file(path, |reader, root, body| {
                    overlay(reader, &root, body, version)
                });
                let Some(made) = made else { continue };
                match other {
                    Some(other) => {
                        let fault = Problem::from(OverlayFault::Twice { other });
                        self.findings.push(Finding::at(Place::file(path), fault));
                    }
                    None => drop(guides.insert(version.file.clone(), made)),
                }
            }
        }
        overlays
    }
}

/// Community and matter that the path names.
pub(super) fn parts(path: &str) -> Option<(&str, &str)> {
    let (id, file) = path.strip_prefix("communities/")?.split_once('/')?;
    (file.ends_with(".md") && !file.contains('/')).then(|| (id, stem(file)))
}

/// What the overlay is for; nothing where a file that could not be read may be meant.
fn target<'r>(
    paths: &[&str],
    region: &'r Region,
    id: &str,
    name: &str,
) -> Result<Option<(&'r Community, &'r Matter)>, Problem> {
    let Some(community) = region.community(id) else {
        if paths.contains(&format!("communities/{id}.yaml").as_str()) {
            return Ok(None);
        }
        let known = region
            .communities
            .iter()
            .map(|community| community.id.as_str());
        let suggestion = closest(id, known);
        return Err(Problem::from(OverlayFault::NoCommunity {
            id: id.to_owned(),
            suggestion,
        }));
    };
    let Some(matter) = region.matter(name) else {
        if region.may_be_unread(name) {
            return Ok(None);
        }
        let names = region
            .matters
            .iter()
            .flat_map(|m| [m.name.as_str(), m.code.value.as_str()]);
        return Err(ReferenceFault::UnknownMatter {
            name: name.to_owned(),
            suggestion: closest(name, names),
        }
        .into());
    };
    if !community.offers(matter) {
        return Err(Problem::from(OverlayFault::NotOffered {
            title: matter.title.source().to_owned(),
        }));
    }
    Ok(Some((community, matter)))
}
