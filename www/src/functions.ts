// The functions of the package. One line adds one; what it takes and gives is said in Rust, and comes along with the wasm.
import * as wasm from "../wasm/full/manyi.js";
import { full } from "./load.js";

// ------------------------------------------------------------------ measures
export const ahp = full.guarded(wasm.ahp);
export const ahpHierarchy = full.guarded(wasm.ahpHierarchy);
export const ahpGroup = full.guarded(wasm.ahpGroup);
export const satisfactionIndex = full.guarded(wasm.satisfactionIndex);
export const anchoredIndex = full.guarded(wasm.anchoredIndex);
export const csat = full.guarded(wasm.csat);
export const nps = full.guarded(wasm.nps);
export const ces = full.guarded(wasm.ces);
export const confirmation = full.guarded(wasm.confirmation);
export const gap = full.guarded(wasm.gap);
export const kano = full.guarded(wasm.kano);
export const penaltyReward = full.guarded(wasm.penaltyReward);
export const pathModel = full.guarded(wasm.pathModel);
export const reliability = full.guarded(wasm.reliability);
export const quadrants = full.guarded(wasm.quadrants);
export const drivers = full.guarded(wasm.drivers);
export const proportion = full.guarded(wasm.proportion);
export const compareMeans = full.guarded(wasm.compareMeans);
export const adjust = full.guarded(wasm.adjust);
export const loyaltyIndex = full.guarded(wasm.loyaltyIndex);
export const loyaltyStaircase = full.guarded(wasm.loyaltyStaircase);
export const retention = full.guarded(wasm.retention);
export const whatIf = full.guarded(wasm.whatIf);
export const deliveredValue = full.guarded(wasm.deliveredValue);
export const lifetimeValue = full.guarded(wasm.lifetimeValue);
export const tiers = full.guarded(wasm.tiers);
export const churn = full.guarded(wasm.churn);
export const tierGrid = full.guarded(wasm.tierGrid);
export const wordOfMouth = full.guarded(wasm.wordOfMouth);
export const sampleSize = full.guarded(wasm.sampleSize);
export const crossTable = full.guarded(wasm.crossTable);
export const indicatorIndex = full.guarded(wasm.indicatorIndex);
export const serviceLevel = full.guarded(wasm.serviceLevel);
export const priceBand = full.guarded(wasm.priceBand);
export const customerRates = full.guarded(wasm.customerRates);
export const defaultStaircase = full.guarded(wasm.defaultStaircase);
export const probabilityBand = full.guarded(wasm.probabilityBand);
export const compareGroups = full.guarded(wasm.compareGroups);
export const comparePaired = full.guarded(wasm.comparePaired);
export const compareShares = full.guarded(wasm.compareShares);
export const compareNps = full.guarded(wasm.compareNps);

// ------------------------------------------------------------------ survey
export const checkSurvey = full.guarded(wasm.checkSurvey);
export const tallySql = full.guarded(wasm.tallySql);

// ------------------------------------------------------------------ pictures
export const draw = full.guarded(wasm.draw);
export const svg = full.guarded(wasm.svg);
export const describe = full.guarded(wasm.describe);
export const chartHeight = full.guarded(wasm.chartHeight);
