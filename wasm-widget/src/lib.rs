//! The rule engine of onetrip, and its face in the browser.
//!
//! | room | what is in it |
//! |---|---|
//! | [`rules`] | conditions, their compiled form, and what follows from answers; no platform, no texts |
//! | [`keys`] | short stable numbers for the ids of questions and options (build time) |
//! | [`trip`] | several matters at once: their questions, their papers |
//! | [`find`] | many matters at once: which may be applied for |
//! | [`share`] | the part of an address after `#`: answers in, answers out |
//! | [`slip`] | the code on the printed slip |
//! | [`wire`] | the frame around everything that travels as bytes |
//! | `web` | the classes for JavaScript; compiled for the phone only (`wasm32v1-none`) |
//!
//! The generator checks guides with the same [`rules::Session`] that runs on the phone.
#![no_std]

extern crate alloc;
// With a standard library it is that which brings the panic handler; nothing here uses its names. The phone's has none (`web`).
#[cfg(not(target_os = "none"))]
extern crate std;

pub mod find;
mod hash;
pub mod keys;
pub mod rules;
pub mod share;
pub mod slip;
pub mod trip;
#[cfg(all(target_arch = "wasm32", target_os = "none"))]
mod web;
pub mod wire;
