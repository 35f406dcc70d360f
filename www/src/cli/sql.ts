import { tallySql } from "../functions.js";
import type { SqlOptions } from "../results.js";
import { READING, reading } from "./counting.js";
import { UsageError, of } from "./failure.js";
import { called, load, onceFromStandardInput, survey, write } from "./files.js";
import { options } from "./options.js";

const OPTIONS = { ...READING, dialect: { type: "string" }, table: { type: "string", multiple: true } } as const;
const DIALECTS: readonly SqlOptions["dialect"][] = ["duckdb", "spark"];

/** `manyi sql SURVEY --dialect D --table T` */
export async function sql(args: string[]): Promise<void> {
  const { values, positionals: [definition = "-"] } = options(args, OPTIONS, 1, 1, "one survey");
  const dialect = DIALECTS.find((known) => known === values.dialect);
  if (!dialect) throw new UsageError(`--dialect is ${DIALECTS.join(" or ")}, ${values.dialect === undefined ? "and is missing" : `not "${values.dialect}"`}`);
  if (!values.table) throw new UsageError("--table is missing");
  onceFromStandardInput([definition, values.columns]);
  load();
  const checked = survey(definition);
  const how = reading(values);
  write(values.out, `${of(called(definition), () => tallySql(checked, { dialect, table: values.table!, ...how }))}\n`);
}
