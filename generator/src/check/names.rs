//! Names by which residents look for something: each is of one thing.

use std::collections::BTreeMap;

use super::codes;
use crate::diagnostic::{Finding, Place, Problem, SenseFault};
use crate::model::{Region, names_in};

pub(super) fn check(region: &Region) -> Vec<Finding> {
    let mut findings = Vec::new();
    // Versions of a matter have its title.
    let mut titles: BTreeMap<&str, (&str, &str)> = BTreeMap::new();
    for matter in codes::owners_first(region) {
        let (title, code) = (matter.title.source(), matter.code.value.as_str());
        match titles.get(title) {
            Some((other, file)) if *other != code => {
                findings.push(taken(&matter.code.place, title, file));
            }
            Some(_) => {}
            None => {
                titles.insert(title, (code, &matter.file));
            }
        }
    }
    for matter in &region.matters {
        for alias in &matter.aliases {
            if let Some((_, file)) = titles.get(alias.source()) {
                findings.push(taken(&matter.code.place, alias.source(), file));
            }
        }
    }
    let mut names: BTreeMap<&str, &str> = BTreeMap::new();
    for community in &region.communities {
        let (name, file) = (community.name.source(), &*community.place.file);
        if let Some(first) = names.get(name) {
            // Where it begins: nobody wants to see the whole file.
            let Place { file, start, .. } = &community.place;
            findings.push(taken(&Place::new(file, *start..*start), name, first));
        } else {
            names.insert(name, file);
        }
    }
    findings.extend(contacts(region));
    findings
}

/// A number of so few figures is a hotline for all.
const HOTLINE: usize = 6;

/// What two communities have in common although each has its own: who begins a community with the file of another one forgets some of it.
fn contacts(region: &Region) -> Vec<Finding> {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    let mut findings = Vec::new();
    for community in &region.communities {
        // One number is one however it is written.
        let phone = community.consult_phone.source();
        let figures: String = phone.chars().filter(char::is_ascii_digit).collect();
        let address = community.office.address.source();
        let own = [
            (
                phone,
                figures.len() > HOTLINE && !figures.starts_with("400"),
                figures,
            ),
            (address, !address.is_empty(), address.to_owned()),
        ];
        let file = &*community.place.file;
        for (words, is_own, key) in own {
            // What a local fact says is each place's own.
            let is_told = is_own && names_in(words).next().is_none();
            let Some(other) = is_told.then(|| seen.insert(key, file)).flatten() else {
                continue;
            };
            let fault = SenseFault::ContactShared {
                words: words.to_owned(),
                other: other.to_owned(),
            };
            let Place { file, start, .. } = &community.place;
            let place = Place::new(file, *start..*start);
            findings.push(Finding::at(place, Problem::from(fault)));
        }
    }
    findings
}

fn taken(place: &Place, name: &str, other: &str) -> Finding {
    let fault = SenseFault::NameTaken {
        name: name.to_owned(),
        other: other.to_owned(),
    };
    Finding::at(place.clone(), Problem::from(fault))
}
