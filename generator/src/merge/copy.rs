//! The files of the parts, held against their manifests and given on, some at a time.

use std::collections::BTreeMap;

use jiff::civil::Date;
use onetrip_core::diagnostic::{Finding, Origin, PartFault, SiteFile};
use onetrip_core::output::{FileRecord, NewFile, Outlet, hex_digest};
use rayon::prelude::*;

use super::again;
use super::agree::Agreed;
use super::given::Part;

/// So many files are in memory at a time, and so many bytes, but for a file that is larger itself.
const MOST_FILES: usize = 512;
const MOST_BYTES: usize = 64 << 20;

/// Gives the files on in the order of their paths; behind the first that is not as it should be all are still looked at.
pub(super) fn copy(
    parts: &[Part<'_>],
    agreed: &Agreed<'_>,
    today: Date,
    outlet: &mut Outlet<'_>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut damaged: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    // The ledgers are no files of the site, but they have to be whole as well.
    for (at, part) in parts.iter().enumerate() {
        let wrong = part.ledger().filter(|file| read(part, file).is_none());
        if let Some(file) = wrong {
            damaged.entry(at).or_default().push(file.path.clone());
        }
    }
    let files = agreed.files.values().zip(agreed.at.values());
    let files: Vec<(&FileRecord, usize)> = files.map(|(file, at)| (*file, *at)).collect();
    let mut rest = files.as_slice();
    while !rest.is_empty() {
        let (some, later) = rest.split_at(at_once(rest));
        rest = later;
        let checked: Vec<_> = some
            .par_iter()
            .map(|(file, at)| (file, *at, parts.get(*at).and_then(|part| read(part, file))))
            .collect();
        let mut whole = Vec::with_capacity(checked.len());
        for (file, at, bytes) in checked {
            match bytes {
                Some(bytes) => whole.push(of(file, bytes)),
                None => damaged.entry(at).or_default().push(file.path.clone()),
            }
        }
        if !damaged.is_empty() {
            outlet.close();
        }
        findings.extend(outlet.put_all(whole));
    }
    let told = damaged.into_iter().filter_map(|(at, files)| {
        let part = parts.get(at)?;
        Some(PartFault::Damaged {
            path: part.name.to_owned(),
            count: files.len(),
            example: files.into_iter().next()?,
            typed: again::command(part, part.record.number, today),
        })
    });
    findings.extend(told.map(|fault| Finding::nowhere(fault.into())));
    findings
}

/// How many of the files are read at once; one at least.
fn at_once(files: &[(&FileRecord, usize)]) -> usize {
    let mut bytes = 0_usize;
    let fit = files.iter().take(MOST_FILES).take_while(|(file, _)| {
        bytes = bytes.saturating_add(file.bytes);
        bytes <= MOST_BYTES
    });
    fit.count().max(1)
}

/// A file's bytes, where they are those that the manifest names.
fn read(part: &Part<'_>, file: &FileRecord) -> Option<Vec<u8>> {
    let bytes = part.files.read(&file.path).ok()?;
    let same = bytes.len() == file.bytes && hex_digest(&bytes) == file.sha256;
    same.then(|| bytes.into_owned())
}

fn of(file: &FileRecord, bytes: Vec<u8>) -> NewFile {
    NewFile {
        path: file.path.clone(),
        bytes,
        origin: Origin {
            what: SiteFile::Part,
            file: None,
        },
    }
}
