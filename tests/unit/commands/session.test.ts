import { describe, expect, it } from "vitest";
import { offersOf } from "../../../components/commands/command";
import { session as commands } from "../../../components/commands/list/session";
import type { PanelBackground } from "../../../lib/bridge/background";
import { type Capabilities, type CardState, type CardView, emptyServer, type Session } from "../../../lib/model";
import { V1_CAPABILITIES, V2_CAPABILITIES } from "../../../lib/opencode/capabilities";

function view(
  capabilities: Capabilities | undefined,
  fields: Partial<Session> = {},
  state: CardState = "idle",
): CardView {
  const server = emptyServer({
    id: "a",
    name: "A",
    url: "http://localhost",
    hasPassword: false,
    headerNames: [],
    enabled: true,
  });
  if (capabilities) server.info = { version: "1.18.33", protocol: "v1", capabilities };
  const session = { id: "1", title: "T", directory: "/x", projectId: "p", createdAt: 0, updatedAt: 0, ...fields };
  const changes = { additions: 0, deletions: 0 };
  const nothing = { activity: undefined, request: undefined, page: undefined };
  return { key: "a/1", server, session, state, pinned: false, unread: false, changes, ...nothing };
}

const nothing = () => undefined;
const doings = {
  run: nothing,
  putAway: nothing,
  open: nothing,
  review: nothing,
  browse: nothing,
  toTab: nothing,
  goToParent: nothing,
};
const items = (of: CardView, isCard = true) =>
  offersOf(commands, { view: of, isCard, background: {} as PanelBackground, ...doings });
const labels = (of: CardView) => items(of).map((item) => item.label);

describe("a card's menu", () => {
  it("offers what its server can do", () => {
    expect(labels(view(V1_CAPABILITIES))).toEqual([
      "Pin",
      "Review changes",
      "Open a file…",
      "Project files",
      "Open in a tab",
      "Rename…",
      "Share…",
      "Subagents…",
      "Export…",
      "Accept everything…",
      "Compact",
      "Archive",
      "Close",
      "Delete",
    ]);
    expect(labels(view(V2_CAPABILITIES))).toEqual([
      "Pin",
      "Open a file…",
      "Project files",
      "Open in a tab",
      "Rename…",
      "Subagents…",
      "Export…",
      "Accept everything…",
      "Compact",
      "Close",
      "Delete",
    ]);
    expect(labels(view(undefined))).toEqual(["Pin", "Open in a tab", "Accept everything…", "Close"]);
  });

  it("closes what is a card alone: in the history there is nothing to close", () => {
    const off = items(view(V1_CAPABILITIES), false).map((item) => item.label);
    expect(off).not.toContain("Close");
    expect(off).toContain("Archive");
  });

  it("leaves what belongs to the session it works for to that, for a subagent’s", () => {
    expect(labels(view(V1_CAPABILITIES, { parentId: "0" }))).toEqual([
      "Open its session",
      "Review changes",
      "Open a file…",
      "Project files",
      "Open in a tab",
      "Rename…",
      "Subagents…",
      "Export…",
    ]);
  });

  it("says what can be taken back", () => {
    const is = labels(view(V1_CAPABILITIES, { archivedAt: 5, shareUrl: "https://share/1" }));
    expect(is).toContain("Unarchive");
    expect(is).toContain("Shared…");
    expect(is).toContain("Stop sharing");
  });

  it("does not put away what runs or waits", () => {
    const off = items(view(V1_CAPABILITIES, {}, "working")).filter((item) => item.disabled);
    expect(off.map((item) => item.label)).toEqual(["Compact", "Archive", "Close", "Delete"]);
    expect(new Set(off.map((item) => item.disabled))).toEqual(new Set(["The agent is working"]));
    const waits = items(view(V1_CAPABILITIES, {}, "waiting")).flatMap((item) => item.disabled ?? []);
    expect(new Set(waits)).toEqual(new Set(["It waits for your answer"]));
  });
});
