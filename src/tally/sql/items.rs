//! What is counted, one after another.

use super::super::layout::Layout;
use super::super::sums::KANO;

/// What a tally looks at in a row. An item's number is its place in the list of all: pairs, columns, Kano tables, answered sets, sets
/// answered straight, and the row itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    Pair(usize),
    Column(usize),
    Kano(usize),
    Answered(usize),
    Straight(usize),
    Row,
}

/// Where each kind of item begins.
#[derive(Debug, Clone, Copy)]
pub(super) struct Items {
    columns: usize,
    kano: usize,
    answered: usize,
    straight: usize,
    row: usize,
}

impl Items {
    pub(super) fn of(layout: &Layout) -> Self {
        let columns = layout.pairs();
        let kano = columns + layout.columns();
        let answered = kano + layout.kano.len();
        let straight = answered + layout.sets.len();
        Self { columns, kano, answered, straight, row: straight + layout.sets.len() }
    }

    /// An item's number.
    pub(super) fn number(&self, item: Item) -> usize {
        match item {
            Item::Pair(place) => place,
            Item::Column(place) => self.columns + place,
            Item::Kano(place) => self.kano + place,
            Item::Answered(place) => self.answered + place,
            Item::Straight(place) => self.straight + place,
            Item::Row => self.row,
        }
    }

    /// The item of a number.
    pub(super) fn item(&self, number: usize) -> Option<Item> {
        Some(match number {
            _ if number < self.columns => Item::Pair(number),
            _ if number < self.kano => Item::Column(number - self.columns),
            _ if number < self.answered => Item::Kano(number - self.kano),
            _ if number < self.straight => Item::Answered(number - self.answered),
            _ if number < self.row => Item::Straight(number - self.straight),
            _ if number == self.row => Item::Row,
            _ => return None,
        })
    }

    /// How many pairs there are; theirs are the numbers below.
    pub(super) fn pairs(&self) -> usize {
        self.columns
    }
}

/// The cell of a Kano table where two codes meet, as a query says both in one number.
pub(super) fn kano_cell(codes: usize) -> Option<usize> {
    let (functional, dysfunctional) = ((codes / BASE).checked_sub(1)?, (codes % BASE).checked_sub(1)?);
    (functional < 5 && dysfunctional < 5).then_some(functional * (KANO / 5) + dysfunctional)
}

/// Codes are below this.
pub(super) const BASE: usize = 256;
