//! The page at an address whose code ended: where the matter went, or why it is no more. It stays for good, since the
//! poster may hang for years.

use serde::Serialize;

use super::view_builder::ViewBuilder;
use crate::check::poster_address;
use crate::model::{Community, End, Entry, PublishedCode, Region, Route, Successor, Text};

/// What `retired.html` receives as `retired`.
#[derive(Clone, Debug, Serialize)]
pub(super) struct RetiredView {
    code: String,
    /// As the poster says it.
    pub(super) title: String,
    /// When the code ended.
    on: String,
    to: Option<SuccessorView>,
    /// Why it ended; none with a successor.
    why: Option<String>,
}

/// The page that the matter has now.
#[derive(Clone, Debug, Serialize)]
struct SuccessorView {
    code: String,
    title: String,
    summary: String,
    href: String,
    address: String,
}

/// The page of an ended poster.
pub(super) fn view(
    parts: &ViewBuilder<'_>,
    poster: &PublishedCode,
    record: &Entry,
    end: &End,
    successor: Successor<'_>,
) -> RetiredView {
    let (to, why) = match successor {
        Successor::Lives(next) => (Some(view_of(parts, next)), None),
        Successor::Ended(why) => (None, Some(why.to_owned())),
    };
    RetiredView {
        code: poster.code.clone(),
        title: record.title.clone(),
        on: end.on.to_string(),
        to,
        why,
    }
}

fn view_of(parts: &ViewBuilder<'_>, next: &PublishedCode) -> SuccessorView {
    let region = parts.links.region();
    let shown = region.shown(next);
    let recorded = || {
        region
            .ledger
            .as_ref()?
            .posters
            .get(next)
            .map(|record| record.title.clone())
    };
    let text = |words: &Text| parts.text(words);
    let title = shown.map(|matter| text(&matter.title)).or_else(recorded);
    SuccessorView {
        code: next.code.clone(),
        title: title.unwrap_or_else(|| next.code.clone()),
        summary: shown
            .map(|matter| text(&matter.summary))
            .unwrap_or_default(),
        href: parts.links.first(&Route::code(next)),
        address: poster_address(region.base(), next),
    }
}

/// The community that a person at the poster turns to: its own, or the one that took over.
pub(super) fn host<'a>(
    region: &'a Region,
    poster: &PublishedCode,
    successor: Successor<'_>,
) -> Option<&'a Community> {
    region.community(&poster.community).or(match successor {
        Successor::Lives(next) => region.community(&next.community),
        Successor::Ended(_) => None,
    })
}
