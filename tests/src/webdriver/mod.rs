//! A browser that is clicked through the W3C WebDriver protocol.
//!
//! [`Browser`] is the only place that knows one browser from another: how its driver is started and which
//! capabilities are asked of it. [`driver`] owns the driver's process, [`session`] speaks the protocol.
//! To add another driver (WebKitWebDriver, say), add a variant to [`Browser`].

mod browser;
mod driver;
mod element;
mod session;

pub use browser::Browser;
pub use element::Element;
pub use session::{Session, WebDriverError};
