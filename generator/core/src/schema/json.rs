//! JSON Schemas of the content's files, for editors that complete and check while somebody types.
//!
//! They are of draft 2020-12 and say a little more loosely what the command checks: a text may be any scalar, since YAML takes `12345` for a
//! number, and what a condition may say of an answer depends on its question.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{ANSWER, COMMUNITY, GUIDE, OVERLAY, PAGE, QUESTION, SITE, TRANSLATION};
use super::{Both, Field, Record, Shape, keys};

/// The names of keys and enumerated words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyNames {
    /// Those in Chinese.
    Chinese,
    /// Those in English.
    English,
}

/// The files of a content folder that have a form of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Files {
    /// site.yaml
    Site,
    /// communities/ID.yaml
    Community,
    /// questions.yaml
    Questions,
    /// materials.yaml
    Materials,
    /// Front matter of matters/…/NAME.md
    Guide,
    /// Front matter of communities/ID/NAME.md
    Overlay,
    /// Front matter of matters/…/NAME.en.md
    Translation,
    /// site.en.yaml and the like
    Phrases,
    /// Front matter of pages/NAME.md
    Page,
}

impl Files {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Site,
        Self::Community,
        Self::Questions,
        Self::Materials,
        Self::Guide,
        Self::Overlay,
        Self::Translation,
        Self::Phrases,
        Self::Page,
    ];

    /// What the file of its schema is called, without an ending.
    pub fn name(self) -> &'static str {
        match self {
            Self::Site => "site",
            Self::Community => "community",
            Self::Questions => "questions",
            Self::Materials => "materials",
            Self::Guide => "guide",
            Self::Overlay => "overlay",
            Self::Translation => "translation",
            Self::Phrases => "phrases",
            Self::Page => "page",
        }
    }

    /// Which files of a content folder it is about.
    pub fn patterns(self) -> &'static [&'static str] {
        match self {
            Self::Site => &["site.yaml"],
            Self::Community => &["communities/*.yaml"],
            Self::Questions => &["questions.yaml"],
            Self::Materials => &["materials.yaml"],
            Self::Guide => &["matters/**/*.md"],
            Self::Overlay => &["communities/*/*.md"],
            Self::Translation => &["matters/**/*.en.md"],
            Self::Phrases => &[
                "site.en.yaml",
                "questions.en.yaml",
                "materials.en.yaml",
                "communities/*.en.yaml",
            ],
            Self::Page => &["pages/*.md"],
        }
    }

    pub(crate) fn shape(self) -> Shape {
        match self {
            Self::Site => Shape::Record(&SITE),
            Self::Community => Shape::Record(&COMMUNITY),
            Self::Questions => QUESTIONS,
            Self::Materials => Shape::Named(&super::paper::MATERIAL_SHAPE),
            Self::Guide => Shape::Record(&GUIDE),
            Self::Overlay => Shape::Record(&OVERLAY),
            Self::Translation => Shape::Record(&TRANSLATION),
            Self::Phrases => PHRASES,
            Self::Page => Shape::Record(&PAGE),
        }
    }

    pub(super) fn about(self) -> Both {
        match self {
            Self::Site => SITE.about,
            Self::Community => ["communities/ 里的一个社区", "A community, in communities/"],
            Self::Questions => [
                "questions.yaml：几份指南共用的问题",
                "questions.yaml: questions that guides share",
            ],
            Self::Materials => [
                "materials.yaml：材料的登记簿",
                "materials.yaml: the register of papers",
            ],
            Self::Guide => GUIDE.about,
            Self::Overlay => OVERLAY.about,
            Self::Translation => TRANSLATION.about,
            Self::Phrases => [
                "site.en.yaml 等：原文和译文",
                "site.en.yaml and the like: words and what they are in English",
            ],
            Self::Page => PAGE.about,
        }
    }
}

const QUESTIONS: Shape = Shape::Named(&Shape::Record(&QUESTION));
const PHRASES: Shape = Shape::Named(&Shape::Either(&[Shape::Text, Shape::Nothing]));
/// What a condition says of the answer to a question.
const ANSWERED: Shape = Shape::Either(&[Shape::List(&Shape::Text), Shape::Record(&ANSWER)]);

/// The schema of these files.
pub fn json_schema(files: Files, names: KeyNames) -> Value {
    let mut maker = Maker {
        names,
        definitions: BTreeMap::new(),
    };
    let top = maker.shape(&files.shape());
    let mut schema = Map::new();
    schema.insert(
        "$schema".into(),
        "https://json-schema.org/draft/2020-12/schema".into(),
    );
    schema.insert("title".into(), maker.of(files.about()).into());
    if let Value::Object(top) = top {
        schema.extend(top);
    }
    let definitions: Map<String, Value> = maker
        .definitions
        .into_iter()
        .filter_map(|(id, definition)| Some((id, definition?)))
        .collect();
    if !definitions.is_empty() {
        schema.insert("$defs".into(), definitions.into());
    }
    schema.into()
}

struct Maker {
    names: KeyNames,
    /// Those that are begun have nothing yet.
    definitions: BTreeMap<String, Option<Value>>,
}

impl Maker {
    fn of(&self, [zh, en]: Both) -> &'static str {
        match self.names {
            KeyNames::Chinese => zh,
            KeyNames::English => en,
        }
    }

    fn key(&self, key: keys::Key) -> &'static str {
        self.of([key.zh, key.en])
    }

    fn shape(&mut self, shape: &Shape) -> Value {
        match shape {
            Shape::Text => json!({ "type": ["string", "number", "boolean"] }),
            Shape::Count => json!({ "type": "integer", "minimum": 0, "maximum": 9999 }),
            Shape::Number => json!({ "type": "number" }),
            Shape::Date => json!({ "type": "string", "pattern": r"^\d{4}\D\d{1,2}\D\d{1,2}日?$" }),
            Shape::YesNo => self.yes_or_no(),
            Shape::Like(pattern) => json!({ "type": "string", "pattern": pattern }),
            Shape::OneOf(words) => {
                let words = words().into_iter();
                let words: Vec<&str> = words.map(|word| self.of(word)).collect();
                json!({ "enum": words })
            }
            Shape::List(inner) => {
                let one = self.shape(inner);
                json!({ "anyOf": [{ "type": "array", "items": one }, one] })
            }
            Shape::Record(record) => self.reference(record, None, true),
            Shape::Part(record) => self.reference(record, None, false),
            Shape::Dated(record, pattern) => self.reference(record, Some(pattern), true),
            Shape::Named(inner) => {
                json!({ "type": "object", "additionalProperties": self.shape(inner) })
            }
            Shape::Condition => self.condition(),
            Shape::Answers => {
                let answer = self.shape(&Shape::List(&Shape::Text));
                json!({ "type": "object", "additionalProperties": answer })
            }
            Shape::Nothing => json!({ "type": "null" }),
            Shape::Either(shapes) => {
                let shapes: Vec<Value> = shapes.iter().map(|shape| self.shape(shape)).collect();
                json!({ "anyOf": shapes })
            }
        }
    }

    fn yes_or_no(&self) -> Value {
        let words = match self.names {
            KeyNames::Chinese => ["是", "否"],
            KeyNames::English => ["yes", "no"],
        };
        json!({ "enum": [words[0], words[1], true, false] })
    }

    /// Where a record is defined; it is, from now on.
    fn reference(&mut self, record: &'static Record, dated: Option<&str>, whole: bool) -> Value {
        let id = format!("{}{}", record.id, if whole { "" } else { "_part" });
        let reference = json!({ "$ref": format!("#/$defs/{id}") });
        if self.definitions.contains_key(&id) {
            return reference;
        }
        self.definitions.insert(id.clone(), None);
        let properties = record.fields.iter().map(|field| {
            let name = self.key(field.key).to_owned();
            (name, self.property(field))
        });
        let properties: Map<String, Value> = properties.collect::<Vec<_>>().into_iter().collect();
        let required = record.fields.iter().filter(|field| field.required && whole);
        let required: Vec<&str> = required.map(|field| self.key(field.key)).collect();
        let mut definition = json!({
            "description": self.of(record.about),
            "type": "object",
            "properties": properties,
            "additionalProperties": false,
        });
        if !required.is_empty() {
            definition["required"] = json!(required);
        }
        if let Some(pattern) = dated {
            definition["patternProperties"] = json!({ pattern: self.shape(&Shape::Text) });
        }
        self.definitions.insert(id, Some(definition));
        reference
    }

    fn property(&mut self, field: &Field) -> Value {
        let (example, word) = match self.names {
            KeyNames::Chinese => (field.example.to_owned(), "例如"),
            KeyNames::English => (field.english_example(), "for example"),
        };
        let name = self.key(field.key);
        let about = format!("{}。{word} {name}: {example}", self.of(field.about));
        let about = match self.names {
            KeyNames::Chinese => about,
            KeyNames::English => about.replacen('。', "; ", 1),
        };
        let mut schema = self.shape(&field.shape);
        schema["description"] = about.into();
        schema
    }

    fn condition(&mut self) -> Value {
        let id = "condition";
        let reference = json!({ "$ref": format!("#/$defs/{id}") });
        if self.definitions.contains_key(id) {
            return reference;
        }
        self.definitions.insert(id.to_owned(), None);
        let text = self.shape(&Shape::List(&Shape::Text));
        let answer = self.shape(&ANSWERED);
        let parts = json!({ "type": "array", "items": reference, "minItems": 1 });
        let definition = json!({
            "description": self.of(["什么情况：问题的名字和答案", "A situation: names of questions and answers"]),
            "type": "object",
            "minProperties": 1,
            "properties": {
                self.key(keys::ANY): parts,
                self.key(keys::ALL_OF): parts,
                self.key(keys::NOT): reference,
                self.key(keys::FACT): text,
                self.key(keys::VISIT_DAY): text,
            },
            "additionalProperties": answer,
        });
        self.definitions.insert(id.to_owned(), Some(definition));
        reference
    }
}
