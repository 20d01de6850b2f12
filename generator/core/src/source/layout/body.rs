//! The text below front matter: as it is, but for white space at the end of lines and of the file.

/// The text in the one layout. Two blanks at the end of a line break it in Markdown, so these stay.
pub(super) fn laid_out(body: &str) -> String {
    let mut out = String::new();
    let mut lines = body.trim_end().lines().peekable();
    while let Some(line) = lines.next() {
        let words = line.trim_end_matches([' ', '\t', '\r']);
        out.push_str(words);
        let goes_on = lines.peek().is_some_and(|next| !next.trim().is_empty());
        if goes_on && !words.is_empty() && line.trim_end_matches('\r').ends_with("  ") {
            out.push_str("  ");
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::laid_out;

    #[test]
    fn only_white_space_that_says_nothing_goes() {
        for (body, wanted) in [
            ("", ""),
            ("\n\n", ""),
            ("甲 \r\n乙\t\r\n\r\n", "甲\n乙\n"),
            ("甲   \n乙  \n\n丙  ", "甲  \n乙\n\n丙\n"),
            ("\n甲\n\n\n乙", "\n甲\n\n\n乙\n"),
        ] {
            assert_eq!(laid_out(body), wanted, "{body:?}");
        }
    }
}
