//! What a guide's lines say of a paper, from `data/CODE.json`: what has to be read wherever the paper is asked for.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::plan::{PaperName, PlanMatter};

/// The words about a paper on one line.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wants {
    /// How copies and photos must look, how fresh it must be, whether it may follow later, and everything else in words.
    pub texts: BTreeSet<String>,
    /// Links to its forms, and to what has to be done first.
    pub files: BTreeSet<String>,
    /// The electronic certificate is taken.
    pub e_certificate: bool,
    /// At most so old on the day of the visit.
    pub fresh_days: Option<u64>,
}

impl Wants {
    /// Reads a paper of a line.
    pub fn of(paper: &Value) -> Self {
        let details = items(&paper["details"]);
        let plain = details.map(|detail| detail["text"].as_str().map(str::to_owned));
        let parts = |key: &str, parts: &[&str]| {
            let parts = parts.iter().filter_map(|part| paper[key][*part].as_str());
            let text = parts.collect::<Vec<_>>().join(" ");
            (!text.is_empty()).then_some(text)
        };
        let composed = [
            parts("fresh", &["words"]),
            parts("defer", &["words", "how"]),
            parts("first", &["words"]),
        ];
        let criteria = &paper["criteria"];
        let criteria = items(&criteria["accepted"]).chain(items(&criteria["refused"]));
        let counts = criteria.map(|one| one["text"].as_str().map(str::to_owned));
        let exempt = &paper["exempt"];
        let sentences = [&exempt["how"], &exempt["note"]].into_iter();
        let sentences = sentences.chain(items(&exempt["more"])).map(Value::as_str);
        let sentences = sentences.map(|text| text.map(str::to_owned));
        let files = [
            &paper["blank_form"],
            &paper["sample_form"],
            &paper["first"],
            &exempt["promise_form"],
        ];
        let files = files.map(|file| file["href"].as_str());
        // 「原件 每个孩子 1 份」 where an answer says how many.
        let said = |(key, label): (&str, &str)| {
            let words = paper[key]["words"].as_str()?;
            Some(format!("{label} {words}"))
        };
        let each = [("originals", "原件"), ("copies", "复印件")].into_iter();
        let each: Vec<String> = each.filter_map(said).collect();
        let each = (!each.is_empty()).then(|| each.join("、"));
        let texts = plain
            .chain(composed)
            .chain(counts)
            .chain(sentences)
            .chain([each]);
        Self {
            texts: texts.flatten().collect(),
            files: files.into_iter().flatten().map(str::to_owned).collect(),
            e_certificate: paper["e_certificate"] == true,
            fresh_days: paper["fresh"]["days"].as_u64(),
        }
    }
}

/// A paper on a line of a guide.
#[derive(Debug)]
pub struct Wanted<'a> {
    /// Which.
    pub paper: &'a PaperName,
    /// Its row, as the engine counts them; none for what is only useful and for what need not be brought.
    pub row: Option<usize>,
    /// The engine's item of the line; none: always.
    pub item: Option<usize>,
    /// What the line says of it.
    pub wants: Wants,
}

impl PlanMatter {
    /// Every paper of every line.
    pub fn wanted(&self) -> Vec<Wanted<'_>> {
        let mut all = Vec::new();
        for (list, is_required) in [("rows", true), ("extras", false), ("exempts", false)] {
            for (row, data) in items(&self.data[list]).enumerate() {
                for line in items(&data["lines"]) {
                    all.extend(items(&line["papers"]).map(|paper| Wanted {
                        paper: &self.papers[index(&paper["paper"]).expect("a paper")],
                        row: is_required.then_some(row),
                        item: index(&line["item"]),
                        wants: Wants::of(paper),
                    }));
                }
            }
        }
        all
    }
}

fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn index(value: &Value) -> Option<usize> {
    usize::try_from(value.as_u64()?).ok()
}
