//! One paper for several choices.

use alloc::vec::Vec;

use super::Choice;

/// Suggests, again and again, the paper that serves most of the choices without a suggestion, as long as it
/// serves two; of several such papers the one with the smallest number.
pub(super) fn suggest(choices: &mut [Choice]) {
    while let Some(paper) = best(choices) {
        for choice in choices
            .iter_mut()
            .filter(|choice| is_open(choice) && has(choice, paper))
        {
            choice.suggested = Some(paper);
        }
    }
}

fn best(choices: &[Choice]) -> Option<u32> {
    // Papers, ascending, with the number of choices that have them.
    let mut counts: Vec<(u32, u32)> = Vec::new();
    for total in choices
        .iter()
        .filter(|choice| is_open(choice))
        .flat_map(|choice| &choice.from)
    {
        match counts.binary_search_by_key(&total.paper, |(paper, _)| *paper) {
            Ok(at) => counts[at].1 += 1,
            Err(at) => counts.insert(at, (total.paper, 1)),
        }
    }
    let better = |best: (u32, u32), next: (u32, u32)| if next.1 > best.1 { next } else { best };
    let (paper, count) = counts.into_iter().reduce(better)?;
    (count >= 2).then_some(paper)
}

fn is_open(choice: &Choice) -> bool {
    choice.suggested.is_none()
}

fn has(choice: &Choice, paper: u32) -> bool {
    choice.from.iter().any(|total| total.paper == paper)
}
