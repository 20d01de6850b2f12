//! What a page says of fees, visits, time limits and places: each case with its condition.

use serde::Serialize;

use super::condition::WhenView;
use super::ranges::RangeView;
use super::view::{Limit, VenueView};
use super::view_builder::ViewBuilder;
use super::views::limit;
use crate::check::Compiled;
use crate::model::{Case, Community, Fee, Items, Matter, TimeLimit, VenueId, Visits, vary};

/// What a guide says of some situations.
#[derive(Clone, Debug, Serialize)]
pub(super) struct CaseView<V> {
    /// The engine's index; none: always.
    pub(super) item: Option<usize>,
    pub(super) when: Option<WhenView>,
    /// The condition with all its names explained, in one line, for places that explain no names.
    pub(super) explained: Option<String>,
    #[serde(flatten)]
    pub(super) said: V,
}

/// A fee.
#[derive(Clone, Debug, Serialize)]
pub(super) struct FeeView {
    pub(super) name: String,
    pub(super) amount: String,
    pub(super) basis: String,
}

/// How often one has to come.
#[derive(Clone, Debug, Serialize)]
pub(super) struct VisitsView {
    pub(super) count: u32,
    /// 「到现场 1 次」.
    pub(super) words: String,
    pub(super) reason: Option<String>,
    pub(super) who: Vec<String>,
}

/// How long it takes.
#[derive(Clone, Debug, Serialize)]
pub(super) struct LimitView {
    pub(super) promised: Limit,
    pub(super) statutory: Option<Limit>,
}

impl ViewBuilder<'_> {
    fn cases<V, W>(
        &self,
        matter: &Matter<String>,
        cases: &[Case<V>],
        items: &[Option<usize>],
        said: impl Fn(&V) -> W,
    ) -> Vec<CaseView<W>> {
        let view = |(index, case): (usize, &Case<V>)| CaseView {
            item: items.get(index).copied().flatten(),
            when: self.when(case.when.as_ref(), matter),
            explained: case
                .when
                .as_ref()
                .map(|when| self.texts.explained(when, matter)),
            said: said(&case.value),
        };
        cases.iter().enumerate().map(view).collect()
    }

    pub(super) fn fees(
        &self,
        matter: &Matter<String>,
        items: &Items,
    ) -> (Vec<CaseView<FeeView>>, RangeView) {
        let fee = |fee: &Fee<String>| FeeView {
            name: fee.name.clone(),
            amount: fee.amount.clone().unwrap_or_default(),
            basis: fee.basis.clone().unwrap_or_default(),
        };
        let range = self.texts.fees(&matter.fees, &matter.fee_sets(items));
        (self.cases(matter, &matter.fees, &items.fees, fee), range)
    }

    pub(super) fn visits(
        &self,
        matter: &Matter<String>,
        items: &Items,
    ) -> (Vec<CaseView<VisitsView>>, RangeView) {
        let visits = |visits: &Visits<String>| VisitsView {
            count: visits.count,
            words: self.texts.visit(visits.count),
            reason: visits.reason.clone(),
            who: visits.who.clone(),
        };
        let range = self.texts.visits(&matter.visits, &items.visits);
        (
            self.cases(matter, &matter.visits, &items.visits, visits),
            range,
        )
    }

    pub(super) fn limits(
        &self,
        matter: &Matter<String>,
        items: &Items,
    ) -> (Vec<CaseView<LimitView>>, RangeView) {
        let view = |of: &TimeLimit| LimitView {
            promised: limit(of.promised, self.texts.promised(of.promised)),
            statutory: of
                .statutory
                .map(|law| limit(law, self.texts.statutory(law))),
        };
        let range = self.texts.promises(&matter.limits, &items.limits);
        (
            self.cases(matter, &matter.limits, &items.limits, view),
            range,
        )
    }

    /// The places of a matter whose place the answers decide; none where it is done in one place.
    pub(super) fn venues(
        &self,
        matter: &Matter<String>,
        community: &Community,
        compiled: &Compiled,
    ) -> Vec<CaseView<VenueView>> {
        if !vary(&matter.venues) {
            return Vec::new();
        }
        let venue = |id: &VenueId| self.place(id.as_ref().map(|at| at.value.as_str()), community);
        let views = self.cases(matter, &matter.venues, &compiled.items.venues, venue);
        let there = views.into_iter().filter_map(|view| {
            Some(CaseView {
                item: view.item,
                when: view.when,
                explained: view.explained,
                said: view.said?,
            })
        });
        there.collect()
    }

    /// The names of the places among which the answers decide; empty where it is done in one place.
    pub(super) fn possible_places<T>(
        &self,
        matter: &Matter<T>,
        community: &Community,
    ) -> Vec<String> {
        if !vary(&matter.venues) {
            return Vec::new();
        }
        let places = matter.possible_venues().into_iter();
        let places = places.filter_map(|id| self.place(id, community));
        places.map(|place| place.name).collect()
    }
}

/// The item of the case that nothing has to be paid; none where that cannot be, or never depends.
pub(super) fn free_item(matter: &Matter<String>, items: &Items) -> Option<usize> {
    let mut sets = matter.fee_sets(items).into_iter();
    sets.find(|set| set.fees.is_empty())?.item
}
