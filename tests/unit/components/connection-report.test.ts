import { describe, expect, it } from "vitest";
import { connectionReport } from "../../../components/settings/details/report";
import { kinds, size } from "../../../components/settings/details/rows";
import type { ConnectionDetails } from "../../../lib/bridge/calls/servers";
import { V1_CAPABILITIES } from "../../../lib/opencode/capabilities";
import { createJournal } from "../../../lib/sync/journal";

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);

function someDetails(): ConnectionDetails {
  const journal = createJournal(undefined, () => NOW);
  journal.state({ status: "connected", since: NOW });
  journal.state({
    status: "failed",
    fault: { kind: "refused-credentials", detail: "hunter2 at https://host.example" },
  });
  journal.applied("part.delta");
  for (const kind of ["hologram.moved", "my secret words", "https://h/?token=1"]) journal.skipped(kind);
  journal.bytes(1_300_000);
  journal.request()(true);
  return {
    journal: journal.record,
    queues: { requests: 0, events: 2, prompts: 1, batched: 5, unsaved: 6 },
    held: { sessions: 3, transcripts: 1, size: 1_200_000, catalogs: 2 },
    storage: { bytes: 812, writes: 4, writesPerMinute: 1.25 },
  };
}

describe("the report of a connection", () => {
  const report = connectionReport(someDetails(), {
    extension: "0.1.0",
    browser: "Browser/1",
    info: { version: "1.18.33", protocol: "v1", capabilities: V1_CAPABILITIES, directory: "/home/me/secret-project" },
    now: NOW,
  });

  it("tells versions, counts and states with their causes", () => {
    expect(report).toContain("OpenCode 1.18.33, protocol v1");
    expect(report).toContain("Received: 4 events, 1.3 MB");
    expect(report).toContain("Broken off: 1 refused-credentials");
    expect(report).toContain(
      "Waiting: 0 requests, 2 events for what is fetched, 5 for panels, 6 changes to store, 1 prompt",
    );
    expect(report).toContain("Held: 3 sessions, 1 conversation of 1.2 MB, models of 2 folders");
    expect(report).toContain("Storage: 812 B, 4 writes, 1.3 a minute");
    expect(report).toContain("2026-01-02T03:04:05.000Z failed (refused-credentials)");
  });

  it("tells neither addresses nor folders nor what a server said", () => {
    expect(report).toContain("Skipped: 2 other, 1 hologram.moved");
    expect(report).not.toMatch(/hunter2|host\.example|secret-project|my secret|token=/);
  });
});

it.each<[number, string]>([
  [0, "0 B"],
  [812, "812 B"],
  [14_200, "14.2 kB"],
  [3_100_000, "3.1 MB"],
])("%d bytes are %s", (bytes, words) => {
  expect(size(bytes)).toBe(words);
});

it("kinds stand with the most frequent first", () => {
  expect(kinds({ a: 1, b: 3 })).toBe("3 b, 1 a");
  expect(kinds({})).toBe("none");
});
