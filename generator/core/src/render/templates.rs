//! Tera, set up for one theme and one language; its errors as findings.

use tera::{Context, Kwargs, State, Tera, Value};

use super::contacts;
use super::languages;
use super::template_faults::TemplateSet;
use super::words::Texts;
use crate::diagnostic::{Finding, OutputFault};
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
        let mut tera = read(theme)?;
        let context = tera.global_context();
        context.insert("t", texts);
        context.insert("lang", &lang);
        context.insert("right_to_left", &languages::is_right_to_left(language));
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
        let html = self.part(theme, name, context)?;
        let html = if self.lang == "zh-CN" {
            html
        } else {
            languages::mark_chinese(&html)
        };
        Ok(html.into_bytes())
    }

    /// A part of a page.
    pub(super) fn part(
        &self,
        theme: &Theme,
        name: &str,
        context: &Context,
    ) -> Result<String, Finding> {
        if !self.tera.contains_template(name) {
            let path = format!("templates/{name}");
            return Err(Finding::nowhere(
                OutputFault::ThemeFileMissing { path }.into(),
            ));
        }
        let rendered = self.tera.render(name, context);
        rendered.map_err(|error| set(theme).fault(&error, name, context))
    }
}

/// Everything that is wrong with the templates of pages before there is a page.
pub fn check_templates(theme: &Theme) -> Vec<Finding> {
    read(theme).err().unwrap_or_default()
}

fn read(theme: &Theme) -> Result<Tera, Vec<Finding>> {
    let mut tera = Tera::new();
    tera.register_filter("contacts", |text: &str, _: Kwargs, _: &State<'_>| {
        contacts::html(text).map_or_else(|| Value::from(text), |html| Value::safe_string(&html))
    });
    set(theme).load(&mut tera)?;
    Ok(tera)
}

fn set(theme: &Theme) -> TemplateSet<'_> {
    let templates = theme.templates.iter();
    TemplateSet {
        templates: templates
            .map(|(name, text)| (name.as_str(), text.as_str()))
            .collect(),
        file: &|name| format!("templates/{name}"),
        filters: &["contacts"],
        functions: &[],
    }
}
