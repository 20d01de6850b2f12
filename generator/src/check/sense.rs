//! Facts of a guide, each of which is well formed, held against one another and against the day.

use jiff::civil::Date;

use crate::diagnostic::{Finding, Problem, SenseFault};
use crate::model::{DeskMode, Matter, Region};

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
    ];
    found
        .into_iter()
        .flatten()
        .chain(own_page(matter))
        .collect()
}

/// The days of the steps, where every one counts for everybody, and those that are promised.
fn days(matter: &Matter) -> Option<Finding> {
    let [limit] = matter.limits.as_slice() else {
        return None;
    };
    let all_count = matter.steps.iter().all(|step| step.when.is_none());
    let said: Vec<u32> = matter.steps.iter().filter_map(|step| step.days).collect();
    let days: u32 = said.iter().sum();
    let promised = limit.value.promised.days;
    // Where a step says no days, the others may take fewer.
    let fits = if said.len() == matter.steps.len() {
        days == promised
    } else {
        days <= promised
    };
    let fault = SenseFault::StepsPromise { days, promised };
    let wrong = all_count && !fits && limit.when.is_none();
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
