//! Which looks at a text are worth it: the words that each begins with are all sought in one pass, and most texts have none.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::{open, passing, plain, proofs, slips};

/// Looks at words, each of which finds nothing where none of its words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    Ends,
    Placeholders,
    Elsewhere,
    Proofs,
    Passing,
    Plain,
    Misspelt,
}

/// The looks that a text asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Hints(u8);

impl Hints {
    /// Reads the text once.
    pub(super) fn of(text: &str) -> Self {
        let (automaton, looks) = &*WORDS;
        let found = automaton.find_overlapping_iter(text);
        Self(found.fold(0, |all, at| all | 1 << looks[at.pattern().as_usize()] as u8))
    }

    pub(super) fn has(self, look: Look) -> bool {
        self.0 & (1 << look as u8) != 0
    }
}

/// The words of every look.
fn words() -> impl Iterator<Item = (&'static str, Look)> {
    let ends = open::ENDS.into_iter().flatten().copied();
    let plain = plain::PLAIN.iter().map(|(word, _)| *word);
    let of = |look: Look| move |word: &'static str| (word, look);
    ends.map(of(Look::Ends))
        .chain(open::FILL_IN.map(of(Look::Placeholders)))
        .chain(open::ELSEWHERE.map(of(Look::Elsewhere)))
        .chain(proofs::COMMUNITY.map(of(Look::Proofs)))
        .chain(passing::PASSING.map(of(Look::Passing)))
        .chain(plain.map(of(Look::Plain)))
        .chain(slips::MISSPELT.map(|(word, _)| (word, Look::Misspelt)))
}

static WORDS: LazyLock<(AhoCorasick, Vec<Look>)> = LazyLock::new(|| {
    let (words, looks): (Vec<_>, Vec<_>) = words().unzip();
    let automaton = AhoCorasick::new(words).expect("a few hundred words make an automaton");
    (automaton, looks)
});

#[cfg(test)]
mod tests {
    use super::{Hints, Look, words};

    #[test]
    fn every_word_asks_for_its_look() {
        for (word, look) in words() {
            assert!(Hints::of(&format!("带{word}来")).has(look), "{word}");
        }
        assert_eq!(Hints::of("带身份证来"), Hints::default());
        // One inside another.
        assert!(Hints::of("（待定").has(Look::Placeholders));
    }
}
