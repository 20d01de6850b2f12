//! Harm from outside: no scripts, no WebAssembly, odd hosts, `file://`, strict policies. The page stays whole.

use onetrip_tests::html::Document;
use onetrip_tests::server::{Options, Server, Wasm};
use onetrip_tests::site::is_kind;
use onetrip_tests::webdriver::Session;
use serde_json::json;

use crate::page::{
    ALLOWANCE, Page, State, at_home, base_server, base_site, browser, console_errors,
};

/// The complete list: nothing hidden, every conditional line with its words, nothing of the wizard, no error.
#[track_caller]
fn assert_whole(state: &State) {
    assert!(!state.running(), "no wizard: {state:?}");
    assert_eq!(state.all_lines().count(), 6, "{state:?}");
    let condition = state.line("委托书", "when");
    assert!(condition.ends_with("谁来办：选了“代办”"), "{condition}");
    assert_eq!(state.texts("stops"), ["还不到年龄"]);
    assert_eq!(state.text("error"), "");
}

/// The wizard runs and its list follows.
#[track_caller]
fn assert_runs(page: &Page<'_>) {
    page.choose("代办");
    assert_eq!(page.state().lines("needed"), ["身份证（代办人）", "委托书"]);
}

/// The name of the script that holds the engine for pages that cannot load `.wasm`.
fn inlined_engine() -> String {
    let html = base_site().text(ALLOWANCE);
    let page = Document::parse(&html);
    let wizard = page
        .with("data-inline")
        .next()
        .expect("the wizard's section");
    let address = wizard.attribute("data-inline").unwrap_or_default();
    address.rsplit('/').next().unwrap_or_default().to_owned()
}

/// Waits until the second and last way to the engine has been tried, with whatever outcome.
fn await_last_attempt(session: &Session) {
    let script = inlined_engine();
    session.wait_for(&format!(
        "performance.getEntriesByType('resource').some((entry) => entry.name.endsWith('{script}'))"
    ));
}

fn host(wasm: Wasm) -> Server {
    Server::start_with(
        &base_site().root(),
        Options {
            wasm,
            ..Options::default()
        },
    )
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn without_scripts_the_list_is_whole() {
    let (server, session) = (base_server(), browser());
    session.cdp(
        "Emulation.setScriptExecutionDisabled",
        &json!({ "value": true }),
    );
    session.open(&server.url(ALLOWANCE));
    assert_whole(&Page { session: &session }.state());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn without_webassembly_the_list_is_whole() {
    let (server, session) = (base_server(), browser());
    session.before_every_page("delete globalThis.WebAssembly");
    session.open(&server.url(ALLOWANCE));
    assert_whole(&Page { session: &session }.state());
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_policy_against_webassembly_leaves_the_list_whole() {
    let policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'";
    let options = Options {
        policy: Some(policy.into()),
        ..Options::default()
    };
    let server = Server::start_with(&base_site().root(), options);
    let session = browser();
    session.open(&server.url(ALLOWANCE));
    await_last_attempt(&session);
    assert_whole(&Page { session: &session }.state());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn without_any_way_to_the_engine_the_list_is_whole() {
    let (server, session) = (host(Wasm::Missing), browser());
    session.cdp("Network.enable", &json!({}));
    session.cdp(
        "Network.setBlockedURLs",
        &json!({ "urls": [format!("*{}", inlined_engine())] }),
    );
    session.open(&server.url(ALLOWANCE));
    await_last_attempt(&session);
    assert!(
        server
            .requests()
            .iter()
            .any(|request| is_kind(&request.target, "wasm") && request.status == 404)
    );
    assert_whole(&Page { session: &session }.state());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn hosts_that_mistreat_wasm_files_do_not_stop_the_wizard() {
    for wasm in [Wasm::Missing, Wasm::Cut, Wasm::WrongType] {
        let (server, session) = (host(wasm), browser());
        let page = Page::open(&session, &server.url(ALLOWANCE));
        assert_runs(&page);
        assert_eq!(
            console_errors(&session, ".wasm"),
            Vec::<String>::new(),
            "{wasm:?}"
        );
    }
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_strict_policy_is_kept() {
    let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'";
    let options = Options {
        policy: Some(policy.into()),
        ..Options::default()
    };
    let server = Server::start_with(&base_site().root(), at_home(options));
    let session = browser();
    for page in ["index.html", "dong/index.html", "404.html"] {
        session.open(&server.url(page));
    }
    assert_runs(&Page::open(&session, &server.url(ALLOWANCE)));
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn opened_as_a_file_the_wizard_runs() {
    let session = browser();
    let file = base_site().root().join(ALLOWANCE);
    let page = Page::open(&session, &format!("file://{}", file.display()));
    assert_runs(&page);
    let address = session.url();
    let other = browser();
    assert_eq!(
        Page::open(&other, &address).state().lines("needed").len(),
        2,
        "the address keeps answers here too"
    );
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn below_a_path_everything_is_found() {
    let options = Options {
        below: "/gov/yi-tang-qing".into(),
        ..Options::default()
    };
    let server = Server::start_with(&base_site().root(), options);
    let session = browser();
    session.open(&server.url("index.html"));
    session.find_visible("main a[href*=dong]").click();
    session.wait_for("location.pathname.includes('/dong/')");
    session.find_visible("main a[href*=a07]").click();
    session.wait_for("location.pathname.endsWith('/dong/a07.html')");
    let page = Page { session: &session };
    page.enter();
    assert_runs(&page);
    let lost: Vec<_> = server
        .requests()
        .into_iter()
        .filter(|request| request.status != 200)
        .collect();
    assert_eq!(lost, []);
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn no_other_host_is_asked_for_anything() {
    let (server, session) = (base_server(), browser());
    for page in ["index.html", "dong/index.html", "dong/b01.html", "404.html"] {
        session.open(&server.url(page));
    }
    assert_runs(&Page::open(&session, &server.url(ALLOWANCE)));
    let foreign = foreign_requests(&session, &server.origin());
    assert_eq!(foreign, Vec::<String>::new());
}

/// Addresses outside of `origin` that pages asked for, from the browser's own record.
fn foreign_requests(session: &Session, origin: &str) -> Vec<String> {
    let entries = session.take_log("performance");
    let events = entries.iter().filter_map(|entry| entry["message"].as_str());
    let events = events.filter_map(|text| serde_json::from_str::<serde_json::Value>(text).ok());
    let sent: Vec<_> = events
        .filter(|event| event["message"]["method"] == "Network.requestWillBeSent")
        .filter_map(|event| {
            event["message"]["params"]["request"]["url"]
                .as_str()
                .map(str::to_owned)
        })
        .collect();
    assert!(
        sent.iter().any(|url| url.starts_with(origin)),
        "the record holds our own requests: {sent:?}"
    );
    // `chrome://` and the like are the browser's own first tab.
    let by_net = |url: &String| {
        ["http:", "https:", "ws:", "wss:"]
            .iter()
            .any(|scheme| url.starts_with(scheme))
    };
    sent.into_iter()
        .filter(|url| by_net(url) && !url.starts_with(&format!("{origin}/")))
        .collect()
}
