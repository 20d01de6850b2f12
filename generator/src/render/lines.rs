//! View models of the list: lines and papers.

use super::own::is_own;
use super::view::{DeferView, FileView, LineView};
use super::view_builder::ViewBuilder;
use crate::check::Compiled;
use crate::model::{Attachment, Group, Matter, Paper, Part};

impl ViewBuilder<'_> {
    /// Every line as the guide writes it.
    pub(super) fn lines(&self, matter: &Matter, compiled: &Compiled) -> Vec<LineView> {
        let own = |paper: &Paper| is_own(matter, &Part::Paper(paper.id.clone()));
        let paper = |paper: &Paper| LineView {
            own: own(paper),
            ..self.paper(paper)
        };
        let lines = matter.lines.iter().zip(&compiled.items.lines);
        lines
            .map(|(line, item)| {
                let view = match &line.paper {
                    Group::One(one) => paper(one),
                    Group::Pick { pick, name, from } => LineView {
                        pick: Some(*pick),
                        name: self.text(name),
                        from: from.iter().map(paper).collect(),
                        ..LineView::default()
                    },
                };
                LineView {
                    item: *item,
                    when: self.when(line.when.as_ref(), matter),
                    ..view
                }
            })
            .collect()
    }

    pub(super) fn paper(&self, paper: &Paper) -> LineView {
        LineView {
            name: self.text(&paper.name),
            of: self.option(paper.of.as_ref()),
            originals: paper.originals,
            copies: paper.copies,
            hand_in: paper.hand_in,
            copy_note: self.option(paper.copy_note.as_ref()),
            fresh: self.option(paper.fresh.as_ref().map(|fresh| &fresh.text)),
            fresh_days: paper.fresh.as_ref().and_then(|fresh| fresh.days),
            defer: paper.defer.as_ref().map(|defer| DeferView {
                days: defer.days,
                how: self.option(defer.how.as_ref()),
            }),
            photo_spec: self.option(paper.photo_spec.as_ref()),
            recommended: paper.recommended,
            note: self.option(paper.note.as_ref()),
            issuer: self.option(paper.issuer.as_ref()),
            how_to_get: self.option(paper.how_to_get.as_ref()),
            without: self.option(paper.without.as_ref()),
            e_certificate: paper.e_certificate,
            blank_form: paper
                .blank_form
                .as_ref()
                .map(|file| self.file(file, &paper.name)),
            sample_form: paper
                .sample_form
                .as_ref()
                .map(|file| self.file(file, &paper.name)),
            ..LineView::default()
        }
    }

    fn file(&self, file: &Attachment, name: &str) -> FileView {
        let image = [".png", ".jpg", ".jpeg", ".webp", ".svg"]
            .iter()
            .any(|ending| file.path.ends_with(ending));
        FileView {
            href: self.links.file(file),
            name: self.text(name),
            image,
        }
    }
}
