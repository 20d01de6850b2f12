//! Conditions as the page says them in words, understood again: 「户籍：本市其他区县 或 外地，并且 年龄：满 80 周岁」.
//!
//! A second reading of a guide's rules that shares nothing with the engine: what a resident without scripts reads.
//! The words are those of the theme in the page's language (`i18n/zh.yaml`, `i18n/en.yaml`); white space means nothing.

use std::collections::BTreeMap;
use std::fs;

use onetrip_widget::rules::Answer;

use crate::html::{Document, Element};
use crate::tools;

/// A condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// All hold.
    All(Vec<Said>),
    /// One holds at least.
    Any(Vec<Said>),
    /// It does not hold.
    Not(Box<Said>),
    /// One of these options is the answer, or among the answers.
    Chosen {
        /// Index of the question.
        question: usize,
        /// Indexes of the options.
        options: Vec<usize>,
    },
    /// The number is in the range, ends included.
    Within {
        /// Index of the question.
        question: usize,
        /// The smallest number.
        min: i64,
        /// The largest number.
        max: i64,
    },
}

impl Said {
    /// Whether it holds with an answer to every question.
    pub fn holds(&self, answers: &[Answer]) -> bool {
        match self {
            Self::All(parts) => parts.iter().all(|part| part.holds(answers)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(answers)),
            Self::Not(inner) => !inner.holds(answers),
            Self::Chosen { question, options } => match &answers[*question] {
                Answer::Choice(chosen) => options.contains(chosen),
                Answer::Multi(chosen) => options.iter().any(|option| chosen.contains(option)),
                _ => false,
            },
            Self::Within { question, min, max } => {
                matches!(&answers[*question], Answer::Number(number) if (min..=max).contains(&number))
            }
        }
    }
}

/// Reads the conditions of one page.
#[derive(Debug)]
pub struct Reader {
    texts: BTreeMap<String, String>,
    questions: Vec<Question>,
}

/// A question as the page shows it.
#[derive(Debug)]
struct Question {
    label: String,
    kind: String,
    unit: String,
    options: Vec<String>,
}

impl Reader {
    /// A reader for the questions of a page.
    pub fn of(page: &Document) -> Self {
        let mut languages = page
            .elements()
            .filter_map(|element| element.attribute("lang"));
        let language = if languages.next() == Some("en") {
            "en"
        } else {
            "zh"
        };
        let file = tools::workspace()
            .join("themes/default/i18n")
            .join(language)
            .with_extension("yaml");
        let yaml =
            fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let pairs = yaml.lines().filter_map(|line| line.split_once(": "));
        let texts = pairs
            .map(|(key, text)| (key.to_owned(), bare(text.trim().trim_matches('"'))))
            .collect();
        Self {
            texts,
            questions: page.with("data-question").map(Question::of).collect(),
        }
    }

    /// The condition in the element's words, its label left out.
    ///
    /// # Errors
    ///
    /// What is left of the words where they are not understood.
    pub fn condition(&self, element: &Element<'_>) -> Result<Said, String> {
        let when = element
            .descendants()
            .find(|inner| inner.has_class("when"))
            .ok_or("no words")?;
        let label = when.descendants().find(|inner| inner.has_class("label"));
        let whole = bare(&when.text());
        let words = whole.strip_prefix(&label.map(|label| bare(&label.text())).unwrap_or_default());
        self.read(words.unwrap_or(&whole))
    }

    fn read(&self, words: &str) -> Result<Said, String> {
        let mut rest = words;
        let said = self.whole(&mut rest)?;
        if rest.is_empty() {
            Ok(said)
        } else {
            Err(format!("{words}: not understood: {rest}"))
        }
    }

    fn whole(&self, rest: &mut &str) -> Result<Said, String> {
        let mut parts = vec![self.part(rest)?];
        let (and, or) = (self.text("cond_and"), self.text("cond_or"));
        let both = if rest.starts_with(and) { and } else { or };
        while eat(rest, both) {
            parts.push(self.part(rest)?);
        }
        if rest.starts_with(and) || rest.starts_with(or) {
            return Err(format!(
                "“and” and “or” side by side, without brackets: {rest}"
            ));
        }
        Ok(match parts.len() {
            1 => parts.swap_remove(0),
            _ if both == and => Said::All(parts),
            _ => Said::Any(parts),
        })
    }

    fn part(&self, rest: &mut &str) -> Result<Said, String> {
        for key in ["cond_not", "cond_group"] {
            let (before, after) = self
                .text(key)
                .split_once("{condition}")
                .ok_or("no {condition}")?;
            if eat(rest, before) {
                let inner = self.whole(rest)?;
                let closed = eat(rest, after);
                let inner = if key == "cond_not" {
                    Said::Not(Box::new(inner))
                } else {
                    inner
                };
                return if closed {
                    Ok(inner)
                } else {
                    Err(format!("not closed: {rest}"))
                };
            }
        }
        self.answer(rest)
            .ok_or_else(|| format!("no answer to a question: {rest}"))
    }

    fn answer(&self, rest: &mut &str) -> Option<Said> {
        let begun = |question: &Question| {
            let before = self.text("cond_answer").strip_suffix("{answer}")?;
            rest.strip_prefix(before.replace("{question}", &question.label).as_str())
        };
        let found = self
            .questions
            .iter()
            .enumerate()
            .filter_map(|(at, asked)| Some((at, begun(asked)?)));
        let (question, mut after) = found.min_by_key(|(_, after)| after.len())?;
        let (asked, has) = (&self.questions[question], self.text("cond_has"));
        let said = if asked.kind == "number" {
            let (min, max) = self.range(&mut after, &asked.unit)?;
            Said::Within { question, min, max }
        } else {
            if asked.kind == "multi" && !asked.options.iter().any(|option| option.starts_with(has))
            {
                after = after.strip_prefix(has)?;
            }
            Said::Chosen {
                question,
                options: self.options(&mut after, asked)?,
            }
        };
        *rest = after;
        Some(said)
    }

    fn options(&self, rest: &mut &str, asked: &Question) -> Option<Vec<usize>> {
        let mut options = vec![asked.eat_option(rest)?];
        loop {
            let mut after = *rest;
            let next =
                eat(&mut after, self.text("cond_option_or")).then(|| asked.eat_option(&mut after));
            let Some(option) = next.flatten() else {
                return Some(options);
            };
            options.push(option);
            *rest = after;
        }
    }

    fn range(&self, rest: &mut &str, unit: &str) -> Option<(i64, i64)> {
        let keys = [
            "number_between",
            "number_exactly",
            "number_below",
            "number_from",
        ];
        keys.into_iter().find_map(|key| {
            let mut after = *rest;
            let numbers = eat_pattern(&mut after, &self.text(key).replace("{unit}", unit))?;
            *rest = after;
            Some(match (key, numbers[0]) {
                ("number_below", number) => (i64::MIN, number - 1),
                ("number_from", number) => (number, i64::MAX),
                (_, number) => (number, numbers[numbers.len() - 1]),
            })
        })
    }

    fn text(&self, key: &str) -> &str {
        self.texts
            .get(key)
            .unwrap_or_else(|| panic!("the theme has no {key}"))
    }
}

impl Question {
    fn of(field: Element<'_>) -> Self {
        let attribute = |name: &str| bare(field.attribute(name).unwrap_or_default());
        let mut options = Vec::new();
        let mut is_option = false;
        for inner in field.descendants() {
            if inner.name() == "input" {
                // 不清楚 and “none of these” have letters for their values.
                is_option = inner
                    .attribute("value")
                    .is_some_and(|value| value.parse::<usize>().is_ok());
            } else if is_option && inner.has_class("choice-text") {
                options.push(bare(&inner.text()));
            }
        }
        Self {
            label: attribute("data-label"),
            kind: attribute("data-kind"),
            unit: attribute("data-unit"),
            options,
        }
    }

    /// The longest option that stands there.
    fn eat_option(&self, rest: &mut &str) -> Option<usize> {
        let there = self
            .options
            .iter()
            .enumerate()
            .filter(|(_, option)| rest.starts_with(option.as_str()));
        let (at, option) = there.max_by_key(|(_, option)| option.len())?;
        *rest = &rest[option.len()..];
        Some(at)
    }
}

/// Without any white space.
fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

fn eat(rest: &mut &str, word: &str) -> bool {
    let after = rest.strip_prefix(word);
    *rest = after.unwrap_or(rest);
    after.is_some()
}

/// The numbers at the placeholders of a pattern, if the text begins with it.
fn eat_pattern(rest: &mut &str, pattern: &str) -> Option<Vec<i64>> {
    let mut numbers = Vec::new();
    for (at, piece) in pattern.split('{').enumerate() {
        let literal = if at == 0 {
            piece
        } else {
            piece.split_once('}')?.1
        };
        if at > 0 {
            let digits = rest
                .find(|letter: char| !letter.is_ascii_digit() && letter != '-')
                .unwrap_or(rest.len());
            numbers.push(rest[..digits].parse().ok()?);
            *rest = &rest[digits..];
        }
        if !eat(rest, literal) {
            return None;
        }
    }
    Some(numbers)
}

#[cfg(test)]
mod tests {
    use super::{Reader, Said};
    use crate::html::Document;

    fn reader() -> Reader {
        Reader::of(&Document::parse(
            "<fieldset data-question=0 data-kind=choice data-label=户籍>
               <input value=0><b class=choice-text>本区</b><input value=1><b class=choice-text>外地</b>
               <input value=u><b class=choice-text>不清楚</b></fieldset>
             <fieldset data-question=1 data-kind=number data-label=年龄 data-unit=周岁><input></fieldset>
             <fieldset data-question=2 data-kind=multi data-label=情况>
               <input value=0><b class=choice-text>低保</b><input value=1><b class=choice-text>一级或二级</b></fieldset>
             <fieldset data-question=3 data-kind=multi data-label=家里>
               <input value=0><b class=choice-text>有病人</b><input value=1><b class=choice-text>租房住</b></fieldset>",
        ))
    }

    #[test]
    fn sentences_are_understood() {
        let from = Said::Within {
            question: 1,
            min: 80,
            max: i64::MAX,
        };
        let local = Said::Chosen {
            question: 0,
            options: vec![0, 1],
        };
        let disabled = Said::Chosen {
            question: 2,
            options: vec![0, 1],
        };
        let not = Said::Not(Box::new(Said::Any(vec![local.clone(), from.clone()])));
        let sentence =
            "不是（户籍：本区 或 外地 或者 年龄：满 80 周岁），并且 情况：有低保 或 一级或二级";
        assert_eq!(
            reader().read(&super::bare(sentence)),
            Ok(Said::All(vec![not, disabled]))
        );
        let home = Said::Chosen {
            question: 3,
            options: vec![1, 0],
        };
        assert_eq!(reader().read("家里：租房住或有病人"), Ok(home));
        let between = Said::Within {
            question: 1,
            min: 60,
            max: 79,
        };
        assert_eq!(reader().read("年龄：60到79周岁"), Ok(between));
    }

    #[test]
    fn what_a_reader_could_take_in_two_ways_is_refused() {
        assert!(
            reader()
                .read("户籍：本区，并且年龄：满80周岁或者户籍：外地")
                .is_err()
        );
        assert!(reader().read("户口：本区").is_err());
    }
}
