//! Fees, visits, time limits and places by the answers: what a finished page says of them, held against every situation.

use std::collections::BTreeSet;

use onetrip_tests::html::{Document, Element};
use onetrip_tests::site::Site;
use onetrip_tests::situations::{Dice, Guide, all, guides, on_the_way, session};
use onetrip_tests::words::{Reader, Said};
use onetrip_widget::rules::{Answer, Status};
use serde_json::Value;

/// Ways through a guide that are compared with all that they may lead to.
const WAYS: usize = 400;

/// What a range of a page may come to.
#[derive(Debug, Clone)]
pub(crate) struct Outcome {
    pub(crate) item: Option<usize>,
    number: Option<u64>,
    words: String,
}

/// The ranges below elements of this class: what their scripts get, and what is read.
fn ranges_in<'p>(page: &'p Document, class: &str) -> Vec<(&'p str, String)> {
    let within = page.elements().filter(|element| element.has_class(class));
    let inner = within.flat_map(|element| element.descendants());
    inner
        .filter_map(|inner| Some((inner.attribute("data-range")?, inner.text())))
        .collect()
}

/// The ranges of a page's facts, as its script gets them.
pub(crate) fn outcomes(page: &Document) -> Vec<Vec<Outcome>> {
    ranges_in(page, "fact")
        .into_iter()
        .map(|(data, _)| {
            let data: Value = serde_json::from_str(data).expect("a range is JSON");
            let cases = data["cases"].as_array().expect("it has cases").iter();
            cases
                .map(|case| Outcome {
                    item: case[0]
                        .as_u64()
                        .map(|item| usize::try_from(item).expect("small")),
                    number: case[1].as_u64(),
                    words: case[3].as_str().expect("words").to_owned(),
                })
                .collect()
        })
        .collect()
}

/// An entry of a page: its words and its condition; none: always.
struct Entry {
    item: Option<usize>,
    when: Option<Said>,
    /// Said of those of whom none of the others is true.
    otherwise: bool,
    text: String,
}

/// A list of entries, of which several may hold (fees) or exactly one.
struct Entries {
    fees: bool,
    all: Vec<Entry>,
    outcomes: Vec<Outcome>,
    /// What stands above them.
    range: String,
}

impl Entries {
    fn read(guide: &Guide) -> Vec<Self> {
        let page = Document::parse(&guide.html);
        let reader = Reader::of(&page);
        let entry = |element: Element<'_>| {
            let item = element.attribute("data-item");
            let otherwise = element.has_class("case-free");
            let said = || {
                reader
                    .condition(&element)
                    .unwrap_or_else(|fault| panic!("{}: {fault}", guide.page))
            };
            Entry {
                item: item.map(|item| item.parse().expect("a number")),
                when: (item.is_some() && !otherwise).then(said),
                otherwise,
                text: element.text(),
            }
        };
        let facts = page.elements().filter(|element| element.has_class("fact"));
        let mut lists: Vec<Self> = facts
            .filter_map(|fact| {
                let range = fact
                    .descendants()
                    .find(|inner| inner.attribute("data-range").is_some())?;
                let entries = fact.descendants().filter(|inner| inner.has_class("case"));
                let all: Vec<Entry> = entries.map(entry).collect();
                let label = fact
                    .descendants()
                    .find(|inner| inner.name() == "dt")?
                    .text();
                Some(Self {
                    fees: ["收费", "Fee"].contains(&label.as_str()),
                    all,
                    outcomes: Vec::new(),
                    range: range.text(),
                })
            })
            .collect();
        for (list, outcomes) in lists.iter_mut().zip(outcomes(&page)) {
            list.outcomes = outcomes;
        }
        // The card at the top says the same, and beside it the place.
        let mut card = ranges_in(&page, "answer");
        for fact in ranges_in(&page, "fact") {
            let at = card.iter().position(|range| *range == fact);
            card.remove(at.unwrap_or_else(|| panic!("{}: {}", guide.page, fact.1)));
        }
        let places = page
            .elements()
            .filter(|element| element.has_class("venue-case"));
        let places: Vec<Entry> = places.map(entry).collect();
        let clock: Vec<_> = page
            .elements()
            .filter(|element| element.has_class("place") && element.name() == "i")
            .map(|place| {
                place
                    .attribute("data-item")
                    .map(|item| item.parse().expect("a number"))
            })
            .collect();
        let told: Vec<_> = places.iter().map(|place| place.item).collect();
        assert_eq!(clock, told, "{}: the clock knows the places", guide.page);
        let on_card: Vec<_> = card
            .iter()
            .flat_map(|(data, _)| {
                let data: Value = serde_json::from_str(data).expect("a range is JSON");
                let cases = data["cases"].as_array().expect("it has cases").clone();
                cases.into_iter().map(|case| {
                    let item = case[0].as_u64();
                    item.map(|item| usize::try_from(item).expect("small"))
                })
            })
            .collect();
        assert_eq!(on_card, told, "{}: the card knows the places", guide.page);
        if !places.is_empty() {
            lists.push(Self {
                fees: false,
                all: places,
                outcomes: Vec::new(),
                range: String::new(),
            });
        }
        lists
    }

    /// The entries that hold by their words.
    fn hold(&self, answers: &[Answer]) -> Vec<&Entry> {
        let holds = |entry: &&Entry| {
            !entry.otherwise && entry.when.as_ref().is_none_or(|said| said.holds(answers))
        };
        let hold: Vec<&Entry> = self.all.iter().filter(holds).collect();
        if hold.is_empty() {
            self.all.iter().filter(|entry| entry.otherwise).collect()
        } else {
            hold
        }
    }
}

/// The first amount of money in a text, in 分; none where it is not plain.
fn amount(text: &str) -> Option<u64> {
    let end = ["元", "yuan"].iter().find_map(|unit| text.find(unit))?;
    let head = text[..end].trim_end();
    let at = head
        .rfind(|c: char| !c.is_ascii_digit() && c != '.')
        .map_or(0, |at| {
            at + head[at..].chars().next().map_or(1, char::len_utf8)
        });
    let (yuan, part) = head[at..].split_once('.').unwrap_or((&head[at..], ""));
    let part = format!("{part:0<2}");
    Some(yuan.parse::<u64>().ok()? * 100 + part.parse::<u64>().ok()?)
}

/// Holds the words of the pages against their rules; how many pages were looked at.
pub(crate) fn check(site: &Site, codes: &[&str]) -> usize {
    let mut seen = 0;
    for guide in guides(site) {
        let lists = Entries::read(&guide);
        if lists.is_empty()
            || !(codes.is_empty() || codes.iter().any(|code| guide.page.ends_with(code)))
        {
            continue;
        }
        seen += 1;
        // What there is in each situation that has a list: the numbers of the outcomes that hold.
        let mut found: Vec<(Vec<Answer>, Vec<usize>)> = Vec::new();
        for answers in all(&guide.book) {
            let session = session(&guide.book, &answers);
            if session.stop().is_some() {
                continue;
            }
            let needed = |item: Option<usize>| {
                item.is_none_or(|item| session.status(item) == Status::Needed)
            };
            let mut held = Vec::new();
            for list in &lists {
                let by_words: Vec<&str> = list
                    .hold(&answers)
                    .iter()
                    .map(|entry| entry.text.as_str())
                    .collect();
                let by_engine = list.all.iter().filter(|entry| needed(entry.item));
                let by_engine: Vec<&str> = by_engine.map(|entry| entry.text.as_str()).collect();
                assert_eq!(by_words, by_engine, "{}: {answers:?}", guide.page);
                assert!(
                    list.fees || by_words.len() == 1,
                    "{}: {by_words:?} with {answers:?}",
                    guide.page
                );
                if list.outcomes.is_empty() {
                    continue;
                }
                let true_ones: Vec<usize> = (0..list.outcomes.len())
                    .filter(|at| needed(list.outcomes[*at].item))
                    .collect();
                let [only] = true_ones[..] else {
                    panic!("{}: {true_ones:?} with {answers:?}", guide.page);
                };
                held.push(only);
                if list.fees {
                    let sum: Option<u64> = list
                        .hold(&answers)
                        .iter()
                        .map(|entry| {
                            if entry.otherwise {
                                Some(0)
                            } else {
                                amount(&entry.text)
                            }
                        })
                        .sum();
                    if let Some(number) = list.outcomes[only].number.filter(|number| *number > 0) {
                        assert_eq!(sum, Some(number), "{}: {answers:?}", guide.page);
                    }
                }
            }
            found.push((answers, held));
        }
        ranges(&guide, &lists, &found);
    }
    seen
}

/// On the way through a guide, what a script takes for possible is what some situation with these answers has, and no more; and with
/// no answers the page says the ends of it.
fn ranges(guide: &Guide, lists: &[Entries], found: &[(Vec<Answer>, Vec<usize>)]) {
    let with_range: Vec<&Entries> = lists
        .iter()
        .filter(|list| !list.outcomes.is_empty())
        .collect();
    let mut ways = on_the_way(&guide.book);
    let mut dice = Dice::new(7);
    while ways.len() > WAYS {
        ways.swap_remove(dice.below(ways.len()));
    }
    ways.push(vec![Answer::Missing; guide.book.questions().len()]);
    for way in ways {
        let now = session(&guide.book, &way);
        if now.stop().is_some() {
            continue;
        }
        let fits = |answers: &[Answer]| {
            let mut pairs = way.iter().zip(answers);
            pairs.all(|(given, answer)| {
                matches!(given, Answer::Missing | Answer::Unsure) || given == answer
            })
        };
        let ends = found.iter().filter(|(answers, _)| fits(answers));
        let ends: Vec<&Vec<usize>> = ends.map(|(_, held)| held).collect();
        for (at, list) in with_range.iter().enumerate() {
            let wanted: BTreeSet<usize> = ends.iter().map(|held| held[at]).collect();
            let may = |outcome: &Outcome| {
                outcome
                    .item
                    .is_none_or(|item| now.status(item) != Status::NotNeeded)
            };
            let told: BTreeSet<usize> = (0..list.outcomes.len())
                .filter(|at| may(&list.outcomes[*at]))
                .collect();
            assert_eq!(told, wanted, "{}: {way:?}", guide.page);
        }
    }
    for (at, list) in with_range.iter().enumerate() {
        let held: BTreeSet<usize> = found.iter().map(|(_, held)| held[at]).collect();
        let held: Vec<&Outcome> = held.into_iter().map(|at| &list.outcomes[at]).collect();
        let numbers: Option<BTreeSet<u64>> = held.iter().map(|one| one.number).collect();
        let digits: String = list
            .range
            .chars()
            .filter(|c| c.is_ascii_digit() || "–.".contains(*c))
            .collect();
        if let (true, Some(numbers)) = (list.fees, numbers) {
            let (least, most) = (
                numbers.first().expect("some"),
                numbers.last().expect("some"),
            );
            let (from, to) = digits
                .split_once('–')
                .unwrap_or_else(|| panic!("{}: {}", guide.page, list.range));
            let read = |text: &str| amount(&format!("{text} 元"));
            assert_eq!(
                (read(from), read(to)),
                (Some(*least), Some(*most)),
                "{}",
                guide.page
            );
        } else if !digits.contains('–') {
            assert!(
                held.iter().all(|one| list.range.contains(&one.words)),
                "{}: {}",
                guide.page,
                list.range
            );
        }
    }
}

#[test]
fn what_answers_decide_of_fee_visits_time_and_place_is_said_as_it_is_in_every_situation() {
    let seen = check(&Site::of_good_case("by-answer"), &[]);
    assert_eq!(seen, 4, "two communities in two languages");
    assert!(check(&Site::of_good_case("fee-by-answer"), &[]) > 0);
    assert!(check(Site::demonstration(), &[]) > 0);
}

#[test]
fn amounts_in_texts_are_read() {
    assert_eq!(amount("换领 20 元 依据：甲"), Some(2000));
    assert_eq!(amount("Photo 7.5 yuan"), Some(750));
    assert_eq!(amount("按实际收"), None);
}
