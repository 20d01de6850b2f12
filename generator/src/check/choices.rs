//! 任选: in every situation enough ways count, no way is there for nothing, and none asks for a paper twice.

use onetrip_widget::rules::{self, Condition as Rule, RuleSource, Session};

use super::numbered::{self, Numbered};
use super::rules::line_name;
use super::situations::in_words;
use crate::diagnostic::{ChoiceFault, Finding, Place, Problem, Proof};
use crate::model::{AnyOf, Keys, Line, Matter, Region, Way, WayOf, both, not, rule};

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
        let short = both(listed.clone(), not(choice.fulfilled(&always)));
        if let Some(answers) = self.example(short) {
            let short = ChoiceFault::Short {
                choice: line_name(self.line),
                pick: choice.pick,
                answers,
            };
            findings.push(fault(&self.line.place, short));
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
            let problem = if self.example(inside.clone()).is_none() {
                Some(Proof::NeverHolds { what })
            } else if self.example(both(within.clone(), not(own))).is_none() {
                Some(Proof::AlwaysHolds { what })
            } else {
                None
            };
            let found = problem.map(|proof| Finding::at(way.place.clone(), Problem::Proof(proof)));
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

    /// Answers with a list on which this holds, in words.
    fn example(&self, wanted: Rule) -> Option<String> {
        if wanted == Rule::Never {
            return None;
        }
        let (source, _) = self.matter.rules(self.keys);
        let book = rules::compile(&RuleSource {
            items: vec![wanted],
            ..source
        });
        // A guide whose rules are too large was told so.
        let mut session = Session::new(book.ok()?);
        session.replace(session.book().example(0)?);
        Some(in_words(self.matter, &session))
    }
}

fn fault(place: &Place, fault: ChoiceFault) -> Finding {
    Finding::at(place.clone(), Problem::Choice(fault))
}
