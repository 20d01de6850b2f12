//! What the manifest of a part says of it: which part it is, and what it was made from. Parts that say the same belong together.

use serde::{Deserialize, Serialize};

use super::hex_digest;

/// A part of a site, made by one machine of several.
///
/// What another version does not say is empty, so that its parts can be told as such.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct PartRecord {
    /// Its number, from 1.
    pub number: usize,
    /// How many parts there are.
    pub of: usize,
    /// A short name for all of `made_from`.
    pub digest: String,
    /// What it was made from.
    pub made_from: Inputs,
    /// How many communities the region has.
    pub communities: usize,
    /// The ids of those that are made here, in the region's order.
    pub made: Vec<String>,
    /// SHA-256 of `codes.lock` as it was read; empty where there was none.
    pub ledger: String,
    /// The options with which it was made, but for its number and its place.
    pub options: Vec<String>,
}

/// Everything that a site is made from; the version of the command stands in the manifest itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct Inputs {
    /// SHA-256 over paths and bytes of the content.
    pub content: String,
    /// SHA-256 over paths and bytes of the theme, the built-in one with it.
    pub theme: String,
    /// The program, which may be another one of the same version.
    pub press: String,
    /// The day of the build, which decides what is overdue.
    pub day: String,
    /// The address of the site.
    pub address: String,
    /// Whether sheets are printed.
    pub printed: bool,
    /// Whether drafts are shown.
    pub drafts: bool,
}

impl Inputs {
    /// A short name for all of it.
    pub fn digest(&self) -> String {
        let Self {
            content,
            theme,
            press,
            day,
            address,
            printed,
            drafts,
        } = self;
        let all = [content, theme, press, day, address].map(String::as_str);
        hex_digest(format!("{}\n{printed}\n{drafts}", all.join("\n")).as_bytes())
    }
}
