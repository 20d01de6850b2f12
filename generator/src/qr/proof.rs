//! The proof of a code: both files are read back, by code that did not draw them, and decoded by a decoder that did not encode them.

use image::GrayImage;
use rqrr::{Grid, SimpleGrid};

use super::{Code, Modules, QUIET};

/// Reads the PNG and the SVG back and decodes what they show.
///
/// # Errors
/// A sentence that says which file fails and how.
pub fn prove(code: &Code, address: &str) -> Result<(), String> {
    let from_png = read_png(&code.png).map_err(|why| format!("PNG: {why}"))?;
    let from_svg = read_svg(&code.svg).map_err(|why| format!("SVG: {why}"))?;
    if from_png != from_svg {
        return Err("PNG and SVG differ".to_owned());
    }
    let decoded = decode(&from_png)?;
    if decoded == address { Ok(()) } else { Err(format!("decoded as {decoded}")) }
}

fn decode(modules: &Modules) -> Result<String, String> {
    let grid = SimpleGrid::from_func(modules.side, |x, y| modules.is_dark(x, y));
    let (meta, text) = Grid::new(grid).decode().map_err(|error| error.to_string())?;
    // 0 is level M in the symbol's format information (ISO/IEC 18004, table 12).
    if meta.ecc_level == 0 { Ok(text) } else { Err("not level M".to_owned()) }
}

/// The modules of a picture; every pixel of a module has to agree, and the quiet zone has to be light.
fn read_png(bytes: &[u8]) -> Result<Modules, String> {
    let picture = image::load_from_memory(bytes).map_err(|error| error.to_string())?.into_luma8();
    let side = picture.width() as usize;
    if picture.height() as usize != side {
        return Err("not square".to_owned());
    }
    let scale = scale(&picture)?;
    let whole = side / scale;
    if whole * scale != side || whole <= 2 * QUIET {
        return Err("modules are no whole pixels".to_owned());
    }
    let pixels = picture.as_raw();
    let mut all = Modules { side: whole, dark: Vec::with_capacity(whole * whole) };
    for rows in pixels.chunks_exact(side * scale) {
        let first = &rows[..side];
        if rows.chunks_exact(side).any(|row| row != first) {
            return Err("a module is not one colour".to_owned());
        }
        for module in first.chunks_exact(scale) {
            if module.iter().any(|pixel| *pixel != module[0]) {
                return Err("a module is not one colour".to_owned());
            }
            all.dark.push(module[0] < 128);
        }
    }
    inside(&all)
}

/// Pixels a module: the width of the finder's top edge, which is seven modules.
fn scale(picture: &GrayImage) -> Result<usize, String> {
    let side = picture.width() as usize;
    let row = picture.as_raw().chunks_exact(side.max(1)).find(|row| row.iter().any(|pixel| *pixel < 128));
    let row = row.ok_or("nothing dark")?;
    let run = row.iter().skip_while(|pixel| **pixel >= 128).take_while(|pixel| **pixel < 128).count();
    if run > 0 && run.is_multiple_of(7) { Ok(run / 7) } else { Err("no finder pattern".to_owned()) }
}

/// The modules of a drawing made of `M x y h w v 1 h -w z` rectangles on a white ground.
fn read_svg(text: &str) -> Result<Modules, String> {
    let part = |from: &str, to: &str| {
        text.split_once(from).and_then(|(_, rest)| rest.split_once(to)).map(|(p, _)| p)
    };
    let side: usize = part("viewBox=\"0 0 ", " ").and_then(|n| n.parse().ok()).ok_or("no size")?;
    let ground = format!("<path fill=\"#fff\" d=\"M0 0h{side}v{side}h-{side}z\"/>");
    let path =
        text.split_once(&ground).and_then(|(_, rest)| rest.split_once(" d=\"")).ok_or("no white ground")?.1;
    let path = path.split_once('"').ok_or("no path")?.0;
    let mut all = Modules { side, dark: vec![false; side * side] };
    for rectangle in path.split_terminator('z') {
        let (x, y, run) = rectangle_of(rectangle).ok_or_else(|| format!("unknown shape {rectangle}"))?;
        if x + run > side || y >= side {
            return Err("outside the picture".to_owned());
        }
        all.dark[y * side + x..y * side + x + run].fill(true);
    }
    inside(&all)
}

fn rectangle_of(text: &str) -> Option<(usize, usize, usize)> {
    let (start, rest) = text.strip_prefix('M')?.split_once('h')?;
    let (x, y) = start.split_once(' ')?;
    let (run, back) = rest.split_once("v1h-")?;
    (run == back).then_some(())?;
    Some((x.parse().ok()?, y.parse().ok()?, run.parse().ok()?))
}

/// What is inside the quiet zone, which has to be light.
fn inside(all: &Modules) -> Result<Modules, String> {
    let side = all.side.checked_sub(2 * QUIET).ok_or("too small")?;
    let quiet = |x: usize, y: usize| x < QUIET || y < QUIET || x >= QUIET + side || y >= QUIET + side;
    let mut dark = Vec::with_capacity(side * side);
    for y in 0..all.side {
        for x in 0..all.side {
            match (quiet(x, y), all.is_dark(x, y)) {
                (true, true) => return Err("the quiet zone is not light".to_owned()),
                (true, false) => {}
                (false, is_dark) => dark.push(is_dark),
            }
        }
    }
    Ok(Modules { side, dark })
}
