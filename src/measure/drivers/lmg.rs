//! R² shared out fairly: its mean increase over all orders.

use super::super::square::Square;

/// The walk visits every subset: 16 million of them.
pub(super) const MOST: usize = 24;
/// What is left of an attribute's variance below which it depends on others.
const LEAST: f64 = 1e-10;

/// For each attribute the mean, over all orders in which attributes can enter a regression, of the R² it adds (Lindeman, Merenda &
/// Gold 1980; the Shapley value of R²). `None` where attributes depend on each other. `between` holds the attributes' correlations, `with_outcome`
/// theirs with the outcome.
///
/// An attribute's share is `Σ_{S∌k} s! (p-1-s)! / p! (R²(S∪k) - R²(S))`, s = |S|. Sorted by subsets instead, each R²(T) counts
/// `c(|T|-1)` for the members of T and `-c(|T|)` for the others, `c(s) = s! (p-1-s)! / p!`. So one walk over the subsets is enough, and
/// no table of 2ᵖ numbers: the walk decides attribute after attribute, in or out; going in sweeps it out of the correlations that remain
/// (a Schur complement), which deep in the tree, where most of the walk is, are only a few.
pub(super) fn lmg(between: &Square, with_outcome: &[f64]) -> Option<Vec<f64>> {
    let p = between.size();
    let width = p + 1;
    let mut start = vec![0.0; width * width];
    for i in 0..p {
        for j in i..p {
            start[i * width + j] = between[(i, j)];
        }
        start[i * width + p] = with_outcome[i];
    }
    let mut walk = Walk { p, chances: chances(p), totals: vec![0.0; p], all: 0.0 };
    let mut scratch = vec![0.0; width * width * p];
    walk.visit(0, 0, 0.0, &start, &mut scratch)?;
    Some(walk.totals.iter().map(|total| total - walk.all).collect())
}

/// `c(s)`, for s of 0..p: the probability that in a random order exactly a given set of s comes before a given other.
fn chances(p: usize) -> Vec<f64> {
    let mut chances = Vec::with_capacity(p);
    let mut chance = 1.0 / p as f64;
    for s in 0..p {
        chances.push(chance);
        chance *= (s + 1) as f64 / (p - 1 - s).max(1) as f64;
    }
    chances
}

struct Walk {
    p: usize,
    chances: Vec<f64>,
    /// For each attribute, over the subsets with it: both counts of R².
    totals: Vec<f64>,
    /// Over all subsets: the count of R² for those outside.
    all: f64,
}

impl Walk {
    /// Decides attribute `next` and those after it; returns the sum of both counts over the subsets below. `left` holds, from row and column
    /// `next` on, the covariances that the `size` attributes taken so far do not explain.
    fn visit(&mut self, next: usize, size: usize, r2: f64, left: &[f64], scratch: &mut [f64]) -> Option<f64> {
        let (p, width) = (self.p, self.p + 1);
        if next == p {
            let inside = if size > 0 { self.chances[size - 1] * r2 } else { 0.0 };
            let outside = if size < p { self.chances[size] * r2 } else { 0.0 };
            self.all += outside;
            return Some(inside + outside);
        }
        let out = self.visit(next + 1, size, r2, left, scratch)?;
        let (rest, deeper) = scratch.split_at_mut(width * width);
        let row = &left[next * width..(next + 1) * width];
        let pivot = row[next];
        if pivot <= LEAST {
            return None;
        }
        for i in next + 1..p {
            let factor = row[i] / pivot;
            let (from, to) = (&left[i * width + i..(i + 1) * width], &mut rest[i * width + i..(i + 1) * width]);
            for ((to, from), swept) in to.iter_mut().zip(from).zip(&row[i..]) {
                *to = from - factor * swept;
            }
        }
        let inside = self.visit(next + 1, size + 1, r2 + row[p] * row[p] / pivot, rest, deeper)?;
        self.totals[next] += inside;
        Some(out + inside)
    }
}
