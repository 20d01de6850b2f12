//! A guide: front matter and text become a [`Matter`].

use super::acceptance::Said;
use super::amount;
use super::cases::Cases;
use super::condition::Vocabulary;
use super::decode::{Reader, Register, Table};
use super::keys::{self, Key};
use super::line::Lines;
use super::online::online;
use super::yaml::{Node, Value};
use super::{acceptance, allow, question, requirements, values};
use crate::diagnostic::{At, ReferenceFault, closest};
use crate::model::{
    Category, Channel, HALL, Markdown, Material, Matter, NO_FEE, NamesAt, Note, Question, Scenario,
    Step, Stop, StopKind, Text,
};
use crate::schema::{GUIDE, REMARK, RESULT, SCENARIO, STEP, STOP};

/// What guides refer to in other files.
pub(super) struct Registers {
    /// None, like the other two, when its file could not be read: then nothing that refers to it is judged.
    pub(super) site: Option<(Vec<Category>, Vec<Text>)>,
    pub(super) materials: Option<Register<Material>>,
    pub(super) questions: Option<Register<Question>>,
}

/// The matter of a guide; `None` when something without which there is no page was reported.
pub(super) fn matter(
    reader: &Reader,
    name: &str,
    root: &Node,
    body: Markdown,
    registers: &Registers,
) -> Option<Matter> {
    let table = reader.table("", root, &GUIDE)?;
    allow::read(&table);
    let questions = match table.get(keys::QUESTIONS) {
        Some(node) => question::questions(reader, node, registers.questions.as_ref()),
        None => Vec::new(),
    };
    let vocabulary = Vocabulary::new(
        reader,
        &questions,
        unread(&table, &questions),
        table.get(keys::FACTS),
    );
    let guide = Guide {
        reader,
        table: &table,
        vocabulary: &vocabulary,
        registers,
    };
    let head = guide.head();
    let rules = guide.rules();
    let facts = vocabulary.into_facts();
    let (head, lines) = (head?, rules.lines);
    let mut questions = questions.clone();
    amount::name_each(reader, &mut questions, &lines);
    Some(Matter {
        file: reader.file.to_string(),
        name: name.to_owned(),
        facts,
        requirements: requirements::requirements(&table, &rules.stops),
        stops: rules.stops,
        lines,
        steps: rules.steps,
        notes: rules.notes,
        scenarios: rules.scenarios,
        body: body.without_title(head.title.source()),
        questions,
        ..head
    })
}

/// The questions that the guide lists and that could not be read.
fn unread(table: &Table<'_, '_>, questions: &[Question]) -> Vec<String> {
    let Some(Node {
        value: Value::Map(entries),
        ..
    }) = table.get(keys::QUESTIONS)
    else {
        return Vec::new();
    };
    let names = entries.iter().filter_map(|(key, _)| match &key.value {
        Value::Text { text, .. } => Some(text.trim().to_owned()),
        _ => None,
    });
    names
        .filter(|name| questions.iter().all(|q| q.id != *name))
        .collect()
}

/// 渠道.
pub(super) fn channels(table: &Table<'_, '_>) -> Vec<Channel> {
    let names = table.required_list(keys::CHANNELS).iter();
    names
        .filter_map(|n| {
            table
                .reader
                .one_of(keys::CHANNELS.zh, n, keys::CHANNEL_NAMES)
        })
        .collect()
}

/// 结果: in words, or {名称, 送达}.
pub(super) fn result(table: &Table<'_, '_>) -> Option<(Text, Option<Text>)> {
    let node = table.require(keys::RESULT)?;
    if let Value::Text { text, .. } = &node.value {
        return Some((Text::new(text.clone()), None));
    }
    let table = table.reader.table(keys::RESULT.zh, node, &RESULT)?;
    let text = table.required_text(keys::NAME)?;
    Some((text, table.text(keys::DELIVERY)))
}

struct Guide<'a, 'n> {
    reader: &'a Reader,
    table: &'a Table<'a, 'n>,
    vocabulary: &'a Vocabulary<'a>,
    registers: &'a Registers,
}

/// The lists with conditions.
struct Rules {
    stops: Vec<Stop>,
    lines: Vec<crate::model::Line>,
    steps: Vec<Step>,
    notes: Vec<Note>,
    scenarios: Vec<Scenario>,
}

impl Guide<'_, '_> {
    /// Everything that every guide has; every mandatory key is looked at before the first missing one ends it.
    fn head(&self) -> Option<Matter> {
        let (table, reader) = (self.table, self.reader);
        let code = table
            .require(keys::CODE)
            .and_then(|node| values::code(reader, keys::CODE.zh, node));
        // Without its day a guide would be a second one of its code.
        let effective = match table.get(keys::EFFECTIVE) {
            Some(node) => values::date(reader, keys::EFFECTIVE.zh, node)
                .map(|day| Some(reader.at(&node.span, day))),
            None => Some(None),
        };
        let title = table.required_text(keys::TITLE);
        let summary = table.required_text(keys::SUMMARY);
        let aliases = table.located_texts(keys::ALIASES);
        let category = self.category();
        let desk_mode = table
            .require(keys::DESK_MODE)
            .and_then(|n| reader.one_of(keys::DESK_MODE.zh, n, keys::DESK_MODES));
        let authority = table.required_text(keys::AUTHORITY);
        let accepted_by = table.required_text(keys::ACCEPTED_BY);
        let cases = Cases {
            reader,
            vocabulary: Some(self.vocabulary),
        };
        let limits = table
            .require(keys::TIME_LIMIT)
            .and_then(|node| cases.limits(node));
        let channels = channels(table);
        let fees = table.require(keys::FEE).map(|node| cases.fees(node));
        let visits = table
            .require(keys::VISITS)
            .and_then(|node| cases.visits(node));
        let basis = table
            .required_list(keys::BASIS)
            .iter()
            .filter_map(|n| values::basis(reader, n))
            .collect();
        let date = |key: Key| {
            table
                .require(key)
                .and_then(|node| values::date(reader, key.zh, node))
        };
        let verified_on = date(keys::VERIFIED_ON);
        let verified_by = table.required_text(keys::VERIFIED_BY);
        let review_by = date(keys::REVIEW_BY);
        let result = result(table);
        let (result, delivery) = result?;
        Some(Matter {
            file: String::new(),
            name: String::new(),
            code: code?,
            draft: table.yes(keys::DRAFT).then(|| table.line(keys::DRAFT)),
            effective: effective?,
            title: title?,
            summary: summary?,
            names_at: NamesAt {
                title: table.value_place(keys::TITLE),
                summary: table.value_place(keys::SUMMARY),
                aliases: aliases.iter().map(|alias| alias.place.clone()).collect(),
            },
            aliases: aliases
                .into_iter()
                .map(|alias| Text::new(alias.value))
                .collect(),
            category: category?,
            life_events: self.life_events(),
            desk_mode: desk_mode?,
            authority: authority?,
            accepted_by: accepted_by?,
            limits: limits?,
            channels,
            online: online(table),
            fees: fees?,
            visits: visits?,
            accepted: acceptance::accepted(table).unwrap_or_default(),
            appointment: acceptance::appointment(table).and_then(Said::kept),
            venues: table
                .get(keys::VENUE)
                .map(|node| cases.venues(node))
                .unwrap_or_default(),
            basis,
            verified_on: reader.at(&table.get(keys::VERIFIED_ON)?.span, verified_on?),
            verified_by: verified_by?,
            review_by: reader.at(&table.get(keys::REVIEW_BY)?.span, review_by?),
            questions: Vec::new(),
            facts: Vec::new(),
            requirements: Vec::new(),
            stops: Vec::new(),
            lines: Vec::new(),
            steps: Vec::new(),
            result,
            delivery,
            notes: Vec::new(),
            pitfalls: table.texts(keys::PITFALLS),
            related: table.located_texts(keys::RELATED),
            scenarios: Vec::new(),
            body: Markdown::default(),
            own: None,
        })
    }

    fn category(&self) -> Option<String> {
        let node = self.table.require(keys::CATEGORY)?;
        let name = self.reader.text(keys::CATEGORY.zh, node)?;
        let Some((categories, _)) = &self.registers.site else {
            return Some(name);
        };
        let found = categories.iter().find(|c| c.id == name || c.name == *name);
        if found.is_none() {
            let known: Vec<String> = categories
                .iter()
                .map(|c| c.name.source().to_owned())
                .collect();
            let suggestion = closest(&name, known.iter().map(String::as_str));
            self.reader.report(
                &node.span,
                ReferenceFault::UnknownCategory {
                    name,
                    suggestion,
                    known,
                }
                .into(),
            );
        }
        found.map(|c| c.id.clone())
    }

    fn life_events(&self) -> Vec<usize> {
        let events = self.table.located_texts(keys::LIFE_EVENTS);
        let Some((_, known)) = &self.registers.site else {
            return Vec::new();
        };
        let place = |event: At<String>| {
            let found = known.iter().position(|name| name.source() == event.value);
            if found.is_none() {
                let suggestion = closest(&event.value, known.iter().map(Text::source));
                let name = event.value;
                let problem = ReferenceFault::UnknownLifeEvent { name, suggestion };
                self.reader
                    .report(&(event.place.start..event.place.end), problem.into());
            }
            found
        };
        events.into_iter().filter_map(place).collect()
    }

    fn rules(&self) -> Rules {
        let lines = Lines {
            reader: self.reader,
            vocabulary: self.vocabulary,
            materials: self.registers.materials.as_ref(),
        };
        let list = |key: Key| self.table.list(key).iter();
        Rules {
            stops: list(keys::STOPS)
                .filter_map(|node| self.stop(node))
                .collect(),
            lines: self
                .table
                .required_list(keys::MATERIALS)
                .iter()
                .filter_map(|node| lines.line(node))
                .collect(),
            steps: self
                .table
                .required_list(keys::STEPS)
                .iter()
                .filter_map(|node| self.step(node))
                .collect(),
            notes: list(keys::NOTES)
                .filter_map(|node| self.note(node))
                .collect(),
            scenarios: list(keys::SCENARIOS)
                .filter_map(|node| self.scenario(node))
                .collect(),
        }
    }

    fn stop(&self, node: &Node) -> Option<Stop> {
        let table = self.reader.table(keys::STOPS.zh, node, &STOP)?;
        let when = table
            .require(keys::WHEN)
            .and_then(|node| self.vocabulary.condition(node));
        let title = table.required_text(keys::TITLE);
        let kind = table
            .get(keys::KIND)
            .map_or(Some(StopKind::default()), |node| {
                self.reader.one_of(keys::KIND.zh, node, keys::STOP_KINDS)
            });
        let text = table.required_text(keys::TEXT)?;
        Some(Stop {
            when: when?,
            kind: kind?,
            title: title?,
            text,
            instead: table.located_texts(keys::INSTEAD),
            change: table.text(keys::CHANGE),
            phone: table.text(keys::PHONE),
            free: requirements::is_free(&table),
            place: table.place(),
        })
    }

    fn step(&self, node: &Node) -> Option<Step> {
        let table = self.reader.table(keys::STEPS.zh, node, &STEP)?;
        let when = self.vocabulary.when(&table);
        let name = table.required_text(keys::NAME)?;
        Some(Step {
            when: when.ok()?,
            name,
            who: table.text(keys::WHO),
            days: table.count(keys::DAYS),
            what_you_do: table.text(keys::WHAT_YOU_DO),
            place: table.place(),
        })
    }

    fn note(&self, node: &Node) -> Option<Note> {
        if let Value::Text { text, .. } = &node.value {
            return Some(Note {
                when: None,
                text: Text::new(text.clone()),
                place: self.reader.place(&node.span),
            });
        }
        let table = self.reader.table(keys::NOTES.zh, node, &REMARK)?;
        let when = self.vocabulary.when(&table);
        let text = table.required_text(keys::TEXT)?;
        Some(Note {
            when: when.ok()?,
            text,
            place: table.place(),
        })
    }

    fn scenario(&self, node: &Node) -> Option<Scenario> {
        let table = self.reader.table(keys::SCENARIOS.zh, node, &SCENARIO)?;
        let name = table.required_name(keys::NAME);
        let locally = table.get(keys::LOCALLY);
        let locally = locally.map_or_else(Vec::new, |node| self.vocabulary.locally(node));
        let answers = table
            .require(keys::ANSWERS)
            .and_then(|node| self.vocabulary.answers(node));
        let stop = table
            .get(keys::STOP)
            .and_then(|node| self.reader.located(keys::STOP.zh, node));
        if stop.is_none() {
            table.require(keys::BRING);
        }
        let answers = answers?;
        Some(Scenario {
            place: table.place(),
            name: name?,
            locally,
            answers: answers.given,
            visit: answers.visit,
            bring: table.located_texts(keys::BRING),
            stop,
            fee: self.said(&table, keys::FEE, NO_FEE),
            visits: self.counted(&table, keys::VISITS),
            promised: self.counted(&table, keys::TIME_LIMIT),
            venue: self.said(&table, keys::VENUE, HALL),
        })
    }

    /// What an example says of a key; `usual` has a name in each language.
    fn said(
        &self,
        table: &Table<'_, '_>,
        key: Key,
        usual: [&'static str; 2],
    ) -> Option<At<String>> {
        let mut said = self.reader.located(key.zh, table.get(key)?)?;
        if usual.contains(&said.value.as_str()) {
            usual[0].clone_into(&mut said.value);
        }
        Some(said)
    }

    fn counted(&self, table: &Table<'_, '_>, key: Key) -> Option<At<u32>> {
        let node = table.get(key)?;
        let count = self.reader.count(key.zh, node)?;
        Some(self.reader.at(&node.span, count))
    }
}
