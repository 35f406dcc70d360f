import type { Group } from "./measure.js";

export const quality: Group = {
  id: "quality",
  title: { en: "Expectations: gaps and Kano", zh: "期望：差距与卡诺" },
  measures: [
    {
      name: "confirmation",
      title: { en: "Confirmation of expectations", zh: "期望的确认" },
      answers: { en: "Is a customer disappointed, satisfied or delighted?", zh: "顾客是失望、满意还是惊喜？" },
      formula: "ratio = perceived / expected\ngap = perceived − expected",
      inputs: { en: "`perceived` and `expected`, in one unit.", zh: "同一单位的 `perceived` 与 `expected`。" },
      reading: { en: "Below 1 disappointed, at 1 satisfied, above 1 delighted. Where nothing was expected there is a gap and no ratio.", zh: "小于 1 失望，等于 1 满意，大于 1 惊喜。期望为零时只有差距，没有比值。" },
      source: "Oliver (1980)",
      example: [{ perceived: 4.2, expected: 4.6 }],
    },
    {
      name: "gap",
      title: { en: "Service quality gap", zh: "服务质量差距" },
      answers: { en: "How far do perceptions stay behind expectations, by item, by dimension and over all?", zh: "感知落后于期望多少：按题项、维度和总体？" },
      formula: "SQ = Σ w · (P − E)",
      inputs: { en: "`items` with `perception` and `expectation`; a `weight`; a `dimension`.", zh: "`items` 含 `perception` 与 `expectation`，可带 `weight` 与 `dimension`。" },
      reading: {
        en: "In levels; negative is less than expected. `overall` is weighted, `unweighted` is the items' plain mean. Whether a gap is more than chance a report tells by paired tests (`gapTests`), for there the same people expect and perceive.",
        zh: "以等级计；负值表示不及期望。`overall` 为加权，`unweighted` 为题项的简单平均。差距是否超出偶然，由报告用配对检验（`gapTests`）给出，因为那里的期望与感知来自同一批人。",
      },
      source: "Parasuraman, Zeithaml & Berry (1988, 1991)",
      example: [{ items: [
        { id: "on time", perception: 4.1, expectation: 4.8, weight: 3, dimension: "reliability" },
        { id: "as promised", perception: 4.4, expectation: 4.7, weight: 2, dimension: "reliability" },
        { id: "friendly", perception: 4.6, expectation: 4.2, weight: 1, dimension: "empathy" },
      ] }],
    },
    {
      name: "kano",
      title: { en: "Kano's classes", zh: "卡诺模型" },
      answers: { en: "Is an attribute taken for granted, asked for, or a delight?", zh: "某个属性是必备、期望，还是魅力？" },
      formula: "better = (A + O) / (A + O + M + I)\nworse = −(O + M) / (A + O + M + I)",
      inputs: {
        en: "`pairs` of answers with and without the feature (1 like … 5 dislike), their 5×5 `table`, or `counts` of the classes.",
        zh: "具备与不具备时的回答 `pairs`（1 喜欢……5 讨厌），或其 5×5 `table`，或各类的 `counts`。",
      },
      reading: {
        en: "M must be, O one-dimensional, A attractive, I indifferent, R reverse, Q questionable. `better` is what having it gains, `worse` what lacking it costs. Fong's test says whether the first class is clear of the second.",
        zh: "M 必备，O 期望，A 魅力，I 无差异，R 反向，Q 可疑。`better` 是具备带来的满意，`worse` 是缺少带来的不满。Fong 检验说明第一类是否明显多于第二类。",
      },
      source: "Kano et al. (1984); Berger et al. (1993); Lee & Newcomb (1997); Fong (1996)",
      example: [{ counts: { M: 34, O: 21, A: 12, I: 25, R: 3, Q: 1 } }],
    },
    {
      name: "priceBand",
      title: { en: "Price against expectation", zh: "价格与期望" },
      answers: { en: "Is a price about what the customer expects?", zh: "价格是否接近顾客的预期？" },
      formula: "ratio = price / expected",
      inputs: { en: "`price`, `expected`, and the `band` that still counts as expected, a share of it.", zh: "`price`、`expected`，以及仍算符合预期的 `band`（占预期价格的比例）。" },
      reading: { en: "“too-low”, “expected” or “too-high”; the ends of the band belong to it.", zh: "“too-low”“expected” 或 “too-high”；边界属于区间之内。" },
      source: "Monroe (1973)",
      example: [{ price: 118, expected: 100, band: 0.1 }],
    },
  ],
};
