// Running other programs: loudly, quietly, or just asking whether they are there.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The folder of the project. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** Something that a person has to put right; its message says how. */
export class Missing extends Error {}

/** Runs a program in the project's folder, its output shown; stops everything when it fails. */
export function run(program, args, { env = {}, cwd = root } = {}) {
  const { status, error } = spawnSync(program, args, { cwd, env: { ...process.env, ...env }, stdio: "inherit" });
  if (error) throw new Missing(`${program} cannot be run: ${error.message}`);
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} failed`);
}

/** Runs a program and returns what it wrote, trimmed; `null` when it is not there, fails or takes too long. */
export function ask(program, args, { env = {}, seconds = 60 } = {}) {
  const { status, stdout } = spawnSync(program, args, {
    cwd: root, env: { ...process.env, ...env }, timeout: seconds * 1000, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"],
  });
  return status === 0 ? stdout.trim() : null;
}

/** Runs a script's main function; what is missing or broken ends it with one plain line. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Missing || error.message?.endsWith("failed") ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
