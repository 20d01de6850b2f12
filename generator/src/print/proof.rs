//! The proof of a sheet: every code on it is read back from a picture of the finished drawing, by a decoder that did not draw it.
//!
//! Sizes follow the practice for codes on walls: a side of at least a tenth of the reading distance, modules that a phone
//! resolves, and the quiet zone of four modules of ISO/IEC 18004.

use quircs::Quirc;
use resvg::usvg::{Tree, roxmltree};

use super::code::{DISTANCE, LEAST, MODULES, TEXT};
use super::drawing::UNITS_PER_MM;
use super::picture::{self, Grey, SCALE};
use crate::diagnostic::CodeFault;
use crate::qr::QUIET;

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

fn keep(promise: &Promise, tree: &Tree, unit: f64) -> Result<(), CodeFault> {
    let node = tree.node_by_id(&promise.id).ok_or(CodeFault::Missing)?;
    let square = node.abs_bounding_box();
    let side = f64::from(square.width() / UNITS_PER_MM);
    let module = side / promise.modules.max(1.0);
    if module + SLACK < promise.least {
        return Err(CodeFault::SmallModule {
            millimetres: module,
            least: promise.least,
        });
    }
    let asked = promise.distance * unit / 10.0;
    if side + SLACK < asked {
        return Err(CodeFault::SmallSide {
            millimetres: side,
            least: asked,
        });
    }
    #[expect(clippy::cast_possible_truncation, reason = "a module has some pixels")]
    let module = (f64::from(square.width()) / promise.modules.max(1.0)) as f32;
    #[expect(clippy::cast_precision_loss, reason = "four")]
    let quiet = QUIET as f32 * module;
    let zone = [
        square.x() - quiet,
        square.y() - quiet,
        square.width() + 2.0 * quiet,
        square.height() + 2.0 * quiet,
    ];
    let [left, top, width, height] = zone;
    let paper = tree.size();
    let slack = 0.1;
    if left < -slack
        || top < -slack
        || left + width > paper.width() + slack
        || top + height > paper.height() + slack
    {
        return Err(CodeFault::OffSheet);
    }
    let picture = picture::part(tree, zone).ok_or(CodeFault::OffSheet)?;
    if !is_quiet(&picture, quiet * SCALE) {
        return Err(CodeFault::QuietZone);
    }
    let read = read(&picture)?;
    if read == promise.text {
        Ok(())
    } else {
        Err(CodeFault::OtherText(read))
    }
}

/// Whether the frame around the code is paper; a pixel at its inner edge may hold some of the code.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "some pixels"
)]
fn is_quiet(picture: &Grey, frame: f32) -> bool {
    let frame = (frame - 1.0).floor().max(0.0) as usize;
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

fn read(picture: &Grey) -> Result<String, CodeFault> {
    let mut decoder = Quirc::new();
    let mut codes = decoder.identify(picture.width, picture.height, &picture.pixels);
    let code = codes
        .next()
        .ok_or_else(|| CodeFault::Unreadable("no code found".to_owned()))?;
    let code = code.map_err(|error| CodeFault::Unreadable(error.to_string()))?;
    let data = code
        .decode()
        .map_err(|error| CodeFault::Unreadable(error.to_string()))?;
    String::from_utf8(data.payload).map_err(|error| CodeFault::Unreadable(error.to_string()))
}
