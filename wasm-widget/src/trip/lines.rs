//! The lines of a matter: which papers they ask for, and in what form. One line of the wire is one row of the list.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::rules::{Kind, RuleBook, Session};
use crate::wire::{self, WireError};

/// The wire form that this version writes and reads.
const FORMAT: u8 = 3;
/// Lines of a matter.
const LINES: usize = 512;
/// Papers that all lines of a matter name together.
const NEEDS: usize = 2048;
/// Forms of all these papers, and numbers that answers say in them.
const FORMS: usize = 8192;

/// All lines of a matter, in its order.
///
/// In them a paper is a *local* index: its place in that matter's own list of papers, so that the bytes of a matter stand
/// alone. [`Trip::add`](super::Trip::add) is told the number that the page gives to each.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lines(pub Vec<Line>);

/// One row of a list: what a guide says of one paper, or a choice of several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The item of the matter's rules that says whether the row is on the list; a row without one always is.
    pub item: Option<u32>,
    /// How many of the papers are wanted; 1 for a row with a single paper, `from.len()` for all.
    pub pick: u32,
    /// The papers to choose from.
    pub from: Vec<Need>,
}

/// A paper, and what a row wants of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Need {
    /// The paper: a pair of material and holder.
    pub paper: u32,
    /// In which forms it may be wanted. Exactly one of them holds in every list that has the row; a single form
    /// needs no item.
    ///
    /// A row that a guide writes in several lines has one form for each set of them that can hold together.
    pub forms: Vec<Form>,
}

/// How much of a paper is wanted in some situations.
///
/// The numbers hold whatever is answered; what `per` names comes to them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// The item of the matter's rules that says whether it is this form; none when there is no other.
    pub item: Option<u32>,
    /// How many originals are shown and given back.
    pub shown: u32,
    /// How many originals stay at the office.
    pub handed_in: u32,
    /// How many copies; they always stay at the office.
    pub copies: u32,
    /// How many days old it may be at most; nothing, or 0, when its age does not matter.
    pub fresh_days: Option<u32>,
    /// How much comes from answers.
    pub per: Vec<Per>,
}

/// A number of pieces that an answer says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Per {
    /// Which pieces.
    pub pieces: Pieces,
    /// Index of a number question of the matter.
    pub question: u32,
    /// So many for each one that the answer counts.
    pub times: u32,
    /// And so many more.
    pub plus: u32,
}

/// Kinds of pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Pieces {
    /// Originals that are shown: where several numbers are wanted, the largest will do.
    Shown,
    /// Originals that stay at the office: several numbers add up.
    HandedIn,
    /// Copies, which add up as well.
    Copies,
}

impl Form {
    /// The form when the answers are these; what they leave below 0 counts as 0.
    #[must_use]
    pub fn under(&self, answer: impl Fn(u32) -> i64) -> Form {
        let mut form = Form {
            per: Vec::new(),
            ..self.clone()
        };
        for per in &self.per {
            let each = u32::try_from(answer(per.question).max(0)).unwrap_or(u32::MAX);
            let number = per.times.saturating_mul(each).saturating_add(per.plus);
            match per.pieces {
                Pieces::Shown => form.shown = form.shown.max(number),
                Pieces::HandedIn => form.handed_in = form.handed_in.saturating_add(number),
                Pieces::Copies => form.copies = form.copies.saturating_add(number),
            }
        }
        form
    }

    /// The form with the smallest and with the largest numbers that some list with the item has (of any list without one); nothing
    /// where there is no such list.
    pub fn ends(&self, session: &Session, item: Option<u32>) -> Option<[Form; 2]> {
        let item = item.map(|item| item as usize);
        let span = |question: u32| session.span(question as usize, item);
        if self.per.iter().any(|per| span(per.question).is_none()) {
            return None;
        }
        // More of what is counted never makes less of anything.
        Some([false, true].map(|most| {
            let end = |(least, largest)| if most { largest } else { least };
            self.under(|question| span(question).map_or(0, end))
        }))
    }

    /// Adds what another line of the same list wants: one original that is shown serves both, what stays at the office
    /// is wanted twice, and a paper fresh enough for the stricter line will do.
    #[must_use]
    pub fn and(self, other: Form) -> Form {
        let bounds = [self.bound(), other.bound()];
        let mut per = self.per;
        per.extend(other.per);
        Form {
            per,
            item: self.item,
            shown: self.shown.max(other.shown),
            handed_in: self.handed_in.saturating_add(other.handed_in),
            copies: self.copies.saturating_add(other.copies),
            fresh_days: bounds.into_iter().flatten().min(),
        }
    }

    /// How many days old it may be at most.
    pub(super) fn bound(&self) -> Option<u32> {
        self.fresh_days.filter(|days| *days > 0)
    }
}

impl Lines {
    /// Reads the wire form.
    ///
    /// # Errors
    /// When the bytes are not what [`to_bytes`](Self::to_bytes) of this version writes for sound lines: every line
    /// names at least one paper and picks at least one and no more than it names; every paper has a form; where it has
    /// several, each has an item and the line names no other paper.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, WireError> {
        let (lines, _): (Self, u32) = wire::open(FORMAT, bytes)?;
        if lines.are_sound() {
            Ok(lines)
        } else {
            Err(WireError::Damaged)
        }
    }

    /// The wire form.
    pub fn to_bytes(&self) -> Vec<u8> {
        wire::seal(FORMAT, self)
    }

    /// Whether the rules have every item that the lines name, and every number.
    pub(super) fn fit(&self, book: &RuleBook) -> bool {
        let exists =
            |item: Option<u32>| item.is_none_or(|item| (item as usize) < book.item_count());
        let counts = |per: &Per| {
            let asked = book.questions().get(per.question as usize);
            asked.is_some_and(|asked| matches!(asked.kind, Kind::Number { .. }))
        };
        let mut forms = self.needs().flat_map(|need| &need.forms);
        self.0.iter().all(|line| exists(line.item))
            && forms.all(|form| exists(form.item) && form.per.iter().all(counts))
    }

    /// The same with the page's numbers instead of local indexes; nothing when one has no number.
    pub(super) fn numbered(mut self, numbers: &[u32]) -> Option<Self> {
        for need in self.0.iter_mut().flat_map(|line| &mut line.from) {
            need.paper = *numbers.get(need.paper as usize)?;
        }
        Some(self)
    }

    fn needs(&self) -> impl Iterator<Item = &Need> {
        self.0.iter().flat_map(|line| &line.from)
    }

    fn are_sound(&self) -> bool {
        let forms = self.needs().flat_map(|need| &need.forms);
        let forms: usize = forms.map(|form| 1 + form.per.len()).sum();
        self.0.len() <= LINES
            && self.needs().count() <= NEEDS
            && forms <= FORMS
            && self.0.iter().all(Line::is_sound)
    }
}

impl Line {
    fn is_sound(&self) -> bool {
        let single = self.from.len() == 1;
        let sound = |need: &Need| match &need.forms[..] {
            [] => false,
            [_] => true,
            several => single && several.iter().all(|form| form.item.is_some()),
        };
        self.pick >= 1 && self.pick as usize <= self.from.len() && self.from.iter().all(sound)
    }
}
