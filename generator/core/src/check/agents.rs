//! 代办: an agent brings the authorisation and both identity cards (民法典 §165), in every situation that has a list.
//! A guide whose conditions leave one of them out in some corner sends that agent home.

use onetrip_widget::rules::{self, Condition, RuleSource, Session, Status};

use super::Compiled;
use super::situations::{choices, in_words, visits};
use crate::diagnostic::{AgentLine, AgentPaper, Finding, Problem, Proof};
use crate::model::{Keys, Line, LineKind, Matter, Paper, Text, Visits, both, day, not, rule};

/// How the agent is called as the holder of a paper.
const AGENT: &str = "代办";
/// How the person whose matter it is is called where a guide says who has to come.
const PERSON: [&str; 5] = ["本人", "申请人本人", "老人本人", "须本人", "the person"];
/// A search that looked at so many situations ends without a finding: no guide is held up by it.
const MOST_SITUATIONS: usize = 10_000;

pub(super) fn check(matter: &Matter, keys: &Keys, compiled: &Compiled) -> Vec<Finding> {
    let search = Search {
        matter,
        keys,
        rules: Session::new(compiled.book.clone()),
    };
    let questions = matter.questions.iter().enumerate();
    let agents = questions.flat_map(|(index, question)| {
        let options = question
            .options()
            .iter()
            .enumerate()
            .filter(|(_, option)| option.is_agent());
        options.map(move |(option, _)| (index, option))
    });
    agents
        .flat_map(|(question, option)| {
            let mut findings = search.agent(question, option);
            findings.extend(search.in_person(question, option));
            findings
        })
        .collect()
}

/// Whether only the person has to come.
fn in_person(visits: &Visits) -> bool {
    let mut who = visits.who.iter().map(Text::source);
    visits.count > 0 && !visits.who.is_empty() && who.all(|who| PERSON.contains(&who))
}

struct Search<'a> {
    matter: &'a Matter,
    keys: &'a Keys,
    /// The guide's own rules, without any answer.
    rules: Session,
}

impl Search<'_> {
    fn agent(&self, question: usize, option: usize) -> Vec<Finding> {
        let asked = &self.matter.questions[question];
        let papers = [
            AgentPaper::Authorisation,
            AgentPaper::AgentIdentity,
            AgentPaper::PrincipalIdentity,
        ];
        let finding = |missing: AgentPaper| {
            let answers = self.without(missing, question, option)?;
            let (question, option) = (
                asked.id.clone(),
                asked.options()[option].name.source().to_owned(),
            );
            let proof = Proof::AgentPapers {
                question,
                option,
                answers,
                missing,
                line: AgentLine(missing),
            };
            Some(Finding::at(asked.place.clone(), Problem::from(proof)))
        };
        papers.into_iter().filter_map(finding).collect()
    }

    /// An agent who comes where only the person has to.
    fn in_person(&self, question: usize, option: usize) -> Option<Finding> {
        let mut visits = self
            .matter
            .visits
            .iter()
            .filter(|case| in_person(&case.value));
        visits.find_map(|case| {
            let answers = self.with(&rule(case.when.as_ref()), question, option)?;
            let asked = &self.matter.questions[question];
            let proof = Proof::AgentInPerson {
                question: asked.id.clone(),
                option: asked.options()[option].name.source().to_owned(),
                answers,
            };
            Some(Finding::at(case.place.clone(), Problem::from(proof)))
        })
    }

    /// Answers of an agent whose list lacks the paper, if there are such.
    fn without(&self, paper: AgentPaper, question: usize, option: usize) -> Option<String> {
        let listed = self.matter.lines.iter().map(|line| brings(line, paper));
        let lacks = Condition::Not(Box::new(Condition::Any(listed.collect())));
        self.with(&lacks, question, option)
    }

    /// Answers of an agent with which the condition holds, if there are such.
    fn with(&self, condition: &Condition, question: usize, option: usize) -> Option<String> {
        let is_agent = Condition::Choice {
            question,
            any_of: vec![option],
        };
        let (source, _) = self.matter.rules(self.keys);
        let fault = RuleSource {
            items: vec![Condition::All(vec![is_agent, condition.clone()])],
            ..source
        };
        let book = rules::compile(&fault).ok()?;
        // Most guides have no such answers at all, which the rules say at once.
        book.example(0, day(self.matter.verified_on.value))?;
        let mut fault = Session::new(book);
        fault.choose(question, option);
        let mut left = MOST_SITUATIONS;
        let found = visits(self.matter, fault.book())
            .into_iter()
            .find_map(|day| {
                let mut on_that_day = fault.clone();
                on_that_day.visit(Some(day));
                self.find(on_that_day, question, &mut left)
            });
        found.map(|found| in_words(self.matter, &found))
    }

    /// Answers with which the fault is certain, though the question is one that matters then: who is never asked whether an
    /// agent comes has none.
    fn find(&self, fault: Session, agent: usize, left: &mut usize) -> Option<Session> {
        *left = left.checked_sub(1)?;
        match fault.status(0) {
            Status::NotNeeded => return None,
            Status::Needed if !fault.stop_open() => {
                return self.matters(&fault, agent).then_some(fault);
            }
            Status::Needed | Status::Depends => {}
        }
        let next = fault.next()?;
        choices(&fault.book().questions()[next].kind, fault.visited()).find_map(|answer| {
            let mut narrower = fault.clone();
            narrower.set(next, answer);
            self.find(narrower, agent, left)
        })
    }

    fn matters(&self, fault: &Session, agent: usize) -> bool {
        let mut session = self.rules.clone();
        session.visit(fault.visited());
        session.replace(
            (0..self.matter.questions.len())
                .map(|q| fault.answer(q).clone())
                .collect(),
        );
        session.relevant(agent)
    }
}

/// When whoever fulfils the line has the paper: not where another way of a choice would do. One that the office sees by
/// itself is there as well.
fn brings(line: &Line, paper: AgentPaper) -> Condition {
    if line.kind() == LineKind::Recommended {
        return Condition::Never;
    }
    let without = line.fulfilled(&|one| {
        if is(one, paper) {
            Condition::Never
        } else {
            Condition::Always
        }
    });
    both(rule(line.when.as_ref()), not(without))
}

fn is(paper: &Paper, wanted: AgentPaper) -> bool {
    let called = |name: &str| {
        paper.name.source().contains(name)
            || paper
                .material
                .as_deref()
                .is_some_and(|id| id.contains(name))
    };
    let of_agent = paper
        .of
        .as_ref()
        .is_some_and(|of| of.source().contains(AGENT));
    match wanted {
        AgentPaper::Authorisation => called("委托"),
        AgentPaper::AgentIdentity => called("身份证") && of_agent,
        AgentPaper::PrincipalIdentity => called("身份证") && !of_agent,
    }
}
