//! Codes and file names: each stands for one matter.

use std::collections::BTreeMap;

use super::file;
use crate::diagnostic::{Finding, Problem};
use crate::model::Region;

pub(super) fn check(region: &Region) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut codes: BTreeMap<&str, &str> = BTreeMap::new();
    let mut names: BTreeMap<&str, &str> = BTreeMap::new();
    let mut matters: Vec<_> = region.matters.iter().collect();
    matters.sort_by(|a, b| a.file.cmp(&b.file));
    for matter in matters {
        if let Some(other) = codes.insert(&matter.code.value, &matter.file) {
            let problem = Problem::DuplicateCode {
                code: matter.code.value.clone(),
                other: other.to_owned(),
            };
            findings.push(Finding::at(matter.code.place.clone(), problem));
        }
        if let Some(other) = names.insert(&matter.name, &matter.file) {
            let problem = Problem::DuplicateName {
                name: matter.name.clone(),
                other: other.to_owned(),
            };
            findings.push(Finding::at(file(&matter.file), problem));
        }
    }
    for matter in &region.matters {
        if codes
            .get(matter.name.as_str())
            .is_some_and(|other| *other != matter.file)
        {
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
