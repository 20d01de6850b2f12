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
        // Between Han and a figure stands a space, as in the words around it.
        let text = self.text("fact_later", "; {y}-{m}-{d}: {value}");
        let before = text.split("{value}").next().unwrap_or_default();
        let apart = before.ends_with(|c: char| c.is_alphabetic() && !c.is_ascii())
            && value.starts_with(|c: char| c.is_ascii_alphanumeric());
        let spaced = format!("{}{value}", if apart { " " } else { "" });
        let month = self.text(&format!("month_{}", day.month()), "{m}");
        text.replace("{month}", month)
            .replace("{y}", &day.year().to_string())
            .replace("{m}", &day.month().to_string())
            .replace("{d}", &day.day().to_string())
            .replace("{value}", &spaced)
    }

    fn text(&self, key: &str, otherwise: &'a str) -> &'a str {
        let text = self.texts.and_then(|texts| texts.get(key));
        text.map_or(otherwise, String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::civil::date;

    use super::FactWords;
    use crate::model::LocalFact;

    fn texts(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        let pairs = pairs.iter();
        pairs
            .map(|(key, text)| ((*key).to_owned(), (*text).to_owned()))
            .collect()
    }

    fn measured() -> LocalFact {
        LocalFact {
            number: Some(80.into()),
            unit: Some("周岁".to_owned()),
            ..LocalFact::words("80")
        }
    }

    #[test]
    fn a_unit_is_said_once() {
        let words = FactWords::bare("", date(2026, 11, 25));
        let told = |rest| words.told(&measured(), rest);
        assert_eq!(told("起领"), ("80 周岁".to_owned(), 0));
        assert_eq!(told(" 周岁起领"), ("80 周岁".to_owned(), 7));
        assert_eq!(told("周岁"), ("80 周岁".to_owned(), 6));
        assert_eq!(told(" 岁"), ("80 周岁".to_owned(), 0));
    }

    #[test]
    fn later_values_are_told_until_they_hold() {
        let fact = LocalFact {
            example: true,
            later: vec![(date(2027, 1, 1), "75".to_owned())],
            ..measured()
        };
        let zh = texts(&[
            ("fact_example", "{value}（示例）"),
            ("fact_later", "；{y} 年 {m} 月 {d} 日起{value}"),
        ]);
        let en = texts(&[
            ("month_1", "January"),
            ("fact_later", "; from {d} {month} {y}: {value}"),
        ]);
        let before = FactWords::new(Some(&zh), date(2026, 12, 31));
        let both = "80 周岁；2027 年 1 月 1 日起 75 周岁（示例）";
        assert_eq!(before.told(&fact, "").0, both);
        let after = FactWords::new(Some(&zh), date(2027, 1, 1));
        assert_eq!(after.told(&fact, "").0, "75 周岁（示例）");
        let english = FactWords::new(Some(&en), date(2026, 12, 31));
        let said = "80 周岁; from 1 January 2027: 75 周岁";
        assert_eq!(english.told(&fact, "").0, said);
        assert_eq!(english.missing("起领年龄"), "起领年龄");
    }
}
