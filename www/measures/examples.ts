/** A measure's formula and source, and a call whose result the page computes. */
export interface Example { name: string; formula: string; source: string; args: unknown[] }

const levels = [1, 2, 3, 4, 5];

/** Every measure, in the order in which an analysis meets them. */
export const GROUPS: { id: string; examples: Example[] }[] = [
  {
    id: "weights",
    examples: [
      {
        name: "ahp",
        formula: "A w = λmax w,  CI = (λmax − n) / (n − 1),  CR = CI / RI",
        source: "Saaty (1980); Bozóki, Fülöp & Rónyai (2010)",
        args: [{ items: ["quality", "service", "price"], matrix: [[1, 3, 5], [1 / 3, 1, 2], [1 / 5, 1 / 2, 1]] }],
      },
      {
        name: "ahpHierarchy",
        formula: "weight(k, i) = a(k) · w(k, i),  total CR = Σ a(k) CI(k) / Σ a(k) RI(k)",
        source: "Saaty (1980)",
        args: [{ criteria: { items: ["product", "people"], matrix: [[1, 2], [0.5, 1]] }, factors: { product: { items: ["content", "security", "speed"], matrix: [[1, 2, 4], [0.5, 1, 2], [0.25, 0.5, 1]] }, people: { items: ["care", "attitude"], matrix: [[1, 1], [1, 1]] } } }],
      },
      {
        name: "ahpGroup",
        formula: "a(i, j) = (Π a_k(i, j))^(1/m), or w(i) = (Π w_k(i))^(1/m), normalised",
        source: "Aczél & Saaty (1983); Forman & Peniwati (1998)",
        args: [{ items: ["quality", "price"], matrices: [[[1, 4], [0.25, 1]], [[1, 1], [1, 1]]], aggregate: "judgments" }],
      },
    ],
  },
  {
    id: "satisfaction",
    examples: [
      {
        name: "satisfactionIndex",
        formula: "score(i) = Σ level(j) n(i, j) / (highest level · Σ n(i, j)),  index = Σ w(i) score(i)",
        source: "Multi-level index with analytic-hierarchy weights, Saaty (1980)",
        args: [{ factors: [{ id: "quality", weight: 0.6, levels, counts: [2, 5, 20, 45, 28] }, { id: "price", weight: 0.4, levels, counts: [10, 22, 31, 27, 10] }] }],
      },
      {
        name: "anchoredIndex",
        formula: "100 · Σ w (mean − min) / (max − min)",
        source: "Fornell et al. (1996)",
        args: [{ means: [7.9, 7.3, 6.8], weights: [0.42, 0.33, 0.25], scale: { min: 1, max: 10 } }],
      },
      { name: "proportion", formula: "share = count / total, with Wilson's score interval", source: "Wilson (1927); Newcombe (1998)", args: [{ count: 18, total: 20 }] },
      { name: "csat", formula: "share = answers in the top two levels / n", source: "Top-two-box; Wilson (1927)", args: [{ counts: [12, 18, 45, 160, 265] }] },
      { name: "nps", formula: "100 (promoters − detractors) / n,  SE = 100 √((p + d − (p − d)²) / n)", source: "Reichheld (2003); Rocks (2016)", args: [{ counts: [74, 10, 22, 35, 40, 140, 41, 57, 119, 227, 235] }] },
      { name: "ces", formula: "mean; easy = levels ≥ 5, hard = levels ≤ 3, net = (easy − hard) / n", source: "Dixon, Freeman & Toman (2010)", args: [{ counts: [3, 4, 9, 14, 30, 25, 15] }] },
      { name: "indicatorIndex", formula: "category = Σ w · score / Σ w,  index = 100 (overall − min) / (max − min)", source: "Keeney & Raiffa (1976)", args: [{ scale: { min: 1, max: 5 }, items: [{ id: "product", weight: 3, items: [{ id: "quality", weight: 2, score: 4.2 }, { id: "range", weight: 1, score: 3.6 }] }, { id: "service", weight: 2, score: 3.9 }] }] },
      { name: "serviceLevel", formula: "score = .70 basic + .25 friendly + .05 extra", source: "The pyramid of expectations, after Kano (1984)", args: [{ basic: 82, friendly: 74, extra: 20 }] },
      { name: "customerRates", formula: "repurchase = repeat customers / customers;  100 · complaints / transactions", source: "Definitions in common use", args: [{ customers: 400, repeatCustomers: 260, transactions: 1500, complaints: 12, orders: [1, 1, 2, 3, 5, 1, 4] }] },
      { name: "probabilityBand", formula: "high ≥ .70 > middle ≥ .30 > low", source: "Bands in common use", args: [0.7] },
    ],
  },
  {
    id: "expectations",
    examples: [
      { name: "confirmation", formula: "ratio = perceived / expected,  gap = perceived − expected", source: "Oliver (1980)", args: [{ perceived: 4.2, expected: 4 }] },
      { name: "gap", formula: "SQ = Σ w (P − E)", source: "Parasuraman, Zeithaml & Berry (1988, 1991)", args: [{ items: [{ id: "on time", dimension: "reliability", perception: 3.9, expectation: 4.6, weight: 3 }, { id: "as promised", dimension: "reliability", perception: 4.1, expectation: 4.5, weight: 2 }, { id: "friendly", dimension: "empathy", perception: 4.4, expectation: 4.2, weight: 1 }] }] },
      { name: "kano", formula: "better = (A + O) / (A + O + M + I),  worse = −(O + M) / (A + O + M + I)", source: "Kano et al. (1984); Berger et al. (1993); Fong (1996)", args: [{ counts: { M: 21, O: 48, A: 19, I: 10, R: 1, Q: 1 } }] },
      { name: "priceBand", formula: "expected while 1 − band ≤ price / expected ≤ 1 + band", source: "Monroe (1973)", args: [{ price: 112, expected: 100, band: 0.1 }] },
    ],
  },
  {
    id: "priorities",
    examples: [
      { name: "quadrants", formula: "priority = (importance − performance) / √2, both on 0..1", source: "Martilla & James (1977); Slack (1994)", args: [{ points: [{ id: "speed", importance: 4.6, performance: 3.1 }, { id: "price", importance: 3.2, performance: 4 }, { id: "care", importance: 4.4, performance: 4.5 }, { id: "design", importance: 2.9, performance: 3 }], scale: { min: 1, max: 5 } }] },
      { name: "drivers", formula: "lmg(j) = mean over all orders of the R² that attribute j adds;  Σ lmg = R²", source: "Lindeman, Merenda & Gold (1980); Johnson (2000); Grömping (2006)", args: [{ ids: ["overall", "speed", "price", "care"], outcome: "overall", n: 250, method: "lmg", correlation: [[1, 0.62, 0.41, 0.55], [0.62, 1, 0.3, 0.48], [0.41, 0.3, 1, 0.22], [0.55, 0.48, 0.22, 1]] }] },
      { name: "penaltyReward", formula: "y = b₀ + Σ (penalty · [rating ≤ low] + reward · [rating ≥ high]) + e", source: "Brandt (1987); Matzler & Sauerwein (2002)", args: [{ outcome: [3, 4, 3, 7, 7, 8, 7, 8, 9, 8, 7, 6, 9, 4, 8, 7], attributes: { clean: [1, 1, 2, 3, 3, 4, 3, 5, 5, 4, 3, 3, 5, 2, 4, 3] }, penaltyMax: 2, rewardMin: 4 }] },
      { name: "pathModel", formula: "weights by mode A until nothing moves;  index = 100 Σ v (mean − min) / (max − min)", source: "Wold (1982); Lohmöller (1989); Tenenhaus et al. (2005)", args: [{ n: 250, items: ["q1", "q2", "s1", "s2"], means: [7.8, 7.4, 7.6, 7.1], covariance: [[4, 2.4, 1.9, 1.7], [2.4, 4.4, 1.8, 1.6], [1.9, 1.8, 3.8, 2.5], [1.7, 1.6, 2.5, 4.1]], scale: { min: 1, max: 10 }, blocks: { quality: ["q1", "q2"], satisfaction: ["s1", "s2"] }, paths: [["quality", "satisfaction"]] }] },
      { name: "reliability", formula: "α = k / (k − 1) · (1 − Σ var(i) / var(sum))", source: "Cronbach (1951)", args: [{ covariance: [[4, 2.4, 1.9], [2.4, 4.4, 1.8], [1.9, 1.8, 3.8]] }] },
    ],
  },
  {
    id: "loyalty",
    examples: [
      { name: "loyaltyIndex", formula: "index = Σ w · value / max", source: "Saaty (1980)", args: [{ factors: [{ id: "repurchase", value: 4, max: 5, weight: 0.5 }, { id: "recommendation", value: 8, max: 10, weight: 0.3 }, { id: "tenure", value: 3, max: 10, weight: 0.2 }] }] },
      { name: "loyaltyStaircase", formula: "level = clamp(level + Σ changes of the rules that are met)", source: "Christopher, Payne & Ballantyne (1991); rules are the company's", args: [{ range: { min: 0, max: 6 }, rules: [{ id: "spending-falls", when: { field: "spendDropPercent", atLeast: 30 }, change: -1, reason: "spending fell by 30 % or more" }, { id: "stays", when: { field: "tenureMonths", passes: 24, since: "tenureMonthsBefore" }, change: 1, reason: "two more years as a customer" }], customers: [{ id: "c1", level: 3, events: [{ spendDropPercent: 35 }, { tenureMonthsBefore: 22, tenureMonths: 25 }] }] }] },
      { name: "defaultStaircase", formula: "nine rules of −2 to +1 steps", source: "The standard set, thresholds are the company's", args: [{}] },
      { name: "retention", formula: "rate = (low + high) / 2 at a level, straight lines between levels", source: "Heskett, Sasser & Schlesinger (1997)", args: [{ counts: [10, 40, 150, 200, 100] }] },
      { name: "whatIf", formula: "Δ index = Σ w (to − mean) / highest,  Δ outcome = Σ b (to − mean),  b = S⁻¹ s", source: "Draper & Smith (1998)", args: [{ attributes: [{ id: "speed", mean: 3.1, to: 4, weight: 2, highest: 5 }, { id: "price", mean: 3.6, weight: 1, highest: 5 }], outcome: { n: 400, mean: 3.4, covariance: [[1.2, 0.3, 0.7], [0.3, 1, 0.4], [0.7, 0.4, 1.1]] } }] },
      { name: "churn", formula: "churn = lost / opening,  net benefit = saved · lifetime value − cost", source: "Reichheld & Sasser (1990)", args: [{ opening: 1000, lost: 80, gained: 110, reductionPoints: 3, lifetimeValue: 1200, costToReduce: 20000 }] },
      { name: "wordOfMouth", formula: "unhappy = heard / heard rate,  told = unhappy · told each", source: "TARP (1979)", args: [{ heardComplaints: 8, heardRate: 0.04, goneRate: 0.6, toldEach: 10 }] },
    ],
  },
  {
    id: "value",
    examples: [
      { name: "deliveredValue", formula: "delivered = Σ value − Σ cost", source: "Kotler (1994)", args: [{ value: { product: 80, service: 30, personnel: 10, image: 10 }, cost: { money: 90, time: 10, energy: 5, psychic: 5 } }] },
      { name: "lifetimeValue", formula: "Σ m rᵗ / (1 + d)ᵗ − acquisition;  for ever m r / (1 + d − r)", source: "Gupta & Lehmann (2003)", args: [{ margin: 100, retention: 0.9, discount: 0.1, acquisitionCost: 50 }] },
      { name: "tiers", formula: "A while the share before the customer < .80, B while < .95, else C", source: "Dickie (1951); Gini (1912)", args: [{ customers: [{ id: "Abel", value: 700 }, { id: "Bo", value: 180 }, { id: "Cai", value: 90 }, { id: "Dai", value: 30 }] }] },
      { name: "tierGrid", formula: "high from the second cut on, middle from the first, else low", source: "Hughes (1994)", args: [{ dimensions: [{ id: "spend", cuts: [100, 500] }, { id: "tenure", cuts: [1, 3] }], customers: [{ id: "c1", values: { spend: 620, tenure: 2 } }, { id: "c2", values: { spend: 80, tenure: 4 } }] }] },
    ],
  },
  {
    id: "comparing",
    examples: [
      { name: "sampleSize", formula: "n₀ = z² p (1 − p) / margin²,  n = n₀ / (1 + (n₀ − 1) / N), rounded up", source: "Cochran (1977); Krejcie & Morgan (1970)", args: [{ population: 500, margin: 0.05 }] },
      { name: "compareMeans", formula: "t = (m₁ − m₂) / √(s₁²/n₁ + s₂²/n₂)", source: "Welch (1947); Satterthwaite (1946); Cohen (1988)", args: [{ n: 120, mean: 4.1, sd: 0.9 }, { n: 95, mean: 3.8, sd: 1.1 }] },
      { name: "compareShares", formula: "χ² = (p₁ − p₂)² / (p (1 − p) (1/n₁ + 1/n₂))", source: "Pearson (1900); Newcombe (1998), method 10", args: [{ count: 84, total: 120 }, { count: 51, total: 95 }] },
      { name: "compareGroups", formula: "F of Welch's analysis of variance", source: "Welch (1951)", args: [[{ n: 40, mean: 4.2, sd: 0.8 }, { n: 35, mean: 3.9, sd: 1 }, { n: 52, mean: 3.6, sd: 0.9 }]] },
      { name: "comparePaired", formula: "t = mean / (sd / √n), n − 1 degrees of freedom", source: "Student (1908)", args: [{ n: 60, mean: -0.35, sd: 1.1 }] },
      { name: "compareNps", formula: "z = (NPS₁ − NPS₂) / √(SE₁² + SE₂²)", source: "Rocks (2016)", args: [{ counts: [2, 1, 3, 2, 4, 8, 10, 20, 30, 60, 60] }, { counts: [6, 4, 5, 6, 8, 12, 14, 22, 28, 40, 35] }] },
      { name: "crossTable", formula: "χ² = Σ (O − E)² / E,  V = √(χ² / (n · min(r − 1, c − 1)))", source: "Pearson (1900); Cramér (1946); Haberman (1973)", args: [{ counts: [[30, 10], [15, 45]] }] },
      { name: "adjust", formula: "Holm: max over j ≤ i of (m − j + 1) p(j)", source: "Holm (1979); Benjamini & Hochberg (1995)", args: [[0.004, 0.03, 0.02, 0.4], "holm"] },
    ],
  },
];
