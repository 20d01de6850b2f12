//! One paper for several choices.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::open::Open;
use super::total::Total;

/// Suggests, again and again, the paper that serves most of the choices without a suggestion and costs none of them
/// anything extra, as long as it serves two; of several such papers the one with the smallest number.
pub(super) fn suggest(choices: &mut [Open<'_>]) {
    while let Some((paper, places)) = best(choices) {
        let wants = places
            .iter()
            .flat_map(|at| choices[*at].wants(paper))
            .collect::<Vec<_>>();
        let total = Total::of(paper, wants.iter());
        for at in places {
            choices[at].suggested = Some(total);
        }
    }
}

/// The paper, and the choices that it would serve.
fn best(choices: &[Open<'_>]) -> Option<(u32, Vec<usize>)> {
    let mut served: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    let without = choices
        .iter()
        .enumerate()
        .filter(|(_, choice)| choice.suggested.is_none());
    for (at, choice) in without {
        for paper in choice.free() {
            served.entry(paper).or_default().push(at);
        }
    }
    let better = |best: (u32, Vec<usize>), next: (u32, Vec<usize>)| {
        if next.1.len() > best.1.len() {
            next
        } else {
            best
        }
    };
    let best = served.into_iter().reduce(better)?;
    (best.1.len() >= 2).then_some(best)
}
