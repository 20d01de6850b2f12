//! What a build of a generated region sees beside it.

use jiff::civil::date;
use onetrip_core::source::{Embedded, Files, Memory, NoFonts, World};

/// A build of it, on a machine without fonts.
pub(crate) fn world(content: &Memory) -> World<'_> {
    World {
        content,
        themes: vec![&Embedded as &dyn Files],
        today: date(2026, 11, 22),
        fonts: &NoFonts,
        earlier: None,
    }
}
