//! The rows that count, apart: those that want certain papers and those that leave a choice.

use alloc::vec;
use alloc::vec::Vec;

use super::Use;
use super::price::Cost;
use crate::rules::{Session, Status};
use crate::trip::{Form, Line, Matter, Need};

/// What a row wants of one paper.
pub(super) struct Want<'a> {
    pub(super) by: Use,
    pub(super) paper: u32,
    /// The forms that the answers leave possible.
    pub(super) forms: Vec<&'a Form>,
}

/// A row that leaves a choice.
pub(super) struct Group<'a> {
    pub(super) by: Use,
    pub(super) pick: usize,
    /// More than `pick`, each paper once, ascending.
    pub(super) from: Vec<Way<'a>>,
}

/// One paper of a choice.
#[derive(Clone, Copy)]
pub(super) struct Way<'a> {
    pub(super) paper: u32,
    pub(super) form: &'a Form,
}

impl<'a> Way<'a> {
    /// What the row wants when the paper is chosen.
    pub(super) fn want(self, by: Use) -> Want<'a> {
        Want {
            by,
            paper: self.paper,
            forms: vec![self.form],
        }
    }
}

/// What all rows of a trip want that are needed or depend.
#[derive(Default)]
pub(super) struct Wanted<'a> {
    pub(super) certain: Vec<Want<'a>>,
    pub(super) groups: Vec<Group<'a>>,
}

impl<'a> Wanted<'a> {
    pub(super) fn of(matters: &'a [Matter]) -> Self {
        let mut wanted = Wanted::default();
        // Where every completion ends in a stop there is no list, not even the rows that always are on it.
        for (matter, entry) in matters
            .iter()
            .enumerate()
            .filter(|(_, matter)| matter.session.has_list())
        {
            for (index, line) in entry.lines.0.iter().enumerate() {
                let status = status(&entry.session, line.item);
                let by = Use {
                    matter,
                    line: index,
                    needed: status == Status::Needed,
                };
                if status != Status::NotNeeded {
                    wanted.add(by, line, &entry.session);
                }
            }
        }
        wanted
    }

    fn add(&mut self, by: Use, line: &'a Line, session: &Session) {
        let pick = line.pick as usize;
        let from = by_paper(&line.from);
        if pick >= line.from.len() {
            let all = line.from.iter().map(|need| Want {
                by,
                paper: need.paper,
                forms: possible(&need.forms, session),
            });
            self.certain.extend(all);
        } else if pick >= from.len() {
            self.certain
                .extend(from.into_iter().map(|way| way.want(by)));
        } else {
            self.groups.push(Group { by, pick, from });
        }
    }
}

fn status(session: &Session, item: Option<u32>) -> Status {
    item.map_or(Status::Needed, |item| session.status(item as usize))
}

fn possible<'a>(forms: &'a [Form], session: &Session) -> Vec<&'a Form> {
    let is_possible = |form: &&Form| status(session, form.item) != Status::NotNeeded;
    forms.iter().filter(is_possible).collect()
}

/// Each paper once, ascending; of two entries for the same paper the one that costs less.
fn by_paper(needs: &[Need]) -> Vec<Way<'_>> {
    let mut ways: Vec<Way<'_>> = Vec::new();
    for need in needs {
        let (paper, Some(form)) = (need.paper, need.forms.first()) else {
            continue;
        };
        let way = Way { paper, form };
        match ways.binary_search_by_key(&paper, |known| known.paper) {
            Ok(at) if Cost::of(form) < Cost::of(ways[at].form) => ways[at] = way,
            Ok(_) => {}
            Err(at) => ways.insert(at, way),
        }
    }
    ways
}
