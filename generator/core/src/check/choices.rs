//! 任选: in every situation enough ways count, no way is there for nothing, and none asks for a paper twice.

use onetrip_widget::rules::Condition as Rule;

use super::example::{self, Example};
use super::numbered::{self, Numbered};
use super::rules::line_name;
use crate::diagnostic::{ChoiceFault, Finding, Place, Problem, Proof};
use crate::model::{
    AnyOf, Items, Keys, Line, Matter, Region, Way, WayItems, WayOf, both, not, rule,
};

pub(super) fn check(region: &Region, guides: &[Numbered<'_>]) -> Vec<Finding> {
    numbered::judge(region, guides, |case| {
        let matter = &case.matter;
        let lines = matter.lines.iter();
        let choices = lines.filter_map(|line| Some((line, line.choice()?)));
        let all = choices.map(|(line, choice)| {
            let keys = &region.keys;
            let judge = Judge { matter, keys, line };
            [judge.twice(choice), judge.conditions(choice)].concat()
        });
        all.flatten().collect()
    })
}

/// The finding for an item that stands for a way of a choice, or for papers of one; none where it is no such item.
pub(super) fn too_complex(matter: &Matter, items: &Items, item: usize) -> Option<Finding> {
    fn has(ways: &[WayItems], item: usize) -> bool {
        ways.iter().any(|way| {
            way.item == Some(item) || way.bundles.contains(&Some(item)) || has(&way.ways, item)
        })
    }
    let mut choices = items.choices.iter();
    let index = choices.position(|choice| {
        let ways = choice.as_ref().map(|choice| &choice.ways[..]);
        ways.is_some_and(|ways| has(ways, item))
    })?;
    Some(complex(matter, &matter.lines[index]))
}

fn complex(matter: &Matter, line: &Line) -> Finding {
    example::too_complex(matter, line_name(line), line.conditions(), &line.place)
}

struct Judge<'a> {
    matter: &'a Matter,
    keys: &'a Keys,
    line: &'a Line,
}

impl Judge<'_> {
    /// Ways that ask for one paper more than once.
    fn twice(&self, choice: &AnyOf) -> Vec<Finding> {
        let papers = self.line.papers();
        let again = |way: &Way| {
            let ids = way.papers().into_iter().map(|paper| &papers[paper].id);
            let ids: Vec<&String> = ids.collect();
            let nth = (1..ids.len()).find(|nth| ids[..*nth].contains(&ids[*nth]))?;
            let paper = ids[nth].clone();
            Some(fault(&way.place, ChoiceFault::Twice { paper }))
        };
        choice.ways.iter().filter_map(again).collect()
    }

    fn conditions(&self, choice: &AnyOf) -> Vec<Finding> {
        let listed = rule(self.line.when.as_ref());
        let always = |_: usize| Rule::Always;
        let mut findings = Vec::new();
        match self.example(both(listed.clone(), not(choice.fulfilled(&always)))) {
            Example::None => {}
            Example::Answers(answers) => {
                let short = ChoiceFault::Short {
                    choice: line_name(self.line),
                    pick: choice.pick,
                    answers,
                };
                findings.push(fault(&self.line.place, short));
            }
            Example::TooComplex => findings.push(complex(self.matter, self.line)),
        }
        for way in &choice.ways {
            self.idle(way, &listed, &mut findings);
        }
        findings
    }

    /// Conditions that never hold where the way stands, or always do.
    fn idle(&self, way: &Way, within: &Rule, findings: &mut Vec<Finding>) {
        let mut inside = within.clone();
        if let Some(when) = &way.when {
            let own = when.to_rule();
            inside = both(within.clone(), own.clone());
            let what = self.name(way);
            let holds = self.example(inside.clone());
            let fails = self.example(both(within.clone(), not(own)));
            let problem = match (holds, fails) {
                (Example::None, _) => Some(Proof::NeverHolds { what }),
                (_, Example::None) => Some(Proof::AlwaysHolds { what }),
                _ => None,
            };
            let found = problem.map(|proof| Finding::at(way.place.clone(), Problem::from(proof)));
            findings.extend(found);
        }
        if let WayOf::AnyOf(choice) = &way.what {
            for way in &choice.ways {
                self.idle(way, &inside, findings);
            }
        }
    }

    fn name(&self, way: &Way) -> String {
        let papers = self.line.papers();
        match &way.what {
            WayOf::AnyOf(choice) if !choice.name.is_empty() => choice.name.source().to_owned(),
            _ => {
                let names = way.papers().into_iter();
                let names = names.map(|paper| papers[paper].name.source());
                names.collect::<Vec<_>>().join(" / ")
            }
        }
    }

    /// Answers with a list on which this holds.
    fn example(&self, wanted: Rule) -> Example {
        Example::of(self.matter, self.keys, wanted)
    }
}

fn fault(place: &Place, fault: ChoiceFault) -> Finding {
    Finding::at(place.clone(), Problem::from(fault))
}
