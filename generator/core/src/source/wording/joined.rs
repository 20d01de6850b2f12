//! Questions that ask two things at once: one answer cannot be right for both.

use super::Found;
use crate::diagnostic::WordingFault;

const AND: [&str; 8] = [
    "并且", "而且", "同时", "以及", "并已", "并有", "吗，", "吗、",
];

/// The word that joins two questions, or a second question mark.
pub(super) fn questions(words: &str) -> Vec<Found> {
    let joined = AND.iter().find_map(|and| Some((words.find(and)?, *and)));
    let second = || {
        let mut marks = words.match_indices(['？', '?']);
        marks.next()?;
        marks.next()
    };
    let Some((at, joined)) = joined.or_else(second) else {
        return Vec::new();
    };
    let fault = WordingFault::TwoQuestions {
        question: words.to_owned(),
    };
    vec![(at..at + joined.len(), fault)]
}
