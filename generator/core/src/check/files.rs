//! Attachments: they exist, every host can serve them, and a phone can load them.

use crate::diagnostic::{Finding, LinkFault, ReadingFault, Size, closest};
use crate::model::{Attachment, Region};

use super::file;

/// Above this a file is too much for a phone in a hall with poor signal (2 MB at 400 kbit/s take 40 s).
const HEAVY: u64 = 2_000_000;

pub(super) fn check(region: &Region) -> Vec<Finding> {
    let mut findings: Vec<Finding> = region
        .files
        .iter()
        .flat_map(|(path, bytes)| own(path, *bytes))
        .collect();
    let all = region.attachments();
    findings.extend(all.filter_map(|attachment| referenced(region, attachment)));
    findings
}

fn own(path: &str, bytes: u64) -> Vec<Finding> {
    let mut findings = Vec::new();
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_./".contains(&b);
    if !path.bytes().all(fits) {
        let name = path.rsplit('/').next().unwrap_or(path).to_owned();
        findings.push(Finding::at(
            file(path),
            ReadingFault::FileName { name }.into(),
        ));
    }
    if bytes > HEAVY {
        findings.push(Finding::at(
            file(path),
            ReadingFault::FileHeavy { bytes: Size(bytes) }.into(),
        ));
    }
    findings
}

fn referenced(region: &Region, attachment: &Attachment) -> Option<Finding> {
    let path = attachment.path.as_str();
    if path.starts_with('/') || path.contains('\\') || path.split('/').any(|part| part == "..") {
        let problem = LinkFault::BadPath {
            path: path.to_owned(),
        }
        .into();
        return Some(Finding::at(attachment.place.clone(), problem));
    }
    // What an unusable link stands for was reported where the link is.
    if region.files.contains_key(path) || region.unread.contains(path) {
        return None;
    }
    let suggestion = closest(path, region.files.keys().map(String::as_str));
    let problem = LinkFault::MissingFile {
        path: path.to_owned(),
        suggestion,
    }
    .into();
    Some(Finding::at(attachment.place.clone(), problem))
}
