//! A theme: templates, assets and the texts of the interface.

mod interface;
mod tags;
mod unused;
mod uses;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::sync::Arc;

pub use tags::{Tag, tags};

use super::decode::Reader;
use super::grid::{self, Grid};
use super::yaml::{self, Node};
use super::{Files, World};
use super::{strays, text};
use crate::diagnostic::{Finding, Place, ReadingFault, Sources};
use interface::Spoken;
pub use unused::meant;
use uses::Uses;

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
    /// The paths of files that are not the built-in theme's.
    pub own: BTreeSet<String>,
    /// Sources for findings.
    pub sources: Sources,
}

/// Reads the theme: every file is taken from the first folder that has it, every text of the interface from the first that says it.
///
/// What is in a folder before the last, which is the built-in theme, is held against that: files that nothing uses, texts that nothing
/// says.
pub fn load_theme(world: &World<'_>) -> (Theme, Vec<Finding>) {
    let mut theme = Theme::default();
    let mut findings = Vec::new();
    let folders = world.themes.iter().rev();
    let mut layers = folders.map(|folder| files(*folder, &mut findings));
    let first = layers.next().unwrap_or_default();
    let own: Vec<_> = layers.collect();
    let built_in: BTreeSet<String> = first.keys().cloned().collect();
    let mut read = |layer: BTreeMap<String, Cow<'_, [u8]>>, findings: &mut Vec<Finding>| {
        let entries = layer.into_iter();
        let said = entries.flat_map(|(path, bytes)| theme.file(&path, bytes, findings));
        said.collect::<Vec<_>>()
    };
    let texts = read(first, &mut findings);
    let mut own_paths = BTreeSet::new();
    let mut said = Vec::new();
    for layer in own {
        own_paths.extend(layer.keys().cloned());
        said.extend(read(layer, &mut findings));
    }
    theme.own = own_paths;
    if !theme.own.is_empty() {
        let uses = Uses::of(&theme, &sheets_of_communities(world.content));
        findings.extend(unused::files(&theme.own, &built_in, &uses));
        findings.extend(interface::judge(&said, &texts, &uses));
        findings.extend(interface::complete(&mut theme.texts, &texts));
    }
    (theme, findings)
}

/// The languages that the theme of `world` speaks.
pub fn languages(world: &World<'_>) -> BTreeSet<String> {
    let entries = world.themes.iter().flat_map(|theme| strays::listed(*theme));
    let names = entries.flatten().filter_map(|entry| {
        let name = entry.path.strip_prefix("i18n/")?.strip_suffix(".yaml")?;
        Some(name.to_owned())
    });
    names.collect()
}

/// The files of a folder.
fn files<'a>(
    folder: &'a dyn Files,
    findings: &mut Vec<Finding>,
) -> BTreeMap<String, Cow<'a, [u8]>> {
    let entries = strays::listed(folder).unwrap_or_else(|error| {
        // A folder that is not there is told before anything is read.
        if error.kind() != ErrorKind::NotFound {
            let reason = error.into();
            findings.push(Finding::nowhere(ReadingFault::Unreadable { reason }.into()));
        }
        Vec::new()
    });
    let mut files = BTreeMap::new();
    for entry in entries {
        let place = Place::file(&entry.path);
        if let Some((target, fault)) = entry.unusable {
            findings.push(Finding::at(
                place,
                ReadingFault::LinkUnusable { target, fault }.into(),
            ));
            continue;
        }
        match folder.read(&entry.path) {
            Ok(bytes) => {
                files.insert(entry.path, bytes);
            }
            Err(error) => {
                let reason = error.into();
                findings.push(Finding::at(
                    place,
                    ReadingFault::Unreadable { reason }.into(),
                ));
            }
        }
    }
    files
}

/// The sheets that communities have of their own: they may include those of the theme.
fn sheets_of_communities(content: &dyn Files) -> Vec<String> {
    let entries = strays::listed(content).unwrap_or_default().into_iter();
    let sheets = entries.filter(|entry| {
        entry.path.starts_with("communities/")
            && entry.path.contains("/print/")
            && entry.path.ends_with(".svg")
    });
    let text = |entry: super::Entry| text::decode(content.read(&entry.path).ok()?).ok();
    sheets.filter_map(text).collect()
}

impl Theme {
    /// Takes a file in; returns the texts of the interface that it says.
    fn file(
        &mut self,
        path: &str,
        bytes: Cow<'_, [u8]>,
        findings: &mut Vec<Finding>,
    ) -> Vec<Spoken> {
        if let Some(name) = path.strip_prefix("assets/") {
            self.assets.insert(name.to_owned(), bytes.into_owned());
        } else if let Some(name) = path.strip_prefix("fonts/").filter(|name| is_font(name)) {
            self.fonts.insert(name.to_owned(), bytes.into_owned());
        } else if ["templates/", "i18n/", "print/"]
            .iter()
            .any(|folder| path.starts_with(folder))
        {
            match text::decode(bytes) {
                Ok(text) => return self.text_file(path, text, findings),
                Err(problem) => findings.push(Finding::at(Place::file(path), problem)),
            }
        }
        Vec::new()
    }

    fn text_file(&mut self, path: &str, text: String, findings: &mut Vec<Finding>) -> Vec<Spoken> {
        let mut said = Vec::new();
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
                Ok(Some(root)) => said = self.table(name, &reader, &root),
                Ok(None) => {}
                Err((span, fault)) => reader.report(&span, fault.into()),
            }
            findings.extend(reader.finish().0);
        }
        said
    }

    fn table(&mut self, name: &str, reader: &Reader, root: &Node) -> Vec<Spoken> {
        if let Some(language) = name.strip_prefix("i18n/") {
            let said = interface::spoken(language, reader, root);
            let texts = self.texts.entry(language.to_owned()).or_default();
            texts.extend(
                said.iter()
                    .map(|spoken| (spoken.key.value.clone(), spoken.text.value.clone())),
            );
            return said;
        }
        if name == "print/sheets" {
            self.grids = grid::grids(reader, root);
        }
        Vec::new()
    }
}

fn is_font(name: &str) -> bool {
    [".ttf", ".otf", ".ttc"]
        .iter()
        .any(|ending| name.ends_with(ending))
}
