//! Puts the files of `themes/default` into the crate; lists what templates of pages get; names what draws codes.

#[path = "../build/sources.rs"]
mod sources;
#[path = "../build/views.rs"]
mod views;

use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let top = here.join("../..");
    let codes = sources::hash(&[here.join("src/qr")], &top.join("Cargo.lock"))?;
    println!("cargo::rustc-env=ONETRIP_CODES={codes}");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let mut models = sources::files(&[here.join("src/render")])?;
    // Those of data files are the contract with others (`schema/`).
    models.retain(|file| !file.ends_with("data_view.rs"));
    let models: Vec<String> = models
        .into_iter()
        .map(fs::read_to_string)
        .collect::<io::Result<_>>()?;
    fs::write(out.join("views.rs"), views::table(&models))?;
    let theme = top.join("themes/default");
    let mut code = String::from("static THEME: &[(&str, &[u8])] = &[\n");
    for file in sources::files(std::slice::from_ref(&theme))? {
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
