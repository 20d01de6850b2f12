//! Style sheets as phones get them: without the remarks and the white space that authors need and every page would pay for.

/// Signs beside which white space says nothing: behind the first, before the others.
const ENDS: [char; 5] = ['{', '}', ';', ',', ':'];
const BEGINS: [char; 4] = ['{', '}', ';', ','];

/// The sheet without remarks (but for `/*! … */`, which licences are written in) and without white space that says nothing.
pub(super) fn light(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    let mut parted = false;
    let mut rest = sheet;
    while let Some(next) = rest.chars().next() {
        let taken = if rest.starts_with("/*") {
            remark(rest)
        } else if matches!(next, '"' | '\'') {
            quoted(rest, next)
        } else {
            next.len_utf8()
        };
        let (piece, behind) = rest.split_at(taken);
        rest = behind;
        // A remark parts what stands on its two sides, as white space does.
        if piece.trim().is_empty() || (piece.starts_with("/*") && !piece.starts_with("/*!")) {
            parted = true;
            continue;
        }
        if parted && !out.is_empty() && !out.ends_with(ENDS) && !BEGINS.contains(&next) {
            out.push(' ');
        }
        parted = false;
        out.push_str(piece);
    }
    out
}

/// A sheet, as [`light`] leaves it, for pages that are written from right to left: what stood on the left stands on the right.
///
/// Names and values of sides change places, and so do the second and the fourth of four values; horizontal shifts of `transform` and
/// pictures are left alone. Logical properties would say the same, but phones of five years ago know few of them.
pub(super) fn mirrored(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some(end) = piece(rest) {
        let (piece, behind) = rest.split_at(end);
        let sign = behind.chars().next();
        match piece.split_once(':') {
            // What `{` ends is a selector.
            Some((name, value)) if sign != Some('{') => {
                out.push_str(&sides(name));
                out.push(':');
                out.push_str(&value_of(name, value));
            }
            _ => out.push_str(piece),
        }
        out.extend(sign);
        rest = &behind[sign.map_or(0, char::len_utf8)..];
    }
    out
}

/// Where the next selector or declaration ends; none where nothing is left.
fn piece(text: &str) -> Option<usize> {
    let (mut at, mut inside) = (0, 0_usize);
    while let Some(sign) = text[at..].chars().next() {
        match sign {
            '"' | '\'' => at += quoted(&text[at..], sign),
            '{' | '}' | ';' if inside == 0 => return Some(at),
            _ => {
                match sign {
                    '(' => inside += 1,
                    ')' => inside = inside.saturating_sub(1),
                    _ => {}
                }
                at += sign.len_utf8();
            }
        }
    }
    (at > 0).then_some(at)
}

/// The other side.
fn sides(words: &str) -> String {
    let other = |word: &str| match word {
        "left" => "right".to_owned(),
        "right" => "left".to_owned(),
        _ => word.to_owned(),
    };
    words.split('-').map(other).collect::<Vec<_>>().join("-")
}

/// Whose four values are top, right, bottom, left.
const AROUND: [&str; 6] = [
    "margin",
    "padding",
    "inset",
    "border-width",
    "border-color",
    "border-style",
];

fn value_of(name: &str, value: &str) -> String {
    let (value, important) = match value.strip_suffix("!important") {
        Some(value) => (value.trim_end(), " !important"),
        None => (value, ""),
    };
    let new = match name {
        "float" | "clear" | "text-align" => sides(value),
        _ if AROUND.contains(&name) => four(value, [0, 3, 2, 1]),
        "border-radius" => four(value, [1, 0, 3, 2]),
        _ => value.to_owned(),
    };
    new + important
}

/// Four values in this order; fewer, or what is more than values, as they are.
fn four(value: &str, order: [usize; 4]) -> String {
    let values: Vec<&str> = value.split(' ').collect();
    if values.len() != 4 || value.contains(['(', '/']) {
        return value.to_owned();
    }
    order.map(|at| values[at]).join(" ")
}

/// The length of the remark that begins here.
fn remark(text: &str) -> usize {
    text[2..].find("*/").map_or(text.len(), |end| end + 4)
}

/// The length of the text in quotation marks that begins here.
fn quoted(text: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, sign) in text.char_indices().skip(1) {
        if !escaped && sign == mark {
            return at + sign.len_utf8();
        }
        escaped = !escaped && sign == '\\';
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::{light, mirrored};

    #[test]
    fn sides_change_places_and_nothing_else_does() {
        for (sheet, wanted) in [
            (
                ".left:hover{margin-left:1px;float:right}",
                ".left:hover{margin-right:1px;float:left}",
            ),
            (
                "@media (min-width:2em){.a{padding:1px 2px 3px 4px !important;}}",
                "@media (min-width:2em){.a{padding:1px 4px 3px 2px !important;}}",
            ),
            (
                ".a{left:0;border-left:1px solid;border-top-left-radius:2px;text-align:left}",
                ".a{right:0;border-right:1px solid;border-top-right-radius:2px;text-align:right}",
            ),
            (
                ".a::before{content:\"left;{float:left}\";margin:0 1px}",
                ".a::before{content:\"left;{float:left}\";margin:0 1px}",
            ),
            (
                ".a{border-radius:1px 2px 3px 4px;padding:0 calc(1px + 2px) 0 0;background:url(data:a;left)}",
                ".a{border-radius:2px 1px 4px 3px;padding:0 calc(1px + 2px) 0 0;background:url(data:a;left)}",
            ),
        ] {
            assert_eq!(mirrored(sheet), wanted);
            assert_eq!(mirrored(&mirrored(sheet)), sheet);
        }
    }

    #[test]
    fn remarks_and_indentation_go() {
        let sheet =
            "/* Page */\n\n.a  .b { color: red; /* why */\n  margin: 0/**/auto; }\n\t.c{}\n";
        let wanted = ".a .b{color:red;margin:0 auto;}.c{}";
        assert_eq!(light(sheet), wanted);
    }

    #[test]
    fn what_is_quoted_stays_as_it_is() {
        let sheet =
            ".a::before { content: \"/* \\\" \\\\\"; }\n.b { background: url('a/*b*/\n  c') }\n";
        let wanted = ".a::before{content:\"/* \\\" \\\\\";}.b{background:url('a/*b*/\n  c')}";
        assert_eq!(light(sheet), wanted);
    }

    #[test]
    fn white_space_that_says_something_stays() {
        let sheet = ".a :hover , .b > .c { width: calc(1px + 2px) !important }\n@media (min-width: 2em) and (a) { }";
        let wanted =
            ".a :hover,.b > .c{width:calc(1px + 2px) !important}@media (min-width:2em) and (a){}";
        assert_eq!(light(sheet), wanted);
    }

    #[test]
    fn a_licence_stays_and_an_open_remark_ends_the_sheet() {
        assert_eq!(light("/*! MIT */\n.a{}/* open"), "/*! MIT */ .a{}");
    }
}
