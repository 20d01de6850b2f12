//! Rows: a matter's list paper by paper, as the page and a trip show it.
//!
//! A guide may write the same paper of the same holder in several lines, each with a condition of its own. They are one row,
//! needed when any of its lines is. How much is wanted depends on which of them hold: each set of lines that some list
//! can have is a *form* of the row.

use onetrip_widget::rules::Condition as Rule;
use onetrip_widget::trip::{self, Form, Lines, Need, Pieces};

use super::{ChoiceItems, Condition, Group, Items, Line, LineKind, Matter, Paper, Text, Way};

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Indexes of its lines, ascending; more than one only where they ask for the same paper.
    pub lines: Vec<usize>,
}

/// The engine's items of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowItems {
    /// Any of its lines holds; none when that is so in every list.
    pub item: Option<usize>,
    /// What may be wanted; exactly one of them in every list that has the row.
    pub forms: Vec<FormItem>,
}

impl RowItems {
    /// The items of a row with one line; a row with several gets them when the rules are compiled.
    pub(super) fn of(row: &Row, lines: &[Option<usize>]) -> Self {
        match row.lines[..] {
            [only] => RowItems {
                item: lines[only],
                forms: vec![FormItem {
                    lines: row.lines.clone(),
                    item: None,
                }],
            },
            _ => RowItems::default(),
        }
    }

    /// Whether these are the items of a row with several lines.
    fn is_of(&self, row: &Row) -> bool {
        let mut lines = self.forms.iter().flat_map(|form| &form.lines);
        row.lines.len() > 1 && lines.any(|line| row.lines.contains(line))
    }
}

/// A set of lines of one row that some list can have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormItem {
    /// Indexes of the lines, ascending.
    pub lines: Vec<usize>,
    /// Exactly these lines of the row hold; none when the row has no other form.
    pub item: Option<usize>,
}

/// A matter's list as the engine takes it.
#[derive(Clone, Debug)]
pub struct TripLines<'a, T = Text> {
    /// One line for every row that is required, in the order of [`Matter::rows`].
    pub lines: Lines,
    /// The papers that they name, by their local indexes.
    pub papers: Vec<&'a Paper<T>>,
}

impl<T> Matter<T> {
    /// The rows of the list: first those that are required, in the order of their first lines, then what is only useful, then
    /// what need not be brought. A choice is a row of its own, and so is each line of what is not required.
    pub fn rows(&self) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::new();
        let of = |kind: LineKind| {
            let lines = self.lines.iter().enumerate();
            lines.filter(move |(_, line)| line.kind() == kind)
        };
        for (index, line) in of(LineKind::Required) {
            let same = |row: &&mut Row| line.is_same_paper(&self.lines[row.lines[0]]);
            match rows.iter_mut().find(same) {
                Some(row) => row.lines.push(index),
                None => rows.push(Row { lines: vec![index] }),
            }
        }
        let others = of(LineKind::Recommended).chain(of(LineKind::Exempt));
        rows.extend(others.map(|(index, _)| Row { lines: vec![index] }));
        rows
    }

    /// The rows with the engine's items of each. `items` are the region's: a community may say of all lines of a paper that it
    /// need not be brought there, which parts them, and a row with one line has the items of that line.
    pub fn rows_with(&self, items: &Items) -> Vec<(Row, RowItems)> {
        let own = |row: Row| {
            let several = items.rows.iter().find(|known| known.is_of(&row));
            let single = || RowItems::of(&row, &items.lines);
            let found = several.cloned().unwrap_or_else(single);
            (row, found)
        };
        self.rows().into_iter().map(own).collect()
    }

    /// What a row asks of the resident.
    pub fn kind(&self, row: &Row) -> LineKind {
        self.lines[row.lines[0]].kind()
    }

    /// Any of a row's lines holds.
    pub fn any(&self, row: &Row) -> Rule {
        let when = row
            .lines
            .iter()
            .map(|index| self.lines[*index].when.as_ref());
        Rule::Any(
            when.map(|when| when.map_or(Rule::Always, Condition::to_rule))
                .collect(),
        )
    }

    /// Every set of a row's lines that may hold together, with the condition that exactly they do.
    pub fn sets(&self, row: &Row) -> Vec<(Vec<usize>, Rule)> {
        let conditional = row.lines.iter().filter_map(|index| {
            let when = self.lines[*index].when.as_ref()?;
            Some((*index, when.to_rule()))
        });
        let conditional: Vec<(usize, Rule)> = conditional.collect();
        let always = row
            .lines
            .iter()
            .filter(|index| self.lines[**index].when.is_none());
        let always: Vec<usize> = always.copied().collect();
        let sets = (0..1_u32 << conditional.len()).map(|set| {
            let mut lines = always.clone();
            let mut rules = Vec::new();
            for (nth, (index, rule)) in conditional.iter().enumerate() {
                if set >> nth & 1 == 1 {
                    lines.push(*index);
                    rules.push(rule.clone());
                } else {
                    rules.push(Rule::Not(Box::new(rule.clone())));
                }
            }
            lines.sort_unstable();
            (lines, Rule::All(rules))
        });
        sets.filter(|(lines, _)| !lines.is_empty()).collect()
    }

    /// The list for a trip.
    pub fn trip_lines(&self, items: &Items) -> TripLines<'_, T> {
        let mut papers: Vec<&Paper<T>> = Vec::new();
        let rows = self.rows_with(items);
        let required = rows
            .iter()
            .filter(|(row, _)| self.kind(row) == LineKind::Required);
        let lines = required.map(|(row, known)| {
            let choice = items.choices[row.lines[0]].as_ref();
            self.trip_line(row, known, choice, &mut papers)
        });
        TripLines {
            lines: Lines(lines.collect()),
            papers,
        }
    }

    fn trip_line<'a>(
        &'a self,
        row: &Row,
        known: &RowItems,
        choice_items: Option<&ChoiceItems>,
        papers: &mut Vec<&'a Paper<T>>,
    ) -> trip::Line {
        let mut need = |paper: &'a Paper<T>, forms| {
            let at = papers.iter().position(|other| other.id == paper.id);
            let at = at.unwrap_or_else(|| {
                papers.push(paper);
                papers.len() - 1
            });
            Need {
                paper: small(at),
                forms,
            }
        };
        let (pick, from) = match &self.lines[row.lines[0]].paper {
            Group::One(paper) => {
                let forms = known.forms.iter().map(|form| self.form(form)).collect();
                (1, vec![trip::Way::from(need(paper, forms))])
            }
            Group::Pick { choice, from } => {
                let mut way = |(nth, way): (usize, &Way<T>)| {
                    let items = choice_items.map(|items| &items.ways[nth].bundles);
                    let bundles = way.bundles().into_iter().enumerate();
                    let bundles = bundles.map(|(nth, bundle)| trip::Bundle {
                        item: items.and_then(|items| items[nth]).map(small),
                        papers: bundle
                            .papers
                            .iter()
                            .map(|paper| need(&from[*paper], vec![from[*paper].form()]))
                            .collect(),
                    });
                    trip::Way {
                        bundles: bundles.collect(),
                    }
                };
                (
                    choice.pick,
                    choice.ways.iter().enumerate().map(&mut way).collect(),
                )
            }
        };
        trip::Line {
            item: known.item.map(small),
            pick,
            from,
        }
    }

    /// What the lines of a form want together.
    pub fn form(&self, form: &FormItem) -> Form {
        let papers = form
            .lines
            .iter()
            .flat_map(|index| self.lines[*index].papers());
        let together = papers
            .map(Paper::form)
            .reduce(Form::and)
            .unwrap_or_default();
        Form {
            item: form.item.map(small),
            ..together
        }
    }
}

impl<T> Line<T> {
    /// Whether both ask for one and the same paper.
    fn is_same_paper(&self, other: &Self) -> bool {
        match (&self.paper, &other.paper) {
            (Group::One(one), Group::One(other)) => one.id == other.id,
            _ => false,
        }
    }
}

impl<T> Paper<T> {
    /// What is wanted of it.
    pub fn form(&self) -> Form {
        let originals = if self.hand_in {
            Pieces::HandedIn
        } else {
            Pieces::Shown
        };
        let counted = [
            self.originals.per(originals),
            self.copies.per(Pieces::Copies),
        ];
        let [shown, handed_in] = if self.hand_in {
            [0, self.originals.base()]
        } else {
            [self.originals.base(), 0]
        };
        Form {
            item: None,
            shown,
            handed_in,
            copies: self.copies.base(),
            fresh_days: self.fresh.as_ref().and_then(|fresh| fresh.days),
            per: counted.into_iter().flatten().collect(),
        }
    }
}

/// Items and papers of a guide are far fewer than 2^32.
pub(crate) fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
