//! The reference of the format: every file of a content folder, every key, what belongs under it.

use std::fmt::Write as _;

use super::{Files, Record, Shape};
use crate::diagnostic::Lang;

/// All of it as Markdown.
pub fn reference(lang: Lang) -> String {
    let mut page = Page {
        lang,
        text: String::new(),
        seen: Vec::new(),
    };
    page.head();
    for files in Files::ALL {
        page.files(files);
    }
    // Records name further ones.
    let mut at = 0;
    while let Some(record) = page.seen.get(at).copied() {
        if !Files::ALL.iter().any(|files| is_of(*files, record)) {
            page.record(record);
        }
        at += 1;
    }
    page.text
}

/// Whether a file is this record itself.
fn is_of(files: Files, record: &Record) -> bool {
    matches!(files.shape(), Shape::Record(own) if std::ptr::eq(own, record))
}

struct Page {
    lang: Lang,
    text: String,
    /// Records that were named, in the order in which they are told.
    seen: Vec<&'static Record>,
}

impl Page {
    fn say(&self, both: [&'static str; 2]) -> &'static str {
        match self.lang {
            Lang::Zh => both[0],
            Lang::En => both[1],
        }
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn head(&mut self) {
        self.line(self.say([
            "# 内容怎么写\n\n每个文件里，冒号前面的词有中文、英文两种写法，任选一种，也可以混着写。冒号要用英文的 `:`，后面空一格。\n",
            "# How content is written\n\nEvery key has a Chinese and an English name; either will do. A key is followed by a colon and a space.\n",
        ]));
    }

    fn files(&mut self, files: Files) {
        let title = self.say(files.about());
        let id = match files.shape() {
            Shape::Record(record) => format!(" {{#{}}}", record.id),
            _ => String::new(),
        };
        self.line(&format!("## {title}{id}\n"));
        let patterns: Vec<String> = files
            .patterns()
            .iter()
            .map(|one| format!("`{one}`"))
            .collect();
        let patterns = patterns.join(self.say(["、", ", "]));
        self.line(&format!("{}{patterns}\n", self.say(["文件：", "Files: "])));
        match files.shape() {
            Shape::Record(record) => self.table(record),
            shape => {
                let told = self.told(&shape);
                self.line(&format!("{told}\n"));
            }
        }
    }

    fn record(&mut self, record: &'static Record) {
        let title = self.say(record.about);
        self.line(&format!("### {title} {{#{}}}\n", record.id));
        self.table(record);
    }

    fn table(&mut self, record: &'static Record) {
        self.line(self.say([
            "| 写什么 | 英文 | 要不要写 | 意思 | 写成 | 例子 |\n|---|---|---|---|---|---|",
            "| key | Chinese | needed | what it says | written as | for example |\n|---|---|---|---|---|---|",
        ]));
        for field in record.fields {
            let (key, other, example) = match self.lang {
                Lang::Zh => (field.key.zh, field.key.en, field.example.to_owned()),
                Lang::En => (field.key.en, field.key.zh, field.english_example()),
            };
            let needed = if field.required {
                self.say(["必写", "yes"])
            } else {
                ""
            };
            let shape = self.told(&field.shape);
            let about = self.say(field.about);
            let example = format!("{key}: {example}").replace('|', "\\|");
            self.line(&format!(
                "| **{key}** | {other} | {needed} | {about} | {shape} | `{example}` |"
            ));
        }
        self.line("");
    }

    /// A shape in words; records that it names are told further down.
    fn told(&mut self, shape: &Shape) -> String {
        match shape {
            Shape::Text | Shape::Like(_) => self.say(["文字", "words"]).to_owned(),
            Shape::Count => self
                .say(["0 以上的整数", "a whole number from 0 on"])
                .to_owned(),
            Shape::Number => self.say(["数字", "a number"]).to_owned(),
            Shape::Date => self
                .say(["日期，年-月-日", "a date, year-month-day"])
                .to_owned(),
            Shape::YesNo => self.say(["是 或 否", "yes or no"]).to_owned(),
            Shape::OneOf(words) => {
                let words = words().into_iter().map(|word| self.say(word));
                let words: Vec<&str> = words.collect();
                words.join(self.say(["、", ", "]))
            }
            Shape::List(inner) => {
                let one = self.told(inner);
                format!(
                    "{}{one}",
                    self.say(["一个，或 […] 里几个：", "one, or several in […]: "])
                )
            }
            Shape::Record(record) | Shape::Part(record) | Shape::Dated(record, _) => {
                if !self.seen.iter().any(|known| std::ptr::eq(*known, *record)) {
                    self.seen.push(record);
                }
                let mut link = String::new();
                let title = self.say(record.about);
                let _ = write!(link, "[{title}](#{})", record.id);
                link
            }
            Shape::Named(inner) => {
                let one = self.told(inner);
                format!(
                    "{}{one}",
                    self.say([
                        "自己起的名字，每个名字后面：",
                        "names of your own, and behind each: "
                    ])
                )
            }
            Shape::Condition => self
                .say([
                    "条件，如 {户籍: 外地}",
                    "a condition, such as {hukou: elsewhere}",
                ])
                .to_owned(),
            Shape::Answers => self
                .say(["每个问题的答案", "an answer to every question"])
                .to_owned(),
            Shape::Nothing => self.say(["空着", "nothing"]).to_owned(),
            Shape::Either(shapes) => {
                let all: Vec<String> = shapes.iter().map(|shape| self.told(shape)).collect();
                all.join(self.say(["；或者 ", "; or "]))
            }
        }
    }
}
