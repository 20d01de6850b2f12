//! Photos on cards: cut to the card's shape, small, and part of the drawing.

use std::io::Cursor;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder as _, ImageReader, Limits};
use onetrip_core::diagnostic::{Finding, ReadingFault, SheetFault, Size};
use onetrip_core::model::Attachment;
use onetrip_core::source::Files;

/// No camera's photo is larger.
const LARGEST: u64 = 30_000_000;
/// Pixels: 20 × 26 mm at 300 dots an inch.
const SIZE: (u32, u32) = (240, 312);
/// A side of more pixels is no photo but an attack on memory.
const LONGEST_SIDE: u32 = 20_000;

/// The photo as an address that holds it whole.
///
/// # Errors
/// That it is too large, or no photo.
pub(super) fn inline(
    content: &dyn Files,
    photo: &Attachment,
    bytes: u64,
) -> Result<String, Finding> {
    let fault = |fault: SheetFault| Finding::at(photo.place.clone(), fault.into());
    if bytes > LARGEST {
        return Err(fault(SheetFault::PhotoLarge {
            bytes: Size(bytes),
            limit: Size(LARGEST),
        }));
    }
    let read = content.read(&photo.path);
    let data = read.map_err(|error| {
        Finding::at(
            photo.place.clone(),
            ReadingFault::Unreadable {
                reason: error.into(),
            }
            .into(),
        )
    })?;
    let small = open(&data).and_then(|photo| shrink(&photo));
    let jpeg = small.map_err(|error| {
        fault(SheetFault::PhotoBroken {
            reason: first_line(&error.to_string()),
        })
    })?;
    Ok(format!("data:image/jpeg;base64,{}", STANDARD.encode(jpeg)))
}

/// A decoder's sentence without what follows it.
fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().trim().to_owned()
}

/// The photo as it was held: cameras write down how they were turned.
fn open(data: &[u8]) -> image::ImageResult<DynamicImage> {
    let mut reader = ImageReader::new(Cursor::new(data)).with_guessed_format()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let orientation = decoder.orientation()?;
    let mut photo = DynamicImage::from_decoder(decoder)?;
    photo.apply_orientation(orientation);
    Ok(photo)
}

fn shrink(photo: &DynamicImage) -> image::ImageResult<Vec<u8>> {
    let small = photo
        .resize_to_fill(SIZE.0, SIZE.1, FilterType::Triangle)
        .to_rgb8();
    let mut jpeg = Vec::new();
    small.write_with_encoder(JpegEncoder::new_with_quality(&mut jpeg, 85))?;
    Ok(jpeg)
}
