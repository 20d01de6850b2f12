//! Dice → guides that the command takes: what it would refuse is left out by looking at every completion.

use super::conditions::{leaf, rule};
use super::exempt::{PROMISE, WAYS};
use super::judge::{End, completions, end, matters, outlook};
use super::{Ask, Exempt, Fee, Fresh, Guide, Kind, Line, Material, Question, Rule, Words, World};
use crate::situations::Dice;

/// Full answers to a guide, at most: all of them are looked at again and again.
const MOST: usize = 600;
const HOLDERS: [&str; 2] = ["老人", "申请人"];
/// What a register says of a paper.
const REGISTER: [&str; 5] = ["出具", "怎么取得", "拿不到怎么办", "说明", "照片要求"];

pub(super) fn world(dice: &mut Dice, guides: usize) -> World {
    let kinds = [
        Kind::Choice(3),
        Kind::Multi(2),
        Kind::Number(1, 5),
        Kind::Choice(2),
    ];
    let shared = kinds.iter().enumerate().map(|(nth, kind)| Question {
        id: format!("共问{}", sign(nth)),
        shared: true,
        kind: *kind,
    });
    let mut maker = Maker {
        dice,
        shared: shared.collect(),
        materials: Vec::new(),
        texts: 0,
    };
    maker.materials = (0..9).map(|nth| maker.material(nth)).collect();
    let mut made = Vec::new();
    while made.len() < guides {
        let number = made.len();
        made.extend(maker.guide(number));
    }
    World {
        shared: maker.shared,
        materials: maker.materials,
        guides: made,
    }
}

/// A sign for a number below 24.
pub(super) fn sign(nth: usize) -> char {
    "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地"
        .chars()
        .nth(nth)
        .expect("no list in here is so long")
}

struct Maker<'a> {
    dice: &'a mut Dice,
    shared: Vec<Question>,
    materials: Vec<Material>,
    texts: usize,
}

impl Maker<'_> {
    fn chance(&mut self, of_ten: usize) -> bool {
        self.dice.below(10) < of_ten
    }

    /// A text about a key: mostly its own, sometimes one that others have too.
    fn text(&mut self, key: &str) -> String {
        if self.chance(3) {
            return format!("{key}照一般的来，{}", sign(self.dice.below(2)));
        }
        self.texts += 1;
        format!("{key}看第{}款", self.texts)
    }

    fn words(&mut self, keys: &[&'static str], of_ten: usize) -> Words {
        let mut words = Words::new();
        for key in keys {
            if self.chance(of_ten) {
                words.push((key, self.text(key)));
            }
        }
        words
    }

    fn fresh(&mut self) -> Fresh {
        let days = [None, Some(30), Some(90), Some(180)][self.dice.below(4)];
        Fresh {
            days,
            words: self.text("近期"),
        }
    }

    fn material(&mut self, nth: usize) -> Material {
        let registered = nth < 6;
        let id = format!("{}证", sign(nth));
        let renamed = registered && self.chance(2);
        Material {
            name: if renamed {
                format!("{id}的全名")
            } else {
                id.clone()
            },
            id,
            registered,
            certificate: registered && self.chance(3),
            words: if registered {
                self.words(&REGISTER, 5)
            } else {
                Words::new()
            },
            fresh: (registered && self.chance(2)).then(|| self.fresh()),
        }
    }

    fn questions(&mut self, code: &str) -> Vec<Question> {
        let mut questions: Vec<Question> = Vec::new();
        for nth in 0..self.shared.len() {
            if self.chance(5) {
                questions.push(self.shared[nth].clone());
            }
        }
        for nth in 0..=self.dice.below(2) {
            let kind = match self.dice.below(3) {
                0 => Kind::Choice(2 + self.dice.below(3)),
                1 => Kind::Multi(2 + self.dice.below(2)),
                _ if self.texts.is_multiple_of(2) => Kind::Fine(97, 103),
                _ => Kind::Number(0, 6),
            };
            let question = Question {
                id: format!("{code}问{}", sign(nth)),
                shared: false,
                kind,
            };
            let place = self.dice.below(questions.len() + 1);
            questions.insert(place, question);
        }
        while questions
            .iter()
            .map(|one| one.kind.values().len())
            .product::<usize>()
            > MOST
        {
            questions.pop();
        }
        questions
    }

    fn ask(&mut self) -> Ask {
        let material = self.dice.below(self.materials.len());
        let holder = self.chance(4).then(|| HOLDERS[self.dice.below(2)]);
        self.ask_for(self.materials[material].clone(), holder)
    }

    fn ask_for(&mut self, material: Material, holder: Option<&'static str>) -> Ask {
        let copies = self.dice.below(3);
        let originals = self.dice.below(3).max(usize::from(copies == 0));
        let [originals, copies] = [originals, copies].map(|n| u32::try_from(n).expect("a few"));
        let mut words = self.words(&["复印要求"], if copies > 0 { 6 } else { 0 });
        words.extend(self.words(&REGISTER, 2));
        Ask {
            material,
            holder,
            originals,
            hand_in: originals > 0 && self.chance(3),
            copies,
            each: [0, 0],
            words,
            fresh: self.chance(2).then(|| self.fresh()),
            exempt: None,
        }
    }

    /// A paper that need not be brought: nothing is said of how many and how fresh.
    fn exempt_ask(&mut self) -> Ask {
        let (by, says) = WAYS[self.dice.below(WAYS.len())];
        let note = (by == PROMISE).then(|| self.text("承诺书"));
        Ask {
            originals: 0,
            copies: 0,
            hand_in: false,
            words: self.words(&REGISTER, 2),
            fresh: None,
            exempt: Some(Exempt { by, says, note }),
            ..self.ask()
        }
    }

    /// A paper, sometimes so many for each one that is counted.
    fn counted(&mut self, each: usize) -> Ask {
        let each = [[0, 0], [0, 0], [1, 0], [1, 2]][each];
        let ask = self.ask();
        Ask { each, ..ask }
    }

    fn line(&mut self, questions: &[Question], facts: usize) -> Line {
        let when = self.chance(7).then(|| rule(self.dice, questions, facts, 2));
        let (choice, recommended) = (self.chance(3), self.chance(1));
        let exempt = self.chance(2) && !recommended;
        if !choice {
            let each = self.dice.below(4);
            let mut ask = if exempt {
                self.exempt_ask()
            } else {
                self.counted(each)
            };
            ask.hand_in &= !recommended;
            return Line {
                when,
                pick: None,
                asks: vec![ask],
                recommended,
            };
        }
        let count = 2 + self.dice.below(3);
        let mut asks: Vec<Ask> = Vec::new();
        while asks.len() < count {
            let ask = self.ask();
            if asks.iter().all(|known| known.called() != ask.called()) {
                asks.push(ask);
            }
        }
        self.texts += 1;
        let name = format!("凭证之{}", self.texts);
        let pick = Some((1 + self.dice.below(2.min(count - 1)), name));
        Line {
            when,
            pick,
            asks,
            recommended: false,
        }
    }

    /// A guide without what the command refuses; none when that cannot be mended.
    fn guide(&mut self, number: usize) -> Option<Guide> {
        let code = format!("r{number:02}");
        let questions = self.questions(&code);
        let facts: Vec<Rule> = (0..self.dice.below(3))
            .map(|nth| Rule::Any([0, 1].map(|_| rule(self.dice, &questions, nth, 1)).into()))
            .collect();
        let stops = (0..self.dice.below(3)).map(|_| rule(self.dice, &questions, facts.len(), 1));
        let stops: Vec<Rule> = stops.collect();
        let lines = (0..3 + self.dice.below(5)).map(|_| self.line(&questions, facts.len()));
        let mut guide = Guide {
            title: format!("事项{number:02}办理"),
            code,
            lines: lines.collect(),
            questions,
            facts,
            stops,
            fees: Vec::new(),
        };
        for _ in 0..self.dice.below(3) {
            self.add_twin(&mut guide);
        }
        if guide.counts().is_none() {
            let asks = guide.lines.iter_mut().flat_map(|line| &mut line.asks);
            asks.for_each(|ask| ask.each = [0, 0]);
        }
        drop_idle(&mut guide);
        drop_contradicted(&mut guide);
        for question in 0..guide.questions.len() {
            if !matters(&guide, question) {
                self.make_matter(&mut guide, question);
            }
        }
        drop_contradicted(&mut guide);
        drop_idle(&mut guide);
        let all_matter = (0..guide.questions.len()).all(|question| matters(&guide, question));
        if !all_matter || guide.lines.is_empty() {
            return None;
        }
        guide.fees = self.fees(&guide);
        Some(guide)
    }

    /// Up to three fees, sometimes one that two kinds of people pay differently.
    fn fees(&mut self, guide: &Guide) -> Vec<Fee> {
        let mut fees: Vec<Fee> = Vec::new();
        for nth in 0..self.dice.below(4) {
            let when = self.chance(8);
            let when = when.then(|| rule(self.dice, &guide.questions, guide.facts.len(), 2));
            // Often a whole number of yuan, and never two of one amount.
            let cents =
                [500, 650, 1000, 2000, 10_000, 123_456][self.dice.below(6)] + 100 * nth as u64;
            let fee = Fee {
                name: format!("第{}项", sign(nth)),
                cents,
                when,
            };
            let other = fee.when.clone().filter(|_| self.chance(3)).map(|when| Fee {
                when: Some(Rule::Not(Box::new(when))),
                cents: cents * 2 + 50,
                ..fee.clone()
            });
            fees.extend([fee].into_iter().chain(other));
        }
        let lists = completions(guide, &vec![None; guide.questions.len()]);
        let lists = lists.iter().filter(|answers| guide.due(answers).is_some());
        let lists: Vec<_> = lists.collect();
        // The command refuses a condition that is always or never so.
        let is_open = |fee: &Fee| {
            fee.when.as_ref().is_none_or(|when| {
                let due = lists
                    .iter()
                    .filter(|answers| when.holds(&guide.facts, answers));
                (1..lists.len()).contains(&due.count())
            })
        };
        fees.retain(is_open);
        fees
    }

    /// Adds a second line for the paper of another, sometimes exactly where that does not hold: then the paper is needed though no
    /// line is.
    fn add_twin(&mut self, guide: &mut Guide) {
        let single = |line: &&Line| line.pick.is_none() && !line.recommended && !line.is_exempt();
        let singles: Vec<&Line> = guide.lines.iter().filter(single).collect();
        if singles.is_empty() {
            return;
        }
        let line = singles[self.dice.below(singles.len())];
        let (material, holder) = (line.asks[0].material.clone(), line.asks[0].holder);
        let when = match &line.when {
            Some(when) if self.chance(5) => Some(Rule::Not(Box::new(when.clone()))),
            _ => Some(rule(self.dice, &guide.questions, guide.facts.len(), 1)),
        };
        let asks = vec![self.ask_for(material, holder)];
        guide.lines.push(Line {
            when,
            pick: None,
            asks,
            recommended: false,
        });
    }

    /// Adds a line that depends on a question alone.
    fn make_matter(&mut self, guide: &mut Guide, question: usize) {
        let when = Some(leaf(self.dice, &guide.questions, question));
        let asks = vec![self.ask()];
        guide.lines.push(Line {
            when,
            pick: None,
            asks,
            recommended: false,
        });
    }
}

/// Takes out lines that say that a paper need not be brought where another line asks for it.
fn drop_contradicted(guide: &mut Guide) {
    let lists = outlook(guide, &vec![None; guide.questions.len()]).lists;
    let asks_for = |line: &Line, called: &str| {
        !line.is_exempt() && line.asks.iter().any(|ask| ask.called() == called)
    };
    let contradicted = |nth: usize, line: &Line| {
        let called = line.asks[0].called();
        let others = guide.lines.iter().enumerate();
        let mut others = others.filter(|(_, other)| asks_for(other, &called));
        let together = |other: usize| lists.iter().any(|(list, _)| list[nth] && list[other]);
        line.is_exempt() && others.any(|(other, _)| together(other))
    };
    let lines = guide.lines.iter().enumerate();
    let kept = lines.filter(|(nth, line)| !contradicted(*nth, line));
    guide.lines = kept.map(|(_, line)| line.clone()).collect();
}

/// Takes out stops that never decide, and lines that are on no list or, with a condition, on all.
fn drop_idle(guide: &mut Guide) {
    let open = vec![None; guide.questions.len()];
    // A stop that covers most of the guide leaves little to look at.
    let all = completions(guide, &open);
    while all
        .iter()
        .filter(|one| matches!(end(guide, one), End::Stop(_)))
        .count()
        * 3
        > all.len() * 2
    {
        guide.stops.pop();
    }
    let decides = outlook(guide, &open).stops;
    let mut nth = 0;
    guide.stops.retain(|_| {
        nth += 1;
        decides.contains(&(nth - 1))
    });
    let seen = outlook(guide, &open);
    let mut nth = 0;
    guide.lines.retain(|line| {
        let (all, any) = seen.status(nth);
        nth += 1;
        line.when.is_none() || (any && !all)
    });
}
