//! Ids of headings.

use std::collections::{BTreeMap, BTreeSet};

/// The ids that are taken in one text.
#[derive(Default)]
pub(super) struct Slugs {
    taken: BTreeSet<String>,
    /// The next number to be tried behind an id.
    next: BTreeMap<String, usize>,
}

impl Slugs {
    /// An id that was not given yet: the letters and digits of `text`, also Chinese ones, joined by `-`.
    pub(super) fn unique(&mut self, text: &str) -> String {
        let words: Vec<&str> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        let base = if words.is_empty() {
            "section".to_owned()
        } else {
            words.join("-").to_lowercase()
        };
        let mut id = base.clone();
        while self.taken.contains(&id) {
            let next = self.next.entry(base.clone()).or_insert(2);
            id = format!("{base}-{next}");
            *next += 1;
        }
        self.taken.insert(id.clone());
        id
    }
}

#[cfg(test)]
mod tests {
    use super::Slugs;

    #[test]
    fn no_id_is_given_twice() {
        let mut slugs = Slugs::default();
        let texts = ["问", "问-2", "问", "问", "？", "!", "A b"];
        let given: Vec<String> = texts.iter().map(|text| slugs.unique(text)).collect();
        assert_eq!(
            given,
            ["问", "问-2", "问-3", "问-4", "section", "section-2", "a-b"]
        );
    }
}
