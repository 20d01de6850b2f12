//! What differs from browser to browser.

use std::path::Path;

use serde_json::{Value, json};

/// A browser with its driver.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Browser {
    /// Debian's Chromium and its `chromedriver`.
    Chromium,
}

/// The background traffic of a fresh Chromium would be refused by a closed network, many connections at a time,
/// and every other host than loopback is made unknown: a page that asks for one fails here at once.
const CHROMIUM_FLAGS: [&str; 12] = [
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
            Self::Chromium => {
                ("/usr/bin/chromedriver", vec![format!("--port={port}"), "--log-level=SEVERE".into()])
            }
        }
    }

    /// The body of the request for a new session. `profile` is a new empty folder.
    pub(super) fn capabilities(self, profile: &Path) -> Value {
        match self {
            Self::Chromium => {
                let profile = format!("--user-data-dir={}", profile.display());
                let flags: Vec<_> = CHROMIUM_FLAGS.into_iter().chain([profile.as_str()]).collect();
                json!({ "capabilities": { "alwaysMatch": {
                    "browserName": "chrome",
                    "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
                    "goog:chromeOptions": { "binary": "/usr/bin/chromium", "args": flags },
                } } })
            }
        }
    }
}
