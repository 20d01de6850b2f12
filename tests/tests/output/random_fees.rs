//! Fees of random guides: what finished pages say in every situation, held against the guides as they were thrown.

use onetrip_tests::html::Document;
use onetrip_tests::random::{Guide, Value, World};
use onetrip_tests::site::Site;
use onetrip_tests::situations::{self, all, guides, session};
use onetrip_tests::temp::TempDir;
use onetrip_widget::rules::{Answer, Status};

use crate::by_answer;

/// What was compared.
#[derive(Debug, Default)]
struct Tally {
    /// Situations that have a list.
    lists: usize,
    /// Fees that were due in them.
    due: usize,
    /// Situations of guides with fees in which none was due.
    free: usize,
}

/// The same answer in the model's terms.
fn value(answer: &Answer) -> Value {
    match answer {
        Answer::Choice(option) => Value::Option(*option),
        Answer::Multi(options) => {
            Value::Set(options.iter().fold(0, |set, option| set | 1 << option))
        }
        Answer::Number(number) => Value::Number(*number),
        other => panic!("{other:?} is no full answer"),
    }
}

/// So much money as a page says it.
fn yuan(cents: u64) -> String {
    match cents % 100 {
        0 => format!(" {} 元", cents / 100),
        part => format!(" {}.{part:02} 元", cents / 100),
    }
}

fn compare(thrown: &Guide, guide: &situations::Guide, tally: &mut Tally) {
    let page = Document::parse(&guide.html);
    let cases = page.elements().filter(|element| element.has_class("case"));
    let cases = cases.filter(|case| !case.has_class("case-free"));
    let told: Vec<(Option<usize>, String)> = cases
        .map(|case| {
            let item = case.attribute("data-item");
            (
                item.map(|item| item.parse().expect("a number")),
                case.text(),
            )
        })
        .collect();
    for answers in all(&guide.book) {
        let session = session(&guide.book, &answers);
        let values: Vec<Value> = answers.iter().map(value).collect();
        let due = thrown.due(&values);
        assert_eq!(
            session.stop().is_some(),
            due.is_none(),
            "{}: {answers:?}",
            guide.page
        );
        let Some(due) = due else { continue };
        tally.lists += 1;
        tally.due += due.len();
        tally.free += usize::from(due.is_empty() && !thrown.fees.is_empty());
        let needed =
            |item: &Option<usize>| item.is_none_or(|item| session.status(item) == Status::Needed);
        let shown: Vec<&str> = told
            .iter()
            .filter(|(item, _)| needed(item))
            .map(|(_, text)| text.as_str())
            .collect();
        assert_eq!(
            shown.len(),
            due.len(),
            "{}: {shown:?} and {due:?} with {answers:?}",
            guide.page
        );
        for (text, fee) in shown.iter().zip(due) {
            let says = text.contains(&fee.name) && text.contains(&yuan(fee.cents));
            assert!(says, "{}: {text:?} is not {fee:?}", guide.page);
        }
    }
}

#[test]
fn fees_of_random_guides_are_due_as_the_guides_say() {
    let mut tally = Tally::default();
    for seed in [20_261_126, 12, 77] {
        let world = World::random(seed, 20);
        let content = TempDir::new("fees");
        world.write(content.path());
        let site = Site::build_with(content.path(), &["--no-print"]);
        assert!(by_answer::check(&site, &[]) > 0);
        for guide in guides(&site) {
            let is_of = |thrown: &&Guide| guide.page.contains(&thrown.code);
            let thrown = world.guides.iter().find(is_of);
            let thrown = thrown.unwrap_or_else(|| panic!("{} is of no guide", guide.page));
            if thrown.fees.iter().any(|fee| fee.when.is_some()) {
                compare(thrown, &guide, &mut tally);
            }
        }
    }
    let enough = tally.lists > 3_000 && tally.due > 2_000 && tally.free > 100;
    assert!(enough, "{tally:?}");
}
