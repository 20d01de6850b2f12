//! The screen in the hall: nobody touches it, everything comes round, and it lives through the night.

use onetrip_tests::server::Server;
use onetrip_tests::site::Site;
use onetrip_tests::webdriver::Session;
use serde_json::{Value, json};

use crate::page::{browser, console_errors};

/// Time runs two hundred times as fast for timers, and stands at a time of day that the test sets.
const FAST: &str = "
  const timer = window.setInterval;
  window.setInterval = (task, time) => timer(task, time / 200);
  const real = Date.now;
  window.setAhead = (moment) => { window.ahead = Date.parse(moment) - real.call(Date); };
  Date.now = () => real.call(Date) + (window.ahead || 0);";

fn titles(session: &Session) -> Vec<String> {
    let shown = "return Array.from(document.querySelectorAll('#shown > li:not([hidden]) h2'), (one) => one.textContent);";
    let shown = session.execute(shown, &[]);
    let all = shown.as_array().cloned().unwrap_or_default();
    all.iter()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

/// Whether everything that is shown is on the screen, and how large a code is.
const FITS: &str = "
  const off = Array.from(document.querySelectorAll('body *')).filter((one) => one.getClientRects().length).filter((one) => {
    const box = one.getBoundingClientRect();
    return box.bottom > innerHeight + 1 || box.right > innerWidth + 1 || box.top < -1;
  });
  const code = document.querySelector('#shown > li:not([hidden]) img');
  return [off.map((one) => one.tagName + ' ' + one.textContent.slice(0, 20)), code.getBoundingClientRect().width, code.naturalWidth];";

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn every_slide_fits_a_screen_of_either_kind() {
    let (server, session) = (Server::start(&Site::demonstration().root()), browser());
    for (width, height, each) in [
        (1920, 1080, 3),
        (1280, 720, 3),
        (3840, 2160, 3),
        (1080, 1920, 4),
    ] {
        session.viewport(width, height);
        for page in [
            "wenyuan/screen.html",
            "wenyuan/en/screen.html",
            "yuhu/screen.html",
        ] {
            session.before_every_page(
                "window.setInterval = (task, time) => { if (time === 15000) window.turn = task; };",
            );
            session.open(&server.url(page));
            let all = session.find_all("#shown > li").len();
            for slide in 0..all.div_ceil(each) {
                let found = session.execute(FITS, &[]);
                assert_eq!(
                    found[0],
                    json!([]),
                    "{page} {width}x{height}, slide {slide}"
                );
                assert!(
                    found[1].as_f64() > Some(f64::from(width.min(height)) * 0.2),
                    "{page}: {found}"
                );
                assert!(titles(&session).len() <= each);
                session.execute("turn();", &[]);
            }
        }
    }
    assert_eq!(console_errors(&session, ""), [] as [String; 0]);
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn everything_comes_round_and_the_night_passes() {
    let (server, session) = (Server::start(&Site::demonstration().root()), browser());
    session.before_every_page(FAST);
    session.viewport(1920, 1080);
    session.open(&server.url("wenyuan/screen.html"));
    session.execute("window.began = true;", &[]);
    let all = session.find_all("#shown > li").len();
    let mut seen = std::collections::BTreeSet::new();
    session.wait("every matter", || {
        seen.extend(titles(&session));
        (seen.len() == all).then_some(())
    });
    // Beside them: whether it is open, when it is closed next, the phone; and no way out.
    let foot = session.find(".screen-foot").text();
    assert!(foot.contains("0354-") && foot.contains("开门"), "{foot}");
    assert_eq!(session.find_all("a[href]").len(), 0);
    let elements = "return document.querySelectorAll('*').length;";
    let before = session.execute(elements, &[]);
    // Nothing is loaded at noon, nor at night as long as the host is away.
    let noon = "setAhead('2026-11-26T12:00:00+08:00');";
    session.execute(noon, &[]);
    session.execute_async("setTimeout(arguments[0], 4000);", &[]);
    assert_eq!(session.execute("return window.began;", &[]), json!(true));
    server.go_away();
    session.execute("setAhead('2026-11-27T02:30:00+08:00');", &[]);
    session.execute_async("setTimeout(arguments[0], 4000);", &[]);
    assert_eq!(session.execute("return window.began;", &[]), json!(true));
    assert_eq!(session.execute(elements, &[]), before, "nothing piles up");
    server.answer_after(std::time::Duration::ZERO);
    session.wait_for(
        "!window.began && document.querySelectorAll('#shown > li:not([hidden])').length === 3",
    );
}
