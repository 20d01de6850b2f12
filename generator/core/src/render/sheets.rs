//! View models of printed sheets: what a poster, the directory and cards may say.

use jiff::civil::Date;
use serde::Serialize;
use tera::Value;

use super::links::LinkContext;
use super::view::{AppointmentView, Limit, VenueView};
use super::view_builder::ViewBuilder;
use super::words::Texts;
use crate::check::{Compiled, matter_address};
use crate::model::{Community, Matter};
use crate::source::Theme;
use crate::translate::Locale;

/// A matter as sheets know it.
#[derive(Clone, Debug, Serialize)]
pub struct MatterOnSheet {
    /// Its number.
    pub code: String,
    /// Its name.
    pub title: String,
    /// It in one sentence.
    pub summary: String,
    /// The category's name.
    pub category: String,
    /// `on_the_spot` or `transfer`.
    pub desk_mode: &'static str,
    promised: Limit,
    /// What it costs, where the answers decide; empty elsewhere.
    fee: String,
    /// Who takes it in.
    accepted_by: String,
    /// Where it is done online, in words: a second code on a sheet would be one to mix up.
    online: Vec<String>,
    /// When it is accepted, an entry each; empty: as long as the place is open.
    accepted: Vec<String>,
    appointment: Option<AppointmentView>,
    /// Where it is done; none: in the hall, or where the answers decide.
    venue: Option<VenueView>,
    /// The names of the places among which the answers decide.
    venues: Vec<String>,
    /// What the code says: the permanent address.
    pub address: String,
    /// The part of the address that people know a site by.
    pub domain: String,
    /// When the guide was last checked.
    pub verified_on: String,
}

/// A matter of a community in the words of a sheet.
pub fn matter_on_sheet(
    locale: &Locale<'_>,
    community: &Community,
    (matter, compiled): (&Matter, &Compiled),
    theme: &Theme,
    today: Date,
) -> Option<MatterOnSheet> {
    let region = &*locale.region;
    let parts = parts(locale, community, theme, today)?;
    let card = parts.card(matter);
    let base = region.base();
    let resolved = parts.facts.matter(matter);
    Some(MatterOnSheet {
        code: card.code,
        title: card.title,
        summary: card.summary,
        category: region
            .categories
            .iter()
            .find(|c| c.id == matter.category)
            .map(|c| parts.text(&c.name))?,
        desk_mode: card.desk_mode,
        promised: card.promised,
        fee: parts.texts.open_fee(&resolved, &compiled.items),
        accepted_by: parts.text(&matter.accepted_by),
        online: matter
            .online
            .iter()
            .map(|way| parts.online_words(&way.convert(&parts.facts)))
            .collect(),
        accepted: parts.accepted(&resolved),
        appointment: parts.appointment(&resolved, community),
        venue: parts.venue(&resolved, community),
        venues: parts.possible_places(matter, community),
        domain: base.host().to_owned(),
        address: matter_address(base, community, matter),
        verified_on: matter.verified_on.value.to_string(),
    })
}

/// A community as templates of pages know it too.
pub fn community_on_sheet(
    locale: &Locale<'_>,
    community: &Community,
    theme: &Theme,
    today: Date,
) -> Option<Value> {
    let parts = parts(locale, community, theme, today)?;
    Some(Value::from_serializable(
        &parts.community(community, String::new()),
    ))
}

fn parts<'a>(
    locale: &'a Locale<'a>,
    community: &'a Community,
    theme: &'a Theme,
    today: Date,
) -> Option<ViewBuilder<'a>> {
    let texts = Texts(theme.texts.get(locale.language)?);
    Some(ViewBuilder::new(
        LinkContext::in_community(locale, community),
        texts,
        today,
    ))
}
