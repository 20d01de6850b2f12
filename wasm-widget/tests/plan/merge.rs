//! What the list of a plan comes to, in the plainest way: from the lines as a guide writes them and from every completion.
//!
//! Of the engine only the types of the result are used here, not its evaluation.

use std::collections::{BTreeMap, BTreeSet};

use onetrip_widget::rules::{Answer, QuestionKind, QuestionSource};
use onetrip_widget::trip::{Choice, Count, Keep, Merged, Paper, Total, Use};

use super::{Matter, Plan, Sheet};
use crate::support::{Outcome, Situation, Truth};

/// Pieces of one paper: shown, handed in, copies, and the bound on its age.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Pieces {
    shown: u32,
    handed_in: u32,
    copies: u32,
    fresh_days: Option<u32>,
}

/// A row that wants a paper: everything that it comes to in some completion; nothing where it is not on the list.
#[derive(Clone)]
struct Want {
    by: Use,
    paper: u32,
    may: BTreeSet<Option<Pieces>>,
}

/// A row that leaves a choice.
#[derive(Clone)]
struct Claim {
    by: Use,
    pick: usize,
    /// The least and the most that each paper may come to.
    from: BTreeMap<u32, [Pieces; 2]>,
}

impl Claim {
    fn want(&self, paper: u32) -> Want {
        let absent = (!self.by.needed).then_some(None);
        let there = self.from[&paper].map(Some);
        Want {
            by: self.by,
            paper,
            may: absent.into_iter().chain(there).collect(),
        }
    }
}

/// The merged list, from what all completions say.
pub(crate) fn merged(plan: &Plan) -> Vec<Merged> {
    let (fixed, claims) = wants(plan);
    let mut served: Vec<Want> = Vec::new();
    let mut choices: BTreeMap<Shape, Vec<Claim>> = BTreeMap::new();
    for mut claim in claims {
        while let Some(paper) = serving(&claim, &fixed) {
            served.push(claim.want(paper));
            claim.from.remove(&paper);
            claim.pick -= 1;
        }
        if claim.pick > 0 {
            let shape = Shape {
                papers: claim.from.keys().copied().collect(),
                pick: claim.pick,
                stand: stand(&claim, &fixed),
            };
            choices.entry(shape).or_default().push(claim);
        }
    }
    let mut rows: BTreeMap<(u32, Option<Shape>), Merged> = BTreeMap::new();
    for paper in fixed
        .iter()
        .map(|want| want.paper)
        .collect::<BTreeSet<u32>>()
    {
        let row = paper_row(paper, &fixed, &served);
        rows.insert((paper, None), Merged::Paper(row));
    }
    let suggested = suggestions(&choices, &fixed);
    for ((shape, claims), suggested) in choices.into_iter().zip(suggested) {
        let row = choice_row(&shape, &claims, suggested);
        rows.insert((shape.papers[0], Some(shape)), Merged::Choice(row));
    }
    rows.into_values().collect()
}

/// Rows of which the same is left to choose, each paper standing alike, are one choice.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Shape {
    papers: Vec<u32>,
    pick: usize,
    stand: Vec<(u8, bool)>,
}

/// What is wanted by name, and what leaves a choice.
fn wants(plan: &Plan) -> (Vec<Want>, Vec<Claim>) {
    let (mut fixed, mut open) = (Vec::new(), Vec::new());
    for ((matter, entry), truth) in plan.matters.iter().enumerate().zip(plan.truths()) {
        for (line, row) in entry.rows().into_iter().enumerate() {
            let lists = lists(entry, &row, &truth);
            if lists.iter().all(|(held, _)| held.is_empty()) {
                continue;
            }
            let needed = !lists.iter().any(|(held, _)| held.is_empty());
            let by = Use {
                matter,
                line,
                needed,
            };
            let first = &entry.written[row[0]];
            if let [sheet] = first.from[..] {
                let sum = |(held, number): &(Vec<usize>, Option<i64>)| {
                    let sheets = held
                        .iter()
                        .map(|line| pieces(&entry.written[*line].from[0], *number));
                    sheets.reduce(together)
                };
                fixed.push(Want {
                    by,
                    paper: sheet.paper,
                    may: lists.iter().map(sum).collect(),
                });
                continue;
            }
            let listed = lists.iter().filter(|(held, _)| !held.is_empty());
            let numbers: BTreeSet<Option<i64>> = listed.map(|(_, number)| *number).collect();
            let claim = Claim {
                by,
                pick: first.pick,
                from: cheapest(&first.from, &numbers),
            };
            if first.pick == first.from.len() {
                for sheet in &first.from {
                    let alone = Claim {
                        from: cheapest(&[*sheet], &numbers),
                        ..claim.clone()
                    };
                    fixed.push(alone.want(sheet.paper));
                }
            } else if first.pick >= claim.from.len() {
                fixed.extend(claim.from.keys().map(|paper| claim.want(*paper)));
            } else {
                open.push(claim);
            }
        }
    }
    (fixed, open)
}

/// Which lines of a row hold, in every completion that has a list, and what the number is there that counts papers.
fn lists(matter: &Matter, row: &[usize], truth: &Truth) -> BTreeSet<(Vec<usize>, Option<i64>)> {
    let is_number = |asked: &QuestionSource| matches!(asked.kind, QuestionKind::Number { .. });
    let counts = matter.source.questions.iter().position(is_number);
    let number = |situation: &Situation| match situation[counts?] {
        Answer::Number(number) => Some(number),
        _ => None,
    };
    let held = |list: &Vec<bool>| {
        let holds = |line: &&usize| matter.written[**line].item.is_none_or(|item| list[item]);
        row.iter().filter(holds).copied().collect()
    };
    let completions = truth.completions.iter();
    completions
        .filter_map(|(situation, outcome)| match outcome {
            Outcome::Stop(_) => None,
            Outcome::List(list) => Some((held(list), number(situation))),
        })
        .collect()
}

fn pieces(sheet: &Sheet, number: Option<i64>) -> Pieces {
    let number = number.filter(|_| sheet.counts.is_some()).unwrap_or(0);
    let counted = u32::try_from(number).unwrap_or(0);
    let originals = sheet.originals + sheet.each[0] * counted;
    Pieces {
        shown: if sheet.hand_in { 0 } else { originals },
        handed_in: if sheet.hand_in { originals } else { 0 },
        copies: sheet.copies + sheet.each[1] * counted,
        fresh_days: sheet.fresh_days.filter(|days| *days > 0),
    }
}

/// Shown: the largest number; handed in: the sum; freshness: the tightest.
fn together(one: Pieces, other: Pieces) -> Pieces {
    Pieces {
        shown: one.shown.max(other.shown),
        handed_in: one.handed_in + other.handed_in,
        copies: one.copies + other.copies,
        fresh_days: [one.fresh_days, other.fresh_days]
            .into_iter()
            .flatten()
            .min(),
    }
}

/// The papers of a choice; of one that is there twice the first, until one comes that costs less whatever the number is.
fn cheapest(sheets: &[Sheet], numbers: &BTreeSet<Option<i64>>) -> BTreeMap<u32, [Pieces; 2]> {
    let mut from: BTreeMap<u32, [Pieces; 2]> = BTreeMap::new();
    for sheet in sheets {
        let ends = [numbers.first(), numbers.last()];
        let way = ends.map(|number| pieces(sheet, *number.expect("the row is listed")));
        let known = from.entry(sheet.paper).or_insert(way);
        if cost(&way[1], 0) < cost(&known[0], 0) {
            *known = way;
        }
    }
    from
}

/// What stays at the office, then the originals to bring beside those that are shown anyway.
fn cost(pieces: &Pieces, shown: u32) -> [u32; 2] {
    [
        pieces.copies + pieces.handed_in,
        pieces.handed_in + pieces.shown.saturating_sub(shown),
    ]
}

/// What is certain of a paper: that some needed row wants it, how many are shown at least, how fresh it must be at least.
fn certain(paper: u32, fixed: &[Want]) -> Option<(u32, Option<u32>)> {
    let wants = fixed
        .iter()
        .filter(|want| want.paper == paper && want.by.needed);
    let least = wants.map(|want| {
        let may = || want.may.iter().map(|pieces| pieces.expect("it is needed"));
        let any_age = may().any(|pieces| pieces.fresh_days.is_none());
        let laxest = may().filter_map(|pieces| pieces.fresh_days).max();
        let shown = may()
            .map(|pieces| pieces.shown)
            .min()
            .expect("it comes to something");
        (shown, laxest.filter(|_| !any_age))
    });
    least.reduce(|one, other| {
        (
            one.0.max(other.0),
            [one.1, other.1].into_iter().flatten().min(),
        )
    })
}

/// Every way to satisfy a choice.
fn ways(papers: &[u32], pick: usize) -> Vec<BTreeSet<u32>> {
    let set = |bits: u32| {
        let of = |(nth, paper): (usize, &u32)| (bits >> nth & 1 == 1).then_some(*paper);
        papers
            .iter()
            .enumerate()
            .filter_map(of)
            .collect::<BTreeSet<u32>>()
    };
    let sets = (0..1_u32 << papers.len()).map(set);
    sets.filter(|set| set.len() == pick).collect()
}

/// What each paper of a choice costs beside what is brought anyway: at most the one that is judged, the others at least.
fn costs(claim: &Claim, judged: u32, fixed: &[Want]) -> BTreeMap<u32, [u32; 2]> {
    let of = |(paper, [least, most]): (&u32, &[Pieces; 2])| {
        let shown = certain(*paper, fixed).map_or(0, |(shown, _)| shown);
        let way = if *paper == judged { most } else { least };
        (*paper, cost(way, shown))
    };
    claim.from.iter().map(of).collect()
}

/// What the paper costs at most.
fn extra(claim: &Claim, paper: u32, fixed: &[Want]) -> [u32; 2] {
    costs(claim, paper, fixed)[&paper]
}

/// What a way costs.
fn sum(costs: &BTreeMap<u32, [u32; 2]>, way: &BTreeSet<u32>) -> [u32; 2] {
    let costs = way.iter().map(|paper| costs[paper]);
    costs.fold([0, 0], |[stay, bring], [s, b]| [stay + s, bring + b])
}

fn all_ways(claim: &Claim) -> Vec<BTreeSet<u32>> {
    let papers: Vec<u32> = claim.from.keys().copied().collect();
    ways(&papers, claim.pick)
}

/// What the cheapest way costs at least.
fn price(claim: &Claim, fixed: &[Want]) -> [u32; 2] {
    let costs = costs(claim, u32::MAX, fixed);
    let costs = all_ways(claim).into_iter().map(|way| sum(&costs, &way));
    costs.min().expect("there is a way")
}

/// What the cheapest way with this paper costs.
fn price_with(claim: &Claim, paper: u32, fixed: &[Want]) -> [u32; 2] {
    let costs = costs(claim, paper, fixed);
    let with = all_ways(claim)
        .into_iter()
        .filter(|way| way.contains(&paper));
    with.map(|way| sum(&costs, &way))
        .min()
        .expect("there is a way")
}

/// The cheapest ways, when the paper costs as much as it may and the others as little.
fn cheapest_ways(claim: &Claim, paper: u32, fixed: &[Want]) -> Vec<BTreeSet<u32>> {
    let costs = costs(claim, paper, fixed);
    let mut ways = all_ways(claim);
    let least = ways.iter().map(|way| sum(&costs, way)).min();
    ways.retain(|way| Some(sum(&costs, way)) == least);
    ways
}

/// Whether the paper would have to be fresher than it has to be anyway, while another one need not be as fresh.
fn is_fresher(claim: &Claim, paper: u32, fixed: &[Want]) -> bool {
    let bound = |paper: &u32| {
        let known = certain(*paper, fixed).and_then(|(_, fresh)| fresh);
        let bound = claim.from[paper][1].fresh_days?;
        known.is_none_or(|known| bound < known).then_some(bound)
    };
    let others = claim.from.keys().filter(|other| **other != paper);
    bound(&paper).is_some_and(|new| {
        others
            .into_iter()
            .any(|other| bound(other).is_none_or(|days| days > new))
    })
}

/// For each paper: in all of the cheapest ways (0), in some (1), in none (2); and whether it would have to be fresher.
fn stand(claim: &Claim, fixed: &[Want]) -> Vec<(u8, bool)> {
    let of = |paper: &u32| {
        let ways = cheapest_ways(claim, *paper, fixed);
        let within = ways.iter().filter(|way| way.contains(paper)).count();
        let stands = if within == ways.len() {
            0
        } else {
            2 - u8::from(within > 0)
        };
        (stands, is_fresher(claim, *paper, fixed))
    };
    claim.from.keys().map(of).collect()
}

fn free(claim: &Claim, fixed: &[Want]) -> Vec<u32> {
    let stand = stand(claim, fixed);
    let papers = claim.from.keys().zip(stand);
    let free = papers.filter(|(_, (within, fresher))| *within < 2 && !fresher);
    free.map(|(paper, _)| *paper).collect()
}

/// A paper that is brought anyway and satisfies the choice at no extra cost.
fn serving(claim: &Claim, fixed: &[Want]) -> Option<u32> {
    if claim.pick == 0 {
        return None;
    }
    let own = |paper: u32| {
        let is_own = |want: &Want| want.by.needed && want.by.matter == claim.by.matter;
        fixed.iter().any(|want| want.paper == paper && is_own(want))
    };
    let mut ready = free(claim, fixed);
    // Nothing is brought anyway that has to be brought once more.
    ready.retain(|paper| certain(*paper, fixed).is_some() && extra(claim, *paper, fixed)[1] == 0);
    ready
        .into_iter()
        .min_by_key(|paper| (extra(claim, *paper, fixed), !own(*paper), *paper))
}

/// The numbers to which rows may come together, whatever each of them comes to.
fn total<'a>(paper: u32, wants: impl Iterator<Item = &'a Want>) -> Total {
    let mut sums = BTreeSet::from([Pieces::default()]);
    for want in wants {
        let may = || want.may.iter().map(|pieces| pieces.unwrap_or_default());
        sums = sums
            .iter()
            .flat_map(|sum| may().map(|one| together(*sum, one)))
            .collect();
    }
    let count = |best: fn(BTreeSet<u32>) -> Option<u32>| {
        let of = |number: fn(&Pieces) -> u32| best(sums.iter().map(number).collect()).expect("one");
        Count {
            originals: of(|sum| sum.shown + sum.handed_in),
            handed_in: of(|sum| sum.handed_in),
            copies: of(|sum| sum.copies),
        }
    };
    let stay: BTreeSet<u32> = sums.iter().map(|sum| sum.handed_in).collect();
    let keep = if sums.iter().all(|sum| sum.handed_in == 0) {
        Keep::Back
    } else if sums.iter().all(|sum| sum.shown == 0) {
        Keep::Stay
    } else if stay.len() == 1 {
        Keep::Some
    } else {
        Keep::Open
    };
    Total {
        paper,
        keep,
        least: count(|numbers| numbers.first().copied()),
        most: count(|numbers| numbers.last().copied()),
        fresh_days: sums.iter().filter_map(|sum| sum.fresh_days).min(),
    }
}

fn paper_row(paper: u32, fixed: &[Want], served: &[Want]) -> Paper {
    let of = |wants: &[Want]| {
        let mut uses: Vec<Use> = Vec::new();
        for want in wants.iter().filter(|want| want.paper == paper) {
            if !uses.contains(&want.by) {
                uses.push(want.by);
            }
        }
        uses
    };
    let wants = fixed.iter().chain(served);
    Paper {
        total: total(paper, wants.filter(|want| want.paper == paper)),
        needed: of(fixed).iter().any(|by| by.needed),
        uses: of(fixed),
        serves: of(served),
    }
}

fn choice_row(shape: &Shape, claims: &[Claim], suggested: Option<Total>) -> Choice {
    let of = |paper: &u32| {
        let wants: Vec<Want> = claims.iter().map(|claim| claim.want(*paper)).collect();
        total(*paper, wants.iter())
    };
    Choice {
        pick: u32::try_from(shape.pick).expect("small"),
        from: shape.papers.iter().map(of).collect(),
        needed: claims.iter().any(|claim| claim.by.needed),
        uses: claims.iter().map(|claim| claim.by).collect(),
        suggested,
    }
}

/// For each choice the paper that is suggested, with the total over all choices that it is suggested for.
fn suggestions(choices: &BTreeMap<Shape, Vec<Claim>>, fixed: &[Want]) -> Vec<Option<Total>> {
    let shapes: Vec<(&Shape, &Vec<Claim>)> = choices.iter().collect();
    let mut suggested: Vec<Option<Total>> = vec![None; shapes.len()];
    // No more may stay than with the cheapest way of each choice.
    let can_serve = |at: usize, paper: u32| {
        shapes[at].1.iter().all(|claim| {
            claim
                .from
                .get(&paper)
                .is_some_and(|[_, most]| most.handed_in == 0)
                && !is_fresher(claim, paper, fixed)
                && price_with(claim, paper, fixed)[0] == price(claim, fixed)[0]
        })
    };
    // No more originals may be brought than with the cheapest ways together; those of the paper are brought once.
    let is_cheap = |places: &[usize], paper: u32| {
        let claims = || places.iter().flat_map(|at| shapes[*at].1);
        let own = |claim: &Claim| extra(claim, paper, fixed)[1];
        let others: u32 = claims()
            .map(|claim| price_with(claim, paper, fixed)[1] - own(claim))
            .sum();
        let once = claims().map(own).max().unwrap_or(0);
        others + once <= claims().map(|claim| price(claim, fixed)[1]).sum()
    };
    loop {
        let serves = |paper: u32| {
            let open = (0..shapes.len()).filter(|at| suggested[*at].is_none());
            let places: Vec<usize> = open.filter(|at| can_serve(*at, paper)).collect();
            if is_cheap(&places, paper) {
                places
            } else {
                Vec::new()
            }
        };
        let papers: BTreeSet<u32> = shapes
            .iter()
            .flat_map(|(shape, _)| shape.papers.clone())
            .collect();
        // The last of the largest is the smallest paper when they come in reverse.
        let best = papers
            .into_iter()
            .rev()
            .max_by_key(|paper| serves(*paper).len());
        match best.map(|paper| (paper, serves(paper))) {
            Some((paper, places)) if places.len() >= 2 => {
                let claims = places.iter().flat_map(|at| shapes[*at].1);
                let wants: Vec<Want> = claims.map(|claim| claim.want(paper)).collect();
                let together = total(paper, wants.iter());
                for at in places {
                    suggested[at] = Some(together);
                }
            }
            _ => return suggested,
        }
    }
}

/// The fewest pieces that must stay at the office for everything that is needed, whatever one chooses.
pub(crate) fn fewest_that_stay(plan: &Plan) -> u32 {
    let (fixed, claims) = wants(plan);
    let by_name = fixed.iter().filter(|want| want.by.needed).map(|want| {
        let stay = want
            .may
            .iter()
            .flatten()
            .map(|pieces| pieces.copies + pieces.handed_in);
        stay.min().expect("it comes to something")
    });
    let chosen = claims.iter().filter(|claim| claim.by.needed).map(|claim| {
        let papers: Vec<u32> = claim.from.keys().copied().collect();
        let stay = |way: &BTreeSet<u32>| {
            way.iter()
                .map(|paper| cost(&claim.from[paper][0], 0)[0])
                .sum::<u32>()
        };
        ways(&papers, claim.pick)
            .iter()
            .map(stay)
            .min()
            .expect("there is a way")
    });
    by_name.chain(chosen).sum()
}
