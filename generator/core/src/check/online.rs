//! 网上办 and 掌上办 go together: whoever may do it on the phone is told where, and sees what to press.

use crate::diagnostic::{Finding, OnlineFault, Place, Problem};
use crate::model::{Channel, Matter, Part, Region};

/// Ways whose channel is missing, and pictures that are none.
pub(super) fn check(region: &Region) -> Vec<Finding> {
    let versions = region.versions().filter(|matter| !is_online(matter));
    let first = versions.filter_map(|matter| matter.online.first());
    let finding = |place: &Place| Finding::at(place.clone(), Problem::from(OnlineFault::NoChannel));
    let channels = first.map(|online| finding(&online.place));
    channels.chain(pictures(region)).collect()
}

/// What is there and cannot be looked at; what is not there is told with the other files.
fn pictures(region: &Region) -> impl Iterator<Item = Finding> {
    let ways = region.versions().flat_map(|matter| &matter.online);
    let pictures = ways.filter_map(|way| way.picture.as_ref());
    let wrong =
        pictures.filter(|picture| region.files.contains_key(&picture.path) && !picture.is_image());
    wrong.map(|picture| {
        let path = picture.path.clone();
        let problem = Problem::from(OnlineFault::NoPicture { path });
        Finding::at(picture.place.clone(), problem)
    })
}

/// Guides, and overlays that speak of it, with the channel and without a way: what a worker may not know yet.
pub(super) fn remarks(region: &Region) -> impl Iterator<Item = Finding> {
    let nowhere = region
        .versions()
        .filter(|matter| is_online(matter) && matter.online.is_empty());
    nowhere.filter_map(|matter| {
        let file = match &matter.own {
            None => &matter.file,
            Some(own) if own.parts.contains(&Part::Channels) => &own.file,
            Some(_) => return None,
        };
        let problem = Problem::from(OnlineFault::NoWay);
        Some(Finding::at(Place::file(file), problem))
    })
}

fn is_online(matter: &Matter) -> bool {
    matter.channels.contains(&Channel::Online)
}
