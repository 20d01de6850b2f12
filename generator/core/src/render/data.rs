//! A matter as data: what the plan page loads, and what others may read.
//!
//! Everything is taken from the page's own view, so that page and data cannot say different things. The shapes are
//! described in `generator/schema/`.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;

use super::cases::{CaseView, FeeView, LimitView, VisitsView};
use super::data_view::{
    AcceptedData, AmountData, CaseData, DeskData, DetailData, Entry, FeeData, FeeEntry, Fresh,
    Index, LimitEntry, LineData, MatterData, NextData, PaperData, PaperName, Promise, QuestionData,
    RowData, StopData, VenueCase, VenueData, VisitsData, VisitsEntry, WayData, WayOfData,
};
use super::languages;
use super::view::{CountView, DetailView, MatterCard, MatterView, VenueView, VersionView};
use super::view_builder::ViewBuilder;
use crate::check::Compiled;
use crate::model::{
    Amount, AnyOf, ChoiceItems, Line, LineKind, Matter, Paper, Text, Way, WayItems, WayOf,
};

/// What the files are in; another number says that a reader of this one would misread it.
const FORMAT: u32 = 3;

/// The global function that a data file calls as a script.
const CALL: &str = "onetripData";

/// One matter, whose local facts are filled in; `view` is what its page shows.
pub(super) fn matter(
    parts: &ViewBuilder<'_>,
    matter: &Matter<String>,
    compiled: &Compiled,
    view: MatterView,
) -> MatterData {
    let trip = matter.trip_lines(&compiled.items);
    let mut papers = Papers {
        parts,
        matter,
        names: Vec::new(),
    };
    for paper in trip.papers {
        papers.number(paper);
    }
    let mut rows = Vec::new();
    let mut extras = Vec::new();
    let mut exempts = Vec::new();
    for (row, known) in matter.rows_with(&compiled.items) {
        let lines = row.lines.iter();
        let lines: Vec<_> = lines
            .map(|at| (&matter.lines[*at], compiled.items.lines[*at]))
            .collect();
        let list = match matter.kind(&row) {
            LineKind::Required => &mut rows,
            LineKind::Recommended => &mut extras,
            LineKind::Exempt => &mut exempts,
        };
        let choice = compiled.items.choices[row.lines[0]].as_ref();
        list.push(papers.row(known.item, &lines, choice));
    }
    let desks = desks(parts, &view);
    let questions = view.questions.into_iter().zip(compiled.book.questions());
    let stops = view.stops.into_iter().zip(&matter.stops);
    MatterData {
        format: FORMAT,
        lang: languages::tag(parts.links.locale.language),
        code: view.code,
        key: compiled.book.id(),
        from: view.start.map(|start| start.from),
        next: view.coming.map(next),
        title: view.title,
        summary: view.summary,
        category: view.category.id,
        href: parts.links.matter_href(matter),
        other_language: !parts.links.locale.has(matter),
        desk_mode: view.desk_mode,
        promise: Promise {
            days: view.promised.n,
            unit: view.promised.unit,
            words: view.promised.words,
            outcomes: view.limit_range.outcomes,
            entries: view.limits.into_iter().map(limit).collect(),
        },
        fee: FeeData {
            words: view.fee_range.words.clone(),
            outcomes: view.fee_range.outcomes,
            entries: view.fees.into_iter().map(fee).collect(),
        },
        visits: VisitsData {
            words: view.visits_range.words.clone(),
            outcomes: view.visits_range.outcomes,
            entries: view.visits.into_iter().map(visits).collect(),
        },
        online: view.online,
        accepted: (!view.accepted.is_empty()).then_some(AcceptedData {
            words: view.accepted,
            windows: view.windows,
        }),
        appointment: view.appointment,
        venue: view.venue.map(venue),
        venues: view.venues.into_iter().map(venue_case).collect(),
        desks,
        verified_on: view.verified_on,
        review_by: view.review_by,
        version: view.version,
        questions: questions
            .map(|(question, compiled)| QuestionData {
                key: compiled.key,
                question,
            })
            .collect(),
        requirements: view.requirements,
        stops: stops
            .map(|(view, stop)| StopData {
                index: view.index,
                title: view.title,
                text: view.text,
                kind: view.kind,
                when: parts.texts.explained(&stop.when, matter),
                change: view.change,
                instead: view.instead,
                phone: view.phone,
            })
            .collect(),
        papers: papers.names,
        rows,
        extras,
        exempts,
        lines: STANDARD.encode(trip.lines.to_bytes()),
        rules: view.rules,
    }
}

fn next(version: VersionView) -> NextData {
    NextData {
        from: version.from,
        href: version.href,
        data: version.data,
    }
}

/// The list of what there is.
pub(super) fn index(parts: &ViewBuilder<'_>, matters: Vec<(MatterCard, &Matter)>) -> Index {
    let entry = |(card, matter): (MatterCard, &Matter)| Entry {
        data: format!("{}.json", card.code),
        code: card.code,
        next: card.coming.map(next),
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

/// The papers of one matter, numbered as they come up.
struct Papers<'a> {
    parts: &'a ViewBuilder<'a>,
    matter: &'a Matter<String>,
    names: Vec<PaperName>,
}

impl Papers<'_> {
    /// A row; `item` is the engine's index of it, and each of its lines has one too.
    fn row(
        &mut self,
        item: Option<usize>,
        lines: &[(&Line<String>, Option<usize>)],
        items: Option<&ChoiceItems>,
    ) -> RowData {
        let choice = lines.first().and_then(|(line, _)| line.choice());
        let ways = choice.map(|choice| {
            let items = items.map(|items| &items.ways[..]);
            self.ways(choice, items)
        });
        RowData {
            item,
            pick: choice.map_or(1, |choice| choice.pick),
            name: choice.map(|choice| choice.name.clone()),
            ways: ways.unwrap_or_default(),
            lines: lines
                .iter()
                .map(|(line, item)| self.line(line, *item))
                .collect(),
        }
    }

    fn ways(&self, choice: &AnyOf<String>, items: Option<&[WayItems]>) -> Vec<WayData> {
        let way = |(nth, way): (usize, &Way<String>)| {
            let known = items.map(|items| &items[nth]);
            let when = way.when.as_ref();
            let what = match &way.what {
                WayOf::Paper(paper) => WayOfData::Paper { of: *paper },
                WayOf::AnyOf(choice) => WayOfData::AnyOf {
                    pick: choice.pick,
                    name: choice.name.clone(),
                    ways: self.ways(choice, known.map(|known| &known.ways[..])),
                },
            };
            WayData {
                item: known.and_then(|known| known.item),
                when: when.map(|when| self.parts.texts.explained(when, self.matter)),
                what,
            }
        };
        choice.ways.iter().enumerate().map(way).collect()
    }

    fn line(&mut self, line: &Line<String>, item: Option<usize>) -> LineData {
        let when = line.when.as_ref();
        LineData {
            item,
            when: when.map(|when| self.parts.texts.explained(when, self.matter)),
            papers: line
                .papers()
                .iter()
                .map(|paper| self.paper(paper, item))
                .collect(),
        }
    }

    fn paper(&mut self, paper: &Paper<String>, item: Option<usize>) -> PaperData {
        let view = self.parts.paper(paper, item, self.matter);
        let days = view.fresh_days;
        PaperData {
            paper: self.number(paper),
            originals: amount(paper.originals, view.originals),
            copies: amount(paper.copies, view.copies),
            hand_in: view.hand_in,
            details: view.details.into_iter().map(detail).collect(),
            criteria: view.criteria,
            first: view.first,
            fresh: view.fresh.map(|words| Fresh { words, days }),
            defer: view.defer,
            exempt: view.exempt,
            e_certificate: view.e_certificate,
            blank_form: view.blank_form,
            sample_form: view.sample_form,
        }
    }

    fn number(&mut self, paper: &Paper<String>) -> u32 {
        let known = self
            .names
            .iter()
            .position(|known| known.id == self.id(paper));
        let at = known.unwrap_or_else(|| {
            let name = self.name(paper);
            self.names.push(name);
            self.names.len() - 1
        });
        u32::try_from(at).expect("a guide has fewer papers than bytes")
    }

    fn name(&self, paper: &Paper<String>) -> PaperName {
        let called = match &paper.of {
            // 身份证（老人）
            Some(holder) => self
                .parts
                .texts
                .fill("line_of", &[("name", &paper.name), ("holder", holder)]),
            None => paper.name.clone(),
        };
        PaperName {
            id: self.id(paper),
            name: paper.name.clone(),
            of: paper.of.clone(),
            called,
            page: self.parts.paper_href(paper.material.as_deref()),
            picture: self.parts.picture_href(paper.material.as_deref()),
        }
    }

    /// Equal ids stay equal: facts are the place's in all of its files.
    fn id(&self, paper: &Paper<String>) -> String {
        self.parts.text(&Text::new(paper.id.clone()))
    }
}

/// A number, or what an answer makes of it.
fn amount(amount: Amount, view: CountView) -> AmountData {
    match amount.per {
        None => AmountData::Fixed(amount.plus),
        Some(per) => AmountData::Counted {
            question: per.question,
            times: per.times,
            plus: amount.plus,
            words: view.words,
        },
    }
}

/// Where and when the clock finds somebody for a matter.
fn desks(parts: &ViewBuilder<'_>, view: &MatterView) -> Vec<DeskData> {
    if view.venues.is_empty() {
        return vec![DeskData {
            item: None,
            label: None,
            at: desk(parts, view, view.venue.as_ref()),
        }];
    }
    let label = |when: &str| {
        let when = parts.texts.fill("case_if", &[("condition", when)]);
        let values = [("matter", view.title.as_str()), ("when", &when)];
        parts.texts.fill("plan_by_case", &values)
    };
    let cases = view.venues.iter();
    cases
        .map(|case| DeskData {
            item: case.item,
            label: case.explained.as_deref().map(label),
            at: desk(parts, view, Some(&case.said)),
        })
        .collect()
}

fn desk(
    parts: &ViewBuilder<'_>,
    view: &MatterView,
    venue: Option<&VenueView>,
) -> BTreeMap<&'static str, String> {
    let mut at = BTreeMap::new();
    if let Some(VenueView {
        name,
        consult,
        office,
        ..
    }) = venue
    {
        at.extend([
            ("place", name.clone()),
            ("address", office.address.clone()),
            ("phone", consult.text.clone()),
            ("hours", office.hours_text.clone()),
            ("weekly", office.weekly.clone()),
            ("special", office.special.clone()),
            ("own", office.own_days.to_string()),
        ]);
    }
    if !view.accepted.is_empty() {
        let words = view.accepted.join(parts.texts.get("semicolon"));
        at.extend([("windows", view.windows.clone()), ("accepted", words)]);
    }
    if let Some(it) = &view.appointment {
        at.extend([
            ("ahead", it.ahead.clone()),
            ("appointment", it.words.clone()),
            ("book", it.phone.text.clone()),
        ]);
    }
    at
}

/// Where an entry stands in the rules.
fn place(item: Option<usize>, when: Option<String>) -> CaseData {
    CaseData { item, when }
}

fn venue_case(view: CaseView<VenueView>) -> VenueCase {
    VenueCase {
        case: place(view.item, view.explained),
        venue: venue(view.said),
    }
}

fn limit(view: CaseView<LimitView>) -> LimitEntry {
    LimitEntry {
        case: place(view.item, view.explained),
        days: view.said.promised.n,
        unit: view.said.promised.unit,
        statutory: view.said.statutory.map(|law| law.n),
    }
}

fn fee(view: CaseView<FeeView>) -> FeeEntry {
    FeeEntry {
        case: place(view.item, view.explained),
        fee: view.said,
    }
}

fn visits(view: CaseView<VisitsView>) -> VisitsEntry {
    VisitsEntry {
        case: place(view.item, view.explained),
        count: view.said.count,
        reason: view.said.reason,
        who: view.said.who,
    }
}

fn venue(view: VenueView) -> VenueData {
    VenueData {
        name: view.name,
        address: view.office.address,
        directions: view.office.directions,
        phone: view.consult,
        hours: view.office.hours_text,
        weekly: view.office.weekly,
        special: view.office.special,
        own_days: view.office.own_days,
    }
}

fn detail(view: DetailView) -> DetailData {
    DetailData {
        id: view.id,
        place: view.place,
        label: view.label,
        text: view.text,
    }
}
