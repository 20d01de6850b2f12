//! Conditions in words, so that they can be read in one way only.
//!
//! Options stand in quotation marks, so that one called 「老人或孩子」 is not taken for two; a range is told with the
//! operator that its author chose; brackets are never nested on a page: what would need that is a list.

use serde::Serialize;

use super::words::Texts;
use crate::model::{AnswerKind, Choice, Condition, Decimal, Fact, Matter, Question, Range, When};

/// A condition as templates get it.
#[derive(Clone, Debug, Serialize)]
pub(super) struct WhenView {
    /// In one line, for places that have no lists.
    pub(super) line: String,
    /// Laid out, when the line has brackets within brackets.
    pub(super) list: Option<ListView>,
}

/// A group of conditions: 「以下都符合：」 and its parts.
#[derive(Clone, Debug, Serialize)]
pub(super) struct ListView {
    pub(super) head: String,
    pub(super) parts: Vec<WhenView>,
}

/// A named condition and what it means.
#[derive(Clone, Debug, Serialize)]
pub(super) struct TermView {
    pub(super) name: String,
    pub(super) when: WhenView,
}

/// A condition whose negations were moved to where words have them.
enum Words {
    /// One answer, or the name of a fact.
    One(String),
    /// Several, of which so many hold.
    Group(Holds, Vec<Words>),
}

/// How many parts of a group hold.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    All,
    Any,
    /// None of them.
    None,
    /// One of them does not, or several.
    NotAll,
}

/// Speaks the conditions of one guide.
struct Speaker<'a> {
    texts: Texts<'a>,
    questions: &'a [Question<String>],
    facts: &'a [Fact<String>],
    by_name: Vec<bool>,
}

impl<'t> Texts<'t> {
    /// A condition for a resident.
    pub(super) fn when(self, condition: &Condition, matter: &Matter<String>) -> WhenView {
        Speaker::new(self, matter).view(condition)
    }

    /// What the names mean that the guide's conditions are told with.
    pub(super) fn terms(self, matter: &Matter<String>) -> Vec<TermView> {
        let speaker = Speaker::new(self, matter);
        let told = matter.facts_to_tell(matter.conditions()).into_iter();
        told.map(|index| &matter.facts[index])
            .map(|fact| TermView {
                name: fact.name.clone(),
                when: speaker.view(&fact.condition),
            })
            .collect()
    }

    /// How fine numbers are meant, where some condition of the guide speaks of them in a way that finer ones would make a difference to.
    pub(super) fn fractions(self, matter: &Matter<String>) -> Option<&'t str> {
        let facts = matter.facts.iter().map(|fact| &fact.condition);
        let is_sharp = matter.conditions().chain(facts).any(has_sharp_end);
        let fine = matter.questions.iter().any(|asked| asked.decimals() > 0);
        let key = if fine {
            "terms_decimals"
        } else {
            "terms_whole"
        };
        is_sharp.then(|| self.get(key))
    }

    /// A condition in one line with the meaning of every name in it, for places where no list of names stands beside it.
    pub(super) fn explained(self, condition: &Condition, matter: &Matter<String>) -> String {
        let speaker = Speaker::new(self, matter);
        let mut line = speaker.view(condition).line;
        // A meaning names earlier facts only, so theirs follow it.
        let told = matter.facts_to_tell([condition]).into_iter().rev();
        for fact in told.map(|index| &matter.facts[index]) {
            let label = self.fill("term", &[("name", &fact.name)]);
            let meaning = format!("{label}{}", speaker.view(&fact.condition).line);
            line.push_str(&self.fill("cond_group", &[("condition", &meaning)]));
        }
        line
    }
}

impl<'a> Speaker<'a> {
    fn new(texts: Texts<'a>, matter: &'a Matter<String>) -> Self {
        Self {
            texts,
            questions: &matter.questions,
            facts: &matter.facts,
            by_name: matter.facts_by_name(),
        }
    }

    fn view(&self, condition: &Condition) -> WhenView {
        self.lay_out(&self.words(condition, true))
    }

    /// The words for when the condition holds, or for when it does not.
    fn words(&self, condition: &Condition, holds: bool) -> Words {
        match condition {
            Condition::All(parts) => {
                self.group(if holds { Holds::All } else { Holds::NotAll }, parts)
            }
            Condition::Any(parts) => {
                self.group(if holds { Holds::Any } else { Holds::None }, parts)
            }
            Condition::Not(inner) => self.words(inner, !holds),
            Condition::Chosen(choice) => Words::One(self.chosen(choice, holds)),
            Condition::Within { question, range } => {
                Words::One(self.within(*question, *range, holds))
            }
            Condition::Dated { question, when } => Words::One(self.dated(*question, *when, holds)),
            Condition::Visit(days) => {
                let said = self.texts.calendar_days(*days, holds);
                let values = [
                    ("question", self.texts.get("visit_label")),
                    ("answer", &said),
                ];
                Words::One(self.texts.fill("cond_answer", &values))
            }
            // Nothing is made of a guide whose facts nobody has told.
            Condition::WithinLocal { .. } | Condition::DatedLocal { .. } => {
                Words::One(String::new())
            }
            Condition::Fact(index) => match self.facts.get(*index) {
                Some(fact) if self.by_name[*index] => {
                    let key = if holds { "cond_fact" } else { "cond_not_fact" };
                    Words::One(self.texts.fill(key, &[("name", &fact.name)]))
                }
                Some(fact) => self.words(&fact.condition, holds),
                None => Words::One(String::new()),
            },
        }
    }

    /// A group in a group of the same kind is told as one.
    fn group(&self, holds: Holds, parts: &[Condition]) -> Words {
        if let [only] = parts {
            return self.words(only, matches!(holds, Holds::All | Holds::Any));
        }
        let same = match holds {
            Holds::All | Holds::NotAll => Holds::All,
            Holds::Any | Holds::None => Holds::Any,
        };
        let parts = parts.iter().map(|part| self.words(part, true));
        let flat = parts.flat_map(|part| match part {
            Words::Group(inner, parts) if inner == same => parts,
            other => vec![other],
        });
        Words::Group(holds, flat.collect())
    }

    fn chosen(&self, choice: &Choice, holds: bool) -> String {
        let Some(asked) = self.questions.get(choice.question) else {
            return String::new();
        };
        let names: Vec<String> = choice
            .options
            .iter()
            .filter_map(|option| asked.options().get(*option))
            .map(|option| self.quoted(&option.name))
            .collect();
        if choice.at_least > 1 {
            let options = names.join(self.texts.get("listing"));
            let n = choice.at_least.to_string();
            let key = if holds { "cond_at_least" } else { "cond_fewer" };
            let said = self.texts.fill(key, &[("options", &options), ("n", &n)]);
            return self.answer(asked, &said);
        }
        let (key, joined) = match (holds, choice.multi, names.len()) {
            (true, ..) => ("cond_chosen", "cond_option_or"),
            (false, false, ..2) => ("cond_is_not", "cond_nor"),
            (false, false, _) => ("cond_is_neither", "cond_nor"),
            (false, true, ..2) => ("cond_not_chosen", "cond_nor_chosen"),
            (false, true, _) => ("cond_neither_chosen", "cond_nor_chosen"),
        };
        let options = names.join(self.texts.get(joined));
        self.answer(asked, &self.texts.fill(key, &[("options", &options)]))
    }

    /// An option between quotation marks; those within its name become single ones.
    fn quoted(&self, name: &str) -> String {
        let name = name.replace('“', "‘").replace('”', "’");
        self.texts.fill("cond_quote", &[("text", &name)])
    }

    /// A range with its author's own operator. That it does not hold is told with the operator of all other numbers:
    /// 「非：不满 16」 is 「满 16」.
    fn within(&self, question: usize, range: Range, holds: bool) -> String {
        let Some(asked) = self.questions.get(question) else {
            return String::new();
        };
        let (key, from, to) = match (range, holds) {
            (Range::Below(n), true) | (Range::AtLeast(n), false) => ("number_below", n, n),
            (Range::AtLeast(n), true) | (Range::Below(n), false) => ("number_from", n, n),
            (Range::AtMost(n), true) | (Range::Above(n), false) => ("number_at_most", n, n),
            (Range::Above(n), true) | (Range::AtMost(n), false) => ("number_above", n, n),
            (Range::Exactly(n), true) => ("number_exactly", n, n),
            (Range::Exactly(n), false) => ("number_not", n, n),
            (Range::Between(from, to), true) => ("number_between", from, to),
            (Range::Between(from, to), false) => ("number_outside", from, to),
        };
        let AnswerKind::Number { unit, decimals, .. } = &asked.kind else {
            return String::new();
        };
        let [from, to] = [from, to].map(|end| Decimal::of_steps(end, *decimals).to_string());
        let unit = unit.as_deref().unwrap_or_default();
        let values = [
            ("n", from.as_str()),
            ("from", &from),
            ("to", &to),
            ("unit", unit),
        ];
        self.answer(asked, self.texts.fill(key, &values).trim_end())
    }

    fn dated(&self, question: usize, when: When, holds: bool) -> String {
        let Some(asked) = self.questions.get(question) else {
            return String::new();
        };
        self.answer(asked, &self.texts.when_dated(when, holds))
    }

    fn answer(&self, asked: &Question<String>, answer: &str) -> String {
        let values = [("question", asked.label.as_str()), ("answer", answer)];
        self.texts.fill("cond_answer", &values)
    }

    fn lay_out(&self, words: &Words) -> WhenView {
        let list = match words {
            Words::Group(holds, parts) if brackets(words) > 1 => Some(ListView {
                head: self.texts.get(holds.head()).to_owned(),
                parts: parts.iter().map(|part| self.lay_out(part)).collect(),
            }),
            _ => None,
        };
        WhenView {
            line: self.line(words),
            list,
        }
    }

    fn line(&self, words: &Words) -> String {
        let (holds, parts) = match words {
            Words::One(words) => return words.clone(),
            Words::Group(holds, parts) => (*holds, parts),
        };
        let bracketed = |part: &Words| {
            let line = self.line(part);
            match part {
                Words::Group(Holds::All | Holds::Any, _) => {
                    self.texts.fill("cond_group", &[("condition", &line)])
                }
                _ => line,
            }
        };
        let parts: Vec<String> = parts.iter().map(bracketed).collect();
        let (separator, around) = match holds {
            Holds::All => ("cond_and", None),
            Holds::Any => ("cond_or", None),
            Holds::None => ("cond_part", Some("cond_none")),
            Holds::NotAll => ("cond_part", Some("cond_not_all")),
        };
        let joined = parts.join(self.texts.get(separator));
        around.map_or(joined.clone(), |key| {
            self.texts.fill(key, &[("conditions", &joined)])
        })
    }
}

impl Holds {
    /// What stands above the parts in a list.
    fn head(self) -> &'static str {
        match self {
            Self::All => "cond_list_all",
            Self::Any => "cond_list_any",
            Self::None => "cond_list_none",
            Self::NotAll => "cond_list_not_all",
        }
    }
}

/// How deep brackets stand in brackets when it is one line.
fn brackets(words: &Words) -> usize {
    let Words::Group(holds, parts) = words else {
        return 0;
    };
    let of_part = |part: &Words| match part {
        Words::Group(Holds::All | Holds::Any, _) => 1 + brackets(part),
        other => brackets(other),
    };
    let own = usize::from(matches!(holds, Holds::None | Holds::NotAll));
    own + parts.iter().map(of_part).max().unwrap_or(0)
}

/// `< 16` and `>= 16` hold for the same people whether or not months are counted; `<= 15` does not. Nor does `<= 15.5`, for what is
/// finer than the question asks for.
fn has_sharp_end(condition: &Condition) -> bool {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => parts.iter().any(has_sharp_end),
        Condition::Not(inner) => has_sharp_end(inner),
        Condition::Within { range, .. } => !matches!(range, Range::Below(_) | Range::AtLeast(_)),
        Condition::Chosen(_)
        | Condition::WithinLocal { .. }
        | Condition::Dated { .. }
        | Condition::DatedLocal { .. }
        | Condition::Visit(_)
        | Condition::Fact(_) => false,
    }
}
