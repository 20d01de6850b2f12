//! This machine as a [world](onetrip_core::source::World) of files and fonts.

mod disk;
mod fonts;
mod zipped;

pub use disk::Disk;
pub use fonts::SystemFonts;
pub use zipped::Zipped;
