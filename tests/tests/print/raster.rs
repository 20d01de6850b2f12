//! Pages as grey pixels, and codes measured in them: none of this knows how the sheet was made.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use onetrip_tests::temp::TempDir;
use onetrip_tests::tools;

use crate::sheets::{told, with};

/// The pages of a document as PGM files.
pub(crate) struct Raster {
    _folder: TempDir,
    pub(crate) pages: Vec<PathBuf>,
}

impl Raster {
    pub(crate) fn new(document: &Path, dots_per_inch: u32) -> Self {
        let folder = TempDir::new("raster");
        let dots = dots_per_inch.to_string();
        let mut arguments = with(&["-gray", "-r", &dots], document);
        let prefix = folder.path().join("page");
        arguments.push(prefix.as_os_str());
        told("pdftoppm", &arguments);
        let read = fs::read_dir(folder.path()).expect("a folder of ours can be read");
        let mut pages: Vec<_> = read
            .map(|entry| entry.expect("an entry of ours").path())
            .collect();
        pages.sort();
        assert!(!pages.is_empty(), "{}: no pages", document.display());
        Self {
            _folder: folder,
            pages,
        }
    }
}

/// What a phone reads off pictures, each text once, sorted. It looks many times a second: zbar has three looks, at every row of
/// pixels, every second, every third; it stops when it has read as many texts as are `wanted`.
pub(crate) fn scanned(pictures: &[PathBuf], wanted: usize) -> BTreeSet<String> {
    let mut read = BTreeSet::new();
    for rows in LOOKS {
        read.extend(looked(rows, pictures).lines().map(str::to_owned));
        if read.len() >= wanted {
            break;
        }
    }
    read
}

/// Rows and columns of pixels that one look skips to.
pub(crate) const LOOKS: [&str; 3] = ["1", "2", "3"];

/// What one look at pictures gives, all in one text.
pub(crate) fn looked(rows: &str, pictures: &[PathBuf]) -> String {
    let density = [format!("-Sx-density={rows}"), format!("-Sy-density={rows}")];
    let words = ["-q", "--nodbus", "--raw", "-Sdisable", "-Sqrcode.enable"]
        .into_iter()
        .chain(density.iter().map(String::as_str));
    let arguments = words
        .map(OsStr::new)
        .chain(pictures.iter().map(|picture| picture.as_os_str()));
    String::from_utf8_lossy(&tools::run("zbarimg", arguments).stdout).into_owned()
}

/// A page.
pub(crate) struct Grey {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pixels: Vec<u8>,
}

impl Grey {
    /// Reads a binary PGM of 8 bits.
    pub(crate) fn read(file: &Path) -> Self {
        let bytes = fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let mut words = bytes.splitn(5, u8::is_ascii_whitespace);
        let mut word = || {
            words
                .next()
                .and_then(|word| std::str::from_utf8(word).ok())
                .unwrap_or_default()
        };
        assert_eq!(word(), "P5", "{}", file.display());
        let [width, height, white] =
            [word(), word(), word()].map(|word| word.parse().expect("a number"));
        assert_eq!(white, 255, "{}", file.display());
        let pixels = bytes[bytes.len() - width * height..].to_vec();
        Self {
            width,
            height,
            pixels,
        }
    }

    fn at(&self, x: usize, y: usize) -> u8 {
        self.pixels[y * self.width + x]
    }

    /// Whether a pixel is dark; the paper around the page is not.
    fn dark(&self, x: usize, y: usize) -> bool {
        x < self.width && y < self.height && self.at(x, y) < 128
    }

    /// The codes on the page, each found by its upper left finder pattern.
    pub(crate) fn codes(&self) -> Vec<Code> {
        let mut codes: Vec<Code> = Vec::new();
        for y in 0..self.height {
            let mut x = 0;
            while x < self.width {
                let run = (x..self.width).take_while(|x| self.dark(*x, y)).count();
                let seen = codes.iter().any(|code| code.near(x, y));
                if run >= 14 && !seen {
                    codes.extend(self.code(x, y, run));
                }
                x += run.max(1);
            }
        }
        codes
    }

    /// The code whose upper left corner this is, if it is one: a frame of seven modules, a ring of one, a core of three.
    fn code(&self, x: usize, y: usize, run: usize) -> Option<Code> {
        let module = run as f64 / 7.0;
        let column = (y..self.height)
            .take_while(|y| self.dark(x + 1, *y))
            .count();
        let fits = |length: usize, modules: f64| (length as f64 - modules * module).abs() <= 1.5;
        let middle = y + (3.5 * module) as usize;
        let runs = self.runs(x, middle);
        let finder = fits(column, 7.0)
            && runs
                .iter()
                .zip([1.0, 1.0, 3.0, 1.0, 1.0])
                .filter(|(run, modules)| fits(**run, *modules))
                .count()
                == 5;
        // The timing pattern in row 7 leads from the first finder to the second; the third stands as far below.
        let timing = y + (6.5 * module) as usize;
        let code = Code {
            x,
            y,
            side: self.last_of_timing(x, timing, module)? - x,
            finder: run,
        };
        let edge = code.side.checked_sub(run).filter(|edge| *edge >= run)?;
        let finders = (x + edge + 1..x + code.side - 1).all(|x| self.dark(x, y + 1))
            && (y + edge + 1..y + code.side - 1).all(|y| self.dark(x + 1, y));
        (finder && finders).then_some(code)
    }

    /// Lengths of alternating runs, dark first, to the right.
    fn runs(&self, x: usize, y: usize) -> Vec<usize> {
        let mut runs = Vec::new();
        let mut at = x;
        for number in 0..5 {
            let run = (at..self.width)
                .take_while(|x| self.dark(*x, y) == (number % 2 == 0))
                .count();
            runs.push(run);
            at += run;
        }
        runs
    }

    /// Behind the last dark pixel of the row before a light run that is longer than a module.
    fn last_of_timing(&self, x: usize, y: usize, module: f64) -> Option<usize> {
        let mut last = x;
        for at in x..self.width {
            if self.dark(at, y) {
                last = at + 1;
            } else if (at - last) as f64 > 1.6 * module {
                break;
            }
        }
        (last > x).then_some(last)
    }

    /// Whether the frame of four modules around a code is white but for half a pixel at the code's edge.
    pub(crate) fn quiet(&self, code: &Code) -> bool {
        let quiet = (4.0 * code.module()).floor() as usize;
        let (Some(left), Some(top)) = (code.x.checked_sub(quiet), code.y.checked_sub(quiet)) else {
            return false;
        };
        let (right, bottom) = (code.x + code.side + quiet, code.y + code.side + quiet);
        let white = |x, y| code.near(x, y) || self.at(x, y) >= 250;
        right <= self.width
            && bottom <= self.height
            && (top..bottom).all(|y| (left..right).all(|x| white(x, y)))
    }
}

/// A code on a page; pixels.
pub(crate) struct Code {
    pub(crate) x: usize,
    pub(crate) y: usize,
    pub(crate) side: usize,
    finder: usize,
}

impl Code {
    /// Modules a side: 17 + 4 × version; the finder's seven tell the module roughly, the side exactly.
    pub(crate) fn modules(&self) -> usize {
        let rough = self.side as f64 * 7.0 / self.finder as f64;
        (((rough - 17.0) / 4.0).round() as usize) * 4 + 17
    }

    /// A module's side.
    pub(crate) fn module(&self) -> f64 {
        self.side as f64 / self.modules() as f64
    }

    fn holds(&self, x: usize, y: usize) -> bool {
        (self.x..=self.x + self.side + 1).contains(&x)
            && (self.y..=self.y + self.side + 1).contains(&y)
    }

    /// In the code, or beside it by a pixel, which is grey where an edge falls into it.
    fn near(&self, x: usize, y: usize) -> bool {
        self.holds(x + 1, y) || self.holds(x, y + 1) || self.holds(x + 1, y + 1) || self.holds(x, y)
    }
}
