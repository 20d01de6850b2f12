//! What a finding is, and how it is shown.
//!
//! Every room that can find something wrong returns [`Finding`]s; none of them prints. A finding
//! is a [`Problem`] (what is wrong, with the values that its texts need) and, where there is one, a [`Place`].
//! Kinds of findings are declared once (`declare!`), in enums by what they are about (`families.rs`); their texts are data by id (`texts/zh`, `texts/en`),
//! and tests hold the two against each other.

mod acceptance;
mod allow;
mod calendar;
mod case;
mod choice;
mod codes;
mod condition;
mod count;
mod date;
mod declare;
mod draft;
mod exempt;
mod explain;
mod families;
mod fill;
mod fine;
mod handbook;
mod implied;
mod json;
mod ledger;
mod link;
mod local;
mod machine;
mod mend;
mod online;
mod output;
mod overlay;
mod paper;
mod part;
mod poster;
mod proof;
mod prose;
mod question;
mod quoted;
mod reading;
mod reference;
mod requirement;
mod scenario;
mod sense;
mod shape;
mod sheet;
mod shown;
mod site;
mod suggest;
mod terminal;
mod texts;
mod theme;
mod translation;
mod version;
mod wording;
mod wrap;
mod yaml;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

pub use acceptance::{AcceptanceFault, Outside, PlaceOf, Weekday};
pub use allow::{AllowFault, Allowed, idle as idle_allowances, let_pass};
pub use calendar::CalendarFault;
pub use case::CaseFault;
pub use choice::ChoiceFault;
pub use codes::{PublishedIn, Refusal};
pub use condition::ConditionFault;
pub use count::CountFault;
pub use date::{DateFault, InNoYear};
pub(crate) use declare::declare;
pub use declare::{Argument, Declaration, Term};
pub use draft::DraftFault;
pub use exempt::ExemptFault;
pub use explain::{Kind, explain, kinds};
pub use families::{Problem, declared};
pub use fine::{FineFault, FineKey};
pub use handbook::reference;
pub use implied::ImpliedFault;
pub use json::{kinds_to_json, to_json};
pub use ledger::{LedgerFault, LedgerLine};
pub use link::LinkFault;
pub use local::{Communities, LocalFault, LocalNumbers};
pub use machine::{Folders, to_github, to_sarif};
pub use mend::{Mend, mend};
pub use online::OnlineFault;
pub use output::OutputFault;
pub use overlay::OverlayFault;
pub use paper::{CircleStep, MaySteps, PaperFault, Steps};
pub use part::{PartFault, PartInput};
pub use poster::{AffectedPosters, BrokenPoster, LostBy, Walls};
pub use proof::{AgentLine, AgentPaper, Proof};
pub use prose::{ProseFault, Unseen};
pub use question::QuestionFault;
pub(crate) use quoted::double_quoted;
pub use reading::{Folder, ReadingFault, Unfollowed};
pub use reference::ReferenceFault;
pub use requirement::RequirementFault;
pub use scenario::{KnownNumbers, ScenarioFault};
pub use sense::SenseFault;
pub use shape::{Expected, Found, KeyName, Lines, ShapeFault};
pub use sheet::{CodeFault, SheetFault};
pub use shown::{Indented, Reason, Shown, Size};
pub use site::{AddressFault, Origin, SiteFault, SiteFile};
pub use suggest::{closest, option as option_meant};
pub use terminal::{Style, to_text};
pub use texts::{Texts, texts};
pub use theme::ThemeFault;
pub use translation::{Phrase, TranslationFault};
pub use version::VersionFault;
pub use wording::WordingFault;
pub use yaml::{QuoteReason, YamlFault};

/// The language of the person who reads the findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// Simplified Chinese.
    Zh,
    /// English.
    En,
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The site is not built.
    Error,
    /// The site is built; somebody should look.
    Warning,
}

impl Severity {
    /// Its name for the machines of others.
    pub fn id(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// Where something stands: a file below the content folder (or the theme) and a range of bytes in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file's path, relative to its folder, with `/`.
    pub file: Arc<str>,
    /// Start of the range, in bytes from the start of the file.
    pub start: usize,
    /// End of the range (not included), in bytes.
    pub end: usize,
}

impl Place {
    /// A place in `file`.
    pub fn new(file: &Arc<str>, span: Range<usize>) -> Self {
        Self {
            file: Arc::clone(file),
            start: span.start,
            end: span.end,
        }
    }

    /// The whole file, without a position.
    pub fn file(file: &str) -> Self {
        Self {
            file: file.into(),
            start: 0,
            end: 0,
        }
    }
}

/// A value together with the place that it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}

/// Something that somebody should mend.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Where; none where the finding is about no file.
    pub place: Option<Place>,
    /// What.
    pub problem: Problem,
    /// Where local facts say other numbers, the communities that have it; none: it does not depend on them.
    pub locally: Vec<LocalNumbers>,
    /// It is of a draft, and stops nothing.
    pub draft: bool,
    /// Why it is let pass, where somebody says so (放过).
    pub allowed: Option<String>,
}

impl Finding {
    /// A finding at a place.
    pub fn at(place: Place, problem: Problem) -> Self {
        Self {
            place: Some(place),
            problem,
            locally: Vec::new(),
            draft: false,
            allowed: None,
        }
    }

    /// A finding that belongs to no file.
    pub fn nowhere(problem: Problem) -> Self {
        Self {
            place: None,
            problem,
            locally: Vec::new(),
            draft: false,
            allowed: None,
        }
    }

    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        if self.draft {
            Severity::Warning
        } else {
            self.problem.severity()
        }
    }
}

/// The texts of the files that findings point into, by path.
pub type Sources = BTreeMap<Arc<str>, Arc<str>>;

/// Sorts findings as they are shown: by file, by position, by id; equal ones are shown once.
pub fn sort(findings: &mut Vec<Finding>) {
    findings.sort_by(|a, b| {
        let key = |f: &Finding| (f.place.clone(), f.problem.id());
        key(a).cmp(&key(b))
    });
    findings.dedup();
}

/// How many errors and how many warnings; those that are let pass are none.
pub fn count(findings: &[Finding]) -> (usize, usize) {
    let of = |severity| {
        let those = findings
            .iter()
            .filter(|f| f.allowed.is_none() && f.severity() == severity);
        those.count()
    };
    (of(Severity::Error), of(Severity::Warning))
}

/// The message of a finding, in one line.
pub fn message(finding: &Finding, lang: Lang) -> String {
    let said = finding.problem.message(lang);
    if finding.locally.is_empty() {
        said
    } else {
        local::message(said, &finding.locally, lang)
    }
}

/// What to do about a finding.
pub fn remedy(finding: &Finding, lang: Lang) -> String {
    let said = finding.problem.remedy(lang);
    match (&finding.problem, finding.locally.first()) {
        (Problem::Scenario(_), Some(place)) => local::remedy(said, place, lang),
        _ => said,
    }
}

/// Line and column (both from 1, the column in characters) of a byte offset.
pub fn line_column(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    (
        line,
        before[start..]
            .trim_start_matches('\u{feff}')
            .chars()
            .count()
            + 1,
    )
}
