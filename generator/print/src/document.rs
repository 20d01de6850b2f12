//! From sheets to files: laid out side by side, proved, written as PDF and PNG; what did not change since the last build is kept.

use std::collections::BTreeSet;
use std::mem::discriminant;
use std::sync::Arc;

use onetrip_core::diagnostic::{Finding, Place, Problem, SheetFault, Shown};
use onetrip_core::output::{self, PreviousBuild};
use onetrip_core::site::Printed;
use onetrip_core::source::MachineFonts;
use rayon::prelude::*;
use resvg::usvg::Tree;

use super::drawing::{characters, layout};
use super::fonts::Fonts;
use super::pdf::Pdf;
use super::picture;
use super::proof;

/// This version of what prints.
const PRESS: &str = env!("ONETRIP_PRESS");

/// Laid-out sheets in memory at a time: a sheet takes about half a megabyte.
const AT_A_TIME: usize = 32;

/// A filled template.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Where its own files go, without ending.
    pub path: String,
    /// For bookmarks.
    pub title: String,
    /// The template's file.
    pub template: Arc<str>,
    /// The drawing.
    pub svg: String,
    /// What its codes have to say.
    pub codes: Vec<String>,
    /// Files of the content that say something on it, and what they say.
    pub says: Vec<(Arc<str>, String)>,
}

/// Sheets that make one document.
#[derive(Clone, Debug)]
pub struct Document {
    /// The document's path.
    pub path: String,
    /// The document's title.
    pub title: String,
    /// Language tag.
    pub language: String,
    /// In order.
    pub sheets: Vec<Sheet>,
    /// Whether each sheet is a PDF, an SVG and a PNG of its own as well.
    pub singles: bool,
}

/// What a press needs.
#[derive(Clone, Copy)]
pub struct PrintEnv<'a> {
    /// The theme's fonts.
    pub fonts: &'a Fonts,
    /// Fonts of this machine.
    pub machine: &'a dyn MachineFonts,
    /// What an earlier build left.
    pub earlier: &'a PreviousBuild<'a>,
    /// Whether codes are read back; only a benchmark says no.
    pub prove: bool,
}

/// Makes a volume; `done` is called after each sheet.
pub fn make(document: &Document, press: &PrintEnv<'_>, done: &(dyn Fn() + Sync)) -> Printed {
    let mut made = Printed::default();
    let shown: Vec<BTreeSet<char>> = document
        .sheets
        .par_iter()
        .map(|sheet| characters(&sheet.svg))
        .collect();
    let filled = press
        .fonts
        .filled(&shown.iter().flatten().copied().collect(), press.machine);
    let sheets = document.sheets.iter().zip(&shown);
    let jobs: Vec<Job<'_>> = sheets
        .map(|(sheet, shown)| Job::new(document, sheet, shown, press, filled.as_ref()))
        .collect();
    let keys: String = jobs.iter().map(|job| job.key.as_str()).collect();
    let whole = made_from(&[&keys, &document.title, &document.language]);
    let kept = made.keep(press.earlier, &document.path, &whole);
    let mut pdf = (!kept).then(|| Pdf::new(&document.title, &document.language));
    for some in jobs.chunks(AT_A_TIME) {
        let pressed: Vec<Pressed> = some
            .par_iter()
            .map(|job| {
                let pressed = job.press(press, !kept);
                done();
                pressed
            })
            .collect();
        for (pressed, job) in pressed.into_iter().zip(some) {
            made.files.extend(pressed.made.files);
            made.made_from.extend(pressed.made.made_from);
            made.findings.extend(pressed.made.findings);
            if let (Some(tree), Some(pdf)) = (&pressed.tree, &mut pdf)
                && let Err(reason) = pdf.add(tree, &job.sheet.title)
            {
                made.findings.push(failed(&document.path, reason));
            }
        }
    }
    if let Some(pdf) = pdf {
        match pdf.finish() {
            Ok(bytes) => made.put(&document.path, &whole, bytes),
            Err(reason) => made.findings.push(failed(&document.path, reason)),
        }
    }
    made.findings = told_once(made.findings);
    made
}

/// One mistake in a template is on every sheet; it is told of the first.
fn told_once(findings: Vec<Finding>) -> Vec<Finding> {
    let kind = |finding: &Finding| match &finding.problem {
        Problem::Sheet(SheetFault::Code { fault, .. }) => Some(discriminant(fault)),
        _ => None,
    };
    let mut told: Vec<Finding> = Vec::new();
    for finding in findings {
        let same =
            |told: &&mut Finding| told.place == finding.place && kind(told) == kind(&finding);
        match told.iter_mut().find(same).map(|told| &mut told.problem) {
            Some(Problem::Sheet(SheetFault::Code { others, .. })) => {
                *others = Some(others.unwrap_or_default() + 1);
            }
            _ => told.push(finding),
        }
    }
    told
}

/// A sheet that is to be made.
struct Job<'a> {
    document: &'a Document,
    sheet: &'a Sheet,
    fonts: &'a Fonts,
    /// What it shows and no font has.
    missing: BTreeSet<char>,
    key: String,
}

/// What came of one sheet.
struct Pressed {
    /// Where the volume needs it.
    tree: Option<Tree>,
    made: Printed,
}

impl<'a> Job<'a> {
    /// With the theme's fonts; with the machine's as well where those do not do.
    fn new(
        document: &'a Document,
        sheet: &'a Sheet,
        shown: &BTreeSet<char>,
        press: &PrintEnv<'a>,
        filled: Option<&'a Fonts>,
    ) -> Self {
        let lacks = press.fonts.missing(shown);
        let fonts = filled.filter(|_| !lacks.is_empty()).unwrap_or(press.fonts);
        let key = made_from(&[&sheet.svg, &sheet.title, &document.language, &fonts.digest]);
        Self {
            document,
            sheet,
            fonts,
            missing: fonts.missing(&lacks),
            key,
        }
    }

    fn press(&self, press: &PrintEnv<'_>, needed: bool) -> Pressed {
        let Self {
            document,
            sheet,
            ref key,
            ..
        } = *self;
        let mut made = Printed {
            findings: self.lacking(),
            ..Printed::default()
        };
        let [pdf, png, svg] =
            [".pdf", ".png", ".svg"].map(|ending| format!("{}{ending}", sheet.path));
        let kept = document.singles
            && made.keep(press.earlier, &pdf, key) & made.keep(press.earlier, &png, key);
        if kept {
            made.put(&svg, key, sheet.svg.clone().into_bytes());
        }
        // What is kept was proved when it was made.
        if !needed && (kept || !document.singles) {
            return Pressed { tree: None, made };
        }
        let tree = match layout(&sheet.svg, self.fonts) {
            Ok(tree) => tree,
            Err(reason) => {
                let problem = SheetFault::Broken { reason, line: None }.into();
                made.findings
                    .push(Finding::at(Place::file(&sheet.template), problem));
                return Pressed { tree: None, made };
            }
        };
        if press.prove && !kept {
            made.findings.extend(prove(sheet, &tree));
        }
        if document.singles && !kept {
            single(document, sheet, key, &tree, &mut made);
        }
        Pressed {
            tree: needed.then_some(tree),
            made,
        }
    }

    /// Characters that no font has, each told of the first file that says it, else of the template.
    fn lacking(&self) -> Vec<Finding> {
        let mut missing = self.missing.clone();
        let mut findings = Vec::new();
        let template = (
            Arc::clone(&self.sheet.template),
            missing.iter().collect::<String>(),
        );
        for (file, said) in self.sheet.says.iter().chain([&template]) {
            let characters: String = missing.iter().filter(|c| said.contains(**c)).collect();
            if !characters.is_empty() {
                missing.retain(|c| !said.contains(*c));
                let problem = SheetFault::Glyphs { characters }.into();
                findings.push(Finding::at(Place::file(file), problem));
            }
        }
        findings
    }
}

/// A sheet's own files.
fn single(document: &Document, sheet: &Sheet, key: &str, tree: &Tree, made: &mut Printed) {
    let mut document = Pdf::new(&sheet.title, &document.language);
    let pdf = document
        .add(tree, &sheet.title)
        .and_then(|()| document.finish());
    let files = [
        (".pdf", pdf),
        (".png", picture::png(tree, picture::SHEET)),
        (".svg", Ok(sheet.svg.clone().into_bytes())),
    ];
    for (ending, file) in files {
        let path = format!("{}{ending}", sheet.path);
        match file {
            Ok(bytes) => made.put(&path, key, bytes),
            Err(reason) => made.findings.push(failed(&path, reason)),
        }
    }
}

fn prove(sheet: &Sheet, tree: &Tree) -> Vec<Finding> {
    let faults = proof::prove(&sheet.svg, tree, &sheet.codes).into_iter();
    faults
        .map(|(text, fault)| {
            let problem = SheetFault::Code {
                sheet: sheet.path.clone(),
                text: Shown(text),
                fault,
                others: None,
            };
            Finding::at(Place::file(&sheet.template), problem.into())
        })
        .collect()
}

fn failed(path: &str, reason: String) -> Finding {
    Finding::nowhere(
        SheetFault::Failed {
            sheet: path.to_owned(),
            reason,
        }
        .into(),
    )
}

/// A short name for everything that a file of a sheet is made from.
fn made_from(parts: &[&str]) -> String {
    output::made_from(&[PRESS, &parts.join("\n")])
}
