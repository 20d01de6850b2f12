//! Published codes: a poster on a wall must never lead nowhere, nor elsewhere than it says.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{
    AffectedPosters, BrokenPoster, Finding, LedgerFault, LostBy, Place, Problem, Walls,
};
use crate::model::{BaseUrl, Entry, Ledger, Matter, PublishedCode, Region, Retirement};

/// Everything that is wrong with the ledger, and every poster that would die. A region that could not be read whole is
/// not held against it. `preview` is the site's own address where the build has another one: it moves nothing then.
pub fn ledger(region: &Region, preview: Option<&Result<BaseUrl, Problem>>) -> Vec<Finding> {
    let Some(ledger) = region.ledger.as_ref().filter(|_| region.places_read) else {
        return Vec::new();
    };
    let judge = Judge {
        region,
        ledger,
        preview,
    };
    let mut findings = judge.addresses();
    findings.extend(judge.successors());
    let (gone, absent) = judge.communities();
    findings.extend(gone);
    findings.extend(judge.codes(&absent));
    findings.extend(judge.closed());
    findings.extend(judge.returned());
    findings
}

struct Judge<'a> {
    region: &'a Region,
    ledger: &'a Ledger,
    preview: Option<&'a Result<BaseUrl, Problem>>,
}

fn found(place: &Place, fault: LedgerFault) -> Finding {
    Finding::at(place.clone(), fault.into())
}

fn dying(place: &Place, dying: BrokenPoster) -> Finding {
    Finding::at(place.clone(), dying.into())
}

impl<'a> Judge<'a> {
    /// The site's address: one, and the one that is printed.
    fn addresses(&self) -> Vec<Finding> {
        let mut current = self.ledger.addresses();
        let Some((from, _)) = current.next() else {
            let first = self.ledger.posters.values().next();
            let missing = first.map(|record| found(&record.place, LedgerFault::NoAddress));
            return missing.into_iter().chain(self.elsewhere(None)).collect();
        };
        let twice = current.map(|(_, site)| {
            let other = from.to_owned();
            found(&site.place, LedgerFault::TwoAddresses { other })
        });
        let twice: Vec<Finding> = twice.collect();
        if !twice.is_empty() {
            return twice;
        }
        let place = &self.region.base_url.place;
        match &self.region.base_url.value {
            Ok(to) if !to.is(from) && self.preview.is_none() => {
                let walls = self.walls(|_| true);
                vec![dying(
                    place,
                    BrokenPoster::Moved {
                        from: from.to_owned(),
                        to: to.to_string(),
                        walls,
                    },
                )]
            }
            _ => self.elsewhere(Some(from)).into_iter().collect(),
        }
    }

    /// Says that the codes of a preview lead elsewhere.
    fn elsewhere(&self, published: Option<&str>) -> Option<Finding> {
        let own = self.preview?.as_ref().ok().map(ToString::to_string);
        let url = self.region.base_url.value.as_ref().ok()?.to_string();
        let published = published.map(str::to_owned).or(own);
        Some(Finding::nowhere(
            BrokenPoster::Preview { url, published }.into(),
        ))
    }

    /// Every ended code leads to one in use, or says why it ended.
    fn successors(&self) -> Vec<Finding> {
        let ended = self.ledger.ended().filter_map(|(poster, record, end)| {
            let Retirement::To(to) = &end.retirement else {
                return None;
            };
            if let Some(circle) = self.circle(poster) {
                // Told once, at its first member.
                let first = circle.iter().min() == Some(&poster);
                let posters = circle
                    .iter()
                    .chain([&poster])
                    .map(ToString::to_string)
                    .collect();
                let typed = poster.typed();
                return first.then(|| found(&record.place, LedgerFault::Circle { posters, typed }));
            }
            let there = self.ledger.posters.contains_key(to) || self.may_come(to);
            let fault = LedgerFault::NoSuccessor {
                poster: poster.to_string(),
                typed: poster.typed(),
                successor: to.to_string(),
            };
            (!there).then(|| found(&record.place, fault))
        });
        ended.collect()
    }

    /// Whether this build publishes the poster, or might if it were of everything.
    fn may_come(&self, poster: &PublishedCode) -> bool {
        !self.region.covers(&poster.community)
            || self.region.shown(poster).is_some()
            || self.region.may_be_unread(&poster.code)
    }

    /// The successors of `poster` that lead back to it.
    fn circle(&self, poster: &'a PublishedCode) -> Option<Vec<&'a PublishedCode>> {
        let mut way = vec![poster];
        loop {
            let end = self.ledger.posters.get(way.last()?)?.end.as_ref()?;
            match &end.retirement {
                Retirement::To(next) if next == poster => return Some(way),
                Retirement::To(next) if !way.contains(&next) => way.push(next),
                _ => return None,
            }
        }
    }

    /// Communities whose posters have no folder any more, and their ids.
    fn communities(&self) -> (Vec<Finding>, BTreeSet<&'a str>) {
        let with_posters: BTreeSet<&str> = self
            .living()
            .map(|(poster, _)| poster.community.as_str())
            .collect();
        let absent: BTreeSet<&str> = with_posters
            .into_iter()
            .filter(|id| self.region.community(id).is_none())
            .collect();
        let gone = absent.iter().filter_map(|id| {
            let walls = self.walls(|poster| poster.community == *id).pop()?;
            let opened = self.ledger.communities.get(*id).map(|opened| &opened.place);
            let first = || {
                Some(
                    &self
                        .living()
                        .find(|(poster, _)| poster.community == *id)?
                        .1
                        .place,
                )
            };
            let named = (!id.is_empty()).then(|| (*id).to_owned());
            let problem = BrokenPoster::CommunityGone {
                folder: named.clone().unwrap_or_else(|| ".".to_owned()),
                id: named,
                walls,
            };
            Some(dying(opened.or_else(first)?, problem))
        });
        (gone.collect(), absent)
    }

    fn living(&self) -> impl Iterator<Item = (&'a PublishedCode, &'a Entry)> {
        self.ledger
            .living()
            .filter(|(poster, _)| self.region.covers(&poster.community))
    }

    /// Codes that no guide has, or a guide of another name.
    fn codes(&self, absent: &BTreeSet<&str>) -> Vec<Finding> {
        let mut guides: BTreeMap<&str, Vec<&Matter>> = BTreeMap::new();
        for matter in &self.region.matters {
            guides.entry(&matter.code.value).or_default().push(matter);
        }
        let mut by_code: BTreeMap<&str, Vec<(&PublishedCode, &Entry)>> = BTreeMap::new();
        for (poster, record) in &self.ledger.posters {
            by_code
                .entry(&poster.code)
                .or_default()
                .push((poster, record));
        }
        let judged = by_code.into_iter().filter_map(|(code, mut records)| {
            let Some(guides) = guides.get(code) else {
                return self.lost(code, &records, absent);
            };
            records.retain(|(_, record)| {
                guides
                    .iter()
                    .all(|guide| guide.name_in_ledger() != record.matter)
            });
            let guide = guides.first().filter(|_| !records.is_empty())?;
            Some(self.reassigned(guide, &records))
        });
        judged.collect()
    }

    fn lost(
        &self,
        code: &str,
        all: &[(&PublishedCode, &Entry)],
        absent: &BTreeSet<&str>,
    ) -> Option<Finding> {
        let (_, record) = all.first()?;
        if self.region.may_be_unread(code) || self.region.unread.contains(&record.matter) {
            return None;
        }
        let dead: Vec<&PublishedCode> = all
            .iter()
            .filter(|(poster, record)| {
                record.end.is_none() && self.region.covers(&poster.community)
            })
            .map(|(poster, _)| *poster)
            .filter(|poster| !absent.contains(poster.community.as_str()))
            .collect();
        let first = all
            .iter()
            .find(|(poster, _)| Some(poster) == dead.first())?;
        let draft = self.region.draft(code);
        let place = draft.map_or(&first.1.place, |draft| &draft.place);
        let all_living = all
            .iter()
            .filter(|(_, record)| record.end.is_none())
            .count();
        let only = if dead.len() == all_living {
            String::new()
        } else {
            only(&dead)
        };
        let problem = BrokenPoster::Lost {
            code: code.to_owned(),
            title: record.title.clone(),
            walls: self.named(&dead),
            only,
            by: draft.map_or_else(|| self.lost_by(&record.matter), |_| LostBy::Draft),
        };
        Some(dying(place, problem))
    }

    /// How the matter's code was lost: gone with its guide, or changed for a new one or for that of another matter.
    fn lost_by(&self, matter: &str) -> LostBy {
        let Some(guide) = self
            .region
            .matters
            .iter()
            .find(|guide| guide.name_in_ledger() == matter)
        else {
            return LostBy::Gone;
        };
        let code = guide.code.value.clone();
        let taken = |(poster, record): (&PublishedCode, &Entry)| {
            poster.code == code && record.matter != matter
        };
        if self.ledger.posters.iter().any(taken) {
            LostBy::Swapped(code)
        } else {
            LostBy::Recoded(code)
        }
    }

    fn reassigned(&self, guide: &Matter, records: &[(&PublishedCode, &Entry)]) -> Finding {
        let (_, record) = records[0];
        let posters: Vec<&PublishedCode> = records.iter().map(|(poster, _)| *poster).collect();
        let renamed = self
            .region
            .matters
            .iter()
            .all(|matter| matter.name_in_ledger() != record.matter)
            && self
                .ledger
                .posters
                .values()
                .all(|other| other.matter != guide.name_in_ledger());
        let problem = BrokenPoster::Reassigned {
            code: guide.code.value.clone(),
            title: record.title.clone(),
            walls: self.named(&posters),
            was: record.matter.clone(),
            now: guide.name_in_ledger(),
            renamed,
        };
        dying(&guide.code.place, problem)
    }

    /// Codes that a community does not offer any more, though their guide is there.
    fn closed(&self) -> Vec<Finding> {
        let closed = self.living().filter_map(|(poster, record)| {
            let community = self.region.community(&poster.community)?;
            let matter = self
                .region
                .matter(&poster.code)
                .filter(|matter| matter.name_in_ledger() == record.matter)?;
            let entry = community
                .not_offered
                .iter()
                .find(|entry| entry.value == matter.code.value || entry.value == matter.name)?;
            let problem = BrokenPoster::Lost {
                code: poster.code.clone(),
                title: record.title.clone(),
                walls: Walls(vec![community.name.source().to_owned()]),
                only: only(&[poster]),
                by: LostBy::Closed,
            };
            Some(dying(&entry.place, problem))
        });
        closed.collect()
    }

    /// Ended codes whose page would be the matter's again.
    fn returned(&self) -> Vec<Finding> {
        let back = self.ledger.ended().filter_map(|(poster, record, end)| {
            let matter = self
                .region
                .shown(poster)
                .filter(|matter| matter.name_in_ledger() == record.matter)?;
            let problem = BrokenPoster::Returned {
                code: poster.code.clone(),
                only: only(&[poster]),
                name: self.name(&poster.community),
                on: end.on.to_string(),
            };
            Some(dying(&matter.code.place, problem))
        });
        back.collect()
    }

    /// The posters in use, by community.
    fn walls(&self, wanted: impl Fn(&PublishedCode) -> bool) -> Vec<AffectedPosters> {
        let mut by_community: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for (poster, record) in self.living().filter(|(poster, _)| wanted(poster)) {
            let poster_name = format!("{} {}", poster.code, record.title);
            by_community
                .entry(&poster.community)
                .or_default()
                .push(poster_name);
        }
        let walls = by_community.into_iter();
        walls
            .map(|(id, posters)| AffectedPosters {
                community: self.name(id),
                posters,
            })
            .collect()
    }

    /// The communities of posters, by name.
    fn named(&self, posters: &[&PublishedCode]) -> Walls {
        let posters = posters.iter();
        Walls(posters.map(|poster| self.name(&poster.community)).collect())
    }

    /// A community's name, as it is or as it was first published.
    fn name(&self, id: &str) -> String {
        let now = self
            .region
            .community(id)
            .map(|community| community.name.source().to_owned());
        let then = || {
            self.ledger
                .communities
                .get(id)
                .map(|opened| opened.name.clone())
        };
        now.or_else(then).unwrap_or_else(|| id.to_owned())
    }
}

/// ` --community wenyuan,yuhu`; nothing for the site of one community.
fn only(posters: &[&PublishedCode]) -> String {
    let ids: Vec<&str> = posters
        .iter()
        .map(|poster| poster.community.as_str())
        .collect();
    if ids.iter().all(|id| id.is_empty()) {
        String::new()
    } else {
        format!(" --community {}", ids.join(","))
    }
}
