//! The page without scripts, held against every situation of its guide.

use std::collections::BTreeSet;

use onetrip_tests::html::{Document, Element};
use onetrip_tests::plan::{Plan, PlanMatter};
use onetrip_tests::site::Site;
use onetrip_tests::situations::{Guide, all, guides, session};
use onetrip_tests::words::{Reader, Said};
use onetrip_widget::rules::{Answer, Session, Status};
use onetrip_widget::trip::Merged;

/// A line of a page.
struct Line {
    item: Option<usize>,
    /// How many of the papers.
    pick: u32,
    /// The name of the paper, or of those to choose from.
    papers: Vec<String>,
    recommended: bool,
}

/// The lines of a page in its order, papers to choose from inside their line.
fn lines(page: &Document) -> Vec<Line> {
    let list = page
        .elements()
        .find(|element| element.has_class("lines"))
        .expect("a guide has a list");
    let mut lines = Vec::new();
    let mut inner = 0;
    for element in list
        .descendants()
        .filter(|element| element.has_class("line"))
    {
        if inner > 0 {
            inner -= 1;
            continue;
        }
        let name = |line: Element<'_>| line.attribute("data-name").unwrap_or_default().to_owned();
        let from: Vec<_> = element
            .descendants()
            .filter(|inner| inner.has_class("line"))
            .map(name)
            .collect();
        inner = from.len();
        let pick = element
            .attribute("data-count")
            .and_then(|count| count.parse().ok());
        lines.push(Line {
            item: number(element, "data-item"),
            pick: pick.unwrap_or(1),
            papers: if from.is_empty() {
                vec![name(element)]
            } else {
                from
            },
            recommended: element.has_class("line--recommended"),
        });
        let said = element.descendants().any(|inner| inner.has_class("when"));
        assert_eq!(
            said,
            number(element, "data-item").is_some(),
            "{}: words and only if",
            name(element)
        );
    }
    lines
}

fn number(element: Element<'_>, attribute: &str) -> Option<usize> {
    element.attribute(attribute).map(|text| {
        text.parse()
            .unwrap_or_else(|_| panic!("{attribute}={text:?}"))
    })
}

/// The conditions of a page in words: of its stops, in order, and of everything else by the engine's number for it.
fn sayings(guide: &Guide) -> (Vec<Said>, Vec<(usize, Said)>) {
    let page = Document::parse(&guide.html);
    let reader = Reader::of(&page);
    let read = |element: Element<'_>| {
        reader
            .condition(&element)
            .unwrap_or_else(|fault| panic!("{}: {fault}", guide.page))
    };
    let stops = page.with("data-stop").enumerate().map(|(at, stop)| {
        assert_eq!(
            number(stop, "data-stop"),
            Some(at),
            "{}: stops in their order",
            guide.page
        );
        read(stop)
    });
    let items = page.with("data-item").map(|element| {
        (
            number(element, "data-item").unwrap_or_default(),
            read(element),
        )
    });
    (stops.collect(), items.collect())
}

#[test]
fn the_words_say_what_the_engine_says_in_every_situation() {
    let mut situations = 0;
    for guide in guides(Site::demonstration()) {
        let (stops, items) = sayings(&guide);
        let numbers: BTreeSet<_> = items.iter().map(|(item, _)| *item).collect();
        assert!(
            numbers.into_iter().eq(0..guide.book.item_count()),
            "{}: all items are there",
            guide.page
        );
        for answers in all(&guide.book) {
            situations += 1;
            let session = session(&guide.book, &answers);
            let stop = stops.iter().position(|stop| stop.holds(&answers));
            assert_eq!(
                stop,
                session.stop(),
                "{}: the stop with {answers:?}",
                guide.page
            );
            for (item, said) in items.iter().filter(|_| stop.is_none()) {
                let needed = session.status(*item) == Status::Needed;
                assert_eq!(
                    said.holds(&answers),
                    needed,
                    "{}: {said:?} with {answers:?}",
                    guide.page
                );
            }
        }
    }
    println!("{situations} situations read in words");
}

/// Numbers of the lines that a trip for one matter makes needed; nothing may be open.
fn needed_lines(plan: &Plan, code: &str, answers: &[Answer]) -> BTreeSet<usize> {
    let mut trip = plan.trip([code]);
    answers
        .iter()
        .enumerate()
        .for_each(|(question, answer)| trip.set(0, question, answer));
    let mut lines = BTreeSet::new();
    for row in trip.merge() {
        let uses = match &row {
            Merged::Paper(paper) => [paper.uses.clone(), paper.serves.clone()].concat(),
            Merged::Choice(choice) => choice.uses.clone(),
        };
        assert!(
            uses.iter().all(|by| by.needed),
            "{code}: open with {answers:?}"
        );
        lines.extend(uses.iter().map(|by| by.line));
    }
    lines
}

#[test]
fn what_is_always_said_to_be_needed_always_is_and_nothing_needed_is_absent() {
    let plans: Vec<_> = ["wenyuan", "yuhu", "wenyuan/en", "yuhu/en"]
        .map(|folder| (folder, Plan::read(Site::demonstration(), folder)))
        .into();
    for guide in guides(Site::demonstration()) {
        let (folder, file) = guide
            .page
            .rsplit_once('/')
            .expect("a guide's page lies in its community");
        let (_, plan) = plans
            .iter()
            .find(|(name, _)| *name == folder)
            .expect("a plan beside each guide");
        let code = file.trim_end_matches(".html");
        let mut lines = lines(&Document::parse(&guide.html));
        lines.retain(|line| !line.recommended);
        let PlanMatter {
            lines: wire,
            papers,
            ..
        } = plan.matter(code);
        let wire = &wire.0;
        assert_eq!(
            lines.len(),
            wire.len(),
            "{}: as many lines as in the plan",
            guide.page
        );
        for (line, wire) in lines.iter().zip(wire) {
            let names: Vec<_> = wire
                .from
                .iter()
                .map(|need| papers[need.paper as usize].called.clone())
                .collect();
            assert_eq!(
                (line.item, line.pick),
                (wire.item.map(|item| item as usize), wire.pick),
                "{}",
                guide.page
            );
            assert_eq!(line.papers, names, "{}: the same papers", guide.page);
        }
        for answers in all(&guide.book) {
            let session = session(&guide.book, &answers);
            let shown = shown(&lines, &session);
            assert_eq!(
                needed_lines(plan, code, &answers),
                shown,
                "{}: with {answers:?}",
                guide.page
            );
        }
    }
}

/// Numbers of the lines that the page says are on the list: always, or in this situation.
fn shown(lines: &[Line], session: &Session) -> BTreeSet<usize> {
    if session.stop().is_some() {
        return BTreeSet::new();
    }
    let on_list = |line: &Line| {
        line.item
            .is_none_or(|item| session.status(item) == Status::Needed)
    };
    lines
        .iter()
        .enumerate()
        .filter(|(_, line)| on_list(line))
        .map(|(at, _)| at)
        .collect()
}
