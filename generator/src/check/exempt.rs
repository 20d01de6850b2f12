//! 免提交: no paper is wanted and not wanted in one situation, and no choice holds one that need not be brought.

use onetrip_widget::rules::Condition as Rule;

use super::example::Example;
use super::numbered::{self, Numbered};
use crate::diagnostic::{ExemptFault, Finding, Problem};
use crate::model::{Exempt, Group, Keys, Line, LineKind, Matter, Paper, Region, rule};

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
        let answers = both_hold(matter, keys, line, others)?;
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

/// Answers with which the line and one of the others are on a list.
fn both_hold<'a>(
    matter: &Matter,
    keys: &Keys,
    line: &Line,
    others: impl Iterator<Item = &'a Line>,
) -> Option<String> {
    let listed = |line: &Line| rule(line.when.as_ref());
    let others = Rule::Any(others.map(listed).collect());
    match Example::of(matter, keys, Rule::All(vec![listed(line), others])) {
        Example::Answers(answers) => Some(answers),
        // A guide whose rules are too large was told so.
        Example::None | Example::TooComplex => None,
    }
}

fn finding(exempt: &Exempt, fault: ExemptFault) -> Finding {
    Finding::at(exempt.place.clone(), Problem::from(fault))
}
