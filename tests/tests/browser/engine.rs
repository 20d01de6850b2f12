//! The wasm gives in real browsers what the native engine gives, in every situation of every guide.

use onetrip_tests::plan::{self, Plan};
use onetrip_tests::server::Server;
use onetrip_tests::site::Site;
use onetrip_tests::situations::{
    Dice, OUTCOMES, all, distinct, guides, on_the_way, outcome, session, some_answers, spelled,
};
use onetrip_tests::webdriver::{Browser, Session};
use onetrip_widget::rules::Answer;
use serde_json::json;

use crate::page::Page;

/// Trips of several matters that are tried.
const TRIPS: usize = 1500;
/// Situations that one script computes: far below the time that a script may take.
const BATCH: usize = 500;

fn every_situation_of_every_guide(browser: Browser) {
    let server = Server::start(&Site::demonstration().root());
    let window = Session::start(browser);
    let guides = distinct(guides(Site::demonstration()));
    let (mut situations, mut states) = (0, 0);
    for guide in &guides {
        Page::open(&window, &server.url(&guide.page));
        let (full, begun) = (all(&guide.book), on_the_way(&guide.book));
        situations += full.len();
        states += begun.len();
        let everything: Vec<_> = full.into_iter().chain(begun).collect();
        for batch in everything.chunks(BATCH) {
            let spelled = |answers: &Vec<Answer>| spelled(answers, guide.book.questions());
            let words: Vec<_> = batch.iter().map(spelled).collect();
            let found = window.execute(OUTCOMES, &[json!(words)]);
            let found: Vec<_> = found.as_str().unwrap_or_default().lines().collect();
            assert_eq!(
                found.len(),
                batch.len(),
                "{}: as many outcomes as situations",
                guide.page
            );
            for ((answers, words), found) in batch.iter().zip(&words).zip(found) {
                let truth = outcome(&session(&guide.book, answers));
                assert_eq!(found, truth, "{}: {words}", guide.page);
            }
        }
    }
    println!(
        "{browser:?}: {} guides, {situations} situations, {states} states on the way",
        guides.len()
    );
}

/// Codes of up to six matters, and what is answered in each.
fn some_trip(plan: &Plan, dice: &mut Dice) -> (Vec<String>, Vec<Vec<Answer>>) {
    let mut codes: Vec<String> = Vec::new();
    for _ in 0..=dice.below(6) {
        let code = &plan.matters[dice.below(plan.matters.len())].code;
        if !codes.contains(code) {
            codes.push(code.clone());
        }
    }
    let answers = codes
        .iter()
        .map(|code| some_answers(&plan.matter(code).book, dice))
        .collect();
    (codes, answers)
}

fn many_trips(browser: Browser) {
    let server = Server::start(&Site::demonstration().root());
    let window = Session::start(browser);
    let plan = Plan::read(Site::demonstration(), "wenyuan");
    Page::open(&window, &server.url("wenyuan/plan.html#a01"));
    let mut dice = Dice::new(20_261_122);
    let trips: Vec<_> = (0..TRIPS).map(|_| some_trip(&plan, &mut dice)).collect();
    for batch in trips.chunks(BATCH) {
        let words = batch.iter().map(|(codes, answers)| {
            let books = codes.iter().map(|code| &plan.matter(code).book);
            let pairs = answers.iter().zip(books);
            let spelled = pairs.map(|(answers, book)| spelled(answers, book.questions()));
            std::iter::once(codes.join("+"))
                .chain(spelled)
                .collect::<Vec<_>>()
                .join(";")
        });
        let words: Vec<_> = words.collect();
        let found = window.execute(plan::OUTCOMES, &[json!(words), plan.for_browsers()]);
        let found: Vec<_> = found.as_str().unwrap_or_default().lines().collect();
        assert_eq!(found.len(), batch.len(), "as many outcomes as trips");
        for (((codes, answers), words), found) in batch.iter().zip(&words).zip(found) {
            let mut trip = plan.trip(codes.iter().map(String::as_str));
            for (matter, answers) in answers.iter().enumerate() {
                let given = answers
                    .iter()
                    .enumerate()
                    .filter(|(_, answer)| **answer != Answer::Missing);
                given.for_each(|(question, answer)| trip.set(matter, question, answer));
            }
            assert_eq!(found, plan::outcome(&trip), "{words}");
        }
    }
    println!("{browser:?}: {} trips of up to six matters", trips.len());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn chromium_agrees_on_many_trips() {
    many_trips(Browser::Chromium);
}

#[test]
#[ignore = "needs WebKit; tests/run runs it"]
fn webkit_agrees_on_many_trips() {
    many_trips(Browser::WebKit);
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn chromium_agrees_in_every_situation_of_every_guide() {
    every_situation_of_every_guide(Browser::Chromium);
}

#[test]
#[ignore = "needs WebKit; tests/run runs it"]
fn webkit_agrees_in_every_situation_of_every_guide() {
    every_situation_of_every_guide(Browser::WebKit);
}
