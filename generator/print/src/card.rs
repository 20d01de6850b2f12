//! 连心卡: who works here, to be handed out.

use onetrip_core::diagnostic::Finding;
use onetrip_core::model::{Community, Region, Worker};
use onetrip_core::qr::{CONTACT, Codes, contact, contact_phone, unfit_contact};
use onetrip_core::source::Files;
use serde::Serialize;

use super::photo;

/// A card as templates know it.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Card {
    name: String,
    role: Option<String>,
    area: Option<String>,
    /// The number to call; the office's own where the worker has none to show.
    phone: String,
    /// An address that holds the photo whole.
    photo: Option<String>,
    /// What the code says.
    pub(super) vcard: String,
}

/// The card of a worker.
///
/// # Errors
/// What is wrong with the photo, that the worker's name is no name, or that no code with it can be read.
pub(super) fn card(
    region: &Region,
    community: &Community<String>,
    worker: &Worker<String>,
    content: &dyn Files,
    codes: &Codes,
) -> Result<Card, Finding> {
    // A photo that does not exist was reported before.
    let size = |path: &str| region.files.get(path).copied();
    let photo = worker
        .photo
        .as_ref()
        .and_then(|photo| Some((photo, size(&photo.path)?)));
    let photo = photo
        .map(|(photo, bytes)| photo::inline(content, photo, bytes))
        .transpose()?;
    let vcard = contact(community, worker)?;
    codes
        .of(&vcard, CONTACT)
        .map_err(|why| unfit_contact(worker, why))?;
    Ok(Card {
        vcard,
        name: worker.name.clone(),
        role: worker.role.clone(),
        area: worker.area.clone(),
        phone: contact_phone(community, worker).to_owned(),
        photo,
    })
}
