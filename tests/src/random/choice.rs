//! Lines that leave a choice: which papers that are brought anyway serve them, and what each way costs.

use super::count::{May, Pieces, Total, total};
use super::{Ask, Guide, Line, Outlook};

/// No paper of a choice is counted by an answer here: what that may cost is tried in `wasm-widget/tests`.
const UNCOUNTED: u32 = 0;

/// A guide's line that leaves a choice.
#[derive(Debug, Clone)]
pub struct Claim<'g> {
    pub(super) guide: &'g Guide,
    pub(super) name: &'g str,
    pub(super) needed: bool,
    pub(super) pick: usize,
    pub(super) from: Vec<&'g Ask>,
    /// What each paper costs beside what is brought anyway.
    pub(super) costs: Vec<(u32, u32)>,
}

impl<'g> Claim<'g> {
    pub(super) fn ask(&self, called: &str) -> &'g Ask {
        let found = self.from.iter().find(|ask| ask.called() == called);
        found.expect("a paper of the choice")
    }

    /// What it wants of a paper when that is chosen.
    pub(super) fn may(&self, called: &str) -> May {
        let absent = (!self.needed).then_some(None);
        let there = Some(Pieces::of(self.ask(called), UNCOUNTED));
        absent.into_iter().chain([there]).collect()
    }
}

/// A guide's row that wants one paper.
pub(super) struct Want<'g> {
    pub(super) guide: &'g Guide,
    pub(super) needed: bool,
    pub(super) called: String,
    pub(super) may: May,
    pub(super) asks: Vec<&'g Ask>,
}

/// What choices want together of a paper when it is chosen in all of them.
pub fn together(claims: &[&Claim<'_>], called: &str) -> Total {
    let may: Vec<May> = claims.iter().map(|claim| claim.may(called)).collect();
    total(&may)
}

/// Whether a paper that is chosen in all of these costs nothing extra: in none does more stay at the office than with its cheapest
/// way, and together they bring no more originals.
pub fn costs_nothing_extra(claims: &[&Claim<'_>], called: &str) -> bool {
    let (mut with, mut without, mut own) = (0, 0, 0);
    for claim in claims {
        let at = claim.from.iter().position(|ask| ask.called() == called);
        let at = at.expect("a paper of the choice");
        let mut costs = claim.costs.clone();
        let chosen = costs.remove(at);
        costs.sort_unstable();
        let others = &costs[..claim.pick - 1];
        let mut all = claim.costs.clone();
        all.sort_unstable();
        let cheapest = &all[..claim.pick];
        let sum = |ways: &[(u32, u32)]| {
            ways.iter()
                .fold((0, 0), |sum, way| (sum.0 + way.0, sum.1 + way.1))
        };
        if sum(others).0 + chosen.0 > sum(cheapest).0 {
            return false;
        }
        with += sum(others).1;
        without += sum(cheapest).1;
        own = own.max(chosen.1);
    }
    with + own <= without
}

/// Rows of which the same is left to choose, each paper standing alike, are one choice.
pub(super) type Shape = (Vec<String>, usize, Vec<Rank>);

pub(super) fn shape(claim: &Claim<'_>, wants: &[Want<'_>]) -> Shape {
    let papers = claim.from.iter().map(|ask| ask.called()).collect();
    (papers, claim.pick, ranks(claim, wants))
}

pub(super) fn claims<'g>(guide: &'g Guide, outlook: &Outlook) -> Vec<Claim<'g>> {
    let lines = guide.lines.iter().enumerate();
    let open = lines.filter(|(nth, _)| outlook.status(*nth).1);
    let claim = |(nth, line): (usize, &'g Line)| {
        let (pick, name) = line.pick.as_ref()?;
        Some(Claim {
            guide,
            name,
            needed: outlook.status(nth).0,
            pick: *pick,
            from: line.asks.iter().collect(),
            costs: Vec::new(),
        })
    };
    open.filter_map(claim).collect()
}

/// Originals of a paper that are shown in any case, and the bound that its age has in any case; none when no needed row wants it.
fn brought(called: &str, wants: &[Want<'_>]) -> Option<(u32, Option<u32>)> {
    let needed = wants
        .iter()
        .filter(|want| want.needed && want.called == called);
    let certain = needed.map(|want| {
        let may = || want.may.iter().flatten();
        let shown = may().map(|pieces| pieces.shown).min().unwrap_or_default();
        let laxest = may()
            .map(|pieces| pieces.fresh_days.unwrap_or(u32::MAX))
            .max();
        (shown, laxest.filter(|days| *days < u32::MAX))
    });
    certain.reduce(|one, other| {
        let bound = [one.1, other.1].into_iter().flatten().min();
        (one.0.max(other.0), bound)
    })
}

pub(super) fn cost(ask: &Ask, wants: &[Want<'_>]) -> (u32, u32) {
    let shown = brought(&ask.called(), wants).map_or(0, |(shown, _)| shown);
    Pieces::of(ask, UNCOUNTED).cost(shown)
}

/// How a paper stands in a choice: in all, some or none of the cheapest ways, and whether it would have to be fresher than
/// anyway while another one need not be.
pub(super) type Rank = (u8, bool);

fn ranks(claim: &Claim<'_>, wants: &[Want<'_>]) -> Vec<Rank> {
    // Every way to choose is tried; the cheapest are those that leave least at the office, then bring fewest originals.
    let costs: Vec<(u32, u32)> = claim.from.iter().map(|ask| cost(ask, wants)).collect();
    let ways = (0..1_usize << costs.len()).filter(|way| way.count_ones() as usize == claim.pick);
    let sorted = |way: usize| {
        let mut chosen: Vec<_> = (0..costs.len())
            .filter(|at| way >> at & 1 == 1)
            .map(|at| costs[at])
            .collect();
        chosen.sort_unstable();
        chosen
    };
    let ways: Vec<usize> = ways.collect();
    let least = ways.iter().map(|way| sorted(*way)).min();
    let cheapest: Vec<usize> = ways
        .into_iter()
        .filter(|way| Some(sorted(*way)) == least)
        .collect();
    let bounds: Vec<Option<u32>> = claim.from.iter().map(|ask| new_bound(ask, wants)).collect();
    let rank = |at: usize| {
        let within = cheapest.iter().filter(|way| *way >> at & 1 == 1).count();
        let standing = if within == cheapest.len() {
            0
        } else {
            u8::from(within == 0) + 1
        };
        let laxer = |(other, bound): (usize, &Option<u32>)| {
            other != at && bounds[at].is_some_and(|own| bound.is_none_or(|bound| bound > own))
        };
        (standing, bounds.iter().enumerate().any(laxer))
    };
    (0..claim.from.len()).map(rank).collect()
}

/// The bound on a paper's age that only this choice would bring.
fn new_bound(ask: &Ask, wants: &[Want<'_>]) -> Option<u32> {
    let own = ask.freshness().and_then(|fresh| fresh.days)?;
    let known = brought(&ask.called(), wants).and_then(|(_, bound)| bound);
    known.is_none_or(|known| own < known).then_some(own)
}

/// A paper that is brought anyway and serves the choice: no further original of it, and nothing extra.
pub(super) fn serving(claim: &Claim<'_>, wants: &[Want<'_>]) -> Option<String> {
    if claim.pick == 0 {
        return None;
    }
    let own = |called: &str| {
        let of_guide = |want: &&Want<'_>| want.guide.code == claim.guide.code;
        wants
            .iter()
            .filter(of_guide)
            .any(|want| want.needed && want.called == called)
    };
    let ready = claim
        .from
        .iter()
        .zip(ranks(claim, wants))
        .filter(|(ask, rank)| {
            let is_brought = brought(&ask.called(), wants).is_some();
            is_brought && cost(ask, wants).1 == 0 && rank.0 < 2 && !rank.1
        });
    // The papers are in the order of their numbers, and the first of the least is taken.
    let (ask, _) = ready.min_by_key(|(ask, _)| (cost(ask, wants), !own(&ask.called())))?;
    Some(ask.called())
}
