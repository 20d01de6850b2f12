//! The protocol: one session with one browser window.

use std::fmt;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::display::Display;
use super::driver::Driver;
use super::{Browser, Element};
use crate::temp::TempDir;

/// How long a test waits for a condition before it calls the product broken. Generous: two cores, many people.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long a single command may take.
const COMMAND: Duration = Duration::from_mins(1);

/// The key under which WebDriver sends references to elements.
pub(super) const ELEMENT_KEY: &str = "element-6066-11e4-a52e-4f735466cecf";

/// An answer that is no success.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebDriverError {
    /// The protocol's name of the error, such as `no such element`.
    pub error: String,
    /// What the driver says about it.
    pub message: String,
}

impl fmt::Display for WebDriverError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.error, self.message)
    }
}

impl std::error::Error for WebDriverError {}

/// A browser with one window; both the browser and its driver end on drop.
#[derive(Debug)]
pub struct Session {
    browser: Browser,
    agent: ureq::Agent,
    address: String,
    // Held for their drop, in this order: the driver ends before the browser's screen and its profile folder go.
    _driver: Driver,
    _display: Option<Display>,
    _profile: TempDir,
}

impl Session {
    /// Starts the browser with a new empty profile.
    pub fn start(browser: Browser) -> Self {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .proxy(None);
        let agent: ureq::Agent = config.timeout_global(Some(COMMAND)).build().into();
        let display = browser.needs_display().then(Display::start);
        let driver = Driver::start(browser, display.as_ref(), &agent);
        let profile = TempDir::new("browser");
        let capabilities = browser.capabilities(profile.path());
        let mut session = Self {
            browser,
            agent,
            address: driver.address(),
            _driver: driver,
            _display: display,
            _profile: profile,
        };
        let answer = session.must("POST", "/session", Some(&capabilities));
        let id = answer["sessionId"].as_str().expect("a session has an id");
        session.address = format!("{}/session/{id}", session.address);
        session
    }

    /// Which browser it is.
    pub fn browser(&self) -> Browser {
        self.browser
    }

    /// Sends a command of the session, such as `POST /url`.
    ///
    /// # Errors
    ///
    /// The driver's answer when it is no success.
    pub fn command(
        &self,
        method: &str,
        path: &str,
        body: Option<&Value>,
    ) -> Result<Value, WebDriverError> {
        let url = format!("{}{path}", self.address);
        let sent = match (method, body) {
            ("GET", _) => self.agent.get(&url).call(),
            ("DELETE", _) => self.agent.delete(&url).call(),
            (_, body) => self.agent.post(&url).send_json(body.unwrap_or(&json!({}))),
        };
        let mut response = sent.map_err(|error| WebDriverError {
            error: "the driver does not answer".into(),
            message: format!("{method} {path}: {error}"),
        })?;
        let good = response.status().is_success();
        let mut answer: Value = response.body_mut().read_json().unwrap_or(Value::Null);
        let value = answer["value"].take();
        if good {
            Ok(value)
        } else {
            Err(failure(&value))
        }
    }

    fn must(&self, method: &str, path: &str, body: Option<&Value>) -> Value {
        self.command(method, path, body)
            .unwrap_or_else(|error| panic!("{method} {path}: {error}"))
    }

    /// Opens an address and waits until it is loaded.
    pub fn open(&self, url: &str) {
        self.must("POST", "/url", Some(&json!({ "url": url })));
    }

    /// The address shown, with its `#` part.
    pub fn url(&self) -> String {
        self.must("GET", "/url", None)
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// The `#` part of the address without `#`; empty when there is none.
    pub fn fragment(&self) -> String {
        self.url()
            .split_once('#')
            .map(|(_, fragment)| fragment.to_owned())
            .unwrap_or_default()
    }

    /// The browser's Back button.
    pub fn back(&self) {
        self.must("POST", "/back", None);
    }

    /// The browser's Reload button.
    pub fn refresh(&self) {
        self.must("POST", "/refresh", None);
    }

    /// Runs the body of a function in the page and returns its value as JSON.
    pub fn execute(&self, script: &str, arguments: &[Value]) -> Value {
        self.must(
            "POST",
            "/execute/sync",
            Some(&json!({ "script": script, "args": arguments })),
        )
    }

    /// Like [`Session::execute`], for a script that hands its value to its last argument, a function.
    pub fn execute_async(&self, script: &str, arguments: &[Value]) -> Value {
        self.must(
            "POST",
            "/execute/async",
            Some(&json!({ "script": script, "args": arguments })),
        )
    }

    /// Presses and releases keys one after the other, wherever the focus is. See [`keys`](super::keys).
    pub fn press(&self, keys: &str) {
        let strokes = keys.chars().flat_map(|key| {
            ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key.to_string() }))
        });
        let strokes: Vec<_> = strokes.collect();
        let actions =
            json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": strokes }] });
        self.must("POST", "/actions", Some(&actions));
    }

    /// Has a script run in every page before the page's own. Chromium only.
    pub fn before_every_page(&self, script: &str) {
        self.cdp(
            "Page.addScriptToEvaluateOnNewDocument",
            &json!({ "source": script }),
        );
    }

    /// A command of the Chrome DevTools Protocol. Chromium only.
    pub fn cdp(&self, command: &str, parameters: &Value) -> Value {
        self.must(
            "POST",
            "/goog/cdp/execute",
            Some(&json!({ "cmd": command, "params": parameters })),
        )
    }

    /// Takes the entries of a log (`browser`: the console; `performance`: CDP events) since the last call. Chromium only.
    pub fn take_log(&self, kind: &str) -> Vec<Value> {
        match self.must("POST", "/se/log", Some(&json!({ "type": kind }))) {
            Value::Array(entries) => entries,
            _ => Vec::new(),
        }
    }

    /// All elements that a CSS selector matches, in document order.
    pub fn find_all(&self, selector: &str) -> Vec<Element<'_>> {
        let found = self.must(
            "POST",
            "/elements",
            Some(&json!({ "using": "css selector", "value": selector })),
        );
        let references = found.as_array().map(Vec::as_slice).unwrap_or_default();
        references
            .iter()
            .map(|reference| self.element(reference))
            .collect()
    }

    /// The first element that a CSS selector matches, waited for.
    #[track_caller]
    pub fn find(&self, selector: &str) -> Element<'_> {
        self.wait(selector, || self.find_all(selector).into_iter().next())
    }

    /// The first *visible* element that a CSS selector matches, waited for.
    #[track_caller]
    pub fn find_visible(&self, selector: &str) -> Element<'_> {
        self.wait(&format!("{selector} to be seen"), || {
            self.find_all(selector)
                .into_iter()
                .find(Element::is_displayed)
        })
    }

    fn element(&self, reference: &Value) -> Element<'_> {
        let id = reference[ELEMENT_KEY]
            .as_str()
            .expect("a reference to an element");
        Element::new(self, id.to_owned())
    }

    /// Waits until `condition` gives something; fails the test with `what` after the deadline.
    #[track_caller]
    pub fn wait<T>(&self, what: &str, mut condition: impl FnMut() -> Option<T>) -> T {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(found) = condition() {
                return found;
            }
            assert!(
                Instant::now() < deadline,
                "waited in vain for {what}\nat {}\n{}",
                self.url(),
                self.console()
            );
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Waits until a JavaScript expression is true.
    #[track_caller]
    pub fn wait_for(&self, expression: &str) {
        let script = format!("return Boolean({expression})");
        self.wait(expression, || {
            (self.execute(&script, &[]) == Value::Bool(true)).then_some(())
        });
    }

    fn console(&self) -> String {
        if self.browser != Browser::Chromium {
            return String::new();
        }
        let lines = self.take_log("browser");
        lines
            .iter()
            .filter_map(|entry| entry["message"].as_str())
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// Sets the size of the page's viewport in CSS pixels, below a window's least width too. Chromium only.
    pub fn viewport(&self, width: u32, height: u32) {
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", &metrics);
    }

    /// Sets the window's outer size.
    pub fn window_rect(&self, width: u32, height: u32) {
        self.must(
            "POST",
            "/window/rect",
            Some(&json!({ "width": width, "height": height })),
        );
    }

    /// The viewport as PNG in base64.
    pub fn screenshot(&self) -> String {
        self.must("GET", "/screenshot", None)
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // Closes the browser; the driver's own process ends with its value.
        let _ = self.command("DELETE", "", None);
    }
}

fn failure(value: &Value) -> WebDriverError {
    let text = |key: &str| value[key].as_str().unwrap_or("?").to_owned();
    WebDriverError {
        error: text("error"),
        message: text("message"),
    }
}
