//! The contact of who works here, as a code says it.

use super::{Level, Unfit, decodes};
use crate::diagnostic::{Finding, SheetFault, Shown};
use crate::model::{Community, Worker};

/// Cards are carried about.
pub const CONTACT: Level = Level::Q;

/// The number to call; the office's own where the worker has none to show.
pub fn contact_phone<'a>(community: &'a Community<String>, worker: &'a Worker<String>) -> &'a str {
    worker.phone.as_ref().unwrap_or(&community.consult_phone)
}

/// The contact that a worker's code holds: a long name leaves no room for the office. That it decodes is proved.
///
/// # Errors
/// That the name leaves no room for anything, or that its code does not say it.
pub fn contact(community: &Community<String>, worker: &Worker<String>) -> Result<String, Finding> {
    let phone = contact_phone(community, worker);
    let whole = vcard(&worker.name, &community.name, phone);
    let (text, fits) = match decodes(&whole, CONTACT) {
        Err(Unfit::TooLong) => {
            let short = vcard(&worker.name, "", phone);
            let fits = decodes(&short, CONTACT);
            (short, fits)
        }
        fits => (whole, fits),
    };
    fits.map(|()| text)
        .map_err(|why| unfit_contact(worker, why))
}

/// Why a worker has no code, at the line of their name.
pub fn unfit_contact(worker: &Worker<String>, why: Unfit) -> Finding {
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
pub fn vcard(name: &str, office: &str, phone: &str) -> String {
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
