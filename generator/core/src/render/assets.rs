//! The assets of a site: the theme's own and the widget, under names that change with their bytes.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::data::json;
use super::languages::is_right_to_left;
use super::style;
use crate::diagnostic::{Finding, Place, ThemeFault};
use crate::model::Route;
use crate::output::{Outlet, hex_digest};
use crate::source::Theme;

/// A module of the widget: its script, its WebAssembly, and the names that templates and scripts know them by.
struct Module {
    name: &'static str,
    script: &'static [u8],
    wasm: &'static [u8],
    /// Names of the script, of the WebAssembly, and of the script with its bytes inlined.
    keys: [&'static str; 3],
    /// What the inlined bytes are called on a page.
    variable: &'static str,
}

macro_rules! module {
    ($name:literal, $keys:expr, $variable:literal) => {
        Module {
            name: $name,
            script: include_bytes!(concat!("../../../../wasm-widget/dist/", $name, ".js")),
            wasm: include_bytes!(concat!("../../../../wasm-widget/dist/", $name, ".wasm")),
            keys: $keys,
            variable: $variable,
        }
    };
}

/// The wizard of a matter, trips for several, what one may apply for, and the code on a printed slip; a page loads only what it needs.
const MODULES: &[Module] = &[
    module!("wizard", ["wizard", "wasm", "inline"], "onetripWasm"),
    module!("trip", ["trip", "trip_wasm", "trip_inline"], "onetripTrip"),
    module!(
        "find",
        ["find", "find_wasm", "find_inline"],
        "onetripFinder"
    ),
    module!("slip", ["slip", "slip_wasm", "slip_inline"], "onetripSlip"),
];

/// How the keys of texts begin that only scripts say.
const SPOKEN: &[&str] = &["keep_", "plan_", "wizard_"];

/// The texts that templates and scripts both say.
#[rustfmt::skip]
const SHARED: &[&str] = &[
    "back", "next", "listing", "semicolon", "cond_answer", "cond_quote",
    "originals", "copies", "hand_in", "hand_in_some", "hand_back", "hand_back_copies", "pick",
    "pick_all", "pick_only", "together",
    "slip_before", "nothing_to_bring", "case_or", "day_0", "day_1", "day_2", "day_3", "day_4", "day_5", "day_6",
];

fn texts_key(language: &str) -> String {
    format!("texts_{language}")
}

/// Before the name of a theme's style sheet as pages need it that are written from right to left.
const MIRRORED: &str = "rtl-";

/// What a page in a language has of a theme's style sheet.
fn own_key(key: &str, language: &str) -> String {
    let before = if is_right_to_left(language) {
        MIRRORED
    } else {
        ""
    };
    format!("{before}{key}")
}

/// For a machine in the hall: one file a language with words and the place of its style, which comes as the theme's `kiosk.css`.
const KIOSK: &[u8] = include_bytes!("../../../../wasm-widget/dist/kiosk.js");

fn kiosk_key(language: &str) -> String {
    format!("kiosk_{language}")
}

/// What asks for what a phone keeps: one file a language with words and the site's address.
const OFFLINE: &[u8] = include_bytes!("../../../../wasm-widget/dist/offline.js");

fn offline_key(language: &str) -> String {
    format!("offline_{language}")
}

/// What keeps it: the one script with a name that stays, since browsers look for a new one there.
const WORKER: &[u8] = include_bytes!("../../../../wasm-widget/dist/sw.js");

/// Scripts without an engine: letters and contrast, which every page loads, the calendar, which every page of a community loads,
/// what leads to rules that hold later, which pages with such rules load, the box that finds, the screen in the hall, the help at
/// an address that there is not, and the merged list, which the page for several matters loads with its engine.
const PLAIN: &[(&str, &str, &[u8])] = &[
    (
        "face",
        "face.js",
        include_bytes!("../../../../wasm-widget/dist/face.js"),
    ),
    (
        "clock",
        "clock.js",
        include_bytes!("../../../../wasm-widget/dist/clock.js"),
    ),
    (
        "versions",
        "versions.js",
        include_bytes!("../../../../wasm-widget/dist/versions.js"),
    ),
    (
        "search",
        "search.js",
        include_bytes!("../../../../wasm-widget/dist/search.js"),
    ),
    (
        "lost",
        "lost.js",
        include_bytes!("../../../../wasm-widget/dist/lost.js"),
    ),
    (
        "screen_script",
        "screen.js",
        include_bytes!("../../../../wasm-widget/dist/screen.js"),
    ),
    (
        "merge",
        "merge.js",
        include_bytes!("../../../../wasm-widget/dist/merge.js"),
    ),
];

/// The assets below the site's top, by the name that templates use.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    placed: BTreeMap<String, Placed>,
}

/// An asset in the outlet.
#[derive(Clone, Debug)]
struct Placed {
    /// The name that its file had.
    name: String,
    path: String,
    /// How many it has.
    bytes: usize,
}

impl Assets {
    /// Puts the assets into the outlet; without one they are known all the same, since another part of the site has them. Templates know a
    /// theme's file by its name without ending (`style.css` is `style`).
    ///
    /// # Errors
    /// When something lies there already.
    pub fn place(theme: &Theme, mut outlet: Option<&mut Outlet<'_>>) -> Result<Self, Finding> {
        let mut assets = Self::default();
        for (name, bytes) in &theme.assets {
            let key = name.split('.').next().unwrap_or(name);
            assets.add(theme, outlet.as_deref_mut(), key, name, served(name, bytes))?;
        }
        for (key, name, bytes) in PLAIN {
            assets.add(theme, outlet.as_deref_mut(), key, name, bytes.to_vec())?;
        }
        for module in MODULES {
            let [script, wasm, inline] = module.keys;
            assets.add(
                theme,
                outlet.as_deref_mut(),
                script,
                &format!("{}.js", module.name),
                module.script.to_vec(),
            )?;
            assets.add(
                theme,
                outlet.as_deref_mut(),
                wasm,
                &format!("{}.wasm", module.name),
                module.wasm.to_vec(),
            )?;
            // From file:// nothing can be fetched, but a script can be added.
            let bytes = format!(
                "self.{}=\"{}\";\n",
                module.variable,
                STANDARD.encode(module.wasm)
            );
            assets.add(
                theme,
                outlet.as_deref_mut(),
                inline,
                &format!("{}-inline.js", module.name),
                bytes.into_bytes(),
            )?;
        }
        if let Some(outlet) = outlet {
            let route = Route::Worker;
            outlet.put(route.path(), WORKER.to_vec(), route.origin(None))?;
        }
        Ok(assets)
    }

    fn add(
        &mut self,
        theme: &Theme,
        outlet: Option<&mut Outlet<'_>>,
        key: &str,
        name: &str,
        bytes: Vec<u8>,
    ) -> Result<(), Finding> {
        let route = Route::Asset(fingerprint(name, &bytes));
        let (path, size) = (route.path(), bytes.len());
        if let Some(first) = self.placed.get(key) {
            let names = [name, first.name.as_str()];
            let own = |name: &str| theme.own.contains(&format!("assets/{name}"));
            let [file, other] = if own(name) {
                names
            } else {
                [names[1], names[0]]
            };
            let fault = ThemeFault::AssetName {
                name: key.to_owned(),
                other: other.to_owned(),
            };
            let place = Place::file(&format!("assets/{file}"));
            return Err(Finding::at(place, fault.into()));
        }
        if let Some(outlet) = outlet {
            outlet.put(path.clone(), bytes, route.origin(None))?;
        }
        let name = name.to_owned();
        let placed = Placed {
            name,
            path,
            bytes: size,
        };
        self.placed.insert(key.to_owned(), placed);
        Ok(())
    }

    /// Puts the sentences of the scripts in a language into the outlet; on its pages, templates know them as `texts`. The site stands at `base`.
    ///
    /// # Errors
    /// When something lies there already.
    pub fn place_texts(
        &mut self,
        theme: &Theme,
        language: &str,
        base: &str,
        mut outlet: Option<&mut Outlet<'_>>,
    ) -> Result<(), Finding> {
        let Some(texts) = theme.texts.get(language) else {
            return Ok(());
        };
        if is_right_to_left(language) {
            self.place_mirrored(theme, outlet.as_deref_mut())?;
        }
        let ours = |key: &str| {
            SHARED.contains(&key) || SPOKEN.iter().any(|prefix| key.starts_with(prefix))
        };
        let spoken: BTreeMap<_, _> = texts.iter().filter(|(key, _)| ours(key)).collect();
        let script = format!("self.onetripTexts={};\n", json(&spoken));
        let key = texts_key(language);
        let name = format!("texts-{language}.js");
        self.add(
            theme,
            outlet.as_deref_mut(),
            &key,
            &name,
            script.into_bytes(),
        )?;
        let said = |prefix: &str| -> BTreeMap<_, _> {
            let own = texts.iter().filter(|(key, _)| key.starts_with(prefix));
            own.collect()
        };
        let (base, words) = (json(&base), json(&said("offline_")));
        let mut script =
            format!("self.onetripOffline={{base:{base},texts:{words}}};\n").into_bytes();
        script.extend_from_slice(OFFLINE);
        let (key, name) = (offline_key(language), format!("offline-{language}.js"));
        self.add(theme, outlet.as_deref_mut(), &key, &name, script)?;
        let style = self.placed.get(&own_key("kiosk", language));
        let style = style.map_or("", |placed| {
            let name = placed.path.rsplit('/').next();
            name.unwrap_or_default()
        });
        let (style, words) = (json(&style), json(&said("kiosk_")));
        let script = format!("self.onetripKiosk={{style:{style},texts:{words}}};\n");
        let mut script = script.into_bytes();
        script.extend_from_slice(KIOSK);
        let name = format!("kiosk-{language}.js");
        self.add(theme, outlet, &kiosk_key(language), &name, script)
    }

    /// Puts the theme's style sheets as pages need them that are written from right to left.
    fn place_mirrored(
        &mut self,
        theme: &Theme,
        mut outlet: Option<&mut Outlet<'_>>,
    ) -> Result<(), Finding> {
        let sheets = theme.assets.iter();
        for (name, bytes) in sheets.filter(|(name, _)| name.ends_with(".css")) {
            let name = format!("{MIRRORED}{name}");
            let key = name.split('.').next().unwrap_or(&name);
            if self.placed.contains_key(key) {
                continue;
            }
            let light = served(&name, bytes);
            let sheet = style::mirrored(&String::from_utf8_lossy(&light));
            self.add(theme, outlet.as_deref_mut(), key, &name, sheet.into_bytes())?;
        }
        Ok(())
    }

    /// The links from a page in a language whose way to the top is `root`.
    pub(super) fn hrefs(&self, root: &str, language: &str) -> BTreeMap<&str, String> {
        let link = |placed: &Placed| format!("{root}{}", placed.path);
        let placed = self.placed.iter();
        let mut hrefs: BTreeMap<_, _> = placed
            .map(|(key, placed)| (key.as_str(), link(placed)))
            .collect();
        if is_right_to_left(language) {
            for (key, placed) in &self.placed {
                if let Some(key) = key.strip_prefix(MIRRORED) {
                    hrefs.insert(key, link(placed));
                }
            }
        }
        if let Some(placed) = self.placed.get(&texts_key(language)) {
            hrefs.insert("texts", link(placed));
        }
        if let Some(placed) = self.placed.get(&kiosk_key(language)) {
            hrefs.insert("kiosk_script", link(placed));
        }
        if let Some(placed) = self.placed.get(&offline_key(language)) {
            hrefs.insert("offline_script", link(placed));
        }
        hrefs
    }

    /// Path and size of what a phone keeps for the pages of a language: not what only a machine in the hall, a printer, a page on a disk or an
    /// address that there is not asks for.
    pub(super) fn kept(&self, language: &str) -> impl Iterator<Item = (&str, usize)> {
        let (texts, offline) = (texts_key(language), offline_key(language));
        let sheets = self.placed.keys();
        let sheets = sheets.filter_map(|key| key.strip_prefix(MIRRORED));
        let sheets: Vec<&str> = sheets.collect();
        let right_to_left = is_right_to_left(language);
        let kept = move |key: &str| {
            let of_a_language = ["texts_", "offline_"]
                .iter()
                .any(|one| key.starts_with(one));
            let wanted = !of_a_language || key == texts || key == offline;
            let (key, faces) = match key.strip_prefix(MIRRORED) {
                Some(key) => (key, right_to_left),
                None => (key, !right_to_left || !sheets.contains(&key)),
            };
            let aside = ["kiosk", "slip", "lost", "screen"]
                .iter()
                .any(|one| key.starts_with(one));
            wanted && faces && !aside && !key.ends_with("inline")
        };
        let placed = self.placed.iter().filter(move |(key, _)| kept(key));
        placed.map(|(_, placed)| (placed.path.as_str(), placed.bytes))
    }
}

/// A theme's file as it is served.
fn served(name: &str, bytes: &[u8]) -> Vec<u8> {
    match std::str::from_utf8(bytes) {
        Ok(sheet) if name.ends_with(".css") => style::light(sheet).into_bytes(),
        _ => bytes.to_vec(),
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
