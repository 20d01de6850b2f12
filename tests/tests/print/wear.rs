//! What a poster's code survives: it hangs in the sun, is torn and stained, and is read from the side with a cheap camera.

use std::ffi::{OsStr, OsString};
use std::fmt::Write as _;
use std::path::Path;

use onetrip_tests::temp::TempDir;
use onetrip_tests::tools;

use crate::raster::{Code, Grey, Raster, scanned};
use crate::sheets::{Community, Matter, communities};

/// Every so many posters are tried: their codes differ in a few characters only.
const EVERY: usize = 12;
const DOTS: [u32; 3] = [100, 150, 300];

/// What happens to a poster.
#[derive(Clone, Copy)]
enum Wear {
    /// A camera out of focus: a Gaussian of so many modules.
    Blur(f64),
    /// Seen from the side by so many degrees, from ten times the code's width.
    Aside(f64),
    /// Black and white come so near to each other.
    Contrast(u8),
    /// Sent on as a JPEG of this quality.
    Jpeg(u8),
    /// A square of a tenth of the symbol's area is covered, its centre at this part of the side.
    Covered { at: (f64, f64), with: &'static str },
}

/// What is tried, and whether every poster has to survive it.
const TRIALS: [(&str, Wear, bool); 11] = [
    ("blur, a quarter of a module", Wear::Blur(0.25), true),
    ("blur, half a module", Wear::Blur(0.5), false),
    ("blur, a whole module", Wear::Blur(1.0), false),
    ("15° from the side", Wear::Aside(15.0), true),
    ("45° from the side", Wear::Aside(45.0), false),
    ("30 % contrast", Wear::Contrast(30), true),
    ("JPEG, quality 30", Wear::Jpeg(30), true),
    (
        "a tenth covered white, middle",
        Wear::Covered {
            at: (0.5, 0.5),
            with: "white",
        },
        true,
    ),
    (
        "a tenth covered black, middle",
        Wear::Covered {
            at: (0.5, 0.5),
            with: "black",
        },
        true,
    ),
    (
        "a tenth covered white, lower right",
        Wear::Covered {
            at: (0.84, 0.84),
            with: "white",
        },
        true,
    ),
    (
        "a tenth covered black, a finder",
        Wear::Covered {
            at: (0.16, 0.16),
            with: "black",
        },
        false,
    ),
];

#[test]
#[ignore = "needs pdftoppm, zbarimg and ImageMagick; tests/run runs it"]
fn poster_codes_survive_wear() {
    let mut table = format!("{:<36}", "survived");
    for dots in DOTS {
        let _ = write!(table, "{:>10}", format!("{dots} dpi"));
    }
    let mut lost = Vec::new();
    let posters = DOTS.map(posters);
    for (name, wear, must) in TRIALS {
        let _ = write!(table, "\n{name:<36}");
        for (dots, posters) in DOTS.iter().zip(&posters) {
            let good = posters
                .iter()
                .filter(|poster| poster.survives(wear))
                .count();
            let _ = write!(table, "{:>10}", format!("{good}/{}", posters.len()));
            if must && good < posters.len() {
                lost.push(format!("{name} at {dots} dpi"));
            }
        }
    }
    println!("{table}");
    assert!(
        lost.is_empty(),
        "posters that must survive do not: {lost:?}\n{table}"
    );
}

/// A poster's code with what stands around it, as a picture of its own.
struct PublishedCode {
    folder: TempDir,
    address: String,
    /// Pixels.
    margin: f64,
    module: f64,
    side: f64,
}

fn posters(dots: u32) -> Vec<PublishedCode> {
    let of = |community: &Community| {
        let tried = community.matters.iter().step_by(EVERY);
        let cut = |matter: &Matter| {
            let page = Raster::new(&community.file(&format!("{}.pdf", matter.code)), dots);
            PublishedCode::cut(&page.pages[0], &matter.address)
        };
        tried.map(cut).collect::<Vec<_>>()
    };
    communities().iter().flat_map(of).collect()
}

impl PublishedCode {
    fn cut(page: &Path, address: &str) -> Self {
        let codes = Grey::read(page).codes();
        let [Code { x, y, side, .. }] = codes[..] else {
            panic!("{}: {} codes", page.display(), codes.len())
        };
        let folder = TempDir::new("wear");
        let margin = (10.0 * codes[0].module()).floor();
        let whole = side as f64 + 2.0 * margin;
        let crop = format!(
            "{whole}x{whole}+{}+{}",
            x as f64 - margin,
            y as f64 - margin
        );
        let out = folder.path().join("code.pgm");
        convert([
            page.as_os_str(),
            "-crop".as_ref(),
            crop.as_ref(),
            "+repage".as_ref(),
            out.as_os_str(),
        ]);
        Self {
            folder,
            address: address.to_owned(),
            margin,
            module: codes[0].module(),
            side: side as f64,
        }
    }

    fn survives(&self, wear: Wear) -> bool {
        let worn = self.folder.path().join(if let Wear::Jpeg(_) = wear {
            "worn.jpg"
        } else {
            "worn.png"
        });
        let mut arguments = vec![self.folder.path().join("code.pgm").into_os_string()];
        arguments.extend(self.arguments(wear).into_iter().map(OsString::from));
        arguments.push(worn.clone().into_os_string());
        convert(&arguments);
        let read = |picture: &Path| scanned(&[picture.to_path_buf()], 1).contains(&self.address);
        // Who cannot read it takes a step back.
        let further = self.folder.path().join("further.png");
        read(&worn) || {
            convert([
                worn.as_os_str(),
                "-resize".as_ref(),
                "60%".as_ref(),
                further.as_os_str(),
            ]);
            read(&further)
        }
    }

    /// ImageMagick's words for it.
    fn arguments(&self, wear: Wear) -> Vec<String> {
        let whole = self.side + 2.0 * self.margin;
        let words = |words: &[&str]| words.iter().map(ToString::to_string).collect();
        match wear {
            Wear::Blur(modules) => words(&["-blur", &format!("0x{}", modules * self.module)]),
            Wear::Jpeg(quality) => words(&["-quality", &quality.to_string()]),
            Wear::Contrast(percent) => {
                let margin = (100 - percent) / 2;
                words(&["+level", &format!("{margin}%,{}%", 100 - margin)])
            }
            Wear::Covered { at: (x, y), with } => {
                let half = (0.1_f64).sqrt() / 2.0 * self.side;
                let (x, y) = (self.margin + x * self.side, self.margin + y * self.side);
                let square = format!(
                    "rectangle {},{} {},{}",
                    x - half,
                    y - half,
                    x + half,
                    y + half
                );
                words(&["-fill", with, "-draw", &square])
            }
            Wear::Aside(degrees) => {
                let corners = aside(whole, degrees, 10.0 * self.side);
                words(&[
                    "-virtual-pixel",
                    "white",
                    "-distort",
                    "Perspective",
                    &corners,
                ])
            }
        }
    }
}

/// Where a square's corners are seen when it is turned around its upright axis.
fn aside(side: f64, degrees: f64, distance: f64) -> String {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let half = side / 2.0;
    let seen = |x: f64, y: f64| {
        let nearer = distance / (distance + x * sin);
        (half + x * cos * nearer, half + y * nearer)
    };
    let corners = [(-half, -half), (half, -half), (-half, half), (half, half)];
    let pairs = corners.map(|(x, y)| {
        let (to_x, to_y) = seen(x, y);
        format!("{},{} {to_x:.2},{to_y:.2}", x + half, y + half)
    });
    pairs.join("  ")
}

/// Runs ImageMagick, whichever of its names it has here; `convert` alone may be anything.
fn convert<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) {
    let names = ["magick", "convert-im6.q16", "convert"];
    let program = names
        .into_iter()
        .find(|name| tools::has(name))
        .unwrap_or("convert-im6.q16");
    let output = tools::run(program, arguments);
    assert!(
        output.status.success(),
        "{program}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
}
