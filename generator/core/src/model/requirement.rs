//! What has to hold for a matter to be taken in (受理条件), as 在线政务服务若干规定 (令716) §6 wants it published.

use super::Text;
use crate::diagnostic::{At, Place};

/// One of the conditions that the law names; all of them have to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement<T = Text> {
    /// What has to hold.
    pub text: T,
    /// The stops that enforce it, by their index: with the answers that lead to one of them it does not hold.
    pub stops: Vec<At<usize>>,
    /// Who decides it and by what, where the guide's questions do not, or not alone.
    pub judged: Option<T>,
    /// Where it stands.
    pub place: Place,
}
