//! The site, a community or a guide has another name now.

use jiff::civil::Date;

use super::{refuse, successor};
use crate::diagnostic::{Place, Problem, PublishedIn, ReferenceFault, Refusal, SiteFault, closest};
use crate::model::{BaseUrl, End, LEDGER, Ledger, Published, PublishedCode, Region, Retirement};

/// The site moved from the address `from` to the one in site.yaml.
///
/// # Errors
/// When the posters have another address, or site.yaml still has the old one.
pub fn move_site(
    region: &Region,
    ledger: &Ledger,
    from: &str,
    today: Date,
) -> Result<Ledger, Problem> {
    let to = region.base_url.value.clone()?;
    if to.is_private() {
        return Err(SiteFault::BaseUrlPrivate {
            url: to.to_string(),
        }
        .into());
    }
    let Some(published) = ledger.address() else {
        return refuse(Refusal::NothingPublished);
    };
    if !BaseUrl::parse(from).is_ok_and(|from| from.is(published)) {
        let (typed, published) = (from.to_owned(), published.to_owned());
        return refuse(Refusal::NotTheAddress { typed, published });
    }
    if to.is(published) {
        let address = to.to_string();
        return refuse(Refusal::NotMoved { address });
    }
    let old = published.to_owned();
    let mut ledger = ledger.clone();
    if let Some(site) = ledger.sites.get_mut(&old) {
        site.moved = Some((today, to.to_string()));
    }
    let back = || Published {
        since: today,
        moved: None,
        place: Place::file(LEDGER),
    };
    ledger
        .sites
        .entry(to.to_string())
        .or_insert_with(back)
        .moved = None;
    Ok(ledger)
}

/// The community `from` is the community `to` now: every code of it leads to the same code there.
///
/// # Errors
/// When nothing was published there, the old community is still there, or the new one lacks a code.
pub fn move_community(
    region: &Region,
    ledger: &Ledger,
    from: &str,
    to: &str,
    today: Date,
) -> Result<Ledger, Problem> {
    let moved: Vec<&PublishedCode> = ledger
        .living()
        .map(|(poster, _)| poster)
        .filter(|poster| poster.community == from)
        .collect();
    if moved.is_empty() {
        let mut known: Vec<String> = ledger
            .living()
            .map(|(poster, _)| poster.community.clone())
            .collect();
        known.dedup();
        return refuse(Refusal::NotThere {
            code: None,
            community: from.to_owned(),
            known: PublishedIn(known),
        });
    }
    if region.community(to).is_none() {
        let known = region
            .communities
            .iter()
            .map(|community| community.id.clone())
            .collect();
        return Err(ReferenceFault::UnknownCommunity {
            name: to.to_owned(),
            known,
        }
        .into());
    }
    if region.community(from).is_some() {
        return refuse(Refusal::CommunityStays {
            id: from.to_owned(),
        });
    }
    let mut changed = ledger.clone();
    for poster in moved {
        let target = PublishedCode::new(to, &poster.code);
        successor(region, ledger, poster, &target)?;
        if let Some(record) = changed.posters.get_mut(poster) {
            record.end = Some(End {
                on: today,
                retirement: Retirement::To(target),
            });
        }
    }
    Ok(changed)
}

/// The guide `from` has the file name `to` now and is the same matter.
///
/// # Errors
/// When nothing was published under the old name, the old guide is still there, there is no new one, or the new name is
/// that of another published matter.
pub fn rename(region: &Region, ledger: &Ledger, from: &str, to: &str) -> Result<Ledger, Problem> {
    let mut changed = ledger.clone();
    let mut renamed = changed
        .posters
        .values_mut()
        .filter(|record| record.matter == from)
        .peekable();
    if renamed.peek().is_none() {
        let suggestion = closest(
            from,
            ledger.posters.values().map(|record| record.matter.as_str()),
        );
        return refuse(Refusal::UnknownName {
            name: from.to_owned(),
            suggestion,
        });
    }
    if !region
        .matters
        .iter()
        .any(|matter| matter.name_in_ledger() == to)
    {
        let suggestion = closest(to, region.matters.iter().map(|matter| matter.name.as_str()));
        return Err(ReferenceFault::UnknownMatter {
            name: to.to_owned(),
            suggestion,
        }
        .into());
    }
    if region
        .matters
        .iter()
        .any(|matter| matter.name_in_ledger() == from)
    {
        return refuse(Refusal::NameStays {
            name: from.to_owned(),
        });
    }
    if let Some((other, _)) = ledger
        .posters
        .iter()
        .find(|(_, record)| record.matter == to)
    {
        return refuse(Refusal::NameTaken {
            name: to.to_owned(),
            code: other.code.clone(),
        });
    }
    for record in renamed {
        to.clone_into(&mut record.matter);
    }
    Ok(changed)
}
