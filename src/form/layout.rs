//! Where the marks of a scale lie: the painter paints there, and the native inputs lie there.

use crate::survey::Look;

/// The rectangle of one mark, in CSS pixels from the canvas' top left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width; at least 24 wherever the scale fits at all.
    pub width: f64,
    /// Height; at least 24.
    pub height: f64,
}

impl Cell {
    /// Its centre.
    pub fn centre(&self) -> (f64, f64) {
        (self.x + self.width / 2.0, self.y + self.height / 2.0)
    }
}

/// The marks of a scale on a canvas.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// One for each level, lowest first; for a slider, one for all.
    pub cells: Vec<Cell>,
    /// How wide the canvas is.
    pub width: f64,
    /// How high the canvas must be.
    pub height: f64,
}

/// The narrowest mark that a finger still finds (WCAG 2.2, 2.5.8).
const NARROWEST: f64 = 24.0;
/// The height of a row of marks.
const ROW: f64 = 44.0;

impl Layout {
    /// Marks for so many levels, in rows as wide as there is room; `mirrored` runs from right to left.
    pub fn new(look: Look, levels: u8, width: f64, mirrored: bool) -> Self {
        let width = width.max(NARROWEST);
        if look == Look::Slider {
            let cells = vec![Cell { x: 0.0, y: 0.0, width, height: ROW }];
            return Self { cells, width, height: ROW };
        }
        let widest = match look {
            Look::Numbers => 52.0,
            _ => 84.0,
        };
        let levels = f64::from(levels.max(1));
        let most = (width / NARROWEST).floor().max(1.0);
        let rows = (levels / most).ceil();
        let per_row = (levels / rows).ceil();
        let cell = (width / per_row).min(widest);
        let cells = (0..levels as usize).map(|index| {
            let row = (index as f64 / per_row).floor();
            let place = index as f64 - row * per_row;
            let x = if mirrored { width - (place + 1.0) * cell } else { place * cell };
            Cell { x, y: row * ROW, width: cell, height: ROW }
        });
        Self { cells: cells.collect(), width, height: rows * ROW }
    }
}

impl Layout {
    /// The same marks, with room for a picture above them.
    pub(super) fn below(mut self, picture: f64) -> Self {
        self.cells.iter_mut().for_each(|cell| cell.y += picture);
        self.height += picture;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_lie_inside_never_overlap_and_are_never_narrower_than_a_finger() {
        for look in [Look::Dots, Look::Stars, Look::Faces, Look::Numbers] {
            for levels in 2..=30 {
                for width in [120.0, 240.0, 264.0, 320.0, 358.0, 700.0] {
                    for mirrored in [false, true] {
                        let layout = Layout::new(look, levels, width, mirrored);
                        assert_eq!(layout.cells.len(), usize::from(levels));
                        for (index, a) in layout.cells.iter().enumerate() {
                            assert!(a.width >= 24.0 && a.height >= 24.0, "{look:?} {levels} {width}: {a:?}");
                            assert!(a.x >= -1e-9 && a.x + a.width <= width + 1e-9 && a.y + a.height <= layout.height);
                            for b in &layout.cells[..index] {
                                let apart = a.x >= b.x + b.width - 1e-9
                                    || b.x >= a.x + a.width - 1e-9
                                    || a.y >= b.y + b.height
                                    || b.y >= a.y + a.height;
                                assert!(apart, "{look:?} {levels} {width}: {a:?} {b:?}");
                            }
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn mirrored_marks_run_from_the_right() {
        let layout = Layout::new(Look::Dots, 5, 320.0, true);
        assert!(layout.cells.windows(2).all(|pair| pair[0].x > pair[1].x));
        assert_eq!(layout.cells[0].x + layout.cells[0].width, 320.0);
    }

    #[test]
    fn eleven_numbers_stand_in_one_row_on_a_phone() {
        assert_eq!(Layout::new(Look::Numbers, 11, 320.0, false).height, ROW);
    }
}
