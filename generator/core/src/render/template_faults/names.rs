//! The names that a template may use, and the nearest of them.

use tera::{Context, Value};

use crate::diagnostic::closest;

/// So many names are told; more help nobody.
const MOST_TOLD: usize = 30;

/// What a name like `matter.titel` is meant to be, and what else there is.
pub(super) fn nearest(name: &str, known: Vec<String>) -> (Option<String>, Vec<String>) {
    let last = name.rsplit(['.', '?']).next().unwrap_or(name);
    let suggestion = closest(last, known.iter().map(String::as_str));
    let known = told(known.into_iter(), suggestion.as_ref());
    (suggestion, known)
}

/// The names, where they are not too many; with a suggestion fewer are enough.
pub(super) fn told(
    names: impl Iterator<Item = String>,
    suggestion: Option<&String>,
) -> Vec<String> {
    let mut names: Vec<String> = names.collect();
    names.sort();
    names.dedup();
    if names.len() > MOST_TOLD && suggestion.is_some() {
        names.clear();
    }
    names
}

/// The names beside the last of a path in what a template gets; none where the path goes through a loop's variable.
pub(super) fn beside(path: &str, context: &Context) -> Vec<String> {
    let mut parts: Vec<&str> = path.split('.').map(|part| part.trim_matches('?')).collect();
    parts.pop();
    let Some((first, rest)) = parts.split_first() else {
        return Vec::new();
    };
    let mut value = context.get(first);
    for part in rest {
        value = value.and_then(|value| value.get_from_path(part));
    }
    let map = value.and_then(Value::as_map);
    let names = map.into_iter().flat_map(|map| map.keys());
    names.map(ToString::to_string).collect()
}

/// Tera's own filters.
#[rustfmt::skip]
pub(super) const FILTERS: &[&str] = &[
    "safe", "default", "upper", "lower", "escape_html", "escape_xml", "newlines_to_br", "pluralize", "trim", "trim_start", "trim_end",
    "replace", "capitalize", "title", "truncate", "indent", "str", "int", "float", "length", "reverse", "split", "abs", "round", "first",
    "last", "nth", "join", "sort", "unique", "get", "values", "keys", "pairs", "group_by",
];

/// Tera's own tests.
#[rustfmt::skip]
pub(super) const TESTS: &[&str] = &[
    "string", "number", "map", "bool", "array", "integer", "float", "none", "iterable", "defined", "undefined", "odd", "even",
    "divisible_by", "starting_with", "ending_with", "containing",
];

/// Tera's own functions, and what a block has of the one that it replaces.
pub(super) const FUNCTIONS: &[&str] = &["range", "throw", "super"];

#[cfg(test)]
mod tests {
    use tera::Tera;

    use super::{FILTERS, FUNCTIONS, TESTS};

    #[test]
    fn tera_knows_the_names_that_are_offered() {
        let ends_well = |text: String| {
            let added = Tera::new().add_raw_template("a", &text);
            assert!(added.is_ok(), "{text}: {added:?}");
        };
        for name in FILTERS {
            ends_well(format!("{{{{ x | {name} }}}}"));
        }
        for name in TESTS {
            ends_well(format!("{{{{ x is {name} }}}}"));
        }
        for name in FUNCTIONS.iter().filter(|name| **name != "super") {
            ends_well(format!("{{{{ {name}() }}}}"));
        }
    }
}
