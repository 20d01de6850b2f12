//! What something is called: words, once, and one name in one place.

use crate::diagnostic::WordingFault;
use crate::source::text::parts;

/// Signs without a word, or a name twice, one behind the other.
pub(super) fn fault(words: &str) -> Option<WordingFault> {
    let words = words.trim();
    if !words.is_empty() && !words.chars().any(char::is_alphanumeric) {
        let words = words.to_owned();
        return Some(WordingFault::NoWords { words });
    }
    let once = twice(words)?.to_owned();
    Some(WordingFault::SaidTwice { words: once })
}

/// Shorter ones are words: 爸爸, 天天.
const LEAST: usize = 3;

fn twice(words: &str) -> Option<&str> {
    let (first, second) = words.split_at_checked(words.len() / 2)?;
    let (first, second) = (first.trim_end(), second.trim_start());
    let name = first == second && first.chars().count() >= LEAST;
    name.then_some(first)
}

/// Several names in one: 老年补贴，敬老钱.
pub(super) fn several(words: &str) -> Option<WordingFault> {
    let names = parts(words);
    let line = format!("[{}]", names.join(", "));
    (names.len() > 1).then_some(WordingFault::ListInOne { line })
}

#[cfg(test)]
mod tests {
    use super::{fault, several};
    use crate::diagnostic::Problem;

    #[test]
    fn a_name_is_words_once() {
        let said = |words: &str| fault(words).map(|fault| Problem::from(fault).id());
        assert_eq!(said("。"), Some("no-words"));
        assert_eq!(said("—— "), Some("no-words"));
        assert_eq!(said("居住登记居住登记"), Some("said-twice"));
        assert_eq!(said("居住登记 居住登记"), Some("said-twice"));
        for words in ["居住登记", "爸爸", "天天", "120", "1111", ""] {
            assert_eq!(said(words), None, "{words}");
        }
    }

    #[test]
    fn several_names_are_a_list() {
        assert!(several("老年补贴，敬老钱").is_some());
        assert!(several("老年补贴").is_none());
    }
}
