//! What the tests of the whole product stand on: the real command, a server, a browser, a look into HTML.
//!
//! Nothing in here knows the generator's code. A room for each stand-in of the outside world:
//!
//! - [`site`]: runs the real `onetrip` command on a folder;
//! - [`cases`]: content folders made from a shared base and a few differences;
//! - [`server`]: a static host with the faults that hosts have;
//! - [`webdriver`]: a browser that is clicked through the W3C WebDriver protocol;
//! - [`situations`]: every situation of every guide, judged by the native engine;
//! - [`words`]: conditions in a page's words, understood again;
//! - [`preview`]: `onetrip serve`, running;
//! - [`plan`]: the page for several matters, with their data;
//! - [`wants`]: what the lines of the data say of a paper;
//! - [`random`]: random guides, and what a trip for several of them comes to, worked out apart;
//! - [`corpus`]: a region of very many matters;
//! - [`html`]: the elements and texts of a page;
//! - [`tools`]: programs and files that `tests/run` installs;
//! - [`temp`]: folders that vanish.
//!
//! Helpers panic with a sentence: in a test that is the report.

#![allow(
    clippy::missing_panics_doc,
    reason = "a helper that cannot go on fails its test; every one of them"
)]

pub mod cases;
pub mod corpus;
pub mod html;
pub mod plan;
pub mod preview;
pub mod pseudo;
pub mod random;
pub mod server;
pub mod site;
pub mod situations;
pub mod temp;
pub mod tools;
pub mod wants;
pub mod webdriver;
pub mod words;
