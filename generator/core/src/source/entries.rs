//! Files of entries by name (materials.yaml, questions.yaml) with one entry more.

use std::io;
use std::sync::Arc;

use super::decode::Reader;
use super::yaml::{self, Node, Value};
use super::{Files, loader, text};
use crate::diagnostic::{Finding, Place, Problem, ReadingFault, Sources};

/// A file with one entry more, or why it is left as it is.
#[derive(Debug)]
pub enum Added {
    /// Its text from now on.
    Text(String),
    /// It has an entry of that name.
    Known,
    /// It is written in a way in which nothing can stand below the last entry.
    InBrackets,
    /// It cannot be read.
    Faulty(Vec<Finding>, Sources),
}

/// The file at `path`, which need not be there, with `entry` at its end, which is the lines of the entry called `name`.
pub fn with_entry(files: &dyn Files, path: &str, name: &str, entry: &str) -> Added {
    let bytes = match files.read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new().into()),
        other => other.map_err(|error| {
            let reason = error.into();
            Problem::from(ReadingFault::Unreadable { reason })
        }),
    };
    let file: Arc<str> = path.into();
    let text: Arc<str> = match bytes.and_then(text::decode) {
        Ok(text) => text.into(),
        Err(problem) => {
            let finding = Finding::at(Place::file(path), problem);
            return Added::Faulty(vec![finding], Sources::new());
        }
    };
    let names = match names(&file, &text) {
        Ok(names) => names,
        Err(findings) => return Added::Faulty(findings, [(file, text)].into()),
    };
    if names
        .iter()
        .any(|known| text::name(known) == text::name(name))
    {
        return Added::Known;
    }
    let mut whole = text.to_string();
    if !whole.is_empty() && !whole.ends_with('\n') {
        whole.push('\n');
    }
    whole.push_str(entry);
    let expected = names.iter().map(String::as_str).chain([name]);
    match yaml::parse(&whole, start(&whole)..whole.len()) {
        Ok(Some(root)) if keys(&root).is_some_and(|keys| keys.eq(expected)) => Added::Text(whole),
        _ => Added::InBrackets,
    }
}

fn start(text: &str) -> usize {
    text.len() - text.trim_start_matches('\u{feff}').len()
}

/// What the entries of a file are called.
fn names(file: &Arc<str>, text: &Arc<str>) -> Result<Vec<String>, Vec<Finding>> {
    let reader = Reader::new(file, text);
    let root = loader::sound_tree(reader, start(text)..text.len())?;
    Ok(keys(&root)
        .into_iter()
        .flatten()
        .map(str::to_owned)
        .collect())
}

fn keys(root: &Node) -> Option<impl Iterator<Item = &str>> {
    let Value::Map(entries) = &root.value else {
        return None;
    };
    Some(entries.iter().map(|(key, _)| match &key.value {
        Value::Text { text, .. } => text.as_str(),
        _ => "",
    }))
}

#[cfg(test)]
mod tests {
    use super::{Added, with_entry};
    use crate::source::Memory;

    fn added(old: &[u8]) -> Added {
        let files = Memory([("materials.yaml".to_owned(), old.to_vec())].into());
        with_entry(&files, "materials.yaml", "存折", "存折:\n  # 名称: 存折\n")
    }

    #[test]
    fn an_entry_is_added_below_what_is_there() {
        for old in [
            "",
            "# 登记簿\n",
            "户口簿:\n",
            "户口簿:\n  名称: 居民户口簿",
            "\u{feff}户口簿:\r\n  名称: 居民户口簿\r\n",
        ] {
            let Added::Text(new) = added(old.as_bytes()) else {
                panic!("{old:?}");
            };
            assert!(new.starts_with(old) && new.ends_with('\n'), "{old:?}");
        }
    }

    #[test]
    fn nothing_is_added_where_it_would_be_lost_or_lose_something() {
        assert!(matches!(added("存折:\n户口簿:\n".as_bytes()), Added::Known));
        assert!(matches!(added("\"存折\": {}\n".as_bytes()), Added::Known));
        assert!(matches!(
            added("{户口簿: {}}\n".as_bytes()),
            Added::InBrackets
        ));
        assert!(matches!(
            added("户口簿:\n...\n".as_bytes()),
            Added::InBrackets
        ));
        assert!(matches!(added("- 户口簿\n".as_bytes()), Added::InBrackets));
        assert!(matches!(
            added("户口簿: \"\n".as_bytes()),
            Added::Faulty(..)
        ));
        let gbk = [0xbb, 0xa7, 0xbf, 0xda, 0xb2, 0xbe, b':', b'\n'];
        assert!(matches!(added(&gbk), Added::Faulty(findings, _) if findings.len() == 1));
    }
}
