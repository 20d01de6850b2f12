//! Papers: lines of a guide, choices, the register.

use super::Shape::{Count, Either, Like, List, Nothing, OneOf, Record as Of, Text, YesNo};
use super::rules::WHEN;
use super::{AMOUNT, Field, Record, both, keys, may, must};
use crate::model::{DETAILS, DetailKind};

const AMOUNT_SHAPE: super::Shape = Either(&[Count, Of(&AMOUNT)]);

/// What a line says before its details.
const PLAIN: &[Field] = &[
    may!(
        keys::USE,
        Text,
        "身份证",
        "materials.yaml 里的哪份材料",
        "Which paper of materials.yaml",
    ),
    may!(
        keys::NAME,
        Text,
        "高龄津贴申请表",
        "材料叫什么（不在 materials.yaml 里的）",
        "What it is called, where it is not in materials.yaml",
    ),
    may!(keys::OF, Text, "老人", "谁的", "Whose"),
    may!(
        keys::ORIGINALS,
        AMOUNT_SHAPE,
        "1",
        "原件几份",
        "How many originals",
    ),
    may!(
        keys::COPIES,
        AMOUNT_SHAPE,
        "1",
        "复印件几份",
        "How many copies",
    ),
    may!(
        keys::HAND_IN,
        YesNo,
        "是",
        "原件收走，不还",
        "The office keeps the original",
    ),
    may!(
        keys::RECOMMENDED,
        YesNo,
        "是",
        "不是必带，带了更好",
        "Not needed, but useful",
    ),
    may!(
        keys::EXEMPT,
        Either(&[OneOf(|| both(keys::EXEMPTIONS)), Of(&EXEMPT)]),
        "数据共享",
        "不用带：为什么",
        "Why it need not be brought",
    ),
    may!(
        keys::BLANK_FORM,
        Like(PATH),
        "files/sqb-form.pdf",
        "空白表的文件",
        "The file of the blank form",
    ),
    may!(
        keys::SAMPLE_FORM,
        Like(PATH),
        "files/sqb-sample.png",
        "填好的样表",
        "The file of a form that is filled in",
    ),
    may!(
        keys::RESULT_OF,
        Text,
        "居住证",
        "这份材料是办哪件事得到的；别处发的写“别处”",
        "The matter that it results from; “elsewhere” where none of these does",
    ),
];

/// What it says behind them; a note comes last.
const BOUND: &[Field] = &[
    may!(
        keys::CRITERIA,
        Of(&CRITERIA),
        "{算: [网签备案的租房合同], 不算: [手写的收据]}",
        "什么样的才算",
        "What counts, and what does not",
    ),
    may!(
        keys::FRESH,
        Either(&[Text, Of(&FRESH)]),
        "{天数: 30}",
        "多久以内开的才算",
        "How recent it must be",
    ),
    may!(
        keys::E_CERTIFICATE,
        YesNo,
        "是",
        "手机里的电子证照也行",
        "The electronic certificate is taken",
    ),
    may!(
        keys::DEFER,
        Either(&[YesNo, Of(&DEFER)]),
        "{天数: 10, 怎么补: 送到窗口}",
        "可以先办、后补",
        "It may follow later",
    ),
    WHEN,
];

/// A file below the content folder.
pub(super) const PATH: &str = r"^[^\\]+\.[A-Za-z0-9]+$";

const fn detail(kind: &DetailKind) -> Field {
    may!(
        keys::detail(kind),
        Text,
        kind.example,
        kind.about[0],
        kind.about[1],
    )
}

/// How many details the register may say.
const SHARED: usize = {
    let (mut number, mut i) = (0, 0);
    while i < DETAILS.len() {
        number += DETAILS[i].shared as usize;
        i += 1;
    }
    number
};

/// Whether a detail is the note that comes last.
const fn is_note(kind: &DetailKind) -> bool {
    kind.id.len() == 4 && matches!(kind.id.as_bytes(), b"note")
}

/// These fields, those of the details (or of those that the register may say), `behind` and the note.
const fn with_details<const N: usize>(
    plain: &[Field],
    behind: &[Field],
    all_kinds: bool,
) -> [Field; N] {
    let mut all = [WHEN; N];
    let (mut at, mut i) = (0, 0);
    while at < plain.len() {
        all[at] = plain[at];
        at += 1;
    }
    while i < DETAILS.len() {
        if is_note(&DETAILS[i]) {
            all[N - 1] = detail(&DETAILS[i]);
        } else if all_kinds || DETAILS[i].shared {
            all[at] = detail(&DETAILS[i]);
            at += 1;
        }
        i += 1;
    }
    i = 0;
    while i < behind.len() {
        all[at] = behind[i];
        at += 1;
        i += 1;
    }
    all
}

/// A paper of a guide.
pub(crate) static LINE: Record = Record {
    id: "line",
    about: ["材料的一行", "A line of the papers"],
    fields: &with_details::<{ PLAIN.len() + DETAILS.len() + BOUND.len() }>(PLAIN, BOUND, true),
};

/// A line that leaves a choice.
pub(crate) static GROUP: Record = Record {
    id: "choice",
    about: ["几样里选", "A choice"],
    fields: &[
        may!(keys::PICK, Count, "1", "选几样", "How many of them"),
        may!(
            keys::NAME,
            Text,
            "住在这里的凭证",
            "这几样合起来叫什么",
            "What they are called together",
        ),
        WHEN,
        must!(
            keys::FROM,
            List(&Either(&[Of(&LINE), Of(&GROUP), Of(&TOGETHER)])),
            "[{用: 居住证, 原件: 1}, {用: 房产证, 原件: 1}]",
            "有哪几样",
            "What there is to choose from",
        ),
    ],
};

/// Papers that go together as one way of a choice.
pub(crate) static TOGETHER: Record = Record {
    id: "together",
    about: [
        "几样一起，算一种办法",
        "Papers that are one way of a choice together",
    ],
    fields: &[
        may!(
            keys::NAME,
            Text,
            "房产证和户口簿",
            "合起来叫什么",
            "What they are called together",
        ),
        WHEN,
        must!(
            keys::TOGETHER,
            List(&Either(&[Of(&LINE), Of(&GROUP)])),
            "[{用: 房产证, 原件: 1}, {用: 户口簿, 原件: 1}]",
            "哪几样要一起带",
            "Which papers are brought together",
        ),
    ],
};

/// What counts as a paper.
pub(crate) static CRITERIA: Record = Record {
    id: "criteria",
    about: ["什么样的才算", "What counts as the paper"],
    fields: &[
        may!(
            keys::COUNTS,
            List(&Either(&[Text, Of(&CRITERION)])),
            "[网签备案的租房合同]",
            "这样的算",
            "This counts",
        ),
        may!(
            keys::COUNTS_NOT,
            List(&Either(&[Text, Of(&CRITERION)])),
            "[{说明: 手写的收据, 图: files/shouju.png}]",
            "这样的不算",
            "This does not",
        ),
    ],
};

/// One of them, with a picture.
pub(crate) static CRITERION: Record = Record {
    id: "criterion",
    about: ["算或不算的一样", "Something that counts or does not"],
    fields: &[
        must!(
            keys::TEXT,
            Text,
            "手写的收据",
            "是什么样的",
            "What it is like",
        ),
        may!(
            keys::PICTURE,
            Like(PATH),
            "files/shouju.png",
            "图片的文件",
            "The file of a picture",
        ),
    ],
};

/// 有效期.
pub(crate) static FRESH: Record = Record {
    id: "fresh",
    about: ["多久以内开的才算", "How recent a paper must be"],
    fields: &[
        must!(
            keys::FRESH_DAYS,
            Count,
            "30",
            "多少天以内",
            "At most so many days old",
        ),
        may!(
            keys::FRESH_TEXT,
            Text,
            "近一个月的",
            "页面怎么说；不写就说天数",
            "How the page says it; by days where it is missing",
        ),
    ],
};

/// 容缺.
pub(crate) static DEFER: Record = Record {
    id: "defer",
    about: ["先办后补", "What may follow later"],
    fields: &[
        may!(
            keys::FRESH_DAYS,
            Count,
            "10",
            "几天内补",
            "Within so many days",
        ),
        may!(
            keys::DEFER_HOW,
            Text,
            "送到窗口或者拍照发来",
            "怎么补",
            "How to hand it in",
        ),
    ],
};

/// 免提交.
pub(crate) static EXEMPT: Record = Record {
    id: "exempt",
    about: ["为什么不用带", "Why it need not be brought"],
    fields: &[
        must!(
            keys::MANNER,
            OneOf(|| both(keys::EXEMPTIONS)),
            "告知承诺",
            "用什么代替",
            "What the office does instead",
        ),
        may!(
            keys::PROMISE_FORM,
            Like(PATH),
            "files/chengnuo.pdf",
            "承诺书的文件（告知承诺才有）",
            "The file of the promise, where one is signed",
        ),
        may!(
            keys::NOTE,
            Text,
            "到窗口签一张承诺书",
            "补充的一句话",
            "A sentence about it",
        ),
    ],
};

/// What a paper of the register says before its details.
const REGISTER: &[Field] = &[
    may!(
        keys::NAME,
        Text,
        "居民身份证",
        "全名；不写就用上面的名字",
        "Its full name; that above where it is missing",
    ),
    may!(
        keys::RESULT_OF,
        Text,
        "居住证",
        "是办哪件事得到的",
        "The matter that it results from",
    ),
];

/// What it says behind them.
const REGISTER_BOUND: &[Field] = &[
    may!(
        keys::CRITERIA,
        Of(&CRITERIA),
        "{算: [原件], 不算: [截图]}",
        "什么样的才算",
        "What counts, and what does not",
    ),
    may!(
        keys::PAPER_PAGE,
        Like("^[a-z0-9-]+$"),
        "ju-zhu-zheng",
        "自己的网页叫什么（小写字母、数字、-）",
        "The name of its own page: small letters, digits and -",
    ),
    may!(
        keys::PICTURE,
        Like(PATH),
        "files/tu-shen-fen-zheng.svg",
        "它长什么样：一张图片（示意就行，不要用真的证件）",
        "What it looks like: a picture (a sketch does; nobody's real paper)",
    ),
    may!(
        keys::FRESH,
        Either(&[Text, Of(&FRESH)]),
        "{天数: 30}",
        "多久以内开的才算",
        "How recent it must be",
    ),
    may!(
        keys::E_CERTIFICATE,
        YesNo,
        "是",
        "手机里的电子证照也行",
        "The electronic certificate is taken",
    ),
];

/// A paper of materials.yaml.
pub(crate) static MATERIAL: Record = Record {
    id: "material",
    about: ["materials.yaml 的一份材料", "A paper of materials.yaml"],
    fields: &with_details::<{ REGISTER.len() + SHARED + REGISTER_BOUND.len() }>(
        REGISTER,
        REGISTER_BOUND,
        false,
    ),
};

/// An entry of materials.yaml.
pub(super) const MATERIAL_SHAPE: super::Shape = Either(&[Of(&MATERIAL), Nothing]);
