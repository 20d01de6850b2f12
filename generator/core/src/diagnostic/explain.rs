//! What a kind of finding means, at length.

use std::fmt::Write as _;

use super::families::{FAMILIES, Family};
use super::fill::{Part, Piece, Scope, pieces};
use super::texts::{Texts, texts};
use super::{Argument, Declaration, Lang, Severity};

/// A kind of finding, and what is said of it.
pub struct Kind {
    /// Its id and its weight.
    pub declaration: &'static Declaration,
    /// The language of its texts.
    pub lang: Lang,
    family: &'static Family,
    texts: &'static Texts,
}

/// Every kind, by family, then by id.
pub fn kinds(lang: Lang) -> Vec<Kind> {
    let kinds = FAMILIES.iter().flat_map(|family| {
        let kind = |declaration: &'static Declaration| {
            Some(Kind {
                declaration,
                family,
                texts: texts(declaration.id, lang)?,
                lang,
            })
        };
        let mut kinds: Vec<Kind> = family.kinds.iter().filter_map(kind).collect();
        kinds.sort_by_key(|kind| kind.declaration.id);
        kinds
    });
    kinds.collect()
}

impl Kind {
    /// What its family is about.
    pub fn family(&self) -> String {
        word("family", self.family.name, self.lang)
    }

    /// What it says, with placeholders for what is not known; more than one where it is told in several ways.
    pub fn messages(&self) -> Vec<String> {
        if self.texts.general.is_empty() {
            self.told(&self.texts.message, Part::Message)
        } else {
            vec![self.texts.general.clone()]
        }
    }

    /// What it says to do.
    pub fn remedies(&self) -> Vec<String> {
        self.told(&self.texts.remedy, Part::Remedy)
    }

    /// Why it matters.
    pub fn why(&self) -> &'static str {
        &self.texts.why
    }

    /// Lines of content that are wrong, and the same mended; none where no line shows it.
    pub fn lines(&self) -> Option<(&'static str, &'static str)> {
        let Texts { wrong, right, .. } = self.texts;
        (!wrong.is_empty()).then_some((wrong, right))
    }

    /// A text as it is where all is known, and as it is where something is not.
    fn told(&self, text: &str, part: Part) -> Vec<String> {
        let arguments = self.declaration.arguments;
        let placeholder = |name: &&str| {
            Argument::Placeholder(word("argument", &name.replace('_', "-"), self.lang))
        };
        let placeholders: Vec<Argument> = arguments.iter().map(placeholder).collect();
        let nothing = Argument::Flag(false);
        let without = |absent: Option<&str>| {
            let value = |name: &str| {
                let at = arguments.iter().position(|argument| *argument == name)?;
                if absent == Some(name) {
                    return Some(&nothing);
                }
                placeholders.get(at)
            };
            let scope = Scope {
                lang: self.lang,
                part,
                value: &value,
            };
            scope.fill(text)
        };
        let mut told = vec![without(None)];
        for absent in negated(text) {
            let other = without(Some(absent));
            if !told.contains(&other) {
                told.push(other);
            }
        }
        told
    }
}

/// The arguments whose absence a text tells.
fn negated(text: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for piece in pieces(text) {
        let Piece::Filled(inner) = piece else {
            continue;
        };
        let Some((name, rest)) = inner.split_once(' ') else {
            continue;
        };
        names.extend(name.strip_prefix('!'));
        if name.starts_with(['?', '!']) {
            names.extend(negated(rest));
        }
    }
    names
}

/// A word of ours by its id.
fn word(of: &str, name: &str, lang: Lang) -> String {
    texts(&format!("term-{of}-{name}"), lang)
        .map_or_else(|| name.to_owned(), |texts| texts.message.clone())
}

/// The headings of an explanation.
pub(super) struct Headings {
    pub(super) weight: &'static str,
    pub(super) why: &'static str,
    pub(super) wrong: &'static str,
    pub(super) right: &'static str,
    pub(super) remedy: &'static str,
}

impl Headings {
    pub(super) fn of(severity: Severity, lang: Lang) -> Self {
        match lang {
            Lang::Zh => Self {
                weight: match severity {
                    Severity::Error => "错误：要先改好，才能做下去",
                    Severity::Warning => "提醒：网站照样生成，请看一眼",
                },
                why: "为什么",
                wrong: "写错的",
                right: "改好的",
                remedy: "怎么办",
            },
            Lang::En => Self {
                weight: match severity {
                    Severity::Error => "an error: nothing is made until it is mended",
                    Severity::Warning => "a warning: the site is built; somebody should look",
                },
                why: "Why it matters",
                wrong: "Wrong",
                right: "Mended",
                remedy: "What to do",
            },
        }
    }
}

/// A kind of finding at length, for a person at a terminal.
pub fn explain(kind: &Kind) -> String {
    let Headings {
        weight,
        why,
        wrong,
        right,
        remedy,
    } = Headings::of(kind.declaration.severity, kind.lang);
    let mut out = format!("[{}] {weight}\n", kind.declaration.id);
    out.push_str(&indented(&kind.messages().join("\n")));
    section(&mut out, why, kind.why());
    match kind.lines() {
        Some((lines, mended)) => {
            section(&mut out, wrong, lines);
            section(&mut out, right, mended);
        }
        None => section(&mut out, remedy, &kind.remedies().join("\n")),
    }
    out
}

fn section(out: &mut String, heading: &str, text: &str) {
    let _ = write!(out, "\n{heading}\n{}", indented(text));
}

fn indented(text: &str) -> String {
    let line = |line: &str| match line {
        "" => "\n".to_owned(),
        line => format!("  {line}\n"),
    };
    text.lines().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::{Kind, Lang, explain, kinds};

    const LANGUAGES: [Lang; 2] = [Lang::Zh, Lang::En];

    #[test]
    fn no_explanation_has_a_bracket_of_ours_or_nothing_but_placeholders() {
        for kind in LANGUAGES.into_iter().flat_map(kinds) {
            let id = kind.declaration.id;
            for message in kind.messages() {
                let words = message.split('‹').map(|part| part.split('›').next_back());
                let words: String = words.flatten().collect();
                assert!(words.chars().any(char::is_alphanumeric), "{id}: {message}");
                for ours in ["{?", "{!", "{#", "term-"] {
                    assert!(!message.contains(ours), "{id}: {message}");
                }
            }
        }
    }

    #[test]
    fn an_explanation_says_what_why_and_how() {
        let of = |id: &str, lang| -> Option<Kind> {
            let mut all = kinds(lang).into_iter();
            all.find(|kind| kind.declaration.id == id)
        };
        let mended = explain(&of("full-width-colon", Lang::Zh).expect("it is declared"));
        assert!(mended.contains("\n写错的\n  标题：高龄津贴\n\n改好的\n  标题: 高龄津贴\n"));
        let several = of("raw-html", Lang::En).expect("it is declared").messages();
        assert_eq!(several.len(), 2, "{several:?}");
        let without = explain(&of("not-compiled", Lang::En).expect("it is declared"));
        assert!(without.contains("\nWhat to do\n"), "{without}");
    }
}
