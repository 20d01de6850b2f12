//! Lines as wide as a terminal: Chinese may break between any two characters, but no closing mark begins a line.

use unicode_linebreak::linebreaks;
use unicode_width::UnicodeWidthChar;

/// A line broken into lines of at most `width` columns, where wide characters take two; all but the first begin with `indent`
/// spaces. Colours (`ESC [ … m`) take no room.
pub(super) fn wrap(line: &str, width: usize, indent: usize) -> String {
    let (plain, colours) = parted(line);
    let room = width.max(indent + 20);
    let mut out = String::with_capacity(line.len() + 16);
    let mut colours = colours.into_iter().peekable();
    let mut column = 0;
    for piece in pieces(&plain) {
        let text = &plain[piece.clone()];
        if column + columns(text.trim_end()) > room && column > indent {
            out.truncate(out.trim_end().len());
            out.push('\n');
            out.extend(std::iter::repeat_n(' ', indent));
            column = indent;
        }
        column += columns(text);
        for (at, sign) in text.char_indices() {
            while let Some((_, colour)) = colours.next_if(|(of, _)| *of <= piece.start + at) {
                out.push_str(colour);
            }
            out.push(sign);
        }
    }
    out.extend(colours.map(|(_, colour)| colour));
    out
}

/// How many columns a text takes.
pub(super) fn columns(text: &str) -> usize {
    text.chars().filter_map(UnicodeWidthChar::width).sum()
}

/// A line without its colours, and these with the place before which each stands.
pub(super) fn parted(line: &str) -> (String, Vec<(usize, &str)>) {
    let mut plain = String::with_capacity(line.len());
    let mut colours = Vec::new();
    let mut rest = line;
    while let Some(start) = rest.find("\u{1b}[") {
        plain.push_str(&rest[..start]);
        let end = rest[start..]
            .find('m')
            .map_or(rest.len(), |end| start + end + 1);
        colours.push((plain.len(), &rest[start..end]));
        rest = &rest[end..];
    }
    plain.push_str(rest);
    (plain, colours)
}

/// The pieces of a text that no break divides.
fn pieces(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    let mut ends: Vec<usize> = linebreaks(text).map(|(at, _)| at).collect();
    // Unicode's rules keep these marks with what is on either side, since other languages close with what opens here.
    ends.extend(text.match_indices(['“', '‘']).filter_map(|(at, _)| {
        let before = text[..at].chars().next_back()?;
        before.is_alphanumeric().then_some(at)
    }));
    ends.extend(text.match_indices(['”', '’']).filter_map(|(at, mark)| {
        let end = at + mark.len();
        let behind = text[end..].chars().next()?;
        (behind.is_alphanumeric() && !behind.is_ascii()).then_some(end)
    }));
    ends.sort_unstable();
    ends.dedup();
    let mut start = 0;
    ends.into_iter().map(move |end| {
        let piece = start..end;
        start = end;
        piece
    })
}

#[cfg(test)]
mod tests {
    use super::{columns, wrap};

    #[test]
    fn chinese_breaks_anywhere_but_before_closing_marks() {
        let text = "提醒[review-overdue]: 请核对内容，然后改“核对日期”和“复核期限”。没改之前，页面会用红字提示（很醒目）。";
        for width in 24..90 {
            let wrapped = wrap(text, width, 2);
            for line in wrapped.lines() {
                assert!(columns(line.trim_end()) <= width, "{width}: {line}");
                let begins = line.trim_start();
                assert!(
                    !begins.starts_with(['，', '。', '”', '）', '、']),
                    "{width}: {line}"
                );
                assert!(!line.trim_end().ends_with(['“', '（']), "{width}: {line}");
            }
            assert_eq!(
                wrapped.replace("\n  ", "").replace(' ', ""),
                text.replace(' ', "")
            );
        }
        assert_eq!(wrap(text, 200, 2), text);
    }

    #[test]
    fn words_stay_whole_and_colours_take_no_room() {
        let text = "\u{1b}[1mwhat to do\u{1b}[0m: rename it, and it is used";
        let wrapped = wrap(text, 28, 4);
        assert_eq!(
            wrapped,
            "\u{1b}[1mwhat to do\u{1b}[0m: rename it, and\n    it is used"
        );
    }
}
