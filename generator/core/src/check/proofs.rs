//! What the engine proves of a guide's rules, before any resident meets them.
//!
//! Everything here asks the same engine that runs on the phone, which also gives the answers that show a fault.

use onetrip_widget::rules::{self, Kind, QuestionKind, RuleBook, RuleSource, Session, Status};

use super::numbered::{self, Numbered};
use super::rules::conditionals;
use super::situations::in_words;
use super::{CompiledRules, agents, implied, online, papers};
use crate::diagnostic::{Finding, Place, Problem, Proof};
use crate::model::{Keys, Matter, Region, day};

pub(super) fn check(region: &Region, guides: &[Numbered<'_>]) -> Vec<Finding> {
    numbered::judge(region, guides, |case| {
        let compiled = &case.set.compiled;
        let guide = Guide::new(case, &region.keys);
        [
            guide.check(&compiled.items),
            agents::check(&case.matter, &region.keys, compiled),
        ]
        .concat()
    })
}

/// What is no fault and still worth a look: two stops that hold in one situation (the page shows the first in the guide's
/// order), options that do exactly what another one does (often there to help residents choose), papers that may be wanted
/// for what they result from, and 掌上办 without a word of where.
pub fn remarks(region: &Region, books: &CompiledRules) -> Vec<Finding> {
    let guides = numbered::guides(&region.matters, books);
    let mut findings = numbered::judge(region, &guides, |case| {
        let guide = Guide::new(case, &region.keys);
        [guide.overlaps(), guide.twins()].concat()
    });
    findings.extend(implied::remarks(region, books));
    findings.extend(online::remarks(region));
    findings.extend(papers::remarks(region));
    findings
}

struct Guide<'a> {
    matter: &'a Matter,
    keys: &'a Keys,
    /// Without any answer.
    session: Session,
}

impl<'a> Guide<'a> {
    fn new(case: &'a Numbered<'_>, keys: &'a Keys) -> Self {
        Self {
            matter: &case.matter,
            keys,
            session: Session::new(case.set.compiled.book.clone()),
        }
    }
}

impl Guide<'_> {
    fn check(&self, items: &crate::model::Items) -> Vec<Finding> {
        let mut findings = self.conditions(items);
        findings.extend(self.questions());
        findings.extend(self.stops());
        findings
    }

    fn conditions(&self, items: &crate::model::Items) -> Vec<Finding> {
        let parts = conditionals(self.matter, items);
        parts
            .filter_map(|part| self.condition(part.item, part.what, part.place))
            .collect()
    }

    fn condition(&self, item: usize, what: String, place: &Place) -> Option<Finding> {
        let problem = match self.session.status(item) {
            Status::NotNeeded => Proof::NeverHolds { what },
            Status::Needed => Proof::AlwaysHolds { what },
            Status::Depends => return None,
        };
        Some(at(place.clone(), problem))
    }

    fn questions(&self) -> Vec<Finding> {
        let idle = self
            .matter
            .questions
            .iter()
            .enumerate()
            .filter(|(index, _)| !self.session.relevant(*index));
        idle.map(|(_, question)| {
            at(
                question.place.clone(),
                Proof::QuestionIdle {
                    question: question.id.clone(),
                },
            )
        })
        .collect()
    }

    fn twins(&self) -> Vec<Finding> {
        let relevant =
            (0..self.matter.questions.len()).filter(|index| self.session.relevant(*index));
        relevant.flat_map(|index| self.options(index)).collect()
    }

    /// Options of a choice question that do exactly what an earlier one does.
    fn options(&self, question: usize) -> Vec<Finding> {
        let asked = &self.matter.questions[question];
        let Some(Kind::Choice { .. }) = self
            .session
            .book()
            .questions()
            .get(question)
            .map(|q| &q.kind)
        else {
            return Vec::new();
        };
        let names: Vec<&str> = asked.options().iter().map(|o| o.name.source()).collect();
        let twin = |option: usize| {
            (0..option).find(|earlier| self.same_effect(question, *earlier, option))
        };
        (1..names.len())
            .filter_map(|option| Some((option, twin(option)?)))
            .map(|(option, same)| {
                let problem = Proof::OptionIdle {
                    question: asked.id.clone(),
                    option: names[option].to_owned(),
                    same_as: names[same].to_owned(),
                };
                at(asked.place.clone(), problem)
            })
            .collect()
    }

    /// Whether two options lead to the same in every situation: the rules with only these two never look at the question.
    fn same_effect(&self, question: usize, one: usize, other: usize) -> bool {
        let (mut source, _) = self.matter.rules(self.keys);
        let only = |list: &[rules::Condition]| -> Vec<rules::Condition> {
            list.iter()
                .map(|condition| with_options(condition, question, [one, other]))
                .collect()
        };
        source.facts = only(&source.facts);
        source.stops = only(&source.stops);
        source.items = only(&source.items);
        source.questions[question].kind = QuestionKind::Choice { options: 2 };
        source.questions[question].option_keys.truncate(2);
        rules::compile(&source).is_ok_and(|book| !Session::new(book).relevant(question))
    }

    fn stops(&self) -> Vec<Finding> {
        let possible = self.session.possible_stops();
        let stops = &self.matter.stops;
        let idle = (0..stops.len()).filter(|index| !possible.contains(index));
        idle.map(|index| {
            let hidden_by = self
                .hiders(index)
                .into_iter()
                .map(|stop| stops[stop].title.source().to_owned())
                .collect();
            let stop = stops[index].title.source().to_owned();
            at(
                stops[index].place.clone(),
                Proof::StopIdle { stop, hidden_by },
            )
        })
        .collect()
    }

    /// The earlier stops that hold whenever this one does: one that does so alone, else all that it meets; none when it never
    /// holds itself.
    fn hiders(&self, stop: usize) -> Vec<usize> {
        let rule = |stop: usize| self.matter.stops[stop].when.to_rule();
        let happens = |conditions: Vec<rules::Condition>| {
            let book = self.book_of(rules::Condition::All(conditions));
            book.is_some_and(|book| Session::new(book).status(0) != Status::NotNeeded)
        };
        let without =
            |earlier: usize| vec![rule(stop), rules::Condition::Not(Box::new(rule(earlier)))];
        let meets: Vec<usize> = (0..stop)
            .filter(|earlier| happens(vec![rule(stop), rule(*earlier)]))
            .collect();
        let alone = meets.iter().find(|earlier| !happens(without(**earlier)));
        alone.map_or_else(|| meets.clone(), |alone| vec![*alone])
    }

    fn overlaps(&self) -> Vec<Finding> {
        let pairs = (1..self.matter.stops.len())
            .flat_map(|second| (0..second).map(move |first| (first, second)));
        pairs
            .filter_map(|(first, second)| self.overlap(first, second))
            .collect()
    }

    fn overlap(&self, first: usize, second: usize) -> Option<Finding> {
        let stops = &self.matter.stops;
        let both = rules::Condition::All(vec![
            stops[first].when.to_rule(),
            stops[second].when.to_rule(),
        ]);
        let book = self.book_of(both)?;
        let mut session = Session::new(book);
        let example = session
            .book()
            .example(0, day(self.matter.verified_on.value))?;
        session.visit(Some(example.visit));
        session.replace(example.answers);
        let problem = Proof::StopsOverlap {
            first: stops[first].title.source().to_owned(),
            second: stops[second].title.source().to_owned(),
            answers: in_words(self.matter, &session),
        };
        Some(at(stops[second].place.clone(), problem))
    }

    /// A book whose only item is `condition`, without stops.
    fn book_of(&self, condition: rules::Condition) -> Option<RuleBook> {
        let (source, _) = self.matter.rules(self.keys);
        rules::compile(&RuleSource {
            stops: Vec::new(),
            items: vec![condition],
            ..source
        })
        .ok()
    }
}

fn at(place: Place, proof: Proof) -> Finding {
    Finding::at(place, Problem::from(proof))
}

/// The condition where a choice question has these two options alone, the first and the second.
fn with_options(
    condition: &rules::Condition,
    question: usize,
    kept: [usize; 2],
) -> rules::Condition {
    let inside = |list: &[rules::Condition]| {
        list.iter()
            .map(|inner| with_options(inner, question, kept))
            .collect()
    };
    match condition {
        rules::Condition::All(list) => rules::Condition::All(inside(list)),
        rules::Condition::Any(list) => rules::Condition::Any(inside(list)),
        rules::Condition::Not(inner) => {
            rules::Condition::Not(Box::new(with_options(inner, question, kept)))
        }
        rules::Condition::Choice {
            question: asked,
            any_of,
        } if *asked == question => rules::Condition::Choice {
            question,
            any_of: (0..2).filter(|at| any_of.contains(&kept[*at])).collect(),
        },
        other => other.clone(),
    }
}
