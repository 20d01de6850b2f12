//! How a language tells local facts: one that nobody has told yet, one that is an example, one that changes on some day.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::LocalFact;

/// The words around local facts in one language, as of one day.
#[derive(Clone, Copy, Debug)]
pub struct FactWords<'a> {
    /// The theme's texts; none where nothing but the facts themselves is wanted.
    texts: Option<&'a BTreeMap<String, String>>,
    /// What stands for a fact that nobody has told, with `{name}` for its name, where there are no texts.
    missing: &'a str,
    today: Date,
}

impl<'a> FactWords<'a> {
    /// The words of a theme.
    pub fn new(texts: Option<&'a BTreeMap<String, String>>, today: Date) -> Self {
        Self {
            texts,
            missing: "{name}",
            today,
        }
    }

    /// The facts and nothing around them; `missing` stands for those that nobody has told.
    pub fn bare(missing: &'a str, today: Date) -> Self {
        Self {
            texts: None,
            missing,
            today,
        }
    }

    /// What stands where nobody has told the fact.
    pub(super) fn missing(&self, name: &str) -> String {
        let text = self.text("fact_missing", self.missing);
        text.replace("{name}", name)
    }

    /// A fact in words, and how many bytes of the words behind it say its unit once more: 「满 {{起领年龄}} 周岁」 and
    /// 「满 {{起领年龄}}」 read the same.
    pub(super) fn told(&self, fact: &LocalFact, rest: &str) -> (String, usize) {
        let (now, later) = fact.on(self.today);
        let measured = |words: &str| match &fact.unit {
            Some(unit) => format!("{words} {unit}"),
            None => words.to_owned(),
        };
        let mut said = measured(now);
        for (day, words) in later {
            said.push_str(&self.from(*day, &measured(words)));
        }
        if fact.example {
            said = self
                .text("fact_example", "{value}")
                .replace("{value}", &said);
        }
        let behind = rest.trim_start_matches(' ');
        let again = fact.unit.as_deref().filter(|unit| behind.starts_with(unit));
        let taken = again.map_or(0, |unit| rest.len() - behind.len() + unit.len());
        (said, taken)
    }

    /// What a fact says from a day on. A page is read long after it was built, so it tells both.
    fn from(&self, day: Date, value: &str) -> String {
        let month = self.text(&format!("month_{}", day.month()), "{m}");
        self.text("fact_later", "; {y}-{m}-{d}: {value}")
            .replace("{month}", month)
            .replace("{y}", &day.year().to_string())
            .replace("{m}", &day.month().to_string())
            .replace("{d}", &day.day().to_string())
            .replace("{value}", value)
    }

    fn text(&self, key: &str, otherwise: &'a str) -> &'a str {
        let text = self.texts.and_then(|texts| texts.get(key));
        text.map_or(otherwise, String::as_str)
    }
}
