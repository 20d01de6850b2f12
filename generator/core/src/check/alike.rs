//! Two lines of one paper that can both hold and say different things of it: a list has one row for them, and the row cannot say both.

use super::example::Example;
use super::numbered::{self, Numbered};
use crate::diagnostic::{Argument, Finding, Problem, SenseFault, Term};
use crate::model::{COPY_NOTE, Group, Keys, Line, Matter, Paper, Region, Text};

/// Judges guides and what communities make of them.
pub(super) fn check(region: &Region, versions: &[Numbered<'_>]) -> Vec<Finding> {
    numbered::judge(region, versions, |case| unlike(&case.matter, &region.keys))
}

fn unlike(matter: &Matter, keys: &Keys) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, line) in matter.lines.iter().enumerate() {
        let Some(paper) = wanted(line) else {
            continue;
        };
        let found = matter.lines[..at].iter().find_map(|before| {
            let in_same = before.when == line.when;
            let [first, second] = differences(wanted(before)?, paper, in_same)?;
            let answers = Example::with(matter, keys, line, std::iter::once(before))?;
            Some(SenseFault::PaperTwoRules {
                paper: paper.name.source().to_owned(),
                first,
                second,
                answers,
            })
        });
        findings.extend(found.map(|fault| Finding::at(line.place.clone(), Problem::from(fault))));
    }
    findings
}

/// The paper of a line that wants one.
fn wanted(line: &Line) -> Option<&Paper> {
    match &line.paper {
        Group::One(paper) if paper.exempt.is_none() => Some(paper),
        _ => None,
    }
}

const KEPT: Term = Term("term-paper-kept");
const GIVEN_BACK: Term = Term("term-paper-given-back");

/// What two lines of one paper say that cannot both be so. Of lines for the very same situations it is told elsewhere that one keeps it.
fn differences(one: &Paper, other: &Paper, in_same: bool) -> Option<[Argument; 2]> {
    if one.id != other.id {
        return None;
    }
    let papers = [one, other];
    let originals = papers.iter().all(|paper| !paper.originals.is_none());
    if originals && one.hand_in != other.hand_in {
        let said = papers.map(|paper| if paper.hand_in { KEPT } else { GIVEN_BACK });
        return (!in_same).then(|| said.map(Argument::Term));
    }
    let [first, second] = papers.map(|paper| paper.details.get(&COPY_NOTE).map(Text::source));
    let (first, second) = (first?, second?);
    (first != second).then(|| [first.into(), second.into()])
}
