//! What the list of a plan comes to, in the plainest way: from the lines as a guide writes them and from every completion.
//!
//! Of the engine only the types of the result are used here, not its evaluation.

use std::collections::{BTreeMap, BTreeSet};

use onetrip_widget::rules::{Answer, QuestionKind, QuestionSource};
use onetrip_widget::trip::{Choice, ChoiceWay, Count, Keep, Merged, Paper, Total, Use};

use super::{Branch, Matter, Plan, Sheet};
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
    from: Vec<Way>,
}

/// A way of it, and its place in the row.
#[derive(Clone)]
struct Way {
    at: usize,
    bundles: Vec<Bundle>,
}

/// Papers that do together, with the least and the most that each may come to; `certain`: in every list.
#[derive(Clone)]
struct Bundle {
    certain: bool,
    papers: Vec<(u32, [Pieces; 2])>,
}

/// What makes two ways alike.
type Kind = Vec<(Vec<u32>, bool)>;

impl Way {
    fn kind(&self) -> Kind {
        let of = |bundle: &Bundle| {
            let papers = bundle.papers.iter().map(|(paper, _)| *paper);
            (papers.collect(), bundle.certain)
        };
        self.bundles.iter().map(of).collect()
    }

    /// The paper that is the way by itself, without a condition.
    fn single(&self) -> Option<u32> {
        match &self.kind()[..] {
            [(papers, true)] if papers.len() == 1 => Some(papers[0]),
            _ => None,
        }
    }

    fn ends(&self, paper: u32) -> [Pieces; 2] {
        let mut all = self.bundles.iter().flat_map(|bundle| &bundle.papers);
        all.find(|(known, _)| *known == paper)
            .expect("it is there")
            .1
    }
}

impl Claim {
    fn want(&self, paper: u32, ends: [Pieces; 2]) -> Want {
        let absent = (!self.by.needed).then_some(None);
        let there = ends.map(Some);
        Want {
            by: self.by,
            paper,
            may: absent.into_iter().chain(there).collect(),
        }
    }

    fn way_of(&self, paper: u32) -> Option<usize> {
        self.from.iter().position(|way| way.single() == Some(paper))
    }
}

/// The merged list, from what all completions say.
pub(crate) fn merged(plan: &Plan) -> Vec<Merged> {
    let (fixed, claims) = wants(plan);
    let mut served: Vec<Want> = Vec::new();
    let mut choices: BTreeMap<Shape, Vec<Claim>> = BTreeMap::new();
    for mut claim in claims {
        while let Some((at, bundle)) = serving(&claim, &fixed) {
            let papers = bundle.papers.iter();
            served.extend(papers.map(|(paper, ends)| claim.want(*paper, *ends)));
            claim.from.remove(at);
            claim.pick -= 1;
        }
        if claim.pick > 0 {
            let shape = Shape {
                ways: claim.from.iter().map(Way::kind).collect(),
                pick: claim.pick,
                stand: stand(&claim, &fixed),
                inside: stand_inside(&claim, &fixed),
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
        rows.insert((shape.ways[0][0].0[0], Some(shape)), Merged::Choice(row));
    }
    rows.into_values().collect()
}

/// Rows of which the same is left to choose, each way and in each way every bundle standing alike, are one choice.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Shape {
    ways: Vec<Kind>,
    pick: usize,
    stand: Vec<(u8, bool)>,
    inside: Vec<Vec<(u8, bool)>>,
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
            let sheet = |line: &usize| match &entry.written[*line].from[..] {
                [only] => only.sheet(),
                _ => None,
            };
            if let Some(only) = sheet(&row[0]) {
                let sum = |(held, number): &(Vec<usize>, Option<i64>)| {
                    let sheets = held
                        .iter()
                        .map(|line| pieces(sheet(line).expect("a paper"), *number));
                    sheets.reduce(together)
                };
                fixed.push(Want {
                    by,
                    paper: only.paper,
                    may: lists.iter().map(sum).collect(),
                });
                continue;
            }
            let ways = first.from.iter().enumerate();
            let ways = ways.filter_map(|(at, branch)| way(at, branch, first.item, entry, &truth));
            let mut claim = Claim {
                by,
                pick: first.pick,
                from: ways.collect(),
            };
            if first.pick < first.from.len() {
                claim.from = each_kind_once(claim.from);
            }
            if claim.pick >= claim.from.len() {
                // All are wanted; what has one bundle is no choice any more.
                for way in claim.from.clone() {
                    if let [bundle] = &way.bundles[..] {
                        let papers = bundle.papers.iter();
                        fixed.extend(papers.map(|(paper, ends)| claim.want(*paper, *ends)));
                    }
                }
                claim.from.retain(|way| way.bundles.len() > 1);
                claim.pick = claim.from.len();
            }
            if claim.pick > 0 {
                open.push(claim);
            }
        }
    }
    (fixed, open)
}

/// What may count of a way in some list that has the line.
fn way(
    at: usize,
    branch: &Branch,
    line: Option<usize>,
    entry: &Matter,
    truth: &Truth,
) -> Option<Way> {
    let lists = truth
        .completions
        .iter()
        .filter_map(|(situation, outcome)| match outcome {
            Outcome::Stop(_) => None,
            Outcome::List(list) => Some((situation, list)),
        });
    let lists: Vec<(&Situation, &Vec<bool>)> = lists.collect();
    let counts = number_of(entry);
    let bundles = branch
        .bundles()
        .into_iter()
        .filter_map(|(conditions, sheets)| {
            // Whether it is certain is asked of a way with a condition of its own in every list, else in every list with the line.
            let own = !conditions.is_empty();
            let holds = |list: &[bool]| conditions.iter().chain(&line).all(|item| list[*item]);
            let there: Vec<&(&Situation, &Vec<bool>)> =
                lists.iter().filter(|(_, list)| holds(list)).collect();
            let numbers: BTreeSet<Option<i64>> = there
                .iter()
                .map(|(situation, _)| counts(situation))
                .collect();
            let ends = |sheet: &Sheet| {
                let ends = [numbers.first(), numbers.last()];
                (
                    sheet.paper,
                    ends.map(|number| pieces(sheet, *number.expect("it is there"))),
                )
            };
            (!there.is_empty()).then(|| Bundle {
                certain: !own || there.len() == lists.len(),
                papers: sheets.iter().map(ends).collect(),
            })
        });
    let bundles: Vec<Bundle> = bundles.collect();
    (!bundles.is_empty()).then_some(Way { at, bundles })
}

/// The answer that counts papers.
fn number_of(matter: &Matter) -> impl Fn(&Situation) -> Option<i64> {
    let is_number = |asked: &QuestionSource| matches!(asked.kind, QuestionKind::Number { .. });
    let counts = matter.source.questions.iter().position(is_number);
    move |situation: &Situation| match situation[counts?] {
        Answer::Number(number) => Some(number),
        _ => None,
    }
}

/// Which lines of a row hold, in every completion that has a list, and what the number is there that counts papers.
fn lists(matter: &Matter, row: &[usize], truth: &Truth) -> BTreeSet<(Vec<usize>, Option<i64>)> {
    let number = number_of(matter);
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

/// Of ways of one kind the first, until one comes that costs less whatever the number is.
fn each_kind_once(ways: Vec<Way>) -> Vec<Way> {
    let mut from: BTreeMap<Kind, Way> = BTreeMap::new();
    for way in ways {
        let known = from.entry(way.kind()).or_insert_with(|| way.clone());
        if worst(&way, &[]) < best(known, &[]) {
            *known = way;
        }
    }
    from.into_values().collect()
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

/// Every choice of so many.
fn subsets(of: usize, pick: usize) -> Vec<BTreeSet<usize>> {
    let set = |bits: u32| (0..of).filter(|nth| bits >> nth & 1 == 1).collect();
    let sets = (0..1_u32 << of).map(set);
    sets.filter(|set: &BTreeSet<usize>| set.len() == pick)
        .collect()
}

/// Beyond every cost, and far from the largest number: costs are added.
const NEVER: [u32; 2] = [1_000_000, 1_000_000];

fn bundle_cost(bundle: &Bundle, end: usize, fixed: &[Want]) -> [u32; 2] {
    let one = |(paper, ends): &(u32, [Pieces; 2])| {
        let shown = certain(*paper, fixed).map_or(0, |(shown, _)| shown);
        cost(&ends[end], shown)
    };
    let costs = bundle.papers.iter().map(one);
    costs.fold([0, 0], |[stay, bring], [s, b]| [stay + s, bring + b])
}

/// What the way costs at most beside what is brought anyway: of what counts for certain the cheapest.
fn worst(way: &Way, fixed: &[Want]) -> [u32; 2] {
    let certain = way.bundles.iter().filter(|bundle| bundle.certain);
    let costs = certain.map(|bundle| bundle_cost(bundle, 1, fixed));
    costs.min().unwrap_or(NEVER)
}

/// What it costs at least.
fn best(way: &Way, fixed: &[Want]) -> [u32; 2] {
    let costs = way.bundles.iter();
    let costs = costs.map(|bundle| bundle_cost(bundle, 0, fixed));
    costs.min().expect("there is a bundle")
}

/// What each way costs: at most the one that is judged, the others at least.
fn costs(claim: &Claim, judged: Option<usize>, fixed: &[Want]) -> Vec<[u32; 2]> {
    let of = |(at, way): (usize, &Way)| {
        if Some(at) == judged {
            worst(way, fixed)
        } else {
            best(way, fixed)
        }
    };
    claim.from.iter().enumerate().map(of).collect()
}

fn sum(costs: &[[u32; 2]], set: &BTreeSet<usize>) -> [u32; 2] {
    let costs = set.iter().map(|at| costs[*at]);
    costs.fold([0, 0], |[stay, bring], [s, b]| [stay + s, bring + b])
}

/// What the cheapest choice costs at least, or where one way costs as much as it may.
fn price(claim: &Claim, judged: Option<usize>, fixed: &[Want]) -> [u32; 2] {
    let costs = costs(claim, judged, fixed);
    let sets = subsets(claim.from.len(), claim.pick);
    let costs = sets.iter().map(|set| sum(&costs, set));
    costs.min().expect("there is a way")
}

/// What the cheapest choice with this way costs.
fn price_with(claim: &Claim, at: usize, judged: Option<usize>, fixed: &[Want]) -> [u32; 2] {
    let costs = costs(claim, judged, fixed);
    let sets = subsets(claim.from.len(), claim.pick);
    let with = sets.iter().filter(|set| set.contains(&at));
    with.map(|set| sum(&costs, set))
        .min()
        .expect("there is a way")
}

/// The cheapest choices, when the way costs as much as it may and the others as little.
fn cheapest_sets(claim: &Claim, at: usize, fixed: &[Want]) -> Vec<BTreeSet<usize>> {
    let costs = costs(claim, Some(at), fixed);
    let mut sets = subsets(claim.from.len(), claim.pick);
    let least = sets.iter().map(|set| sum(&costs, set)).min();
    sets.retain(|set| Some(sum(&costs, set)) == least);
    sets
}

/// Whether some paper of the way would have to be fresher than it has to be anyway, while another way need not be as fresh.
fn is_fresher(claim: &Claim, at: usize, fixed: &[Want]) -> bool {
    let new = |(paper, ends): &(u32, [Pieces; 2])| {
        let known = certain(*paper, fixed).and_then(|(_, fresh)| fresh);
        let bound = ends[1].fresh_days?;
        known.is_none_or(|known| bound < known).then_some(bound)
    };
    let of = |bundle: &Bundle| bundle.papers.iter().filter_map(new).min();
    let own = claim.from[at].bundles.iter().filter_map(of).min();
    let others = (0..claim.from.len()).filter(|other| *other != at);
    let mut others = others.flat_map(|other| &claim.from[other].bundles);
    own.is_some_and(|new| others.any(|other| of(other).is_none_or(|days| days > new)))
}

/// For each way: in all of the cheapest choices (0), in some (1), in none (2); and whether it would have to be fresher.
fn stand(claim: &Claim, fixed: &[Want]) -> Vec<(u8, bool)> {
    let of = |at: usize| {
        let sets = cheapest_sets(claim, at, fixed);
        let within = sets.iter().filter(|set| set.contains(&at)).count();
        let stands = if within == sets.len() {
            0
        } else {
            2 - u8::from(within > 0)
        };
        (stands, is_fresher(claim, at, fixed))
    };
    (0..claim.from.len()).map(of).collect()
}

/// How the bundles of each way stand among each other.
fn stand_inside(claim: &Claim, fixed: &[Want]) -> Vec<Vec<(u8, bool)>> {
    let inside = |way: &Way| {
        let bundles = way.bundles.iter().cloned();
        let alone = |bundle| Way {
            at: way.at,
            bundles: vec![bundle],
        };
        let from = bundles.map(alone).collect();
        let of = Claim {
            by: claim.by,
            pick: 1,
            from,
        };
        stand(&of, fixed)
    };
    claim.from.iter().map(inside).collect()
}

/// A way whose papers are brought anyway and satisfy the choice at no extra cost.
fn serving(claim: &Claim, fixed: &[Want]) -> Option<(usize, Bundle)> {
    if claim.pick == 0 {
        return None;
    }
    let own = |paper: u32| {
        let is_own = |want: &Want| want.by.needed && want.by.matter == claim.by.matter;
        fixed.iter().any(|want| want.paper == paper && is_own(want))
    };
    let stand = stand(claim, fixed);
    let mut ready = Vec::new();
    for (at, way) in claim.from.iter().enumerate() {
        let (within, fresher) = stand[at];
        for bundle in way.bundles.iter().filter(|bundle| bundle.certain) {
            let cost = bundle_cost(bundle, 1, fixed);
            let papers: Vec<u32> = bundle.papers.iter().map(|(paper, _)| *paper).collect();
            let brought = papers.iter().all(|paper| certain(*paper, fixed).is_some());
            // Nothing is brought anyway that has to be brought once more.
            if within < 2 && !fresher && brought && cost[1] == 0 && cost == worst(way, fixed) {
                let foreign = papers.iter().any(|paper| !own(*paper));
                ready.push(((cost, foreign, papers), (at, bundle.clone())));
            }
        }
    }
    let first = ready
        .into_iter()
        .min_by(|(one, _), (other, _)| one.cmp(other));
    first.map(|(_, found)| found)
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
    let way = |at: usize| {
        let mut papers: Vec<u32> = Vec::new();
        for (bundle, _) in &shape.ways[at] {
            for paper in bundle {
                if !papers.contains(paper) {
                    papers.push(*paper);
                }
            }
        }
        let of = |paper: u32| {
            let wants = claims
                .iter()
                .map(|claim| claim.want(paper, claim.from[at].ends(paper)));
            total(paper, wants.collect::<Vec<_>>().iter())
        };
        ChoiceWay {
            at: claims.iter().map(|claim| claim.from[at].at).collect(),
            papers: papers.into_iter().map(of).collect(),
        }
    };
    Choice {
        pick: u32::try_from(shape.pick).expect("small"),
        from: (0..shape.ways.len()).map(way).collect(),
        needed: claims.iter().any(|claim| claim.by.needed),
        uses: claims.iter().map(|claim| claim.by).collect(),
        suggested,
    }
}

/// For each choice the paper that is suggested, with the total over all choices that it is suggested for.
fn suggestions(choices: &BTreeMap<Shape, Vec<Claim>>, fixed: &[Want]) -> Vec<Option<Total>> {
    let shapes: Vec<(&Shape, &Vec<Claim>)> = choices.iter().collect();
    let mut suggested: Vec<Option<Total>> = vec![None; shapes.len()];
    // No more may stay than with the cheapest way of each choice, however much the paper itself comes to.
    let can_serve = |at: usize, paper: u32| {
        shapes[at].1.iter().all(|claim| {
            claim.way_of(paper).is_some_and(|at| {
                claim.from[at].ends(paper)[1].handed_in == 0
                    && !is_fresher(claim, at, fixed)
                    && price_with(claim, at, Some(at), fixed)[0] == price(claim, Some(at), fixed)[0]
            })
        })
    };
    // No more originals may be brought than with the cheapest ways together; those of the paper are brought once. Tried
    // with as many as each of the rows may want of it, and as few as the others may.
    let is_cheap = |places: &[usize], paper: u32| {
        let claims: Vec<&Claim> = places.iter().flat_map(|at| shapes[*at].1).collect();
        let at = |claim: &Claim| claim.way_of(paper).expect("it can serve");
        (0..claims.len()).all(|most| {
            let (mut once, mut beside, mut without) = (0, 0, 0);
            for (nth, claim) in claims.iter().enumerate() {
                let own = |judged: Option<usize>| costs(claim, judged, fixed)[at(claim)][1];
                let judged = (nth == most).then(|| at(claim));
                once = once.max(own(judged));
                beside += price_with(claim, at(claim), judged, fixed)[1] - own(judged);
                without += price(claim, judged, fixed)[1];
            }
            beside + once <= without
        })
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
            .flat_map(|(_, claims)| &claims[0].from)
            .filter_map(Way::single)
            .collect();
        // The last of the largest is the smallest paper when they come in reverse.
        let best = papers
            .into_iter()
            .rev()
            .max_by_key(|paper| serves(*paper).len());
        match best.map(|paper| (paper, serves(paper))) {
            Some((paper, places)) if places.len() >= 2 => {
                let claims = places.iter().flat_map(|at| shapes[*at].1);
                let wants: Vec<Want> = claims
                    .map(|claim| {
                        let at = claim.way_of(paper).expect("it can serve");
                        claim.want(paper, claim.from[at].ends(paper))
                    })
                    .collect();
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
        let costs: Vec<[u32; 2]> = claim.from.iter().map(|way| best(way, &[])).collect();
        let sets = subsets(claim.from.len(), claim.pick);
        let stay = sets.iter().map(|set| sum(&costs, set)[0]).min();
        stay.expect("there is a way")
    });
    by_name.chain(chosen).sum()
}
