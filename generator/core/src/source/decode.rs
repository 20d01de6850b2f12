//! From nodes to values: each helper takes what it understands and reports what it does not, and the caller goes on.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::keys::{Key, Names};
use super::text::narrow;
use super::yaml::{Node, Value};
use super::{prescan, quotes, unseen};
use crate::diagnostic::{
    Allowed, At, Expected, Finding, Found, KeyName, Place, Problem, ProseFault, Severity,
    ShapeFault, Unseen, YamlFault, closest, line_column,
};
use crate::model::{Bracketed, Decimal, Text, brackets_in, names_in};
use crate::schema::{Field, Record, line_of};

/// Entries by id; `None` stands for one that could not be read, so that what refers to it is not wrong as well.
pub(super) type Register<T> = BTreeMap<String, Option<T>>;

/// One file while it is read: its name, its text, what was found wrong so far.
pub(super) struct Reader {
    pub(super) file: Arc<str>,
    pub(super) text: Arc<str>,
    findings: RefCell<Vec<Finding>>,
    mentions: RefCell<Mentions>,
}

/// What a file says beside what it is about: of local facts, in its words, and of warnings.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    /// The facts that they name.
    pub(super) facts: Vec<At<String>>,
    /// What stands in brackets as if a fact was meant.
    pub(super) bracketed: Vec<At<Bracketed>>,
    /// The warnings that are let pass.
    pub(super) allowed: Vec<Allowed>,
}

impl Mentions {
    pub(super) fn extend(&mut self, more: Self) {
        self.facts.extend(more.facts);
        self.bracketed.extend(more.bracketed);
        self.allowed.extend(more.allowed);
    }
}

impl Reader {
    pub(super) fn new(file: &Arc<str>, text: &Arc<str>) -> Self {
        Self {
            file: Arc::clone(file),
            text: Arc::clone(text),
            findings: RefCell::default(),
            mentions: RefCell::default(),
        }
    }

    /// What was found wrong, and what its words say of local facts.
    pub(super) fn finish(self) -> (Vec<Finding>, Mentions) {
        (self.findings.into_inner(), self.mentions.into_inner())
    }

    /// Notes a warning that is let pass.
    pub(super) fn allow(&self, allowed: Allowed) {
        self.mentions.borrow_mut().allowed.push(allowed);
    }

    /// Notes the local facts that the words at `span` name.
    pub(super) fn words_at(&self, span: &Range<usize>) {
        let written = self.text.get(span.clone()).unwrap_or_default();
        let place = |at: Range<usize>| span.start + at.start..span.start + at.end;
        let mut mentions = self.mentions.borrow_mut();
        for (at, name) in names_in(written) {
            mentions.facts.push(self.at(&place(at), name.to_owned()));
        }
        for (at, brackets) in brackets_in(written) {
            mentions.bracketed.push(self.at(&place(at), brackets));
        }
    }

    /// Notes a local fact that is not written in one piece; one that was noted elsewhere in the file is known.
    pub(super) fn words_without_place(&self, name: &str, at: usize) {
        let mut mentions = self.mentions.borrow_mut();
        if !mentions.facts.iter().any(|fact| fact.value == name) {
            mentions.facts.push(self.at(&(at..at), name.to_owned()));
        }
    }

    /// Reports an invisible sign in words; where such signs stand themselves, the file is not read at all.
    pub(super) fn unseen_in(&self, words: &str, span: &Range<usize>) {
        if let Some(sign) = unseen::first(words) {
            let fault = ProseFault::Unseen {
                sign: Unseen(sign),
                line: None,
            };
            self.report(span, Problem::from(fault));
        }
    }

    /// Notes the words of every text below a node. Remarks (`#`) are no texts.
    pub(super) fn words_in(&self, node: &Node) {
        match &node.value {
            Value::Null => {}
            Value::Text { text, .. } => {
                self.unseen_in(text, &node.span);
                self.words_at(&node.span);
            }
            Value::List { items, .. } => items.iter().for_each(|item| self.words_in(item)),
            // `{fact}`: YAML takes it for a table, and nothing else is one without a value.
            Value::Map(entries) if matches!(entries.as_slice(), [(_, value)] if value.value == Value::Null) =>
            {
                self.words_at(&node.span);
            }
            Value::Map(entries) => {
                for (key, value) in entries {
                    self.words_in(key);
                    self.words_in(value);
                }
            }
        }
    }

    /// Whether an error was found: what looks odd now may follow from it.
    pub(super) fn has_errors(&self) -> bool {
        self.findings
            .borrow()
            .iter()
            .any(|finding| finding.severity() == Severity::Error)
    }

    pub(super) fn place(&self, span: &Range<usize>) -> Place {
        Place::new(&self.file, span.clone())
    }

    pub(super) fn report(&self, span: &Range<usize>, problem: Problem) {
        self.findings
            .borrow_mut()
            .push(Finding::at(self.place(span), problem));
    }

    /// Reports a missing key; several of one place are told together.
    fn missing(&self, span: &Range<usize>, record: &Record, key: Key) {
        let place = self.place(span);
        let mut findings = self.findings.borrow_mut();
        let known = findings
            .iter_mut()
            .find_map(|finding| match &mut finding.problem {
                Problem::Shape(fault) if finding.place.as_ref() == Some(&place) => {
                    matches!(fault, ShapeFault::MissingKeys { .. }).then_some(fault)
                }
                _ => None,
            });
        let name = KeyName {
            zh: key.zh,
            en: key.en,
        };
        let line = record.field(key).map_or_else(
            || [format!("{}: …", key.zh), format!("{}: …", key.en)],
            Field::line,
        );
        match known {
            Some(ShapeFault::MissingKeys {
                keys,
                zh,
                en,
                lines,
            }) => {
                (*zh, *en) = (None, None);
                keys.push(name);
                lines.0.push(line);
            }
            _ => findings.push(Finding::at(place, ShapeFault::missing(name, line).into())),
        }
    }

    pub(super) fn at<T>(&self, span: &Range<usize>, value: T) -> At<T> {
        At {
            value,
            place: self.place(span),
        }
    }

    /// Reports that something else belongs here; a text such as `名称：户口簿` is reported as the slip that it is.
    pub(super) fn wrong(&self, key: &str, node: &Node, expected: Expected) {
        if expected == Expected::Text
            && let Some((span, fault)) = quotes::meant_as_text(&self.text, node)
        {
            return self.report(&span, fault.into());
        }
        if node.value == Value::Null && self.is_cut(node) {
            return;
        }
        if let Value::Text { text, plain: true } = &node.value
            && expected != Expected::Text
            && (self.wide_brackets(node) || self.wide_colon(node, text))
        {
            return;
        }
        let found = found(node);
        let shaped = matches!(
            expected,
            Expected::Map | Expected::List | Expected::Fee | Expected::Line
        );
        let line = if shaped { line_of(key) } else { None };
        self.report(
            &node.span,
            ShapeFault::wrong_type(key, expected, found, line).into(),
        );
    }

    /// Whether the line of an empty value has a remark that was reported: the value is in it.
    fn is_cut(&self, node: &Node) -> bool {
        let line = |at: usize| line_column(&self.text, at).0;
        self.findings.borrow().iter().any(|finding| {
            let cut = matches!(finding.problem, Problem::Yaml(YamlFault::HashCuts { .. }));
            let place = finding.place.as_ref().filter(|_| cut);
            place.is_some_and(|place| line(place.start) == line(node.span.start))
        })
    }

    /// Reports a full-width colon inside a word that should have been a key; false when there is none.
    pub(super) fn wide_colon(&self, node: &Node, text: &str) -> bool {
        let Some(at) = text.find('：').filter(|at| *at > 0 && *at < 60) else {
            return false;
        };
        let start = node.span.start + self.text[node.span.clone()].find('：').unwrap_or(at);
        let wide = start..start + '：'.len_utf8();
        let mended = self.line_with(&wide, ": ");
        self.report(
            &(start..start + '：'.len_utf8()),
            YamlFault::FullWidthColon { line: mended }.into(),
        );
        true
    }

    /// A text, trimmed and not empty.
    pub(super) fn text(&self, key: &str, node: &Node) -> Option<String> {
        match &node.value {
            Value::Text { text, .. } if !text.trim().is_empty() => Some(text.trim().to_owned()),
            _ => {
                self.wrong(key, node, Expected::Text);
                None
            }
        }
    }

    /// A text with its place.
    pub(super) fn located(&self, key: &str, node: &Node) -> Option<At<String>> {
        self.text(key, node).map(|text| self.at(&node.span, text))
    }

    /// A whole number; full-width digits are understood.
    pub(super) fn number(&self, key: &str, node: &Node, expected: Expected) -> Option<i64> {
        let parsed = match &node.value {
            Value::Text { text, .. } => narrow(text).trim().parse::<i64>().ok(),
            _ => None,
        };
        if parsed.is_none() {
            self.wrong(key, node, expected);
        }
        parsed
    }

    /// A number, which may have decimals; full-width digits and points are understood.
    pub(super) fn exact(&self, key: &str, node: &Node, expected: Expected) -> Option<Decimal> {
        let parsed = match &node.value {
            Value::Text { text, .. } => Decimal::parse(narrow(text).trim()),
            _ => None,
        };
        if parsed.is_none() {
            self.wrong(key, node, expected);
        }
        parsed
    }

    /// A measure, not negative.
    pub(super) fn decimal(&self, key: &str, node: &Node) -> Option<f64> {
        let parsed = match &node.value {
            Value::Text { text, .. } => narrow(text).trim().parse::<f64>().ok(),
            _ => None,
        };
        let measure = parsed.filter(|number| number.is_finite() && *number >= 0.0);
        if measure.is_none() {
            self.wrong(key, node, Expected::Measure);
        }
        measure
    }

    /// A whole number from 0 to 9999: copies, days, times.
    pub(super) fn count(&self, key: &str, node: &Node) -> Option<u32> {
        let number = self.number(key, node, Expected::Count)?;
        match u32::try_from(number) {
            Ok(count) if count <= 9999 => Some(count),
            _ => {
                self.report(
                    &node.span,
                    ShapeFault::OutOfRange {
                        value: number,
                        min: 0,
                        max: 9999,
                    }
                    .into(),
                );
                None
            }
        }
    }

    /// One of an enumerated list of values.
    pub(super) fn one_of<T: Copy>(&self, key: &str, node: &Node, names: Names<T>) -> Option<T> {
        let text = self.text(key, node)?;
        let wanted = super::text::name(&text);
        let found = names
            .iter()
            .find(|(zh, en, _)| *zh == wanted || en.eq_ignore_ascii_case(&wanted));
        let is_name = |part: &str| {
            let mut names = names.iter();
            let part = super::text::name(part);
            names.any(|(zh, en, _)| *zh == part || en.eq_ignore_ascii_case(&part))
        };
        if found.is_none()
            && !self.has_wide_comma(&node.span)
            && !self.wide_brackets(node)
            && !self.several(node, is_name)
        {
            let known = names.iter().flat_map(|(zh, en, _)| [*zh, *en]);
            let suggestion = closest(&wanted, known);
            let mut allowed: Vec<&str> = names.iter().map(|(zh, ..)| *zh).collect();
            let mut seen = BTreeSet::new();
            allowed.retain(|name| seen.insert(*name));
            self.report(
                &node.span,
                ShapeFault::NotInList {
                    value: text,
                    allowed,
                    suggestion,
                }
                .into(),
            );
        }
        found.map(|(.., value)| *value)
    }

    /// The entries of a list; a single value stands for a list of one. A Chinese comma between words in brackets is
    /// reported, since it would silently make one entry of two.
    pub(super) fn list<'n>(&self, key: &str, node: &'n Node) -> &'n [Node] {
        match &node.value {
            Value::List { items, flow } => {
                if *flow {
                    self.wide_commas(items);
                }
                items
            }
            Value::Text { .. } | Value::Map(_) => std::slice::from_ref(node),
            Value::Null => {
                self.wrong(key, node, Expected::List);
                &[]
            }
        }
    }

    /// Reports `【甲，乙】` and `｛项目：值｝`, which YAML takes for a text; false for anything else.
    fn wide_brackets(&self, node: &Node) -> bool {
        let Value::Text { text, plain: true } = &node.value else {
            return false;
        };
        let Some(mended) = prescan::narrow_brackets(text) else {
            return false;
        };
        let line = self.line_with(&node.span, &mended);
        self.report(&node.span, YamlFault::FullWidthBracket { line }.into());
        true
    }

    /// Reports names that stand in one entry, with Chinese commas between: `[窗口帮办、上门暖办]`.
    fn several(&self, node: &Node, is_name: impl Fn(&str) -> bool) -> bool {
        let Value::Text { text, plain: true } = &node.value else {
            return false;
        };
        let parts = super::text::parts(text);
        if parts.len() < 2 || !parts.iter().all(|part| is_name(part)) {
            return false;
        }
        let names = parts.join(", ");
        let inside = self.text[..node.span.start]
            .trim_end()
            .ends_with(['[', ',']);
        let names = if inside { names } else { format!("[{names}]") };
        let line = self.line_with(&node.span, &names);
        let sign = if text.contains('、') { "、" } else { "，" };
        self.report(&node.span, YamlFault::FullWidthComma { sign, line }.into());
        true
    }

    /// The line of `span` with something else there.
    fn line_with(&self, span: &Range<usize>, new: &str) -> String {
        let line = self.text[..span.start].rfind('\n').map_or(0, |at| at + 1);
        let rest = self.text[span.end..].lines().next().unwrap_or_default();
        let rest = if new.ends_with(' ') {
            rest.trim_start()
        } else {
            rest
        };
        let line = [&self.text[line..span.start], new, rest].concat();
        line.trim().to_owned()
    }

    fn wide_commas(&self, items: &[Node]) {
        for item in items {
            if let Value::Text { text, plain: true } = &item.value
                && text.contains('，')
            {
                let mended = self.line_with(&item.span, &text.replace('，', ", "));
                self.report(
                    &item.span,
                    YamlFault::FullWidthComma {
                        sign: "，",
                        line: mended,
                    }
                    .into(),
                );
            }
        }
    }

    /// Whether a Chinese comma was reported there: the words on its sides are not what was meant.
    pub(super) fn has_wide_comma(&self, span: &Range<usize>) -> bool {
        let place = self.place(span);
        let findings = self.findings.borrow();
        findings.iter().any(|finding| {
            let of_comma = matches!(
                &finding.problem,
                Problem::Yaml(YamlFault::FullWidthComma { .. })
            );
            of_comma && finding.place.as_ref() == Some(&place)
        })
    }

    /// A list of texts.
    pub(super) fn texts(&self, key: &str, node: &Node) -> Vec<String> {
        self.list(key, node)
            .iter()
            .filter_map(|item| self.text(key, item))
            .collect()
    }

    /// A list of texts with their places.
    pub(super) fn located_texts(&self, key: &str, node: &Node) -> Vec<At<String>> {
        self.list(key, node)
            .iter()
            .filter_map(|item| self.located(key, item))
            .collect()
    }

    /// The entries of a map whose keys are free names; names that stand twice are reported.
    pub(super) fn names<'n>(&self, key: &str, node: &'n Node) -> Vec<(At<String>, &'n Node)> {
        let Value::Map(entries) = &node.value else {
            self.wrong(key, node, Expected::Map);
            return Vec::new();
        };
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        let mut out = Vec::new();
        for (name, value) in entries {
            let Some(text) = self.key_text(name) else {
                continue;
            };
            if let Some(first) = seen.get(&text) {
                let first_line = line_column(&self.text, *first).0;
                self.report(
                    &name.span,
                    ShapeFault::DuplicateKey {
                        key: text,
                        first_line,
                    }
                    .into(),
                );
            } else {
                seen.insert(text.clone(), name.span.start);
                out.push((self.at(&name.span, text), value));
            }
        }
        out
    }

    /// The text of a key; a full-width colon in it (`{用：身份证}`) is reported as such.
    fn key_text(&self, node: &Node) -> Option<String> {
        let text = self.text("", node)?;
        let plain = matches!(&node.value, Value::Text { plain: true, .. });
        (!plain || !self.wide_colon(node, &text)).then_some(text)
    }

    /// A map with the keys of a record.
    pub(super) fn table<'n>(
        &self,
        key: &str,
        node: &'n Node,
        record: &'static Record,
    ) -> Option<Table<'_, 'n>> {
        let Value::Map(entries) = &node.value else {
            self.wrong(key, node, Expected::Map);
            return None;
        };
        let mut table = Table {
            reader: self,
            record,
            node,
            entries: Vec::new(),
            meant: Vec::new(),
            unreadable: false,
        };
        for (name, value) in entries {
            let Some(text) = self.key_text(name) else {
                table.unreadable = true;
                continue;
            };
            let wanted = narrow(&text);
            match record.named(&wanted) {
                Some(key) => table.insert(key, &text, name, value),
                None => table.meant.extend(self.unknown(&text, name, record)),
            }
        }
        Some(table)
    }

    /// Reports a key that does not exist; returns the one that was probably meant.
    fn unknown(&self, text: &str, node: &Node, record: &Record) -> Option<Key> {
        let suggestion = closest(text, record.keys().flat_map(|key| [key.zh, key.en]));
        let meant = suggestion.as_deref().and_then(|name| record.named(name));
        let known = record.keys().map(|key| key.zh).collect();
        self.report(
            &node.span,
            ShapeFault::UnknownKey {
                key: text.to_owned(),
                suggestion,
                known,
            }
            .into(),
        );
        meant
    }
}

fn found(node: &Node) -> Found {
    match &node.value {
        Value::Null => Found::Nothing,
        Value::Text { text, .. } => Found::Text(text.clone()),
        Value::List { .. } => Found::List,
        Value::Map(_) => Found::Map,
    }
}

/// A map with known keys, each at most once.
pub(super) struct Table<'r, 'n> {
    pub(super) reader: &'r Reader,
    record: &'static Record,
    pub(super) node: &'n Node,
    entries: Vec<(Key, &'n Node, &'n Node)>,
    /// Keys that were probably meant by misspelt ones: they are not missing as well.
    meant: Vec<Key>,
    /// Some key could not be read at all; it may be any that is missing.
    unreadable: bool,
}

impl<'n> Table<'_, 'n> {
    fn insert(&mut self, key: Key, text: &str, name: &'n Node, value: &'n Node) {
        match self.entries.iter().find(|(k, ..)| *k == key) {
            Some((_, first, _)) => {
                let first_line = line_column(&self.reader.text, first.span.start).0;
                self.reader.report(
                    &name.span,
                    ShapeFault::DuplicateKey {
                        key: text.to_owned(),
                        first_line,
                    }
                    .into(),
                );
            }
            None => self.entries.push((key, name, value)),
        }
    }

    /// The value of a key, if it is there (also when it is empty).
    pub(super) fn get(&self, key: Key) -> Option<&'n Node> {
        self.entries
            .iter()
            .find(|(k, ..)| *k == key)
            .map(|(.., value)| *value)
    }

    /// Where what is said by a key stands.
    pub(super) fn value_place(&self, key: Key) -> Place {
        let span = self.get(key).map(|node| node.span.clone());
        self.reader
            .place(&span.unwrap_or_else(|| self.key_span(key)))
    }

    /// The key itself, for findings about its value as a whole.
    pub(super) fn key_span(&self, key: Key) -> Range<usize> {
        self.entries
            .iter()
            .find(|(k, ..)| *k == key)
            .map_or_else(|| self.head(), |(_, name, _)| name.span.clone())
    }

    /// Where a finding about the whole entry belongs: its condition, else its first line.
    pub(super) fn place(&self) -> Place {
        let span = self
            .get(super::keys::WHEN)
            .map_or_else(|| self.head(), |when| when.span.clone());
        self.reader.place(&span)
    }

    /// The first line of the map: where a missing key is reported.
    fn head(&self) -> Range<usize> {
        let span = &self.node.span;
        let text = self.reader.text.get(span.clone()).unwrap_or_default();
        span.start..span.start + text.lines().next().unwrap_or_default().trim_end().len()
    }

    /// The value of a key that must be there.
    pub(super) fn require(&self, key: Key) -> Option<&'n Node> {
        let node = self.get(key);
        if node.is_none() && !self.may_have_meant(key) {
            self.reader.missing(&self.head(), self.record, key);
        }
        node
    }

    /// Whether a key that was reported as misspelt is this one.
    pub(super) fn may_have_meant(&self, key: Key) -> bool {
        self.unreadable || self.meant.contains(&key)
    }

    /// Words for residents.
    pub(super) fn text(&self, key: Key) -> Option<Text> {
        self.get(key)
            .and_then(|node| self.reader.text(key.zh, node))
            .map(Text::new)
    }

    /// Words for residents that have to be there.
    pub(super) fn required_text(&self, key: Key) -> Option<Text> {
        self.required_name(key).map(Text::new)
    }

    /// Words that are compared and never shown as they are: an id, the name of a worked example.
    pub(super) fn required_name(&self, key: Key) -> Option<String> {
        self.require(key)
            .and_then(|node| self.reader.text(key.zh, node))
    }

    pub(super) fn texts(&self, key: Key) -> Vec<Text> {
        self.get(key)
            .map(|node| self.reader.texts(key.zh, node))
            .unwrap_or_default()
            .into_iter()
            .map(Text::new)
            .collect()
    }

    pub(super) fn located_texts(&self, key: Key) -> Vec<At<String>> {
        self.get(key)
            .map(|node| self.reader.located_texts(key.zh, node))
            .unwrap_or_default()
    }

    pub(super) fn count(&self, key: Key) -> Option<u32> {
        self.get(key)
            .and_then(|node| self.reader.count(key.zh, node))
    }

    /// A measure that has to be there.
    pub(super) fn decimal(&self, key: Key) -> Option<f64> {
        self.require(key)
            .and_then(|node| self.reader.decimal(key.zh, node))
    }

    /// Where a key and its value stand.
    pub(super) fn line(&self, key: Key) -> Place {
        let start = self.key_span(key).start;
        let value = self.get(key).map_or(start, |node| node.span.end);
        self.reader.place(&(start..value))
    }

    pub(super) fn yes(&self, key: Key) -> bool {
        self.get(key)
            .and_then(|node| self.reader.one_of(key.zh, node, super::keys::YES_NO))
            .unwrap_or(false)
    }

    /// The entries of a list, none when the key is missing.
    pub(super) fn list(&self, key: Key) -> &'n [Node] {
        self.get(key)
            .map_or(&[], |node| self.reader.list(key.zh, node))
    }

    /// Like [`Self::list`], but the key must be there and hold something.
    pub(super) fn required_list(&self, key: Key) -> &'n [Node] {
        let Some(node) = self.require(key) else {
            return &[];
        };
        let list = self.reader.list(key.zh, node);
        if list.is_empty() && node.value != Value::Null {
            self.reader.report(
                &self.key_span(key),
                ShapeFault::EmptyList {
                    key: key.zh.to_owned(),
                }
                .into(),
            );
        }
        list
    }
}
