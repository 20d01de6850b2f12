//! Every page of a site.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::{Context, Value};

use super::body;
use super::booklet::{self, Chapter};
use super::data;
use super::find;
use super::languages;
use super::links::{LinkContext, shows};
use super::lost;
use super::plan;
use super::retired;
use super::search;
use super::site::{Made, Site};
use super::sitemap;
use super::templates::Templates;
use super::view::{CategoryView, CommunityView, MatterCard, PageView, SiteView};
use super::view_builder::ViewBuilder;
use crate::diagnostic::{Finding, Place, SiteFault};
use crate::model::{
    Community, Convert, DataFile, End, Ending, Entry, LEDGER, Matter, Page, PublishedCode, Region,
    Route, Successor,
};
use crate::output::NewFile;
use crate::parallel;
use crate::translate::Locale;

/// So many matters are laid out before their pages are given on.
const AT_ONCE: usize = 128;

/// Pages that are made together: those of a guide in a community, or without a guide those that a community has beside.
#[derive(Clone, Copy, Debug)]
pub struct PageUnit<'a> {
    /// The community.
    pub community: &'a Community,
    /// The guide.
    pub guide: Option<&'a Matter>,
}

/// Pages, and the unit that they are; none: they are always made.
pub type MadeUnit<'a> = (Option<PageUnit<'a>>, Vec<Made>);

/// What is asked about pages.
pub trait Known: Sync {
    /// Whether the pages of a unit are there already, as they would be made.
    fn has(&self, unit: PageUnit<'_>) -> bool;
    /// One guide more was looked after.
    fn done(&self);
}

/// Gives every page of one language that is not there yet to `take`, in an order that depends on the content alone and some at a time.
pub fn page_files(
    site: &Site<'_>,
    templates: &Templates<'_>,
    known: &dyn Known,
    take: &mut dyn FnMut(Vec<MadeUnit<'_>>),
) {
    let pages = Pages::new(site, templates);
    let made = site.made_matters().into_iter();
    // Versions that are to come have no page of their own to count.
    let made = made.map(|one| (one, site.locale.has(one.1)));
    let coming = site.coming().into_iter().map(|one| (one, false));
    let guides: Vec<_> = made.chain(coming).collect();
    for some in guides.chunks(AT_ONCE) {
        let made = parallel::map(some, |((community, matter), counts)| {
            let guide = Some(*matter);
            let unit = PageUnit { community, guide };
            let made = (!known.has(unit)).then(|| pages.matter(community, matter));
            if *counts {
                known.done();
            }
            Some((Some(unit), made?))
        });
        let made: Vec<MadeUnit<'_>> = made.into_iter().flatten().collect();
        take(made);
    }
    let begun = site.made_matters().into_iter();
    let begun = begun.filter(|(_, matter)| site.locale.has(matter));
    let forward = begun.filter_map(|(community, matter)| pages.forward(community, matter));
    take(vec![(None, forward.collect())]);
    for community in site.made() {
        let unit = PageUnit {
            community,
            guide: None,
        };
        if known.has(unit) {
            continue;
        }
        let mut made = vec![
            Ok(pages.data_index(community)),
            Ok(pages.search(community)),
            Ok(pages.app(community)),
            pages.community(community),
            pages.plan(community),
        ];
        made.push(pages.screen(community));
        made.extend(pages.find(community));
        made.extend(pages.of_categories(community));
        made.extend(pages.papers(community));
        if site.locale.is_first() {
            made.extend(pages.booklet(community));
        }
        take(vec![(Some(unit), made)]);
    }
    take(vec![(None, pages.ended())]);
    if site.share.makes_shared() {
        take(vec![(None, pages.of_region())]);
    }
}

struct Pages<'a> {
    site: &'a Site<'a>,
    templates: &'a Templates<'a>,
    /// What every page of a community repeats, made once: its view by id.
    homes: BTreeMap<&'a str, Value>,
}

impl<'a> Pages<'a> {
    /// The pages of codes that ended.
    fn ended(&self) -> Vec<Made> {
        let (site, region) = (self.site, self.site.region());
        if !site.locale.is_first() {
            return Vec::new();
        }
        let covered = |code: &PublishedCode| site.share.covers(region, &code.community);
        let ended = region.retirements().filter(|(code, ..)| covered(code));
        ended.map(|ended| self.retired(ended)).collect()
    }

    /// The pages that are of no community.
    fn of_region(&self) -> Vec<Made> {
        let (site, region) = (self.site, self.site.region());
        let mut communities = region.communities.iter();
        let mut made = Vec::new();
        if communities.all(|community| !community.id.is_empty()) {
            made.push(self.region());
            if region.communities.len() > FEW_COMMUNITIES {
                made.push(Ok(self.search_communities()));
            }
        }
        let pages = region.pages.iter();
        let pages = pages.filter(|page| site.locale.has_page(page));
        made.extend(pages.map(|page| self.free(page)));
        if site.locale.is_first() {
            made.push(self.not_found());
            made.push(Ok(self.offered_where()));
            made.push(Ok(NewFile {
                path: Route::Sitemap.path(),
                origin: Route::Sitemap.origin(None),
                bytes: sitemap::sitemap(site),
            }));
        }
        made
    }

    fn new(site: &'a Site<'a>, templates: &'a Templates<'a>) -> Self {
        let mut pages = Self {
            site,
            templates,
            homes: BTreeMap::new(),
        };
        for community in site.made() {
            let parts = pages.parts(LinkContext::in_community(site.locale, community));
            let view = parts.community(community, parts.links.home());
            pages
                .homes
                .insert(&community.id, Value::from_serializable(&view));
        }
        pages
    }

    /// The context of a page of a community.
    fn in_community(
        &self,
        parts: &ViewBuilder<'_>,
        community: &Community,
        route: &Route,
        title: String,
        description: String,
    ) -> Context {
        let mut context = self.context(parts, Some(route), title, description);
        if let Some(home) = self.homes.get(community.id.as_str()) {
            context.insert_value("community", home.clone());
        }
        context
    }

    fn parts(&self, links: LinkContext<'a>) -> ViewBuilder<'a> {
        ViewBuilder::new(links, self.templates.texts, self.site.today)
    }

    /// The context of a page; `route` is none for one that is in one language only.
    fn context(
        &self,
        parts: &ViewBuilder<'_>,
        route: Option<&Route>,
        title: String,
        description: String,
    ) -> Context {
        let Site {
            locale,
            locales,
            theme,
            ..
        } = *self.site;
        let there = route.map(|route| self.locales_of(route));
        let there = there.unwrap_or_default();
        let base = locale.region.base();
        let page = PageView {
            title,
            description,
            languages: route
                .map(|route| languages::ways(route, locale, locales, &there, theme))
                .unwrap_or_default(),
            alternates: route
                .map(|route| languages::alternates(route, base, &there))
                .unwrap_or_default(),
        };
        let region = &locale.region;
        let site = SiteView {
            name: parts.text(&region.name),
            disclaimer: parts.facts.option(region.disclaimer.as_ref()),
            base_url: base.to_string(),
        };
        let mut context = Context::new();
        context.insert("site", &site);
        context.insert("page", &page);
        context.insert("community", &None::<()>);
        self.insert_links(&mut context, parts, &parts.links.root());
        context
    }

    /// Puts in what is reached from the site's top.
    fn insert_links(&self, context: &mut Context, parts: &ViewBuilder<'_>, root: &str) {
        let assets = self.site.assets.hrefs(root, self.site.locale.language);
        context.insert("root", root);
        context.insert("assets", &assets);
        context.insert("pages", &self.free_pages(parts, root));
    }

    fn free_pages(&self, parts: &ViewBuilder<'_>, root: &str) -> Vec<FreePage> {
        let link = |page: &Page| FreePage {
            title: parts.text(&page.title),
            href: self.free_href(root, page),
        };
        self.site.region().pages.iter().map(link).collect()
    }

    /// A free page in this language, or else in the first.
    fn free_href(&self, root: &str, page: &Page) -> String {
        let route = Route::Page(page.name.clone());
        let own = Some(self.site.locale).filter(|locale| shows(locale, &route));
        own.or(self.site.locales.first())
            .map_or_else(String::new, |locale| {
                format!("{root}{}", route.path_in(locale.folder))
            })
    }

    /// The languages that a page is there in.
    fn locales_of(&self, route: &Route) -> Vec<&'a Locale<'a>> {
        self.site
            .locales
            .iter()
            .filter(|locale| shows(locale, route))
            .collect()
    }

    /// A finished page; `file` is the content's file that it is made of.
    fn finish(&self, route: &Route, file: Option<&str>, template: &str, context: &Context) -> Made {
        Ok(NewFile {
            path: route.path_in(self.site.locale.folder),
            origin: route.origin(file),
            bytes: self.templates.render(self.site.theme, template, context)?,
        })
    }

    /// The page of a matter and its data; a matter without a page in this language has data all the same.
    fn matter(&self, community: &'a Community, matter: &Matter) -> Vec<Made> {
        let Some(compiled) = self.site.books.of(&matter.file, community) else {
            let place = Place::file(&matter.file);
            return vec![Err(Finding::at(place, SiteFault::NotCompiled.into()))];
        };
        let parts = self.parts(LinkContext::in_community(self.site.locale, community));
        let route = parts.links.matter_route(matter);
        let name = &parts.links.data_name(matter);
        let matter = &parts.facts.matter(matter);
        let view = parts.matter(matter, compiled, community);
        let mut made = Vec::new();
        if self.site.locale.has(matter) {
            let title = self.title("title_matter", &view.title, &parts.text(&community.name));
            let mut context =
                self.in_community(&parts, community, &route, title, view.summary.clone());
            context.insert("coming", &(view.coming.is_some() || view.start.is_some()));
            context.insert("matter", &view);
            made.push(self.finish(&route, Some(&matter.file), "matter.html", &context));
        }
        let json = data::json(&data::matter(&parts, matter, compiled, view));
        let script = data::script(name, &json);
        let data = |ending| Route::data(&community.id, name, ending);
        made.push(Ok(self.data_file(
            &data(DataFile::Json),
            &matter.file,
            json,
        )));
        made.push(Ok(self.data_file(
            &data(DataFile::Script),
            &matter.file,
            script,
        )));
        made
    }

    /// The page that a version of a matter had before it took effect: links to it are about.
    fn forward(&self, community: &'a Community, matter: &Matter) -> Option<Made> {
        let from = matter.from().filter(|from| *from <= self.site.today)?;
        let parts = self.parts(LinkContext::in_community(self.site.locale, community));
        let code = PublishedCode::new(&community.id, &matter.code.value);
        let route = Route::version(&code, from);
        let to = ForwardView {
            from: from.to_string(),
            href: parts.links.matter_href(matter),
            title: parts.text(&matter.title),
        };
        let title = to.title.clone();
        let mut context = self.context(&parts, None, title.clone(), title);
        if let Some(home) = self.homes.get(community.id.as_str()) {
            context.insert_value("community", home.clone());
        }
        context.insert("to", &to);
        context.insert("coming", &true);
        let file = Some(matter.file.as_str());
        Some(self.finish(&route, file, "forward.html", &context))
    }

    fn data_index(&self, community: &'a Community) -> NewFile {
        let parts = self.parts(LinkContext::in_community(self.site.locale, community));
        let offered = self.site.region().offered(community);
        let cards = offered.map(|matter| (parts.card(matter), matter));
        let json = data::json(&data::index(&parts, cards.collect()));
        let route = Route::data(&community.id, "index", DataFile::Json);
        self.data_file(&route, &community.place.file, json)
    }

    /// What the box on the home finds; a script, since from a disk nothing else can be loaded.
    fn search(&self, community: &'a Community) -> NewFile {
        let parts = self.parts(LinkContext::in_community(self.site.locale, community));
        let route = Route::data(&community.id, "search", DataFile::Script);
        let script = search::script(&parts, community);
        self.data_file(&route, &community.place.file, script)
    }

    /// What a phone needs to put the community's home beside other apps; its keys are those of the web app manifest (W3C).
    fn app(&self, community: &'a Community) -> NewFile {
        let parts = self.parts(LinkContext::in_community(self.site.locale, community));
        let hrefs = self
            .site
            .assets
            .hrefs(&parts.links.root(), self.site.locale.language);
        let icons = hrefs.get("icon").map(|icon| Icon {
            src: icon,
            sizes: "any",
        });
        let (home, name) = (parts.links.home(), parts.text(&community.name));
        let app = App {
            name: &name,
            short_name: self.templates.texts.get("brand"),
            lang: languages::tag(self.site.locale.language),
            start_url: &home,
            scope: "./",
            display: "minimal-ui",
            icons: icons.into_iter().collect(),
        };
        self.data_file(
            &Route::app(&community.id),
            &community.place.file,
            data::json(&app),
        )
    }

    fn data_file(&self, route: &Route, file: &str, text: String) -> NewFile {
        NewFile {
            path: route.path_in(self.site.locale.folder),
            origin: route.origin(Some(file)),
            bytes: text.into_bytes(),
        }
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
        let name = parts.text(&community.name);
        let title = self.title("title_community", "", &name);
        let route = Route::home(&community.id);
        let mut context = self.in_community(&parts, community, &route, title.clone(), title);
        context.insert("categories", &categories);
        context.insert("finds", &find::offers(self.site.region(), community));
        context.insert("ways", &search::ways(self.site.region().offered(community)));
        context.insert("booklet", &links.first(&Route::booklet(&community.id)));
        let file = &community.place.file;
        self.finish(&route, Some(file), "community.html", &context)
    }

    /// The categories' pages, where there are more matters than a home shows at a glance.
    fn of_categories(&self, community: &'a Community) -> Vec<Made> {
        let links = LinkContext::in_community(self.site.locale, community);
        let parts = self.parts(links);
        let place = parts.text(&community.name);
        let page = |category: CategoryView| {
            let name = category_page(self.site.region(), &category.id);
            let route = Route::category(&community.id, &name);
            let title = self.title("title_category", &category.name, &place);
            let mut context = self.in_community(&parts, community, &route, title.clone(), title);
            context.insert("category", &category);
            self.finish(&route, Some("site.yaml"), "category.html", &context)
        };
        let categories = self.categories(community, &parts).into_iter();
        let apart = categories.filter(|category| category.href.is_some());
        apart.map(page).collect()
    }

    /// The whole catalogue on paper, for people who visit homes, and the style sheet that tells each of its pages what it is of.
    fn booklet(&self, community: &'a Community) -> Vec<Made> {
        let parts = self.parts(LinkContext::in_print(self.site.locale, community));
        let title = self.title("title_booklet", "", &parts.text(&community.name));
        let mut context = self.context(&parts, None, title.clone(), title);
        let home = parts.links.first(&Route::home(&community.id));
        context.insert("community", &parts.community(community, home));
        context.insert("printed", &self.site.printed);
        let matters = booklet::in_order(self.site.region(), community);
        let numbered: Vec<_> = matters.iter().zip(1..).collect();
        let chapters = parallel::map(&numbered, |(matter, number)| {
            self.chapter(&parts, community, matter, *number, &context)
        });
        let chapters: Result<Vec<Laid>, Finding> = chapters.into_iter().flatten().collect();
        let chapters = match chapters {
            Ok(chapters) => chapters,
            Err(finding) => return vec![Err(finding)],
        };
        let checked = chapters.iter().map(|laid| laid.checked.clone()).max();
        context.insert("checked", &checked.unwrap_or_default());
        let (chapters, forms): (Vec<_>, Vec<_>) = chapters
            .into_iter()
            .map(|laid| (laid.chapter, laid.forms))
            .unzip();
        context.insert_value("chapters", Value::from(chapters));
        let forms: Vec<Value> = forms.into_iter().flatten().collect();
        context.insert_value("forms", Value::from(forms));
        [
            (Route::booklet(&community.id), "booklet.html"),
            (Route::booklet_style(&community.id), "booklet.css"),
        ]
        .map(|(route, template)| self.finish(&route, None, template, &context))
        .into()
    }

    /// One guide of the booklet, in the booklet's own context; none where it has no rules, which its page tells.
    fn chapter(
        &self,
        parts: &ViewBuilder<'_>,
        community: &Community,
        matter: &Matter,
        number: usize,
        booklet: &Context,
    ) -> Option<Result<Laid, Finding>> {
        let compiled = self.site.books.of(&matter.file, community)?;
        let view = parts.matter(&parts.facts.matter(matter), compiled, community);
        let mut context = booklet.clone();
        context.insert("number", &number);
        context.insert("matter", &view);
        let (theme, template) = (self.site.theme, "booklet_chapter.html");
        let html = self.templates.part(theme, template, &context);
        Some(html.map(|html| {
            let forms = booklet::forms(number, &view);
            Laid {
                chapter: Value::from_serializable(&Chapter::new(number, &view, &html)),
                forms: forms.iter().map(Value::from_serializable).collect(),
                checked: view.verified_on.clone(),
            }
        }))
    }

    /// What a community offers, by category; categories with nothing in them are left out.
    fn categories(&self, community: &Community, parts: &ViewBuilder<'_>) -> Vec<CategoryView> {
        let region = self.site.region();
        let many = lists_apart(region, community);
        region
            .categories
            .iter()
            .map(|category| CategoryView {
                href: many.then(|| {
                    let name = category_page(region, &category.id);
                    parts.links.own(&Route::category(&community.id, &name))
                }),
                matters: region
                    .offered(community)
                    .filter(|matter| matter.category == category.id)
                    .map(|matter| parts.card(matter))
                    .collect(),
                ..parts.category(&category.id)
            })
            .filter(|category| !category.matters.is_empty())
            .collect()
    }

    /// Several matters in one trip.
    fn plan(&self, community: &'a Community) -> Made {
        let links = LinkContext::in_community(self.site.locale, community);
        let parts = self.parts(links);
        let title = self.title("title_plan", "", &parts.text(&community.name));
        let route = Route::plan(&community.id);
        let mut context = self.in_community(&parts, community, &route, title.clone(), title);
        let view = plan::plan(&parts, community, self.site.books);
        context.insert("categories", &view.categories);
        context.insert("events", &view.events);
        context.insert("folded", &view.folded);
        context.insert("coming", &view.coming);
        context.insert("follows", &view.follows);
        // Printed addresses are the first locale's.
        let address = self.site.region().base().address(&route);
        context.insert("address", &address);
        self.finish(&route, None, "plan.html", &context)
    }

    /// What a screen in the hall shows: every matter that has a page in this language, with its code.
    fn screen(&self, community: &'a Community) -> Made {
        let links = LinkContext::in_community(self.site.locale, community);
        let parts = self.parts(links);
        let title = self.title("title_screen", "", &parts.text(&community.name));
        let route = Route::screen(&community.id);
        let mut context = self.in_community(&parts, community, &route, title.clone(), title);
        let matters = self.site.region().offered(community);
        let shown = matters.filter(|matter| self.site.locale.has(matter));
        let shown = shown.map(|matter| Shown {
            card: parts.card(matter),
            picture: links.first(&Route::picture(
                &PublishedCode::new(&community.id, &matter.code.value),
                Ending::Svg,
            )),
        });
        context.insert("shown", &shown.collect::<Vec<_>>());
        let file = &community.place.file;
        self.finish(&route, Some(file), "screen.html", &context)
    }

    /// What one may apply for: the page, and what it loads.
    fn find(&self, community: &'a Community) -> Vec<Made> {
        if !find::offers(self.site.region(), community) {
            return Vec::new();
        }
        let links = LinkContext::in_community(self.site.locale, community);
        let parts = self.parts(links);
        let title = self.title("title_find", "", &parts.text(&community.name));
        let route = Route::find(&community.id);
        let mut context = self.in_community(&parts, community, &route, title.clone(), title);
        context.insert("categories", &find::list(&parts, community));
        let page = self.finish(&route, None, "find.html", &context);
        let data = Route::data(&community.id, "find", DataFile::Script);
        let script = find::script(&parts, community, self.site.books);
        vec![
            page,
            Ok(self.data_file(&data, &community.place.file, script)),
        ]
    }

    /// The pages of papers.
    fn papers(&self, community: &'a Community) -> Vec<Made> {
        let parts = self.parts(LinkContext::in_papers(self.site.locale, community));
        let home = Value::from_serializable(&parts.community(community, parts.links.home()));
        let name = parts.text(&community.name);
        let papers = self.site.region().materials.iter();
        let papers =
            papers.filter_map(|(id, material)| Some((id, material, material.page.as_ref()?)));
        papers
            .map(|(id, material, page)| {
                let view = parts.paper_page(id, material, community);
                let route = Route::paper(&community.id, &page.value);
                let title = self.title("title_paper", &view.name, &name);
                let mut context = self.context(&parts, Some(&route), title.clone(), title);
                context.insert_value("community", home.clone());
                context.insert("paper", &view);
                self.finish(&route, Some(&page.place.file), "paper.html", &context)
            })
            .collect()
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
        let name = parts.text(host.map_or(&region.name, |community| &community.name));
        let title = self.title("title_retired", &view.title, &name);
        let mut context = self.context(&parts, None, title.clone(), title);
        if let Some(community) = host {
            let home = parts.links.first(&Route::home(&community.id));
            context.insert("community", &parts.community(community, home));
        }
        context.insert("retired", &view);
        let route = Route::code(poster);
        self.finish(&route, Some(LEDGER), "retired.html", &context)
    }

    fn region(&self) -> Made {
        let region = self.site.region();
        let route = Route::Region;
        let parts = self.parts(LinkContext::at_top(self.site.locale));
        let communities = communities(&parts, &parts.links.root());
        let mut streets: Vec<StreetView> = Vec::new();
        for community in communities.clone() {
            let name = community.subdistrict.clone().unwrap_or_default();
            match streets.iter_mut().find(|street| street.name == name) {
                Some(street) => street.communities.push(community),
                None => streets.push(StreetView {
                    name,
                    communities: vec![community],
                }),
            }
        }
        let mut context = self.context(
            &parts,
            Some(&route),
            parts.text(&region.name),
            parts.text(&region.name),
        );
        context.insert("searched", &(communities.len() > FEW_COMMUNITIES));
        context.insert("communities", &communities);
        context.insert("streets", &streets);
        self.finish(&route, Some("site.yaml"), "region.html", &context)
    }

    /// What the box on the region's home finds.
    fn search_communities(&self) -> NewFile {
        let parts = self.parts(LinkContext::at_top(self.site.locale));
        let all = communities(&parts, &parts.links.root());
        let route = Route::data("", "search", DataFile::Script);
        self.data_file(&route, "site.yaml", search::of_communities(&all))
    }

    fn free(&self, page: &Page) -> Made {
        let parts = self.parts(LinkContext::at_top(self.site.locale));
        let route = Route::Page(page.name.clone());
        let heading = parts.text(&page.title);
        let title = self.title(
            "title_page",
            &heading,
            &parts.text(&self.site.region().name),
        );
        let mut context = self.context(&parts, Some(&route), title.clone(), title);
        context.insert("heading", &heading);
        let html = body::html(&parts.links, &parts.facts, &page.body);
        context.insert("content_html", &html);
        self.finish(&route, Some(&page.file), "page.html", &context)
    }

    /// A host shows this page at any depth, so its links start at the host.
    fn not_found(&self) -> Made {
        let path = self.site.region().base().path();
        let heading = self.templates.texts.get("not_found");
        let parts = self.parts(LinkContext::at_top(self.site.locale));
        let title = self.title("title_page", heading, &parts.text(&self.site.region().name));
        let mut context = self.context(&parts, None, title.clone(), title);
        self.insert_links(&mut context, &parts, path);
        context.insert("communities", &communities(&parts, path));
        let route = where_route();
        context.insert("where", &format!("{path}{}", route.path()));
        context.insert(
            "search",
            &Route::data("", "search", DataFile::Script).path(),
        );
        self.finish(&Route::NotFound, None, "404.html", &context)
    }

    /// Who offers what, for the page above.
    fn offered_where(&self) -> NewFile {
        let parts = self.parts(LinkContext::at_top(self.site.locale));
        self.data_file(&where_route(), "site.yaml", lost::script(&parts))
    }
}

/// So many matters a home lists; of more it names the categories, and its box finds them.
const AT_A_GLANCE: usize = 60;

/// Whether a community offers more than its home lists.
pub(super) fn lists_apart(region: &Region, community: &Community) -> bool {
    region.offered(community).count() > AT_A_GLANCE
}

/// So many communities a region lists without a box that finds one.
const FEW_COMMUNITIES: usize = 12;

/// The name of a category's page: its id where that can stand in an address, or else its number in site.yaml.
pub(super) fn category_page(region: &Region, id: &str) -> String {
    let plain = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
    if !id.is_empty() && id.chars().all(plain) {
        return id.to_owned();
    }
    let at = region.categories.iter().position(|one| one.id == id);
    at.map_or_else(String::new, |at| (at + 1).to_string())
}

fn where_route() -> Route {
    Route::data("", "where", DataFile::Script)
}

/// All communities, with links that start at `root`.
fn communities(parts: &ViewBuilder<'_>, root: &str) -> Vec<CommunityView> {
    let region = parts.links.region();
    let all = region.communities.iter();
    let view = |community: &Community| {
        let home = Route::home(&community.id).path_in(parts.links.locale.folder);
        parts.community(community, format!("{root}{home}"))
    };
    all.map(view).collect()
}

/// A matter on the screen of a hall.
#[derive(Serialize)]
struct Shown {
    #[serde(flatten)]
    card: MatterCard,
    /// The picture of its code.
    picture: String,
}

/// A chapter of the booklet.
struct Laid {
    chapter: Value,
    forms: Vec<Value>,
    /// The day of the guide's check.
    checked: String,
}

/// A web app manifest.
#[derive(Serialize)]
struct App<'a> {
    name: &'a str,
    short_name: &'a str,
    lang: &'static str,
    start_url: &'a str,
    scope: &'static str,
    display: &'static str,
    icons: Vec<Icon<'a>>,
}

/// Its icon; one drawing for all sizes.
#[derive(Serialize)]
struct Icon<'a> {
    src: &'a str,
    sizes: &'static str,
}

/// A street with its communities.
#[derive(Serialize)]
struct StreetView {
    /// Empty for those that name none.
    name: String,
    communities: Vec<CommunityView>,
}

/// Where a page is now, and since when.
#[derive(Serialize)]
struct ForwardView {
    from: String,
    href: String,
    title: String,
}

/// A link in the foot of every page.
#[derive(Serialize)]
struct FreePage {
    title: String,
    href: String,
}
