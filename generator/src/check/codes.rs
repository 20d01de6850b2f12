//! Codes and file names: each stands for one matter.

use std::collections::BTreeMap;

use super::file;
use crate::diagnostic::{Finding, Problem};
use crate::model::{Matter, Region};

/// A draft may have the code and the name of the guide whose place it is to take.
pub(super) fn check(region: &Region) -> Vec<Finding> {
    let mut matters: Vec<&Matter> = region.matters.iter().collect();
    matters.sort_by(|a, b| a.file.cmp(&b.file));
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
                Problem::NameIsCode {
                    name: matter.name.clone(),
                },
            ));
        }
    }
    findings
}

/// Codes and names that several of these guides have; returns the last guide of every code.
fn twice<'a>(matters: &[&'a Matter], findings: &mut Vec<Finding>) -> BTreeMap<&'a str, &'a Matter> {
    let mut codes: BTreeMap<&str, &Matter> = BTreeMap::new();
    let mut names: BTreeMap<&str, &Matter> = BTreeMap::new();
    for matter in matters {
        if let Some(other) = codes.insert(&matter.code.value, matter) {
            let problem = Problem::DuplicateCode {
                code: matter.code.value.clone(),
                other: other.file.clone(),
            };
            findings.push(Finding::at(matter.code.place.clone(), problem));
        }
        if let Some(other) = names.insert(&matter.name, matter) {
            let problem = Problem::DuplicateName {
                name: matter.name.clone(),
                other: other.file.clone(),
            };
            findings.push(Finding::at(file(&matter.file), problem));
        }
    }
    codes
}
