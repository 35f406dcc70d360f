//! The two lists that every later layer works on: fields, one an answer key, and columns, one a small whole number.

/// An answer key of the survey, and the header of its CSV column.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// `question`, `question.attribute`, `question.attribute.x`, `question.left:right`, …
    pub key: String,
    /// Index of the question in [`Survey::questions`](super::Survey::questions).
    pub question: usize,
    /// Index of the attribute in [`Survey::attributes`](super::Survey::attributes), where the field is about one.
    pub attribute: Option<usize>,
    /// What of the question the field holds.
    pub part: Part,
    /// What the field can hold.
    pub domain: Domain,
    /// The columns that hold its codes: one for most, one an option where several may be chosen, none for what is not counted.
    pub columns: std::ops::Range<usize>,
}

/// What of a question a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The answer itself: a rating, a cell of a matrix, a choice, a text.
    Answer,
    /// Satisfaction, on the quadrant plane.
    X,
    /// Importance, on the quadrant plane.
    Y,
    /// Kano: with the feature.
    Functional,
    /// Kano: without it.
    Dysfunctional,
    /// A comparison of two: indices of the left and the right one, in the list that the question compares.
    Judgment {
        /// The left one.
        left: usize,
        /// The right one.
        right: usize,
    },
    /// Points given, out of the question's total; the subject's index in the question's list.
    Points(usize),
    /// The place in a ranking, 1 first; the subject's index in the question's list.
    Rank(usize),
}

/// What a field can hold.
#[derive(Debug, Clone, PartialEq)]
pub enum Domain {
    /// A number of a scale.
    Levels(Levels),
    /// One of these options; or a text of the respondent's own where `other`.
    One {
        /// The options' values.
        options: Vec<String>,
        /// Whether any other text is taken too.
        other: bool,
    },
    /// Any of these options; and a text of the respondent's own where `other`.
    Several {
        /// The options' values.
        options: Vec<String>,
        /// Whether any other text is taken too.
        other: bool,
    },
    /// Any number within bounds; not counted, for it has no levels.
    Number {
        /// The least, if any.
        min: Option<f64>,
        /// The greatest, if any.
        max: Option<f64>,
        /// The step from `min` (or 0), if any.
        step: Option<f64>,
    },
    /// Free text; not counted.
    Text {
        /// The most characters it takes.
        max_length: Option<u32>,
    },
}

/// Equally spaced numbers: `min`, `min + step`, … `count` of them. Code `k` stands for the `k`-th, from 1; 0 is missing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Levels {
    /// The lowest.
    pub min: f64,
    /// From one to the next.
    pub step: f64,
    /// How many; at most 254, so that a code fits a byte.
    pub count: u8,
}

impl Levels {
    /// The highest.
    pub fn max(&self) -> f64 {
        self.value(self.count)
    }

    /// The number that a code (1..=count) stands for.
    pub fn value(&self, code: u8) -> f64 {
        self.min + self.step * (f64::from(code) - 1.0)
    }

    /// The code of a number; `None` when it is not one of the levels (a billionth of a step is forgiven).
    pub fn code(&self, value: f64) -> Option<u8> {
        let place = (value - self.min) / self.step;
        let nearest = place.round();
        let on_grid = (place - nearest).abs() <= 1e-9 * self.count as f64;
        (on_grid && (0.0..f64::from(self.count)).contains(&nearest)).then(|| nearest as u8 + 1)
    }

    /// All the numbers, lowest first.
    pub fn values(&self) -> impl Iterator<Item = f64> + '_ {
        (1..=self.count).map(|code| self.value(code))
    }
}

/// One small whole number per respondent: 0 missing, else 1..=`levels`.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Index of the field it comes from.
    pub field: usize,
    /// The highest code.
    pub levels: u8,
    /// The numbers its codes stand for, where they stand for numbers; moments are counted for these.
    pub numbers: Option<Levels>,
    /// The option it counts (code 1 not chosen, 2 chosen), where several may be chosen.
    pub option: Option<usize>,
}
