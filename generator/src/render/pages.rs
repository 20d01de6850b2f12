//! Every page of a site.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::prelude::*;
use serde::Serialize;
use tera::{Context, Value};

use super::assets::Assets;
use super::body;
use super::parts::Parts;
use super::places::{self, Standing};
use super::plan;
use super::sitemap::{self, Entry};
use super::templates::Templates;
use super::view::{CategoryView, PageView};
use crate::check::{Books, base_url, matter_address};
use crate::diagnostic::Finding;
use crate::model::{Community, Matter, Page, Region};
use crate::source::Theme;

/// Everything that pages are made of.
#[derive(Clone, Copy, Debug)]
pub struct Site<'a> {
    /// What the site says.
    pub region: &'a Region,
    /// The guides' rules.
    pub books: &'a Books,
    /// How it looks.
    pub theme: &'a Theme,
    /// Where its assets are.
    pub assets: &'a Assets,
    /// For what is overdue.
    pub today: Date,
}

/// A file's path and its bytes, or why it could not be made.
type Made = Result<(String, Vec<u8>), Finding>;

/// Every page, in an order that depends on the content alone; `done` is called after each.
pub fn page_files(site: &Site<'_>, templates: &Templates<'_>, done: &(dyn Fn() + Sync)) -> Vec<Made> {
    let pages = Pages::new(site, templates);
    let offered: Vec<(&Community, &Matter)> = site
        .region
        .communities
        .iter()
        .flat_map(|community| site.region.offered(community).map(move |matter| (community, matter)))
        .collect();
    let mut made: Vec<Made> = offered
        .par_iter()
        .map(|(community, matter)| {
            let page = pages.matter(community, matter);
            done();
            page
        })
        .collect();
    made.extend(site.region.communities.iter().map(|community| pages.community(community)));
    made.extend(site.region.communities.iter().map(|community| pages.plan(community)));
    if site.region.communities.iter().all(|community| !community.id.is_empty()) {
        made.push(pages.region());
    }
    made.extend(site.region.pages.iter().map(|page| pages.free(page)));
    made.push(pages.not_found());
    made.push(Ok(("sitemap.xml".to_owned(), pages.sitemap(&offered))));
    made
}

struct Pages<'a> {
    site: &'a Site<'a>,
    templates: &'a Templates<'a>,
    /// What every page of a community repeats, made once: its view by id.
    homes: BTreeMap<&'a str, Value>,
}

impl<'a> Pages<'a> {
    fn new(site: &'a Site<'a>, templates: &'a Templates<'a>) -> Self {
        let mut pages = Self { site, templates, homes: BTreeMap::new() };
        for community in &site.region.communities {
            let parts = pages.parts(Standing::in_community(site.region, community));
            let view = parts.community(community, "index.html".to_owned());
            pages.homes.insert(&community.id, Value::from_serializable(&view));
        }
        pages
    }

    /// The context of a page of a community.
    fn in_community(&self, community: &Community, root: &str, title: String, description: String) -> Context {
        let mut context = self.context(root, title, description);
        if let Some(home) = self.homes.get(community.id.as_str()) {
            context.insert_value("community", home.clone());
        }
        context
    }

    fn parts(&self, standing: Standing<'a>) -> Parts<'a> {
        Parts { standing, texts: self.templates.texts, today: self.site.today }
    }

    fn context(&self, root: &str, title: String, description: String) -> Context {
        let mut context = Context::new();
        context.insert("root", root);
        context.insert("assets", &self.site.assets.hrefs(root));
        context.insert("page", &PageView { title, description });
        context.insert("community", &None::<()>);
        context.insert("pages", &self.free_pages(root));
        context
    }

    fn free_pages(&self, root: &str) -> Vec<FreePage> {
        let link = |page: &Page| FreePage {
            title: page.title.clone(),
            href: format!("{root}{}", places::page_file(page)),
        };
        self.site.region.pages.iter().map(link).collect()
    }

    fn finish(&self, path: String, template: &str, context: &Context) -> Made {
        Ok((path, self.templates.render(self.site.theme, template, context)?))
    }

    fn matter(&self, community: &'a Community, matter: &Matter) -> Made {
        let path = places::matter_file(community, matter);
        // A guide whose rules did not compile is an error, so nothing is written.
        let Some(compiled) = self.site.books.get(&matter.file) else {
            return Ok((path, Vec::new()));
        };
        let standing = Standing::in_community(self.site.region, community);
        let parts = self.parts(standing);
        let view = parts.matter(matter, compiled, community);
        let title = self.title("title_matter", &view.title, &community.name);
        let mut context = self.in_community(community, standing.root, title, view.summary.clone());
        context.insert("matter", &view);
        self.finish(path, "matter.html", &context)
    }

    fn title(&self, key: &'a str, title: &str, community: &str) -> String {
        self.templates.texts.fill(key, &[("title", title), ("community", community)])
    }

    fn community(&self, community: &'a Community) -> Made {
        let standing = Standing::in_community(self.site.region, community);
        let parts = self.parts(standing);
        let categories = self.categories(community, &parts);
        let title = self.title("title_community", "", &community.name);
        let mut context = self.in_community(community, standing.root, title.clone(), title);
        context.insert("categories", &categories);
        self.finish(places::community_file(community), "community.html", &context)
    }

    /// What a community offers, by category; categories with nothing in them are left out.
    fn categories(&self, community: &Community, parts: &Parts<'_>) -> Vec<CategoryView> {
        self.site
            .region
            .categories
            .iter()
            .map(|category| CategoryView {
                id: category.id.clone(),
                name: category.name.clone(),
                matters: self
                    .site
                    .region
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
        let standing = Standing::in_community(self.site.region, community);
        let parts = self.parts(standing);
        let title = self.title("title_plan", "", &community.name);
        let mut context = self.in_community(community, standing.root, title.clone(), title);
        let view = plan::plan(&parts, community, self.site.books);
        context.insert("categories", &self.categories(community, &parts));
        context.insert("matters", &view.matters);
        context.insert("asks", &view.asks);
        context.insert("papers", &view.papers);
        context.insert("choices", &view.choices);
        let path = format!("{}plan.html", community.folder());
        context.insert("address", &format!("{}{path}", self.site.region.base_url.value));
        self.finish(path, "plan.html", &context)
    }

    fn region(&self) -> Made {
        let region = self.site.region;
        let parts = self.parts(Standing::at_top(region));
        let communities: Vec<_> = region
            .communities
            .iter()
            .map(|community| parts.community(community, places::community_file(community)))
            .collect();
        let mut context = self.context("", region.name.clone(), region.name.clone());
        context.insert("communities", &communities);
        self.finish("index.html".to_owned(), "region.html", &context)
    }

    fn free(&self, page: &Page) -> Made {
        let standing = Standing::at_top(self.site.region);
        let title = self.title("title_page", &page.title, &self.site.region.name);
        let mut context = self.context("", title.clone(), title);
        context.insert("heading", &page.title);
        context.insert("content_html", &body::html(&standing, self.templates.texts, &page.body));
        self.finish(places::page_file(page), "page.html", &context)
    }

    /// A host shows this page at any depth, so its links start at the host.
    fn not_found(&self) -> Made {
        let base = &self.site.region.base_url.value;
        let path =
            base.split_once("://").and_then(|(_, rest)| rest.find('/').map(|at| &rest[at..])).unwrap_or("/");
        let heading = self.templates.texts.get("not_found");
        let title = self.title("title_page", heading, &self.site.region.name);
        let context = self.context(path, title.clone(), title);
        self.finish("404.html".to_owned(), "404.html", &context)
    }

    fn sitemap(&self, offered: &[(&Community, &Matter)]) -> Vec<u8> {
        let region = self.site.region;
        let base = base_url(&region.base_url.value).unwrap_or_default();
        let mut entries = vec![Entry { address: base.clone(), changed: None }];
        let homes = region.communities.iter().filter(|community| !community.id.is_empty());
        entries.extend(
            homes.map(|c| Entry { address: format!("{base}{}", places::community_file(c)), changed: None }),
        );
        let plans = region.communities.iter().map(|c| format!("{base}{}plan.html", c.folder()));
        entries.extend(plans.map(|address| Entry { address, changed: None }));
        entries.extend(offered.iter().map(|(community, matter)| Entry {
            address: matter_address(&base, community, matter),
            changed: Some(matter.verified_on.to_string()),
        }));
        let pages = region.pages.iter();
        entries.extend(
            pages.map(|p| Entry { address: format!("{base}{}", places::page_file(p)), changed: None }),
        );
        sitemap::sitemap(&entries)
    }
}

/// A link in the foot of every page.
#[derive(Serialize)]
struct FreePage {
    title: String,
    href: String,
}
