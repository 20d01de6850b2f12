//! Nothing moves under the reader's eyes while a page comes over a slow network to a slow phone.

use onetrip_tests::server::Server;
use onetrip_tests::site::Site;
use serde_json::json;

use crate::page::{browser, console_errors};
use crate::speed::SLOWER;

/// Collects what moved; what the reader's own press moves does not count.
const WATCH: &str = "
  self.moved = [];
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
    if (!entry.hadRecentInput) self.moved.push([entry.value].concat(entry.sources.map(({ node }) => node && node.nodeType === 1 ? node.tagName + '#' + node.id + '.' + node.className : String(node))));
  })).observe({ type: 'layout-shift', buffered: true });";
/// Of the score that Chromium gives.
const MOST: f64 = 0.02;

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn nothing_moves_while_a_page_comes() {
    let server = Server::start(&Site::demonstration().root());
    let session = browser();
    session.viewport(390, 844);
    session.before_every_page(WATCH);
    session.cdp("Network.enable", &json!({}));
    let slow = json!({ "offline": false, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000 });
    session.cdp("Network.emulateNetworkConditions", &slow);
    session.cdp("Emulation.setCPUThrottlingRate", &json!({ "rate": SLOWER }));
    for page in ["a01", "j01", "index", "plan", "find"] {
        session.open("about:blank");
        session.open(&server.url(&format!("wenyuan/{page}.html")));
        let wizard = "!document.getElementById('wizard') || Boolean(document.getElementById('wizard').dataset.state) || Boolean(document.documentElement.dataset.screen)";
        session.wait_for(wizard);
        // Two frames later everything has been told.
        session.execute_async("const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100)));", &[]);
        let moved = session.execute("return self.moved;", &[]);
        let scores = moved.as_array().expect("shifts").iter();
        let sum: f64 = scores.filter_map(|one| one[0].as_f64()).sum();
        println!("{page}: {sum:.4}");
        assert!(sum <= MOST, "{page}: {sum} by {moved}");
    }
    assert_eq!(console_errors(&session, ""), [] as [String; 0]);
}
