//! Local facts: every `{{name}}` is defined, everywhere that the guide is shown.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{
    At, Finding, LocalFault, Place, Problem, SenseFault, WordingFault, closest,
};
use crate::model::{Bracketed, Community, Matter, Region};

/// `numbers`: what was found wrong with facts that rules compare with; the same is not told twice.
pub(super) fn check(region: &Region, numbers: &[Finding]) -> Vec<Finding> {
    let in_communities = region
        .communities
        .iter()
        .flat_map(|c| c.local_facts.0.keys());
    let known: BTreeSet<&str> = region
        .local_facts
        .0
        .keys()
        .chain(in_communities)
        .map(String::as_str)
        .collect();
    let by_file: ByFile<'_> = region
        .matters
        .iter()
        .map(|m| (m.file.as_str(), m))
        .collect();
    let mut findings = Vec::new();
    for At { value: name, place } in &region.named_facts {
        let file = &*place.file;
        if known.contains(name.as_str()) {
            // What a translation names, the guide names as well.
            if !is_translation(region, file) {
                findings.extend(missing(region, &by_file, file, name, place));
            }
        } else {
            let suggestion = closest(name, known.iter().copied());
            let problem = LocalFault::Unknown {
                name: name.clone(),
                suggestion,
            }
            .into();
            findings.push(Finding::at(place.clone(), problem));
        }
    }
    findings.extend(idle(region, &known));
    findings.extend(units(region));
    findings.retain(|finding| !numbers.iter().any(|told| says_same(finding, told)));
    let bracketed = region.bracketed.iter();
    findings.extend(bracketed.filter_map(|words| meant(words, &known).or_else(|| left(words))));
    findings
}

/// Facts that no words name and no rule compares with: where a name is misspelt, pages keep what the region says.
/// One that an unknown name most likely means is told there.
fn idle(region: &Region, known: &BTreeSet<&str>) -> Vec<Finding> {
    if region.partial || region.matters.is_empty() || !region.unread.is_empty() {
        return Vec::new();
    }
    let in_words = region.named_facts.iter().map(|fact| fact.value.as_str());
    let overlays = region.overlays.values().flat_map(BTreeMap::values);
    let guides = region.with_coming().chain(overlays);
    let used: BTreeSet<&str> = in_words
        .chain(guides.flat_map(Matter::thresholds))
        .collect();
    let unknown = used.iter().filter(|name| !known.contains(**name));
    let meant: BTreeSet<String> = unknown
        .filter_map(|name| closest(name, known.iter().copied()))
        .collect();
    let told = region.communities.iter().map(|one| &one.local_facts);
    let told = std::iter::once(&region.local_facts).chain(told);
    let all = told.flat_map(|facts| &facts.0);
    let idle = all.filter(|(name, _)| !used.contains(name.as_str()) && !meant.contains(*name));
    idle.map(|(name, fact)| {
        let fault = SenseFault::LocalFactIdle {
            fact: name.clone(),
            suggestion: closest(name, used.intersection(known).copied()),
        };
        Finding::at(fact.place.clone(), Problem::from(fault))
    })
    .collect()
}

/// Facts that one place says in days and another in months: one of the two is a slip, and rules compare with the bare number.
fn units(region: &Region) -> Vec<Finding> {
    let own = region.communities.iter().map(|one| &one.local_facts);
    let told = std::iter::once(&region.local_facts).chain(own);
    let mut first: BTreeMap<&str, (&str, &Place)> = BTreeMap::new();
    let mut found = Vec::new();
    for (name, fact) in told.flat_map(|facts| &facts.0) {
        let Some(unit) = fact.value.unit.as_deref() else {
            continue;
        };
        match first.get(name.as_str()) {
            Some((other, place)) if *other != unit => {
                let fault = SenseFault::LocalFactUnits {
                    fact: name.clone(),
                    first: unit.to_owned(),
                    second: (*other).to_owned(),
                    file: place.file.to_string(),
                };
                found.push(Finding::at(fact.place.clone(), Problem::from(fault)));
            }
            Some(_) => {}
            None => {
                first.insert(name, (unit, &fact.place));
            }
        }
    }
    found
}

/// Whether a community lacks a fact that the other finding asks it for.
fn says_same(finding: &Finding, told: &Finding) -> bool {
    match (&finding.problem, &told.problem) {
        (
            Problem::Local(LocalFault::NotSaid { name, community }),
            Problem::Local(LocalFault::Missing {
                fact,
                community: file,
                ..
            }),
        ) => name == fact && community == file,
        _ => false,
    }
}

/// Words in brackets that are the name of a fact, or nearly. Ordinary brackets have to hold the very name: 【补贴标准】 is a
/// heading, even where there is a fact 津贴标准.
fn meant(words: &At<Bracketed>, known: &BTreeSet<&str>) -> Option<Finding> {
    let At {
        value: Bracketed {
            written,
            name,
            plain,
        },
        place,
    } = words;
    let exact = known.contains(name.as_str()).then(|| name.clone());
    // `{{津贴标准元，`: the word behind a name that was never closed.
    let begun = || {
        known
            .iter()
            .rev()
            .find(|fact| name.starts_with(**fact))
            .map(|fact| (*fact).to_owned())
    };
    let near = || closest(name, known.iter().copied());
    let name = if *plain {
        exact
    } else {
        exact.or_else(begun).or_else(near)
    };
    let (written, name) = (written.clone(), name?);
    let fault = if *plain {
        LocalFault::BracketsPossible { written, name }
    } else {
        LocalFault::Brackets { written, name }
    };
    Some(Finding::at(place.clone(), fault.into()))
}

/// `[[居住登记]]`, which other programs make a link of.
fn left(words: &At<Bracketed>) -> Option<Finding> {
    let double = words.value.written.starts_with("[[");
    let fault = WordingFault::BracketsLeft {
        words: words.value.name.clone(),
    };
    double.then(|| Finding::at(words.place.clone(), Problem::from(fault)))
}

fn is_translation(region: &Region, file: &str) -> bool {
    region
        .translations
        .iter()
        .any(|texts| file.contains(&format!(".{}.", texts.language)))
}

/// Matters by the file of their guide.
type ByFile<'a> = BTreeMap<&'a str, &'a Matter>;

/// The communities that show this file and do not know the fact.
fn missing(
    region: &Region,
    by_file: &ByFile<'_>,
    file: &str,
    name: &str,
    place: &Place,
) -> Vec<Finding> {
    let matter = by_file.get(file);
    // What stands in a community's folder is shown there only.
    let own = file
        .strip_prefix("communities/")
        .and_then(|path| path.split_once('/'))
        .map(|(id, _)| id);
    let shows = |c: &&Community| match own {
        Some(id) => c.id == id,
        None => matter.is_none_or(|matter| c.offers(matter)),
    };
    let lacks = |c: &&Community| region.fact(Some(c), name).is_none();
    region
        .communities
        .iter()
        .filter(|c| shows(c) && lacks(c))
        .map(|c| {
            let community = c.place.file.to_string();
            Finding::at(
                place.clone(),
                LocalFault::NotSaid {
                    name: name.to_owned(),
                    community,
                }
                .into(),
            )
        })
        .collect()
}
