//! A matter (事项): what one guide says.
//!
//! The fields are those of an 办事指南 as 优化营商环境条例 (令722) §35–37 and 在线政务服务若干规定 (令716) §6 want them published.

use jiff::civil::Date;

use super::{Condition, Own, Question};
use crate::diagnostic::{At, Place};

/// What a guide says of one matter.
#[derive(Clone, Debug)]
pub struct Matter {
    /// The guide's file.
    pub file: String,
    /// The file's name without folders and endings: other guides refer to the matter by it.
    pub name: String,
    /// The permanent code, `[a-z0-9]{2,6}`: the page's address and the printed QR code.
    pub code: At<String>,
    /// The name of the matter.
    pub title: String,
    /// One sentence for the resident.
    pub summary: String,
    /// Other names, for search.
    pub aliases: Vec<String>,
    /// Id of the category.
    pub category: String,
    /// Life events that the matter belongs to.
    pub life_events: Vec<String>,
    /// Finished on the spot, or taken in and passed on.
    pub desk_mode: DeskMode,
    /// Who decides.
    pub authority: String,
    /// Who takes it in.
    pub accepted_by: String,
    /// The time that the law allows; none where no law says one.
    pub statutory: Option<Duration>,
    /// The time that the office promises.
    pub promised: Duration,
    /// The ways to get it done.
    pub channels: Vec<Channel>,
    /// What it costs; empty when it is free.
    pub fee: Vec<Fee>,
    /// How often one has to come in person.
    pub visits: Visits,
    /// The law behind it.
    pub basis: Vec<Basis>,
    /// When somebody last checked the guide against it.
    pub verified_on: Date,
    /// Who checked.
    pub verified_by: String,
    /// By when it must be checked again.
    pub review_by: At<Date>,
    /// In the order in which they are asked.
    pub questions: Vec<Question>,
    /// Situations in which the matter cannot be done here or now.
    pub stops: Vec<Stop>,
    /// What to bring.
    pub lines: Vec<Line>,
    /// What happens then.
    pub steps: Vec<Step>,
    /// What one gets.
    pub result: String,
    /// How one gets it.
    pub delivery: Option<String>,
    /// Things to mind.
    pub notes: Vec<Note>,
    /// Why applications come back.
    pub pitfalls: Vec<String>,
    /// References to matters that can be done on the same trip.
    pub related: Vec<At<String>>,
    /// Worked examples.
    pub scenarios: Vec<Scenario>,
    /// The text below the front matter.
    pub body: Markdown,
    /// What differs from the region's guide; none in the region's own version.
    pub own: Option<Box<Own>>,
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
#[expect(missing_docs, reason = "the names are the six ways of the report, explained in keys.rs")]
pub enum Channel {
    Online,
    Kiosk,
    Nearby,
    Counter,
    Agent,
    Home,
    Mail,
}

/// Something that costs money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fee {
    /// For what.
    pub name: String,
    /// How much, in words.
    pub amount: Option<String>,
    /// By which rule.
    pub basis: Option<String>,
}

/// How often one has to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visits {
    /// Times.
    pub count: u32,
    /// Why at all.
    pub reason: Option<String>,
}

/// A law or document that the matter stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    /// Its name.
    pub name: String,
    /// Its number (民发〔2020〕20号).
    pub doc_no: Option<String>,
    /// The article.
    pub article: Option<String>,
    /// Where the authority publishes it.
    pub url: Option<String>,
    /// When somebody last looked.
    pub checked_on: Option<Date>,
}

/// A situation in which the matter cannot be done here or now.
#[derive(Clone, Debug)]
pub struct Stop {
    /// When it holds.
    pub when: Condition,
    /// In a few words.
    pub title: String,
    /// Why, and what would change it.
    pub text: String,
    /// Matters to look at instead.
    pub instead: Vec<At<String>>,
    /// What would have to be otherwise.
    pub change: Option<String>,
    /// Whom to call, if not the community.
    pub phone: Option<String>,
    /// Where its condition stands.
    pub place: Place,
}

/// A line of the list.
#[derive(Clone, Debug)]
pub struct Line {
    /// When it is needed; `None`: always.
    pub when: Option<Condition>,
    /// A single paper, or a choice of several.
    pub paper: Group,
    /// Where the line stands, or its condition, if it has one.
    pub place: Place,
}

/// A single paper, or any `pick` of several.
#[derive(Clone, Debug)]
pub enum Group {
    /// This paper.
    One(Box<Paper>),
    /// Any `pick` of these.
    Pick {
        /// How many.
        pick: u32,
        /// What the choice is called.
        name: String,
        /// The papers.
        from: Vec<Paper>,
    },
}

/// A paper as one matter asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Which paper it is, whatever it is called in another language: `paper` or `paper/whose`, as 带 names it.
    pub id: String,
    /// Id in the register, where it comes from there.
    pub material: Option<String>,
    /// What it is called.
    pub name: String,
    /// Whose it is.
    pub of: Option<String>,
    /// Originals to bring.
    pub originals: u32,
    /// Copies to bring; they are always handed in.
    pub copies: u32,
    /// Whether the originals stay at the office.
    pub hand_in: bool,
    /// How the copy must look.
    pub copy_note: Option<String>,
    /// How fresh it must be.
    pub fresh: Option<Fresh>,
    /// Whether it may follow later (容缺受理).
    pub defer: Option<Defer>,
    /// What the photo must look like.
    pub photo_spec: Option<String>,
    /// Useful, but not required.
    pub recommended: bool,
    /// What else to know.
    pub note: Option<String>,
    /// Who issues it.
    pub issuer: Option<String>,
    /// How to get it.
    pub how_to_get: Option<String>,
    /// What to do without it.
    pub without: Option<String>,
    /// Whether the electronic certificate is taken as well (令716 §10).
    pub e_certificate: bool,
    /// An empty form.
    pub blank_form: Option<Attachment>,
    /// A filled sample.
    pub sample_form: Option<Attachment>,
}

/// How fresh a paper must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fresh {
    /// In words (近 3 个月).
    pub text: String,
    /// At most this many days old on the day of the visit.
    pub days: Option<u32>,
}

/// A paper that may follow later: the office begins without it (地方容缺受理制度).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Defer {
    /// Within this many days.
    pub days: Option<u32>,
    /// How to hand it in then.
    pub how: Option<String>,
}

/// A file below the content folder that pages link to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Path below the content folder.
    pub path: String,
    /// Where the guide names it.
    pub place: Place,
}

/// A step of the procedure.
#[derive(Clone, Debug)]
pub struct Step {
    /// When it is part of it; `None`: always.
    pub when: Option<Condition>,
    /// What happens.
    pub name: String,
    /// Who does it.
    pub who: Option<String>,
    /// Days that it takes.
    pub days: Option<u32>,
    /// What the resident does meanwhile.
    pub what_you_do: Option<String>,
    /// Where the step stands, or its condition, if it has one.
    pub place: Place,
}

/// A text with a condition.
#[derive(Clone, Debug)]
pub struct Note {
    /// When it matters; `None`: always.
    pub when: Option<Condition>,
    /// What to mind.
    pub text: String,
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
    /// The answers, as conditions that they fulfil.
    pub answers: Vec<Condition>,
    /// What to bring then: `paper` or `paper/whose`.
    pub bring: Vec<At<String>>,
    /// The stop that holds instead, by its title.
    pub stop: Option<At<String>>,
}

/// Markdown as HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markdown {
    /// Clean HTML: no raw HTML of the author's, only links of allowed kinds. Links to matters and
    /// files are written as `matter:NAME` and `file:PATH` and filled in when the page's address is known.
    pub html: String,
    /// Ids of the headings.
    pub anchors: Vec<String>,
    /// References to matters.
    pub matters: Vec<At<String>>,
    /// Files of the content folder.
    pub files: Vec<Attachment>,
}

impl Matter {
    /// Its name as a word of the ledger, whose columns are set apart by spaces.
    pub fn name_in_ledger(&self) -> String {
        self.name.split_whitespace().collect::<Vec<_>>().join("_")
    }
}

impl Line {
    /// The paper, or all papers of a choice.
    pub fn papers(&self) -> &[Paper] {
        match &self.paper {
            Group::One(paper) => std::slice::from_ref(paper),
            Group::Pick { from, .. } => from,
        }
    }

    /// The same, to be changed.
    pub fn papers_mut(&mut self) -> &mut [Paper] {
        match &mut self.paper {
            Group::One(paper) => std::slice::from_mut(paper),
            Group::Pick { from, .. } => from,
        }
    }

    /// Whether it is only useful, not required.
    pub fn is_recommended(&self) -> bool {
        matches!(&self.paper, Group::One(paper) if paper.recommended)
    }
}

impl Paper {
    /// Whether `entry` (`身份证` or `身份证/老人`, as 带 has it) names the paper.
    pub fn is_called(&self, entry: &str) -> bool {
        let (what, whose) = entry.split_once('/').map_or((entry, None), |(what, whose)| (what, Some(whose)));
        let called = self.name == what || self.material.as_deref() == Some(what);
        called && whose.is_none_or(|whose| self.of.as_deref() == Some(whose))
    }
}

impl Matter {
    /// The texts below the front matter: the guide's, and the community's own.
    pub fn bodies(&self) -> impl Iterator<Item = &Markdown> {
        std::iter::once(&self.body).chain(self.own.iter().map(|own| &own.body))
    }
}
