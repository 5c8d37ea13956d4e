import { describe, expect, it, vi } from "vitest";
import { createServices } from "../../../components/settings/services/create-services";
import { codeIn, formatterWords, mcpWords } from "../../../components/settings/services/words";
import { FaultError } from "../../../lib/model";
import type { Services } from "../../../lib/opencode/services";

describe("what is said of services", () => {
  it("names what an MCP server says went wrong", () => {
    expect(mcpWords({ name: "tides", state: "failed", error: "no such file" }).word).toBe("Failed: no such file");
    expect(mcpWords({ name: "tides", state: "sign-in" })).toEqual({ mark: "waiting", word: "Wants you to sign in" });
  });

  it("lists the formatters that are on, and those that are off", () => {
    const formatters = [
      { name: "prettier", extensions: [".ts", ".css"], enabled: true },
      { name: "gofmt", extensions: [".go"], enabled: false },
    ];
    expect(formatterWords(formatters, true)).toBe("prettier (.ts, .css)");
    expect(formatterWords(formatters, false)).toBe("gofmt (.go)");
  });
});

describe("the code of a sign-in", () => {
  it.each([
    ["the address at its end", " http://127.0.0.1:19876/mcp/oauth/callback?code=a%2Bb&state=s ", "a+b"],
    ["the code itself", "abc123", "abc123"],
  ])("is found in %s", (_, pasted, code) => {
    expect(codeIn(pasted)).toBe(code);
  });
});

describe("what is known of services", () => {
  const answer = (word: string): Services => ({
    mcp: [{ name: word, state: "connected" }],
    languageServers: [],
    formatters: [],
    paths: { home: "", config: "", state: "", worktree: "" },
  });
  /** Each question waits until it is answered by hand. */
  function setUp() {
    const asked: { directory: string; answer(word: string): void; fail(): void }[] = [];
    const view = createServices(
      (directory) =>
        new Promise((resolve, reject) => {
          asked.push({
            directory,
            answer: (word) => resolve(answer(word)),
            fail: () => reject(new FaultError({ kind: "unreachable" })),
          });
        }),
      "/a",
    );
    return { view, asked, word: () => view.known()?.mcp[0]?.name };
  }
  const count = (asked: unknown[], wanted: number) => vi.waitFor(() => expect(asked).toHaveLength(wanted));

  it("is of the folder that one has turned to, also when another one was asked about just then", async () => {
    const { view, asked, word } = setUp();
    view.refresh();
    view.turnTo("/b");
    asked[0]?.answer("of a");
    await count(asked, 2);
    expect([asked[1]?.directory, word()]).toEqual(["/b", undefined]);
    // An answer that fails and is of no use any more is nobody's fault.
    view.turnTo("/c");
    asked[1]?.fail();
    await count(asked, 3);
    asked[2]?.answer("of c");
    await vi.waitFor(() => expect(word()).toBe("of c"));
    expect(view.look.fault()).toBeUndefined();
  });

  it("is from after a change, also when it was being asked for just then", async () => {
    const { view, asked, word } = setUp();
    view.refresh();
    const changed = view.changed();
    asked[0]?.answer("before");
    await count(asked, 2);
    expect(word()).toBeUndefined();
    asked[1]?.answer("after");
    await changed;
    expect(word()).toBe("after");
  });

  it("says what went wrong, and is asked for again", async () => {
    const { view, asked, word } = setUp();
    view.refresh();
    asked[0]?.fail();
    await vi.waitFor(() => expect(view.look.fault()?.kind).toBe("unreachable"));
    view.refresh();
    asked[1]?.answer("now");
    await vi.waitFor(() => expect(word()).toBe("now"));
  });
});
