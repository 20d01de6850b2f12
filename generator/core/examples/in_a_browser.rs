//! What an editor in a browser stands on: a folder of guides in memory that is judged and shown without a server.
//!
//! ```sh
//! cargo build --release --package onetrip-core --example in_a_browser --target wasm32-unknown-unknown
//! wasm-bindgen --target web --out-dir editor target/wasm32-unknown-unknown/release/examples/in_a_browser.wasm
//! ```
//!
//! ```js
//! import start, { Editor } from "./editor/in_a_browser.js";
//! await start();
//! const editor = new Editor();
//! editor.put("site.yaml", new TextEncoder().encode("名称: 示例区\n…"));
//! JSON.parse(editor.judge("2026-11-25", "zh")); // as `onetrip check --format json` says it
//! if (editor.build("2026-11-25")) frame.srcdoc = new TextDecoder().decode(editor.file("index.html"));
//! ```

use std::collections::BTreeMap;

use jiff::civil::Date;
use onetrip_core::diagnostic::{Lang, to_json};
use onetrip_core::site::{self, Options, Silent};
use onetrip_core::source::{Embedded, Memory, NoFonts, World};
use wasm_bindgen::prelude::wasm_bindgen;

/// A folder of guides that somebody edits, and the site that was made of it last.
#[wasm_bindgen]
#[derive(Default)]
pub struct Editor {
    content: Memory,
    site: BTreeMap<String, Vec<u8>>,
}

#[wasm_bindgen]
impl Editor {
    /// An empty folder.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts a file into the folder, or another text into its place.
    pub fn put(&mut self, path: String, bytes: Vec<u8>) {
        self.content.0.insert(path, bytes);
    }

    /// What is wrong, as JSON; `today` is a day like 2026-11-25, `lang` is `zh` or `en`.
    ///
    /// # Errors
    /// When `today` is no day.
    pub fn judge(&self, today: &str, lang: &str) -> Result<String, String> {
        let checked = site::check(&self.world(day(today)?), &options(), &Silent);
        let lang = if lang == "en" { Lang::En } else { Lang::Zh };
        Ok(to_json(&checked.findings, &checked.sources, lang))
    }

    /// Makes the site; false where something has to be mended first, and the last one stays.
    ///
    /// # Errors
    /// When `today` is no day.
    pub fn build(&mut self, today: &str) -> Result<bool, String> {
        let mut made = BTreeMap::new();
        let built = site::build(&self.world(day(today)?), &options(), &Silent, &mut made);
        let sound = built.listing.is_some();
        if sound {
            self.site = made;
        }
        Ok(sound)
    }

    /// The paths of the site's files.
    pub fn paths(&self) -> Vec<String> {
        self.site.keys().cloned().collect()
    }

    /// A file of the site.
    pub fn file(&self, path: &str) -> Option<Vec<u8>> {
        self.site.get(path).cloned()
    }
}

impl Editor {
    fn world(&self, today: Date) -> World<'_> {
        World {
            content: &self.content,
            themes: vec![&Embedded],
            today,
            fonts: &NoFonts,
            earlier: None,
        }
    }
}

fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|error: jiff::Error| error.to_string())
}

fn options() -> Options {
    Options {
        folder: "content".into(),
        ..Options::default()
    }
}
