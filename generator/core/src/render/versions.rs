//! Versions of a matter that hold from a day on: what a page says of the others, and where they stand.

use jiff::civil::Date;

use super::view::{StartView, VersionView};
use super::view_builder::ViewBuilder;
use crate::model::Matter;

/// The last day of a range without end, for scripts.
const NO_END: &str = "99991231";

impl ViewBuilder<'_> {
    /// The version that takes this one's place.
    pub(super) fn coming<T>(&self, matter: &Matter<T>) -> Option<VersionView> {
        let later = self.links.region().coming(matter).iter();
        let next = later
            .filter(|one| one.from() > matter.from())
            .min_by_key(|one| one.from())?;
        let from = next.from()?;
        Some(VersionView {
            from: from.to_string(),
            day: self.texts.date(from),
            href: self.links.matter_href(next),
            data: format!("{}.json", self.links.data_name(next)),
            other_language: !self.links.locale.has(next),
        })
    }

    /// The day on which this version takes effect, where that is still to come.
    pub(super) fn start<T>(&self, matter: &Matter<T>) -> Option<StartView> {
        let from = self.starts(matter)?;
        let region = self.links.region();
        let holds = region.matter(&matter.code.value);
        let earlier = region.coming(matter).iter();
        let before = holds.into_iter().chain(earlier);
        let before = before
            .filter(|one| one.from() < Some(from))
            .max_by_key(|one| one.from());
        Some(StartView {
            from: from.to_string(),
            day: self.texts.date(from),
            before: before.map(|one| self.links.matter_href(one)),
        })
    }

    fn starts<T>(&self, matter: &Matter<T>) -> Option<Date> {
        matter.from().filter(|from| *from > self.today)
    }

    /// Adds to a matter's own times, in words and for scripts, that nothing is accepted before its day.
    pub(super) fn not_before<T>(
        &self,
        matter: &Matter<T>,
        words: &mut Vec<String>,
        windows: &mut String,
    ) {
        let Some(from) = self.starts(matter) else {
            return;
        };
        let day = self.texts.date(from);
        let days = format!("|{}-{NO_END}", from.strftime("%Y%m%d"));
        if words.is_empty() {
            words.push(self.texts.fill("accept_since", &[("day", &day)]));
            *windows = format!("||||{days}");
            return;
        }
        for text in words {
            *text = self
                .texts
                .fill("accept_from", &[("day", &day), ("text", text)]);
        }
        let entries = windows.split(';').map(|entry| format!("{entry}{days}"));
        *windows = entries.collect::<Vec<_>>().join(";");
    }
}
