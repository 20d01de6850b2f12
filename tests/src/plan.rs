//! A community's plan page: all its matters with their rules and lines, as the script finds them.

use onetrip_widget::rules::RuleBook;
use onetrip_widget::share;
use onetrip_widget::trip::{Count, Lines, Merged, Total, Trip, Use};

use crate::html::{Document, Element};
use crate::site::Site;
use crate::situations::decoded;

/// What the page carries.
#[derive(Debug)]
pub struct Plan {
    /// The matters, in the page's order.
    pub matters: Vec<PlanMatter>,
    /// The names of the papers, by their numbers.
    pub papers: Vec<String>,
}

/// A matter that can be chosen.
#[derive(Debug, Clone)]
pub struct PlanMatter {
    /// Its code.
    pub code: String,
    /// The key of its code.
    pub key: u32,
    /// Its title.
    pub title: String,
    /// Its rules.
    pub book: RuleBook,
    /// Its lines.
    pub lines: Lines,
    /// The page's numbers of the papers that they name.
    pub numbers: Vec<u32>,
    /// Which of the page's questions each of its questions is.
    pub asks: Vec<usize>,
}

impl Plan {
    /// Reads `plan.html` of a community.
    pub fn read(site: &Site, community: &str) -> Self {
        let page = Document::parse(&site.text(&format!("{community}/plan.html")));
        let papers = page.with("data-paper").enumerate().map(|(at, paper)| {
            assert_eq!(
                paper.attribute("data-paper"),
                Some(at.to_string().as_str()),
                "papers are numbered in order"
            );
            paper.attribute("data-name").unwrap_or_default().to_owned()
        });
        let matters = page.with("data-lines").map(PlanMatter::of);
        Self {
            matters: matters.collect(),
            papers: papers.collect(),
        }
    }

    /// The matter with this code.
    pub fn matter(&self, code: &str) -> &PlanMatter {
        let found = self.matters.iter().find(|matter| matter.code == code);
        found.unwrap_or_else(|| panic!("the plan has no matter {code}"))
    }

    /// A trip for these matters, without answers.
    pub fn trip<'a>(&self, codes: impl IntoIterator<Item = &'a str>) -> Trip {
        let mut trip = Trip::new();
        for code in codes {
            let matter = self.matter(code);
            let (book, lines) = (matter.book.clone(), matter.lines.clone());
            let added = trip.add(matter.key, book, lines, &matter.numbers);
            assert!(added.is_some(), "{code}: its lines fit its rules");
        }
        trip
    }
}

/// Everything that follows from a trip's answers, in one line; [`OUTCOMES`] writes the same in a browser.
pub fn outcome(trip: &Trip) -> String {
    let mut numbers: Vec<u32> = Vec::new();
    for row in trip.merge() {
        match row {
            Merged::Paper(paper) => {
                numbers.extend([u32::from(paper.needed) << 1, 1]);
                push_total(&mut numbers, &paper.total);
                push_uses(&mut numbers, &paper.uses);
                push_uses(&mut numbers, &paper.serves);
            }
            Merged::Choice(choice) => {
                let suggested = choice.suggested.map_or(0, |total| total.paper + 1);
                numbers.extend([u32::from(choice.needed) << 1 | 1, choice.pick, suggested]);
                numbers.push(small(choice.from.len()));
                choice
                    .from
                    .iter()
                    .for_each(|total| push_total(&mut numbers, total));
                push_uses(&mut numbers, &choice.uses);
                choice
                    .suggested
                    .iter()
                    .for_each(|total| push_total(&mut numbers, total));
            }
        }
    }
    let numbers: Vec<_> = numbers.iter().map(ToString::to_string).collect();
    let next = trip.next().map_or(String::new(), |(matter, question)| {
        format!("{matter},{question}")
    });
    let stops = trip.matters().iter().map(|matter| {
        matter
            .session()
            .stop()
            .map_or("-".into(), |stop| stop.to_string())
    });
    let stops: Vec<String> = stops.collect();
    let fragment = share::trip_fragment(trip);
    format!(
        "next {next} {} stops {} papers {} #{fragment}",
        trip.remaining(),
        stops.join(","),
        numbers.join(",")
    )
}

fn push_total(numbers: &mut Vec<u32>, total: &Total) {
    let Count {
        originals,
        handed_in,
        copies,
    } = total.least;
    numbers.extend([total.paper, originals, handed_in, copies]);
    let Count {
        originals,
        handed_in,
        copies,
    } = total.most;
    numbers.extend([total.fresh_days.unwrap_or(0), originals, handed_in, copies]);
}

fn push_uses(numbers: &mut Vec<u32>, uses: &[Use]) {
    numbers.push(small(uses.len()));
    for by in uses {
        numbers.extend([small(by.matter), small(by.line), u32::from(by.needed)]);
    }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).expect("a count of papers or lines")
}

/// A function for the browser: the outcomes of many trips, each `CODE+CODE` and the answers to all questions of each
/// matter in turn (see [`spelled`](crate::situations::spelled)), `;` between. Each is read a second time from its address.
pub const OUTCOMES: &str = "
  const decode = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const matters = {};
  document.querySelectorAll('[data-lines]').forEach(({ dataset }) => {
    const numbers = Uint32Array.from((dataset.numbers || '').split(' ').filter(Boolean), Number);
    matters[dataset.code] = [Number(dataset.key), decode(dataset.rules), decode(dataset.lines), numbers];
  });
  const give = (trip, m) => (word, q) => {
    const value = word.slice(1);
    if (word === 'u') trip.unsure(m, q);
    else if (word[0] === 'c') trip.choose(m, q, Number(value));
    else if (word[0] === 'm') trip.choose_many(m, q, Uint32Array.from(value ? value.split('+') : [], Number));
    else if (word[0] === 'n' && trip.number(m, q, value) !== 0) throw new Error('not taken: ' + value);
  };
  const outcome = (trip, count) => {
    const stops = Array.from({ length: count }, (_, m) => { const stop = trip.stop(m); return stop < 0 ? '-' : stop; });
    return 'next ' + Array.from(trip.next()) + ' ' + trip.remaining() + ' stops ' + stops + ' papers ' +
      Array.from(trip.merged()) + ' #' + trip.fragment();
  };
  return arguments[0].map((text) => {
    const [codes, ...answers] = text.split(';');
    const [trip, linked] = [wasm_bindgen.Trip.open(), wasm_bindgen.Trip.open()];
    codes.split('+').forEach((code) => { trip.add(...matters[code]); linked.add(...matters[code]); });
    answers.forEach((words, m) => words.split(' ').forEach(give(trip, m)));
    const line = outcome(trip, answers.length);
    const flags = linked.restore(trip.fragment());
    const again = outcome(linked, answers.length);
    trip.free();
    linked.free();
    return flags > 1 || again !== line ? line + ' but by its address ' + flags + ' ' + again : line;
  }).join('\\n');";

impl PlanMatter {
    fn of(element: Element<'_>) -> Self {
        let attribute = |name: &str| {
            element
                .attribute(name)
                .unwrap_or_else(|| panic!("a matter without {name}"))
        };
        let number = |text: &str| {
            text.parse()
                .unwrap_or_else(|_| panic!("{text} is no number"))
        };
        let code = attribute("data-code").to_owned();
        let book = RuleBook::from_bytes(&decoded(attribute("data-rules")));
        let lines = Lines::from_bytes(&decoded(attribute("data-lines")));
        Self {
            book: book.unwrap_or_else(|error| panic!("{code}: {error:?}")),
            lines: lines.unwrap_or_else(|error| panic!("{code}: {error:?}")),
            numbers: attribute("data-numbers")
                .split_whitespace()
                .map(|text| text.parse().expect("a paper is a number"))
                .collect(),
            key: attribute("data-key").parse().expect("a key is a number"),
            title: element.text(),
            asks: attribute("data-asks")
                .split_whitespace()
                .map(number)
                .collect(),
            code,
        }
    }
}
