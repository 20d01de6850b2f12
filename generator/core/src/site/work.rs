//! What a build works with, and what comes of it.

use std::collections::BTreeMap;

use super::units::InputDigests;
use super::{Press, PrintOptions, Progress, Recorded};
use crate::check::CompiledRules;
use crate::diagnostic::{self, Finding};
use crate::model::{Region, Route, Share};
use crate::output::{Listed, NewFile, Outlet, PartRecord, PreviousBuild, Seal, Sink, Table, Unit};
use crate::qr::Codes;
use crate::source::{Theme, World};
use crate::translate::Locale;

/// What a build works with.
#[derive(Clone, Copy)]
pub(super) struct Work<'a> {
    pub(super) world: &'a World<'a>,
    /// Who prints, and what.
    pub(super) printing: Option<(&'a dyn Press, &'a PrintOptions)>,
    /// Whether pages link to sheets.
    pub(super) linked: bool,
    /// The content's own language first.
    pub(super) locales: &'a [Locale<'a>],
    pub(super) books: &'a CompiledRules,
    pub(super) theme: &'a Theme,
    pub(super) progress: &'a dyn Progress,
    /// What an earlier build left at this place.
    pub(super) earlier: &'a PreviousBuild<'a>,
    /// Whether codes have been recorded, by this build or by an earlier one at this place.
    pub(super) published: bool,
    /// The codes of this build.
    pub(super) codes: &'a Codes,
    /// What pages are made from, where that is asked.
    pub(super) inputs: Option<&'a InputDigests>,
    /// What those of the earlier build were made from.
    pub(super) table: Option<&'a Table>,
    /// Which communities are made.
    pub(super) share: Share,
    /// What the ledger is to say from now on; none where nothing changes in it.
    pub(super) recorded: Option<&'a Recorded>,
}

/// What a part has beside its share of the site's files.
pub(super) struct PartOf<'a> {
    /// What it says of itself, once everything was read.
    pub(super) record: &'a dyn Fn(&Region) -> PartRecord,
    /// The text of the ledger that is to be recorded when all parts are there.
    pub(super) ledger: Option<&'a str>,
}

impl Work<'_> {
    /// The region in the content's own language.
    pub(super) fn region(&self) -> Option<&Region> {
        self.locales.first().map(|locale| &*locale.region)
    }
}

/// What was made; it is whole when nothing found is an error.
pub(super) struct Made<'s> {
    pub(super) outlet: Outlet<'s>,
    pub(super) findings: Vec<Finding>,
    pub(super) codes: usize,
    pub(super) sheets: usize,
    /// Of costly files: what they were made from.
    pub(super) origins: BTreeMap<String, String>,
    /// Of pages: what they were made from, by the names of their units.
    pub(super) units: BTreeMap<String, Unit>,
}

impl<'s> Made<'s> {
    /// Nothing yet; files go to `sink`.
    pub(super) fn new(sink: &'s mut dyn Sink) -> Self {
        Self {
            outlet: Outlet::new(sink),
            findings: Vec::new(),
            codes: 0,
            sheets: 0,
            origins: BTreeMap::new(),
            units: BTreeMap::new(),
        }
    }

    /// Puts a file into its place.
    pub(super) fn put(&mut self, route: &Route, bytes: Vec<u8>) {
        self.put_all(vec![of(route, bytes)]);
    }

    /// Puts files into their places.
    pub(super) fn put_all(&mut self, files: Vec<NewFile>) {
        self.findings.extend(self.outlet.put_all(files));
    }

    /// Leaves files of an earlier build in their places.
    pub(super) fn keep_all(&mut self, files: Vec<(Route, Seal)>) {
        for (route, seal) in files {
            let Seal { sha256, bytes } = seal;
            let listed = Listed {
                sha256,
                bytes,
                file: None,
            };
            let wrong = self
                .outlet
                .keep_all(vec![(route.path(), listed)], &route.origin(None));
            self.findings.extend(wrong);
        }
    }

    /// Something is wrong: nothing of this will be kept.
    pub(super) fn found(&mut self, findings: impl IntoIterator<Item = Finding>) {
        self.findings.extend(findings);
        if diagnostic::count(&self.findings).0 > 0 {
            self.outlet.close();
        }
    }
}

/// A file at its route.
pub(super) fn of(route: &Route, bytes: Vec<u8>) -> NewFile {
    NewFile {
        path: route.path(),
        bytes,
        origin: route.origin(None),
    }
}
