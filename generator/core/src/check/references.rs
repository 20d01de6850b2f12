//! References from one matter to another.

use crate::diagnostic::{At, DraftFault, Finding, Problem, ReferenceFault, closest};
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
    let ways = stops
        .chain(related)
        .chain(linked)
        .chain(from_pages)
        .chain(translated)
        .chain(registered)
        .chain(on_lines);
    let ways: Vec<&At<String>> = ways.collect();
    let drafts = ways.iter().filter_map(|way| to_draft(region, way));
    let mut findings: Vec<Finding> = drafts.collect();
    let all = ways.into_iter().chain(closed);
    let unknown = all
        .filter(|reference| {
            let name = &reference.value;
            region.matter(name).is_none()
                && region.draft(name).is_none()
                && !region.may_be_unread(name)
        })
        .map(|reference| unknown(region, reference));
    findings.extend(unknown);
    findings
}

/// Drafts may lead to drafts; what is published may not. That a community will not offer a draft is no way to it.
fn to_draft(region: &Region, way: &At<String>) -> Option<Finding> {
    let draft = region.draft(&way.value)?;
    let problem = Problem::from(DraftFault::LinkedTo {
        name: way.value.clone(),
        file: draft.place.file.to_string(),
    });
    let from_draft = region.is_of_draft(&way.place.file);
    (!from_draft).then(|| Finding::at(way.place.clone(), problem))
}

fn unknown(region: &Region, reference: &At<String>) -> Finding {
    let names = region
        .matters
        .iter()
        .flat_map(|m| [m.name.as_str(), m.code.value.as_str()]);
    let suggestion = closest(&reference.value, names);
    Finding::at(
        reference.place.clone(),
        ReferenceFault::UnknownMatter {
            name: reference.value.clone(),
            suggestion,
        }
        .into(),
    )
}
