//! Other papers, one matter, one kind: what `onetrip print` is asked for.

use onetrip_tests::site::tree;

use crate::codes::measure;
use crate::raster::{Raster, scanned};
use crate::sheets::{Printed, told};

#[test]
#[ignore = "needs pdfinfo, pdftoppm and zbarimg; tests/run runs it"]
fn sheets_of_other_sizes_are_that_large_and_read() {
    for (paper, size, side) in [("a3", "297 x 420", 127.0), ("a5", "148 x 210", 63.0)] {
        let printed = Printed::new(&[
            "--paper",
            paper,
            "--kind",
            "poster",
            "--community",
            "wenyuan",
        ]);
        let posters = printed.file(&format!("wenyuan/print/posters-{paper}.pdf"));
        assert_eq!(millimetres(&told("pdfinfo", &[posters.as_os_str()])), size);
        let raster = Raster::new(&posters, 100);
        assert_eq!(
            scanned(&raster.pages, raster.pages.len()).len(),
            raster.pages.len(),
            "{paper}"
        );
        measure(&posters, raster.pages.len(), 1.0, side);
    }
}

#[test]
#[ignore = "needs pdfinfo, pdftoppm and zbarimg; tests/run runs it"]
fn the_directory_comes_in_every_size() {
    for (paper, size, least) in [("a3", "297 x 420", 1.0), ("a5", "148 x 210", 0.6)] {
        let printed = Printed::new(&[
            "--paper",
            paper,
            "--kind",
            "directory",
            "--community",
            "wenyuan",
        ]);
        let directory = printed.file(&format!("wenyuan/print/directory-{paper}.pdf"));
        assert_eq!(
            millimetres(&told("pdfinfo", &[directory.as_os_str()])),
            size
        );
        let codes = scanned(&Raster::new(&directory, 150).pages, usize::MAX).len();
        measure(&directory, codes, least, 20.0);
    }
}

/// The page size that `pdfinfo` tells, in whole millimetres.
fn millimetres(info: &str) -> String {
    let line = info
        .lines()
        .find_map(|line| line.strip_prefix("Page size:"))
        .unwrap_or_default();
    let points = line
        .split_whitespace()
        .filter_map(|word| word.parse::<f64>().ok());
    points
        .map(|points| format!("{:.0}", points * 25.4 / 72.0))
        .collect::<Vec<_>>()
        .join(" x ")
}

#[test]
fn one_matter_of_one_community_is_printed_alone() {
    let printed = Printed::new(&["--matter", "a01", "--community", "yuhu", "--kind", "poster"]);
    let files: Vec<String> = tree(&printed.root()).into_keys().collect();
    let expected =
        ["a01.pdf", "a01.png", "a01.svg", "posters.pdf"].map(|name| format!("yuhu/print/{name}"));
    assert_eq!(files, expected);
}
