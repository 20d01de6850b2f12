//! communities/ID/CODE.md: which community does which matter in a way of its own.

use std::collections::BTreeMap;

use super::loader::Loader;
use super::overrides::overlay;
use super::text::stem;
use crate::diagnostic::{Finding, OverlayFault, Place, Problem, closest};
use crate::model::{Community, Matter, Region};

/// Versions of matters, by community and the guide's file.
pub(super) type Overlays = BTreeMap<String, BTreeMap<String, Matter>>;

impl Loader<'_> {
    /// Lays every overlay over its matter.
    pub(super) fn overlays(&mut self, paths: &[&str], region: &Region) -> Overlays {
        let mut overlays = Overlays::new();
        for path in paths {
            let Some((id, name)) = parts(path) else {
                continue;
            };
            let (community, matter) = match target(paths, region, id, name) {
                Ok(Some(target)) => target,
                Ok(None) => continue,
                Err(problem) => {
                    self.findings.push(Finding::at(Place::file(path), problem));
                    continue;
                }
            };
            let made = self.markdown_file(path, |reader, root, body| {
                overlay(reader, &root, body, matter)
            });
            let guides = overlays.entry(community.id.clone()).or_default();
            if let Some(other) = guides.get(&matter.file) {
                let other = other
                    .own
                    .as_ref()
                    .map(|own| own.file.clone())
                    .unwrap_or_default();
                let fault = Problem::Overlay(OverlayFault::Twice { other });
                self.findings.push(Finding::at(Place::file(path), fault));
            } else if let Some(made) = made {
                guides.insert(matter.file.clone(), made);
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
        return Err(Problem::Overlay(OverlayFault::NoCommunity {
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
        return Err(Problem::UnknownMatter {
            name: name.to_owned(),
            suggestion: closest(name, names),
        });
    };
    if !community.offers(matter) {
        return Err(Problem::Overlay(OverlayFault::NotOffered {
            title: matter.title.source().to_owned(),
        }));
    }
    Ok(Some((community, matter)))
}
