//! What the plan loads and when; what becomes of it when something does not come.

use std::fs;

use onetrip_tests::plan::Plan;
use onetrip_tests::server::{Options, Server};
use onetrip_tests::site::{Site, copy_folder};
use onetrip_tests::temp::TempDir;
use onetrip_widget::share;
use serde_json::{Value, json};

use crate::page::{Page, browser, confirm, console_errors};

const PLAN: &str = "wenyuan/plan.html";

/// What has no data: the name and where its link leads, for each matter.
const MISSING: &str = "
  return Array.from(document.querySelectorAll('#missing a')).filter((link) => link.getClientRects().length)
    .map((link) => [link.textContent, link.getAttribute('href')]);";

/// The matters of the trip.
const CHOSEN: &str = "return Array.from(document.querySelectorAll('#chosen-matters a'), (link) => link.textContent);";

/// The demonstration without some files.
fn without(files: impl Fn(&str) -> bool) -> TempDir {
    let copy = TempDir::new("site");
    copy_folder(&Site::demonstration().root(), copy.path());
    for path in Site::demonstration()
        .files()
        .keys()
        .filter(|path| files(path))
    {
        fs::remove_file(copy.path().join(path)).expect("a file of ours");
    }
    copy
}

/// The names of the files that the page has loaded, without folders and fingerprints.
fn loaded(server: &Server) -> Vec<String> {
    let name = |target: &str| {
        let name = target.rsplit('/').next().unwrap_or_default();
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let stem = stem.rsplit_once('-').map_or(stem, |(stem, _)| stem);
        format!("{stem}.{ending}")
    };
    let requests = server.requests();
    let mut names: Vec<_> = requests.iter().map(|one| name(&one.target)).collect();
    names.sort();
    names
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn the_choice_loads_nothing_and_each_matter_is_loaded_once() {
    let (server, session) = (Server::start(&Site::demonstration().root()), browser());
    let page = Page::open(&session, &server.url(PLAN));
    assert_eq!(page.state().state(), "choosing");
    let names = loaded(&server);
    let few = |name: &String| !name.ends_with(".wasm") && !name.ends_with(".json");
    assert!(names.iter().all(few), "{names:?}");

    let title = |code: &str| {
        let plan = Plan::read(Site::demonstration(), "wenyuan");
        plan.matter(code).title.clone()
    };
    let tick = |code: &str| {
        let choices = session.find_all("#choosing .choice-text");
        let choice = choices.iter().find(|choice| choice.text() == title(code));
        let choice = choice.expect("the matter can be chosen");
        choice.bring_to_the_middle();
        choice.click();
    };
    tick("c01");
    confirm(&session);
    page.wait_until("the first question", |state| state.state() == "asking");
    session.find_visible("[data-do=choose]").click();
    page.wait_until("the choice", |state| state.state() == "choosing");
    tick("c03");
    confirm(&session);
    page.wait_until("both matters", |state| state.state() == "asking");
    assert_eq!(
        session.execute(CHOSEN, &[]),
        json!([title("c01"), title("c03")]),
        "in the order in which they were chosen"
    );
    let names = loaded(&server);
    let data: Vec<_> = names
        .iter()
        .filter(|name| name.ends_with(".json"))
        .collect();
    assert_eq!(data, ["c01.json", "c03.json"]);
    assert_eq!(names.iter().filter(|name| *name == "trip.wasm").count(), 1);
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_matter_that_does_not_come_is_named_and_the_others_go_on() {
    let site = without(|path| path.starts_with("wenyuan/data/c03."));
    let plan = Plan::read(Site::demonstration(), "wenyuan");
    let [first, lost] = ["c01", "c03"].map(|code| plan.matter(code).title.as_str());
    let (server, session) = (Server::start(site.path()), browser());
    let told = json!([[lost, "c03.html"]]);

    // Offered by a link and confirmed.
    let page = Page::open(&session, &server.url(&format!("{PLAN}#c03+c01")));
    confirm(&session);
    page.wait_until("the others to go on", |state| state.state() == "asking");
    assert_eq!(session.execute(MISSING, &[]), told);
    assert_eq!(session.execute(CHOSEN, &[]), json!([first]));

    // Part of a trip that somebody sent.
    let address = share::trip_fragment(&plan.trip(["c01", "c03"]));
    session.open("about:blank");
    let page = Page::open(&session, &server.url(&format!("{PLAN}#{address}")));
    assert_eq!(page.state().state(), "asking");
    assert_eq!(session.execute(MISSING, &[]), told);
    assert_eq!(session.execute(CHOSEN, &[]), json!([first]));

    // The only one: the choice stays.
    session.open("about:blank");
    let page = Page::open(&session, &server.url(&format!("{PLAN}#c03")));
    confirm(&session);
    session.wait("the page says so", || {
        Some(session.execute(MISSING, &[])).filter(|missing| *missing == told)
    });
    assert_eq!(page.state().state(), "choosing");
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_host_that_knows_no_json_serves_the_same_as_scripts() {
    let site = without(|path| path.contains("/data/") && path.ends_with(".json"));
    let (server, session) = (Server::start(site.path()), browser());
    let page = Page::open(&session, &server.url(&format!("{PLAN}#c01+c03")));
    confirm(&session);
    page.wait_until("the first question", |state| state.state() == "asking");
    assert_eq!(session.execute(MISSING, &[]), json!([]));
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn opened_as_a_file_the_plan_loads_what_is_chosen() {
    let session = browser();
    let file = Site::demonstration().root().join(PLAN);
    let url = format!("file://{}", file.display());
    let page = Page::open(&session, &url);
    assert_eq!(page.state().state(), "choosing");
    session.open("about:blank");
    let page = Page::open(&session, &format!("{url}#c01+c03"));
    confirm(&session);
    let state = page.wait_until("the first question", |state| state.state() == "asking");
    assert!(state.all_lines().count() > 8, "{state:?}");
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn under_a_strict_policy_the_plan_loads_what_is_chosen() {
    let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'";
    let options = Options {
        policy: Some(policy.into()),
        ..Options::default()
    };
    let server = Server::start_with(&Site::demonstration().root(), options);
    let session = browser();
    let page = Page::open(&session, &server.url(&format!("{PLAN}#c01+c03")));
    confirm(&session);
    page.wait_until("the first question", |state| state.state() == "asking");
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn without_an_engine_or_sentences_the_plan_names_every_matter() {
    let engine = |path: &str| path.starts_with("assets/trip-") && !path.ends_with(".js");
    let inlined = |path: &str| path.starts_with("assets/trip-inline-");
    let texts = |path: &str| path.starts_with("assets/texts-");
    let losses: [&dyn Fn(&str) -> bool; 2] = [&|path| engine(path) || inlined(path), &texts];
    let links = "return Array.from(document.querySelectorAll('#plan-matters a.matter-link')).filter((link) => link.getClientRects().length).length";
    let count = Plan::read(Site::demonstration(), "wenyuan").matters.len();
    for lost in losses {
        let site = without(lost);
        let (server, session) = (Server::start(site.path()), browser());
        session.open(&server.url(&format!("{PLAN}#c01+c03")));
        session.wait("every matter by its link", || {
            let seen: Value = session.execute(links, &[]);
            (seen == json!(count)).then_some(())
        });
        assert!(!session.find("#wizard").is_displayed());
        assert!(!session.find("#list").is_displayed());
    }
}
