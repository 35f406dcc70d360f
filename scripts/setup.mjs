// Everything a fresh clone needs, in the order it is needed. Each step does nothing when its work is done;
// when it cannot do it, it says what is missing and how to get it.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { Missing, ask, root, run } from "./run.mjs";

const TARGET = "wasm32-unknown-unknown";

/** The npm packages of the lock file. */
export function npmPackages() {
  const written = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);
  if (written(join(root, "node_modules/.package-lock.json")) >= written(join(root, "package-lock.json"))) return;
  console.log("installing the npm packages");
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
}

/** Cargo and its compiler. */
export function rust() {
  if (ask("cargo", ["--version"]) === null) {
    throw new Missing("Rust is missing: install it from https://rustup.rs (or your distribution's rustup), version 1.89 or newer.");
  }
}

/**
 * A compiler for the browser, as `{ name, env, args, lint }`: what to add to a cargo command to build for wasm, and the command of the
 * linter that fits it (`null` where none does).
 * First the target's library from rustup; where rustup cannot reach its servers, the distribution's compiler, which comes with
 * the source of its library, from which cargo builds what the target needs.
 */
export function wasmCompiler() {
  rust();
  if (process.env.MANYI_WASM_COMPILER !== "distribution" && (hasTarget() || addTarget())) return rustup();
  const compiler = distributionCompiler();
  if (compiler) return compiler;
  throw new Missing(
    `The compiler's library for ${TARGET} is missing. Any one of these helps:\n` +
      `  rustup target add ${TARGET} && rustup component add rust-src\n` +
      "  apt-get install rustc-web rust-web-src rust-web-clippy    (Debian 12 and newer, as root)\n" +
      `  a Rust 1.89 or newer from your distribution whose packages hold ${TARGET} or the library's source`,
  );
}

// The library is built along with us, small and without a panic's messages: it says where a bug of ours is, and takes a third of the
// file to say it. That needs unstable flags, which a stable compiler takes when told that it builds itself.
const SMALL = {
  env: { RUSTC_BOOTSTRAP: "1", CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS: "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none" },
  args: ["--target", TARGET, "-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"],
};

const rustup = () => ({ name: "rustup", ...SMALL, lint: ["cargo", "clippy"] });

/** Whether rustup's compiler has the target, and the source of its library. */
function hasTarget() {
  const folder = ask("rustc", ["--print", "target-libdir", "--target", TARGET]);
  return folder !== null && existsSync(folder) && hasSource("rustc");
}

// A closed network is asked once a day, not at every build.
function addTarget() {
  const refused = join(root, "target/rustup-refused");
  if (existsSync(refused) && Date.now() - statSync(refused).mtimeMs < 86_400_000) return false;
  console.log(`adding ${TARGET} to the compiler`);
  const add = (kind, name) => ask("rustup", [kind, "add", name], { seconds: 120 }) !== null;
  if (add("target", TARGET) && add("component", "rust-src") && hasTarget()) return true;
  mkdirSync(join(root, "target"), { recursive: true });
  writeFileSync(refused, "rustup could not add the target; tried again after a day, or when this file is deleted\n");
  return false;
}

function distributionCompiler() {
  if (!librarySource()) install("rustc-web", "rust-web-src", "rust-web-clippy");
  const linker = wasmLinker();
  if (!librarySource() || !linker) return null;
  return {
    name: "distribution",
    env: { ...SMALL.env, RUSTC: "/usr/bin/rustc", CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER: linker },
    args: SMALL.args,
    lint: existsSync("/usr/bin/cargo-clippy") ? ["/usr/bin/cargo-clippy", "clippy"] : null,
  };
}

const librarySource = () => hasSource("/usr/bin/rustc");

function hasSource(rustc) {
  const sysroot = ask(rustc, ["--print", "sysroot"]);
  return sysroot !== null && existsSync(join(sysroot, "lib/rustlib/src/rust/library/std/Cargo.toml"));
}

function wasmLinker() {
  const beside = (rustc) => {
    const sysroot = ask(rustc, ["--print", "sysroot"]);
    const host = ask(rustc, ["-vV"])?.match(/^host: (.*)$/m)?.[1];
    return sysroot && host ? [join(sysroot, "lib/rustlib", host, "bin/rust-lld")] : [];
  };
  return [...beside("/usr/bin/rustc"), ...beside("rustc"), "/usr/bin/rust-lld", "/usr/bin/wasm-ld"].find(existsSync);
}

/** A Chromium for the tests: the path of its program. */
export function chromium() {
  const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "microsoft-edge"];
  const places = [
    ...names.map((name) => ask("which", [name])),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ];
  const find = () => [process.env.CHROMIUM, ...places, "/usr/bin/chromium"].find((path) => path && existsSync(path));
  // Chinese pages are tested too, and need a font that has their characters.
  const found = find() ?? (install("chromium", "fonts-noto-cjk"), find());
  if (!found) {
    throw new Missing(
      "A Chromium is missing for the browser tests. Any one of these helps:\n" +
        "  apt-get install chromium fonts-noto-cjk    (as root)\n" +
        "  Chrome from https://www.google.com/chrome\n" +
        "  CHROMIUM=/path/to/chromium, where one lies elsewhere",
    );
  }
  return found;
}

/** A Firefox for the tests: the path of its program. */
export function firefox() {
  const find = () => [process.env.FIREFOX, ...["firefox-esr", "firefox"].map((name) => ask("which", [name])), "/Applications/Firefox.app/Contents/MacOS/firefox"].find((path) => path && existsSync(path));
  const found = find() ?? (install("firefox-esr"), find());
  if (!found) {
    throw new Missing(
      "A Firefox is missing for the browser tests. Any one of these helps:\n" +
        "  apt-get install firefox-esr    (as root; firefox on Ubuntu)\n" +
        "  Firefox from https://www.mozilla.org/firefox\n" +
        "  FIREFOX=/path/to/firefox, where one lies elsewhere",
    );
  }
  return found;
}

/** A WebKitGTK for the tests, as the paths of `{ driver, browser, screen }`: its driver, its plain browser and a screen that nobody looks at. */
export function webkit() {
  const find = () => ({ driver: ask("which", ["WebKitWebDriver"]), browser: miniBrowser(), screen: ask("which", ["xvfb-run"]) });
  const complete = ({ driver, browser, screen }) => driver && browser && screen;
  let found = find();
  if (!complete(found)) {
    install("webkit2gtk-driver", "xvfb", "xauth");
    found = find();
  }
  if (!complete(found)) {
    throw new Missing(
      "WebKitGTK with its driver is missing for the browser tests:\n" +
        "  apt-get install webkit2gtk-driver xvfb xauth    (Debian 12 and newer, as root)\n" +
        "  elsewhere the packages that hold WebKitWebDriver, MiniBrowser and xvfb-run; MINIBROWSER=/path/to/MiniBrowser, where it lies elsewhere",
    );
  }
  return found;
}

/** The databases that answers are counted in, and their versions. */
const DATABASES = ["duckdb==2.0.1", "pyspark==4.3.0"];

/** A Python that has the databases, for the tests of them: its program, and the environment that it needs. Spark runs on Java. */
export function databases() {
  const python = () => ["python3", "python"].find((name) => ask(name, ["-c", "import sys, pip; assert sys.version_info >= (3, 11)"]) !== null);
  const java = () => Number(ask("java", ["--version"])?.match(/\d+/)?.[0] ?? 0) >= 17;
  const program = python() ?? (install("python3", "python3-pip"), python());
  if (!program) {
    throw new Missing(
      "Python 3.11 or newer with pip is missing for the tests of databases. Any one of these helps:\n" +
        "  apt-get install python3 python3-pip    (Debian 12, Ubuntu 24.04 and newer, as root)\n" +
        "  Python from https://www.python.org/downloads",
    );
  }
  if (!java() && (install("default-jre-headless"), !java())) {
    throw new Missing(
      "Java 17 or newer is missing for the tests of Spark. Any one of these helps:\n" +
        "  apt-get install default-jre-headless    (as root)\n" +
        "  Java from https://adoptium.net",
    );
  }
  const folder = join(root, "target/python", ask(program, ["-c", "import sys; print(*sys.version_info[:2], sep='.')"]));
  const written = join(folder, ".installed");
  const wanted = DATABASES.join(" ");
  if (!existsSync(written) || readFileSync(written, "utf8") !== wanted) {
    console.log(`installing ${wanted}`);
    rmSync(folder, { recursive: true, force: true });
    run(program, ["-m", "pip", "install", "--quiet", "--no-input", "--target", folder, ...DATABASES]);
    writeFileSync(written, wanted);
  }
  return { program, env: { PYTHONPATH: folder, PYSPARK_PYTHON: program } };
}

// The browser lies among its library's files, whose folder is named for the machine and the library's version.
function miniBrowser() {
  const folders = ["/usr/lib", "/usr/lib64", "/usr/libexec", ...["x86_64", "aarch64"].flatMap((machine) => [`/usr/lib/${machine}-linux-gnu`, `/usr/libexec/${machine}-linux-gnu`])];
  const places = folders.flatMap((folder) => ["webkit2gtk-4.1", "webkitgtk-6.0"].map((version) => join(folder, version, "MiniBrowser")));
  return [process.env.MINIBROWSER, ...places].find((path) => path && existsSync(path)) ?? null;
}

// Installs packages where this is a Debian and we may; otherwise leaves it to the caller to say what is missing.
function install(...packages) {
  const root = process.getuid?.() === 0;
  if (ask("which", ["apt-get"]) === null || (!root && ask("sudo", ["-n", "true"]) === null)) return;
  console.log(`installing ${packages.join(", ")}`);
  const apt = (...args) => (root ? ["env", ["DEBIAN_FRONTEND=noninteractive", "apt-get", ...args]] : ["sudo", ["-n", "apt-get", ...args]]);
  try {
    if (ask("apt-cache", ["show", ...packages]) === null) run(...apt("update", "-qq"));
    run(...apt("install", "-y", "-qq", "--no-install-recommends", ...packages));
  } catch (error) {
    console.error(error.message);
  }
}
