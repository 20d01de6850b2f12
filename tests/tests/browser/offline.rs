//! What a phone keeps of a community: there without a network, told as kept, and never in the way of what the host has.

use std::fs;
use std::time::Duration;

use onetrip_tests::server::{Options, Server};
use onetrip_tests::site::{copy_folder, onetrip};
use onetrip_tests::temp::TempDir;
use onetrip_tests::tools;
use onetrip_tests::webdriver::{Browser, Session};
use serde_json::{Value, json};

use crate::accessibility::assert_accessible;
use crate::page::{browser, console_errors};

/// A host with a site that stands at its own address.
struct Host {
    folder: TempDir,
    server: Server,
}

impl Host {
    fn start(options: Options) -> Self {
        let folder = TempDir::new("offline");
        copy_folder(
            &tools::workspace().join("content"),
            &folder.path().join("content"),
        );
        let server = Server::start_with(&folder.path().join("site"), options);
        let host = Self { folder, server };
        host.build();
        host
    }

    fn build(&self) {
        let address = self.server.url("");
        let arguments = ["build", "--out", "site", "--no-print", "--base-url"];
        let built = onetrip(
            self.folder.path(),
            arguments.into_iter().chain([address.as_str()]),
        );
        let said = String::from_utf8_lossy(&built.stderr);
        assert!(built.status.success(), "{said}");
    }

    /// Writes other words into a file of the content, and builds.
    fn change(&self, file: &str, from: &str, to: &str) {
        let path = self.folder.path().join("content").join(file);
        let text = fs::read_to_string(&path).expect(file);
        assert!(text.contains(from), "{file} has no {from}");
        fs::write(&path, text.replace(from, to)).expect(file);
        self.build();
    }

    /// The paths that were asked for so far.
    fn asked(&self) -> Vec<String> {
        let requests = self.server.requests().into_iter();
        requests.map(|request| request.target).collect()
    }
}

/// Opens a page and waits until the phone says that it keeps the community.
fn keep(session: &Session, host: &Host, page: &str) {
    session.open(&host.server.url(page));
    session.wait_for("document.querySelector('.site-footer .kept-bar')");
}

fn foot(session: &Session) -> String {
    let text = "return document.querySelector('.site-footer .kept-bar').textContent;";
    session
        .execute(text, &[])
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

/// What the bar says of the page.
fn bar(session: &Session) -> String {
    session.wait_for("document.querySelector('#kept-bar p') && document.querySelector('#kept-bar p').textContent");
    session.find("#kept-bar p").text()
}

fn heading(session: &Session) -> String {
    session.find("h1").text()
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn in_chromium_a_community_is_there_without_a_network() {
    is_there_without_a_network(&browser());
}

#[test]
#[ignore = "needs WebKit; tests/run runs it"]
fn in_webkit_a_community_is_there_without_a_network() {
    is_there_without_a_network(&Session::start(Browser::WebKit));
}

fn is_there_without_a_network(session: &Session) {
    let host = Host::start(Options {
        below: "/gov/banshi".into(),
        ..Options::default()
    });
    keep(session, &host, "wenyuan/a01.html");
    assert!(
        foot(session).contains("没有网络也能看"),
        "{}",
        foot(session)
    );
    host.server.go_away();
    // A page that was never opened: whole, marked, with a wizard that works, and nothing moved by what is said.
    session.open(&host.server.url("wenyuan/a02.html"));
    assert_eq!(heading(session), "老年优待");
    let top = "return Math.round(document.querySelector('h1').getBoundingClientRect().top);";
    let before = session.execute(top, &[]);
    assert!(bar(session).contains("没有网络。这是"), "{}", bar(session));
    assert_eq!(session.execute(top, &[]), before);
    if session.browser() == Browser::Chromium {
        assert_accessible(session, "a page that was kept");
    }
    session.find("#kept-bar .face-button:last-child").click();
    session.find("#door").click();
    session.wait_for("document.documentElement.dataset.screen === 'asking'");
    // The home finds, the plan makes a list of two, what may be applied for is there.
    session.open(&host.server.url("wenyuan/"));
    session.find_visible("#find").send_keys("gljt");
    session.wait_for("document.querySelector('#found a')");
    session.open(&host.server.url("wenyuan/plan.html#a02+a04"));
    session.wait_for("document.querySelectorAll('#questions [data-question]').length > 0");
    session.open(&host.server.url("wenyuan/find.html"));
    session.wait_for("document.getElementById('wizard').dataset.state");
    // What was not kept says so where something is.
    session.open(&host.server.url("wenyuan/a99.html"));
    session.wait_for("location.pathname.endsWith('/wenyuan/index.html')");
    assert!(bar(session).contains("没有存在这部手机上"));
    assert_eq!(session.execute("return location.search;", &[]), json!(""));
    // Back on the net the host's own page comes.
    host.server.answer_after(Duration::ZERO);
    session.open(&host.server.url("wenyuan/a02.html"));
    assert_eq!(
        session.execute("return document.documentElement.dataset.kept || null;", &[]),
        Value::Null
    );
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_slow_host_is_not_waited_for_and_what_it_sends_later_is_offered() {
    let (host, session) = (Host::start(Options::default()), browser());
    keep(&session, &host, "wenyuan/index.html");
    host.change(
        "matters/elderly/lao-nian-you-dai.md",
        "标题: 老年优待",
        "标题: 老年人优待",
    );
    host.server.answer_after(Duration::from_secs(12));
    session.open(&host.server.url("wenyuan/a02.html"));
    assert_eq!(heading(&session), "老年优待");
    assert!(bar(&session).contains("网络很慢"), "{}", bar(&session));
    session.wait_for("document.getElementById('kept-bar').textContent.includes('内容已更新')");
    assert_eq!(
        heading(&session),
        "老年优待",
        "nothing changes under a finger"
    );
    host.server.answer_after(Duration::ZERO);
    session.find("#kept-bar .face-button").click();
    session.wait_for("document.querySelector('h1').textContent === '老年人优待' && !document.documentElement.dataset.kept");
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn what_changed_is_fetched_anew_and_nothing_else() {
    let (host, session) = (Host::start(Options::default()), browser());
    keep(&session, &host, "wenyuan/index.html");
    let first = host.asked();
    let pages = |asked: &[String]| asked.iter().filter(|path| path.ends_with(".html")).count();
    assert!(pages(&first) >= 30, "{first:?}");
    assert!(
        !first
            .iter()
            .any(|path| path.contains("inline") || path.contains("/en/") || path.contains("yuhu")),
        "{first:?}"
    );
    keep(&session, &host, "wenyuan/index.html");
    let again = host.asked()[first.len()..].to_vec();
    assert_eq!(pages(&again), 1, "{again:?}");
    assert!(
        !again.iter().any(|path| path.contains("assets/")),
        "{again:?}"
    );
    host.change(
        "matters/elderly/lao-nian-you-dai.md",
        "标题: 老年优待",
        "标题: 老年人优待",
    );
    let seen = host.asked().len();
    keep(&session, &host, "wenyuan/b01.html");
    let fetched = host.asked()[seen..].to_vec();
    assert!(
        fetched.contains(&"/wenyuan/a02.html".to_owned()),
        "{fetched:?}"
    );
    assert!(
        !fetched.contains(&"/wenyuan/c01.html".to_owned()),
        "{fetched:?}"
    );
    host.server.go_away();
    session.open(&host.server.url("wenyuan/a02.html"));
    assert_eq!(heading(&session), "老年人优待");
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn it_goes_away_at_a_word_and_is_absent_where_it_may_not_be() {
    let (host, session) = (Host::start(Options::default()), browser());
    keep(&session, &host, "wenyuan/index.html");
    session.find(".site-footer .kept-bar .face-button").click();
    session
        .wait_for("document.querySelector('.site-footer .kept-bar').textContent.includes('删掉')");
    let none = "const done = arguments[0]; Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()]).then(([one, other]) => done(one.length + other.length));";
    assert_eq!(session.execute_async(none, &[]), json!(0));
    // It stays away on the next page.
    session.open(&host.server.url("wenyuan/a01.html"));
    session.execute_async("setTimeout(arguments[0], 5000);", &[]);
    assert_eq!(session.execute_async(none, &[]), json!(0));
    assert_eq!(console_errors(&session, ""), [] as [String; 0]);
    drop(session);
    // Where workers are forbidden, and at any address but the site's own.
    let options = Options {
        policy: Some("worker-src 'none'".into()),
        ..Options::default()
    };
    let forbidden = Host::start(options);
    let copy = Server::start(&host.folder.path().join("site"));
    for url in [
        forbidden.server.url("wenyuan/a01.html"),
        copy.url("wenyuan/a01.html"),
    ] {
        let session = browser();
        session.open(&url);
        session.execute_async("setTimeout(arguments[0], 5000);", &[]);
        assert_eq!(session.find_all(".kept-bar").len(), 0);
        assert_eq!(session.execute_async(none, &[]), json!(0), "{url}");
        session.find("#door").click();
        session.wait_for("document.documentElement.dataset.screen === 'asking'");
    }
}
