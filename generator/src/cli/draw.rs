//! `onetrip draw`: forms and samples that a community draws as SVG, as PDF for printing and PNG for looking at.

use std::io::ErrorKind;
use std::path::Path;
use std::process::ExitCode;

use onetrip_core::diagnostic::{
    self, Finding, Lang, Origin, Place, ReadingFault, SheetFault, SiteFile, Sources,
};
use onetrip_core::output::Tree;
use onetrip_core::source::{Files as _, load_theme};
use onetrip_print::Fonts;

use super::args::{Draw, Format};
use super::build::{unprinted, world};
use super::report;
use super::target::theme_exists;
use crate::machine::{Disk, SystemFonts};
use crate::placing;

/// Draws every file that is named.
pub(super) fn draw(args: &Draw, lang: Lang) -> ExitCode {
    let theme = args.theme.as_ref().map(Disk::new);
    let mut findings: Vec<Finding> = theme_exists(args.theme.as_deref())
        .err()
        .into_iter()
        .collect();
    let nothing = Disk::new(&args.out);
    let (theme, wrong) = load_theme(&world(&nothing, theme.as_ref()));
    findings.extend(wrong);
    let fonts = Fonts::new(&theme);
    let mut tree = Tree::default();
    let mut sources = Sources::new();
    for path in &args.drawings {
        findings.extend(drawing(path, &fonts, &mut tree, &mut sources));
    }
    if diagnostic::count(&findings).0 == 0 {
        findings.extend(placing::put(&tree, &args.out).err());
    }
    report::findings(&findings, &sources, lang, args.format, Path::new(""));
    if diagnostic::count(&findings).0 > 0 {
        return unprinted(&findings, lang, args.format);
    }
    if args.format == Format::Human {
        let (files, out) = (tree.len(), args.out.display());
        report::err(&match lang {
            Lang::Zh => format!("画好了：{files} 个文件 → {out}\n"),
            Lang::En => format!("Drawn: {} → {out}\n", report::many(files, "file")),
        });
    }
    ExitCode::SUCCESS
}

fn drawing(path: &Path, fonts: &Fonts, tree: &mut Tree, sources: &mut Sources) -> Vec<Finding> {
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let file = path.display().to_string();
    let folder = Disk::new(path.parent().unwrap_or(Path::new("")));
    let svg = match folder.read(&name) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return vec![Finding::at(
                Place::file(&file),
                SheetFault::DrawingMissing.into(),
            )];
        }
        Err(error) => {
            return vec![Finding::at(
                Place::file(&file),
                ReadingFault::Unreadable {
                    reason: error.into(),
                }
                .into(),
            )];
        }
    };
    sources.insert(file.as_str().into(), svg.as_str().into());
    let stem = name.strip_suffix(".svg").unwrap_or(&name);
    let fault = |fault: SheetFault| Finding::at(Place::file(&file), fault.into());
    let shown = onetrip_print::characters(&svg);
    let filled = fonts.filled(&shown, &SystemFonts);
    let fonts = filled.as_ref().unwrap_or(fonts);
    let missing: String = fonts.missing(&shown).into_iter().collect();
    let mut findings = Vec::new();
    if !missing.is_empty() {
        findings.push(fault(SheetFault::Glyphs {
            characters: missing,
        }));
    }
    match onetrip_print::draw(&svg, stem, "zh-CN", fonts) {
        Ok(files) => {
            for (ending, bytes) in files {
                let origin = Origin {
                    what: SiteFile::Drawing,
                    file: Some(file.clone()),
                };
                findings.extend(tree.put(format!("{stem}{ending}"), bytes, origin).err());
            }
        }
        Err(reason) => findings.push(match onetrip_print::broken_at(&svg, &svg) {
            Some((reason, at)) => {
                let place = Place::new(&file.as_str().into(), at);
                Finding::at(place, SheetFault::Drawing { reason }.into())
            }
            None => fault(SheetFault::Drawing { reason }),
        }),
    }
    findings
}
