//! The booklet: every guide of a community, one after the other, for paper.
//!
//! A community may have very many. So chapters are laid out one by one, each by a template of its own, and of a guide only what contents and the
//! list of forms say is kept.

use serde::Serialize;

use super::view::{CategoryView, FileView, Limit, LineView, MatterView};
use crate::model::{Community, Matter, Region};

/// A guide in the booklet, as contents tell it.
#[derive(Debug, Serialize)]
pub(super) struct Chapter<'a> {
    /// From 1, in the order of the categories.
    number: usize,
    matter: ChapterMatter<'a>,
    /// The whole chapter, finished: `{{ chapter.html | safe }}`.
    html: &'a str,
}

/// What contents say of a guide.
#[derive(Debug, Serialize)]
struct ChapterMatter<'a> {
    code: &'a str,
    title: &'a str,
    category: &'a CategoryView,
    desk_mode: &'a str,
    promised: &'a Limit,
}

impl<'a> Chapter<'a> {
    pub(super) fn new(number: usize, matter: &'a MatterView, html: &'a str) -> Self {
        let matter = ChapterMatter {
            code: &matter.code,
            title: &matter.title,
            category: &matter.category,
            desk_mode: matter.desk_mode,
            promised: &matter.promised,
        };
        Self {
            number,
            matter,
            html,
        }
    }
}

/// A blank form, with the guide that asks for it.
#[derive(Debug, Serialize)]
pub(super) struct Form<'a> {
    file: &'a FileView,
    number: usize,
    title: &'a str,
}

/// What a community offers, by category.
pub(super) fn in_order<'r>(region: &'r Region, community: &'r Community) -> Vec<&'r Matter> {
    let categories = region.categories.iter();
    categories
        .flat_map(|c| region.offered(community).filter(|m| m.category == c.id))
        .collect()
}

/// Every blank form and promise of a chapter, each once.
pub(super) fn forms(number: usize, matter: &MatterView) -> Vec<Form<'_>> {
    let mut forms: Vec<Form<'_>> = Vec::new();
    let lines = matter.lines.iter().chain(&matter.exempts);
    for file in lines.flat_map(blank_forms) {
        if !forms.iter().any(|form| form.file.href == file.href) {
            forms.push(Form {
                file,
                number,
                title: &matter.title,
            });
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
