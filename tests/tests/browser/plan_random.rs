//! Plans of random guides: content → the command → data and page → the rows in a browser, held against a brute force over the
//! guides as they were thrown, which knows nothing of the product's rules, rows or numbers.
//!
//! Held exactly, for every trip: which stops are said; which papers and choices are listed, needed or depending; the numbers
//! of originals and copies, least and most, and what becomes of the originals; which choices a paper serves, and the numbers
//! with them; how many of which papers are left to choose; the bound on a paper's age; every text and the matters that say
//! it, and no other text; what need not be brought, in which words, and which guides do without what others ask for. Of a suggested paper: that its numbers are those of all the choices that it is suggested for, and that
//! these together cost nothing extra.
//!
//! The native engine is used for one thing: to write the answers into an address. The smallest guides that went wrong are in
//! `plan_small`.

use std::collections::{BTreeMap, BTreeSet};

use onetrip_tests::plan::Plan;
use onetrip_tests::random::{Claim, Guide, Kind, Outlook, Row, RowKind, Value, World};
use onetrip_tests::random::{costs_nothing_extra, merged, outlook, stop_title, together};
use onetrip_tests::server::{Options, Server};
use onetrip_tests::site::Site;
use onetrip_tests::situations::Dice;
use onetrip_tests::temp::TempDir;
use onetrip_tests::webdriver::Session;
use onetrip_widget::rules::Answer;
use onetrip_widget::share;
use serde_json::Value as Json;

use crate::page::{Page, at_home, browser, console_errors};
use crate::plan_listed::{Listed, STOPS_AND_ROWS, at_each, expected, joined, on_page, texts};
use crate::plan_listed::{expected_spared, spared_on_page};

const GUIDES: usize = 15;
const TRIPS: usize = 70;

/// A trip: its guides, and the answers to their questions.
struct Thrown<'w> {
    guides: Vec<&'w Guide>,
    answers: BTreeMap<&'w str, Option<Value>>,
    address: String,
}

impl<'w> Thrown<'w> {
    fn new(world: &'w World, plan: &Plan, dice: &mut Dice) -> Self {
        let mut guides: Vec<&Guide> = world.guides.iter().collect();
        let count = 2 + dice.below(3);
        while guides.len() > count {
            guides.remove(dice.below(guides.len()));
        }
        let mut trip = plan.trip(guides.iter().map(|guide| guide.code.as_str()));
        let mut answers = BTreeMap::new();
        for (place, guide) in guides.iter().enumerate() {
            for (nth, question) in guide.questions.iter().enumerate() {
                let values = question.kind.values();
                let thrown = (dice.below(10) > 2).then(|| values[dice.below(values.len())]);
                let value = *answers.entry(question.id.as_str()).or_insert(thrown);
                match value {
                    Some(Value::Option(option)) => trip.choose(place, nth, option),
                    Some(Value::Set(chosen)) => {
                        let options: Vec<usize> =
                            (0..8).filter(|at| chosen >> at & 1 == 1).collect();
                        trip.choose_many(place, nth, &options);
                    }
                    Some(Value::Number(number)) => trip.set(place, nth, &Answer::Number(number)),
                    None if dice.below(2) == 0 => trip.unsure(place, nth),
                    None => {}
                }
            }
        }
        let address = share::trip_fragment(&trip);
        Self {
            guides,
            answers,
            address,
        }
    }

    fn outlooks(&self) -> Vec<(&'w Guide, Outlook)> {
        let guides = self.guides.iter().map(|guide| {
            let answers = guide
                .questions
                .iter()
                .map(|question| self.answers[question.id.as_str()]);
            (*guide, outlook(guide, &answers.collect::<Vec<_>>()))
        });
        guides.collect()
    }
}

fn claims<'r, 'g>(row: &'r Row<'g>) -> &'r [Claim<'g>] {
    match &row.kind {
        RowKind::Choice(_, _, claims) => claims,
        _ => panic!("no choice: {row:?}"),
    }
}

/// The suggested paper of each choice: its numbers are those of all the choices that it is suggested for, and these cost nothing extra.
fn check_suggestions(choices: &[(&Row<'_>, &Json)]) -> usize {
    let mut suggested: BTreeMap<&str, Vec<(&Row<'_>, &str)>> = BTreeMap::new();
    for (row, json) in choices {
        let text = json["suggested"].as_str().unwrap_or_default();
        let marked: Vec<&str> = texts(&json["marked"]).collect();
        assert_eq!(
            marked.len(),
            usize::from(!text.is_empty()),
            "{text}: {marked:?}"
        );
        for called in marked {
            assert!(text.contains(called), "{text} names {called}");
            suggested.entry(called).or_default().push((row, text));
        }
    }
    for (called, rows) in &suggested {
        assert!(
            rows.len() > 1,
            "{called} is suggested for one choice: {rows:?}"
        );
        let claims: Vec<&Claim<'_>> = rows.iter().flat_map(|(row, _)| claims(row)).collect();
        let total = together(&claims, called);
        assert!(costs_nothing_extra(&claims, called), "{called}: {claims:?}");
        for (row, text) in rows {
            let now = if row.needed { total.least } else { total.most };
            assert!(
                text.ends_with(&format!("一共要{}。", joined(now))),
                "{text}: {total:?}"
            );
        }
    }
    suggested.len()
}

/// What was compared.
#[derive(Default, Debug)]
struct Tally {
    trips: usize,
    /// Answers with decimals.
    fine: usize,
    stops: usize,
    rows: usize,
    choices: usize,
    served: usize,
    suggested: usize,
    texts: usize,
    /// Papers that need not be brought.
    spared: usize,
    /// Rows of papers that some other guide does without.
    without: usize,
    /// Papers in a number that an answer says, and those of them whose number is open.
    counted: [usize; 2],
}

/// Holds what a browser shows of a trip against what all completions say.
fn compare(
    world: &World,
    thrown: &Thrown<'_>,
    page: &Json,
    number: &dyn Fn(&str) -> usize,
    tally: &mut Tally,
) {
    let trip = thrown.outlooks();
    let stop = |(guide, outlook): &(&Guide, Outlook)| {
        let stop = outlook.stop()?;
        Some(format!("{}：{}", guide.title, stop_title(stop)))
    };
    let stops: BTreeSet<String> = trip.iter().filter_map(stop).collect();
    let said: BTreeSet<String> = texts(&page["stops"]).map(str::to_owned).collect();
    assert_eq!(said, stops, "stops of #{}", thrown.address);
    let rows = merged(&trip, number);
    let mut wanted: Vec<(Listed, &Row<'_>)> =
        rows.iter().map(|row| (expected(row, &trip), row)).collect();
    let found = page["rows"].as_array().into_iter().flatten();
    let mut found: Vec<(Listed, &Json)> = found.map(|row| (on_page(world, row), row)).collect();
    wanted.sort_by(|one, other| one.0.cmp(&other.0));
    found.sort_by(|one, other| one.0.cmp(&other.0));
    let lists = [
        wanted.iter().map(|row| &row.0).collect::<Vec<_>>(),
        found.iter().map(|row| &row.0).collect(),
    ];
    let [missing, strange] = [(0, 1), (1, 0)].map(|(of, without)| {
        let only = lists[of].iter().filter(|row| !lists[without].contains(row));
        only.collect::<Vec<_>>()
    });
    assert!(
        lists[0] == lists[1],
        "#{} of {:?}\nis missing {missing:#?}\nand has {strange:#?}",
        thrown.address,
        thrown.answers
    );
    let spared = spared_on_page(world, &page["exempts"]);
    assert_eq!(
        spared,
        expected_spared(&rows, &trip),
        "spared on #{}",
        thrown.address
    );
    tally.spared += spared.len();
    tally.without += found.iter().filter(|row| !row.0.without.is_empty()).count();
    let choices = wanted
        .iter()
        .zip(&found)
        .filter(|(wanted, _)| wanted.0.choice.is_some());
    let choices: Vec<_> = choices.map(|(wanted, found)| (wanted.1, found.1)).collect();
    tally.trips += 1;
    let asked = thrown.guides.iter().flat_map(|guide| &guide.questions);
    let fine = asked.filter(|asked| matches!(asked.kind, Kind::Fine(..)));
    tally.fine += fine
        .filter(|asked| thrown.answers[asked.id.as_str()].is_some())
        .count();
    tally.stops += stops.len();
    tally.rows += found.len();
    tally.choices += choices.len();
    tally.suggested += check_suggestions(&choices);
    tally.served += found.iter().filter(|row| !row.0.serves.is_empty()).count();
    let papers = || wanted.iter().flat_map(|row| &row.0.papers);
    tally.counted[0] += papers().filter(|paper| paper.is_counted()).count();
    tally.counted[1] += papers()
        .filter(|paper| paper.counts.iter().any(|count| count.contains("至少")))
        .count();
    tally.texts += found
        .iter()
        .flat_map(|row| &row.0.papers)
        .map(|paper| paper.said.len())
        .sum::<usize>();
}

/// The plan of a random world.
fn try_world(session: &Session, seed: u64, tally: &mut Tally) {
    let world = World::random(seed, GUIDES);
    let content = TempDir::new("random");
    world.write(content.path());
    let site = Site::build_with(content.path(), &["--no-print"]);
    let plan = Plan::read(&site, "dong");
    let server = Server::start_with(&site.root(), at_home(Options::default()));
    let codes: Vec<&str> = plan
        .matters
        .iter()
        .map(|matter| matter.code.as_str())
        .collect();
    let papers = plan.called(&codes);
    let number = |called: &str| {
        let known = papers.iter().position(|paper| *paper == called);
        known.unwrap_or_else(|| panic!("the data have no {called}"))
    };
    // With all matters, so that all of them are loaded.
    let address = share::trip_fragment(&plan.trip(codes));
    Page::open(session, &server.url(&format!("dong/plan.html#{address}")));
    let mut dice = Dice::new(seed ^ 0x5bd1_e995);
    let trips: Vec<Thrown<'_>> = (0..TRIPS)
        .map(|_| Thrown::new(&world, &plan, &mut dice))
        .collect();
    for some in trips.chunks(10) {
        let addresses: Vec<&str> = some.iter().map(|trip| trip.address.as_str()).collect();
        let lists = at_each(session, &addresses, STOPS_AND_ROWS);
        for (thrown, page) in some.iter().zip(&lists) {
            compare(&world, thrown, page, &number, tally);
        }
    }
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn random_guides_in_random_trips_come_to_what_every_completion_says() {
    let session = browser();
    let mut tally = Tally::default();
    for seed in [20_261_125, 7, 31_337, 4] {
        try_world(&session, seed, &mut tally);
    }
    println!(
        "{} trips, {} rows and {} texts compared: {tally:?}",
        tally.trips, tally.rows, tally.texts
    );
    assert_eq!(tally.trips, 4 * TRIPS);
    let enough = [
        (tally.rows, 1_500),
        (tally.fine, 40),
        (tally.texts, 3_000),
        (tally.choices, 100),
        (tally.stops, 20),
        (tally.served, 10),
        (tally.suggested, 5),
        (tally.spared, 150),
        (tally.without, 20),
        (tally.counted[0], 100),
        (tally.counted[1], 20),
    ];
    let too_few = enough.iter().any(|(found, least)| found < least);
    assert!(!too_few, "{tally:?}");
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}
