//! Guides that take effect on a day (生效日期): several of one code are versions of one matter.
//!
//! A page is read long after it was built, so the version that holds when it is built and all that are still to come are
//! published, and pages and data say from which day each holds. What was replaced is not.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Keys, Matter, Region};

impl<T> Matter<T> {
    /// The day on which it takes effect.
    pub fn from(&self) -> Option<Date> {
        self.effective.as_ref().map(|day| day.value)
    }

    /// The end of the addresses of a version that is still to come: `from-2027-01-01`.
    pub fn version_name(&self) -> Option<String> {
        self.from().map(|day| format!("from-{day}"))
    }
}

impl Region {
    /// The guides whose place another one of their code has taken by this day, each with that one; drafts take no place.
    pub fn replaced(&self, today: Date) -> Vec<(&Matter, &Matter)> {
        let mut codes: BTreeMap<&str, Vec<&Matter>> = BTreeMap::new();
        for matter in self.matters.iter().filter(|one| one.draft.is_none()) {
            codes.entry(&matter.code.value).or_default().push(matter);
        }
        let mut all = Vec::new();
        for mut versions in codes.into_values() {
            versions.sort_by_key(|one| one.from());
            let holds = |one: &&Matter| one.from().is_none_or(|day| day <= today);
            let in_force = versions.iter().rposition(holds).unwrap_or_default();
            let by = versions[in_force];
            let earlier = versions.iter().filter(|one| one.from() < by.from());
            all.extend(earlier.map(|one| (*one, by)));
        }
        all
    }

    /// Whether some guide takes effect on a day.
    pub fn has_versions(&self) -> bool {
        self.matters.iter().any(|matter| matter.effective.is_some())
    }

    /// Leaves of each matter what holds on this day, and sets apart what is still to come. Guides that are still drafts when
    /// this is done are shown in a preview, as what they are going to be.
    pub fn take_effect(&mut self, today: Date) {
        let mut codes: BTreeMap<String, Vec<Matter>> = BTreeMap::new();
        for matter in std::mem::take(&mut self.matters) {
            let code = matter.code.value.clone();
            codes.entry(code).or_default().push(matter);
        }
        for (code, mut versions) in codes {
            versions.sort_by_key(Matter::from);
            let holds = |matter: &Matter| matter.from().is_none_or(|day| day <= today);
            let now = versions.iter().rposition(holds).unwrap_or_default();
            let mut left = versions.drain(now..);
            self.matters.extend(left.next());
            let coming: Vec<Matter> = left.collect();
            if !coming.is_empty() {
                self.coming.insert(code, coming);
            }
        }
        self.index = Self::index_of(&self.matters);
        let all: Vec<&Matter> = self.with_coming().collect();
        self.keys = Keys::of(all);
    }

    /// Every guide that is published: what holds, and what is still to come.
    pub fn with_coming(&self) -> impl Iterator<Item = &Matter> {
        self.matters.iter().chain(self.coming.values().flatten())
    }

    /// What is still to come of a matter, in the order of the days.
    pub fn coming<T>(&self, matter: &Matter<T>) -> &[Matter] {
        self.coming
            .get(&matter.code.value)
            .map_or(&[], Vec::as_slice)
    }
}
