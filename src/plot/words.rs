//! The words of a picture, by language.

use std::cell::Cell;

use super::legend::{Entry, Sign};
use super::number;
use crate::measure::{KanoCategory, Quadrant};
use crate::text::text;
use crate::value::number_text;

/// Declares the words, each by a function of its name.
macro_rules! words {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$field_meta:meta])* $visibility:vis $field:ident,)* }) => {
        #[derive(Clone, Copy)]
        #[allow(non_camel_case_types, reason = "the names of the functions")]
        enum Word { $($field),* }

        const COUNT: usize = [$(Word::$field),*].len();

        $(#[$meta])*
        pub struct $name([&'static str; COUNT]);

        impl $name {
            $($(#[$field_meta])* $visibility const fn $field(&self) -> &'static str {
                self.0[Word::$field as usize]
            })*
        }
    };
}

/// The words of a language, by name.
macro_rules! said {
    ($($field:ident: $words:literal,)*) => {
        Words::said([$((Word::$field, $words)),*])
    };
}

words! {
    /// What the charts say, in one language. English is here, and Chinese where code draws; every other language is handed in by `teach`.
    #[derive(Debug, PartialEq)]
    pub struct Words {
        concentrate,
        keep_up,
        low_priority,
        overkill,
        /// The rule of the crosshair, before its value.
        pub(super) mean,
        median,
        midpoint,
        given,
        /// The line on which importance and satisfaction are equal.
        pub(super) equal_priority,
        satisfaction,
        satisfaction_mean,
        importance_stated,
        importance_pearson,
        importance_shares,
        importance_word,
        /// Points that could not be drawn.
        not_shown_for,
        /// What a hollow point means.
        pub(super) sensitive,
        pub(super) quadrants,
        pub(super) no_quadrants,
        pub(super) nothing,
        pub(super) detractors,
        pub(super) passives,
        pub(super) promoters,
        pub(super) nps,
        pub(super) index,
        pub(super) index_axis,
        attractive,
        one_dimensional,
        must_be,
        indifferent,
        reverse,
        questionable,
        pub(super) kano,
        pub(super) kano_better,
        pub(super) kano_worse,
        /// What a hollow point of Kano's plane means.
        pub(super) kano_doubtful,
        pub(super) tiers,
        pub(super) tiers_across,
        pub(super) tiers_up,
        tier_customers,
        tier_value,
        pub(super) gini,
        pub(super) retention,
        pub(super) retention_across,
        pub(super) retention_up,
        explaining,
        pub(super) gap_axis,
        pub(super) gap_overall,
        pub(super) segments_axis,
        pub(super) satisfied,
        pub(super) easy,
        pub(super) levels_axis,
        pub(super) other_levels,
        pub(super) explained,
        pub(super) falls_short,
        pub(super) goes_beyond,
        pub(super) differs,
        pub(super) does_not_differ,
        pub(super) all,
        pub(super) dimension,
        pub(super) attribute,
        pub(super) consistent,
        pub(super) inconsistent,
        pub(super) weights_axis,
        pub(super) loyalty,
        pub(super) loyalty_axis,
        pub(super) kano_axis,
        pub(super) path_model,
        pub(super) path_arrows,
        pub(super) path_boxes,
        pub(super) region,
        pub(super) paler,
        pub(super) size,
        pub(super) number_is_rank,
        pub(super) of_customers_at,
        interval_word,
        weights_equal,
        weights_stated,
        weights_fixed,
        weights_ahp,
        weights_derived,
        to,
        confidence,
        pub(super) colon,
        comma,
        pub(super) comma_in_words,
    }
}

/// A language that was handed in, and the one before it. There are few, and they stay.
struct Taught {
    tag: String,
    words: Words,
    before: Option<&'static Taught>,
}

thread_local! {
    static TAUGHT: Cell<Option<&'static Taught>> = const { Cell::new(None) };
}

const ENGLISH: Words = said! {
    concentrate: "Concentrate here",
    keep_up: "Keep up the good work",
    low_priority: "Low priority",
    overkill: "Possible overkill",
    mean: "mean",
    median: "median",
    midpoint: "midpoint",
    given: "set at",
    equal_priority: "equal priority",
    satisfaction: "satisfaction",
    satisfaction_mean: "Satisfaction, mean answer",
    importance_stated: "Importance, as stated",
    importance_pearson: "Importance, correlation with",
    importance_shares: "Importance, share in explaining",
    importance_word: "Importance",
    not_shown_for: "not shown for want of answers:",
    sensitive: "its quadrant depends on where the lines are drawn",
    quadrants: "Importance and satisfaction",
    no_quadrants: "All attributes are alike on an axis, so there are no quadrants",
    nothing: "No answers yet",
    detractors: "Detractors",
    passives: "Passives",
    promoters: "Promoters",
    nps: "Net promoter score",
    index: "Satisfaction index",
    index_axis: "Score, percent of the highest level",
    attractive: "Attractive",
    one_dimensional: "One-dimensional",
    must_be: "Must-be",
    indifferent: "Indifferent",
    reverse: "Reverse",
    questionable: "Questionable",
    kano: "Kano's categories",
    kano_better: "Better: what it adds when it is there",
    kano_worse: "Worse: what it costs when it is missing",
    kano_doubtful: "its category leads by no more than chance",
    tiers: "Customer tiers",
    tiers_across: "Customers, percent, the most valuable first",
    tiers_up: "Value, percent of all",
    tier_customers: "of customers",
    tier_value: "of value",
    gini: "Gini coefficient",
    retention: "Expected to stay for a year:",
    retention_across: "Satisfaction, level",
    retention_up: "Customers who stay for a year, percent",
    explaining: "Share in explaining",
    gap_axis: "Perception minus expectation, in levels",
    gap_overall: "Overall",
    segments_axis: "Satisfaction index, percent",
    satisfied: "Satisfied",
    easy: "Easy",
    levels_axis: "Answers at each level, percent (how many)",
    other_levels: "other levels",
    explained: "the share of its variance that they explain together",
    falls_short: "falls short of what was expected",
    goes_beyond: "meets or goes beyond it",
    differs: "differs from all others (* p adjusted after Holm)",
    does_not_differ: "no difference shown",
    all: "All",
    dimension: "dimension",
    attribute: "attribute",
    consistent: "consistent (at most 0.10)",
    inconsistent: "not consistent (above 0.10)",
    weights_axis: "Weight, percent of all",
    loyalty: "Loyalty index",
    loyalty_axis: "Score, percent of the most possible",
    kano_axis: "Answers by category, percent; category last",
    path_model: "Path model",
    path_arrows: "On arrows: standardised coefficients; the thicker, the stronger",
    path_boxes: "In boxes: R², the share explained; index, 0 to 100",
    region: "region of sampling error",
    paler: "paler: less sure of its quadrant",
    size: "size: answers",
    number_is_rank: "number = rank",
    of_customers_at: "size: customers at the level",
    interval_word: "interval",
    weights_equal: "All count the same",
    weights_stated: "Weights as stated by those who answered",
    weights_fixed: "Weights fixed by the survey",
    weights_ahp: "Weights from pairwise comparisons (AHP)",
    weights_derived: "Weights derived from the outcome",
    to: " to ",
    confidence: "confidence",
    colon: ": ",
    comma: ", ",
    comma_in_words: ", ",
};

#[cfg(feature = "full")]
const CHINESE: Words = said! {
    concentrate: "优先改进",
    keep_up: "继续保持",
    low_priority: "次要改进",
    overkill: "过度投入",
    mean: "均值",
    median: "中位数",
    midpoint: "量表中点",
    given: "设定为",
    equal_priority: "等优先线",
    satisfaction: "满意度",
    satisfaction_mean: "满意度（平均得分）",
    importance_stated: "重要性（直接评价）",
    importance_pearson: "重要性（相关系数）：",
    importance_shares: "重要性（解释份额）：",
    importance_word: "重要性",
    not_shown_for: "答复不足未显示：",
    sensitive: "所属象限取决于分界线的位置",
    quadrants: "重要性与满意度",
    no_quadrants: "各项在某一轴上完全相同，无法划分象限",
    nothing: "尚无答复",
    detractors: "贬损者",
    passives: "中立者",
    promoters: "推荐者",
    nps: "净推荐值",
    index: "满意度指数",
    index_axis: "得分，占最高等级的百分比",
    attractive: "魅力属性",
    one_dimensional: "期望属性",
    must_be: "必备属性",
    indifferent: "无差异属性",
    reverse: "反向属性",
    questionable: "可疑结果",
    kano: "卡诺分类",
    kano_better: "满意系数：具备时的提升",
    kano_worse: "不满意系数：缺失时的下降",
    kano_doubtful: "所属分类的领先不显著",
    tiers: "客户分级",
    tiers_across: "客户（%，按价值从高到低）",
    tiers_up: "价值（占全部的 %）",
    tier_customers: "的客户",
    tier_value: "的价值",
    gini: "基尼系数",
    retention: "预计一年留存率：",
    retention_across: "满意度（等级）",
    retention_up: "一年后仍为客户的比例（%）",
    explaining: "解释份额：",
    gap_axis: "感知减期望（等级）",
    gap_overall: "总体",
    segments_axis: "满意度指数（%）",
    satisfied: "满意",
    easy: "容易",
    levels_axis: "各等级的答复（%，括号内为人数）",
    other_levels: "其他等级",
    explained: "各项合计解释的方差比例",
    falls_short: "低于期望",
    goes_beyond: "达到或超出期望",
    differs: "与其他人群有显著差异（* p 值经 Holm 校正）",
    does_not_differ: "未见差异",
    all: "全体",
    dimension: "维度",
    attribute: "项目",
    consistent: "一致（不超过 0.10）",
    inconsistent: "不一致（超过 0.10）",
    weights_axis: "权重（%）",
    loyalty: "忠诚度指数",
    loyalty_axis: "得分，占最高可能值的百分比",
    kano_axis: "各分类的答复（%），末尾为所属分类",
    path_model: "路径模型",
    path_arrows: "箭头：标准化系数，越粗影响越强",
    path_boxes: "方框：R²（被解释的比例）；指数（0–100）",
    region: "抽样误差区域",
    paler: "颜色越浅，所属象限越不确定",
    size: "大小：答复数",
    number_is_rank: "数字 = 名次",
    of_customers_at: "大小：该等级的客户数",
    interval_word: "置信区间",
    weights_equal: "各项权重相同",
    weights_stated: "权重由答复者直接给出",
    weights_fixed: "权重由调查设定",
    weights_ahp: "权重来自成对比较（AHP）",
    weights_derived: "权重由总体结果导出",
    to: " 至 ",
    confidence: "置信度",
    colon: "：",
    comma: "、",
    comma_in_words: "，",
};

impl Words {
    const fn said(words: [(Word, &'static str); COUNT]) -> Self {
        let mut all = [""; COUNT];
        let mut at = 0;
        while at < COUNT {
            all[words[at].0 as usize] = words[at].1;
            at += 1;
        }
        Self(all)
    }

    /// The words of a language tag: those that were handed in for it; else Chinese for `zh` and its kin, where it is, and English for the rest.
    pub fn of(language: &str) -> &'static Self {
        if let Some(words) = Self::taught(language) {
            return words;
        }
        #[cfg(feature = "full")]
        if language.split(['-', '_']).next().unwrap_or_default().eq_ignore_ascii_case("zh") {
            return &CHINESE;
        }
        &ENGLISH
    }

    fn taught(language: &str) -> Option<&'static Self> {
        let mut at = TAUGHT.get();
        while let Some(taught) = at {
            if taught.tag == language {
                return Some(&taught.words);
            }
            at = taught.before;
        }
        None
    }

    /// Takes up the words of a language tag, one a line in the order of the fields. Says whether it has them now.
    pub fn teach(language: String, lines: String) -> bool {
        if Self::taught(&language).is_some() {
            return true;
        }
        let lines: Vec<&'static str> = lines.leak().split('\n').collect();
        let Ok(words) = lines.try_into() else {
            return false;
        };
        TAUGHT.set(Some(Box::leak(Box::new(Taught { tag: language, words: Self(words), before: TAUGHT.get() }))));
        true
    }

    /// A text as it is written where one writes from right to left: what has such letters begins at the right, and a sign keeps to its number.
    pub(super) fn directed(&self, text: &str) -> String {
        let leftward = |letter: char| ('\u{590}'..'\u{900}').contains(&letter);
        if !self.concentrate().starts_with(leftward) || !text.contains(leftward) {
            return text.to_owned();
        }
        let mut directed = String::from('\u{2067}');
        for letter in text.chars() {
            if matches!(letter, '−' | '+') {
                directed.push('\u{200e}');
            }
            directed.push(letter);
        }
        directed.push('\u{2069}');
        directed
    }

    pub(super) fn quadrant(&self, quadrant: Quadrant) -> &'static str {
        match quadrant {
            Quadrant::Concentrate => self.concentrate(),
            Quadrant::KeepUp => self.keep_up(),
            Quadrant::LowPriority => self.low_priority(),
            Quadrant::Overkill => self.overkill(),
        }
    }

    pub(super) fn kano_category(&self, category: KanoCategory) -> &'static str {
        match category {
            KanoCategory::Attractive => self.attractive(),
            KanoCategory::OneDimensional => self.one_dimensional(),
            KanoCategory::MustBe => self.must_be(),
            KanoCategory::Indifferent => self.indifferent(),
            KanoCategory::Reverse => self.reverse(),
            KanoCategory::Questionable => self.questionable(),
        }
    }

    /// `A: 20% of customers, 80% of value`.
    pub(super) fn tier(&self, name: &str, customers: &str, value: &str) -> String {
        let blank = blank(self.tier_value().chars().next());
        text!(
            "{}{}{}{}{}{}{}{}{}",
            name,
            self.colon(),
            customers,
            blank,
            self.tier_customers(),
            self.comma_in_words(),
            value,
            blank,
            self.tier_value()
        )
    }

    /// `mean 7.9`.
    pub(super) fn crosshair(&self, rule: &str, value: &str) -> String {
        let rule = match rule {
            "mean" => self.mean(),
            "median" => self.median(),
            "midpoint" => self.midpoint(),
            _ => self.given(),
        };
        text!("{} {}", rule, value)
    }

    /// What the importance axis measures, by the method it came from.
    pub(super) fn importance(&self, method: Option<&str>, outcome: Option<&str>, scale: Option<(String, String)>) -> String {
        let outcome = outcome.unwrap_or(self.satisfaction());
        match method {
            None => self.importance_word().into(),
            Some("stated") => self.on_scale(self.importance_stated(), scale),
            Some("pearson") => join(self.importance_pearson(), outcome),
            Some(_) => join(self.importance_shares(), outcome),
        }
    }

    /// What the performance axis measures: the mean answer on its scale.
    pub(super) fn performance(&self, scale: Option<(String, String)>) -> String {
        self.on_scale(self.satisfaction_mean(), scale)
    }

    fn on_scale(&self, head: &str, scale: Option<(String, String)>) -> String {
        match scale {
            Some((min, max)) => text!("{}{}{}–{}", head, self.comma_in_words(), min, max),
            None => head.to_owned(),
        }
    }

    /// `Share in explaining overall satisfaction, percent (lmg)`.
    pub(super) fn driver_share(&self, outcome: Option<&str>, method: &str) -> String {
        text!("{} (%, {})", join(self.explaining(), outcome.unwrap_or(self.satisfaction())), method)
    }

    /// What an interval across a bar means: `95% interval`.
    pub(super) fn whisker(&self, level: f64) -> Entry {
        Entry::new(Sign::Whisker, self.at_level(level, self.interval_word()))
    }

    /// `95% region of sampling error`: the level before the words, or where they have a place for it.
    pub(super) fn at_level(&self, level: f64, what: &str) -> String {
        let level = text!("{}%", trimmed(level * 100.0));
        match what.split_once("{}") {
            Some((before, after)) => [before, &level, after].concat(),
            None => text!("{} {}", level, what),
        }
    }

    /// Where weights come from, by the name of the source.
    pub(super) fn weights_from(&self, source: &str) -> &'static str {
        match source {
            "equal" => self.weights_equal(),
            "stated" => self.weights_stated(),
            "ahp" => self.weights_ahp(),
            "derived" => self.weights_derived(),
            _ => self.weights_fixed(),
        }
    }

    pub(super) fn not_shown(&self, count: usize) -> String {
        join(self.not_shown_for(), &number_text(count as f64))
    }

    pub(super) fn interval(&self, low: &str, high: &str, level: f64) -> String {
        text!("{}{}{} ({}% {})", low, self.to(), high, trimmed(level * 100.0), self.confidence())
    }

    /// `Concentrate here: A, B`.
    pub(super) fn list(&self, head: &str, names: &[&str]) -> String {
        text!("{}{}{}", head, self.colon(), names.join(self.comma()))
    }
}

fn join(head: &str, tail: &str) -> String {
    text!("{}{}{}", head, blank(head.chars().last()), tail)
}

/// What parts a word that begins or ends so from what is beside it: nothing where one writes without blanks.
fn blank(letter: Option<char>) -> &'static str {
    if letter.is_some_and(|letter| letter >= '\u{2e80}') { "" } else { " " }
}

fn trimmed(value: f64) -> String {
    let text = number::fixed(value, 1);
    text.strip_suffix(".0").map_or(text.clone(), Into::into)
}

#[cfg(all(test, feature = "full"))]
mod tests {
    use super::{CHINESE, COUNT, ENGLISH, Words};

    /// As many lines, each its number.
    fn lines(count: usize, first: &str) -> String {
        (1..count).fold(first.to_owned(), |lines, at| lines + "\n" + &at.to_string())
    }

    #[test]
    fn every_word_is_there_in_both_languages() {
        assert!([ENGLISH, CHINESE].iter().all(|words| words.0.iter().all(|word| !word.is_empty())));
    }

    #[test]
    fn a_language_is_taken_up_whole_or_not_at_all_and_only_once() {
        for count in [1, COUNT - 1, COUNT + 1] {
            assert!(!Words::teach("xx".into(), lines(count, "first")));
            assert_eq!(Words::of("xx").concentrate(), ENGLISH.concentrate());
        }
        assert!(Words::teach("xx".into(), lines(COUNT, "first")));
        assert!(Words::teach("xx".into(), lines(COUNT, "another")));
        assert!(Words::teach("zh-Hant".into(), lines(COUNT, "second")));
        assert_eq!(
            ["xx", "zh-Hant", "zh", "de"].map(|tag| Words::of(tag).concentrate()),
            ["first", "second", "优先改进", ENGLISH.concentrate()]
        );
        assert_eq!(Words::of("xx").comma_in_words(), (COUNT - 1).to_string());
    }

    #[test]
    fn a_level_stands_where_the_words_have_a_place_for_it() {
        assert_eq!(ENGLISH.at_level(0.95, "interval"), "95% interval");
        assert_eq!(ENGLISH.at_level(0.9, "intervalo del {}"), "intervalo del 90%");
    }

    #[test]
    fn words_are_parted_by_blanks_where_one_writes_with_blanks() {
        assert_eq!(ENGLISH.tier("A", "20%", "80%"), "A: 20% of customers, 80% of value");
        assert_eq!(CHINESE.tier("A", "20%", "80%"), "A：20%的客户，80%的价值");
        assert_eq!(super::join("Überprüft", "3"), "Überprüft 3");
    }

    #[test]
    fn between_letters_from_right_to_left_a_sign_keeps_to_its_number() {
        assert!(Words::teach("ar".into(), lines(COUNT, "ركّزوا هنا")));
        let arabic = Words::of("ar");
        assert_eq!(arabic.directed("المتوسط −3"), "\u{2067}المتوسط \u{200e}−3\u{2069}");
        assert_eq!(["−3", "Speed", "+40%"].map(|text| arabic.directed(text)), ["−3", "Speed", "+40%"]);
        assert_eq!(ENGLISH.directed("שלום −3"), "שלום −3");
    }
}
