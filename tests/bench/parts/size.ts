import { compressedSize, firstScripts, zippedSize } from "../../../tools/test/size";
import { EXTENSION } from "../../e2e/extension";
import type { Part } from "./part";

export const ZIP = { id: "zip", what: "extension, zipped", unit: "kB" } as const;
export const SCRIPT = { id: "script", what: "the panel's first JavaScript, compressed", unit: "kB" } as const;

export const size: Part = async ({ results }) => {
  const scripts = await firstScripts(EXTENSION, "sidepanel.html");
  if (scripts.length === 0) throw new Error("The panel's page names no script");
  results.add(ZIP, "ours", (await zippedSize(EXTENSION)) / 1000);
  results.add(SCRIPT, "ours", (await compressedSize(EXTENSION, scripts)) / 1000);
};
