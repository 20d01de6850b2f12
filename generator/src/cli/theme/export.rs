//! `onetrip theme export`: all files that are asked for, or none.

use std::path::Path;
use std::process::ExitCode;

use onetrip_core::diagnostic::{Finding, Lang, Origin, SiteFile, Sources, ThemeFault};
use onetrip_core::output::Tree;
use onetrip_core::source::{Embedded, Files as _, theme_file_meant};

use super::super::{FINDINGS, report};
use super::args::Export;
use super::paths;
use crate::cli::args::Format;
use crate::machine::Disk;
use crate::placing;

/// Copies files of the built-in theme into a folder.
pub(super) fn export(args: &Export, lang: Lang) -> ExitCode {
    let (tree, mut findings) = chosen(&args.files);
    if findings.is_empty() && !args.force {
        findings.extend(in_the_way(&tree, &args.out));
    }
    if findings.is_empty() {
        findings.extend(placing::put(&tree, &args.out).err());
    }
    if !findings.is_empty() {
        let sources = Sources::new();
        report::findings(&findings, &sources, lang, Format::Human, Path::new(""));
        return ExitCode::from(FINDINGS);
    }
    for path in tree.keys() {
        report::out(&format!("{}\n", args.out.join(path).display()));
    }
    let out = args.out.display();
    report::err(&match lang {
        Lang::Zh => {
            format!("复制好了。照着改，没有改的文件可以删掉；看效果：onetrip build --theme {out}\n")
        }
        Lang::En => format!(
            "Copied. Change them, and delete those that you do not change; then: onetrip build --theme {out}\n"
        ),
    });
    ExitCode::SUCCESS
}

/// The files that are asked for, and the names that there are not.
fn chosen(names: &[String]) -> (Tree, Vec<Finding>) {
    let mut tree = Tree::default();
    let mut findings = Vec::new();
    let known = paths();
    for name in names {
        let name = name.trim_end_matches('/').replace('\\', "/");
        let inside = format!("{name}/");
        let wanted = known
            .iter()
            .filter(|path| **path == name || path.starts_with(&inside));
        let mut any = false;
        for path in wanted {
            any = true;
            if tree.contains_key(path) {
                continue;
            }
            let bytes = Embedded.read(path).unwrap_or_default().into_owned();
            let origin = Origin {
                what: SiteFile::Asset,
                file: Some(path.clone()),
            };
            findings.extend(tree.put(path.clone(), bytes, origin).err());
        }
        if !any {
            let known = known.iter().cloned().collect();
            let suggestion = theme_file_meant(&name, &known);
            let fault = ThemeFault::NoSuchFile { name, suggestion };
            findings.push(Finding::nowhere(fault.into()));
        }
    }
    (tree, findings)
}

/// Files that are there and say something else.
fn in_the_way(tree: &Tree, out: &Path) -> Option<Finding> {
    let folder = Disk::new(out);
    let other = tree.iter().filter(|(path, bytes)| {
        let there = folder.read(path);
        there.is_ok_and(|there| *there != ***bytes)
    });
    let files: Vec<String> = other
        .map(|(path, _)| out.join(path).display().to_string())
        .collect();
    (!files.is_empty()).then(|| Finding::nowhere(ThemeFault::FileExists { files }.into()))
}
