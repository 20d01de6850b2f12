//! Fields that no variable has: where a template only asks for one (`{% if matter.titel %}`), Tera takes it for absent and says nothing.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::{PAGE_VIEWS, View};
use crate::diagnostic::{Finding, Place, Severity, ThemeFault, closest};
use crate::source::{Theme, tags};

/// What Tera has of its own of a loop.
const OF_LOOPS: &[&str] = &["first", "index", "index0", "last", "length"];
/// Variables whose fields are texts and files of the theme.
const OF_THEME: &[&str] = &["assets", "t"];

/// A warning for each field of the theme's own templates that no variable has; those that are errors anyway are left out.
/// `sheets`: what its sheets get; nothing is said of those where nobody knows.
pub fn unknown_fields(
    theme: &Theme,
    sheets: Option<&[View]>,
    findings: &[Finding],
) -> Vec<Finding> {
    let known: BTreeSet<&str> = PAGE_VIEWS
        .iter()
        .chain(sheets.unwrap_or_default())
        .flat_map(|view| view.fields)
        .map(|field| field.name)
        .chain(OF_LOOPS.iter().copied())
        .collect();
    let templates = theme.templates.iter().map(|file| ("templates/", file));
    let drawn = theme.sheets.iter().filter(|_| sheets.is_some());
    let drawn = drawn.map(|file| ("print/", file));
    let mut out = Vec::new();
    for (folder, (name, text)) in templates.chain(drawn) {
        let file: Arc<str> = format!("{folder}{name}").into();
        if !theme.own.contains(&*file) {
            continue;
        }
        let strange = fields(text).filter(|span| {
            let name = &text[span.clone()];
            // A map of the template's own has its keys in quotation marks.
            !known.contains(name) && !text.contains(&format!("\"{name}\""))
        });
        let found = strange.map(|span| {
            let name = text[span.clone()].to_owned();
            let suggestion = closest(&name, known.iter().copied());
            let fault = ThemeFault::FieldUnknown { name, suggestion };
            Finding::at(Place::new(&file, span), fault.into())
        });
        out.extend(found.filter(|finding| !is_told(finding, findings)));
    }
    out
}

/// Whether an error stands at the same place.
fn is_told(finding: &Finding, findings: &[Finding]) -> bool {
    let Some(own) = &finding.place else {
        return false;
    };
    let mut errors = findings
        .iter()
        .filter(|other| other.severity() == Severity::Error);
    errors.any(|other| {
        let place = other.place.as_ref();
        place.is_some_and(|place| {
            place.file == own.file && place.start <= own.end && own.start <= place.end
        })
    })
}

/// Where the names behind dots stand in the tags of a template.
fn fields(template: &str) -> impl Iterator<Item = Range<usize>> {
    tags(template)
        .filter(|tag| !tag.is_remark())
        .flat_map(move |tag| {
            let mut quote = None;
            let mut found = Vec::new();
            for (at, sign) in template[tag.span.clone()].char_indices() {
                match (quote, sign) {
                    (Some(mark), _) if mark == sign => quote = None,
                    (None, '"' | '\'' | '`') => quote = Some(sign),
                    (None, '.') => found.extend(field(template, tag.span.start + at)),
                    _ => {}
                }
            }
            found
        })
}

/// The name behind the dot at `dot`.
fn field(template: &str, dot: usize) -> Option<Range<usize>> {
    let is_path = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '?');
    let before = &template[..dot];
    let root = before.rfind(|c| !is_path(c)).map_or(0, |at| at + 1);
    let root = before.get(root..)?.split(['.', '?']).next()?;
    let behind = &template[dot + 1..];
    let end = behind.find(|c: char| !(c.is_alphanumeric() || c == '_'));
    let name = &behind[..end.unwrap_or(behind.len())];
    let is_name = name.starts_with(|c: char| c.is_alphabetic() || c == '_');
    (is_name && !OF_THEME.contains(&root)).then(|| dot + 1..dot + 1 + name.len())
}

#[cfg(test)]
mod tests {
    use super::fields;

    #[test]
    fn fields_are_found_where_they_stand() {
        let text = "a.b {{ t.hours }}{# x.y #}{% if matter.titel and a?.b_c == \"d.e\" %}{{ 1.5 + f(x=list[0].z) | g }}";
        let found: Vec<&str> = fields(text).map(|span| &text[span]).collect();
        assert_eq!(found, ["titel", "b_c", "z"]);
    }
}
