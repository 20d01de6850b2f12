//! What the engine proves of a guide's rules.

use super::{Argument, Term, declare};

declare! {
    /// A fault that no reading of the guide shows, but every walk through its situations does.
    Proof

    /// A question whose answer never changes anything.
    "question-idle" Error QuestionIdle {
        /// The question.
        question: String,
    }

    /// An option that does exactly what another one does.
    "option-idle" Warning OptionIdle {
        /// The question.
        question: String,
        /// The option.
        option: String,
        /// The other one.
        same_as: String,
    }

    /// A condition that holds in no situation that has a list.
    "never-holds" Error NeverHolds {
        /// The line, step or note.
        what: String,
    }

    /// A condition that holds in every situation that has a list.
    "always-holds" Error AlwaysHolds {
        /// The line, step or note.
        what: String,
    }

    /// A stop that never decides: it cannot hold, or an earlier one always holds with it.
    "stop-idle" Error StopIdle {
        /// The stop's title.
        stop: String,
        /// The earlier stops of which one always holds with it; none: it never holds.
        hidden_by: Vec<String>,
    }

    /// Two stops hold in one situation.
    "stops-overlap" Warning StopsOverlap {
        /// The first stop's title.
        first: String,
        /// The second stop's title.
        second: String,
        /// Answers with which both hold.
        answers: String,
    }

    /// An agent may come, and where one does only the person has to come.
    "agent-in-person" Warning AgentInPerson {
        /// The question.
        question: String,
        /// Its option that means an agent.
        option: String,
        /// Answers with which it is so.
        answers: String,
    }

    /// 代办 is possible, but somewhere a paper that an agent needs is not on the list (民法典 §165).
    "agent-papers" Error AgentPapers {
        /// The question.
        question: String,
        /// Its option that means an agent.
        option: String,
        /// Answers with which it is missing.
        answers: String,
        /// What is missing.
        missing: AgentPaper,
        /// The line that lacks.
        line: AgentLine,
    }

    /// A guide writes one paper in more lines than can be worked out together.
    "same-paper" Error SamePaper {
        /// The paper, as 带 names it.
        paper: String,
        /// In how many lines it stands.
        count: usize,
        /// In how many it may.
        most: usize,
    }
}

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

/// The beginning of a line that asks for what an agent has to bring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgentLine(pub AgentPaper);

impl From<AgentPaper> for Argument {
    fn from(paper: AgentPaper) -> Self {
        Self::Term(Term(match paper {
            AgentPaper::Authorisation => "term-agent-authorisation",
            AgentPaper::AgentIdentity => "term-agent-identity",
            AgentPaper::PrincipalIdentity => "term-agent-principal",
        }))
    }
}

impl From<AgentLine> for Argument {
    fn from(AgentLine(paper): AgentLine) -> Self {
        Self::Term(Term(match paper {
            AgentPaper::Authorisation => "term-agent-line-authorisation",
            AgentPaper::AgentIdentity => "term-agent-line-identity",
            AgentPaper::PrincipalIdentity => "term-agent-line-principal",
        }))
    }
}
