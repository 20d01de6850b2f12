//! How easy a guide reads: by the length of its sentences, which is what makes the difference to a reader of Chinese on a phone.
//!
//! There is no formula for Chinese that needs no dictionary; those that there are (as CLDC: length of sentences and share of rare words) agree
//! that the first part weighs most. Words of offices are findings of their own.

use std::cell::RefCell;

use pulldown_cmark::{Event, TagEnd};

use crate::model::{Convert, Markdown, Matter, Text};

/// Sentences as short as people speak.
const SHORT: f64 = 12.0;
/// One of more characters has to be read twice.
const LONG: usize = 30;

/// What the sentences of a guide are like.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Ease {
    /// How many there are.
    pub sentences: usize,
    /// How many characters they have on average, figures and signs aside.
    pub length: f64,
    /// How many of them have more than 30.
    pub long: usize,
}

impl Ease {
    /// Reads a guide's sentences: what it says in more than a name, in its front matter and below.
    pub fn of(matter: &Matter) -> Self {
        let words = Words::default();
        let _: Matter = matter.convert(&words);
        let mut texts = words.0.into_inner();
        texts.extend(paragraphs(&matter.body));
        let lengths: Vec<usize> = texts
            .iter()
            .filter(|text| text.contains(['，', '。', '？', '！', '；']))
            .flat_map(|text| text.split(['。', '？', '！', '；', '\n']))
            .map(|sentence| sentence.chars().filter(|c| c.is_alphabetic()).count())
            .filter(|length| *length > 0)
            .collect();
        let all: usize = lengths.iter().sum();
        Self {
            sentences: lengths.len(),
            #[expect(clippy::cast_precision_loss, reason = "a guide has few sentences")]
            length: all as f64 / lengths.len().max(1) as f64,
            long: lengths.iter().filter(|length| **length > LONG).count(),
        }
    }

    /// From 100 to 0: 3 less for each character that the average sentence has above 12, 1 less for each sentence in a hundred that has
    /// more than 30.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and 100"
    )]
    pub fn score(&self) -> u32 {
        let share = 100.0 * self.long as f64 / self.sentences.max(1) as f64;
        let less = 3.0 * (self.length - SHORT).max(0.0) + share;
        (100.0 - less).clamp(0.0, 100.0).round() as u32
    }
}

/// Collects every word that it is asked to convert.
#[derive(Default)]
struct Words(RefCell<Vec<String>>);

impl Convert<Text, Text> for Words {
    fn text(&self, text: &Text) -> Text {
        self.0.borrow_mut().push(text.source().to_owned());
        text.clone()
    }

    fn sign(&self, text: &Text) -> Text {
        text.clone()
    }

    fn unseen(&self, text: &Text) -> Text {
        text.clone()
    }
}

/// The words of the text below the front matter, block by block.
fn paragraphs(body: &Markdown) -> Vec<String> {
    let mut all = vec![String::new()];
    for event in &body.events {
        match event {
            Event::Text(words) | Event::Code(words) => {
                if let Some(last) = all.last_mut() {
                    last.push_str(words);
                }
            }
            Event::End(
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell,
            ) => all.push(String::new()),
            _ => {}
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::Ease;

    #[test]
    fn short_sentences_are_easy() {
        let of = |length, long| Ease {
            sentences: 50,
            length,
            long,
        };
        assert_eq!(of(8.0, 0).score(), 100);
        assert_eq!(of(22.0, 5).score(), 60);
        assert_eq!(of(60.0, 50).score(), 0);
    }
}
