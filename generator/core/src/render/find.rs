//! find.html, 我能申请什么: what the phone needs to find out which matters somebody may apply for, and the list that stands there
//! without a script.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use onetrip_widget::trip::Follow;
use serde::Serialize;

use super::data;
use super::data_view::QuestionData;
use super::pages::lists_apart;
use super::view::MatterCard;
use super::view_builder::ViewBuilder;
use super::views::stop_kind;
use crate::check::{Compiled, CompiledRules};
use crate::model::{self, Community, Matter, Region, Stop};

/// The global function that the file calls, see `wasm-widget/web/find.js`.
const CALL: &str = "onetripFind";

/// Whether a community offers anything that is refused to some.
pub(super) fn offers(region: &Region, community: &Community) -> bool {
    let mut stops = region.offered(community).flat_map(|one| &one.stops);
    stops.any(|stop| stop.kind.refuses())
}

/// What find.html shows without a script; empty where there is more than is seen at a glance.
pub(super) fn list(parts: &ViewBuilder<'_>, community: &Community) -> Vec<FindCategory> {
    let region = parts.links.region();
    if lists_apart(region, community) {
        return Vec::new();
    }
    let of = |category: &str| {
        let here = region.offered(community);
        let here = here.filter(|matter| matter.category == category);
        here.map(|matter| refused(parts, matter)).collect()
    };
    let all = region.categories.iter().map(|category| FindCategory {
        name: parts.text(&category.name),
        rows: of(&category.id),
    });
    all.filter(|one| !one.rows.is_empty()).collect()
}

fn refused(parts: &ViewBuilder<'_>, matter: &Matter) -> FindRow {
    let here = parts.facts.matter(matter);
    let stops = here.stops.iter().filter(|stop| stop.kind.refuses());
    let refusal = |stop: &Stop<String>| Refusal {
        title: stop.title.clone(),
        when: parts.texts.explained(&stop.when, &here),
    };
    FindRow {
        refusals: stops.map(refusal).collect(),
        card: parts.card(matter),
    }
}

/// Matters of one category.
#[derive(Serialize)]
pub(super) struct FindCategory {
    name: String,
    rows: Vec<FindRow>,
}

/// A matter, and to whom it is refused.
#[derive(Serialize)]
struct FindRow {
    refusals: Vec<Refusal>,
    #[serde(flatten)]
    card: MatterCard,
}

/// In which situation a matter is refused.
#[derive(Serialize)]
struct Refusal {
    title: String,
    /// Its condition in one line.
    when: String,
}

/// The file's contents.
#[derive(Serialize)]
struct Found {
    /// What follows from answers, for the engine: keys, four after four.
    follows: Vec<u32>,
    /// Every question by which something is refused, once.
    questions: Vec<QuestionData>,
    matters: Vec<FindMatter>,
}

/// A matter as the finder knows it.
#[derive(Serialize)]
struct FindMatter {
    title: String,
    href: String,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    other_language: bool,
    /// What refuses it, for the engine, base64.
    rules: String,
    /// The fingerprint of the matter's whole rules, which addresses tell.
    fingerprint: u32,
    /// Its questions as places in the list of all; -1: one by which nothing is refused.
    asks: Vec<i32>,
    /// The stops that refuse it, in the engine's order.
    stops: Vec<Reason>,
    /// What says how or where instead, in the order of the engine's items.
    ways: Vec<Reason>,
}

/// A stop in a few words.
#[derive(Serialize)]
struct Reason {
    title: String,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<String>,
}

/// The script with all of it.
pub(super) fn script(
    parts: &ViewBuilder<'_>,
    community: &Community,
    books: &CompiledRules,
) -> String {
    let region = parts.links.region();
    let offered: Vec<&Matter> = region.offered(community).collect();
    let mut questions = Vec::new();
    for matter in &offered {
        if let Some(compiled) = books.of(&matter.file, community) {
            take_questions(parts, matter, compiled, &mut questions);
        }
    }
    let known = |one: &&Matter| {
        Some(matter(
            parts,
            one,
            books.of(&one.file, community)?,
            &questions,
        ))
    };
    let matters = offered.iter().filter_map(known).collect();
    let follows = model::follows(region.offered(community), &region.keys).into_iter();
    let follows = follows.flat_map(Follow::keys);
    let found = Found {
        follows: follows.collect(),
        matters,
        questions,
    };
    format!("{CALL}({});\n", data::json(&found))
}

/// Adds the questions by which a matter is refused, as far as they are not there.
fn take_questions(
    parts: &ViewBuilder<'_>,
    matter: &Matter,
    compiled: &Compiled,
    questions: &mut Vec<QuestionData>,
) {
    let (book, _) = &compiled.refusals;
    let decisive = book.stop_questions().into_iter();
    let fresh: Vec<usize> = decisive
        .filter(|at| place(questions, book.questions()[*at].key).is_none())
        .collect();
    if fresh.is_empty() {
        return;
    }
    let here = parts.facts.matter(matter);
    questions.extend(fresh.into_iter().map(|at| QuestionData {
        key: book.questions()[at].key,
        question: parts.question(at, &here.questions[at], &here, compiled),
    }));
}

fn place(questions: &[QuestionData], key: u32) -> Option<usize> {
    questions.iter().position(|one| one.key == key)
}

fn matter(
    parts: &ViewBuilder<'_>,
    matter: &Matter,
    compiled: &Compiled,
    questions: &[QuestionData],
) -> FindMatter {
    let (book, refusals) = &compiled.refusals;
    let reason = |at: &usize| {
        let stop = &matter.stops[*at];
        Reason {
            title: parts.text(&stop.title),
            kind: stop_kind(stop.kind),
            change: stop.change.as_ref().map(|change| parts.text(change)),
        }
    };
    let asks = book.questions().iter().map(|question| {
        let at = place(questions, question.key);
        at.and_then(|at| i32::try_from(at).ok()).unwrap_or(-1)
    });
    let card = parts.card(matter);
    FindMatter {
        title: card.title,
        href: card.href,
        other_language: card.other_language,
        rules: STANDARD.encode(book.to_bytes()),
        fingerprint: compiled.book.fingerprint(),
        asks: asks.collect(),
        stops: refusals.stops.iter().map(reason).collect(),
        ways: refusals.ways.iter().map(reason).collect(),
    }
}
