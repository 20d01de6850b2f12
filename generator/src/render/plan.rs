//! View models of a community's plan page: several matters in one trip.
//!
//! Every paper that its matters ask for is on the page once (a paper is a material and its holder), numbered as the engine knows it.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;

use super::view::{Limit, LineView, QuestionView, StopView};
use super::view_builder::{ViewBuilder, desk_mode, limit, question_view, version};
use crate::check::{Compiled, CompiledRules};
use crate::model::{Community, Group, Matter, Paper, TripLines};

/// What plan.html shows.
#[derive(Serialize)]
pub(super) struct PlanView {
    pub(super) matters: Vec<PlanMatter>,
    /// Distinct questions, in the order in which they are first asked.
    pub(super) asks: Vec<Ask>,
    pub(super) papers: Vec<PlanPaper>,
    pub(super) choices: Vec<ChoiceView>,
}

#[derive(Serialize)]
pub(super) struct PlanMatter {
    index: usize,
    code: String,
    code_key: u32,
    title: String,
    summary: String,
    category: String,
    href: String,
    other_language: bool,
    desk_mode: &'static str,
    promised: Limit,
    version: String,
    review_by: String,
    rules: String,
    lines: String,
    /// The page's numbers of the papers that the wire names.
    numbers: Vec<u32>,
    /// Per line of the wire: the engine's item, -1 for a line that is always needed.
    line_items: Vec<i64>,
    /// What is only useful: no part of the engine's list, shown below it.
    extras: Vec<Extra>,
    stops: Vec<StopView>,
    questions: Vec<AskOf>,
}

/// A paper that is recommended, not required.
#[derive(Serialize)]
struct Extra {
    paper: u32,
    /// The engine's item, -1 without a condition.
    item: i64,
    originals: u32,
    copies: u32,
}

/// Which of the page's questions a matter's question is.
#[derive(Serialize)]
pub(super) struct AskOf {
    index: usize,
    ask_id: usize,
}

#[derive(Serialize)]
pub(super) struct Ask {
    id: usize,
    key: u32,
    shared: bool,
    /// The matters that ask it.
    titles: Vec<String>,
    #[serde(flatten)]
    question: QuestionView,
}

#[derive(Serialize)]
pub(super) struct PlanPaper {
    index: usize,
    #[serde(flatten)]
    line: LineView,
}

/// What a choice of several papers is called.
#[derive(Serialize)]
pub(super) struct ChoiceView {
    name: String,
    from: Vec<u32>,
    pick: u32,
    /// Index of the matter on the page.
    matter: usize,
    /// Index of the line in the matter's wire.
    line: usize,
}

/// The plan of everything that a community offers.
pub(super) fn plan(
    parts: &ViewBuilder<'_>,
    community: &Community,
    books: &CompiledRules,
) -> PlanView {
    let mut plan = Plan {
        parts,
        papers: BTreeMap::new(),
        asks: BTreeMap::new(),
        view: PlanView::empty(),
    };
    for matter in parts.links.region().offered(community) {
        if let Some(compiled) = books.get(&matter.file) {
            plan.add(matter, compiled);
        }
    }
    plan.view
}

impl PlanView {
    fn empty() -> Self {
        Self {
            matters: Vec::new(),
            asks: Vec::new(),
            papers: Vec::new(),
            choices: Vec::new(),
        }
    }
}

struct Plan<'a> {
    parts: &'a ViewBuilder<'a>,
    /// Numbers of papers, by their ids: in every language the same.
    papers: BTreeMap<String, u32>,
    /// Places of questions in `view.asks`, by the key under which answers travel.
    asks: BTreeMap<u32, usize>,
    view: PlanView,
}

impl Plan<'_> {
    fn add(&mut self, matter: &Matter, compiled: &Compiled) {
        let card = self.parts.card(matter);
        let matter = &self.parts.facts.matter(matter);
        let questions = self.questions(matter, compiled, &card.title);
        let TripLines { lines, papers } = matter.trip_lines(&compiled.items);
        let numbers: Vec<u32> = papers.into_iter().map(|paper| self.paper(paper)).collect();
        self.choices(matter);
        let extras = self.extras(matter, compiled);
        self.view.matters.push(PlanMatter {
            index: self.view.matters.len(),
            code_key: compiled.book.id(),
            code: card.code,
            title: card.title,
            summary: card.summary,
            category: matter.category.clone(),
            href: card.href,
            other_language: card.other_language,
            desk_mode: desk_mode(matter.desk_mode),
            promised: limit(matter.promised),
            version: version(matter, compiled),
            review_by: matter.review_by.value.to_string(),
            rules: STANDARD.encode(compiled.book.to_bytes()),
            line_items: lines
                .0
                .iter()
                .map(|line| line.item.map_or(-1, i64::from))
                .collect(),
            extras,
            lines: STANDARD.encode(lines.to_bytes()),
            numbers,
            stops: self.parts.stops(matter),
            questions,
        });
    }

    fn questions(
        &mut self,
        matter: &Matter<String>,
        compiled: &Compiled,
        title: &str,
    ) -> Vec<AskOf> {
        let questions = matter
            .questions
            .iter()
            .zip(compiled.book.questions())
            .enumerate();
        questions
            .map(|(index, (question, compiled))| {
                let next = self.view.asks.len();
                let ask_id = *self.asks.entry(compiled.key).or_insert(next);
                if ask_id == next {
                    self.view.asks.push(Ask {
                        id: ask_id,
                        key: compiled.key,
                        shared: question.shared,
                        titles: Vec::new(),
                        question: question_view(ask_id, question),
                    });
                }
                if let Some(ask) = self.view.asks.get_mut(ask_id) {
                    ask.titles.push(title.to_owned());
                }
                AskOf { index, ask_id }
            })
            .collect()
    }

    fn choices(&mut self, matter: &Matter<String>) {
        for (index, row) in matter.rows().iter().enumerate() {
            if let Group::Pick { pick, name, from } = &matter.lines[row.lines[0]].paper {
                let from = from.iter().map(|paper| self.paper(paper)).collect();
                self.view.choices.push(ChoiceView {
                    name: name.clone(),
                    from,
                    pick: *pick,
                    matter: self.view.matters.len(),
                    line: index,
                });
            }
        }
    }

    fn extras(&mut self, matter: &Matter<String>, compiled: &Compiled) -> Vec<Extra> {
        let lines = matter.lines.iter().zip(&compiled.items.lines);
        let extras = lines.filter(|(line, _)| line.is_recommended());
        let item =
            |item: &Option<usize>| item.and_then(|item| i64::try_from(item).ok()).unwrap_or(-1);
        let papers =
            extras.flat_map(|(line, of)| line.papers().iter().map(move |paper| (paper, item(of))));
        papers
            .map(|(paper, item)| Extra {
                paper: self.paper(paper),
                item,
                originals: paper.originals,
                copies: paper.copies,
            })
            .collect()
    }

    fn paper(&mut self, paper: &Paper<String>) -> u32 {
        let next = u32::try_from(self.view.papers.len()).unwrap_or(u32::MAX);
        let number = *self.papers.entry(paper.id.clone()).or_insert(next);
        if number == next {
            let line = self.parts.paper(paper);
            self.view.papers.push(PlanPaper {
                index: self.view.papers.len(),
                line,
            });
        }
        number
    }
}
