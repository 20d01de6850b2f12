//! A code as SVG: one path, a rectangle for every run of dark modules in a row.

use std::fmt::Write as _;

use super::{Modules, QUIET};

/// Draws the code; one unit is one module.
pub(super) fn draw(modules: &Modules) -> String {
    let side = modules.side + 2 * QUIET;
    let path = path(modules, QUIET);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}h-{side}z\"/><path d=\"{path}\"/></svg>\n"
    )
}

/// The dark modules as the data of one path, `offset` modules from the upper left; in one path no viewer shows seams between rows.
pub fn path(modules: &Modules, offset: usize) -> String {
    let mut path = String::with_capacity(modules.side * modules.side * 4);
    for y in 0..modules.side {
        let mut x = 0;
        while x < modules.side {
            let run = (x..modules.side)
                .take_while(|x| modules.is_dark(*x, y))
                .count();
            if run > 0 {
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + offset, y + offset);
            }
            x += run.max(1);
        }
    }
    path
}
