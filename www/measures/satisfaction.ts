import type { Group } from "./measure.js";

export const satisfaction: Group = {
  id: "satisfaction",
  title: { en: "Satisfaction: indexes and scores", zh: "满意度：指数与得分" },
  measures: [
    {
      name: "satisfactionIndex",
      title: { en: "Satisfaction index", zh: "满意度指数" },
      answers: { en: "How satisfied are customers over all factors, each as much as it weighs?", zh: "综合全部因素（各按权重），顾客有多满意？" },
      formula: "score_i = Σ_j level_j · n_ij / (highest level · Σ_j n_ij)\nindex = Σ w_i · score_i",
      inputs: {
        en: "`factors`: for each, how many gave each level (`counts`) and what the levels are (`levels`); a `weight`; `polarity` “negative” where less is better.",
        zh: "`factors`：每个因素在各等级的人数 `counts` 及等级值 `levels`；`weight` 为权重；越小越好时 `polarity` 取 “negative”。",
      },
      reading: {
        en: "1 is everyone at the highest level. On levels 1 to 5 the least is .2, so compare scales by `anchored100` (0 lowest, 100 highest). The interval takes factors as independent; a report knows how they vary together, and its interval is wider.",
        zh: "1 表示所有人都选最高等级。等级为 1–5 时最小是 0.2，因此不同量表请比较 `anchored100`（0 最低，100 最高）。此处的区间视各因素独立；报告知道它们如何共同变化，区间更宽。",
      },
      source: "Saaty (1980) for the weights; Welch (1947), Satterthwaite (1946) for the interval",
      example: [{ factors: [
        { id: "speed", counts: [60, 80, 40, 15, 5], levels: [5, 4, 3, 2, 1], weight: 0.6 },
        { id: "errors", counts: [90, 60, 30, 15, 5], levels: [1, 2, 3, 4, 5], weight: 0.4, polarity: "negative" },
      ] }],
    },
    {
      name: "anchoredIndex",
      title: { en: "National-index score", zh: "国家满意度指数得分" },
      answers: { en: "Where do weighted means lie between the ends of the scale?", zh: "加权平均值位于量表两端之间的何处？" },
      formula: "index = 100 · Σ w (mean − min) / (max − min)",
      inputs: { en: "`means` and `weights` in one order, and the `scale` they were asked on.", zh: "顺序一致的 `means` 与 `weights`，以及所用的 `scale`。" },
      reading: { en: "0 to 100. Weights need not sum to 1.", zh: "0 到 100。权重之和不必为 1。" },
      source: "Fornell et al. (1996)",
      example: [{ means: [8.1, 7.4, 7.9], weights: [0.4, 0.3, 0.3], scale: { min: 1, max: 10 } }],
    },
    {
      name: "indicatorIndex",
      title: { en: "Tree of indicators", zh: "指标体系" },
      answers: { en: "What do categories and their indicators, at any depth, come to?", zh: "任意层级的类别与指标汇总起来是多少？" },
      formula: "score of a category = Σ w · score of what it holds\nindex = 100 · (overall − min) / (max − min)",
      inputs: {
        en: "`items`: nodes with `id` and `weight`, and either a `score` or more `items`. Weights are normalised among siblings.",
        zh: "`items`：带 `id` 与 `weight` 的节点，含 `score` 或下级 `items`。权重在同级之间归一。",
      },
      reading: {
        en: "`nodes` has the score of every category. A leaf without a score is left out, and its siblings' weights are scaled up.",
        zh: "`nodes` 给出每个类别的得分。没有得分的叶节点不计，其同级权重按比例放大。",
      },
      source: "Keeney & Raiffa (1976)",
      example: [{ scale: { min: 1, max: 5 }, items: [
        { id: "product", weight: 3, items: [{ id: "quality", weight: 2, score: 4 }, { id: "price", weight: 2, score: 3 }] },
        { id: "service", weight: 1, score: 5 },
      ] }],
    },
    {
      name: "csat",
      title: { en: "Satisfaction score", zh: "满意率" },
      answers: { en: "Which share of customers is satisfied?", zh: "满意的顾客占多少？" },
      formula: "share = answers at the top two levels / all answers",
      inputs: {
        en: "`counts` from the lowest level to the highest, or with `levels`; `satisfiedFrom` if satisfied begins elsewhere.",
        zh: "`counts` 由低到高，或同时给出 `levels`；满意的起点不同时用 `satisfiedFrom`。",
      },
      reading: {
        en: "0 to 1, with Wilson's interval, which stays honest for few answers and at 0 and 1. `anchored100` is the mean on 0 to 100: it also moves when unhappy people become less so.",
        zh: "0 到 1，附威尔逊区间，答复少或接近 0、1 时仍可靠。`anchored100` 是换算到 0–100 的平均值：不满者稍有改善时它也会变化。",
      },
      source: "top-two-box; Wilson (1927)",
      example: [{ counts: [4, 11, 35, 92, 58] }],
    },
    {
      name: "nps",
      title: { en: "Net promoter score", zh: "净推荐值" },
      answers: { en: "How far do promoters outnumber detractors?", zh: "推荐者比贬损者多多少？" },
      formula: "nps = 100 · (promoters − detractors) / n\nstandard error = 100 · √((p + d − (p − d)²) / n)",
      inputs: {
        en: "`counts` of the answers 0 to 10, or `scores`, with `weights` if they count differently. Promoters 9 and 10, detractors 0 to 6.",
        zh: "0–10 各分的 `counts`，或 `scores`（可带 `weights`）。9、10 为推荐者，0–6 为贬损者。",
      },
      reading: {
        en: "−100 to 100 points. It varies more than a share does: with a few hundred answers the interval is ten points wide and more, so read it before comparing months.",
        zh: "−100 到 100 点。它比比例波动更大：几百份答复时区间可宽达十点以上，比较月份之前先看区间。",
      },
      source: "Reichheld (2003); Rocks (2016)",
      example: [{ counts: [74, 10, 22, 35, 40, 140, 41, 57, 119, 227, 235] }],
    },
    {
      name: "ces",
      title: { en: "Customer effort score", zh: "客户费力度" },
      answers: { en: "How easy was it to get something done?", zh: "办成一件事有多容易？" },
      formula: "net easy = (answers from 5 up − answers to 3) / n",
      inputs: { en: "`counts` of seven levels, from hard to easy; `easyFrom` where easy begins elsewhere.", zh: "七个等级的 `counts`，由难到易；`easyFrom` 可改变容易的起点。" },
      reading: { en: "`mean` in levels, `easyShare` 0 to 1 with its interval, `netEasy` −1 to 1.", zh: "`mean` 以等级计，`easyShare` 为 0–1 并附区间，`netEasy` 为 −1 到 1。" },
      source: "Dixon, Freeman & Toman (2010)",
      example: [{ counts: [3, 5, 9, 20, 41, 60, 32] }],
    },
    {
      name: "proportion",
      title: { en: "A share", zh: "比例" },
      answers: { en: "How many of all have something: a problem, a repurchase, a complaint?", zh: "出现问题、再次购买或投诉的占多少？" },
      formula: "share = count / total",
      inputs: { en: "`count` of `total`; `level` of the interval, .95 unless given.", zh: "`total` 中的 `count`；区间的 `level` 默认 0.95。" },
      reading: {
        en: "The interval holds the true share with the probability of its level. Of nobody the share is `null`.",
        zh: "区间以其置信水平包含真实比例。总数为零时比例为 `null`。",
      },
      source: "Wilson (1927); Newcombe (1998)",
      example: [{ count: 18, total: 240 }],
    },
    {
      name: "serviceLevel",
      title: { en: "Service pyramid", zh: "服务金字塔" },
      answers: { en: "Which step of expectations does a service reach?", zh: "服务达到了期望的哪一级？" },
      formula: "score = .70 · basic + .25 · friendly + .05 · extra",
      inputs: { en: "`basic`, `friendly` and `extra`, 0 to 100; other `weights`, another `threshold`.", zh: "`basic`、`friendly`、`extra` 为 0–100；可另给 `weights` 与 `threshold`。" },
      reading: {
        en: "`step` climbs from “below” over “basic”, “satisfying” and “surpassing” to “memorable”; nothing higher makes up for a lower step. Weights and threshold are conventions: put in your own.",
        zh: "`step` 由 “below” 依次升到 “basic”“satisfying”“surpassing”“memorable”；上层不能弥补下层。权重与阈值是约定，请换成自己的。",
      },
      source: "after Kano (1984)",
      example: [{ basic: 88, friendly: 72, extra: 40 }],
    },
  ],
};
