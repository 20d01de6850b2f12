//! Every page of a site.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::prelude::*;
use serde::Serialize;
use tera::{Context, Value};

use super::assets::Assets;
use super::body;
use super::booklet;
use super::languages;
use super::parts::Parts;
use super::places::{Leaf, Standing};
use super::plan;
use super::retired;
use super::sitemap;
use super::templates::Templates;
use super::view::{CategoryView, PageView};
use crate::check::Books;
use crate::diagnostic::Finding;
use crate::model::{Community, End, Fate, Matter, Page, Poster, Record, Region};
use crate::source::Theme;
use crate::translate::Edition;

/// Everything that the pages of one language are made of.
#[derive(Clone, Copy, Debug)]
pub struct Site<'a> {
    /// What they say.
    pub edition: &'a Edition<'a>,
    /// All languages of the site, the content's own first.
    pub editions: &'a [Edition<'a>],
    /// The guides' rules.
    pub books: &'a Books,
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
        &self.edition.region
    }

    /// The matters that have a page in this language, with the communities that offer them.
    pub fn offered(&self) -> Vec<(&'a Community, &'a Matter)> {
        let region = self.region();
        let communities = region.communities.iter();
        let all = communities.flat_map(|community| region.offered(community).map(move |m| (community, m)));
        all.filter(|(_, matter)| self.edition.has(matter)).collect()
    }
}

/// Every page of one language, in an order that depends on the content alone; `done` is called after each matter's.
pub fn page_files(site: &Site<'_>, templates: &Templates<'_>, done: &(dyn Fn() + Sync)) -> Vec<Made> {
    let pages = Pages::new(site, templates);
    let region = site.region();
    let mut made: Vec<Made> = site
        .offered()
        .par_iter()
        .map(|(community, matter)| {
            let page = pages.matter(community, matter);
            done();
            page
        })
        .collect();
    made.extend(region.communities.iter().map(|community| pages.community(community)));
    made.extend(region.communities.iter().map(|community| pages.plan(community)));
    if region.communities.iter().all(|community| !community.id.is_empty()) {
        made.push(pages.region());
    }
    made.extend(region.pages.iter().filter(|page| site.edition.has_page(page)).map(|page| pages.free(page)));
    if site.edition.is_first() {
        made.extend(region.communities.iter().flat_map(|community| pages.booklet(community)));
        made.extend(region.farewells().map(|ended| pages.retired(ended)));
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
        let mut pages = Self { site, templates, homes: BTreeMap::new() };
        for community in &site.region().communities {
            let parts = pages.parts(Standing::in_community(site.edition, community));
            let view = parts.community(community, "index.html".to_owned());
            pages.homes.insert(&community.id, Value::from_serializable(&view));
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
        let root = Standing::in_community(self.site.edition, community).root;
        let mut context = self.context(root, Some(leaf), title, description);
        if let Some(home) = self.homes.get(community.id.as_str()) {
            context.insert_value("community", home.clone());
        }
        context
    }

    fn parts(&self, standing: Standing<'a>) -> Parts<'a> {
        Parts { standing, texts: self.templates.texts, today: self.site.today }
    }

    /// The context of a page; `leaf` is none for one that is in one language only.
    fn context(&self, root: &str, leaf: Option<&Leaf<'_>>, title: String, description: String) -> Context {
        let Site { edition, editions, theme, .. } = *self.site;
        let there = leaf.map(|leaf| self.editions_of(leaf)).unwrap_or_default();
        let base = &edition.region.base_url.value;
        let page = PageView {
            title,
            description,
            languages: leaf.map(|l| languages::ways(l, edition, editions, &there, theme)).unwrap_or_default(),
            alternates: leaf.map(|l| languages::alternates(l, base, &there)).unwrap_or_default(),
        };
        let mut context = Context::new();
        context.insert("root", root);
        context.insert("assets", &self.site.assets.hrefs(root));
        context.insert("page", &page);
        context.insert("community", &None::<()>);
        context.insert("pages", &self.free_pages(root));
        context
    }

    fn free_pages(&self, root: &str) -> Vec<FreePage> {
        let link = |page: &Page| FreePage { title: page.title.clone(), href: self.free_href(root, page) };
        self.site.region().pages.iter().map(link).collect()
    }

    /// A free page in this language, or else in the first.
    fn free_href(&self, root: &str, page: &Page) -> String {
        let leaf = Leaf::free(page);
        let own = Some(self.site.edition).filter(|edition| leaf.is_in(edition));
        own.or(self.site.editions.first())
            .map_or_else(String::new, |edition| format!("{root}{}", leaf.file(edition)))
    }

    /// The languages that a page is there in.
    fn editions_of(&self, leaf: &Leaf<'_>) -> Vec<&'a Edition<'a>> {
        self.site.editions.iter().filter(|edition| leaf.is_in(edition)).collect()
    }

    fn finish(&self, path: String, template: &str, context: &Context) -> Made {
        Ok((path, self.templates.render(self.site.theme, template, context)?))
    }

    fn matter(&self, community: &'a Community, matter: &Matter) -> Made {
        let leaf = Leaf::matter(community, matter);
        let path = leaf.file(self.site.edition);
        // A guide whose rules did not compile is an error, so nothing is written.
        let Some(compiled) = self.site.books.get(&matter.file) else {
            return Ok((path, Vec::new()));
        };
        let standing = Standing::in_community(self.site.edition, community);
        let parts = self.parts(standing);
        let view = parts.matter(matter, compiled, community);
        let title = self.title("title_matter", &view.title, &community.name);
        let mut context = self.in_community(community, &leaf, title, view.summary.clone());
        context.insert("matter", &view);
        self.finish(path, "matter.html", &context)
    }

    fn title(&self, key: &'a str, title: &str, community: &str) -> String {
        self.templates.texts.fill(key, &[("title", title), ("community", community)])
    }

    fn community(&self, community: &'a Community) -> Made {
        let standing = Standing::in_community(self.site.edition, community);
        let parts = self.parts(standing);
        let categories = self.categories(community, &parts);
        let title = self.title("title_community", "", &community.name);
        let leaf = Leaf::home(community);
        let mut context = self.in_community(community, &leaf, title.clone(), title);
        context.insert("categories", &categories);
        context.insert("booklet", &format!("{}{BOOKLET}", standing.way_to_first()));
        self.finish(leaf.file(self.site.edition), "community.html", &context)
    }

    /// The whole catalogue on paper, for people who visit homes, and the style sheet that tells each of its pages what it is of.
    fn booklet(&self, community: &'a Community) -> [Made; 2] {
        let parts = self.parts(Standing::in_print(self.site.edition, community));
        let chapters = booklet::chapters(&parts, community, self.site.books);
        let title = self.title("title_booklet", "", &community.name);
        let mut context = self.context(parts.standing.root, None, title.clone(), title);
        context.insert("community", &parts.community(community, "../index.html".to_owned()));
        context.insert("chapters", &chapters);
        context.insert("forms", &booklet::forms(&chapters));
        context.insert("printed", &self.site.printed);
        context.insert("checked", &booklet::checked(&chapters));
        let folder = community.folder();
        let page = self.finish(format!("{folder}{BOOKLET}"), "booklet.html", &context);
        [page, self.finish(format!("{folder}{BOOKLET_STYLE}"), "booklet.css", &context)]
    }

    /// What a community offers, by category; categories with nothing in them are left out.
    fn categories(&self, community: &Community, parts: &Parts<'_>) -> Vec<CategoryView> {
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
        let standing = Standing::in_community(self.site.edition, community);
        let parts = self.parts(standing);
        let title = self.title("title_plan", "", &community.name);
        let leaf = Leaf::plan(community);
        let mut context = self.in_community(community, &leaf, title.clone(), title);
        let view = plan::plan(&parts, community, self.site.books);
        context.insert("categories", &self.categories(community, &parts));
        context.insert("matters", &view.matters);
        context.insert("asks", &view.asks);
        context.insert("papers", &view.papers);
        context.insert("choices", &view.choices);
        // Printed addresses are the first edition's.
        let first = self.site.editions.first().unwrap_or(self.site.edition);
        context.insert("address", &leaf.address(&self.site.region().base_url.value, first));
        self.finish(leaf.file(self.site.edition), "plan.html", &context)
    }

    /// The page of a code that ended, at the address that was printed.
    fn retired(&self, ended: (&Poster, &Record, &End, Fate<'_>)) -> Made {
        let (poster, record, end, fate) = ended;
        let region = self.site.region();
        let host = retired::host(region, poster, fate);
        let parts = self.parts(Standing::in_folder(self.site.edition, &poster.community, host));
        let view = retired::view(&parts, poster, record, end, fate);
        let name = host.map_or(&region.name, |community| &community.name);
        let title = self.title("title_retired", &view.title, name);
        let mut context = self.context(parts.standing.root, None, title.clone(), title);
        if let Some(community) = host {
            let home = Leaf::home(community).file(self.site.edition);
            let home = format!("{}{home}", parts.standing.root);
            context.insert("community", &parts.community(community, home));
        }
        context.insert("retired", &view);
        self.finish(format!("{poster}.html"), "retired.html", &context)
    }

    fn region(&self) -> Made {
        let region = self.site.region();
        let leaf = Leaf::region();
        let parts = self.parts(Standing::at_top(self.site.edition));
        let communities: Vec<_> = region
            .communities
            .iter()
            .map(|community| {
                // From here every folder is reached through the site's top.
                let home = Leaf::home(community).file(self.site.edition);
                parts.community(community, format!("{}{home}", parts.standing.root))
            })
            .collect();
        let mut context =
            self.context(parts.standing.root, Some(&leaf), region.name.clone(), region.name.clone());
        context.insert("communities", &communities);
        self.finish(leaf.file(self.site.edition), "region.html", &context)
    }

    fn free(&self, page: &Page) -> Made {
        let standing = Standing::at_top(self.site.edition);
        let leaf = Leaf::free(page);
        let title = self.title("title_page", &page.title, &self.site.region().name);
        let mut context = self.context(standing.root, Some(&leaf), title.clone(), title);
        context.insert("heading", &page.title);
        context.insert("content_html", &body::html(&standing, self.templates.texts, &page.body));
        self.finish(leaf.file(self.site.edition), "page.html", &context)
    }

    /// A host shows this page at any depth, so its links start at the host.
    fn not_found(&self) -> Made {
        let base = &self.site.region().base_url.value;
        let path =
            base.split_once("://").and_then(|(_, rest)| rest.find('/').map(|at| &rest[at..])).unwrap_or("/");
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
