//! The line on which something stands, and what continues it in quotations and lists.

/// Lines of a text, looked at in order.
pub(super) struct Lines<'t> {
    text: &'t str,
    start: usize,
    end: usize,
    /// How a further line begins that belongs to the same quotation and item.
    prefix: String,
    /// How much of the line that is.
    length: usize,
    item: bool,
}

impl<'t> Lines<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self {
            text,
            start: 0,
            end: 0,
            prefix: String::new(),
            length: 0,
            item: false,
        }
    }

    /// What continues the line of `at`.
    pub(super) fn prefix(&mut self, at: usize) -> &str {
        self.look(at);
        &self.prefix
    }

    /// Whether the line that was asked for last begins an item of a list.
    pub(super) fn is_item(&self) -> bool {
        self.item
    }

    /// Whether nothing stands before `at` on its line.
    pub(super) fn begins(&mut self, at: usize) -> bool {
        self.look(at);
        let start = self.start + self.length;
        start >= at || self.text[start..at].trim().is_empty()
    }

    fn look(&mut self, at: usize) {
        if self.end > 0 && (self.start..=self.end).contains(&at) {
            return;
        }
        self.start = self.text[..at].rfind('\n').map_or(0, |end| end + 1);
        let line = &self.text[self.start..];
        self.end = self.start + line.find('\n').unwrap_or(line.len());
        self.prefix.clear();
        self.item = false;
        let mut rest = &self.text[self.start..self.end];
        while let Some(next) = rest.chars().next() {
            let mark = mark(rest);
            if next == '>' || next == ' ' {
                self.prefix.push(next);
                rest = &rest[1..];
            } else if mark > 0 {
                self.item = true;
                self.prefix.push_str(&" ".repeat(mark));
                rest = &rest[mark..];
            } else {
                break;
            }
        }
        self.length = self.end - self.start - rest.len();
    }
}

/// The length of the mark of an item at the beginning of `text`, without the space behind it.
fn mark(text: &str) -> usize {
    let figures = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let signs: &[char] = match figures {
        0 => &['-', '*', '+'],
        1..=9 => &['.', ')'],
        _ => &[],
    };
    let marked = text[figures..].strip_prefix(signs);
    marked
        .filter(|rest| rest.starts_with(' '))
        .map_or(0, |_| figures + 1)
}
