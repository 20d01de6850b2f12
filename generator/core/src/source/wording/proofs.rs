//! Proofs that communities are not to issue: the first twenty kinds of 民发〔2020〕20号 (six ministries, October 2020).

use super::Found;
use crate::diagnostic::{Term, WordingFault};

/// Words for a kind of proof, and what serves instead.
const PROOFS: [(&[&str], &str); 20] = [
    (&["亲属关系证明"], "term-proof-kinship"),
    (&["身份信息证明", "居民身份证明"], "term-proof-identity"),
    (
        &[
            "户口登记项目内容变更申请证明",
            "户口项目变更证明",
            "户口变更证明",
        ],
        "term-proof-register",
    ),
    (&["养犬证明", "养犬登记证明"], "term-proof-dog"),
    (&["无犯罪证明", "无犯罪记录证明"], "term-proof-record"),
    (
        &["戒毒康复证明", "社区戒毒证明", "戒毒康复表现证明"],
        "term-proof-record",
    ),
    (&["失踪证明", "人员失踪证明"], "term-proof-missing"),
    (
        &["婚姻状况证明", "婚姻证明", "单身证明", "未婚证明"],
        "term-proof-marriage",
    ),
    (&["出生证明"], "term-proof-birth"),
    (&["健在证明", "生存证明", "在世证明"], "term-proof-alive"),
    (&["死亡证明"], "term-proof-death"),
    (&["疾病证明", "疾病状况证明"], "term-proof-illness"),
    (&["残疾证明", "残疾状况证明"], "term-proof-disability"),
    (
        &["婚育证明", "婚育状况证明", "生育状况证明"],
        "term-proof-children",
    ),
    (
        &["就业证明", "就业状况证明", "失业证明", "无业证明"],
        "term-proof-work",
    ),
    (&["档案证明", "个人档案证明"], "term-proof-file"),
    (&["财产证明"], "term-proof-property"),
    (
        &["继承权证明", "遗产继承权公证证明", "遗产继承证明"],
        "term-proof-heir",
    ),
    (&["经营场所证明", "场地证明"], "term-proof-premises"),
    (&["证件遗失证明", "遗失证明"], "term-proof-lost"),
];

/// Who is not to issue them.
pub(super) const COMMUNITY: [&str; 9] = [
    "居委会",
    "村委会",
    "居民委员会",
    "村民委员会",
    "社区",
    "居(村)委会",
    "居（村）委会",
    "村(居)委会",
    "村（居）委会",
];
/// That they are to.
const ISSUES: [&str; 7] = ["开具", "出具", "开个", "开一", "开的", "盖章", "开"];

/// A proof of these kinds in a sentence that says that a community issues it.
pub(super) fn asked_of_communities(words: &str) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut start = 0;
    for sentence in words.split_inclusive(['。', '；', '！', '\n']) {
        let asks = COMMUNITY.iter().any(|who| {
            let behind = sentence.find(who).map(|at| &sentence[at + who.len()..]);
            behind.is_some_and(|behind| {
                let behind: String = behind.chars().take(12).collect();
                ISSUES.iter().any(|issues| behind.contains(issues))
                    && !behind.contains("不能")
                    && !behind.contains("不再")
                    && !behind.contains("不开")
            })
        });
        if asks {
            found.extend(
                proofs(sentence).map(|(at, fault)| (start + at.start..start + at.end, fault)),
            );
        }
        start += sentence.len();
    }
    found
}

fn proofs(sentence: &str) -> impl Iterator<Item = Found> {
    PROOFS.iter().filter_map(|(names, instead)| {
        let (at, name) = names
            .iter()
            .find_map(|name| Some((sentence.find(name)?, *name)))?;
        let fault = WordingFault::ProofNotAllowed {
            proof: name.to_owned(),
            instead: Term(instead),
        };
        Some((at..at + name.len(), fault))
    })
}

/// A paper of one of these kinds that a community is to issue.
pub(super) fn issued(name: &str, issuer: &str) -> Option<WordingFault> {
    let by_community = COMMUNITY.iter().any(|who| issuer.contains(who));
    proofs(name)
        .next()
        .filter(|_| by_community)
        .map(|(_, fault)| fault)
}

#[cfg(test)]
mod tests {
    use super::asked_of_communities;

    #[test]
    fn only_what_a_community_is_to_issue_is_found() {
        for words in [
            "由居委会开具亲属关系证明",
            "到社区开婚姻状况证明。",
            "社区出具的无犯罪记录证明",
        ] {
            assert_eq!(asked_of_communities(words).len(), 1, "{words}");
        }
        for words in [
            "医院出具死亡证明",
            "社区不能开亲属关系证明",
            "出生医学证明",
            "到社区来。死亡证明由医院开",
        ] {
            assert!(asked_of_communities(words).is_empty(), "{words}");
        }
    }
}
