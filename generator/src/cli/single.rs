//! `onetrip build --single-file`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use onetrip_core::diagnostic::{Finding, Folders, Lang, OutputFault};
use onetrip_core::model::Region;
use onetrip_core::output::GENERATOR;
use onetrip_core::site::{self, Options};
use onetrip_core::source;

use super::args::{Build, Format};
use super::build::{ended, options, world};
use super::progress::Line;
use super::report;
use crate::machine::Disk;
use crate::placing;
use crate::single::{self, Needed, Wanted};

/// Makes the page of one code in one file. Nothing is published by it, so nothing is recorded.
pub(super) fn single(args: &Build, typed: &str, lang: Lang) -> ExitCode {
    let content = Disk::new(&args.source.content);
    let theme = args.theme.as_ref().map(Disk::new);
    let world = world(&content, theme.as_ref());
    let options = Options {
        drafts: args.drafts,
        ..options(&args.source)
    };
    let line = Line::new(lang);
    let checked = site::check(&world, &options, &line);
    let region = checked.site.map(|(region, _)| region);
    let (mut findings, mut sources) = (checked.findings, checked.sources);
    let mut made = None;
    let wrong = onetrip_core::diagnostic::count(&findings).0 > 0;
    if let Some(region) = region.filter(|_| !wrong) {
        let community = args.source.community.as_deref();
        match Wanted::find(&region, typed, community) {
            Err(finding) => findings.push(finding),
            Ok(wanted) => {
                let mut needed = Needed::of(&wanted, &region);
                let options = Options {
                    community: Some(wanted.community.clone()),
                    ..options
                };
                let built = site::build(&world, &options, &line, &mut needed);
                findings = built.findings;
                sources = built.sources;
                let is_there = needed.files.contains_key(&wanted.path);
                if built.listing.is_some() && is_there {
                    let (theme, _) = source::load_theme(&world);
                    made = Some((
                        place(args, &wanted),
                        page(&region, &wanted, &needed, &theme, world.today),
                    ));
                } else if built.listing.is_some() {
                    findings.push(Wanted::unknown(&region, typed, community));
                }
            }
        }
    }
    line.clear();
    let written = made.and_then(|(path, bytes)| {
        put(&path, &bytes)
            .map_err(|finding| findings.push(finding))
            .ok()?;
        Some((path, bytes.len()))
    });
    report::findings_in(
        &findings,
        &sources,
        lang,
        args.source.format,
        &Folders::new(&args.source.content, args.theme.as_deref()),
    );
    let Some((path, bytes)) = written else {
        let end = match lang {
            Lang::Zh => "没有做成文件，改好以后再来一次。",
            Lang::En => "No file was made; mend this and try again.",
        };
        return ended(&findings, end, lang, args.source.format);
    };
    if args.source.format == Format::Human {
        let (path, size) = (path.display(), bytes.div_ceil(1000));
        report::err(&match lang {
            Lang::Zh => format!("做好了：一个文件，{size} KB → {path}\n"),
            Lang::En => format!("Made one file, {size} kB → {path}\n"),
        });
    }
    ExitCode::SUCCESS
}

fn place(args: &Build, wanted: &Wanted) -> PathBuf {
    args.place
        .to
        .clone()
        .unwrap_or_else(|| PathBuf::from(wanted.name()))
}

fn page(
    region: &Region,
    wanted: &Wanted,
    needed: &Needed,
    theme: &source::Theme,
    today: jiff::civil::Date,
) -> Vec<u8> {
    let base = region.base().as_str();
    let address = format!("{base}{}", wanted.path);
    let note = single::note(theme, &wanted.language, &today.to_string(), &address);
    single::page(&needed.files, &wanted.path, base, &note)
}

/// Puts the file into its place, where nothing stands or a page of ours.
fn put(path: &Path, bytes: &[u8]) -> Result<(), Finding> {
    let ours = |text: &[u8]| {
        let head = String::from_utf8_lossy(&text[..text.len().min(4096)]);
        let name = GENERATOR.split(' ').next().unwrap_or_default();
        head.contains(&format!("<meta name=\"generator\" content=\"{name}"))
    };
    if path.exists() && !fs::read(path).is_ok_and(|text| ours(&text)) {
        let path = path.display().to_string();
        return Err(Finding::nowhere(
            OutputFault::ArchiveForeign { path }.into(),
        ));
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    placing::put(&[(name.into_owned(), bytes.to_owned())].into(), folder)
}
