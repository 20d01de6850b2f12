//! The assets of a site: the theme's own and the widget, under names that change with their bytes.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::output::{Tree, hex_digest};
use crate::source::Theme;

const WIDGET_SCRIPT: &[u8] = include_bytes!("../../../wasm-widget/dist/wizard.js");
const WIDGET_WASM: &[u8] = include_bytes!("../../../wasm-widget/dist/wizard.wasm");

/// Paths of the assets below the site's top, by the name that templates use.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    paths: BTreeMap<String, String>,
}

impl Assets {
    /// Puts the assets into `tree`. Templates know a theme's file by its name without ending (`style.css` is `style`).
    pub fn place(theme: &Theme, tree: &mut Tree) -> Self {
        let mut assets = Self::default();
        for (name, bytes) in &theme.assets {
            let key = name.split('.').next().unwrap_or(name);
            assets.add(tree, key, name, bytes.clone());
        }
        assets.add(tree, "wizard", "wizard.js", WIDGET_SCRIPT.to_vec());
        assets.add(tree, "wasm", "wizard.wasm", WIDGET_WASM.to_vec());
        // From file:// nothing can be fetched, but a script can be added.
        let inline = format!("self.onetripWasm=\"{}\";\n", STANDARD.encode(WIDGET_WASM));
        assets.add(tree, "inline", "wizard-inline.js", inline.into_bytes());
        assets
    }

    fn add(&mut self, tree: &mut Tree, key: &str, name: &str, bytes: Vec<u8>) {
        let path = format!("assets/{}", fingerprint(name, &bytes));
        tree.insert(path.clone(), bytes);
        self.paths.insert(key.to_owned(), path);
    }

    /// The links from a page whose way to the top is `root`.
    pub(super) fn hrefs(&self, root: &str) -> BTreeMap<&str, String> {
        self.paths.iter().map(|(key, path)| (key.as_str(), format!("{root}{path}"))).collect()
    }
}

/// `style.css` → `style-1a2b3c4d5e.css`.
pub fn fingerprint(name: &str, bytes: &[u8]) -> String {
    let digest = hex_digest(bytes);
    let short = &digest[..10];
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}-{short}.{ending}"),
        None => format!("{name}-{short}"),
    }
}
