//! One paper for several choices.

use alloc::vec::Vec;

use super::cost::{Brought, Saved};
use super::open::{self, Open};

/// Suggests, again and again, the paper that serves most of the choices without a suggestion, as long as it serves two with the same
/// originals and costs nothing extra: no more stays at the office than with the cheapest way of each choice, and no more
/// originals are to be brought than with these together. Of several such papers the one with the smallest number.
pub(super) fn suggest(choices: &mut [Open], brought: &Brought) {
    while let Some((paper, places)) = best(choices, brought) {
        let served: Vec<&Open> = places.iter().map(|at| &choices[*at]).collect();
        let total = open::total(paper, &served);
        for at in places {
            choices[at].suggested = Some(total);
        }
    }
}

/// The paper, and the choices that it serves.
fn best(choices: &[Open], brought: &Brought) -> Option<(u32, Vec<usize>)> {
    let mut best = (0, Vec::new());
    for paper in choices.iter().flat_map(Open::singles) {
        let places = served(choices, paper, brought);
        let more = places.len() > best.1.len();
        if more || (places.len() == best.1.len() && paper < best.0) {
            best = (paper, places);
        }
    }
    (best.1.len() >= 2).then_some(best)
}

/// The choices without a suggestion that the paper serves; none when it would cost something extra. What one of them wants more
/// of it than it saves there, the others have to save, whatever the numbers that are still open.
fn served(choices: &[Open], paper: u32, brought: &Brought) -> Vec<usize> {
    let mut places = Vec::new();
    let mut rows = Vec::new();
    for (at, choice) in choices.iter().enumerate() {
        if let (None, Some(here)) = (choice.suggested, choice.saved(paper, brought)) {
            places.push(at);
            rows.extend(here);
        }
    }
    let sum = |sum: u32, row: &Saved| sum.saturating_add(row.originals);
    let saved = rows.iter().fold(0, sum);
    if rows.iter().any(|row| row.beyond > saved - row.originals) {
        places.clear();
    }
    places
}
