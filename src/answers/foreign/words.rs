//! What headers say, in English and Chinese.

/// Words that a header is looked through for. The Latin ones are whole words, or beginnings of one where a `*` ends them; the Chinese ones
/// may stand anywhere.
pub(super) struct Words(&'static [&'static str]);

pub(super) const ID: Words = Words(&["id", "uid", "respondent*", "case", "uuid", "编号", "序号", "答卷", "工号", "学号"]);
pub(super) const WEIGHT: Words = Words(&["weight*", "wt", "wgt", "权重", "加权"]);
pub(super) const NPS: Words = Words(&["nps", "recommend*", "promoter*", "推荐"]);
pub(super) const CES: Words = Words(&["ces", "effort*", "ease", "easy", "费力", "省力", "容易", "轻松"]);
pub(super) const OVERALL: Words = Words(&["overall", "general*", "whole", "total", "总体", "整体", "总的", "综合", "总满意"]);
pub(super) const IMPORTANCE: Words = Words(&["importan*", "imp", "priorit*", "重要", "看重", "在意"]);
pub(super) const EXPECTATION: Words = Words(&["expect*", "exp", "期望", "预期", "期待"]);
pub(super) const PERCEPTION: Words = Words(&["perce*", "actual", "experienced", "感知", "实际", "感受"]);
pub(super) const SATISFACTION: Words =
    Words(&["satisf*", "sat", "rating*", "rate*", "score*", "performance", "csat", "满意", "评分", "得分", "打分", "评价"]);
pub(super) const SEGMENT: Words = Words(&[
    "gender",
    "sex",
    "age",
    "region*",
    "area",
    "city",
    "country",
    "state",
    "province",
    "branch*",
    "store*",
    "shop*",
    "channel*",
    "segment*",
    "group*",
    "plan",
    "product*",
    "department*",
    "type",
    "category",
    "language",
    "性别",
    "年龄",
    "地区",
    "区域",
    "城市",
    "国家",
    "省份",
    "门店",
    "分店",
    "渠道",
    "部门",
    "产品",
    "类型",
    "类别",
    "等级",
    "会员",
    "职业",
    "学历",
    "收入",
]);
/// Free text and dates, which are not counted.
pub(super) const UNCOUNTED: Words = Words(&[
    "comment*",
    "feedback",
    "remark*",
    "note*",
    "why",
    "reason*",
    "name",
    "email",
    "mail",
    "phone",
    "date",
    "time",
    "timestamp",
    "duration",
    "ip",
    "意见",
    "建议",
    "备注",
    "原因",
    "姓名",
    "邮箱",
    "电话",
    "手机",
    "日期",
    "时间",
]);

/// Words that say what is asked about something, and not about what.
const ASKING: Words = Words(&[
    "of",
    "the",
    "with",
    "how",
    "is",
    "was",
    "are",
    "you",
    "your",
    "our",
    "to",
    "for",
    "a",
    "an",
    "and",
    "please",
    "satisfied",
    "important",
    "level",
    "q",
    "question",
    "非常",
    "请",
    "您",
    "对",
    "的",
    "度",
    "性",
    "程度",
    "打分",
]);

impl Words {
    /// Whether a header has one of these words.
    pub(super) fn are_in(&self, header: &str) -> bool {
        let header = header.to_lowercase();
        let tokens = tokens(&header);
        self.0.iter().any(|word| match word.is_ascii() {
            true => tokens.iter().any(|token| is(token, word)),
            false => header.contains(word),
        })
    }

    /// Whether a header is made up of these words, with nothing beside them but what makes a code or a class of it.
    pub(super) fn make_up(&self, header: &str) -> bool {
        let header = header.to_lowercase();
        let class = |token: &str| ["code", "group", "band", "class", "no", "of", "your", "the"].contains(&token);
        let short = |word: &str| header.contains(word) && header.chars().count() <= word.chars().count() + 2;
        let tokens = tokens(&header);
        self.are_in(&header)
            && (tokens.iter().all(|token| class(token) || self.0.iter().any(|word| is(token, word)))
                || self.0.iter().any(|word| !word.is_ascii() && short(word)))
    }

    fn taken_out(&self, tokens: &mut Vec<String>) {
        for word in self.0 {
            match word.is_ascii() {
                true => tokens.retain(|token| !is(token, word)),
                false => tokens.iter_mut().for_each(|token| *token = token.replace(word, "")),
            }
        }
    }
}

/// What a header is about: its letters without those words that say what is asked about it.
pub(super) fn subject(header: &str) -> String {
    let mut tokens: Vec<String> = tokens(&header.to_lowercase());
    let whole = tokens.concat();
    for words in [&IMPORTANCE, &EXPECTATION, &PERCEPTION, &SATISFACTION, &ASKING] {
        words.taken_out(&mut tokens);
    }
    let subject = tokens.concat();
    if subject.is_empty() { whole } else { subject }
}

/// The letters and digits of a text, in small letters.
pub(super) fn letters(text: &str) -> String {
    tokens(&text.to_lowercase()).concat()
}

/// Runs of letters and digits.
fn tokens(text: &str) -> Vec<String> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|token| !token.is_empty()).map(str::to_owned).collect()
}

fn is(token: &str, word: &str) -> bool {
    match word.strip_suffix('*') {
        Some(beginning) => token.starts_with(beginning),
        None => token == word,
    }
}
