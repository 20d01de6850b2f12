//! Every code on every sheet: read, measured, with its quiet zone.

use std::path::Path;

use crate::raster::{Grey, LOOKS, Raster, looked, scanned};
use crate::sheets::{Community, communities};

/// Coarse as a bad print, usual, fine.
const DOTS: [u32; 3] = [100, 150, 300];

#[test]
#[ignore = "needs pdftoppm and zbarimg; tests/run runs it"]
fn every_poster_and_every_entry_reads_as_its_address() {
    for community in communities() {
        for dots in DOTS {
            for file in ["posters.pdf", "directory.pdf", "stickers.pdf"] {
                let read = scanned(
                    &Raster::new(&community.file(file), dots).pages,
                    community.matters.len(),
                );
                assert_eq!(
                    Vec::from_iter(&read),
                    community.addresses(),
                    "{}/{file} at {dots} dpi",
                    community.id
                );
            }
        }
    }
}

#[test]
#[ignore = "needs pdftoppm and zbarimg; tests/run runs it"]
fn every_card_reads_as_a_contact() {
    for community in communities() {
        for dots in DOTS {
            for page in Raster::new(&community.file("cards.pdf"), dots).pages {
                let look = |rows: &str| {
                    contacts(&looked(rows, std::slice::from_ref(&page)).replace('\r', ""))
                };
                assert!(
                    LOOKS.iter().any(|rows| look(rows) == 10),
                    "{} at {dots} dpi",
                    page.display()
                );
            }
        }
    }
}

/// How many contacts a text holds, each of them whole.
fn contacts(text: &str) -> usize {
    let contacts: Vec<&str> = text.split_inclusive("END:VCARD\n").collect();
    for contact in &contacts {
        assert!(
            contact.starts_with("BEGIN:VCARD\nVERSION:3.0\nN:"),
            "{contact}"
        );
        assert!(contact.contains("\nTEL:0354-5550"), "{contact}");
    }
    contacts.len()
}

/// Measures every code of a document at 200 dpi: modules of at least `least` mm, a side of at least `side` mm, white around it.
pub(crate) fn measure(document: &Path, codes: usize, least: f64, side: f64) {
    let millimetres = 25.4 / 200.0;
    let mut found = 0;
    for page in Raster::new(document, 200).pages {
        let picture = Grey::read(&page);
        for code in picture.codes() {
            let place = format!(
                "{} {} at {}, {}",
                document.display(),
                page.display(),
                code.x,
                code.y
            );
            let module = code.module() * millimetres;
            // Edges fall on whole pixels: the side is right to one pixel.
            let slack = millimetres / code.modules() as f64;
            assert!(
                module + slack >= least,
                "{place}: modules of {module:.3} mm"
            );
            assert!(
                (code.side + 1) as f64 * millimetres >= side,
                "{place}: {} pixels wide",
                code.side
            );
            assert!(picture.quiet(&code), "{place}: the quiet zone is not white");
            found += 1;
        }
    }
    assert_eq!(found, codes, "{}: codes", document.display());
}

fn sheets_of(community: &Community) -> [(&'static str, usize, f64, f64); 3] {
    let matters = community.matters.len();
    // Read from 0.9 m, 0.3 m and 0.4 m: a side of a tenth of that.
    [
        ("posters.pdf", matters, 1.0, 90.0),
        ("directory.pdf", matters, 1.0, 30.0),
        ("stickers.pdf", matters, 1.0, 40.0),
    ]
}

#[test]
#[ignore = "needs pdftoppm; tests/run runs it"]
fn modules_and_quiet_zones_are_large_enough_on_paper() {
    for community in communities() {
        for (file, codes, least, side) in sheets_of(&community) {
            measure(&community.file(file), codes, least, side);
        }
        measure(&community.file("cards.pdf"), 20, 0.5, 25.0);
    }
}
