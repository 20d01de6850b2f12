//! What findings say: texts by id, into which the values of arguments are filled (`fill.rs`).
//!
//! A kind of finding has a `message` in one line (where that is all values, one in `general` as well), a `remedy` that says what to do, and at length `why` it matters, with lines of content
//! that are `wrong` and the same lines mended (`right`).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use granit_parser::{Event, Parser};

use super::Lang;
use super::families::TEXTS;

/// The texts of one kind of finding.
#[derive(Debug, Default)]
pub struct Texts {
    /// What is wrong, in one line.
    pub message: String,
    /// The same of no value in particular, where the message is all values.
    pub general: String,
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
                        "general" => &mut texts.general,
                        "remedy" => &mut texts.remedy,
                        "why" => &mut texts.why,
                        "wrong" => &mut texts.wrong,
                        "right" => &mut texts.right,
                        other => panic!("{id}: no such text: {other}"),
                    };
                    text.trim_end_matches('\n').clone_into(place);
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
    use super::super::families::FAMILIES;
    use super::super::fill::{Piece, pieces};
    use super::{Lang, catalogue, texts};

    /// Kinds that no line of content shows, wrong or right.
    const WITHOUT_LINES: [&str; 8] = [
        "layout-differs",
        "ledger-newer",
        "ledger-unwritable",
        "not-compiled",
        "sheet-failed",
        "theme-file-missing",
        "unreadable",
        "yaml-too-large",
    ];

    /// Kinds that no folder of content brings about: what a library, the system or we ourselves would have to do wrong. A port that
    /// is taken, a place where another build is, and parts of two versions have tests of their own (`output serve`, `placing`, `output fleet`).
    const WITHOUT_CASE: [&str; 12] = [
        "card-unreadable",
        "code-unreadable",
        "layout-differs",
        "ledger-changed",
        "not-compiled",
        "output-between",
        "output-busy",
        "part-version",
        "port-taken",
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
    fn every_term_has_words_and_is_said_somewhere() {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let files = WalkDir::new(source).into_iter();
        let files = files.map(|file| file.expect("the source is here").into_path());
        let rust = files.filter(|path| path.extension().is_some_and(|kind| kind == "rs"));
        let mut said = BTreeSet::new();
        for text in rust.map(|path| fs::read_to_string(path).expect("a text")) {
            let quoted = text.split('"').filter(|words| words.starts_with("term-"));
            let ids = quoted.filter(|id| !id.ends_with('-') && !id.contains(['{', ' ']));
            said.extend(ids.map(str::to_owned));
        }
        let is_name = |id: &str| id.starts_with("term-family-") || id.starts_with("term-argument-");
        let terms = catalogue(Lang::Zh).keys();
        let terms = terms.filter(|id| id.starts_with("term-") && !is_name(id));
        assert_eq!(terms.cloned().collect::<BTreeSet<_>>(), said);
    }

    #[test]
    fn every_family_and_every_argument_has_a_name_in_every_language() {
        let families = FAMILIES
            .iter()
            .map(|family| format!("family-{}", family.name));
        let arguments = declared().flat_map(|one| one.arguments);
        let arguments = arguments.map(|name| format!("argument-{}", name.replace('_', "-")));
        let wanted: BTreeSet<String> = families.chain(arguments).collect();
        for lang in [Lang::Zh, Lang::En] {
            let named = catalogue(lang)
                .keys()
                .filter_map(|id| id.strip_prefix("term-"));
            let is_name = |id: &&str| id.starts_with("family-") || id.starts_with("argument-");
            let named: BTreeSet<String> = named.filter(is_name).map(str::to_owned).collect();
            assert_eq!(named, wanted, "{lang:?}");
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
        let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases");
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
}
