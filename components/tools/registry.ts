import { fallback } from "./renderers/fallback";
import type { ToolRenderer } from "./tool";

/** Whatever the files in `renderers` export: a new tool's look is one new file there. */
const MODULES = import.meta.glob<Record<string, ToolRenderer>>("./renderers/*.tsx", { eager: true });

const RENDERERS = Object.values(MODULES).flatMap((module) => Object.values(module));

const byTool = new Map(RENDERERS.flatMap((renderer) => renderer.tools.map((tool) => [tool, renderer] as const)));

/** What shows calls of `tool`: the renderer that names it, else one for such names, else the fallback. */
export function rendererOf(tool: string): ToolRenderer {
  return byTool.get(tool) ?? RENDERERS.find((renderer) => renderer.matches?.(tool)) ?? fallback;
}
