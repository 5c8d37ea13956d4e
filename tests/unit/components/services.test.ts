import { describe, expect, it } from "vitest";
import { codeIn, formatterWords, mcpWords } from "../../../components/settings/services/words";

describe("what is said of services", () => {
  it("names what an MCP server says went wrong", () => {
    expect(mcpWords({ name: "tides", state: "failed", error: "no such file" }).word).toBe("Failed: no such file");
    expect(mcpWords({ name: "tides", state: "sign-in" })).toEqual({ mark: "waiting", word: "Wants you to sign in" });
  });

  it("lists the formatters that are on", () => {
    const formatters = [
      { name: "prettier", extensions: [".ts", ".css"], enabled: true },
      { name: "gofmt", extensions: [".go"], enabled: false },
    ];
    expect(formatterWords(formatters)).toBe("prettier (.ts, .css)");
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
