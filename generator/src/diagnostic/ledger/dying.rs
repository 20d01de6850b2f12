//! What a build would do to posters that hang: the walls, and the command that mends it.

use super::listed;

/// How a code was lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LostBy {
    /// No guide has it any more.
    Gone,
    /// Its guide has a new code now.
    Recoded(String),
    /// Its guide has the code of another published matter now.
    Swapped(String),
    /// The community does not offer it any more.
    Closed,
    /// Its guide is a draft.
    Draft,
}

/// The posters of one community.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AffectedPosters {
    /// Its name.
    pub community: String,
    /// Code and title of each.
    pub posters: Vec<String>,
}

/// Posters that would lead nowhere, or elsewhere than they say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BrokenPoster {
    /// A code without a page.
    Lost {
        /// The code.
        code: String,
        /// What the posters say.
        title: String,
        /// The communities, by name.
        walls: Vec<String>,
        /// What a command has to be told beside the code: nothing, or ` --community …`.
        only: String,
        /// How.
        by: LostBy,
    },
    /// A code that a guide of another name has now.
    Reassigned {
        /// The code.
        code: String,
        /// What the posters say.
        title: String,
        /// The communities, by name.
        walls: Vec<String>,
        /// The matter that it stands for.
        was: String,
        /// The guide that has it now.
        now: String,
        /// The other guide is gone: this may be it under a new name.
        renamed: bool,
    },
    /// The site's address is another one.
    Moved {
        /// The address on the posters.
        from: String,
        /// The address now.
        to: String,
        /// All posters.
        walls: Vec<AffectedPosters>,
    },
    /// A community's folder is gone.
    CommunityGone {
        /// Its id.
        id: String,
        /// Its posters.
        walls: AffectedPosters,
    },
    /// An ended code is offered again.
    Returned {
        /// The code.
        code: String,
        /// The community's id.
        community: String,
        /// Its name.
        name: String,
        /// When it ended.
        on: String,
    },
    /// Codes of this build lead elsewhere than the posters; nothing is recorded.
    Preview {
        /// The address of this build.
        url: String,
        /// The posters' address; none where site.yaml does not name one.
        published: Option<String>,
    },
}

impl BrokenPoster {
    /// The id.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Lost { .. } => "code-lost",
            Self::Reassigned { .. } => "code-reassigned",
            Self::Moved { .. } => "address-moved",
            Self::CommunityGone { .. } => "community-gone",
            Self::Returned { .. } => "code-returned",
            Self::Preview { .. } => "preview-address",
        }
    }

    pub(in crate::diagnostic) fn zh(&self) -> String {
        match self {
            Self::Lost {
                code,
                title,
                walls,
                by,
                ..
            } => {
                let what = match by {
                    LostBy::Gone => "没有了".to_owned(),
                    LostBy::Recoded(new) | LostBy::Swapped(new) => format!("换成了 {new}"),
                    LostBy::Closed => "不办了".to_owned(),
                    LostBy::Draft => "成了草稿，不再公布".to_owned(),
                };
                format!(
                    "编号 {code}“{title}”{what}，{}墙上的码会打不开",
                    zh_walls(walls)
                )
            }
            Self::Reassigned {
                code,
                title,
                walls,
                was,
                now,
                ..
            } => format!(
                "编号 {code} 是“{title}”（{was}）的，现在给了 {now}；{}墙上的码会开出别的事",
                zh_walls(walls)
            ),
            Self::Moved { from, to, walls } => {
                let walls: Vec<String> = walls.iter().map(zh_posters).collect();
                format!(
                    "网址从 {from} 换成了 {to}，墙上的码会打不开：{}",
                    walls.join("；")
                )
            }
            Self::CommunityGone { id, walls } => {
                let shown = if id.is_empty() {
                    "site.yaml 里的社区"
                } else {
                    id
                };
                format!("{shown} 没有了，墙上的码会打不开：{}", zh_posters(walls))
            }
            Self::Returned { code, name, on, .. } => {
                format!("编号 {code} 在{name}已于 {on} 停用，现在又有了")
            }
            Self::Preview {
                url,
                published: Some(published),
            } => {
                format!("这次的二维码指向 {url}，不是海报上的 {published}")
            }
            Self::Preview {
                url,
                published: None,
            } => format!("这次的二维码指向 {url}，编号没有记进台账"),
        }
    }

    pub(in crate::diagnostic) fn zh_remedy(&self) -> String {
        match self {
            Self::Lost { code, only, by, .. } => {
                let back = match by {
                    LostBy::Gone => "把指南找回来".to_owned(),
                    LostBy::Recoded(new) => {
                        return format!(
                            "把编号改回 {code}；真要换，运行：onetrip codes retire {code} --to {new}{only}；还没印过，运行：onetrip codes forget {code}{only}"
                        );
                    }
                    LostBy::Swapped(new) => {
                        return format!("把编号改回 {code}；{new} 是别的事的，不能给它。");
                    }
                    LostBy::Closed => "从“不办”里去掉".to_owned(),
                    LostBy::Draft => {
                        "删掉“草稿: 是”这一行；边改边公布旧的，把旧指南放回来，草稿另存一个文件"
                            .to_owned()
                    }
                };
                format!(
                    "{back}；并到了别的事，运行：onetrip codes retire {code} --to 那件事的编号{only}；不再办了，运行：onetrip codes retire {code} --because \"原因\"{only}；还没印过，运行：onetrip codes forget {code}{only}"
                )
            }
            Self::Reassigned {
                code,
                was,
                now,
                renamed: true,
                ..
            } => format!(
                "同一件事换了文件名，运行：onetrip codes rename {was} {now}；是另一件事，给它换个没用过的编号；{code} 还没印过，运行：onetrip codes forget {code}"
            ),
            Self::Reassigned { code, now, .. } => {
                format!(
                    "给 {now} 换个没用过的编号；{code} 还没印过，运行：onetrip codes forget {code}"
                )
            }
            Self::Moved { from, .. } => format!(
                "把网址改回来；只是预览，用 --base-url；真要搬，先让旧网址转到新网址、或重印海报，再运行：onetrip codes move --from-base-url {from}；一张都没印过，删掉 codes.lock 再生成"
            ),
            Self::CommunityGone { id, .. } => {
                let shown = if id.is_empty() { "." } else { id };
                format!(
                    "改了社区的文件名，运行：onetrip codes move --from-community {shown} --to-community 新文件名；社区撤并了，运行：onetrip codes retire --community {shown} --because \"原因\"；还没印过，运行：onetrip codes forget --community {shown}"
                )
            }
            Self::Returned {
                code, community, ..
            } => format!(
                "要重新办，运行：onetrip codes restore {code}{}；不办，就删掉指南或写进“不办”。",
                only(community)
            ),
            Self::Preview {
                published: Some(_), ..
            } => "只作预览，不要印；台账没有动。".into(),
            Self::Preview {
                published: None, ..
            } => "要印海报，先在 site.yaml 里写上“网址”，编号才会记进 codes.lock。".into(),
        }
    }

    pub(in crate::diagnostic) fn en(&self) -> String {
        match self {
            Self::Lost {
                code,
                title,
                walls,
                by,
                ..
            } => {
                let what = match by {
                    LostBy::Gone => "is gone".to_owned(),
                    LostBy::Recoded(new) | LostBy::Swapped(new) => format!("became {new}"),
                    LostBy::Closed => "is not offered any more".to_owned(),
                    LostBy::Draft => "became a draft and is not published any more".to_owned(),
                };
                format!(
                    "the code {code} \"{title}\" {what}; posters on these walls will not open: {}",
                    en_walls(walls)
                )
            }
            Self::Reassigned {
                code,
                title,
                walls,
                was,
                now,
                ..
            } => format!(
                "the code {code} stands for \"{title}\" ({was}) and was given to {now}; posters on these walls will open another matter: {}",
                en_walls(walls)
            ),
            Self::Moved { from, to, walls } => {
                let walls: Vec<String> = walls.iter().map(en_posters).collect();
                format!(
                    "the address moved from {from} to {to}; these posters will not open: {}",
                    walls.join("; ")
                )
            }
            Self::CommunityGone { id, walls } => {
                let shown = if id.is_empty() { "in site.yaml" } else { id };
                format!(
                    "the community {shown} is gone; these posters will not open: {}",
                    en_posters(walls)
                )
            }
            Self::Returned { code, name, on, .. } => {
                format!("the code {code} of {name} ended on {on} and is offered again")
            }
            Self::Preview {
                url,
                published: Some(published),
            } => {
                format!(
                    "the codes of this build lead to {url}, not to {published} as on the posters"
                )
            }
            Self::Preview {
                url,
                published: None,
            } => {
                format!("the codes of this build lead to {url} and were not recorded")
            }
        }
    }

    pub(in crate::diagnostic) fn en_remedy(&self) -> String {
        match self {
            Self::Lost { code, only, by, .. } => {
                let back = match by {
                    LostBy::Gone => "bring the guide back".to_owned(),
                    LostBy::Recoded(new) => {
                        return format!(
                            "give the guide its code {code} back; if it has to change, run: onetrip codes retire {code} --to {new}{only}; if it was never printed, run: onetrip codes forget {code}{only}"
                        );
                    }
                    LostBy::Swapped(new) => {
                        return format!("give the guide its code {code} back; {new} stands for another matter.");
                    }
                    LostBy::Closed => "take it out of `not_offered` (不办)".to_owned(),
                    LostBy::Draft => "delete the line `draft: yes` (草稿: 是); to publish the old guide while you write, put it back and keep the draft in a file of its own".to_owned(),
                };
                format!(
                    "{back}; if another matter took its place, run: onetrip codes retire {code} --to CODE{only}; if it ended, run: onetrip codes retire {code} --because \"…\"{only}; if it was never printed, run: onetrip codes forget {code}{only}"
                )
            }
            Self::Reassigned { code, was, now, renamed: true, .. } => format!(
                "the same matter in a renamed file: run: onetrip codes rename {was} {now}; another matter: give it a code that was never used; if {code} was never printed, run: onetrip codes forget {code}"
            ),
            Self::Reassigned { code, now, .. } => format!(
                "give {now} a code that was never used; if {code} was never printed, run: onetrip codes forget {code}"
            ),
            Self::Moved { from, .. } => format!(
                "put the address back; for a preview use --base-url; if it has to move, redirect the old address or print anew, then run: onetrip codes move --from-base-url {from}; if nothing was ever printed, delete codes.lock and build"
            ),
            Self::CommunityGone { id, .. } => {
                let shown = if id.is_empty() { "." } else { id };
                format!(
                    "its file was renamed: run: onetrip codes move --from-community {shown} --to-community NEW; it was dissolved: run: onetrip codes retire --community {shown} --because \"…\"; nothing was printed: run: onetrip codes forget --community {shown}"
                )
            }
            Self::Returned { code, community, .. } => format!(
                "to offer it again, run: onetrip codes restore {code}{}; else delete the guide or write it into `not_offered` (不办).",
                only(community)
            ),
            Self::Preview { published: Some(_), .. } => "a preview, not to be printed; the ledger was left alone.".into(),
            Self::Preview { published: None, .. } => {
                "before posters are printed, write `base_url` (网址) into site.yaml; then codes are recorded in codes.lock.".into()
            }
        }
    }
}

/// What a command has to be told to mean one community.
fn only(community: &str) -> String {
    if community.is_empty() {
        String::new()
    } else {
        format!(" --community {community}")
    }
}

fn zh_walls(names: &[String]) -> String {
    listed(names, 8, "、", |all| format!("等 {all} 个社区"))
}

fn en_walls(names: &[String]) -> String {
    listed(names, 8, ", ", |all| {
        format!(" and others, {all} communities")
    })
}

fn zh_posters(walls: &AffectedPosters) -> String {
    let posters = listed(&walls.posters, 4, "、", |_| "……".to_owned());
    format!(
        "{} {} 张（{posters}）",
        walls.community,
        walls.posters.len()
    )
}

fn en_posters(walls: &AffectedPosters) -> String {
    let posters = listed(&walls.posters, 4, ", ", |_| " …".to_owned());
    format!("{} {} ({posters})", walls.community, walls.posters.len())
}
