//! What the first view of a page costs on a slow net.

use std::collections::BTreeMap;
use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use onetrip_tests::corpus;
use onetrip_tests::html::{Document, Element};
use onetrip_tests::site::{Site, is_kind};
use onetrip_tests::temp::TempDir;

/// Of HTML, style sheet, scripts and engine together on a matter's page, each compressed as hosts do.
const FIRST_VIEW: usize = 80_000;
/// Of script and engine together there.
const WIDGET: usize = 37_000;
/// Of HTML, style sheet and scripts of the page for several matters, however many there are. Its engine is loaded when
/// somebody begins to choose, see [`PLAN_ENGINE`].
const PLAN: usize = 63_200;

/// The same with as many matters as a community has written guides for.
const USUAL_PLAN: usize = 44_500;
/// Of what that page loads with the first choice, before the matters themselves.
const PLAN_ENGINE: usize = 40_500;
/// Of what it loads for one matter of the demonstration.
const MATTER: usize = 8_000;
/// What 我能申请什么 loads of all matters of the demonstration.
const FOUND: usize = 10_000;

pub(crate) fn compressed(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(6));
    encoder.write_all(bytes).expect("memory takes all");
    encoder.finish().expect("memory takes all").len()
}

type Files = BTreeMap<String, Vec<u8>>;

/// The compressed size of the file that a page loads under this address.
fn loaded(files: &Files, address: Option<&str>) -> usize {
    let name = address
        .and_then(|address| address.rsplit('/').next())
        .unwrap_or_default();
    let found = files
        .iter()
        .find(|(path, _)| path.rsplit('/').next() == Some(name));
    let Some((_, bytes)) = found else {
        panic!("{address:?} is not there")
    };
    compressed(bytes)
}

/// What a page with a wizard is made of.
struct Weights {
    html: usize,
    styles: usize,
    scripts: usize,
    texts: usize,
    engine: usize,
    is_matter: bool,
}

impl Weights {
    /// Those of a page; none when it has no wizard.
    fn of(files: &Files, path: &str) -> Option<Self> {
        let bytes = &files[path];
        let page = Document::parse(&String::from_utf8_lossy(bytes));
        let is_wizard = |element: &Element<'_>| element.attribute("id") == Some("wizard");
        let wizard = page.elements().find(is_wizard)?;
        let scripts = page
            .with("src")
            .filter(|element| element.name() == "script")
            .filter_map(|script| script.attribute("src"));
        let (texts, scripts): (Vec<_>, Vec<_>) =
            scripts.partition(|script| script.contains("/texts-"));
        let styles = page
            .elements()
            .filter(|element| element.attribute("rel") == Some("stylesheet"));
        let sum = |some: Vec<&str>| some.into_iter().map(|one| loaded(files, Some(one))).sum();
        Some(Self {
            html: compressed(bytes),
            styles: styles
                .map(|style| loaded(files, style.attribute("href")))
                .sum(),
            scripts: sum(scripts),
            texts: sum(texts),
            engine: sum(["data-wasm", "data-merge"]
                .into_iter()
                .filter_map(|name| wizard.attribute(name))
                .collect()),
            is_matter: wizard.attribute("data-rules").is_some(),
        })
    }

    fn without_engine(&self) -> usize {
        self.html + self.styles + self.scripts + self.texts
    }
}

#[test]
fn the_first_view_and_the_widget_are_light() {
    let files = Site::demonstration().files();
    let mut wizards = 0;
    for path in files.keys().filter(|path| is_kind(path, "html")) {
        let Some(weights) = Weights::of(&files, path).filter(|weights| weights.is_matter) else {
            continue;
        };
        let widget = weights.scripts + weights.engine;
        let first_view = weights.without_engine() + weights.engine;
        assert!(widget <= WIDGET, "{path}: the widget takes {widget} bytes");
        assert!(first_view <= FIRST_VIEW, "{path}: {first_view} bytes");
        wizards += 1;
    }
    assert!(wizards >= 6, "three guides in two communities at the least");
}

fn assert_light(files: &Files, path: &str, most: usize) {
    let weights = Weights::of(files, path).expect("a plan");
    let first_view = weights.without_engine();
    println!(
        "{path}: {first_view} bytes, of these {} HTML; {} the engine",
        weights.html, weights.engine
    );
    assert!(first_view <= most, "{path}: {first_view} bytes");
    assert!(weights.engine <= PLAN_ENGINE, "{path}: the engine");
}

#[test]
fn the_plan_of_the_demonstration_is_light() {
    let files = Site::demonstration().files();
    for folder in ["wenyuan", "wenyuan/en", "yuhu", "yuhu/en"] {
        assert_light(&files, &format!("{folder}/plan.html"), USUAL_PLAN);
    }
    for (path, bytes) in files.iter().filter(|(path, _)| path.contains("/data/")) {
        let bytes = compressed(bytes);
        let most = if path.ends_with("/find.js") {
            FOUND
        } else {
            MATTER
        };
        assert!(bytes <= most, "{path}: {bytes} bytes");
    }
}

#[test]
fn the_plan_of_a_thousand_matters_is_light() {
    for matters in [131, 1_000] {
        let content = TempDir::new("corpus");
        corpus::lay_out(content.path(), matters);
        let site = Site::build_with(content.path(), &["--no-print"]);
        let page = site.text("big/plan.html");
        let links = page.matches("class=\"matter-link\" href=\"m").count();
        assert_eq!(links, matters, "a link to every matter");
        assert_light(&site.files(), "big/plan.html", PLAN);
    }
}
