//! The rows that count, apart: those that want certain papers and those that leave a choice.

use alloc::vec;
use alloc::vec::Vec;

use super::Use;
use super::price::Cost;
use crate::rules::{Session, Status};
use crate::trip::{Form, Line, Matter, Need};

/// What a row wants of one paper.
pub(super) struct Want {
    pub(super) by: Use,
    pub(super) paper: u32,
    /// The forms that the answers leave possible; of one whose numbers are still open, the least and the most.
    pub(super) forms: Vec<Form>,
}

/// A row that leaves a choice.
pub(super) struct Group {
    pub(super) by: Use,
    pub(super) pick: usize,
    /// More than `pick`, each paper once, ascending.
    pub(super) from: Vec<Way>,
}

/// One paper of a choice.
#[derive(Clone)]
pub(super) struct Way {
    pub(super) paper: u32,
    /// The smallest numbers that are still possible.
    pub(super) least: Form,
    /// The largest.
    pub(super) most: Form,
}

impl Way {
    fn of(need: &Need, session: &Session, item: Option<u32>) -> Option<Self> {
        let [least, most] = need.forms.first()?.ends(session, item)?;
        Some(Way {
            paper: need.paper,
            least,
            most,
        })
    }

    /// What the row wants when the paper is chosen.
    pub(super) fn want(&self, by: Use) -> Want {
        Want {
            by,
            paper: self.paper,
            forms: vec![self.least.clone(), self.most.clone()],
        }
    }

    /// Whether every answer that is still possible makes the way cost no more than the other.
    fn is_cheaper(&self, other: &Way) -> bool {
        Cost::of(&self.most) < Cost::of(&other.least)
    }
}

/// What all rows of a trip want that are needed or depend.
#[derive(Default)]
pub(super) struct Wanted {
    pub(super) certain: Vec<Want>,
    pub(super) groups: Vec<Group>,
}

impl Wanted {
    pub(super) fn of(matters: &[Matter]) -> Self {
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

    fn add(&mut self, by: Use, line: &Line, session: &Session) {
        let pick = line.pick as usize;
        let ways = line.from.iter();
        let from = by_paper(ways.filter_map(|need| Way::of(need, session, line.item)));
        if pick >= line.from.len() {
            let all = line.from.iter().map(|need| Want {
                by,
                paper: need.paper,
                forms: possible(&need.forms, session, line.item),
            });
            self.certain.extend(all);
        } else if pick >= from.len() {
            self.certain.extend(from.iter().map(|way| way.want(by)));
        } else {
            self.groups.push(Group { by, pick, from });
        }
    }
}

fn status(session: &Session, item: Option<u32>) -> Status {
    item.map_or(Status::Needed, |item| session.status(item as usize))
}

fn possible(forms: &[Form], session: &Session, item: Option<u32>) -> Vec<Form> {
    let is_possible = |form: &&Form| status(session, form.item) != Status::NotNeeded;
    let forms = forms.iter().filter(is_possible);
    let ends = forms.filter_map(|form| form.ends(session, form.item.or(item)));
    ends.flatten().collect()
}

/// Each paper once, ascending; of two entries for the same paper the one that costs less.
fn by_paper(all: impl Iterator<Item = Way>) -> Vec<Way> {
    let mut ways: Vec<Way> = Vec::new();
    for way in all {
        match ways.binary_search_by_key(&way.paper, |known| known.paper) {
            Ok(at) if way.is_cheaper(&ways[at]) => ways[at] = way,
            Ok(_) => {}
            Err(at) => ways.insert(at, way),
        }
    }
    ways
}
