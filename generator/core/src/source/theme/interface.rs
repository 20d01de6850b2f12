//! The texts of the interface that a theme says in its own way: each replaces the built-in one of its key.

use std::collections::{BTreeMap, BTreeSet};

use super::super::decode::Reader;
use super::super::yaml::{Node, Value};
use super::Uses;
use crate::diagnostic::{At, Finding, Place, ThemeFault, closest};
use crate::model::Language;

/// A text of the interface and where it stands.
#[derive(Debug)]
pub(super) struct Spoken {
    language: String,
    pub(super) key: At<String>,
    pub(super) text: At<String>,
}

/// The texts of a file.
pub(super) fn spoken(language: &str, reader: &Reader, root: &Node) -> Vec<Spoken> {
    let one = |(key, node): (At<String>, &Node)| {
        let text = words(reader, node)?;
        Some(Spoken {
            language: language.to_owned(),
            key,
            text: reader.at(&node.span, text),
        })
    };
    reader.names("", root).into_iter().filter_map(one).collect()
}

/// The language whose texts stand in where a theme that adds a language has none of its own.
const MODEL: &str = "en";

/// With its spaces: some stand between words (`", "`).
fn words(reader: &Reader, node: &Node) -> Option<String> {
    match &node.value {
        Value::Text { text, .. } if !text.is_empty() => Some(text.clone()),
        _ => reader.text("", node),
    }
}

/// What is wrong with a theme's own texts: keys that nothing says, and gaps that nothing fills.
pub(super) fn judge(own: &[Spoken], built_in: &[Spoken], uses: &Uses) -> Vec<Finding> {
    let mut known: BTreeMap<&str, BTreeMap<&str, &str>> = BTreeMap::new();
    for spoken in built_in {
        let texts = known.entry(&spoken.language).or_default();
        texts.insert(&spoken.key.value, &spoken.text.value);
    }
    let judge = |spoken: &Spoken| {
        // A file of no known language is told as a file.
        let language = spoken.language.as_str();
        let model = || Language::of(language).and_then(|_| known.get(MODEL));
        let texts = known.get(language).or_else(model)?;
        match texts.get(spoken.key.value.as_str()) {
            Some(text) => gap(spoken, text),
            None => unknown(spoken, texts, uses),
        }
    };
    own.iter().filter_map(judge).collect()
}

/// Fills up the texts of languages that a theme adds, and says what it lacks.
pub(super) fn complete(
    texts: &mut BTreeMap<String, BTreeMap<String, String>>,
    built_in: &[Spoken],
) -> Vec<Finding> {
    let known: BTreeSet<&str> = built_in.iter().map(|one| one.language.as_str()).collect();
    let model = texts.get(MODEL).cloned().unwrap_or_default();
    let added = texts.iter_mut().filter(|(language, _)| {
        Language::of(language).is_some() && !known.contains(language.as_str())
    });
    let mut findings = Vec::new();
    for (language, own) in added {
        let missing = model.keys().filter(|key| !own.contains_key(*key));
        let missing: Vec<String> = missing.cloned().collect();
        if missing.is_empty() {
            continue;
        }
        for key in &missing {
            own.insert(key.clone(), model[key].clone());
        }
        let count = missing.len();
        let keys = missing.into_iter().take(FEW).collect();
        let fault = ThemeFault::TextsMissing { count, keys };
        let file = format!("i18n/{language}.yaml");
        findings.push(Finding::at(Place::file(&file), fault.into()));
    }
    findings
}

/// So many keys tell which they are.
const FEW: usize = 5;

fn unknown(spoken: &Spoken, texts: &BTreeMap<&str, &str>, uses: &Uses) -> Option<Finding> {
    let key = &spoken.key.value;
    if uses.any_text || uses.texts.contains(key) {
        return None;
    }
    let fault = ThemeFault::TextUnknown {
        key: key.clone(),
        suggestion: closest(key, texts.keys().copied()),
    };
    Some(Finding::at(spoken.key.place.clone(), fault.into()))
}

/// A gap (`{n}`) that the built-in text does not have: nothing would fill it.
fn gap(spoken: &Spoken, text: &str) -> Option<Finding> {
    let known = gaps(text);
    let own = gaps(&spoken.text.value);
    let name = own.into_iter().find(|name| !known.contains(name))?;
    let fault = ThemeFault::TextGap {
        gap: name.to_owned(),
        suggestion: closest(name, known.iter().copied()),
        known: known.iter().map(|name| format!("{{{name}}}")).collect(),
    };
    Some(Finding::at(spoken.text.place.clone(), fault.into()))
}

/// The names in braces.
fn gaps(text: &str) -> BTreeSet<&str> {
    let behind = text.split('{').skip(1);
    let names = behind.filter_map(|rest| rest.split_once('}').map(|(name, _)| name));
    let is_name = |name: &&str| {
        let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        !name.is_empty() && name.chars().all(word)
    };
    names.filter(is_name).collect()
}
