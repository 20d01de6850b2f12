//! References from one matter to another.

use crate::diagnostic::{At, Finding, Problem, closest};
use crate::model::{Line, Region};

pub(super) fn check(region: &Region) -> Vec<Finding> {
    let stops = region
        .versions()
        .flat_map(|m| m.stops.iter().flat_map(|stop| &stop.instead));
    let related = region.versions().flat_map(|m| &m.related);
    let linked = region
        .versions()
        .flat_map(|m| m.bodies().flat_map(|body| &body.matters));
    let from_pages = region.pages.iter().flat_map(|p| &p.body.matters);
    let translated = region
        .translations
        .iter()
        .flat_map(|texts| texts.bodies().flat_map(|body| &body.matters));
    let materials = region.materials.values();
    let registered = materials.filter_map(|material| material.result_of.as_ref());
    let lines = region.versions().flat_map(|m| &m.lines);
    let on_lines = lines
        .flat_map(Line::papers)
        .filter_map(|paper| paper.result_of.as_ref());
    let closed = region.communities.iter().flat_map(|c| &c.not_offered);
    let all = stops
        .chain(related)
        .chain(linked)
        .chain(from_pages)
        .chain(translated)
        .chain(registered)
        .chain(on_lines)
        .chain(closed);
    all.filter(|reference| {
        region.matter(&reference.value).is_none() && !region.may_be_unread(&reference.value)
    })
    .map(|reference| unknown(region, reference))
    .collect()
}

fn unknown(region: &Region, reference: &At<String>) -> Finding {
    let names = region
        .matters
        .iter()
        .flat_map(|m| [m.name.as_str(), m.code.value.as_str()]);
    let suggestion = closest(&reference.value, names);
    Finding::at(
        reference.place.clone(),
        Problem::UnknownMatter {
            name: reference.value.clone(),
            suggestion,
        },
    )
}
