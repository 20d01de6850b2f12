//! Random guides, with a model of their own: what they mean is worked out from the model, in the plainest way, and never from
//! what the product made of them.
//!
//! `make` (dice → guides, with their `conditions`) → `write` (guides → content folder); `judge` (one guide and some answers, by
//! every completion) → `merge` (several guides in one trip, by the contract of the plan; `count` adds up, `choice` chooses).

mod choice;
mod conditions;
mod count;
mod exempt;
mod judge;
mod make;
mod merge;
mod write;

pub use choice::{Claim, costs_nothing_extra, together};
pub use count::{Keep, Pieces, Total};
pub use exempt::{By, Spared, spared, without};
pub use judge::{Outlook, outlook};
pub use merge::{Row, RowKind, Said, merged};
pub use write::stop_title;

use crate::situations::Dice;

/// A full answer to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// One option.
    Option(usize),
    /// The chosen options, a bit each.
    Set(usize),
    /// A number, in steps of the last decimal.
    Number(i64),
}

/// What can be answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One of so many options.
    Choice(usize),
    /// Any of so many options.
    Multi(usize),
    /// A whole number between two, both included.
    Number(i64, i64),
    /// A number with two decimals between two, both included, in hundredths.
    Fine(i64, i64),
}

impl Kind {
    /// Every answer that there is.
    pub fn values(self) -> Vec<Value> {
        match self {
            Kind::Choice(options) => (0..options).map(Value::Option).collect(),
            Kind::Multi(options) => (0..1 << options).map(Value::Set).collect(),
            Kind::Number(min, max) | Kind::Fine(min, max) => {
                (min..=max).map(Value::Number).collect()
            }
        }
    }
}

/// A question.
#[derive(Debug, Clone)]
pub struct Question {
    /// Its name: equal names are one question.
    pub id: String,
    /// It stands in questions.yaml.
    pub shared: bool,
    /// What can be answered.
    pub kind: Kind,
}

/// A condition; questions and facts by their place in the guide.
#[derive(Debug, Clone)]
pub enum Rule {
    /// One of these options is chosen.
    Among(usize, Vec<usize>),
    /// None of these options is chosen.
    But(usize, Vec<usize>),
    /// So many of these options at least are chosen.
    Several(usize, Vec<usize>, usize),
    /// The number is not below the first and not above the second.
    Within(usize, Option<i64>, Option<i64>),
    /// All of them hold.
    All(Vec<Rule>),
    /// Any of them holds.
    Any(Vec<Rule>),
    /// It does not hold.
    Not(Box<Rule>),
    /// The condition with a name.
    Fact(usize),
}

impl Rule {
    /// Whether it holds under these answers.
    pub fn holds(&self, facts: &[Rule], answers: &[Value]) -> bool {
        match self {
            Rule::Among(question, options) => chosen(options, answers[*question]) > 0,
            Rule::But(question, options) => chosen(options, answers[*question]) == 0,
            Rule::Several(question, options, least) => {
                chosen(options, answers[*question]) >= *least
            }
            Rule::Within(question, from, to) => {
                let Value::Number(number) = answers[*question] else {
                    return false;
                };
                from.is_none_or(|from| from <= number) && to.is_none_or(|to| number <= to)
            }
            Rule::All(parts) => parts.iter().all(|part| part.holds(facts, answers)),
            Rule::Any(parts) => parts.iter().any(|part| part.holds(facts, answers)),
            Rule::Not(inner) => !inner.holds(facts, answers),
            Rule::Fact(fact) => facts[*fact].holds(facts, answers),
        }
    }
}

/// How many of these options are chosen.
fn chosen(options: &[usize], answer: Value) -> usize {
    let is_chosen = |option: &&usize| match answer {
        Value::Option(chosen) => chosen == **option,
        Value::Set(chosen) => chosen >> **option & 1 == 1,
        Value::Number(_) => false,
    };
    options.iter().filter(is_chosen).count()
}

/// Words about a paper: the key in a guide, and the text.
pub type Words = Vec<(&'static str, String)>;

/// How fresh a paper must be.
#[derive(Debug, Clone)]
pub struct Fresh {
    /// At most so many days old; none: in words only.
    pub days: Option<u32>,
    /// The same in words.
    pub words: String,
}

/// A paper of the register or of the guides, without a holder.
#[derive(Debug, Clone)]
pub struct Material {
    /// By which guides refer to it.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// It stands in materials.yaml, with what follows.
    pub registered: bool,
    /// The electronic certificate is taken.
    pub certificate: bool,
    /// What is said of it wherever a line says nothing else.
    pub words: Words,
    /// How fresh it must be, the same.
    pub fresh: Option<Fresh>,
}

/// A paper on a line, and what the line wants of it.
#[derive(Debug, Clone)]
pub struct Ask {
    /// Which material.
    pub material: Material,
    /// Whose.
    pub holder: Option<&'static str>,
    /// Originals.
    pub originals: u32,
    /// They stay at the office.
    pub hand_in: bool,
    /// Copies.
    pub copies: u32,
    /// So many more originals and copies for each one that the guide's counting question counts.
    pub each: [u32; 2],
    /// What the line itself says.
    pub words: Words,
    /// How fresh, by the line itself.
    pub fresh: Option<Fresh>,
    /// 免提交: it need not be brought.
    pub exempt: Option<Exempt>,
}

/// Why a paper need not be brought.
#[derive(Debug, Clone)]
pub struct Exempt {
    /// 方式.
    pub by: &'static str,
    /// What is said wherever it is so, sentence by sentence.
    pub says: &'static [&'static str],
    /// 说明.
    pub note: Option<String>,
}

impl Ask {
    /// What the paper is called: equal names are one paper.
    pub fn called(&self) -> String {
        let name = &self.material.name;
        self.holder
            .map_or_else(|| name.clone(), |holder| format!("{name}（{holder}）"))
    }

    /// How fresh it must be.
    pub fn freshness(&self) -> Option<&Fresh> {
        self.fresh.as_ref().or(self.material.fresh.as_ref())
    }

    /// Everything that is to be read wherever this line is on the list: the line's own words, and those of the register
    /// where the line has none.
    pub fn said(&self) -> Vec<(&'static str, String)> {
        let own = |key: &str| self.words.iter().any(|(known, _)| *known == key);
        let mut said: Words = self.words.clone();
        if let Some(exempt) = &self.exempt {
            let sentences = exempt
                .says
                .iter()
                .map(|says| ("免提交", (*says).to_owned()));
            said.extend(sentences);
            said.extend(exempt.note.iter().map(|note| ("承诺", note.clone())));
            // Nobody has to know how to get what nobody has to show.
            if exempt.by != exempt::PROMISE {
                return said;
            }
        }
        let inherited = self.material.words.iter().filter(|(key, _)| !own(key));
        said.extend(inherited.cloned());
        said.extend(
            self.freshness()
                .map(|fresh| ("有效期", fresh.words.clone())),
        );
        if self.material.certificate {
            said.push(("电子证照", String::new()));
        }
        said.extend(self.said_of_each());
        said
    }

    /// For each one that is counted so many, and so many more.
    fn said_of_each(&self) -> Option<(&'static str, String)> {
        let numbers = [
            ("原件", self.originals, self.each[0]),
            ("复印件", self.copies, self.each[1]),
        ];
        let counted = numbers.into_iter().filter(|(.., each)| *each > 0);
        let words = counted.map(|(what, plus, each)| match plus {
            0 => format!("{what} 每一个 {each} 份"),
            plus => format!("{what} 每一个 {each} 份，另加 {plus} 份"),
        });
        let words: Vec<String> = words.collect();
        (!words.is_empty()).then(|| ("份数", words.join("、")))
    }
}

/// A line of a guide.
#[derive(Debug, Clone)]
pub struct Line {
    /// 当.
    pub when: Option<Rule>,
    /// 任选, and what the choice is called.
    pub pick: Option<(usize, String)>,
    /// Its papers; one when nothing is to choose.
    pub asks: Vec<Ask>,
    /// 建议带.
    pub recommended: bool,
}

impl Line {
    /// Whether nobody has to bring it.
    pub fn is_exempt(&self) -> bool {
        self.asks.iter().any(|ask| ask.exempt.is_some())
    }
}

/// A fee.
#[derive(Debug, Clone)]
pub struct Fee {
    /// 名称: fees of one name are one fee, of which never two are due.
    pub name: String,
    /// How much, in 分.
    pub cents: u64,
    /// 当.
    pub when: Option<Rule>,
}

/// A guide.
#[derive(Debug, Clone)]
pub struct Guide {
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Its questions.
    pub questions: Vec<Question>,
    /// 事实.
    pub facts: Vec<Rule>,
    /// 中止.
    pub stops: Vec<Rule>,
    /// 材料.
    pub lines: Vec<Line>,
    /// 收费; none: 不收费.
    pub fees: Vec<Fee>,
}

impl Guide {
    /// The fees that are due with these answers; none where they end in a stop.
    pub fn due(&self, answers: &[Value]) -> Option<Vec<&Fee>> {
        let holds = |rule: &Rule| rule.holds(&self.facts, answers);
        let due = |fee: &&Fee| fee.when.as_ref().is_none_or(holds);
        let stops = self.stops.iter().any(holds);
        (!stops).then(|| self.fees.iter().filter(due).collect())
    }

    /// The question whose answer says how many are wanted: a number that is never 0.
    pub fn counts(&self) -> Option<usize> {
        let counts = |one: &Question| matches!(one.kind, Kind::Number(1.., _));
        self.questions.iter().position(counts)
    }
}

/// Guides that share questions and papers.
#[derive(Debug)]
pub struct World {
    /// questions.yaml.
    pub shared: Vec<Question>,
    /// materials.yaml, and what guides name themselves.
    pub materials: Vec<Material>,
    /// The guides.
    pub guides: Vec<Guide>,
}

impl World {
    /// So many guides; another seed gives others.
    pub fn random(seed: u64, guides: usize) -> Self {
        make::world(&mut Dice::new(seed), guides)
    }
}
