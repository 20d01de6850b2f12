//! Tera for sheets: a theme's templates, or a community's own, with functions that measure text and draw codes.

use onetrip_core::diagnostic::{Finding, OutputFault, Place, SheetFault, Shown};
use onetrip_core::model::Community;
use onetrip_core::qr::Codes;
use onetrip_core::render::TemplateSet;
use onetrip_core::source::{Theme, tags};
use resvg::usvg::roxmltree;
use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

use super::arguments::Arguments;
use super::code::Code;
use super::drawing;
use super::fit::{self, Room};
use super::fonts::Fonts;

/// The templates of one community's sheets.
pub(super) struct SheetTemplates<'a> {
    tera: Tera,
    theme: &'a Theme,
    community: &'a Community,
}

/// What `fit(…)` gives a template.
#[derive(Serialize)]
struct Fitted {
    size: f64,
    /// From one line to the next.
    leading: f64,
    lines: Vec<String>,
}

impl<'a> SheetTemplates<'a> {
    /// Loads the templates; `globals` is what every sheet knows.
    ///
    /// # Errors
    /// What is wrong with a template.
    pub(super) fn new(
        theme: &'a Theme,
        community: &'a Community,
        fonts: &Fonts,
        codes: &Codes,
        globals: &Context,
    ) -> Result<Self, Vec<Finding>> {
        let mut tera = Tera::new();
        tera.autoescape_on([".svg"]);
        let codes = codes.clone();
        tera.register_function("code", Code { codes });
        let fonts = fonts.clone();
        tera.register_function("fit", move |arguments: Kwargs, _: &State<'_>| {
            fitted(&fonts, &Arguments(arguments))
        });
        let mut setting = Self {
            tera: Tera::new(),
            theme,
            community,
        };
        setting.with_set(|set| set.load(&mut tera))?;
        tera.global_context().extend(globals.clone());
        setting.tera = tera;
        Ok(setting)
    }

    /// The file of a template, below the content folder or the theme.
    pub(super) fn file(&self, name: &str) -> String {
        let own = self.community.sheets.contains_key(name);
        if own {
            format!("communities/{}/print/{name}", self.community.id)
        } else {
            format!("print/{name}")
        }
    }

    fn text(&self, name: &str) -> &str {
        self.community
            .sheets
            .get(name)
            .or_else(|| self.theme.sheets.get(name))
            .map_or("", String::as_str)
    }

    /// The community's own templates and the theme's others.
    fn with_set<T>(&self, work: impl FnOnce(&TemplateSet<'_>) -> T) -> T {
        let own = &self.community.sheets;
        let others = self.theme.sheets.iter();
        let others = others.filter(|(name, _)| !own.contains_key(*name));
        let all = own.iter().chain(others);
        let all = all.map(|(name, text)| (name.as_str(), text.as_str()));
        work(&set(all.collect(), &|name| self.file(name)))
    }

    /// A filled template that is a well-formed drawing.
    ///
    /// # Errors
    /// What is wrong with the template, at its line.
    pub(super) fn set(&self, name: &str, context: &Context) -> Result<String, Finding> {
        if !self.tera.contains_template(name) {
            return Err(Finding::nowhere(
                OutputFault::ThemeFileMissing {
                    path: format!("print/{name}"),
                }
                .into(),
            ));
        }
        let svg = self
            .tera
            .render(name, context)
            .map_err(|error| self.with_set(|set| set.fault(&error, name, context)))?;
        match roxmltree::Document::parse(&svg) {
            Ok(_) => Ok(svg),
            Err(error) => Err(self.broken(name, &svg, &error)),
        }
    }

    /// Where a drawing is broken: in the template where its own text shows it, else by the line that came of it.
    pub(super) fn broken(&self, name: &str, svg: &str, error: &roxmltree::Error) -> Finding {
        let file = self.file(name);
        let template = self.text(name);
        if let Some((reason, at)) = drawing::broken_at(&without_tags(template), template) {
            let problem = SheetFault::Broken { reason, line: None };
            return Finding::at(Place::new(&file.as_str().into(), at), problem.into());
        }
        let line = svg
            .lines()
            .nth(error.pos().row.saturating_sub(1) as usize)
            .map(|line| Shown(line.to_owned()));
        let problem = SheetFault::Broken {
            reason: drawing::reason(error),
            line,
        };
        Finding::at(Place::file(&file), problem.into())
    }
}

/// Everything that is wrong with the theme's templates of sheets before there is a sheet.
pub fn check_templates(theme: &Theme) -> Vec<Finding> {
    let mut tera = Tera::new();
    for name in FUNCTIONS {
        tera.register_function(*name, |_: Kwargs, _: &State<'_>| Value::none());
    }
    let all = theme.sheets.iter();
    let all = all.map(|(name, text)| (name.as_str(), text.as_str()));
    let set = set(all.collect(), &|name| format!("print/{name}"));
    set.load(&mut tera).err().unwrap_or_default()
}

/// The functions that sheets have.
const FUNCTIONS: &[&str] = &["code", "fit"];

fn set<'a>(
    templates: Vec<(&'a str, &'a str)>,
    file: &'a (dyn Fn(&str) -> String + Sync),
) -> TemplateSet<'a> {
    TemplateSet {
        templates,
        file,
        filters: &[],
        functions: FUNCTIONS,
    }
}

/// A template with its Tera tags blanked, so that what is left stands where it stood.
fn without_tags(template: &str) -> String {
    let mut out = String::with_capacity(template.len());
    let mut from = 0;
    for tag in tags(template) {
        out.push_str(&template[from..tag.span.start]);
        let blank = template[tag.span.clone()].chars();
        out.extend(blank.map(|c| if c == '\n' { c } else { ' ' }));
        from = tag.span.end;
    }
    out.push_str(&template[from..]);
    out
}

/// `fit(text=…, width=…, size=…)`; further `height`, `least`, `lines` and `weight`.
///
/// Without `least` a text keeps to its lines, however small it becomes: a template may then draw the first of one line alone.
fn fitted(fonts: &Fonts, arguments: &Arguments) -> TeraResult<Value> {
    let text: &str = arguments.must_get("text")?;
    let largest: f64 = arguments.must_get("size")?;
    let room = Room {
        width: arguments.must_get("width")?,
        height: arguments.get("height")?.unwrap_or(f64::INFINITY),
        largest,
        least: arguments.get("least")?.unwrap_or(0.0),
        lines: arguments.get("lines")?.unwrap_or(1),
    };
    let weight: u16 = arguments.get("weight")?.unwrap_or(400);
    let advances = fonts.advances(text.trim(), weight);
    let fit::Lines { size, lines } = fit::fit(text, &advances, room);
    Ok(Value::from_serializable(&Fitted {
        size,
        leading: size * fit::LEADING,
        lines,
    }))
}

#[cfg(test)]
mod tests {
    use super::without_tags;

    #[test]
    fn blanking_keeps_places() {
        let template = "<a>{{ name | upper }}\n{% if x %}<b>{# no\nnote #}</b>{% endif %}</a>{";
        let blank = without_tags(template);
        assert_eq!(blank.chars().count(), template.chars().count());
        assert_eq!(blank.find("<b>"), template.find("<b>"));
        assert_eq!(blank.matches('\n').count(), 2);
        assert!(!blank.contains('%') && blank.ends_with('{'));
    }
}
