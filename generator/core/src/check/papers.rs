//! Papers that result from matters (由): where that goes round in a circle, and where a paper grows too old on the way.
//!
//! **Circles.** A matter can be done by somebody who has no result of any matter yet, when in some situation that has a list
//! every required line can be had then: a paper can be had when it comes from no matter of the region, or from one that can be
//! done; a choice, when as many of its ways as it wants can be had. What may follow later (容缺) or is only useful (建议带) bars
//! nobody. The matters that can be done are the least set that this rule yields, and the engine says whether there is such a situation. Whatever is left
//! over nobody can ever do for the first time, however often and for whomever it is tried: that is an error. So a conditional line or a way of
//! a choice makes an error only where no answer and no other way leads around it; else a circle through it is a remark, since a renewal that wants the old certificate
//! is one.
//!
//! **Age.** A matter wants a paper P, at most F days old, and a paper Q that results from a matter B; and P has to be there for B, or for a
//! matter on whose result B depends in turn. Then P is at least as old on the last visit as these matters take together.
//! When that may be more than F days, there is a warning: the paper has to be got a second time, and somebody should say so. Only lines that every list has
//! are reckoned with, papers of one name and holder are the same one, and a matter takes what is promised; of workdays,
//! each five are a week. A paper that is wanted fresh and for nothing before is no problem: it can be got last.
//!
//! Both are judged on the region's guides. What a paper results from is the same in every community, and so are conditions but for the
//! numbers that local facts say: each set of them is looked at.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use onetrip_widget::rules::{self, Condition as Rule, RuleSource, Session, Status};

use crate::diagnostic::{CircleStep, Finding, MaySteps, PaperFault, Place, Problem, Steps};
use crate::model::{Group, Line, LineKind, Matter, Numbers, Paper, Region, both, not, rule};

/// What is wrong with the papers that result from matters; `sound` are the guides that were read whole.
pub(super) fn check(region: &Region, sound: &[&Matter]) -> Vec<Finding> {
    let mut findings = everywhere(region, sound, |chains| {
        [chains.circles(), chains.stale()].concat()
    });
    if region.places_read && !region.communities.is_empty() {
        findings.extend(not_offered(region));
    }
    findings
}

/// Circles that some situations lead into, and others do not.
pub(super) fn remarks(region: &Region) -> Vec<Finding> {
    let matters: Vec<&Matter> = region.matters.iter().collect();
    everywhere(region, &matters, possible_circles)
}

fn possible_circles(chains: &Chains<'_>) -> Vec<Finding> {
    chains.possible_circles()
}

/// What is found with the numbers that conditions compare with in any community. A circle is one wherever it is met, so it is told once.
fn everywhere(
    region: &Region,
    matters: &[&Matter],
    found: impl Fn(&Chains<'_>) -> Vec<Finding>,
) -> Vec<Finding> {
    let names: BTreeSet<&str> = matters
        .iter()
        .flat_map(|matter| matter.thresholds())
        .collect();
    let communities = region.communities.iter().map(Some);
    let mut sets: Vec<Numbers> = Vec::new();
    for community in communities.chain(region.communities.is_empty().then_some(None)) {
        let numbers = region.numbers(community, names.iter().copied());
        if !sets.contains(&numbers) {
            sets.push(numbers);
        }
    }
    let mut findings: Vec<Finding> = Vec::new();
    for numbers in sets {
        let here: Vec<Cow<'_, Matter>> = matters
            .iter()
            .map(|matter| matter.with_numbers(&numbers))
            .collect();
        let here: Vec<&Matter> = here.iter().map(|matter| &**matter).collect();
        for finding in found(&Chains::of(region, &here)) {
            if !findings.contains(&finding) {
                findings.push(finding);
            }
        }
    }
    findings
}

/// Results that no community hands out.
fn not_offered(region: &Region) -> impl Iterator<Item = Finding> {
    let registered = region.materials.values();
    let registered = registered.filter_map(|material| material.result_of.as_ref());
    let lines = region.matters.iter().flat_map(|matter| &matter.lines);
    let on_lines = lines
        .flat_map(Line::papers)
        .filter_map(|paper| paper.result_of.as_ref());
    registered.chain(on_lines).filter_map(|reference| {
        let matter = region.matter(&reference.value)?;
        let nowhere = !region.communities.iter().any(|one| one.offers(matter));
        let matter = matter.title.source().to_owned();
        nowhere.then(|| found(&reference.place, PaperFault::NotOffered { matter }))
    })
}

fn found(place: &Place, fault: PaperFault) -> Finding {
    Finding::at(place.clone(), Problem::from(fault))
}

/// The matters, known by their place in the list, and what results from what.
struct Chains<'a> {
    region: &'a Region,
    matters: &'a [&'a Matter],
    /// Where each of them stands in the list, by its file.
    places: BTreeMap<&'a str, usize>,
}

/// A matter of a circle, and the line that leads to the next one.
struct Link<'a> {
    matter: usize,
    line: &'a Line,
    papers: Vec<&'a Paper>,
    next: usize,
}

impl<'a> Chains<'a> {
    fn of(region: &'a Region, matters: &'a [&'a Matter]) -> Self {
        let files = matters.iter().map(|matter| matter.file.as_str());
        Chains {
            region,
            matters,
            places: files.zip(0..).collect(),
        }
    }

    /// The matter that a paper results from.
    fn source(&self, paper: &Paper) -> Option<usize> {
        let matter = self.region.matter(&paper.result_of.as_ref()?.value)?;
        self.places.get(matter.file.as_str()).copied()
    }

    /// The lines without which nothing begins.
    fn required(&self, matter: usize) -> impl Iterator<Item = &'a Line> {
        let lines = self.matters[matter].lines.iter();
        lines.filter(|line| line.kind() == LineKind::Required)
    }

    /// Whether one has to wait for the paper until one of `barred` is done.
    fn is_barred(&self, paper: &Paper, barred: &[bool]) -> bool {
        paper.defer.is_none() && self.source(paper).is_some_and(|source| barred[source])
    }

    /// When a line cannot be fulfilled until one of `barred` is done.
    fn bars(&self, line: &Line, barred: &[bool]) -> Rule {
        let without = line.fulfilled(&|paper| {
            if self.is_barred(paper, barred) {
                Rule::Never
            } else {
                Rule::Always
            }
        });
        both(rule(line.when.as_ref()), not(without))
    }

    /// The lines that cannot be fulfilled in some situation until one of `barred` is done, and when.
    fn barring(&self, matter: usize, barred: &[bool]) -> Vec<(&'a Line, Rule)> {
        let lines = self.required(matter);
        let lines = lines.map(|line| (line, self.bars(line, barred)));
        lines.filter(|(_, rule)| *rule != Rule::Never).collect()
    }

    /// The matters that nobody can do for the first time.
    fn barred(&self) -> Vec<bool> {
        let mut barred = vec![true; self.matters.len()];
        loop {
            let free: Vec<usize> = (0..barred.len())
                .filter(|matter| barred[*matter] && self.is_free(*matter, &barred))
                .collect();
            if free.is_empty() {
                return barred;
            }
            for matter in free {
                barred[matter] = false;
            }
        }
    }

    /// Whether some situation has a list on which no line is barred.
    fn is_free(&self, matter: usize, barred: &[bool]) -> bool {
        let rules = self.barring(matter, barred).into_iter();
        let rules: Vec<Rule> = rules.map(|(_, rule)| rule).collect();
        rules.is_empty() || !rules.contains(&Rule::Always) && self.has_list_without(matter, rules)
    }

    fn has_list_without(&self, matter: usize, when: Vec<Rule>) -> bool {
        let (source, _) = self.matters[matter].rules(&self.region.keys);
        let without = RuleSource {
            items: vec![Rule::All(when.into_iter().map(not).collect())],
            ..source
        };
        // What is too entangled to be compiled is reported as that.
        rules::compile(&without).map_or(true, |book| {
            Session::new(book).status(0) != Status::NotNeeded
        })
    }

    fn circles(&self) -> Vec<Finding> {
        let barred = self.barred();
        let starts = (0..barred.len()).filter(|matter| barred[*matter]);
        let mut seen = BTreeSet::new();
        let circles = starts.filter_map(|start| {
            let circle = self.around(start, &barred)?;
            let set: BTreeSet<usize> = circle.iter().map(|link| link.matter).collect();
            seen.insert(set).then_some(circle)
        });
        circles
            .map(|circle| {
                self.told(&circle, |steps| PaperFault::Circle {
                    steps: Steps(steps),
                })
            })
            .collect()
    }

    /// The circle that a barred matter leads into: it is one itself, or waits for one.
    fn around(&self, start: usize, barred: &[bool]) -> Option<Vec<Link<'a>>> {
        let mut way: Vec<Link<'a>> = Vec::new();
        let mut matter = start;
        loop {
            if let Some(at) = way.iter().position(|link| link.matter == matter) {
                return Some(way.split_off(at));
            }
            let link = self.bar(matter, barred)?;
            matter = link.next;
            way.push(link);
        }
    }

    /// What a barred matter waits for: one line that always bars it shows that best, else all that do so together.
    fn bar(&self, matter: usize, barred: &[bool]) -> Option<Link<'a>> {
        let mut barring = self.barring(matter, barred);
        let always = barring.iter().position(|(_, rule)| *rule == Rule::Always);
        if let Some(always) = always {
            barring = vec![barring.swap_remove(always)];
        }
        let (line, _) = *barring.first()?;
        let papers = barring.iter().flat_map(|(line, _)| line.papers());
        let papers: Vec<&Paper> = papers
            .filter(|paper| self.is_barred(paper, barred))
            .collect();
        let next = self.source(papers.first()?)?;
        let of_next = |paper: &&Paper| self.source(paper) == Some(next);
        let papers = papers.into_iter();
        Some(Link {
            matter,
            line,
            papers: papers.filter(of_next).collect(),
            next,
        })
    }

    /// The shortest circle of every matter that is in one, but for those that nobody can leave.
    fn possible_circles(&self) -> Vec<Finding> {
        let barred = self.barred();
        let mut seen = BTreeSet::new();
        let starts = (0..barred.len()).filter(|matter| !barred[*matter]);
        let circles = starts.filter_map(|start| {
            let circle = self.back_to(start)?;
            let set: BTreeSet<usize> = circle.iter().map(|link| link.matter).collect();
            seen.insert(set).then_some(circle)
        });
        circles
            .map(|circle| {
                self.told(&circle, |steps| PaperFault::MayCircle {
                    steps: MaySteps(steps),
                })
            })
            .collect()
    }

    /// The shortest way from a matter over what it may ask for back to itself.
    fn back_to(&self, start: usize) -> Option<Vec<Link<'a>>> {
        // How each matter was reached first: the links so far.
        let mut reached: Vec<Vec<(usize, &'a Line, &'a Paper)>> = vec![Vec::new()];
        let mut seen = BTreeSet::new();
        let mut at = 0;
        while let Some(way) = reached.get(at).cloned() {
            at += 1;
            let from = match way.last() {
                Some((_, _, paper)) => self.source(paper)?,
                None => start,
            };
            for line in self.required(from) {
                for paper in line.papers() {
                    let Some(next) = self.source(paper) else {
                        continue;
                    };
                    let mut way = way.clone();
                    way.push((from, line, paper));
                    if next == start {
                        return Some(self.links(&way));
                    }
                    if seen.insert(next) {
                        reached.push(way);
                    }
                }
            }
        }
        None
    }

    fn links(&self, way: &[(usize, &'a Line, &'a Paper)]) -> Vec<Link<'a>> {
        let link = |(matter, line, paper): &(usize, &'a Line, &'a Paper)| Link {
            matter: *matter,
            line,
            papers: vec![paper],
            next: self.source(paper).unwrap_or(*matter),
        };
        way.iter().map(link).collect()
    }

    /// A circle, told from its first matter in the order of the codes.
    fn told(&self, circle: &[Link<'a>], fault: impl Fn(Vec<CircleStep>) -> PaperFault) -> Finding {
        let first = (0..circle.len())
            .min_by_key(|at| circle[*at].matter)
            .unwrap_or_default();
        let turned = circle[first..].iter().chain(&circle[..first]);
        let step = |link: &Link<'_>| {
            let mut papers: Vec<String> = Vec::new();
            for paper in &link.papers {
                if !papers.contains(&paper.id) {
                    papers.push(paper.id.clone());
                }
            }
            let matter = self.matters[link.matter].title.source().to_owned();
            CircleStep { matter, papers }
        };
        found(&circle[first].line.place, fault(turned.map(step).collect()))
    }

    /// The papers that every list of a matter has, with their lines.
    fn certain(&self, matter: usize) -> impl Iterator<Item = (&'a Line, &'a Paper)> {
        let always = self.required(matter).filter(|line| line.when.is_none());
        always.filter_map(|line| match &line.paper {
            Group::One(paper) if paper.defer.is_none() => Some((line, &**paper)),
            _ => None,
        })
    }

    fn stale(&self) -> Vec<Finding> {
        let all = (0..self.matters.len()).flat_map(|matter| {
            let certain = self.certain(matter);
            certain.filter_map(move |(line, paper)| Some((matter, line, paper, fresh_days(paper)?)))
        });
        all.filter_map(|(matter, line, paper, days)| {
            let others = self
                .certain(matter)
                .filter_map(|(_, other)| self.source(other));
            let waits = others.filter_map(|source| self.wait(source, paper, &[matter]));
            let (wait, before) = waits.max_by_key(|(wait, _)| *wait)?;
            let titles = before
                .iter()
                .map(|one| self.matters[*one].title.source().to_owned());
            let fault = PaperFault::Stale {
                paper: paper.id.clone(),
                days,
                before: titles.collect(),
                wait,
            };
            (wait > days).then(|| found(&line.place, fault))
        })
        .collect()
    }

    /// The longest time between the day on which a paper is brought for `matter`, or for what it depends on, and the day on
    /// which `matter` is done; with the matters on that way. None where it is not wanted for them. `above` leads here.
    fn wait(&self, matter: usize, paper: &Paper, above: &[usize]) -> Option<(u32, Vec<usize>)> {
        if above.contains(&matter) {
            return None;
        }
        let above = [above, &[matter]].concat();
        let here = self.matters[matter].longest_promise().calendar_days();
        let own = self.certain(matter).any(|(_, other)| is_same(paper, other));
        let own = own.then(|| (here, vec![matter]));
        let deeper = self.certain(matter).filter_map(|(_, other)| {
            let (wait, mut way) = self.wait(self.source(other)?, paper, &above)?;
            way.push(matter);
            Some((wait + here, way))
        });
        deeper.chain(own).max_by_key(|(wait, _)| *wait)
    }
}

fn fresh_days(paper: &Paper) -> Option<u32> {
    paper.fresh.as_ref()?.days
}

fn is_same(one: &Paper, other: &Paper) -> bool {
    one.id == other.id
}
