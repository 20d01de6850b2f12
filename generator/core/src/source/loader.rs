//! Reading files: bytes to text, text to YAML and Markdown; what is wrong with them is collected.

use std::ops::Range;
use std::sync::Arc;

use super::decode::{Mentions, Reader};
use super::yaml::{self, Node, Value};
use super::{Files, front_matter, markdown, prescan, quotes, text, unseen, wording};
use crate::diagnostic::{Allowed, Finding, Place, Problem, ReadingFault, Sources};
use crate::model::Markdown;
use crate::parallel;

/// Reads the files of a content folder.
pub(super) struct Loader<'a> {
    pub(super) files: &'a dyn Files,
    pub(super) findings: Vec<Finding>,
    pub(super) sources: Sources,
    /// What all words say of local facts.
    pub(super) mentions: Mentions,
    /// The warnings that are let pass.
    pub(super) allowed: Vec<Allowed>,
}

/// A text file that was read: its path, its text, or what was wrong with it.
type TextFile = (Arc<str>, Result<Arc<str>, Problem>);

/// The same with what was read of it, what was wrong, and the local facts that it names.
type Read<T> = (TextFile, Option<T>, (Vec<Finding>, Mentions));

impl Loader<'_> {
    /// Takes over what reading a file brought.
    pub(super) fn finish(&mut self, reader: Reader) {
        let (findings, mentions) = reader.finish();
        self.findings.extend(findings);
        self.mentions.extend(mentions);
    }

    pub(super) fn found(&mut self, place: Place, problem: Problem) {
        self.findings.push(Finding::at(place, problem));
    }

    /// A YAML file, read by `read`; `None` when it has no content or cannot be parsed (which was reported).
    pub(super) fn yaml_file<T>(
        &mut self,
        path: &str,
        read: impl FnOnce(&Reader, &Node) -> T,
    ) -> Option<T> {
        let (file, text) = self.text(path)?;
        let reader = Reader::new(&file, &text);
        let start = if text.starts_with('\u{feff}') {
            '\u{feff}'.len_utf8()
        } else {
            0
        };
        let root = tree(&reader, start..text.len());
        let result = root.map(|root| read(&reader, &root));
        self.finish(reader);
        result
    }

    /// What was published before: nothing without a ledger, `None` when there is one that cannot be understood.
    pub(super) fn text(&mut self, path: &str) -> Option<(Arc<str>, Arc<str>)> {
        self.text_up_to(text::LIMIT, path)
    }

    pub(super) fn text_up_to(&mut self, limit: u64, path: &str) -> Option<(Arc<str>, Arc<str>)> {
        let (file, text) = read_text(self.files, limit, path);
        match text {
            Ok(text) => {
                self.sources.insert(Arc::clone(&file), Arc::clone(&text));
                let unseen = unseen::find(&file, &text);
                let clean = unseen.is_empty();
                self.findings.extend(unseen);
                clean.then_some((file, text))
            }
            Err(problem) => {
                self.found(Place::file(path), problem);
                None
            }
        }
    }

    /// Reads Markdown files, many at once; `None` stands for one that could not be read.
    pub(super) fn read_all<T: Send>(
        &mut self,
        paths: &[&str],
        read: impl Fn(&Reader, Node, Markdown) -> Option<T> + Sync,
    ) -> Vec<(Arc<str>, Option<T>)> {
        let files = self.files;
        let all: Vec<Read<T>> = parallel::map(paths, |path| read_markdown(files, path, &read));
        all.into_iter()
            .map(|((file, text), value, (findings, mentions))| {
                self.findings.extend(findings);
                self.mentions.extend(mentions);
                if let Ok(text) = text {
                    self.sources.insert(Arc::clone(&file), text);
                }
                (file, value)
            })
            .collect()
    }

    /// Reads a Markdown file; `None` when it could not be read.
    pub(super) fn markdown_file<T>(
        &mut self,
        path: &str,
        read: impl Fn(&Reader, Node, Markdown) -> Option<T>,
    ) -> Option<T> {
        let ((file, text), value, (findings, mentions)) = read_markdown(self.files, path, read);
        self.findings.extend(findings);
        self.mentions.extend(mentions);
        if let Ok(text) = text {
            self.sources.insert(file, text);
        }
        value
    }
}

fn read_text(files: &dyn Files, limit: u64, path: &str) -> TextFile {
    let bytes = files.read(path).map_err(|error| {
        ReadingFault::Unreadable {
            reason: error.into(),
        }
        .into()
    });
    let text = bytes.and_then(|bytes| text::decode_up_to(limit, bytes));
    (path.into(), text.map(Arc::from))
}

fn read_markdown<T>(
    files: &dyn Files,
    path: &str,
    read: impl Fn(&Reader, Node, Markdown) -> Option<T>,
) -> Read<T> {
    let (file, text) = read_text(files, text::LIMIT, path);
    let text = match text {
        Ok(text) => text,
        Err(problem) => {
            let finding = Finding::at(Place::file(path), problem.clone());
            return (
                (file, Err(problem)),
                None,
                (vec![finding], Mentions::default()),
            );
        }
    };
    let unseen = unseen::find(&file, &text);
    if !unseen.is_empty() {
        return ((file, Ok(text)), None, (unseen, Mentions::default()));
    }
    let reader = Reader::new(&file, &text);
    let value = split(&reader).and_then(|(root, body)| read(&reader, root, body));
    ((file, Ok(text)), value, reader.finish())
}

/// Front matter and text of a Markdown file.
pub(super) fn split(reader: &Reader) -> Option<(Node, Markdown)> {
    match front_matter::split(&reader.text) {
        Ok(parts) => {
            let body = markdown::render(reader, parts.body);
            tree(reader, parts.yaml).map(|root| (root, body))
        }
        Err((span, problem)) => {
            reader.report(&span, problem);
            None
        }
    }
}

/// The YAML at `range` as a tree, or what is wrong with its writing.
pub(super) fn sound_tree(reader: Reader, range: Range<usize>) -> Result<Node, Vec<Finding>> {
    let root = tree(&reader, range);
    let (mut findings, _) = reader.finish();
    findings.retain(|finding| matches!(finding.problem, Problem::Yaml(_)));
    match root {
        Some(root) if findings.is_empty() => Ok(root),
        _ => Err(findings),
    }
}

/// The YAML at `range` as a tree; what is wrong with it is reported as the slip that a person made.
pub(super) fn tree(reader: &Reader, range: Range<usize>) -> Option<Node> {
    let source = &*reader.text;
    let slips = prescan::certain(source, &range);
    let report = |faults: Vec<yaml::Fault>| {
        for (span, fault) in faults {
            reader.report(&span, fault.into());
        }
    };
    match yaml::parse(source, range.clone()) {
        // A slip that YAML took for text makes everything after it doubtful: mend it first.
        _ if !slips.is_empty() => {
            report(slips);
            None
        }
        Ok(Some(root)) => {
            let facts = quotes::bare_facts(source, &root);
            if !facts.is_empty() {
                report(facts);
                return None;
            }
            report(quotes::cut(source, &root));
            reader.words_in(&root);
            wording::values(reader, &root);
            Some(root)
        }
        Ok(None) => Some(Node {
            span: range.start..range.start,
            value: Value::Map(Vec::new()),
        }),
        Err(fault) => {
            let causes = prescan::explaining(source, &range);
            report(if causes.is_empty() {
                vec![fault]
            } else {
                causes
            });
            None
        }
    }
}
