//! What findings say: texts by id, which fill in the values of the arguments.
//!
//! In a text `{name}` is an argument, `{n|community|communities}` one of two words by a number, `{?name …}` something that is told
//! only where there is such an argument and `{!name …}` where there is none; `{{` and `}}` are brackets. Of a list `{#list}` is how
//! many it has, `{#list|…|…}` goes by that, and `{list/ or }` is the list with ` or ` between. A term (`term-…`) is words of ours that an
//! argument may be; it is a text as well, and may name the arguments of the text that it stands in.
//!
//! A kind of finding has a `message` in one line, a `remedy` that says what to do, and at length `why` it matters, with lines of content
//! that are `wrong` and the same lines mended (`right`).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use granit_parser::{Event, Parser};

use super::families::TEXTS;
use super::{Argument, Declaration, Lang, Problem, Term};

/// The texts of one kind of finding.
#[derive(Debug, Default)]
pub struct Texts {
    /// What is wrong, in one line.
    pub message: String,
    /// What to do about it.
    pub remedy: String,
    /// Why it matters, at length.
    pub why: String,
    /// Lines of content with the fault.
    pub wrong: String,
    /// The same lines, mended.
    pub right: String,
}

type Catalogue = BTreeMap<String, Texts>;

static ZH: LazyLock<Catalogue> = LazyLock::new(|| read(TEXTS.iter().map(|[zh, _]| *zh)));
static EN: LazyLock<Catalogue> = LazyLock::new(|| read(TEXTS.iter().map(|[_, en]| *en)));

fn catalogue(lang: Lang) -> &'static Catalogue {
    match lang {
        Lang::Zh => &ZH,
        Lang::En => &EN,
    }
}

/// The texts of a kind of finding, by its id.
pub fn texts(id: &str, lang: Lang) -> Option<&'static Texts> {
    catalogue(lang).get(id)
}

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

/// Which of the texts with arguments is filled in.
#[derive(Clone, Copy)]
enum Part {
    Message,
    Remedy,
}

/// Where a text is filled in: the language, and the values of its arguments.
struct Scope<'a> {
    lang: Lang,
    part: Part,
    value: &'a dyn Fn(&str) -> Option<&'a Argument>,
}

impl Scope<'_> {
    /// A text with its arguments filled in.
    fn fill(&self, text: &str) -> String {
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
            Some(list) => (self.value)(list).map(|list| self.number(list).to_string()),
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
            Argument::Each { zh, en } => match self.lang {
                Lang::Zh => zh.clone(),
                Lang::En => en.clone(),
            },
        }
    }

    /// How many there are of a list; anything else is one or nothing.
    fn number(&self, argument: &Argument) -> usize {
        match argument {
            Argument::List(list) => list.len(),
            other => usize::from(!self.tell(other).is_empty()),
        }
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

/// A part of a text.
enum Piece<'a> {
    Plain(&'a str),
    Bracket(char),
    /// What stands between brackets.
    Filled(&'a str),
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
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

/// Reads texts by id. They are ours: what is wrong with them stops every test.
fn read(files: impl Iterator<Item = &'static str>) -> Catalogue {
    let mut all = Catalogue::new();
    for yaml in files {
        read_file(yaml, &mut all);
    }
    all
}

fn read_file(yaml: &str, all: &mut Catalogue) {
    let mut parser = Parser::new_from_str(yaml);
    let mut depth = 0;
    let (mut id, mut key) = (String::new(), None);
    while let Some(next) = parser.next_event() {
        let (event, _) = next.unwrap_or_else(|error| panic!("behind {id}: {error}"));
        match event {
            Event::MappingStart(..) => depth += 1,
            Event::MappingEnd => depth -= 1,
            Event::Scalar(text, ..) if depth == 1 => {
                id = text.to_string();
                all.entry(id.clone()).or_default();
            }
            Event::Scalar(text, ..) => match key.take() {
                None => key = Some(text.to_string()),
                Some(key) => {
                    let texts = all.entry(id.clone()).or_default();
                    let place = match key.as_str() {
                        "message" => &mut texts.message,
                        "remedy" => &mut texts.remedy,
                        "why" => &mut texts.why,
                        "wrong" => &mut texts.wrong,
                        "right" => &mut texts.right,
                        other => panic!("{id}: no such text: {other}"),
                    };
                    text.trim_end().clone_into(place);
                }
            },
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use walkdir::WalkDir;

    use super::super::declared;
    use super::{Argument, Lang, Part, Piece, Scope, Term, catalogue, pieces, texts};

    /// Kinds that no line of content shows, wrong or right.
    const WITHOUT_LINES: [&str; 7] = [
        "ledger-newer",
        "ledger-unwritable",
        "not-compiled",
        "sheet-failed",
        "theme-file-missing",
        "unreadable",
        "yaml-too-large",
    ];

    /// Kinds that no folder of content brings about: what a library, the system or we ourselves would have to do wrong.
    const WITHOUT_CASE: [&str; 6] = [
        "card-unreadable",
        "code-unreadable",
        "not-compiled",
        "sheet-failed",
        "theme-file-missing",
        "unreadable",
    ];

    /// The arguments that a text names, and whether it is well formed.
    fn named(text: &str) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        for piece in pieces(text) {
            let Piece::Filled(inner) = piece else {
                continue;
            };
            if let Some(rest) = inner.strip_prefix(['?', '!']) {
                let (name, text) = rest.split_once(' ').expect("a name and a text");
                names.insert(name.to_owned());
                names.extend(named(text));
            } else {
                let mut parts = inner.splitn(2, ['|', '/']);
                let name = parts.next().unwrap_or_default();
                names.insert(name.trim_start_matches('#').to_owned());
                names.extend(named(parts.next().unwrap_or_default()));
            }
        }
        names
    }

    #[test]
    fn every_finding_has_the_same_texts_with_the_same_arguments_in_every_language() {
        let in_terms = named_in_terms();
        for declaration in declared() {
            let id = declaration.id;
            let own: BTreeSet<&str> = declaration.arguments.iter().copied().collect();
            let mut used = BTreeSet::new();
            for lang in [Lang::Zh, Lang::En] {
                let texts = texts(id, lang).unwrap_or_else(|| panic!("{id}: no texts ({lang:?})"));
                for (what, text) in [
                    ("message", &texts.message),
                    ("remedy", &texts.remedy),
                    ("why", &texts.why),
                ] {
                    assert!(!text.is_empty(), "{id}: no {what} ({lang:?})");
                }
                assert!(!texts.message.contains('\n'), "{id}: a message is one line");
                let names: BTreeSet<String> = named(&texts.message)
                    .union(&named(&texts.remedy))
                    .cloned()
                    .collect();
                let strange: Vec<_> = names
                    .iter()
                    .filter(|name| !own.contains(name.as_str()))
                    .collect();
                assert!(
                    strange.is_empty(),
                    "{id} ({lang:?}): {strange:?} is no argument"
                );
                used.insert(names);
            }
            assert_eq!(
                used.len(),
                1,
                "{id}: the languages name other arguments: {used:?}"
            );
            let used: BTreeSet<String> = used.into_iter().flatten().collect();
            let idle = |name: &&&str| !used.contains(**name) && !in_terms.contains(**name);
            let idle: Vec<_> = own.iter().filter(idle).collect();
            assert!(idle.is_empty(), "{id}: no text names {idle:?}");
        }
    }

    /// The arguments that terms name: those of the text that a term stands in, or its own.
    fn named_in_terms() -> BTreeSet<String> {
        let terms = [Lang::Zh, Lang::En].into_iter().flat_map(catalogue);
        let terms = terms.filter(|(id, _)| id.starts_with("term-"));
        terms
            .flat_map(|(_, texts)| &named(&texts.message) | &named(&texts.remedy))
            .collect()
    }

    #[test]
    fn every_text_is_that_of_a_finding() {
        let ids: BTreeSet<&str> = declared().map(|one| one.id).collect();
        assert_eq!(ids.len(), declared().count(), "an id is declared twice");
        for lang in [Lang::Zh, Lang::En] {
            let known = |id: &str| ids.contains(id) || id.starts_with("term-");
            let orphans: Vec<_> = catalogue(lang).keys().filter(|id| !known(id)).collect();
            assert!(orphans.is_empty(), "{orphans:?}");
            let other = catalogue(if lang == Lang::Zh { Lang::En } else { Lang::Zh });
            let alone: Vec<_> = catalogue(lang)
                .keys()
                .filter(|id| !other.contains_key(*id))
                .collect();
            assert!(alone.is_empty(), "{alone:?} in {lang:?} only");
        }
    }

    #[test]
    fn every_finding_shows_lines_that_are_wrong_and_the_same_mended() {
        for declaration in declared() {
            let id = declaration.id;
            for lang in [Lang::Zh, Lang::En] {
                let Some(texts) = texts(id, lang) else {
                    continue;
                };
                let shown = [&texts.wrong, &texts.right].map(|lines| !lines.is_empty());
                let without = WITHOUT_LINES.contains(&id);
                assert_eq!(shown, [!without; 2], "{id} ({lang:?}): lines");
                assert!(
                    without || texts.wrong != texts.right,
                    "{id} ({lang:?}): nothing is mended"
                );
            }
        }
    }

    #[test]
    fn every_finding_has_a_case_that_shows_what_it_says() {
        let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cases");
        let files = WalkDir::new(cases).into_iter();
        let files = files.map(|file| file.expect("the tests are beside").into_path());
        let messages =
            files.filter(|path| path.ends_with("message.txt") || path.ends_with("said.txt"));
        let said: Vec<String> = messages
            .map(|path| fs::read_to_string(path).expect("a text"))
            .collect();
        assert!(said.len() > 300, "{} messages", said.len());
        let is_said = |id: &str| {
            let id = format!("[{id}]");
            said.iter().any(|message| message.contains(&id))
        };
        let ids = declared().map(|declaration| declaration.id);
        let silent: BTreeSet<&str> = ids.filter(|id| !is_said(id)).collect();
        assert_eq!(silent, BTreeSet::from(WITHOUT_CASE), "without a case");
    }

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
