//! Plans that once said what was not so, each by its example.

use onetrip_tests::plan::Plan;
use onetrip_tests::server::Server;
use onetrip_tests::site::Site;
use onetrip_tests::webdriver::Session;
use onetrip_widget::rules::Answer;
use onetrip_widget::share;
use serde_json::json;

use crate::page::{Page, browser, case_site};
use crate::plan_words::{PLAN, lists, trip_of};

/// The text of a row of the plan of these matters, without answers.
fn row_text(session: &Session, server: &Server, plan: &Plan, codes: &[&str], name: &str) -> String {
    let address = share::trip_fragment(&trip_of(plan, codes, None));
    session.open("about:blank");
    Page::open(session, &server.url(&format!("{PLAN}#{address}")));
    let text = session.execute(
        "const row = Array.from(document.querySelectorAll('#list .line')).find((node) => node.dataset.name === arguments[0]);
         return row ? row.textContent.replace(/\\s+/g, ' ') : 'no such row';",
        &[json!(name)],
    );
    text.as_str().unwrap_or_default().to_owned()
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn two_copy_rules_of_one_paper_stand_beside_each_other() {
    let plan = Plan::read(Site::demonstration(), "wenyuan");
    let (server, session) = (Server::start(&Site::demonstration().root()), browser());
    let text = row_text(
        &session,
        &server,
        &plan,
        &["c01", "c03"],
        "户口簿（申请人）",
    );
    let title = |code| &plan.matter(code).title;
    for (code, rule) in [("c01", "首页和本人那一页"), ("c03", "全家每一页都印")] {
        let at = text.find(rule);
        let at = at.unwrap_or_else(|| panic!("{rule} is not in {text}"));
        let named = text[..at].contains(&format!("{}：", title(code)));
        assert!(named, "{rule} without {}: {text}", title(code));
    }
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_card_that_needs_its_account_is_never_said_to_do_without() {
    let plan = Plan::read(Site::demonstration(), "wenyuan");
    let (server, session) = (Server::start(&Site::demonstration().root()), browser());
    let text = |codes: &[&str]| row_text(&session, &server, &plan, codes, "社会保障卡（申请人）");
    // The last three only look at it, and take something else that is brought anyway.
    for other in ["", "c03", "a01", "b02", "f01", "f02"] {
        let codes: Vec<_> = ["c01", other]
            .into_iter()
            .filter(|code| !code.is_empty())
            .collect();
        let text = text(&codes);
        assert!(text.contains("银行功能要开通"), "{codes:?}: {text}");
        assert!(!text.contains("银行功能没开通也行"), "{codes:?}: {text}");
    }
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_bound_on_the_age_of_a_paper_stays_in_every_company() {
    let site = case_site("plan-fresh");
    let plan = Plan::read(&site, "dong");
    let (server, session) = (Server::start(&site.root()), browser());
    let days = |codes: &[&str]| {
        let address = share::trip_fragment(&trip_of(&plan, codes, None));
        session.open("about:blank");
        Page::open(&session, &server.url(&format!("dong/plan.html#{address}")));
        session.execute(
            "const row = document.querySelector('#list [data-name=\"收入证明\"]');
             const fresh = row.querySelector('.fresh-day');
             return [fresh ? Number(fresh.dataset.fresh) : 0, row.textContent.includes('近 30 天'), row.textContent.includes('近 6 个月')];",
            &[],
        )
    };
    assert_eq!(days(&["f01"]), json!([30, true, false]));
    assert_eq!(days(&["f02"]), json!([180, false, true]));
    assert_eq!(days(&["f03"]), json!([0, false, false]));
    for codes in [["f01", "f02"], ["f02", "f01"]] {
        assert_eq!(days(&codes), json!([30, true, true]), "{codes:?}");
    }
    for codes in [["f01", "f03"], ["f03", "f01"]] {
        assert_eq!(days(&codes), json!([30, true, false]), "{codes:?}");
    }
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_row_of_two_lines_says_what_the_line_on_the_list_says() {
    let site = case_site("plan-fresh");
    let plan = Plan::read(&site, "dong");
    let (server, session) = (Server::start(&site.root()), browser());
    let address = |answer: Option<usize>| {
        let mut trip = plan.trip(["f04"]);
        if let Some(option) = answer {
            trip.set(0, 0, &Answer::Choice(option));
        }
        share::trip_fragment(&trip)
    };
    let open = address(None);
    Page::open(&session, &server.url(&format!("dong/plan.html#{open}")));
    let addresses = [open, address(Some(0)), address(Some(1)), address(Some(0))];
    let rules = ["印首页", "每一页都印"];
    for (list, wanted) in lists(&session, &addresses).iter().zip([
        [true, true],
        [true, false],
        [false, true],
        [true, false],
    ]) {
        let pieces = list[0]["papers"][0]["pieces"].as_array();
        let pieces: Vec<_> = pieces.into_iter().flatten().collect();
        let says = rules.map(|rule| pieces.iter().any(|piece| piece[0] == rule));
        assert_eq!(says, wanted, "{pieces:?}");
        if wanted == [true, true] {
            let by = "分户补贴（住哪里：选了“自己家”）：";
            assert!(pieces.iter().any(|piece| piece[1] == by), "{pieces:?}");
        }
    }
}
