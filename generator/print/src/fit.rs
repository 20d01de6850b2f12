//! Setting a text as large as it fits: where lines may break, and how wide they become.

use unicode_linebreak::{BreakOpportunity, linebreaks};

/// A text in lines of one size.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lines {
    /// Height of the type in the unit of `Room::width`.
    pub(super) size: f64,
    /// From top to bottom.
    pub(super) lines: Vec<String>,
}

/// The place for a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    /// What no line may exceed.
    pub(super) width: f64,
    /// What all lines together may not exceed, from the first one's head to the last one's foot.
    pub(super) height: f64,
    /// The size for a short text.
    pub(super) largest: f64,
    /// Below this size a text rather takes more lines than `lines`.
    pub(super) least: f64,
    /// As many lines as a designer likes to see.
    pub(super) lines: usize,
}

/// A piece that no line break divides.
struct Piece<'a> {
    text: &'a str,
    /// In em, without the spaces at its end.
    width: f64,
    /// In em, of the spaces at its end.
    space: f64,
    /// A line ends here whatever room is left.
    ends: bool,
}

/// From one line to the next, in sizes of the type.
pub(super) const LEADING: f64 = 1.22;
/// By so much a further line has to make the type larger to be worth it.
const WORTH: f64 = 1.1;

/// Sets `text` as large as the room allows, its lines as even as they can be; a further line has to be worth it.
///
/// A text that would fall below `least` in `lines` lines takes a further one, up to twice as many, and shrinks only then.
pub(super) fn fit(text: &str, advances: &[f64], room: Room) -> Lines {
    let pieces = pieces(text.trim(), advances);
    let preferred = room.lines.max(1);
    let mut best: Option<Lines> = None;
    for count in 1..=preferred * 2 {
        if count > preferred && best.as_ref().is_some_and(|best| best.size >= room.least) {
            break;
        }
        let (widest, lines) = narrowest(&pieces, count);
        let wide = if widest > 0.0 {
            room.width / widest
        } else {
            room.largest
        };
        // At most a handful of lines.
        let high =
            room.height / (f64::from(u32::try_from(lines.len()).unwrap_or(1).max(1)) * LEADING);
        let size = room.largest.min(wide).min(high);
        if best.as_ref().is_none_or(|best| size > best.size * WORTH) {
            best = Some(Lines { size, lines });
        }
    }
    best.unwrap_or(Lines {
        size: room.largest,
        lines: Vec::new(),
    })
}

/// The breaks into at most `count` lines that make the widest line as narrow as possible.
fn narrowest(pieces: &[Piece<'_>], count: usize) -> (f64, Vec<String>) {
    let total: f64 = pieces.iter().map(|piece| piece.width + piece.space).sum();
    let (mut low, mut high) = (0.0, total);
    // Twenty halvings: a millionth of the text's width.
    for _ in 0..20 {
        let middle = f64::midpoint(low, high);
        let (widest, lines) = fill(pieces, middle);
        if lines.len() <= count && widest <= middle {
            high = middle;
        } else {
            low = middle;
        }
    }
    fill(pieces, high)
}

/// Fills lines of `width` from the first to the last; the widest of them, which a single piece may make wider.
fn fill(pieces: &[Piece<'_>], width: f64) -> (f64, Vec<String>) {
    let mut lines = vec![String::new()];
    let (mut widest, mut line, mut space, mut ended) = (0.0_f64, 0.0, 0.0, false);
    for piece in pieces {
        let longer = line + space + piece.width;
        if ended || (line > 0.0 && longer > width + 1e-9) {
            lines.push(String::new());
            line = piece.width;
        } else {
            line = longer;
        }
        (space, ended) = (piece.space, piece.ends);
        widest = widest.max(line);
        if let Some(last) = lines.last_mut() {
            last.push_str(piece.text);
        }
    }
    for line in &mut lines {
        line.truncate(line.trim_end().len());
    }
    (widest, lines)
}

/// Cuts a text where Unicode's rules (UAX 14) allow a line to end, but not in times such as 8:30–12:00.
fn pieces<'a>(text: &'a str, advances: &[f64]) -> Vec<Piece<'a>> {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let width_of = |from: usize, to: usize| -> f64 {
        let inside = starts.partition_point(|at| *at < from)..starts.partition_point(|at| *at < to);
        advances.get(inside).unwrap_or_default().iter().sum()
    };
    let mut pieces = Vec::new();
    let mut from = 0;
    for (to, kind) in linebreaks(text) {
        let ends = kind == BreakOpportunity::Mandatory && to < text.len();
        if !ends && to < text.len() && in_a_span(text, to) {
            continue;
        }
        let seen = text[from..to].trim_end().len() + from;
        pieces.push(Piece {
            text: &text[from..to],
            width: width_of(from, seen),
            space: width_of(seen, to),
            ends,
        });
        from = to;
    }
    pieces
}

/// Behind a dash that stands between digits.
fn in_a_span(text: &str, at: usize) -> bool {
    let mut before = text[..at].chars().rev();
    let dash = before.next().is_some_and(|c| matches!(c, '–' | '—' | '-'));
    dash && before.next().is_some_and(|c| c.is_ascii_digit())
        && text[at..].starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{Lines, Room, fit};

    fn set(text: &str, room: Room) -> Lines {
        let advances: Vec<f64> = text
            .trim()
            .chars()
            .map(|c| if c.is_ascii() { 0.5 } else { 1.0 })
            .collect();
        fit(text, &advances, room)
    }

    const ROOM: Room = Room {
        width: 180.0,
        height: 90.0,
        largest: 36.0,
        least: 12.0,
        lines: 2,
    };

    #[test]
    fn a_short_name_is_as_large_as_wished() {
        assert_eq!(
            set("高龄津贴", ROOM),
            Lines {
                size: 36.0,
                lines: vec!["高龄津贴".into()]
            }
        );
    }

    #[test]
    fn a_long_name_takes_two_even_lines_before_it_shrinks() {
        let set = set("城乡居民基本医疗保险参保登记", ROOM);
        assert_eq!(set.lines, ["城乡居民基本医", "疗保险参保登记"]);
        assert!((set.size - 180.0 / 7.0).abs() < 0.01);
    }

    #[test]
    fn forty_characters_shrink_before_they_take_a_third_line() {
        let name = "计划生育特别扶助家庭辅助生殖住院护工补贴以及紧急慰藉金申请和变更登记的办理流程";
        assert!(name.chars().count() >= 38);
        let two = set(name, Room { least: 8.0, ..ROOM });
        assert_eq!(two.lines.len(), 2);
        assert!(
            set(name, ROOM).lines.len() > 2,
            "below the least size a third line is better"
        );
    }

    #[test]
    fn no_closing_mark_begins_a_line_and_no_opening_one_ends_it() {
        let set = set(
            "申请（变更）残疾人两项补贴、护理补贴。",
            Room {
                width: 40.0,
                largest: 8.0,
                least: 8.0,
                lines: 4,
                ..ROOM
            },
        );
        for line in &set.lines {
            assert!(!line.starts_with(['，', '。', '）', '、']), "{line}");
            assert!(!line.ends_with('（'), "{line}");
        }
    }

    #[test]
    fn a_time_is_not_divided() {
        let set = set(
            "08:30–12:00 14:30–18:00",
            Room {
                width: 50.0,
                largest: 8.0,
                least: 8.0,
                lines: 2,
                ..ROOM
            },
        );
        assert_eq!(set.lines, ["08:30–12:00", "14:30–18:00"]);
    }

    #[test]
    fn two_lines_are_no_higher_than_their_place() {
        let set = set(
            "养老待遇资格认证",
            Room {
                height: 56.0,
                ..ROOM
            },
        );
        assert_eq!(
            set.lines.len(),
            1,
            "a second line would not make it larger by a tenth"
        );
        assert!(set.size * super::LEADING <= 56.0);
    }

    #[test]
    fn nothing_is_lost() {
        let name = "a very long name, 一个很长的名字";
        let set = set(
            name,
            Room {
                width: 30.0,
                ..ROOM
            },
        );
        assert_eq!(set.lines.concat().replace(' ', ""), name.replace(' ', ""));
    }
}
