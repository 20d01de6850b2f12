//! Reading codes, by decoders that did not encode them: the ports of ZXing (rxing), which is quick and stumbles over some, and of quirc
//! (quircs), which is slow and patient.

use quircs::{Code as Symbol, Data, DataType, EccLevel, Quirc};
use rxing::common::{DetectorRXingResult as _, GlobalHistogramBinarizer};
use rxing::qrcode::{decoder::qrcode_decoder::decode_bitmatrix, detector::Detector};
use rxing::{BinaryBitmap, Luma8LuminanceSource};

use super::{Modules, QUIET};

/// Darker than this counts as ink.
const DARK: u8 = 128;
/// The decoder holds codes of up to 177 modules a side.
const MOST: usize = 177;

/// Whether ZXing reads this text off a square picture, finder patterns first.
pub(crate) fn is_read_by_zxing(side: usize, pixels: &[u8], text: &str) -> bool {
    let Ok(width) = u32::try_from(side) else {
        return false;
    };
    let Ok(source) = Luma8LuminanceSource::new(pixels.to_vec(), width, width) else {
        return false;
    };
    let picture = BinaryBitmap::new(GlobalHistogramBinarizer::new(source));
    // The two steps of its `QRCodeReader`, which would ask a clock when it was.
    let found = Detector::new(picture.get_black_matrix()).detect();
    let read = found.and_then(|found| decode_bitmatrix(found.getBits()));
    // It guesses what bytes mean; where it guesses wrong the other one is asked.
    read.is_ok_and(|read| read.getText() == text)
}

/// What quirc finds in a picture of `width` × `height` grey pixels, as a phone does: finder patterns first.
///
/// # Errors
/// What it says of the first thing that looks like a code.
pub fn seen(width: usize, height: usize, pixels: &[u8]) -> Result<String, String> {
    let mut why = None;
    for code in Quirc::new().identify(width, height, pixels) {
        let read = code
            .map_err(|error| error.to_string())
            .and_then(|code| code.decode().map_err(|error| error.to_string()))
            .and_then(text);
        match read {
            Ok(text) => return Ok(text),
            Err(reason) => why = why.or(Some(reason)),
        }
    }
    Err(why.unwrap_or_else(|| "no code found".to_owned()))
}

/// What modules say, and their level of correction.
///
/// # Errors
/// What the decoder says.
pub fn decoded(modules: &Modules) -> Result<(String, EccLevel), String> {
    if modules.side > MOST {
        return Err(format!("{} modules a side", modules.side));
    }
    let mut code = Symbol {
        size: i32::try_from(modules.side).map_err(|error| error.to_string())?,
        ..Symbol::default()
    };
    for (at, _) in modules.dark.iter().enumerate().filter(|(_, dark)| **dark) {
        code.cell_bitmap[at / 8] |= 1 << (at % 8);
    }
    let data = code.decode().map_err(|error| error.to_string())?;
    let level = data.ecc_level;
    Ok((text(data)?, level))
}

/// The modules in a square picture with a quiet zone, `scale` pixels a module, if all pixels of each agree.
pub fn modules_in(width: usize, pixels: &[u8], scale: usize) -> Option<Modules> {
    let side = (width / scale).checked_sub(2 * QUIET)?;
    let is_dark = |x: usize, y: usize| {
        let (left, top) = ((x + QUIET) * scale, (y + QUIET) * scale);
        let rows = (top..top + scale).map(|row| row * width + left);
        let mut all = rows.flat_map(|at| pixels.get(at..at + scale).into_iter().flatten());
        let dark = *all.next()? < DARK;
        all.all(|pixel| (*pixel < DARK) == dark).then_some(dark)
    };
    let dark = (0..side * side).map(|at| is_dark(at % side, at / side));
    Some(Modules {
        side,
        dark: dark.collect::<Option<_>>()?,
    })
}

/// The text, if every reader takes it for the same: bytes of UTF-8, never Kanji.
fn text(data: Data) -> Result<String, String> {
    // The type is the highest of all segments, and Kanji is the highest of types.
    if data.data_type == Some(DataType::Kanji) {
        return Err("a segment of Kanji".to_owned());
    }
    String::from_utf8(data.payload).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use qrcode::{EcLevel, QrCode};

    use super::{Modules, decoded};

    fn of(code: &QrCode) -> Modules {
        Modules {
            side: code.width(),
            dark: code
                .to_colors()
                .into_iter()
                .map(|color| color == qrcode::Color::Dark)
                .collect(),
        }
    }

    #[test]
    fn a_segment_of_kanji_is_no_text() {
        // The encoder's own choice for UTF-8 that looks like Shift-JIS.
        let code = QrCode::with_error_correction_level("养老保险经办窗口", EcLevel::M);
        let said = decoded(&of(&code.expect("a short text")));
        assert_eq!(said, Err("a segment of Kanji".to_owned()));
        let code = QrCode::with_error_correction_level("文源 0354", EcLevel::M);
        let said = decoded(&of(&code.expect("a short text")));
        assert_eq!(said.map(|(text, _)| text).as_deref(), Ok("文源 0354"));
    }
}
