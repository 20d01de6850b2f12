//! Whether parts are all the parts of one site.

use std::collections::BTreeMap;

use jiff::civil::Date;
use onetrip_core::diagnostic::{Finding, PartFault, PartInput};
use onetrip_core::output::{FileRecord, GENERATOR};

use super::again;
use super::given::Part;

/// So many missing parts are named one by one.
const MOST_NAMED: usize = 1000;

/// Parts that belong together.
pub(super) struct Agreed<'a> {
    /// Every file by its path.
    pub(super) files: BTreeMap<&'a str, &'a FileRecord>,
    /// The place, among the parts, of the one that has a path.
    pub(super) at: BTreeMap<&'a str, usize>,
}

/// Holds parts against one another; none where nothing more can be said of them.
pub(super) fn agree<'a>(
    parts: &'a [Part<'_>],
    today: Date,
    findings: &mut Vec<Finding>,
) -> Option<Agreed<'a>> {
    let model = model(parts)?;
    let differ = parts.iter().filter_map(|part| differs(part, model, today));
    findings.extend(differ.map(|fault| Finding::nowhere(fault.into())));
    numbers(parts, model, today, findings);
    // Files of another origin say nothing more.
    if !findings.is_empty() {
        return None;
    }
    let agreed = paths(parts, findings);
    findings.is_empty().then_some(agreed)
}

/// The part of this version that most others are like.
fn model<'p, 'a>(parts: &'p [Part<'a>]) -> Option<&'p Part<'a>> {
    let origin = |part: &Part<'_>| {
        let ours = part.site.generator == GENERATOR;
        (ours, part.record.of, part.record.digest.clone())
    };
    let mut many = BTreeMap::new();
    for part in parts {
        *many.entry(origin(part)).or_insert(0) += 1;
    }
    // Of several that are alike the first.
    let parts = parts.iter().rev();
    parts.max_by_key(|part| {
        let origin = origin(part);
        (origin.0, many.get(&origin).copied())
    })
}

/// In what a part is no part of the site that `model` is a part of.
fn differs(part: &Part<'_>, model: &Part<'_>, today: Date) -> Option<PartFault> {
    let (path, other) = (part.name.to_owned(), model.name.to_owned());
    let (record, wanted) = (&part.record, &model.record);
    let typed = || again::command(model, record.number, today);
    if part.site.generator != GENERATOR {
        return Some(PartFault::Version {
            path,
            version: part.site.generator.clone(),
            wanted: GENERATOR.to_owned(),
            typed: typed(),
        });
    }
    if record.of != wanted.of {
        return Some(PartFault::Of {
            path,
            of: record.of,
            other,
            wanted: wanted.of,
        });
    }
    let what = different(part, model);
    (!what.is_empty()).then(|| PartFault::Differs {
        path,
        other,
        what,
        typed: typed(),
    })
}

/// What two parts were not made from alike.
fn different(part: &Part<'_>, model: &Part<'_>) -> Vec<PartInput> {
    let (record, wanted) = (&part.record, &model.record);
    let (from, other) = (&record.made_from, &wanted.made_from);
    let ledger = |part: &Part<'_>| part.ledger().map(|file| file.sha256.clone());
    let pairs = [
        (PartInput::Content, from.content == other.content),
        (PartInput::Ledger, record.ledger == wanted.ledger),
        (PartInput::Theme, from.theme == other.theme),
        (PartInput::Press, from.press == other.press),
        (PartInput::Day, from.day == other.day),
        (PartInput::Address, from.address == other.address),
        (PartInput::Printed, from.printed == other.printed),
        (PartInput::Drafts, from.drafts == other.drafts),
    ];
    let mut what: Vec<PartInput> = pairs
        .into_iter()
        .filter_map(|(what, same)| (!same).then_some(what))
        .collect();
    // Of equal origins this one follows.
    if what.is_empty() && ledger(part) != ledger(model) {
        what.push(PartInput::Ledger);
    }
    what
}

/// Each number once.
fn numbers(parts: &[Part<'_>], model: &Part<'_>, today: Date, findings: &mut Vec<Finding>) {
    let of = model.record.of;
    let mut there: BTreeMap<usize, &str> = BTreeMap::new();
    for part in parts.iter().filter(|part| part.record.of == of) {
        let number = part.record.number;
        match there.get(&number) {
            Some(other) => findings.push(Finding::nowhere(
                PartFault::Twice {
                    path: part.name.to_owned(),
                    other: (*other).to_owned(),
                    number,
                }
                .into(),
            )),
            None => drop(there.insert(number, part.name)),
        }
    }
    let missing = (1..=of).filter(|number| !there.contains_key(number));
    findings.extend(missing.take(MOST_NAMED).map(|number| {
        let typed = again::command(model, number, today);
        Finding::nowhere(PartFault::Missing { number, typed }.into())
    }));
}

/// Each path in one part.
fn paths<'a>(parts: &'a [Part<'_>], findings: &mut Vec<Finding>) -> Agreed<'a> {
    let mut agreed = Agreed {
        files: BTreeMap::new(),
        at: BTreeMap::new(),
    };
    for (index, part) in parts.iter().enumerate() {
        let mut twice: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
        for file in part.published() {
            if let Some(other) = agreed.at.insert(&file.path, index) {
                twice.entry(other).or_default().push(&file.path);
            }
            agreed.files.insert(&file.path, file);
        }
        for (other, files) in twice {
            let fault = PartFault::PathTwice {
                path: part.name.to_owned(),
                other: parts
                    .get(other)
                    .map_or(part.name, |one| one.name)
                    .to_owned(),
                count: files.len(),
                example: files.first().copied().unwrap_or_default().to_owned(),
            };
            findings.push(Finding::nowhere(fault.into()));
        }
    }
    agreed
}
