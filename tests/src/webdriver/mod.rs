//! A browser that is clicked through the W3C WebDriver protocol.
//!
//! [`Browser`] is the only place that knows one browser from another: how its driver is started and which
//! capabilities are asked of it. [`driver`] owns the driver's process, [`display`] a screen where one is needed,
//! [`session`] speaks the protocol. To add another driver, add a variant to [`Browser`].

mod browser;
mod display;
mod driver;
mod element;
mod session;

pub use browser::Browser;
pub use element::Element;
pub use session::{Session, WebDriverError};

/// WebDriver's letters for keys that write none.
pub mod keys {
    /// Backspace.
    pub const BACKSPACE: &str = "\u{E003}";
    /// Tab.
    pub const TAB: &str = "\u{E004}";
    /// Enter.
    pub const ENTER: &str = "\u{E007}";
    /// Escape.
    pub const ESCAPE: &str = "\u{E00C}";
}
