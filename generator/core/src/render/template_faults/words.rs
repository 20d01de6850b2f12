//! What Tera says in English, taken apart: it has no other way to tell which name it does not know, and tells several faults of
//! references as one printed report. Nothing else reads its words.

use std::ops::Range;

/// What a message of Tera's is about.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Said<'a> {
    /// A name that it does not know, with those that it does where it tells them.
    Unknown(What, &'a str, Vec<&'a str>),
    /// The value at the place is undefined.
    Undefined,
    /// A function or filter was called without an argument that it needs.
    MissingArgument(&'a str),
    /// An argument of a function of ours: its name, its type, and the type that it should be of.
    Argument(&'a str, [&'a str; 2]),
    /// A component that two templates define.
    Twice(&'a str, [&'a str; 2]),
    /// What stands there, and what belongs there.
    Found(&'a str, &'a str),
    /// A character that cannot stand there.
    Character,
    /// The end of the file, where something is still open.
    End,
    /// A tag of no known name.
    Tag,
    /// Anything else.
    Other(&'a str),
}

/// What a name is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Filter,
    Test,
    Function,
    Component,
    Template,
    Block,
    Variable,
    Field,
}

/// Takes a message apart.
pub(super) fn said(message: &str) -> Said<'_> {
    let message = message.lines().next().unwrap_or_default();
    let unknown = |before: &str, what| {
        let (name, rest) = message.strip_prefix(before)?.split_once('`')?;
        rest.is_empty()
            .then(|| Said::Unknown(what, name, Vec::new()))
    };
    unknown("Unknown filter `", What::Filter)
        .or_else(|| unknown("Unknown test `", What::Test))
        .or_else(|| unknown("Unknown function `", What::Function))
        .or_else(|| unknown("Unknown component `", What::Component))
        .or_else(|| unknown("Unknown template `", What::Template))
        .or_else(|| not_defined(message))
        .or_else(|| missing(message))
        .or_else(|| of_argument(message))
        .or_else(|| twice(message))
        .or_else(|| found(message))
        .or_else(|| is_undefined(message).then_some(Said::Undefined))
        .unwrap_or(Said::Other(message))
}

/// ``Field `x` is not defined. Available fields: a, b``
fn not_defined(message: &str) -> Option<Said<'_>> {
    let (what, rest) = message.split_once(" `")?;
    let (name, rest) = rest.split_once("` is not defined")?;
    let what = match what {
        "Block" => What::Block,
        "Field" => What::Field,
        "Variable" => What::Variable,
        _ => return None,
    };
    let known = rest.split_once(": ").map_or("", |(_, known)| known);
    let known = known.split(", ").filter(|name| !name.is_empty()).collect();
    Some(Said::Unknown(what, name, known))
}

fn missing(message: &str) -> Option<Said<'_>> {
    let name = message.strip_prefix("Missing keyword argument `")?;
    Some(Said::MissingArgument(name.strip_suffix('`')?))
}

/// How our own functions say that an argument is of another type, so that [`said`] understands them.
pub fn about_argument(name: &str, actual: &str, expected: &str) -> String {
    format!("Argument `{name}` is `{actual}` and not `{expected}`")
}

fn of_argument(message: &str) -> Option<Said<'_>> {
    let (name, types) = message.strip_prefix("Argument `")?.split_once("` is `")?;
    let (actual, expected) = types.strip_suffix('`')?.split_once("` and not `")?;
    Some(Said::Argument(name, [actual, expected]))
}

fn twice(message: &str) -> Option<Said<'_>> {
    let (name, files) = message
        .strip_prefix("Component `")?
        .split_once("` is defined in both `")?;
    let (first, second) = files.strip_suffix('`')?.split_once("` and `")?;
    Some(Said::Twice(name, [first, second]))
}

/// What only templates say that cannot be read.
fn found(message: &str) -> Option<Said<'_>> {
    match message {
        "Unexpected character" => return Some(Said::Character),
        "Unexpected end of input" => return Some(Said::End),
        "Unknown tag" => return Some(Said::Tag),
        _ => {}
    }
    let (found, wanted) = message
        .strip_prefix("Found ")?
        .split_once(" but expected ")?;
    Some(Said::Found(found, wanted.trim_end_matches('.')))
}

fn is_undefined(message: &str) -> bool {
    let named = message.starts_with("Variable `") && message.ends_with("its value is undefined");
    named
        || message.ends_with("but got `undefined`")
        || [
            "Tried to render a variable that is undefined",
            "Cannot index into an undefined value",
            "Cannot slice an undefined value",
            "Index expression is undefined",
        ]
        .contains(&message)
}

/// A fault as Tera prints it: its message, its template, and where in it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Report<'a> {
    pub(super) message: &'a str,
    pub(super) template: &'a str,
    /// From 1.
    line: usize,
    /// From 0, in characters.
    column: usize,
    /// In characters.
    width: usize,
}

/// The faults of a message that holds printed reports, one below the other.
pub(super) fn reports(message: &str) -> Vec<Report<'_>> {
    let blocks = message.split("error: ");
    blocks.filter_map(report).collect()
}

fn report(block: &str) -> Option<Report<'_>> {
    let mut lines = block.lines();
    let message = lines.next()?;
    let (_, place) = lines.next()?.split_once("--> ")?;
    let mut parts = place.rsplitn(3, ':');
    let column: usize = parts.next()?.parse().ok()?;
    let line = parts.next()?.parse().ok()?;
    let template = parts.next()?;
    let underline = lines.nth(2).unwrap_or_default();
    Some(Report {
        message,
        template,
        line,
        column: column.checked_sub(1)?,
        width: underline.matches('^').count().max(1),
    })
}

impl Report<'_> {
    /// Where it stands in the text of its template.
    pub(super) fn span(&self, text: &str) -> Range<usize> {
        let line = text.split_inclusive('\n').take(self.line.max(1) - 1);
        let line = line.map(str::len).sum::<usize>();
        let at = |column: usize| {
            let mut letters = text[line..].char_indices().map(|(at, _)| line + at);
            letters.nth(column).unwrap_or(text.len())
        };
        at(self.column)..at(self.column + self.width)
    }
}

/// Where a named argument's value stands in the text of a call: `b` of `f(a=b)`.
pub(super) fn argument(call: &str, name: &str) -> Option<Range<usize>> {
    let mut all = arguments(call).into_iter();
    all.find(|(own, _)| *own == name).map(|(_, value)| value)
}

/// The arguments of a call: their names, and where their values stand.
pub(super) fn arguments(call: &str) -> Vec<(&str, Range<usize>)> {
    let Some(start) = call.find('(').map(|at| at + 1) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut depth = 0_usize;
    let mut quote = None;
    let mut from = start;
    for (at, sign) in call[start..].char_indices() {
        let at = start + at;
        match (quote, sign) {
            (Some(mark), _) if sign == mark => quote = None,
            (None, '"' | '\'' | '`') => quote = Some(sign),
            (None, '(' | '[' | '{') => depth += 1,
            (None, ',' | ')') if depth == 0 => {
                found.extend(one(call, from..at));
                from = at + 1;
                if sign == ')' {
                    break;
                }
            }
            (None, ')' | ']' | '}') => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    found
}

/// `name=value`, without the spaces around both.
fn one(call: &str, span: Range<usize>) -> Option<(&str, Range<usize>)> {
    let (key, value) = call[span.clone()].split_once('=')?;
    let start = span.end - value.trim_start().len();
    Some((key.trim(), start..start + value.trim().len()))
}

#[cfg(test)]
mod tests {
    use tera::{Context, ErrorKind, Tera};

    use super::{Said, What, about_argument, argument, reports, said};

    /// What Tera itself says of templates.
    fn tera_says(templates: &[(&str, &str)]) -> String {
        let mut tera = Tera::new();
        let error = tera.add_raw_templates(templates.iter().copied());
        let error = error.and_then(|()| {
            let mut context = Context::new();
            context.insert("title", &"高龄津贴");
            context.insert(
                "site",
                &[("name", 1)]
                    .into_iter()
                    .collect::<std::collections::BTreeMap<_, _>>(),
            );
            tera.render(templates[0].0, &context).map(drop)
        });
        let error = error.expect_err("something is wrong");
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                report.message().to_owned()
            }
            _ => error.to_string(),
        }
    }

    #[test]
    fn faults_of_references_are_told_apart() {
        let text = "标题\n中文 {{ title | uper }}{{<nobody />}}\n{% if title is odder %}{{ fitt() }}{% endif %}{% include \"hal.html\" %}";
        let printed = tera_says(&[("a:1.html", text)]);
        let reports = reports(&printed);
        let found: Vec<_> = reports
            .iter()
            .map(|report| (said(report.message), &text[report.span(text)]))
            .collect();
        let unknown = |what, name| Said::Unknown(what, name, Vec::new());
        let wanted = [
            (unknown(What::Filter, "uper"), "uper"),
            (unknown(What::Component, "nobody"), "<nobody />"),
            (unknown(What::Test, "odder"), "odder"),
            (unknown(What::Function, "fitt"), "fitt()"),
            (unknown(What::Template, "hal.html"), "\"hal.html\""),
        ];
        assert_eq!(found, wanted, "{printed}");
        assert!(reports.iter().all(|report| report.template == "a:1.html"));
    }

    #[test]
    fn messages_are_understood() {
        let one = |text| tera_says(&[("a", text)]);
        for (message, wanted) in [
            (
                one("{{ site.nmae }}"),
                Said::Unknown(What::Field, "nmae", vec!["name"]),
            ),
            (
                one("{{ sit }}"),
                Said::Unknown(What::Variable, "sit", vec!["site", "title"]),
            ),
            (one("{{ site.a | upper }}"), Said::Undefined),
            (
                one("{{ title | replace(to='x') }}"),
                Said::MissingArgument("from"),
            ),
            (one("{{ 标题 }}"), Said::Character),
            (one("{% endblock %}"), Said::Tag),
            (one("{% if title %}"), Said::End),
            (one("{{ title | }}"), Said::Found("`}}`", "identifier")),
            (
                one("{% break %}"),
                Said::Other("break can only be used in a for loop"),
            ),
        ] {
            assert_eq!(said(&message), wanted, "{message}");
        }
        let block = tera_says(&[
            ("a", "{% extends 'b' %}{% block c %}{% endblock %}"),
            ("b", ""),
        ]);
        let block = reports(&block);
        assert_eq!(
            said(block[0].message),
            Said::Unknown(What::Block, "c", vec![])
        );
        let component = "{% component c() %}{% endcomponent c %}";
        let twice = tera_says(&[("a", component), ("b", component)]);
        assert_eq!(said(&twice), Said::Twice("c", ["a", "b"]));
    }

    #[test]
    fn our_own_functions_are_understood() {
        let message = about_argument("text", "undefined", "&str");
        assert_eq!(
            said(&message),
            Said::Argument("text", ["undefined", "&str"])
        );
    }

    #[test]
    fn an_argument_is_found_in_its_call() {
        let call = "fit(text=f(a=b, c=\"),\") ~ x , width = place.width,size=9)";
        let of = |name| argument(call, name).map(|span| &call[span]);
        assert_eq!(of("text"), Some("f(a=b, c=\"),\") ~ x"));
        assert_eq!(of("width"), Some("place.width"));
        assert_eq!(of("size"), Some("9"));
        assert_eq!((of("a"), of("x")), (None, None));
        assert_eq!(argument("fit(", "text"), None);
    }
}
