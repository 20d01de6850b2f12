//! What a page in one file unpacks is what was packed. Needs node; without it, it only says so.

use std::path::Path;
use std::process::Command;

use onetrip_widget_bundle::place::Place;

#[test]
fn what_another_hand_packs_is_unpacked() {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/unpack.js");
    let dist = Place::find()
        .expect("the tests run in the workspace")
        .dist();
    let Ok(output) = Command::new("node").arg(script).arg(dist).output() else {
        println!("there is no node: not tested");
        return;
    };
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    let count = String::from_utf8_lossy(&output.stdout);
    assert_eq!(count.trim(), "181", "inputs were tried");
}
