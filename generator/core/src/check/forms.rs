//! The forms of rows that a guide writes in several lines: which sets of these lines some list can have.

use std::collections::BTreeSet;

use onetrip_widget::rules::{
    self, CompileError, Condition as Rule, Part, RuleSource, Session, Status,
};

use crate::diagnostic::{ConditionFault, Finding, Problem, Proof};
use crate::model::{FormItem, Items, Matter, Row, RowItems};

/// Lines of one paper in a guide; their sets are twice as many with each more.
const MOST_LINES: usize = 6;

/// Why the rows of a guide cannot be worked out.
pub(super) enum Fault {
    /// Something about the rows themselves.
    Row(Box<Finding>),
    /// Something else of the guide's rules.
    Rules(CompileError),
}

impl From<Finding> for Fault {
    fn from(finding: Finding) -> Self {
        Self::Row(Box::new(finding))
    }
}

/// Adds the items of rows with several lines: that any of them holds, and one for every form. Sets that no list can have are left
/// out: the phone shall not carry what it can never show.
pub(super) fn add(
    matter: &Matter,
    source: &mut RuleSource,
    items: &mut Items,
) -> Result<(), Fault> {
    let rows = matter.rows();
    let several = rows
        .iter()
        .enumerate()
        .filter(|(_, row)| row.lines.len() > 1);
    for (index, row) in several {
        if let Some(beyond) = row.lines.get(MOST_LINES) {
            let problem = Problem::from(Proof::SamePaper {
                paper: name(matter, row),
                count: row.lines.len(),
                most: MOST_LINES,
            });
            let place = matter.lines[*beyond].place.clone();
            return Err(Finding::at(place, problem).into());
        }
        items.rows[index] = row_items(matter, row, source)?;
    }
    Ok(())
}

fn row_items(matter: &Matter, row: &Row, source: &mut RuleSource) -> Result<RowItems, Fault> {
    let (any, sets) = (matter.any(row), matter.sets(row));
    let rules = sets.iter().map(|(_, rule)| rule).chain([&any]);
    let only = RuleSource {
        items: rules.cloned().collect(),
        ..source.clone()
    };
    let book = rules::compile(&only).map_err(|error| match error {
        CompileError::TooComplex {
            part: Part::Item(_),
        } => complex(matter, row).into(),
        other => Fault::Rules(other),
    })?;
    // Without answers: what some list has, and what every list has.
    let session = Session::new(book);
    let always = session.status(sets.len()) == Status::Needed;
    let some_list_has = |(at, _): &(usize, _)| session.status(*at) != Status::NotNeeded;
    let possible = sets.into_iter().enumerate().filter(some_list_has);
    let mut possible: Vec<(Vec<usize>, Rule)> = possible.map(|(_, set)| set).collect();
    if possible.is_empty() {
        // No list has the row; the page still has something to say of it.
        possible.push((row.lines.clone(), any.clone()));
    }
    let single = possible.len() == 1;
    let mut item = |needed: bool, rule: Rule| {
        needed.then(|| {
            source.items.push(rule);
            source.items.len() - 1
        })
    };
    let any = item(!always, any);
    let form = |(lines, rule)| FormItem {
        lines,
        item: item(!single, rule),
    };
    Ok(RowItems {
        item: any,
        forms: possible.into_iter().map(form).collect(),
    })
}

/// The finding for an item that stands for a row or for one of its forms.
pub(super) fn too_complex(matter: &Matter, items: &Items, item: usize) -> Finding {
    let rows = matter.rows();
    let is_of = |(_, known): &(&Row, &RowItems)| {
        known.item == Some(item) || known.forms.iter().any(|form| form.item == Some(item))
    };
    let found = rows.iter().zip(&items.rows).find(is_of);
    let (row, _) = found.expect("every item is a line's, a step's, a note's or a row's");
    complex(matter, row)
}

fn complex(matter: &Matter, row: &Row) -> Finding {
    let lines = || row.lines.iter().map(|index| &matter.lines[*index]);
    let questions: BTreeSet<usize> = lines()
        .filter_map(|line| line.when.as_ref())
        .flat_map(|when| when.questions(&matter.facts))
        .collect();
    let problem = ConditionFault::TooComplex {
        what: name(matter, row),
        questions: questions
            .into_iter()
            .map(|question| matter.questions[question].id.clone())
            .collect(),
    }
    .into();
    Finding::at(matter.lines[row.lines[0]].place.clone(), problem)
}

/// The paper as 带 names it.
fn name(matter: &Matter, row: &Row) -> String {
    let papers = matter.lines[row.lines[0]].papers();
    papers
        .first()
        .map_or_else(String::new, |paper| paper.id.clone())
}

#[cfg(test)]
mod tests;
