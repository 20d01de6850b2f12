//! Words that an author wrote, and the local facts in them: figures and names that differ from place to place, `{{name}}`.

use std::ops::Range;

/// Words as an author wrote them; they may hold local facts.
///
/// It has no `Display` and cannot be serialised, so nothing reaches a page, a sheet or a file before the local facts of the
/// place are filled in: that is what [`resolve`](crate::resolve) is for.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text(String);

/// How words of one kind become words of another: facts are filled in, or a translation is looked up.
pub trait Convert<T, U> {
    /// Words of a language.
    fn text(&self, words: &T) -> U;

    /// What is the same in every language: a phone number, the number of a document.
    fn sign(&self, words: &T) -> U;

    /// Words that no page shows.
    fn unseen(&self, words: &T) -> U {
        self.text(words)
    }

    /// Words that need not be there.
    fn option(&self, words: Option<&T>) -> Option<U> {
        words.map(|words| self.text(words))
    }

    /// Several.
    fn texts(&self, words: &[T]) -> Vec<U> {
        words.iter().map(|words| self.text(words)).collect()
    }
}

impl Text {
    /// Words of an author.
    pub fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }

    /// The words as they were written, for comparing, looking up and messages to staff; never for residents.
    pub fn source(&self) -> &str {
        &self.0
    }

    /// The words with every fact replaced, see [`fill`].
    pub(crate) fn fill(&self, value: impl Fn(&str, &str) -> (String, usize)) -> String {
        fill(&self.0, value)
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        Self(words.to_owned())
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

/// `text` with every fact replaced by what `value` makes of its name and of the words behind it, of which it may take some bytes in;
/// what a value says is not read for facts again.
pub(crate) fn fill(text: &str, value: impl Fn(&str, &str) -> (String, usize)) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (range, name) in names_in(text) {
        out.push_str(&text[at..range.start]);
        let (said, taken) = value(name, &text[range.end..]);
        out.push_str(&said);
        at = range.end + taken;
    }
    out.push_str(&text[at..]);
    out
}

/// Every `{{name}}` of a text with its bytes; braces of full width, which Chinese keyboards type, mean the same.
pub fn names_in(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let (open, inside) = pair(text, at, ['{', '｛'])?;
            let (close, end) = pair(text, inside, ['}', '｝'])?;
            let name = &text[inside..close];
            if name.contains(['\n', '{', '｛']) {
                at = inside;
                continue;
            }
            at = end;
            return Some((open..end, name.trim()));
        }
    })
}

/// The first two of `braces` in a row from `from` on: where they begin and where they end.
fn pair(text: &str, from: usize, braces: [char; 2]) -> Option<(usize, usize)> {
    let mut chars = text[from..].char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !braces.contains(&c) {
            continue;
        }
        if let Some((second, _)) = chars.peek().filter(|(_, next)| braces.contains(next)) {
            // A brace has one or three bytes; the end of the second is its start and its own length.
            let length = text[from + second..]
                .chars()
                .next()
                .map_or(0, char::len_utf8);
            return Some((from + at, from + second + length));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Text, names_in};

    #[test]
    fn facts_are_found_and_filled() {
        let text =
            "每月 {{高龄津贴标准}}，{{ 起始 }}起。{{}} {{a{{b}} ｛｛宽｝｝ {｛混}} {{断\n行}}";
        let names: Vec<&str> = names_in(text).map(|(_, name)| name).collect();
        assert_eq!(names, ["高龄津贴标准", "起始", "", "b", "宽", "混"]);
        let filled =
            Text::from("每月 {{标准}}，｛｛标准｝｝。").fill(|name, _| (format!("<{name}>"), 0));
        assert_eq!(filled, "每月 <标准>，<标准>。");
    }

    #[test]
    fn a_value_is_not_read_again() {
        let filled = Text::from("{{a}}").fill(|_, _| ("{{b}}".to_owned(), 0));
        assert_eq!(filled, "{{b}}");
    }

    #[test]
    fn a_value_may_take_words_in() {
        let filled = Text::from("满 {{a}} 岁{{a}}").fill(|_, rest| {
            let taken = if rest.starts_with(" 岁") { 4 } else { 0 };
            ("80 岁".to_owned(), taken)
        });
        assert_eq!(filled, "满 80 岁80 岁");
    }
}
