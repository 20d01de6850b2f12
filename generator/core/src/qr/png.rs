//! A code as PNG: one bit a pixel, whole pixels a module.

use super::{Modules, QUIET};

/// Pixels a module: a code of 33 modules is 492 pixels wide with its quiet zone, 4 cm at 300 dots an inch.
pub(super) const SCALE: usize = 12;

/// Draws the code.
///
/// # Errors
/// What the encoder says.
pub(super) fn draw(modules: &Modules) -> Result<Vec<u8>, String> {
    let side = (modules.side + 2 * QUIET) * SCALE;
    let stride = side.div_ceil(8);
    let mut pixels = Vec::with_capacity(stride * side);
    for y in 0..modules.side + 2 * QUIET {
        let row = row(modules, y, side, stride);
        for _ in 0..SCALE {
            pixels.extend_from_slice(&row);
        }
    }
    encode(&pixels, side).map_err(|error| error.to_string())
}

/// A row of pixels; a set bit is white.
fn row(modules: &Modules, y: usize, side: usize, stride: usize) -> Vec<u8> {
    let mut row = vec![0xff; stride];
    for x in QUIET..QUIET + modules.side {
        if y >= QUIET && modules.is_dark(x - QUIET, y - QUIET) {
            for pixel in x * SCALE..((x + 1) * SCALE).min(side) {
                row[pixel / 8] &= !(0x80 >> (pixel % 8));
            }
        }
    }
    row
}

fn encode(pixels: &[u8], side: usize) -> Result<Vec<u8>, png::EncodingError> {
    let mut file = Vec::with_capacity(2048);
    let side = u32::try_from(side).unwrap_or(u32::MAX);
    let mut encoder = png::Encoder::new(&mut file, side, side);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::One);
    encoder.set_compression(png::Compression::Fast);
    // Most rows repeat the one above.
    encoder.set_filter(png::Filter::Up);
    encoder.write_header()?.write_image_data(pixels)?;
    Ok(file)
}
