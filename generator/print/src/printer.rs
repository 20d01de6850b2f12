//! The press of a build.

use onetrip_core::diagnostic::Finding;
use onetrip_core::site::{Press, PrintOrder, Printed, Stage};
use onetrip_core::source::Theme;
use onetrip_core::variables::View;

use crate::{Fonts, PrintContext, PrintEnv, SHEET_VIEWS, check_templates, documents, make};

/// Prints PDF and PNG, and reads every code off what it printed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Printer;

impl Press for Printer {
    fn views(&self) -> &'static [View] {
        SHEET_VIEWS
    }

    fn check_templates(&self, theme: &Theme) -> Vec<Finding> {
        check_templates(theme)
    }

    fn print(&self, order: &PrintOrder<'_>, take: &mut dyn FnMut(Printed)) -> usize {
        let fonts = Fonts::new(order.theme);
        let (documents, findings) = documents(&PrintContext {
            locale: order.locale,
            books: order.books,
            theme: order.theme,
            fonts: &fonts,
            content: order.content,
            codes: order.codes,
            today: order.today,
            options: order.options,
            share: order.share,
        });
        take(Printed {
            findings,
            ..Printed::default()
        });
        let sheets = documents.iter().map(|document| document.sheets.len()).sum();
        order.progress.begin(Stage::Print, sheets);
        let press = PrintEnv {
            fonts: &fonts,
            machine: order.fonts,
            earlier: order.earlier,
            prove: true,
        };
        for document in &documents {
            take(make(document, &press, &|| order.progress.step()));
        }
        sheets
    }
}
