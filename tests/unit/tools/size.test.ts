import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { compressedSize, firstScripts, zippedSize } from "../../../tools/test/size";

function build(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "nexus-size-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const PAGE = `<script type="module" crossorigin src="/chunks/main.js"></script><link rel="stylesheet" href="/assets/a.css">`;

test("What a page starts with is its scripts and all they import, each once, without what they load later", async () => {
  const folder = build({
    "panel.html": PAGE,
    "chunks/main.js": `import{a}from"./shared.js";import"../polyfill.js";const later=()=>import("./later.js");`,
    "chunks/shared.js": `import{b}from"./deep.js";export{b as a};`,
    "chunks/deep.js": `import"./shared.js";export const b=1;`,
    "chunks/later.js": "export const c=1;",
    "polyfill.js": "globalThis.d=1;",
  });
  const scripts = await firstScripts(folder, "panel.html");
  expect(scripts.sort()).toEqual(["chunks/deep.js", "chunks/main.js", "chunks/shared.js", "polyfill.js"]);
});

test("A script that the page names and nobody built is an error", async () => {
  await expect(firstScripts(build({ "panel.html": PAGE }), "panel.html")).rejects.toThrow("main.js");
});

test("Scripts are counted as they are when compressed one by one", async () => {
  const code = "export const word = 'same';\n".repeat(100);
  const folder = build({ "a.js": code, "b.js": code });
  expect(await compressedSize(folder, ["a.js", "b.js"])).toBe(2 * gzipSync(code).length);
});

test("A zip holds its files compressed, and each name twice", async () => {
  const once = await zippedSize(build({ "a.js": "x".repeat(10_000) }));
  expect(once).toBeLessThan(250);
  const longer = await zippedSize(build({ "folder/a.js": "x".repeat(10_000) }));
  expect(longer - once).toBe(2 * "folder/".length);
});
