//! What a drawing measures in.

/// The one unit of CSS that usvg lays out in: 96 to an inch.
pub(super) const UNITS_PER_MM: f32 = 96.0 / 25.4;
