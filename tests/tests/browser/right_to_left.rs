//! Pages that are written from right to left: all of it fits, and what is on the left elsewhere is on the right.

use onetrip_tests::pseudo;
use onetrip_tests::server::Server;
use onetrip_tests::webdriver::Session;
use serde_json::Value;

use crate::page::{browser, console_errors, go_through};

/// What reaches over the edge of the window.
const OVER: &str = "
  const wide = document.documentElement.clientWidth;
  return Array.from(document.querySelectorAll('body *')).filter((one) => {
    const box = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    if (!box.width || style.visibility === 'hidden' || one.closest('.table-scroll') || style.clip !== 'auto') return false;
    return box.left < -1 || box.right > wide + 1;
  }).map((one) => one.tagName + '.' + one.className).slice(0, 5).concat(document.documentElement.scrollWidth > wide ? ['scrolls'] : []);";
/// Of a list's first row: where its box, its name and its button stand, by their middles.
const PLACES: &str = "
  const row = Array.from(document.querySelectorAll('#list .lines > .line')).find((one) => one.getClientRects().length);
  return ['.tick input', '.line-name', '.line-more'].map((selector) => {
    const box = row.querySelector(selector).getBoundingClientRect();
    return Math.round(box.left + box.width / 2);
  });";

fn assert_fits(session: &Session, what: &str) {
    assert_eq!(
        session.execute(OVER, &[]),
        Value::Array(Vec::new()),
        "{what}"
    );
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn everything_fits_at_every_width() {
    let server = Server::start(&pseudo::site().root());
    let session = browser();
    for (width, height) in [(320, 700), (390, 844), (1280, 900)] {
        session.viewport(width, height);
        for page in [
            "index",
            "a01",
            "c03",
            "plan",
            "find",
            "paper/shen-fen-zheng",
        ] {
            session.open(&server.url(&format!("wenyuan/ug/{page}.html")));
            assert_fits(&session, &format!("{page} at {width}"));
        }
    }
    session.viewport(1920, 1080);
    session.open(&server.url("wenyuan/ug/screen.html"));
    assert_fits(&session, "the screen");
    assert_eq!(console_errors(&session, ""), [] as [String; 0]);
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn the_wizard_leads_to_a_list_whose_boxes_are_on_the_right() {
    let server = Server::start(&pseudo::site().root());
    let session = browser();
    session.viewport(390, 844);
    let mut rows = Vec::new();
    for language in ["en", "ug"] {
        session.open(&server.url(&format!("wenyuan/{language}/a01.html")));
        go_through(&session, "83");
        assert_fits(&session, language);
        let places = session.execute(PLACES, &[]);
        let places = places.as_array().expect("places");
        let places: Vec<i64> = places.iter().filter_map(Value::as_i64).collect();
        rows.push(session.execute("return Array.from(document.querySelectorAll('#list .lines > .line'), (row) => [row.hidden, row.dataset.status]);", &[]));
        let [tick, name, more] = places[..] else {
            panic!("{places:?}")
        };
        if language == "ug" {
            assert!(more < name && name < tick, "{places:?}");
        } else {
            assert!(tick < name && name < more, "{places:?}");
        }
    }
    assert_eq!(rows[0], rows[1], "the same list");
    assert_eq!(console_errors(&session, ""), [] as [String; 0]);
}
