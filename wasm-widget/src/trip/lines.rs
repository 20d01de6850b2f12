//! The lines of a matter: which papers they ask for, and in what form. One line of the wire is one row of the list.

use alloc::vec::Vec;

use crate::rules::{Kind, RuleBook, Session};
use crate::wire::{self, Carrier, Travel, WireError};

/// The wire form that this version writes and reads.
const FORMAT: u8 = 4;
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
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lines(pub Vec<Line>);

/// One row of a list: what a guide says of one paper, or a choice of several.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// The item of the matter's rules that says whether the row is on the list; a row without one always is.
    pub item: Option<u32>,
    /// How many of the ways are wanted; 1 for a row with a single paper.
    pub pick: u32,
    /// The ways to choose from.
    pub from: Vec<Way>,
}

/// One way of a row: any one of its bundles.
///
/// A single paper is a way with one bundle of one; papers that go together are a way with one bundle; two of three papers, as a
/// way of a larger choice, are a way with three bundles of two.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Way {
    /// What will do, each by itself.
    pub bundles: Vec<Bundle>,
}

/// Papers that do together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bundle {
    /// The item of the matter's rules that says whether the row is on the list and the bundle counts there; one without an item
    /// counts in every list that has the row.
    pub item: Option<u32>,
    /// All of them are wanted, each paper once.
    pub papers: Vec<Need>,
}

impl From<Need> for Way {
    fn from(need: Need) -> Self {
        Way {
            bundles: Vec::from([Bundle {
                item: None,
                papers: Vec::from([need]),
            }]),
        }
    }
}

/// A paper, and what a row wants of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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

/// What a form comes to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Amounts {
    /// How many originals are shown and given back.
    pub shown: u32,
    /// How many originals stay at the office.
    pub handed_in: u32,
    /// How many copies.
    pub copies: u32,
    /// How many days old the paper may be at most; none: its age does not matter.
    pub fresh_days: Option<u32>,
}

/// A number of pieces that an answer says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Pieces {
    #[default]
    /// Originals that are shown: where several numbers are wanted, the largest will do.
    Shown,
    /// Originals that stay at the office: several numbers add up.
    HandedIn,
    /// Copies, which add up as well.
    Copies,
}

impl Travel for Lines {
    fn travel(&mut self, carrier: &mut impl Carrier) {
        carrier.list(&mut self.0);
    }
}

impl Travel for Line {
    fn travel(&mut self, carrier: &mut impl Carrier) {
        carrier.optional(&mut self.item);
        carrier.number(&mut self.pick);
        carrier.list(&mut self.from);
    }
}

impl Travel for Way {
    fn travel(&mut self, carrier: &mut impl Carrier) {
        carrier.list(&mut self.bundles);
    }
}

impl Travel for Bundle {
    fn travel(&mut self, carrier: &mut impl Carrier) {
        carrier.optional(&mut self.item);
        carrier.list(&mut self.papers);
    }
}

impl Travel for Need {
    fn travel(&mut self, carrier: &mut impl Carrier) {
        carrier.number(&mut self.paper);
        carrier.list(&mut self.forms);
    }
}

impl Travel for Form {
    fn travel(&mut self, carrier: &mut impl Carrier) {
        carrier.optional(&mut self.item);
        carrier.number(&mut self.shown);
        carrier.number(&mut self.handed_in);
        carrier.number(&mut self.copies);
        carrier.optional(&mut self.fresh_days);
        carrier.list(&mut self.per);
    }
}

impl Travel for Per {
    fn travel(&mut self, carrier: &mut impl Carrier) {
        let mut pieces = match self.pieces {
            Pieces::Shown => 0,
            Pieces::HandedIn => 1,
            Pieces::Copies => 2,
        };
        carrier.number(&mut pieces);
        self.pieces = match pieces {
            0 => Pieces::Shown,
            1 => Pieces::HandedIn,
            2 => Pieces::Copies,
            _ => return carrier.refuse(),
        };
        carrier.number(&mut self.question);
        carrier.number(&mut self.times);
        carrier.number(&mut self.plus);
    }
}

impl Form {
    /// What it comes to when the answers are these; what they leave below 0 counts as 0.
    #[must_use]
    pub fn under(&self, answer: impl Fn(u32) -> i64) -> Amounts {
        let mut amounts = Amounts {
            shown: self.shown,
            handed_in: self.handed_in,
            copies: self.copies,
            fresh_days: self.bound(),
        };
        for per in &self.per {
            let each = u32::try_from(answer(per.question).max(0)).unwrap_or(u32::MAX);
            let number = per.times.saturating_mul(each).saturating_add(per.plus);
            match per.pieces {
                Pieces::Shown => amounts.shown = amounts.shown.max(number),
                Pieces::HandedIn => amounts.handed_in = amounts.handed_in.saturating_add(number),
                Pieces::Copies => amounts.copies = amounts.copies.saturating_add(number),
            }
        }
        amounts
    }

    /// What it comes to with the smallest and with the largest numbers that some list with the item has (of any list without one);
    /// nothing where there is no such list.
    pub fn ends(&self, session: &Session, item: Option<u32>) -> Option<[Amounts; 2]> {
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
    fn bound(&self) -> Option<u32> {
        self.fresh_days.filter(|days| *days > 0)
    }
}

impl Lines {
    /// Reads the wire form.
    ///
    /// # Errors
    /// When the bytes are not what [`to_bytes`](Self::to_bytes) of this version writes for sound lines: every line
    /// has at least one way and picks at least one and no more than it has; every way has a bundle, every bundle a paper, every
    /// paper a form; where it has several, each has an item and the line names no other paper.
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
        let mut bundles = self.0.iter().flat_map(Line::bundles);
        self.0.iter().all(|line| exists(line.item))
            && bundles.all(|bundle| exists(bundle.item))
            && forms.all(|form| exists(form.item) && form.per.iter().all(counts))
    }

    /// The same with the page's numbers instead of local indexes; nothing when one has no number.
    pub(super) fn numbered(mut self, numbers: &[u32]) -> Option<Self> {
        let ways = self.0.iter_mut().flat_map(|line| &mut line.from);
        let bundles = ways.flat_map(|way| &mut way.bundles);
        for need in bundles.flat_map(|bundle| &mut bundle.papers) {
            need.paper = *numbers.get(need.paper as usize)?;
        }
        Some(self)
    }

    fn needs(&self) -> impl Iterator<Item = &Need> {
        let bundles = self.0.iter().flat_map(Line::bundles);
        bundles.flat_map(|bundle| &bundle.papers)
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
    /// The only paper of a row that leaves no choice.
    pub fn only(&self) -> Option<&Need> {
        let [way] = &self.from[..] else { return None };
        let [bundle] = &way.bundles[..] else {
            return None;
        };
        match &bundle.papers[..] {
            [need] => Some(need),
            _ => None,
        }
    }

    fn bundles(&self) -> impl Iterator<Item = &Bundle> {
        self.from.iter().flat_map(|way| &way.bundles)
    }

    fn is_sound(&self) -> bool {
        let several_forms = self.only().is_some_and(|need| {
            !need.forms.is_empty() && need.forms.iter().all(|form| form.item.is_some())
        });
        let mut needs = self.bundles().flat_map(|bundle| &bundle.papers);
        self.pick >= 1
            && self.pick as usize <= self.from.len()
            && self.from.iter().all(|way| !way.bundles.is_empty())
            && self.bundles().all(|bundle| !bundle.papers.is_empty())
            && (several_forms || needs.all(|need| need.forms.len() == 1))
    }
}
