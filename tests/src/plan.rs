//! A community's plan: the matters that its page names, each with its data as the script loads it.

use onetrip_widget::rules::RuleBook;
use onetrip_widget::share;
use onetrip_widget::trip::{Count, Keep, Lines, Merged, Total, Trip, Use};
use serde_json::{Value, json};

use crate::html::Document;
use crate::site::Site;
use crate::situations::{VISIT, decoded};

/// What can be chosen.
#[derive(Debug)]
pub struct Plan {
    /// The matters, in the page's order.
    pub matters: Vec<PlanMatter>,
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
    /// Its lines, which know papers by their place in `papers`.
    pub lines: Lines,
    /// Its papers.
    pub papers: Vec<PaperName>,
    /// All of its data.
    pub data: Value,
}

/// A paper of a matter.
#[derive(Debug, Clone)]
pub struct PaperName {
    /// Which paper it is, in every matter.
    pub id: String,
    /// What it is called, its holder included.
    pub called: String,
}

impl Plan {
    /// Reads the plan of a community: `folder` is where its page lies.
    pub fn read(site: &Site, folder: &str) -> Self {
        let page = Document::parse(&site.text(&format!("{folder}/plan.html")));
        let list = page
            .with("id")
            .find(|element| element.attribute("id") == Some("plan-matters"))
            .expect("the page names its matters");
        let links = list.descendants().filter(|inner| inner.name() == "a");
        let code = |href: &str| {
            let name = href.rsplit('/').next().unwrap_or_default();
            name.trim_end_matches(".html").to_owned()
        };
        let codes = links.map(|link| code(link.attribute("href").unwrap_or_default()));
        let read = |code| PlanMatter::of(&site.text(&format!("{folder}/data/{code}.json")));
        Self {
            matters: codes.map(read).collect(),
        }
    }

    /// The matter with this code.
    pub fn matter(&self, code: &str) -> &PlanMatter {
        let found = self.matters.iter().find(|matter| matter.code == code);
        found.unwrap_or_else(|| panic!("the plan has no matter {code}"))
    }

    /// The numbers of the papers of these matters as the page gives them, by first appearance, and the papers by their
    /// numbers.
    fn numbers<'a>(&'a self, codes: &[&str]) -> (Vec<Vec<u32>>, Vec<&'a PaperName>) {
        let mut papers: Vec<&'a PaperName> = Vec::new();
        let mut number = |paper: &'a PaperName| {
            let known = papers.iter().position(|known| known.id == paper.id);
            small(known.unwrap_or_else(|| {
                papers.push(paper);
                papers.len() - 1
            }))
        };
        let of = |code: &&str| {
            let papers = self.matter(code).papers.iter();
            papers.map(&mut number).collect()
        };
        (codes.iter().map(of).collect(), papers)
    }

    /// A trip for these matters, without answers.
    pub fn trip<'a>(&self, codes: impl IntoIterator<Item = &'a str>) -> Trip {
        let codes: Vec<&str> = codes.into_iter().collect();
        let (numbers, _) = self.numbers(&codes);
        self.numbered_trip(&codes, numbers)
    }

    /// The codes of all matters, in the page's order.
    pub fn codes(&self) -> Vec<&str> {
        let codes = self.matters.iter().map(|matter| matter.code.as_str());
        codes.collect()
    }

    /// A trip for these matters on a page that has loaded all of them before: papers have the numbers that they got then
    /// ([`called`](Self::called) with all [`codes`](Self::codes)), and of two that serve a choice alike the smaller one does.
    pub fn loaded_trip(&self, codes: &[&str]) -> Trip {
        let all = self.codes();
        let (numbers, _) = self.numbers(&all);
        let of = |code: &&str| {
            let at = all.iter().position(|known| known == code);
            numbers[at.expect("a matter of the plan")].clone()
        };
        self.numbered_trip(codes, codes.iter().map(of).collect())
    }

    fn numbered_trip(&self, codes: &[&str], numbers: Vec<Vec<u32>>) -> Trip {
        let mut trip = Trip::new();
        trip.visit(Some(VISIT));
        for (code, numbers) in codes.iter().zip(numbers) {
            let matter = self.matter(code);
            let (book, lines) = (matter.book.clone(), matter.lines.clone());
            let added = trip.add(matter.key, book, lines, &numbers);
            assert!(added.is_some(), "{code}: its lines fit its rules");
        }
        trip
    }

    /// What the papers of such a trip are called, by their numbers.
    pub fn called(&self, codes: &[&str]) -> Vec<&str> {
        let (_, papers) = self.numbers(codes);
        papers.iter().map(|paper| paper.called.as_str()).collect()
    }

    /// All matters for [`OUTCOMES`]: key, rules, lines and ids of papers by code.
    pub fn for_browsers(&self) -> Value {
        let matters = self.matters.iter().map(|matter| {
            let papers: Vec<_> = matter.papers.iter().map(|paper| &paper.id).collect();
            let data = &matter.data;
            let all = json!([data["key"], data["rules"], data["lines"], papers]);
            (matter.code.clone(), all)
        });
        Value::Object(matters.collect())
    }
}

/// Everything that follows from a trip's answers, in one line; [`OUTCOMES`] writes the same in a browser.
pub fn outcome(trip: &Trip) -> String {
    let mut numbers: Vec<u32> = Vec::new();
    for row in trip.merge() {
        match row {
            Merged::Paper(paper) => {
                numbers.push(u32::from(paper.needed) << 1);
                push_total(&mut numbers, &paper.total);
                push_uses(&mut numbers, &paper.uses);
                push_uses(&mut numbers, &paper.serves);
            }
            Merged::Choice(choice) => {
                let suggested = choice.suggested.map_or(0, |total| total.paper + 1);
                numbers.extend([u32::from(choice.needed) << 1 | 1, choice.pick, suggested]);
                push_uses(&mut numbers, &choice.uses);
                numbers.push(small(choice.from.len()));
                for way in &choice.from {
                    numbers.extend(way.at.iter().map(|at| small(*at)));
                    numbers.push(small(way.papers.len()));
                    let totals = way.papers.iter();
                    totals.for_each(|total| push_total(&mut numbers, total));
                }
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
    numbers.push(match total.keep {
        Keep::Open => 0,
        Keep::Back => 1,
        Keep::Stay => 2,
        Keep::Some => 3,
    });
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
/// matter in turn (see [`spelled`](crate::situations::spelled)), `;` between; the second argument is
/// [`Plan::for_browsers`]. Each is read a second time from its address.
pub const OUTCOMES: &str = "
  const decode = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const matters = arguments[1];
  const add = (trips, codes) => {
    const known = [];
    const number = (id) => (known.includes(id) ? known.indexOf(id) : known.push(id) - 1);
    codes.forEach((code) => {
      const [key, rules, lines, papers] = matters[code];
      const numbers = Uint32Array.from(papers, number);
      trips.forEach((trip) => trip.add(key, decode(rules), decode(lines), numbers));
    });
  };
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
    for (const one of [trip, linked]) one.visit(20782);
    add([trip, linked], codes.split('+'));
    answers.forEach((words, m) => words.split(' ').forEach(give(trip, m)));
    const line = outcome(trip, answers.length);
    const flags = linked.restore(trip.fragment());
    const again = outcome(linked, answers.length);
    trip.free();
    linked.free();
    return flags > 1 || again !== line ? line + ' but by its address ' + flags + ' ' + again : line;
  }).join('\\n');";

impl PlanMatter {
    /// Reads `data/CODE.json`.
    fn of(json: &str) -> Self {
        let data: Value = serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}"));
        let text = |value: &Value| {
            let text = value.as_str();
            text.unwrap_or_else(|| panic!("{value} is no text"))
                .to_owned()
        };
        let code = text(&data["code"]);
        let book = RuleBook::from_bytes(&decoded(&text(&data["rules"])));
        let lines = Lines::from_bytes(&decoded(&text(&data["lines"])));
        let papers = data["papers"].as_array().expect("papers");
        let key = data["key"].as_u64().and_then(|key| u32::try_from(key).ok());
        Self {
            book: book.unwrap_or_else(|error| panic!("{code}: {error:?}")),
            lines: lines.unwrap_or_else(|error| panic!("{code}: {error:?}")),
            key: key.expect("a key is a number"),
            title: text(&data["title"]),
            papers: papers
                .iter()
                .map(|paper| PaperName {
                    id: text(&paper["id"]),
                    called: text(&paper["called"]),
                })
                .collect(),
            code,
            data,
        }
    }
}
