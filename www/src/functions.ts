// The functions of the package. One line adds one; `measures.ts` says what it takes and gives.
import * as wasm from "../wasm/full/manyi.js";
import { full } from "./load.js";
import type * as measures from "./measures.js";

// ------------------------------------------------------------------ measures
export const ahp: typeof measures.ahp = full.guarded(wasm.ahp);
export const ahpHierarchy: typeof measures.ahpHierarchy = full.guarded(wasm.ahpHierarchy);
export const ahpGroup: typeof measures.ahpGroup = full.guarded(wasm.ahpGroup);
export const satisfactionIndex: typeof measures.satisfactionIndex = full.guarded(wasm.satisfactionIndex);
export const anchoredIndex: typeof measures.anchoredIndex = full.guarded(wasm.anchoredIndex);
export const csat: typeof measures.csat = full.guarded(wasm.csat);
export const nps: typeof measures.nps = full.guarded(wasm.nps);
export const ces: typeof measures.ces = full.guarded(wasm.ces);
export const confirmation: typeof measures.confirmation = full.guarded(wasm.confirmation);
export const gap: typeof measures.gap = full.guarded(wasm.gap);
export const kano: typeof measures.kano = full.guarded(wasm.kano);
export const penaltyReward: typeof measures.penaltyReward = full.guarded(wasm.penaltyReward);
export const pathModel: typeof measures.pathModel = full.guarded(wasm.pathModel);
export const reliability: typeof measures.reliability = full.guarded(wasm.reliability);
export const quadrants: typeof measures.quadrants = full.guarded(wasm.quadrants);
export const drivers: typeof measures.drivers = full.guarded(wasm.drivers);
export const proportion: typeof measures.proportion = full.guarded(wasm.proportion);
export const compareMeans: typeof measures.compareMeans = full.guarded(wasm.compareMeans);
export const adjust: typeof measures.adjust = full.guarded(wasm.adjust);
export const loyaltyIndex: typeof measures.loyaltyIndex = full.guarded(wasm.loyaltyIndex);
export const loyaltyStaircase: typeof measures.loyaltyStaircase = full.guarded(wasm.loyaltyStaircase);
export const retention: typeof measures.retention = full.guarded(wasm.retention);
export const deliveredValue: typeof measures.deliveredValue = full.guarded(wasm.deliveredValue);
export const lifetimeValue: typeof measures.lifetimeValue = full.guarded(wasm.lifetimeValue);
export const tiers: typeof measures.tiers = full.guarded(wasm.tiers);
export const churn: typeof measures.churn = full.guarded(wasm.churn);
export const tierGrid: typeof measures.tierGrid = full.guarded(wasm.tierGrid);
export const wordOfMouth: typeof measures.wordOfMouth = full.guarded(wasm.wordOfMouth);
export const sampleSize: typeof measures.sampleSize = full.guarded(wasm.sampleSize);
export const crossTable: typeof measures.crossTable = full.guarded(wasm.crossTable);
export const indicatorIndex: typeof measures.indicatorIndex = full.guarded(wasm.indicatorIndex);
export const serviceLevel: typeof measures.serviceLevel = full.guarded(wasm.serviceLevel);
export const priceBand: typeof measures.priceBand = full.guarded(wasm.priceBand);
export const customerRates: typeof measures.customerRates = full.guarded(wasm.customerRates);
export const defaultStaircase: typeof measures.defaultStaircase = full.guarded(wasm.defaultStaircase);
export const probabilityBand: typeof measures.probabilityBand = full.guarded(wasm.probabilityBand);
export const compareGroups: typeof measures.compareGroups = full.guarded(wasm.compareGroups);
export const comparePaired: typeof measures.comparePaired = full.guarded(wasm.comparePaired);
export const compareShares: typeof measures.compareShares = full.guarded(wasm.compareShares);
export const compareNps: typeof measures.compareNps = full.guarded(wasm.compareNps);

// ------------------------------------------------------------------ survey
export const checkSurvey = full.guarded(wasm.checkSurvey);

// ------------------------------------------------------------------ pictures
export const draw = full.guarded(wasm.draw);
export const svg = full.guarded(wasm.svg);
export const describe = full.guarded(wasm.describe);
export const chartHeight = full.guarded(wasm.chartHeight);
