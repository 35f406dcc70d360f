//! An axis: from values to places, and its ticks.

use plotters::coord::ranged1d::{BoldPoints, Ranged};
use plotters::coord::types::RangedCoordf64;

use super::number;

/// Values closer than this share of their size count as equal.
const FINEST: f64 = 1e-9;
/// Beyond, there is no point in ticks.
const LARGEST: f64 = 1e100;

/// A stretch of values along a stretch of the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Axis {
    low: f64,
    high: f64,
    from: f64,
    to: f64,
}

/// A value worth a number.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tick {
    pub(super) at: f64,
    pub(super) text: String,
}

impl Axis {
    /// Values `low..=high`, drawn from one place to another.
    pub(super) fn new(low: f64, high: f64, from: f64, to: f64) -> Self {
        Self { low, high, from, to }
    }

    /// All these values, with air at both ends.
    pub(super) fn around(values: impl Iterator<Item = f64> + Clone, air: f64) -> Option<Self> {
        let low = values.clone().fold(f64::INFINITY, f64::min);
        let high = values.fold(f64::NEG_INFINITY, f64::max);
        let spread = high - low;
        if !spread.is_finite() {
            return None; // No values, or values so far apart that there is no number for it.
        }
        let air = if spread > FINEST * low.abs().max(high.abs()) { spread * air } else { (low.abs() * 0.1).max(0.5) };
        Some(Self::new(low - air, high + air, 0.0, 1.0))
    }

    /// The same values, drawn elsewhere.
    pub(super) fn along(self, from: f64, to: f64) -> Self {
        Self { from, to, ..self }
    }

    /// A part of the same values, between two shares of the whole, drawn over the whole length.
    pub(super) fn part(self, from: f64, to: f64) -> Self {
        let at = |share: f64| self.low + (self.high - self.low) * share;
        Self { low: at(from), high: at(to), ..self }
    }

    /// How far along the axis a value lies: 0 at its low end, 1 at its high.
    pub(super) fn share(&self, value: f64) -> f64 {
        (value - self.low) / (self.high - self.low)
    }

    /// The values at both ends.
    pub(super) fn ends(&self) -> (f64, f64) {
        (self.low, self.high)
    }

    /// Where a value lies.
    pub(super) fn place(&self, value: f64) -> f64 {
        self.from + (value - self.low) / (self.high - self.low) * (self.to - self.from)
    }

    /// Round values, at most this many.
    pub(super) fn ticks(&self, most: usize) -> Vec<Tick> {
        let reach = self.low.abs().max(self.high.abs());
        if !(self.high - self.low > FINEST * reach && reach < LARGEST) {
            return Vec::new(); // Steps this fine would not move on from value to value.
        }
        let values = RangedCoordf64::from(self.low..self.high).key_points(BoldPoints(most));
        let step = match values.as_slice() {
            [first, second, ..] => (second - first).abs(),
            _ => 1.0,
        };
        let decimals = (-step.log10() - 1e-9).ceil().clamp(0.0, 9.0) as usize;
        let inside = values.iter().filter(|v| (self.low..=self.high).contains(*v));
        inside.map(|&value| Tick { at: self.place(value), text: number::fixed(value, decimals) }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Axis;

    #[test]
    fn ticks_are_round_and_lie_inside() {
        let axis = Axis::new(6.83, 8.91, 0.0, 100.0);
        let ticks = axis.ticks(6);
        let texts: Vec<&str> = ticks.iter().map(|t| t.text.as_str()).collect();
        assert_eq!(texts, ["7.0", "7.5", "8.0", "8.5"]);
        assert!(ticks.iter().all(|t| (0.0..=100.0).contains(&t.at)));
    }

    #[test]
    fn equal_values_still_span_an_axis() {
        let axis = Axis::around([3.0, 3.0].into_iter(), 0.1).expect("finite").along(0.0, 10.0);
        assert_eq!(axis.place(3.0), 5.0);
        assert_eq!(Axis::around(std::iter::empty(), 0.1), None);
    }
}
