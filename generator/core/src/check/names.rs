//! Names by which residents look for something: each is of one thing.

use std::collections::BTreeMap;

use super::codes;
use crate::diagnostic::{Finding, Place, Problem, SenseFault};
use crate::model::Region;

pub(super) fn check(region: &Region) -> Vec<Finding> {
    let mut findings = Vec::new();
    // Versions of a matter have its title.
    let mut titles: BTreeMap<&str, (&str, &str)> = BTreeMap::new();
    for matter in codes::owners_first(region) {
        let (title, code) = (matter.title.source(), matter.code.value.as_str());
        match titles.get(title) {
            Some((other, file)) if *other != code => {
                findings.push(taken(&matter.names_at.title, title, file));
            }
            Some(_) => {}
            None => {
                titles.insert(title, (code, &matter.file));
            }
        }
    }
    for matter in &region.matters {
        for (alias, place) in matter.aliases.iter().zip(&matter.names_at.aliases) {
            if let Some((_, file)) = titles.get(alias.source()) {
                findings.push(taken(place, alias.source(), file));
            }
        }
    }
    let mut names: BTreeMap<&str, &str> = BTreeMap::new();
    for community in &region.communities {
        let (name, file) = (community.name.source(), &*community.place.file);
        if let Some(first) = names.get(name) {
            findings.push(taken(&community.name_at, name, first));
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
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    let mut findings = Vec::new();
    for community in &region.communities {
        let contacts = community.contacts.iter();
        let own = contacts.filter(|own| own.key.len() > HOTLINE && !own.key.starts_with("400"));
        for contact in own {
            if let Some(other) = seen.insert(&contact.key, &community.place.file) {
                let fault = SenseFault::ContactShared {
                    words: contact.written.clone(),
                    other: other.to_owned(),
                };
                findings.push(Finding::at(contact.place.clone(), Problem::from(fault)));
            }
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
