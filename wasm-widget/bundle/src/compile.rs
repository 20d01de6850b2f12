//! Cargo makes the WebAssembly, with nothing in it that depends on where things lie on this machine.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::face::Face;
use crate::place::{Place, run};

const TARGET: &str = "wasm32v1-none";

/// The module with one face, as rustc links it, before wasm-bindgen.
pub(crate) fn compile(place: &Place, face: &Face) -> Outcome<Vec<u8>> {
    let directory = place.target()?.join("widget");
    let mut cargo = place.cargo();
    cargo.args([
        "rustc",
        "--quiet",
        "--locked",
        "--package",
        "onetrip-widget",
        "--lib",
        "--crate-type",
        "cdylib",
        "--features",
        face.name,
    ]);
    cargo
        .args(["--profile", "widget", "--target", TARGET, "--target-dir"])
        .arg(&directory);
    cargo.env(
        "CARGO_ENCODED_RUSTFLAGS",
        flags(place, &directory)?.join("\u{1f}"),
    );
    for (name, _) in env::vars_os().filter(|(name, _)| changes_build(&name.to_string_lossy())) {
        cargo.env_remove(name);
    }
    let status = cargo.status().map_err(|error| format!("cargo: {error}"))?;
    if !status.success() {
        return Err(format!(
            "the widget does not compile (needs: rustup target add {TARGET})"
        ));
    }
    let module = directory.join(TARGET).join("widget/onetrip_widget.wasm");
    fs::read(&module).map_err(|error| format!("{}: {error}", module.display()))
}

/// The compiler that made it.
pub(crate) fn rustc_version(place: &Place) -> Outcome<String> {
    run(place.rustc().arg("--version"))
}

/// Whether a variable of the environment would change what cargo builds.
fn changes_build(variable: &str) -> bool {
    let rest = variable.strip_prefix("CARGO_").unwrap_or("");
    variable.ends_with("_WRAPPER")
        || ["PROFILE_", "BUILD_", "TARGET_WASM"]
            .iter()
            .any(|start| rest.starts_with(start))
}

/// Flags that replace every directory of this machine in the module. The last prefix that fits wins.
fn flags(place: &Place, target: &Path) -> Outcome<Vec<String>> {
    let sysroot = run(place.rustc().args(["--print", "sysroot"]))?;
    let prefixes = [
        (cargo_home()?, "/cargo"),
        (sysroot.into(), "/rust"),
        (place.root.clone(), "/onetrip"),
        (target.to_owned(), "/target"),
    ];
    let flag =
        |(from, to): &(PathBuf, &str)| format!("--remap-path-prefix={}={to}", from.display());
    Ok(prefixes.iter().map(flag).collect())
}

fn cargo_home() -> Outcome<PathBuf> {
    let home = || env::home_dir().map(|home| home.join(".cargo"));
    env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(home)
        .ok_or("there is no home directory".to_owned())
}
