//! 材料: the lines of the list.

use super::amount;
use super::choice::{is_choice, is_together};
use super::condition::Vocabulary;
use super::criteria;
use super::decode::{Reader, Register, Table};
use super::exempt::{contradictions, exempt};
use super::keys::{self, Key};
use super::text;
use super::values;
use super::yaml::{Node, Value};
use crate::diagnostic::{At, CountFault, Expected, Problem, ReferenceFault, ShapeFault, closest};
use crate::model::{
    Amount, Attachment, Details, Exempt, Group, Line, Material, Paper, PerAnswer, Question, Text,
};
use crate::schema::LINE;

/// What a table says of a paper in words.
pub(super) fn details(table: &Table<'_, '_>) -> Details {
    Details::read(|kind| table.text(keys::detail(kind)))
}

/// Which paper it is, where it comes from, and whether it is needed: the same in every community.
pub(super) const FIXED: &[Key] = &[
    keys::WHEN,
    keys::USE,
    keys::NAME,
    keys::OF,
    keys::RESULT_OF,
    keys::RECOMMENDED,
];

/// What lines may refer to.
pub(super) struct Lines<'a> {
    pub(super) reader: &'a Reader,
    pub(super) vocabulary: &'a Vocabulary<'a>,
    /// None when materials.yaml could not be read.
    pub(super) materials: Option<&'a Register<Material>>,
}

impl Lines<'_> {
    pub(super) fn line(&self, node: &Node) -> Option<Line> {
        match &node.value {
            Value::Map(_) if is_choice(node) => self.choice_line(node),
            Value::Map(_) if is_together(node) => {
                self.together_alone(node);
                None
            }
            Value::Map(_) => {
                let table = self.reader.table(keys::MATERIALS.zh, node, &LINE)?;
                let when = self.vocabulary.when(&table);
                let paper = Group::One(Box::new(self.paper(&table)?));
                Some(Line {
                    when: when.ok()?,
                    paper,
                    place: table.place(),
                })
            }
            _ => {
                self.reader.wrong("", node, Expected::Line);
                None
            }
        }
    }

    pub(super) fn paper(&self, table: &Table<'_, '_>) -> Option<Paper> {
        let used = table
            .get(keys::USE)
            .and_then(|node| self.reader.located(keys::USE.zh, node));
        let own = table.text(keys::NAME);
        let known = match (&used, own) {
            (Some(id), None) => self.registered(id),
            (None, Some(name)) => Some(Material {
                name,
                ..Material::default()
            }),
            _ => {
                if !table.may_have_meant(keys::USE) && !table.may_have_meant(keys::NAME) {
                    self.reader
                        .report(&table.node.span, ShapeFault::LineNeedsName.into());
                }
                None
            }
        };
        // A paper without a name is none, but the rest of it is looked at all the same.
        let named = known.is_some();
        let known = known.unwrap_or_default();
        let amount = |key| amount::amount(table, key, |node| self.vocabulary.counting(node));
        let copies = amount(keys::COPIES).unwrap_or_default();
        let exempt = exempt(table);
        let is_brought = exempt.is_none();
        let may_be_shown = exempt.as_ref().is_none_or(Exempt::may_be_shown);
        // How to get a paper that nobody has to show is of no interest.
        let known = if may_be_shown {
            known
        } else {
            Material {
                name: known.name,
                ..Material::default()
            }
        };
        let material = used.map(|id| id.value);
        let of = table.text(keys::OF);
        let paper = Paper {
            id: paper_id(
                material.as_deref().unwrap_or(known.name.source()),
                of.as_ref(),
            ),
            material,
            name: known.name,
            of,
            // A paper of which no number is given is needed once.
            originals: amount(keys::ORIGINALS)
                .unwrap_or(Amount::fixed(u32::from(copies.is_none() && is_brought))),
            copies,
            counts_at: None,
            hand_in: table.yes(keys::HAND_IN),
            details: details(table).or(known.details),
            criteria: criteria::criteria(table)
                .unwrap_or_default()
                .or(known.criteria),
            result_of: result_of(table, known.result_of),
            fresh: table
                .get(keys::FRESH)
                .and_then(|n| values::fresh(self.reader, n))
                .or(known.fresh),
            defer: table
                .get(keys::DEFER)
                .and_then(|n| values::defer(self.reader, n)),
            recommended: table.yes(keys::RECOMMENDED),
            exempt,
            e_certificate: match table.get(keys::E_CERTIFICATE) {
                Some(_) => table.yes(keys::E_CERTIFICATE),
                None => known.e_certificate,
            },
            blank_form: attachment(table, keys::BLANK_FORM),
            sample_form: attachment(table, keys::SAMPLE_FORM),
        };
        contradictions(table, &paper);
        named.then_some(paper)
    }

    fn registered(&self, id: &At<String>) -> Option<Material> {
        let Some(materials) = self.materials else {
            return Some(Material {
                name: Text::new(id.value.clone()),
                ..Material::default()
            });
        };
        let found = materials.get(&id.value);
        if found.is_none() {
            let suggestion = closest(&id.value, materials.keys().map(String::as_str));
            let span = id.place.start..id.place.end;
            self.reader.report(
                &span,
                ReferenceFault::UnknownMaterial {
                    name: id.value.clone(),
                    suggestion,
                }
                .into(),
            );
        }
        found.cloned().flatten()
    }
}

/// 由: a line may name another matter than the register does, or none (别处): 「外地发的居住证」.
fn result_of(table: &Table<'_, '_>, known: Option<At<String>>) -> Option<At<String>> {
    let Some(node) = table.get(keys::RESULT_OF) else {
        return known;
    };
    let own = table.reader.located(keys::RESULT_OF.zh, node)?;
    (!keys::ELSEWHERE.contains(&own.value.as_str())).then_some(own)
}

pub(super) fn attachment(table: &Table<'_, '_>, key: Key) -> Option<Attachment> {
    let path = table
        .get(key)
        .and_then(|node| table.reader.located(key.zh, node))?;
    Some(Attachment {
        path: path.value,
        place: path.place,
    })
}

/// Changes what the table says of a paper, and leaves the rest.
pub(super) fn change(table: &Table<'_, '_>, paper: &mut Paper, questions: &[Question]) {
    let counting = [paper.originals, paper.copies].map(|amount| amount.per);
    let counting = |node: &Node| same_count(table, node, paper, &counting, questions);
    let originals = amount::amount(table, keys::ORIGINALS, counting);
    let copies = amount::amount(table, keys::COPIES, counting);
    paper.originals = originals.unwrap_or(paper.originals);
    paper.copies = copies.unwrap_or(paper.copies);
    paper.details = details(table).or(std::mem::take(&mut paper.details));
    if let Some(own) = criteria::criteria(table) {
        paper.criteria = own;
    }
    if table.get(keys::HAND_IN).is_some() {
        paper.hand_in = table.yes(keys::HAND_IN);
    }
    if table.get(keys::E_CERTIFICATE).is_some() {
        paper.e_certificate = table.yes(keys::E_CERTIFICATE);
    }
    if let Some(node) = table.get(keys::FRESH) {
        paper.fresh = values::fresh(table.reader, node);
    }
    if let Some(node) = table.get(keys::DEFER) {
        paper.defer = values::defer(table.reader, node);
    }
    paper.blank_form = attachment(table, keys::BLANK_FORM).or(paper.blank_form.take());
    paper.sample_form = attachment(table, keys::SAMPLE_FORM).or(paper.sample_form.take());
    if let Some(exempt) = exempt(table) {
        spare(table, paper, exempt);
    }
    contradictions(table, paper);
}

/// Makes a paper one that need not be brought: nothing is left of how it is.
fn spare(table: &Table<'_, '_>, paper: &mut Paper, exempt: Exempt) {
    let says_so = |known: &Exempt| {
        let form = |exempt: &Exempt| exempt.promise_form.as_ref().map(|form| form.path.clone());
        known.by == exempt.by && known.note == exempt.note && form(known) == form(&exempt)
    };
    if paper.exempt.as_ref().is_some_and(says_so) {
        return;
    }
    if !exempt.may_be_shown() {
        paper.details = details(table);
        paper.fresh = None;
        paper.e_certificate = false;
    }
    paper.originals = Amount::default();
    paper.copies = Amount::default();
    paper.hand_in = false;
    paper.defer = None;
    paper.recommended = false;
    paper.exempt = Some(exempt);
}

/// The question that 每 names: one by which the region counts this paper too, since what is asked is the region's.
fn same_count(
    table: &Table<'_, '_>,
    node: &Node,
    paper: &Paper,
    region: &[Option<PerAnswer>; 2],
    questions: &[Question],
) -> Option<usize> {
    let name = table.reader.located(keys::EACH.zh, node)?;
    let wanted = text::name(&name.value);
    let mut counted = region.iter().flatten().map(|per| per.question);
    let found = counted.find(|index| questions[*index].id == wanted);
    if found.is_none() {
        let fault = CountFault::Overlay {
            question: wanted,
            paper: paper.id.clone(),
        };
        table.reader.report(&node.span, Problem::from(fault));
    }
    found
}

/// The paper as 带 names it.
fn paper_id(name: &str, of: Option<&Text>) -> String {
    of.map_or_else(|| name.to_owned(), |of| format!("{name}/{}", of.source()))
}
