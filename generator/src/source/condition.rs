//! 当: conditions, with their questions and options resolved to what the guide asks.

use std::collections::BTreeMap;
use std::ops::Range;

use super::decode::{Reader, Table};
use super::keys;
use super::text;
use super::yaml::{Node, Value};
use crate::diagnostic::{At, Expected, Problem, closest};
use crate::model::{AnswerKind, Choice, Condition, Question};

/// Something was wrong and has been reported.
pub(super) struct Reported;

/// What conditions of one guide may speak of.
pub(super) struct Vocabulary<'a> {
    reader: &'a Reader,
    questions: &'a [Question],
    named: BTreeMap<String, &'a Node>,
    /// Questions that the guide names and that could not be read: conditions on them are not judged.
    unread: Vec<String>,
}

impl<'a> Vocabulary<'a> {
    /// The guide's questions and its 事实; every named condition is read once, so that an unused one is checked too.
    pub(super) fn new(
        reader: &'a Reader,
        questions: &'a [Question],
        unread: Vec<String>,
        facts: Option<&'a Node>,
    ) -> Self {
        let entries = facts
            .map(|node| reader.names(keys::FACTS.zh, node))
            .unwrap_or_default();
        let order: Vec<String> = entries.iter().map(|(name, _)| name.value.clone()).collect();
        let named = entries
            .into_iter()
            .map(|(name, node)| (name.value, node))
            .collect();
        let vocabulary = Self {
            reader,
            questions,
            named,
            unread,
        };
        for name in order {
            if let Some(node) = vocabulary.named.get(&name) {
                vocabulary.read(node, &mut vec![name]);
            }
        }
        vocabulary
    }

    /// A condition; `None` when something in it was reported.
    pub(super) fn condition(&self, node: &Node) -> Option<Condition> {
        self.read(node, &mut Vec::new())
    }

    /// The condition of a table's 当, if it has one.
    pub(super) fn when(&self, table: &Table<'_, '_>) -> Result<Option<Condition>, Reported> {
        match table.get(keys::WHEN) {
            Some(node) => self.condition(node).map(Some).ok_or(Reported),
            None => Ok(None),
        }
    }

    /// `path` holds the names of the conditions being read, against loops.
    fn read(&self, node: &Node, path: &mut Vec<String>) -> Option<Condition> {
        let Value::Map(_) = &node.value else {
            self.reader.wrong(keys::WHEN.zh, node, Expected::Condition);
            return None;
        };
        if let Some((span, question)) = self.asked_twice(node) {
            self.reader.report(&span, Problem::TwoAnswers { question });
            return None;
        }
        let entries = self.reader.names(keys::WHEN.zh, node);
        if entries.is_empty() {
            self.reader.wrong(keys::WHEN.zh, node, Expected::Condition);
            return None;
        }
        let parts: Vec<Option<Condition>> = entries
            .iter()
            .map(|(name, value)| self.entry(name, value, path))
            .collect();
        let mut parts = parts.into_iter().collect::<Option<Vec<_>>>()?;
        if parts.len() == 1 {
            parts.pop()
        } else {
            Some(Condition::All(parts))
        }
    }

    /// A question that stands twice in one map: YAML sees a key written twice, its author meant "either".
    fn asked_twice(&self, node: &Node) -> Option<(Range<usize>, String)> {
        let Value::Map(entries) = &node.value else {
            return None;
        };
        let name = |node: &Node| match &node.value {
            Value::Text { text, .. } => text::name(text),
            _ => String::new(),
        };
        let twice = |(at, (key, _)): &(usize, &(Node, Node))| {
            let id = name(key);
            self.questions.iter().any(|q| q.id == id)
                && entries[..*at].iter().any(|(before, _)| name(before) == id)
        };
        entries
            .iter()
            .enumerate()
            .find(twice)
            .map(|(_, (key, _))| (key.span.clone(), name(key)))
    }

    fn entry(&self, name: &At<String>, value: &Node, path: &mut Vec<String>) -> Option<Condition> {
        let is = |key: keys::Key| name.value == key.zh || name.value == key.en;
        if let Some(index) = self
            .questions
            .iter()
            .position(|q| q.id == text::name(&name.value))
        {
            self.answer(index, value)
        } else if is(keys::ANY) {
            self.several(value, path).map(Condition::Any)
        } else if is(keys::ALL_OF) {
            let parts = self.several(value, path)?;
            if let Some(question) = contradiction(&parts) {
                let question = self.questions[question].id.clone();
                self.reader
                    .report(&value.span, Problem::TwoAnswers { question });
                return None;
            }
            Some(Condition::All(parts))
        } else if is(keys::NOT) {
            self.read(value, path)
                .map(|inner| Condition::Not(Box::new(inner)))
        } else if is(keys::FACT) || is(keys::FACTS) {
            self.named(value, path)
        } else {
            if !self.unread.contains(&name.value) {
                self.unknown_question(name);
            }
            None
        }
    }

    fn unknown_question(&self, name: &At<String>) {
        let known: Vec<String> = self.questions.iter().map(|q| q.id.clone()).collect();
        let suggestion = closest(&name.value, known.iter().map(String::as_str));
        let problem = Problem::UnknownQuestion {
            name: name.value.clone(),
            suggestion,
            known,
        };
        self.reader
            .report(&(name.place.start..name.place.end), problem);
    }

    fn several(&self, node: &Node, path: &mut Vec<String>) -> Option<Vec<Condition>> {
        let parts: Vec<Option<Condition>> = self
            .reader
            .list(keys::WHEN.zh, node)
            .iter()
            .map(|part| self.read(part, path))
            .collect();
        if parts.is_empty() {
            self.reader.wrong(keys::WHEN.zh, node, Expected::Condition);
            return None;
        }
        parts.into_iter().collect()
    }

    fn named(&self, node: &Node, path: &mut Vec<String>) -> Option<Condition> {
        let names = self.reader.located_texts(keys::FACT.zh, node);
        let parts: Vec<Option<Condition>> = names
            .iter()
            .map(|name| self.one_named(name, path))
            .collect();
        let mut parts = parts.into_iter().collect::<Option<Vec<_>>>()?;
        if parts.len() == 1 {
            parts.pop()
        } else {
            Some(Condition::Any(parts))
        }
    }

    fn one_named(&self, name: &At<String>, path: &mut Vec<String>) -> Option<Condition> {
        let span = name.place.start..name.place.end;
        if path.contains(&name.value) {
            self.reader.report(
                &span,
                Problem::ConditionLoop {
                    name: name.value.clone(),
                },
            );
            return None;
        }
        let Some(node) = self.named.get(&name.value) else {
            let suggestion = closest(&name.value, self.named.keys().map(String::as_str));
            self.reader.report(
                &span,
                Problem::UnknownCondition {
                    name: name.value.clone(),
                    suggestion,
                },
            );
            return None;
        };
        path.push(name.value.clone());
        let condition = self.read(node, path);
        path.pop();
        condition
    }

    /// The answer or answers that a condition wants of a question.
    pub(super) fn answer(&self, question: usize, node: &Node) -> Option<Condition> {
        let asked = self.questions.get(question)?;
        match &asked.kind {
            AnswerKind::Number { .. } => self.numbers(question, node),
            AnswerKind::Choice(_) => self.chosen(question, node, false),
            AnswerKind::Multi(_) => self.chosen(question, node, true),
        }
    }

    /// 答 of a worked example: an answer per question; for a multi question `[]` says that none was chosen.
    pub(super) fn answers(&self, node: &Node) -> Option<Vec<Condition>> {
        let entries = self.reader.names(keys::ANSWERS.zh, node);
        let answers: Vec<Option<Condition>> = entries
            .iter()
            .map(|(name, value)| {
                let Some(question) = self
                    .questions
                    .iter()
                    .position(|q| q.id == text::name(&name.value))
                else {
                    return self.entry(name, value, &mut Vec::new());
                };
                let multi = matches!(self.questions[question].kind, AnswerKind::Multi(_));
                match &value.value {
                    Value::List { items, .. } if multi && items.is_empty() => {
                        Some(Condition::Chosen(Choice {
                            question,
                            options: Vec::new(),
                            multi,
                        }))
                    }
                    _ => self.answer(question, value),
                }
            })
            .collect();
        answers.into_iter().collect()
    }

    fn chosen(&self, question: usize, node: &Node, multi: bool) -> Option<Condition> {
        let asked = self.questions.get(question)?;
        if matches!(node.value, Value::Map(_)) {
            self.reader.wrong(&asked.id, node, Expected::Text);
            return None;
        }
        let values = self.reader.located_texts(&asked.id, node);
        let options: Vec<Option<usize>> = values
            .iter()
            .map(|value| self.option(asked, value))
            .collect();
        if options.is_empty() {
            self.reader.report(
                &node.span,
                Problem::EmptyList {
                    key: asked.id.clone(),
                },
            );
        }
        let options = options
            .into_iter()
            .collect::<Option<Vec<_>>>()
            .filter(|o| !o.is_empty())?;
        Some(Condition::Chosen(Choice {
            question,
            options,
            multi,
        }))
    }

    fn option(&self, asked: &Question, value: &At<String>) -> Option<usize> {
        let wanted = text::name(&value.value);
        let found = asked
            .options()
            .iter()
            .position(|o| o.name == *value.value || text::name(o.name.source()) == wanted);
        if found.is_none() {
            let known: Vec<String> = asked
                .options()
                .iter()
                .map(|o| o.name.source().to_owned())
                .collect();
            let suggestion = closest(&value.value, known.iter().map(String::as_str));
            let (question, value, span) =
                (asked.id.clone(), value.value.clone(), value.place.clone());
            self.reader.report(
                &(span.start..span.end),
                Problem::UnknownOption {
                    question,
                    value,
                    suggestion,
                    known,
                },
            );
        }
        found
    }

    fn numbers(&self, question: usize, node: &Node) -> Option<Condition> {
        let asked = self.questions.get(question)?;
        let parts: Vec<Option<Condition>> = self
            .reader
            .list(&asked.id, node)
            .iter()
            .map(|part| self.number(question, &asked.id, part))
            .collect();
        let mut parts = parts
            .into_iter()
            .collect::<Option<Vec<_>>>()
            .filter(|p| !p.is_empty())?;
        if parts.len() == 1 {
            parts.pop()
        } else {
            Some(Condition::Any(parts))
        }
    }

    fn number(&self, question: usize, id: &str, node: &Node) -> Option<Condition> {
        let parsed = match &node.value {
            Value::Text { text, .. } => parse_range(text),
            _ => None,
        };
        let Some((min, max)) = parsed else {
            self.reader.wrong(id, node, Expected::NumberRange);
            return None;
        };
        if min.zip(max).is_some_and(|(min, max)| min > max) {
            let text = self
                .reader
                .text
                .get::<Range<usize>>(node.span.clone())
                .unwrap_or_default()
                .to_owned();
            self.reader.report(&node.span, Problem::EmptyRange { text });
            return None;
        }
        Some(Condition::Within { question, min, max })
    }
}

/// A choice question of which two parts want different options: both can never hold.
fn contradiction(parts: &[Condition]) -> Option<usize> {
    let chosen = |part: &Condition| match part {
        Condition::Chosen(choice) if !choice.multi => {
            Some((choice.question, choice.options.clone()))
        }
        _ => None,
    };
    let all: Vec<(usize, Vec<usize>)> = parts.iter().filter_map(chosen).collect();
    let apart = |(at, (question, options)): (usize, &(usize, Vec<usize>))| {
        let other = |(q, o): &(usize, Vec<usize>)| {
            q == question && !o.iter().any(|option| options.contains(option))
        };
        all[..at].iter().any(other).then_some(*question)
    };
    all.iter().enumerate().find_map(apart)
}

/// `< 80`, `>= 60`, `60..79`, `80`; full-width forms, `≥`, `≤` and quotation marks typed by habit are understood.
fn parse_range(written: &str) -> Option<(Option<i64>, Option<i64>)> {
    let text: String = text::name(written)
        .replace('≥', ">=")
        .replace('≤', "<=")
        .replace(' ', "");
    let number = |text: &str| text.parse::<i64>().ok();
    if let Some(rest) = text.strip_prefix(">=") {
        return Some((Some(number(rest)?), None));
    }
    if let Some(rest) = text.strip_prefix("<=") {
        return Some((None, Some(number(rest)?)));
    }
    if let Some(rest) = text.strip_prefix('>') {
        return Some((Some(number(rest)?.checked_add(1)?), None));
    }
    if let Some(rest) = text.strip_prefix('<') {
        return Some((None, Some(number(rest)?.checked_sub(1)?)));
    }
    if let Some((from, to)) = text.split_once("..") {
        return Some((Some(number(from)?), Some(number(to)?)));
    }
    let exact = number(&text)?;
    Some((Some(exact), Some(exact)))
}

#[cfg(test)]
mod tests {
    use super::parse_range;

    #[test]
    fn ranges_as_people_write_them() {
        assert_eq!(parse_range("< 80"), Some((None, Some(79))));
        assert_eq!(parse_range("“＞＝ ６０”"), Some((Some(60), None)));
        assert_eq!(parse_range("≥60"), Some((Some(60), None)));
        assert_eq!(parse_range("60..79"), Some((Some(60), Some(79))));
        assert_eq!(parse_range("80"), Some((Some(80), Some(80))));
        for wrong in [
            "",
            "八十",
            "< ",
            "60...79",
            "60-79",
            "> 9223372036854775807",
        ] {
            assert_eq!(parse_range(wrong), None, "{wrong}");
        }
    }
}
