#!/usr/bin/env node
// The command line. Exit codes: 0 done, 1 an input is wrong (the message says where), 2 the command line itself is wrong.
import { check } from "./check.js";
import { InputError, UsageError, told } from "./failure.js";
import { HELP } from "./help.js";
import { report } from "./report.js";
import { sql } from "./sql.js";
import { tally } from "./tally.js";
import { version } from "../version.js";

const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<void>>> = { check, tally, sql, report };

async function run([name, ...args]: string[]): Promise<void> {
  if (name === undefined || name === "--help" || name === "-h" || name === "help") return void process.stdout.write(HELP);
  if (name === "--version" || name === "-v") return void process.stdout.write(`${version}\n`);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new UsageError(`there is no command "${name}"; there are ${Object.keys(COMMANDS).join(", ")}`);
  if (args.includes("--help") || args.includes("-h")) return void process.stdout.write(HELP);
  return command(args);
}

// Who reads only the first lines of an output closes it; that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`manyi: ${told(error)}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
  // What nobody foresaw is worth its whole story.
  if (!(error instanceof UsageError) && !(error instanceof InputError) && error instanceof Error) process.stderr.write(`${error.stack}\n`);
});
