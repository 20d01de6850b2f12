//! Sentences that are too long for a phone in a hand.

use super::Found;
use crate::diagnostic::WordingFault;

/// The most characters of a sentence.
const MOST: usize = 60;
/// How many of them a finding shows.
const SHOWN: usize = 12;

/// Sentences with more than [`MOST`] characters. A line ends one too.
pub(super) fn too_long(words: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut start = 0;
    for piece in words.split_inclusive(['。', '！', '？', '；', ';', '\n']) {
        let length = piece.chars().filter(|c| is_read(*c)).count();
        if length > MOST {
            let at = start + (piece.len() - piece.trim_start().len());
            let shown: String = words[at..].chars().take(SHOWN).collect();
            let end = at + shown.len();
            let fault = WordingFault::LongSentence {
                beginning: shown,
                length,
                most: MOST,
            };
            found.push((at..end, fault));
        }
        start += piece.len();
    }
    found
}

/// Chinese characters count: figures and foreign words are taken in at a glance.
fn is_read(c: char) -> bool {
    !c.is_ascii() && c.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::too_long;

    #[test]
    fn a_sentence_has_an_end() {
        let long = "申".repeat(61);
        assert_eq!(too_long(&long).len(), 1);
        assert_eq!(too_long(&format!("短。{long}。短")).len(), 1);
        assert!(too_long(&"申请。".repeat(40)).is_empty());
        assert!(too_long(&"申".repeat(60)).is_empty());
    }
}
