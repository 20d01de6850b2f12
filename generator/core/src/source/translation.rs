//! Files of a further language (`a07.en.md`, `site.en.yaml`): texts only, bound to the words that they translate.

use std::collections::BTreeMap;

use super::decode::Reader;
use super::keys;
use super::loader::Loader;
use super::values;
use super::yaml::{Node, Value};
use crate::diagnostic::{
    At, Expected, Finding, Place, Problem, ShapeFault, TranslationFault, closest, line_column,
};
use crate::model::{GuideTexts, Markdown, Phrasebook, Translation};
use crate::schema::TRANSLATION;

/// The language that a file's name ends with (`a07.en.md`: en); none for a file in the site's own language.
pub(super) fn language_of(path: &str) -> Option<&'static str> {
    let (stem, _) = path.rsplit_once('.')?;
    keys::LANGUAGE_NAMES
        .iter()
        .map(|(code, ..)| *code)
        .find(|code| {
            stem.strip_suffix(code)
                .is_some_and(|stem| stem.ends_with('.'))
        })
}

/// The path of the file that `path` translates.
fn original(path: &str, language: &str) -> String {
    match path.rsplit_once(&format!(".{language}.")) {
        Some((stem, ending)) => format!("{stem}.{ending}"),
        None => path.to_owned(),
    }
}

impl Loader<'_> {
    /// The texts of every further language of `languages`; `texts` are the files that bear a language in their names.
    pub(super) fn translations(
        &mut self,
        languages: &[&'static str],
        paths: &[&str],
        texts: &[&str],
    ) -> Vec<Translation> {
        let further = languages.get(1..).unwrap_or_default();
        let mut off: BTreeMap<&'static str, Vec<&str>> = BTreeMap::new();
        let mut used: BTreeMap<&'static str, Vec<(&str, String)>> = BTreeMap::new();
        for path in texts {
            let Some(language) = language_of(path) else {
                continue;
            };
            let original = original(path, language);
            if !further.contains(&language) {
                off.entry(language).or_default().push(path);
            } else if paths.contains(&original.as_str()) {
                used.entry(language).or_default().push((path, original));
            } else {
                let suggestion = closest(&original, paths.iter().copied());
                self.translation_fault(
                    path,
                    TranslationFault::Orphan {
                        original,
                        suggestion,
                    },
                );
            }
        }
        for (language, paths) in off {
            let own = languages.first().copied().unwrap_or("zh");
            let written = [&[own], further, &[language]].concat();
            let fault = TranslationFault::LanguageOff {
                language,
                files: paths.len(),
                written: written.join(", "),
            };
            self.translation_fault(paths[0], fault);
        }
        further
            .iter()
            .map(|language| self.translation(language, &used.remove(language).unwrap_or_default()))
            .collect()
    }

    fn translation_fault(&mut self, path: &str, fault: TranslationFault) {
        self.findings
            .push(Finding::at(Place::file(path), Problem::from(fault)));
    }

    /// `files` are pairs of a file and the one that it translates.
    fn translation(&mut self, language: &'static str, files: &[(&str, String)]) -> Translation {
        let below = |folder: &'static str| {
            files
                .iter()
                .filter(move |(path, _)| path.starts_with(folder))
        };
        let overlays = below("communities/").filter(|(path, _)| path.ends_with(".md"));
        let guides: Vec<&str> = below("matters/")
            .chain(overlays)
            .map(|(path, _)| *path)
            .collect();
        let guides = self.read_all(&guides, |reader, root, body| guide(reader, &root, body));
        let communities = below("communities/")
            .filter_map(|(path, original)| {
                let id = original
                    .strip_prefix("communities/")?
                    .strip_suffix(".yaml")?;
                Some((id.to_owned(), self.phrasebook(path)))
            })
            .collect();
        let mut pages = BTreeMap::new();
        for (path, _) in below("pages/") {
            pages.extend(self.page(path).map(|page| (page.name.clone(), page)));
        }
        let mut register = |name: &str| {
            let file = format!("{name}.{language}.yaml");
            let there = files.iter().any(|(path, _)| *path == file);
            if there {
                self.phrasebook(&file)
            } else {
                Phrasebook::none(&file)
            }
        };
        Translation {
            language,
            site: register("site"),
            materials: register("materials"),
            questions: register("questions"),
            communities,
            guides: guides
                .into_iter()
                .filter_map(|(path, texts)| Some((original(&path, language), texts?)))
                .collect(),
            pages,
        }
    }

    fn phrasebook(&mut self, path: &str) -> Phrasebook {
        let book = self.yaml_file(path, |reader, root| {
            phrases(reader, Place::file(path), root)
        });
        book.unwrap_or_else(|| Phrasebook {
            unread: true,
            ..Phrasebook::none(path)
        })
    }
}

fn guide(reader: &Reader, root: &Node, body: Markdown) -> Option<GuideTexts> {
    let table = reader.table("", root, &TRANSLATION)?;
    let date = table.require(keys::VERIFIED_ON);
    let verified_on = date.and_then(|node| {
        Some(reader.at(
            &node.span,
            values::date(reader, keys::VERIFIED_ON.zh, node)?,
        ))
    });
    let place = reader.place(&table.key_span(keys::TEXTS));
    let phrases = match table.get(keys::TEXTS) {
        Some(node) => phrases(reader, place, node),
        None => Phrasebook {
            place,
            ..Phrasebook::none(&reader.file)
        },
    };
    Some(GuideTexts {
        verified_on: verified_on?,
        phrases,
        body,
    })
}

/// A map of words and what they are in another language; an empty value is a phrase that is still to be written.
fn phrases(reader: &Reader, place: Place, node: &Node) -> Phrasebook {
    let mut book = Phrasebook {
        place,
        ..Phrasebook::none(&reader.file)
    };
    let entries = match &node.value {
        Value::Map(entries) => entries.as_slice(),
        Value::Null => &[],
        _ => {
            reader.wrong(keys::TEXTS.zh, node, Expected::Map);
            &[]
        }
    };
    for (key, value) in entries {
        // Whole sentences stand here as keys: a full-width colon in them is no slip.
        let Value::Text { text: words, .. } = &key.value else {
            reader.wrong("", key, Expected::Text);
            continue;
        };
        let text = match &value.value {
            Value::Null => String::new(),
            Value::Text { text, .. } => text.trim().to_owned(),
            _ => {
                reader.wrong(words, value, Expected::Text);
                book.unread = true;
                continue;
            }
        };
        let words = words.trim().to_owned();
        if let Some(first) = book.phrases.get(&words) {
            let first_line = line_column(&reader.text, first.place.start).0;
            reader.report(
                &key.span,
                ShapeFault::DuplicateKey {
                    key: words,
                    first_line,
                }
                .into(),
            );
        } else {
            book.phrases.insert(
                words,
                At {
                    value: text,
                    place: reader.place(&key.span),
                },
            );
        }
    }
    book.phrases.retain(|_, phrase| !phrase.value.is_empty());
    book
}

#[cfg(test)]
mod tests {
    use super::{language_of, original};

    #[test]
    fn a_name_says_its_language() {
        assert_eq!(language_of("matters/a/gao-ling.en.md"), Some("en"));
        assert_eq!(language_of("site.en.yaml"), Some("en"));
        assert_eq!(language_of("matters/children.md"), None);
        assert_eq!(language_of("pages/en.md"), None);
        assert_eq!(original("matters/a.en.md", "en"), "matters/a.md");
    }
}
