//! View models of the list: lines and papers.

use super::view::{DeferView, DetailView, ExemptView, LineView};
use super::view_builder::ViewBuilder;
use crate::check::Compiled;
use crate::model::{
    AnyOf, DetailKind, DetailPlace, Details, Exempt, ExemptBy, Group, Matter, Paper, Part, Way,
    WayItems, WayOf,
};

impl ViewBuilder<'_> {
    /// Every line as the guide writes it.
    pub(super) fn lines(&self, matter: &Matter<String>, compiled: &Compiled) -> Vec<LineView> {
        let own = |paper: &Paper<String>| matter.is_own(&Part::Paper(paper.id.clone()));
        let paper = |paper: &Paper<String>, item| LineView {
            own: own(paper),
            ..self.paper(paper, item, matter)
        };
        let lines = matter.lines.iter().zip(&compiled.items.lines).enumerate();
        lines
            .map(|(index, (line, item))| {
                let view = match &line.paper {
                    Group::One(one) => paper(one, *item),
                    Group::Pick { choice, from } => {
                        let known = compiled.items.choices[index].as_ref();
                        let paper =
                            |nth: usize| paper(&from[nth], compiled.items.paper(index, nth));
                        self.choice(choice, known.map(|known| &known.ways[..]), matter, &paper)
                    }
                };
                LineView {
                    item: *item,
                    when: self.when(line.when.as_ref(), matter),
                    ..view
                }
            })
            .collect()
    }

    /// A choice, each of its ways with the engine's item, if any of them has one.
    fn choice(
        &self,
        choice: &AnyOf<String>,
        items: Option<&[WayItems]>,
        matter: &Matter<String>,
        paper: &dyn Fn(usize) -> LineView,
    ) -> LineView {
        let way = |(nth, way): (usize, &Way<String>)| {
            let known = items.map(|items| &items[nth]);
            let inner = match &way.what {
                WayOf::Paper(index) => paper(*index),
                WayOf::AnyOf(choice) => {
                    let items = known.map(|known| &known.ways[..]);
                    self.choice(choice, items, matter, paper)
                }
            };
            LineView {
                item: known.and_then(|known| known.item),
                when: self.when(way.when.as_ref(), matter),
                ..inner
            }
        };
        LineView {
            pick: Some(choice.pick),
            together: choice.is_together(),
            name: choice.name.clone(),
            from: choice.ways.iter().enumerate().map(way).collect(),
            ..LineView::default()
        }
    }

    /// A paper on a line of `matter` whose item this is.
    pub(super) fn paper(
        &self,
        paper: &Paper<String>,
        item: Option<usize>,
        matter: &Matter<String>,
    ) -> LineView {
        // Whoever renews a paper has it: its own matter sends nobody to itself.
        let result_of = paper.result_of.as_ref();
        let result_of = result_of.filter(|reference| !matter.is_called(&reference.value));
        LineView {
            name: paper.name.clone(),
            of: paper.of.clone(),
            hand_in: paper.hand_in,
            details: self.details(&paper.details),
            criteria: self.criteria(&paper.criteria, &paper.name),
            first: self.first(result_of),
            page: self.paper_href(paper.material.as_deref()),
            picture: self.picture_href(paper.material.as_deref()),
            fresh: paper.fresh.as_ref().map(|fresh| fresh.text.clone()),
            fresh_days: paper.fresh.as_ref().and_then(|fresh| fresh.days),
            defer: paper.defer.as_ref().map(|defer| DeferView {
                words: self.texts.deferred(defer.days),
                days: defer.days,
                how: defer.how.clone(),
            }),
            recommended: paper.recommended,
            exempt: paper
                .exempt
                .as_ref()
                .map(|exempt| self.exempt(exempt, &paper.name)),
            e_certificate: paper.e_certificate,
            blank_form: paper
                .blank_form
                .as_ref()
                .map(|file| self.file(file, &paper.name)),
            sample_form: paper
                .sample_form
                .as_ref()
                .map(|file| self.file(file, &paper.name)),
            ..self.texts.counts_of_paper(paper, item, matter)
        }
    }

    fn exempt(&self, exempt: &Exempt<String>, name: &str) -> ExemptView {
        let (by, how, more): (_, _, &[&str]) = match exempt.by {
            ExemptBy::ECertificate => (
                "e_certificate",
                "exempt_e_certificate",
                &["exempt_nothing_shown"],
            ),
            ExemptBy::DataSharing => ("data_sharing", "exempt_data_sharing", &[]),
            ExemptBy::Promise => (
                "promise",
                "exempt_promise",
                &["promise_how", "promise_false", "promise_or_bring"],
            ),
            ExemptBy::InternalCheck => ("internal_check", "exempt_internal_check", &[]),
        };
        let form = exempt.promise_form.as_ref();
        ExemptView {
            by,
            how: self.texts.get(how).to_owned(),
            more: more
                .iter()
                .map(|key| self.texts.get(key).to_owned())
                .collect(),
            note: exempt.note.clone(),
            promise_form: form.map(|form| {
                let name = self.texts.fill("promise_name", &[("name", name)]);
                self.file(form, &name)
            }),
        }
    }

    pub(super) fn details(&self, details: &Details<String>) -> Vec<DetailView> {
        let view = |(kind, text): (&'static DetailKind, &String)| DetailView {
            id: kind.id,
            place: match kind.place {
                DetailPlace::Line => "line",
                DetailPlace::Note => "note",
                DetailPlace::Get => "get",
            },
            booklet: kind.booklet,
            // A sentence of its own needs no label.
            label: match kind.place {
                DetailPlace::Note => String::new(),
                _ => self.texts.get(kind.id).to_owned(),
            },
            text: text.clone(),
        };
        details.iter().map(view).collect()
    }
}
