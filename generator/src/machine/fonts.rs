//! The fonts that a system has installed.

use std::collections::BTreeSet;

use onetrip_core::source::MachineFonts;
use resvg::usvg::fontdb::Database;
use skrifa::{FontRef, MetadataProvider as _};

/// This machine's fonts, looked at only when they are asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemFonts;

impl MachineFonts for SystemFonts {
    fn with_any_of(&self, characters: &BTreeSet<char>) -> Vec<Vec<u8>> {
        let mut database = Database::new();
        database.load_system_fonts();
        let mut faces: Vec<_> = database
            .faces()
            .map(|face| (face.post_script_name.clone(), face.id))
            .collect();
        faces.sort();
        let mut missing = characters.clone();
        let mut found = Vec::new();
        for (_, id) in faces {
            if missing.is_empty() {
                break;
            }
            let bytes = database.with_face_data(id, |data, index| {
                helps(data, index, &mut missing).then(|| data.to_vec())
            });
            found.extend(bytes.flatten());
        }
        found
    }
}

/// Whether the font has some of the characters; those are then no longer missing.
fn helps(data: &[u8], index: u32, missing: &mut BTreeSet<char>) -> bool {
    let Ok(font) = FontRef::from_index(data, index) else {
        return false;
    };
    let before = missing.len();
    let map = font.charmap();
    missing.retain(|character| map.map(*character).is_none());
    missing.len() < before
}
