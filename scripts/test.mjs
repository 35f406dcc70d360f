// `npm test`: installs what is missing, builds, and runs every check and every test. Ends with one plain line of numbers.
import { spawn } from "node:child_process";

import { buildAll } from "./build.mjs";
import { main, root } from "./run.mjs";
import { chromium, databases, firefox, npmPackages, wasmCompiler, webkit } from "./setup.mjs";
import { FILES, environment } from "./wasm.mjs";
import { files } from "./stamp.mjs";

const counts = { passed: 0, failed: 0 };

await main(async () => {
  npmPackages();
  const wasm = wasmCompiler();
  process.env.CHROMIUM = chromium();
  process.env.FIREFOX = firefox();
  // WebKitGTK is made for Linux alone; elsewhere its suite is not run, and says so.
  if (process.platform === "linux") process.env.MINIBROWSER = webkit().browser;
  databases();

  await check("cargo", ["fmt", "--all", "--check"]);
  await check("cargo", ["clippy", "--workspace", "--all-targets", "--locked", "--quiet", "--", "-D", "warnings"]);
  if (!wasm.lint) console.log("\nclippy does not lint the wasm build here: its compiler has no clippy of its version (apt-get install rust-web-clippy)");
  for (const name of wasm.lint ? FILES : []) {
    const [program, ...command] = wasm.lint;
    const flags = ["--lib", "--locked", "--quiet", "--target-dir", "target/wasm", "--no-default-features", "--features", name];
    await check(program, [...command, ...flags, ...wasm.args, "--", "-D", "warnings"], environment(name, wasm));
  }
  await check("cargo", ["doc", "--workspace", "--no-deps", "--locked", "--quiet"], { RUSTDOCFLAGS: "-D warnings" });
  await tests("cargo", ["test", "--workspace", "--locked", "--no-fail-fast"], /^test result: .*? (\d+) passed; (\d+) failed/gm);

  if (await attempt("build", buildAll)) {
    await check("npx", ["--no-install", "tsc"]);
    await check("npx", ["--no-install", "tsc", "-p", "tsconfig.cli.json"]);
    const suites = [...files("tests")].filter((path) => path.endsWith(".test.mjs"));
    await tests("node", ["--test", "--test-reporter=spec", ...suites], /^. pass (\d+)\n. fail (\d+)$/gm);
  }
  console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
  if (counts.failed > 0) process.exitCode = 1;
});

// A check is no test: it counts only when it fails.
async function check(program, args, env) {
  await attempt([program, ...args].join(" "), async () => {
    const { status } = await shown(program, args, env);
    if (status !== 0) throw new Error(`${program} ${args[0]} failed`);
  });
}

// A run of tests adds what it counted; one that dies without a count is a failure too.
async function tests(program, args, tally) {
  console.log(`\n> ${program} ${args.slice(0, 3).join(" ")}`);
  const { status, output } = await shown(program, args);
  const before = counts.failed;
  for (const [, passed, failed] of output.matchAll(tally)) {
    counts.passed += Number(passed);
    counts.failed += Number(failed);
  }
  if (status !== 0 && counts.failed === before) counts.failed += 1;
}

async function attempt(name, work) {
  console.log(`\n> ${name}`);
  try {
    await work();
    return true;
  } catch (error) {
    console.error(error.message);
    counts.failed += 1;
    return false;
  }
}

function shown(program, args, env = {}) {
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(program, args, { cwd: root, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "inherit"] });
    child.stdout.on("data", (bytes) => {
      output += bytes;
      process.stdout.write(bytes);
    });
    child.on("error", (error) => resolve({ status: error.message, output }));
    child.on("close", (status) => resolve({ status, output }));
  });
}
