//! What comes out of merging: papers that are needed, papers to choose from, and how many of each.

use alloc::vec::Vec;

use super::wanted::Want;

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
}

impl Total {
    /// What these want together, all of one paper.
    pub(super) fn of<'a>(paper: u32, wants: impl Iterator<Item = &'a Want<'a>> + Clone) -> Self {
        let bounds = wants.clone().flat_map(|want| &want.forms);
        let sheets: Vec<Vec<Pieces>> = wants.map(Pieces::all).collect();
        let handed_in: fn(&Pieces) -> u64 = |pieces| pieces.handed_in;
        let copies: fn(&Pieces) -> u64 = |pieces| pieces.copies;
        let least = |of: fn(&Pieces) -> u64| sum(&sheets, |row| row.iter().map(of).min());
        let most = |of: fn(&Pieces) -> u64| sum(&sheets, |row| row.iter().map(of).max());
        Total {
            paper,
            least: Count {
                originals: least_originals(&sheets),
                handed_in: least(handed_in),
                copies: least(copies),
            },
            most: Count {
                originals: most_originals(&sheets),
                handed_in: most(handed_in),
                copies: most(copies),
            },
            fresh_days: bounds.filter_map(|form| form.bound()).min(),
        }
    }
}

/// What one row may want.
struct Pieces {
    shown: u64,
    handed_in: u64,
    copies: u64,
}

impl Pieces {
    /// Everything that the row may still want; nothing at all when it may not be on the list.
    fn all(want: &Want<'_>) -> Vec<Pieces> {
        let form = |form: &&crate::trip::Form| Pieces {
            shown: form.shown.into(),
            handed_in: form.handed_in.into(),
            copies: form.copies.into(),
        };
        let absent = Pieces {
            shown: 0,
            handed_in: 0,
            copies: 0,
        };
        let is_open = !want.by.needed || want.forms.is_empty();
        let forms = want.forms.iter().map(form);
        forms.chain(is_open.then_some(absent)).collect()
    }
}

fn sum(sheets: &[Vec<Pieces>], of: impl Fn(&Vec<Pieces>) -> Option<u64>) -> u32 {
    clamp(sheets.iter().filter_map(of).sum())
}

fn clamp(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The fewest originals: for every number of shown ones that will do, the fewest that stay beside them.
fn least_originals(sheets: &[Vec<Pieces>]) -> u32 {
    let all = sheets.iter().flatten();
    let with = |shown: u64| {
        let fewest = |row: &Vec<Pieces>| {
            let within = row.iter().filter(|pieces| pieces.shown <= shown);
            within.map(|pieces| pieces.handed_in).min()
        };
        let stay: Option<u64> = sheets.iter().map(fewest).sum();
        Some(shown + stay?)
    };
    let fewest = all.filter_map(|pieces| with(pieces.shown)).min();
    clamp(fewest.unwrap_or(0))
}

/// The most originals: one row decides how many are shown, and the others hand in as many as they may.
fn most_originals(sheets: &[Vec<Pieces>]) -> u32 {
    let stay = |row: &Vec<Pieces>| row.iter().map(|pieces| pieces.handed_in).max().unwrap_or(0);
    let all: u64 = sheets.iter().map(stay).sum();
    let deciding = |row: &Vec<Pieces>| {
        let others = all - stay(row);
        let most = row.iter().map(|pieces| pieces.shown + pieces.handed_in);
        others + most.max().unwrap_or(0)
    };
    clamp(sheets.iter().map(deciding).max().unwrap_or(0))
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

/// Papers to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// How many of them are wanted, beside those that are needed anyway and serve it.
    pub pick: u32,
    /// The papers, by number; how much is wanted of each if it is chosen here.
    pub from: Vec<Total>,
    /// Whether a needed row wants it; else all of them depend.
    pub needed: bool,
    /// The rows that want it.
    pub uses: Vec<Use>,
    /// The paper to choose because it serves another choice too at no extra cost, with what all the choices that it is
    /// suggested for want of it together.
    pub suggested: Option<Total>,
}

/// A row of the merged list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Merged {
    /// A paper to bring.
    Paper(Paper),
    /// Papers to choose from.
    Choice(Choice),
}
