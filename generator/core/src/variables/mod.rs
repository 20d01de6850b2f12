//! What templates may ask for.

mod unknown;
mod views;

pub use unknown::unknown_fields;
pub use views::{Field, PAGE_VIEWS, View};
