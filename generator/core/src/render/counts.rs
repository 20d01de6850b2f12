//! How many pieces: before anything is answered, in words, and as scripts work it out.

use onetrip_widget::trip::{Amounts, Form, Per, Pieces};

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
        let (.., each) = counting(matter, per.question);
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
        let views = if form.per.is_empty() {
            Vec::new()
        } else {
            vec![form_view(item, &form)]
        };
        let forms = [form];
        let count = |amount: Amount, of: fn(&Amounts) -> u32| {
            let [least, most] = range(&forms, matter, of);
            CountView {
                least,
                most,
                words: self.amount(amount, matter),
            }
        };
        LineView {
            originals: count(paper.originals, originals),
            copies: count(paper.copies, |form| form.copies),
            forms: views,
            ..keep(&forms, matter)
        }
    }

    /// The numbers of a row with several lines, whose forms these are.
    pub(super) fn counts_of_row(self, items: &[FormItem], matter: &Matter<String>) -> LineView {
        let forms: Vec<Form> = items.iter().map(|item| matter.form(item)).collect();
        let count = |of: fn(&Amounts) -> u32| {
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
            originals: count(originals),
            copies: count(|form| form.copies),
            forms: if changes { views.collect() } else { Vec::new() },
            ..keep(&forms, matter)
        }
    }
}

/// Those that are shown, and those that stay.
fn originals(form: &Amounts) -> u32 {
    form.shown.saturating_add(form.handed_in)
}

/// What becomes of the originals in these forms.
fn keep(forms: &[Form], matter: &Matter<String>) -> LineView {
    let [_, all] = range(forms, matter, originals);
    let [_, stay] = range(forms, matter, |form| form.handed_in);
    let [_, copies] = range(forms, matter, |form| form.copies);
    let [_, shown] = range(forms, matter, |form| form.shown);
    let keep = match (all, stay, copies) {
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

/// The fewest and the most in all forms, whatever is answered: more of what is counted never makes less of anything.
fn range(forms: &[Form], matter: &Matter<String>, of: fn(&Amounts) -> u32) -> [u32; 2] {
    let with = |end: fn(i64, i64) -> i64| {
        let bound = move |question: u32| {
            let (min, max, _) = counting(matter, question as usize);
            end(min, max)
        };
        forms.iter().map(move |form| of(&form.under(bound)))
    };
    let least = with(|min, _| min).min();
    let most = with(|_, max| max).max();
    [least.unwrap_or_default(), most.unwrap_or_default()]
}

/// The smallest and the largest answer to a question that counts papers, and what each one of them is called.
fn counting(matter: &Matter<String>, question: usize) -> (i64, i64, &str) {
    match &matter.questions[question].kind {
        AnswerKind::Number {
            min,
            max,
            each: Some(each),
            ..
        } => (*min, *max, each),
        _ => unreachable!("the reader refuses to count by a question without such words"),
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
