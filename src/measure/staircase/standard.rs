//! The rules to start from.

use super::{Fact, FieldTest, StaircaseCondition as When, StaircaseRule};
use crate::error::{Error, Problem};
use crate::measure::{NonNegative, Number, Positive};
use crate::text::text;
use crate::value::record;

record! {
    /// The company's own thresholds, each named after the field of an event that it bounds.
    #[derive(Debug, Clone, Default, PartialEq)]
    pub struct StaircaseThresholds {
        /// A month's spending falls by at least this percentage; 30 when left out.
        spend_drop: Option<NonNegative> = "spendDropPercent",
        /// More units cancelled than this; 10 when left out.
        cancelled_units: Option<NonNegative> = "cancelledUnits",
        /// And the total falls by at least this percentage; 30 when left out.
        total_drop: Option<NonNegative> = "totalDropPercent",
        /// A service is cancelled and revenue falls by at least this percentage; 20 when left out.
        revenue_drop: Option<NonNegative> = "revenueDropPercent",
        /// Volume is up and fees grow by at least this percentage; 20 when left out.
        fee_growth: Option<NonNegative> = "feeGrowthPercent",
        /// More units added than this; 10 when left out.
        added_units: Option<NonNegative> = "addedUnits",
        /// And volume grows by at least this percentage; 20 when left out.
        volume_growth: Option<NonNegative> = "volumeGrowthPercent",
        /// Each so many months of tenure; 24 when left out.
        tenure: Option<Positive> = "tenureMonths",
        /// A competitor supplies at least this percentage; 50 when left out.
        competitor_share: Option<NonNegative> = "competitorSharePercent",
        /// A competitor supplies at least this percentage, more than the one before; 80 when left out.
        competitor_main: Option<NonNegative> = "competitorMainSharePercent",
        /// At least this percentage of all services is cancelled; 50 when left out.
        cancelled_share: Option<NonNegative> = "cancelledSharePercent",
    }
}

/// The standard rules of the loyalty staircase, with the company's thresholds in them.
///
/// Nine rules, of −2 to +1 steps: a month's spending falls; units are cancelled and the total falls; a service is cancelled and revenue falls;
/// volume and fees rise; units are added and volume rises; tenure passes a multiple; a competitor supplies half, or most of it (never both);
/// half of all services are cancelled and nobody knows where the customer went. Fields: `spendDropPercent`, `cancelledUnits`,
/// `totalDropPercent`, `serviceCancelled`, `revenueDropPercent`, `volumeUp`, `feeGrowthPercent`, `addedUnits`, `volumeGrowthPercent`,
/// `tenureMonths` and `tenureMonthsBefore`, `competitorSharePercent`, `cancelledSharePercent`, `whereaboutsUnknown`.
/// Percentages at a threshold meet it; counts of units must be above it. Rules are data: change the list that comes back as you like.
///
/// ```
/// use manyi::measure::{StaircaseThresholds, default_staircase};
/// let rules = default_staircase(&StaircaseThresholds::default())?;
/// assert_eq!((rules.len(), rules[0].id.as_str(), rules[0].change.get()), (9, "spending-falls", -1.0));
/// # Ok::<(), manyi::Error>(())
/// ```
pub fn default_staircase(thresholds: &StaircaseThresholds) -> Result<Vec<StaircaseRule>, Error> {
    let number = |given: Option<NonNegative>, standard: f64| given.map_or(standard, NonNegative::get);
    let half = number(thresholds.competitor_share, 50.0);
    let most = number(thresholds.competitor_main, 80.0);
    if most <= half {
        let allowed = text!("more than competitorSharePercent, {}", half);
        return Err(Error::at("competitorMainSharePercent", Problem::OutOfRange { value: most, allowed }));
    }
    let tenure = thresholds.tenure.map_or_else(|| Positive::new(24.0), Ok)?;
    let spend_drop = number(thresholds.spend_drop, 30.0);
    let (cancelled, total_drop) = (number(thresholds.cancelled_units, 10.0), number(thresholds.total_drop, 30.0));
    let revenue_drop = number(thresholds.revenue_drop, 20.0);
    let fee_growth = number(thresholds.fee_growth, 20.0);
    let (added, volume_growth) = (number(thresholds.added_units, 10.0), number(thresholds.volume_growth, 20.0));
    let cancelled_share = number(thresholds.cancelled_share, 50.0);

    Ok(vec![
        rule(
            "spending-falls",
            at_least("spendDropPercent", spend_drop)?,
            -1.0,
            text!("a month's spending fell by at least {} %", spend_drop),
        )?,
        rule(
            "units-cancelled",
            When::All(vec![above("cancelledUnits", cancelled)?, at_least("totalDropPercent", total_drop)?]),
            -2.0,
            text!("more than {} units were cancelled and the total fell by at least {} %", cancelled, total_drop),
        )?,
        rule(
            "service-cancelled",
            When::All(vec![is_so("serviceCancelled"), at_least("revenueDropPercent", revenue_drop)?]),
            -1.0,
            text!("a service was cancelled and revenue fell by at least {} %", revenue_drop),
        )?,
        rule(
            "fees-rise",
            When::All(vec![is_so("volumeUp"), at_least("feeGrowthPercent", fee_growth)?]),
            1.0,
            text!("volume is up and fees grew by at least {} %", fee_growth),
        )?,
        rule(
            "units-added",
            When::All(vec![above("addedUnits", added)?, at_least("volumeGrowthPercent", volume_growth)?]),
            1.0,
            text!("more than {} units were added and volume grew by at least {} %", added, volume_growth),
        )?,
        rule(
            "tenure",
            When::Passes { field: "tenureMonths".into(), passes: tenure, since: "tenureMonthsBefore".into() },
            1.0,
            text!("another {} months as a customer", tenure.get()),
        )?,
        rule(
            "competitor-supplies-half",
            When::Test(FieldTest {
                at_least: Some(Number::new(half)?),
                below: Some(Number::new(most)?),
                ..FieldTest::of("competitorSharePercent")
            }),
            -1.0,
            text!("a competitor supplies at least {} %", half),
        )?,
        rule(
            "competitor-supplies-most",
            at_least("competitorSharePercent", most)?,
            -2.0,
            text!("a competitor supplies at least {} %", most),
        )?,
        rule(
            "services-given-up",
            When::All(vec![at_least("cancelledSharePercent", cancelled_share)?, is_so("whereaboutsUnknown")]),
            -2.0,
            text!("at least {} % of all services were cancelled, and the customer's whereabouts are unknown", cancelled_share),
        )?,
    ])
}

fn rule(id: &str, when: When, change: f64, reason: String) -> Result<StaircaseRule, Error> {
    Ok(StaircaseRule { id: id.into(), when, change: Number::new(change)?, reason })
}

fn at_least(field: &str, limit: f64) -> Result<When, Error> {
    Ok(When::Test(FieldTest { at_least: Some(Number::new(limit)?), ..FieldTest::of(field) }))
}

fn above(field: &str, limit: f64) -> Result<When, Error> {
    Ok(When::Test(FieldTest { above: Some(Number::new(limit)?), ..FieldTest::of(field) }))
}

fn is_so(field: &str) -> When {
    When::Test(FieldTest { is: Some(Fact::Flag(true)), ..FieldTest::of(field) })
}
