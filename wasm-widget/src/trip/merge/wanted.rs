//! The rows that count, apart: those that want certain papers and those that leave a choice.

use alloc::vec;
use alloc::vec::Vec;

use super::Use;
use super::cost::Brought;
use crate::rules::{Session, Status};
use crate::trip::{self, Amounts, Form, Line, Matter, Need};

/// What a row wants of one paper.
pub(super) struct Want {
    pub(super) by: Use,
    pub(super) paper: u32,
    /// The forms that the answers leave possible; of one whose numbers are still open, the least and the most.
    pub(super) forms: Vec<Amounts>,
}

/// A row that leaves a choice.
pub(super) struct Group {
    pub(super) by: Use,
    pub(super) pick: usize,
    /// At least `pick`, each once, in the order of their shapes; where it is not more, a way leaves a choice by itself.
    pub(super) from: Vec<Way>,
}

/// One way of a choice.
#[derive(Clone)]
pub(super) struct Way {
    /// Its place in the row.
    pub(super) at: usize,
    /// Those that may count, at least one.
    pub(super) bundles: Vec<Bundle>,
}

/// Papers that do together.
#[derive(Clone)]
pub(super) struct Bundle {
    /// It counts in every list that has the row; else in some.
    pub(super) certain: bool,
    pub(super) papers: Vec<Leaf>,
}

/// One paper of a choice.
#[derive(Clone, Copy)]
pub(super) struct Leaf {
    pub(super) paper: u32,
    /// The smallest numbers that are still possible.
    pub(super) least: Amounts,
    /// The largest.
    pub(super) most: Amounts,
}

impl Leaf {
    fn of(need: &Need, session: &Session, item: Option<u32>) -> Option<Self> {
        let [least, most] = need.forms.first()?.ends(session, item)?;
        Some(Leaf {
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
            forms: vec![self.least, self.most],
        }
    }
}

/// Marks in a shape, in which papers are numbered from [`FIRST`]: the end of a way, of a bundle that may count, of one that does.
const WAY: u32 = 0;
const PERHAPS: u32 = 1;
const CERTAIN: u32 = 2;
const FIRST: u32 = 3;

impl Way {
    fn of(at: usize, way: &trip::Way, session: &Session, item: Option<u32>) -> Option<Self> {
        let bundle = |bundle: &trip::Bundle| {
            let status = status(session, bundle.item);
            let item = bundle.item.or(item);
            let papers = bundle.papers.iter();
            let papers: Option<Vec<Leaf>> =
                papers.map(|need| Leaf::of(need, session, item)).collect();
            (status != Status::NotNeeded).then_some(Bundle {
                certain: status == Status::Needed,
                papers: papers?,
            })
        };
        let bundles: Vec<Bundle> = way.bundles.iter().filter_map(bundle).collect();
        (!bundles.is_empty()).then_some(Way { at, bundles })
    }

    /// All papers of all bundles.
    pub(super) fn leaves(&self) -> impl Iterator<Item = &Leaf> {
        self.bundles.iter().flat_map(|bundle| &bundle.papers)
    }

    /// The paper, where the way is a single one that counts for certain.
    pub(super) fn single(&self) -> Option<&Leaf> {
        match &self.bundles[..] {
            [only] if only.certain && only.papers.len() == 1 => only.papers.first(),
            _ => None,
        }
    }

    /// Its bundles, each as a way.
    pub(super) fn each_bundle(&self) -> Vec<Way> {
        let bundles = self.bundles.iter().cloned();
        let way = |bundle| Way {
            at: self.at,
            bundles: Vec::from([bundle]),
        };
        bundles.map(way).collect()
    }

    /// Which papers it wants; what is alike has one shape. Begins with the first paper.
    pub(super) fn shape(&self) -> Vec<u32> {
        let mut shape = Vec::new();
        for bundle in &self.bundles {
            let papers = bundle.papers.iter();
            shape.extend(papers.map(|leaf| leaf.paper.saturating_add(FIRST)));
            shape.push(if bundle.certain { CERTAIN } else { PERHAPS });
        }
        shape.push(WAY);
        shape
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
        if let Some(need) = line.only() {
            let forms = possible(&need.forms, session, line.item);
            return self.certain.push(Want {
                by,
                paper: need.paper,
                forms,
            });
        }
        let ways = line.from.iter().enumerate();
        let ways = ways.filter_map(|(at, way)| Way::of(at, way, session, line.item));
        let pick = line.pick as usize;
        let mut from: Vec<Way> = if pick < line.from.len() {
            by_shape(ways)
        } else {
            ways.collect()
        };
        if pick >= from.len() {
            // All that is left is wanted; what has one bundle leaves no choice.
            from.retain(|way| match &way.bundles[..] {
                [only] => {
                    self.certain
                        .extend(only.papers.iter().map(|leaf| leaf.want(by)));
                    false
                }
                _ => true,
            });
        }
        let pick = pick.min(from.len());
        if pick > 0 {
            self.groups.push(Group { by, pick, from });
        }
    }
}

fn status(session: &Session, item: Option<u32>) -> Status {
    item.map_or(Status::Needed, |item| session.status(item as usize))
}

fn possible(forms: &[Form], session: &Session, item: Option<u32>) -> Vec<Amounts> {
    let is_possible = |form: &&Form| status(session, form.item) != Status::NotNeeded;
    let forms = forms.iter().filter(is_possible);
    let ends = forms.filter_map(|form| form.ends(session, form.item.or(item)));
    ends.flatten().collect()
}

/// Each shape once, ascending; of two of the same shape the one that costs less.
fn by_shape(all: impl Iterator<Item = Way>) -> Vec<Way> {
    let nothing = Brought::default();
    let mut ways: Vec<(Vec<u32>, Way)> = Vec::new();
    for way in all {
        let shape = way.shape();
        match ways.binary_search_by(|(known, _)| known.cmp(&shape)) {
            Ok(at) if nothing.most(&way) < nothing.least(&ways[at].1) => ways[at].1 = way,
            Ok(_) => {}
            Err(at) => ways.insert(at, (shape, way)),
        }
    }
    ways.into_iter().map(|(_, way)| way).collect()
}
