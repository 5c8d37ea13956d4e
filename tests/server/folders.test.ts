import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeAll, expect, it } from "vitest";
import { emptyServer, reduce, type Server } from "../../lib/model";
import { createEngine, type Engine } from "../../lib/sync/engine";
import { createJournal } from "../../lib/sync/journal";
import { text } from "../../tools/model/steps";
import { useStage } from "../e2e/scene";
import { until } from "../support/until";

const stage = useStage({ script: () => [text("Two metres.")] });

/** The engine under test, over the real network, and what it knows. */
let engine: Engine;
let server: Server;
let skipped: Record<string, number>;

function connect(): void {
  const journal = createJournal(undefined, Date.now);
  skipped = journal.record.skipped;
  const { url } = stage.server;
  server = emptyServer({ id: "s", name: "S", url, hasPassword: false, headerNames: [], enabled: true });
  engine = createEngine({
    surroundings: {
      fetch,
      now: Date.now,
      mayReach: async () => true,
      timer(ms, run) {
        const id = setTimeout(run, ms);
        return () => clearTimeout(id);
      },
      random: Math.random,
      isOnline: () => true,
    },
    endpoint: async () => ({ url, headers: {} }),
    server: () => server,
    cards: () => sessions.map((id) => ({ key: `s/${id}`, pinned: false, usedAt: 1, seenAt: 0 })),
    watched: () => [],
    dispatch: (event) => void reduce(server, event),
    journal,
    onFresh: () => undefined,
  });
  engine.connection.start();
}
afterEach(() => engine.connection.stop("asleep"));

const sessions: string[] = [];
let folder: (name: string) => string;
async function sessionIn(name: string): Promise<void> {
  await mkdir(folder(name));
  const made = (await stage.post(`/session?directory=${encodeURIComponent(folder(name))}`, {})) as { id: string };
  sessions.push(made.id);
}

beforeAll(async () => {
  folder = (name) => path.join(stage.workspace.home, name);
  for (const name of ["whole", "deleted", "broken"]) await sessionIn(name);
  await rm(folder("deleted"), { recursive: true });
  await writeFile(path.join(folder("broken"), "opencode.json"), "{ nonsense");
  // A folder's configuration is read when it is first asked about.
  await stage.server.restart();
});

it("a folder that was deleted, and one whose configuration is broken, do not keep the others away", async () => {
  connect();
  await until(() => server.fresh, "What the server has");
  expect(server.connection.status).toBe("connected");
  expect(Object.keys(server.sessions).sort()).toEqual([...sessions].sort());
  expect(Object.keys(skipped).sort()).toEqual(["folder", "line"]);
});
