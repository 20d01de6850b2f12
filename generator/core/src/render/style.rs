//! Style sheets as phones get them: without the remarks and the indentation that authors need and every page would pay for.

/// The sheet without remarks (but for `/*! … */`, which licences are written in) and without spaces at the heads of lines.
pub(super) fn light(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some(next) = rest.chars().next() {
        let at_head = out.is_empty() || out.ends_with('\n');
        let taken = if rest.starts_with("/*") {
            remark(rest)
        } else if matches!(next, '"' | '\'') {
            quoted(rest, next)
        } else {
            next.len_utf8()
        };
        let (piece, behind) = rest.split_at(taken);
        rest = behind;
        if piece.starts_with("/*") && !piece.starts_with("/*!") {
            // A remark parts what stands on its two sides, as a space does.
            if !at_head {
                out.push(' ');
            }
        } else if !(at_head && piece.trim().is_empty()) {
            out.push_str(piece);
        }
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
        let wanted = ".a  .b { color: red;  \nmargin: 0 auto; }\n.c{}\n";
        assert_eq!(light(sheet), wanted);
    }

    #[test]
    fn what_is_quoted_stays_as_it_is() {
        let sheet =
            ".a::before { content: \"/* \\\" \\\\\"; }\n.b { background: url('a/*b*/\n  c') }\n";
        assert_eq!(light(sheet), sheet);
    }

    #[test]
    fn a_licence_stays_and_an_open_remark_ends_the_sheet() {
        assert_eq!(light("/*! MIT */\n.a{}/* open"), "/*! MIT */\n.a{} ");
    }
}
