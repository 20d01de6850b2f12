//! Which sheets a region needs: views into templates, sheets into volumes.

use std::sync::Arc;

use jiff::civil::Date;
use onetrip_core::check::CompiledRules;
use onetrip_core::diagnostic::{Finding, ReferenceFault, SheetFault, SiteFault, closest};
use onetrip_core::model::{Community, Convert, Matter, Region, Route, Share, Worker};
use onetrip_core::qr::{Codes, Level};
use onetrip_core::render::{MatterOnSheet, community_on_sheet, matter_on_sheet};
use onetrip_core::resolve::{FactWords, Facts};
use onetrip_core::source::{Files, Grid, Theme};
use onetrip_core::translate::Locale;
use rayon::prelude::*;
use serde::Serialize;
use tera::{Context, Value};

use super::card::card;
use super::document::{Document, Sheet};
use super::fonts::Fonts;
use super::grid::{Group, Page, spread};
use super::sheet_templates::SheetTemplates;
use super::{Kind, Paper, PrintOptions, Size};

/// What lies on the table before printing.
#[derive(Clone, Copy)]
pub struct PrintContext<'a> {
    /// What the site says, in one language.
    pub locale: &'a Locale<'a>,
    /// The guides' rules.
    pub books: &'a CompiledRules,
    /// How sheets look.
    pub theme: &'a Theme,
    /// Their fonts.
    pub fonts: &'a Fonts,
    /// Where photos are.
    pub content: &'a dyn Files,
    /// The codes of this build.
    pub codes: &'a Codes,
    /// For what is overdue.
    pub today: Date,
    /// What is printed.
    pub options: &'a PrintOptions,
    /// For which communities.
    pub share: Share,
}

/// Everything that is to be printed, and what is wrong with it.
pub fn documents(desk: &PrintContext<'_>) -> (Vec<Document>, Vec<Finding>) {
    if let Some(name) = desk
        .options
        .matter
        .as_ref()
        .filter(|name| desk.region().matter(name).is_none())
    {
        let matters = &desk.region().matters;
        let by_title = matters.iter().find(|matter| matter.title == **name);
        let codes = matters.iter().map(|matter| matter.code.value.as_str());
        let suggestion = by_title
            .map(|matter| matter.code.value.clone())
            .or_else(|| closest(name, codes));
        return (
            Vec::new(),
            vec![Finding::nowhere(
                ReferenceFault::UnknownMatter {
                    name: name.clone(),
                    suggestion,
                }
                .into(),
            )],
        );
    }
    let mut documents = Vec::new();
    let mut findings = Vec::new();
    for community in desk.share.communities(desk.region()) {
        match Place::new(desk, community) {
            Ok(place) => {
                for kind in Kind::ALL
                    .iter()
                    .filter(|kind| desk.options.kinds.contains(kind))
                {
                    match place.document(*kind) {
                        Ok(document) => documents.extend(document),
                        Err(wrong) => add(&mut findings, wrong),
                    }
                }
            }
            Err(wrong) => add(&mut findings, wrong),
        }
    }
    (documents, findings)
}

/// Communities share the theme's templates and so their faults.
fn add(findings: &mut Vec<Finding>, wrong: Vec<Finding>) {
    for finding in wrong {
        if !findings.contains(&finding) {
            findings.push(finding);
        }
    }
}

/// One community's sheets.
struct Place<'a> {
    desk: &'a PrintContext<'a>,
    community: Community<String>,
    facts: Facts<'a>,
    setting: SheetTemplates<'a>,
    matters: Vec<(&'a Matter, MatterOnSheet)>,
}

impl PrintContext<'_> {
    fn region(&self) -> &Region {
        &self.locale.region
    }

    /// The language's tag.
    fn tag(&self) -> &'static str {
        if self.locale.language == "en" {
            "en"
        } else {
            "zh-CN"
        }
    }
}

impl<'a> Place<'a> {
    fn new(desk: &'a PrintContext<'a>, community: &'a Community) -> Result<Self, Vec<Finding>> {
        let PrintContext {
            locale,
            books,
            theme,
            today,
            ..
        } = *desk;
        let mut globals = Context::new();
        let texts = theme.texts.get(locale.language);
        globals.insert("t", &texts);
        globals.insert("lang", desk.tag());
        let words = FactWords::new(texts, today);
        let facts = Facts::new(&locale.region, Some(community), words);
        globals.insert("region", &facts.text(&locale.region.name));
        if let Some(view) = community_on_sheet(locale, community, theme, today) {
            globals.insert_value("community", view);
        }
        let wanted = |matter: &&Matter| {
            let named = |name: &String| *name == matter.code.value || *name == matter.name;
            desk.options.matter.as_ref().is_none_or(named)
        };
        let view = |matter: &'a Matter| {
            let rules = (matter, books.of(&matter.file, community)?);
            let on_sheet = matter_on_sheet(locale, community, rules, theme, today)?;
            Some((matter, on_sheet))
        };
        Ok(Self {
            desk,
            community: facts.community(community),
            facts,
            setting: SheetTemplates::new(theme, community, desk.fonts, desk.codes, &globals)?,
            matters: locale
                .region
                .offered(community)
                .filter(wanted)
                .filter_map(view)
                .collect(),
        })
    }

    fn document(&self, kind: Kind) -> Result<Option<Document>, Vec<Finding>> {
        if kind != Kind::Cards {
            self.addresses()?;
        }
        let sheets = match kind {
            Kind::Poster => self.posters(),
            Kind::Directory => self
                .many(kind, self.by_category())
                .map_err(|finding| vec![finding]),
            Kind::Stickers => {
                let group = self.matters.iter().map(|(_, view)| view.clone()).collect();
                self.many(kind, vec![(None, group)])
                    .map_err(|finding| vec![finding])
            }
            Kind::Cards => self.cards(),
        }?;
        if sheets.is_empty() {
            return Ok(None);
        }
        let file = if kind == Kind::Poster {
            "posters"
        } else {
            kind.name()
        };
        let texts = self.desk.theme.texts.get(self.desk.locale.language);
        let name = texts
            .and_then(|texts| texts.get(&format!("print_{file}")))
            .map_or(file, String::as_str);
        Ok(Some(Document {
            path: self.path(&format!(
                "{file}{}.pdf",
                suffix(kind, self.desk.options.paper)
            )),
            title: format!("{} · {name}", self.community.name),
            language: self.desk.tag().to_owned(),
            sheets,
            singles: kind == Kind::Poster,
        }))
    }

    /// Proves the codes of all addresses, side by side, before a template asks for one.
    fn addresses(&self) -> Result<(), Vec<Finding>> {
        let proved = self.matters.par_iter().map(|(matter, view)| {
            let code = self.desk.codes.of(&view.address, Level::M);
            code.err().map(|why| {
                let (address, got) = (view.address.clone(), why.to_string());
                let place = matter.code.place.clone();
                Finding::at(place, SiteFault::CodeUnreadable { address, got }.into())
            })
        });
        let wrong: Vec<Finding> = proved.collect::<Vec<_>>().into_iter().flatten().collect();
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }

    /// Where a file for the printer goes.
    fn path(&self, name: &str) -> String {
        Route::sheet(&self.community.id, name).path()
    }

    fn posters(&self) -> Result<Vec<Sheet>, Vec<Finding>> {
        let mut context = self.context(Kind::Poster);
        let mut wrong = Vec::new();
        let mut sheets = Vec::new();
        for (matter, view) in &self.matters {
            context.insert("matter", view);
            let says = [(
                matter.file.as_str(),
                format!("{}{}", view.title, view.summary),
            )];
            let name = format!(
                "{}{}",
                view.code,
                suffix(Kind::Poster, self.desk.options.paper)
            );
            let codes = vec![view.address.clone()];
            let draft = Draft {
                name: &name,
                title: &view.title,
                codes,
                says: &says,
            };
            match self.sheet(Kind::Poster, &context, draft) {
                Ok(sheet) => sheets.push(sheet),
                Err(finding) => wrong.push(finding),
            }
        }
        // One mistake in the template is on every poster.
        wrong.dedup();
        if wrong.is_empty() {
            Ok(sheets)
        } else {
            Err(wrong)
        }
    }

    fn by_category(&self) -> Vec<Group<MatterOnSheet>> {
        let of = |name: &str| -> Vec<MatterOnSheet> {
            self.matters
                .iter()
                .map(|(_, view)| view)
                .filter(|view| view.category == name)
                .cloned()
                .collect()
        };
        let categories = self.desk.region().categories.iter();
        let groups = categories.map(|category| {
            let name = self.facts.text(&category.name);
            let matters = of(&name);
            (Some(name), matters)
        });
        groups.filter(|(_, matters)| !matters.is_empty()).collect()
    }

    fn many(&self, kind: Kind, groups: Vec<Group<MatterOnSheet>>) -> Result<Vec<Sheet>, Finding> {
        if self.matters.is_empty() {
            return Ok(Vec::new());
        }
        let pages = spread(groups, self.grid(kind)?);
        let count = pages.len();
        let sheet = |(index, page): (usize, &Page<MatterOnSheet>)| {
            let mut context = self.context(kind);
            context.insert("page", page);
            context.insert("number", &(index + 1));
            context.insert("count", &count);
            let codes = page
                .entries
                .iter()
                .map(|entry| entry.item.address.clone())
                .collect();
            let title = page
                .entries
                .first()
                .map_or("", |entry| entry.item.title.as_str());
            let name = format!("{}-{}", kind.name(), index + 1);
            self.sheet(
                kind,
                &context,
                Draft {
                    name: &name,
                    title,
                    codes,
                    says: &[],
                },
            )
        };
        pages.iter().enumerate().map(sheet).collect()
    }

    /// A sheet of equal cards for each worker.
    fn cards(&self) -> Result<Vec<Sheet>, Vec<Finding>> {
        let grid = self.grid(Kind::Cards).map_err(|finding| vec![finding])?;
        // As many as one sheet holds.
        let places = spread(vec![(None, vec![(); 200])], grid)
            .into_iter()
            .next()
            .unwrap_or_default();
        let mut wrong = Vec::new();
        let mut sheets = Vec::new();
        for (index, worker) in self.community.workers.iter().enumerate() {
            match self.cards_of(&format!("cards-{}", index + 1), worker, &places) {
                Ok(sheet) => sheets.push(sheet),
                Err(finding) => wrong.push(finding),
            }
        }
        if wrong.is_empty() {
            Ok(sheets)
        } else {
            Err(wrong)
        }
    }

    fn cards_of(
        &self,
        name: &str,
        worker: &Worker<String>,
        places: &Page<()>,
    ) -> Result<Sheet, Finding> {
        let card = card(
            self.desk.region(),
            &self.community,
            worker,
            self.desk.content,
            self.desk.codes,
        )?;
        let mut context = self.context(Kind::Cards);
        context.insert("page", places);
        context.insert("worker", &card);
        let said = format!(
            "{}{}",
            worker.name,
            worker.role.as_deref().unwrap_or_default()
        );
        let says = [(&*self.community.place.file, said)];
        let codes = vec![card.vcard];
        self.sheet(
            Kind::Cards,
            &context,
            Draft {
                name,
                title: &worker.name,
                codes,
                says: &says,
            },
        )
    }

    fn grid(&self, kind: Kind) -> Result<&'a Grid, Finding> {
        self.desk.theme.grids.get(kind.name()).ok_or_else(|| {
            Finding::nowhere(
                SheetFault::Grid {
                    sheet: Some(kind.name().to_owned()),
                }
                .into(),
            )
        })
    }

    fn context(&self, kind: Kind) -> Context {
        let mut context = Context::new();
        context.insert("paper", &Size::of(paper(kind, self.desk.options.paper)));
        if let Some(grid) = self.desk.theme.grids.get(kind.name()) {
            context.insert(
                "place",
                &PlaceView {
                    width: grid.width,
                    height: grid.height,
                },
            );
        }
        context.insert_value(
            "disclaimer",
            Value::from_serializable(&self.facts.option(self.desk.region().disclaimer.as_ref())),
        );
        context
    }

    fn sheet(&self, kind: Kind, context: &Context, draft: Draft<'_>) -> Result<Sheet, Finding> {
        let template = format!("{}.svg", kind.name());
        let svg = self.setting.set(&template, context)?;
        let says = draft
            .says
            .iter()
            .map(|(file, text)| (Arc::from(*file), text.clone()))
            .collect();
        Ok(Sheet {
            path: self.path(draft.name),
            title: draft.title.to_owned(),
            template: self.setting.file(&template).into(),
            svg,
            codes: draft.codes,
            says,
        })
    }
}

/// A sheet before its template is filled.
struct Draft<'a> {
    name: &'a str,
    title: &'a str,
    codes: Vec<String>,
    says: &'a [(&'a str, String)],
}

/// The size of one place on a sheet that holds many.
#[derive(Serialize)]
struct PlaceView {
    width: f64,
    height: f64,
}

/// What stands behind a file's name when its paper is not the usual one.
fn suffix(kind: Kind, paper_wished: Paper) -> &'static str {
    match paper(kind, paper_wished) {
        Paper::A3 => "-a3",
        Paper::A4 => "",
        Paper::A5 => "-a5",
    }
}

/// Stickers and cards are cut from A4.
fn paper(kind: Kind, wished: Paper) -> Paper {
    if matches!(kind, Kind::Poster | Kind::Directory) {
        wished
    } else {
        Paper::A4
    }
}
