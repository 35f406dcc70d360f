import type { Group } from "./measure.js";

export const weights: Group = {
  id: "weights",
  title: { en: "Weights: pairwise judgments", zh: "权重：成对比较" },
  measures: [
    {
      name: "ahp",
      title: { en: "Analytic hierarchy process", zh: "层次分析法" },
      answers: {
        en: "How much does each factor weigh, when people can only say which of two matters more? And do their judgments contradict each other?",
        zh: "人们只能说出两个因素中哪个更重要时，每个因素各占多少权重？这些判断是否自相矛盾？",
      },
      formula: "A w = λmax w\nCI = (λmax − n) / (n − 1)\nCR = CI / RI",
      inputs: {
        en: "`matrix`: square, 1 on the diagonal, mirrored entries reciprocal; 3 says the row is three times as important as the column. `null` is a pair that nobody judged; the values that make λmax least are filled in. `method` “geometric-mean” instead of the eigenvector; `randomIndex` chooses the table of RI.",
        zh: "`matrix`：方阵，对角线为 1，对称位置互为倒数；3 表示行比列重要三倍。`null` 表示无人比较的一对，用使 λmax 最小的值补全。`method` 可改用 “geometric-mean”（几何平均）；`randomIndex` 选择 RI 表。",
      },
      reading: {
        en: "The weights sum to 1. Up to a CR of .10 the judgments can be used; above it look at `worst`, the judgment that disagrees most with the rest, and the value that would fit. Of one or two items CR is `null`: they cannot contradict each other.",
        zh: "权重之和为 1。CR 不超过 0.10 时判断可用；超过时请看 `worst`：与其余判断最不一致的一项，以及应取的值。只有一两项时 CR 为 `null`，因为不可能自相矛盾。",
      },
      source: "Saaty (1980); Bozóki, Fülöp & Rónyai (2010); Aguarón & Moreno-Jiménez (2003); Koczkodaj (1993)",
      example: [{ items: ["speed", "price", "staff", "hours"], matrix: [[1, 3, 5, 4], [1 / 3, 1, 2, null], [1 / 5, 1 / 2, 1, 2], [1 / 4, null, 1 / 2, 1]] }],
    },
    {
      name: "ahpHierarchy",
      title: { en: "A hierarchy of judgments", zh: "判断的层次结构" },
      answers: {
        en: "How much does each factor weigh over all, when factors belong to criteria and both were compared among themselves?",
        zh: "因素分属于各准则、两级分别比较时，每个因素的总权重是多少？",
      },
      formula: "weight = a_k · w_ki\ntotal CR = Σ a_k CI_k / Σ a_k RI_k",
      inputs: {
        en: "`criteria`: one matrix over the criteria. `factors`: one matrix for each criterion, by its name.",
        zh: "`criteria`：准则之间的矩阵。`factors`：以准则名为键，每个准则一个因素矩阵。",
      },
      reading: {
        en: "`weights` of all factors sum to 1. `totalCr` judges the ranking as a whole by the same .10; it is `null` where no matrix is larger than two.",
        zh: "所有因素的 `weights` 之和为 1。`totalCr` 以同样的 0.10 判断总排序；没有大于二阶的矩阵时为 `null`。",
      },
      source: "Saaty (1980)",
      example: [{
        criteria: { items: ["service", "product"], matrix: [[1, 2], [1 / 2, 1]] },
        factors: {
          service: { items: ["speed", "staff", "hours"], matrix: [[1, 2, 4], [1 / 2, 1, 3], [1 / 4, 1 / 3, 1]] },
          product: { items: ["quality", "price"], matrix: [[1, 3], [1 / 3, 1]] },
        },
      }],
    },
    {
      name: "ahpGroup",
      title: { en: "Judgments of several people", zh: "多人判断的综合" },
      answers: { en: "What do several experts weigh together, and who of them is consistent?", zh: "几位专家合起来的权重是多少？其中谁的判断一致？" },
      formula: "judgments: a_ij = (Π a_ij of the members)^(1/m)\npriorities: w_i ∝ (Π w_i of the members)^(1/m)",
      inputs: {
        en: "`matrices`: one for each member. `aggregate`: “judgments” joins the matrices, “priorities” the weights.",
        zh: "`matrices`：每人一个矩阵。`aggregate`：“judgments” 综合判断，“priorities” 综合权重。",
      },
      reading: {
        en: "As `ahp`; the geometric mean is the only one that keeps reciprocals reciprocal. `members` tells each one's own CR.",
        zh: "同 `ahp`；只有几何平均能保持互反性。`members` 给出每个人自己的 CR。",
      },
      source: "Aczél & Saaty (1983); Forman & Peniwati (1998)",
      example: [{ matrices: [[[1, 3, 5], [1 / 3, 1, 2], [1 / 5, 1 / 2, 1]], [[1, 1, 3], [1, 1, 4], [1 / 3, 1 / 4, 1]]], aggregate: "judgments" }],
    },
  ],
};
