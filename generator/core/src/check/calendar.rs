//! Opening hours, holidays and exceptions: each community is open at times, each day is spoken of once, in its year, and the
//! next visits are covered.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::diagnostic::{At, CalendarFault, Finding, Place, Problem, Severity};
use crate::model::{Days, HolidayYear, Region};

/// So many days ahead residents plan a visit.
const HORIZON: i32 = 30;

pub(super) fn check(region: &Region, today: Date, loaded: &[Finding]) -> Vec<Finding> {
    let mut findings: Vec<Finding> = region
        .holidays
        .iter()
        .flat_map(|(year, holidays)| in_year(*year, holidays))
        .collect();
    let all: Vec<&At<Days>> = region
        .holidays
        .values()
        .flat_map(|holidays| holidays.off.iter().chain(&holidays.work))
        .collect();
    findings.extend(twice(&all));
    let halls = region.communities.iter().map(|community| &community.office);
    let own = region.communities.iter().flat_map(|one| &one.venues);
    let venues = own.chain(&region.venues).map(|venue| &venue.office);
    for office in halls.chain(venues) {
        let own: Vec<&At<Days>> = office
            .exceptions
            .iter()
            .map(|exception| &exception.days)
            .collect();
        findings.extend(twice(&own));
    }
    findings.extend(missing(region, today));
    findings.extend(never_open(region, loaded));
    findings
}

/// Communities without any hours. Hours that could not be read are reported already.
fn never_open<'a>(region: &'a Region, loaded: &'a [Finding]) -> impl Iterator<Item = Finding> + 'a {
    let closed = region.communities.iter().filter(|community| {
        !community.office.ever_opens() && !unread(loaded, &community.place.file)
    });
    closed.map(|community| {
        // Where the community begins: nobody wants to see the whole file.
        let Place { file, start, .. } = &community.place;
        let place = Place::new(file, *start..*start);
        fault(&place, CalendarFault::NoHours)
    })
}

/// Whether what a file says of a community may not have been read: it, or the site, has errors.
pub(super) fn unread(loaded: &[Finding], file: &str) -> bool {
    // An error without a place is that there is no site.yaml.
    let is_at = |finding: &Finding| {
        let place = finding.place.as_ref();
        place.is_none_or(|place| *place.file == *file || &*place.file == "site.yaml")
    };
    let mut errors = loaded
        .iter()
        .filter(|finding| finding.severity() == Severity::Error);
    errors.any(is_at)
}

fn in_year(year: i16, holidays: &HolidayYear) -> Vec<Finding> {
    // The days off of New Year may begin in December.
    let other = holidays
        .off
        .iter()
        .chain(&holidays.work)
        .filter(|days| days.value.to.year() != year);
    let other = other.map(|days| fault(&days.place, CalendarFault::OtherYear { year }));
    let work = holidays.work.iter().filter(|days| !days.value.is_weekend());
    other
        .chain(work.map(|days| fault(&days.place, CalendarFault::NoWeekend)))
        .collect()
}

/// Every entry that speaks of a day of an earlier one.
fn twice(all: &[&At<Days>]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, days) in all.iter().enumerate() {
        let earlier = all[..index]
            .iter()
            .find(|other| other.value.meets(&days.value));
        findings.extend(earlier.map(|other| {
            let Days { from, to } = other.value;
            let other = if from == to {
                from.to_string()
            } else {
                format!("{from}..{to}")
            };
            fault(&days.place, CalendarFault::Twice { other })
        }));
    }
    findings
}

/// Who lists holidays lists them for the days that residents plan for.
fn missing(region: &Region, today: Date) -> Option<Finding> {
    let last = region.holidays.values().next_back()?;
    let horizon = today.saturating_add(HORIZON.days());
    let years = [today.year(), horizon.year()];
    let year = years
        .into_iter()
        .find(|year| !region.holidays.contains_key(year))?;
    Some(fault(&last.place, CalendarFault::YearMissing { year }))
}

fn fault(place: &Place, fault: CalendarFault) -> Finding {
    Finding::at(place.clone(), Problem::from(fault))
}
