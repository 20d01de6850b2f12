//! What a plan says of a paper: the words of its own lines, all of them, and never those of another matter.

use std::collections::{BTreeMap, BTreeSet};

use onetrip_tests::plan::{Plan, PlanMatter};
use onetrip_tests::server::Server;
use onetrip_tests::site::Site;
use onetrip_tests::situations::{Dice, some_answers};
use onetrip_tests::wants::Wanted;
use onetrip_tests::webdriver::Session;
use onetrip_widget::rules::{Answer, Status};
use onetrip_widget::share;
use onetrip_widget::trip::{Merged, Trip, Use};
use serde_json::Value;

use crate::page::{Page, browser, console_errors};
use crate::plan_listed::at_each;

/// The page of a community's plan.
pub(crate) const PLAN: &str = "wenyuan/plan.html";

/// What the lists say.
const SAID: &str = "
  const piece = (node) => {
    const own = node.cloneNode(true);
    const group = node.matches('.criteria > li') ? text(node.closest('details > div').querySelector('p.by') || document.createElement('p')) : '';
    const by = group || all('.by', own).map((part) => { part.remove(); return text(part); }).join('');
    if (node.matches('p[data-copy]:not(.defer)')) all('strong', own).forEach((label) => label.remove());
    return [text(own), by];
  };
  const details = ':scope > [data-copy]:not(.most):not(.why):not(.serves):not(.fresh-day), :scope > .line-note, :scope > details dd, :scope > details .criteria > li';
  const paper = (node) => ({
    name: node.dataset.name, pieces: all(details, node).map(piece), files: all(':scope > details figure a, :scope > .first a', node).map((link) => link.getAttribute('href')),
    certificate: all(':scope > .e-certificate', node).length, fresh: all(':scope > .fresh-day', node).map((day) => Number(day.dataset.fresh)),
    raw: /[{}]/.test(node.outerHTML),
  });
  const row = (node) => ({
    choice: node.classList.contains('line--group'), extra: node.classList.contains('line--recommended'),
    papers: node.classList.contains('line--group') ? all('.pick-from > .line:not(.line--group)', node).map(paper) : [paper(node)],
  });
  const seen = () => all('#list .lines > .line', document).map(row);";

/// What is said of a paper, on the page or by its lines.
#[derive(Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Said {
    name: String,
    /// Every text, and whether it names the matters that say it.
    texts: BTreeSet<(String, bool)>,
    files: BTreeSet<String>,
    certificate: bool,
    fresh_days: Option<u64>,
}

/// A row: the papers of a choice, or one.
type Row = (bool, Vec<Said>);

/// What the lines on the list say of a paper, and which matters say which text.
fn expected(
    plan: &Plan,
    trip: &Trip,
    codes: &[&str],
    called: &str,
    uses: &[Use],
) -> (Said, BTreeMap<String, BTreeSet<String>>) {
    let mut lines: Vec<(&PlanMatter, Wanted<'_>)> = Vec::new();
    for by in uses {
        let matter = plan.matter(codes[by.matter]);
        let session = trip.matters()[by.matter].session();
        let on_list = |wanted: &Wanted<'_>| {
            let there = |item| session.status(item) != Status::NotNeeded;
            wanted.row == Some(by.line)
                && wanted.paper.called == called
                && wanted.item.is_none_or(there)
        };
        let wanted = matter.wanted().into_iter().filter(on_list);
        lines.extend(wanted.map(|wanted| (matter, wanted)));
    }
    assert!(!lines.is_empty(), "{codes:?}: nobody wants {called}");
    let mut sayers: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for (matter, wanted) in &lines {
        for text in &wanted.wants.texts {
            *count.entry(text).or_default() += 1;
            let titles = sayers.entry(text.clone()).or_default();
            titles.insert(matter.title.clone());
        }
    }
    let wants = || lines.iter().map(|(_, wanted)| &wanted.wants);
    let said = Said {
        name: called.to_owned(),
        texts: count
            .into_iter()
            .map(|(text, lines_with)| (text.to_owned(), lines_with < lines.len()))
            .collect(),
        files: wants().flat_map(|wants| wants.files.clone()).collect(),
        certificate: wants().any(|wants| wants.e_certificate),
        fresh_days: wants().filter_map(|wants| wants.fresh_days).min(),
    };
    (said, sayers)
}

/// The rows that the native engine gives, with the words of their lines.
fn expected_rows(plan: &Plan, trip: &Trip, codes: &[&str]) -> (Vec<Row>, Sayers) {
    let called = plan.called(&plan.codes());
    let mut sayers = Sayers::new();
    let mut of = |paper: u32, uses: &[Use]| {
        let called = called[paper as usize];
        let (said, by) = expected(plan, trip, codes, called, uses);
        for (text, titles) in by {
            let all = sayers.entry((called.to_owned(), text)).or_default();
            all.extend(titles);
        }
        said
    };
    let rows = trip.merge();
    let rows = rows.iter().map(|row| match row {
        Merged::Paper(paper) => {
            let uses = [paper.uses.clone(), paper.serves.clone()].concat();
            (false, vec![of(paper.total.paper, &uses)])
        }
        Merged::Choice(choice) => {
            let from = choice.from.iter().flat_map(|way| &way.papers);
            let mut from: Vec<Said> = from.map(|total| of(total.paper, &choice.uses)).collect();
            from.sort();
            (true, from)
        }
    });
    let mut rows: Vec<Row> = rows.collect();
    rows.sort();
    (rows, sayers)
}

/// By paper and text: the matters that say it.
type Sayers = BTreeMap<(String, String), BTreeSet<String>>;

/// A row of the page; every text that names matters names all that say it.
fn on_page(row: &Value, sayers: &Sayers) -> Row {
    let paper = |paper: &Value| {
        assert_eq!(paper["raw"], false, "a hole of a template: {paper}");
        let name = paper["name"].as_str().unwrap_or_default().to_owned();
        let pieces = paper["pieces"].as_array().into_iter().flatten();
        let texts = pieces.map(|piece| {
            let [text, by] = [0, 1].map(|at| piece[at].as_str().unwrap_or_default().to_owned());
            if !by.is_empty() {
                let titles = sayers.get(&(name.clone(), text.clone()));
                let titles = titles.unwrap_or_else(|| panic!("{name}: who says {text}?"));
                let named = titles.iter().all(|title| by.contains(title.as_str()));
                assert!(named, "{name}: {text}, by {by}, not {titles:?}");
            }
            (text, !by.is_empty())
        });
        let texts = texts.collect();
        let files = paper["files"].as_array().into_iter().flatten();
        let files = files.filter_map(|file| file.as_str().map(str::to_owned));
        Said {
            texts,
            files: files.collect(),
            certificate: paper["certificate"] != 0,
            fresh_days: paper["fresh"][0].as_u64(),
            name,
        }
    };
    let papers = row["papers"].as_array().into_iter().flatten();
    let mut papers: Vec<Said> = papers.map(paper).collect();
    papers.sort();
    (row["choice"] == true, papers)
}

/// A trip for these matters with some answers, or none.
pub(crate) fn trip_of(plan: &Plan, codes: &[&str], dice: Option<&mut Dice>) -> Trip {
    let mut trip = plan.loaded_trip(codes);
    let Some(dice) = dice else {
        return trip;
    };
    for (matter, code) in codes.iter().enumerate() {
        for (question, answer) in some_answers(&plan.matter(code).book, dice)
            .iter()
            .enumerate()
        {
            if *answer != Answer::Missing {
                trip.set(matter, question, answer);
            }
        }
    }
    trip
}

/// Opens the plan with all matters, so that all of them are loaded.
fn open_all(session: &Session, server: &Server, plan: &Plan) {
    let codes = plan.matters.iter().map(|matter| matter.code.as_str());
    let address = share::trip_fragment(&plan.trip(codes));
    Page::open(session, &server.url(&format!("{PLAN}#{address}")));
}

pub(crate) fn lists(session: &Session, addresses: &[String]) -> Vec<Value> {
    let addresses: Vec<&str> = addresses.iter().map(String::as_str).collect();
    at_each(session, &addresses, SAID)
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn every_pair_of_guides_keeps_every_word_of_both() {
    let plan = Plan::read(Site::demonstration(), "wenyuan");
    let (server, session) = (Server::start(&Site::demonstration().root()), browser());
    open_all(&session, &server, &plan);
    let mut dice = Dice::new(20_261_122);
    let codes: Vec<&str> = plan.matters.iter().map(|one| one.code.as_str()).collect();
    let mut trips = Vec::new();
    for (at, one) in codes.iter().enumerate() {
        for other in &codes[at + 1..] {
            let pair = [*one, *other];
            trips.push((pair, trip_of(&plan, &pair, None)));
            trips.push((pair, trip_of(&plan, &pair, Some(&mut dice))));
        }
    }
    let mut rows = 0;
    for some in trips.chunks(10) {
        let addresses: Vec<_> = some
            .iter()
            .map(|(_, trip)| share::trip_fragment(trip))
            .collect();
        for (((pair, trip), address), list) in
            some.iter().zip(&addresses).zip(lists(&session, &addresses))
        {
            let (expected, sayers) = expected_rows(&plan, trip, pair);
            let list = list.as_array().into_iter().flatten();
            let required = list.filter(|row| row["extra"] != true);
            let mut found: Vec<Row> = required.map(|row| on_page(row, &sayers)).collect();
            found.sort();
            assert_eq!(found, expected, "{pair:?} #{address}");
            rows += found.len();
        }
    }
    println!("{} trips, {rows} rows read word by word", trips.len());
    assert!(rows > 3_000, "{rows} rows");
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}
