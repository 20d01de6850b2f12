//! Codes and file names: each stands for one matter.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::file;
use crate::diagnostic::{At, Finding, Problem, ReferenceFault, VersionFault};
use crate::model::{Matter, Region};

/// A draft may have the code and the name of the guide whose place it is to take.
pub(super) fn check(region: &Region) -> Vec<Finding> {
    let matters = owners_first(region);
    let (published, drafts): (Vec<&Matter>, Vec<&Matter>) = matters
        .into_iter()
        .partition(|matter| matter.draft.is_none());
    let mut findings = Vec::new();
    let codes = twice(&published, &mut findings);
    twice(&drafts, &mut findings);
    for matter in &region.matters {
        let other = codes.get(matter.name.as_str());
        if other.is_some_and(|other| other.file != matter.file) {
            findings.push(Finding::at(
                file(&matter.file),
                ReferenceFault::NameIsCode {
                    name: matter.name.clone(),
                }
                .into(),
            ));
        }
    }
    findings
}

/// All guides. Whose code hangs on walls already comes first: a newcomer is told what is taken.
pub(super) fn owners_first(region: &Region) -> Vec<&Matter> {
    let mut matters: Vec<&Matter> = region.matters.iter().collect();
    let owners = owners(region);
    let is_new = |matter: &Matter| !owners.contains(&(&*matter.code.value, &*matter.name));
    matters.sort_by(|a, b| (is_new(a), &a.file).cmp(&(is_new(b), &b.file)));
    matters
}

/// Codes that were published, each with the names of the guides that had it.
fn owners(region: &Region) -> BTreeSet<(&str, &str)> {
    let posters = region.ledger.iter().flat_map(|ledger| &ledger.posters);
    posters
        .map(|(published, entry)| (published.code.as_str(), entry.matter.as_str()))
        .collect()
}

/// Codes and names that several of these guides have; returns the last guide of every code.
fn twice<'a>(matters: &[&'a Matter], findings: &mut Vec<Finding>) -> BTreeMap<&'a str, &'a Matter> {
    let mut codes: BTreeMap<&str, &Matter> = BTreeMap::new();
    let mut names: BTreeMap<&str, &Matter> = BTreeMap::new();
    let mut days: BTreeMap<(&str, Option<Date>), &Matter> = BTreeMap::new();
    for matter in matters {
        let code = matter.code.value.as_str();
        if let Some(other) = days.insert((code, matter.from()), matter) {
            findings.push(same_version(matter, other));
        }
        let other = codes.insert(code, matter);
        if let Some(other) = other.filter(|other| other.name != matter.name) {
            findings.extend(other_name(matter, other));
        }
        let other = names.insert(&matter.name, matter);
        // Guides of one code were judged above.
        if let Some(other) = other.filter(|other| other.code.value != code) {
            let problem = ReferenceFault::DuplicateName {
                name: matter.name.clone(),
                other: other.file.clone(),
            }
            .into();
            findings.push(Finding::at(file(&matter.file), problem));
        }
    }
    codes
}

/// Two guides that would hold at once.
fn same_version(matter: &Matter, other: &Matter) -> Finding {
    let (code, other) = (matter.code.value.clone(), other.file.clone());
    match &matter.effective {
        None => Finding::at(
            matter.code.place.clone(),
            ReferenceFault::DuplicateCode { code, other }.into(),
        ),
        Some(At { value, place }) => {
            let day = value.to_string();
            let fault = VersionFault::SameDay { code, day, other };
            Finding::at(place.clone(), Problem::from(fault))
        }
    }
}

/// Versions of a matter are known by its name. Two guides without a day were reported as having one code.
fn other_name(matter: &Matter, other: &Matter) -> Option<Finding> {
    let (later, earlier) = if matter.from() < other.from() {
        (other, matter)
    } else {
        (matter, other)
    };
    let day = later.effective.as_ref()?;
    let (folder, _) = later.file.rsplit_once('/')?;
    let fault = VersionFault::OtherName {
        code: later.code.value.clone(),
        other: earlier.file.clone(),
        called: format!("{folder}/{}.{}.md", earlier.name, day.value),
    };
    Some(Finding::at(day.place.clone(), Problem::from(fault)))
}

/// Guides that others have replaced.
pub(super) fn replaced(region: &Region, today: Date) -> Vec<Finding> {
    let gone = region.replaced(today).into_iter();
    let finding = |(matter, by): (&Matter, &Matter)| {
        let fault = VersionFault::Replaced {
            day: by.from()?.to_string(),
            by: by.file.clone(),
        };
        let place = matter.code.place.clone();
        Some(Finding::at(place, Problem::from(fault)))
    };
    gone.filter_map(finding).collect()
}
