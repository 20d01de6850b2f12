//! How long an answer takes on a slow phone: the figure for the note, and an alarm when it leaves all bounds.

use onetrip_tests::html::Document;
use onetrip_tests::plan::Plan;
use onetrip_tests::server::Server;
use onetrip_tests::site::Site;
use onetrip_tests::situations::{Guide, guides};
use onetrip_tests::webdriver::Session;
use onetrip_widget::rules::{self, Answer, Kind};
use serde_json::{Value, json};

use crate::page::{Page, browser, confirm};

/// A cheap phone is about so many times slower than a desk computer.
pub(crate) const SLOWER: f64 = 6.0;
/// In milliseconds. The aim is one frame, 16 ms; the alarm is further away, since neighbours on a
/// core cost caches and clock even where their time is not counted.
const ALARM: f64 = 80.0;
const ROUNDS: usize = 3;
/// Fewer answers tell little.
const FEWEST: usize = 4;
/// More questions than ten matters ask.
const MOST: usize = 80;

/// Marks the first choice of the question that stands there, as a person sees it before pressing the button.
const MARK: &str = "
  const form = document.getElementById('questions');
  if (form.hidden) return false;
  const question = Array.from(form.querySelectorAll('[data-question]')).find((node) => !node.hidden);
  const input = question.querySelector('input');
  if (question.dataset.kind === 'date') question.querySelectorAll('input[type=text]').forEach((field, i) => { field.value = [2026, 3, 8][i]; });
  else if (input.type === 'text') input.value = Math.max(question.dataset.min, Math.min(61, question.dataset.max)); else input.checked = true;
  document.body.getBoundingClientRect();
  return true;";

/// Sends the answer, and has the page laid out again.
const SEND: &str = "
  document.getElementById('questions').requestSubmit();
  document.body.getBoundingClientRect();";

/// What the browser's main thread did: its own time, not the clock's, so that other work on the machine does not count.
const WORK: [&str; 3] = ["ScriptDuration", "LayoutDuration", "RecalcStyleDuration"];

/// The page with the most conditional things among those that ask more than once or twice when answered as here.
fn largest_guide() -> String {
    let guides = guides(Site::demonstration());
    let items = |guide: &&Guide| Document::parse(&guide.html).with("data-item").count();
    let asking = guides.iter().filter(|guide| questions(guide) >= FEWEST);
    asking
        .max_by_key(items)
        .expect("the site has guides")
        .page
        .clone()
}

/// How many questions a guide asks of somebody who always takes the first choice and is 61.
fn questions(guide: &Guide) -> usize {
    let mut native = rules::Session::new(guide.book.clone());
    let mut asked = 0;
    while let Some(question) = native.next() {
        let answer = match guide.book.questions()[question].kind {
            Kind::Choice { .. } => Answer::Choice(0),
            Kind::Multi { .. } => Answer::Multi(vec![0]),
            Kind::Number { min, max, .. } => Answer::Number(61.clamp(min, max)),
            Kind::Date { min, .. } => Answer::Number(min),
            Kind::Visit { .. } => Answer::Missing,
        };
        native.set(question, answer);
        asked += 1;
    }
    asked
}

/// Milliseconds of work since the page's process began.
fn worked(session: &Session) -> f64 {
    let metrics = session.cdp("Performance.getMetrics", &json!({}));
    let metrics = metrics["metrics"].as_array().into_iter().flatten();
    let work = metrics.filter(|metric| WORK.iter().any(|name| metric["name"] == *name));
    work.filter_map(|metric| metric["value"].as_f64())
        .sum::<f64>()
        * 1000.0
}

/// The milliseconds of work for each answer, sorted.
fn round(session: &Session, url: &str) -> Vec<f64> {
    session.open("about:blank");
    Page::open(session, url);
    let mut times = Vec::new();
    while session.execute(MARK, &[]) == Value::Bool(true) {
        let before = worked(session);
        session.execute(SEND, &[]);
        times.push(worked(session) - before);
    }
    times.sort_by(f64::total_cmp);
    times
}

/// Clicks 下一步 and hands over the milliseconds until the new list is painted.
const CLICK: &str = "
  const done = arguments[arguments.length - 1];
  const question = Array.from(document.querySelectorAll('#questions [data-question]')).find((node) => !node.hidden);
  const input = question.querySelector('input');
  if (question.dataset.kind === 'date') question.querySelectorAll('input[type=text]').forEach((field, i) => { field.value = [2026, 3, 8][i]; });
  else if (input.type === 'text') input.value = Math.max(question.dataset.min, Math.min(61, question.dataset.max)); else input.checked = true;
  const begin = performance.now();
  document.getElementById('next').click();
  const script = performance.now() - begin;
  // The frame after the next begins when the next is painted.
  requestAnimationFrame(() => requestAnimationFrame(() => done([script, performance.now() - begin])));";

/// What comes of it on a processor so many times slower.
pub(crate) fn throttled<T>(session: &Session, run: impl FnOnce() -> T) -> T {
    session.cdp("Emulation.setCPUThrottlingRate", &json!({ "rate": SLOWER }));
    let result = run();
    session.cdp("Emulation.setCPUThrottlingRate", &json!({ "rate": 1 }));
    result
}

/// The milliseconds of script, and until the new list is painted, for each answer to the end.
fn clicks(session: &Session, page: &Page<'_>, what: &str) -> Vec<(f64, f64)> {
    let mut times = Vec::new();
    while page.state().state() == "asking" {
        assert!(times.len() < MOST, "{what}: no end, {:?}", page.state());
        let time = session.execute_async(CLICK, &[]);
        times.push((
            time[0].as_f64().unwrap_or_default(),
            time[1].as_f64().unwrap_or_default(),
        ));
    }
    times
}

/// Clicks through a page as a throttled processor shows it; prints milliseconds, and expects none.
fn measure_clicks(session: &Session, page: &Page<'_>, what: &str) {
    let times = throttled(session, || clicks(session, page, what));
    let sorted = |mut list: Vec<f64>| {
        list.sort_by(f64::total_cmp);
        list
    };
    let (script, painted): (Vec<_>, Vec<_>) = times.into_iter().unzip();
    let (script, painted) = (sorted(script), sorted(painted));
    let (middle, last) = (script.len() / 2, script.len() - 1);
    println!(
        "{what}: {} answers at a {SLOWER}th of the speed; the click's script {:.1} ms, at most {:.1}; painted after {:.1} ms, at most {:.1}",
        script.len(),
        script[middle],
        script[last],
        painted[middle],
        painted[last]
    );
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn clicks_on_a_throttled_processor_are_measured() {
    let (server, session) = (Server::start(&Site::demonstration().root()), browser());
    session.viewport(390, 844);
    let guide = largest_guide();
    let page = Page::open(&session, &server.url(&guide));
    measure_clicks(&session, &page, &guide);

    let plan = Plan::read(Site::demonstration(), "wenyuan");
    let mut matters: Vec<_> = plan.matters.iter().collect();
    matters.sort_by_key(|matter| {
        std::cmp::Reverse((matter.lines.0.len(), matter.book.questions().len()))
    });
    let codes: Vec<_> = matters
        .iter()
        .take(10)
        .map(|matter| matter.code.as_str())
        .collect();
    let page = Page::open(
        &session,
        &server.url(&format!("wenyuan/plan.html#{}", codes.join("+"))),
    );
    confirm(&session);
    page.wait_until("the choice to be taken", |state| state.state() == "asking");
    measure_clicks(&session, &page, &format!("a plan of {}", codes.join(" ")));
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn an_answer_is_shown_within_a_frame() {
    let server = Server::start(&Site::demonstration().root());
    let session = browser();
    session.viewport(390, 844);
    session.cdp(
        "Performance.enable",
        &json!({ "timeDomain": "threadTicks" }),
    );
    let guide = largest_guide();
    let rounds: Vec<_> = (0..ROUNDS)
        .map(|_| round(&session, &server.url(&guide)))
        .collect();
    let median = |times: &Vec<f64>| times[times.len() / 2];
    let best = rounds
        .iter()
        .min_by(|a, b| median(a).total_cmp(&median(b)))
        .expect("at least one round");
    let (usual, slowest) = (SLOWER * median(best), SLOWER * best[best.len() - 1]);
    println!(
        "{guide}: an answer takes {usual:.1} ms, at most {slowest:.1} ms, on a phone {SLOWER} times slower"
    );
    assert!(usual <= ALARM, "{guide}: {usual:.1} ms");
}
