//! What the benches of the engine measure, in node: `cargo bench -p onetrip-widget-bundle`. Measures what lies in dist/.

#[path = "../../benches/common/mod.rs"]
mod common;

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use common::{MATTERS, guide, plan_matter};
use onetrip_widget::rules::compile;
use onetrip_widget_bundle::place::Place;
use serde_json::json;

fn main() {
    let rules = compile(&guide())
        .expect("the rules of the bench are simple")
        .to_bytes();
    let matter = |matter| {
        let (source, lines) = plan_matter(matter);
        let rules = compile(&source).expect("the rules of the bench are simple");
        json!({ "rules": rules.to_bytes(), "lines": lines.to_bytes() })
    };
    let matters: Vec<_> = (0..MATTERS).map(matter).collect();
    let dist = Place::find()
        .expect("the benches run in the workspace")
        .dist();
    let input = json!({ "dist": dist, "rules": rules, "matters": matters });
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/face.js");
    let Ok(mut node) = Command::new("node")
        .arg(script)
        .stdin(Stdio::piped())
        .spawn()
    else {
        println!("skipped: there is no node here");
        return;
    };
    let mut pipe = node.stdin.take().expect("it is piped");
    pipe.write_all(input.to_string().as_bytes())
        .expect("node reads it");
    drop(pipe);
    assert!(node.wait().expect("node ends").success());
}
