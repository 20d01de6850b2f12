//! 免提交: why a paper need not be brought.

use super::decode::{Reader, Table};
use super::keys::{self, Key};
use super::line;
use super::yaml::{Node, Value};
use crate::diagnostic::{ExemptFault, Problem};
use crate::model::{Exempt, ExemptBy, Paper};
use crate::schema::EXEMPT;

/// What says how a paper is brought; who need not bring it is asked none of it.
const BRINGING: &[Key] = &[
    keys::ORIGINALS,
    keys::COPIES,
    keys::HAND_IN,
    keys::DEFER,
    keys::RECOMMENDED,
    keys::E_CERTIFICATE,
];

/// What the table says of it: the manner alone, or {方式, 承诺书, 说明}.
pub(super) fn exempt(table: &Table<'_, '_>) -> Option<Exempt> {
    let node = table.get(keys::EXEMPT)?;
    let reader = table.reader;
    if !matches!(node.value, Value::Map(_)) {
        let by = reader.one_of(keys::EXEMPT.zh, node, keys::EXEMPTIONS)?;
        return Some(judged(
            reader,
            node,
            Exempt::of(by, reader.place(&node.span)),
        ));
    }
    let inner = reader.table(keys::EXEMPT.zh, node, &EXEMPT)?;
    let manner = inner.require(keys::MANNER);
    let by = manner.and_then(|node| reader.one_of(keys::MANNER.zh, node, keys::EXEMPTIONS));
    let exempt = Exempt {
        promise_form: line::attachment(&inner, keys::PROMISE_FORM),
        note: inner.text(keys::NOTE),
        ..Exempt::of(by?, reader.place(&inner.key_span(keys::MANNER)))
    };
    if exempt.promise_form.is_some() && exempt.by != ExemptBy::Promise {
        let fault = ExemptFault::FormUnfit {
            by: name(exempt.by),
        };
        reader.report(&inner.key_span(keys::PROMISE_FORM), Problem::from(fault));
    }
    Some(judged(reader, node, exempt))
}

/// Reports a promise that nobody could read before signing it, and of which nothing else is said.
fn judged(reader: &Reader, node: &Node, exempt: Exempt) -> Exempt {
    let is_told = exempt.promise_form.is_some() || exempt.note.is_some();
    if exempt.by == ExemptBy::Promise && !is_told {
        reader.report(&node.span, Problem::from(ExemptFault::PromiseForm));
    }
    exempt
}

/// Reports what the table says of bringing a paper that need not be brought, as it says itself or, of a community's table, the
/// region.
pub(super) fn contradictions(table: &Table<'_, '_>, paper: &Paper) {
    let Some(exempt) = &paper.exempt else {
        return;
    };
    let may_be_shown = exempt.may_be_shown();
    let said = BRINGING.iter().filter(|key| {
        let says_so = table.get(**key).is_some_and(|node| !is_nothing(node));
        says_so && !(may_be_shown && **key == keys::E_CERTIFICATE)
    });
    for key in said {
        let fault = ExemptFault::With {
            paper: paper.id.clone(),
            key: (key.zh, key.en),
            shown: *key == keys::E_CERTIFICATE,
            by_region: table.get(keys::EXEMPT).is_none(),
        };
        table
            .reader
            .report(&table.key_span(*key), Problem::from(fault));
    }
}

/// `原件: 0`, `收走: 否`: what an exemption says too.
fn is_nothing(node: &Node) -> bool {
    matches!(&node.value, Value::Text { text, .. } if ["0", "否", "no", "false"].contains(&text.trim()))
}

/// As guides write it.
fn name(by: ExemptBy) -> &'static str {
    let known = keys::EXEMPTIONS.iter().find(|(.., known)| *known == by);
    known.map_or("", |(zh, ..)| zh)
}
