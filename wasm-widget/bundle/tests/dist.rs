//! What lies in `wasm-widget/dist/` is what the sources make, and what the phones of the floor can run.

use std::fs;
use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use onetrip_widget_bundle::bundle::{self, MODULE, SCRIPT};
use onetrip_widget_bundle::inputs::{Inputs, sha256};
use onetrip_widget_bundle::place::Place;
use wasmparser::{Validator, WasmFeatures};

/// Script and module as they travel: the promise of the product, in bytes.
const BUDGET: usize = 30 * 1024;

fn place() -> Place {
    Place::find().expect("the tests run in the workspace")
}

fn dist(name: &str) -> Vec<u8> {
    let path = place().dist().join(name);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}; run cargo widget", path.display()))
}

#[test]
fn dist_is_made_of_these_sources() {
    let manifest = bundle::manifest(&place()).unwrap_or_else(|error| panic!("{error}; run cargo widget"));
    let inputs = Inputs::read(&place()).expect("the sources are readable");
    assert_eq!(manifest.inputs, inputs, "the widget's sources have changed; run cargo widget");
    for (name, hash) in &manifest.outputs {
        assert_eq!(&sha256(&dist(name)), hash, "{name} was changed by hand; run cargo widget");
    }
}

#[test]
fn module_needs_nothing_beyond_the_first_webassembly() {
    let module = dist(MODULE);
    let mut validator = Validator::new_with_features(WasmFeatures::WASM1);
    let outcome = validator.validate_all(&module);
    assert!(outcome.is_ok(), "old phones would refuse the module: {:?}", outcome.err());
}

#[test]
fn script_and_module_are_small() {
    let size = gzip(&dist(SCRIPT)) + gzip(&dist(MODULE));
    assert!(size <= BUDGET, "script and module weigh {size} bytes together, more than {BUDGET}");
}

#[test]
fn script_has_no_syntax_newer_than_the_phones() {
    let script = String::from_utf8(dist(SCRIPT)).expect("scripts are text");
    for newer in ["?.", "??", "||=", "&&=", "catch {", "static {", "import(", "import.meta", "await import"] {
        assert!(!script.contains(newer), "{newer} is newer than ES2018");
    }
}

#[test]
fn nothing_tells_where_it_was_built() {
    let root = place().root.display().to_string();
    for name in [SCRIPT, MODULE] {
        let bytes = dist(name);
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
