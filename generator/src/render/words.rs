//! Conditions in words: what the page says without a script.

use std::collections::BTreeMap;

use crate::model::{AnswerKind, Choice, Condition, Hours, Question, TimeSpan};

/// The interface's texts of one language.
#[derive(Clone, Copy, Debug)]
pub(super) struct Texts<'a>(pub(super) &'a BTreeMap<String, String>);

impl<'a> Texts<'a> {
    /// The text of a key; the key itself where the theme has none, so that its author sees it on the page.
    pub(super) fn get(self, key: &'a str) -> &'a str {
        self.0.get(key).map_or(key, String::as_str)
    }

    /// The text with its placeholders filled.
    pub(super) fn fill(self, key: &'a str, values: &[(&str, &str)]) -> String {
        let text = self.get(key);
        let mut out = String::with_capacity(text.len() + 16);
        let mut rest = text;
        // One pass: a value is never searched for placeholders.
        while let Some(open) = rest.find('{') {
            out.push_str(&rest[..open]);
            rest = &rest[open..];
            let filled = rest.find('}').and_then(|close| {
                let (_, value) = values.iter().find(|(name, _)| *name == &rest[1..close])?;
                Some((close + 1, *value))
            });
            let (end, value) = filled.unwrap_or((1, "{"));
            out.push_str(value);
            rest = &rest[end..];
        }
        out.push_str(rest);
        out
    }

    /// A condition for a resident: 「户籍：本市其他区县 或 外地」.
    pub(super) fn condition(self, condition: &Condition, questions: &[Question<String>]) -> String {
        match condition {
            Condition::All(parts) => self.join(parts, questions, "cond_and"),
            Condition::Any(parts) => self.join(parts, questions, "cond_or"),
            Condition::Not(inner) => self.fill(
                "cond_not",
                &[("condition", &self.condition(inner, questions))],
            ),
            Condition::Chosen(choice) => self.chosen(choice, questions),
            Condition::Within { question, min, max } => {
                let Some(asked) = questions.get(*question) else {
                    return String::new();
                };
                let answer = self.range(asked, *min, *max);
                self.fill(
                    "cond_answer",
                    &[("question", &asked.label), ("answer", &answer)],
                )
            }
        }
    }

    fn join(self, parts: &[Condition], questions: &[Question<String>], key: &'a str) -> String {
        let words: Vec<String> = parts
            .iter()
            .map(|part| {
                let words = self.condition(part, questions);
                match part {
                    Condition::All(inner) | Condition::Any(inner) if inner.len() > 1 => {
                        self.fill("cond_group", &[("condition", &words)])
                    }
                    _ => words,
                }
            })
            .collect();
        words.join(self.get(key))
    }

    fn chosen(self, choice: &Choice, questions: &[Question<String>]) -> String {
        let Some(asked) = questions.get(choice.question) else {
            return String::new();
        };
        let names: Vec<&str> = choice
            .options
            .iter()
            .filter_map(|o| asked.options().get(*o))
            .map(|o| o.name.as_str())
            .collect();
        let answer = names.join(self.get("cond_option_or"));
        // 「有低保」, but not 「有有病人」: where options bring the word themselves, it stands in none of the question's conditions.
        let has = self.get("cond_has");
        let said = asked
            .options()
            .iter()
            .any(|option| option.name.starts_with(has));
        let answer = if choice.multi && !said {
            format!("{has}{answer}")
        } else {
            answer
        };
        self.fill(
            "cond_answer",
            &[("question", &asked.label), ("answer", &answer)],
        )
    }

    fn range(self, asked: &Question<String>, min: Option<i64>, max: Option<i64>) -> String {
        let AnswerKind::Number { unit, .. } = &asked.kind else {
            return String::new();
        };
        let unit = unit.as_deref().unwrap_or_default();
        match (min, max) {
            (Some(min), Some(max)) if min == max => {
                self.fill("number_exactly", &[("n", &min.to_string()), ("unit", unit)])
            }
            (Some(min), Some(max)) => self.fill(
                "number_between",
                &[
                    ("from", &min.to_string()),
                    ("to", &max.to_string()),
                    ("unit", unit),
                ],
            ),
            (Some(min), None) => {
                self.fill("number_from", &[("n", &min.to_string()), ("unit", unit)])
            }
            (None, Some(max)) => self.fill(
                "number_below",
                &[("n", &max.saturating_add(1).to_string()), ("unit", unit)],
            ),
            (None, None) => String::new(),
        }
    }

    /// Days of the week, runs of three and more as a range: 「周一至周五」.
    pub(super) fn days(self, hours: &Hours<String>) -> String {
        let mut parts = Vec::new();
        let mut days = hours.days.iter().copied().peekable();
        while let Some(first) = days.next() {
            let mut last = first;
            while days.peek() == Some(&(last + 1)) {
                last += 1;
                days.next();
            }
            match last - first {
                0 => parts.push(self.day(first).to_owned()),
                1 => parts.extend([self.day(first).to_owned(), self.day(last).to_owned()]),
                _ => parts.push(self.fill(
                    "day_range",
                    &[("from", self.day(first)), ("to", self.day(last))],
                )),
            }
        }
        parts.join(self.get("listing"))
    }

    pub(super) fn day(self, day: u8) -> &'a str {
        const KEYS: [&str; 7] = [
            "day_0", "day_1", "day_2", "day_3", "day_4", "day_5", "day_6",
        ];
        KEYS.get(usize::from(day)).map_or("", |key| self.get(key))
    }
}

/// `08:30–12:00`.
pub(super) fn clock(span: TimeSpan) -> String {
    let TimeSpan { from, to } = span;
    format!(
        "{:02}:{:02}–{:02}:{:02}",
        from / 60,
        from % 60,
        to / 60,
        to % 60
    )
}
