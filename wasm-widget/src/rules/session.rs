//! A rule book together with answers: what is needed, what is still open, what to ask next.

use alloc::vec;
use alloc::vec::Vec;

use super::narrow::{Known, Narrowed};
use super::{
    Answer, Cut, Day, NumberEntry, RuleBook, Status, layout::Kind, layout::Question, reasons, small,
};

/// One visitor's way through a guide.
///
/// Indexes that do not exist, and answers of another kind than the question's, are ignored.
#[derive(Debug, Clone)]
pub struct Session {
    book: RuleBook,
    answers: Vec<Answer>,
    visit: Option<Day>,
    /// What is known of every variable.
    known: Vec<Known>,
    /// What would be known of it without any answer.
    unknown: Vec<Known>,
    narrowed: Narrowed,
    /// Which questions the outcome depends on, under the answers given.
    open: Vec<bool>,
}

impl Session {
    /// A session without answers.
    pub fn new(book: RuleBook) -> Self {
        let answers = vec![Answer::Missing; book.questions.len()];
        let known = vec![Known::Any; book.layout.len()];
        let narrowed = Narrowed::new(&book, &known);
        let open = open(&book, &narrowed);
        Session {
            book,
            answers,
            visit: None,
            unknown: known.clone(),
            known,
            narrowed,
            open,
        }
    }

    /// Says on which day the resident comes; dates are judged as of this day. Without one a date decides nothing.
    pub fn visit(&mut self, day: Option<Day>) {
        if self.visit != day {
            self.visit = day;
            for (question, Question { kind, .. }) in self.book.questions.iter().enumerate() {
                for (nth, variable) in self.book.layout.of(question).enumerate() {
                    self.unknown[variable] = without(kind, nth, day);
                }
            }
            self.refresh();
        }
    }

    /// The day of the visit, where it is known.
    pub fn visited(&self) -> Option<Day> {
        self.visit
    }

    /// The rules.
    pub fn book(&self) -> &RuleBook {
        &self.book
    }

    /// Answers a choice question.
    pub fn choose(&mut self, question: usize, option: usize) {
        self.set(question, Answer::Choice(option));
    }

    /// Answers a multi question; no options at all is an answer too.
    pub fn choose_many(&mut self, question: usize, options: &[usize]) {
        if let Some(Kind::Multi { options: all, .. }) = self.kind(question) {
            let chosen = (0..all.len())
                .filter(|option| options.contains(option))
                .collect();
            self.set(question, Answer::Multi(chosen));
        }
    }

    /// Answers a number question, in its smallest step; a number out of bounds is ignored.
    pub fn number(&mut self, question: usize, number: i64) {
        self.set(question, Answer::Number(number));
    }

    /// Answers a number question with what somebody typed.
    pub fn enter(&mut self, question: usize, text: &str) -> NumberEntry {
        match NumberEntry::read(self.kind(question), text, self.visit) {
            Ok(number) => {
                self.number(question, number);
                NumberEntry::Taken
            }
            Err(entry) => entry,
        }
    }

    /// Marks a question as 不清楚.
    pub fn unsure(&mut self, question: usize) {
        self.set(question, Answer::Unsure);
    }

    /// Takes an answer back.
    pub fn clear(&mut self, question: usize) {
        self.set(question, Answer::Missing);
    }

    /// Gives any answer.
    pub fn set(&mut self, question: usize, answer: Answer) {
        if self.kind(question).is_some_and(|kind| kind.allows(&answer)) {
            self.answers[question] = answer;
            self.refresh();
        }
    }

    /// Replaces all answers; those that the questions do not allow are left out.
    pub fn replace(&mut self, answers: Vec<Answer>) {
        self.answers.fill(Answer::Missing);
        for (question, answer) in answers.into_iter().enumerate() {
            if self.kind(question).is_some_and(|kind| kind.allows(&answer)) {
                self.answers[question] = answer;
            }
        }
        self.refresh();
    }

    /// The answer to a question.
    pub fn answer(&self, question: usize) -> &Answer {
        self.answers.get(question).unwrap_or(&Answer::Missing)
    }

    /// The first question, in file order, that can still change something and was neither answered nor marked
    /// as unsure.
    pub fn next(&self) -> Option<usize> {
        (0..self.answers.len()).find(|question| self.is_to_ask(*question))
    }

    /// How many questions can still change something and are neither answered nor unsure: at most
    /// so many will be asked.
    pub fn remaining(&self) -> usize {
        (0..self.answers.len())
            .filter(|question| self.is_to_ask(*question))
            .count()
    }

    /// Whether, under the answers to the *other* questions, the outcome depends on this one.
    pub fn relevant(&self, question: usize) -> bool {
        let is_open = self.open.get(question).is_some_and(|open| *open);
        if !self.answer(question).is_given() {
            return is_open;
        }
        let mut known = self.known.clone();
        let variables = self.book.layout.of(question);
        known[variables.clone()].copy_from_slice(&self.unknown[variables]);
        let without = Narrowed::new(&self.book, &known);
        open(&self.book, &without)[question]
    }

    /// The stop in which every completion ends, if they all end in the same.
    pub fn stop(&self) -> Option<usize> {
        let image = self.narrowed.image(&self.book.table, self.book.stop_root);
        let certain = image < self.book.table.base();
        (image as usize).checked_sub(1).filter(|_| certain)
    }

    /// Whether some completion has a list, that is, ends in no stop.
    pub fn has_list(&self) -> bool {
        self.narrowed.reach(&self.book.table, self.book.stop_root) & 1 != 0
    }

    /// Whether some completion ends in a stop (also when all do).
    pub fn stop_open(&self) -> bool {
        self.narrowed.image(&self.book.table, self.book.stop_root) != 0
    }

    /// The stops in which some completion ends, in order.
    pub fn possible_stops(&self) -> Vec<usize> {
        let marks = self.narrowed.reachable(&self.book, &[self.book.stop_root]);
        (0..self.book.stop_count())
            .filter(|stop| marks[stop + 1])
            .collect()
    }

    /// The questions on whose answers it still depends whether a stop holds and which, ascending; also those that are marked as unsure.
    pub fn decisive(&self) -> Vec<usize> {
        let support = self.narrowed.support(&self.book, &[self.book.stop_root]);
        let asked =
            |question: &usize| !matches!(self.book.questions[*question].kind, Kind::Visit { .. });
        let all = (0..support.len()).filter(|question| support[*question]);
        all.filter(asked).collect()
    }

    /// Whether an item is on the list.
    pub fn status(&self, item: usize) -> Status {
        let reach = self
            .book
            .items
            .get(item)
            .map_or(0, |root| self.narrowed.reach(&self.book.table, *root));
        match (reach & 0b10 != 0, reach & 0b01 != 0) {
            (false, _) => Status::NotNeeded,
            (true, true) => Status::Depends,
            (true, false) => Status::Needed,
        }
    }

    /// The status of every item, in order.
    pub fn items(&self) -> impl Iterator<Item = Status> {
        (0..self.book.item_count()).map(|item| self.status(item))
    }

    /// The smallest and the largest answer to a number question, in its smallest step, that some list with the item can have; of a list at all without an
    /// item. Nothing when there is no such list.
    pub fn span(&self, question: usize, item: Option<usize>) -> Option<(i64, i64)> {
        let Some(Kind::Number { min, max, cuts, .. }) = self.kind(question) else {
            return None;
        };
        if item.is_some_and(|item| item >= self.book.item_count()) {
            return None;
        }
        if let Answer::Number(number) = *self.answer(question) {
            let listed = may_be_listed(&self.book, &self.narrowed, item);
            return listed.then_some((number, number));
        }
        let firsts = core::iter::once(*min).chain(cuts.iter().copied());
        let lasts = cuts.iter().map(|cut| cut - 1).chain([*max]);
        let mut known = self.known.clone();
        let variable = self.book.layout.of(question).start;
        let mut span = None;
        for (value, (first, last)) in firsts.zip(lasts).enumerate() {
            known[variable] = Known::Value(small(value));
            if may_be_listed(&self.book, &Narrowed::new(&self.book, &known), item) {
                span = Some((span.map_or(first, |(first, _)| first), last));
            }
        }
        span
    }

    /// The next day of visit on which something else follows from the same answers, with the question by which it does and
    /// which of its cuts is passed on that day. Tries the days, and goes back to the one that was set.
    pub fn turn(&mut self) -> Option<Turn> {
        let visit = self.visit?;
        let (stop, stops) = (self.stop(), self.possible_stops());
        let items: Vec<Status> = self.items().collect();
        let mut found = None;
        while found.is_none() {
            let Some(mut turn) = self.next_cut() else {
                break;
            };
            self.visit(Some(turn.day));
            turn.change = match (stop, self.stop()) {
                (Some(_), None) => Change::Begins,
                (None, Some(_)) => Change::Ends,
                _ => Change::Differs,
            };
            let differs = self.possible_stops() != stops || !self.items().eq(items.iter().copied());
            found = differs.then_some(turn);
        }
        self.visit(Some(visit));
        found
    }

    /// The first day after that of the visit on which an answer, or the visit itself, passes a cut.
    fn next_cut(&self) -> Option<Turn> {
        let visit = self.visit?;
        let mut next: Option<Turn> = None;
        for (question, asked) in self.book.questions.iter().enumerate() {
            let (Kind::Date { cuts, .. } | Kind::Visit { cuts }) = &asked.kind else {
                continue;
            };
            for (index, cut) in cuts.iter().enumerate() {
                let day = match (*cut, self.answer(question), &asked.kind) {
                    (Cut::From(day), _, Kind::Visit { .. }) => Some(day),
                    (_, Answer::Number(date), _) => cut.begins(*date),
                    _ => None,
                };
                let Some(day) = day else { continue };
                if day > visit && next.is_none_or(|next| day < next.day) {
                    next = Some(Turn {
                        day,
                        question,
                        cut: index,
                        change: Change::Differs,
                    });
                }
            }
        }
        next
    }

    /// For a needed item: the questions whose answers already make it so, ascending; of these no answer can be
    /// missed. Nothing when the item is needed whatever is answered, and for other items.
    pub fn reasons(&self, item: usize) -> Vec<usize> {
        match self.status(item) {
            Status::Needed => reasons::reasons(&self.book, item, &self.known, &self.unknown),
            Status::Depends | Status::NotNeeded => Vec::new(),
        }
    }

    /// For an item that depends: the unknown questions on which its own condition depends, ascending; not those that
    /// decide only whether a stop holds, nor those that no longer matter because of the stops.
    ///
    /// There always is one: were no question of the one diagram in the other, a list that has the item and a
    /// list that has it not could be crossed into a situation in which it both is and is not on the list.
    pub fn open(&self, item: usize) -> Vec<usize> {
        if self.status(item) != Status::Depends {
            return Vec::new();
        }
        let support = |root| self.narrowed.support(&self.book, &[root]);
        let (own, listed) = (
            support(self.book.plain[item]),
            support(self.book.items[item]),
        );
        (0..own.len())
            .filter(|question| own[*question] && listed[*question])
            .collect()
    }

    fn kind(&self, question: usize) -> Option<&Kind> {
        self.book
            .questions
            .get(question)
            .map(|question| &question.kind)
    }

    fn is_to_ask(&self, question: usize) -> bool {
        self.open[question] && self.answers[question] == Answer::Missing
    }

    fn refresh(&mut self) {
        for (question, answer) in self.answers.iter().enumerate() {
            let kind = &self.book.questions[question].kind;
            for (nth, variable) in self.book.layout.of(question).enumerate() {
                let value = kind.value(nth, answer, self.visit);
                self.known[variable] = value.map_or(self.unknown[variable], Known::Value);
            }
        }
        self.narrowed = Narrowed::new(&self.book, &self.known);
        self.open = open(&self.book, &self.narrowed);
    }
}

/// On a later day something else follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// The day.
    pub day: Day,
    /// Index of the question: a date, or the day of the visit.
    pub question: usize,
    /// Index of the cut that is passed on that day.
    pub cut: usize,
    /// In what way it differs.
    pub change: Change,
}

/// In what way something else follows on a later day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The stop that is certain now is not any more.
    Begins,
    /// Then a stop is certain.
    Ends,
    /// Another list, or another stop.
    Differs,
}

/// What is known of a question's variable without an answer, on this day of the visit.
fn without(kind: &Kind, nth: usize, visit: Option<Day>) -> Known {
    if let Some(value) = kind.value(nth, &Answer::Missing, visit) {
        return Known::Value(value);
    }
    let days = visit.map_or(Vec::new(), |visit| kind.days(visit));
    let possible = days
        .iter()
        .enumerate()
        .filter(|(_, [first, last])| first <= last);
    match possible.fold(0, |values, (value, _)| values | 1 << value) {
        0 => Known::Any,
        values => Known::Within(values),
    }
}

/// For every question, whether what is left depends on it: on what is on the list, or on how much is wanted of it.
fn open(book: &RuleBook, narrowed: &Narrowed) -> Vec<bool> {
    let mut roots = book.items.clone();
    roots.push(book.stop_root);
    let mut open = narrowed.support(book, &roots);
    for (question, item) in &book.counted {
        open[*question as usize] |= may_be_listed(book, narrowed, item.map(|item| item as usize));
    }
    // Nobody is asked for the day of the visit.
    for (open, question) in open.iter_mut().zip(&book.questions) {
        *open &= !matches!(question.kind, Kind::Visit { .. });
    }
    open
}

/// Whether some completion has a list with the item; none: with whatever always is on it.
fn may_be_listed(book: &RuleBook, narrowed: &Narrowed, item: Option<usize>) -> bool {
    let table = &book.table;
    match item {
        Some(item) => narrowed.reach(table, book.items[item]) & 0b10 != 0,
        None => narrowed.reach(table, book.stop_root) & 0b01 != 0,
    }
}
