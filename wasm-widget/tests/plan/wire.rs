//! Lines as written, put into the form that the engine reads.

use onetrip_widget::rules::{Condition, Counted, RuleSource};
use onetrip_widget::trip::{Bundle, Form, Line, Lines, Need, Per, Pieces, Way};

use super::{Branch, Sheet, Written, rows};

/// The rows of these lines, and the page's numbers of the papers that they name; items of rows go behind the others.
pub(super) fn lines(source: &mut RuleSource, written: &[Written]) -> (Lines, Vec<u32>) {
    let mut numbers = Vec::new();
    let lines = rows(written).into_iter().map(|row| {
        let first = &written[row[0]];
        let mut item = first.item.map(small);
        let from = if row.len() > 1 {
            let (any, forms) = several(source, written, &row);
            item = any;
            let paper = sheets(&first.from[0])[0].paper;
            vec![Way::from(Need {
                paper: local(paper, &mut numbers),
                forms,
            })]
        } else {
            let ways = first.from.iter();
            ways.map(|branch| way(branch, first.item, source, &mut numbers))
                .collect()
        };
        let counting = row.iter().flat_map(|line| &written[*line].from);
        for question in counting.flat_map(sheets).filter_map(|sheet| sheet.counts) {
            let item = item.map(|item| item as usize);
            source.counted.push(Counted { question, item });
        }
        Line {
            item,
            pick: small(first.pick),
            from,
        }
    });
    (Lines(lines.collect()), numbers)
}

/// A way, with items of its own where its papers count under conditions only.
fn way(
    branch: &Branch,
    line: Option<usize>,
    source: &mut RuleSource,
    numbers: &mut Vec<u32>,
) -> Way {
    let bundles = branch.bundles().into_iter().map(|(conditions, sheets)| {
        let item = (!conditions.is_empty()).then(|| {
            let holds = conditions.into_iter().chain(line);
            let holds = holds.map(|item| source.items[item].clone()).collect();
            source.items.push(Condition::All(holds));
            small(source.items.len() - 1)
        });
        let need = |sheet: &Sheet| Need {
            paper: local(sheet.paper, numbers),
            forms: vec![form(sheet)],
        };
        let papers = sheets.iter().map(need).collect();
        Bundle { item, papers }
    });
    Way {
        bundles: bundles.collect(),
    }
}

fn sheets(branch: &Branch) -> Vec<Sheet> {
    let bundles = branch.bundles().into_iter();
    bundles.flat_map(|(_, sheets)| sheets).collect()
}

/// The item of a row with several lines, and a form for every set of them, whether some list has it or not.
fn several(
    source: &mut RuleSource,
    written: &[Written],
    row: &[usize],
) -> (Option<u32>, Vec<Form>) {
    let holds: Vec<Condition> = row
        .iter()
        .map(|line| {
            written[*line]
                .item
                .map_or(Condition::Always, |item| source.items[item].clone())
        })
        .collect();
    let mut item = |condition| {
        source.items.push(condition);
        Some(small(source.items.len() - 1))
    };
    let always = row.iter().any(|line| written[*line].item.is_none());
    let any = if always {
        None
    } else {
        item(Condition::Any(holds.clone()))
    };
    let sets = 1..1_u32 << row.len();
    let forms = sets.map(|set| {
        let has = |nth: usize| set >> nth & 1 == 1;
        let exactly = holds.iter().enumerate().map(|(nth, holds)| {
            if has(nth) {
                holds.clone()
            } else {
                Condition::Not(Box::new(holds.clone()))
            }
        });
        let item = item(Condition::All(exactly.collect()));
        let held = (0..row.len()).filter(|nth| has(*nth));
        let forms = held.map(|nth| form(&sheets(&written[row[nth]].from[0])[0]));
        let together = forms.reduce(Form::and).expect("the set is not empty");
        Form { item, ..together }
    });
    (any, forms.collect())
}

fn form(sheet: &Sheet) -> Form {
    let (kept, per) = match sheet.counts {
        None => (sheet, Vec::new()),
        Some(question) => (
            &Sheet {
                originals: 0,
                ..*sheet
            },
            per(sheet, question),
        ),
    };
    Form {
        item: None,
        shown: if sheet.hand_in { 0 } else { kept.originals },
        handed_in: if sheet.hand_in { kept.originals } else { 0 },
        copies: sheet.copies,
        fresh_days: sheet.fresh_days,
        per,
    }
}

/// Originals are counted with those that are wanted anyway, copies beside them.
fn per(sheet: &Sheet, question: usize) -> Vec<Per> {
    let pieces = if sheet.hand_in {
        Pieces::HandedIn
    } else {
        Pieces::Shown
    };
    let [originals, copies] = sheet.each;
    let of = |pieces, times, plus| Per {
        pieces,
        question: small(question),
        times,
        plus,
    };
    Vec::from([
        of(pieces, originals, sheet.originals),
        of(Pieces::Copies, copies, 0),
    ])
}

fn local(paper: u32, numbers: &mut Vec<u32>) -> u32 {
    let at = numbers.iter().position(|number| *number == paper);
    small(at.unwrap_or_else(|| {
        numbers.push(paper);
        numbers.len() - 1
    }))
}

fn small(number: usize) -> u32 {
    u32::try_from(number).expect("few")
}
