//! Several matters in one trip: chosen, answered, merged; by clicks, by link, by Back.

use onetrip_tests::plan::{Plan, PlanMatter};
use onetrip_tests::server::Server;
use onetrip_tests::site::Site;
use onetrip_tests::situations::all;
use onetrip_tests::webdriver::Session;
use onetrip_widget::share;
use onetrip_widget::trip::{Merged, Total, Trip};
use serde_json::{Value, json};

use crate::page::{Page, browser, confirm, console_errors};
use crate::region::answer;

const PLAN: &str = "wenyuan/plan.html";
/// Three matters that share questions and papers.
const CHOSEN: [&str; 3] = ["a01", "a02", "e01"];

/// The merged list as it is seen, one row a line: its name, how sure, and the counts of every paper.
const ROWS: &str = "
  const number = (node, name) => (node.querySelector(':scope > .counts > .' + name).textContent.match(/[0-9]+/) || [0])[0];
  const paper = (node) => node.dataset.name + ' ' + number(node, 'originals') + '+' + number(node, 'copies');
  return Array.from(document.querySelectorAll('#list .lines > .line:not(.line--recommended)')).filter((node) => node.getClientRects().length).map((node) => {
    const from = Array.from(node.querySelectorAll('.pick-from > .line:not(.line--group)'), paper);
    return node.dataset.status + ' ' + (from.length ? node.dataset.count + ' of ' + from.join(' / ') : paper(node));
  });";

/// Why each row is on the list.
const REASONS: &str = "
  return Array.from(document.querySelectorAll('#list .lines > .line')).filter((node) => node.getClientRects().length)
    .map((node) => [node.dataset.name, node.dataset.status, node.querySelector(':scope > .why').textContent]);";

fn plan() -> Plan {
    Plan::read(Site::demonstration(), "wenyuan")
}

fn rows(session: &Session) -> Vec<String> {
    let rows = session.execute(ROWS, &[]);
    rows.as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

/// The rows that the native engine gives for the answers in the page's address.
fn expected_rows(plan: &Plan, session: &Session) -> Vec<String> {
    let fragment = session.fragment();
    let wanted = share::wanted(&fragment);
    let code = |key: &u32| {
        plan.matters
            .iter()
            .find(|matter| matter.key == *key)
            .map(|matter| matter.code.as_str())
    };
    let codes: Vec<&str> = wanted.iter().filter_map(code).collect();
    let called = plan.called(&codes);
    let mut trip = plan.trip(codes);
    let restored = share::restore_trip(&mut trip, &fragment);
    assert!(
        !restored.dropped && !restored.other_rules,
        "{fragment}: {restored:?}"
    );
    let status = |needed: bool| if needed { "needed" } else { "depends" };
    let paper = |total: &Total, needed: bool| {
        let count = if needed { total.least } else { total.most };
        format!(
            "{} {}+{}",
            called[total.paper as usize], count.originals, count.copies
        )
    };
    let row = |row: &Merged| match row {
        Merged::Paper(one) => format!("{} {}", status(one.needed), paper(&one.total, one.needed)),
        Merged::Choice(choice) => {
            let from: Vec<_> = choice
                .from
                .iter()
                .flat_map(|way| &way.papers)
                .map(|total| paper(total, choice.needed))
                .collect();
            format!(
                "{} {} of {}",
                status(choice.needed),
                choice.pick,
                from.join(" / ")
            )
        }
    };
    trip.merge().iter().map(row).collect()
}

/// Marks matters in this order and goes on.
fn choose<'s>(session: &'s Session, url: &str, matters: &[&PlanMatter]) -> Page<'s> {
    let page = Page::open(session, url);
    assert_eq!(page.state().state(), "choosing");
    for matter in matters {
        let choices = session.find_all("#choosing .choice-text");
        let choice = choices.iter().find(|choice| choice.text() == matter.title);
        let choice = choice.unwrap_or_else(|| panic!("{} cannot be chosen", matter.title));
        choice.bring_to_the_middle();
        choice.click();
    }
    confirm(session);
    page.wait_until("the choice to be taken", |state| {
        state.state() != "choosing"
    });
    page
}

/// Answers to the end; `look` sees every state on the way.
fn answer_all(page: &Page<'_>, mut look: impl FnMut()) {
    for _ in 0..40 {
        look();
        let state = page.state();
        if state.state() != "asking" {
            return;
        }
        answer(page, &state);
        page.wait_until("the answer is taken", |now| {
            now.texts("answers") != state.texts("answers")
        });
    }
    panic!("no end: {:?}", page.state());
}

/// The address of a trip for these two matters in which neither is stopped and nothing is open.
fn two_lists(plan: &Plan, codes: [&str; 2]) -> String {
    let [one, other] = codes.map(|code| all(&plan.matter(code).book));
    let both = one
        .iter()
        .flat_map(|one| other.iter().map(move |other| [one, other]));
    let mut trips = both.map(|answers| {
        let mut trip = plan.trip(codes);
        for (matter, answers) in answers.into_iter().enumerate() {
            answers
                .iter()
                .enumerate()
                .for_each(|(question, answer)| trip.set(matter, question, answer));
        }
        trip
    });
    let runs = |trip: &Trip| {
        trip.next().is_none()
            && trip
                .matters()
                .iter()
                .all(|one| one.session().stop().is_none())
    };
    share::trip_fragment(
        &trips
            .find(runs)
            .unwrap_or_else(|| panic!("{codes:?} are never settled together")),
    )
}

/// What is only recommended: its name, the word that it wears, and for which matters; and whether it stands last.
const RECOMMENDED: &str = "
  const seen = (node) => node.getClientRects().length > 0;
  const lines = Array.from(document.querySelectorAll('#list .lines > .line')).filter(seen);
  const extra = lines.filter((node) => node.classList.contains('line--recommended'));
  const told = extra.map((node) => [node.dataset.name, Array.from(node.querySelectorAll('.tag')).filter(seen).map((tag) => tag.textContent).join(' '), node.querySelector('.why').textContent]);
  return [told, lines.slice(lines.length - extra.length).every((node) => extra.includes(node))];";

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn what_is_only_recommended_stands_last_unless_another_matter_needs_it() {
    let plan = plan();
    let (server, session) = (Server::start(&Site::demonstration().root()), browser());
    let recommended = |codes: [&str; 2]| {
        session.open("about:blank");
        let page = Page::open(
            &session,
            &server.url(&format!("{PLAN}#{}", two_lists(&plan, codes))),
        );
        assert_eq!(page.state().state(), "finished", "{codes:?}");
        session.execute(RECOMMENDED, &[])
    };
    let card = ["社会保障卡（老人）", "建议带", "养老待遇资格认证建议带"];
    assert_eq!(recommended(["a03", "a02"]), json!([[card], true]));
    assert_eq!(
        recommended(["a03", "a01"]),
        json!([[], true]),
        "the other one needs it"
    );
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn the_merged_list_is_the_native_one_after_every_answer() {
    let plan = plan();
    let (server, session) = (Server::start(&Site::demonstration().root()), browser());
    let page = choose(
        &session,
        &server.url(PLAN),
        &CHOSEN.map(|code| plan.matter(code)),
    );
    let mut states = Vec::new();
    answer_all(&page, || {
        let rows = rows(&session);
        assert_eq!(
            rows,
            expected_rows(&plan, &session),
            "{}",
            session.fragment()
        );
        states.push(rows);
    });
    let end = page.state();
    assert_eq!(
        (end.state(), end.lines("depends")),
        ("finished", Vec::<&str>::new())
    );
    assert!(
        states.len() > 6,
        "the three matters ask more than {} questions",
        states.len()
    );

    // A shared question was asked once.
    let answers = end.texts("answers");
    let mut labels: Vec<_> = answers
        .iter()
        .filter_map(|answer| answer.split('：').next())
        .collect();
    labels.sort_unstable();
    let all = labels.len();
    labels.dedup();
    assert_eq!(labels.len(), all, "{answers:?}");

    // Reload, and the link in another browser.
    let rows_at_end = rows(&session);
    session.refresh();
    let again = page.wait_until("the answers after Reload", |state| {
        state.running() && state.state() == "finished"
    });
    assert_eq!(
        (again.essence(), rows(&session)),
        (end.essence(), rows_at_end.clone())
    );
    let other = browser();
    let sent = Page::open(&other, &session.url());
    assert_eq!(
        (sent.state().essence(), rows(&other)),
        (end.essence(), rows_at_end)
    );
    assert!(
        sent.state().is("restored"),
        "the page says where the answers come from"
    );

    // The browser's Back through every state, to the choice of matters.
    states.pop();
    while let Some(wanted) = states.pop() {
        session.back();
        session.wait("the list one step before", || {
            (rows(&session) == wanted).then_some(())
        });
    }
    session.back();
    page.wait_until("the choice of matters", |state| state.state() == "choosing");
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn every_open_row_says_for_whom_and_on_what_it_depends() {
    let plan = plan();
    let (server, session) = (Server::start(&Site::demonstration().root()), browser());
    let page = choose(
        &session,
        &server.url(PLAN),
        &CHOSEN.map(|code| plan.matter(code)),
    );
    let questions = CHOSEN.map(|code| &plan.matter(code).data["questions"]);
    let labels: Vec<_> = questions
        .iter()
        .flat_map(|some| some.as_array().into_iter().flatten())
        .filter_map(|question| question["label"].as_str())
        .collect();
    answer_all(&page, || {
        let reasons = session.execute(REASONS, &[]);
        for row in reasons.as_array().into_iter().flatten() {
            let why = row[2].as_str().unwrap_or_default();
            let for_whom = CHOSEN
                .iter()
                .any(|code| why.contains(&plan.matter(code).title));
            assert!(for_whom, "for which matter? {row}");
            let on_what = labels.iter().any(|label| why.contains(label));
            assert!(
                row[1] == "needed" || on_what,
                "on which question does it depend? {row}"
            );
        }
    });
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn the_order_of_choosing_means_nothing() {
    let plan = plan();
    let server = Server::start(&Site::demonstration().root());
    let mut ends = Vec::new();
    for order in [[0, 1, 2], [2, 0, 1], [1, 2, 0]] {
        let session = browser();
        // Offered by a link, as from a matter's page, in this order.
        let codes: Vec<_> = order.iter().map(|at| CHOSEN[*at]).collect();
        let page = Page::open(
            &session,
            &server.url(&format!("{PLAN}#{}", codes.join("+"))),
        );
        assert_eq!(
            page.state().state(),
            "choosing",
            "somebody is to confirm what a link offers"
        );
        confirm(&session);
        page.wait_until("the choice to be taken", |state| state.state() == "asking");
        answer_all(&page, || {
            assert_eq!(rows(&session), expected_rows(&plan, &session));
        });
        let mut rows = rows(&session);
        rows.sort();
        ends.push(rows);
    }
    assert_eq!(ends[0], ends[1]);
    assert_eq!(ends[0], ends[2]);
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn answers_go_along_from_a_matter_to_the_plan() {
    let (server, session) = (Server::start(&Site::demonstration().root()), browser());
    let page = Page::open(&session, &server.url("wenyuan/a01.html"));
    page.number("85");
    let answered = page.wait_until("an answer", |state| !state.texts("answers").is_empty());
    session.find_visible("[data-plan='a01']").click();
    let page = Page { session: &session };
    page.wait_until("the plan", |state| state.state() == "choosing");
    let marked = session.execute("return Array.from(document.querySelectorAll('#choosing input:checked'), (box) => box.closest('.choice').querySelector('.choice-text').textContent)", &[]);
    assert_eq!(marked, json!([plan().matter("a01").title]));
    confirm(&session);
    let state = page.wait_until("the choice to be taken", |state| state.state() == "asking");
    assert_eq!(state.texts("answers"), answered.texts("answers"));
    assert_eq!(state.question(), answered.question());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn without_scripts_the_plan_names_every_matter_and_nothing_empty() {
    let (server, session) = (Server::start(&Site::demonstration().root()), browser());
    session.cdp(
        "Emulation.setScriptExecutionDisabled",
        &json!({ "value": true }),
    );
    session.open(&server.url(PLAN));
    let seen = session.execute(
        "return Array.from(document.querySelectorAll('main a.matter-link'))
           .filter((link) => link.getClientRects().length).map((link) => link.getAttribute('href') + ' ' + link.textContent)",
        &[],
    );
    let wanted: Vec<_> = plan()
        .matters
        .iter()
        .map(|matter| format!("{}.html {}", matter.code, matter.title))
        .collect();
    assert_eq!(seen, json!(wanted));
    for hidden in ["#wizard", "#stops", "#list", "#trip", "#keep"] {
        assert!(
            !session.find(hidden).is_displayed(),
            "{hidden} needs the script"
        );
    }
}
