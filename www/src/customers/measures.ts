import * as wasm from "../../wasm/full/manyi.js";
import { full } from "../load.js";

// What the customers are measured with, as the functions' wasm file has it.
export const tiers = full.guarded(wasm.tiers);
export const churn = full.guarded(wasm.churn);
export const lifetimeValue = full.guarded(wasm.lifetimeValue);
export const loyaltyStaircase = full.guarded(wasm.loyaltyStaircase);
export const draw = full.guarded(wasm.draw);
export const svg = full.guarded(wasm.svg);
export const teach = full.guarded(wasm.teach);
export const describe = full.guarded(wasm.describe);
export const chartHeight = full.guarded(wasm.chartHeight);
export const defaultStaircase = full.guarded(wasm.defaultStaircase);
export type Tiers = ReturnType<typeof wasm.tiers>;
export type Staircase = ReturnType<typeof wasm.loyaltyStaircase>;
