//! Lists the files of `themes/default`, so that the command carries its theme with it; lists what templates get; names the press and the program.

#[path = "build/views.rs"]
mod views;

use std::fmt::Write as _;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    println!("cargo::rustc-env=ONETRIP_PRESS={:016x}", press(&here)?);
    println!("cargo::rustc-env=ONETRIP_PROGRAM={:016x}", program(&here)?);
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("views.rs"), views::table(&view_models(&here)?))?;
    let theme = here.join("../themes/default");
    println!("cargo::rerun-if-changed={}", theme.display());
    let mut files = Vec::new();
    collect(&theme, &mut files)?;
    files.sort();
    let mut code = String::from("static THEME: &[(&str, &[u8])] = &[\n");
    for file in files {
        println!("cargo::rerun-if-changed={}", file.display());
        let name = file
            .strip_prefix(&theme)
            .unwrap_or(&file)
            .to_string_lossy()
            .replace('\\', "/");
        let _ = writeln!(
            code,
            "    ({name:?}, include_bytes!({:?})),",
            file.display().to_string()
        );
    }
    code.push_str("];\n");
    fs::write(out.join("theme.rs"), code)
}

/// The sources that hold view models; those of data files are the contract with others (`schema/`).
fn view_models(here: &Path) -> io::Result<Vec<String>> {
    let mut files = Vec::new();
    for folder in ["src/print", "src/render"] {
        println!("cargo::rerun-if-changed={folder}");
        collect(&here.join(folder), &mut files)?;
    }
    files.retain(|file| !file.ends_with("data_view.rs"));
    files.sort();
    files.into_iter().map(fs::read_to_string).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

/// A number that changes with everything that makes a file of a sheet, so that a newer command keeps no sheet of an older one.
fn press(here: &Path) -> io::Result<u64> {
    hash(here, &["src/print", "src/qr"])
}

/// A number that changes with everything that makes a site, so that a newer command keeps no page of an older one.
fn program(here: &Path) -> io::Result<u64> {
    hash(
        here,
        &[
            "build",
            "src",
            "../wasm-widget/src",
            "../wasm-widget/dist",
            "../themes/default",
        ],
    )
}

fn hash(here: &Path, folders: &[&str]) -> io::Result<u64> {
    let mut files = Vec::new();
    for folder in folders {
        println!("cargo::rerun-if-changed={folder}");
        collect(&here.join(folder), &mut files)?;
    }
    files.push(here.join("../Cargo.lock"));
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        println!("cargo::rerun-if-changed={}", file.display());
        fs::read(file)?.hash(&mut hasher);
    }
    Ok(hasher.finish())
}
