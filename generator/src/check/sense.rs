//! Facts of a guide, each of which is well formed, held against one another and against the day.

use jiff::civil::Date;

use crate::diagnostic::{Finding, Problem, SenseFault};
use crate::model::{AnswerOption, Channel, DeskMode, Group, Line, Matter, Paper, Question, Region};

pub(super) fn check(region: &Region, today: Date) -> Vec<Finding> {
    let guides = region.with_coming();
    guides.flat_map(|matter| guide(matter, today)).collect()
}

fn guide(matter: &Matter, today: Date) -> Vec<Finding> {
    let found = [
        days(matter),
        on_the_spot(matter),
        checked(matter, today),
        review(matter),
        long_ago(matter, today),
        no_visit(matter),
    ];
    found
        .into_iter()
        .flatten()
        .chain(own_page(matter))
        .chain(in_person(matter))
        .chain(paid_after_all(matter))
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

/// It may be tomorrow already where the guide was checked. A build of the year 1970 has been told no day.
fn checked(matter: &Matter, today: Date) -> Option<Finding> {
    let on = &matter.verified_on;
    let latest = today.tomorrow().ok().filter(|_| today.year() > 1970);
    let fault = SenseFault::CheckedInFuture {
        checked: on.value,
        today,
    };
    let wrong = latest.is_some_and(|latest| on.value > latest);
    wrong.then(|| Finding::at(on.place.clone(), Problem::from(fault)))
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

/// That nobody else may come.
const IN_PERSON: [&str; 8] = [
    "必须本人",
    "须本人",
    "需本人",
    "要本人亲自",
    "本人亲自",
    "只能本人",
    "不能代办",
    "不得代办",
];

/// Only the person, says a note or the reason of a visit to everybody; a channel or a question says that others may. What holds in some
/// situations alone is said of these.
fn in_person(matter: &Matter) -> impl Iterator<Item = Finding> {
    let mut offered = matter.questions.iter().flat_map(Question::options);
    let others = matter.channels.contains(&Channel::Agent) || offered.any(AnswerOption::is_agent);
    let notes = matter.notes.iter().filter(|note| note.when.is_none());
    let notes = notes.map(|note| (note.text.source(), &note.place));
    let visits = matter.visits.iter().filter(|one| one.when.is_none());
    let reasons = visits.filter_map(|one| Some((one.value.reason.as_ref()?.source(), &one.place)));
    notes
        .chain(reasons)
        .filter(move |_| others)
        .filter_map(|(said, place)| {
            let words = IN_PERSON.iter().find(|words| said.contains(**words))?;
            let words = (*words).to_owned();
            let fault = SenseFault::InPersonOrNot { words };
            Some(Finding::at(place.clone(), Problem::from(fault)))
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
