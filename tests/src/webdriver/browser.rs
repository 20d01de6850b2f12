//! What differs from browser to browser.

use std::path::Path;

use serde_json::{Value, json};

/// A browser with its driver.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Browser {
    /// Debian's Chromium and its `chromedriver`.
    Chromium,
    /// Debian's WebKitGTK (the engine of every browser on an iPhone) and its `WebKitWebDriver`. It has no headless
    /// mode and gets a [`Display`](super::display::Display); it can neither be asked for its console nor emulate a phone.
    WebKit,
}

/// The background traffic of a fresh Chromium would be refused by a closed network, many connections at a time,
/// and every other host than loopback is made unknown: a page that asks for one fails here at once.
const CHROMIUM_FLAGS: [&str; 13] = [
    // A desk: there a page shows its list beside the question. Phones are set by each test.
    "--window-size=1280,900",
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--force-color-profile=srgb",
    "--lang=zh-CN",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

impl Browser {
    /// The driver's program and the arguments that make it listen on a loopback port.
    pub(super) fn driver(self, port: u16) -> (&'static str, Vec<String>) {
        match self {
            Self::Chromium => (
                "/usr/bin/chromedriver",
                vec![format!("--port={port}"), "--log-level=SEVERE".into()],
            ),
            Self::WebKit => (
                "/usr/bin/WebKitWebDriver",
                vec![format!("--port={port}"), "--host=127.0.0.1".into()],
            ),
        }
    }

    /// Whether the browser opens a window on a screen.
    pub(super) fn needs_display(self) -> bool {
        self == Self::WebKit
    }

    /// What the driver and the browser find in their environment beside our own.
    ///
    /// `WEBKIT_DISABLE_COMPOSITING_MODE` and `WEBKIT_DISABLE_DMABUF_RENDERER`, which are often advised, make
    /// screenshots hang.
    pub(super) fn environment(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Chromium => &[],
            Self::WebKit => &[
                // Its sandbox cannot be set up by root or in a container. Only pages of ours are shown.
                ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1"),
                ("LIBGL_ALWAYS_SOFTWARE", "1"),
                ("GDK_BACKEND", "x11"),
                // No accessibility bus runs here; asking for it takes time.
                ("NO_AT_BRIDGE", "1"),
            ],
        }
    }

    /// The body of the request for a new session. `profile` is a new empty folder.
    pub(super) fn capabilities(self, profile: &Path) -> Value {
        match self {
            Self::Chromium => {
                let profile = format!("--user-data-dir={}", profile.display());
                let flags: Vec<_> = CHROMIUM_FLAGS
                    .into_iter()
                    .chain([profile.as_str()])
                    .collect();
                json!({ "capabilities": { "alwaysMatch": {
                    "browserName": "chrome",
                    "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
                    "goog:chromeOptions": { "binary": "/usr/bin/chromium", "args": flags },
                } } })
            }
            // The driver's own choice is the system's MiniBrowser with a session that leaves nothing on the disk.
            Self::WebKit => json!({ "capabilities": { "alwaysMatch": {} } }),
        }
    }
}
