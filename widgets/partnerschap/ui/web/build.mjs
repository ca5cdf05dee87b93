// Builds the front end into folders that are committed, so that no user needs Node:
// - ui/static: one self-contained module and one style sheet an exercise, which is what a widget
//   carries as `_esm` and `_css`;
// - server/share/…/static: what the server's own page needs to show a widget.
// `--out DIR` builds under another folder instead; `--tests` builds the unit tests of tests/js, and
// `--harness` what the browser tests put in a page by itself.

import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import * as esbuild from "esbuild";

const web = dirname(fileURLToPath(import.meta.url));
const root = join(web, "..", "..", "..", "..");
const host = join(root, "widgets", "partnerschap", "server", "web");
const { values } = parseArgs({
  options: { out: { type: "string" }, tests: { type: "boolean" }, harness: { type: "boolean" } },
});

/** What a widget in Python says of itself; see lib/version.ts. */
function pythonVersion() {
  const python = join(root, "widgets", "partnerschap");
  const found = (path, pattern) => {
    const [, value] = pattern.exec(readFileSync(join(python, path), "utf8")) ?? [];
    if (!value) throw new Error(`no version in ${path}`);
    return value;
  };
  const version = found("__init__.py", /^__version__ = "(.+)"$/m);
  return `${version}+${found(join("ui", "version.py"), /^PROTOCOL: Final = (\d+)$/m)}`;
}

const SHARED = {
  bundle: true,
  define: { FRONT_END_VERSION: JSON.stringify(pythonVersion()) },
  format: "esm",
  charset: "utf8",
  jsx: "automatic",
  jsxImportSource: "preact",
  absWorkingDir: root, // names in the output do not depend on where this is called
  logLevel: "warning",
};

/** Bundle; what esbuild warns of fails the build too. */
async function build(options) {
  const result = await esbuild.build(options);
  if (result.warnings.length) process.exitCode = 1;
  return result;
}

const MINIFIED = {
  ...SHARED,
  minify: true,
  // Phones of parents: Safari 15.4 of 2022 and what came in the same year.
  target: ["safari15.4", "chrome100", "firefox100"],
};

/**
 * The colours of the book, for the exercises alone: what surrounds a widget in JupyterLab or Voila
 * keeps its own, and says itself whether it is dark.
 */
const scopedTokens = {
  name: "scoped-tokens",
  setup({ onLoad }) {
    onLoad({ filter: /book\/_static\/tokens\.css$/ }, ({ path }) => {
      const DARK = ['html[data-theme="dark"]', 'body[data-jp-theme-light="false"]'];
      const contents = readFileSync(path, "utf8")
        .replace(":root {", ".ps-exercise {")
        .replace(`${DARK[0]} {`, `${DARK.map((one) => `${one} .ps-exercise`).join(", ")} {`);
      return { contents, loader: "css" };
    });
  },
};

/** A drawing of the book as a tree of shapes, so that no text becomes markup in a page. */
function shapesOf(svg) {
  const open = [{ children: [] }];
  for (const [, end, tag, written, isEmpty] of svg.matchAll(/<(\/?)(\w+)([^>]*?)(\/?)>/g)) {
    if (end) {
      open.pop();
      continue;
    }
    const attributes = Object.fromEntries(
      [...written.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    );
    const shape = { tag, attributes, children: [] };
    open.at(-1).children.push(shape);
    if (!isEmpty) open.push(shape);
  }
  return open[0].children[0];
}

const drawings = {
  name: "drawings",
  setup({ onLoad }) {
    onLoad({ filter: /book\/drawings\/.*\.svg$/ }, ({ path }) => ({
      contents: JSON.stringify(shapesOf(readFileSync(path, "utf8"))),
      loader: "json",
    }));
  },
};

/** The letters stay where the pages of the book load them too, so that a browser asks for them once. */
const bookFonts = {
  name: "book-fonts",
  setup({ onResolve }) {
    onResolve({ filter: /\.woff2$/ }, ({ path }) => ({
      path: `../../../_static/fonts/${path.replace("./", "")}`, // from /partnerschap/page/VERSION/
      external: true,
    }));
  },
};

/** Modules that are loaded when somebody needs them, over the widget's own comm. */
const LATER = { "qr-decoder": join(web, "controls", "code-reader", "qr-decoder.ts") };

/** Packages whose code is in what is built, with the file that holds their licence. */
const SHIPPED = { preact: "LICENSE", qr: "LICENSE-MIT" };

async function buildExercises(out) {
  rmSync(out, { recursive: true, force: true });
  const exercises = readdirSync(join(web, "exercises")).sort();
  const entryPoints = exercises.map((name) => ({ in: join(web, "exercises", name), out: name }));
  const later = Object.entries(LATER).map(([name, path]) => ({ in: path, out: name }));
  await build({
    ...MINIFIED,
    entryPoints: [...entryPoints, ...later],
    outdir: out,
    plugins: [scopedTokens, drawings],
  });
  const licences = Object.entries(SHIPPED).map(([name, file]) => {
    const { version } = JSON.parse(
      readFileSync(join(root, "node_modules", name, "package.json"), "utf8"),
    );
    return `${name} ${version}\n\n${readFileSync(join(root, "node_modules", name, file), "utf8").trim()}\n`;
  });
  writeFileSync(join(out, "LICENSES.txt"), licences.join("\n\n"));
}

async function buildHost(out) {
  rmSync(out, { recursive: true, force: true });
  const entryPoints = ["widget.ts", "page.ts", "page.css"].map((name) => join(host, name));
  await build({ ...MINIFIED, entryPoints, outdir: out, plugins: [bookFonts] });
}

async function buildHarness(outdir) {
  const harness = join(root, "tests", "browser", "harness");
  const entryPoints = readdirSync(harness).map((name) => join(harness, name));
  await build({
    ...SHARED,
    format: "iife",
    entryPoints,
    outdir,
    plugins: [scopedTokens, drawings],
  });
}

async function buildTests(out) {
  const tests = join(root, "tests", "js");
  rmSync(out, { recursive: true, force: true });
  await build({
    ...SHARED,
    entryPoints: readdirSync(tests, { recursive: true })
      .filter((name) => /\.test\.tsx?$/.test(name))
      .map((name) => join(tests, name)),
    outdir: out,
    entryNames: "[name]", // in one folder, which a shell can name
    outExtension: { ".js": ".mjs" },
    loader: { ".css": "empty" },
    plugins: [drawings],
    platform: "node",
    packages: "external",
    sourcemap: "inline",
  });
}

const cache = join(root, "node_modules", ".cache");
if (values.tests) await buildTests(join(cache, "js-tests"));
else if (values.harness) await buildHarness(join(cache, "harness"));
else {
  const into = values.out ?? join(root, "widgets", "partnerschap");
  await buildExercises(join(into, "ui", "static"));
  const template = join("share", "jupyter", "voila", "templates", "partnerschap");
  await buildHost(join(into, "server", template, "static"));
}
