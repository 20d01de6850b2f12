//! 连心卡: who works here, to be handed out.

use serde::Serialize;

use super::photo;
use crate::diagnostic::{Finding, SheetFault, Shown};
use crate::model::{Community, Region, Worker};
use crate::qr::{self, Codes, Level, Unfit};
use crate::source::Files;

/// Cards are carried about.
const LEVEL: Level = Level::Q;

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
    codes.of(&vcard, LEVEL).map_err(|why| unfit(worker, why))?;
    Ok(Card {
        vcard,
        name: worker.name.clone(),
        role: worker.role.clone(),
        area: worker.area.clone(),
        phone: phone(community, worker).to_owned(),
        photo,
    })
}

fn phone<'a>(community: &'a Community<String>, worker: &'a Worker<String>) -> &'a str {
    worker.phone.as_ref().unwrap_or(&community.consult_phone)
}

/// The contact that a worker's code holds: a long name leaves no room for the office. That it decodes is proved.
///
/// # Errors
/// That the name leaves no room for anything, or that its code does not say it.
pub(crate) fn contact(
    community: &Community<String>,
    worker: &Worker<String>,
) -> Result<String, Finding> {
    let phone = phone(community, worker);
    let whole = vcard(&worker.name, &community.name, phone);
    let (text, fits) = match qr::decodes(&whole, LEVEL) {
        Err(Unfit::TooLong) => {
            let short = vcard(&worker.name, "", phone);
            let fits = qr::decodes(&short, LEVEL);
            (short, fits)
        }
        fits => (whole, fits),
    };
    fits.map(|()| text).map_err(|why| unfit(worker, why))
}

/// Why a worker has no code, at the line of their name.
fn unfit(worker: &Worker<String>, why: Unfit) -> Finding {
    let name = Shown(worker.name.clone());
    let fault = match why {
        Unfit::TooLong => SheetFault::NameLong { name },
        Unfit::Unreadable(got) => SheetFault::CardUnreadable {
            name,
            got: Shown(got),
        },
    };
    Finding::at(worker.place.clone(), fault.into())
}

/// A contact for the phone's own address book (vCard 3.0, RFC 2426), as short as it may be: every byte makes the code finer.
pub(super) fn vcard(name: &str, office: &str, phone: &str) -> String {
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
