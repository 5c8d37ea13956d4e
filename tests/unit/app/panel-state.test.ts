import { expect, test } from "vitest";
import { createPanelState } from "../../../components/app/panel-state";
import { emptyState, type MessageWithParts, type SessionKey, type State } from "../../../lib/model";
import { newServer, replay } from "../../support/replay";

const KEY: SessionKey = "s/1";

const message = (n: number): MessageWithParts => ({
  message: { id: `m${n}`, sessionId: "1", role: "assistant", order: String(n).padStart(4, "0"), createdAt: n },
  parts: [],
});

/** A background's state with so many messages of the session, fetched or from storage. */
function stateWith(page: "newest" | "cached", count: number): State {
  const messages = Array.from({ length: count }, (_, index) => message(index + 1));
  const session = { id: "1", directory: "/shop", title: "One", createdAt: 1, updatedAt: 1 };
  const server = newServer();
  const told = replay(
    [
      { type: "session.upserted", session: { ...session, projectId: "p" } },
      { type: "transcript.page", sessionId: "1", page, messages },
    ],
    server,
  );
  return { ...emptyState(), servers: { s: told } };
}

const shown = ({ state }: ReturnType<typeof createPanelState>) => state.servers.s?.transcripts["1"];

test("an older copy, as a background has it that has just begun, takes nothing off the screen", () => {
  const panel = createPanelState();
  panel.replace(stateWith("newest", 3), KEY);
  panel.replace(stateWith("cached", 2), KEY);
  expect(shown(panel)?.messageIds).toEqual(["m1", "m2", "m3"]);
  expect(shown(panel)?.loaded).toBe("cached");
});

test("a copy with what is not on the screen is shown, and so is whatever was fetched", () => {
  const panel = createPanelState();
  panel.replace(stateWith("newest", 2), KEY);
  panel.replace(stateWith("cached", 3), KEY);
  expect(shown(panel)?.messageIds).toHaveLength(3);
  panel.replace(stateWith("newest", 1), KEY);
  expect(shown(panel)?.messageIds).toEqual(["m1"]);
});
