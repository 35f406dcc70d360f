//! The words of a picture, by language.

use super::legend::{Entry, Sign};
use super::number;
use crate::measure::{KanoCategory, Quadrant};
use crate::text::text;
use crate::value::number_text;

/// What the charts say, in one language. Other languages are read as English until they have their own.
#[derive(Debug, PartialEq)]
pub struct Words {
    concentrate: &'static str,
    keep_up: &'static str,
    low_priority: &'static str,
    overkill: &'static str,
    /// The rule of the crosshair, before its value.
    pub(super) mean: &'static str,
    median: &'static str,
    midpoint: &'static str,
    given: &'static str,
    /// The line on which importance and satisfaction are equal.
    pub(super) equal_priority: &'static str,
    satisfaction: &'static str,
    satisfaction_mean: &'static str,
    importance_stated: &'static str,
    importance_pearson: &'static str,
    importance_shares: &'static str,
    importance: &'static str,
    /// Points that could not be drawn.
    not_shown: &'static str,
    /// What a hollow point means.
    pub(super) sensitive: &'static str,
    pub(super) quadrants: &'static str,
    pub(super) no_quadrants: &'static str,
    pub(super) nothing: &'static str,
    pub(super) detractors: &'static str,
    pub(super) passives: &'static str,
    pub(super) promoters: &'static str,
    pub(super) nps: &'static str,
    pub(super) index: &'static str,
    pub(super) index_axis: &'static str,
    attractive: &'static str,
    one_dimensional: &'static str,
    must_be: &'static str,
    indifferent: &'static str,
    reverse: &'static str,
    questionable: &'static str,
    pub(super) kano: &'static str,
    pub(super) kano_better: &'static str,
    pub(super) kano_worse: &'static str,
    /// What a hollow point of Kano's plane means.
    pub(super) kano_doubtful: &'static str,
    pub(super) tiers: &'static str,
    pub(super) tiers_across: &'static str,
    pub(super) tiers_up: &'static str,
    tier_customers: &'static str,
    tier_value: &'static str,
    pub(super) gini: &'static str,
    pub(super) retention: &'static str,
    pub(super) retention_across: &'static str,
    pub(super) retention_up: &'static str,
    driver_share: &'static str,
    pub(super) gap_axis: &'static str,
    pub(super) gap_overall: &'static str,
    pub(super) segments_axis: &'static str,
    pub(super) satisfied: &'static str,
    pub(super) easy: &'static str,
    pub(super) levels_axis: &'static str,
    pub(super) other_levels: &'static str,
    pub(super) explained: &'static str,
    pub(super) falls_short: &'static str,
    pub(super) goes_beyond: &'static str,
    pub(super) differs: &'static str,
    pub(super) does_not_differ: &'static str,
    pub(super) all: &'static str,
    pub(super) dimension: &'static str,
    pub(super) attribute: &'static str,
    pub(super) consistent: &'static str,
    pub(super) inconsistent: &'static str,
    pub(super) weights_axis: &'static str,
    pub(super) loyalty: &'static str,
    pub(super) loyalty_axis: &'static str,
    pub(super) kano_axis: &'static str,
    pub(super) path_model: &'static str,
    pub(super) path_arrows: &'static str,
    pub(super) path_boxes: &'static str,
    pub(super) region: &'static str,
    pub(super) paler: &'static str,
    pub(super) size: &'static str,
    pub(super) number_is_rank: &'static str,
    pub(super) of_customers_at: &'static str,
    interval_word: &'static str,
    weights_equal: &'static str,
    weights_stated: &'static str,
    weights_fixed: &'static str,
    weights_ahp: &'static str,
    weights_derived: &'static str,
    to: &'static str,
    confidence: &'static str,
    pub(super) colon: &'static str,
    comma: &'static str,
    pub(super) comma_in_words: &'static str,
}

const ENGLISH: Words = Words {
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
    importance: "Importance",
    not_shown: "not shown for want of answers:",
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
    driver_share: "Share in explaining",
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
    kano_axis: "Answers in each category, percent; at the end the category",
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

const CHINESE: Words = Words {
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
    importance: "重要性",
    not_shown: "答复不足未显示：",
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
    driver_share: "解释份额：",
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
    /// The words of a language tag: Chinese for `zh` and its kin, English for the rest.
    pub fn of(language: &str) -> &'static Self {
        let primary = language.split(['-', '_']).next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("zh") { &CHINESE } else { &ENGLISH }
    }

    pub(super) fn quadrant(&self, quadrant: Quadrant) -> &'static str {
        match quadrant {
            Quadrant::Concentrate => self.concentrate,
            Quadrant::KeepUp => self.keep_up,
            Quadrant::LowPriority => self.low_priority,
            Quadrant::Overkill => self.overkill,
        }
    }

    pub(super) fn kano_category(&self, category: KanoCategory) -> &'static str {
        match category {
            KanoCategory::Attractive => self.attractive,
            KanoCategory::OneDimensional => self.one_dimensional,
            KanoCategory::MustBe => self.must_be,
            KanoCategory::Indifferent => self.indifferent,
            KanoCategory::Reverse => self.reverse,
            KanoCategory::Questionable => self.questionable,
        }
    }

    /// `A: 20% of customers, 80% of value`.
    pub(super) fn tier(&self, name: &str, customers: &str, value: &str) -> String {
        let blank = if self.tier_value.is_ascii() { " " } else { "" };
        text!(
            "{}{}{}{}{}{}{}{}{}",
            name,
            self.colon,
            customers,
            blank,
            self.tier_customers,
            self.comma_in_words,
            value,
            blank,
            self.tier_value
        )
    }

    /// `mean 7.9`.
    pub(super) fn crosshair(&self, rule: &str, value: &str) -> String {
        let rule = match rule {
            "mean" => self.mean,
            "median" => self.median,
            "midpoint" => self.midpoint,
            _ => self.given,
        };
        text!("{} {}", rule, value)
    }

    /// What the importance axis measures, by the method it came from.
    pub(super) fn importance(&self, method: Option<&str>, outcome: Option<&str>, scale: Option<(String, String)>) -> String {
        let outcome = outcome.unwrap_or(self.satisfaction);
        match method {
            None => self.importance.into(),
            Some("stated") => self.on_scale(self.importance_stated, scale),
            Some("pearson") => join(self.importance_pearson, outcome),
            Some(_) => join(self.importance_shares, outcome),
        }
    }

    /// What the performance axis measures: the mean answer on its scale.
    pub(super) fn performance(&self, scale: Option<(String, String)>) -> String {
        self.on_scale(self.satisfaction_mean, scale)
    }

    fn on_scale(&self, head: &str, scale: Option<(String, String)>) -> String {
        match scale {
            Some((min, max)) => text!("{}{}{}–{}", head, self.comma_in_words, min, max),
            None => head.to_owned(),
        }
    }

    /// `Share in explaining overall satisfaction, percent (lmg)`.
    pub(super) fn driver_share(&self, outcome: Option<&str>, method: &str) -> String {
        text!("{} (%, {})", join(self.driver_share, outcome.unwrap_or(self.satisfaction)), method)
    }

    /// What an interval across a bar means: `95% interval`.
    pub(super) fn whisker(&self, level: f64) -> Entry {
        Entry::new(Sign::Whisker, self.at_level(level, self.interval_word))
    }

    /// `95% region of sampling error`.
    pub(super) fn at_level(&self, level: f64, what: &str) -> String {
        text!("{}% {}", trimmed(level * 100.0), what)
    }

    /// Where weights come from, by the name of the source.
    pub(super) fn weights_from(&self, source: &str) -> &'static str {
        match source {
            "equal" => self.weights_equal,
            "stated" => self.weights_stated,
            "ahp" => self.weights_ahp,
            "derived" => self.weights_derived,
            _ => self.weights_fixed,
        }
    }

    pub(super) fn not_shown(&self, count: usize) -> String {
        join(self.not_shown, &number_text(count as f64))
    }

    pub(super) fn interval(&self, low: &str, high: &str, level: f64) -> String {
        text!("{}{}{} ({}% {})", low, self.to, high, trimmed(level * 100.0), self.confidence)
    }

    /// `Concentrate here: A, B`.
    pub(super) fn list(&self, head: &str, names: &[&str]) -> String {
        text!("{}{}{}", head, self.colon, names.join(self.comma))
    }
}

/// A Chinese text ends in its own stop and needs no blank.
fn join(head: &str, tail: &str) -> String {
    let blank = if head.is_ascii() { " " } else { "" };
    text!("{}{}{}", head, blank, tail)
}

fn trimmed(value: f64) -> String {
    let text = number::fixed(value, 1);
    text.strip_suffix(".0").map_or(text.clone(), Into::into)
}
