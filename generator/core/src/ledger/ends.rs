//! A code ends, comes back, or was never printed.

use jiff::civil::Date;

use super::publish::one_line;
use super::{refuse, successor};
use crate::diagnostic::{Problem, PublishedIn, Refusal, closest};
use crate::model::{End, Entry, Ledger, PublishedCode, Region, Retirement};

/// The posters that a person means: of one code, of some communities, or of one code in some communities.
#[derive(Clone, Copy, Debug)]
pub struct Selection<'a> {
    /// The code; none: every code.
    pub code: Option<&'a str>,
    /// The communities by id; none: all of them.
    pub communities: &'a [String],
}

impl Selection<'_> {
    /// The posters; at least one for each community that is named.
    fn of(self, ledger: &Ledger) -> Result<Vec<PublishedCode>, Problem> {
        let fits = |poster: &&PublishedCode| self.code.is_none_or(|code| code == poster.code);
        let of_code: Vec<&PublishedCode> = ledger.posters.keys().filter(fits).collect();
        if let (Some(code), true) = (self.code, of_code.is_empty()) {
            let suggestion = closest(
                code,
                ledger.posters.keys().map(|poster| poster.code.as_str()),
            );
            return refuse(Refusal::UnknownCode {
                code: code.to_owned(),
                suggestion,
            });
        }
        for id in self.communities {
            if of_code.iter().all(|poster| poster.community != *id) {
                let mut known: Vec<String> = of_code
                    .iter()
                    .map(|poster| poster.community.clone())
                    .collect();
                known.dedup();
                let code = self.code.map(str::to_owned);
                return refuse(Refusal::NotThere {
                    code,
                    community: id.clone(),
                    known: PublishedIn(known),
                });
            }
        }
        let meant = |poster: &&&PublishedCode| {
            self.communities.is_empty() || self.communities.contains(&poster.community)
        };
        Ok(of_code
            .iter()
            .filter(meant)
            .map(|poster| (*poster).clone())
            .collect())
    }

    /// What the refusals call it.
    fn name(self) -> String {
        self.code
            .map_or_else(|| self.communities.join("、"), str::to_owned)
    }
}

/// Ends codes: their pages lead to the code `to` from now on, or say why they ended.
///
/// # Errors
/// When a code was never published or has ended, or its successor is not in use.
pub fn retire(
    region: &Region,
    ledger: &Ledger,
    selection: Selection<'_>,
    retirement: Result<&str, &str>,
    today: Date,
) -> Result<Ledger, Problem> {
    let mut posters = selection.of(ledger)?;
    let ended = |poster: &PublishedCode| {
        ledger
            .posters
            .get(poster)
            .and_then(|record| record.end.as_ref())
    };
    if let Some((poster, end)) = posters
        .first()
        .and_then(|poster| Some((poster, ended(poster)?)))
        && (posters.iter().all(|poster| ended(poster).is_some()))
    {
        let (typed, on) = (poster.typed(), end.on.to_string());
        return refuse(Refusal::AlreadyEnded {
            poster: poster.to_string(),
            typed,
            on,
        });
    }
    posters.retain(|poster| ended(poster).is_none());
    let mut ledger = ledger.clone();
    for poster in posters {
        let retirement = match retirement {
            Ok(code) => Retirement::To(named(region, &ledger, &poster, code)?),
            Err(reason) => Retirement::Because(because(reason)?),
        };
        if let Some(record) = ledger.posters.get_mut(&poster) {
            record.end = Some(End {
                on: today,
                retirement,
            });
        }
    }
    Ok(ledger)
}

fn named(
    region: &Region,
    ledger: &Ledger,
    poster: &PublishedCode,
    typed: &str,
) -> Result<PublishedCode, Problem> {
    let to = PublishedCode::parse_beside(typed, &poster.community)
        .unwrap_or_else(|| PublishedCode::new(&poster.community, typed));
    successor(region, ledger, poster, &to).map(|()| to)
}

fn because(reason: &str) -> Result<String, Problem> {
    let text = one_line(reason);
    if text.is_empty() {
        refuse(Refusal::FarewellEmpty)
    } else {
        Ok(text)
    }
}

/// Takes the end of codes back.
///
/// # Errors
/// When none of them has ended.
pub fn restore(ledger: &Ledger, selection: Selection<'_>) -> Result<Ledger, Problem> {
    let posters = selection.of(ledger)?;
    let mut restored = ledger.clone();
    for poster in &posters {
        if let Some(record) = restored.posters.get_mut(poster) {
            record.end = None;
        }
    }
    if restored == *ledger {
        refuse(Refusal::NotEnded {
            code: selection.name(),
        })
    } else {
        Ok(restored)
    }
}

/// Forgets codes that were never printed.
///
/// # Errors
/// When one was never published, or is the successor of another.
pub fn forget(ledger: &Ledger, selection: Selection<'_>) -> Result<Ledger, Problem> {
    let mut left = ledger.clone();
    for poster in selection.of(ledger)? {
        left.posters.remove(&poster);
    }
    let leads_to_forgotten = |record: &Entry| match record.end.as_ref().map(|end| &end.retirement) {
        Some(Retirement::To(to))
            if !left.posters.contains_key(to) && ledger.posters.contains_key(to) =>
        {
            Some(to.to_string())
        }
        _ => None,
    };
    for (of, record) in &left.posters {
        if let Some(poster) = leads_to_forgotten(record) {
            return refuse(Refusal::StillSuccessor {
                poster,
                ended: of.to_string(),
                typed: of.typed(),
            });
        }
    }
    let posters = &left.posters;
    left.communities
        .retain(|id, _| posters.keys().any(|poster| poster.community == *id));
    Ok(left)
}
