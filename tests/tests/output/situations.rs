//! The page without scripts, held against every situation of its guide.

use std::collections::BTreeSet;

use onetrip_tests::html::{Document, Element};
use onetrip_tests::plan::{Plan, PlanMatter};
use onetrip_tests::site::Site;
use onetrip_tests::situations::{Guide, all, guides, session};
use onetrip_tests::words::{Reader, Said};
use onetrip_widget::rules::{Answer, Session, Status};
use onetrip_widget::trip::Merged;

use crate::by_answer::outcomes;

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
        for said in parts(element) {
            assert_eq!(
                said.descendants().any(|inner| inner.has_class("when")),
                number(said, "data-item").is_some(),
                "{}: words and only if",
                name(element)
            );
        }
    }
    lines
}

/// The lines of a row that the guide writes in several; else the row itself.
fn parts(row: Element<'_>) -> Vec<Element<'_>> {
    if !row.has_class("line--parts") {
        return vec![row];
    }
    row.descendants()
        .filter(|inner| inner.has_class("part"))
        .collect()
}

fn number(element: Element<'_>, attribute: &str) -> Option<usize> {
    element.attribute(attribute).map(|text| {
        text.parse()
            .unwrap_or_else(|_| panic!("{attribute}={text:?}"))
    })
}

/// A number of pieces in words: 「2」, or 「每个大人 2 份，另加 1 份」, which counts by the answer to 「几个大人」; in English
/// "2 for each adult, and 1 more", by the answer to "Other adults".
#[derive(Default)]
struct Count {
    plus: u32,
    /// How many for each one that a question counts.
    each: Option<(usize, u32)>,
}

impl Count {
    /// The number behind a word; none without the word.
    fn behind(text: &str, words: [&str; 2], labels: &[String]) -> Self {
        let behind = words.iter().find_map(|word| text.split_once(word));
        let Some((_, rest)) = behind else {
            return Self::default();
        };
        let rest = rest.trim_start();
        if let Some((number, counted)) = rest.split_once(" for each ") {
            let (what, more) = counted.split_once(", and ").unwrap_or((counted, "0"));
            let what = what.split(' ').next().unwrap_or_default();
            let question = labels
                .iter()
                .position(|label| label.to_lowercase().contains(what));
            return Self {
                plus: digits(more),
                each: Some((question.expect("a question counts"), digits(number))),
            };
        }
        let Some(counted) = rest.strip_prefix('每') else {
            return Self {
                plus: digits(rest),
                each: None,
            };
        };
        let (what, rest) = counted.split_once(' ').expect("the number stands apart");
        let asked = format!("几{what}");
        let question = labels.iter().position(|label| *label == asked);
        let more = rest
            .split_once("另加")
            .map_or("0", |(_, more)| more.trim_start());
        Self {
            plus: digits(more),
            each: Some((question.expect("a question counts"), digits(rest))),
        }
    }

    fn under(&self, answers: &[Answer]) -> u32 {
        let counted = self
            .each
            .map_or(0, |(question, times)| match answers[question] {
                Answer::Number(number) => times * u32::try_from(number).expect("it counts"),
                _ => panic!("no number is answered"),
            });
        self.plus + counted
    }
}

/// The number at the head of a text.
fn digits(text: &str) -> u32 {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().expect("a number")
}

/// What an attribute says for scripts: `1+2*0|3`.
fn scripted(text: &str, answers: &[Answer]) -> u32 {
    let term = |term: &str| match term.split_once('*') {
        None => digits(term),
        Some((times, question)) => match answers[digits(question) as usize] {
            Answer::Number(number) => digits(times) * u32::try_from(number).expect("it counts"),
            _ => panic!("no number is answered"),
        },
    };
    let sums = text.split('|').map(|sum| sum.split('+').map(term).sum());
    sums.max().expect("a number")
}

/// A line of a row: its condition (none: always), originals and copies, and whether the originals stay.
struct Part {
    when: Option<Said>,
    counts: [Count; 2],
    stay: bool,
}

/// A row of several lines as the page says it.
struct Row {
    lines: Vec<Part>,
    /// The engine's item of each case, with originals, those of them that stay, and copies.
    forms: Vec<(usize, [String; 3])>,
}

impl Row {
    fn of(row: Element<'_>, labels: &[String], read: impl Fn(Element<'_>) -> Said) -> Self {
        let row_counts = row.descendants().find(|inner| inner.has_class("counts"));
        let all_stay = row_counts.is_some_and(|counts| {
            let mut seen = counts
                .descendants()
                .filter(|one| one.attribute("hidden").is_none());
            seen.any(|one| one.attribute("data-keep-as") == Some("in"))
        });
        let line = |part: Element<'_>| {
            let conditional = number(part, "data-item").is_some();
            let counts = part
                .descendants()
                .find(|inner| inner.has_class("part-counts"));
            let counts = counts.map(|counts| counts.text()).unwrap_or_default();
            let names = [["原件", "Originals:"], ["复印件", "Copies:"]];
            Part {
                when: conditional.then(|| read(part)),
                counts: names.map(|names| Count::behind(&counts, names, labels)),
                stay: all_stay || counts.contains("交上") || counts.contains("hand in"),
            }
        };
        let forms = row
            .attribute("data-forms")
            .unwrap_or_default()
            .split_whitespace();
        let form = |form: &str| {
            let mut numbers = form.split(':').map(str::to_owned);
            let mut next = || numbers.next().expect("item and three numbers");
            let item = next()
                .parse()
                .expect("a row of lines has an item in each case");
            (item, [next(), next(), next()])
        };
        Self {
            lines: parts(row).into_iter().map(line).collect(),
            forms: forms.map(form).collect(),
        }
    }

    /// What the lines that hold want together: the most of the originals that are shown and all that stay, those that stay, all
    /// copies; nothing when none holds.
    fn wants(&self, answers: &[Answer]) -> Option<[u32; 3]> {
        let holds = |part: &&Part| part.when.as_ref().is_none_or(|said| said.holds(answers));
        let held: Vec<&Part> = self.lines.iter().filter(holds).collect();
        let shown = held.iter().filter(|part| !part.stay);
        let shown = shown.map(|part| part.counts[0].under(answers)).max();
        let staying = held.iter().filter(|part| part.stay);
        let stay: u32 = staying.map(|part| part.counts[0].under(answers)).sum();
        let copies = held.iter().map(|part| part.counts[1].under(answers)).sum();
        (!held.is_empty()).then(|| [shown.unwrap_or(0) + stay, stay, copies])
    }
}

/// What a page says.
struct Sayings {
    /// The conditions of its stops, in order.
    stops: Vec<Said>,
    /// Those of everything else, by the engine's number for it.
    items: Vec<(usize, Said)>,
    /// The rows of several lines.
    rows: Vec<Row>,
}

/// The conditions of a page in words.
fn sayings(guide: &Guide) -> Sayings {
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
    let said = |element: Element<'_>| {
        let of_parts = parts(element).into_iter().map(&read);
        Said::Any(of_parts.collect())
    };
    let of_ways = ways(&page, &read);
    // That nothing has to be paid and where the clock looks is told of other conditions: see `by_answer.rs`.
    let said_elsewhere =
        |element: &Element<'_>| element.has_class("case-free") || element.has_class("place");
    let conditional = page
        .with("data-item")
        .filter(|element| !said_elsewhere(element));
    let items = conditional.map(|element| {
        let item = number(element, "data-item").unwrap_or_default();
        let way = of_ways.iter().find(|(known, _)| *known == item);
        (
            item,
            way.map_or_else(|| said(element), |(_, said)| said.clone()),
        )
    });
    let rows = page
        .elements()
        .filter(|element| element.has_class("line--parts"));
    let labels = page.with("data-question").map(|field| {
        let label = field.attribute("data-label");
        label.unwrap_or_default().to_owned()
    });
    let labels: Vec<String> = labels.collect();
    Sayings {
        stops: stops.collect(),
        items: items.collect(),
        rows: rows.map(|row| Row::of(row, &labels, read)).collect(),
    }
}

/// When each way of a choice counts that has an item: the line is on the list, its own words hold and those of what it is in, and, if it
/// is a choice itself, enough of its ways count.
fn ways<'p>(page: &'p Document, read: &impl Fn(Element<'p>) -> Said) -> Vec<(usize, Said)> {
    let mut found = Vec::new();
    let lists = page.elements().filter(|list| list.has_class("lines"));
    for line in lists.flat_map(|list| list.children().collect::<Vec<_>>()) {
        let own = number(line, "data-item").map(|_| read(line));
        for way in ways_in(line) {
            counts(way, own.iter().cloned().collect(), read, &mut found);
        }
    }
    found
}

/// The ways of a choice.
fn ways_in(choice: Element<'_>) -> Vec<Element<'_>> {
    let list = choice.children().find(|inner| inner.has_class("pick-from"));
    list.map_or(Vec::new(), |list| list.children().collect())
}

/// What has to hold for a way to count, beside what it is in.
fn counts<'p>(
    way: Element<'p>,
    within: Vec<Said>,
    read: &impl Fn(Element<'p>) -> Said,
    found: &mut Vec<(usize, Said)>,
) -> Said {
    let own = way.children().any(|inner| inner.has_class("when"));
    let own = own.then(|| read(way));
    let inside: Vec<Said> = within.into_iter().chain(own.clone()).collect();
    let inner = ways_in(way).into_iter();
    let inner: Vec<Said> = inner
        .map(|way| counts(way, inside.clone(), read, found))
        .collect();
    let pick = way.attribute("data-count");
    let pick = pick.map_or(0, |count| count.parse().expect("a number"));
    let enough = (0..1_usize << inner.len())
        .filter(|set| set.count_ones() == pick)
        .map(|set| {
            let all = inner.iter().enumerate();
            let all = all.filter(|(nth, _)| set >> nth & 1 == 1);
            Said::All(all.map(|(_, said)| said.clone()).collect())
        });
    let itself = Said::All(
        own.into_iter()
            .chain([Said::Any(enough.collect())])
            .collect(),
    );
    if let Some(item) = number(way, "data-item") {
        found.push((
            item,
            Said::All(inside.into_iter().chain([itself.clone()]).collect()),
        ));
    }
    itself
}

#[test]
fn the_words_say_what_the_engine_says_in_every_situation() {
    let (mut situations, mut several) = (0, 0);
    for guide in guides(Site::demonstration()) {
        let Sayings { stops, items, rows } = sayings(&guide);
        let forms = rows
            .iter()
            .flat_map(|row| &row.forms)
            .map(|(item, _)| *item);
        let numbers = items.iter().map(|(item, _)| *item).chain(forms);
        let ranges = outcomes(&Document::parse(&guide.html)).into_iter();
        let ranges = ranges.flat_map(|range| range.into_iter().filter_map(|one| one.item));
        let numbers: BTreeSet<_> = numbers.chain(ranges).collect();
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
            for row in rows
                .iter()
                .filter(|row| stop.is_none() && !row.forms.is_empty())
            {
                several += 1;
                let wants = row.wants(&answers);
                let forms = row.forms.iter();
                let holds = forms.filter(|(item, _)| session.status(*item) == Status::Needed);
                let holds =
                    holds.map(|(_, counts)| counts.each_ref().map(|one| scripted(one, &answers)));
                let holds: Vec<_> = holds.collect();
                assert_eq!(
                    holds,
                    wants.into_iter().collect::<Vec<_>>(),
                    "{}: with {answers:?}",
                    guide.page
                );
            }
        }
    }
    assert!(several > 0, "the demonstration writes some paper twice");
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
            let bundles = wire.from.iter().flat_map(|way| &way.bundles);
            let names: Vec<_> = bundles
                .flat_map(|bundle| &bundle.papers)
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
