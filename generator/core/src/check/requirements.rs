//! 受理条件 and 中止 say the same from two sides: every condition has a stop or somebody who judges it, every stop a condition.

use crate::diagnostic::{Finding, Place, Problem, RequirementFault};
use crate::model::{Matter, Stop};

/// Words with which a list of conditions has no end.
const OPEN: [&str; 4] = ["其他条件", "其它条件", "有关条件", "other condition"];

/// What is wrong with the conditions of these guides, which were read whole. A guide without any is not asked for them.
pub(super) fn check(matters: &[&Matter]) -> Vec<Finding> {
    let with = matters.iter().filter(|one| !one.requirements.is_empty());
    with.flat_map(|matter| [conditions(matter), stops(matter)].concat())
        .collect()
}

fn conditions(matter: &Matter) -> Vec<Finding> {
    let mut findings = Vec::new();
    for one in &matter.requirements {
        let text = one.text.source().to_owned();
        if let Some(words) = OPEN.iter().find(|words| text.contains(**words)) {
            let words = (*words).to_owned();
            findings.push(found(&one.place, RequirementFault::OpenEnd { words }));
        }
        if one.stops.is_empty() && one.judged.is_none() {
            let stop = untied(matter).next();
            let stop = stop.map(|stop| stop.title.source().to_owned());
            findings.push(found(&one.place, RequirementFault::NoStop { text, stop }));
        }
        for stop in &one.stops {
            if matter.stops.get(stop.value).is_some_and(|stop| stop.free) {
                let title = matter.stops[stop.value].title.source().to_owned();
                findings.push(found(&stop.place, RequirementFault::FreeStop { title }));
            }
        }
    }
    findings
}

/// The stops that enforce none of the conditions and do not say so.
fn untied(matter: &Matter) -> impl Iterator<Item = &Stop> {
    let enforced = |index: usize| {
        let mut stops = matter.requirements.iter().flat_map(|one| &one.stops);
        stops.any(|stop| stop.value == index)
    };
    let stops = matter.stops.iter().enumerate();
    stops
        .filter(move |(index, stop)| !stop.free && !enforced(*index))
        .map(|(_, stop)| stop)
}

fn stops(matter: &Matter) -> Vec<Finding> {
    let finding = |stop: &Stop| {
        let title = stop.title.source().to_owned();
        found(&stop.place, RequirementFault::NoCondition { title })
    };
    untied(matter).map(finding).collect()
}

fn found(place: &Place, fault: RequirementFault) -> Finding {
    Finding::at(place.clone(), Problem::from(fault))
}
