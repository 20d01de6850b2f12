//! Files of a theme that nothing uses: a name with a slip of the pen, or a file in the wrong folder.

use std::collections::BTreeSet;

use super::super::text::stem;
use super::{Uses, is_font};
use crate::diagnostic::{Finding, Place, ThemeFault, closest};
use crate::model::Language;

/// Files that are there for people: they may lie anywhere but where files are published or read.
const FOR_PEOPLE: &[&str] = &[
    "readme",
    "license",
    "licence",
    "changelog",
    "notice",
    "authors",
];
/// The endings of files that a theme is made of.
const ENDINGS: &[&str] = &[
    "html", "htm", "css", "js", "svg", "yaml", "yml", "ttf", "otf", "ttc",
];

/// A warning for each of a theme's own files that nothing uses.
pub(super) fn files(
    own: &BTreeSet<String>,
    built_in: &BTreeSet<String>,
    uses: &Uses,
) -> Vec<Finding> {
    let strange = own.iter().filter(|path| !built_in.contains(*path));
    let unused = strange.filter(|path| !is_used(path, built_in, uses));
    unused.map(|path| finding(path, built_in)).collect()
}

fn is_used(path: &str, built_in: &BTreeSet<String>, uses: &Uses) -> bool {
    let Some((folder, name)) = path.split_once('/') else {
        return is_for_people(path) || meant(path, built_in).is_none() && !has_ending(path);
    };
    match folder {
        "templates" | "print" => uses.templates.contains(name),
        "assets" => uses.assets.contains(asset_key(name)),
        "fonts" => is_font(name) || is_for_people(name) || name.ends_with(".txt"),
        "i18n" => is_for_people(name) || is_language(name),
        _ => meant(path, built_in).is_none() && !has_ending(path),
    }
}

/// Texts of a language that pages can be made in.
fn is_language(name: &str) -> bool {
    let code = name.strip_suffix(".yaml");
    code.is_some_and(|code| Language::of(code).is_some())
}

/// What templates call an asset: its name up to the first dot.
pub(super) fn asset_key(name: &str) -> &str {
    name.split('.').next().unwrap_or(name)
}

fn is_for_people(name: &str) -> bool {
    let stem = stem(name).to_lowercase();
    FOR_PEOPLE.iter().any(|known| stem.starts_with(known))
}

fn has_ending(name: &str) -> bool {
    let ending = name.rsplit('.').next().unwrap_or_default();
    ENDINGS.contains(&ending)
}

fn finding(path: &str, built_in: &BTreeSet<String>) -> Finding {
    let suggestion = meant(path, built_in);
    let (folder, name) = path.split_once('/').unwrap_or(("", path));
    let key = asset_key(name);
    let asset = (folder == "assets").then(|| {
        if key.contains(['/', '-']) {
            format!("assets[\"{key}\"]")
        } else {
            format!("assets.{key}")
        }
    });
    let include = matches!(folder, "templates" | "print").then(|| name.to_owned());
    // Of templates, assets and fonts a theme may have any number.
    let closed = ["i18n", "print"].contains(&folder) && suggestion.is_none();
    let known = built_in
        .iter()
        .filter(|known| closed && folder_of(known) == Some(folder));
    let fault = ThemeFault::FileUnused {
        known: known.cloned().collect(),
        font: folder == "fonts",
        asset,
        include,
        suggestion,
    };
    Finding::at(Place::file(path), fault.into())
}

/// The built-in file that is meant.
pub fn meant(path: &str, built_in: &BTreeSet<String>) -> Option<String> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let folders: BTreeSet<&str> = built_in.iter().filter_map(|path| folder_of(path)).collect();
    if !folders.contains(folder) {
        let elsewhere = built_in.iter().find(|path| file_name(path) == name);
        let near = || {
            Some(format!(
                "{}/{name}",
                closest(folder, folders.iter().copied())?
            ))
        };
        return elsewhere.cloned().or_else(near);
    }
    let here = built_in
        .iter()
        .filter(|path| folder_of(path) == Some(folder));
    let here: Vec<&String> = here.collect();
    // Only the stem is weighed: an ending would make all names alike.
    // Of names as short as zh and en each is near the other.
    let is_near = |near: &String| near.len() > 2 || near == stem(name);
    let near = closest(stem(name), here.iter().map(|path| stem(path))).filter(is_near)?;
    let same = here.iter().filter(|path| stem(path) == near);
    let ending = |path: &str| path.rsplit_once('.').map(|(_, ending)| ending.to_owned());
    let mut same: Vec<_> = same.collect();
    same.sort_by_key(|path| ending(path) != ending(name));
    same.first().map(|path| (**path).clone())
}

fn folder_of(path: &str) -> Option<&str> {
    path.rsplit_once('/').map(|(folder, _)| folder)
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::meant;

    #[test]
    fn the_built_in_file_is_found_that_is_meant() {
        let built_in: BTreeSet<String> = [
            "assets/style.css",
            "i18n/en.yaml",
            "i18n/zh.yaml",
            "print/poster.svg",
            "templates/base.html",
            "templates/booklet.css",
            "templates/booklet.html",
            "templates/matter.html",
        ]
        .map(str::to_owned)
        .into();
        for (typed, wanted) in [
            ("templats/matter.html", Some("templates/matter.html")),
            ("templats/new.html", Some("templates/new.html")),
            ("templates/matter.htm", Some("templates/matter.html")),
            ("templates/booklets.html", Some("templates/booklet.html")),
            ("matter.html", Some("templates/matter.html")),
            ("templates/style.css", None),
            ("i18n/zh.yml", Some("i18n/zh.yaml")),
            ("i18n/cn.yaml", None),
            ("print/postr.svg", Some("print/poster.svg")),
            ("templates/print/poster.svg", Some("print/poster.svg")),
            ("templates/extra.html", None),
            ("docs/notes.html", None),
        ] {
            assert_eq!(meant(typed, &built_in).as_deref(), wanted, "{typed}");
        }
    }
}
