//! Judges what was read: one file per group of findings; each takes the model and returns findings.

mod acceptance;
mod address;
mod agents;
mod alike;
mod calendar;
mod cases;
mod choices;
mod codes;
mod counts;
mod dates;
mod ease;
mod example;
mod exempt;
mod facts;
mod files;
mod forms;
mod implied;
mod ledger;
mod local;
mod local_texts;
mod names;
mod numbered;
mod online;
mod outcomes;
mod papers;
mod proofs;
mod references;
mod requirements;
mod routes;
mod rules;
mod scenarios;
mod sense;
mod situations;

use std::collections::BTreeSet;

use jiff::civil::Date;

pub use address::{LONGEST_ADDRESS, matter_address, poster_address};
pub use ease::Ease;
pub use ledger::ledger;
pub use proofs::remarks;
pub use rules::{Compiled, CompiledRules, RuleSet, recompile};
pub use situations::{Survey, survey};

use crate::diagnostic::{Finding, Place, SenseFault, Severity, SiteFault};
use crate::model::{Matter, Region};
use crate::parallel;

/// What one room finds; they know nothing of one another.
type Room<'a> = &'a (dyn Fn() -> Vec<Finding> + Sync);

/// Everything that is wrong with a region, and its guides' rules compiled. `loaded` is what reading it found: a guide
/// that was not read whole is not reasoned about.
pub fn check(region: &Region, today: Date, loaded: &[Finding]) -> (CompiledRules, Vec<Finding>) {
    let mut findings = Vec::new();
    if region.places_read {
        if region.communities.is_empty() {
            findings.push(Finding::nowhere(SiteFault::NoCommunity.into()));
        }
        findings.extend(address::check(region));
        findings.extend(routes::check(region));
        let numbers = local::check(region);
        findings.extend(facts::check(region, &numbers));
        findings.extend(numbers);
    }
    // In turn these would take half of a check's time.
    let simple: [Room<'_>; 10] = [
        &|| codes::check(region),
        &|| codes::replaced(region, today),
        &|| references::check(region),
        &|| files::check(region),
        &|| online::check(region),
        &|| calendar::check(region, today, loaded),
        &|| acceptance::check(region, loaded),
        &|| overdue(region, today).collect(),
        &|| sense::check(region, today),
        &|| names::check(region),
    ];
    let (books, wrong) = rules::compile(region);
    let sound: Vec<&Matter> = sound(region, loaded);
    let guides = numbered::guides(sound.iter().copied(), &books);
    let versions = numbered::versions(region, &sound, &books);
    let reasoned: [Room<'_>; 11] = [
        &|| proofs::check(region, &guides),
        &|| requirements::check(&sound),
        &|| cases::check(region, &guides),
        &|| choices::check(region, &guides),
        &|| exempt::check(region, &versions),
        &|| alike::check(region, &versions),
        &|| implied::check(&sound),
        &|| counts::check(region, &versions),
        &|| scenarios::check(region, &sound, &guides),
        &|| outcomes::check(region, &guides),
        &|| papers::check(region, &sound),
    ];
    let found = parallel::map(&[&simple[..], &reasoned].concat(), |room| room());
    findings.extend(found.into_iter().flatten());
    findings.extend(wrong);
    (books, findings)
}

/// Whether there is nothing to publish.
pub fn nothing(region: &Region) -> Option<Finding> {
    let empty = region.matters.is_empty() && region.unread.is_empty();
    empty.then(|| Finding::nowhere(SiteFault::NoMatter.into()))
}

/// The guides that were read whole, and everything that they refer to.
fn sound<'a>(region: &'a Region, loaded: &[Finding]) -> Vec<&'a Matter> {
    let errors = loaded
        .iter()
        .filter(|finding| finding.severity() == Severity::Error);
    let files: BTreeSet<&str> = errors
        .filter_map(|finding| Some(&*finding.place.as_ref()?.file))
        .collect();
    if files.contains("questions.yaml") || files.contains("materials.yaml") {
        return Vec::new();
    }
    region
        .matters
        .iter()
        .filter(|matter| !files.contains(matter.file.as_str()))
        .collect()
}

/// Guides whose review date is past.
fn overdue(region: &Region, today: Date) -> impl Iterator<Item = Finding> {
    let replaced = region.replaced(today).into_iter();
    let replaced: BTreeSet<&str> = replaced.map(|(gone, _)| gone.file.as_str()).collect();
    region
        .matters
        .iter()
        .filter(move |matter| matter.review_by.value < today)
        .filter(move |matter| !replaced.contains(matter.file.as_str()))
        .map(|matter| {
            let review_by = matter.review_by.value.to_string();
            Finding::at(
                matter.review_by.place.clone(),
                SenseFault::ReviewOverdue { review_by }.into(),
            )
        })
}

/// The first line of a file, for findings about the file as a whole.
fn file(path: &str) -> Place {
    Place::file(path)
}
