//! Where exactly a value is missing: Tera tells the place of a whole path, or of what a filter is put on.

use std::ops::Range;

use tera::Context;

use super::moved;
use super::names::beside;
use super::words;

/// Where the value stands that is undefined: at `span`, or among the arguments of the filter behind it. Where nobody can tell,
/// all of it.
pub(super) fn without_value(text: &str, span: Range<usize>, context: &Context) -> Range<usize> {
    let path = span.start..whole_path(text, span.end);
    let Some(call) = filter_call(text, path.end) else {
        return path;
    };
    let written = &text[call.clone()];
    let arguments = words::arguments(written)
        .into_iter()
        .map(|(_, value)| moved(value, call.start));
    let mut values = std::iter::once(path.clone()).chain(arguments);
    let lost = values.find(|value| is_lost(&text[value.clone()], context));
    lost.unwrap_or(path.start..call.end)
}

/// The end of a path of which a part ends at `end`.
fn whole_path(text: &str, end: usize) -> usize {
    let is_path = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '?');
    let behind = text.get(end..).unwrap_or_default();
    let length = behind.find(|c| !is_path(c)).unwrap_or(behind.len());
    end + length
}

/// The filter with arguments that stands behind `end`.
fn filter_call(text: &str, end: usize) -> Option<Range<usize>> {
    let behind = text
        .get(end..)?
        .trim_start()
        .strip_prefix('|')?
        .trim_start();
    let start = text.len() - behind.len();
    let open = whole_path(text, start);
    let has = text[open..].starts_with('(');
    let close = has.then(|| text[open..].find(')')).flatten()?;
    Some(start..open + close + 1)
}

/// Whether a path leads to nothing in what the template gets.
fn is_lost(path: &str, context: &Context) -> bool {
    let known = beside(path, context);
    let last = path.rsplit('.').next().unwrap_or(path);
    !known.is_empty() && !known.iter().any(|name| name == last)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use tera::Context;

    use super::without_value;

    #[test]
    fn a_filter_with_arguments_is_searched_for_what_has_no_value() {
        let mut context = Context::new();
        context.insert("a", &[("b", 1)].into_iter().collect::<BTreeMap<_, _>>());
        let of = |text: &'static str| &text[without_value(text, 3..4, &context)];
        assert_eq!(of("{{ a.b | replace(from=1, to=a.c) | upper }}"), "a.c");
        assert_eq!(of("{{ a.x | replace(from=1, to=a.c) }}"), "a.x");
        assert_eq!(of("{{ t.b | f(x=c.d) }}"), "t.b | f(x=c.d)");
        assert_eq!(of("{{ a.x | upper }}"), "a.x");
    }
}
