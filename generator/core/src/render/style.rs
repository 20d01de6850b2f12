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
    use super::light;

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
