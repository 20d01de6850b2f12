//! One paper for several choices.

use alloc::vec::Vec;

use super::open::{self, Open};

/// Suggests, again and again, the paper that serves most of the choices without a suggestion and costs none of them
/// anything extra, as long as it serves two with the same originals; of several such papers the one with the smallest number.
pub(super) fn suggest(choices: &mut [Open<'_>]) {
    while let Some(paper) = best(choices) {
        let total = open::total(paper, &served(choices, paper));
        for choice in choices.iter_mut() {
            if choice.suggested.is_none() && choice.is_free(paper) {
                choice.suggested = Some(total);
            }
        }
    }
}

fn best(choices: &[Open<'_>]) -> Option<u32> {
    let mut best = (1, 0);
    for paper in choices.iter().flat_map(Open::free) {
        let serves = served(choices, paper).len();
        if serves > best.0 || (serves == best.0 && serves > 1 && paper < best.1) {
            best = (serves, paper);
        }
    }
    (best.0 >= 2).then_some(best.1)
}

/// The choices without a suggestion that the paper would serve.
fn served<'c, 'a>(choices: &'c [Open<'a>], paper: u32) -> Vec<&'c Open<'a>> {
    let mut served = Vec::new();
    for choice in choices {
        if choice.suggested.is_none() && choice.is_free(paper) {
            served.push(choice);
        }
    }
    served
}
