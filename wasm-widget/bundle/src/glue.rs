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
    let script = without_comments(output.js())?;
    let script = replace(&script, OWN_ADDRESS, "")?;
    let script = replace(&script, LOADERS, LOADER)?;
    let script = replace(&script, QUICK_TEXT, "")?;
    let script = replace(&script, (PLAIN_TEXT, ""), "")?;
    let script = replace(&script, ENCODER, "")?;
    let script = match face.renamed {
        Some((from, to)) => replace(&script, (from, ""), to)?,
        None => script,
    };
    Ok((lean(&script), output.wasm_mut().emit_wasm()))
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

/// What a browser needs of a script of ours.
pub(crate) fn short(script: &str) -> Outcome<String> {
    Ok(lean(&without_comments(script)?))
}

/// Leaves out indentation, empty lines and comments. Lines inside a string over several
/// lines could look like such; that there is none is checked.
fn without_comments(script: &str) -> Outcome<String> {
    let mut kept = String::new();
    let mut inside = false;
    for line in script.lines().map(str::trim) {
        inside |= line.starts_with("/*");
        if !inside && !line.starts_with("//") && !line.is_empty() {
            if line.matches('`').count() % 2 == 1 {
                return Err(format!(
                    "a script holds a string over several lines: {line}: see glue.rs"
                ));
            }
            kept.push_str(&without_remark(line));
            kept.push('\n');
        }
        inside &= !line.ends_with("*/");
    }
    Ok(kept)
}

/// The script without spaces and line ends that mean nothing. A line that may hold a regular expression, or a string
/// other than in double quotes, stays as it is.
fn lean(script: &str) -> String {
    let lines = script.lines().map(|line| {
        if line.contains(['\'', '`', '/', '\\']) {
            line.to_owned()
        } else {
            // Every other piece is a string.
            let pieces = line.split('"').enumerate();
            let pieces: Vec<String> = pieces
                .map(|(index, piece)| match index % 2 {
                    0 => without_spaces(piece),
                    _ => piece.to_owned(),
                })
                .collect();
            pieces.join("\"")
        }
    });
    lines.map(joined).collect()
}

/// The line with its end, where that means anything: behind a comment it does, behind most signs it does not.
fn joined(line: String) -> String {
    if line.ends_with([';', '{', ',', '(']) && !line.contains("//") {
        line
    } else {
        line + "\n"
    }
}

/// Code without the spaces beside signs that stand alone; `+` and `-` may be two of a kind.
fn without_spaces(code: &str) -> String {
    let alone = |c: char| "=,:;{}()[]?<>&|".contains(c);
    let mut out = String::new();
    let mut rest = code.chars().peekable();
    while let Some(c) = rest.next() {
        let beside = out.chars().next_back().is_some_and(alone);
        let before = rest.peek().is_some_and(|next| alone(*next));
        if c != ' ' || !(beside || before) {
            out.push(c);
        }
    }
    out
}

/// A line without the comment at its end or in its empty block. What holds a quotation mark may be a string and stays.
fn without_remark(line: &str) -> String {
    let is_remark = |text: &str| !text.contains(['"', '\'', '`']);
    let line = match line.rsplit_once(" // ") {
        Some((code, remark)) if is_remark(remark) => code,
        _ => line,
    };
    match line
        .split_once("{ /* ")
        .map(|(code, rest)| (code, rest.split_once(" */ }")))
    {
        Some((code, Some((remark, rest)))) if is_remark(remark) => format!("{code}{{}}{rest}"),
        _ => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::lean;

    #[test]
    fn spaces_and_line_ends_go_where_they_mean_nothing() {
        for (script, leaner) in [
            ("const a = (b, c) => {\n", "const a=(b,c)=>{"),
            ("put(a, \" = , \" + b);\n", "put(a,\" = , \" + b);"),
            ("a + +b - -c\n", "a + +b - -c\n"),
            ("return x ? y : z;\nreturn;\n", "return x?y:z;return;"),
            ("a = b / c; // it's left\n", "a = b / c; // it's left\n"),
            ("text.split(/ , /);\n", "text.split(/ , /);"),
            ("say('a = b');\n", "say('a = b');"),
            ("const url = \"a//b\";\n", "const url = \"a//b\";\n"),
            ("if (a) b = c\nd = e\n", "if(a)b=c\nd=e\n"),
        ] {
            assert_eq!(lean(script), leaner, "{script}");
        }
    }
}
