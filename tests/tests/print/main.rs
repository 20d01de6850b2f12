//! Printed sheets, looked at with tools that are not ours: poppler, qpdf, zbarimg and ImageMagick.

#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a page has some thousand pixels a side"
)]

mod again;
mod codes;
mod documents;
mod paper;
mod raster;
mod readers;
mod sheets;
mod wear;
