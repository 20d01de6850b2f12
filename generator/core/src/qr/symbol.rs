//! From a text to symbols: its bits in the smallest version that holds them and in the next ones, each under every mask.

use qrcode::bits::Bits;
use qrcode::canvas::Canvas;
use qrcode::optimize::{Optimizer, Parser, Segment};
use qrcode::types::{Mode, QrResult};
use qrcode::{Version, ec};

use super::{LARGEST_PRINTED, Level, Modules, QUIET, Unfit, mask, read};

/// Whole pixels for a module in the pictures of a bare code. A decoder that rounds loses fractions, and which ones differs from decoder to
/// decoder; when it stumbles over one scale, it looks again.
pub const SCALES: [u16; 3] = [4, 3, 6];

/// UTF-8 among the assigned character sets (AIM ECI).
const UTF_8: u32 = 26;

/// The first symbol of a text that a decoder reads off its picture: the smallest, under the mask that misleads readers least; else
/// under another mask, else one version larger.
pub(super) fn readable(text: &str, level: Level) -> Result<Modules, Unfit> {
    let smallest = smallest(text, level)?;
    let mut why = None;
    for version in smallest..=LARGEST_PRINTED {
        for modules in masked(text, version, level)? {
            match is_read(&modules, text) {
                Ok(()) => return Ok(modules),
                Err(reason) => why = why.or(Some(reason)),
            }
        }
    }
    Err(Unfit::Unreadable(why.unwrap_or_default()))
}

/// Whether a text fits into a code and decodes to itself. No picture is drawn, so this takes microseconds.
pub(super) fn decodes(text: &str, level: Level) -> Result<(), Unfit> {
    let version = smallest(text, level)?;
    let modules = mask::any(&canvas(text, version, level)?, side(version));
    match read::decoded(&modules) {
        Ok((read, _)) if read == text => Ok(()),
        Ok((other, _)) => Err(Unfit::Unreadable(other)),
        Err(why) => Err(Unfit::Unreadable(why)),
    }
}

/// Reads a bare code with its quiet zone off a picture, as ZXing does; where it stumbles, as quirc does, off pictures of several scales. When none of
/// them shows it, what the first look says.
fn is_read(modules: &Modules, text: &str) -> Result<(), String> {
    let mut why = None;
    for scale in SCALES {
        let (side, pixels) = picture(modules, usize::from(scale));
        if scale == SCALES[0] && read::is_read_by_zxing(side, &pixels, text) {
            return Ok(());
        }
        match read::seen(side, side, &pixels) {
            Ok(read) if read == text => return Ok(()),
            Ok(other) => return Err(other),
            Err(reason) => why = why.or(Some(reason)),
        }
    }
    Err(why.unwrap_or_default())
}

/// A code as grey pixels, `scale` for a module.
fn picture(modules: &Modules, scale: usize) -> (usize, Vec<u8>) {
    let side = (modules.side + 2 * QUIET) * scale;
    let mut pixels = vec![u8::MAX; side * side];
    for y in 0..modules.side {
        let top = (y + QUIET) * scale * side;
        for x in (0..modules.side).filter(|x| modules.is_dark(*x, y)) {
            let left = top + (x + QUIET) * scale;
            pixels[left..left + scale].fill(0);
        }
        for below in 1..scale {
            pixels.copy_within(top..top + side, top + below * side);
        }
    }
    (side, pixels)
}

fn side(version: i16) -> usize {
    17 + 4 * usize::from(version.unsigned_abs())
}

fn smallest(text: &str, level: Level) -> Result<i16, Unfit> {
    (1..=LARGEST_PRINTED)
        .find(|version| bits(text, *version, level).is_ok())
        .ok_or(Unfit::TooLong)
}

/// The symbols of one version, the one that misleads readers least first.
fn masked(
    text: &str,
    version: i16,
    level: Level,
) -> Result<impl Iterator<Item = Modules> + use<>, Unfit> {
    Ok(mask::ranked(&canvas(text, version, level)?, side(version)))
}

fn canvas(text: &str, version: i16, level: Level) -> Result<Canvas, Unfit> {
    let drawn = || -> QrResult<Canvas> {
        let bits = bits(text, version, level)?.into_bytes();
        let (version, level) = (Version::Normal(version), level.of_encoder());
        let (data, correction) = ec::construct_codewords(&bits, version, level)?;
        let mut canvas = Canvas::new(version, level);
        canvas.draw_all_functional_patterns();
        canvas.draw_data(&data, &correction);
        Ok(canvas)
    };
    drawn().map_err(|error| Unfit::Unreadable(error.to_string()))
}

/// A text's bits: denser modes for ASCII where they pay, bytes for all the rest.
fn bits(text: &str, version: i16, level: Level) -> QrResult<Bits> {
    let bytes = text.as_bytes();
    let whole = Segment {
        mode: Mode::Byte,
        begin: 0,
        end: bytes.len(),
    };
    let dense = Optimizer::new(Parser::new(bytes).map(no_kanji), Version::Normal(version));
    // The optimiser is greedy: at the very limit one segment of bytes may be shorter than what it finds.
    filled(bytes, version, level, dense)
        .or_else(|_| filled(bytes, version, level, std::iter::once(whole)))
}

/// Bytes of UTF-8 that look like Shift-JIS are none: in Kanji mode a reader takes them for Japanese.
fn no_kanji(segment: Segment) -> Segment {
    if segment.mode == Mode::Kanji {
        Segment {
            mode: Mode::Byte,
            ..segment
        }
    } else {
        segment
    }
}

/// Whether a reader that guesses could take the bytes of a text for Shift-JIS (JIS X 0208, its leading and following bytes). Such a text
/// says of itself what it is; the others do not, since few readers ever saw one that does.
fn looks_like_shift_jis(bytes: &[u8]) -> bool {
    let mut rest = bytes.iter();
    let mut any = false;
    while let Some(byte) = rest.next() {
        let valid = match byte {
            0..=0x7f | 0xa1..=0xdf => true,
            0x81..=0x9f | 0xe0..=0xfc => {
                matches!(rest.next(), Some(0x40..=0x7e | 0x80..=0xfc))
            }
            _ => false,
        };
        if !valid {
            return false;
        }
        any |= !byte.is_ascii();
    }
    any
}

fn filled(
    bytes: &[u8],
    version: i16,
    level: Level,
    segments: impl Iterator<Item = Segment>,
) -> QrResult<Bits> {
    let mut bits = Bits::new(Version::Normal(version));
    if looks_like_shift_jis(bytes) {
        bits.push_eci_designator(UTF_8)?;
    }
    bits.push_segments(bytes, segments)?;
    bits.push_terminator(level.of_encoder())?;
    Ok(bits)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_picture_shows_each_module_as_a_square() {
        let dark = [true, false, false, true];
        let modules = super::Modules {
            side: 2,
            dark: dark.to_vec(),
        };
        let (side, pixels) = super::picture(&modules, 3);
        assert_eq!((side, pixels.len()), (30, 900));
        for (at, pixel) in pixels.into_iter().enumerate() {
            let place = |at: usize| (at / 3).checked_sub(super::QUIET).filter(|at| *at < 2);
            let module = place(at % side).zip(place(at / side));
            let is_dark = module.is_some_and(|(x, y)| dark[y * 2 + x]);
            assert_eq!(pixel == 0, is_dark, "pixel {at}");
        }
    }

    use qrcode::optimize::Parser;
    use qrcode::types::Mode;
    use qrcode::{EcLevel, Version};

    use super::{Level, Optimizer, Unfit, bits, decodes, looks_like_shift_jis, no_kanji, readable};

    /// UTF-8 that the encoder's own parser takes for Kanji.
    const LOOKS_JAPANESE: [&str; 5] = ["养老保险经办窗口", "王芳", "综合窗口", "残联专干", "民政"];

    #[test]
    fn nothing_is_written_as_kanji() {
        for text in LOOKS_JAPANESE {
            let parsed = || Parser::new(text.as_bytes());
            assert!(
                parsed().any(|segment| segment.mode == Mode::Kanji),
                "{text}"
            );
            let version = Version::Normal(9);
            let modes = Optimizer::new(parsed().map(no_kanji), version).map(|segment| segment.mode);
            assert_eq!(
                modes.into_iter().collect::<Vec<_>>(),
                [Mode::Byte],
                "{text}"
            );
            assert!(readable(text, Level::Q).is_ok(), "{text}");
        }
    }

    #[test]
    fn what_looks_like_shift_jis_says_that_it_is_not() {
        for text in LOOKS_JAPANESE {
            assert!(looks_like_shift_jis(text.as_bytes()), "{text}");
        }
        for text in ["https://onetrip.example/wenyuan/a07.html", "文源 0354"] {
            assert!(!looks_like_shift_jis(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn ascii_is_written_as_the_encoder_does() {
        for text in [
            "https://onetrip.example/wenyuan/a07.html",
            "TEL:0354-5550101",
            "A1B2",
        ] {
            let own = qrcode::bits::encode_auto(text.as_bytes(), EcLevel::M).expect("short");
            let Version::Normal(version) = own.version() else {
                panic!("{text}: no micro code")
            };
            let ours = bits(text, version, Level::M).expect("it fits there");
            assert_eq!(ours.into_bytes(), own.into_bytes(), "{text}");
        }
    }

    #[test]
    fn a_code_of_version_6_holds_the_longest_address_whatever_it_is_made_of() {
        let address = |part: &str| {
            let mut text = "https://".to_owned();
            while text.len() < crate::check::LONGEST_ADDRESS {
                text.push_str(part);
            }
            text.truncate(crate::check::LONGEST_ADDRESS);
            text
        };
        for part in [
            "a",
            "A",
            "1",
            "aBC1234d",
            "ABCDEFGHIJ0123a",
            "a0123456789ABCDE-",
        ] {
            let modules = readable(&address(part), Level::M).expect("it fits");
            assert!(modules.side <= 41, "{part}: {}", modules.side);
        }
    }

    #[test]
    fn what_is_too_long_for_paper_is_said_so() {
        let long = "王".repeat(90);
        assert_eq!(decodes(&long, Level::Q), Err(Unfit::TooLong));
        assert_eq!(readable(&long, Level::Q), Err(Unfit::TooLong));
    }
}
