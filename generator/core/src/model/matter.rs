//! A matter (事项): what one guide says.
//!
//! The fields are those of an 办事指南 as 优化营商环境条例 (令722) §35–37 and 在线政务服务若干规定 (令716) §6 want them published.

use std::borrow::Cow;
use std::collections::BTreeSet;

use jiff::civil::Date;
use onetrip_widget::rules::Answer;

use super::{
    Appointment, Bound, Case, Condition, Decimal, Fact, Fee, Line, Markdown, Numbers, Online,
    Override, Question, Range, Requirement, Text, TimeLimit, VenueId, Visits, Window,
};
use crate::diagnostic::{At, Place};

/// Where what a matter is called stands.
#[derive(Clone, Debug)]
pub struct NamesAt {
    /// The title.
    pub title: Place,
    /// The sentence about it.
    pub summary: Place,
    /// The other names.
    pub aliases: Vec<Place>,
}

/// What a guide says of one matter.
#[derive(Clone, Debug)]
pub struct Matter<T = Text> {
    /// The guide's file.
    pub file: String,
    /// The file's name without folders and endings: other guides refer to the matter by it.
    pub name: String,
    /// The permanent code, `[a-z0-9]{2,6}`: the page's address and the printed QR code.
    pub code: At<String>,
    /// Where it says of itself that it is a draft; none: it is published.
    pub draft: Option<Place>,
    /// The day on which it takes effect, and another guide of the same code ends; none: it holds already.
    pub effective: Option<At<Date>>,
    /// The name of the matter.
    pub title: T,
    /// One sentence for the resident.
    pub summary: T,
    /// Other names, for search.
    pub aliases: Vec<T>,
    /// Where title, summary and other names stand, as the guide says them.
    pub names_at: NamesAt,
    /// Id of the category.
    pub category: String,
    /// Life events that the matter belongs to, by index in [`super::Region::life_events`].
    pub life_events: Vec<usize>,
    /// Finished on the spot, or taken in and passed on.
    pub desk_mode: DeskMode,
    /// Who decides.
    pub authority: T,
    /// Who takes it in.
    pub accepted_by: T,
    /// How long it takes; never empty.
    pub limits: Vec<Case<TimeLimit>>,
    /// The ways to get it done.
    pub channels: Vec<Channel>,
    /// Where it is done online.
    pub online: Vec<Online<T>>,
    /// What it costs; empty when it is free.
    pub fees: Vec<Case<Fee<T>>>,
    /// How often one has to come in person; never empty.
    pub visits: Vec<Case<Visits<T>>>,
    /// When it is accepted; empty: as long as the place is open.
    pub accepted: Vec<At<Window<T>>>,
    /// What has to be agreed before one comes; none: nothing.
    pub appointment: Option<Appointment<T>>,
    /// Where it is done; empty: in the hall.
    pub venues: Vec<Case<VenueId>>,
    /// The law behind it.
    pub basis: Vec<Basis<T>>,
    /// When somebody last checked the guide against it.
    pub verified_on: At<Date>,
    /// Who checked.
    pub verified_by: T,
    /// By when it must be checked again.
    pub review_by: At<Date>,
    /// In the order in which they are asked.
    pub questions: Vec<Question<T>>,
    /// Conditions that the guide names; each uses only those before it.
    pub facts: Vec<Fact<T>>,
    /// What has to hold for it to be taken in; empty: the guide does not say it.
    pub requirements: Vec<Requirement<T>>,
    /// Situations in which the matter cannot be done here or now.
    pub stops: Vec<Stop<T>>,
    /// What to bring.
    pub lines: Vec<Line<T>>,
    /// What happens then.
    pub steps: Vec<Step<T>>,
    /// What one gets.
    pub result: T,
    /// How one gets it.
    pub delivery: Option<T>,
    /// Things to mind.
    pub notes: Vec<Note<T>>,
    /// Why applications come back.
    pub pitfalls: Vec<T>,
    /// References to matters that can be done on the same trip.
    pub related: Vec<At<String>>,
    /// Worked examples.
    pub scenarios: Vec<Scenario>,
    /// The text below the front matter.
    pub body: Markdown,
    /// What differs from the region's guide; none in the region's own version.
    pub own: Option<Box<Override>>,
}

/// How the desk handles a matter (全岗通: 当场办结 or 受理后流转).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeskMode {
    /// Finished while the resident waits.
    OnTheSpot,
    /// Taken in, then passed on to whoever decides.
    Transfer,
}

/// A number of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duration {
    /// How many; 0 is at once.
    pub days: u32,
    /// Of which kind.
    pub unit: TimeUnit,
}

impl Duration {
    /// Days of the calendar, at the least: five workdays are a week.
    pub fn calendar_days(self) -> u32 {
        match self.unit {
            TimeUnit::Day => self.days,
            TimeUnit::Workday => self.days + self.days / 5 * 2,
        }
    }
}

/// What kind of days a time limit counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeUnit {
    /// Days on which offices work.
    Workday,
    /// Days of the calendar.
    Day,
}

/// The ways to get a matter done (晋城「六办」, and by post).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "the names are the six ways of the report, explained in keys.rs"
)]
pub enum Channel {
    Online,
    Kiosk,
    Nearby,
    Counter,
    Agent,
    Home,
    Mail,
}

/// A law or document that the matter stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis<T = Text> {
    /// Its name.
    pub name: T,
    /// Its number (民发〔2020〕20号).
    pub doc_no: Option<T>,
    /// The article.
    pub article: Option<T>,
    /// Where the authority publishes it.
    pub url: Option<String>,
    /// When somebody last looked.
    pub checked_on: Option<At<Date>>,
}

/// What a stop means to whoever is in its situation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StopKind {
    /// One does not get it, or not yet.
    #[default]
    NotEligible,
    /// There is nothing to be done: one has it, or needs none.
    NotNeeded,
    /// One may get it, at another place.
    Elsewhere,
    /// One may get it, if something is done otherwise or first.
    AnotherWay,
    /// It is done without coming.
    NoTrip,
}

impl StopKind {
    /// Whether whoever is in this situation does not get the matter, wherever and however they ask for it.
    pub fn refuses(self) -> bool {
        matches!(self, Self::NotEligible | Self::NotNeeded)
    }
}

/// A situation in which the matter cannot be done here or now.
#[derive(Clone, Debug)]
pub struct Stop<T = Text> {
    /// When it holds.
    pub when: Condition,
    /// What it means.
    pub kind: StopKind,
    /// In a few words.
    pub title: T,
    /// Why, and what would change it.
    pub text: T,
    /// Matters to look at instead.
    pub instead: Vec<At<String>>,
    /// What would have to be otherwise.
    pub change: Option<T>,
    /// Whom to call, if not the community.
    pub phone: Option<T>,
    /// It enforces none of the requirements.
    pub free: bool,
    /// Where its condition stands.
    pub place: Place,
}

/// A step of the procedure.
#[derive(Clone, Debug)]
pub struct Step<T = Text> {
    /// When it is part of it; `None`: always.
    pub when: Option<Condition>,
    /// What happens.
    pub name: T,
    /// Who does it.
    pub who: Option<T>,
    /// Days that it takes.
    pub days: Option<u32>,
    /// What the resident does meanwhile.
    pub what_you_do: Option<T>,
    /// Where the step stands, or its condition, if it has one.
    pub place: Place,
}

/// A text with a condition.
#[derive(Clone, Debug)]
pub struct Note<T = Text> {
    /// When it matters; `None`: always.
    pub when: Option<Condition>,
    /// What to mind.
    pub text: T,
    /// Where the note stands, or its condition, if it has one.
    pub place: Place,
}

/// A worked example that the office gives and the build can check.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// Where it stands.
    pub place: Place,
    /// In a few words.
    pub name: String,
    /// What local facts say where it holds; empty: everywhere.
    pub locally: Vec<(At<String>, Decimal)>,
    /// The answers by the index of their question.
    pub answers: Vec<(usize, Answer)>,
    /// The day of the visit, where rules ask for it.
    pub visit: Option<Date>,
    /// What to bring then: `paper` or `paper/whose`.
    pub bring: Vec<At<String>>,
    /// The stop that holds instead, by its title.
    pub stop: Option<At<String>>,
    /// What has to be paid then, as 收费 says it.
    pub fee: Option<At<String>>,
    /// How often one has to come.
    pub visits: Option<At<u32>>,
    /// How many days are promised.
    pub promised: Option<At<u32>>,
    /// Where it is done, by name.
    pub venue: Option<At<String>>,
}

impl<T> Matter<T> {
    /// Its name as a word of the ledger, whose columns are set apart by spaces.
    pub fn name_in_ledger(&self) -> String {
        self.name.split_whitespace().collect::<Vec<_>>().join("_")
    }

    /// Whether a reference of another guide means it.
    pub fn is_called(&self, reference: &str) -> bool {
        self.name == reference || self.code.value == reference
    }

    /// Every condition, those of the named ones too.
    pub(crate) fn all_conditions(&self) -> impl Iterator<Item = &Condition> {
        let facts = self.facts.iter().map(|fact| &fact.condition);
        self.conditions().chain(facts)
    }

    /// The ranges of its conditions that local facts say: the question, and the range.
    pub fn local_ranges(&self) -> Vec<(usize, &Range<Bound>)> {
        let mut found = Vec::new();
        for condition in self.all_conditions() {
            condition.local_ranges(&mut found);
        }
        found
    }

    /// The local facts that its conditions compare with.
    pub fn thresholds(&self) -> BTreeSet<&str> {
        let ranges = self.local_ranges().into_iter();
        let ends = ranges.flat_map(|(_, range)| range.ends());
        ends.filter_map(|end| match end {
            Bound::Fact(name) => Some(name.value.as_str()),
            Bound::Number(_) => None,
        })
        .collect()
    }

    /// The same matter where local facts say these numbers.
    pub fn put_numbers(&mut self, numbers: &Numbers) {
        let decimals: Vec<u32> = self.questions.iter().map(Question::decimals).collect();
        let of_lines = self.lines.iter_mut().flat_map(Line::conditions_mut);
        let of_steps = self.steps.iter_mut().filter_map(|step| step.when.as_mut());
        let of_notes = self.notes.iter_mut().filter_map(|note| note.when.as_mut());
        let of_fees = self.fees.iter_mut().filter_map(|case| case.when.as_mut());
        let of_visits = self.visits.iter_mut().filter_map(|case| case.when.as_mut());
        let of_limits = self.limits.iter_mut().filter_map(|case| case.when.as_mut());
        let of_venues = self.venues.iter_mut().filter_map(|case| case.when.as_mut());
        let cases = of_fees.chain(of_visits).chain(of_limits).chain(of_venues);
        let optional = of_lines.chain(of_steps).chain(of_notes).chain(cases);
        let mandatory = self.stops.iter_mut().map(|stop| &mut stop.when);
        let of_facts = self.facts.iter_mut().map(|fact| &mut fact.condition);
        for condition in optional.chain(mandatory).chain(of_facts) {
            condition.put_numbers(numbers, &decimals);
        }
    }

    /// The texts below the front matter: the guide's, and the community's own.
    pub fn bodies(&self) -> impl Iterator<Item = &Markdown> {
        std::iter::once(&self.body).chain(self.own.iter().map(|own| &own.body))
    }
}

impl<T: Clone> Matter<T> {
    /// The matter where local facts say these numbers, ready to be compiled and shown.
    pub fn with_numbers(&self, numbers: &Numbers) -> Cow<'_, Self> {
        if numbers.is_empty() || self.local_ranges().is_empty() {
            return Cow::Borrowed(self);
        }
        let mut own = self.clone();
        own.put_numbers(numbers);
        Cow::Owned(own)
    }
}
