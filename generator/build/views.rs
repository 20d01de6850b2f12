//! The view models of templates as their sources declare them, so that the reference for theme authors has their types and their
//! remarks without a second list.

use std::fmt::Write as _;

/// Rust code of a table of all views in `sources`.
pub(super) fn table(sources: &[String]) -> String {
    let mut code = String::from("&[\n");
    for source in sources {
        let mut lines = source.lines();
        let mut about = String::new();
        let mut is_view = false;
        while let Some(line) = lines.next() {
            let line = line.trim();
            if let Some(doc) = line.strip_prefix("///") {
                about.push_str(doc);
            } else if line.starts_with("#[derive(") {
                is_view = line.contains("Serialize");
            } else if let Some(name) = opened(line).filter(|_| is_view) {
                let fields = fields(&mut lines);
                let _ = writeln!(
                    code,
                    "    View {{ name: {name:?}, about: {:?}, fields: &[\n{fields}    ] }},",
                    about.trim()
                );
            } else if !line.starts_with('#') && !line.starts_with([')', 'c', 'r']) {
                about.clear();
                is_view = false;
            }
        }
    }
    code.push_str("]\n");
    code
}

/// The name of a structure whose fields begin behind this line.
fn opened(line: &str) -> Option<&str> {
    let (before, rest) = line.split_once("struct ")?;
    let is_item = before.is_empty() || before.starts_with("pub");
    let name = rest.split(['<', ' ']).next()?;
    (is_item && rest.ends_with('{')).then_some(name)
}

fn fields<'a>(lines: &mut impl Iterator<Item = &'a str>) -> String {
    let mut code = String::new();
    let (mut about, mut flat, mut may_lack) = (String::new(), false, false);
    for line in lines.map(str::trim).take_while(|line| *line != "}") {
        if let Some(doc) = line.strip_prefix("///") {
            about.push_str(doc);
            continue;
        }
        if line.starts_with("#[serde") {
            flat |= line.contains("flatten");
            may_lack |= line.contains("skip_serializing_if");
            continue;
        }
        let field = line.trim_end_matches(',').split_once(": ");
        if let Some((name, kind)) = field {
            let name = name.rsplit(' ').next().unwrap_or(name);
            let about = about.trim();
            let _ = writeln!(
                code,
                "        Field {{ name: {name:?}, kind: {kind:?}, about: {about:?}, flat: {flat}, may_lack: {may_lack} }},"
            );
        }
        about.clear();
        (flat, may_lack) = (false, false);
    }
    code
}
