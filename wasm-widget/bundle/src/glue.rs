//! wasm-bindgen makes the script that JavaScript calls; what phones of the floor cannot read in it is patched.
//!
//! Every patch names the text that it expects and fails when that is not there exactly once, so a new
//! wasm-bindgen cannot slip past it.

use wasm_bindgen_cli_support::Bindgen;

use crate::Outcome;

/// What is replaced in the glue.
const PATCHES: [(&str, &str); 1] = [
    // A static function and a method of one name are fine in JavaScript, but not for wasm-bindgen.
    ("static read(bytes)", "static open(bytes)"),
];

/// The script and the module.
pub(crate) fn bind(module: Vec<u8>) -> Outcome<(String, Vec<u8>)> {
    let failed = |error| format!("wasm-bindgen: {error:#}");
    let mut bindgen = Bindgen::new();
    bindgen.input_bytes("wizard", module).typescript(false).omit_default_module_path(true);
    bindgen.remove_name_section(true).remove_producers_section(true).no_modules(true).map_err(failed)?;
    let mut output = bindgen.generate_output().map_err(failed)?;
    let mut script = output.js().to_owned();
    for (from, to) in PATCHES {
        script = replace_once(&script, from, to)?;
    }
    Ok((without_comments(&script)?, output.wasm_mut().emit_wasm()))
}

fn replace_once(script: &str, from: &str, to: &str) -> Outcome<String> {
    match script.matches(from).count() {
        1 => Ok(script.replacen(from, to, 1)),
        count => {
            Err(format!("the glue of this wasm-bindgen holds {from:?} {count} times, not once: mend glue.rs"))
        }
    }
}

/// Leaves out indentation, empty lines and comments that fill whole lines. Lines inside a string over several
/// lines could look like such; that there is none is checked.
fn without_comments(script: &str) -> Outcome<String> {
    let mut kept = String::new();
    let mut inside = false;
    for line in script.lines().map(str::trim) {
        inside |= line.starts_with("/*");
        if !inside && !line.starts_with("//") && !line.is_empty() {
            if line.matches('`').count() % 2 == 1 {
                return Err(format!(
                    "the glue of this wasm-bindgen holds a string over several lines: {line}: mend glue.rs"
                ));
            }
            kept.push_str(line);
            kept.push('\n');
        }
        inside &= !line.ends_with("*/");
    }
    Ok(kept)
}
