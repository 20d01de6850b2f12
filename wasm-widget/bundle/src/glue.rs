//! wasm-bindgen makes the script that JavaScript calls; what our pages never use in it is cut.
//!
//! Every cut names the text that it expects and fails when that is not there exactly once, so a new
//! wasm-bindgen cannot slip past it.

use wasm_bindgen_cli_support::Bindgen;

use crate::Outcome;
use crate::face::Face;

/// Where the script looks for its own address, up to what follows: pages hand the module over themselves.
const OWN_ADDRESS: (&str, &str) = ("let script_src;\n", "location.href).toString();\n}\n");
/// Ways to load that pages do not use: streaming trusts MIME types, which servers and old phones get wrong.
const LOADERS: (&str, &str) = ("async function __wbg_load(", "initSync }, exports);\n");
/// The quick way of a long text into the module, and what old browsers need for it; ours are short, and the plain way serves.
const QUICK_TEXT: (&str, &str) = (
    "}\nlet len = arg.length;\n",
    "WASM_VECTOR_LEN = offset;\nreturn ptr;\n",
);
const PLAIN_TEXT: &str = "if (realloc === undefined) {\n";
const ENCODER: (&str, &str) = ("if (!('encodeInto' in", "written: buf.length\n};\n};\n}\n");
/// What pages use instead of the loaders: bytes in, at once or as a promise.
const LOADER: &str = "\
function initSync(options) {
return __wbg_finalize_init(new WebAssembly.Instance(new WebAssembly.Module(options.module), __wbg_get_imports()));
}
function init(options) {
return WebAssembly.instantiate(options.module_or_path, __wbg_get_imports()).then((made) => __wbg_finalize_init(made.instance));
}
return Object.assign(init, { initSync }, exports);
";

/// The script and the module.
pub(crate) fn bind(face: &Face, module: Vec<u8>) -> Outcome<(String, Vec<u8>)> {
    let failed = |error| format!("wasm-bindgen: {error:#}");
    let mut bindgen = Bindgen::new();
    bindgen
        .input_bytes(face.name, module)
        .typescript(false)
        .omit_default_module_path(true);
    bindgen
        .remove_name_section(true)
        .remove_producers_section(true);
    bindgen
        .no_modules(true)
        .and_then(|bindgen| bindgen.no_modules_global(face.global))
        .map_err(failed)?;
    let mut output = bindgen.generate_output().map_err(failed)?;
    let script: String = output
        .js()
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .flat_map(|line| [line, "\n"])
        .collect();
    let script = replace(&script, OWN_ADDRESS, "")?;
    let script = replace(&script, LOADERS, LOADER)?;
    let script = replace(&script, QUICK_TEXT, "")?;
    let script = replace(&script, (PLAIN_TEXT, ""), "")?;
    let script = replace(&script, ENCODER, "")?;
    let script = match face.renamed {
        Some((from, to)) => replace(&script, (from, ""), to)?,
        None => script,
    };
    Ok((script, output.wasm_mut().emit_wasm()))
}

/// Replaces what begins with the one text and ends with the other.
fn replace(script: &str, (from, to): (&str, &str), with: &str) -> Outcome<String> {
    let unknown =
        |text| format!("the glue of this wasm-bindgen does not hold {text:?} once: mend glue.rs");
    let (before, rest) = script.split_once(from).ok_or(unknown(from))?;
    let (_, after) = rest.split_once(to).ok_or(unknown(to))?;
    if after.contains(from) {
        Err(unknown(from))
    } else {
        Ok([before, with, after].concat())
    }
}
