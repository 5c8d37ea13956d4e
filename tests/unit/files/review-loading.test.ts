import { createRoot, createSignal } from "solid-js";
import { expect, onTestFinished, test, vi } from "vitest";
import { versionOf } from "../../../components/review/version";
import { createLoaded } from "../../../components/ui/loaded";
import { emptyServer, type Message, type Server, type Session } from "../../../lib/model";
import { later } from "../../support/later";

/** Something that is loaded, all fetches of it so far, and what changes it. */
function setUp() {
  const [version, setVersion] = createSignal(0);
  const fetches: ReturnType<typeof later<string>>[] = [];
  const loaded = createRoot((dispose) => {
    onTestFinished(dispose);
    return createLoaded(version, () => {
      const fetch = later<string>();
      fetches.push(fetch);
      return fetch.promise;
    });
  });
  return { ...loaded, fetches, change: () => setVersion((count) => count + 1) };
}

test("what comes is shown though it has changed meanwhile, and loaded again until it has not", async () => {
  const { value, load, fetches, change } = setUp();
  const done = load.run();
  for (const [at, word] of ["one", "two"].entries()) {
    change();
    fetches[at]?.resolve(word);
    await vi.waitFor(() => expect(value()).toBe(word));
    expect(load.busy()).toBe(true);
    await vi.waitFor(() => expect(fetches).toHaveLength(at + 2));
  }
  fetches[2]?.resolve("three");
  expect(await done).toBe(true);
  expect([value(), load.busy(), fetches.length]).toEqual(["three", false, 3]);
});

test("what is on its way when all is forgotten does not come", async () => {
  const { value, load, drop, fetches } = setUp();
  void load.run();
  drop();
  fetches[0]?.resolve("of before");
  await vi.waitFor(() => expect(fetches).toHaveLength(2));
  expect(value()).toBeUndefined();
  fetches[1]?.resolve("of now");
  await vi.waitFor(() => expect(value()).toBe("of now"));
});

test("the changes of a session are others after a run, a change or a revert; not with each step of its work", () => {
  const session: Session = { id: "s", projectId: "p", directory: "/w", title: "", createdAt: 1, updatedAt: 1 };
  const of = (change: Partial<Session>, status: "busy" | "idle", changes?: Message["changes"]) => {
    const server: Server = {
      ...emptyServer({ id: "a", name: "", url: "", hasPassword: false, headerNames: [], enabled: true }),
      statuses: status === "busy" ? { s: { type: "busy" } } : {},
      transcripts: {
        s: {
          messages: {
            m: { id: "m", sessionId: "s", role: "user", order: "m", createdAt: 1, ...(changes ? { changes } : {}) },
          },
        },
      } as unknown as Server["transcripts"],
    };
    return versionOf({ session: { ...session, ...change }, server });
  };
  expect(of({ updatedAt: 2 }, "busy")).toBe(of({ updatedAt: 9 }, "busy"));
  const changes = { additions: 1, deletions: 0 };
  const all = [of({}, "busy"), of({}, "idle"), of({}, "idle", changes), of({ revertedFrom: "m" }, "idle", changes)];
  expect(new Set(all).size).toBe(4);
});
