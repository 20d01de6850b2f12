//! The faces of the engine: what pages load, each a script and a module.
//!
//! Small ones instead of one with everything: a page with one matter does not pay for several, and only those
//! who print pay for the code on the slip.

/// A face: the feature of `onetrip-widget` that compiles it, and what its files are called.
pub struct Face {
    /// The name of the feature and, with an ending, of the files.
    pub name: &'static str,
    /// What the script defines. Two scripts on one page need two names.
    pub global: &'static str,
    /// A static function and a method of one name are fine in JavaScript, but not for wasm-bindgen.
    pub(crate) renamed: Option<(&'static str, &'static str)>,
}

/// One matter; the pages of all guides load it.
pub const WIZARD: Face = Face {
    name: "wizard",
    global: "wasm_bindgen",
    renamed: Some(("static read(bytes)", "static open(bytes)")),
};
/// Several matters.
pub const TRIP: Face = Face {
    name: "trip",
    global: "wasm_bindgen",
    renamed: Some(("static start()", "static open()")),
};
/// What one may apply for.
pub const FIND: Face = Face {
    name: "find",
    global: "wasm_bindgen",
    renamed: Some(("static start()", "static open()")),
};
/// The code on the printed slip, beside one of the others.
pub const SLIP: Face = Face {
    name: "slip",
    global: "onetrip_slip",
    renamed: None,
};

/// All of them.
pub const FACES: [Face; 4] = [WIZARD, TRIP, FIND, SLIP];

/// Scripts without an engine, each a file of `web/` that pages load by itself.
pub const PLAIN: [&str; 11] = [
    "clock", "face", "kiosk", "lost", "merge", "offline", "screen", "search", "sw", "unpack",
    "versions",
];

impl Face {
    /// The script: wasm-bindgen's glue and then our own.
    pub fn script(&self) -> String {
        format!("{}.js", self.name)
    }

    /// The module.
    pub fn module(&self) -> String {
        format!("{}.wasm", self.name)
    }

    /// Whether a file of `web/` belongs to this face: its name says so, as in `wizard.js` or `trip+wizard.js`.
    pub(crate) fn has(&self, file: &str) -> bool {
        faces_of(file).any(|name| name == self.name)
    }
}

/// The faces that the name of a script names.
pub(crate) fn faces_of(file: &str) -> impl Iterator<Item = &str> {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.trim_end_matches(".js").split('+')
}
