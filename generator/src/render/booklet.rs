//! The booklet: every guide of a community, one after the other, for paper.

use serde::Serialize;

use super::view::{FileView, LineView, MatterView};
use super::view_builder::ViewBuilder;
use crate::check::CompiledRules;
use crate::model::{Community, Matter};

/// A guide in the booklet.
#[derive(Debug, Serialize)]
pub(super) struct Chapter {
    /// From 1, in the order of the categories.
    number: usize,
    matter: MatterView,
}

/// A blank form, with the guide that asks for it.
#[derive(Debug, Serialize)]
pub(super) struct Form<'a> {
    file: &'a FileView,
    number: usize,
    title: &'a str,
}

/// What a community offers, by category.
pub(super) fn chapters(
    parts: &ViewBuilder<'_>,
    community: &Community,
    books: &CompiledRules,
) -> Vec<Chapter> {
    let region = parts.links.region();
    let categories = region.categories.iter();
    let in_order =
        categories.flat_map(|c| region.offered(community).filter(|m| m.category == c.id));
    let view = |matter: &Matter| {
        let compiled = books.of(&matter.file, community)?;
        Some(parts.matter(&parts.facts.matter(matter), compiled, community))
    };
    let views = in_order.filter_map(view);
    views
        .enumerate()
        .map(|(at, matter)| Chapter {
            number: at + 1,
            matter,
        })
        .collect()
}

/// The day of the latest check of any guide.
pub(super) fn checked(chapters: &[Chapter]) -> &str {
    chapters
        .iter()
        .map(|chapter| chapter.matter.verified_on.as_str())
        .max()
        .unwrap_or_default()
}

/// Every blank form and promise of the chapters, each once a guide.
pub(super) fn forms(chapters: &[Chapter]) -> Vec<Form<'_>> {
    let mut forms: Vec<Form<'_>> = Vec::new();
    for Chapter { number, matter } in chapters {
        let lines = matter.lines.iter().chain(&matter.exempts);
        for file in lines.flat_map(blank_forms) {
            if !forms
                .iter()
                .any(|form| form.number == *number && form.file.href == file.href)
            {
                forms.push(Form {
                    file,
                    number: *number,
                    title: &matter.title,
                });
            }
        }
    }
    forms
}

fn blank_forms(line: &LineView) -> impl Iterator<Item = &FileView> {
    let within = line.from.iter().chain(&line.parts);
    let promise = line
        .exempt
        .iter()
        .filter_map(|exempt| exempt.promise_form.as_ref());
    line.blank_form
        .iter()
        .chain(within.filter_map(|one| one.blank_form.as_ref()))
        .chain(promise)
}
