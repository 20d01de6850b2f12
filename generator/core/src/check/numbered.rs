//! A guide whose rules compare with local facts is one guide for each set of their values: compiled once a set, proved in each.
//! What holds in some communities only is told with their names and numbers.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::rules::{CompiledRules, RuleSet};
use crate::diagnostic::{Finding, LocalNumbers};
use crate::model::{Community, Matter, Region};
use crate::parallel;

/// A guide, or what a community makes of it, where local facts say one set of numbers.
pub(super) struct Numbered<'a> {
    pub(super) matter: Cow<'a, Matter>,
    pub(super) set: &'a RuleSet,
    /// The community whose own version it is.
    own: Option<&'a str>,
}

/// A set of numbers, and what is found with it.
pub(super) type Judged<'a> = (&'a RuleSet, Vec<Finding>);

/// These guides with every set of numbers; those of which nothing could be compiled are left out.
pub(super) fn guides<'a>(
    matters: impl IntoIterator<Item = &'a Matter>,
    books: &'a CompiledRules,
) -> Vec<Numbered<'a>> {
    let all = matters.into_iter().flat_map(|matter| {
        books.sets(&matter.file).iter().map(move |set| Numbered {
            matter: matter.with_numbers(&set.numbers),
            set,
            own: None,
        })
    });
    all.collect()
}

/// These guides and what communities make of them.
pub(super) fn versions<'a>(
    region: &'a Region,
    matters: &[&'a Matter],
    books: &'a CompiledRules,
) -> Vec<Numbered<'a>> {
    let mut all = guides(matters.iter().copied(), books);
    for (id, own) in &region.overlays {
        for matter in matters {
            let version = own.get(&matter.file);
            let set = books.set(&matter.file, id);
            all.extend(version.zip(set).map(|(version, set)| Numbered {
                matter: version.with_numbers(&set.numbers),
                set,
                own: Some(id),
            }));
        }
    }
    all
}

/// What is found in these cases.
pub(super) fn judge(
    region: &Region,
    cases: &[Numbered<'_>],
    of: impl Fn(&Numbered<'_>) -> Vec<Finding> + Sync + Send,
) -> Vec<Finding> {
    let found: Vec<Vec<Finding>> = parallel::map(cases, of);
    let mut sets: BTreeMap<(&str, Option<&str>), Vec<Judged<'_>>> = BTreeMap::new();
    for (case, found) in cases.iter().zip(found) {
        let version = (case.matter.file.as_str(), case.own);
        sets.entry(version).or_default().push((case.set, found));
    }
    let told = sets.into_values().flat_map(|sets| tell(region, sets));
    told.collect()
}

/// What is found with some of these sets of numbers only is told with the communities that have them.
pub(super) fn tell(region: &Region, sets: Vec<Judged<'_>>) -> Vec<Finding> {
    let count = sets.len();
    let mut found: Vec<(Finding, Vec<&RuleSet>)> = Vec::new();
    for (set, findings) in sets {
        for finding in findings {
            match found.iter_mut().find(|(known, _)| *known == finding) {
                Some((_, known)) if known.iter().any(|one| std::ptr::eq(*one, set)) => {}
                Some((_, known)) => known.push(set),
                None => found.push((finding, vec![set])),
            }
        }
    }
    let told = found.into_iter().map(|(finding, sets)| {
        if sets.len() == count {
            return finding;
        }
        let numbers = |set: &&RuleSet| LocalNumbers {
            communities: names(region, &set.communities),
            numbers: set.numbers.clone().into_iter().collect(),
        };
        Finding {
            locally: sets.iter().map(numbers).collect(),
            ..finding
        }
    });
    told.collect()
}

/// What communities are called, by their ids.
pub(super) fn names(region: &Region, ids: &[String]) -> Vec<String> {
    let named = ids.iter().filter_map(|id| region.community(id));
    named.map(name).collect()
}

pub(super) fn name(community: &Community) -> String {
    community.name.source().to_owned()
}
