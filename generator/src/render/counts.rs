//! How many pieces: before anything is answered, in words, and as scripts work it out.

use onetrip_widget::trip::{Form, Per, Pieces};

use super::view::{CountView, FormView, LineView};
use super::words::Texts;
use crate::model::{Amount, AnswerKind, FormItem, Matter, Paper};

impl Texts<'_> {
    /// A number of pieces, or for what each of them is wanted: 「每个孩子 1 份」.
    pub(super) fn amount(self, amount: Amount, matter: &Matter<String>) -> String {
        let Some(per) = amount.per else {
            return amount.plus.to_string();
        };
        let times = per.times.to_string();
        let each = each(matter, per.question);
        let counted = self.fill("count_each", &[("each", each), ("n", &times)]);
        match amount.plus {
            0 => counted,
            plus => {
                let plus = plus.to_string();
                self.fill("count_plus", &[("counted", &counted), ("n", &plus)])
            }
        }
    }

    /// One number, or between which two it lies.
    fn span(self, least: u32, most: u32) -> String {
        let (from, to) = (least.to_string(), most.to_string());
        match least {
            _ if least == most => to,
            0 => self.fill("wizard_at_most", &[("most", &to)]),
            _ => self.fill("wizard_span", &[("least", &from), ("most", &to)]),
        }
    }

    /// The numbers of a paper on one line, whose item this is.
    pub(super) fn counts_of_paper(
        self,
        paper: &Paper<String>,
        item: Option<usize>,
        matter: &Matter<String>,
    ) -> LineView {
        let form = paper.form();
        let count = |amount: Amount| {
            let [least, most] = ends(matter, |answer| match amount.per {
                Some(per) => amount.with(number(answer(per.question))),
                None => amount.plus,
            });
            CountView {
                least,
                most,
                words: self.amount(amount, matter),
            }
        };
        let forms = if form.per.is_empty() {
            Vec::new()
        } else {
            vec![form_view(item, &form)]
        };
        LineView {
            originals: count(paper.originals),
            copies: count(paper.copies),
            forms,
            ..keep(&[form], matter)
        }
    }

    /// The numbers of a row with several lines, whose forms these are.
    pub(super) fn counts_of_row(self, items: &[FormItem], matter: &Matter<String>) -> LineView {
        let forms: Vec<Form> = items.iter().map(|item| matter.form(item)).collect();
        let count = |of: fn(&Form) -> u32| {
            let [least, most] = range(&forms, matter, of);
            CountView {
                least,
                most,
                words: self.span(least, most),
            }
        };
        let changes = forms.len() > 1 || forms.iter().any(|form| !form.per.is_empty());
        let views = items.iter().zip(&forms);
        let views = views.map(|(item, form)| form_view(item.item, form));
        LineView {
            originals: count(|form| form.shown.saturating_add(form.handed_in)),
            copies: count(|form| form.copies),
            forms: if changes { views.collect() } else { Vec::new() },
            ..keep(&forms, matter)
        }
    }
}

/// What becomes of the originals in these forms.
fn keep(forms: &[Form], matter: &Matter<String>) -> LineView {
    let [_, originals] = range(forms, matter, |form| {
        form.shown.saturating_add(form.handed_in)
    });
    let [_, stay] = range(forms, matter, |form| form.handed_in);
    let [_, copies] = range(forms, matter, |form| form.copies);
    let [_, shown] = range(forms, matter, |form| form.shown);
    let keep = match (originals, stay, copies) {
        (0, _, _) => "",
        (_, 0, 0) => "back",
        (_, 0, _) => "back-copies",
        _ if shown == 0 => "in",
        _ => "",
    };
    LineView {
        keep,
        stay: stay > 0,
        ..LineView::default()
    }
}

/// The fewest and the most in all forms, whatever is answered.
fn range(forms: &[Form], matter: &Matter<String>, of: fn(&Form) -> u32) -> [u32; 2] {
    let [least, most] = ends(matter, |answer| {
        let numbers = forms.iter().map(|form| {
            let answer = |question: u32| answer(question as usize);
            of(&form.under(answer))
        });
        numbers.collect::<Vec<u32>>()
    });
    let least = least.into_iter().min().unwrap_or_default();
    [least, most.into_iter().max().unwrap_or_default()]
}

/// What comes of the smallest answer to every number question, and of the largest.
fn ends<T>(matter: &Matter<String>, of: impl Fn(&dyn Fn(usize) -> i64) -> T) -> [T; 2] {
    let bound = |question: usize, pick: fn(i64, i64) -> i64| match &matter.questions[question].kind
    {
        AnswerKind::Number { min, max, .. } => pick(*min, *max),
        AnswerKind::Choice(_) | AnswerKind::Multi(_) => 0,
    };
    [
        of(&|question| bound(question, |min, _| min)),
        of(&|question| bound(question, |_, max| max)),
    ]
}

fn number(answer: i64) -> u32 {
    u32::try_from(answer.max(0)).unwrap_or(u32::MAX)
}

fn each(matter: &Matter<String>, question: usize) -> &str {
    match &matter.questions[question].kind {
        AnswerKind::Number {
            each: Some(each), ..
        } => each,
        _ => "",
    }
}

fn form_view(item: Option<usize>, form: &Form) -> FormView {
    let of = |pieces: Pieces| form.per.iter().filter(move |per| per.pieces == pieces);
    let handed_in = sum(form.handed_in, of(Pieces::HandedIn));
    let single = of(Pieces::Shown).map(|per| sum(0, [per].into_iter()));
    let shown = (form.shown > 0).then(|| form.shown.to_string());
    let mut originals: Vec<String> = shown.into_iter().chain(single).collect();
    if originals.is_empty() {
        originals.push(handed_in.clone());
    } else if handed_in != "0" {
        for shown in &mut originals {
            shown.push('+');
            shown.push_str(&handed_in);
        }
    }
    FormView {
        item,
        originals: originals.join("|"),
        handed_in,
        copies: sum(form.copies, of(Pieces::Copies)),
    }
}

/// `1+2*0`: a number and what answers add to it.
fn sum<'a>(base: u32, per: impl Iterator<Item = &'a Per>) -> String {
    let per: Vec<&Per> = per.collect();
    let plus: u32 = base + per.iter().map(|per| per.plus).sum::<u32>();
    let counted = per
        .iter()
        .map(|per| format!("{}*{}", per.times, per.question));
    let plus = (plus > 0 || per.is_empty()).then(|| plus.to_string());
    plus.into_iter()
        .chain(counted)
        .collect::<Vec<_>>()
        .join("+")
}
