//! How the ledger of published codes changes: what a build adds, and what a person says about posters that hang.
//!
//! Ledger in, ledger out; what makes no sense is refused. Nothing here reads or writes a file.

mod ends;
mod moves;
mod publish;

pub use ends::{Selection, forget, restore, retire};
pub use moves::{move_community, move_site, rename};
pub use publish::publish;

use crate::diagnostic::{Problem, Refusal, closest};
use crate::model::{Ledger, PublishedCode, Region};

fn refuse<T>(refusal: Refusal) -> Result<T, Problem> {
    Err(refusal.into())
}

/// A poster's successor has to be in use, now or with the next build.
fn successor(
    region: &Region,
    ledger: &Ledger,
    poster: &PublishedCode,
    to: &PublishedCode,
) -> Result<(), Problem> {
    if to == poster {
        return refuse(Refusal::SuccessorItself {
            code: poster.to_string(),
        });
    }
    match ledger.posters.get(to).map(|record| record.end.as_ref()) {
        Some(Some(end)) => refuse(Refusal::SuccessorEnded {
            successor: to.to_string(),
            on: end.on.to_string(),
        }),
        Some(None) => Ok(()),
        None if region.shown(to).is_some() => Ok(()),
        None => {
            let community = region.community(&to.community);
            let offered: Vec<&str> = community
                .iter()
                .flat_map(|c| region.offered(c))
                .map(|matter| matter.code.value.as_str())
                .collect();
            let suggestion = closest(
                &to.code,
                offered.iter().copied().filter(|code| *code != poster.code),
            );
            let community = community.map_or_else(
                || to.community.clone(),
                |community| community.name.source().to_owned(),
            );
            refuse(Refusal::SuccessorUnknown {
                successor: to.code.clone(),
                community,
                suggestion,
            })
        }
    }
}
