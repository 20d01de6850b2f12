//! What sheets cost: `cargo bench --bench print`.
//!
//! Each part runs in a process of its own, so that its greatest memory is its own (Linux alone tells it). Seconds are those of the
//! wall clock and, as the others' work does not count in them, those of the processors. What is asked: the demonstration region in
//! 2 s; 1,000 posters in one file in 8 s without and 20 s with the proof of every code, in 500 MB, at 20 KB a page.

mod corpus;
mod world;

use std::fs;
use std::process::Command;
use std::time::Instant;

use jiff::civil::date;
use onetrip::machine::Disk;
use onetrip_core::model::Share;
use onetrip_core::output::PreviousBuild;
use onetrip_core::qr::Codes;
use onetrip_core::site::{self, Options, Silent};
use onetrip_core::source::{self, Embedded, NoFonts, World};
use onetrip_core::translate::Locale;
use onetrip_print::{Document, Fonts, Kind, PrintContext, PrintEnv, PrintOptions};

/// Names the part for a process that runs one.
const PART: &str = "ONETRIP_BENCH_PART";
const PARTS: [&str; 3] = [
    "the demonstration region",
    "1,000 posters without proof",
    "1,000 posters",
];
/// Repetitions; the best is told, for only that is the machine's own.
const TIMES: usize = 3;

fn main() {
    if let Ok(part) = std::env::var(PART) {
        return run(&part);
    }
    let this = std::env::current_exe().expect("a running program has a path");
    for part in PARTS {
        for _ in 0..TIMES {
            let done = Command::new(&this)
                .env(PART, part)
                .status()
                .expect("the benchmark starts again");
            assert!(done.success(), "{part}");
        }
    }
}

fn run(part: &str) {
    if part == PARTS[0] {
        let content = Disk::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../content"));
        let world = World {
            content: &content,
            themes: vec![&Embedded],
            today: date(2026, 11, 22),
            fonts: &NoFonts,
            earlier: None,
        };
        measure(part, &world, &PrintOptions::default(), true, |_| ());
    } else {
        let content = corpus::corpus(1_000);
        let options = PrintOptions {
            kinds: vec![Kind::Poster],
            ..PrintOptions::default()
        };
        let proof = part == PARTS[2];
        measure(part, &world::world(&content), &options, proof, |document| {
            document.singles = false;
        });
    }
}

/// Prints what is wished for and tells what it took, from the filling of the templates on.
fn measure(
    part: &str,
    world: &World<'_>,
    printed: &PrintOptions,
    prove: bool,
    change: impl Fn(&mut Document),
) {
    let options = Options {
        folder: "content".into(),
        ..Options::default()
    };
    let (region, books) = site::check(world, &options, &Silent)
        .site
        .expect("the content is a region");
    let (theme, _) = source::load_theme(world);
    let locale = Locale::first(&region);
    let (started, before) = (Instant::now(), busy());
    let fonts = Fonts::new(&theme);
    let (today, codes) = (world.today, Codes::default());
    let desk = PrintContext {
        locale: &locale,
        books: &books,
        theme: &theme,
        fonts: &fonts,
        content: world.content,
        codes: &codes,
        today,
        options: printed,
        share: Share::default(),
    };
    let (mut documents, wrong) = onetrip_print::documents(&desk);
    assert!(wrong.is_empty(), "{wrong:?}");
    documents.iter_mut().for_each(change);
    let earlier = PreviousBuild::new(None);
    let press = PrintEnv {
        fonts: &fonts,
        machine: world.fonts,
        earlier: &earlier,
        prove,
    };
    let (mut pages, mut bytes) = (0, 0);
    for document in &documents {
        let made = onetrip_print::make(document, &press, &|| ());
        assert!(made.findings.is_empty(), "{:?}", made.findings);
        pages += document.sheets.len();
        bytes += made.files[&document.path].len();
    }
    let (seconds, busy) = (started.elapsed().as_secs_f64(), busy() - before);
    let (a_page, memory) = (bytes / pages, greatest_memory());
    println!(
        "{part}: {seconds:.2} s ({busy:.2} s of processors), {pages} pages of {a_page} bytes, {memory} MB"
    );
}

/// Seconds that all processors worked for this process.
fn busy() -> f64 {
    // Behind the name in brackets: state and ten numbers, then ticks of a hundredth of a second for itself and for the system.
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let ticks = stat
        .rsplit(')')
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .skip(11)
        .take(2);
    ticks
        .filter_map(|ticks| ticks.parse::<f64>().ok())
        .sum::<f64>()
        / 100.0
}

/// In MB, the loaded content included.
fn greatest_memory() -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .unwrap_or_default();
    line.split_whitespace()
        .next()
        .and_then(|kilobytes| kilobytes.parse::<usize>().ok())
        .unwrap_or(0)
        / 1000
}
