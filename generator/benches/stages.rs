//! Where the time of a build goes, stage by stage, over a generated corpus.
//!
//! `cargo bench --bench stages` measures 1,000 and 10,000 guides in one community. The figures are milliseconds for the
//! whole corpus; divide by the number of guides for the time that one of them takes.

mod corpus;
mod world;

use std::collections::BTreeMap;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::Duration;

use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};
use onetrip::placing;
use onetrip_core::diagnostic::Finding;
use onetrip_core::model::Share;
use onetrip_core::output::Sink;
use onetrip_core::site::{self, Options, Silent};
use onetrip_core::source;
use onetrip_core::{check, output, qr, render, translate};
use rayon::prelude::*;

use corpus::{code, corpus};
use world::world;

/// Nothing is there yet.
struct Nothing;

impl render::Known for Nothing {
    fn has(&self, _: render::PageUnit<'_>) -> bool {
        false
    }

    fn done(&self) {}
}

fn stages(c: &mut Criterion) {
    for guides in [1_000, 10_000] {
        let content = corpus(guides);
        let world = world(&content);
        let options = Options {
            folder: "content".into(),
            ..Options::default()
        };
        let mut group = c.benchmark_group("stages");
        group
            .sample_size(10)
            .warm_up_time(Duration::from_secs(1))
            .measurement_time(Duration::from_secs(8));
        let id = |stage| BenchmarkId::new(stage, guides);

        group.bench_function(id("load"), |b| {
            b.iter(|| black_box(source::load(&world, "content")));
        });
        let loaded = source::load(&world, "content");
        let region = loaded.region.expect("the corpus is a region");
        group.bench_function(id("check"), |b| {
            b.iter(|| check::check(&region, world.today, &[]));
        });
        let (books, findings) = check::check(&region, world.today, &[]);
        assert!(
            loaded.findings.is_empty() && findings.is_empty(),
            "the corpus is right: {findings:?}"
        );

        let (theme, _) = source::load_theme(&world);
        let mut assets_alone = Files::new();
        let mut outlet = output::Outlet::new(&mut assets_alone);
        let mut assets =
            render::Assets::place(&theme, Some(&mut outlet)).expect("nothing is there");
        assets
            .place_texts(&theme, "zh", region.base().as_str(), Some(&mut outlet))
            .expect("nothing is there");
        let templates = render::Templates::load(&theme, "zh").expect("the theme is right");
        let locales = [translate::Locale::first(&region)];
        let site = render::Site {
            printed: false,
            locale: &locales[0],
            locales: &locales,
            books: &books,
            theme: &theme,
            assets: &assets,
            today: world.today,
            share: Share::default(),
        };
        group.bench_function(id("render"), |b| {
            b.iter(|| render::page_files(&site, &templates, &Nothing, &mut |pages| drop(pages)));
        });
        group.bench_function(id("codes"), |b| b.iter(|| codes(guides)));

        let mut files = Files::new();
        let built = site::build(&world, &options, &Silent, &mut files);
        assert!(built.listing.is_some(), "the corpus builds");
        let write = |out: &Path| {
            let folder = placing::FolderSink::new(out, placing::Keep::default());
            let mut folder = folder.expect("nobody else is there");
            let taken = folder.take(files.clone().into_iter().collect());
            taken.expect("a disk");
            folder.place()
        };
        let out = scratch();
        group.bench_function(id("write"), |b| {
            let fresh = || {
                let _ = fs::remove_dir_all(&out);
            };
            b.iter_batched(fresh, |()| write(&out), BatchSize::PerIteration);
        });
        group.bench_function(id("write again"), |b| b.iter(|| write(&out)));
        let _ = fs::remove_dir_all(&out);
        group.bench_function(id("all but write"), |b| {
            b.iter(|| site::build(&world, &options, &Silent, &mut Nowhere));
        });
        group.finish();
    }
}

/// Files in memory.
type Files = BTreeMap<String, Vec<u8>>;

/// Where files are lost.
struct Nowhere;

impl Sink for Nowhere {
    fn take(&mut self, _: Vec<(String, Vec<u8>)>) -> Result<(), Finding> {
        Ok(())
    }
}

/// Both files of every code, and their proof.
fn codes(guides: usize) -> usize {
    let address = |n| format!("https://onetrip.example/wenyuan/{}.html", code(n));
    let codes = qr::Codes::default();
    (0..guides)
        .into_par_iter()
        .filter(|n| codes.files(&address(*n)).is_ok())
        .count()
}

fn scratch() -> PathBuf {
    std::env::temp_dir().join(format!("onetrip-bench-{}", std::process::id()))
}

criterion_group!(benches, stages);
criterion_main!(benches);
