// All measures, in the order in which a study asks for them.
import { comparing } from "./comparing.js";
import { importance } from "./importance.js";
import { loyalty } from "./loyalty.js";
import { quality } from "./quality.js";
import { satisfaction } from "./satisfaction.js";
import { value } from "./value.js";
import { weights } from "./weights.js";
import type { Group } from "./measure.js";

export type { Group, Measure, Said } from "./measure.js";

export const groups: readonly Group[] = [weights, satisfaction, quality, importance, loyalty, value, comparing];
