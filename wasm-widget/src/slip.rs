//! The code on the printed slip: the address of the page with its answers, for a camera.

use alloc::vec;
use alloc::vec::Vec;

use qrcodegen_no_heap::{QrCode, QrCodeEcc, QrSegment, Version};

/// The modules of the smallest QR code that holds `text`: its side first, then for every module, row after row, 1 dark
/// or 0 light. Nothing when there is no text, and when it is longer than a code can hold (2,331 bytes).
///
/// Error correction is at level M, or higher where that makes no larger code: paper gets folded.
pub fn modules(text: &str) -> Vec<u8> {
    let mut spare = vec![0; Version::MAX.buffer_len()];
    let mut buffer = spare.clone();
    // Always bytes: an address has small letters, which the denser modes lack.
    let segments = [QrSegment::make_bytes(text.as_bytes())];
    let (least, from, to) = (QrCodeEcc::Medium, Version::MIN, Version::MAX);
    let fitted =
        QrCode::encode_segments_to_codewords(&segments, &mut buffer, least, from, to, true);
    match fitted {
        Ok((length, level, version)) if !text.is_empty() => drawn(&QrCode::encode_codewords(
            &mut buffer,
            length,
            &mut spare,
            level,
            version,
            None,
        )),
        _ => Vec::new(),
    }
}

fn drawn(code: &QrCode<'_>) -> Vec<u8> {
    let side = code.size();
    let dark = |index| u8::from(code.get_module(index % side, index / side));
    u8::try_from(side)
        .into_iter()
        .chain((0..side * side).map(dark))
        .collect()
}
