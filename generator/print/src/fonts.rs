//! The theme's fonts: what they can show, how wide it is, and what usvg finds them by.

use std::collections::BTreeSet;
use std::sync::Arc;

use onetrip_core::output::hex_digest;
use onetrip_core::source::{MachineFonts, Theme};
use resvg::usvg::fontdb::{Database, Source};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider as _};

/// Fonts for sheets; cheap to clone.
#[derive(Clone, Debug)]
pub struct Fonts {
    database: Arc<Database>,
    faces: Vec<Face>,
    /// The family that is used where a sheet names none.
    family: String,
    /// Changes when any font does.
    pub(super) digest: String,
}

#[derive(Clone, Debug)]
struct Face {
    bytes: Arc<Vec<u8>>,
    weight: u16,
}

impl Face {
    fn font(&self) -> Option<FontRef<'_>> {
        FontRef::new(&self.bytes).ok()
    }
}

impl Fonts {
    /// The fonts below the theme's `fonts/`.
    pub fn new(theme: &Theme) -> Self {
        let mut fonts = Self {
            database: Arc::default(),
            faces: Vec::new(),
            family: String::new(),
            digest: String::new(),
        };
        for bytes in theme.fonts.values() {
            fonts.add(bytes.clone());
        }
        fonts
    }

    fn add(&mut self, bytes: Vec<u8>) {
        self.digest = hex_digest(format!("{}{}", self.digest, hex_digest(&bytes)).as_bytes());
        let bytes = Arc::new(bytes);
        let database = Arc::make_mut(&mut self.database);
        for id in database.load_font_source(Source::Binary(Arc::clone(&bytes) as _)) {
            let Some(info) = database.face(id) else {
                continue;
            };
            if let (true, Some((family, _))) = (self.family.is_empty(), info.families.first()) {
                self.family.clone_from(family);
            }
            self.faces.push(Face {
                bytes: Arc::clone(&bytes),
                weight: info.weight.0,
            });
        }
    }

    /// The same fonts, and those of the machine that have what these lack; `None` when nothing is missing.
    pub fn filled(&self, text: &BTreeSet<char>, machine: &dyn MachineFonts) -> Option<Self> {
        let missing = self.missing(text);
        if missing.is_empty() {
            return None;
        }
        let mut filled = self.clone();
        for bytes in machine.with_any_of(&missing) {
            filled.add(bytes);
        }
        Some(filled)
    }

    /// Those of the characters that no font has.
    pub fn missing(&self, text: &BTreeSet<char>) -> BTreeSet<char> {
        text.iter()
            .copied()
            .filter(|character| !self.has(*character))
            .collect()
    }

    /// Whether some font has the character; what is not seen needs none.
    pub fn has(&self, character: char) -> bool {
        let shown = |face: &Face| {
            face.font()
                .is_some_and(|font| font.charmap().map(character).is_some())
        };
        character.is_whitespace() || character.is_control() || self.faces.iter().any(shown)
    }

    /// The width of each character of a text in em.
    pub(super) fn advances(&self, text: &str, weight: u16) -> Vec<f64> {
        let face = self
            .faces
            .iter()
            .min_by_key(|face| face.weight.abs_diff(weight));
        let font = face.and_then(Face::font);
        let metrics = font
            .as_ref()
            .map(|f| f.glyph_metrics(Size::new(1.0), LocationRef::default()));
        let advance = |c: char| {
            let glyph = font.as_ref()?.charmap().map(c)?;
            metrics.as_ref()?.advance_width(glyph).map(f64::from)
        };
        // What another font will show is as wide as a Chinese character at most.
        text.chars().map(|c| advance(c).unwrap_or(1.0)).collect()
    }

    pub(super) fn database(&self) -> Arc<Database> {
        Arc::clone(&self.database)
    }

    pub(super) fn family(&self) -> String {
        self.family.clone()
    }
}
