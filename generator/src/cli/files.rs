//! Files that a command writes into a folder beside whatever is there.

use std::path::Path;
use std::process::ExitCode;

use onetrip_core::diagnostic::{Lang, Origin, SiteFile, Sources};
use onetrip_core::output::Tree;

use super::FINDINGS;
use super::args::Format;
use super::report;
use crate::placing;

/// Writes the files; a failure is shown and is the exit code.
pub(super) fn write(files: Vec<(String, String)>, out: &Path, lang: Lang) -> Result<(), ExitCode> {
    let mut tree = Tree::default();
    let origin = || Origin {
        what: SiteFile::Page,
        file: None,
    };
    let put = files
        .into_iter()
        .try_for_each(|(path, text)| tree.put(path, text.into_bytes(), origin()));
    let done = put.and_then(|()| placing::put(&tree, out));
    done.map_err(|finding| {
        report::findings(&[finding], &Sources::new(), lang, Format::Human, out);
        ExitCode::from(FINDINGS)
    })
}
