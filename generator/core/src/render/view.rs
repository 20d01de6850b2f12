//! What templates receive: the contract with theme authors.
//!
//! Every field is there on every page of its kind (`null` where there is nothing to say), so that a template that names a
//! field that does not exist fails when it is loaded or first used, never silently.

use serde::Serialize;

use super::cases::{CaseView, FeeView, LimitView, VisitsView};
use super::condition::{TermView, WhenView};
use super::ranges::RangeView;

/// A phone number as it is read and as it is dialled.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Phone {
    pub(super) text: String,
    pub(super) tel: String,
}

impl Phone {
    pub(super) fn new(text: &str) -> Self {
        let dialled = |text: &str| -> String {
            let is_dialled = |c: &char| c.is_ascii_digit() || matches!(c, '+' | '-');
            text.chars().filter(is_dialled).collect()
        };
        // A phone waits at a comma, and dials the extension when somebody has answered.
        let extension = ["转", "分机"].iter().find_map(|word| text.split_once(word));
        let tel = match extension {
            Some((number, extension)) => format!("{},{}", dialled(number), dialled(extension)),
            None => dialled(text),
        };
        Self {
            text: text.to_owned(),
            tel,
        }
    }
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct HoursView {
    pub(super) days: String,
    pub(super) times: Vec<String>,
    pub(super) note: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct WorkerView {
    pub(super) name: String,
    pub(super) role: Option<String>,
    pub(super) area: Option<String>,
    pub(super) phone: Option<Phone>,
}

/// Days off that belong together, in words.
#[derive(Clone, Debug, Serialize)]
pub(super) struct DaysOffView {
    pub(super) text: String,
    /// The last day that it speaks of: from the day after on it is of no use.
    pub(super) until: String,
}

/// Where a door is and when it is open.
#[derive(Clone, Debug, Serialize)]
pub(super) struct OfficeView {
    pub(super) address: String,
    /// The same as a part of an address on the web, for maps.
    pub(super) address_query: String,
    pub(super) directions: Option<String>,
    /// The way to a photo of the door.
    pub(super) door_photo: Option<String>,
    pub(super) hours: Vec<HoursView>,
    /// The same as running text.
    pub(super) hours_text: String,
    /// The same for scripts, Monday first: `510-720 870-1080`, in minutes after midnight, with `;` between days.
    pub(super) weekly: String,
    /// Days that differ from it, the next first.
    pub(super) days_off: Vec<DaysOffView>,
    /// The same for scripts; see [`special`](super::calendar::special).
    pub(super) special: String,
    /// How many entries of it are the place's own.
    pub(super) own_days: usize,
    /// The years whose holidays are known.
    pub(super) known_years: Vec<i16>,
}

/// A place beside the hall where a matter is done; it has what [`CommunityView`] has of the hall.
#[derive(Clone, Debug, Serialize)]
pub(super) struct VenueView {
    pub(super) name: String,
    pub(super) example: bool,
    /// Its number, or else the community's.
    pub(super) consult: Phone,
    #[serde(flatten)]
    pub(super) office: OfficeView,
}

/// That one has to be expected.
#[derive(Clone, Debug, Serialize)]
pub(super) struct AppointmentView {
    /// What to do, in one sentence.
    pub(super) words: String,
    /// Whom to call.
    pub(super) phone: Phone,
    /// How long before the visit, for scripts: `1d` a day, `2w` two workdays.
    pub(super) ahead: String,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct CommunityView {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) subdistrict: Option<String>,
    pub(super) example: bool,
    /// Its hall.
    #[serde(flatten)]
    pub(super) office: OfficeView,
    pub(super) consult: Phone,
    pub(super) complaint: Phone,
    pub(super) workers: Vec<WorkerView>,
    pub(super) href: String,
    /// How many matters it offers.
    pub(super) count: usize,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct Link {
    pub(super) code: String,
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) href: String,
    /// The page there is in the language of the first locale.
    pub(super) other_language: bool,
}

/// The site, as the page's own place sees it.
#[derive(Clone, Debug, Serialize)]
pub(super) struct SiteView {
    pub(super) name: String,
    pub(super) disclaimer: Option<String>,
    pub(super) base_url: String,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct PageView {
    pub(super) title: String,
    pub(super) description: String,
    /// The site's other languages.
    pub(super) languages: Vec<LanguageView>,
    /// The page in every language that it is there in, itself included; none when it is in one.
    pub(super) alternates: Vec<AlternateView>,
}

/// A way to another language.
#[derive(Clone, Debug, Serialize)]
pub(super) struct LanguageView {
    /// As HTML names it.
    pub(super) lang: &'static str,
    /// As it calls itself.
    pub(super) name: String,
    pub(super) href: String,
    /// It is the same page; otherwise the home of its folder.
    pub(super) same: bool,
}

/// The page in a language, for search engines.
#[derive(Clone, Debug, Serialize)]
pub(super) struct AlternateView {
    pub(super) lang: &'static str,
    pub(super) address: String,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct CategoryView {
    pub(super) id: String,
    pub(super) name: String,
    /// Its own page; none where the home lists its matters.
    pub(super) href: Option<String>,
    /// The way to a small picture of it.
    pub(super) picture: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) matters: Vec<MatterCard>,
}

/// Another version of a matter, that takes effect later.
#[derive(Clone, Debug, Serialize)]
pub(super) struct VersionView {
    /// The day on which it does.
    pub(super) from: String,
    /// The same in words.
    pub(super) day: String,
    pub(super) href: String,
    /// Its data, from those of the matter.
    pub(super) data: String,
    /// The page there is in the language of the first locale.
    pub(super) other_language: bool,
}

/// That a version is still to take effect.
#[derive(Clone, Debug, Serialize)]
pub(super) struct StartView {
    pub(super) from: String,
    /// The same in words.
    pub(super) day: String,
    /// The page of the version that holds until then; none where the matter only begins.
    pub(super) before: Option<String>,
}

/// A matter in a list of matters.
#[derive(Clone, Debug, Serialize)]
pub(super) struct MatterCard {
    pub(super) code: String,
    /// It is a draft, and this a preview.
    pub(super) draft: bool,
    /// What takes its place later.
    pub(super) coming: Option<VersionView>,
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) aliases: Vec<String>,
    pub(super) desk_mode: &'static str,
    pub(super) promised: Limit,
    pub(super) href: String,
    /// The page there is in the language of the first locale.
    pub(super) other_language: bool,
}

/// A time limit; printed sheets have words of their own for it.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Limit {
    pub(super) n: u32,
    pub(super) unit: &'static str,
    pub(super) at_once: bool,
    /// It is the longest of several.
    pub(super) varies: bool,
    pub(super) words: String,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct Named {
    pub(super) id: &'static str,
    pub(super) name: String,
}

/// A way to do a matter online.
#[derive(Clone, Debug, Serialize)]
pub(super) struct OnlineView {
    /// `website`, `mini_program` or `app`.
    pub(super) kind: &'static str,
    pub(super) name: String,
    /// Of a website.
    pub(super) url: Option<String>,
    /// The address is on another host than this site.
    pub(super) leaves: bool,
    /// Of a mini-program: what to long-press inside WeChat.
    pub(super) picture: Option<FileView>,
    pub(super) note: Option<String>,
    /// The way in words, for paper and for copied text.
    pub(super) words: String,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct QuestionView {
    pub(super) index: usize,
    pub(super) label: String,
    pub(super) ask: String,
    pub(super) why: Option<String>,
    pub(super) kind: &'static str,
    pub(super) unit: Option<String>,
    /// How many decimals an answer may have.
    pub(super) decimals: u32,
    pub(super) min: EndView,
    pub(super) max: EndView,
    /// Of a date, the first day that it may be, and the last, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) first: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) last: Option<String>,
    /// What becomes true of a date as time goes on, in the engine's order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) turns: Vec<String>,
    pub(super) options: Vec<OptionView>,
}

/// The smallest or the largest answer to a number question.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub(super) enum EndView {
    Whole(i64),
    /// With decimals, in figures: no reader has to round it.
    Decimal(String),
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct OptionView {
    pub(super) index: usize,
    pub(super) text: String,
    pub(super) note: Option<String>,
    /// What follows from it without being asked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) implies: Vec<ImpliedView>,
}

/// An answer that follows from another one.
#[derive(Clone, Debug, Serialize)]
pub(super) struct ImpliedView {
    /// Index of the question.
    pub(super) question: usize,
    /// Index of its option.
    pub(super) option: usize,
}

/// What has to hold for the matter to be taken in.
#[derive(Clone, Debug, Serialize)]
pub(super) struct RequirementView {
    pub(super) text: String,
    /// The stops that enforce it, by their index.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) stops: Vec<usize>,
    /// What else is to be said of it, in words: where to look who does not meet it, and who judges it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) more: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct StopView {
    pub(super) index: usize,
    pub(super) title: String,
    pub(super) text: String,
    /// What it means, by its English name.
    pub(super) kind: &'static str,
    pub(super) when: WhenView,
    pub(super) change: Option<String>,
    pub(super) instead: Vec<Link>,
    pub(super) phone: Option<Phone>,
}

/// A line, or a way of a choice: a paper, or (with `pick`) a choice of several ways.
#[derive(Clone, Debug, Default, Serialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a word of its own on the line"
)]
pub(super) struct LineView {
    /// The engine's index; none: always needed.
    pub(super) item: Option<usize>,
    pub(super) when: Option<WhenView>,
    pub(super) pick: Option<u32>,
    /// All of its ways are wanted: papers that go together.
    pub(super) together: bool,
    pub(super) from: Vec<LineView>,
    pub(super) name: String,
    pub(super) of: Option<String>,
    pub(super) originals: CountView,
    pub(super) copies: CountView,
    pub(super) hand_in: bool,
    /// What becomes of the originals: `back` or `back-copies`, `in`; empty where there are none, and where cases differ.
    pub(super) keep: &'static str,
    /// Whether some of the originals may stay.
    pub(super) stay: bool,
    /// What the guide says of it in its own words.
    pub(super) details: Vec<DetailView>,
    /// What counts as it and what does not.
    pub(super) criteria: CriteriaView,
    /// What to do first by whoever lacks it.
    pub(super) first: Option<FirstView>,
    /// The way to its page.
    pub(super) page: Option<String>,
    /// The way to a picture of it.
    pub(super) picture: Option<String>,
    pub(super) fresh: Option<String>,
    pub(super) fresh_days: Option<u32>,
    pub(super) defer: Option<DeferView>,
    pub(super) recommended: bool,
    /// Why it need not be brought.
    pub(super) exempt: Option<ExemptView>,
    pub(super) e_certificate: bool,
    pub(super) blank_form: Option<FileView>,
    pub(super) sample_form: Option<FileView>,
    /// It differs from the region's.
    pub(super) own: bool,
    /// The lines of a row that the guide writes in several; what they say alike stands on the row.
    pub(super) parts: Vec<LineView>,
    /// What it comes to, case by case; none when no answer changes it.
    pub(super) forms: Vec<FormView>,
    /// Of a paper to choose: the row that brings it anyway.
    pub(super) brought: Option<BroughtView>,
}

/// A detail of a paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct DetailView {
    /// Which, see `model/detail.rs`.
    pub(super) id: &'static str,
    /// Where pages show it: `line`, `note` or `get`.
    pub(super) place: &'static str,
    /// Whether the booklet says it.
    pub(super) booklet: bool,
    /// What it is called.
    pub(super) label: String,
    pub(super) text: String,
}

/// What counts as a paper and what does not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct CriteriaView {
    pub(super) accepted: Vec<CriterionView>,
    pub(super) refused: Vec<CriterionView>,
}

impl CriteriaView {
    pub(super) fn is_empty(&self) -> bool {
        self.accepted.is_empty() && self.refused.is_empty()
    }
}

/// One thing that counts, or does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct CriterionView {
    pub(super) text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) picture: Option<FileView>,
}

/// What to do first where a paper is missing: the matter that it results from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct FirstView {
    pub(super) words: String,
    /// Its code; none where this community does not offer it, and then there is no way to it either.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) href: Option<String>,
    /// The page there is in the language of the first locale.
    pub(super) other_language: bool,
}

/// What paper.html shows.
#[derive(Clone, Debug, Serialize)]
pub(super) struct PaperPageView {
    pub(super) name: String,
    /// What it looks like.
    pub(super) picture: Option<String>,
    pub(super) details: Vec<DetailView>,
    pub(super) criteria: CriteriaView,
    pub(super) fresh: Option<String>,
    pub(super) e_certificate: bool,
    /// The matter that it results from.
    pub(super) first: Option<FirstView>,
    /// The matters of the community that ask for it.
    pub(super) matters: Vec<Link>,
}

/// A number of pieces, before anything is answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct CountView {
    /// The fewest that are possible.
    pub(super) least: u32,
    /// The most.
    pub(super) most: u32,
    /// The number, for what it is wanted, or between which two it lies.
    pub(super) words: String,
}

/// One case of a line or row. A number may take from answers: `1+2*0` is one, and two for each one that question 0 counts; of
/// several with `|` between, the largest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct FormView {
    /// The engine's index; none when there is no other case.
    pub(super) item: Option<usize>,
    pub(super) originals: String,
    /// Originals that stay at the office.
    pub(super) handed_in: String,
    pub(super) copies: String,
}

/// A row that brings a paper anyway.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct BroughtView {
    pub(super) name: String,
    pub(super) of: Option<String>,
    /// The engine's index of the row; none: always needed.
    pub(super) item: Option<usize>,
}

/// That a paper need not be brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct ExemptView {
    /// `e_certificate`, `data_sharing`, `promise` or `internal_check`.
    pub(super) by: &'static str,
    /// The same in a few words.
    pub(super) how: String,
    /// What else holds wherever an office does without a paper in this way, sentence by sentence.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) more: Vec<String>,
    /// What the guide says of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) note: Option<String>,
    /// The promise to sign.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) promise_form: Option<FileView>,
}

/// That a paper may follow later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct DeferView {
    pub(super) words: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) days: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) how: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct FileView {
    pub(super) href: String,
    pub(super) name: String,
    pub(super) image: bool,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct StepView {
    pub(super) item: Option<usize>,
    pub(super) when: Option<WhenView>,
    pub(super) name: String,
    pub(super) who: Option<String>,
    pub(super) days: Option<u32>,
    pub(super) what_you_do: Option<String>,
    /// It differs from the region's.
    pub(super) own: bool,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct ResultView {
    pub(super) name: String,
    pub(super) delivery: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct NoteView {
    pub(super) item: Option<usize>,
    pub(super) when: Option<WhenView>,
    pub(super) text: String,
    /// It is the community's.
    pub(super) own: bool,
}

/// What the community does differently.
#[derive(Clone, Debug, Serialize)]
pub(super) struct OwnView {
    /// The names of what differs.
    pub(super) what: Vec<String>,
    /// The community's own text.
    pub(super) body_html: String,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct BasisView {
    pub(super) name: String,
    pub(super) doc_no: Option<String>,
    pub(super) article: Option<String>,
    pub(super) url: Option<String>,
}

/// The two files of a code, relative to the page.
#[derive(Clone, Debug, Serialize)]
pub(super) struct CodeView {
    pub(super) svg: String,
    pub(super) png: String,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct MatterView {
    pub(super) code: String,
    /// It is a draft, and this a preview.
    pub(super) draft: bool,
    /// What takes its place later.
    pub(super) coming: Option<VersionView>,
    /// That it does not hold yet.
    pub(super) start: Option<StartView>,
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) aliases: Vec<String>,
    pub(super) category: CategoryView,
    pub(super) desk_mode: &'static str,
    pub(super) authority: String,
    pub(super) accepted_by: String,
    /// What is promised, in few words: of several the longest and the range.
    pub(super) promised: Limit,
    /// How long it takes, case by case, and what that may come to.
    pub(super) limits: Vec<CaseView<LimitView>>,
    pub(super) limit_range: RangeView,
    pub(super) channels: Vec<Named>,
    /// Where it is done online.
    pub(super) online: Vec<OnlineView>,
    /// What it costs, case by case; empty: nothing.
    pub(super) fees: Vec<CaseView<FeeView>>,
    pub(super) fee_range: RangeView,
    /// The item of the case that none of the fees is due.
    pub(super) free_item: Option<usize>,
    /// How often one has to come, case by case.
    pub(super) visits: Vec<CaseView<VisitsView>>,
    pub(super) visits_range: RangeView,
    /// When it is accepted, an entry each; empty: as long as the place is open.
    pub(super) accepted: Vec<String>,
    /// The same for scripts; see [`windows`](super::acceptance::windows).
    pub(super) windows: String,
    pub(super) appointment: Option<AppointmentView>,
    /// Where it is done; none: in the hall, or where the answers decide.
    pub(super) venue: Option<VenueView>,
    /// The places among which the answers decide.
    pub(super) venues: Vec<CaseView<VenueView>>,
    /// The same in a few words.
    pub(super) venue_range: RangeView,
    pub(super) questions: Vec<QuestionView>,
    pub(super) requirements: Vec<RequirementView>,
    pub(super) stops: Vec<StopView>,
    pub(super) lines: Vec<LineView>,
    /// What need not be brought.
    pub(super) exempts: Vec<LineView>,
    pub(super) steps: Vec<StepView>,
    pub(super) result: ResultView,
    pub(super) notes: Vec<NoteView>,
    /// What the names in its conditions mean.
    pub(super) terms: Vec<TermView>,
    /// How fine the numbers in its conditions are meant, where that has to be said.
    pub(super) fractions: Option<String>,
    pub(super) pitfalls: Vec<String>,
    pub(super) related: Vec<Link>,
    pub(super) basis: Vec<BasisView>,
    pub(super) verified_on: String,
    pub(super) verified_by: String,
    pub(super) review_by: String,
    pub(super) overdue: bool,
    pub(super) version: String,
    pub(super) body_html: String,
    /// What differs from the region's guide.
    pub(super) own: Option<OwnView>,
    /// The rules for the engine, base64.
    pub(super) rules: String,
    pub(super) qr: CodeView,
    /// The permanent address.
    pub(super) address: String,
}
