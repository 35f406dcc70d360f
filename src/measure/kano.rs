//! Kano's classes: what customers take for granted, ask for, or are delighted by.

use serde::Serialize;

use super::number::{NonNegative, ratio};
use crate::error::{Error, Problem};
use crate::text::text;
use crate::value::{At, Read, names, record};

/// The normal quantile in Fong's test, as he rounds it.
const FONG_Z: f64 = 1.65;
/// Answers of a Kano question: like, expect, neutral, live with, dislike.
const ANSWERS: usize = 5;

names! {
    /// A Kano class, in the order that decides ties: what hurts most when it is missing comes first.
    pub enum KanoCategory, "category" {
        /// Must-be: taken for granted.
        MustBe = "M",
        /// One-dimensional: the more the better.
        OneDimensional = "O",
        /// Attractive: delights, not missed.
        Attractive = "A",
        /// Indifferent.
        Indifferent = "I",
        /// Reverse: better without.
        Reverse = "R",
        /// Questionable: the answers contradict each other.
        Questionable = "Q",
    }
}

/// Classes by the answers with the feature (rows) and without it (columns); Berger et al. (1993).
const EVALUATION: [[KanoCategory; ANSWERS]; ANSWERS] = {
    use KanoCategory::{Attractive as A, Indifferent as I, MustBe as M, OneDimensional as O, Questionable as Q, Reverse as R};
    [[Q, A, A, A, O], [R, I, I, I, M], [R, I, I, I, M], [R, I, I, I, M], [R, R, R, R, Q]]
};

record! {
    /// How many answers fall into each class.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct KanoCounts {
        /// Must-be.
        must_be: NonNegative = "M",
        /// One-dimensional.
        one_dimensional: NonNegative = "O",
        /// Attractive.
        attractive: NonNegative = "A",
        /// Indifferent.
        indifferent: NonNegative = "I",
        /// Reverse.
        reverse: NonNegative = "R",
        /// Questionable.
        questionable: NonNegative = "Q",
    }
}

/// One answer, 1..=5.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KanoAnswer(u8);

impl KanoAnswer {
    /// 1 like, 2 expect, 3 neutral, 4 live with, 5 dislike.
    pub fn new(answer: u8) -> Result<Self, Error> {
        match (1..=ANSWERS).contains(&answer.into()) {
            true => Ok(Self(answer)),
            false => Err(Error::new(Problem::OutOfRange { value: answer.into(), allowed: "1..=5".into() })),
        }
    }

    fn place(self) -> usize {
        usize::from(self.0) - 1
    }
}

impl Read for KanoAnswer {
    fn read(at: At<'_>) -> Result<Self, Error> {
        let value = u64::read(at)?;
        let out_of_range = || at.error(Problem::OutOfRange { value: value as f64, allowed: "1..=5".into() });
        Self::new(u8::try_from(value).map_err(|_| out_of_range())?).map_err(|_| out_of_range())
    }
}

/// Answers about one attribute.
#[derive(Debug, Clone, PartialEq)]
pub enum KanoInput {
    /// Counts of the classes.
    Counts(KanoCounts),
    /// Each respondent's answers: with the feature, and without it.
    Pairs(Vec<(KanoAnswer, KanoAnswer)>),
    /// `table[f - 1][d - 1]` counts those who answered f with the feature and d without it; five by five.
    Table(Vec<Vec<NonNegative>>),
}

impl Read for KanoInput {
    fn read(at: At<'_>) -> Result<Self, Error> {
        if at.key("pairs").is_some() {
            at.record(&["pairs"])?;
            return at.field("pairs").map(Self::Pairs);
        }
        if at.key("table").is_some() {
            at.record(&["table"])?;
            return at.field("table").map(Self::Table);
        }
        at.record(&["counts"])?;
        at.field("counts").map(Self::Counts)
    }
}

/// What an attribute is to customers.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct Kano {
    /// Answers.
    pub n: f64,
    /// In each class.
    pub counts: KanoClassCounts,
    /// The class of most answers.
    pub category: Option<KanoCategory>,
    /// How much having it would please, 0..1.
    pub better: Option<f64>,
    /// How much lacking it would displease, -1..0.
    pub worse: Option<f64>,
    /// Share of those whom it matters to, 0..1.
    pub total_strength: Option<f64>,
    /// Lead of the first class over the second, as a share, 0..1.
    pub category_strength: Option<f64>,
    /// Whether the first class leads by more than chance.
    pub fong: Option<Fong>,
}

/// Answers in each class.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "UPPERCASE")]
pub struct KanoClassCounts {
    /// Must-be.
    pub m: f64,
    /// One-dimensional.
    pub o: f64,
    /// Attractive.
    pub a: f64,
    /// Indifferent.
    pub i: f64,
    /// Reverse.
    pub r: f64,
    /// Questionable.
    pub q: f64,
}

/// Fong's test of the lead of the first class over the second.
#[derive(Debug, Clone, PartialEq, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct Fong {
    /// Answers of the first class less those of the second.
    pub difference: f64,
    /// What it takes at a confidence of .90.
    pub threshold: f64,
    /// Whether the difference reaches it.
    pub significant: bool,
}

/// Kano's model: whether an attribute is taken for granted, asked for, or a delight.
///
/// `better = (A + O) / (A + O + M + I)`, `worse = -(O + M) / (A + O + M + I)`; both leave out reverse and questionable answers. Strengths are shares of
/// all answers: total `(M + O + A) / n`, category (first class - second) / n. Fong: the first two classes, a and b answers, differ when
/// `a - b ≥ 1.65 √((a + b)(2n - a - b) / 2n)`. Source: Kano et al. (1984), Berger et al. (1993), Lee & Newcomb (1997), Fong (1996).
/// Ties: M > O > A > I > R > Q. `None` where nobody answered; better and worse also where all answers are reverse or questionable.
///
/// ```
/// use manyi::measure::{KanoAnswer, KanoCategory, KanoInput, kano};
/// let pair = (KanoAnswer::new(1)?, KanoAnswer::new(5)?); // likes it with, dislikes it without
/// assert_eq!(kano(&KanoInput::Pairs(vec![pair]))?.category, Some(KanoCategory::OneDimensional));
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn kano(input: &KanoInput) -> Result<Kano, Error> {
    let classes = classes(input)?;
    let [m, o, a, i, r, q] = classes;
    let n: f64 = classes.iter().sum();
    let mut ranked: Vec<(KanoCategory, f64)> = KanoCategory::ALL.iter().copied().zip(classes).collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
    let (first, second) = (ranked[0], ranked[1]);
    let lead = first.1 - second.1;
    let clear = a + o + m + i;
    Ok(Kano {
        n,
        counts: KanoClassCounts { m, o, a, i, r, q },
        category: (n > 0.0).then_some(first.0),
        better: ratio(a + o, clear),
        worse: ratio(o + m, clear).map(|share| 0.0 - share),
        total_strength: ratio(m + o + a, n),
        category_strength: ratio(lead, n),
        fong: (n > 0.0).then(|| {
            let both = first.1 + second.1;
            let threshold = FONG_Z * (both * (2.0 * n - both) / (2.0 * n)).sqrt();
            Fong { difference: lead, threshold, significant: lead >= threshold }
        }),
    })
}

/// Answers in each class, in the order of [`KanoCategory::ALL`].
fn classes(input: &KanoInput) -> Result<[f64; 6], Error> {
    let mut classes = [0.0; 6];
    match input {
        KanoInput::Counts(c) => {
            classes = [c.must_be, c.one_dimensional, c.attractive, c.indifferent, c.reverse, c.questionable].map(NonNegative::get);
        }
        KanoInput::Pairs(pairs) => {
            if pairs.is_empty() {
                return Err(Error::at("pairs", Problem::TooFew { what: "pairs", least: 1 }));
            }
            for (functional, dysfunctional) in pairs {
                classes[EVALUATION[functional.place()][dysfunctional.place()] as usize] += 1.0;
            }
        }
        KanoInput::Table(table) => {
            let five = |path: String, what, found| Error::at(path, Problem::LengthMismatch { what, found, expected: ANSWERS });
            if table.len() != ANSWERS {
                return Err(five("table".into(), "rows", table.len()));
            }
            for (f, (row, categories)) in table.iter().zip(EVALUATION).enumerate() {
                if row.len() != ANSWERS {
                    return Err(five(text!("table[{}]", f), "counts", row.len()));
                }
                for (count, category) in row.iter().zip(categories) {
                    classes[category as usize] += count.get();
                }
            }
        }
    }
    Ok(classes)
}
