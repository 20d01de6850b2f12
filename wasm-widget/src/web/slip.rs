//! The function `modules`: the code on the printed slip.

use alloc::vec::Vec;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::slip;

/// The side of the QR code, then for every module, row after row, 1 dark or 0 light; nothing when the text is too long.
#[wasm_bindgen]
#[expect(unreachable_pub, reason = "wasm-bindgen exports public functions only")]
pub fn modules(text: &str) -> Vec<u8> {
    slip::modules(text)
}
