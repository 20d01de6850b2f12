//! The pages of one language that an earlier build left and that would be made of the same again.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};

use super::units;
use super::work::{Made, Work};
use crate::diagnostic::{Origin, SiteFile};
use crate::output::{Listed, Seal, Unit};
use crate::parallel;
use crate::render::{Known, MadeUnit, PageUnit};

/// The units that hold still, by name.
pub(super) struct EarlierPages<'w> {
    work: &'w Work<'w>,
    /// The language's folder.
    locale: &'w str,
    there: BTreeMap<String, Still>,
}

/// A unit whose files are there as the earlier build left them.
struct Still {
    unit: Unit,
    files: Vec<(String, Listed)>,
    /// Whether it is one of this build's as well.
    wanted: AtomicBool,
}

impl<'w> EarlierPages<'w> {
    /// Looks what there is, if files can stay where this build puts its own.
    pub(super) fn new(work: &'w Work<'w>, locale: &'w str, made: &Made<'_>) -> Self {
        let mut earlier = Self {
            work,
            locale,
            there: BTreeMap::new(),
        };
        if let Some(table) = work.table.filter(|_| made.outlet.keeps()) {
            let units: Vec<_> = table.units.iter().collect();
            let still = parallel::map(&units, |(name, unit)| {
                Some(((*name).clone(), earlier.still(name, unit)?))
            });
            earlier.there = still.into_iter().flatten().collect();
        }
        earlier
    }

    /// A unit that would be made of the same again, and whose files nobody changed.
    fn still(&self, name: &str, unit: &Unit) -> Option<Still> {
        let (community, guide) = units::parts(name, self.locale)?;
        if unit.key != self.work.inputs?.key(self.locale, community, guide) {
            return None;
        }
        let files = unit.files.iter().map(|path| {
            let Seal { sha256, bytes } = self.work.earlier.untouched(path)?;
            let file = None;
            let listed = Listed {
                sha256,
                bytes,
                file,
            };
            Some((path.clone(), listed))
        });
        Some(Still {
            unit: unit.clone(),
            files: files.collect::<Option<_>>()?,
            wanted: AtomicBool::new(false),
        })
    }

    fn name(&self, unit: PageUnit<'_>) -> String {
        let guide = unit.guide.map(|guide| guide.file.as_str());
        units::name(self.locale, &unit.community.id, guide)
    }

    /// Notes what pages are made of, where all of them could be made.
    pub(super) fn note(&self, (unit, pages): &MadeUnit<'_>, made: &mut Made<'_>) {
        let (Some(unit), Some(inputs)) = (*unit, self.work.inputs) else {
            return;
        };
        let files: Option<Vec<String>> = pages
            .iter()
            .map(|page| page.as_ref().ok().map(|page| page.path.clone()))
            .collect();
        if let Some(files) = files {
            let guide = unit.guide.map(|guide| guide.file.as_str());
            let key = inputs.key(self.locale, &unit.community.id, guide);
            made.units.insert(self.name(unit), Unit { key, files });
        }
    }

    /// Leaves the pages in their places that were asked for.
    pub(super) fn keep(self, made: &mut Made<'_>) {
        let origin = Origin {
            what: SiteFile::Page,
            file: None,
        };
        for (name, still) in self.there {
            if still.wanted.into_inner() {
                let wrong = made.outlet.keep_all(still.files, &origin);
                made.found(wrong);
                made.units.insert(name, still.unit);
            }
        }
    }
}

impl Known for EarlierPages<'_> {
    fn has(&self, unit: PageUnit<'_>) -> bool {
        if self.there.is_empty() {
            return false;
        }
        let still = self.there.get(&self.name(unit));
        still
            .inspect(|still| still.wanted.store(true, Ordering::Relaxed))
            .is_some()
    }

    fn done(&self) {
        self.work.progress.step();
    }
}
