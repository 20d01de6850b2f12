//! A matter as data: what the plan page loads, and what others may read.
//!
//! Everything is taken from the page's own view, so that page and data cannot say different things. The shapes are
//! described in `generator/schema/`.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;

use super::condition::TermView;
use super::data_view::{
    Defer, DetailData, Entry, Fresh, Index, LineData, MatterData, PaperData, PaperName, Promise,
    QuestionData, RowData, StopData,
};
use super::languages;
use super::view::{DeferView, DetailView, Limit, LineView, MatterCard, MatterView, StopView};
use super::view_builder::ViewBuilder;
use crate::check::Compiled;
use crate::model::{Convert, Group, Line, Matter, Paper, Text};

/// What the files are in; another number says that a reader of this one would misread it.
const FORMAT: u32 = 1;

/// The global function that a data file calls as a script.
const CALL: &str = "onetripData";

/// One matter; `view` is what its page shows.
pub(super) fn matter(
    parts: &ViewBuilder<'_>,
    matter: &Matter,
    compiled: &Compiled,
    view: MatterView,
) -> MatterData {
    let card = parts.card(matter);
    let trip = matter.trip_lines(&compiled.items);
    // The page shows rows; the data has every line with its own words.
    let written = parts.lines(&parts.facts.matter(matter), compiled);
    let mut papers = Papers {
        names: Vec::new(),
        terms: view.terms.clone(),
    };
    for paper in trip.papers {
        papers.number(parts, paper);
    }
    let mut rows = Vec::new();
    let mut extras = Vec::new();
    for (row, known) in matter.rows().iter().zip(&compiled.items.rows) {
        let lines = row.lines.iter();
        let lines: Vec<_> = lines
            .map(|at| (&matter.lines[*at], &written[*at]))
            .collect();
        let recommended = lines.iter().any(|(line, _)| line.is_recommended());
        let list = if recommended { &mut extras } else { &mut rows };
        list.push(papers.row(parts, known.item, &lines));
    }
    let questions = view.questions.into_iter().zip(compiled.book.questions());
    MatterData {
        format: FORMAT,
        lang: languages::tag(parts.links.locale.language),
        code: view.code,
        key: compiled.book.id(),
        title: view.title,
        summary: view.summary,
        category: view.category.id,
        href: card.href,
        other_language: card.other_language,
        desk_mode: view.desk_mode,
        promise: promise(parts, card.promised),
        verified_on: view.verified_on,
        review_by: view.review_by,
        version: view.version,
        questions: questions
            .map(|(question, compiled)| QuestionData {
                key: compiled.key,
                question,
            })
            .collect(),
        stops: view
            .stops
            .into_iter()
            .map(|one| stop(parts, one, &view.terms))
            .collect(),
        papers: papers.names,
        rows,
        extras,
        lines: STANDARD.encode(trip.lines.to_bytes()),
        rules: view.rules,
    }
}

/// The list of what there is.
pub(super) fn index(parts: &ViewBuilder<'_>, matters: Vec<(MatterCard, &Matter)>) -> Index {
    let entry = |(card, matter): (MatterCard, &Matter)| Entry {
        data: format!("{}.json", card.code),
        code: card.code,
        title: card.title,
        summary: card.summary,
        category: matter.category.clone(),
        href: card.href,
    };
    Index {
        format: FORMAT,
        lang: languages::tag(parts.links.locale.language),
        matters: matters.into_iter().map(entry).collect(),
    }
}

/// The bytes of a file, which are a script's expression as well.
pub(super) fn json(data: &impl Serialize) -> String {
    let text = serde_json::to_string(data).expect("texts, numbers and lists are JSON");
    // These end a line in a script before ES2019.
    text.replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

/// The same as a script, for pages that are opened from a disk, where nothing can be fetched.
pub(super) fn script(code: &str, json: &str) -> String {
    format!("{CALL}(\"{code}\",{json});\n")
}

fn detail(view: &DetailView) -> DetailData {
    DetailData {
        id: view.id,
        place: view.place,
        label: view.label.clone(),
        text: view.text.clone(),
    }
}

fn stop(parts: &ViewBuilder<'_>, view: StopView, terms: &[TermView]) -> StopData {
    StopData {
        index: view.index,
        title: view.title,
        text: view.text,
        when: TermView::explain(parts.texts, &view.when.line, terms),
        change: view.change,
        instead: view.instead,
        phone: view.phone,
    }
}

fn promise(parts: &ViewBuilder<'_>, limit: Limit) -> Promise {
    let key = match (limit.n, limit.unit) {
        (0, _) => "at_once",
        (1, "workday") => "within_workday_one",
        (1, _) => "within_day_one",
        (_, "workday") => "within_workday",
        _ => "within_day",
    };
    Promise {
        days: limit.n,
        unit: limit.unit,
        words: parts.texts.fill(key, &[("n", &limit.n.to_string())]),
    }
}

/// The papers of one matter, numbered as they come up.
struct Papers {
    names: Vec<PaperName>,
    /// What names in the guide's conditions mean.
    terms: Vec<TermView>,
}

impl Papers {
    fn row(
        &mut self,
        parts: &ViewBuilder<'_>,
        item: Option<usize>,
        lines: &[(&Line, &LineView)],
    ) -> RowData {
        let choice = lines.iter().find_map(|(_, view)| Some((view.pick?, view)));
        RowData {
            item,
            pick: choice.map_or(1, |(pick, _)| pick),
            name: choice.map(|(_, view)| view.name.clone()),
            lines: lines
                .iter()
                .map(|(line, view)| self.line(parts, line, view))
                .collect(),
        }
    }

    fn line(&mut self, parts: &ViewBuilder<'_>, line: &Line, view: &LineView) -> LineData {
        let papers = match &line.paper {
            Group::One(paper) => vec![self.paper(parts, paper, view)],
            Group::Pick { from, .. } => {
                let from = from.iter().zip(&view.from);
                from.map(|(paper, view)| self.paper(parts, paper, view))
                    .collect()
            }
        };
        LineData {
            item: view.item,
            when: view
                .when
                .as_ref()
                .map(|when| TermView::explain(parts.texts, &when.line, &self.terms)),
            papers,
        }
    }

    fn paper(&mut self, parts: &ViewBuilder<'_>, paper: &Paper, view: &LineView) -> PaperData {
        let fresh = view.fresh.clone().map(|words| Fresh {
            words,
            days: view.fresh_days,
        });
        PaperData {
            paper: self.number(parts, paper),
            originals: view.originals,
            copies: view.copies,
            hand_in: view.hand_in,
            details: view.details.iter().map(detail).collect(),
            fresh,
            defer: view.defer.as_ref().map(|later| defer(parts, later)),
            e_certificate: view.e_certificate,
            blank_form: view.blank_form.clone(),
            sample_form: view.sample_form.clone(),
        }
    }

    fn number(&mut self, parts: &ViewBuilder<'_>, paper: &Paper) -> u32 {
        let known = self.names.iter().position(|known| known.id == paper.id);
        let at = known.unwrap_or_else(|| {
            self.names.push(name(parts, paper));
            self.names.len() - 1
        });
        u32::try_from(at).expect("a guide has fewer papers than bytes")
    }
}

fn name(parts: &ViewBuilder<'_>, paper: &Paper) -> PaperName {
    let name = parts.text(&paper.name);
    let of = parts.facts.option(paper.of.as_ref());
    let called = match &of {
        // 身份证（老人）
        Some(holder) => parts
            .texts
            .fill("line_of", &[("name", &name), ("holder", holder)]),
        None => name.clone(),
    };
    PaperName {
        // Equal ids stay equal: facts are the place's in all of its files.
        id: parts.text(&Text::new(paper.id.clone())),
        name,
        of,
        called,
    }
}

fn defer(parts: &ViewBuilder<'_>, later: &DeferView) -> Defer {
    let key = match later.days {
        Some(1) => "defer_days_one",
        Some(_) => "defer_days",
        None => "defer",
    };
    let days = later.days.unwrap_or_default().to_string();
    Defer {
        words: parts.texts.fill(key, &[("n", &days)]),
        days: later.days,
        how: later.how.clone(),
    }
}
