//! Problems of the ledger of published codes (`codes.lock`), their ids and their texts: what is wrong in the file itself,
//! what a build would do to posters that hang, and what a command on the ledger refuses.

mod dying;
mod fault;
mod refusal;

pub use dying::{AffectedPosters, BrokenPoster, LostBy};
pub use fault::{LedgerFault, LedgerLine};
pub use refusal::Refusal;

use super::{Reason, Severity};

/// Anything that is wrong about published codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LedgerProblem {
    /// In the file.
    Fault(LedgerFault),
    /// On walls.
    BrokenPoster(BrokenPoster),
    /// In a command.
    Refusal(Refusal),
}

impl LedgerProblem {
    /// The id.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Fault(fault) => fault.id(),
            Self::BrokenPoster(dying) => dying.id(),
            Self::Refusal(refusal) => refusal.id(),
        }
    }

    pub(super) fn severity(&self) -> Severity {
        match self {
            Self::BrokenPoster(BrokenPoster::Preview { .. }) => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// `because` says the system's reason in Chinese.
    pub(super) fn zh(&self, because: impl Fn(&Reason) -> &str) -> String {
        match self {
            Self::Fault(fault) => fault.zh(because),
            Self::BrokenPoster(dying) => dying.zh(),
            Self::Refusal(refusal) => refusal.zh(),
        }
    }

    pub(super) fn zh_remedy(&self) -> String {
        match self {
            Self::Fault(fault) => fault.zh_remedy(),
            Self::BrokenPoster(dying) => dying.zh_remedy(),
            Self::Refusal(refusal) => refusal.zh_remedy(),
        }
    }

    pub(super) fn en(&self) -> String {
        match self {
            Self::Fault(fault) => fault.en(),
            Self::BrokenPoster(dying) => dying.en(),
            Self::Refusal(refusal) => refusal.en(),
        }
    }

    pub(super) fn en_remedy(&self) -> String {
        match self {
            Self::Fault(fault) => fault.en_remedy(),
            Self::BrokenPoster(dying) => dying.en_remedy(),
            Self::Refusal(refusal) => refusal.en_remedy(),
        }
    }
}

/// `、` between names, at most `most` of them.
fn listed(names: &[String], most: usize, between: &str, more: impl Fn(usize) -> String) -> String {
    let shown = names
        .iter()
        .take(most)
        .cloned()
        .collect::<Vec<_>>()
        .join(between);
    if names.len() > most {
        format!("{shown}{}", more(names.len()))
    } else {
        shown
    }
}
