//! What the engine proves of a guide's rules: the problems, their ids and their texts.

/// What an agent has to bring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgentPaper {
    /// The power of attorney.
    Authorisation,
    /// The agent's own identity card.
    AgentIdentity,
    /// The identity card of the one who sends the agent.
    PrincipalIdentity,
}

/// A fault that no reading of the guide shows, but every walk through its situations does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// A question whose answer never changes anything.
    QuestionIdle {
        /// The question.
        question: String,
    },
    /// An option that does exactly what another one does.
    OptionIdle {
        /// The question.
        question: String,
        /// The option.
        option: String,
        /// The other one.
        same_as: String,
    },
    /// A condition that holds in no situation that has a list.
    NeverHolds {
        /// The line, step or note.
        what: String,
    },
    /// A condition that holds in every situation that has a list.
    AlwaysHolds {
        /// The line, step or note.
        what: String,
    },
    /// A stop that never decides: it cannot hold, or an earlier one always holds with it.
    StopIdle {
        /// The stop's title.
        stop: String,
        /// The earlier stops of which one always holds with it; none: it never holds.
        hidden_by: Vec<String>,
    },
    /// Two stops hold in one situation.
    StopsOverlap {
        /// The first stop's title.
        first: String,
        /// The second stop's title.
        second: String,
        /// Answers with which both hold.
        answers: String,
    },
    /// 代办 is possible, but somewhere a paper that an agent needs is not on the list (民法典 §165).
    AgentPapers {
        /// The question.
        question: String,
        /// Its option that means an agent.
        option: String,
        /// Answers with which it is missing.
        answers: String,
        /// What is missing.
        missing: AgentPaper,
    },
    /// A worked example that ends elsewhere than it says.
    ScenarioStop {
        /// The example.
        scenario: String,
        /// The stop that it names.
        expected: Option<String>,
        /// The stop that holds.
        stopped: Option<String>,
    },
    /// A guide writes one paper in more lines than can be worked out together.
    SamePaper {
        /// The paper, as 带 names it.
        paper: String,
        /// In how many lines it stands.
        lines: usize,
        /// In how many it may.
        most: usize,
    },
    /// A worked example whose list is another one than it says.
    ScenarioList {
        /// The example.
        scenario: String,
        /// On the list, but not named.
        unnamed: Vec<String>,
        /// Named, but not on the list.
        absent: Vec<String>,
        /// Still open with the answers given.
        open: Vec<String>,
    },
}

impl Proof {
    /// The id.
    pub fn id(&self) -> &'static str {
        match self {
            Self::QuestionIdle { .. } => "question-idle",
            Self::OptionIdle { .. } => "option-idle",
            Self::NeverHolds { .. } => "never-holds",
            Self::AlwaysHolds { .. } => "always-holds",
            Self::StopIdle { .. } => "stop-idle",
            Self::StopsOverlap { .. } => "stops-overlap",
            Self::AgentPapers { .. } => "agent-papers",
            Self::SamePaper { .. } => "same-paper",
            Self::ScenarioStop { .. } => "scenario-stop",
            Self::ScenarioList { .. } => "scenario-list",
        }
    }

    pub(super) fn zh(&self) -> String {
        match self {
            Self::QuestionIdle { question } => format!("问题“{question}”怎么答都不影响结果"),
            Self::OptionIdle {
                question,
                option,
                same_as,
            } => {
                format!("问题“{question}”的选项“{option}”和“{same_as}”结果完全一样")
            }
            Self::NeverHolds { what } => format!("“{what}”写了条件，可没有一种情形用得上它"),
            Self::AlwaysHolds { what } => format!("“{what}”写了条件，可每种情形都用得上它"),
            Self::StopIdle { stop, hidden_by } => match &hidden_by[..] {
                [] => format!("中止“{stop}”的条件永远不成立"),
                [one] => format!("中止“{stop}”永远轮不到：它成立的时候，前面的“{one}”总是先成立"),
                many => {
                    format!(
                        "中止“{stop}”永远轮不到：它成立的时候，前面的“{}”总有一个先成立",
                        many.join("”“")
                    )
                }
            },
            Self::StopsOverlap {
                first,
                second,
                answers,
            } => {
                format!("{answers}时，中止“{first}”和“{second}”同时成立")
            }
            Self::AgentPapers {
                answers, missing, ..
            } => {
                let paper = match missing {
                    AgentPaper::Authorisation => "委托书",
                    AgentPaper::AgentIdentity => "代办人自己的身份证",
                    AgentPaper::PrincipalIdentity => "被代办的人的身份证",
                };
                format!("{answers}时，清单里没有{paper}")
            }
            Self::ScenarioStop {
                scenario,
                expected,
                stopped,
            } => {
                let say = |stop: &Option<String>| {
                    stop.as_ref()
                        .map_or_else(|| "不中止".to_owned(), |title| format!("中止“{title}”"))
                };
                format!(
                    "情形“{scenario}”写的是{}，算出来是{}",
                    say(expected),
                    say(stopped)
                )
            }
            Self::SamePaper { paper, lines, most } => {
                format!("“{paper}”写成了 {lines} 行；同一份材料最多写 {most} 行")
            }
            Self::ScenarioList {
                scenario,
                unnamed,
                absent,
                open,
            } => {
                let say = |what: &str, list: &[String]| {
                    if list.is_empty() {
                        String::new()
                    } else {
                        format!("；{what}：{}", list.join("、"))
                    }
                };
                format!(
                    "情形“{scenario}”的清单和算出来的不一样{}{}{}",
                    say("清单里有、“带”没写", unnamed),
                    say("“带”写了、清单里没有", absent),
                    say("还说不准", open)
                )
            }
        }
    }

    pub(super) fn zh_remedy(&self) -> String {
        let remedy = match self {
            Self::QuestionIdle { .. } => {
                "删掉这个问题，或在“当”里用上它；每多问一句，居民就多费一分力。"
            }
            Self::OptionIdle { .. } => "两个选项可以合成一个；如果是为了让居民好选，可以不改。",
            Self::NeverHolds { .. } => "检查“当”里的条件是不是写反了，或者总和某个“中止”一起成立。",
            Self::AlwaysHolds { .. } => "删掉“当”，或检查条件是不是写漏了。",
            Self::StopIdle { hidden_by, .. } if hidden_by.is_empty() => "检查条件，或删掉它。",
            Self::StopIdle { .. } => "想让它先显示，就写到前面去；不然改条件，或删掉它。",
            Self::StopsOverlap { .. } => "页面显示写在前面的那一个；要紧的写在前面。",
            Self::AgentPapers {
                question,
                option,
                missing,
                ..
            } => {
                let line = match missing {
                    AgentPaper::Authorisation => "{用: 委托书, 原件: 1, 收走: 是",
                    AgentPaper::AgentIdentity => "{用: 身份证, 谁的: 代办人, 原件: 1",
                    AgentPaper::PrincipalIdentity => "{用: 身份证, 谁的: 申请人, 原件: 1",
                };
                return format!(
                    "加一份：{line}, 当: {{{question}: {option}}}}}；已经有的，把它的“当”放宽（民法典第一百六十五条）。"
                );
            }
            Self::SamePaper { .. } => "份数一样的几行合成一行，用“任一”列出各种情况。",
            Self::ScenarioStop { .. } => "改“答”或“中止”；如果情形写得对，就是“中止”的条件错了。",
            Self::ScenarioList { .. } => "改“带”，或改材料的“当”；还说不准的，在“答”里补上回答。",
        };
        remedy.to_owned()
    }

    pub(super) fn en(&self) -> String {
        match self {
            Self::QuestionIdle { question } => {
                format!("no answer to \"{question}\" changes anything")
            }
            Self::OptionIdle {
                question,
                option,
                same_as,
            } => {
                format!("\"{option}\" of \"{question}\" does exactly what \"{same_as}\" does")
            }
            Self::NeverHolds { what } => {
                format!("\"{what}\" has a condition that never holds where there is a list")
            }
            Self::AlwaysHolds { what } => format!("\"{what}\" has a condition that always holds"),
            Self::StopIdle { stop, hidden_by } => match &hidden_by[..] {
                [] => format!("the condition of the stop \"{stop}\" never holds"),
                [one] => {
                    format!(
                        "the stop \"{stop}\" never decides: whenever it holds, \"{one}\" above it does"
                    )
                }
                many => format!(
                    "the stop \"{stop}\" never decides: whenever it holds, one of \"{}\" above it does",
                    many.join("\", \"")
                ),
            },
            Self::StopsOverlap {
                first,
                second,
                answers,
            } => {
                format!("with {answers} the stops \"{first}\" and \"{second}\" both hold")
            }
            Self::AgentPapers {
                answers, missing, ..
            } => {
                let paper = match missing {
                    AgentPaper::Authorisation => "power of attorney (委托书)",
                    AgentPaper::AgentIdentity => "identity card (身份证) of the agent (代办人)",
                    AgentPaper::PrincipalIdentity => {
                        "identity card (身份证) of the person the agent acts for"
                    }
                };
                format!("with {answers} the list has no {paper}")
            }
            Self::ScenarioStop {
                scenario,
                expected,
                stopped,
            } => {
                let say = |stop: &Option<String>| {
                    stop.as_ref().map_or_else(
                        || "no stop".to_owned(),
                        |title| format!("the stop \"{title}\""),
                    )
                };
                format!(
                    "the scenario \"{scenario}\" expects {}, the rules give {}",
                    say(expected),
                    say(stopped)
                )
            }
            Self::SamePaper { paper, lines, most } => {
                format!("\"{paper}\" stands in {lines} lines; one paper may stand in {most}")
            }
            Self::ScenarioList {
                scenario,
                unnamed,
                absent,
                open,
            } => {
                let say = |what: &str, list: &[String]| {
                    if list.is_empty() {
                        String::new()
                    } else {
                        format!("; {what}: {}", list.join(", "))
                    }
                };
                format!(
                    "the list of the scenario \"{scenario}\" differs from the rules{}{}{}",
                    say("needed, but not in `bring`", unnamed),
                    say("in `bring`, but not needed", absent),
                    say("still open", open)
                )
            }
        }
    }

    pub(super) fn en_remedy(&self) -> String {
        let remedy = match self {
            Self::QuestionIdle { .. } => {
                "delete the question or use it in a `when`; every question costs the resident effort."
            }
            Self::OptionIdle { .. } => {
                "make one option of the two, unless both help residents to choose."
            }
            Self::NeverHolds { .. } => {
                "see whether the condition is the wrong way round, or holds only together with a stop."
            }
            Self::AlwaysHolds { .. } => "delete the `when`, or see what it lacks.",
            Self::StopIdle { hidden_by, .. } if hidden_by.is_empty() => {
                "mend the condition or delete the stop."
            }
            Self::StopIdle { .. } => {
                "put it first if it is the one to show; else mend its condition or delete it."
            }
            Self::StopsOverlap { .. } => {
                "the page shows the one that stands first; put the weightier one first."
            }
            Self::AgentPapers {
                question,
                option,
                missing,
                ..
            } => {
                let line = match missing {
                    AgentPaper::Authorisation => "{use: 委托书, originals: 1, hand_in: yes",
                    AgentPaper::AgentIdentity => "{use: 身份证, of: 代办人, originals: 1",
                    AgentPaper::PrincipalIdentity => "{use: 身份证, of: 申请人, originals: 1",
                };
                return format!(
                    "add {line}, when: {{{question}: {option}}}}}, or widen the `when` of the one that is there (Civil Code, article 165)."
                );
            }
            Self::SamePaper { .. } => {
                "make one line of those that want the same number; `any` (任一) lists the cases."
            }
            Self::ScenarioStop { .. } => {
                "mend `answers` or `stop`; if the scenario is right, the stop's condition is wrong."
            }
            Self::ScenarioList { .. } => {
                "mend `bring` or the `when` of the paper; answer what is still open."
            }
        };
        remedy.to_owned()
    }
}
