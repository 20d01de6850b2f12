//! Several guides in one trip, by the contract of the plan: rows of one paper and holder are joined, originals that are shown by
//! the largest number, what stays at the office by the sum, freshness by the tightest, words never.
//!
//! Rows of different guides are joined as if each could come out whatever the others do: all combinations of what each may
//! want are added up one by one.

use std::collections::{BTreeMap, BTreeSet};

use super::{Ask, Guide, Line, Outlook};

/// Pieces of one paper, and how many days old it may be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pieces {
    /// Originals that are shown and given back.
    pub shown: u32,
    /// Originals that stay.
    pub handed_in: u32,
    /// Copies.
    pub copies: u32,
    fresh_days: Option<u32>,
}

impl Pieces {
    fn of(ask: &Ask) -> Self {
        Self {
            shown: if ask.hand_in { 0 } else { ask.originals },
            handed_in: if ask.hand_in { ask.originals } else { 0 },
            copies: ask.copies,
            fresh_days: ask.freshness().and_then(|fresh| fresh.days),
        }
    }

    fn and(self, other: Self) -> Self {
        let bounds = [self.fresh_days, other.fresh_days];
        Self {
            shown: self.shown.max(other.shown),
            handed_in: self.handed_in + other.handed_in,
            copies: self.copies + other.copies,
            fresh_days: bounds.into_iter().flatten().min(),
        }
    }

    /// What it costs where so many originals are shown anyway: what stays, then originals to bring.
    fn cost(self, shown: u32) -> (u32, u32) {
        let originals = self.shown.saturating_sub(shown) + self.handed_in;
        (self.copies + self.handed_in, originals)
    }
}

/// The least and the most of a paper that may be wanted: originals, those of them that stay, copies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Total {
    /// The least of each number.
    pub least: [u32; 3],
    /// The most of each number.
    pub most: [u32; 3],
    /// The tightest bound on its age that may come.
    pub fresh_days: Option<u32>,
    /// In some case all originals come back, in another some stay.
    pub mixed: bool,
}

/// Everything that one row may want of a paper; nothing where it is not on the list.
type May = BTreeSet<Option<Pieces>>;

fn total<'m>(rows: impl IntoIterator<Item = &'m May>) -> Total {
    let mut sums = BTreeSet::from([Pieces::default()]);
    for may in rows {
        let with = |sum: &Pieces| {
            let sum = *sum;
            may.iter()
                .map(move |wanted| sum.and(wanted.unwrap_or_default()))
        };
        sums = sums.iter().flat_map(with).collect();
    }
    let numbers = sums
        .iter()
        .map(|sum| [sum.shown + sum.handed_in, sum.handed_in, sum.copies]);
    let best = |of: fn(u32, u32) -> u32| {
        let join = |one: [u32; 3], other: [u32; 3]| [0, 1, 2].map(|at| of(one[at], other[at]));
        numbers.clone().reduce(join).unwrap_or_default()
    };
    Total {
        least: best(u32::min),
        most: best(u32::max),
        fresh_days: sums.iter().filter_map(|sum| sum.fresh_days).min(),
        mixed: sums.iter().any(|sum| sum.handed_in > 0)
            && sums.iter().any(|sum| sum.handed_in == 0 && sum.shown > 0),
    }
}

/// A text beside a paper, and the titles of those that say it; no titles where every line on the list does.
pub type Said = BTreeSet<(String, BTreeSet<String>)>;

/// What several lines say of one paper.
fn said(lines: &[(&Guide, &Ask)]) -> Said {
    let mut found: BTreeMap<(&str, String), Vec<&str>> = BTreeMap::new();
    for (guide, ask) in lines {
        for key_and_text in ask.said() {
            found.entry(key_and_text).or_default().push(&guide.title);
        }
    }
    let by = |titles: Vec<&str>| {
        let named = titles.len() < lines.len();
        titles
            .into_iter()
            .filter(|_| named)
            .map(str::to_owned)
            .collect()
    };
    found
        .into_iter()
        .map(|((_, text), titles)| (text, by(titles)))
        .collect()
}

/// A guide's line that leaves a choice.
#[derive(Debug, Clone)]
pub struct Claim<'g> {
    guide: &'g Guide,
    name: &'g str,
    needed: bool,
    pick: usize,
    from: Vec<&'g Ask>,
    /// What each paper costs beside what is brought anyway.
    costs: Vec<(u32, u32)>,
}

impl<'g> Claim<'g> {
    fn ask(&self, called: &str) -> &'g Ask {
        let found = self.from.iter().find(|ask| ask.called() == called);
        found.expect("a paper of the choice")
    }

    /// What it wants of a paper when that is chosen.
    fn may(&self, called: &str) -> May {
        let absent = (!self.needed).then_some(None);
        let there = Some(Pieces::of(self.ask(called)));
        absent.into_iter().chain([there]).collect()
    }
}

/// A guide's row that wants one paper.
struct Want<'g> {
    guide: &'g Guide,
    needed: bool,
    called: String,
    may: May,
    asks: Vec<&'g Ask>,
}

/// What kind of row.
#[derive(Debug, Clone)]
pub enum RowKind<'g> {
    /// A paper; the titles of those whose choices it serves.
    Paper(BTreeSet<String>),
    /// So many of several papers; what the choices are called, and they themselves.
    Choice(usize, BTreeSet<String>, Vec<Claim<'g>>),
    /// Only recommended.
    Extra,
}

/// A row of the merged list.
#[derive(Debug, Clone)]
pub struct Row<'g> {
    /// What kind of row.
    pub kind: RowKind<'g>,
    /// Some guide's row is needed.
    pub needed: bool,
    /// Its papers: what each is called, how much is wanted of it, and what is said of it.
    pub papers: Vec<(String, Total, Said)>,
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

/// The list of several guides; `number` orders papers where nothing else decides.
pub fn merged<'g>(trip: &[(&'g Guide, Outlook)], number: &dyn Fn(&str) -> usize) -> Vec<Row<'g>> {
    let wants: Vec<Want<'g>> = trip
        .iter()
        .flat_map(|(guide, outlook)| wants(guide, outlook))
        .collect();
    let mut served: Vec<(String, Claim<'g>)> = Vec::new();
    let mut open: BTreeMap<Shape, Vec<Claim<'g>>> = BTreeMap::new();
    for mut claim in trip
        .iter()
        .flat_map(|(guide, outlook)| claims(guide, outlook))
    {
        claim.from.sort_by_key(|ask| number(&ask.called()));
        while let Some(called) = serving(&claim, &wants) {
            served.push((called.clone(), claim.clone()));
            claim.from.retain(|ask| ask.called() != called);
            claim.pick -= 1;
        }
        if claim.pick > 0 {
            claim.costs = claim.from.iter().map(|ask| cost(ask, &wants)).collect();
            open.entry(shape(&claim, &wants)).or_default().push(claim);
        }
    }
    let called: BTreeSet<&String> = wants.iter().map(|want| &want.called).collect();
    let mut rows: Vec<Row<'g>> = called
        .iter()
        .map(|called| paper_row(called, &wants, &served))
        .collect();
    rows.extend(open.into_values().map(choice_row));
    let listed: BTreeSet<String> = called.into_iter().cloned().collect();
    rows.extend(extras(trip, &listed));
    rows
}

/// Rows of which the same is left to choose, each paper standing alike, are one choice.
type Shape = (Vec<String>, usize, Vec<Rank>);

fn shape(claim: &Claim<'_>, wants: &[Want<'_>]) -> Shape {
    let papers = claim.from.iter().map(|ask| ask.called()).collect();
    (papers, claim.pick, ranks(claim, wants))
}

fn wants<'g>(guide: &'g Guide, outlook: &Outlook) -> Vec<Want<'g>> {
    let mut rows: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (nth, line) in guide.lines.iter().enumerate() {
        if line.pick.is_none() && !line.recommended && outlook.status(nth).1 {
            rows.entry(line.asks[0].called()).or_default().push(nth);
        }
    }
    let row = |(called, lines): (String, Vec<usize>)| {
        let ask = |nth: &usize| &guide.lines[*nth].asks[0];
        let held = |list: &Vec<bool>| {
            let held = lines.iter().filter(|nth| list[**nth]);
            held.map(|nth| Pieces::of(ask(nth))).reduce(Pieces::and)
        };
        let may: May = outlook.lists.iter().map(held).collect();
        Want {
            guide,
            needed: !may.contains(&None),
            called,
            asks: lines.iter().map(ask).collect(),
            may,
        }
    };
    rows.into_iter().map(row).collect()
}

fn claims<'g>(guide: &'g Guide, outlook: &Outlook) -> Vec<Claim<'g>> {
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

fn cost(ask: &Ask, wants: &[Want<'_>]) -> (u32, u32) {
    let shown = brought(&ask.called(), wants).map_or(0, |(shown, _)| shown);
    Pieces::of(ask).cost(shown)
}

/// How a paper stands in a choice: in all, some or none of the cheapest ways, and whether it would have to be fresher than
/// anyway while another one need not be.
type Rank = (u8, bool);

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
fn serving(claim: &Claim<'_>, wants: &[Want<'_>]) -> Option<String> {
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

fn paper_row<'g>(called: &str, wants: &[Want<'g>], served: &[(String, Claim<'g>)]) -> Row<'g> {
    let wants: Vec<&Want<'g>> = wants.iter().filter(|want| want.called == called).collect();
    let served = served.iter().filter(|(paper, _)| paper == called);
    let served: Vec<&Claim<'g>> = served.map(|(_, claim)| claim).collect();
    let by_choice: Vec<May> = served.iter().map(|claim| claim.may(called)).collect();
    let lines = wants
        .iter()
        .flat_map(|want| want.asks.iter().map(|ask| (want.guide, *ask)));
    let lines = lines.chain(served.iter().map(|claim| (claim.guide, claim.ask(called))));
    let lines: Vec<_> = lines.collect();
    let total = total(wants.iter().map(|want| &want.may).chain(&by_choice));
    Row {
        kind: RowKind::Paper(
            served
                .iter()
                .map(|claim| claim.guide.title.clone())
                .collect(),
        ),
        needed: wants.iter().any(|want| want.needed),
        papers: vec![(called.to_owned(), total, said(&lines))],
    }
}

fn choice_row(claims: Vec<Claim<'_>>) -> Row<'_> {
    let papers = claims[0].from.iter().map(|ask| {
        let called = ask.called();
        let lines: Vec<_> = claims
            .iter()
            .map(|claim| (claim.guide, claim.ask(&called)))
            .collect();
        let total = together(&claims.iter().collect::<Vec<_>>(), &called);
        (called, total, said(&lines))
    });
    let names = claims.iter().map(|claim| claim.name.to_owned()).collect();
    Row {
        papers: papers.collect(),
        needed: claims.iter().any(|claim| claim.needed),
        kind: RowKind::Choice(claims[0].pick, names, claims),
    }
}

/// What is only recommended, beside what is on the list anyway: the larger number of each, since nobody asks for it.
fn extras<'g>(trip: &[(&'g Guide, Outlook)], listed: &BTreeSet<String>) -> Vec<Row<'g>> {
    let mut found: BTreeMap<String, Vec<(&'g Guide, &'g Ask, bool)>> = BTreeMap::new();
    for (guide, outlook) in trip {
        for (nth, line) in guide.lines.iter().enumerate() {
            let ((needed, there), called) = (outlook.status(nth), line.asks[0].called());
            if line.recommended && there && !listed.contains(&called) {
                found
                    .entry(called)
                    .or_default()
                    .push((guide, &line.asks[0], needed));
            }
        }
    }
    let row = |(called, lines): (String, Vec<(&'g Guide, &'g Ask, bool)>)| {
        let most = |of: fn(&Ask) -> u32| {
            lines
                .iter()
                .map(|line| of(line.1))
                .max()
                .unwrap_or_default()
        };
        let count = [most(|ask| ask.originals), 0, most(|ask| ask.copies)];
        let total = Total {
            least: count,
            most: count,
            fresh_days: None,
            mixed: false,
        };
        let said = said(
            &lines
                .iter()
                .map(|line| (line.0, line.1))
                .collect::<Vec<_>>(),
        );
        Row {
            kind: RowKind::Extra,
            needed: lines.iter().any(|line| line.2),
            papers: vec![(called, total, said)],
        }
    };
    found.into_iter().map(row).collect()
}
