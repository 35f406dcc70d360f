import type { Group } from "./measure.js";

export const value: Group = {
  id: "value",
  title: { en: "Customer value", zh: "顾客价值" },
  measures: [
    {
      name: "deliveredValue",
      title: { en: "Delivered value", zh: "顾客让渡价值" },
      answers: { en: "What does a customer get, less what it costs them?", zh: "顾客得到的减去付出的是多少？" },
      formula: "delivered = Σ value − Σ cost",
      inputs: { en: "`value` of product, service, personnel and image; `cost` in money, time, energy and worry.", zh: "产品、服务、人员、形象的 `value`；货币、时间、体力、精神的 `cost`。" },
      reading: { en: "Customers choose the offer that delivers more; the `ratio` can rank offers otherwise.", zh: "顾客选择让渡价值更高者；`ratio` 的排序可能不同。" },
      source: "Kotler (1994)",
      example: [{ value: { product: 500, service: 120, personnel: 60, image: 80 }, cost: { money: 420, time: 50, energy: 30, psychic: 40 } }],
    },
    {
      name: "lifetimeValue",
      title: { en: "Lifetime value", zh: "顾客终身价值" },
      answers: { en: "What does a customer bring over the years?", zh: "一位顾客多年带来多少价值？" },
      formula: "value = m · Σ_t (r / (1 + d))^t − acquisition cost\nfor ever: m · r / (1 + d − r)",
      inputs: {
        en: "`margin`, `retention` and `discount` of a period; `periods` for an end; `timing` “start” where the first margin comes at once. Or amount, purchases a year and years.",
        zh: "每期的 `margin`、`retention`、`discount`；`periods` 为期数；首期利润立即发生时 `timing` 取 “start”。或金额、每年次数与年数。",
      },
      reading: { en: "In the unit of the margin. Without `periods` the horizon is infinite; nobody leaving and nothing discounted has no finite value: `null`.", zh: "单位同利润。不给 `periods` 则为无限期；无人流失且不折现时没有有限值：`null`。" },
      source: "Gupta & Lehmann (2003)",
      example: [{ margin: 100, retention: 0.8, discount: 0.1, periods: 5, acquisitionCost: 40 }],
    },
    {
      name: "tiers",
      title: { en: "ABC tiers", zh: "ABC 分级" },
      answers: { en: "Who brings most of the value, and how unequal is it?", zh: "谁带来大部分价值？差别有多大？" },
      formula: "A while the share before the customer < .80, B while < .95, else C",
      inputs: { en: "`customers` with their `value`; other `cuts`.", zh: "`customers` 及其 `value`；可改变 `cuts`。" },
      reading: { en: "A single customer with most of the value is A. Gini is 0 where all bring the same, near 1 where one brings all.", zh: "独占大部分价值的一位顾客属于 A。Gini 为 0 表示完全均等，接近 1 表示集中于一人。" },
      source: "Dickie (1951); Gini (1912)",
      example: [{ customers: [{ id: "c1", value: 900 }, { id: "c2", value: 400 }, { id: "c3", value: 120 }, { id: "c4", value: 60 }, { id: "c5", value: 20 }] }],
    },
    {
      name: "tierGrid",
      title: { en: "Grid of tiers", zh: "分级网格" },
      answers: { en: "Where does each customer stand on several dimensions, and how many share each combination?", zh: "每位顾客在各维度处于什么水平？每种组合有多少人？" },
      formula: "high from the second cut, middle from the first, else low",
      inputs: { en: "`dimensions` with two `cuts` each; `customers` with `values` for all of them.", zh: "`dimensions` 各有两个 `cuts`；`customers` 给出全部 `values`。" },
      reading: { en: "Dimensions are your own: contribution, loyalty and risk; or spend, frequency and tenure. Only combinations that occur are listed.", zh: "维度自定：贡献、忠诚与风险；或金额、频率与时长。只列出出现的组合。" },
      source: "Hughes (1994)",
      example: [{
        dimensions: [{ id: "spend", cuts: [100, 1000] }, { id: "tenure", cuts: [12, 36] }],
        customers: [{ id: "c1", values: { spend: 1000, tenure: 6 } }, { id: "c2", values: { spend: 1500, tenure: 3 } }, { id: "c3", values: { spend: 80, tenure: 40 } }],
      }],
    },
    {
      name: "churn",
      title: { en: "Churn", zh: "顾客流失" },
      answers: { en: "Who leaves, what is lost with them, and does keeping them pay?", zh: "流失多少、损失多少、挽留是否划算？" },
      formula: "churn = lost / opening\nnet benefit = opening · points / 100 · lifetime value − cost",
      inputs: { en: "`opening` and `lost` customers; `gained`; profit, own fault, cost and points of a reduction, where known.", zh: "期初 `opening` 与流失 `lost`；`gained`；以及已知的利润、自身过失、降低流失的成本与百分点。" },
      reading: { en: "Rates as shares, money in its own unit. Growth over the opening and over the lost are both in use, so both are there.", zh: "比率为小数，金额用原单位。增长率有两种定义，均给出。" },
      source: "Reichheld & Sasser (1990)",
      example: [{ opening: 1000, lost: 80, gained: 120, profitPerCustomer: 300, ownFaultShare: 0.4, costToReduce: 9000, reductionPoints: 2, lifetimeValue: 900 }],
    },
  ],
};
