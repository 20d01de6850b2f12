//! `code(…)`, the function by which a theme puts a QR code on a sheet.
//!
//! It draws the code with its white quiet zone and writes down, in attributes that no viewer shows, what the code has to say and how it
//! is meant to be read; `proof` holds the finished sheet against that.

use onetrip_core::qr::{self, Codes, Level, Modules, QUIET};
use tera::{Error, Function, Kwargs, State, TeraResult};

use super::arguments::Arguments;

/// What the element's attributes are called.
pub(super) const TEXT: &str = "data-code";
/// Modules a side.
pub(super) const MODULES: &str = "data-modules";
/// The distance from which it is meant to be read, in the drawing's own unit; 0: from the hand.
pub(super) const DISTANCE: &str = "data-distance";
/// The least size of a module in millimetres of paper.
pub(super) const LEAST: &str = "data-least-module";

/// `code(id=…, text=…, x=…, y=…, side=…)`; further `level` ("M" or "Q"), `distance`, `module`, `most` and `least`.
///
/// `x`, `y` and `side` are those of the dark square, without the quiet zone of four modules around it. A long text has more modules:
/// the square grows to the right and downwards until each has `module`, but not beyond `most`; on paper none is smaller than `least`
/// millimetres, which are those of `module` when it is not given.
pub(super) struct Code {
    pub(super) codes: Codes,
}

impl Function<TeraResult<String>> for Code {
    fn call(&self, arguments: Kwargs, _: &State<'_>) -> TeraResult<String> {
        let arguments = Arguments(arguments);
        let text: &str = arguments.must_get("text")?;
        let level = match arguments.get::<&str>("level")?.unwrap_or("M") {
            "M" => Level::M,
            "Q" => Level::Q,
            other => {
                return Err(Error::message(format!(
                    "code(): level must be \"M\" or \"Q\", not \"{other}\""
                )));
            }
        };
        let modules = self
            .codes
            .of(text, level)
            .map_err(|why| Error::message(format!("code(): {why}: {text}")))?;
        let side: f64 = arguments.must_get("side")?;
        if side <= 0.0 {
            return Err(Error::message("code(): side must be more than 0"));
        }
        let distance: f64 = arguments.get("distance")?.unwrap_or(0.0);
        let module: f64 = arguments.get("module")?.unwrap_or(0.5);
        let most: f64 = arguments.get("most")?.unwrap_or(f64::INFINITY);
        let least: f64 = arguments.get("least")?.unwrap_or(module);
        let grown = module * f64::from(u32::try_from(modules.side).unwrap_or(1));
        let side = side.max(grown.min(most));
        let square = Square {
            x: arguments.must_get("x")?,
            y: arguments.must_get("y")?,
            side,
        };
        Ok(draw(
            arguments.must_get("id")?,
            text,
            &modules,
            square,
            (distance, least),
        ))
    }

    fn is_safe(&self) -> bool {
        true
    }
}

#[derive(Clone, Copy)]
struct Square {
    x: f64,
    y: f64,
    side: f64,
}

fn draw(
    id: &str,
    text: &str,
    modules: &Modules,
    square: Square,
    (distance, least): (f64, f64),
) -> String {
    let Square { x, y, side } = square;
    let (count, quiet) = (modules.side, QUIET);
    let whole = count + 2 * quiet;
    // At most 61 modules a side, so the number is exact.
    let module = side / f64::from(u32::try_from(count).unwrap_or(1));
    format!(
        "<g transform=\"translate({x} {y}) scale({module})\" shape-rendering=\"crispEdges\">\
         <rect x=\"-{quiet}\" y=\"-{quiet}\" width=\"{whole}\" height=\"{whole}\" fill=\"#fff\"/>\
         <path id=\"{}\" {TEXT}=\"{}\" {MODULES}=\"{count}\" {DISTANCE}=\"{distance}\" {LEAST}=\"{least}\" fill=\"#000\" d=\"{}\"/></g>",
        escape(id),
        escape(text),
        qr::path(modules, 0),
    )
}

/// A text as an attribute's value; a line break survives as its number.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            c => out.push(c),
        }
    }
    out
}
