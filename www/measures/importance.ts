import type { Group } from "./measure.js";

const overall = [7, 8, 5, 9, 6, 8, 4, 9, 7, 6, 3, 8];
const speed = [6, 8, 4, 9, 6, 7, 3, 9, 8, 5, 2, 8];
const staff = [8, 7, 6, 9, 7, 9, 6, 8, 6, 7, 5, 7];
const price = [5, 6, 7, 6, 4, 8, 5, 7, 7, 6, 6, 5];

export const importance: Group = {
  id: "importance",
  title: { en: "Importance: what to improve first", zh: "重要性：先改进什么" },
  measures: [
    {
      name: "quadrants",
      title: { en: "Importance and satisfaction", zh: "重要性与满意度四分图" },
      answers: { en: "Which attributes to work on first, which to keep up, where is effort wasted?", zh: "先改进哪些属性、保持哪些、哪里用力过多？" },
      formula: "priority = (importance − performance) / √2, both on 0..1",
      inputs: {
        en: "`points` with `importance` and `performance`; where the lines cross (`crosshair`: mean, median, midpoint, or given); the `scale` where importance was stated on it.",
        zh: "`points` 含 `importance` 与 `performance`；`crosshair` 为分界线（均值、中位数、中点或指定）；重要性由顾客直接陈述时给出 `scale`。",
      },
      reading: {
        en: "“concentrate” is important and weak: begin there, in the `order` given. `sensitive` names the points that another crosshair would move. `certainty` (in a report) is the probability that another sample puts the point in the same quadrant; near .5 it lies on a line.",
        zh: "“concentrate” 表示重要而薄弱：按 `order` 从这里开始。`sensitive` 列出换一种分界线就会移动的点。`certainty`（在报告中）是另一个样本仍把该点放在同一象限的概率；接近 0.5 表示它就在线上。",
      },
      source: "Martilla & James (1977); Slack (1994); Efron & Tibshirani (1993) for certainty",
      example: [{ scale: { min: 1, max: 5 }, points: [
        { id: "speed", importance: 4.6, performance: 3.1 },
        { id: "price", importance: 3.2, performance: 4 },
        { id: "staff", importance: 4.1, performance: 4.4 },
        { id: "website", importance: 2.8, performance: 3 },
      ] }],
    },
    {
      name: "drivers",
      title: { en: "Key drivers", zh: "关键驱动因素" },
      answers: { en: "How much has each attribute to do with satisfaction as a whole?", zh: "每个属性与总体满意度的关系有多大？" },
      formula: "R² = rᵗ R⁻¹ r\nlmg_j = mean, over all orders, of the R² that j adds",
      inputs: {
        en: "Columns of answers (`outcome`, `attributes`) or a `correlation` matrix; `method`: lmg, johnson, pearson, first, last, beta-squared or pratt.",
        zh: "答复的列（`outcome`、`attributes`）或 `correlation` 矩阵；`method` 可为 lmg、johnson、pearson、first、last、beta-squared、pratt。",
      },
      reading: {
        en: "`share` sums to 1. lmg and johnson divide R² fairly between attributes that go together; pearson looks at each alone; last is what would be lost without it. None of them is proof of cause.",
        zh: "`share` 之和为 1。lmg 与 johnson 在相关的属性之间公平地分配 R²；pearson 单独看每个属性；last 是去掉它会失去的部分。它们都不能证明因果。",
      },
      source: "Lindeman, Merenda & Gold (1980); Johnson (2000); Grömping (2006)",
      example: [{ outcome: overall, attributes: { speed, staff, price }, method: "lmg" }],
    },
    {
      name: "penaltyReward",
      title: { en: "Penalty and reward", zh: "惩罚与奖励" },
      answers: { en: "Does an attribute hurt when it is poor, please when it is good, or both?", zh: "某个属性差时伤害满意度、好时提升满意度，还是两者都有？" },
      formula: "outcome = b₀ + Σ (p_j · [rating_j ≤ penaltyMax] + r_j · [rating_j ≥ rewardMin])",
      inputs: { en: "`outcome` and `attributes`, one entry per respondent; which ratings are poor (`penaltyMax`) and good (`rewardMin`).", zh: "`outcome` 与 `attributes`，每位答复者一项；差评上限 `penaltyMax` 与好评下限 `rewardMin`。" },
      reading: {
        en: "In units of the outcome, with p values. Only the penalty counts (p < .05): basic. Only the reward: excitement. Both: performance. Neither: `null`.",
        zh: "以总体评分为单位并附 p 值。仅惩罚显著（p < .05）为基本型，仅奖励显著为兴奋型，两者皆显著为绩效型，都不显著为 `null`。",
      },
      source: "Brandt (1987); Matzler & Sauerwein (2002)",
      example: [{ outcome: overall, attributes: { speed, staff }, penaltyMax: 5, rewardMin: 9 }],
    },
    {
      name: "pathModel",
      title: { en: "Path model", zh: "路径模型" },
      answers: { en: "How do quality, value, satisfaction and loyalty, each measured by several items, act on each other?", zh: "由多个题项测量的质量、价值、满意与忠诚如何相互影响？" },
      formula: "construct = Σ weight · item (mode A)\npath = regression on the constructs with an arrow into it",
      inputs: {
        en: "`means` and `covariance` of the `items`; `blocks` of items for each construct; `paths` as pairs; a `scheme`: path, centroid or factorial.",
        zh: "`items` 的 `means` 与 `covariance`；每个构念的 `blocks`；成对的 `paths`；`scheme` 为 path、centroid 或 factorial。",
      },
      reading: {
        en: "Paths are standardised; `totalEffects` adds all ways from one to another; `r2` is what is explained; `index100` is each construct on 0 to 100.",
        zh: "路径系数已标准化；`totalEffects` 汇总所有路径；`r2` 为解释的比例；`index100` 为每个构念的 0–100 得分。",
      },
      source: "Wold (1982); Lohmöller (1989); Tenenhaus et al. (2005); Fornell et al. (1996)",
      example: [{
        n: 250, items: ["q1", "q2", "s1", "s2", "l1"], means: [7.4, 7.1, 7.8, 7.5, 6.9], scale: { min: 1, max: 10 },
        covariance: [[3, 1.8, 1.5, 1.4, 1.1], [1.8, 3.2, 1.6, 1.5, 1.2], [1.5, 1.6, 2.8, 2, 1.6], [1.4, 1.5, 2, 3, 1.7], [1.1, 1.2, 1.6, 1.7, 4]],
        blocks: { quality: ["q1", "q2"], satisfaction: ["s1", "s2"], loyalty: ["l1"] },
        paths: [["quality", "satisfaction"], ["satisfaction", "loyalty"]],
      }],
    },
    {
      name: "reliability",
      title: { en: "Reliability", zh: "信度" },
      answers: { en: "Do several items measure one thing?", zh: "几个题项测的是同一件事吗？" },
      formula: "α = k / (k − 1) · (1 − Σ var_i / var(sum))",
      inputs: { en: "`covariance` of the items.", zh: "题项的 `covariance` 矩阵。" },
      reading: { en: "From about .7 on items are used as one scale. `alphaIfDropped` above `alpha` names an item that does not belong.", zh: "约 0.7 以上可作为一个量表。若某题的 `alphaIfDropped` 高于 `alpha`，它可能不属于该量表。" },
      source: "Cronbach (1951)",
      example: [{ covariance: [[1.2, 0.7, 0.6], [0.7, 1.1, 0.8], [0.6, 0.8, 1.3]] }],
    },
  ],
};
