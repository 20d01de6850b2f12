//! The page at an address whose code ended: where the matter went, or why it is no more. It stays for good, since the
//! poster may hang for years.

use serde::Serialize;

use super::body;
use super::parts::Parts;
use crate::check::poster_address;
use crate::model::{Community, End, Fate, Poster, Record, Region};

/// What `retired.html` receives as `retired`.
#[derive(Clone, Debug, Serialize)]
pub(super) struct RetiredView {
    code: String,
    /// As the poster says it.
    pub(super) title: String,
    /// When the code ended.
    on: String,
    to: Option<Successor>,
    /// Why it ended; none with a successor.
    why: Option<String>,
}

/// The page that the matter has now.
#[derive(Clone, Debug, Serialize)]
struct Successor {
    code: String,
    title: String,
    summary: String,
    href: String,
    address: String,
}

/// The page of an ended poster.
pub(super) fn view(
    parts: &Parts<'_>,
    poster: &Poster,
    record: &Record,
    end: &End,
    fate: Fate<'_>,
) -> RetiredView {
    let (to, why) = match fate {
        Fate::Lives(next) => (Some(successor(parts, poster, next)), None),
        Fate::Ended(why) => (None, Some(why.to_owned())),
    };
    RetiredView { code: poster.code.clone(), title: record.title.clone(), on: end.on.to_string(), to, why }
}

fn successor(parts: &Parts<'_>, poster: &Poster, next: &Poster) -> Successor {
    let region = parts.standing.region();
    let shown = region.shown(next);
    let recorded = || region.ledger.as_ref()?.posters.get(next).map(|record| record.title.clone());
    let text = |text: &str| body::fill(&parts.standing, parts.texts, text);
    let title = shown.map(|matter| text(&matter.title)).or_else(recorded);
    let same = next.community == poster.community;
    Successor {
        code: next.code.clone(),
        title: title.unwrap_or_else(|| next.code.clone()),
        summary: shown.map(|matter| text(&matter.summary)).unwrap_or_default(),
        href: if same {
            format!("{}.html", next.code)
        } else {
            format!("{}{next}.html", parts.standing.root)
        },
        address: poster_address(&region.base_url.value, next),
    }
}

/// The community that a person at the poster turns to: its own, or the one that took over.
pub(super) fn host<'a>(region: &'a Region, poster: &Poster, fate: Fate<'_>) -> Option<&'a Community> {
    region.community(&poster.community).or(match fate {
        Fate::Lives(next) => region.community(&next.community),
        Fate::Ended(_) => None,
    })
}
