//! A matter as data: what the plan page loads, and what others may read.
//!
//! Everything is taken from the page's own view, so that page and data cannot say different things. The shapes are
//! described in `generator/schema/`.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use onetrip_widget::trip::{Line as WireLine, Lines, Need};
use serde::Serialize;

use super::data_view::{
    Defer, Entry, Fresh, Index, LineData, MatterData, PaperData, PaperName, Promise, QuestionData,
    RowData,
};
use super::languages;
use super::view::{DeferView, Limit, LineView, MatterCard, MatterView};
use super::view_builder::ViewBuilder;
use crate::check::Compiled;
use crate::model::{Group, Line, Matter, Paper};

/// What the files are in; another number says that a reader of this one would misread it.
const FORMAT: u32 = 1;

/// The global function that a data file calls as a script.
const CALL: &str = "onetripData";

/// The folder of the data, from a community's own.
pub(super) const FOLDER: &str = "data/";

/// One matter; `view` is what its page shows.
pub(super) fn matter(
    parts: &ViewBuilder<'_>,
    matter: &Matter,
    compiled: &Compiled,
    view: MatterView,
) -> MatterData {
    let card = parts.card(matter);
    let mut papers = Papers::default();
    let mut rows = |recommended: bool| {
        let lines = matter.lines.iter().zip(&view.lines);
        let some = lines.filter(|(line, _)| line.is_recommended() == recommended);
        some.map(|(line, view)| papers.row(parts, line, view))
            .collect::<Vec<_>>()
    };
    let (rows, extras) = (rows(false), rows(true));
    let required = matter.lines.iter().filter(|line| !line.is_recommended());
    let wire = required.zip(&rows).map(|(line, row)| wire(line, row));
    let lines = Lines(wire.collect());
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
        stops: view.stops,
        papers: papers.names,
        rows,
        extras,
        lines: STANDARD.encode(lines.to_bytes()),
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

/// A row as the engine knows it.
fn wire(line: &Line, row: &RowData) -> WireLine {
    let papers = line
        .papers()
        .iter()
        .zip(row.lines.iter().flat_map(|line| &line.papers));
    let need = |(paper, data): (&Paper, &PaperData)| Need {
        paper: data.paper,
        originals: paper.originals,
        copies: paper.copies,
        hand_in: paper.hand_in,
        fresh_days: paper.fresh.as_ref().and_then(|fresh| fresh.days),
    };
    WireLine {
        item: row.item.and_then(|item| u32::try_from(item).ok()),
        pick: row.pick,
        from: papers.map(need).collect(),
    }
}

/// The papers of one matter, numbered as they come up.
#[derive(Default)]
struct Papers {
    names: Vec<PaperName>,
}

impl Papers {
    fn row(&mut self, parts: &ViewBuilder<'_>, line: &Line, view: &LineView) -> RowData {
        RowData {
            item: view.item,
            pick: view.pick.unwrap_or(1),
            name: view.pick.map(|_| view.name.clone()),
            lines: vec![self.line(parts, line, view)],
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
            when: view.when.clone(),
            papers,
        }
    }

    fn paper(&mut self, parts: &ViewBuilder<'_>, paper: &Paper, view: &LineView) -> PaperData {
        let fresh = view.fresh.clone().map(|words| Fresh {
            words,
            days: view.fresh_days,
        });
        PaperData {
            paper: self.number(parts, paper, view),
            originals: view.originals,
            copies: view.copies,
            hand_in: view.hand_in,
            copy_note: view.copy_note.clone(),
            photo_spec: view.photo_spec.clone(),
            fresh,
            defer: view.defer.as_ref().map(|later| defer(parts, later)),
            note: view.note.clone(),
            issuer: view.issuer.clone(),
            how_to_get: view.how_to_get.clone(),
            without: view.without.clone(),
            e_certificate: view.e_certificate,
            blank_form: view.blank_form.clone(),
            sample_form: view.sample_form.clone(),
        }
    }

    fn number(&mut self, parts: &ViewBuilder<'_>, paper: &Paper, view: &LineView) -> u32 {
        let known = self.names.iter().position(|known| known.id == paper.id);
        let at = known.unwrap_or_else(|| {
            self.names.push(PaperName {
                id: paper.id.clone(),
                name: view.name.clone(),
                of: view.of.clone(),
                called: called(parts, view),
            });
            self.names.len() - 1
        });
        u32::try_from(at).expect("a guide has fewer papers than bytes")
    }
}

/// A paper in running text: 身份证（老人）.
fn called(parts: &ViewBuilder<'_>, view: &LineView) -> String {
    match &view.of {
        Some(holder) => parts
            .texts
            .fill("line_of", &[("name", &view.name), ("holder", holder)]),
        None => view.name.clone(),
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
