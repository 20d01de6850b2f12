//! What the list of a plan comes to, in the plainest way.
//!
//! Of the engine only the types of input and result are used here, not its evaluation.

use std::collections::{BTreeMap, BTreeSet};

use onetrip_widget::trip::{Choice, Count, Line, Merged, Need, Paper, Total, Use};

use super::Plan;

/// A line that counts.
#[derive(Clone)]
struct Claim {
    by: Use,
    pick: usize,
    from: Vec<Need>,
}

/// The merged list, from what all completions say.
pub(crate) fn merged(plan: &Plan) -> Vec<Merged> {
    let (fixed, open) = claims(plan);
    let sure: BTreeSet<u32> = fixed
        .iter()
        .filter(|(by, _)| by.needed)
        .map(|(_, need)| need.paper)
        .collect();
    let mut served: Vec<(Use, Need)> = Vec::new();
    let mut choices: BTreeMap<(Vec<u32>, usize), Vec<Claim>> = BTreeMap::new();
    for Claim { by, pick, from } in open {
        let own = |paper| {
            fixed.iter().any(|(other, need)| {
                other.needed && other.matter == by.matter && need.paper == paper
            })
        };
        let (mut ready, left): (Vec<Need>, Vec<Need>) = from
            .into_iter()
            .partition(|need| sure.contains(&need.paper));
        ready.sort_by_key(|need| (!own(need.paper), cost(need), need.paper));
        ready.truncate(pick);
        let pick = pick - ready.len();
        served.extend(ready.into_iter().map(|need| (by, need)));
        if pick > 0 {
            let papers = left.iter().map(|need| need.paper).collect();
            choices.entry((papers, pick)).or_default().push(Claim {
                by,
                pick,
                from: left,
            });
        }
    }
    let mut rows: BTreeMap<(u32, Vec<u32>, usize), Merged> = BTreeMap::new();
    for paper in fixed
        .iter()
        .map(|(_, need)| need.paper)
        .collect::<BTreeSet<u32>>()
    {
        rows.insert(
            (paper, Vec::new(), 0),
            Merged::Paper(paper_row(paper, &fixed, &served)),
        );
    }
    let suggested = suggestions(
        &choices
            .keys()
            .map(|(papers, _)| papers.clone())
            .collect::<Vec<_>>(),
    );
    for (((papers, pick), claims), suggested) in choices.into_iter().zip(suggested) {
        let row = choice_row(&papers, pick, &claims, suggested);
        rows.insert((papers[0], papers, pick), Merged::Choice(row));
    }
    rows.into_values().collect()
}

/// What is wanted by name, and what leaves a choice.
fn claims(plan: &Plan) -> (Vec<(Use, Need)>, Vec<Claim>) {
    let (mut fixed, mut open) = (Vec::new(), Vec::new());
    for ((matter, entry), truth) in plan.matters.iter().enumerate().zip(plan.truths()) {
        for (line, Line { item, pick, from }) in entry.lines.0.iter().enumerate() {
            let item = item.map(|item| usize::try_from(item).expect("small"));
            if !truth.has_list() || item.is_some_and(|item| truth.is_not_needed(item)) {
                continue;
            }
            let by = Use {
                matter,
                line,
                needed: item.is_none_or(|item| truth.is_needed(item)),
            };
            let pick = usize::try_from(*pick).expect("small");
            let mut cheapest: BTreeMap<u32, Need> = BTreeMap::new();
            for need in from.iter().rev() {
                let known = cheapest.entry(need.paper).or_insert(*need);
                if cost(need) <= cost(known) {
                    *known = *need;
                }
            }
            if pick == from.len() {
                fixed.extend(from.iter().map(|need| (by, *need)));
            } else if pick >= cheapest.len() {
                fixed.extend(cheapest.into_values().map(|need| (by, need)));
            } else {
                open.push(Claim {
                    by,
                    pick,
                    from: cheapest.into_values().collect(),
                });
            }
        }
    }
    (fixed, open)
}

fn cost(need: &Need) -> (u32, u32) {
    (
        need.copies + if need.hand_in { need.originals } else { 0 },
        need.originals,
    )
}

fn total(paper: u32, wants: &[(Use, Need)]) -> Total {
    let count = |wants: Vec<&(Use, Need)>| Count {
        shown: wants
            .iter()
            .filter(|(_, need)| !need.hand_in)
            .map(|(_, need)| need.originals)
            .max()
            .unwrap_or(0),
        handed_in: wants
            .iter()
            .filter(|(_, need)| need.hand_in)
            .map(|(_, need)| need.originals)
            .sum(),
        copies: wants.iter().map(|(_, need)| need.copies).sum(),
    };
    Total {
        paper,
        sure: count(wants.iter().filter(|(by, _)| by.needed).collect()),
        most: count(wants.iter().collect()),
        fresh_days: wants
            .iter()
            .filter_map(|(_, need)| need.fresh_days)
            .filter(|days| *days > 0)
            .min(),
    }
}

fn paper_row(paper: u32, fixed: &[(Use, Need)], served: &[(Use, Need)]) -> Paper {
    let of = |wants: &[(Use, Need)]| {
        wants
            .iter()
            .filter(|(_, need)| need.paper == paper)
            .copied()
            .collect::<Vec<_>>()
    };
    let mut uses: Vec<Use> = of(fixed).into_iter().map(|(by, _)| by).collect();
    uses.dedup();
    Paper {
        total: total(paper, &[of(fixed), of(served)].concat()),
        needed: uses.iter().any(|by| by.needed),
        uses,
        serves: of(served).into_iter().map(|(by, _)| by).collect(),
    }
}

fn choice_row(papers: &[u32], pick: usize, claims: &[Claim], suggested: Option<u32>) -> Choice {
    let wants = |paper: u32| {
        let of = |claim: &Claim| {
            claim
                .from
                .iter()
                .find(|need| need.paper == paper)
                .map(|need| (claim.by, *need))
        };
        claims.iter().filter_map(of).collect::<Vec<_>>()
    };
    Choice {
        pick: u32::try_from(pick).expect("small"),
        from: papers
            .iter()
            .map(|paper| total(*paper, &wants(*paper)))
            .collect(),
        needed: claims.iter().any(|claim| claim.by.needed),
        uses: claims.iter().map(|claim| claim.by).collect(),
        suggested,
    }
}

fn suggestions(choices: &[Vec<u32>]) -> Vec<Option<u32>> {
    let mut suggested = vec![None; choices.len()];
    loop {
        let serves = |paper: u32| {
            (0..choices.len())
                .filter(|at| suggested[*at].is_none() && choices[*at].contains(&paper))
                .collect::<Vec<_>>()
        };
        let papers: BTreeSet<u32> = choices.iter().flatten().copied().collect();
        // The last of the largest is the smallest paper when they come in reverse.
        let best = papers
            .into_iter()
            .rev()
            .max_by_key(|paper| serves(*paper).len());
        match best.map(|paper| (paper, serves(paper))) {
            Some((paper, places)) if places.len() >= 2 => {
                for at in places {
                    suggested[at] = Some(paper);
                }
            }
            _ => return suggested,
        }
    }
}
