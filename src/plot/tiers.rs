//! Customer tiers: how much of the value comes from how many customers.

use super::axis::Axis;
use super::colour::Colour;
use super::geometry::{Area, Spot};
use super::legend::{Entry, Sign};
use super::number;
use super::order::ascending;
use super::pen::{Align, Drawn, Ink, Pen};
use super::picture::{Plot, sentences};
use super::plane::{Margins, Plane};
use super::theme::Theme;
use super::words::Words;
use crate::measure::Tier;
use crate::text::text;
use crate::value::record;

record! {
    /// The result of `tiers`.
    #[derive(Debug, Clone, PartialEq)]
    pub struct TiersChart {
        /// The customers.
        customers: Vec<TierCustomer>,
        /// The tiers.
        tiers: Vec<TierBand>,
        /// How unequal the values are: 0 all equal, 1 all in one hand.
        gini: Option<f64>,
        /// A heading, for a picture that leaves its page.
        title: Option<String>,
    }
}

record! {
    /// A customer.
    #[derive(Debug, Clone, PartialEq)]
    pub struct TierCustomer {
        /// Their id.
        id: String,
        /// What they are worth.
        value: f64,
        /// Their tier.
        tier: Tier,
        /// The share of value of all customers up to this one, 0..=1.
        cumulative_share: Option<f64> = "cumulativeShare",
    }
}

record! {
    /// A tier as a whole.
    #[derive(Debug, Clone, PartialEq)]
    pub struct TierBand {
        /// Which.
        tier: Tier,
        /// How many are in it.
        customers: f64,
        /// What they are worth together.
        value: f64,
        /// Their share of all customers, 0..=1.
        share_of_customers: f64 = "shareOfCustomers",
        /// Their share of all value, 0..=1.
        share_of_value: Option<f64> = "shareOfValue",
    }
}

/// A curve of more corners than this looks no different.
const CORNERS: usize = 400;

impl Plot for TiersChart {
    /// `A: 20 customers, 10% of customers, 80% of value. …`
    fn summary(&self, words: &Words) -> String {
        let mut parts = Vec::from_iter(self.title.clone());
        parts.push(words.tiers().to_owned());
        parts.extend(
            self.tiers
                .iter()
                .map(|tier| words.tier(tier.tier.name(), &percent(tier.share_of_customers), &percent(tier.share_of_value.unwrap_or(0.0)))),
        );
        sentences(&parts)
    }

    fn legend(&self, _: &Theme, words: &Words) -> Vec<Entry> {
        let gini = self.gini.map(|gini| Entry::new(Sign::None, text!("{} {}", words.gini(), number::fixed(gini, 2))));
        gini.into_iter().collect()
    }

    fn draw(&self, pen: &Pen<'_>) -> Drawn {
        pen.fill()?;
        if !self.customers.iter().any(|customer| customer.cumulative_share.is_some()) {
            return pen.text(pen.words.nothing(), pen.page().centre(), Align::Middle, Ink::plain(14.0, pen.theme.muted));
        }
        let margins = Margins {
            title: self.title.as_deref(),
            n: Some(self.customers.len() as f64),
            across: pen.words.tiers_across().into(),
            up: pen.words.tiers_up().into(),
            legend: self.legend(pen.theme, pen.words),
        };
        // Up to a little more than all, so that the curve's end can be seen.
        let plane = Plane::new(pen, Axis::new(0.0, 100.0, 0.0, 1.0), Axis::new(0.0, 105.0, 0.0, 1.0), &margins)?;
        plane.ground(&margins)?;
        self.bands(&plane)?;
        self.draw_names(&plane)?;
        pen.path(&self.curve(&plane), 2.5, pen.theme.text)?;
        pen.frame(&plane.frame, 1.0, pen.theme.line)
    }
}

impl TiersChart {
    /// Each tier as a band as wide as its share of the customers.
    fn bands(&self, plane: &Plane<'_, '_>) -> Drawn {
        let (pen, frame) = (plane.pen, &plane.frame);
        let (mut customers, mut value) = (0.0, 0.0);
        for tier in &self.tiers {
            let left = plane.spot(customers * 100.0, 0.0).x;
            customers += tier.share_of_customers;
            value += tier.share_of_value.unwrap_or(0.0);
            let corner = plane.spot(customers * 100.0, value * 100.0);
            let colour = colour(tier.tier, pen.theme);
            pen.rectangle(&Area { left, right: corner.x, top: frame.top, bottom: frame.bottom }, colour.faded(0.13))?;
            if tier.tier != Tier::C {
                pen.dashed(corner, Spot { x: corner.x, y: frame.bottom }, 1.0, colour)?;
            }
            // Printed in grey, the tints are alike.
            let middle = Spot { x: f64::midpoint(left, corner.x), y: frame.top + plane.text * 0.8 };
            if corner.x - left > 16.0 {
                pen.text(tier.tier.name(), middle, Align::Middle, Ink::bold(plane.text, colour))?;
            }
        }
        Ok(())
    }

    /// What each tier holds, one under the other at the right, where the curve never comes.
    fn draw_names(&self, plane: &Plane<'_, '_>) -> Drawn {
        let (pen, frame) = (plane.pen, &plane.frame);
        for (row, tier) in self.tiers.iter().rev().enumerate() {
            let text = pen.words.tier(tier.tier.name(), &percent(tier.share_of_customers), &percent(tier.share_of_value.unwrap_or(0.0)));
            let ink = Ink::bold(plane.text, colour(tier.tier, pen.theme));
            let text = pen.fitted(&text, frame.width() - 20.0, ink)?;
            let spot = Spot { x: frame.right - 10.0, y: frame.bottom - 16.0 - 18.0 * row as f64 };
            let width = pen.width(&text, ink)? + 8.0;
            pen.rectangle(&Area::around(Spot { x: spot.x + 4.0 - width / 2.0, ..spot }, width, 18.0), pen.theme.surface.faded(0.8))?;
            pen.text(&text, spot, Align::End, ink)?;
        }
        Ok(())
    }

    /// From nobody to everybody, the most valuable first.
    fn curve(&self, plane: &Plane<'_, '_>) -> Vec<Spot> {
        let shares: Vec<f64> = self.customers.iter().filter_map(|customer| customer.cumulative_share).collect();
        let shares: Vec<f64> = ascending(shares.iter().copied()).into_iter().filter_map(|at| shares.get(at).copied()).collect();
        let step = shares.len().div_ceil(CORNERS);
        let last = shares.len();
        let corners = shares.iter().enumerate().map(|(at, share)| (at + 1, share)).filter(|(at, _)| at % step == 0 || *at == last);
        let spots = corners.map(|(at, share)| plane.spot(at as f64 / last as f64 * 100.0, share * 100.0));
        std::iter::once(plane.spot(0.0, 0.0)).chain(spots).collect()
    }
}

fn colour(tier: Tier, theme: &Theme) -> Colour {
    match tier {
        Tier::A => theme.accent,
        Tier::B => theme.overkill,
        Tier::C => theme.low_priority,
    }
}

fn percent(share: f64) -> String {
    text!("{}%", number::fixed(share * 100.0, 0))
}
