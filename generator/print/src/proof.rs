//! The proof of a sheet: every code on it is read back from a picture of the finished drawing, by a decoder that did not draw it.
//! That the bare code can be read was proved before (`qr::Codes`): what fails here is the template's fault.
//!
//! Sizes follow the practice for codes on walls: a side of at least a tenth of the reading distance, modules that a phone
//! resolves, and the quiet zone of four modules of ISO/IEC 18004.

use onetrip_core::diagnostic::CodeFault;
use onetrip_core::qr::{self, QUIET};
use resvg::usvg::{Tree, roxmltree};

use super::code::{DISTANCE, LEAST, MODULES, TEXT};
use super::picture::{self, Grey, SCALE};
use super::units::UNITS_PER_MM;

/// Lighter than this counts as paper; edges are grey for half a pixel.
const LIGHT: u8 = 200;
/// What the layout's arithmetic may lose, in millimetres.
const SLACK: f64 = 0.005;

/// What a code has to say and how it is meant to be read.
#[derive(Debug)]
struct Promise {
    id: String,
    text: String,
    modules: f64,
    distance: f64,
    least: f64,
}

/// Everything that is wrong with the codes of a sheet, each fault with the text of its code; `wanted` are the texts that have to be there.
pub(super) fn prove(svg: &str, tree: &Tree, wanted: &[String]) -> Vec<(String, CodeFault)> {
    let promises = promises(svg);
    let mut faults: Vec<(String, CodeFault)> = wanted
        .iter()
        .filter(|text| !promises.iter().any(|promise| promise.text == **text))
        .map(|text| (text.clone(), CodeFault::Missing))
        .collect();
    // One unit of the drawing on paper: a sheet that is printed larger keeps its proportions.
    let unit = unit_of(svg, tree);
    for promise in &promises {
        if let Err(fault) = keep(promise, tree, unit) {
            faults.push((promise.text.clone(), fault));
        }
    }
    faults
}

fn promises(svg: &str) -> Vec<Promise> {
    let Ok(document) = roxmltree::Document::parse(svg) else {
        return Vec::new();
    };
    let promise = |node: roxmltree::Node<'_, '_>| {
        let number = |name| {
            node.attribute(name)
                .and_then(|value| value.parse().ok())
                .unwrap_or(0.0)
        };
        Some(Promise {
            id: node.attribute("id").unwrap_or_default().to_owned(),
            text: node.attribute(TEXT)?.to_owned(),
            modules: number(MODULES),
            distance: number(DISTANCE),
            least: number(LEAST),
        })
    };
    document.descendants().filter_map(promise).collect()
}

/// Millimetres of paper for one unit of the drawing's view box: as SVG does by itself, the whole box fits onto the paper.
fn unit_of(svg: &str, tree: &Tree) -> f64 {
    let document = roxmltree::Document::parse(svg).ok();
    let view = document
        .as_ref()
        .and_then(|d| d.root_element().attribute("viewBox"))
        .unwrap_or_default();
    let numbers = view
        .split([' ', ','])
        .filter(|part| !part.is_empty())
        .map(|part| part.parse::<f64>().ok());
    let sides =
        [tree.size().width(), tree.size().height()].map(|side| f64::from(side / UNITS_PER_MM));
    let ratios = numbers
        .skip(2)
        .zip(sides)
        .filter_map(|(side, paper)| Some(paper / side.filter(|s| *s > 0.0)?));
    ratios.reduce(f64::min).unwrap_or(1.0)
}

/// The dark square of a code on the sheet, in units of the layout.
#[derive(Clone, Copy)]
struct Symbol<'a> {
    tree: &'a Tree,
    x: f32,
    y: f32,
    side: f32,
    /// A module's side.
    module: f32,
}

impl Symbol<'_> {
    /// A picture of it with its quiet zone, `pixels` for a module: whole ones, since decoders round.
    fn picture(&self, pixels: u16) -> Option<Grey> {
        let [left, top, side] = self.zone();
        picture::part(
            self.tree,
            [left, top, side, side],
            f32::from(pixels) / self.module,
        )
    }

    /// The square with its quiet zone: left, top, side.
    fn zone(&self) -> [f32; 3] {
        #[expect(clippy::cast_precision_loss, reason = "four")]
        let quiet = QUIET as f32 * self.module;
        [self.x - quiet, self.y - quiet, self.side + 2.0 * quiet]
    }

    fn is_on_paper(&self) -> bool {
        let [left, top, side] = self.zone();
        let (paper, slack) = (self.tree.size(), 0.1);
        left >= -slack
            && top >= -slack
            && left + side <= paper.width() + slack
            && top + side <= paper.height() + slack
    }

    /// Pixels of a module in the first picture: as fine as the sheet's own picture, or a little finer.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "some pixels; a number that is none is 0"
    )]
    fn pixels(&self) -> u16 {
        ((self.module * SCALE).ceil() as u16).max(3)
    }
}

fn keep(promise: &Promise, tree: &Tree, unit: f64) -> Result<(), CodeFault> {
    let node = tree.node_by_id(&promise.id).ok_or(CodeFault::Missing)?;
    let square = node.abs_bounding_box();
    is_large_enough(promise, f64::from(square.width() / UNITS_PER_MM), unit)?;
    #[expect(clippy::cast_possible_truncation, reason = "a module has some units")]
    let module = (f64::from(square.width()) / promise.modules.max(1.0)) as f32;
    let symbol = Symbol {
        tree,
        x: square.x(),
        y: square.y(),
        side: square.width(),
        module,
    };
    if !symbol.is_on_paper() {
        return Err(CodeFault::OffSheet);
    }
    let pixels = symbol.pixels();
    let picture = symbol.picture(pixels).ok_or(CodeFault::OffSheet)?;
    if !is_quiet(&picture, QUIET * usize::from(pixels)) {
        return Err(CodeFault::QuietZone);
    }
    let read = read(&symbol, &picture, pixels).map_err(CodeFault::Unreadable)?;
    if read == promise.text {
        Ok(())
    } else {
        Err(CodeFault::OtherText(read))
    }
}

/// Holds a side, in millimetres of paper, against what is promised.
fn is_large_enough(promise: &Promise, side: f64, unit: f64) -> Result<(), CodeFault> {
    let module = side / promise.modules.max(1.0);
    if module + SLACK < promise.least {
        return Err(CodeFault::SmallModule {
            is: format!("{module:.2}"),
            least: promise.least.to_string(),
        });
    }
    let asked = promise.distance * unit / 10.0;
    if side + SLACK < asked {
        return Err(CodeFault::SmallSide {
            is: format!("{side:.0}"),
            least: format!("{asked:.0}"),
        });
    }
    Ok(())
}

/// Whether the frame around the code is paper; a pixel at its inner edge may hold some of the code.
fn is_quiet(picture: &Grey, frame: usize) -> bool {
    let frame = frame.saturating_sub(1);
    let inside = |at: usize, side: usize| at >= frame && at + frame < side;
    picture
        .pixels
        .chunks_exact(picture.width)
        .enumerate()
        .all(|(y, row)| {
            let rows = inside(y, picture.height);
            row.iter()
                .enumerate()
                .all(|(x, pixel)| *pixel >= LIGHT || (rows && inside(x, picture.width)))
        })
}

/// What the code says. As a template should draw it, every pixel of a module agrees, and its modules are decoded: that a reader
/// finds them was proved of the bare code. However else it is drawn, a reader has to find it here, at one of several scales.
fn read(symbol: &Symbol<'_>, picture: &Grey, pixels: u16) -> Result<String, String> {
    let plain = qr::modules_in(picture.width, &picture.pixels, usize::from(pixels));
    if let Some((text, _)) = plain.and_then(|modules| qr::decoded(&modules).ok()) {
        return Ok(text);
    }
    let first = qr::seen(picture.width, picture.height, &picture.pixels);
    let again = || {
        let other = qr::SCALES.iter().filter(|scale| **scale != pixels);
        let mut pictures = other.filter_map(|scale| symbol.picture(*scale));
        pictures.find_map(|picture| qr::seen(picture.width, picture.height, &picture.pixels).ok())
    };
    first.or_else(|why| again().ok_or(why))
}
