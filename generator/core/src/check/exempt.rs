//! 免提交: no paper is wanted and not wanted in one situation, and no choice holds one that need not be brought.

use super::example::Example;
use super::numbered::{self, Numbered};
use crate::diagnostic::{ExemptFault, Finding, Problem};
use crate::model::{Exempt, Group, Keys, Line, LineKind, Matter, Paper, Region};

/// Judges guides and what communities make of them. What is exempt differs from community to community.
pub(super) fn check(region: &Region, versions: &[Numbered<'_>]) -> Vec<Finding> {
    numbered::judge(region, versions, |case| {
        [in_choices(&case.matter), wanted(&case.matter, &region.keys)].concat()
    })
}

fn in_choices(matter: &Matter) -> Vec<Finding> {
    let choices = matter.lines.iter().filter_map(|line| match &line.paper {
        Group::Pick { from, .. } => Some(from),
        Group::One(_) => None,
    });
    let exempt = choices.flatten().filter_map(|paper| {
        let exempt = paper.exempt.as_ref()?;
        let fault = ExemptFault::InChoice {
            paper: paper.id.clone(),
        };
        Some(finding(exempt, fault))
    });
    exempt.collect()
}

/// Lines that say 不用带 where another one asks for the same paper.
fn wanted(matter: &Matter, keys: &Keys) -> Vec<Finding> {
    let spared = matter.lines.iter().filter_map(|line| match &line.paper {
        Group::One(paper) => Some((line, &**paper, paper.exempt.as_ref()?)),
        Group::Pick { .. } => None,
    });
    let fault = |(line, paper, exempt): (&Line, &Paper, &Exempt)| {
        let others = matter.lines.iter().filter(|other| asks_for(other, paper));
        let answers = Example::with(matter, keys, line, others)?;
        let fault = ExemptFault::Wanted {
            paper: paper.id.clone(),
            answers,
        };
        Some(finding(exempt, fault))
    };
    spared.filter_map(fault).collect()
}

fn asks_for(line: &Line, paper: &Paper) -> bool {
    line.kind() != LineKind::Exempt && line.papers().iter().any(|other| other.id == paper.id)
}

fn finding(exempt: &Exempt, fault: ExemptFault) -> Finding {
    Finding::at(exempt.place.clone(), Problem::from(fault))
}
