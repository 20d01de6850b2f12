//! What can be wrong with the conditions that the law names (受理条件).

/// A fault of 受理条件.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RequirementFault {
    /// It names a stop that the guide does not have.
    UnknownStop {
        /// The name.
        name: String,
        /// The nearest title.
        suggestion: Option<String>,
        /// All titles.
        known: Vec<String>,
    },
    /// No stop enforces it, and nobody is named who judges it.
    NoStop {
        /// The condition.
        text: String,
        /// The title of a stop that may be the one.
        stop: Option<String>,
    },
    /// A stop that enforces none of them.
    NoCondition {
        /// Its title.
        title: String,
    },
    /// A stop that says 条件: 无 and is named by a condition.
    FreeStop {
        /// Its title.
        title: String,
    },
    /// Below a stop stands something else than 无.
    NotNone {
        /// What stands there.
        value: String,
    },
    /// A condition that leaves open what else is wanted.
    OpenEnd {
        /// The words.
        words: String,
    },
}

impl RequirementFault {
    /// The id.
    pub fn id(&self) -> &'static str {
        match self {
            Self::UnknownStop { .. } => "requirement-unknown-stop",
            Self::NoStop { .. } => "requirement-no-stop",
            Self::NoCondition { .. } => "stop-no-requirement",
            Self::FreeStop { .. } => "requirement-free-stop",
            Self::NotNone { .. } => "stop-requirement",
            Self::OpenEnd { .. } => "requirement-open-end",
        }
    }

    /// Whether the two sides are only not tied to each other yet.
    pub fn is_warning(&self) -> bool {
        matches!(self, Self::NoStop { .. } | Self::NoCondition { .. })
    }

    pub(super) fn zh(&self) -> String {
        match self {
            Self::UnknownStop { name, .. } => format!("这份指南的“中止”里没有“{name}”"),
            Self::NoStop { text, .. } => {
                format!("受理条件“{text}”没有对应的“中止”：不符合的人照样会看到清单")
            }
            Self::NoCondition { title } => {
                format!("中止“{title}”没有对应的受理条件：不知道是按哪一条不让办")
            }
            Self::FreeStop { title } => {
                format!("中止“{title}”写了“条件: 无”，这条受理条件又指向它，两处对不上")
            }
            Self::NotNone { value } => format!("中止里的“条件”只能写“无”，不能写“{value}”"),
            Self::OpenEnd { words } => {
                format!("受理条件里写了“{words}”，居民不知道还要什么")
            }
        }
    }

    pub(super) fn zh_remedy(&self) -> String {
        match self {
            Self::UnknownStop {
                suggestion: Some(name),
                ..
            } => format!("是不是想写“{name}”？"),
            Self::UnknownStop { known, .. } => {
                format!("写“中止”的标题，有：{}。", known.join("、"))
            }
            Self::NoStop { text, stop } => {
                let title = stop.as_deref().unwrap_or("中止的标题");
                format!(
                    "问题能判断的，写上是哪一个中止；问题判断不了的，写上谁来判断：\n  - {{条件: {text}, 中止: {title}}}\n  - {{条件: {text}, 怎么判断: 窗口审核}}"
                )
            }
            Self::NoCondition { title } => format!(
                "在“受理条件”里补上它对应的那一条；不是按受理条件不让办的（比如不用来办），在这个中止里写“条件: 无”：\n  - {{条件: …, 中止: {title}}}"
            ),
            Self::FreeStop { .. } => "真是按这一条不让办，删掉中止里的“条件: 无”；不是，从受理条件里去掉它。".into(),
            Self::NotNone { .. } => {
                "和受理条件没有关系的，写“条件: 无”；有关系的，删掉这里，在“受理条件”里用“中止”指向它。".into()
            }
            Self::OpenEnd { .. } => "把要符合的逐条写清楚；没有别的，就删掉这半句。".into(),
        }
    }

    pub(super) fn en(&self) -> String {
        match self {
            Self::UnknownStop { name, .. } => {
                format!("no stop (中止) of this guide is called \"{name}\"")
            }
            Self::NoStop { text, .. } => format!(
                "no stop (中止) enforces the requirement \"{text}\": who does not meet it sees a list all the same"
            ),
            Self::NoCondition { title } => {
                format!("the stop \"{title}\" enforces none of the `requirements` (受理条件)")
            }
            Self::FreeStop { title } => format!(
                "the stop \"{title}\" says `requirement: none` (条件: 无), and this requirement names it"
            ),
            Self::NotNone { value } => {
                format!("a stop's `requirement` (条件) can only be `none` (无), not \"{value}\"")
            }
            Self::OpenEnd { words } => {
                format!("\"{words}\" in a requirement leaves open what else is wanted")
            }
        }
    }

    pub(super) fn en_remedy(&self) -> String {
        match self {
            Self::UnknownStop {
                suggestion: Some(name),
                ..
            } => format!("did you mean \"{name}\"?"),
            Self::UnknownStop { known, .. } => {
                format!("write the title of a stop: {}.", known.join(", "))
            }
            Self::NoStop { text, stop } => {
                let title = stop.as_deref().unwrap_or("TITLE");
                format!(
                    "name the stop that questions lead to, or who judges what no question can decide:\n  - {{requirement: {text}, stop: {title}}}\n  - {{requirement: {text}, judged: at the desk}}"
                )
            }
            Self::NoCondition { title } => format!(
                "add the requirement that it enforces; if it enforces none (nobody need come), write `requirement: none` (条件: 无) into the stop:\n  - {{requirement: …, stop: {title}}}"
            ),
            Self::FreeStop { .. } => {
                "delete `requirement: none` (条件: 无) of the stop if it enforces this, or its name here if it does not.".into()
            }
            Self::NotNone { .. } => {
                "write `requirement: none` (条件: 无) if it has to do with none; else delete this, and name the stop below `requirements` (受理条件).".into()
            }
            Self::OpenEnd { .. } => "say each requirement; if there is no other, delete these words.".into(),
        }
    }
}
