//! Where and when matters are done: every place is there in every community that needs it, times lie inside its hours, and
//! some day fits each entry.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::calendar::unread;
use crate::diagnostic::{AcceptanceFault, At, Finding, Outside, Place, Problem, closest};
use crate::model::{Community, Matter, MonthSpan, Office, Region, TimeSpan, Window, YearDay};

pub(super) fn check(region: &Region, loaded: &[Finding]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for matter in region.versions() {
        findings.extend(never(matter));
        findings.extend(adds(matter));
    }
    if region.places_read {
        let communities = region.communities.iter();
        let read: Vec<&Community> = communities
            .filter(|community| !unread(loaded, &community.place.file))
            .collect();
        findings.extend(closed(region, &read));
        findings.extend(venues(region, &read));
        findings.extend(outside(region, &read));
    }
    findings
}

fn fault(place: &Place, fault: AcceptanceFault) -> Finding {
    Finding::at(place.clone(), Problem::from(fault))
}

fn never(matter: &Matter) -> impl Iterator<Item = Finding> {
    let windows = matter.accepted.iter();
    windows
        .filter(|window| !window.value.ever_holds())
        .map(|window| fault(&window.place, AcceptanceFault::Never))
}

/// An entry that says a part of the year and nothing else, beside one that says days or times for all of it: most who
/// write so mean that both have to hold.
fn adds(matter: &Matter) -> Option<Finding> {
    let period_alone = |window: &&At<Window>| {
        let Window { days, times, .. } = &window.value;
        window.value.has_period() && days.is_empty() && times.is_empty()
    };
    let alone = matter.accepted.iter().find(period_alone)?;
    let all_year = |window: &&At<Window>| !window.value.has_period();
    let other = matter.accepted.iter().find(all_year)?;
    let both = Window {
        days: other.value.days.clone(),
        times: other.value.times.clone(),
        ..alone.value.clone()
    };
    let plain = Window {
        days: (0..5).collect(),
        ..alone.value.clone()
    };
    let (both, plain) = (written(&both), written(&plain));
    Some(fault(&alone.place, AcceptanceFault::Adds { both, plain }))
}

/// An entry as a guide has it.
fn written(window: &Window) -> String {
    const DAYS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];
    const MONTHS: [&str; 3] = ["第一个月", "第二个月", "最后一个月"];
    let clock = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    let day = |day: YearDay| format!("{:02}-{:02}", day.month, day.day);
    let listed = |parts: Vec<String>| match parts.as_slice() {
        [one] => one.clone(),
        _ => format!("[{}]", parts.join(", ")),
    };
    let weekdays = window.days.iter().map(|day| DAYS[usize::from(*day)]);
    let times = window
        .times
        .iter()
        .map(|time| format!("\"{}-{}\"", clock(time.from), clock(time.to)));
    let year = window
        .year
        .iter()
        .map(|span| format!("{}..{}", day(span.from), day(span.to)));
    let quarter = window.quarter.iter();
    let quarter = quarter.map(|month| MONTHS[usize::from(*month) - 1].to_owned());
    let month = window.month.iter().map(|span| match span {
        MonthSpan::Days { from, to } => format!("{from}..{to}"),
        MonthSpan::Last(days) => format!("最后 {days} 天"),
    });
    let mut parts = Vec::new();
    if !window.days.is_empty() {
        let days: Vec<&str> = weekdays.collect();
        parts.push(format!("星期: [{}]", days.join(", ")));
    }
    if !window.times.is_empty() {
        let times: Vec<String> = times.collect();
        parts.push(format!("时段: [{}]", times.join(", ")));
    }
    let periods: [(&str, Vec<String>); 3] = [
        ("每年", year.collect()),
        ("每季度", quarter.collect()),
        ("每月", month.collect()),
    ];
    for (key, values) in periods.into_iter().filter(|(_, all)| !all.is_empty()) {
        let mut part = String::new();
        let _ = write!(part, "{key}: {}", listed(values));
        parts.push(part);
    }
    format!("{{{}}}", parts.join(", "))
}

/// Places without hours.
fn closed(region: &Region, communities: &[&Community]) -> Vec<Finding> {
    let own = communities.iter().flat_map(|community| &community.venues);
    own.chain(&region.venues)
        .filter(|venue| !venue.office.ever_opens())
        .map(|venue| fault(&venue.place, AcceptanceFault::VenueClosed))
        .collect()
}

/// Places that there are nowhere, and communities that lack one.
fn venues(region: &Region, communities: &[&Community]) -> Vec<Finding> {
    let own = communities.iter().flat_map(|community| &community.venues);
    let known: BTreeSet<&str> = own
        .chain(&region.venues)
        .map(|venue| venue.id.as_str())
        .collect();
    let mut unknown: BTreeMap<&Place, &str> = BTreeMap::new();
    let mut lacking: BTreeMap<(&str, &str), (&Community, Vec<String>)> = BTreeMap::new();
    for community in communities {
        for matter in region.offered(community) {
            for venue in matter.venues.iter().filter_map(|case| case.value.as_ref()) {
                if !known.contains(venue.value.as_str()) {
                    unknown.insert(&venue.place, &venue.value);
                } else if region.venue(community, &venue.value).is_none() {
                    let key = (community.id.as_str(), venue.value.as_str());
                    let (_, matters) = lacking.entry(key).or_insert((community, Vec::new()));
                    let title = matter.title.source();
                    if matters.last().is_none_or(|last| last != title) {
                        matters.push(title.to_owned());
                    }
                }
            }
        }
    }
    let unknown = unknown.into_iter().map(|(place, name)| {
        let suggestion = closest(name, known.iter().copied());
        let known = known.iter().map(|name| (*name).to_owned()).collect();
        let name = name.to_owned();
        fault(
            place,
            AcceptanceFault::UnknownVenue {
                name,
                suggestion,
                known,
            },
        )
    });
    let lacking = lacking
        .into_iter()
        .map(|((_, venue), (community, matters))| {
            let Place { file, start, .. } = &community.place;
            let missing = AcceptanceFault::VenueMissing {
                community: community.name.source().to_owned(),
                file: file.to_string(),
                venue: venue.to_owned(),
                matters,
            };
            fault(&Place::new(file, *start..*start), missing)
        });
    unknown.chain(lacking).collect()
}

/// Entries that reach beyond the hours of the place, each once for all communities in which it does so in one way.
fn outside(region: &Region, communities: &[&Community]) -> Vec<Finding> {
    let mut found: Vec<(&Place, Outside)> = Vec::new();
    for community in communities {
        for matter in region.offered(community) {
            for id in matter.possible_venues() {
                outside_at(region, community, (matter, id), &mut found);
            }
        }
    }
    let findings = found.into_iter();
    findings
        .map(|(place, outside)| fault(place, outside.into()))
        .collect()
}

/// Those of a matter at one of the places where it may be done; none: the hall.
fn outside_at<'a>(
    region: &Region,
    community: &Community,
    (matter, id): (&'a Matter, Option<&str>),
    found: &mut Vec<(&'a Place, Outside)>,
) {
    let office = match id {
        None => Some(&community.office),
        Some(id) => region.venue(community, id).map(|venue| &venue.office),
    };
    let Some(office) = office else { return };
    for window in &matter.accepted {
        let Some(beyond) = beyond(&window.value, office) else {
            continue;
        };
        let (day, time, hours) = beyond;
        let alike = found.iter_mut().find(|(place, other)| {
            **place == window.place && (other.day, other.time, &other.hours) == (day, time, &hours)
        });
        let name = community.name.source().to_owned();
        if let Some((_, other)) = alike {
            if !other.communities.contains(&name) {
                other.communities.push(name);
            }
            continue;
        }
        let times = &window.value.times;
        let inside = hours.iter().flat_map(|open| {
            times.iter().map(|time| TimeSpan {
                from: time.from.max(open.from),
                to: time.to.min(open.to),
            })
        });
        let own = !community.id.is_empty();
        let outside = Outside {
            inside: inside.filter(|span| span.from < span.to).collect(),
            overlay: own.then(|| format!("communities/{}/{}.md", community.id, matter.code.value)),
            communities: vec![name],
            venue: id.map(str::to_owned),
            day,
            time,
            hours,
        };
        found.push((&window.place, outside));
    }
}

/// The first day on which an entry reaches beyond the hours: its time, none where the place is closed, and the hours.
/// What an entry says for every day holds on those that are open.
fn beyond(window: &Window, office: &Office) -> Option<(u8, Option<TimeSpan>, Vec<TimeSpan>)> {
    let named = !window.days.is_empty();
    let days = (0..7).filter(|day| window.days.contains(day) || !named);
    for day in days {
        let hours = office.on(day);
        if hours.is_empty() {
            if named && office.ever_opens() {
                return Some((day, None, hours));
            }
            continue;
        }
        let within = |time: &TimeSpan| {
            hours
                .iter()
                .any(|open| open.from <= time.from && time.to <= open.to)
        };
        if let Some(time) = window.times.iter().find(|time| !within(time)) {
            return Some((day, Some(*time), hours));
        }
    }
    None
}
