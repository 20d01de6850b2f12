//! QR codes: made for a matter's permanent address, and read back before anybody can print them.
//!
//! Codes of addresses: level M, quiet zone of four modules, black on white (ISO/IEC 18004). The SVG is one path, the PNG has one bit a pixel and
//! whole pixels a module, so that no viewer blurs an edge.

mod mask;
mod png;
mod proof;
mod svg;

use qrcode::canvas::Canvas;
use qrcode::{EcLevel, Version, bits, ec};

pub use proof::prove;
pub(crate) use svg::path;

/// Light modules around the code that every reader expects.
pub(crate) const QUIET: usize = 4;
/// The finest code: 41 modules a side.
pub(crate) const FINEST: i16 = 6;

/// The finest code of a sheet: 61 modules a side, which a row of the mask's arithmetic holds.
const LARGEST_PRINTED: i16 = 11;

/// Modules a side of the finest code.
pub(crate) const LARGEST: usize = 41;

/// The modules of a code, without its quiet zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Modules {
    /// Modules a side.
    pub side: usize,
    /// Row by row; true is dark.
    pub dark: Vec<bool>,
}

impl Modules {
    /// Whether the module is dark; outside the code everything is light.
    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        x < self.side && y < self.side && self.dark[y * self.side + x]
    }
}

/// A code as files.
#[derive(Clone, Debug)]
pub struct Code {
    /// One path.
    pub svg: String,
    /// One bit a pixel.
    pub png: Vec<u8>,
}

/// Makes the code of `address` and reads both files back.
///
/// # Errors
/// A sentence that says what went wrong: too long, or not read back as it was meant.
pub fn code(address: &str) -> Result<Code, String> {
    let modules = encode(address)?;
    let code = Code {
        svg: svg::draw(&modules),
        png: png::draw(&modules)?,
    };
    prove(&code, address)?;
    Ok(code)
}

/// How much of a code may be lost (ISO/IEC 18004, 7.5.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// 15 %.
    M,
    /// 25 %: for what is carried about or hangs outdoors.
    Q,
}

/// The modules of any text in the smallest code that holds it.
///
/// # Errors
/// That it is too long: more than 61 modules a side are none for paper.
pub fn modules(text: &str, level: Level) -> Result<Modules, String> {
    let level = match level {
        Level::M => EcLevel::M,
        Level::Q => EcLevel::Q,
    };
    symbol(text, level, LARGEST_PRINTED)
}

fn encode(address: &str) -> Result<Modules, String> {
    symbol(address, EcLevel::M, FINEST)
}

fn symbol(text: &str, level: EcLevel, finest: i16) -> Result<Modules, String> {
    let bits = bits::encode_auto(text.as_bytes(), level).map_err(|error| error.to_string())?;
    let version = bits.version();
    let number = match version {
        Version::Normal(number) if (1..=finest).contains(&number) => number,
        _ => return Err(format!("more than version {finest}")),
    };
    let (data, correction) = ec::construct_codewords(&bits.into_bytes(), version, level)
        .map_err(|error| error.to_string())?;
    let mut canvas = Canvas::new(version, level);
    canvas.draw_all_functional_patterns();
    canvas.draw_data(&data, &correction);
    let side = 17 + 4 * usize::try_from(number).unwrap_or_default();
    mask::best(&canvas, side).ok_or_else(|| "no mask".to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Code, code, prove};

    const ADDRESS: &str = "https://onetrip.example/wenyuan/a07.html";

    #[test]
    fn a_code_is_read_back() {
        let code = code(ADDRESS).expect("an address of ordinary length");
        assert!(prove(&code, ADDRESS).is_ok());
        assert!(prove(&code, "https://onetrip.example/wenyuan/a08.html").is_err());
    }

    #[test]
    fn a_damaged_file_does_not_pass() {
        let good = code(ADDRESS).expect("an address of ordinary length");
        let other =
            code("https://onetrip.example/yuhu/a07.html").expect("an address of ordinary length");
        assert!(
            prove(
                &Code {
                    svg: other.svg.clone(),
                    ..good.clone()
                },
                ADDRESS
            )
            .is_err()
        );
        assert!(
            prove(
                &Code {
                    png: other.png.clone(),
                    ..good.clone()
                },
                ADDRESS
            )
            .is_err()
        );
        let moved = good.svg.replacen("M4 4", "M3 4", 1);
        assert_ne!(
            moved, good.svg,
            "the first run starts behind the quiet zone"
        );
        assert!(prove(&Code { svg: moved, ..good }, ADDRESS).is_err());
    }

    #[test]
    fn too_long_an_address_is_refused() {
        let long = format!("https://onetrip.example/{}.html", "a".repeat(90));
        assert!(code(&long).is_err());
    }
}
