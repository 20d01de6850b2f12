//! What to bring: the lines of a list and the papers on them.

use onetrip_widget::rules::Condition as Rule;

use super::{Amount, AnyOf, Condition, Criteria, Details, Text};
use crate::diagnostic::{At, Place};

/// A line of the list.
#[derive(Clone, Debug)]
pub struct Line<T = Text> {
    /// When it is needed; `None`: always.
    pub when: Option<Condition>,
    /// A single paper, or a choice.
    pub paper: Group<T>,
    /// Where the line stands, or its condition, if it has one.
    pub place: Place,
}

/// A single paper, or a choice.
#[derive(Clone, Debug)]
pub enum Group<T = Text> {
    /// This paper.
    One(Box<Paper<T>>),
    /// Any so many of several ways.
    Pick {
        /// The ways; they name papers by their places below.
        choice: AnyOf<T>,
        /// All papers of all ways.
        from: Vec<Paper<T>>,
    },
}

/// A paper as one matter asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper<T = Text> {
    /// Which paper it is, whatever it is called in another language: `paper` or `paper/whose`, as 带 names it.
    pub id: String,
    /// Id in the register, where it comes from there.
    pub material: Option<String>,
    /// What it is called.
    pub name: T,
    /// Whose it is.
    pub of: Option<T>,
    /// Originals to bring.
    pub originals: Amount,
    /// Copies to bring; they are always handed in.
    pub copies: Amount,
    /// Where a community says how many it wants; none: the line says it.
    pub counts_at: Option<Place>,
    /// Whether the originals stay at the office.
    pub hand_in: bool,
    /// What the guide says of it in its own words.
    pub details: Details<T>,
    /// What counts as it and what does not.
    pub criteria: Criteria<T>,
    /// The matter whose result it is, by file name or code.
    pub result_of: Option<At<String>>,
    /// How fresh it must be.
    pub fresh: Option<Fresh<T>>,
    /// Whether it may follow later (容缺受理).
    pub defer: Option<Defer<T>>,
    /// Useful, but not required.
    pub recommended: bool,
    /// Why it need not be brought at all; none: it has to be.
    pub exempt: Option<Exempt<T>>,
    /// Whether the electronic certificate is taken as well (令716 §10).
    pub e_certificate: bool,
    /// An empty form.
    pub blank_form: Option<Attachment>,
    /// A filled sample.
    pub sample_form: Option<Attachment>,
}

/// How fresh a paper must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fresh<T = Text> {
    /// In words (近 3 个月).
    pub text: T,
    /// At most this many days old on the day of the visit.
    pub days: Option<u32>,
}

/// A paper that may follow later: the office begins without it (地方容缺受理制度).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Defer<T = Text> {
    /// Within this many days.
    pub days: Option<u32>,
    /// How to hand it in then.
    pub how: Option<T>,
}

/// A paper that is part of the matter and need not be brought (免提交).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exempt<T = Text> {
    /// Why not.
    pub by: ExemptBy,
    /// The promise to sign in its stead.
    pub promise_form: Option<Attachment>,
    /// What else there is to say of it.
    pub note: Option<T>,
    /// Where the guide says so.
    pub place: Place,
}

impl<T> Exempt<T> {
    /// Nothing but the reason.
    pub fn of(by: ExemptBy, place: Place) -> Self {
        Self {
            by,
            promise_form: None,
            note: None,
            place,
        }
    }

    /// Whether somebody may bring or show the paper all the same: who signs no promise does.
    pub fn may_be_shown(&self) -> bool {
        self.by == ExemptBy::Promise
    }
}

/// How an office does without a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExemptBy {
    /// It calls up the electronic certificate itself, which counts as the paper does (令716 §10).
    ECertificate,
    /// It looks at what other offices have (令716 §7, 政务数据共享条例 §19).
    DataSharing,
    /// The resident signs a promise in its stead (国办发〔2020〕42号).
    Promise,
    /// It checks by itself (令722 §36).
    InternalCheck,
}

/// What a line asks of the resident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// To bring it.
    Required,
    /// To bring it if that is no trouble (建议带).
    Recommended,
    /// Nothing (免提交).
    Exempt,
}

/// A file below the content folder that pages link to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Path below the content folder.
    pub path: String,
    /// Where the guide names it.
    pub place: Place,
}

impl Attachment {
    /// Whether a page can show it.
    pub fn is_image(&self) -> bool {
        let endings = [".png", ".jpg", ".jpeg", ".webp", ".svg"];
        endings.iter().any(|ending| self.path.ends_with(ending))
    }
}

impl<T> Line<T> {
    /// The paper, or all papers of a choice.
    pub fn papers(&self) -> &[Paper<T>] {
        match &self.paper {
            Group::One(paper) => std::slice::from_ref(paper),
            Group::Pick { from, .. } => from,
        }
    }

    /// The same, to be changed.
    pub fn papers_mut(&mut self) -> &mut [Paper<T>] {
        match &mut self.paper {
            Group::One(paper) => std::slice::from_mut(paper),
            Group::Pick { from, .. } => from,
        }
    }

    /// Its condition, and those of the ways of its choice.
    pub fn conditions(&self) -> Vec<&Condition> {
        let mut found: Vec<&Condition> = self.when.iter().collect();
        if let Some(choice) = self.choice() {
            choice.conditions(&mut found);
        }
        found
    }

    /// The same, to be changed.
    pub fn conditions_mut(&mut self) -> Vec<&mut Condition> {
        let mut found: Vec<&mut Condition> = self.when.iter_mut().collect();
        if let Group::Pick { choice, .. } = &mut self.paper {
            choice.conditions_mut(&mut found);
        }
        found
    }

    /// The choice, if it leaves one.
    pub fn choice(&self) -> Option<&AnyOf<T>> {
        match &self.paper {
            Group::One(_) => None,
            Group::Pick { choice, .. } => Some(choice),
        }
    }

    /// That enough can be brought for it, when a paper of it can be had under this condition.
    pub fn fulfilled(&self, paper: &impl Fn(&Paper<T>) -> Rule) -> Rule {
        match &self.paper {
            Group::One(one) => paper(one),
            Group::Pick { choice, from } => choice.fulfilled(&|index| paper(&from[index])),
        }
    }

    /// What it asks of the resident.
    pub fn kind(&self) -> LineKind {
        match &self.paper {
            Group::One(paper) if paper.exempt.is_some() => LineKind::Exempt,
            Group::One(paper) if paper.recommended => LineKind::Recommended,
            Group::One(_) | Group::Pick { .. } => LineKind::Required,
        }
    }
}

impl<T: PartialEq> Paper<T> {
    /// Whether whoever brings `other` has this paper: the same one of the same holder, or of any where this names none.
    pub fn is_in(&self, other: &Self) -> bool {
        let same = match (&self.material, &other.material) {
            (Some(one), Some(other)) => one == other,
            (None, None) => self.name == other.name,
            _ => false,
        };
        same && (self.of.is_none() || self.of == other.of)
    }
}

impl Paper {
    /// Whether `entry` (`身份证` or `身份证/老人`, as 带 has it) names the paper.
    pub fn is_called(&self, entry: &str) -> bool {
        let (what, whose) = entry
            .split_once('/')
            .map_or((entry, None), |(what, whose)| (what, Some(whose)));
        let called = self.name == *what || self.material.as_deref() == Some(what);
        called && whose.is_none_or(|whose| self.of.as_ref().is_some_and(|of| *of == *whose))
    }
}
