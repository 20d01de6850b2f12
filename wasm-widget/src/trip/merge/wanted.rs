//! The lines that count, apart: those that want certain papers and those that leave a choice.

use alloc::vec::Vec;

use super::Use;
use crate::rules::Status;
use crate::trip::{Line, Matter, Need};

/// A line that leaves a choice.
pub(super) struct Group<'a> {
    pub(super) by: Use,
    pub(super) pick: usize,
    /// More than `pick`, each paper once, ascending.
    pub(super) from: Vec<&'a Need>,
}

/// What all lines of a trip want that are needed or depend.
pub(super) struct Wanted<'a> {
    pub(super) certain: Vec<(Use, &'a Need)>,
    pub(super) groups: Vec<Group<'a>>,
}

impl<'a> Wanted<'a> {
    pub(super) fn of(matters: &'a [Matter]) -> Self {
        let mut wanted = Wanted {
            certain: Vec::new(),
            groups: Vec::new(),
        };
        // Where every completion ends in a stop there is no list, not even the lines that always are on it.
        for (matter, entry) in matters
            .iter()
            .enumerate()
            .filter(|(_, matter)| matter.session.has_list())
        {
            for (index, line) in entry.lines.0.iter().enumerate() {
                let item = line.item.map(|item| item as usize);
                let status = item.map_or(Status::Needed, |item| entry.session.status(item));
                if status != Status::NotNeeded {
                    wanted.add(
                        Use {
                            matter,
                            line: index,
                            needed: status == Status::Needed,
                        },
                        line,
                    );
                }
            }
        }
        wanted
    }

    fn add(&mut self, by: Use, line: &'a Line) {
        let pick = line.pick as usize;
        let all = |wanted: &mut Self, from: &mut dyn Iterator<Item = &'a Need>| {
            wanted.certain.extend(from.map(|need| (by, need)));
        };
        if pick >= line.from.len() {
            return all(self, &mut line.from.iter());
        }
        let from = by_paper(&line.from);
        if pick >= from.len() {
            return all(self, &mut from.into_iter());
        }
        self.groups.push(Group { by, pick, from });
    }
}

/// Each paper once, ascending; of two forms of the same paper the one that costs less.
fn by_paper(needs: &[Need]) -> Vec<&Need> {
    let mut papers: Vec<&Need> = Vec::new();
    for need in needs {
        match papers.binary_search_by_key(&need.paper, |known| known.paper) {
            Ok(at) if cost(need) < cost(papers[at]) => papers[at] = need,
            Ok(_) => {}
            Err(at) => papers.insert(at, need),
        }
    }
    papers
}

/// What stays at the office, then what has to be shown.
pub(super) fn cost(need: &Need) -> (u32, u32) {
    let handed_in = if need.hand_in { need.originals } else { 0 };
    (need.copies.saturating_add(handed_in), need.originals)
}
