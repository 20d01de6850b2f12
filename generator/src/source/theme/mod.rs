//! A theme: templates, assets and the texts of the interface.

mod tags;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::sync::Arc;

pub(crate) use tags::{Tag, tags};

use super::World;
use super::decode::Reader;
use super::grid::{self, Grid};
use super::text;
use super::yaml::{self, Node};
use crate::diagnostic::{Finding, Place, Problem, Sources};

/// What pages are made with.
#[derive(Debug, Default)]
pub struct Theme {
    /// Templates by name (`matter.html`).
    pub templates: BTreeMap<String, String>,
    /// Files below `assets/` by name.
    pub assets: BTreeMap<String, Vec<u8>>,
    /// The interface's texts by language, then by key.
    pub texts: BTreeMap<String, BTreeMap<String, String>>,
    /// Templates of sheets by name (`poster.svg`).
    pub sheets: BTreeMap<String, String>,
    /// Where things stand on sheets that hold many, by the sheet's name (`directory`).
    pub grids: BTreeMap<String, Grid>,
    /// Fonts for sheets, by name.
    pub fonts: BTreeMap<String, Vec<u8>>,
    /// Sources for findings.
    pub sources: Sources,
}

/// Reads the theme: every file is taken from the first folder that has it.
pub fn load_theme(world: &World<'_>) -> (Theme, Vec<Finding>) {
    let mut theme = Theme::default();
    let mut findings = Vec::new();
    let mut files: BTreeMap<String, Cow<'_, [u8]>> = BTreeMap::new();
    for folder in &world.themes {
        let entries = folder.list().unwrap_or_else(|error| {
            // A folder that is not there is told before anything is read.
            if error.kind() != ErrorKind::NotFound {
                let reason = error.into();
                findings.push(Finding::nowhere(Problem::Unreadable { reason }));
            }
            Vec::new()
        });
        for entry in entries {
            if !files.contains_key(&entry.path) && entry.unusable.is_none() {
                match folder.read(&entry.path) {
                    Ok(bytes) => {
                        files.insert(entry.path, bytes);
                    }
                    Err(error) => findings.push(Finding::at(
                        Place::file(&entry.path),
                        Problem::Unreadable {
                            reason: error.into(),
                        },
                    )),
                }
            }
        }
    }
    for (path, bytes) in files {
        if let Some(name) = path.strip_prefix("assets/") {
            theme.assets.insert(name.to_owned(), bytes.into_owned());
        } else if let Some(name) = path.strip_prefix("fonts/").filter(|name| is_font(name)) {
            theme.fonts.insert(name.to_owned(), bytes.into_owned());
        } else if ["templates/", "i18n/", "print/"]
            .iter()
            .any(|folder| path.starts_with(folder))
        {
            theme.text_file(&path, bytes, &mut findings);
        }
    }
    (theme, findings)
}

impl Theme {
    fn text_file(&mut self, path: &str, bytes: Cow<'_, [u8]>, findings: &mut Vec<Finding>) {
        let text = match text::decode(bytes) {
            Ok(text) => text,
            Err(problem) => {
                findings.push(Finding::at(Place::file(path), problem));
                return;
            }
        };
        let (file, text): (Arc<str>, Arc<str>) = (path.into(), text.into());
        self.sources.insert(Arc::clone(&file), Arc::clone(&text));
        if let Some(name) = path.strip_prefix("templates/") {
            self.templates.insert(name.to_owned(), text.to_string());
        } else if let Some(name) = path
            .strip_prefix("print/")
            .filter(|name| name.ends_with(".svg"))
        {
            self.sheets.insert(name.to_owned(), text.to_string());
        } else if let Some(name) = path.strip_suffix(".yaml") {
            let reader = Reader::new(&file, &text);
            match yaml::parse(&text, 0..text.len()) {
                Ok(Some(root)) => self.table(name, &reader, &root),
                Ok(None) => {}
                Err((span, fault)) => reader.report(&span, Problem::Yaml(fault)),
            }
            findings.extend(reader.finish().0);
        }
    }

    fn table(&mut self, name: &str, reader: &Reader, root: &Node) {
        if let Some(language) = name.strip_prefix("i18n/") {
            let entries = reader.names("", root).into_iter();
            let texts = entries
                .filter_map(|(key, node)| Some((key.value, words(reader, node)?)))
                .collect();
            self.texts.insert(language.to_owned(), texts);
        } else if name == "print/sheets" {
            self.grids = grid::grids(reader, root);
        }
    }
}

fn is_font(name: &str) -> bool {
    [".ttf", ".otf", ".ttc"]
        .iter()
        .any(|ending| name.ends_with(ending))
}

/// A text of the interface with its spaces: some stand between words (`", "`).
fn words(reader: &Reader, node: &yaml::Node) -> Option<String> {
    match &node.value {
        yaml::Value::Text { text, .. } if !text.is_empty() => Some(text.clone()),
        _ => reader.text("", node),
    }
}
