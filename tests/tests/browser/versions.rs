//! A guide that takes effect later (`cases/good/version`): the day before, on the day and after it, on a site that nobody builds
//! again. The old list wants a photo of those who are a hundred, the new one a card of everybody.

use onetrip_tests::server::{Options, Server};
use onetrip_tests::site::Site;
use onetrip_tests::situations::{all, guides, session as native};
use onetrip_tests::webdriver::Session;
use onetrip_widget::share;
use serde_json::{Value, json};

use crate::clock::browser_at;
use crate::keep::set_day;
use crate::page::{ALLOWANCE, Page, at_home, case_site, confirm, console_errors};

const NEW: &str = "dong/a07-from-2027-01-01.html";
const CARD: &str = "养老卡";
const PHOTO: &str = "百岁照片";
const DISABLED: &str = "残疾证";
/// On a phone far away these are the last evening and the first morning, whatever day it is there.
const BEFORE: &str = "2026-12-31T23:59:00+08:00";
const AFTER: &str = "2027-01-01T00:00:30+08:00";

/// What is seen: the page, the papers of the list, the day of the visit and its note, and what says that other rules hold.
const SEEN: &str = "
  const seen = (node) => Boolean(node) && node.getClientRects().length > 0;
  const text = (id) => { const node = document.getElementById(id); return seen(node) ? node.textContent.replace(/\\s+/g, ' ').trim() : ''; };
  const turned = document.getElementById('turned');
  return {
    path: location.pathname.replace(/^.*\\//, ''),
    hash: location.hash,
    papers: Array.from(document.querySelectorAll('#list .lines > .line')).filter(seen).map((node) => node.dataset.name),
    day: document.getElementById('visit-day') ? document.getElementById('visit-day').value : '',
    note: text('visit-note'),
    coming: text('coming'),
    early: text('not-yet'),
    keep: seen(document.getElementById('keep')),
    turned: seen(turned) ? Array.from(turned.querySelectorAll('a')).map((link) => link.getAttribute('href')) : [],
  };";

struct Seen(Value);

impl Seen {
    fn of(session: &Session) -> Self {
        Self(session.execute(SEEN, &[]))
    }

    fn text(&self, key: &str) -> &str {
        self.0[key].as_str().unwrap_or_default()
    }

    fn has(&self, paper: &str) -> bool {
        let papers = self.0["papers"].as_array();
        papers.is_some_and(|papers| papers.iter().any(|one| one == paper))
    }

    fn turned(&self) -> &Value {
        &self.0["turned"]
    }
}

/// A page with answers that end in its longest list.
fn settled(site: &Site, page: &str) -> String {
    let guides = guides(site);
    let guide = guides.iter().find(|guide| guide.page == page);
    let guide = guide.unwrap_or_else(|| panic!("{page} is not there"));
    let answers = all(&guide.book);
    let ends = answers.iter().map(|answers| native(&guide.book, answers));
    let ends = ends.filter(|end| end.stop().is_none() && end.next().is_none());
    let needed = |end: &onetrip_widget::rules::Session| {
        let items = end.items();
        items
            .filter(|status| *status == onetrip_widget::rules::Status::Needed)
            .count()
    };
    let longest = ends.max_by_key(needed).expect("some answers end in a list");
    format!("{page}#{}", share::fragment(&longest))
}

fn served(site: &Site) -> Server {
    Server::start_with(&site.root(), at_home(Options::default()))
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn until_the_day_the_old_page_is_right_for_visits_before_it_and_gives_way_for_later_ones() {
    let site = case_site("version");
    let server = served(&site);
    for zone in ["America/Los_Angeles", "Pacific/Kiritimati"] {
        let session = browser_at("2026-12-28T10:00:00+08:00", zone);
        Page::open(&session, &server.url(&settled(&site, ALLOWANCE)));
        let seen = Seen::of(&session);
        assert_eq!(seen.text("path"), "a07.html");
        assert!(seen.has(PHOTO) && !seen.has(CARD), "{}", seen.0);
        assert!(seen.text("coming").contains("2027 年 1 月 1 日起有新规定"));
        assert_eq!(seen.turned(), &json!([]));
        for (day, old) in [
            ("2026-12-31", true),
            ("2027-01-01", false),
            ("2027-03-01", false),
        ] {
            set_day(&session, day);
            let seen = Seen::of(&session);
            assert_eq!(seen.has(PHOTO), old, "{day} {}", seen.0);
            assert_eq!(seen.0["keep"], old, "{day}");
            let ways = if old {
                json!([])
            } else {
                json!(["a07-from-2027-01-01.html"])
            };
            assert_eq!(seen.turned(), &ways, "{day}");
        }
        assert!(console_errors(&session, "").is_empty());
    }
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn on_the_last_evening_the_visit_is_under_the_new_rules_already() {
    let site = case_site("version");
    let server = served(&site);
    let session = browser_at(BEFORE, "America/Los_Angeles");
    Page::open(&session, &server.url(&settled(&site, ALLOWANCE)));
    let seen = Seen::of(&session);
    assert_eq!(seen.text("path"), "a07.html");
    assert!(!seen.has(PHOTO) && !seen.has(DISABLED), "{}", seen.0);
    assert_eq!(seen.turned(), &json!(["a07-from-2027-01-01.html"]));
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn from_the_day_on_the_address_on_the_wall_leads_to_the_new_page() {
    let site = case_site("version");
    let server = served(&site);
    for moment in [AFTER, "2027-06-01T10:00:00+08:00"] {
        for zone in ["America/Los_Angeles", "Pacific/Kiritimati"] {
            let session = browser_at(moment, zone);
            let address = settled(&site, NEW).replace(NEW, ALLOWANCE);
            Page::open(&session, &server.url(&address));
            let seen = Seen::of(&session);
            assert_eq!(seen.text("path"), "a07-from-2027-01-01.html", "{moment}");
            // The answers of the address came along.
            assert_eq!(
                Some(seen.text("hash")),
                address.find('#').map(|at| &address[at..])
            );
            assert!(seen.has(CARD) && !seen.has(PHOTO), "{}", seen.0);
            assert_eq!(seen.text("early"), "", "it holds by now");
        }
    }
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn before_the_day_the_new_page_says_so_and_sends_nobody() {
    let site = case_site("version");
    let server = served(&site);
    let session = browser_at("2026-12-28T10:00:00+08:00", "Asia/Shanghai");
    Page::open(&session, &server.url(&settled(&site, NEW)));
    let seen = Seen::of(&session);
    assert_eq!(seen.text("path"), "a07-from-2027-01-01.html");
    assert!(
        seen.text("early")
            .contains("2027 年 1 月 1 日以前来办，还按现在的规定"),
        "{}",
        seen.0
    );
    assert!(seen.has(CARD), "{}", seen.0);
    assert!(seen.text("day") >= "2027-01-01", "{}", seen.0);
    set_day(&session, "2026-12-29");
    assert!(
        Seen::of(&session).text("note").contains("不收"),
        "{}",
        Seen::of(&session).0
    );
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn the_plan_lists_what_holds_on_the_day_of_the_visit() {
    let site = case_site("version");
    let server = served(&site);
    let plan = |moment: &str| {
        let session = browser_at(moment, "America/Los_Angeles");
        Page::open(&session, &server.url("dong/plan.html#a07+b01"));
        confirm(&session);
        let page = Page { session: &session };
        page.wait_until("the list stands", |state| state.state() != "choosing");
        session
    };
    let old = plan("2026-12-28T10:00:00+08:00");
    let all = "return Array.from(document.querySelectorAll('#list .lines > .line')).map((node) => node.dataset.name)";
    let listed = |session: &Session| session.execute(all, &[]).to_string();
    assert!(listed(&old).contains(PHOTO) && !listed(&old).contains(CARD));
    assert_eq!(Seen::of(&old).turned(), &json!([]));
    set_day(&old, "2027-01-04");
    let turned = Seen::of(&old);
    assert_eq!(turned.turned(), &json!(["a07-from-2027-01-01.html"]));
    assert_eq!(turned.0["papers"], json!([]), "{}", turned.0);
    assert_eq!(turned.0["keep"], false);
    set_day(&old, "2026-12-29");
    assert_eq!(Seen::of(&old).turned(), &json!([]));
    // Nobody built since, and the day has come.
    let new = plan(AFTER);
    assert!(listed(&new).contains(CARD) && !listed(&new).contains(PHOTO));
    assert_eq!(Seen::of(&new).turned(), &json!([]));
    let way = new.execute(
        "return document.querySelector('#chosen-matters a').getAttribute('href')",
        &[],
    );
    assert_eq!(way, json!("a07-from-2027-01-01.html"));
    assert!(console_errors(&new, "").is_empty());
}
