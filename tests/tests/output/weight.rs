//! What the first view of a matter costs on a slow net.

use std::collections::BTreeMap;
use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use onetrip_tests::html::Document;
use onetrip_tests::site::{Site, is_kind};

/// Of HTML, style sheet, script and engine together, each compressed as hosts do.
const FIRST_VIEW: usize = 80_000;
/// Of script and engine together, on a matter's page.
const WIDGET: usize = 30_000;
/// The same two on the page for several matters, which only those load who plan a trip: its engine is a module of
/// its own, and it holds the rules and papers of every matter.
const PLAN: (usize, usize) = (100_000, 42_000);

fn compressed(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(6));
    encoder.write_all(bytes).expect("memory takes all");
    encoder.finish().expect("memory takes all").len()
}

/// The compressed size of the file that a page loads under this address.
fn loaded(files: &BTreeMap<String, Vec<u8>>, address: Option<&str>) -> usize {
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

#[test]
fn the_first_view_and_the_widget_are_light() {
    let files = Site::demonstration().files();
    let mut wizards = 0;
    for (path, bytes) in files.iter().filter(|(path, _)| is_kind(path, "html")) {
        let page = Document::parse(&String::from_utf8_lossy(bytes));
        let Some(wizard) = page
            .elements()
            .find(|element| element.attribute("id") == Some("wizard"))
        else {
            continue;
        };
        let scripts = page
            .with("src")
            .filter(|element| element.name() == "script");
        let styles = page
            .elements()
            .filter(|element| element.attribute("rel") == Some("stylesheet"));
        let widget = loaded(&files, wizard.attribute("data-wasm"))
            + scripts
                .map(|script| loaded(&files, script.attribute("src")))
                .sum::<usize>();
        let styles: usize = styles
            .map(|style| loaded(&files, style.attribute("href")))
            .sum();
        let first_view = compressed(bytes) + styles + widget;
        let is_matter = wizard.attribute("data-rules").is_some();
        let (view_bound, widget_bound) = if is_matter {
            (FIRST_VIEW, WIDGET)
        } else {
            PLAN
        };
        assert!(
            widget <= widget_bound,
            "{path}: script and engine take {widget} bytes"
        );
        assert!(
            first_view <= view_bound,
            "{path}: the first view takes {first_view} bytes"
        );
        wizards += 1;
    }
    assert!(wizards >= 6, "three guides in two communities at the least");
}
