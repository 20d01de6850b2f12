//! View models of a community's plan page: the matters to choose from. What is chosen, the page loads, see `data.rs`.

use std::collections::BTreeSet;

use onetrip_widget::keys;
use onetrip_widget::trip::Follow;
use serde::Serialize;

use super::pages::lists_apart;
use super::view::MatterCard;
use super::view_builder::ViewBuilder;
use crate::check::CompiledRules;
use crate::model::{self, Community};

/// What plan.html shows.
#[derive(Serialize)]
pub(super) struct PlanView {
    /// Those with nothing in them are left out.
    pub(super) categories: Vec<PlanCategory>,
    /// Whether they stand folded, since there are more than are seen at a glance.
    pub(super) folded: bool,
    /// What happens in a life, in the order of site.yaml: those that lead to something here.
    pub(super) events: Vec<PlanEvent>,
    /// Whether of some something else holds from a day on.
    pub(super) coming: bool,
    /// What follows from answers, for the engine: keys, four after four.
    pub(super) follows: String,
}

#[derive(Serialize)]
pub(super) struct PlanCategory {
    name: String,
    matters: Vec<PlanMatter>,
}

/// What happens in a life.
#[derive(Serialize)]
pub(super) struct PlanEvent {
    /// Its place in site.yaml, as the matters name it.
    at: usize,
    name: String,
}

#[derive(Serialize)]
pub(super) struct PlanMatter {
    /// The events of life that lead to it, `0 3`.
    events: String,
    /// The code in addresses with answers; none where the engine knows it by the code alone, as it mostly does.
    key: Option<u32>,
    #[serde(flatten)]
    card: MatterCard,
}

/// The plan of everything that a community offers.
pub(super) fn plan(
    parts: &ViewBuilder<'_>,
    community: &Community,
    books: &CompiledRules,
) -> PlanView {
    let region = parts.links.region();
    let of = |category: &str| {
        let offered = region.offered(community);
        let here = offered.filter(|matter| matter.category == category);
        let view = here.filter_map(|matter| {
            let card = parts.card(matter);
            let key = Some(books.of(&matter.file, community)?.book.id());
            let key = key.filter(|key| *key != keys::key(&card.code));
            let events: Vec<String> = matter.life_events.iter().map(usize::to_string).collect();
            let events = events.join(" ");
            Some(PlanMatter { events, key, card })
        });
        view.collect::<Vec<_>>()
    };
    let all = region.categories.iter().map(|category| PlanCategory {
        name: parts.text(&category.name),
        matters: of(&category.id),
    });
    let mut offered = region.offered(community);
    let leading: BTreeSet<usize> = region
        .offered(community)
        .flat_map(|matter| matter.life_events.iter().copied())
        .collect();
    let event = |at| PlanEvent {
        at,
        name: parts.text(&region.life_events[at]),
    };
    let follows = model::follows(region.offered(community), &region.keys).into_iter();
    let follows = follows.flat_map(Follow::keys);
    let follows: Vec<String> = follows.map(|key| key.to_string()).collect();
    PlanView {
        follows: follows.join(" "),
        coming: offered.any(|matter| !region.coming(matter).is_empty()),
        categories: all.filter(|one| !one.matters.is_empty()).collect(),
        folded: lists_apart(region, community),
        events: leading.into_iter().map(event).collect(),
    }
}
