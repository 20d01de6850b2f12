//! A finished page with its style, scripts, engine and pictures in it.
//!
//! Works on pages of ours, where text is escaped and every `<` opens a tag. Style and what is shown without a script stay as they are, to
//! be read anywhere; what only scripts need is packed (wasm-widget/web/unpack.js).

use std::collections::BTreeMap;
use std::io::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::DeflateEncoder;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::json;

use super::style;

/// Puts back what is packed, and runs it.
const UNPACK: &str = include_str!("../../../wasm-widget/dist/unpack.js");
/// A hidden part that is shorter stays where it is.
const SHORT: usize = 200;

type Files = BTreeMap<String, Vec<u8>>;

/// What is packed beside the engine.
#[derive(Default)]
struct Packed {
    /// The parts of the page that nobody sees without a script, in their order.
    hidden: Vec<String>,
    /// The scripts, in their order.
    scripts: Vec<String>,
}

/// The page at `path` of a site at `base` in one file; `note` says of the file what it is, as HTML.
pub fn page(files: &Files, path: &str, base: &str, note: &str) -> Vec<u8> {
    let html = text(files, path);
    let mut single = Single {
        files,
        path,
        base,
        packed: Packed::default(),
        engine: Vec::new(),
        styles: Vec::new(),
        first: String::new(),
    };
    let body = single.walk(&html);
    let scripts = single.packed.scripts.concat();
    let all = [&html, &scripts, &single.first]
        .map(String::as_str)
        .concat();
    let styles = single.styles.iter().map(|sheet| style::used(sheet, &all));
    let styles: Vec<String> = styles
        .map(|sheet| format!("<style>{sheet}</style>"))
        .collect();
    let Packed { hidden, scripts } = &single.packed;
    let json = json!({"hidden": hidden, "scripts": scripts}).to_string();
    let packed = [
        ("packed-page", json.as_bytes()),
        ("packed-engine", &single.engine),
    ];
    let packed = packed.map(|(id, bytes)| {
        let text = lettered(deflated(bytes));
        format!("<script type=\"text/plain\" id=\"{id}\">{text}</script>\n")
    });
    let first = format!("{}\n<script>{}</script>", styles.concat(), single.first);
    let note = format!("<p class=\"notice notice--attention\">{note}</p>\n");
    let last = format!("{}<script>{UNPACK}</script>\n", packed.concat());
    let body = body.replacen(HEAD, &first, 1);
    let body = with(&body, "<main", '>', &note);
    body.replacen("</body>", &format!("{last}</body>"), 1)
        .into_bytes()
}

/// Where style and first script come to stand: at the place of the first style sheet.
const HEAD: &str = "<!-- style -->";

/// `html` with `more` behind the tag that begins so.
fn with(html: &str, begins: &str, ends: char, more: &str) -> String {
    let at = html
        .find(begins)
        .and_then(|at| html[at..].find(ends).map(|end| at + end + 1));
    match at {
        Some(at) => [&html[..at], "\n", more, &html[at..]].concat(),
        None => html.to_owned(),
    }
}

struct Single<'a> {
    files: &'a Files,
    path: &'a str,
    base: &'a str,
    packed: Packed,
    engine: Vec<u8>,
    styles: Vec<String>,
    /// What runs before anything is painted.
    first: String,
}

impl Single<'_> {
    /// The page without what goes elsewhere.
    fn walk(&mut self, html: &str) -> String {
        let mut out = String::with_capacity(html.len());
        let mut rest = html;
        while let Some(open) = rest.find('<') {
            let between = &rest[..open];
            let empty = between.trim().is_empty() && between.contains('\n');
            out.push_str(if empty { "\n" } else { between });
            let (tag, after) = rest[open..].split_at(end_of(&rest[open..]));
            rest = after;
            let name = name(tag);
            match name {
                "link" => self.link(tag, &mut out),
                "script" => {
                    let end = rest.find("</script>").unwrap_or(rest.len());
                    self.script(tag, &rest[..end], &mut out);
                    rest = rest.get(end + "</script>".len()..).unwrap_or_default();
                }
                _ if is_hidden(tag, name) => {
                    let (inside, after) = rest.split_at(closed(rest, name));
                    rest = after;
                    let tag = self.tag(tag);
                    let whole = format!("{tag}{}", self.inside(inside));
                    if whole.len() < SHORT {
                        out.push_str(&whole);
                    } else {
                        self.packed.hidden.push(whole);
                        out.push_str("<template data-packed></template>");
                    }
                }
                _ => out.push_str(&self.tag(tag)),
            }
        }
        out.push_str(rest);
        out
    }

    /// The same of what is packed as a whole.
    fn inside(&mut self, html: &str) -> String {
        let mut out = String::with_capacity(html.len());
        let mut rest = html;
        while let Some(open) = rest.find('<') {
            out.push_str(&rest[..open]);
            let (tag, after) = rest[open..].split_at(end_of(&rest[open..]));
            rest = after;
            out.push_str(&self.tag(tag));
        }
        out.push_str(rest);
        out
    }

    fn link(&mut self, tag: &str, out: &mut String) {
        let href = attribute(tag, "href").unwrap_or_default();
        match attribute(tag, "rel") {
            Some("stylesheet") => {
                if self.styles.is_empty() {
                    out.push_str(HEAD);
                }
                self.styles.push(text(self.files, &target(self.path, href)));
            }
            Some("icon" | "manifest") => {}
            _ => out.push_str(&self.tag(tag)),
        }
    }

    fn script(&mut self, tag: &str, inside: &str, out: &mut String) {
        let Some(src) = attribute(tag, "src") else {
            out.extend([tag, inside, "</script>"]);
            return;
        };
        let script = text(self.files, &target(self.path, src));
        if self.first.is_empty() && !tag.contains(" defer") {
            self.first = script;
        } else {
            self.packed.scripts.push(script);
        }
    }

    /// A tag whose addresses are of the site, or in the file.
    fn tag(&mut self, tag: &str) -> String {
        let mut out = tag.to_owned();
        for name in [
            "href",
            "src",
            "data-wasm",
            "data-inline",
            "data-slip",
            "data-slip-wasm",
            "data-slip-inline",
        ] {
            let Some(address) = attribute(tag, name) else {
                continue;
            };
            if is_elsewhere(address) {
                continue;
            }
            let path = target(self.path, address);
            let file = self.files.get(&path);
            let new = match (name, file) {
                ("data-wasm", Some(engine)) => {
                    self.engine.clone_from(engine);
                    String::new()
                }
                ("data-slip", Some(_)) => {
                    let script = text(self.files, &path);
                    self.packed.scripts.push(script);
                    String::new()
                }
                ("src", Some(picture)) => inlined(&path, picture),
                ("href" | "src", _) => format!("{}{path}", self.base),
                _ => String::new(),
            };
            out = out.replacen(
                &format!(" {name}=\"{address}\""),
                &format!(" {name}=\"{new}\""),
                1,
            );
        }
        out
    }
}

fn text(files: &Files, path: &str) -> String {
    let bytes = files.get(path).map(Vec::as_slice);
    String::from_utf8_lossy(bytes.unwrap_or_default()).into_owned()
}

/// What of a drawing an address cannot have.
const DRAWN: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'&')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// A picture as an address; a drawing as it is written, which packs better.
fn inlined(path: &str, picture: &[u8]) -> String {
    let kind = kind(path);
    match std::str::from_utf8(picture) {
        Ok(drawing) if kind == "image/svg+xml" => {
            let written = drawing.trim().replace('"', "'");
            let written = utf8_percent_encode(&written, DRAWN);
            format!("data:{kind},{written}")
        }
        _ => format!("data:{kind};base64,{}", STANDARD.encode(picture)),
    }
}

fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("svg") => "image/svg+xml",
        Some("jpg" | "jpeg") => "image/jpeg",
        _ => "image/png",
    }
}

/// Bytes as letters: four are five digits to the base of 85, from `$` to `y` without `<`. Of the bytes that fill up the last four the
/// unpacking takes no notice; base64 would be a fifteenth longer.
fn lettered(mut bytes: Vec<u8>) -> String {
    bytes.resize(bytes.len().next_multiple_of(4), 0);
    let fours = bytes.chunks_exact(4);
    let letters = fours.flat_map(|four| {
        let four = four
            .iter()
            .fold(0, |sum: u32, byte| sum << 8 | u32::from(*byte));
        [52_200_625, 614_125, 7225, 85, 1].map(|place| {
            let digit = (four / place % 85) as u8;
            char::from(digit + if digit < b'<' - b'$' { b'$' } else { b'$' + 1 })
        })
    });
    letters.collect()
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    let written = encoder.write_all(bytes).and_then(|()| encoder.finish());
    written.expect("memory takes everything")
}

/// The length of the tag that begins here; a `>` may stand in quotation marks.
fn end_of(html: &str) -> usize {
    if html.starts_with("<!--") {
        return html.find("-->").map_or(html.len(), |end| end + 3);
    }
    let mut quoted = false;
    let end = html.find(|sign| {
        quoted ^= sign == '"';
        sign == '>' && !quoted
    });
    end.map_or(html.len(), |end| end + 1)
}

fn name(tag: &str) -> &str {
    let tag = tag.trim_start_matches('<');
    let end = tag.find(|sign: char| !sign.is_ascii_alphanumeric());
    &tag[..end.unwrap_or(tag.len())]
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, behind) = tag.split_once(&format!(" {name}=\""))?;
    behind.split('"').next()
}

/// Elements without an end.
const VOID: [&str; 8] = ["br", "hr", "img", "input", "link", "meta", "source", "wbr"];

/// Whether nobody sees the element without a script. The pictures of papers are packed too: the words say all of it, and packed they
/// weigh a third.
fn is_hidden(tag: &str, name: &str) -> bool {
    let told = [" hidden>", " hidden "]
        .iter()
        .any(|told| tag.contains(told));
    let looks = tag.contains(" class=\"looks\"");
    (told || looks || name == "template") && !name.is_empty() && !VOID.contains(&name)
}

/// Where the element ends whose inside begins here.
fn closed(html: &str, wanted: &str) -> usize {
    let (mut depth, mut at) = (1usize, 0);
    while let Some(open) = html[at..].find('<') {
        let from = at + open;
        at = from + end_of(&html[from..]);
        let tag = &html[from..at];
        if tag
            .strip_prefix("</")
            .is_some_and(|tag| name(tag) == wanted)
        {
            depth -= 1;
        } else if name(tag) == wanted {
            depth += 1;
        }
        if depth == 0 {
            return at;
        }
    }
    html.len()
}

/// Whether an address needs no help: it stands in the page, or tells its host or another way.
fn is_elsewhere(address: &str) -> bool {
    let scheme = address.split(['/', '?', '#']).next().unwrap_or_default();
    address.is_empty() || address.starts_with('#') || scheme.contains(':')
}

/// The path below the site's top to which `address` leads from the page at `path`.
fn target(path: &str, address: &str) -> String {
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::{closed, end_of, is_elsewhere, is_hidden, target};

    #[test]
    fn tags_end_behind_their_quotation_marks() {
        assert_eq!(end_of("<a title=\"1 > 0\">x"), 17);
        assert_eq!(end_of("<!-- > --><p>"), 10);
    }

    #[test]
    fn an_element_ends_where_those_in_it_have_ended() {
        let html = "<p>1</p><div>2</div></div><p>";
        assert_eq!(&html[..closed(html, "div")], "<p>1</p><div>2</div></div>");
    }

    #[test]
    fn what_is_hidden_has_the_attribute() {
        assert!(is_hidden("<p class=\"x\" hidden>", "p"));
        assert!(is_hidden("<template id=\"hall\">", "template"));
        assert!(!is_hidden("<input hidden>", "input"));
        assert!(!is_hidden("<p class=\"hidden\">", "p"));
    }

    #[test]
    fn addresses_lead_where_they_led() {
        assert_eq!(
            target("dong/en/a07.html", "../../files/x.pdf"),
            "files/x.pdf"
        );
        assert_eq!(target("a07.html", "plan.html#a07"), "plan.html#a07");
        for address in ["#main", "tel:12345", "https://x.example/", ""] {
            assert!(is_elsewhere(address), "{address}");
        }
        assert!(!is_elsewhere("plan.html?a:b"));
    }
}
