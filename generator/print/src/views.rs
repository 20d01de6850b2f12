//! What templates of sheets get, collected from the sources by `build/views.rs`.

use onetrip_core::variables::{Field, View};

/// The view models of sheets.
pub static SHEET_VIEWS: &[View] = include!(concat!(env!("OUT_DIR"), "/views.rs"));
