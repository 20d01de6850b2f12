//! Looking up words, and remembering which were found and which were not.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use crate::diagnostic::{Finding, Phrase, Place, TranslationFault, closest};
use crate::model::{Convert, Phrasebook, Text, names_in};

use super::fault;

/// Places of the phrases that were of use.
pub(super) type Used<'a> = Rc<RefCell<BTreeSet<&'a Place>>>;

/// Several books, asked in their order.
pub(super) struct Lookup<'a> {
    books: Vec<&'a Phrasebook>,
    used: Used<'a>,
    asked: RefCell<BTreeSet<String>>,
    missing: RefCell<Missing>,
    /// The language of the words.
    language: &'a str,
}

/// Words without translation, each once, in the order in which they were met.
#[derive(Clone, Debug, Default)]
pub(super) struct Missing(Vec<String>);

impl Missing {
    pub(super) fn add(&mut self, words: String) {
        if !self.0.contains(&words) {
            self.0.push(words);
        }
    }
}

impl<'a> Lookup<'a> {
    pub(super) fn new(books: &[&'a Phrasebook], used: &Used<'a>, language: &'a str) -> Self {
        Self {
            books: books.to_vec(),
            used: Rc::clone(used),
            asked: RefCell::default(),
            missing: RefCell::default(),
            language,
        }
    }

    /// The words in the other language; the words themselves where no book has them.
    pub(super) fn words(&self, words: &str) -> String {
        let key = words.trim();
        self.asked.borrow_mut().insert(key.to_owned());
        self.known(key).unwrap_or_else(|| {
            if is_language(self.language, key) {
                self.missing.borrow_mut().add(key.to_owned());
            }
            words.to_owned()
        })
    }

    /// The same for words that no page of the language shows: nobody misses their translation.
    pub(super) fn text_unseen(&self, words: &str) -> String {
        self.known(words.trim()).unwrap_or_else(|| words.to_owned())
    }

    fn known(&self, words: &str) -> Option<String> {
        let phrase = self.books.iter().find_map(|book| book.phrases.get(words))?;
        self.used.borrow_mut().insert(&phrase.place);
        Some(phrase.value.clone())
    }

    /// Every text that was asked for, and those that no book has.
    pub(super) fn finish(self) -> (BTreeSet<String>, Vec<String>) {
        (self.asked.into_inner(), self.missing.into_inner().0)
    }
}

impl Convert<Text, Text> for Lookup<'_> {
    fn text(&self, words: &Text) -> Text {
        Text::new(self.words(words.source()))
    }

    fn sign(&self, words: &Text) -> Text {
        words.clone()
    }

    fn unseen(&self, words: &Text) -> Text {
        Text::new(self.text_unseen(words.source()))
    }
}

/// Whether words are words of this language: a number or a name such as 「PDF」 needs no translation from Chinese.
fn is_language(language: &str, words: &str) -> bool {
    let han = |c: char| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}');
    if language == "zh" {
        words.chars().any(han)
    } else {
        words.chars().any(char::is_alphabetic)
    }
}

/// What a book lacks, and what it holds in vain or in part.
pub(super) fn judge(book: &Phrasebook, missing: Missing, used: &Used<'_>) -> Vec<Finding> {
    let used = used.borrow();
    let mut findings = Vec::new();
    for (words, phrase) in &book.phrases {
        if used.contains(&phrase.place) {
            let lost = lost(words, &phrase.value);
            if !lost.is_empty() {
                findings.push(fault(
                    phrase.place.clone(),
                    TranslationFault::Loses { lost },
                ));
            }
        } else {
            let suggestion = closest(words, missing.0.iter().map(String::as_str)).map(Phrase);
            let unused = TranslationFault::Unused { suggestion };
            findings.push(fault(phrase.place.clone(), unused));
        }
    }
    if !missing.0.is_empty() && !book.unread {
        let indented = book.place.end > 0;
        findings.push(fault(
            book.place.clone(),
            TranslationFault::Missing {
                words: missing.0.into_iter().map(Phrase).collect(),
                indented,
            },
        ));
    }
    findings
}

/// Local facts and numbers of the words that their translation lacks.
pub(super) fn lost(words: &str, translation: &str) -> Vec<String> {
    let there: BTreeSet<&str> = names_in(translation).map(|(_, name)| name).collect();
    let facts = names_in(words).filter(|(_, name)| !there.contains(name));
    let facts = facts.map(|(range, _)| words[range].to_owned());
    let numbers_there = numbers(translation);
    let numbers = numbers(words).into_iter().filter(|number| number.len() > 1);
    facts
        .chain(numbers.filter(|number| !numbers_there.contains(number)))
        .collect()
}

/// The whole numbers of a text, without zeros at their head. A month has a name in other languages and is left out, and so is
/// what stands for a local fact.
fn numbers(text: &str) -> Vec<String> {
    let mut bare = text.to_owned();
    let facts: Vec<_> = names_in(text).map(|(range, _)| range).collect();
    for range in facts.into_iter().rev() {
        bare.replace_range(range, " ");
    }
    let is_digit = |c: char| c.is_ascii_digit() || c == ',';
    let mut numbers = Vec::new();
    let mut rest = bare.as_str();
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let end = rest[start..]
            .find(|c| !is_digit(c))
            .map_or(rest.len(), |length| start + length);
        let digits = rest[start..end].replace(',', "");
        rest = &rest[end..];
        if !rest.trim_start().starts_with('月') {
            numbers.push(digits.trim_start_matches('0').to_owned());
        }
    }
    numbers
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Lookup, Used, is_language, judge, lost};
    use crate::diagnostic::{At, Place, Problem, TranslationFault};
    use crate::model::Phrasebook;

    fn book(file: &str, phrases: &[(&str, &str)]) -> Phrasebook {
        let phrases: BTreeMap<_, _> = phrases
            .iter()
            .enumerate()
            .map(|(at, (words, text))| {
                let place = Place::new(&file.into(), at..at + 1);
                (
                    (*words).to_owned(),
                    At {
                        value: (*text).to_owned(),
                        place,
                    },
                )
            })
            .collect();
        Phrasebook {
            phrases,
            ..Phrasebook::none(file)
        }
    }

    #[test]
    fn every_text_is_either_translated_or_reported_and_every_phrase_used_or_reported() {
        let own = book("own", &[("身份证", "ID card"), ("老话", "an old saying")]);
        let shared = book(
            "shared",
            &[("身份证", "identity card"), ("老人", "older person")],
        );
        let used = Used::default();
        let lookup = Lookup::new(&[&own, &shared], &used, "zh");
        let words = ["身份证", "老人", "户口簿", "PDF 2026", "户口簿"];
        let texts = words.map(|words| lookup.words(words));
        assert_eq!(
            texts,
            ["ID card", "older person", "户口簿", "PDF 2026", "户口簿"]
        );
        let missing = lookup.finish().1;
        assert_eq!(missing, ["户口簿"]);
        let count = |book| judge(book, super::Missing::default(), &used).len();
        assert_eq!(
            (count(&own), count(&shared)),
            (1, 1),
            "老话 and the second 身份证"
        );
    }

    #[test]
    fn changed_words_are_found_again_by_their_likeness() {
        let own = book("own", &[("满 80 周岁可以办", "from 80")]);
        let mut missing = super::Missing::default();
        missing.add("满 85 周岁可以办".to_owned());
        let findings = judge(&own, missing, &Used::default());
        let faults: Vec<_> = findings
            .into_iter()
            .filter_map(|finding| match finding.problem {
                Problem::Translation(fault) => Some(fault),
                _ => None,
            })
            .collect();
        assert!(
            matches!(&faults[0], TranslationFault::Unused { suggestion: Some(words) } if words.0.contains("85"))
        );
        assert!(matches!(&faults[1], TranslationFault::Missing { words, .. } if words.len() == 1));
    }

    #[test]
    fn numbers_and_facts_survive() {
        assert_eq!(
            lost("满 80 周岁，{{标准}}", "from the age of 80: {{标准}}"),
            Vec::<String>::new()
        );
        assert_eq!(
            lost("满 80 周岁，{{标准}}", "from the age of eighty"),
            ["{{标准}}", "80"]
        );
        assert_eq!(
            lost(
                "12 月底前，交 1 份，共 1,200 元",
                "by the end of December, one copy, 1200 yuan"
            ),
            Vec::<String>::new()
        );
        assert_eq!(lost("08:30 开门", "opens at 8:30"), Vec::<String>::new());
    }

    #[test]
    fn what_has_no_word_of_the_language_needs_no_translation() {
        assert!(is_language("zh", "A4 纸") && is_language("en", "12 pages"));
        assert!(
            !is_language("zh", "12345") && !is_language("zh", "PDF") && !is_language("en", "12345")
        );
    }
}
