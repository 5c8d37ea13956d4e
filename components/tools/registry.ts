import { bash } from "./renderers/bash";
import { edit } from "./renderers/edit";
import { fallback } from "./renderers/fallback";
import { invalid } from "./renderers/invalid";
import { question } from "./renderers/question";
import { read } from "./renderers/read";
import { list, search } from "./renderers/search";
import { task } from "./renderers/task";
import { todos } from "./renderers/todos";
import { webfetch } from "./renderers/webfetch";
import type { ToolRenderer } from "./tool";

/** Every renderer; a new one is one file and one entry here. */
const RENDERERS: readonly ToolRenderer[] = [bash, read, edit, search, list, webfetch, task, todos, question, invalid];

const byTool = new Map(RENDERERS.flatMap((renderer) => renderer.tools.map((tool) => [tool, renderer] as const)));

/** What shows calls of `tool`; unknown tools get the fallback. */
export function rendererOf(tool: string): ToolRenderer {
  return byTool.get(tool) ?? fallback;
}
