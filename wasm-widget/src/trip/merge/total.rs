//! What comes out of merging: papers that are needed, papers to choose from, and how many of each.

use alloc::vec::Vec;

use super::wanted::Want;
use crate::trip::Amounts;

/// Numbers of pieces of one paper.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// All originals: those that are shown (one serves every row, so the largest number that a row wants) and those that
    /// stay at the office (the sum).
    pub originals: u32,
    /// The originals that stay at the office.
    pub handed_in: u32,
    /// Copies, which stay too: the sum.
    pub copies: u32,
}

/// How much of one paper some rows want.
///
/// Each number is exact for a single row: some completion of the answers has it and none goes beyond. Rows of several
/// matters are added up as if each could come out whatever the others do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Total {
    /// The number of the paper.
    pub paper: u32,
    /// The smallest numbers that are still possible.
    pub least: Count,
    /// The largest numbers that are still possible.
    pub most: Count,
    /// The smallest bound on its age in days that is still possible: a paper fresh enough for all will do.
    pub fresh_days: Option<u32>,
    /// What becomes of its originals.
    pub keep: Keep,
}

/// What becomes of the originals of a paper, as far as it is the same in all cases that are still possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// It depends on what is still open.
    Open,
    /// All are only looked at.
    Back,
    /// All stay.
    Stay,
    /// So many stay as [`Total::least`] says, the others are only looked at.
    Some,
}

impl Total {
    /// What these want together, all of one paper.
    pub(super) fn of(paper: u32, wants: &[&Want]) -> Self {
        let rows: Vec<Vec<Amounts>> = wants.iter().map(|want| all(want)).collect();
        let bounds = wants.iter().flat_map(|want| &want.forms);
        let count = |best: Best, originals| Count {
            originals,
            handed_in: sum(&rows, best, |pieces| pieces.handed_in),
            copies: sum(&rows, best, |pieces| pieces.copies),
        };
        let least = count(u32::min, least_originals(&rows));
        let most = count(u32::max, most_originals(&rows));
        let comes_back = rows.iter().flatten().any(|pieces| pieces.shown > 0);
        let keep = match (comes_back, least.handed_in, most.handed_in) {
            (_, _, 0) => Keep::Back,
            (false, _, _) => Keep::Stay,
            (true, least, most) if least == most => Keep::Some,
            _ => Keep::Open,
        };
        Total {
            paper,
            least,
            most,
            keep,
            fresh_days: bounds.filter_map(|form| form.fresh_days).min(),
        }
    }
}

type Best = fn(u32, u32) -> u32;

/// Everything that a row may still want; nothing at all when it may not be on the list.
fn all(want: &Want) -> Vec<Amounts> {
    let mut all = want.forms.clone();
    if !want.by.needed || all.is_empty() {
        all.push(Amounts::default());
    }
    all
}

/// The best that each row may come to, added up.
fn sum(rows: &[Vec<Amounts>], best: Best, of: fn(&Amounts) -> u32) -> u32 {
    let bests = rows
        .iter()
        .filter_map(|row| row.iter().map(of).reduce(best));
    bests.fold(0, u32::saturating_add)
}

/// The fewest originals: for every number of shown ones that will do, the fewest that stay beside them.
fn least_originals(rows: &[Vec<Amounts>]) -> u32 {
    let mut fewest = None;
    for shown in rows.iter().flatten().map(|pieces| pieces.shown) {
        let within = |row: &Vec<Amounts>| {
            let within = row.iter().filter(|pieces| pieces.shown <= shown);
            within.map(|pieces| pieces.handed_in).min()
        };
        // Where one row has no form with so few, this number will not do.
        let all = rows
            .iter()
            .try_fold(shown, |sum, row| Some(sum.saturating_add(within(row)?)));
        fewest = fewest.into_iter().chain(all).min();
    }
    fewest.unwrap_or(0)
}

/// The most originals: one row decides how many are shown, and the others hand in as many as they may.
fn most_originals(rows: &[Vec<Amounts>]) -> u32 {
    let all = sum(rows, u32::max, |pieces| pieces.handed_in);
    let most = rows.iter().map(|row| {
        let stay = row.iter().map(|pieces| pieces.handed_in).max();
        let both = row
            .iter()
            .map(|pieces| pieces.shown.saturating_add(pieces.handed_in))
            .max();
        all.saturating_sub(stay.unwrap_or(0))
            .saturating_add(both.unwrap_or(0))
    });
    most.max().unwrap_or(0)
}

/// A row that wants something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Use {
    /// Index of the matter.
    pub matter: usize,
    /// Index of the row in that matter.
    pub line: usize,
    /// Whether the row is needed; else it depends.
    pub needed: bool,
}

/// A paper to bring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// How much of it, for all that it is used for and serves.
    pub total: Total,
    /// Whether a needed row wants it; else all of them depend.
    pub needed: bool,
    /// The rows that want this very paper.
    pub uses: Vec<Use>,
    /// The rows that want one of several papers and have it in this one, which is needed anyway and costs nothing extra.
    pub serves: Vec<Use>,
}

/// Ways to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// How many of them are wanted, beside those whose papers are needed anyway and serve it.
    pub pick: u32,
    /// The ways, by their papers.
    pub from: Vec<ChoiceWay>,
    /// Whether a needed row wants it; else all of them depend.
    pub needed: bool,
    /// The rows that want it.
    pub uses: Vec<Use>,
    /// The paper to choose because it serves another choice too at no extra cost, with what all the choices that it is
    /// suggested for want of it together.
    pub suggested: Option<Total>,
}

/// A way to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceWay {
    /// Its place in the row of each use.
    pub at: Vec<usize>,
    /// Its papers, each once; how much is wanted of each if it is chosen here.
    pub papers: Vec<Total>,
}

/// A row of the merged list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Merged {
    /// A paper to bring.
    Paper(Paper),
    /// Papers to choose from.
    Choice(Choice),
}
