//! The proof of a code: both files are read back, by code that did not draw them, and decoded by a decoder that did not encode them.

use std::io::Cursor;

use quircs::EccLevel;

use super::{Code, LARGEST, Modules, QUIET, decoded};

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
    if decoded == address {
        Ok(())
    } else {
        Err(format!("decoded as {decoded}"))
    }
}

fn decode(modules: &Modules) -> Result<String, String> {
    if modules.side > LARGEST {
        return Err("more than version 6".to_owned());
    }
    match decoded(modules)? {
        (text, EccLevel::M) => Ok(text),
        _ => Err("not level M".to_owned()),
    }
}

/// A picture with one bit a pixel.
struct Picture {
    side: usize,
    stride: usize,
    bits: Vec<u8>,
}

impl Picture {
    fn open(bytes: &[u8]) -> Result<Self, String> {
        let mut decoder = png::Decoder::new(Cursor::new(bytes));
        decoder.set_transformations(png::Transformations::IDENTITY);
        let mut reader = decoder.read_info().map_err(|error| error.to_string())?;
        let mut bits = vec![0; reader.output_buffer_size().ok_or("too large")?];
        let info = reader
            .next_frame(&mut bits)
            .map_err(|error| error.to_string())?;
        if (info.color_type, info.bit_depth) != (png::ColorType::Grayscale, png::BitDepth::One) {
            return Err("not one bit a pixel".to_owned());
        }
        if info.width != info.height {
            return Err("not square".to_owned());
        }
        Ok(Self {
            side: info.width as usize,
            stride: info.line_size,
            bits,
        })
    }

    fn row(&self, y: usize) -> &[u8] {
        &self.bits[y * self.stride..(y + 1) * self.stride]
    }

    fn is_dark(row: &[u8], x: usize) -> bool {
        row[x / 8] & (0x80 >> (x % 8)) == 0
    }

    /// Pixels a module: the width of the finder's top edge, which is seven modules.
    fn scale(&self) -> Result<usize, String> {
        let dark = |y: &usize| (0..self.side).any(|x| Self::is_dark(self.row(*y), x));
        let top = (0..self.side).find(dark).ok_or("nothing dark")?;
        let pixels = (0..self.side).map(|x| Self::is_dark(self.row(top), x));
        let run = pixels
            .skip_while(|dark| !dark)
            .take_while(|dark| *dark)
            .count();
        if run.is_multiple_of(7) {
            Ok(run / 7)
        } else {
            Err("no finder pattern".to_owned())
        }
    }
}

/// The modules of a picture; every pixel of a module has to agree, and the quiet zone has to be light.
fn read_png(bytes: &[u8]) -> Result<Modules, String> {
    let picture = Picture::open(bytes)?;
    let scale = picture.scale()?;
    let side = picture.side / scale;
    if side * scale != picture.side {
        return Err("modules are no whole pixels".to_owned());
    }
    let mut all = Modules {
        side,
        dark: Vec::with_capacity(side * side),
    };
    for y in 0..side {
        let row = picture.row(y * scale);
        if (1..scale).any(|below| picture.row(y * scale + below) != row) {
            return Err("a module is not one colour".to_owned());
        }
        for x in 0..side {
            let dark = Picture::is_dark(row, x * scale);
            if (1..scale).any(|right| Picture::is_dark(row, x * scale + right) != dark) {
                return Err("a module is not one colour".to_owned());
            }
            all.dark.push(dark);
        }
    }
    inside(&all)
}

/// The modules of a drawing made of `M x y h w v 1 h -w z` rectangles on a white ground.
fn read_svg(text: &str) -> Result<Modules, String> {
    let part = |from: &str, to: &str| {
        text.split_once(from)
            .and_then(|(_, rest)| rest.split_once(to))
            .map(|(p, _)| p)
    };
    let side: usize = part("viewBox=\"0 0 ", " ")
        .and_then(|n| n.parse().ok())
        .ok_or("no size")?;
    let ground = format!("<path fill=\"#fff\" d=\"M0 0h{side}v{side}h-{side}z\"/>");
    let path = text
        .split_once(&ground)
        .and_then(|(_, rest)| rest.split_once(" d=\""))
        .ok_or("no white ground")?
        .1;
    let path = path.split_once('"').ok_or("no path")?.0;
    let mut all = Modules {
        side,
        dark: vec![false; side * side],
    };
    for rectangle in path.split_terminator('z') {
        let (x, y, run) =
            rectangle_of(rectangle).ok_or_else(|| format!("unknown shape {rectangle}"))?;
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
    let quiet =
        |x: usize, y: usize| x < QUIET || y < QUIET || x >= QUIET + side || y >= QUIET + side;
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
