//! Lists what templates of sheets get; names what prints.

#[path = "../build/sources.rs"]
mod sources;
#[path = "../build/views.rs"]
mod views;

use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let folder = [here.join("src")];
    let press = sources::hash(&folder, &here.join("../../Cargo.lock"))?;
    println!("cargo::rustc-env=ONETRIP_PRESS={press}");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let models = sources::files(&folder)?.into_iter();
    let models: Vec<String> = models.map(fs::read_to_string).collect::<io::Result<_>>()?;
    fs::write(out.join("views.rs"), views::table(&models))
}
