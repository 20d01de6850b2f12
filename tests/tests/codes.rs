//! The printed codes, read by a decoder that is neither ours nor used by the build: `zbarimg`.

use std::fs;
use std::io::BufReader;
use std::path::Path;

use onetrip_tests::html::Document;
use onetrip_tests::site::{Site, is_kind};
use onetrip_tests::temp::TempDir;
use onetrip_tests::tools;
use png::{BitDepth, Transformations};

/// The codes of the demonstration region with this ending, relative to the root.
fn codes(extension: &str) -> Vec<String> {
    let files = Site::demonstration().files();
    let codes: Vec<_> = files
        .into_keys()
        .filter(|path| path.contains("/qr/") && is_kind(path, extension))
        .collect();
    assert!(
        codes.len() >= 16,
        "eight guides in two communities at the least: {codes:?}"
    );
    codes
}

/// What a phone reads.
fn decoded(picture: &Path) -> String {
    let output = tools::run(
        "zbarimg",
        ["-q".as_ref(), "--raw".as_ref(), picture.as_os_str()],
    );
    assert!(
        output.status.success(),
        "{}: zbarimg sees no code",
        picture.display()
    );
    String::from_utf8_lossy(&output.stdout)
        .trim_end_matches('\n')
        .to_owned()
}

/// The permanent address that the code's page itself names: `…/wenyuan/qr/a07.png` belongs to `…/wenyuan/a07.html`.
fn address_on_page(code: &str) -> String {
    let page = code.replace("/qr/", "/");
    let page = Path::new(&page).with_extension("html");
    let html = Site::demonstration().text(&page.to_string_lossy());
    let document = Document::parse(&html);
    let canonical = document
        .elements()
        .find(|element| element.attribute("rel") == Some("canonical"));
    let printed = document
        .elements()
        .find(|element| element.has_class("address"));
    let printed = printed
        .unwrap_or_else(|| panic!("{}: no printed address", page.display()))
        .text();
    if let Some(canonical) = canonical {
        assert_eq!(
            canonical.attribute("href"),
            Some(printed.as_str()),
            "{}",
            page.display()
        );
    }
    printed
}

#[test]
#[ignore = "needs zbarimg; tests/run runs it"]
fn every_png_reads_as_the_address_of_its_page() {
    for code in codes("png") {
        assert_eq!(
            decoded(&Site::demonstration().root().join(&code)),
            address_on_page(&code),
            "{code}"
        );
    }
}

#[test]
#[ignore = "needs zbarimg and rsvg-convert; tests/run runs it"]
fn every_svg_reads_as_the_address_of_its_page() {
    let folder = TempDir::new("svg");
    let picture = folder.path().join("code.png");
    for code in codes("svg") {
        draw(&code, 600, &picture);
        assert_eq!(decoded(&picture), address_on_page(&code), "{code}");
    }
}

/// A picture as rows of "is dark".
struct Picture {
    depth: BitDepth,
    rows: Vec<Vec<bool>>,
}

impl Picture {
    fn read(file: &Path) -> Self {
        let bytes =
            fs::File::open(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let mut decoder = png::Decoder::new(BufReader::new(bytes));
        decoder.set_transformations(Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().expect("a PNG");
        let (width, depth) = (reader.info().width as usize, reader.info().bit_depth);
        let mut pixels = vec![
            0;
            reader
                .output_buffer_size()
                .expect("a picture of ours fits into memory")
        ];
        let frame = reader.next_frame(&mut pixels).expect("the picture's bytes");
        let samples = frame.color_type.samples();
        let rows = pixels.chunks_exact(frame.line_size);
        let rows = rows
            .map(|row| (0..width).map(|x| row[x * samples] < 128).collect())
            .collect();
        Self { depth, rows }
    }

    /// The first and the last place at which `dark` is true.
    fn extent(length: usize, dark: impl Fn(usize) -> bool) -> (usize, usize) {
        let mut inked = (0..length).filter(|&at| dark(at));
        let first = inked.next().expect("a code has dark modules");
        (first, inked.next_back().unwrap_or(first))
    }

    /// Fails unless the picture is a QR code of whole pixels per module with a quiet zone of four modules.
    fn assert_printable(&self, code: &str) {
        let size = self.rows.len();
        assert!(
            self.rows.iter().all(|row| row.len() == size),
            "{code}: a square"
        );
        let (top, bottom) = Self::extent(size, |y| self.rows[y].contains(&true));
        let (left, right) = Self::extent(size, |x| self.rows.iter().any(|row| row[x]));
        // The finder pattern's upper edge is seven modules of dark.
        let edge = self.rows[top][left..]
            .iter()
            .take_while(|dark| **dark)
            .count();
        assert_eq!(edge % 7, 0, "{code}: whole pixels per module");
        let module = edge / 7;
        let margins = [top, left, size - 1 - bottom, size - 1 - right];
        assert_eq!(
            margins,
            [4 * module; 4],
            "{code}: quiet zone of four modules of {module} px"
        );
        let modules = (right + 1 - left) / module;
        assert!(
            modules >= 21 && (modules - 17).is_multiple_of(4),
            "{code}: {modules} modules are no QR code"
        );
        assert!(
            (modules - 17) / 4 <= 6,
            "{code}: version {} is too fine",
            (modules - 17) / 4
        );
    }
}

#[test]
fn pngs_have_one_bit_whole_modules_and_a_quiet_zone_of_four() {
    for code in codes("png") {
        let picture = Picture::read(&Site::demonstration().root().join(&code));
        assert_eq!(picture.depth, BitDepth::One, "{code}");
        picture.assert_printable(&code);
    }
}

#[test]
#[ignore = "needs rsvg-convert; tests/run runs it"]
fn svgs_have_a_unit_per_module_and_a_quiet_zone_of_four() {
    let folder = TempDir::new("svg");
    let drawn = folder.path().join("code.png");
    for code in codes("svg") {
        draw(&code, 10 * side(&code), &drawn);
        Picture::read(&drawn).assert_printable(&code);
    }
}

#[test]
fn svgs_hold_nothing_active() {
    for code in codes("svg") {
        let svg = Site::demonstration().text(&code);
        for element in Document::parse(&svg).elements() {
            let harmless = ["svg", "path", "rect", "title", "g", "desc"].contains(&element.name());
            assert!(harmless, "{code}: <{}>", element.name());
        }
    }
}

/// The width of an SVG's own coordinates: a unit for each module.
fn side(code: &str) -> usize {
    let svg = Site::demonstration().text(code);
    let document = Document::parse(&svg);
    let view = document
        .elements()
        .next()
        .and_then(|root| root.attribute("viewbox"))
        .unwrap_or_default();
    let side = view
        .split_whitespace()
        .nth(2)
        .and_then(|side| side.parse().ok());
    side.unwrap_or_else(|| panic!("{code}: viewBox {view:?}"))
}

/// Draws an SVG of the site as a PNG.
fn draw(code: &str, width: usize, picture: &Path) {
    let svg = Site::demonstration().root().join(code);
    let width = width.to_string();
    let arguments = [
        "-w".as_ref(),
        width.as_ref(),
        "-o".as_ref(),
        picture.as_os_str(),
        svg.as_os_str(),
    ];
    let output = tools::run("rsvg-convert", arguments);
    assert!(
        output.status.success(),
        "{code}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
}
