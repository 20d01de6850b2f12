//! The smallest guides of which a plan once said what is not so.

use onetrip_tests::plan::Plan;
use onetrip_tests::random::{Ask, Guide, Kind, Line, Material, Question, Rule, World};
use onetrip_tests::server::{Options, Server};
use onetrip_tests::site::Site;
use onetrip_tests::temp::TempDir;
use onetrip_widget::share;
use serde_json::{Value, json};

use crate::page::{Page, at_home, browser};

pub(crate) fn line(name: &str, when: Option<Rule>) -> Line {
    let material = Material {
        id: name.to_owned(),
        name: name.to_owned(),
        registered: false,
        certificate: false,
        words: Vec::new(),
        fresh: None,
    };
    let ask = Ask {
        material,
        holder: None,
        originals: 1,
        hand_in: false,
        copies: 0,
        each: [0, 0],
        words: Vec::new(),
        fresh: None,
        exempt: None,
    };
    Line {
        when,
        pick: None,
        asks: vec![ask],
        recommended: false,
    }
}

/// What `script` gives of the plan of a guide with two questions and of another without, with an answer to the first question or none.
fn seen(stops: Vec<Rule>, lines: Vec<Line>, answer: Option<usize>, script: &str) -> Value {
    let questions = [("哪种", 3), ("何时", 2)].map(|(id, options)| Question {
        id: id.to_owned(),
        shared: false,
        kind: Kind::Choice(options),
    });
    let extra = Guide {
        code: "s02".to_owned(),
        title: "另一件".to_owned(),
        questions: Vec::new(),
        facts: Vec::new(),
        stops: Vec::new(),
        lines: vec![line("丙证", None)],
        fees: Vec::new(),
    };
    let guide = Guide {
        code: "s01".to_owned(),
        title: "这一件".to_owned(),
        questions: questions.to_vec(),
        facts: Vec::new(),
        stops,
        lines,
        fees: Vec::new(),
    };
    let world = World {
        shared: Vec::new(),
        materials: Vec::new(),
        guides: vec![guide, extra],
    };
    let content = TempDir::new("small");
    world.write(content.path());
    let site = Site::build_with(content.path(), &["--no-print"]);
    let plan = Plan::read(&site, "dong");
    let server = Server::start_with(&site.root(), at_home(Options::default()));
    let mut trip = plan.trip(["s01", "s02"]);
    if let Some(option) = answer {
        trip.choose(0, 0, option);
    }
    let address = share::trip_fragment(&trip);
    let session = browser();
    Page::open(&session, &server.url(&format!("dong/plan.html#{address}")));
    session.execute(script, &[])
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn an_original_that_may_have_to_stay_is_not_said_to_come_back() {
    let mut kept = line("甲证", Some(Rule::Among(0, vec![1, 2])));
    kept.asks[0].hand_in = true;
    let shown = line("甲证", Some(Rule::Among(0, vec![0])));
    let said = seen(
        Vec::new(),
        vec![shown, kept, line("乙证", Some(Rule::Among(1, vec![0])))],
        None,
        "const row = document.querySelector('#list .line[data-name=\"甲证\"]');
         return [row.dataset.status, row.querySelector('.counts').textContent.replace(/\\s+/g, ' ').trim(), row.querySelector('.most').textContent];",
    );
    assert_eq!(said, json!(["needed", "原件 1", ""]));
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_matter_that_is_stopped_one_way_or_the_other_recommends_nothing() {
    let mut useful = line("乙证", None);
    useful.recommended = true;
    let stops = [0, 1].map(|when| {
        let both =
            [(0, 1), (1, when)].map(|(question, option)| Rule::Among(question, vec![option]));
        Rule::All(both.to_vec())
    });
    let names = "return Array.from(document.querySelectorAll('#list .lines > .line')).map((node) => node.dataset.name);";
    let listed = seen(
        stops.to_vec(),
        vec![line("甲证", None), useful],
        Some(1),
        names,
    );
    assert_eq!(listed, json!(["丙证"]));
}
