//! 放过: warnings that somebody looked at and lets pass, with the reason, in the content itself.

use super::{At, Finding, Place, Problem, Severity, closest, declare, declared};

/// Warnings that `check` alone does not look for: an entry about them may have its use elsewhere.
const NOT_IN_CHECK: &[&str] = &[
    "could-imply",
    "font-characters",
    "online-no-way",
    "option-idle",
    "paper-circle-possible",
    "stops-overlap",
];

/// A warning that is let pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowed {
    /// The id of the warning.
    pub id: At<String>,
    /// The file that it is about.
    pub file: String,
    /// It is of the whole site as well: findings without a file.
    pub of_site: bool,
    /// Why it may pass.
    pub reason: String,
    /// The whole entry.
    pub entry: At<String>,
}

declare! {
    /// A fault of 放过.
    AllowFault

    /// There is no such warning.
    "allow-unknown" Warning Unknown {
        /// As written.
        id: String,
        /// The nearest.
        suggestion: Option<String>,
    }

    /// An error cannot be let pass.
    "allow-error" Warning IsError {
        /// The error.
        id: String,
    }

    /// Nothing is found that it lets pass.
    "allow-nothing" Warning Nothing {
        /// The warning.
        id: String,
        /// The file that it would be about.
        file: String,
        /// The entry as written.
        entry: String,
    }
}

/// Marks the warnings that are let pass.
pub fn let_pass(findings: &mut [Finding], allowed: &[Allowed]) {
    for finding in findings {
        let entry = allowed.iter().find(|entry| entry.is_about(finding));
        if let Some(entry) = entry {
            finding.allowed = Some(entry.reason.clone());
        }
    }
}

/// What is wrong with the entries; `whole`: the content has no errors, so that what is not found is not there.
pub fn idle(findings: &[Finding], allowed: &[Allowed], whole: bool) -> Vec<Finding> {
    let mut seen: Vec<&Allowed> = Vec::new();
    let mut out = Vec::new();
    for entry in allowed {
        let again = seen
            .iter()
            .any(|other| other.id.value == entry.id.value && other.file == entry.file);
        seen.push(entry);
        let fault = entry.unknown().or_else(|| {
            let used = !again && findings.iter().any(|finding| entry.is_about(finding));
            let judged = whole && !NOT_IN_CHECK.contains(&entry.id.value.as_str());
            (judged && !used).then(|| AllowFault::Nothing {
                id: entry.id.value.clone(),
                file: entry.file.clone(),
                entry: entry.entry.value.clone(),
            })
        });
        let place = |fault: &AllowFault| match fault {
            AllowFault::Nothing { .. } => entry.entry.place.clone(),
            _ => entry.id.place.clone(),
        };
        out.extend(fault.map(|fault| Finding::at(place(&fault), fault.into())));
    }
    out
}

impl Allowed {
    fn is_about(&self, finding: &Finding) -> bool {
        let here = match &finding.place {
            Some(Place { file, .. }) => **file == *self.file,
            None => self.of_site,
        };
        let ours = matches!(&finding.problem, Problem::Allow(_));
        here && !ours
            && finding.severity() == Severity::Warning
            && finding.problem.id() == self.id.value
    }

    fn unknown(&self) -> Option<AllowFault> {
        let id = self.id.value.clone();
        let mut warnings: Vec<&str> = Vec::new();
        let own = AllowFault::DECLARED;
        for kind in declared().filter(|kind| !own.contains(kind)) {
            if kind.severity == Severity::Warning {
                warnings.push(kind.id);
            } else if kind.id == id {
                return Some(AllowFault::IsError { id });
            }
        }
        let suggestion = closest(&id, warnings.iter().copied());
        (!warnings.contains(&id.as_str())).then_some(AllowFault::Unknown { id, suggestion })
    }
}
