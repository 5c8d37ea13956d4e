import { describe, expect, it } from "vitest";
import { compact, cost } from "../../../components/ui/numbers";
import { cardLine, sessionTitle } from "../../../components/ui/session-words";
import { emptyServer, type Session } from "../../../lib/model";

const session: Session = { id: "ses_1", title: "T", directory: "/x", projectId: "p", createdAt: 0, updatedAt: 0 };
const server = emptyServer({
  id: "a",
  name: "A",
  url: "http://localhost:4096",
  hasPassword: false,
  headerNames: [],
  enabled: true,
});

describe("a session's title", () => {
  it.each(["New session - 2026-11-21T09:52:11.139Z", "Child session - 2026-11-21T09:52:11.139Z", "  "])(
    "is not the server's placeholder: %s",
    (title) => expect(sessionTitle({ title })).toBe("Untitled session"),
  );

  it("stays what the user or the model called it", () => {
    expect(sessionTitle({ title: "New session - the plan" })).toBe("New session - the plan");
  });
});

describe("a card's line", () => {
  const base = { server, session, request: undefined, activity: undefined };

  it("names what an agent wants to do", () => {
    const permission = {
      id: "per_1",
      type: "permission",
      sessionId: "ses_1",
      patterns: [],
      always: [],
      metadata: {},
    } as const;
    const line = (name: string) =>
      cardLine({ ...base, state: "waiting", request: { ...permission, patterns: [], always: [], permission: name } });
    expect(line("bash")).toBe("Needs you: run a command");
    expect(line("jira_create")).toBe("Needs you: use jira_create");
  });

  it("says what failed, also when the server did not", () => {
    expect(cardLine({ ...base, state: "failed", activity: { kind: "error", line: "no quota", at: 0 } })).toBe(
      "Failed: no quota",
    );
    expect(cardLine({ ...base, state: "failed" })).toMatch(/^Failed: /);
  });

  it("does not show the user's own words as the work", () => {
    expect(cardLine({ ...base, state: "working", activity: { kind: "user", line: "fix it", at: 0 } })).toBe("Working…");
    expect(cardLine({ ...base, state: "working", activity: { kind: "tool", line: "Editing a.ts", at: 0 } })).toBe(
      "Editing a.ts",
    );
  });

  it("does not say of a tool that it runs where nothing runs any more", () => {
    const activity = { kind: "tool", line: "Editing a.ts", isOpen: true, at: 0 } as const;
    expect(cardLine({ ...base, state: "working", activity })).toBe("Editing a.ts");
    expect(cardLine({ ...base, state: "idle", activity })).toBe("Interrupted");
  });
});

describe("numbers", () => {
  it.each([
    [undefined, ""],
    [0, ""],
    [0.0001, "<$0.01"],
    [0.12, "$0.12"],
    [12.5, "$12.50"],
  ])("cost of %s is %s", (dollars, words) => expect(cost(dollars)).toBe(words));

  it.each([
    [812, "812"],
    [14_200, "14.2k"],
    [128_000, "128k"],
    [999_600, "1M"],
  ])("%s is short as %s", (count, words) => expect(compact(count)).toBe(words));
});
