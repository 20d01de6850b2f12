//! What to bring: the lines of a list and the papers on them.

use super::{Amount, Condition, Criteria, Details, Text};
use crate::diagnostic::{At, Place};

/// A line of the list.
#[derive(Clone, Debug)]
pub struct Line<T = Text> {
    /// When it is needed; `None`: always.
    pub when: Option<Condition>,
    /// A single paper, or a choice of several.
    pub paper: Group<T>,
    /// Where the line stands, or its condition, if it has one.
    pub place: Place,
}

/// A single paper, or any `pick` of several.
#[derive(Clone, Debug)]
pub enum Group<T = Text> {
    /// This paper.
    One(Box<Paper<T>>),
    /// Any `pick` of these.
    Pick {
        /// How many.
        pick: u32,
        /// What the choice is called.
        name: T,
        /// The papers.
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

    /// Whether it is only useful, not required.
    pub fn is_recommended(&self) -> bool {
        matches!(&self.paper, Group::One(paper) if paper.recommended)
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
