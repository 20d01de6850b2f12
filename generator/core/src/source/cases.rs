//! 收费, 到场, 时限 and 在哪办: each one entry, or a list of entries with the situations in which they hold.

use super::condition::{Reported, Vocabulary};
use super::decode::{Reader, Table};
use super::keys::{self, Key};
use super::overrides;
use super::yaml::{Node, Value};
use crate::diagnostic::{At, Expected, Problem, SenseFault};
use crate::model::{
    Case, Condition, Duration, Fee, HALL, NO_FEE, TimeLimit, TimeUnit, VenueId, Visits,
};
use crate::schema::{FEE, LIMIT, VENUE_CASE, VISIT};

/// Reads the entries of one key of a guide, or of an overlay, which can have no conditions.
pub(super) struct Cases<'a> {
    pub(super) reader: &'a Reader,
    /// None in an overlay.
    pub(super) vocabulary: Option<&'a Vocabulary<'a>>,
}

impl Cases<'_> {
    /// 收费: 不收费, or a list.
    pub(super) fn fees(&self, node: &Node) -> Vec<Case<Fee>> {
        match &node.value {
            Value::Text { text, .. } if NO_FEE.contains(&text.as_str()) => Vec::new(),
            Value::List { .. } | Value::Map(_) => self.each(keys::FEE, node, Self::fee),
            _ => {
                self.reader.wrong(keys::FEE.zh, node, Expected::Fee);
                Vec::new()
            }
        }
    }

    /// 到场: an entry or a list; none when nothing could be read.
    pub(super) fn visits(&self, node: &Node) -> Option<Vec<Case<Visits>>> {
        some(self.each(keys::VISITS, node, Self::visit))
    }

    /// 时限: an entry or a list; none when nothing could be read.
    pub(super) fn limits(&self, node: &Node) -> Option<Vec<Case<TimeLimit>>> {
        some(self.each(keys::TIME_LIMIT, node, Self::limit))
    }

    /// 在哪办: the name of a place, or a list of {地点, 当}; the hall goes by its own name.
    pub(super) fn venues(&self, node: &Node) -> Vec<Case<VenueId>> {
        if let Value::Text { .. } = &node.value {
            let name = self.reader.located(keys::VENUE.zh, node);
            let always = |venue: VenueId| Case {
                when: None,
                value: venue,
                place: self.reader.place(&node.span),
            };
            // Without a place it is the hall.
            return name
                .and_then(place)
                .map(|at| always(Some(at)))
                .into_iter()
                .collect();
        }
        self.each(keys::VENUE, node, Self::venue)
    }

    fn each<V>(
        &self,
        key: Key,
        node: &Node,
        read: impl Fn(&Self, &Node) -> Option<Case<V>>,
    ) -> Vec<Case<V>> {
        let entries = self.reader.list(key.zh, node);
        if entries.is_empty() && matches!(node.value, Value::List { .. }) {
            self.reader.wrong(key.zh, node, Expected::List);
        }
        entries
            .iter()
            .filter_map(|entry| read(self, entry))
            .collect()
    }

    fn fee(&self, node: &Node) -> Option<Case<Fee>> {
        let table = self.reader.table(keys::FEE.zh, node, &FEE)?;
        let when = self.when(&table);
        let fee = Fee {
            name: table.required_text(keys::NAME)?,
            amount: table.text(keys::AMOUNT),
            basis: table.text(keys::BASIS_TEXT),
        };
        let called = || fee.name.source().to_owned();
        let fault = match (&fee.amount, &fee.basis) {
            (None, _) => Some((keys::AMOUNT, SenseFault::FeeNoAmount { fee: called() })),
            (Some(amount), _) if is_by_the_rules(amount.source()) => {
                Some((keys::AMOUNT, SenseFault::FeeNoAmount { fee: called() }))
            }
            (_, None) => Some((keys::BASIS_TEXT, SenseFault::FeeNoBasis { fee: called() })),
            _ => None,
        };
        if let Some((_, fault)) = fault.filter(|(key, _)| !table.may_have_meant(*key)) {
            self.reader.report(&node.span, Problem::from(fault));
        }
        Some(case(when.ok()?, fee, &table))
    }

    fn visit(&self, node: &Node) -> Option<Case<Visits>> {
        let table = self.reader.table(keys::VISITS.zh, node, &VISIT)?;
        let when = self.when(&table);
        let count = self
            .reader
            .count(keys::COUNT.zh, table.require(keys::COUNT)?)?;
        if count > 0 && table.get(keys::REASON).is_none() && !table.may_have_meant(keys::REASON) {
            let fault = SenseFault::VisitNoReason { count };
            self.reader.report(&node.span, Problem::from(fault));
        }
        let visits = Visits {
            count,
            reason: table.text(keys::REASON),
            who: table.texts(keys::VISITORS),
        };
        Some(case(when.ok()?, visits, &table))
    }

    fn limit(&self, node: &Node) -> Option<Case<TimeLimit>> {
        let table = self.reader.table(keys::TIME_LIMIT.zh, node, &LIMIT)?;
        let when = self.when(&table);
        let reader = self.reader;
        let unit = match table.get(keys::UNIT) {
            Some(unit) => reader.one_of(keys::UNIT.zh, unit, keys::TIME_UNITS)?,
            None => TimeUnit::Workday,
        };
        let statutory = match table.get(keys::STATUTORY) {
            Some(Node {
                value: Value::Text { text, .. },
                ..
            }) if text == "无" || text == "none" => None,
            Some(days) => Some(reader.count(keys::STATUTORY.zh, days)?),
            None => None,
        };
        let promised = table.require(keys::PROMISED)?;
        let days = reader.count(keys::PROMISED.zh, promised)?;
        if let Some(statutory) = statutory.filter(|statutory| days > *statutory) {
            let problem = SenseFault::PromiseAboveStatutory {
                promised: days,
                statutory,
            }
            .into();
            reader.report(&promised.span, problem);
        }
        let limit = TimeLimit {
            statutory: statutory.map(|days| Duration { days, unit }),
            promised: Duration { days, unit },
        };
        Some(case(when.ok()?, limit, &table))
    }

    fn venue(&self, node: &Node) -> Option<Case<VenueId>> {
        let table = self.reader.table(keys::VENUE.zh, node, &VENUE_CASE)?;
        let when = self.when(&table);
        let name = table.require(keys::VENUE_OF)?;
        let name = self.reader.located(keys::VENUE_OF.zh, name)?;
        Some(case(when.ok()?, place(name), &table))
    }

    fn when(&self, table: &Table<'_, '_>) -> Result<Option<Condition>, Reported> {
        let Some(vocabulary) = self.vocabulary else {
            overrides::fixed(table, keys::WHEN);
            return Ok(None);
        };
        vocabulary.when(table)
    }
}

fn case<V>(when: Option<Condition>, value: V, table: &Table<'_, '_>) -> Case<V> {
    Case {
        when,
        value,
        place: table.place(),
    }
}

fn some<V>(cases: Vec<V>) -> Option<Vec<V>> {
    (!cases.is_empty()).then_some(cases)
}

/// What a name of a place means; none: the hall.
fn place(name: At<String>) -> VenueId {
    (!HALL.contains(&name.value.as_str())).then_some(name)
}

/// 按规定收取: no figure, and no local fact that says one.
fn is_by_the_rules(amount: &str) -> bool {
    let says = |c: char| c.is_numeric() || "{一二三四五六七八九十百".contains(c);
    amount.contains('按') && !amount.contains(says)
}
