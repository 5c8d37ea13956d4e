import { expect, test } from "vitest";
import { servePanel } from "../../../lib/bridge/background-port";
import type { BackgroundMessage } from "../../../lib/bridge/messages";
import type { Hub } from "../../../lib/hub/hub";
import type { PanelPresence } from "../../../lib/hub/panels";
import { emptyState, type StateEvent } from "../../../lib/model";

type Port = Parameters<typeof servePanel>[0];

test("a panel hears what its own coming sets off", async () => {
  const sent: BackgroundMessage[] = [];
  let hear: (message: unknown) => void = () => undefined;
  let listener: (event: StateEvent) => void = () => undefined;
  const looking: StateEvent = { type: "discovery.changed", discovery: { status: "looking", url: "http://127.0.0.1" } };
  // Stands in for the hub, of which only the coming of a panel matters here.
  const hub = {
    ready: Promise.resolve(),
    state: emptyState(),
    listen(run: typeof listener) {
      listener = run;
      return () => undefined;
    },
    addPanel() {
      listener(looking);
      return () => undefined;
    },
  } as unknown as Hub;
  const port = {
    postMessage: (message: BackgroundMessage) => void sent.push(message),
    onMessage: { addListener: (run: typeof hear) => (hear = run) },
    onDisconnect: { addListener: () => undefined },
  } as unknown as Port;
  const inbox = { pending: async () => [], taken: async () => undefined };
  const timers: (() => void)[] = [];
  const timer = (_: number, run: () => void) => {
    timers.push(run);
    return () => undefined;
  };
  servePanel(port, hub, { timer, now: () => 0 }, inbox);

  hear({ type: "hello", windowId: 1, visible: true });
  await expect.poll(() => timers.length).toBe(1);
  for (const run of timers) run();
  expect(sent).toEqual([
    { type: "snapshot", state: emptyState() },
    { type: "events", events: [looking] },
  ]);
});

/** A panel's port at a hub of which only the coming of panels matters. `hear` takes what the panel says. */
function served() {
  const presences: PanelPresence[] = [];
  let hear: (message: unknown) => void = () => undefined;
  const hub = {
    ready: Promise.resolve(),
    state: emptyState(),
    listen: () => () => undefined,
    showSaved: async () => undefined,
    panelTurned: () => undefined,
    addPanel(panel: PanelPresence) {
      presences.push(panel);
      return () => undefined;
    },
  } as unknown as Hub;
  const port = {
    postMessage: () => undefined,
    onMessage: { addListener: (run: typeof hear) => (hear = run) },
    onDisconnect: { addListener: () => undefined },
  } as unknown as Port;
  const inbox = { pending: async () => [], taken: async () => undefined };
  servePanel(port, hub, { timer: () => () => undefined, now: () => 0 }, inbox);
  return { presences, hear };
}

test("a panel that turns elsewhere while it is greeted is served what it turned to", async () => {
  const { presences, hear } = served();
  hear({ type: "hello", windowId: 1, visible: true, watching: "server/ses_1" });
  hear({ type: "watch", visible: true, watching: "server/ses_2" });
  await expect.poll(() => presences).toMatchObject([{ watching: "server/ses_2" }]);
});

test("what a panel shows is known while it is covered, and no longer when it turns elsewhere", async () => {
  const { presences, hear } = served();
  const shown = () => [presences[0]?.watching, presences[0]?.covered];

  hear({ type: "hello", windowId: 1, visible: true, watching: "server/ses_1" });
  await expect.poll(shown).toEqual(["server/ses_1", undefined]);
  hear({ type: "watch", visible: false });
  hear({ type: "watch", visible: false });
  expect(shown()).toEqual([undefined, "server/ses_1"]);
  hear({ type: "watch", visible: true, watching: "server/ses_1" });
  expect(shown()).toEqual(["server/ses_1", undefined]);
  hear({ type: "watch", visible: true });
  expect(shown()).toEqual([undefined, undefined]);
});

test("a panel is known to be open from its first word on, while it can be seen, and a tab is no panel", () => {
  let hear: (message: unknown) => void = () => undefined;
  let part: () => void = () => undefined;
  const hub = {
    ready: new Promise(() => undefined),
    listen: () => () => undefined,
    panelTurned: () => undefined,
  } as unknown as Hub;
  const port = {
    sender: {} as { tab?: object },
    postMessage: () => undefined,
    onMessage: { addListener: (run: typeof hear) => (hear = run) },
    onDisconnect: { addListener: (run: typeof part) => (part = run) },
  };
  const inbox = { pending: async () => [], taken: async () => undefined };
  const serve = () => servePanel(port as unknown as Port, hub, { timer: () => () => undefined, now: () => 0 }, inbox);

  const panel = serve();
  expect(panel.isShownIn(1)).toBe(false);
  hear({ type: "hello", windowId: 1, visible: true });
  expect([panel.isShownIn(1), panel.isShownIn(2)]).toEqual([true, false]);
  // Behind another extension's panel: it is to be shown then, not closed.
  hear({ type: "watch", visible: false });
  expect(panel.isShownIn(1)).toBe(false);
  hear({ type: "watch", visible: true });
  expect(panel.isShownIn(1)).toBe(true);
  part();
  expect(panel.isShownIn(1)).toBe(false);

  port.sender.tab = { id: 7 };
  const tab = serve();
  hear({ type: "hello", windowId: 1, visible: true });
  expect(tab.isShownIn(1)).toBe(false);
});
