//! Places on a picture, in CSS pixels from its top left corner.

/// A place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

impl Spot {
    fn squared(self, other: Self) -> f64 {
        let (x, y) = (self.x - other.x, self.y - other.y);
        x * x + y * y
    }

    /// How far another place is.
    pub fn distance(self, other: Self) -> f64 {
        // Not hypot: nothing here is so large that its square is not a number, and wasm has an instruction for the root.
        self.squared(other).sqrt()
    }
}

/// An upright rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Its left edge.
    pub left: f64,
    /// Its top edge.
    pub top: f64,
    /// Its right edge.
    pub right: f64,
    /// Its bottom edge.
    pub bottom: f64,
}

impl Area {
    /// The rectangle of a size around a place.
    pub fn around(centre: Spot, width: f64, height: f64) -> Self {
        Self { left: centre.x - width / 2.0, top: centre.y - height / 2.0, right: centre.x + width / 2.0, bottom: centre.y + height / 2.0 }
    }

    /// How wide.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// How high.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Its middle.
    pub fn centre(&self) -> Spot {
        Spot { x: f64::midpoint(self.left, self.right), y: f64::midpoint(self.top, self.bottom) }
    }

    /// The rectangle, larger by a margin on every side (smaller if it is negative).
    #[must_use]
    pub fn grown(&self, by: f64) -> Self {
        Self { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }

    /// Whether the two share any inner point.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// How much the two share, in square pixels.
    pub fn shared(&self, other: &Self) -> f64 {
        let width = self.right.min(other.right) - self.left.max(other.left);
        let height = self.bottom.min(other.bottom) - self.top.max(other.top);
        width.max(0.0) * height.max(0.0)
    }

    /// Whether the other lies wholly inside.
    pub fn holds(&self, other: &Self) -> bool {
        self.left <= other.left && other.right <= self.right && self.top <= other.top && other.bottom <= self.bottom
    }

    /// Whether a circle reaches inside.
    pub fn touches(&self, centre: Spot, radius: f64) -> bool {
        radius > 0.0 && self.nearest(centre).squared(centre) < radius * radius
    }

    /// The place of the rectangle that is nearest to another.
    pub fn nearest(&self, to: Spot) -> Spot {
        // Not clamp: it panics where a picture has no room and the sides are swapped.
        Spot { x: to.x.min(self.right).max(self.left), y: to.y.min(self.bottom).max(self.top) }
    }

    /// The part of a line that lies inside (Liang and Barsky 1984).
    pub fn clip(&self, from: Spot, to: Spot) -> Option<(Spot, Spot)> {
        // Most lines are far away, which is soon seen.
        if from.x.max(to.x) < self.left || from.x.min(to.x) > self.right || from.y.max(to.y) < self.top || from.y.min(to.y) > self.bottom {
            return None;
        }
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        for (step, room) in [(-dx, from.x - self.left), (dx, self.right - from.x), (-dy, from.y - self.top), (dy, self.bottom - from.y)] {
            if step == 0.0 {
                if room < 0.0 {
                    return None;
                }
            } else if step < 0.0 {
                enter = enter.max(room / step);
            } else {
                leave = leave.min(room / step);
            }
        }
        let at = |t: f64| Spot { x: from.x + t * dx, y: from.y + t * dy };
        (enter < leave).then(|| (at(enter), at(leave)))
    }
}

#[cfg(test)]
mod tests {
    use super::{Area, Spot};

    const BOX: Area = Area { left: 0.0, top: 0.0, right: 10.0, bottom: 10.0 };

    #[test]
    fn rectangles_that_only_touch_do_not_overlap() {
        assert!(!BOX.overlaps(&Area { left: 10.0, right: 20.0, ..BOX }));
        assert!(BOX.overlaps(&Area { left: 9.9, right: 20.0, ..BOX }));
        assert_eq!(BOX.shared(&Area { left: 5.0, right: 20.0, ..BOX }), 50.0);
    }

    #[test]
    fn a_line_is_cut_where_it_leaves_the_frame() {
        let cut = BOX.clip(Spot { x: -5.0, y: 5.0 }, Spot { x: 20.0, y: 5.0 });
        assert_eq!(cut, Some((Spot { x: 0.0, y: 5.0 }, Spot { x: 10.0, y: 5.0 })));
        assert_eq!(BOX.clip(Spot { x: -5.0, y: 11.0 }, Spot { x: 20.0, y: 11.0 }), None);
    }

    #[test]
    fn a_circle_touches_a_rectangle_that_it_reaches_into() {
        assert!(BOX.touches(Spot { x: 13.0, y: 5.0 }, 3.5));
        assert!(!BOX.touches(Spot { x: 13.0, y: 13.0 }, 4.0));
    }
}
