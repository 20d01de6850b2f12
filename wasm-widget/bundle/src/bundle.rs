//! The files of `wasm-widget/dist/`.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fs;

use serde::{Deserialize, Serialize};

use crate::face::{FACES, PLAIN, faces_of};
use crate::inputs::{Inputs, sha256};
use crate::place::Place;
use crate::{Outcome, compile, glue, minify::minified};

/// What they were made of.
pub const MANIFEST: &str = "manifest.json";

/// Files by name.
pub type Files = BTreeMap<String, Vec<u8>>;

/// What the files were made of, and what they are.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// What went in.
    pub inputs: Inputs,
    /// The compiler.
    pub rustc: String,
    /// SHA-256 of every other file.
    pub outputs: BTreeMap<String, String>,
}

/// Builds all files, without writing them.
///
/// # Errors
/// When the widget does not compile, or a file cannot be read.
pub fn build(place: &Place) -> Outcome<Files> {
    let own = own_scripts(place)?;
    let mut files = Files::new();
    for face in &FACES {
        let (mut script, module) = glue::bind(face, compile::compile(place, face)?)?;
        for file in own.iter().filter(|file| face.has(file)) {
            script.push_str(&place.read(file)?);
        }
        files.extend([
            (face.script(), minified(&script)?.into_bytes()),
            (face.module(), module),
        ]);
    }
    for name in PLAIN {
        let script = place.read(&format!("wasm-widget/web/{name}.js"))?;
        files.insert(format!("{name}.js"), minified(&script)?.into_bytes());
    }
    let outputs = files
        .iter()
        .map(|(name, bytes)| (name.clone(), sha256(bytes)))
        .collect();
    let manifest = Manifest {
        inputs: Inputs::read(place)?,
        rustc: compile::rustc_version(place)?,
        outputs,
    };
    let mut text = serde_json::to_string_pretty(&manifest).map_err(|error| error.to_string())?;
    text.push('\n');
    files.insert(MANIFEST.to_owned(), text.into_bytes());
    Ok(files)
}

/// Our own scripts; those that several faces share come first.
fn own_scripts(place: &Place) -> Outcome<Vec<String>> {
    let mut scripts = place.files("wasm-widget/web")?;
    scripts.sort_by_key(|file| Reverse(faces_of(file).count()));
    let is_ours = |name: &str| PLAIN.contains(&name) || FACES.iter().any(|face| face.name == name);
    match scripts
        .iter()
        .find(|file| !file.ends_with(".js") || !faces_of(file).all(is_ours))
    {
        Some(file) => Err(format!(
            "{file}: its name must say to which faces it belongs, as in trip+wizard.js"
        )),
        None => Ok(scripts),
    }
}

/// Writes the files into `dist/`; what lies there and is none of them goes.
///
/// # Errors
/// When the directory cannot be written.
pub fn write(place: &Place, files: &Files) -> Outcome<()> {
    let dist = place.dist();
    let failed = |error| format!("{}: {error}", dist.display());
    fs::create_dir_all(&dist).map_err(failed)?;
    for name in names(place)
        .iter()
        .filter(|name| !files.contains_key(*name))
    {
        fs::remove_file(dist.join(name)).map_err(failed)?;
    }
    files
        .iter()
        .try_for_each(|(name, bytes)| fs::write(dist.join(name), bytes).map_err(failed))
}

/// The names of files that are missing in `dist/`, differ there, or do not belong there.
pub fn differing(place: &Place, files: &Files) -> Vec<String> {
    let stale = files
        .iter()
        .filter(|(name, bytes)| fs::read(place.dist().join(name)).ok().as_ref() != Some(bytes));
    let foreign = names(place)
        .into_iter()
        .filter(|name| !files.contains_key(name));
    stale.map(|(name, _)| name.clone()).chain(foreign).collect()
}

/// The manifest in `dist/`.
///
/// # Errors
/// When it is missing or not what this version writes.
pub fn manifest(place: &Place) -> Outcome<Manifest> {
    let text = place.read(&format!("wasm-widget/dist/{MANIFEST}"))?;
    serde_json::from_str(&text).map_err(|error| format!("{MANIFEST}: {error}"))
}

fn names(place: &Place) -> Vec<String> {
    place
        .files("wasm-widget/dist")
        .unwrap_or_default()
        .iter()
        .filter_map(|path| path.strip_prefix("wasm-widget/dist/").map(str::to_owned))
        .collect()
}
