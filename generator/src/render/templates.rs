//! Tera, set up for one theme and one language; its errors as findings.

use tera::{Context, Kwargs, State, Tera, Value};

use super::contacts;
use super::languages;
use super::words::Texts;
use crate::diagnostic::{Finding, OutputFault, Place, Sources};
use crate::source::Theme;

/// The templates of a theme with the texts of one language.
#[derive(Debug)]
pub struct Templates<'a> {
    tera: Tera,
    lang: &'static str,
    pub(super) texts: Texts<'a>,
}

impl<'a> Templates<'a> {
    /// Loads the templates.
    ///
    /// # Errors
    /// What is wrong with a template, or that the theme lacks the language's texts.
    pub fn load(theme: &'a Theme, language: &str) -> Result<Self, Vec<Finding>> {
        let Some(texts) = theme.texts.get(language) else {
            let path = format!("i18n/{language}.yaml");
            return Err(vec![Finding::nowhere(
                OutputFault::ThemeFileMissing { path }.into(),
            )]);
        };
        let lang = languages::tag(language);
        let mut tera = Tera::new();
        tera.register_filter("contacts", |text: &str, _: Kwargs, _: &State<'_>| {
            contacts::html(text).map_or_else(|| Value::from(text), |html| Value::safe_string(&html))
        });
        let templates = theme
            .templates
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()));
        tera.add_raw_templates(templates)
            .map_err(|error| vec![finding(theme, &error)])?;
        let context = tera.global_context();
        context.insert("t", texts);
        context.insert("lang", &lang);
        context.insert("generator", concat!("onetrip ", env!("CARGO_PKG_VERSION")));
        Ok(Self {
            tera,
            lang,
            texts: Texts(texts),
        })
    }

    /// A page.
    pub(super) fn render(
        &self,
        theme: &Theme,
        name: &str,
        context: &Context,
    ) -> Result<Vec<u8>, Finding> {
        if !self.tera.contains_template(name) {
            let path = format!("templates/{name}");
            return Err(Finding::nowhere(
                OutputFault::ThemeFileMissing { path }.into(),
            ));
        }
        let html = self
            .tera
            .render(name, context)
            .map_err(|error| finding(theme, &error))?;
        let html = if self.lang == "zh-CN" {
            html
        } else {
            languages::mark_chinese(&html)
        };
        Ok(html.into_bytes())
    }
}

fn finding(theme: &Theme, error: &tera::Error) -> Finding {
    template_fault(&theme.sources, error, |name| format!("templates/{name}"))
}

/// Where a template's error stands, and what Tera says of it; `file` tells the file of a template.
pub(crate) fn template_fault(
    sources: &Sources,
    error: &tera::Error,
    file: impl Fn(&str) -> String,
) -> Finding {
    use tera::ErrorKind as K;
    let report = match error.kind() {
        K::SyntaxError(report) | K::RenderingError(report) => Some(report),
        _ => None,
    };
    let Some(report) = report else {
        return Finding::nowhere(
            OutputFault::Template {
                reason: first_line(&error.to_string()),
            }
            .into(),
        );
    };
    let file = file(report.filename());
    let problem = OutputFault::Template {
        reason: first_line(report.message()),
    }
    .into();
    match sources.keys().find(|known| ***known == *file) {
        Some(file) => Finding::at(Place::new(file, report.span().range.clone()), problem),
        None => Finding::at(Place::file(&file), problem),
    }
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().to_owned()
}
