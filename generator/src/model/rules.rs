//! A matter as the engine sees it: questions, stops, and items known by index.

use onetrip_widget::keys::unique_keys;
use onetrip_widget::rules::{Condition as Rule, QuestionKind, QuestionSource, RuleSource};

use super::{AnswerKind, Condition, Matter, Question};

/// Which of the engine's items stands for which part of the guide; `None`: without a condition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Items {
    /// Per line.
    pub lines: Vec<Option<usize>>,
    /// Per step.
    pub steps: Vec<Option<usize>>,
    /// Per note.
    pub notes: Vec<Option<usize>>,
}

impl Matter {
    /// The rules for the engine, and what its items are.
    pub fn rules(&self) -> (RuleSource, Items) {
        let mut rules = Vec::new();
        let mut index = |when: Option<&Condition>| {
            let condition = when?;
            rules.push(condition.to_rule());
            Some(rules.len() - 1)
        };
        let items = Items {
            lines: self.lines.iter().map(|line| index(line.when.as_ref())).collect(),
            steps: self.steps.iter().map(|step| index(step.when.as_ref())).collect(),
            notes: self.notes.iter().map(|note| index(note.when.as_ref())).collect(),
        };
        let source = RuleSource {
            questions: self.question_sources(),
            stops: self.stops.iter().map(|stop| stop.when.to_rule()).collect::<Vec<Rule>>(),
            items: rules,
        };
        (source, items)
    }

    fn question_sources(&self) -> Vec<QuestionSource> {
        let ids: Vec<String> = self.questions.iter().map(|q| q.travel_id(&self.code.value)).collect();
        let keys = unique_keys(&ids.iter().map(String::as_str).collect::<Vec<_>>());
        self.questions.iter().zip(keys).map(|(question, key)| source(question, key)).collect()
    }
}

fn source(question: &Question, key: u32) -> QuestionSource {
    let names: Vec<&str> = question.options().iter().map(|o| o.name.as_str()).collect();
    let kind = match &question.kind {
        AnswerKind::Choice(options) => QuestionKind::Choice { options: options.len() },
        AnswerKind::Multi(options) => QuestionKind::Multi { options: options.len() },
        AnswerKind::Number { min, max, .. } => QuestionKind::Number { min: *min, max: *max },
    };
    QuestionSource { key, kind, option_keys: unique_keys(&names) }
}
