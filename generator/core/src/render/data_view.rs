//! The shapes of a community's data files, see `generator/schema/`. What there is not is left out.

use std::collections::BTreeMap;

use serde::Serialize;

use super::cases::FeeView;
use super::ranges::OutcomeView;
use super::view::{
    AppointmentView, CriteriaView, DeferView, ExemptView, FileView, FirstView, Link, OnlineView,
    Phone, QuestionView, RequirementView,
};

/// `data/CODE.json`.
#[derive(Debug, Serialize)]
pub(super) struct MatterData {
    pub(super) format: u32,
    pub(super) lang: &'static str,
    pub(super) code: String,
    /// The code in addresses with answers.
    pub(super) key: u32,
    /// The day on which this takes effect, where it is still to come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) from: Option<String>,
    /// What takes its place later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) next: Option<NextData>,
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) category: String,
    /// The matter's page, from the folder of the community in this language.
    pub(super) href: String,
    /// That page is in the content's own language only.
    pub(super) other_language: bool,
    pub(super) desk_mode: &'static str,
    pub(super) promise: Promise,
    /// What it costs.
    pub(super) fee: FeeData,
    /// How often one has to come.
    pub(super) visits: VisitsData,
    /// Where it is done online.
    pub(super) online: Vec<OnlineView>,
    /// Its own times; none: as long as the place is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) accepted: Option<AcceptedData>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) appointment: Option<AppointmentView>,
    /// Where it is done; none: in the hall, or where `venues` say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) venue: Option<VenueData>,
    /// The places among which the answers decide.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) venues: Vec<VenueCase>,
    /// Where and when one comes, for the clock: one, or those among which the answers decide.
    pub(super) desks: Vec<DeskData>,
    pub(super) verified_on: String,
    pub(super) review_by: String,
    pub(super) version: String,
    pub(super) questions: Vec<QuestionData>,
    /// What has to hold; left out where the guide does not say it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) requirements: Vec<RequirementView>,
    pub(super) stops: Vec<StopData>,
    /// The papers of `rows`, `extras` and `exempts`, known there by their place here.
    pub(super) papers: Vec<PaperName>,
    /// What is required: the rows of `lines`, in words.
    pub(super) rows: Vec<RowData>,
    /// What is only useful.
    pub(super) extras: Vec<RowData>,
    /// What need not be brought.
    pub(super) exempts: Vec<RowData>,
    /// The rows for the engine, base64.
    pub(super) lines: String,
    /// The rules for the engine, base64.
    pub(super) rules: String,
}

/// What takes the place of a matter later.
#[derive(Debug, Serialize)]
pub(super) struct NextData {
    /// The day on which it does.
    pub(super) from: String,
    /// Its page, from the folder of the community in this language.
    pub(super) href: String,
    /// Its data, from this file.
    pub(super) data: String,
}

/// The time that the office promises: of several the longest.
#[derive(Debug, Serialize)]
pub(super) struct Promise {
    pub(super) days: u32,
    pub(super) unit: &'static str,
    /// Of several the range.
    pub(super) words: String,
    /// What it may come to: exactly one holds.
    pub(super) outcomes: Vec<OutcomeView>,
    /// The entries of the guide.
    pub(super) entries: Vec<LimitEntry>,
}

/// An entry's place in the rules; neither where it always holds.
#[derive(Debug, Serialize)]
pub(super) struct CaseData {
    /// The engine's index.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) item: Option<usize>,
    /// Its condition in one line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) when: Option<String>,
}

/// How long it takes.
#[derive(Debug, Serialize)]
pub(super) struct LimitEntry {
    #[serde(flatten)]
    pub(super) case: CaseData,
    pub(super) days: u32,
    pub(super) unit: &'static str,
    /// The days that the law allows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) statutory: Option<u32>,
}

/// What it costs.
#[derive(Debug, Serialize)]
pub(super) struct FeeData {
    /// In a few words, whatever is answered.
    pub(super) words: String,
    /// What it may come to: exactly one holds.
    pub(super) outcomes: Vec<OutcomeView>,
    /// Those that hold are all due; none: it is free.
    pub(super) entries: Vec<FeeEntry>,
}

/// A fee.
#[derive(Debug, Serialize)]
pub(super) struct FeeEntry {
    #[serde(flatten)]
    pub(super) case: CaseData,
    #[serde(flatten)]
    pub(super) fee: FeeView,
}

/// How often one has to come.
#[derive(Debug, Serialize)]
pub(super) struct VisitsData {
    pub(super) words: String,
    /// What it may come to: exactly one holds.
    pub(super) outcomes: Vec<OutcomeView>,
    pub(super) entries: Vec<VisitsEntry>,
}

/// How often who has to come, and why.
#[derive(Debug, Serialize)]
pub(super) struct VisitsEntry {
    #[serde(flatten)]
    pub(super) case: CaseData,
    pub(super) count: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) reason: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) who: Vec<String>,
}

/// One of the places among which the answers decide.
#[derive(Debug, Serialize)]
pub(super) struct VenueCase {
    #[serde(flatten)]
    pub(super) case: CaseData,
    pub(super) venue: VenueData,
}

/// A desk: what the clock reads of it, where that is not as in the hall.
#[derive(Debug, Serialize)]
pub(super) struct DeskData {
    /// The engine's index; none: always.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) item: Option<usize>,
    /// The matter with the condition, for a list of desks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) label: Option<String>,
    /// Under the names that `#hall` of a page has.
    pub(super) at: BTreeMap<&'static str, String>,
}

/// When a matter is accepted.
#[derive(Debug, Serialize)]
pub(super) struct AcceptedData {
    /// An entry each.
    pub(super) words: Vec<String>,
    /// The same for the clock.
    pub(super) windows: String,
}

/// A place beside the hall.
#[derive(Debug, Serialize)]
pub(super) struct VenueData {
    pub(super) name: String,
    pub(super) address: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) directions: Option<String>,
    pub(super) phone: Phone,
    /// When it is open, in words.
    pub(super) hours: String,
    /// The same for the clock: the week, days that differ, and how many of these are the place's own.
    pub(super) weekly: String,
    pub(super) special: String,
    pub(super) own_days: usize,
}

/// A question, with the key under which its answer travels.
#[derive(Debug, Serialize)]
pub(super) struct QuestionData {
    pub(super) key: u32,
    #[serde(flatten)]
    pub(super) question: QuestionView,
}

/// A paper: a material and whose it is.
#[derive(Debug, Serialize)]
pub(super) struct PaperName {
    /// The same in every guide and every language.
    pub(super) id: String,
    pub(super) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) of: Option<String>,
    /// Both in one.
    pub(super) called: String,
    /// The way to its page, from the folder of the community in this language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) page: Option<String>,
    /// The way to a picture of it, from there too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) picture: Option<String>,
}

/// A situation in which the matter cannot be done.
#[derive(Debug, Serialize)]
pub(super) struct StopData {
    pub(super) index: usize,
    pub(super) title: String,
    pub(super) text: String,
    /// What it means: `not_eligible`, `not_needed`, `elsewhere`, `another_way`, `no_trip`.
    pub(super) kind: &'static str,
    /// Its condition in one line.
    pub(super) when: String,
    pub(super) change: Option<String>,
    pub(super) instead: Vec<Link>,
    pub(super) phone: Option<Phone>,
}

/// A row of the list: a paper, or a choice of several.
#[derive(Debug, Serialize)]
pub(super) struct RowData {
    /// The engine's index; none: always.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) item: Option<usize>,
    /// How many of the ways are wanted; 1 where there is no choice.
    pub(super) pick: u32,
    /// What a choice is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    /// What there is to choose from; none where there is no choice.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) ways: Vec<WayData>,
    /// The guide's lines, each with its own words; several only where they ask for one and the same paper.
    pub(super) lines: Vec<LineData>,
}

/// A way of a choice.
#[derive(Debug, Serialize)]
pub(super) struct WayData {
    /// The engine's index: the row is on the list, and the way counts; none: wherever the row is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) item: Option<usize>,
    /// When it counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) when: Option<String>,
    #[serde(flatten)]
    pub(super) what: WayOfData,
}

/// What a way wants.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum WayOfData {
    /// A paper.
    Paper {
        /// Its place among the papers of the row's line.
        of: usize,
    },
    /// Any so many of several; where it is all of them, papers that go together.
    AnyOf {
        pick: u32,
        /// What it is called; empty: it has no name.
        #[serde(skip_serializing_if = "String::is_empty")]
        name: String,
        ways: Vec<WayData>,
    },
}

/// A line of the guide.
#[derive(Debug, Serialize)]
pub(super) struct LineData {
    /// The engine's index; none: always.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) item: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) when: Option<String>,
    pub(super) papers: Vec<PaperData>,
}

/// A paper as a line asks for it.
#[derive(Debug, Serialize)]
pub(super) struct PaperData {
    /// Its place among the matter's papers.
    pub(super) paper: u32,
    pub(super) originals: AmountData,
    pub(super) copies: AmountData,
    /// The originals stay at the office.
    pub(super) hand_in: bool,
    /// What the guide says of it in its own words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) details: Vec<DetailData>,
    #[serde(skip_serializing_if = "CriteriaView::is_empty")]
    pub(super) criteria: CriteriaView,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) first: Option<FirstView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) fresh: Option<Fresh>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) defer: Option<DeferView>,
    /// Why it need not be brought; then nothing is said of how many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) exempt: Option<ExemptView>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) e_certificate: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) blank_form: Option<FileView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) sample_form: Option<FileView>,
}

/// A number of pieces.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum AmountData {
    /// Whatever is answered.
    Fixed(u32),
    /// So many for each one that the answer to a number question counts.
    Counted {
        /// Index of the question.
        question: usize,
        times: u32,
        /// And so many more.
        plus: u32,
        words: String,
    },
}

/// A detail of a paper, as `model/detail.rs` declares it.
#[derive(Debug, Serialize)]
pub(super) struct DetailData {
    pub(super) id: &'static str,
    /// Where pages show it.
    pub(super) place: &'static str,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) label: String,
    pub(super) text: String,
}

/// How fresh a paper must be.
#[derive(Debug, Serialize)]
pub(super) struct Fresh {
    pub(super) words: String,
    /// At most so old on the day of the visit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) days: Option<u32>,
}

/// `data/index.json`.
#[derive(Debug, Serialize)]
pub(super) struct Index {
    pub(super) format: u32,
    pub(super) lang: &'static str,
    pub(super) matters: Vec<Entry>,
}

/// A matter of the index.
#[derive(Debug, Serialize)]
pub(super) struct Entry {
    pub(super) code: String,
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) category: String,
    /// Its page, from the folder of the community in this language.
    pub(super) href: String,
    /// Its data, from the index.
    pub(super) data: String,
    /// What takes its place later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) next: Option<NextData>,
}
