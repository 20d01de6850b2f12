//! The parts that were named, with what their manifests say.

use onetrip_core::diagnostic::{Finding, PartFault};
use onetrip_core::model::{LEDGER, MANIFEST};
use onetrip_core::output::{FileRecord, GENERATOR, PartRecord, SiteRecord};
use onetrip_core::source::Files;

use super::Named;

/// A part whose manifest was read.
pub(super) struct Part<'a> {
    /// As it was named.
    pub(super) name: &'a str,
    pub(super) files: &'a dyn Files,
    pub(super) site: SiteRecord,
    pub(super) record: PartRecord,
}

impl Part<'_> {
    /// The files that are of the site.
    pub(super) fn published(&self) -> impl Iterator<Item = &FileRecord> {
        self.site.files.iter().filter(|file| file.path != LEDGER)
    }

    /// The ledger that is to be recorded.
    pub(super) fn ledger(&self) -> Option<&FileRecord> {
        self.site.files.iter().find(|file| file.path == LEDGER)
    }
}

/// Reads the manifests; what is no part is found.
pub(super) fn read<'a>(named: &'a [Named<'_>]) -> (Vec<Part<'a>>, Vec<Finding>) {
    let (mut parts, mut findings) = (Vec::new(), Vec::new());
    for one in named {
        match part(one) {
            Ok(part) => parts.push(part),
            Err(whole) => {
                let path = one.name.clone();
                findings.push(Finding::nowhere(PartFault::Foreign { path, whole }.into()));
            }
        }
    }
    (parts, findings)
}

/// A part; else whether it is a whole site.
fn part<'a>(named: &'a Named<'_>) -> Result<Part<'a>, bool> {
    let bytes = named.files.read(MANIFEST).map_err(|_| false)?;
    let mut site = SiteRecord::parse(&bytes).ok_or(false)?;
    let record = site.part.take().ok_or(true)?;
    // What another version says of itself is its own affair.
    let ours = site.generator == GENERATOR;
    let sound = (!ours || record.digest == record.made_from.digest())
        && (1..=record.of).contains(&record.number)
        && site.files.iter().all(|file| is_below(&file.path));
    if !sound {
        return Err(false);
    }
    Ok(Part {
        name: &named.name,
        files: named.files,
        site,
        record,
    })
}

/// Whether a path stays below the folder that it starts in, on every system, and is not the manifest's.
fn is_below(path: &str) -> bool {
    let plain = |name: &str| !["", ".", ".."].contains(&name) && !name.contains(['\\', ':', '\0']);
    path != MANIFEST && path.split('/').all(plain)
}

#[cfg(test)]
mod tests {
    use super::is_below;

    #[test]
    fn no_path_leads_out_of_a_part() {
        for path in ["index.html", "dong/en/a07.html", "files/表.pdf"] {
            assert!(is_below(path), "{path}");
        }
        for path in [
            "../x",
            "/x",
            "a//b",
            "a/../../b",
            "a\\..\\b",
            "C:/x",
            "manifest.json",
            "",
        ] {
            assert!(!is_below(path), "{path}");
        }
    }
}
