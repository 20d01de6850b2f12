//! `cargo widget`: builds the widget's WebAssembly and its script into `wasm-widget/dist/`.
//!
//! `dist/` is committed, so that nobody needs a WebAssembly toolchain to build a site; what is
//! committed can be built again, byte for byte, in any checkout on any machine with the pinned toolchain.
//!
//! [`face`] says what there is, [`place`] finds the workspace, [`inputs`] fingerprints what goes in, `compile` runs cargo and `glue` runs
//! wasm-bindgen, [`bundle`] puts the files together with their manifest.

pub mod bundle;
mod compile;
pub mod face;
mod glue;
pub mod inputs;
mod minify;
pub mod place;

/// What goes wrong here is told to a developer, in one sentence.
pub type Outcome<T> = Result<T, String>;
