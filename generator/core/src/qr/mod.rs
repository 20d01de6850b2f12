//! QR codes: made for a matter's permanent address, and read back before anybody can print them.
//!
//! Codes of addresses: level M, quiet zone of four modules, black on white (ISO/IEC 18004). The SVG is one path, the PNG has one bit a pixel and
//! whole pixels a module, so that no viewer blurs an edge.

mod codes;
mod contact;
mod mask;
mod png;
mod proof;
mod read;
mod svg;
mod symbol;

use qrcode::EcLevel;

pub use codes::{Codes, Unfit};
pub use contact::{CONTACT, contact, contact_phone, unfit_contact, vcard};
pub use proof::prove;
pub use read::{decoded, modules_in, seen};
pub use svg::path;
pub use symbol::SCALES;

/// Light modules around the code that every reader expects.
pub const QUIET: usize = 4;
/// The finest version on a sheet: 61 modules a side, which a row of the mask's arithmetic holds.
const LARGEST_PRINTED: i16 = 11;

/// Modules a side of the finest code of an address, version 6.
const LARGEST: usize = 41;

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

/// How much of a code may be lost (ISO/IEC 18004, 7.5.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// 15 %.
    M,
    /// 25 %: for what is carried about or hangs outdoors.
    Q,
}

impl Level {
    fn of_encoder(self) -> EcLevel {
        match self {
            Self::M => EcLevel::M,
            Self::Q => EcLevel::Q,
        }
    }
}

/// Whether a text fits into a code and decodes to itself: what a check does, which draws no picture.
///
/// # Errors
/// Why not.
pub fn decodes(text: &str, level: Level) -> Result<(), Unfit> {
    symbol::decodes(text, level)
}

#[cfg(test)]
mod tests {
    use super::{Code, Codes, Unfit, prove};

    fn code(address: &str) -> Result<Code, Unfit> {
        Codes::default().files(address)
    }

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
