//! Names the program.

#[path = "build/sources.rs"]
mod sources;

use std::path::PathBuf;
use std::{env, io};

/// Everything that makes a site, so that a newer command keeps no page of an older one.
const MAKES: [&str; 7] = [
    "build",
    "core/src",
    "print/src",
    "src",
    "../wasm-widget/src",
    "../wasm-widget/dist",
    "../themes/default",
];

fn main() -> io::Result<()> {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let folders = MAKES.map(|folder| here.join(folder));
    let program = sources::hash(&folders, &here.join("../Cargo.lock"))?;
    println!("cargo::rustc-env=ONETRIP_PROGRAM={program}");
    Ok(())
}
