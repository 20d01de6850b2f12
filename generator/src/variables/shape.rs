//! Of what kind values are, read from the way in which Tera shows them: `{"name": "a", "count": 1, "note": }`.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// Of what kind a value is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// Nothing was there.
    #[default]
    Nothing,
    /// Such a value, or nothing.
    Maybe(Box<Shape>),
    /// A text.
    Text,
    /// A number.
    Number,
    /// Yes or no.
    Flag,
    /// A list, of such entries.
    List(Box<Shape>),
    /// Values by name.
    Map(BTreeMap<String, Shape>),
}

impl Shape {
    /// What is known of a value after another look at it.
    fn join(&mut self, other: Self) {
        match (&mut *self, other) {
            (Self::Maybe(own), Self::Maybe(other)) => own.join(*other),
            (Self::Nothing | Self::Maybe(_), Self::Nothing) => {}
            (Self::Maybe(own), other) => own.join(other),
            (own, Self::Nothing) => *own = Self::Maybe(Box::new(std::mem::take(own))),
            (own @ Self::Nothing, other) => *own = Self::Maybe(Box::new(other)),
            (own, Self::Maybe(other)) => {
                own.join(*other);
                *own = Self::Maybe(Box::new(std::mem::take(own)));
            }
            // Of an empty list nothing is known.
            (Self::List(own), Self::List(other)) if **own == Self::Nothing => *own = other,
            (Self::List(_), Self::List(other)) if *other == Self::Nothing => {}
            (Self::List(own), Self::List(other)) => own.join(*other),
            (Self::Map(own), Self::Map(other)) => {
                for (name, shape) in other {
                    add(own, name, shape);
                }
            }
            (own, other) => *own = other,
        }
    }

    pub(super) fn into_map(self) -> BTreeMap<String, Self> {
        match self {
            Self::Map(map) => map,
            _ => BTreeMap::new(),
        }
    }
}

/// Adds what was seen of a value by its name.
pub(super) fn add(known: &mut BTreeMap<String, Shape>, name: String, shape: Shape) {
    match known.entry(name) {
        Entry::Vacant(entry) => drop(entry.insert(shape)),
        Entry::Occupied(mut entry) => entry.get_mut().join(shape),
    }
}

/// Reads a value, and gives every text in it to `seen`.
pub(super) fn read(text: &str, seen: &mut dyn FnMut(&str)) -> Option<Shape> {
    let entities = ["&quot;", "&lt;", "&gt;", "&#x27;", "&#39;", "&amp;"];
    let signs = ["\"", "<", ">", "'", "'", "&"];
    // A template that is no HTML shows its values as they are.
    let escaped = text.starts_with("{&quot;");
    let pairs = entities.iter().zip(signs).filter(|_| escaped);
    let plain = pairs.fold(text.to_owned(), |text, (entity, sign)| {
        text.replace(entity, sign)
    });
    let rest = &*plain;
    Reader { rest, seen }.value()
}

struct Reader<'a> {
    rest: &'a str,
    seen: &'a mut dyn FnMut(&str),
}

impl Reader<'_> {
    fn value(&mut self) -> Option<Shape> {
        match self.rest.chars().next() {
            Some('{') => self.map(),
            Some('[') => self.list(),
            Some('"') => self.text().map(|text| {
                (self.seen)(&plain(&text));
                Shape::Text
            }),
            _ => Some(self.word()),
        }
    }

    fn map(&mut self) -> Option<Shape> {
        self.take("{");
        let mut map = BTreeMap::new();
        while !self.take("}") {
            let name = self.text()?;
            self.take(": ").then_some(())?;
            map.insert(name, self.value()?);
            self.take(", ");
        }
        Some(Shape::Map(map))
    }

    fn list(&mut self) -> Option<Shape> {
        self.take("[");
        let mut list = Shape::List(Box::default());
        while !self.take("]") {
            list.join(Shape::List(Box::new(self.value()?)));
            // An entry that is nothing leaves nothing to go past.
            if !self.take(", ") && !self.rest.starts_with(']') {
                return None;
            }
        }
        Some(list)
    }

    /// Between quotation marks, with `\` before some signs.
    fn text(&mut self) -> Option<String> {
        let inner = self.rest.strip_prefix('"')?;
        let mut escaped = false;
        let end = inner.find(|sign| {
            let ends = sign == '"' && !escaped;
            escaped = sign == '\\' && !escaped;
            ends
        })?;
        let (text, rest) = inner.split_at(end);
        self.rest = &rest[1..];
        Some(text.to_owned())
    }

    fn word(&mut self) -> Shape {
        let end = self.rest.find([',', '}', ']']).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        match word {
            "" => Shape::Nothing,
            "true" | "false" => Shape::Flag,
            _ => Shape::Number,
        }
    }

    fn take(&mut self, what: &str) -> bool {
        let rest = self.rest.strip_prefix(what);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }
}

/// Without the signs that `\` stands before.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut signs = text.chars();
    while let Some(sign) = signs.next() {
        let meant = match sign {
            '\\' => match signs.next() {
                Some('n') => '\n',
                Some('t') => '\t',
                Some(other) => other,
                None => sign,
            },
            sign => sign,
        };
        plain.push(meant);
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::Shape;

    fn read(text: &str) -> Option<Shape> {
        super::read(text, &mut |_| ())
    }

    #[test]
    fn what_tera_shows_is_read() {
        let shown = r#"{&quot;a&quot;: &quot;x \&quot;}, y&quot;, "b": , "c": [{"d": 1}, {"d": }, {"e": true}], "f": [], "g": 1.5}"#;
        let map = |entries: Vec<(&str, Shape)>| {
            let entries = entries.into_iter();
            Shape::Map(
                entries
                    .map(|(name, shape)| (name.to_owned(), shape))
                    .collect(),
            )
        };
        let entry = map(vec![
            ("d", Shape::Maybe(Box::new(Shape::Number))),
            ("e", Shape::Flag),
        ]);
        let wanted = map(vec![
            ("a", Shape::Text),
            ("b", Shape::Nothing),
            ("c", Shape::List(Box::new(entry))),
            ("f", Shape::List(Box::new(Shape::Nothing))),
            ("g", Shape::Number),
        ]);
        assert_eq!(read(shown), Some(wanted));
        assert_eq!(read("{\"a: 1"), None);
    }
}
