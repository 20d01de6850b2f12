//! 连心卡: who works here, to be handed out.

use serde::Serialize;

use super::photo;
use crate::diagnostic::{Finding, Place, Problem, SheetFault};
use crate::model::{Community, Region, Worker};
use crate::qr::{self, Level};
use crate::source::Files;

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
/// What is wrong with the photo, or that the worker's name is no name.
pub(super) fn card(
    region: &Region,
    community: &Community<String>,
    worker: &Worker<String>,
    content: &dyn Files,
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
    let phone = worker
        .phone
        .as_ref()
        .unwrap_or(&community.consult_phone)
        .clone();
    Ok(Card {
        vcard: contact(community, worker, &phone)?,
        name: worker.name.clone(),
        role: worker.role.clone(),
        area: worker.area.clone(),
        phone,
        photo,
    })
}

/// The contact as it fits into a code on a card: a long name leaves no room for the office.
fn contact(
    community: &Community<String>,
    worker: &Worker<String>,
    phone: &str,
) -> Result<String, Finding> {
    let contacts = [community.name.as_str(), ""].map(|office| vcard(&worker.name, office, phone));
    let fits = |contact: &String| qr::modules(contact, Level::Q).is_ok();
    contacts.into_iter().find(fits).ok_or_else(|| {
        let problem = SheetFault::NameLong {
            name: worker.name.clone(),
        };
        Finding::at(Place::file(&community.place.file), Problem::Sheet(problem))
    })
}

/// A contact for the phone's own address book (vCard 3.0, RFC 2426), as short as it may be: every byte makes the code finer.
fn vcard(name: &str, office: &str, phone: &str) -> String {
    let (name, office) = (escape(name), escape(office));
    let phone: String = phone
        .chars()
        .filter(|c| c.is_ascii_digit() || "+-".contains(*c))
        .collect();
    let office = if office.is_empty() {
        office
    } else {
        format!("ORG:{office}\r\n")
    };
    format!(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:{name}\r\nFN:{name}\r\n{office}TEL:{phone}\r\nEND:VCARD"
    )
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, ',' | ';' | '\\') {
            out.push('\\');
        }
        out.push(if c == '\n' { ' ' } else { c });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::vcard;

    #[test]
    fn signs_of_the_format_are_escaped() {
        let card = vcard("王某; 李某", "文源社区", "0354 555-0101（示例）");
        assert!(card.contains("\r\nFN:王某\\; 李某\r\n"));
        assert!(card.contains("\r\nTEL:0354555-0101\r\n"));
    }
}
