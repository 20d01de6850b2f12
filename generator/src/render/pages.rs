//! Every page of a site.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::prelude::*;
use serde::Serialize;
use tera::{Context, Value};

use super::assets::Assets;
use super::body;
use super::booklet;
use super::data;
use super::languages;
use super::links::{Leaf, LinkContext};
use super::plan;
use super::retired;
use super::sitemap;
use super::templates::Templates;
use super::view::{CategoryView, PageView};
use super::view_builder::ViewBuilder;
use crate::check::CompiledRules;
use crate::diagnostic::Finding;
use crate::model::{Community, End, Entry, Matter, Page, PublishedCode, Region, Successor};
use crate::source::Theme;
use crate::translate::Locale;

/// Everything that the pages of one language are made of.
#[derive(Clone, Copy, Debug)]
pub struct Site<'a> {
    /// What they say.
    pub locale: &'a Locale<'a>,
    /// All languages of the site, the content's own first.
    pub locales: &'a [Locale<'a>],
    /// The guides' rules.
    pub books: &'a CompiledRules,
    /// How it looks.
    pub theme: &'a Theme,
    /// Where its assets are.
    pub assets: &'a Assets,
    /// For what is overdue.
    pub today: Date,
    /// Whether sheets are printed as well, so that pages may link to them.
    pub printed: bool,
}

/// A file's path and its bytes, or why it could not be made.
pub type Made = Result<(String, Vec<u8>), Finding>;

impl<'a> Site<'a> {
    pub(super) fn region(&self) -> &'a Region {
        &self.locale.region
    }

    /// The matters that have a page in this language, with the communities that offer them.
    pub fn offered(&self) -> Vec<(&'a Community, &'a Matter)> {
        let mut pages = self.all();
        pages.retain(|(_, matter)| self.locale.has(matter));
        pages
    }

    /// All matters, with the communities that offer them.
    fn all(&self) -> Vec<(&'a Community, &'a Matter)> {
        let region = self.region();
        let communities = region.communities.iter();
        communities
            .flat_map(|community| region.offered(community).map(move |m| (community, m)))
            .collect()
    }
}

/// Every page of one language, in an order that depends on the content alone; `done` is called after each matter's.
pub fn page_files(
    site: &Site<'_>,
    templates: &Templates<'_>,
    done: &(dyn Fn() + Sync),
) -> Vec<Made> {
    let pages = Pages::new(site, templates);
    let region = site.region();
    let mut made: Vec<Made> = site
        .all()
        .par_iter()
        .flat_map_iter(|(community, matter)| {
            let files = pages.matter(community, matter);
            if site.locale.has(matter) {
                done();
            }
            files
        })
        .collect();
    made.extend(
        region
            .communities
            .iter()
            .map(|community| Ok(pages.data_index(community))),
    );
    made.extend(
        region
            .communities
            .iter()
            .map(|community| pages.community(community)),
    );
    made.extend(
        region
            .communities
            .iter()
            .map(|community| pages.plan(community)),
    );
    if region
        .communities
        .iter()
        .all(|community| !community.id.is_empty())
    {
        made.push(pages.region());
    }
    made.extend(
        region
            .pages
            .iter()
            .filter(|page| site.locale.has_page(page))
            .map(|page| pages.free(page)),
    );
    if site.locale.is_first() {
        made.extend(
            region
                .communities
                .iter()
                .flat_map(|community| pages.booklet(community)),
        );
        made.extend(region.retirements().map(|ended| pages.retired(ended)));
        made.push(pages.not_found());
        made.push(Ok(("sitemap.xml".to_owned(), sitemap::sitemap(site))));
    }
    made
}

/// The booklet and its style sheet, from the community's folder.
const BOOKLET: &str = "print/booklet.html";
const BOOKLET_STYLE: &str = "print/booklet.css";

struct Pages<'a> {
    site: &'a Site<'a>,
    templates: &'a Templates<'a>,
    /// What every page of a community repeats, made once: its view by id.
    homes: BTreeMap<&'a str, Value>,
}

impl<'a> Pages<'a> {
    fn new(site: &'a Site<'a>, templates: &'a Templates<'a>) -> Self {
        let mut pages = Self {
            site,
            templates,
            homes: BTreeMap::new(),
        };
        for community in &site.region().communities {
            let parts = pages.parts(LinkContext::in_community(site.locale, community));
            let view = parts.community(community, "index.html".to_owned());
            pages
                .homes
                .insert(&community.id, Value::from_serializable(&view));
        }
        pages
    }

    /// The context of a page of a community.
    fn in_community(
        &self,
        community: &Community,
        leaf: &Leaf<'_>,
        title: String,
        description: String,
    ) -> Context {
        let root = LinkContext::in_community(self.site.locale, community).root;
        let mut context = self.context(root, Some(leaf), title, description);
        if let Some(home) = self.homes.get(community.id.as_str()) {
            context.insert_value("community", home.clone());
        }
        context
    }

    fn parts(&self, links: LinkContext<'a>) -> ViewBuilder<'a> {
        ViewBuilder {
            links,
            texts: self.templates.texts,
            today: self.site.today,
        }
    }

    /// The context of a page; `leaf` is none for one that is in one language only.
    fn context(
        &self,
        root: &str,
        leaf: Option<&Leaf<'_>>,
        title: String,
        description: String,
    ) -> Context {
        let Site {
            locale,
            locales,
            theme,
            ..
        } = *self.site;
        let there = leaf.map(|leaf| self.editions_of(leaf)).unwrap_or_default();
        let base = &locale.region.base_url.value;
        let page = PageView {
            title,
            description,
            languages: leaf
                .map(|l| languages::ways(l, locale, locales, &there, theme))
                .unwrap_or_default(),
            alternates: leaf
                .map(|l| languages::alternates(l, base, &there))
                .unwrap_or_default(),
        };
        let mut context = Context::new();
        context.insert("root", root);
        context.insert("assets", &self.site.assets.hrefs(root, locale.language));
        context.insert("page", &page);
        context.insert("community", &None::<()>);
        context.insert("pages", &self.free_pages(root));
        context
    }

    fn free_pages(&self, root: &str) -> Vec<FreePage> {
        let link = |page: &Page| FreePage {
            title: page.title.clone(),
            href: self.free_href(root, page),
        };
        self.site.region().pages.iter().map(link).collect()
    }

    /// A free page in this language, or else in the first.
    fn free_href(&self, root: &str, page: &Page) -> String {
        let leaf = Leaf::free(page);
        let own = Some(self.site.locale).filter(|locale| leaf.is_in(locale));
        own.or(self.site.locales.first())
            .map_or_else(String::new, |locale| format!("{root}{}", leaf.file(locale)))
    }

    /// The languages that a page is there in.
    fn editions_of(&self, leaf: &Leaf<'_>) -> Vec<&'a Locale<'a>> {
        self.site
            .locales
            .iter()
            .filter(|locale| leaf.is_in(locale))
            .collect()
    }

    fn finish(&self, path: String, template: &str, context: &Context) -> Made {
        Ok((
            path,
            self.templates.render(self.site.theme, template, context)?,
        ))
    }

    /// The page of a matter and its data; a matter without a page in this language has data all the same.
    fn matter(&self, community: &'a Community, matter: &Matter) -> Vec<Made> {
        // A guide whose rules did not compile is an error, so nothing is written.
        let Some(compiled) = self.site.books.get(&matter.file) else {
            return Vec::new();
        };
        let links = LinkContext::in_community(self.site.locale, community);
        let parts = self.parts(links);
        let view = parts.matter(matter, compiled, community);
        let mut made = Vec::new();
        if self.site.locale.has(matter) {
            let leaf = Leaf::matter(community, matter);
            let title = self.title("title_matter", &view.title, &community.name);
            let mut context = self.in_community(community, &leaf, title, view.summary.clone());
            context.insert("matter", &view);
            made.push(self.finish(leaf.file(self.site.locale), "matter.html", &context));
        }
        let json = data::json(&data::matter(&parts, matter, compiled, view));
        let code = &matter.code.value;
        let script = data::script(code, &json);
        let folder = self.data_folder(community);
        made.push(Ok((format!("{folder}{code}.json"), json.into_bytes())));
        made.push(Ok((format!("{folder}{code}.js"), script.into_bytes())));
        made
    }

    fn data_folder(&self, community: &Community) -> String {
        let (place, language) = (community.folder(), &self.site.locale.folder);
        format!("{place}{language}{}", data::FOLDER)
    }

    fn data_index(&self, community: &'a Community) -> (String, Vec<u8>) {
        let parts = self.parts(LinkContext::in_community(self.site.locale, community));
        let offered = self.site.region().offered(community);
        let cards = offered.map(|matter| (parts.card(matter), matter));
        let json = data::json(&data::index(&parts, cards.collect()));
        let path = format!("{}index.json", self.data_folder(community));
        (path, json.into_bytes())
    }

    fn title(&self, key: &'a str, title: &str, community: &str) -> String {
        self.templates
            .texts
            .fill(key, &[("title", title), ("community", community)])
    }

    fn community(&self, community: &'a Community) -> Made {
        let links = LinkContext::in_community(self.site.locale, community);
        let parts = self.parts(links);
        let categories = self.categories(community, &parts);
        let title = self.title("title_community", "", &community.name);
        let leaf = Leaf::home(community);
        let mut context = self.in_community(community, &leaf, title.clone(), title);
        context.insert("categories", &categories);
        context.insert("booklet", &format!("{}{BOOKLET}", links.way_to_first()));
        self.finish(leaf.file(self.site.locale), "community.html", &context)
    }

    /// The whole catalogue on paper, for people who visit homes, and the style sheet that tells each of its pages what it is of.
    fn booklet(&self, community: &'a Community) -> [Made; 2] {
        let parts = self.parts(LinkContext::in_print(self.site.locale, community));
        let chapters = booklet::chapters(&parts, community, self.site.books);
        let title = self.title("title_booklet", "", &community.name);
        let mut context = self.context(parts.links.root, None, title.clone(), title);
        context.insert(
            "community",
            &parts.community(community, "../index.html".to_owned()),
        );
        context.insert("chapters", &chapters);
        context.insert("forms", &booklet::forms(&chapters));
        context.insert("printed", &self.site.printed);
        context.insert("checked", &booklet::checked(&chapters));
        let folder = community.folder();
        let page = self.finish(format!("{folder}{BOOKLET}"), "booklet.html", &context);
        [
            page,
            self.finish(format!("{folder}{BOOKLET_STYLE}"), "booklet.css", &context),
        ]
    }

    /// What a community offers, by category; categories with nothing in them are left out.
    fn categories(&self, community: &Community, parts: &ViewBuilder<'_>) -> Vec<CategoryView> {
        self.site
            .region()
            .categories
            .iter()
            .map(|category| CategoryView {
                id: category.id.clone(),
                name: category.name.clone(),
                matters: self
                    .site
                    .region()
                    .offered(community)
                    .filter(|matter| matter.category == category.id)
                    .map(|matter| parts.card(matter))
                    .collect(),
            })
            .filter(|category| !category.matters.is_empty())
            .collect()
    }

    /// Several matters in one trip.
    fn plan(&self, community: &'a Community) -> Made {
        let links = LinkContext::in_community(self.site.locale, community);
        let parts = self.parts(links);
        let title = self.title("title_plan", "", &community.name);
        let leaf = Leaf::plan(community);
        let mut context = self.in_community(community, &leaf, title.clone(), title);
        let view = plan::plan(&parts, community, self.site.books);
        context.insert("categories", &view.categories);
        context.insert("summaries", &view.summaries);
        // Printed addresses are the first locale's.
        let first = self.site.locales.first().unwrap_or(self.site.locale);
        context.insert(
            "address",
            &leaf.address(&self.site.region().base_url.value, first),
        );
        self.finish(leaf.file(self.site.locale), "plan.html", &context)
    }

    /// The page of a code that ended, at the address that was printed.
    fn retired(&self, ended: (&PublishedCode, &Entry, &End, Successor<'_>)) -> Made {
        let (poster, record, end, successor) = ended;
        let region = self.site.region();
        let host = retired::host(region, poster, successor);
        let parts = self.parts(LinkContext::in_folder(
            self.site.locale,
            &poster.community,
            host,
        ));
        let view = retired::view(&parts, poster, record, end, successor);
        let name = host.map_or(&region.name, |community| &community.name);
        let title = self.title("title_retired", &view.title, name);
        let mut context = self.context(parts.links.root, None, title.clone(), title);
        if let Some(community) = host {
            let home = Leaf::home(community).file(self.site.locale);
            let home = format!("{}{home}", parts.links.root);
            context.insert("community", &parts.community(community, home));
        }
        context.insert("retired", &view);
        self.finish(format!("{poster}.html"), "retired.html", &context)
    }

    fn region(&self) -> Made {
        let region = self.site.region();
        let leaf = Leaf::region();
        let parts = self.parts(LinkContext::at_top(self.site.locale));
        let communities: Vec<_> = region
            .communities
            .iter()
            .map(|community| {
                // From here every folder is reached through the site's top.
                let home = Leaf::home(community).file(self.site.locale);
                parts.community(community, format!("{}{home}", parts.links.root))
            })
            .collect();
        let mut context = self.context(
            parts.links.root,
            Some(&leaf),
            region.name.clone(),
            region.name.clone(),
        );
        context.insert("communities", &communities);
        self.finish(leaf.file(self.site.locale), "region.html", &context)
    }

    fn free(&self, page: &Page) -> Made {
        let links = LinkContext::at_top(self.site.locale);
        let leaf = Leaf::free(page);
        let title = self.title("title_page", &page.title, &self.site.region().name);
        let mut context = self.context(links.root, Some(&leaf), title.clone(), title);
        context.insert("heading", &page.title);
        context.insert(
            "content_html",
            &body::html(&links, self.templates.texts, &page.body),
        );
        self.finish(leaf.file(self.site.locale), "page.html", &context)
    }

    /// A host shows this page at any depth, so its links start at the host.
    fn not_found(&self) -> Made {
        let base = &self.site.region().base_url.value;
        let path = base
            .split_once("://")
            .and_then(|(_, rest)| rest.find('/').map(|at| &rest[at..]))
            .unwrap_or("/");
        let heading = self.templates.texts.get("not_found");
        let title = self.title("title_page", heading, &self.site.region().name);
        let context = self.context(path, None, title.clone(), title);
        self.finish("404.html".to_owned(), "404.html", &context)
    }
}

/// A link in the foot of every page.
#[derive(Serialize)]
struct FreePage {
    title: String,
    href: String,
}
