//! Fills the values of arguments into texts.
//!
//! In a text `{name}` is an argument, `{n|community|communities}` one of two words by a number, `{?name …}` something that is told
//! only where there is such an argument and `{!name …}` where there is none; `{{` and `}}` are brackets. Of a list `{#list}` is how
//! many it has, `{#list|…|…}` goes by that, and `{list/ or }` is the list with ` or ` between. A term (`term-…`) is words of ours that an
//! argument may be; it is a text as well, and may name the arguments of the text that it stands in.

use super::texts::texts;
use super::{Argument, Declaration, Lang, Problem, Term};

impl Problem {
    /// What is wrong, in one line.
    pub(super) fn message(&self, lang: Lang) -> String {
        self.fill(lang, Part::Message)
    }

    /// What to do about it.
    pub(super) fn remedy(&self, lang: Lang) -> String {
        self.fill(lang, Part::Remedy)
    }

    fn fill(&self, lang: Lang, part: Part) -> String {
        let Declaration { id, arguments, .. } = self.declaration();
        let Some(texts) = texts(id, lang) else {
            return (*id).to_owned();
        };
        let values = self.values();
        let value = |name: &str| {
            let at = arguments.iter().position(|argument| *argument == name)?;
            values.get(at)
        };
        let scope = Scope {
            lang,
            part,
            value: &value,
        };
        scope.fill(match part {
            Part::Message => &texts.message,
            Part::Remedy => &texts.remedy,
        })
    }
}

/// The value of an argument that belongs to no problem.
pub(super) fn told(argument: &Argument, lang: Lang) -> String {
    let scope = Scope {
        lang,
        part: Part::Message,
        value: &|_| None,
    };
    scope.tell(argument)
}

/// Which of the texts with arguments is filled in.
#[derive(Clone, Copy)]
pub(super) enum Part {
    Message,
    Remedy,
}

/// Where a text is filled in: the language, and the values of its arguments.
pub(super) struct Scope<'a> {
    pub(super) lang: Lang,
    pub(super) part: Part,
    pub(super) value: &'a dyn Fn(&str) -> Option<&'a Argument>,
}

impl Scope<'_> {
    /// A text with its arguments filled in.
    pub(super) fn fill(&self, text: &str) -> String {
        let mut out = String::new();
        for piece in pieces(text) {
            match piece {
                Piece::Plain(plain) => out.push_str(plain),
                Piece::Bracket(bracket) => out.push(bracket),
                Piece::Filled(inner) => out.push_str(&self.filled(inner)),
            }
        }
        out
    }

    fn filled(&self, inner: &str) -> String {
        let behind = |sign| inner.strip_prefix(sign)?.split_once(' ');
        let when = |so: bool, text: &str| if so { self.fill(text) } else { String::new() };
        let is_there = |name: &str| self.told(name).is_some_and(|told| !told.is_empty());
        if let Some((name, text)) = behind('?') {
            return when(is_there(name), text);
        }
        if let Some((name, text)) = behind('!') {
            return when(!is_there(name), text);
        }
        if let Some((name, words)) = inner.split_once('|') {
            let (one, many) = words.split_once('|').unwrap_or((words, words));
            let is_one = self.told(name).is_some_and(|number| number == "1");
            return self.fill(if is_one { one } else { many });
        }
        match inner.split_once('/') {
            Some((name, between)) => (self.value)(name).map(|list| self.joined(list, between)),
            None => self.told(inner),
        }
        .unwrap_or_default()
    }

    /// An argument by its name, or how many there are of it (`#list`).
    fn told(&self, name: &str) -> Option<String> {
        match name.strip_prefix('#') {
            Some(list) => (self.value)(list).map(|list| self.number(list)),
            None => (self.value)(name).map(|argument| self.tell(argument)),
        }
    }

    /// The value of an argument as a text has it; empty where it is nothing.
    fn tell(&self, argument: &Argument) -> String {
        match argument {
            Argument::Words(words) => words.clone(),
            Argument::List(_) => self.joined(
                argument,
                match self.lang {
                    Lang::Zh => "、",
                    Lang::En => ", ",
                },
            ),
            Argument::Flag(true) => "1".to_owned(),
            Argument::Flag(false) => String::new(),
            Argument::Term(term) => self.fill(self.words(*term)),
            Argument::Phrase(term, own) => {
                let value = |name: &str| {
                    let own = own.iter().find(|(own, _)| *own == name);
                    own.map_or_else(|| (self.value)(name), |(_, value)| Some(value))
                };
                let scope = Scope {
                    value: &value,
                    ..*self
                };
                scope.fill(self.words(*term))
            }
            Argument::Placeholder(name) => placeholder(name),
            Argument::Each { zh, en } => match self.lang {
                Lang::Zh => zh.clone(),
                Lang::En => en.clone(),
            },
        }
    }

    /// How many there are of a list; anything else is one or nothing.
    fn number(&self, argument: &Argument) -> String {
        let number = match argument {
            Argument::List(list) => list.len(),
            Argument::Placeholder(_) => {
                return placeholder(match self.lang {
                    Lang::Zh => "几",
                    Lang::En => "n",
                });
            }
            other => usize::from(!self.tell(other).is_empty()),
        };
        number.to_string()
    }

    /// A list with words between.
    fn joined(&self, argument: &Argument, between: &str) -> String {
        match argument {
            Argument::List(list) => {
                let told: Vec<String> = list.iter().map(|one| self.tell(one)).collect();
                told.join(between)
            }
            other => self.tell(other),
        }
    }

    fn words(&self, term: Term) -> &'static str {
        let Some(texts) = texts(term.0, self.lang) else {
            return term.0;
        };
        match self.part {
            Part::Remedy if !texts.remedy.is_empty() => &texts.remedy,
            _ => &texts.message,
        }
    }
}

/// What stands for a value that is not known.
fn placeholder(name: &str) -> String {
    format!("‹{name}›")
}

/// A part of a text.
pub(super) enum Piece<'a> {
    Plain(&'a str),
    Bracket(char),
    /// What stands between brackets.
    Filled(&'a str),
}

pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        pieces.push(Piece::Plain(&rest[..at]));
        let bracket = rest[at..].chars().next().unwrap_or('{');
        let behind = &rest[at + 1..];
        if let Some(after) = behind.strip_prefix(bracket) {
            pieces.push(Piece::Bracket(bracket));
            rest = after;
            continue;
        }
        let end = closing(behind);
        pieces.push(Piece::Filled(&behind[..end]));
        rest = behind.get(end + 1..).unwrap_or_default();
    }
    pieces.push(Piece::Plain(rest));
    pieces
}

/// Where the bracket closes that was opened before a text.
fn closing(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => return at,
            '}' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::{Argument, Lang, Part, Scope, Term};

    #[test]
    fn arguments_are_filled_in() {
        let list = |words: &[&'static str]| Argument::from(words.to_vec());
        let kind = Argument::Term(Term("term-online-app"));
        let arguments = [
            ("name", Argument::from("甲")),
            ("n", Argument::from(1_usize)),
            ("nothing", Argument::from("")),
            ("list", list(&["a", "b"])),
            ("single", list(&["a"])),
            ("kind", kind),
        ];
        let value = |name: &str| {
            let mut all = arguments.iter();
            all.find(|(own, _)| *own == name).map(|(_, value)| value)
        };
        let scope = Scope {
            lang: Lang::En,
            part: Part::Message,
            value: &value,
        };
        let filled = |text| scope.fill(text);
        assert_eq!(filled("“{name}”：{list}"), "“甲”：a, b");
        assert_eq!(filled("{n} {n|day|days}, {name|one|many}"), "1 day, many");
        assert_eq!(
            filled("a{?name 有{name}}{?nothing 没有}{!nothing 无{{x}}}"),
            "a有甲无{x}"
        );
        assert_eq!(filled("{{{{{name}}}}}"), "{{甲}}");
        assert_eq!(filled("“{list/”“}”, {single/”“}"), "“a”“b”, a");
        assert_eq!(filled("{#list|a|{#list} papers}"), "2 papers");
        assert_eq!(filled("{#single|one: {single}|many}"), "one: a");
        let app =
            "an app has its `name` (名称) only, by which residents find it in their phone's store.";
        assert_eq!(filled("{?kind {kind}}"), app);
    }
}
