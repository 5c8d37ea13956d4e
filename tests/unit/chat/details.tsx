import { render } from "solid-js/web";
import { onTestFinished } from "vitest";
import type { ToolPhase } from "../../../components/tools/phase";
import { rendererOf } from "../../../components/tools/registry";
import { RevealProvider } from "../../../components/tools/reveal";
import type { ToolPart } from "../../../lib/model";

const PHASES = { pending: "pending", running: "running", completed: "completed", error: "failed" } as const;

/** What a call opens to, in a document of its own until the test is over. */
export function detailsOf(part: ToolPart, { revealed = false } = {}): HTMLElement {
  const host = document.createElement("div");
  const phase: ToolPhase = PHASES[part.state.status];
  const { Detail } = rendererOf(part.tool);
  const dispose = render(
    () => (
      <RevealProvider value={() => revealed}>
        <Detail part={part} context={{ phase, directory: "/home/me/shop", mcpServers: () => [] }} />
      </RevealProvider>
    ),
    host,
  );
  onTestFinished(dispose);
  return host;
}

/** The text of what is named `label`. */
export const named = (host: HTMLElement, label: string): string | undefined =>
  host.querySelector(`[aria-label="${label}"]`)?.textContent ?? undefined;
