//! The WebDriver client itself, on a page written by hand: when this fails, the other browser tests mean nothing.

use onetrip_tests::server::{Options, Server, Wasm};
use onetrip_tests::temp::TempDir;
use onetrip_tests::webdriver::{Browser, Session};
use serde_json::{Value, json};

const PAGE: &str =
    "<!doctype html><html lang=zh-CN><meta charset=utf-8><link rel=icon href=data:,><title>试</title>
<button id=go>去</button><input id=name><p id=out></p>
<script>
  document.documentElement.dataset.script = 'ran';
  document.getElementById('go').onclick = () => {
    document.getElementById('out').textContent = document.getElementById('name').value;
    location.hash = 'gone';
  };
</script>";

fn page() -> (TempDir, Server) {
    let root = TempDir::new("page");
    std::fs::write(root.path().join("index.html"), PAGE).expect("a page");
    std::fs::write(root.path().join("x.wasm"), b"\0asm").expect("a file");
    let server = Server::start_with(
        root.path(),
        Options {
            wasm: Wasm::Cut,
            ..Options::default()
        },
    );
    (root, server)
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn chromium_clicks_types_scripts_and_goes_back() {
    let session = Session::start(Browser::Chromium);
    clicks_types_scripts_and_goes_back(&session);
    session.viewport(320, 600);
    session.wait_for("innerWidth === 320");
}

#[test]
#[ignore = "needs WebKit; tests/run runs it"]
fn webkit_clicks_types_scripts_and_goes_back() {
    clicks_types_scripts_and_goes_back(&Session::start(Browser::WebKit));
}

fn clicks_types_scripts_and_goes_back(session: &Session) {
    let (_root, server) = page();
    session.open(&server.url(""));
    session.find("#name").send_keys("张三");
    session.find_visible("#go").click();
    session.wait_for("location.hash === '#gone'");
    assert_eq!(session.find("#out").text(), "张三");
    assert_eq!(session.fragment(), "gone");
    assert_eq!(
        session.execute("return arguments[0] + 1", &[json!(41)]),
        json!(42)
    );
    let later = session.execute_async("setTimeout(arguments[0], 1, '到')", &[]);
    assert_eq!(later, json!("到"));
    session.back();
    session.wait_for("location.hash === ''");
    assert!(session.screenshot().starts_with("iVBOR"), "a PNG");
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn sees_console_and_requests_and_lives_without_scripts() {
    let (_root, server) = page();
    let session = Session::start(Browser::Chromium);
    session.open(&server.url(""));
    let failed = session.execute_async(
        "fetch('x.wasm').then(r => r.arrayBuffer()).then(() => arguments[0](false), () => arguments[0](true))",
        &[],
    );
    assert_eq!(
        failed,
        Value::Bool(true),
        "a cut connection is a failed request"
    );
    session.execute("console.error('an error of ours')", &[]);
    let console = session.take_log("browser");
    assert!(
        console
            .iter()
            .any(|entry| entry.to_string().contains("an error of ours")),
        "{console:?}"
    );
    let events = session.take_log("performance");
    assert!(
        events
            .iter()
            .any(|entry| entry.to_string().contains("x.wasm")),
        "{} events",
        events.len()
    );

    session.cdp(
        "Emulation.setScriptExecutionDisabled",
        &json!({ "value": true }),
    );
    session.refresh();
    assert_eq!(session.find("html").attribute("data-script"), None);
    assert_eq!(
        session.execute("return 6 * 7", &[]),
        json!(42),
        "the test's own scripts still run"
    );
}
