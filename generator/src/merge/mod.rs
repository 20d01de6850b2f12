//! Parts of a site, made by several machines, put together: first it is proved that they are the parts of one site, then their files are
//! given on as they are, each held against its manifest.

mod again;
mod agree;
mod copy;
mod given;
mod sitemap;

use std::io;

use agree::Agreed;
use given::Part;
use jiff::civil::Date;
use onetrip_core::diagnostic::{self, Finding, LedgerFault, PartFault};
use onetrip_core::model::{LEDGER, Route};
use onetrip_core::output::{Change, Listing, Outlet, PreviousBuild, Sink, hex_digest, manifest};
use onetrip_core::source::Files;

/// A part as a person names it.
pub struct Named<'a> {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub files: &'a dyn Files,
}

/// What is known beside the parts.
pub struct Beside<'a> {
    /// The content folder, for its ledger.
    pub content: &'a dyn Files,
    /// What the ledger is called in messages.
    pub ledger: String,
    /// The site that is to be replaced.
    pub earlier: Option<&'a dyn Files>,
    /// Today: parts of another day are made again with that day.
    pub today: Date,
}

/// What came of it.
#[derive(Debug)]
pub struct Merged {
    /// Every file; `None` when there was an error, and what the sink got is to be thrown away.
    pub listing: Option<Listing>,
    /// Sorted.
    pub findings: Vec<Finding>,
    /// What `codes.lock` has to say from now on; none when nothing changes in it.
    pub ledger: Option<Change>,
}

/// Puts parts together; files go to `sink` some at a time.
pub fn merge(named: &[Named<'_>], beside: &Beside<'_>, sink: &mut dyn Sink) -> Merged {
    let (parts, mut findings) = given::read(named);
    let mut ledger = None;
    let mut outlet = Outlet::new(sink);
    if let Some(agreed) = agree::agree(&parts, beside.today, &mut findings) {
        findings.extend(sitemap::whole(&parts, &agreed));
        match recorded(&parts, beside) {
            Ok(change) => ledger = change,
            Err(finding) => findings.push(finding),
        }
        if diagnostic::count(&findings).0 == 0 {
            findings.extend(copy::copy(&parts, &agreed, beside.today, &mut outlet));
        }
        if diagnostic::count(&findings).0 == 0 {
            findings.extend(list(&parts, &agreed, beside, &mut outlet));
        }
    }
    diagnostic::sort(&mut findings);
    let sound = diagnostic::count(&findings).0 == 0;
    Merged {
        listing: sound.then_some(outlet.listing),
        findings,
        ledger: ledger.filter(|_| sound),
    }
}

/// The manifest that a build of the whole site would write.
fn list(
    parts: &[Part<'_>],
    agreed: &Agreed<'_>,
    beside: &Beside<'_>,
    outlet: &mut Outlet<'_>,
) -> Option<Finding> {
    let files = agreed.files.values();
    let made_from = files.filter_map(|one| Some((one.path.clone(), one.made_from.clone()?)));
    let published = is_published(parts) || PreviousBuild::new(beside.earlier).published;
    let json = manifest(&outlet.listing, &made_from.collect(), published, None);
    let route = Route::Manifest;
    outlet.put(route.path(), json, route.origin(None)).err()
}

/// Whether these parts are published, and not looked at alone.
fn is_published(parts: &[Part<'_>]) -> bool {
    parts.iter().any(|part| part.site.published)
}

/// What the ledger has to say from now on, if it is still the one that the parts were made from.
fn recorded(parts: &[Part<'_>], beside: &Beside<'_>) -> Result<Option<Change>, Finding> {
    if !is_published(parts) {
        return Ok(None);
    }
    let changed = || {
        let path = beside.ledger.clone();
        Finding::nowhere(PartFault::LedgerChanged { path }.into())
    };
    let now = match beside.content.read(LEDGER) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(_) => return Err(changed()),
    };
    if now.is_none() && PreviousBuild::new(beside.earlier).published {
        return Err(Finding::nowhere(LedgerFault::Lost.into()));
    }
    let before = now;
    let now = before.as_deref().map(hex_digest).unwrap_or_default();
    // The parts agree, so any of them will do; what it holds is proved against its manifest.
    let with_text = parts.iter().find_map(|part| Some((part, part.ledger()?)));
    let Some((part, listed)) = with_text else {
        let same = parts.iter().all(|part| part.record.ledger == now);
        return if same { Ok(None) } else { Err(changed()) };
    };
    if now == listed.sha256 {
        return Ok(None);
    }
    if now != part.record.ledger {
        return Err(changed());
    }
    let bytes = part.files.read(LEDGER).unwrap_or_default().into_owned();
    // One that is damaged is found when the files are looked through.
    let text = String::from_utf8(bytes).ok();
    let before = before.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    Ok(text.map(|text| Change { text, before }))
}
