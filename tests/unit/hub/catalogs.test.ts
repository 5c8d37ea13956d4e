import { describe, expect, it } from "vitest";
import { limitCatalogs, SPARE_CATALOGS } from "../../../lib/hub/catalogs";
import { createPanels } from "../../../lib/hub/panels";
import { createStore } from "../../../lib/hub/store";
import type { Catalog, Session } from "../../../lib/model";

const CATALOG: Catalog = { agents: [], providers: [], commands: [] };
const OF_A_PANEL = 2;

function setUp() {
  const store = createStore();
  const panels = createPanels();
  const profile = { id: "s", name: "S", url: "http://127.0.0.1", hasPassword: false, headerNames: [], enabled: true };
  store.dispatch({ type: "server.added", profile });
  const use = limitCatalogs(store, panels);
  const fetched = (directory: string) =>
    store.dispatch({ type: "server", server: "s", event: { type: "catalog.replaced", directory, catalog: CATALOG } });
  return {
    store,
    panels,
    fetched,
    /** As a panel does it. */
    ask(directory: string) {
      use("s", directory);
      fetched(directory);
    },
    held: () => Object.keys(store.state.servers.s?.catalogs ?? {}).sort(),
  };
}

describe("what can be chosen in folders", () => {
  it("is held of those asked for last", () => {
    const set = setUp();
    for (let n = 0; n < 9; n++) set.ask(`/${n}`);
    expect(set.held()).toEqual(["/5", "/6", "/7", "/8"]);
    set.ask("/5");
    set.ask("/9");
    expect(set.held()).toEqual(["/5", "/7", "/8", "/9"]);
  });

  it("is not thrown away for being fetched again because it may have changed", () => {
    const set = setUp();
    for (let n = 0; n < 9; n++) set.ask(`/${n}`);
    for (const directory of ["/8", "/7", "/6", "/5"]) set.fetched(directory);
    set.ask("/9");
    expect(set.held()).toEqual(["/6", "/7", "/8", "/9"]);
  });

  it("stays for the session that a panel shows, and for as many folders as panels may need", () => {
    const set = setUp();
    const session = { id: "ses", directory: "/shown", updatedAt: 1 } as Session;
    set.store.dispatch({ type: "server", server: "s", event: { type: "session.upserted", session } });
    set.panels.add({ watching: "s/ses" });
    set.ask("/shown");
    for (let n = 0; n < 20; n++) set.ask(`/${n}`);
    expect(set.held()).toContain("/shown");
    expect(set.held()).toHaveLength(SPARE_CATALOGS + OF_A_PANEL + 1);
  });

  it("comes to rest although many panels ask again for what they need and lack", () => {
    const set = setUp();
    const needed = Array.from({ length: 16 }, (_, n) => `/${n}`);
    for (let n = 0; n < 8; n++) set.panels.add({});
    let asked = 0;
    for (let round = 0; round < 5; round++) {
      const lacking = needed.filter((directory) => !set.held().includes(directory));
      asked += lacking.length;
      for (const directory of lacking) set.ask(directory);
    }
    expect(asked).toBe(16);
  });
});
