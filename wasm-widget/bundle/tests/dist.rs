//! What lies in `wasm-widget/dist/` is what the sources make, and what the phones of the floor can run.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use onetrip_widget_bundle::bundle;
use onetrip_widget_bundle::face::{FACES, Face, PLAIN, SLIP, TRIP, WIZARD};
use onetrip_widget_bundle::inputs::{Inputs, sha256};
use onetrip_widget_bundle::place::Place;
use wasmparser::{Validator, WasmFeatures};

/// Script and module as they travel, in KB: the promise of the product for the first face; the others are loaded by the plan's
/// page and by those who print.
const BUDGETS: [(Face, usize); 3] = [(WIZARD, 34), (TRIP, 56), (SLIP, 10)];

fn place() -> Place {
    Place::find().expect("the tests run in the workspace")
}

fn dist(name: &str) -> Vec<u8> {
    let path = place().dist().join(name);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}; run cargo widget", path.display()))
}

#[test]
fn dist_is_made_of_these_sources() {
    let manifest =
        bundle::manifest(&place()).unwrap_or_else(|error| panic!("{error}; run cargo widget"));
    let inputs = Inputs::read(&place()).expect("the sources are readable");
    let (then, now) = (&manifest.inputs, &inputs);
    let names = then.files.keys().chain(now.files.keys());
    let changed: BTreeSet<_> = names
        .filter(|name| then.files.get(*name) != now.files.get(*name))
        .collect();
    assert!(
        changed.is_empty(),
        "changed since cargo widget ran: {changed:?}"
    );
    assert_eq!(then.crates, now.crates, "changed since cargo widget ran");
    for (name, hash) in &manifest.outputs {
        assert_eq!(
            &sha256(&dist(name)),
            hash,
            "{name} was changed by hand; run cargo widget"
        );
    }
}

#[test]
fn modules_need_nothing_beyond_the_first_webassembly() {
    for face in FACES {
        let mut validator = Validator::new_with_features(WasmFeatures::WASM1);
        let outcome = validator.validate_all(&dist(&face.module()));
        assert!(
            outcome.is_ok(),
            "old phones would refuse {}: {:?}",
            face.module(),
            outcome.err()
        );
    }
}

#[test]
fn scripts_and_modules_are_small() {
    for (face, budget) in BUDGETS {
        // The plan's engine is of use with what makes a list of its numbers.
        let merge = if face.name == TRIP.name {
            gzip(&dist("merge.js"))
        } else {
            0
        };
        let size = gzip(&dist(&face.script())) + gzip(&dist(&face.module())) + merge;
        assert!(
            size <= budget * 1024,
            "{}: script and module weigh {size} bytes, more than {budget} KB",
            face.name
        );
    }
    let clock = gzip(&dist("clock.js"));
    assert!(clock <= 2560, "every page loads the clock: {clock} bytes");
}

#[test]
fn scripts_have_no_syntax_newer_than_the_phones() {
    let plain = PLAIN.iter().map(|name| format!("{name}.js"));
    for name in FACES.iter().map(Face::script).chain(plain) {
        let script = String::from_utf8(dist(&name)).expect("scripts are text");
        for newer in [
            "?.",
            "??",
            "||=",
            "&&=",
            "catch {",
            "static {",
            "import(",
            "import.meta",
            "await import",
        ] {
            assert!(
                !script.contains(newer),
                "{name}: {newer} is newer than ES2018"
            );
        }
    }
}

#[test]
fn nothing_tells_where_it_was_built() {
    let root = place().root.display().to_string();
    for name in FACES.iter().flat_map(|face| [face.script(), face.module()]) {
        let bytes = dist(&name);
        let text = String::from_utf8_lossy(&bytes);
        assert!(
            !text.contains(&root) && !text.contains(".cargo/registry"),
            "{name} holds a path of this machine"
        );
    }
}

fn gzip(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("memory can be written");
    encoder.finish().expect("memory can be written").len()
}
