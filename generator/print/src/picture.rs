//! Pictures of sheets.

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::Tree;

use super::units::UNITS_PER_MM;

/// How a picture is made.
#[derive(Clone, Copy)]
pub(super) struct Resolution {
    dots_per_inch: f32,
    compression: png::Compression,
}

/// For sheets, of which there are many: sharp enough to be read back.
pub(super) const SHEET: Resolution = Resolution {
    dots_per_inch: 150.0,
    compression: png::Compression::Balanced,
};
/// For forms, which phones load in a hall with poor signal.
pub(super) const LIGHT: Resolution = Resolution {
    dots_per_inch: 120.0,
    compression: png::Compression::High,
};
/// Pixels of a sheet for one unit of the layout, at least, where its codes are looked at.
pub(super) const SCALE: f32 = scale(SHEET);

const fn scale(grain: Resolution) -> f32 {
    grain.dots_per_inch / 25.4 / UNITS_PER_MM
}

/// A part of a sheet as grey pixels.
pub(super) struct Grey {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) pixels: Vec<u8>,
}

/// What stands in a rectangle (left, top, width, height in units of the layout), on white paper; `scale` pixels a unit.
pub(super) fn part(tree: &Tree, place: [f32; 4], scale: f32) -> Option<Grey> {
    let pixmap = paint(tree, place, scale)?;
    let grey = |pixel: &[u8]| {
        // ITU-R BT.601; the sum is at most 255.
        let sum = 299 * u32::from(pixel[0]) + 587 * u32::from(pixel[1]) + 114 * u32::from(pixel[2]);
        u8::try_from(sum / 1000).unwrap_or(u8::MAX)
    };
    Some(Grey {
        width: pixmap.width() as usize,
        height: pixmap.height() as usize,
        pixels: pixmap.data().chunks_exact(4).map(grey).collect(),
    })
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a sheet has some thousand pixels a side"
)]
fn paint(tree: &Tree, [left, top, width, height]: [f32; 4], scale: f32) -> Option<Pixmap> {
    let mut pixmap = Pixmap::new(
        (width * scale).round().max(1.0) as u32,
        (height * scale).round().max(1.0) as u32,
    )?;
    pixmap.fill(Color::WHITE);
    let place = Transform::from_translate(-left, -top).post_scale(scale, scale);
    resvg::render(tree, place, &mut pixmap.as_mut());
    Some(pixmap)
}

/// The whole sheet as PNG.
///
/// # Errors
/// What the encoder says, or that the sheet is too large for a picture.
pub(super) fn png(tree: &Tree, grain: Resolution) -> Result<Vec<u8>, String> {
    let size = tree.size();
    let pixmap =
        paint(tree, [0.0, 0.0, size.width(), size.height()], scale(grain)).ok_or("too large")?;
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, pixmap.width(), pixmap.height());
    // The paper is opaque, so premultiplied colours are the colours.
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_compression(grain.compression);
    // Most rows repeat the one above.
    encoder.set_filter(png::Filter::Up);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "150 dots an inch are 5906 a metre"
    )]
    let density = (grain.dots_per_inch / 0.0254).round() as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: density,
        yppu: density,
        unit: png::Unit::Meter,
    }));
    let written = encoder
        .write_header()
        .and_then(|mut writer| writer.write_image_data(pixmap.data()));
    written.map_err(|error| error.to_string())?;
    Ok(file)
}
