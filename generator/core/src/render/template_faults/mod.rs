//! Tera's errors as findings: each at its place in the file of the theme, as faults of the content are.

mod lost;
mod names;
mod words;

use std::ops::Range;
use std::sync::Arc;

use tera::{Context, Error, ErrorKind, Tera};

use crate::diagnostic::{Argument, Finding, OutputFault, Place, Problem, ThemeFault, closest};
use crate::source::{Tag, tags};
use lost::without_value;
use names::{FILTERS, FUNCTIONS, TESTS, beside, nearest, told};
pub use words::about_argument;
use words::{Said, What, said};

/// The templates that one Tera works with.
pub struct TemplateSet<'a> {
    /// Their texts by name.
    pub templates: Vec<(&'a str, &'a str)>,
    /// The file of a template, below the theme or the content folder.
    pub file: &'a (dyn Fn(&str) -> String + Sync),
    /// Filters that are registered beside Tera's.
    pub filters: &'static [&'static str],
    /// Functions that are registered beside Tera's.
    pub functions: &'static [&'static str],
}

impl TemplateSet<'_> {
    /// Puts the templates into `tera`.
    ///
    /// # Errors
    /// Everything that is wrong with them before they are rendered.
    pub fn load(&self, tera: &mut Tera) -> Result<(), Vec<Finding>> {
        let added = tera.add_raw_templates(self.templates.iter().copied());
        added.map_err(|error| match error.kind() {
            // Tera stops at the first file that it cannot read.
            ErrorKind::SyntaxError(_) => self.syntax(),
            ErrorKind::Msg(message) => self.references(message),
            _ => vec![self.fault(&error, "", &Context::new())],
        })
    }

    fn syntax(&self) -> Vec<Finding> {
        let one = |(name, text): &(&str, &str)| {
            let error = Tera::new().add_raw_template(name, text).err()?;
            let is_syntax = matches!(error.kind(), ErrorKind::SyntaxError(_));
            is_syntax.then(|| self.fault(&error, name, &Context::new()))
        };
        self.templates.iter().filter_map(one).collect()
    }

    fn references(&self, message: &str) -> Vec<Finding> {
        if let Said::Twice(name, [first, second]) = said(message) {
            return vec![self.twice(name, first, second)];
        }
        let reports = words::reports(message);
        if reports.is_empty() {
            return vec![Finding::nowhere(other(message))];
        }
        let finding = |report: &words::Report<'_>| {
            let span = report.span(self.text(report.template));
            let said = said(report.message);
            self.finding(report.template, span, said, &Context::new())
        };
        reports.iter().map(finding).collect()
    }

    /// What is wrong, of an error that rendering `rendered` with `context` had.
    pub fn fault(&self, error: &Error, rendered: &str, context: &Context) -> Finding {
        match error.kind() {
            ErrorKind::SyntaxError(report) => {
                let place = self.place(rendered, report.span().range.clone());
                Finding::at(place, syntax(&said(report.message())))
            }
            ErrorKind::RenderingError(report) => {
                let span = report.span().range.clone();
                self.finding(report.filename(), span, said(report.message()), context)
            }
            ErrorKind::MissingParent { current, parent } => {
                let said = Said::Unknown(What::Template, parent, Vec::new());
                self.finding(current, self.naming(current, parent), said, context)
            }
            ErrorKind::CircularExtend {
                tpl,
                inheritance_chain,
            } => {
                let first = std::iter::once(tpl.clone());
                self.circle(first.chain(inheritance_chain.iter().cloned()).collect())
            }
            ErrorKind::CircularInclude { tpl, include_chain } => {
                let chain = include_chain.iter().skip_while(|name| *name != tpl);
                self.circle(chain.cloned().collect())
            }
            _ => Finding::at(
                Place::file(&(self.file)(rendered)),
                other(&error.to_string()),
            ),
        }
    }

    fn circle(&self, chain: Vec<String>) -> Finding {
        let place = match chain.as_slice() {
            [first, second, ..] => self.place(first, self.naming(first, second)),
            _ => self.place("", 0..0),
        };
        Finding::at(place, ThemeFault::Circle { chain }.into())
    }

    /// Where a template names another one.
    fn naming(&self, template: &str, named: &str) -> Range<usize> {
        let mut tags = tags(self.text(template));
        tags.find(|tag| tag.template() == Some(named))
            .map_or(0..0, |tag| tag.span)
    }

    fn twice(&self, name: &str, first: &str, second: &str) -> Finding {
        let mut tags = tags(self.text(second));
        let span = tags
            .find(|tag| tag.component() == Some(name))
            .map_or(0..0, |tag| tag.span);
        let fault = ThemeFault::ComponentTwice {
            name: name.to_owned(),
            other: (self.file)(first),
        };
        Finding::at(self.place(second, span), fault.into())
    }

    fn finding(
        &self,
        template: &str,
        span: Range<usize>,
        said: Said<'_>,
        context: &Context,
    ) -> Finding {
        let text = self.text(template);
        let written = text.get(span.clone()).unwrap_or_default();
        let (span, problem) = match said {
            Said::Unknown(What::Field | What::Variable, name, known) if !known.is_empty() => {
                let known: Vec<String> = known.into_iter().map(str::to_owned).collect();
                (span, undefined(name.to_owned(), known))
            }
            Said::Unknown(What::Field, ..) | Said::Undefined => {
                let span = without_value(text, span, context);
                let name = text.get(span.clone()).unwrap_or_default();
                let known = beside(name, context);
                (span, undefined(name.to_owned(), known))
            }
            Said::Unknown(What::Variable, name, _) => {
                (span, undefined(name.to_owned(), Vec::new()))
            }
            Said::Unknown(what, name, _) => (span, self.unknown(what, name, template)),
            Said::MissingArgument(argument) => {
                let function = called(written);
                let fault = ThemeFault::ArgumentMissing {
                    function: function.to_owned(),
                    argument: argument.to_owned(),
                };
                (span, fault.into())
            }
            Said::Argument(argument, types) => {
                let at = words::argument(written, argument);
                let at = at.map_or_else(|| span.clone(), |at| moved(at, span.start));
                let name = text.get(at.clone()).unwrap_or_default();
                let function = called(written);
                let problem = match types {
                    ["undefined", _] => undefined_argument(function, argument, name, context),
                    types => argument_kind(function, argument, name, types),
                };
                (at, problem)
            }
            Said::Twice(..) => (span, other(written)),
            Said::Found(..) | Said::Character | Said::End | Said::Tag => (span, syntax(&said)),
            Said::Other(message) => (span, other(message)),
        };
        Finding::at(self.place(template, span), problem)
    }

    fn unknown(&self, what: What, name: &str, template: &str) -> Problem {
        let texts = || self.templates.iter().map(|(_, text)| *text);
        let (term, known) = match what {
            What::Filter => (ThemeFault::FILTER, [FILTERS, self.filters].concat()),
            What::Test => (ThemeFault::TEST, TESTS.to_vec()),
            What::Function => (ThemeFault::FUNCTION, [FUNCTIONS, self.functions].concat()),
            What::Component => {
                let components = texts().flat_map(|text| named(text, Tag::component));
                (ThemeFault::COMPONENT, components.collect())
            }
            What::Block | What::Field | What::Variable => {
                (ThemeFault::BLOCK, self.blocks_above(template))
            }
            What::Template => {
                let names = self.templates.iter().map(|(name, _)| *name);
                (ThemeFault::TEMPLATE, names.collect())
            }
        };
        let suggestion = closest(name, known.iter().copied());
        ThemeFault::Unknown {
            what: term,
            name: name.to_owned(),
            known: told(known.into_iter().map(str::to_owned), suggestion.as_ref()),
            suggestion,
        }
        .into()
    }

    /// The blocks of the templates that one extends.
    fn blocks_above(&self, template: &str) -> Vec<&str> {
        let mut blocks = Vec::new();
        let mut above = self.text(template);
        // Circles are found before blocks are looked for; still, no chain is longer than there are templates.
        for _ in &self.templates {
            let Some(parent) = tags(above).find_map(|tag| tag.extended()) else {
                break;
            };
            above = self.text(parent);
            blocks.extend(named(above, Tag::block));
        }
        blocks.sort_unstable();
        blocks.dedup();
        blocks
    }

    fn text(&self, template: &str) -> &str {
        let mut templates = self.templates.iter();
        let found = templates.find(|(name, _)| *name == template);
        found.map_or("", |(_, text)| text)
    }

    fn place(&self, template: &str, span: Range<usize>) -> Place {
        let file: Arc<str> = (self.file)(template).into();
        Place::new(&file, span)
    }
}

fn named<'a>(text: &'a str, what: fn(&Tag<'a>) -> Option<&'a str>) -> Vec<&'a str> {
    tags(text).filter_map(|tag| what(&tag)).collect()
}

fn other(message: &str) -> Problem {
    OutputFault::Template {
        reason: message.lines().next().unwrap_or_default().to_owned(),
    }
    .into()
}

/// What only templates have that cannot be read.
fn syntax(said: &Said<'_>) -> Problem {
    let (found, wanted) = match said {
        Said::Found(found, wanted) => (Some((*found).to_owned()), expected(wanted)),
        _ => (None, "".into()),
    };
    let words = match said {
        Said::Other(words) => Some((*words).to_owned()),
        _ => None,
    };
    ThemeFault::Syntax {
        character: *said == Said::Character,
        end: *said == Said::End,
        tag: *said == Said::Tag,
        found,
        wanted,
        said: words,
    }
    .into()
}

fn undefined(name: String, known: Vec<String>) -> Problem {
    let (suggestion, known) = nearest(&name, known);
    ThemeFault::Undefined {
        name,
        suggestion,
        known,
    }
    .into()
}

fn undefined_argument(function: &str, argument: &str, name: &str, context: &Context) -> Problem {
    let (suggestion, known) = nearest(name, beside(name, context));
    ThemeFault::ArgumentUndefined {
        function: function.to_owned(),
        argument: argument.to_owned(),
        name: name.to_owned(),
        suggestion,
        known,
    }
    .into()
}

fn argument_kind(function: &str, argument: &str, name: &str, types: [&str; 2]) -> Problem {
    let [found, wanted] = types.map(kind);
    ThemeFault::ArgumentKind {
        function: function.to_owned(),
        argument: argument.to_owned(),
        name: name.to_owned(),
        found,
        wanted,
    }
    .into()
}

/// A type in words.
fn kind(name: &str) -> Argument {
    let each = match name {
        "none" => ("空的", "nothing"),
        "&str" | "string" => ("文字", "text"),
        "array" => ("一串", "a list"),
        "map" => ("一组", "a map"),
        "bool" => ("是或否", "yes or no"),
        _ => ("数字", "a number"),
    };
    each.into()
}

/// What Tera expects somewhere, in words.
fn expected(what: &str) -> Argument {
    match what {
        "identifier" => ("一个名字", "a name").into(),
        "string" => ("引号里的文字", "text in quotation marks").into(),
        other => other.into(),
    }
}

/// The name of what is called.
fn called(call: &str) -> &str {
    call.split('(').next().unwrap_or(call).trim()
}

fn moved(span: Range<usize>, by: usize) -> Range<usize> {
    span.start + by..span.end + by
}
