//! The pictures in README.md are of the site as it is: made here (`ONETRIP_BLESS=1` writes them), and held against what there is.

use std::fs;
use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use image::DynamicImage;
use image::codecs::png::{CompressionType, FilterType as Filter, PngEncoder};
use image::imageops::FilterType;
use onetrip_tests::server::Server;
use onetrip_tests::site::Site;
use onetrip_tests::tools;
use onetrip_tests::webdriver::Session;
use serde_json::json;

use crate::page::browser;

/// All of them together, in bytes.
const MOST: u64 = 300_000;
/// What parts of a picture may differ on average, of 255: fonts and the time of day.
const SAME: f64 = 12.0;

fn folder() -> PathBuf {
    tools::workspace().join("tests/pictures")
}

fn taken(session: &Session) -> DynamicImage {
    let bytes = STANDARD.decode(session.screenshot()).expect("base64");
    image::load_from_memory(&bytes).expect("a picture")
}

/// A picture as a small PNG.
fn packed(picture: &DynamicImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, Filter::Adaptive);
    let plain = DynamicImage::ImageRgb8(picture.to_rgb8());
    plain.write_with_encoder(encoder).expect("it is a picture");
    bytes
}

/// How two pictures differ on average, seen from afar.
fn difference(one: &DynamicImage, other: &DynamicImage) -> f64 {
    let far = |of: &DynamicImage| of.resize_exact(39, 84, FilterType::Triangle).to_rgb8();
    let (one, other) = (far(one), far(other));
    let pairs = one.iter().zip(other.iter());
    let sum: f64 = pairs
        .map(|(one, other)| f64::from(one.abs_diff(*other)))
        .sum();
    sum / (39.0 * 84.0 * 3.0)
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn the_pictures_of_the_readme_show_what_there_is() {
    let site = Site::demonstration();
    let (server, session) = (Server::start(&site.root()), browser());
    session.viewport(390, 844);
    session.cdp("Emulation.setScrollbarsHidden", &json!({ "hidden": true }));
    session.open(&server.url("wenyuan/a01.html"));
    session.wait_for("document.querySelector('.answer-clock').textContent.trim()");
    let first = taken(&session);
    // A01 for a person of 85 with a household here who comes in person, by real clicks.
    session.find("#door").click();
    session.wait_for("document.documentElement.dataset.screen === 'asking'");
    for _ in 0..8 {
        if session.execute("return document.documentElement.dataset.screen;", &[])
            != json!("asking")
        {
            break;
        }
        let fields = session.find_all("#questions [data-question]:not([hidden]) input[type=text]");
        match fields.first() {
            Some(field) => field.send_keys("85"),
            None => session.find_visible("#questions .choice").click(),
        }
        session.find("#next").click();
    }
    session.wait_for("document.documentElement.dataset.screen === 'finished'");
    session.execute(
        "document.activeElement.blur(); scrollTo(0, document.getElementById('wizard').getBoundingClientRect().top + scrollY - 8);",
        &[],
    );
    let list = taken(&session);
    let poster = image::open(site.root().join("wenyuan/print/a01.png")).expect("the poster");
    let poster = poster.resize(390, 844, FilterType::Triangle);
    let readme = fs::read_to_string(tools::workspace().join("README.md")).expect("it is there");
    let mut weight = 0;
    for (name, now) in [
        ("first-screen.png", first),
        ("list.png", list),
        ("poster.png", poster),
    ] {
        let path = folder().join(name);
        if std::env::var_os("ONETRIP_BLESS").is_some() {
            fs::create_dir_all(folder()).expect("the folder can be made");
            fs::write(&path, packed(&now)).expect("it can be written");
        }
        assert!(
            readme.contains(&format!("tests/pictures/{name}")),
            "README.md shows {name}"
        );
        let known = image::open(&path).expect(name);
        let differs = difference(&known, &now);
        assert!(
            differs < SAME,
            "{name} shows another page than there is ({differs:.1}); ONETRIP_BLESS=1 takes it anew"
        );
        weight += fs::metadata(&path).expect(name).len();
    }
    assert!(weight <= MOST, "{weight} bytes of pictures");
}
