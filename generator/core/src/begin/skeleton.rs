//! Records written out: what there is, and in remarks what there may be.

use std::fmt::Write as _;

use crate::diagnostic::double_quoted;
pub use crate::schema::KeyNames as Names;
use crate::schema::{Field, Key, Record};

/// The keys for which there is a value, with what each is for, and below them in remarks what may be said besides.
pub(super) fn written(
    record: &Record,
    names: Names,
    value: impl Fn(Key) -> Option<String>,
) -> String {
    let mut text = String::new();
    let mut rest: Vec<&Field> = Vec::new();
    for field in record.fields {
        match value(field.key) {
            Some(value) => {
                let space = if value.starts_with('\n') { "" } else { " " };
                let (key, about) = (key(field, names), about(field, names));
                let _ = write!(text, "# {about}\n{key}:{space}{value}\n");
            }
            None => rest.push(field),
        }
    }
    if !rest.is_empty() {
        text.push_str(match names {
            Names::Chinese => "\n# 下面的可以不写；要写，就把行首的 # 删掉。\n",
            Names::English => "\n# What follows is optional: to say it, take the # away.\n",
        });
    }
    for field in rest {
        text.push_str(&remark(field, names, ""));
    }
    text
}

/// Everything that may be said beside what is `said`, in remarks.
pub(super) fn remarks(record: &Record, names: Names, indent: &str, said: &[Key]) -> String {
    let is_left = |field: &&Field| !field.required && !said.contains(&field.key);
    let fields = record.fields.iter().filter(is_left);
    fields.map(|field| remark(field, names, indent)).collect()
}

fn remark(field: &Field, names: Names, indent: &str) -> String {
    let (key, about) = (key(field, names), about(field, names));
    let example = match names {
        Names::Chinese => field.example.to_owned(),
        Names::English => field.english_example(),
    };
    format!("{indent}# {key}: {example}    # {about}\n")
}

fn key(field: &Field, names: Names) -> &'static str {
    match names {
        Names::Chinese => field.key.zh,
        Names::English => field.key.en,
    }
}

fn about(field: &Field, names: Names) -> &'static str {
    match names {
        Names::Chinese => field.about[0],
        Names::English => field.about[1],
    }
}

/// A text that YAML takes as it is.
pub(super) fn quoted(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || c == '-';
    let begins = text.starts_with(|c: char| c.is_alphabetic());
    if begins && text.chars().all(|c| is_plain(c) || c == ' ') {
        return text.to_owned();
    }
    double_quoted(text)
}
