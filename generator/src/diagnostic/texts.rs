//! What findings say: texts by id, which fill in the values of the arguments.
//!
//! In a text `{name}` is an argument, `{n|community|communities}` one of two words by a number, `{?name …}` something that is told
//! only where there is such an argument and `{!name …}` where there is none; `{{` and `}}` are brackets. Of a list `{#list}` is how
//! many it has, `{#list|…|…}` goes by that, and `{list/ or }` is the list with ` or ` between.
//!
//! A kind of finding has a `message` in one line, a `remedy` that says what to do, and at length `why` it matters, with lines of content
//! that are `wrong` and the same lines mended (`right`).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use granit_parser::{Event, Parser};

use super::families::TEXTS;
use super::{Argument, Declaration, Declared, Lang, Term};

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

impl Declared {
    /// What is wrong, in one line.
    pub(super) fn message(&self, lang: Lang) -> String {
        self.fill(lang, |texts| &texts.message)
    }

    /// What to do about it.
    pub(super) fn remedy(&self, lang: Lang) -> String {
        self.fill(lang, |texts| &texts.remedy)
    }

    fn fill(&self, lang: Lang, which: impl Fn(&Texts) -> &String) -> String {
        let Declaration { id, arguments, .. } = self.declaration();
        let Some(texts) = texts(id, lang) else {
            return (*id).to_owned();
        };
        let values = self.values();
        let argument = |name: &str| {
            let at = arguments.iter().position(|argument| *argument == name)?;
            values.get(at)
        };
        fill(which(texts), lang, &argument)
    }
}

impl Term {
    pub(super) fn told(self, lang: Lang) -> String {
        texts(self.0, lang).map_or_else(|| self.0.to_owned(), |texts| texts.message.clone())
    }
}

/// A text with its arguments filled in.
fn fill<'a>(text: &str, lang: Lang, argument: &impl Fn(&str) -> Option<&'a Argument>) -> String {
    let mut out = String::new();
    for piece in pieces(text) {
        match piece {
            Piece::Plain(plain) => out.push_str(plain),
            Piece::Bracket(bracket) => out.push(bracket),
            Piece::Filled(inner) => out.push_str(&filled(inner, lang, argument)),
        }
    }
    out
}

fn filled<'a>(inner: &str, lang: Lang, argument: &impl Fn(&str) -> Option<&'a Argument>) -> String {
    let told = |name: &str| match name.strip_prefix('#') {
        Some(list) => argument(list).map(|list| list.number().to_string()),
        None => argument(name).map(|argument| argument.told(lang)),
    };
    let is_there = |name: &str| told(name).is_some_and(|told| !told.is_empty());
    let behind = |sign| inner.strip_prefix(sign)?.split_once(' ');
    let when = |so: bool, text: &str| {
        if so {
            fill(text, lang, argument)
        } else {
            String::new()
        }
    };
    if let Some((name, text)) = behind('?') {
        return when(is_there(name), text);
    }
    if let Some((name, text)) = behind('!') {
        return when(!is_there(name), text);
    }
    if let Some((name, words)) = inner.split_once('|') {
        let (one, many) = words.split_once('|').unwrap_or((words, words));
        let is_one = told(name).is_some_and(|number| number == "1");
        return fill(if is_one { one } else { many }, lang, argument);
    }
    match inner.split_once('/') {
        Some((name, between)) => argument(name).map(|list| list.joined(between, lang)),
        None => told(inner),
    }
    .unwrap_or_default()
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
    use std::path::{Path, PathBuf};

    use super::super::declared;
    use super::{Argument, Lang, Piece, catalogue, fill, pieces, texts};

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
                    ("wrong", &texts.wrong),
                    ("right", &texts.right),
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
            let idle: Vec<_> = own.iter().filter(|name| !used.contains(**name)).collect();
            assert!(idle.is_empty(), "{id}: no text names {idle:?}");
        }
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
    fn every_finding_has_a_case_that_shows_what_it_says() {
        let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cases");
        let folders = ["bad", "good", "theme"].map(|kind| cases.join(kind).read_dir());
        let folders = folders
            .into_iter()
            .flat_map(|folders| folders.expect("the tests are beside"));
        let files = |folder: PathBuf| ["message.txt", "said.txt"].map(|file| folder.join(file));
        let messages = folders
            .filter_map(|folder| Some(files(folder.ok()?.path())))
            .flatten();
        let said: Vec<String> = messages
            .filter_map(|path| fs::read_to_string(path).ok())
            .collect();
        assert!(said.len() > 300, "{} messages", said.len());
        for declaration in declared() {
            let id = format!("[{}]", declaration.id);
            assert!(
                said.iter().any(|message| message.contains(&id)),
                "no case has {id}"
            );
        }
    }

    #[test]
    fn arguments_are_filled_in() {
        let list =
            |words: &[&str]| Argument::List(words.iter().map(|word| (*word).to_owned()).collect());
        let arguments = [
            ("name", Argument::from("甲")),
            ("n", Argument::from(1_usize)),
            ("nothing", Argument::from("")),
            ("list", list(&["a", "b"])),
            ("single", list(&["a"])),
        ];
        let value = |name: &str| {
            let mut all = arguments.iter();
            all.find(|(own, _)| *own == name).map(|(_, value)| value)
        };
        let filled = |text| fill(text, Lang::En, &value);
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
    }
}
