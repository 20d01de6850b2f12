//! An overlay laid over its matter, key by key. What the engine decides is the region's and cannot be changed.

use std::ops::Range;

use super::acceptance::{self, Said};
use super::allow;
use super::cases::Cases;
use super::decode::{Reader, Table};
use super::guide;
use super::keys::{self, Key};
use super::line;
use super::online::online;
use super::values;
use super::yaml::{Node, Value};
use crate::diagnostic::{At, OverlayFault, Place, Problem, SenseFault, closest};
use crate::model::{
    Case, Channel, Duration, Line, Markdown, Matter, Note, Override, Paper, Part, Question, Step,
    Text, VenueId, Window, vary,
};
use crate::schema::{GUIDE, LIMIT, LINE, OVERLAY, REMARK, STEP};

/// The matter as the community does it.
pub(super) fn overlay(reader: &Reader, root: &Node, body: Markdown, of: &Matter) -> Option<Matter> {
    let table = reader.table("", root, &GUIDE)?;
    allow::read(&table);
    // An overlay of another version is none of this one.
    if let Some(node) = table.get(keys::EFFECTIVE)
        && values::date(reader, keys::EFFECTIVE.zh, node) != of.from()
    {
        return None;
    }
    // What a community cannot say is the region's.
    for key in GUIDE.keys().filter(|key| OVERLAY.field(*key).is_none()) {
        fixed(&table, key);
    }
    let own = Override {
        file: reader.file.to_string(),
        ..Override::default()
    };
    let mut laid = OverrideReader {
        reader,
        table: &table,
        of,
        matter: of.clone(),
        own,
        silent: true,
    };
    laid.words();
    laid.times_and_ways();
    laid.acceptance();
    laid.papers();
    laid.steps();
    laid.ends();
    if !body.is_empty() {
        laid.differs(Part::Body);
    }
    laid.own.body = body;
    if laid.own.parts.is_empty() && laid.silent && !reader.has_errors() {
        reader.report(&(0..0), Problem::from(OverlayFault::Nothing));
    }
    Some(Matter {
        own: Some(Box::new(laid.own)),
        ..laid.matter
    })
}

/// Reports a key that a community cannot change.
pub(super) fn fixed(table: &Table<'_, '_>, key: Key) {
    if table.get(key).is_some() {
        let problem = Problem::from(OverlayFault::fixed(key.zh));
        table.reader.report(&table.key_span(key), problem);
    }
}

struct OverrideReader<'a, 'n> {
    reader: &'a Reader,
    table: &'a Table<'a, 'n>,
    of: &'a Matter,
    matter: Matter,
    own: Override,
    /// Nothing was said of this overlay yet.
    silent: bool,
}

impl OverrideReader<'_, '_> {
    fn differs(&mut self, part: Part) {
        self.own.parts.push(part);
    }

    /// Puts a value in, or reports that the region says the same.
    fn put<T: PartialEq>(
        &mut self,
        key: Key,
        part: Part,
        value: Option<T>,
        slot: impl FnOnce(&mut Matter) -> &mut T,
    ) {
        let Some(value) = value else {
            self.silent &= self.table.get(key).is_none();
            return;
        };
        let slot = slot(&mut self.matter);
        if *slot == value {
            self.same(key.zh, &self.table.key_span(key));
        } else {
            *slot = value;
            self.differs(part);
        }
    }

    fn same(&mut self, what: &str, span: &Range<usize>) {
        self.silent = false;
        if !self.reader.has_errors() {
            self.reader.report(
                span,
                Problem::from(OverlayFault::Same {
                    what: what.to_owned(),
                }),
            );
        }
    }

    fn words(&mut self) {
        let table = self.table;
        self.put(
            keys::SUMMARY,
            Part::Summary,
            table.text(keys::SUMMARY),
            |m| &mut m.summary,
        );
        let aliases = table.get(keys::ALIASES).map(|_| table.texts(keys::ALIASES));
        self.put(keys::ALIASES, Part::Aliases, aliases, |m| &mut m.aliases);
        self.put(
            keys::ACCEPTED_BY,
            Part::AcceptedBy,
            table.text(keys::ACCEPTED_BY),
            |m| &mut m.accepted_by,
        );
    }

    fn times_and_ways(&mut self) {
        let table = self.table;
        if let Some(node) = table.get(keys::TIME_LIMIT) {
            match &self.of.limits[..] {
                [Case { when: None, .. }] => {
                    let promised = self.promised(node);
                    self.put(keys::TIME_LIMIT, Part::Promised, promised, |matter| {
                        &mut matter.limits[0].value.promised
                    });
                    self.matter.limits[0].place = self.reader.place(&node.span);
                }
                _ => self.by_answer(keys::TIME_LIMIT),
            }
        }
        let channels = table.get(keys::CHANNELS).map(|_| guide::channels(table));
        self.put(keys::CHANNELS, Part::Channels, channels, |m| {
            &mut m.channels
        });
        self.online();
        let cases = Cases {
            reader: self.reader,
            vocabulary: None,
        };
        let cases = &cases;
        let fees = |node: &Node| Some(cases.fees(node));
        self.cases((keys::FEE, Part::Fee), fees, |m| &mut m.fees, Clone::clone);
        let visits = |node: &Node| cases.visits(node);
        self.cases(
            (keys::VISITS, Part::Visits),
            visits,
            |m| &mut m.visits,
            Clone::clone,
        );
        // A place is its name, wherever that stands.
        let id = |venue: &VenueId| venue.as_ref().map(|at| at.value.clone());
        let venues = |node: &Node| Some(cases.venues(node));
        self.cases((keys::VENUE, Part::Venue), venues, |m| &mut m.venues, id);
    }

    /// What a guide may say by the answers, anew: a community has no answers of its own, so neither of the two may hang on any.
    fn cases<V, S: PartialEq>(
        &mut self,
        (key, part): (Key, Part),
        read: impl Fn(&Node) -> Option<Vec<Case<V>>>,
        slot: impl FnOnce(&mut Matter) -> &mut Vec<Case<V>>,
        says: impl Fn(&V) -> S,
    ) {
        let Some(node) = self.table.get(key) else {
            return;
        };
        let slot = slot(&mut self.matter);
        if vary(slot) {
            return self.by_answer(key);
        }
        let Some(own) = read(node) else {
            self.silent = false;
            return;
        };
        let all =
            |cases: &[Case<V>]| -> Vec<S> { cases.iter().map(|case| says(&case.value)).collect() };
        let same = all(slot) == all(&own);
        *slot = own;
        self.told(key, part, same);
    }

    /// Reports what the guide says by the answers, and what a community can therefore not say as a whole.
    fn by_answer(&mut self, key: Key) {
        self.silent = false;
        let fault = OverlayFault::by_answer(key.zh);
        self.reader
            .report(&self.table.key_span(key), Problem::from(fault));
    }

    /// 网上办: all ways anew. Without them a community that leaves out 掌上办 has none.
    fn online(&mut self) {
        if self.table.get(keys::ONLINE).is_none() {
            if !self.matter.channels.contains(&Channel::Online) {
                self.matter.online.clear();
            }
            return;
        }
        let own = online(self.table);
        let pairs = self.of.online.iter().zip(&own);
        let is_same =
            self.of.online.len() == own.len() && pairs.clone().all(|(a, b)| a.says_what(b));
        if is_same {
            self.same(keys::ONLINE.zh, &self.table.key_span(keys::ONLINE));
        } else {
            self.matter.online = own;
            self.differs(Part::Online);
        }
    }

    /// When and where, which the scripts judge and not the rules.
    fn acceptance(&mut self) {
        let table = self.table;
        let windows = |all: &[At<Window>]| -> Vec<Window> {
            all.iter().map(|window| window.value.clone()).collect()
        };
        if let Some(accepted) = acceptance::accepted(table) {
            let same = windows(&accepted) == windows(&self.of.accepted);
            self.matter.accepted = accepted;
            self.told(keys::ACCEPTED, Part::Accepted, same);
        }
        let appointment = acceptance::appointment(table).map(Said::kept);
        self.put(
            keys::APPOINTMENT,
            Part::Appointment,
            appointment,
            |matter| &mut matter.appointment,
        );
    }

    /// Notes that a key was read: its part differs, unless the region says the same.
    fn told(&mut self, key: Key, part: Part, same: bool) {
        if same {
            self.same(key.zh, &self.table.key_span(key));
        } else {
            self.differs(part);
        }
    }

    /// A promise of its own; what the law allows stays.
    fn promised(&self, node: &Node) -> Option<Duration> {
        let table = self.reader.table(keys::TIME_LIMIT.zh, node, &LIMIT)?;
        fixed(&table, keys::STATUTORY);
        let unit = match table.get(keys::UNIT) {
            Some(unit) => self.reader.one_of(keys::UNIT.zh, unit, keys::TIME_UNITS)?,
            None => self.of.limits[0].value.promised.unit,
        };
        let node = table.require(keys::PROMISED)?;
        let days = self.reader.count(keys::PROMISED.zh, node)?;
        if let Some(limit) = self.of.limits[0]
            .value
            .statutory
            .filter(|limit| limit.unit == unit && days > limit.days)
        {
            let problem = SenseFault::PromiseAboveStatutory {
                promised: days,
                statutory: limit.days,
            }
            .into();
            self.reader.report(&node.span, problem);
        }
        Some(Duration { days, unit })
    }

    /// 材料: a paper, as 带 names it, and the keys of it that differ.
    fn papers(&mut self) {
        let Some(node) = self.table.get(keys::MATERIALS) else {
            return;
        };
        self.silent = false;
        for (name, value) in self.reader.names(keys::MATERIALS.zh, node) {
            let Some(table) = self.reader.table(&name.value, value, &LINE) else {
                continue;
            };
            for key in line::FIXED {
                fixed(&table, *key);
            }
            let mut changed = Vec::new();
            let mut found = false;
            for paper in self.matter.lines.iter_mut().flat_map(Line::papers_mut) {
                if paper.is_called(&name.value) {
                    found = true;
                    let differs = change(&table, paper, &self.of.questions);
                    changed.extend(differs.then(|| paper.id.clone()));
                }
            }
            if !found {
                self.unknown_paper(&name);
            } else if changed.is_empty() {
                self.same(&name.value, &range(&name.place));
            }
            for id in changed {
                if !self.own.parts.contains(&Part::Paper(id.clone())) {
                    self.differs(Part::Paper(id));
                }
            }
        }
    }

    fn unknown_paper(&self, name: &At<String>) {
        let ids = self
            .of
            .lines
            .iter()
            .flat_map(Line::papers)
            .map(|paper| paper.id.as_str());
        let known: Vec<String> = ids.map(str::to_owned).collect();
        let suggestion = closest(&name.value, known.iter().map(String::as_str));
        let fault = OverlayFault::UnknownPaper {
            name: name.value.clone(),
            suggestion,
            known,
        };
        self.reader
            .report(&range(&name.place), Problem::from(fault));
    }

    /// 步骤: a step's name and the keys of it that differ, or all steps anew where none has a condition.
    fn steps(&mut self) {
        let Some(node) = self.table.get(keys::STEPS) else {
            return;
        };
        self.silent = false;
        if !matches!(node.value, Value::Map(_)) {
            return self.all_steps();
        }
        for (name, value) in self.reader.names(keys::STEPS.zh, node) {
            let Some(index) = self
                .matter
                .steps
                .iter()
                .position(|step| step.name == *name.value)
            else {
                self.unknown_step(&name);
                continue;
            };
            let Some(table) = self.reader.table(&name.value, value, &STEP) else {
                continue;
            };
            fixed(&table, keys::NAME);
            fixed(&table, keys::WHEN);
            let step = &mut self.matter.steps[index];
            let before = (step.who.clone(), step.days, step.what_you_do.clone());
            step.who = table.text(keys::WHO).or(step.who.take());
            step.days = table.count(keys::DAYS).or(step.days);
            step.what_you_do = table.text(keys::WHAT_YOU_DO).or(step.what_you_do.take());
            if before == (step.who.clone(), step.days, step.what_you_do.clone()) {
                self.same(&name.value, &range(&name.place));
            } else {
                self.differs(Part::Step(index));
            }
        }
    }

    fn unknown_step(&self, name: &At<String>) {
        let known: Vec<String> = self
            .of
            .steps
            .iter()
            .map(|step| step.name.source().to_owned())
            .collect();
        let suggestion = closest(&name.value, known.iter().map(String::as_str));
        let fault = OverlayFault::UnknownStep {
            name: name.value.clone(),
            suggestion,
            known,
        };
        self.reader
            .report(&range(&name.place), Problem::from(fault));
    }

    fn all_steps(&mut self) {
        if self.of.steps.iter().any(|step| step.when.is_some()) {
            let fault = Problem::from(OverlayFault::StepsConditional);
            return self.reader.report(&self.table.key_span(keys::STEPS), fault);
        }
        let nodes = self.table.required_list(keys::STEPS);
        self.matter.steps = nodes
            .iter()
            .filter_map(|node| step(self.reader, node))
            .collect();
        self.differs(Part::Steps);
    }

    fn ends(&mut self) {
        let (reader, table) = (self.reader, self.table);
        if let Some((result, delivery)) = table.get(keys::RESULT).and_then(|_| guide::result(table))
        {
            let now = (self.matter.result.clone(), self.matter.delivery.clone());
            if now == (result.clone(), delivery.clone()) {
                self.same(keys::RESULT.zh, &table.key_span(keys::RESULT));
            } else {
                (self.matter.result, self.matter.delivery) = (result, delivery);
                self.differs(Part::Result);
            }
        }
        let notes: Vec<Note> = table
            .list(keys::NOTES)
            .iter()
            .filter_map(|node| note(reader, node))
            .collect();
        if !notes.is_empty() {
            self.own.notes = notes.len();
            self.matter.notes.extend(notes);
            self.differs(Part::Notes);
        }
        let pitfalls = table.texts(keys::PITFALLS);
        if !pitfalls.is_empty() {
            self.matter.pitfalls.extend(pitfalls);
            self.differs(Part::Pitfalls);
        }
        if table.get(keys::RELATED).is_some() {
            self.matter.related = table.located_texts(keys::RELATED);
            self.differs(Part::Related);
        }
        let verified = table
            .get(keys::VERIFIED_ON)
            .and_then(|n| Some(reader.at(&n.span, values::date(reader, keys::VERIFIED_ON.zh, n)?)));
        self.put(keys::VERIFIED_ON, Part::Verified, verified, |m| {
            &mut m.verified_on
        });
        self.put(
            keys::VERIFIED_BY,
            Part::Verified,
            table.text(keys::VERIFIED_BY),
            |m| &mut m.verified_by,
        );
    }
}

/// Changes a paper; false when everything was so before.
fn change(table: &Table<'_, '_>, paper: &mut Paper, questions: &[Question]) -> bool {
    let before = paper.clone();
    line::change(table, paper, questions);
    if [before.originals, before.copies] != [paper.originals, paper.copies] {
        paper.counts_at = Some(table.place());
    }
    if paper.originals.is_none() && paper.copies.is_none() && paper.exempt.is_none() {
        let fault = OverlayFault::NothingLeft {
            paper: paper.id.clone(),
        };
        table
            .reader
            .report(&table.key_span(keys::ORIGINALS), Problem::from(fault));
    }
    before != *paper
}

fn step(reader: &Reader, node: &Node) -> Option<Step> {
    let table = reader.table(keys::STEPS.zh, node, &STEP)?;
    fixed(&table, keys::WHEN);
    Some(Step {
        when: None,
        name: table.required_text(keys::NAME)?,
        who: table.text(keys::WHO),
        days: table.count(keys::DAYS),
        what_you_do: table.text(keys::WHAT_YOU_DO),
        place: table.place(),
    })
}

fn note(reader: &Reader, node: &Node) -> Option<Note> {
    if let Value::Text { text, .. } = &node.value {
        return Some(Note {
            when: None,
            text: Text::new(text.clone()),
            place: reader.place(&node.span),
        });
    }
    let table = reader.table(keys::NOTES.zh, node, &REMARK)?;
    fixed(&table, keys::WHEN);
    Some(Note {
        when: None,
        text: table.required_text(keys::TEXT)?,
        place: table.place(),
    })
}

fn range(place: &Place) -> Range<usize> {
    place.start..place.end
}
