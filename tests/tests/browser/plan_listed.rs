//! The rows of a plan as a browser shows them, and as they are expected.

use std::collections::BTreeSet;

use onetrip_tests::random::{By, Guide, Keep, Outlook, Row, RowKind, Said, Spared, Total, World};
use onetrip_tests::random::{spared, without};
use onetrip_tests::webdriver::Session;
use serde_json::{Value as Json, json};

/// What every reading of a plan needs.
const HEAD: &str = "
  const [addresses, done] = arguments;
  const all = (selector, within) => Array.from(within.querySelectorAll(selector));
  const text = (node) => node.textContent.replace(/\\s+/g, ' ').trim();";

/// Shows one address after the other; all of their matters are loaded. Chromium ignores a page that changes its address more than
/// 200 times in ten seconds.
const EACH: &str = "
  const lists = [];
  const read = () => { lists.push(seen()); setTimeout(next, 60); };
  const next = () => {
    if (lists.length === addresses.length) return done(lists);
    if (location.hash.slice(1) === addresses[lists.length]) return read();
    addEventListener('hashchange', read, { once: true });
    location.hash = addresses[lists.length];
  };
  next();";

/// What `seen`, a function of a script, gives of the open plan at each of these addresses.
pub(crate) fn at_each(session: &Session, addresses: &[&str], seen: &str) -> Vec<Json> {
    let said = session.execute_async(&[HEAD, seen, EACH].concat(), &[json!(addresses)]);
    let lists = said.as_array().expect("a list for every address").clone();
    assert_eq!(lists.len(), addresses.len());
    lists
}

/// The stops and the rows.
pub(crate) const STOPS_AND_ROWS: &str = "
  const shown = (selector, within) => { const node = within.querySelector(selector); return node && !node.hidden ? text(node).replace(/^· /, '') : ''; };
  const piece = (node) => {
    const own = node.cloneNode(true);
    const by = all('.by', own).map((part) => { part.remove(); return text(part); }).join('');
    if (node.matches('p[data-copy]')) all('strong', own).forEach((label) => label.remove());
    return [node.matches('.e-certificate') ? '' : text(own), by];
  };
  const details = ':scope > [data-copy]:not(.most):not(.why):not(.serves):not(.fresh-day), :scope > .line-note, :scope > .e-certificate, :scope > details dd';
  const paper = (node) => ({
    name: node.dataset.name, pieces: all(details, node).map(piece),
    counts: ['.originals', '.copies', '.keep'].map((part) => shown(':scope > .counts ' + part, node)).concat(shown(':scope > .most', node)),
    fresh: all(':scope > .fresh-day', node).map((day) => Number(day.dataset.fresh)),
  });
  const row = (node) => {
    const choice = node.classList.contains('line--group');
    return {
      choice: choice, extra: node.classList.contains('line--recommended'), needed: node.dataset.status === 'needed', names: node.dataset.name,
      pick: choice ? shown(':scope > .pick', node) : '', suggested: choice ? shown(':scope > .suggested', node) : '', serves: choice ? '' : shown(':scope > .serves', node),
      why: shown(':scope > .why', node),
      marked: all('.line--suggested', node).map((paper) => paper.dataset.name),
      papers: choice ? all('.pick-from > .line', node).map(paper) : [paper(node)],
    };
  };
  const exempt = (node) => ({
    name: node.dataset.name, needed: node.dataset.status === 'needed', why: shown(':scope > .why', node),
    pieces: all(details + ', :scope > .exempt-how', node).map(piece),
  });
  const seen = () => ({ exempts: all('#exempts:not([hidden]) .exempt', document).map(exempt), rows: all('#list .lines > .line', document).map(row), stops: all('#stop-rows h3', document).map(text) });";

/// A paper as it is shown.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Shown {
    pub(crate) called: String,
    /// Originals, copies, what becomes of the originals, what may be wanted beyond.
    pub(crate) counts: [String; 4],
    pub(crate) fresh_days: Option<u64>,
    /// Every text, and the titles beside it.
    pub(crate) said: Said,
}

impl Shown {
    /// Whether an answer says how many are wanted.
    pub(crate) fn is_counted(&self) -> bool {
        self.said.iter().any(|(text, _)| is_counted(text))
    }
}

/// A row as it is shown.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Listed {
    pub(crate) papers: Vec<Shown>,
    pub(crate) needed: bool,
    pub(crate) extra: bool,
    /// How many to choose, and what the choices are called.
    pub(crate) choice: Option<(String, BTreeSet<String>)>,
    pub(crate) serves: BTreeSet<String>,
    /// The titles of those that do without it, and whether for certain.
    pub(crate) without: By,
}

/// The numbers in the page's words: originals, copies.
fn in_words([originals, _, copies]: [u32; 3]) -> [String; 2] {
    [("原件", originals), ("复印件", copies)].map(|(what, count)| match count {
        0 => String::new(),
        count => format!("{what} {count}"),
    })
}

pub(crate) fn joined(counts: [u32; 3]) -> String {
    let parts: Vec<String> = in_words(counts)
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" · ")
}

/// Needed: at least so much, and what may come beyond; depending: at most so much.
fn counts(total: &Total, needed: bool, counted: bool) -> [String; 4] {
    let now = if needed { total.least } else { total.most };
    let keep = match (total.keep, now) {
        (None, _) | (_, [0, ..]) => String::new(),
        (Some(Keep::Stay), _) => "原件交上，不退还".to_owned(),
        (Some(Keep::Some(stay)), _) => format!("其中原件 {stay} 份交上，不退还"),
        (Some(Keep::Back), [_, _, 0]) => "原件看过还您".to_owned(),
        (Some(Keep::Back), _) => "原件看过还您，复印件留下".to_owned(),
    };
    let [originals, copies] = in_words(now);
    let beyond = needed && in_words(total.most) != in_words(now);
    // 「至少」 or 「最多」 where an answer is still to say how many.
    let open = |at: usize, words: String| match words.split_once(' ') {
        Some((what, n)) if counted && total.least[at] != total.most[at] => {
            format!("{what} {} {n}", if needed { "至少" } else { "最多" })
        }
        _ => words,
    };
    let (originals, copies) = (open(0, originals), open(2, copies));
    let most = if beyond {
        format!("也可能要：{}", joined(total.most))
    } else {
        String::new()
    };
    [originals, copies, keep, most]
}

fn is_counted(text: &str) -> bool {
    text.contains("每一个")
}

pub(crate) fn expected(row: &Row<'_>, trip: &[(&Guide, Outlook)]) -> Listed {
    let papers = row.papers.iter().map(|(called, total, said)| Shown {
        called: called.clone(),
        counts: counts(
            total,
            row.needed,
            said.iter().any(|(text, _)| is_counted(text)),
        ),
        fresh_days: total.fresh_days.map(u64::from),
        said: said.clone(),
    });
    let (choice, serves) = match &row.kind {
        RowKind::Paper(serves) => (None, serves.clone()),
        RowKind::Choice(pick, names, _) => (
            Some((format!("以下任选 {pick} 种"), names.clone())),
            BTreeSet::new(),
        ),
        RowKind::Extra => (None, BTreeSet::new()),
    };
    let mut papers: Vec<Shown> = papers.collect();
    papers.sort();
    Listed {
        papers,
        needed: row.needed,
        extra: matches!(row.kind, RowKind::Extra),
        without: match &row.kind {
            RowKind::Choice(..) => By::new(),
            _ => without(trip, &row.papers[0].0),
        },
        choice,
        serves,
    }
}

/// What need not be brought on a trip whose rows are these.
pub(crate) fn expected_spared(rows: &[Row<'_>], trip: &[(&Guide, Outlook)]) -> Vec<Spared> {
    let mut all = spared(trip, rows);
    all.sort();
    all
}

/// The titles of those that do without a paper, and whether for certain, as a reason says it.
fn told_without(world: &World, why: &str) -> By {
    let mut all = By::new();
    for part in why.split('；') {
        let sure = match (part.ends_with("可能不用它"), part.ends_with("不用它")) {
            (true, _) => false,
            (false, true) => true,
            (false, false) => continue,
        };
        all.extend(titles(world, part).into_iter().map(|title| (title, sure)));
    }
    all
}

/// What need not be brought, as the page says it.
pub(crate) fn spared_on_page(world: &World, exempts: &Json) -> Vec<Spared> {
    let one = |entry: &Json| Spared {
        called: text_of(&entry["name"]),
        needed: entry["needed"] == true,
        by: told_without(world, &text_of(&entry["why"])),
        said: said_on_page(world, &entry["pieces"]),
    };
    let mut all: Vec<Spared> = exempts.as_array().into_iter().flatten().map(one).collect();
    all.sort();
    all
}

fn text_of(value: &Json) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn said_on_page(world: &World, pieces: &Json) -> Said {
    let piece = |piece: &Json| (text_of(&piece[0]), titles(world, &text_of(&piece[1])));
    pieces.as_array().into_iter().flatten().map(piece).collect()
}

pub(crate) fn texts(value: &Json) -> impl Iterator<Item = &str> {
    value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Json::as_str)
}

/// The titles that a text names.
pub(crate) fn titles(world: &World, text: &str) -> BTreeSet<String> {
    let titles = world.guides.iter().map(|guide| &guide.title);
    titles
        .filter(|title| text.contains(title.as_str()))
        .cloned()
        .collect()
}

pub(crate) fn on_page(world: &World, row: &Json) -> Listed {
    let text = text_of;
    let paper = |paper: &Json| Shown {
        called: text(&paper["name"]),
        counts: [0, 1, 2, 3].map(|at| text(&paper["counts"][at])),
        fresh_days: paper["fresh"][0].as_u64(),
        said: said_on_page(world, &paper["pieces"]),
    };
    let papers = row["papers"].as_array().into_iter().flatten();
    let mut papers: Vec<Shown> = papers.map(paper).collect();
    papers.sort();
    let names = || text(&row["names"]).split('、').map(str::to_owned).collect();
    Listed {
        papers,
        needed: row["needed"] == true,
        extra: row["extra"] == true,
        choice: (row["choice"] == true).then(|| (text(&row["pick"]), names())),
        serves: titles(world, &text(&row["serves"])),
        without: told_without(world, &text(&row["why"])),
    }
}
