//! Help in the person's language. clap itself speaks English only.

use clap::{Arg, Command, CommandFactory};
use onetrip_core::diagnostic::Lang;

use super::args::Cli;
use super::codes::args as codes_args;
use super::new::args as new_args;
use super::theme::args as theme_args;

/// The command with its help in `lang`.
pub(super) fn command(lang: Lang) -> Command {
    let command = Cli::command();
    match lang {
        Lang::En => command,
        Lang::Zh => chinese(command),
    }
}

const TEMPLATE: &str = "{about-with-newline}\n用法：{usage}\n\n{all-args}\n";

/// Codes have a `--to` that says something else.
const TO: &str = "不生成文件夹，整个网站放进一个文件：site.zip 或 site.tar.gz";

fn chinese(command: Command) -> Command {
    let command = command
        .mut_arg("lang", |arg| {
            arg.help("提示用的语言：zh 中文，en 英文；不写就看系统语言")
                .help_heading("选项")
                .hide_possible_values(true)
        })
        .override_usage("onetrip <命令> [选项]")
        .about("一趟清：把一文件夹的办事指南变成网站、二维码和材料清单向导")
        .help_template(TEMPLATE)
        .subcommand_help_heading("命令")
        .disable_help_subcommand(true)
        .mut_subcommand("build", |c| {
            texts(c.about("生成网站").override_usage("onetrip build [选项]"))
                .mut_arg("to", |arg| arg.help(TO))
        })
        .mut_subcommand("merge", |c| {
            let command = texts(
                c.about("合并：把几台机器分头生成的几份（build --shard）合成一个网站")
                    .override_usage("onetrip merge <一份>… [选项]"),
            );
            command
                .mut_arg("to", |arg| arg.help(TO))
                .mut_arg("parts", |arg| {
                    arg.help("build --shard 生成的文件夹或 .zip 文件")
                        .help_heading("各份")
                })
                .mut_arg("content", |arg| {
                    arg.help("放指南的文件夹，台账在里面（不写就是 content）")
                })
        })
        .mut_subcommand("serve", |c| {
            texts(
                c.about("边写边看：改了就自己更新，哪一页有问题就写在哪一页上")
                    .override_usage("onetrip serve [选项]"),
            )
        })
        .mut_subcommand("check", |c| {
            let command = texts(
                c.about("只检查内容，不生成")
                    .override_usage("onetrip check [选项]"),
            );
            command.mut_arg("theme", |arg| arg.help("连这个主题文件夹一起检查"))
        })
        .mut_subcommand("codes", |c| {
            let command = c
                .about("公布过的编号（codes.lock）：看、停用、改名")
                .override_usage("onetrip codes <命令> [选项]");
            actions(command, &codes_args::ACTIONS, codes_args::chinese)
        })
        .mut_subcommand("theme", |c| {
            let command = c
                .about("自带的主题：看有哪些文件，复制出来改")
                .override_usage("onetrip theme <命令> [选项]");
            actions(command, &theme_args::ACTIONS, theme_args::chinese)
        })
        .mut_subcommand("print", |c| {
            let command = texts(
                c.about("只打印海报、目录、小标牌和连心卡")
                    .override_usage("onetrip print [选项]"),
            );
            command.mut_arg("out", |arg| {
                arg.help("打印文件放到哪个文件夹（不写就是 print）")
            })
        })
        .mut_subcommand("draw", |c| {
            let command = texts(
                c.about("把 SVG 图（空白表、样表）做成 PDF 和 PNG")
                    .override_usage("onetrip draw <文件>… [选项]"),
            );
            command
                .mut_arg("drawings", |arg| arg.help("SVG 文件").help_heading("文件"))
                .mut_arg("out", |arg| {
                    arg.help("做好的文件放到哪个文件夹（不写就是 content/files）")
                })
        });
    own_flags(single(beside(command)), true).subcommand(
        // `usage::as_flags` takes it away; it stands here for the list of commands.
        Command::new("help")
            .about("看一个命令怎么用，如 onetrip help check")
            .disable_help_flag(true),
    )
}

/// What helps to write content.
fn beside(command: Command) -> Command {
    command
        .mut_subcommand("new", |c| {
            let command = c
                .about("新建：网站、社区、指南、材料、问题")
                .override_usage("onetrip new <命令> [选项]");
            actions(command, &new_args::ACTIONS, new_args::chinese).mut_subcommand("matter", |c| {
                c.mut_arg("kind", |arg| {
                    arg.help("一般怎么办：津贴 allowance，登记 registration，证明 certificate，认证 recognition（不写就看标题）")
                })
                .mut_arg("code", |arg| arg.help("编号（不写就挑一个没用过的）"))
            })
            .mut_subcommand("site", |c| {
                c.mut_arg("community", |arg| arg.help("第一个社区叫什么"))
            })
        })
        .mut_subcommand("schema", |c| {
            let command = texts(
                c.about("写出内容格式的 JSON Schema：编辑器输入时有提示和检查")
                    .override_usage("onetrip schema [选项]"),
            );
            command.mut_arg("out", |arg| arg.help("放指南的文件夹（不写就是 content）"))
        })
        .mut_subcommand("docs", |c| {
            let command = texts(
                c.about("写出手册：每个文件、每一项怎么写，会指出哪些问题")
                    .override_usage("onetrip docs [选项]"),
            );
            command.mut_arg("out", |arg| arg.help("手册放到哪个文件夹（不写就是 docs）"))
        })
}

/// The commands that are about single files and findings.
fn single(command: Command) -> Command {
    command
        .mut_subcommand("fmt", |c| {
            let command = texts(
                c.about("把内容文件排整齐：各项的先后、引号、换行；意思不变")
                    .override_usage("onetrip fmt [文件]… [选项]"),
            );
            command.mut_arg("laid_out", |arg| {
                arg.help("内容里的文件或文件夹；不写就是全部")
                    .help_heading("文件")
            })
        })
        .mut_subcommand("explain", |c| {
            let command = texts(
                c.about("细说检查结果里的一条：为什么要改，怎么改")
                    .override_usage("onetrip explain [编号] [选项]"),
            );
            command.mut_arg("finding", |arg| {
                arg.help("方括号里的那个编号，例如 missing-key；不写就列出全部")
                    .help_heading("参数")
            })
        })
}

/// A command of commands, with the name, about and usage of each; `arg` says what is particular to their arguments.
fn actions(
    command: Command,
    actions: &[(&'static str, &'static str, &'static str)],
    arg: fn(Arg) -> Arg,
) -> Command {
    let command = command
        .subcommand_help_heading("命令")
        .disable_help_subcommand(true);
    actions
        .iter()
        .fold(texts(command), |command, (name, about, usage)| {
            command.mut_subcommand(name, |action| {
                texts(action.about(*about).override_usage(*usage)).mut_args(arg)
            })
        })
}

/// Options of a subcommand, by id.
fn texts(command: Command) -> Command {
    let help = [
        ("content", "放指南的文件夹（不写就是 content）"),
        ("base_url", "网站的网址，代替 site.yaml 里的“网址”"),
        ("community", "只生成这一个社区"),
        (
            "format",
            "检查结果的样式：human 给人看，json、github（GitHub 的批注）、sarif 给程序看（不写就是 human）",
        ),
        (
            "situations",
            "再列出每份指南要问几个问题、清单有多长、好不好读（100 分最好读：句子平均不超过 12 个字，每多一个字少 3 分；超过 30 字的句子，每占百分之一少 1 分）",
        ),
        (
            "remarks",
            "再列出不算错、但值得看一眼的：同时成立的中止、结果一样的选项",
        ),
        (
            "fix",
            "先把拿得准的改好（冒号、逗号、空格、引号、写错一个字的项目名），再检查",
        ),
        ("deny", "warnings：有提醒也算不通过"),
        ("theme", "主题文件夹；缺的部分用自带的主题"),
        ("out", "网站生成到哪个文件夹（不写就是 dist）"),
        ("port", "端口（不写就是 8000，被占了就换一个）"),
        ("open", "在浏览器里打开"),
        ("lan", "同一个网络里的手机也能看：给出网址和二维码"),
        (
            "single_file",
            "不生成网站，只把这个编号的一页做成一个文件，什么都在里面，好发微信、拷U盘；放在 社区-编号.html，或者 --to 写的地方",
        ),
        (
            "shard",
            "只生成其中一份，如 3/16：几台机器分头做，再用 merge 合起来",
        ),
        (
            "keep",
            "网站文件夹里别人放的、要一直留着的文件或文件夹；可以写几次。.well-known、CNAME、robots.txt、MP_verify_….txt 这些不用写，总会留着",
        ),
        (
            "timings",
            "说出时间用在哪里；写上文件（--timings=文件）就存成 Chrome 能看的记录",
        ),
        ("no_print", "不打印海报、目录、小标牌和连心卡"),
        ("drafts", "连草稿一起生成，只作预览：不记台账，不打印"),
        (
            "kind",
            "打印什么：poster 海报，directory 目录，stickers 小标牌，cards 连心卡；可以写几次，不写就是全部",
        ),
        (
            "keys",
            "冒号前的词用哪种写法：chinese 中文，english 英文（不写就看提示用的语言）",
        ),
        (
            "only_check",
            "只看，不改：列出没有排整齐的文件，有就算不通过",
        ),
        ("all", "全部细说一遍，做成一页 Markdown"),
        (
            "explain_format",
            "样式：human 给人看，json 给程序看（不写就是 human）",
        ),
        ("paper", "海报和目录用什么纸：a3、a4、a5（不写就是 a4）"),
        ("matter", "只打印这一个事项（写编号）"),
    ];
    let known: Vec<String> = command
        .get_arguments()
        .map(|arg| arg.get_id().to_string())
        .collect();
    let present = help
        .iter()
        .chain(&codes_args::OPTIONS)
        .chain(&new_args::OPTIONS)
        .chain(&theme_args::OPTIONS)
        .filter(|(id, _)| known.iter().any(|k| k == id));
    let command = present.fold(command.help_template(TEMPLATE), |command, (id, help)| {
        command.mut_arg(id, |arg| {
            let arg = arg.help(*help).help_heading("选项");
            let valued = arg.get_action().takes_values();
            if valued {
                arg.hide_default_value(true).hide_possible_values(true)
            } else {
                arg
            }
        })
    });
    own_flags(command, false)
}

fn own_flags(command: Command, with_version: bool) -> Command {
    use clap::ArgAction;
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .help("显示帮助");
    let command = command
        .disable_help_flag(true)
        .arg(help.help_heading("选项"));
    if !with_version {
        return command;
    }
    let version = Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version)
        .help("显示版本");
    command
        .disable_version_flag(true)
        .arg(version.help_heading("选项"))
}

#[cfg(test)]
mod tests {
    use super::{Lang, command};

    #[test]
    fn help_is_sound_in_both_languages() {
        command(Lang::En).debug_assert();
        command(Lang::Zh).debug_assert();
    }
}
