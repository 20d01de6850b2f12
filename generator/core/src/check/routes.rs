//! Addresses that two things of the content would share: told where the later one gets its name.

use std::collections::{BTreeMap, BTreeSet};

use super::file;
use crate::diagnostic::{Finding, Origin, Place, SiteFault};
use crate::model::{PublishedCode, Region, Route};

pub(super) fn check(region: &Region) -> Vec<Finding> {
    // Every folder of a community has the same pages, so one stands for all; a site of one community has them at its top.
    let folders: BTreeSet<&str> = region
        .communities
        .iter()
        .map(|community| if community.id.is_empty() { "" } else { "x" })
        .collect();
    let mut places = Places::default();
    for route in Route::fixed("") {
        // The top of a region is no community's: it has a home of its own, no plan, no screen, and nothing to find out.
        let of_a_community = [Route::plan(""), Route::find(""), Route::screen("")];
        if folders.contains("") || !of_a_community.contains(&route) {
            places.take(&route, None, None);
        }
    }
    let mut findings = Vec::new();
    for folder in folders {
        for route in Route::fixed(folder) {
            places.take(&route, None, None);
        }
        for matter in &region.matters {
            let route = Route::code(&PublishedCode::new(folder, &matter.code.value));
            let taken = places.take(&route, Some(&matter.file), Some(matter.code.place.clone()));
            // Two guides with one code are reported as that.
            findings.extend(taken.filter(|_| !twice(region, &matter.code.value)));
        }
        for (id, material) in &region.materials {
            let Some(page) = &material.page else { continue };
            let route = Route::paper(folder, &page.value);
            // All of them are made of one file: what tells them apart is the paper.
            findings.extend(places.take(&route, Some(id), Some(page.place.clone())));
        }
    }
    // A code may hang on walls, so it is the page that goes elsewhere.
    for page in &region.pages {
        let (route, place) = (Route::Page(page.name.clone()), file(&page.file));
        findings.extend(places.take(&route, Some(&page.file), Some(place)));
    }
    findings
}

fn twice(region: &Region, code: &str) -> bool {
    let same = region.matters.iter().filter(|m| m.code.value == code);
    same.count() > 1
}

/// What lies where.
#[derive(Default)]
struct Places(BTreeMap<String, Origin>);

impl Places {
    fn take(&mut self, route: &Route, of: Option<&str>, place: Option<Place>) -> Option<Finding> {
        let origin = route.origin(of);
        let path = route.path();
        let Some(first) = self.0.get(&path) else {
            self.0.insert(path, origin);
            return None;
        };
        let name = path.rsplit('/').next().unwrap_or(&path).to_owned();
        let fault = SiteFault::path_taken(name, first.clone(), origin);
        Some(Finding::at(place?, fault.into()))
    }
}
