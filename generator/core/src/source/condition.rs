//! 当: conditions, with their questions and options resolved to what the guide asks.

use std::ops;

use jiff::civil::Date;

use super::dates::{Written, parse_days, parse_when};
use super::decode::{Reader, Table};
use super::facts::{self, Facts};
use super::keys::{self, Key};
use super::question::too_fine;
use super::range::{End, parse_range};
use super::text;
use super::values;
use super::yaml::{Node, Value};
use crate::diagnostic::{
    At, ConditionFault, DateFault, Expected, Problem, ShapeFault, closest, option_meant,
};
use crate::model::{AnswerKind, Bound, Choice, Condition, Fact, Question, Range, When};
use crate::schema::ANSWER;

/// The words that a condition may begin with beside the names of questions.
const WORDS: [Key; 6] = [
    keys::ANY,
    keys::ALL_OF,
    keys::NOT,
    keys::FACT,
    keys::FACTS,
    keys::VISIT_DAY,
];

/// The word of conditions that this is.
pub(super) fn word(name: &str) -> Option<Key> {
    let is = |key: &Key| [key.zh, key.en].contains(&name);
    WORDS.into_iter().find(is)
}

/// Something was wrong and has been reported.
pub(super) struct Reported;

/// What conditions of one guide may speak of.
pub(super) struct Vocabulary<'a> {
    pub(super) reader: &'a Reader,
    pub(super) questions: &'a [Question],
    /// Questions that the guide names and that could not be read: conditions on them are not judged.
    unread: Vec<String>,
    facts: Facts,
}

impl<'a> Vocabulary<'a> {
    /// The guide's questions and its 事实; every named condition is read once, so that an unused one is checked too.
    pub(super) fn new(
        reader: &'a Reader,
        questions: &'a [Question],
        unread: Vec<String>,
        facts: Option<&Node>,
    ) -> Self {
        let entries = facts
            .map(|node| reader.names(keys::FACTS.zh, node))
            .unwrap_or_default();
        let mut vocabulary = Self {
            reader,
            questions,
            unread,
            facts: Facts::named(&entries),
        };
        for index in facts::order(&entries) {
            let (name, node) = &entries[index];
            let condition = vocabulary.condition(node);
            vocabulary.facts.read(name, condition);
        }
        vocabulary
    }

    /// The named conditions that could be read; each uses only those before it.
    pub(super) fn into_facts(self) -> Vec<Fact> {
        self.facts.list
    }

    /// The condition of a table's 当, if it has one.
    pub(super) fn when(&self, table: &Table<'_, '_>) -> Result<Option<Condition>, Reported> {
        match table.get(keys::WHEN) {
            Some(node) => self.condition(node).map(Some).ok_or(Reported),
            None => Ok(None),
        }
    }

    /// A condition; `None` when something in it was reported.
    pub(super) fn condition(&self, node: &Node) -> Option<Condition> {
        let written = match &node.value {
            Value::Map(written) if !written.is_empty() => written.len(),
            _ => {
                self.reader.wrong(keys::WHEN.zh, node, Expected::Condition);
                return None;
            }
        };
        if let Some((span, question)) = self.asked_twice(node) {
            self.reader
                .report(&span, ConditionFault::TwoAnswers { question }.into());
            return None;
        }
        let entries = self.reader.names(keys::WHEN.zh, node);
        if entries.len() < written {
            return None;
        }
        let parts: Vec<Option<Condition>> = entries
            .iter()
            .map(|(name, value)| self.entry(name, value))
            .collect();
        let mut parts = parts.into_iter().collect::<Option<Vec<_>>>()?;
        if parts.len() == 1 {
            parts.pop()
        } else {
            Some(Condition::All(parts))
        }
    }

    /// A question that stands twice in one map: YAML sees a key written twice, its author meant "either".
    fn asked_twice(&self, node: &Node) -> Option<(ops::Range<usize>, String)> {
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

    fn entry(&self, name: &At<String>, value: &Node) -> Option<Condition> {
        let said = word(&name.value);
        let is = |key: Key| said == Some(key);
        if let Some(index) = self
            .questions
            .iter()
            .position(|q| q.id == text::name(&name.value))
        {
            self.answer(index, value)
        } else if is(keys::ANY) {
            self.several(value).map(Condition::Any)
        } else if is(keys::ALL_OF) {
            let parts = self.several(value)?;
            if let Some(question) = self.contradiction(&parts) {
                let question = self.questions[question].id.clone();
                self.reader
                    .report(&value.span, ConditionFault::TwoAnswers { question }.into());
                return None;
            }
            Some(Condition::All(parts))
        } else if is(keys::NOT) {
            self.condition(value)
                .map(|inner| Condition::Not(Box::new(inner)))
        } else if is(keys::FACT) || is(keys::FACTS) {
            self.named(value)
        } else if is(keys::VISIT_DAY) {
            self.each(keys::VISIT_DAY.zh, value, |part| {
                self.days(keys::VISIT_DAY.zh, part).map(Condition::Visit)
            })
        } else {
            self.unknown_question(name);
            None
        }
    }

    /// Reports a name that no question has, unless it is that of one that could not be read.
    pub(super) fn unknown_question(&self, name: &At<String>) {
        if self.unread.contains(&name.value) {
            return;
        }
        let known: Vec<String> = self.questions.iter().map(|q| q.id.clone()).collect();
        let suggestion = meant(&name.value)
            .map(|key| key.zh.to_owned())
            .or_else(|| closest(&name.value, known.iter().map(String::as_str)));
        let problem = ConditionFault::UnknownQuestion {
            name: name.value.clone(),
            suggestion,
            known,
        }
        .into();
        self.reader
            .report(&(name.place.start..name.place.end), problem);
    }

    fn several(&self, node: &Node) -> Option<Vec<Condition>> {
        let parts: Vec<Option<Condition>> = self
            .reader
            .list(keys::WHEN.zh, node)
            .iter()
            .map(|part| self.condition(part))
            .collect();
        if parts.is_empty() {
            self.reader.wrong(keys::WHEN.zh, node, Expected::Condition);
            return None;
        }
        parts.into_iter().collect()
    }

    fn named(&self, node: &Node) -> Option<Condition> {
        let names = self.reader.located_texts(keys::FACT.zh, node);
        let parts: Vec<Option<Condition>> = names.iter().map(|name| self.fact(name)).collect();
        let mut parts = parts.into_iter().collect::<Option<Vec<_>>>()?;
        if parts.len() == 1 {
            parts.pop()
        } else {
            Some(Condition::Any(parts))
        }
    }

    fn fact(&self, name: &At<String>) -> Option<Condition> {
        match self.facts.find(&name.value) {
            Ok(index) => Some(Condition::Fact(index)),
            Err(problem) => {
                if let Some(problem) = problem {
                    let span = name.place.start..name.place.end;
                    self.reader.report(&span, problem);
                }
                None
            }
        }
    }

    /// The answer or answers that a condition wants of a question.
    pub(super) fn answer(&self, question: usize, node: &Node) -> Option<Condition> {
        let asked = self.questions.get(question)?;
        match &asked.kind {
            AnswerKind::Number { .. } => self.numbers(question, node),
            AnswerKind::Date { .. } => self.each(&asked.id, node, |part| {
                self.dated(question, &asked.id, part)
            }),
            AnswerKind::Choice(_) => self.chosen(question, node, false),
            AnswerKind::Multi(_) => self.chosen(question, node, true),
        }
    }

    fn chosen(&self, question: usize, node: &Node, multi: bool) -> Option<Condition> {
        let asked = self.questions.get(question)?;
        let among = |options, at_least| {
            Condition::Chosen(Choice {
                question,
                options,
                multi,
                at_least,
            })
        };
        let Value::Map(_) = node.value else {
            return Some(among(self.options(asked, node)?, 1));
        };
        let known = [keys::BUT, keys::AT_LEAST, keys::AMONG];
        let table = self.reader.table(&asked.id, node, &ANSWER)?;
        let foreign: &[Key] = if multi { &known[..1] } else { &known[1..] };
        if let Some(key) = foreign.iter().find(|key| table.get(**key).is_some()) {
            let problem = ShapeFault::NotOfAnswer {
                question: asked.id.clone(),
                key: key.zh,
                several: multi,
            }
            .into();
            self.reader.report(&table.key_span(*key), problem);
            return None;
        }
        if multi {
            let (options, at_least) = self.at_least(asked, &table)?;
            Some(among(options, at_least))
        } else {
            let options = self.options(asked, table.require(keys::BUT)?)?;
            Some(Condition::Not(Box::new(among(options, 1))))
        }
    }

    /// `{至少: 2, 之中: [甲, 乙, 丙]}`.
    fn at_least(&self, asked: &Question, table: &Table<'_, '_>) -> Option<(Vec<usize>, usize)> {
        let wanted = table.require(keys::AT_LEAST);
        let among = table.require(keys::AMONG);
        let (wanted, options) = (wanted?, self.options(asked, among?)?);
        let count = self.reader.count(keys::AT_LEAST.zh, wanted)?;
        let most = i64::try_from(options.len()).unwrap_or(i64::MAX);
        if !(1..=most).contains(&i64::from(count)) {
            let (value, min, max) = (i64::from(count), 1, most);
            self.reader.report(
                &wanted.span,
                ShapeFault::OutOfRange { value, min, max }.into(),
            );
            return None;
        }
        Some((options, count as usize))
    }

    /// Options of a question, at least one.
    pub(super) fn options(&self, asked: &Question, node: &Node) -> Option<Vec<usize>> {
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
            let key = asked.id.clone();
            self.reader
                .report(&node.span, ShapeFault::EmptyList { key }.into());
        }
        options
            .into_iter()
            .collect::<Option<Vec<_>>>()
            .filter(|options| !options.is_empty())
    }

    fn option(&self, asked: &Question, value: &At<String>) -> Option<usize> {
        let wanted = text::name(&value.value);
        let found = asked
            .options()
            .iter()
            .position(|o| o.name == *value.value || text::name(o.name.source()) == wanted);
        // Of 甲，乙 that is one option for a comma, 乙 is missing: that was told.
        let mut parts = asked
            .options()
            .iter()
            .flat_map(|o| o.name.source().split('，'));
        let follows = self.reader.has_errors() && parts.any(|part| part.trim() == wanted);
        if found.is_none() && !follows {
            let known: Vec<String> = asked
                .options()
                .iter()
                .map(|o| o.name.source().to_owned())
                .collect();
            let single = matches!(asked.kind, AnswerKind::Choice { .. });
            let suggestion = option_meant(&value.value, &known, single);
            let (question, value, span) =
                (asked.id.clone(), value.value.clone(), value.place.clone());
            self.reader.report(
                &(span.start..span.end),
                ConditionFault::UnknownOption {
                    question,
                    value,
                    suggestion,
                    known,
                }
                .into(),
            );
        }
        found
    }

    fn numbers(&self, question: usize, node: &Node) -> Option<Condition> {
        let asked = self.questions.get(question)?;
        self.each(&asked.id, node, |part| self.number(question, asked, part))
    }

    /// One of a list of conditions, each as `of` reads it; there is at least one.
    fn each(
        &self,
        key: &str,
        node: &Node,
        of: impl Fn(&Node) -> Option<Condition>,
    ) -> Option<Condition> {
        let parts = self.reader.list(key, node);
        let parts: Vec<Option<Condition>> = parts.iter().map(of).collect();
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

    fn number(&self, question: usize, asked: &Question, node: &Node) -> Option<Condition> {
        let range = self.range(asked, node)?;
        // Without a local fact in it, it is the same everywhere.
        let fixed = range.fixed();
        Some(match fixed {
            Some(range) => Condition::Within { question, range },
            None => Condition::WithinLocal { question, range },
        })
    }

    fn dated(&self, question: usize, id: &str, node: &Node) -> Option<Condition> {
        let parsed = match &node.value {
            Value::Text { text, .. } => parse_when(text),
            _ => None,
        };
        let Some(whens) = parsed else {
            values::wrong(self.reader, id, node, Expected::DateCondition);
            return None;
        };
        for when in &whens {
            if let Written::Fixed(When::Days(days)) = when {
                self.in_order(days, node)?;
            }
        }
        let condition = |written| match written {
            Written::Fixed(when) => Condition::Dated { question, when },
            Written::Local { name, unit, side } => Condition::DatedLocal {
                question,
                n: Range::Exactly(Bound::Fact(self.reader.at(&node.span, name))),
                unit,
                side,
            },
        };
        let mut parts: Vec<Condition> = whens.into_iter().map(condition).collect();
        if parts.len() == 1 {
            parts.pop()
        } else {
            Some(Condition::All(parts))
        }
    }

    /// Some days of the calendar.
    fn days(&self, key: &str, node: &Node) -> Option<Range<Date>> {
        let parsed = match &node.value {
            Value::Text { text, .. } => parse_days(text),
            _ => None,
        };
        let Some(days) = parsed else {
            values::wrong(self.reader, key, node, Expected::CalendarDays);
            return None;
        };
        self.in_order(&days, node)?;
        Some(days)
    }

    fn in_order(&self, days: &Range<Date>, node: &Node) -> Option<()> {
        let Range::Between(from, to) = days else {
            return Some(());
        };
        if from <= to {
            return Some(());
        }
        let text = format!("{from}..{to}");
        self.reader
            .report(&node.span, Problem::from(DateFault::Empty { text }));
        None
    }

    /// A range that some number lies in.
    fn range(&self, asked: &Question, node: &Node) -> Option<Range<Bound>> {
        let written = match &node.value {
            Value::Text { text, .. } => parse_range(text, &self.reader.place(&node.span)),
            _ => None,
        };
        let (id, decimals) = (&asked.id, asked.decimals());
        let ends = written.iter().flat_map(Range::ends);
        let too_fine = ends.filter_map(|end| match end {
            End::Number(number) => too_fine(id, *number, decimals),
            End::Fact(_) => None,
        });
        if let Some(problem) = too_fine.into_iter().next() {
            self.reader.report(&node.span, problem);
            return None;
        }
        let parsed = written.and_then(|range| {
            range.try_map(|end| match end {
                End::Number(number) => number.steps(decimals).map(Bound::Number),
                End::Fact(name) => Some(Bound::Fact(name.clone())),
            })
        });
        match parsed {
            None => self.reader.wrong(id, node, Expected::NumberRange),
            Some(Range::Between(Bound::Number(from), Bound::Number(to))) if from > to => {
                let written = self.reader.text.get(node.span.clone());
                let fault = ConditionFault::empty_range(written.unwrap_or_default());
                self.reader.report(&node.span, fault.into());
                return None;
            }
            Some(_) => {}
        }
        parsed
    }

    /// A range that is the same everywhere.
    pub(super) fn fixed_range(&self, asked: &Question, node: &Node) -> Option<Range> {
        let range = self.range(asked, node)?;
        let fixed = range.fixed();
        if fixed.is_none() {
            let expected = match asked.decimals() {
                0 => Expected::Number,
                _ => Expected::Decimal,
            };
            self.reader.wrong(&asked.id, node, expected);
        }
        fixed
    }

    /// A choice question of which two parts want different options: both can never hold.
    fn contradiction(&self, parts: &[Condition]) -> Option<usize> {
        let chosen = |part| match self.facts.meant(part) {
            Condition::Chosen(choice) if !choice.multi => Some(choice),
            _ => None,
        };
        let all: Vec<&Choice> = parts.iter().filter_map(chosen).collect();
        let apart = |(at, choice): (usize, &&Choice)| {
            let other = |before: &&Choice| {
                choice.question == before.question
                    && !before.options.iter().any(|o| choice.options.contains(o))
            };
            all[..at].iter().any(other).then_some(choice.question)
        };
        all.iter().enumerate().find_map(apart)
    }
}

/// The word of conditions that people mean by another one.
fn meant(name: &str) -> Option<Key> {
    let words: [(Key, &[&str]); 3] = [
        (
            keys::ALL_OF,
            &[
                "全部", "所有", "同时", "并且", "而且", "都要", "都是", "且", "and",
            ],
        ),
        (
            keys::ANY,
            &["任意", "任一个", "任何", "任选", "或", "或者", "之一", "or"],
        ),
        (keys::NOT, &["不是", "除了", "不", "除外", "否"]),
    ];
    let mut words = words.into_iter();
    words.find_map(|(key, names)| names.contains(&name).then_some(key))
}
