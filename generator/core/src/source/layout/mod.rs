//! One layout of the YAML that authors write, in files of its own and as front matter: the order of keys, quotation marks, widths,
//! white space. It changes no meaning: what it writes is read again and compared before anybody gets it.
//!
//! `pieces.rs` makes of the nodes what is written, with the remarks where they belong; `order.rs` knows the order of keys, `scalar.rs`
//! quotation marks, `write.rs` lines and widths, `body.rs` the text below front matter, `proof.rs` compares.

mod body;
mod order;
mod pieces;
mod proof;
mod remarks;
mod scalar;
#[cfg(test)]
mod tests;
mod write;

use std::io;
use std::ops::Range;
use std::sync::Arc;

use super::decode::Reader;
use super::{front_matter, loader, overlay, strays, text, translation, unseen};
use crate::diagnostic::{Finding, Place, Sources, YamlFault};
use crate::schema::Files;

/// A file in the one layout, or why it is left as it is.
#[derive(Debug)]
pub struct LaidOut {
    /// Its text from now on; none where the file cannot be laid out.
    pub text: Option<String>,
    /// What is wrong with it.
    pub findings: Vec<Finding>,
    /// The text that the findings point into.
    pub sources: Sources,
}

/// The files of a content folder that have a layout, each with its kind.
///
/// # Errors
/// When the folder cannot be listed.
pub fn files_with_layout(content: &dyn super::Files) -> io::Result<Vec<(String, Files)>> {
    let entries = strays::listed(content)?.into_iter();
    let usable = entries.filter(|entry| entry.unusable.is_none());
    let known = usable.filter_map(|entry| Some((layout_of(&entry.path)?, entry.path)));
    let written = known.filter(|(_, path)| !strays::is_for_staff(content, path));
    Ok(written.map(|(kind, path)| (path, kind)).collect())
}

/// What kind of content the file at `path` is; none for one that has no layout.
pub fn layout_of(path: &str) -> Option<Files> {
    let translated = translation::language_of(path).is_some();
    let (folder, name) = path.split_once('/').unwrap_or(("", path));
    let flat = !name.contains('/');
    match (folder, name.rsplit_once('.')?.1) {
        ("matters", "md") if translated => Some(Files::Translation),
        ("matters", "md") => Some(Files::Guide),
        ("communities", "md") if overlay::parts(path).is_some() => Some(Files::Overlay),
        ("pages", "md") if flat => Some(Files::Page),
        ("communities", "yaml") if flat && !translated => Some(Files::Community),
        ("communities" | "", "yaml") if flat && translated => Some(Files::Phrases),
        ("", "yaml") => match name {
            "site.yaml" => Some(Files::Site),
            "questions.yaml" => Some(Files::Questions),
            "materials.yaml" => Some(Files::Materials),
            _ => None,
        },
        _ => None,
    }
}

/// Lays out the bytes of the file at `path`, which is of this kind.
pub fn lay_out(path: &str, files: Files, bytes: &[u8]) -> LaidOut {
    let file: Arc<str> = path.into();
    let text: Arc<str> = match text::decode(bytes.into()) {
        Ok(text) => text.into(),
        Err(problem) => {
            return LaidOut {
                text: None,
                findings: vec![Finding::at(Place::file(path), problem)],
                sources: Sources::new(),
            };
        }
    };
    let result = laid_out(&file, &text, files);
    let (text, findings, source) = match result {
        Ok(new) => (Some(new), Vec::new(), text),
        Err(findings) => (None, findings, text),
    };
    LaidOut {
        text,
        findings,
        sources: [(file, source)].into(),
    }
}

fn laid_out(file: &Arc<str>, text: &Arc<str>, files: Files) -> Result<String, Vec<Finding>> {
    let unseen = unseen::find(file, text);
    if !unseen.is_empty() {
        return Err(unseen);
    }
    let reader = Reader::new(file, text);
    let parts = parts(file, text).map_err(|finding| vec![finding])?;
    let root = loader::sound_tree(reader, parts.yaml.clone())?;
    let yaml = write::document(&pieces::document(text, &parts.yaml, &root, files));
    let new = match parts.body {
        Some(body) => format!("---\n{yaml}---\n{}", body::laid_out(&text[body])),
        None => yaml,
    };
    let old = (&**text, parts.yaml, &root);
    if proof::is_same(file, old, &new, files) {
        Ok(new)
    } else {
        let start = root.span.start;
        let place = Place::new(file, start..start);
        Err(vec![Finding::at(place, YamlFault::LayoutDiffers.into())])
    }
}

/// Where a file has YAML, and where a text below it.
struct Parts {
    yaml: Range<usize>,
    body: Option<Range<usize>>,
}

fn parts(file: &Arc<str>, text: &str) -> Result<Parts, Finding> {
    if file.ends_with(".yaml") {
        let start = text.len() - text.trim_start_matches('\u{feff}').len();
        let yaml = start..text.len();
        return Ok(Parts { yaml, body: None });
    }
    match front_matter::split(text) {
        Ok(parts) => Ok(Parts {
            yaml: parts.yaml,
            body: Some(parts.body),
        }),
        Err((span, problem)) => Err(Finding::at(Place::new(file, span), problem)),
    }
}
