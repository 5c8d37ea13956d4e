// @vitest-environment jsdom
import { createRoot } from "solid-js";
import { createStore } from "solid-js/store";
import { expect, test, vi } from "vitest";
import { createCatalog } from "../../../components/composer/catalog";
import { mayBeCommand } from "../../../components/composer/written";
import { type Catalog, emptyServer, FaultError } from "../../../lib/model";

const PROFILE = { id: "s", name: "S", url: "http://s", hasPassword: false, headerNames: [], enabled: true };
const CATALOG: Catalog = { agents: [], providers: [], commands: [] };

test("a catalog that could not be fetched says why, and is fetched again when the user wants", async () => {
  const [server, set] = createStore({
    ...emptyServer(PROFILE),
    connection: { status: "connected" as const, since: 1 },
  });
  const loadCatalog = vi.fn(async () => {
    throw new FaultError({ kind: "unreachable" });
  });
  const app = { background: { loadCatalog } } as unknown as Parameters<typeof createCatalog>[0];
  const { catalog, dispose } = createRoot((end) => ({
    dispose: end,
    catalog: createCatalog(
      app,
      () => server,
      () => "/work",
    ),
  }));
  await vi.waitFor(() => expect(catalog.fault()).toMatchObject({ kind: "unreachable" }));
  catalog.retry();
  expect(catalog.fault()).toBeUndefined();
  await vi.waitFor(() => expect(catalog.fault()).toBeDefined());
  expect(loadCatalog).toHaveBeenCalledTimes(2);
  set("catalogs", { "/work": CATALOG });
  expect([catalog(), catalog.fault()]).toEqual([CATALOG, undefined]);
  catalog.retry();
  expect(loadCatalog).toHaveBeenCalledTimes(2);
  dispose();
});

test.each([
  [{ text: "/tide now" }, undefined, true],
  [{ text: "/tide now" }, CATALOG, false],
  [{ text: "High/low tide" }, undefined, false],
  [{ text: "/bin/ls", shell: true as const }, undefined, false],
])("%j may be a command nobody knows yet: %s, %s", (words, catalog, expected) => {
  expect(mayBeCommand({ context: [], ...words }, catalog)).toBe(expected);
});
