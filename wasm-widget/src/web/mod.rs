//! The engine's faces in the browser. Numbers, bytes and strings; no words, no DOM.
//!
//! Compiled for WebAssembly only, each with the feature of its name into a module of its own, so that a page loads
//! no more than it uses. Whatever arrives, nothing here panics: indexes that do not exist are ignored.

#[cfg(feature = "find")]
mod find;
#[cfg(feature = "slip")]
mod slip;
#[cfg(feature = "trip")]
mod trip;
#[cfg(feature = "wizard")]
mod wizard;

#[cfg(any(feature = "find", feature = "wizard", feature = "trip"))]
mod codes;
#[cfg(any(feature = "wizard", feature = "trip"))]
mod lists;

use core::panic::PanicInfo;

use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};

#[global_allocator]
static ALLOCATOR: WasmDynamicTalc = new_wasm_dynamic_allocator();

/// No panic is known; were there one, the page's plain list is what the visitor keeps.
#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
