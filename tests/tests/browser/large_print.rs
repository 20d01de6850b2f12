//! Sheets in large letters: the booklet at `#large`, and a page whose reader has chosen large letters.

use onetrip_tests::server::Server;
use onetrip_tests::site::Site;
use onetrip_tests::webdriver::Session;
use serde_json::{Value, json};

use crate::page::browser;

/// What is printed smaller than so many points, with its size; what only pleases the eye may be, and the number of a note.
const SMALLER: &str = "
  const found = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let seen = 0;
  while (texts.nextNode()) {
    const node = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !node.getClientRects().length || node.closest('[aria-hidden=true], sup')) continue;
    seen += 1;
    const size = parseFloat(getComputedStyle(node).fontSize) * 0.75;
    if (size < arguments[0] - 0.01) found.add(size.toFixed(1) + ' ' + texts.currentNode.data.trim().slice(0, 20));
  }
  return [seen, Array.from(found)];";

fn printed(session: &Session, least: f64) -> (u64, Value) {
    session.cdp("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
    let found = session.execute(SMALLER, &[json!(least)]);
    // Nobody presses a button on paper.
    let buttons = "return Array.from(document.querySelectorAll('button, input:not([type=checkbox]), summary')).filter((one) => one.getClientRects().length).map((one) => one.textContent);";
    assert_eq!(session.execute(buttons, &[]), json!([]));
    session.cdp("Emulation.setEmulatedMedia", &json!({ "media": "" }));
    (found[0].as_u64().unwrap_or_default(), found[1].clone())
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn nothing_in_large_print_is_below_sixteen_points() {
    let (server, session) = (Server::start(&Site::demonstration().root()), browser());
    session.viewport(794, 1123);
    session.open(&server.url("wenyuan/print/booklet.html"));
    session.find("a[href='#large']").click();
    let (seen, small) = printed(&session, 16.0);
    assert!(seen > 1_000, "{seen} texts");
    assert_eq!(small, json!([]), "the booklet");
    // Every guide begins a sheet of its own.
    session.cdp("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
    let begins = "return Array.from(document.querySelectorAll('article.chapter')).slice(1).every((one) => getComputedStyle(one).breakBefore === 'page');";
    assert_eq!(session.execute(begins, &[]), json!(true));
    session.cdp("Emulation.setEmulatedMedia", &json!({ "media": "" }));
    for (size, least) in [("", 10.7), ("1", 16.0), ("2", 16.0), ("3", 16.0)] {
        for page in ["a01", "j01", "plan", "index", "en/a01"] {
            session.open(&server.url(&format!("wenyuan/{page}.html")));
            session.execute(
                "localStorage.setItem('onetrip.size', arguments[0]);",
                &[json!(size)],
            );
            session.refresh();
            let (seen, small) = printed(&session, least);
            assert!(seen > 30, "{page}: {seen} texts");
            assert_eq!(small, json!([]), "{page} at {size}");
        }
    }
}
