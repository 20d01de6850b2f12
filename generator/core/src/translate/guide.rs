//! A guide's texts. Everything else of it is copied: rules, numbers, places, files.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::diagnostic::{Finding, Place, TranslationFault};
use crate::model::{GuideTexts, Markdown, Matter};

use super::fault;
use super::lookup::Lookup;

/// The matter with the texts of `to`; its body stays as it is.
pub(super) fn matter(to: &Lookup<'_>, of: &Matter) -> Matter {
    let mut matter = of.convert(to);
    // Two names of one language may be one in another.
    let mut seen = BTreeSet::new();
    matter.aliases.retain(|alias| seen.insert(alias.clone()));
    matter
}

/// The text below the front matter. It is bound to its original by the date of the last check alone, so one that was made
/// from an older guide is not shown.
pub(super) fn body(verified_on: Date, of: &Markdown, own: &GuideTexts) -> (Markdown, Vec<Finding>) {
    if own.verified_on.value < verified_on {
        let (translated, now) = (own.verified_on.value.to_string(), verified_on.to_string());
        let stale = TranslationFault::Stale { translated, now };
        return (
            of.clone(),
            vec![fault(own.verified_on.place.clone(), stale)],
        );
    }
    if own.body.is_empty() {
        let missing = !of.is_empty();
        let place = Place::file(&own.phrases.place.file);
        let found = missing.then(|| fault(place, TranslationFault::NoBody));
        return (of.clone(), found.into_iter().collect());
    }
    let there: BTreeSet<&str> = own.body.facts().collect();
    let mut lost: Vec<String> = of
        .facts()
        .filter(|name| !there.contains(name))
        .map(|name| format!("{{{{{name}}}}}"))
        .collect();
    lost.dedup();
    let place = Place::file(&own.phrases.place.file);
    let found = (!lost.is_empty()).then(|| fault(place, TranslationFault::Loses { lost }));
    (own.body.clone(), found.into_iter().collect())
}
