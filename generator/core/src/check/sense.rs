//! Facts of a guide, each of which is well formed, held against one another and against the day.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::diagnostic::{Finding, Problem, SenseFault};
use crate::model::{
    AnswerOption, Channel, Claim, DeskMode, Group, Line, Matter, NOTE, Paper, Question, Region,
    claims,
};

pub(super) fn check(region: &Region, today: Date) -> Vec<Finding> {
    let guides = region.with_coming();
    let mut found: Vec<Finding> = guides.flat_map(|matter| guide(matter, today)).collect();
    let own = region.overlays.values().flat_map(BTreeMap::values);
    for finding in own.flat_map(days_in_text) {
        if !found.contains(&finding) {
            found.push(finding);
        }
    }
    found.extend(past(region, today));
    found
}

fn guide(matter: &Matter, today: Date) -> Vec<Finding> {
    let found = [
        days(matter),
        on_the_spot(matter),
        review(matter),
        long_ago(matter, today),
        no_visit(matter),
        summary(matter),
    ];
    found
        .into_iter()
        .flatten()
        .chain(checked(matter, today))
        .chain(own_page(matter))
        .chain(in_person(matter))
        .chain(paid_after_all(matter))
        .chain(days_in_text(matter))
        .chain(large(matter))
        .chain(nothing_wanted(matter))
        .chain(twice(matter))
        .collect()
}

/// The days of the steps and those that are promised; a step that only some have makes it longer, never shorter.
fn days(matter: &Matter) -> Option<Finding> {
    let [limit] = matter.limits.as_slice() else {
        return None;
    };
    let all_count = matter.steps.iter().all(|step| step.when.is_none());
    let always = matter.steps.iter().filter(|step| step.when.is_none());
    let said: Vec<u32> = always.filter_map(|step| step.days).collect();
    let days: u32 = said.iter().sum();
    let promised = limit.value.promised.days;
    // Where a step says no days, the others may take fewer.
    let fits = if all_count && said.len() == matter.steps.len() {
        days == promised
    } else {
        days <= promised
    };
    let fault = SenseFault::StepsPromise { days, promised };
    let wrong = !fits && limit.when.is_none();
    wrong.then(|| Finding::at(limit.place.clone(), Problem::from(fault)))
}

fn on_the_spot(matter: &Matter) -> Option<Finding> {
    let mut limits = matter.limits.iter();
    let slow = limits.find(|limit| limit.value.promised.days > 0)?;
    let fault = SenseFault::OnTheSpotDays {
        promised: slow.value.promised.days,
    };
    let every = matter
        .limits
        .iter()
        .all(|limit| limit.value.promised.days > 0);
    let wrong = matter.desk_mode == DeskMode::OnTheSpot && every;
    wrong.then(|| Finding::at(slow.place.clone(), Problem::from(fault)))
}

/// It may be tomorrow already where the guide, or what it stands on, was checked. A build of the year 1970 has been told no day.
fn checked(matter: &Matter, today: Date) -> impl Iterator<Item = Finding> {
    let latest = today.tomorrow().ok().filter(|_| today.year() > 1970);
    let looked_up = matter
        .basis
        .iter()
        .filter_map(|one| one.checked_on.as_ref());
    let days = [&matter.verified_on].into_iter().chain(looked_up);
    let wrong = days.filter(move |on| latest.is_some_and(|latest| on.value > latest));
    wrong.map(move |on| {
        let fault = SenseFault::CheckedInFuture {
            checked: on.value,
            today,
        };
        Finding::at(on.place.clone(), Problem::from(fault))
    })
}

/// Days for which nobody minds what is past.
const GRACE: i32 = 60;

/// Exceptions that are long past: most likely last year's notice was copied.
fn past(region: &Region, today: Date) -> impl Iterator<Item = Finding> {
    let halls = region.communities.iter().map(|one| &one.office);
    let own = region.communities.iter().flat_map(|one| &one.venues);
    let venues = own.chain(&region.venues).map(|venue| &venue.office);
    let days = halls.chain(venues).flat_map(|office| &office.exceptions);
    let days = days.map(|exception| &exception.days);
    let since = today.checked_sub(jiff::ToSpan::days(GRACE)).ok();
    let over = days.filter(move |days| since.is_some_and(|since| days.value.to < since));
    over.map(|days| {
        let fault = SenseFault::ExceptionPast {
            last: days.value.to,
        };
        Finding::at(days.place.clone(), Problem::from(fault))
    })
}

fn review(matter: &Matter) -> Option<Finding> {
    let review = &matter.review_by;
    let fault = SenseFault::ReviewNotLater {
        checked: matter.verified_on.value,
        review: review.value,
    };
    let wrong = review.value <= matter.verified_on.value;
    wrong.then(|| Finding::at(review.place.clone(), Problem::from(fault)))
}

/// References that lead nowhere else.
fn own_page(matter: &Matter) -> impl Iterator<Item = Finding> {
    let instead = matter.stops.iter().flat_map(|stop| &stop.instead);
    let own = instead
        .chain(&matter.related)
        .filter(|to| matter.is_called(&to.value));
    own.map(|to| {
        let fault = SenseFault::LeadsToItself {
            name: to.value.clone(),
        };
        Finding::at(to.place.clone(), Problem::from(fault))
    })
}

/// Years behind which a day of checking is most likely a slip of the year.
const LONG: i16 = 5;

fn long_ago(matter: &Matter, today: Date) -> Option<Finding> {
    let on = &matter.verified_on;
    let fault = SenseFault::CheckedLongAgo { checked: on.value };
    let wrong = on.value.year() + LONG < today.year();
    wrong.then(|| Finding::at(on.place.clone(), Problem::from(fault)))
}

/// Nobody has to come, and the desk is the only way.
fn no_visit(matter: &Matter) -> Option<Finding> {
    let at_desk = |channel: &Channel| matches!(channel, Channel::Counter);
    let only = !matter.channels.is_empty() && matter.channels.iter().all(at_desk);
    let visits = matter.visits.iter().find(|one| one.value.count == 0)?;
    let wrong = only && visits.when.is_none();
    wrong.then(|| Finding::at(visits.place.clone(), SenseFault::VisitNoWay.into()))
}

/// Only the person, says a note, the reason of a visit or the text to everybody; a channel or a question says that others may. What holds
/// in some situations alone is said of these.
fn in_person(matter: &Matter) -> impl Iterator<Item = Finding> {
    let mut offered = matter.questions.iter().flat_map(Question::options);
    let others = matter.channels.contains(&Channel::Agent) || offered.any(AnswerOption::is_agent);
    let notes = matter.notes.iter().filter(|note| note.when.is_none());
    let notes = notes.map(|note| (note.text.source(), &note.place));
    let visits = matter.visits.iter().filter(|one| one.when.is_none());
    let reasons = visits.filter_map(|one| Some((one.value.reason.as_ref()?.source(), &one.place)));
    let told = notes.chain(reasons).flat_map(|(said, place)| {
        let claims = claims(said).into_iter();
        claims.map(move |(_, claim)| (claim, place))
    });
    let text = matter.body.claims.iter();
    let text = text.map(|claim| (claim.value.clone(), &claim.place));
    told.chain(text)
        .filter(move |_| others)
        .filter_map(|(claim, place)| match claim {
            Claim::InPerson(words) => {
                let fault = SenseFault::InPersonOrNot { words };
                Some(Finding::at(place.clone(), Problem::from(fault)))
            }
            Claim::Promised(_) => None,
        })
}

/// The text says other days than are promised. Where a community promises others, its page is wrong, and its own file says why.
fn days_in_text(matter: &Matter) -> impl Iterator<Item = Finding> {
    let said = |days: u32| {
        let limits = matter.limits.iter().map(|limit| &limit.value);
        let known = limits.flat_map(|limit| {
            let statutory = limit.statutory.as_ref().map(|time| time.days);
            [Some(limit.promised.days), statutory]
        });
        known.flatten().any(|time| time == days)
    };
    matter.body.claims.iter().filter_map(move |claim| {
        let Claim::Promised(days) = claim.value else {
            return None;
        };
        let limit = matter.limits.first().filter(|_| !said(days))?;
        let own = limit.place.file != claim.place.file;
        let place = if own { &limit.place } else { &claim.place };
        let promised = limit.value.promised.days;
        let fault = SenseFault::DaysInText { days, promised };
        Some(Finding::at(place.clone(), Problem::from(fault)))
    })
}

/// Papers of which nothing is to be brought, whatever is answered, and of which nothing else is said: what is shown on a phone has a
/// sentence that says so. What need not be brought at all is told as such.
fn nothing_wanted(matter: &Matter) -> impl Iterator<Item = Finding> {
    let papers = matter.lines.iter().flat_map(|line| {
        let papers = line.papers().iter();
        papers.map(move |paper| (paper, &line.place))
    });
    let nothing = papers.filter(|(paper, _)| {
        let said = paper.exempt.is_some() || paper.details.get(&NOTE).is_some();
        !said && paper.originals.is_none() && paper.copies.is_none()
    });
    nothing.map(|(paper, place)| {
        let fault = SenseFault::PaperNothing {
            paper: paper.name.source().to_owned(),
        };
        Finding::at(place.clone(), Problem::from(fault))
    })
}

/// The sentence that says what the matter is, and says its name.
fn summary(matter: &Matter) -> Option<Finding> {
    let bare = |text: &str| text.trim_end_matches(['。', '.', ' ']).to_owned();
    let (title, said) = (matter.title.source(), matter.summary.source());
    let fault = SenseFault::SummaryIdle {
        title: title.to_owned(),
    };
    let place = &matter.names_at.summary;
    (bare(title) == bare(said)).then(|| Finding::at(place.clone(), Problem::from(fault)))
}

/// More pieces of one paper nobody asks for.
const PIECES: u32 = 20;
/// More often nobody has to come.
const VISITS: u32 = 5;
/// Longer than a year no law gives an office of the community.
const DAYS: u32 = 366;

fn large(matter: &Matter) -> impl Iterator<Item = Finding> {
    let papers = matter.lines.iter().flat_map(|line| {
        let papers = line.papers().iter();
        papers.flat_map(move |paper| {
            let amounts = [paper.originals.plus, paper.copies.plus];
            amounts.map(|number| (number, PIECES, &line.place))
        })
    });
    let visits = matter.visits.iter();
    let visits = visits.map(|case| (case.value.count, VISITS, &case.place));
    let limits = matter.limits.iter().flat_map(|case| {
        let statutory = case.value.statutory.as_ref().map(|time| time.days);
        let days = [Some(case.value.promised.days), statutory].into_iter();
        days.flatten().map(|days| (days, DAYS, &case.place))
    });
    let numbers = papers.chain(visits).chain(limits);
    numbers
        .filter(|(number, most, _)| number > most)
        .map(|(number, most, place)| {
            let fault = SenseFault::NumberLarge { number, most };
            Finding::at(place.clone(), Problem::from(fault))
        })
}

/// What is charged for.
const CHARGES: [&str; 5] = ["工本费", "手续费", "材料费", "服务费", "登记费"];

/// Nothing is charged, and a note names a charge with its figure.
fn paid_after_all(matter: &Matter) -> impl Iterator<Item = Finding> {
    let notes = matter.notes.iter().filter(|_| matter.fees.is_empty());
    notes.filter_map(|note| {
        let said = note.text.source();
        let charge = CHARGES.iter().find_map(|charge| {
            let at = said.find(charge)?;
            let behind =
                said[at + charge.len()..].trim_start_matches(['是', '：', ' ', '要', '交']);
            let figures = behind.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
            let paid = figures.len() < behind.len() && figures.trim_start().starts_with('元');
            paid.then_some(*charge)
        })?;
        let fault = SenseFault::FreeButPaid {
            fee: charge.to_owned(),
        };
        Some(Finding::at(note.place.clone(), Problem::from(fault)))
    })
}

/// Two lines of one paper in the same situations that want other pieces, or of which one keeps what the other gives back.
fn twice(matter: &Matter) -> impl Iterator<Item = Finding> {
    let single = |line: &'_ Line| match &line.paper {
        Group::One(paper) => Some(paper.clone()),
        Group::Pick { .. } => None,
    };
    let unlike = |one: &Paper, other: &Paper| {
        let likes = (one.recommended, one.exempt.is_some());
        let same = one.id == other.id && likes == (other.recommended, other.exempt.is_some());
        let wanted = (one.originals, one.copies, one.hand_in);
        same && wanted != (other.originals, other.copies, other.hand_in)
    };
    let lines = matter.lines.iter().enumerate();
    lines.filter_map(move |(at, line)| {
        let paper = single(line)?;
        let mut before = matter.lines[..at].iter();
        before.find(|other| {
            other.when == line.when && single(other).is_some_and(|other| unlike(&other, &paper))
        })?;
        let fault = SenseFault::PaperUnlike {
            paper: paper.name.source().to_owned(),
        };
        Some(Finding::at(line.place.clone(), Problem::from(fault)))
    })
}
