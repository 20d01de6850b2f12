//! What follows from an answer (意味着) in a trip: for a matter that asks the second question alone.

use onetrip_widget::trip::Follow;

use super::rules::source;
use super::{AnswerOption, Follows, Keys, Matter, Question};

/// What follows from answers in other matters that ask the second question as well, by the keys of both; an answer follows from one also
/// over another one between.
pub fn follows<'m>(matters: impl IntoIterator<Item = &'m Matter>, keys: &Keys) -> Vec<Follow> {
    let matters: Vec<&Matter> = matters.into_iter().collect();
    let shared = |named: &str| {
        let mut asked = matters.iter().flat_map(|matter| &matter.questions);
        asked.find(|asked| asked.shared && asked.id == named)
    };
    let answer = |asked: &Question, code: &str, option: &str| {
        let options = asked.options().iter();
        let place = options
            .map(|one| one.name.source())
            .position(|name| name == option)?;
        let source = source(asked, keys.question(&asked.travel_id(code)));
        Some([source.key, source.option_keys[place]])
    };
    let mut all: Vec<Follow> = Vec::new();
    for (matter, asked, option, follows) in matters.iter().flat_map(|matter| implied(matter)) {
        let code = matter.code.value.as_str();
        // What a guide asks itself is in its rules.
        let is_own = |one: &Question| !one.shared && one.id == follows.question.value;
        let then = shared(&follows.question.value).filter(|_| !matter.questions.iter().any(is_own));
        let found = then.and_then(|then| {
            let [question, option] = answer(asked, code, option.name.source())?;
            let [then, answer] = answer(then, code, &follows.option.value)?;
            Some(Follow {
                question,
                option,
                then,
                answer,
            })
        });
        all.extend(found.filter(|follow| !all.contains(follow)));
    }
    closed(&mut all);
    all
}

/// Every answer of a matter from which another follows, and that one.
fn implied(matter: &Matter) -> impl Iterator<Item = (&Matter, &Question, &AnswerOption, &Follows)> {
    let options = matter
        .questions
        .iter()
        .flat_map(|asked| asked.options().iter().map(move |option| (asked, option)));
    options.flat_map(move |(asked, option)| {
        let follows = option.implies.iter();
        follows.map(move |follows| (matter, asked, option, follows))
    })
}

/// Adds what follows over another answer between.
fn closed(all: &mut Vec<Follow>) {
    let mut at = 0;
    while let Some(first) = all.get(at).copied() {
        let onward = |next: &&Follow| [next.question, next.option] == [first.then, first.answer];
        let further: Vec<Follow> = all
            .iter()
            .filter(onward)
            .map(|next| Follow {
                question: first.question,
                option: first.option,
                ..*next
            })
            .collect();
        for follow in further {
            let known = |one: &Follow| {
                [one.question, one.option, one.then]
                    == [follow.question, follow.option, follow.then]
            };
            if follow.then != follow.question && !all.iter().any(known) {
                all.push(follow);
            }
        }
        at += 1;
    }
}
