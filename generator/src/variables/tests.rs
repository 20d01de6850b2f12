//! The reference is complete: whatever a built-in template uses is in it.

use std::collections::BTreeSet;

use onetrip_core::diagnostic::Lang;
use onetrip_core::source::{Embedded, Files as _, tags};
use tera::{Kwargs, State, Tera, Value};

use super::{Shape, reference, shapes};

/// The built-in templates of pages or of sheets.
fn templates(folder: &str) -> Vec<(String, String)> {
    let entries = Embedded.list().expect("it is in memory").into_iter();
    let paths = entries.map(|entry| entry.path);
    let paths = paths.filter(|path| path.starts_with(folder) && !path.ends_with(".yaml"));
    let text = |path: &str| {
        let bytes = Embedded.read(path).expect("it was listed");
        String::from_utf8(bytes.into_owned()).expect("it is text")
    };
    paths
        .map(|path| (path[folder.len()..].to_owned(), text(&path)))
        .collect()
}

#[test]
fn every_variable_of_a_built_in_template_is_told() {
    let shapes = shapes().expect("the sample is sound");
    for folder in ["templates/", "print/"] {
        let set: BTreeSet<String> = templates(folder)
            .iter()
            .flat_map(|(_, text)| tags(text).filter_map(|tag| set_by(tag.inner())))
            .collect();
        let mut tera = Tera::new();
        tera.register_filter("contacts", |text: &str, _: Kwargs, _: &State<'_>| {
            text.to_owned()
        });
        for name in ["code", "fit"] {
            tera.register_function(name, |_: Kwargs, _: &State<'_>| Value::none());
        }
        tera.add_raw_templates(templates(folder))
            .expect("it is sound");
        let rendered = shapes.iter().filter_map(|(path, known)| {
            let name = path.strip_prefix(folder)?;
            Some((name, known))
        });
        for (name, known) in rendered {
            let used = tera.get_template_variables(name).expect("it is there");
            let mut unknown: Vec<&str> = used.into_iter().collect();
            // What a page sets for a part that it includes.
            unknown.retain(|name| !set.contains(*name));
            // Some parts ask whether a page has what only others have.
            let elsewhere = |name: &str| shapes.values().any(|known| known.contains_key(name));
            unknown.retain(|name| !known.contains_key(*name) && !elsewhere(name));
            unknown.sort_unstable();
            assert!(unknown.is_empty(), "{folder}{name}: {unknown:?}");
        }
    }
}

#[test]
fn every_field_of_a_built_in_template_is_told() {
    let reference = reference(Lang::En).expect("the sample is sound");
    let told = |name: &str| reference.contains(&format!("`{name}`"));
    // What Tera itself puts there, and what functions give.
    let others = [
        "index", "index0", "first", "last", "length", "size", "leading", "lines",
    ];
    let mut unknown = BTreeSet::new();
    for (file, text) in templates("templates/")
        .into_iter()
        .chain(templates("print/"))
    {
        for tag in tags(&text).filter(|tag| !tag.is_remark()) {
            let fields = fields(tag.inner());
            let strange = fields.filter(|name| !told(name) && !others.contains(name));
            unknown.extend(strange.map(|name| format!("{file}: {name}")));
        }
    }
    assert!(unknown.is_empty(), "{unknown:#?}");
}

/// The name that `set NAME = …` sets.
fn set_by(tag: &str) -> Option<String> {
    let rest = tag.trim().strip_prefix("set ")?;
    let (name, _) = rest.split_once('=')?;
    Some(name.trim().to_owned())
}

/// The names behind the dots of a tag, without those of texts (`t.hours`) and in quotation marks.
fn fields(tag: &str) -> impl Iterator<Item = &str> {
    let outside = tag.split('"').step_by(2);
    let words = outside
        .flat_map(|piece| piece.split(|c: char| !(c.is_alphanumeric() || "_.?".contains(c))));
    let paths =
        words.filter(|word| !word.starts_with("t.") && word.starts_with(char::is_alphabetic));
    paths
        .flat_map(|path| {
            path.split('.')
                .skip(1)
                .map(|name| name.trim_end_matches('?'))
        })
        .filter(|name| name.starts_with(char::is_alphabetic))
}

#[test]
fn every_template_that_is_rendered_is_told() {
    let shapes = shapes().expect("the sample is sound");
    for template in [
        "templates/404.html",
        "templates/booklet.css",
        "templates/booklet.html",
        "templates/booklet_chapter.html",
        "templates/community.html",
        "templates/forward.html",
        "templates/matter.html",
        "templates/page.html",
        "templates/paper.html",
        "templates/plan.html",
        "templates/region.html",
        "templates/retired.html",
        "print/cards.svg",
        "print/directory.svg",
        "print/poster.svg",
        "print/stickers.svg",
    ] {
        let known = shapes.get(template);
        assert!(
            known.is_some_and(|known| known.contains_key("t")),
            "{template}"
        );
    }
    // A value that the sample has nowhere would be told as nothing.
    let empty = |shape: &Shape| *shape == Shape::Nothing || *shape == Shape::List(Box::default());
    for (template, known) in shapes {
        for (name, shape) in known {
            assert!(name == "community" || !empty(&shape), "{template}: {name}");
        }
    }
}
