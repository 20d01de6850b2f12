//! What templates get, for theme authors: a small site is built with a theme whose templates show all that they get; the types and
//! remarks are those of the view models.
//!
//! Nothing here is a list of variables: whatever a page puts in is found.

mod markdown;
mod sample;
mod shape;
mod views;

use std::collections::BTreeMap;

pub use shape::Shape;

use onetrip_core::diagnostic::{Finding, Lang};
use onetrip_core::model::Share;
use onetrip_core::qr::Codes;
use onetrip_core::site::{self, Checked, Options, Silent};
use onetrip_core::source::{Embedded, Files, Memory, NoFonts, World, load_theme};
use onetrip_core::translate::Locale;
use onetrip_print::{Fonts, Kind, Paper, PrintContext, PrintOptions};

/// What each template gets, by its file in the theme (`templates/matter.html`, `print/poster.svg`).
pub type Variables = BTreeMap<String, BTreeMap<String, Shape>>;

/// The reference in Markdown.
///
/// # Errors
/// What is wrong with the sample.
pub fn reference(lang: Lang) -> Result<String, Vec<Finding>> {
    Ok(markdown::reference(&shapes()?, lang))
}

/// What each template gets when the sample is built.
///
/// # Errors
/// What is wrong with the sample.
pub fn shapes() -> Result<Variables, Vec<Finding>> {
    let content = sample::content();
    let theme = telling_theme();
    let world = World {
        content: &content,
        themes: vec![&theme, &Embedded],
        today: sample::TODAY,
        fonts: &NoFonts,
        earlier: None,
    };
    let mut files = BTreeMap::new();
    let built = site::build(&world, &Options::default(), &Silent, &mut files);
    built.listing.ok_or(built.findings)?;
    let pages = files
        .values()
        .filter_map(|bytes| std::str::from_utf8(bytes).ok().map(str::to_owned));
    let mut told: Vec<String> = pages.chain(sheets(&world)?).collect();
    let mut variables = Variables::new();
    while let Some(next) = told.pop() {
        let Some((template, values)) = parse(&next, &mut told) else {
            continue;
        };
        let known = variables.entry(template.to_owned()).or_default();
        for (name, shape) in values {
            shape::add(known, name, shape);
        }
    }
    Ok(variables)
}

/// Begins what a template of the telling theme says.
const MARK: &str = "onetrip-variables-of:";

/// Every template says its own name and all that it gets.
fn telling_theme() -> Memory {
    let entries = Embedded.list().unwrap_or_default();
    let paths = entries.into_iter().map(|entry| entry.path);
    let telling = |path: String| {
        let all = "{{ __tera_context }}";
        let text = match path.split_once('/')? {
            ("templates", _) => format!("{MARK}{path}\n{all}"),
            ("print", name) if name.ends_with(".svg") => {
                format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{MARK}{path}\n{all}</svg>")
            }
            _ => return None,
        };
        Some((path, text.into_bytes()))
    };
    let more = ("assets/custom.css".to_owned(), Vec::new());
    Memory(paths.filter_map(telling).chain([more]).collect())
}

/// What the telling theme said; what it said of a part that is put into a page goes to `parts`.
fn parse<'t>(told: &'t str, parts: &mut Vec<String>) -> Option<(&'t str, BTreeMap<String, Shape>)> {
    let (_, told) = told.split_once(MARK)?;
    let (template, values) = told.split_once('\n')?;
    let mut seen = |text: &str| {
        if text.starts_with(MARK) {
            parts.push(text.to_owned());
        }
    };
    Some((template, shape::read(values, &mut seen)?.into_map()))
}

/// The sheets before anybody looks for codes on them.
fn sheets(world: &World<'_>) -> Result<Vec<String>, Vec<Finding>> {
    let Checked {
        site: Some((region, books)),
        ..
    } = site::check(world, &Options::default(), &Silent)
    else {
        return Ok(Vec::new());
    };
    let (theme, _) = load_theme(world);
    let (documents, wrong) = onetrip_print::documents(&PrintContext {
        locale: &Locale::first(&region),
        books: &books,
        theme: &theme,
        fonts: &Fonts::new(&theme),
        content: world.content,
        codes: &Codes::default(),
        today: world.today,
        options: &PrintOptions {
            kinds: Kind::ALL.to_vec(),
            paper: Paper::A4,
            matter: None,
        },
        share: Share::default(),
    });
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let sheets = documents.into_iter().flat_map(|document| document.sheets);
    Ok(sheets.map(|sheet| sheet.svg).collect())
}

#[cfg(test)]
mod tests;
