import { type Accessor, createEffect, createSignal, on, onCleanup, untrack } from "solid-js";
import { unwrap } from "solid-js/store";
import { browser } from "wxt/browser";
import type { StorageReport } from "../../lib/bridge/calls/panel";
import { createPanelLink } from "../../lib/bridge/panel-link";
import type { SessionKey } from "../../lib/model";
import { closePanel, openInTab } from "../../lib/platform/panel";
import { StorageFullError } from "../../lib/storage/stored";
import { tabPlaces } from "../../lib/storage/tab-places";
import { type StoredView, storedView } from "../../lib/storage/view";
import { createCommands } from "../commands/create-commands";
import { addressOf, viewAt } from "./address";
import { createColumns } from "./columns";
import type { App, View } from "./context";
import { createAddress } from "./create-address";
import { createTitle } from "./create-title";
import { createDrafts, type DraftKey } from "./drafts";
import { createLayers } from "./layers";
import { createModelChoices } from "./model-choices";
import { onOnline } from "./online";
import { createPanelState } from "./panel-state";
import { createReading } from "./reading";
import { createVisibility } from "./visibility";

/** Conversations in which the reader's place is kept. */
const KEPT_PLACES = 50;

/** Where the panel stands. */
export interface Seat {
  windowId: number;
  /** Whether it is a full tab. */
  inTab: boolean;
  /** What the window's panel showed last. */
  saved: StoredView;
}

/** Wires the panel: state and calls over the port, drafts and view over storage. */
export function createApp({ windowId, inTab, saved }: Seat): App {
  const { state, replace, apply, keepTranscript } = createPanelState();
  const [link, setLink] = createSignal<ReturnType<App["link"]>>("loading");
  const [view, setView] = createSignal<View>((inTab && viewAt(location.hash)) || viewOf(saved));
  const [focusComposer, setFocusComposer] = createSignal(0);
  const layers = createLayers();
  const places = { ...saved.places, ...(inTab ? tabPlaces.load() : {}) };
  /** Where one comes back to from settings. */
  let stay: View = { screen: "home" };
  const room = createColumns();
  const visible = createVisibility();
  const now = createClock(visible, () => void background.renewConnections());

  const onShow = (): SessionKey | undefined => {
    const current = view();
    return current.screen === "session" ? current.key : undefined;
  };
  const report = (what: StorageReport) => void background.reportStorage(what);
  const drafts = createDrafts(report);

  const { background, attend } = createPanelLink({
    connect: (name) => browser.runtime.connect({ name }),
    windowId,
    nextFrame(run) {
      if (!visible()) return undefined;
      const frame = requestAnimationFrame(run);
      return () => cancelAnimationFrame(frame);
    },
    attention() {
      // Nobody reads in a panel that cannot be seen: it is told of states alone, and catches up when it is shown.
      const watching = visible() ? onShow() : undefined;
      return { visible: visible(), ...(watching === undefined ? {} : { watching }) };
    },
    onSnapshot: (snapshot) => replace(snapshot, onShow()),
    onEvents: (events) => apply(events, onShow()),
    async onContext(items) {
      const current = view();
      const key: DraftKey = current.screen === "session" ? current.key : "new";
      if (["settings", "keys", "server", "providers"].includes(current.screen)) setView({ screen: "new" });
      await drafts.load(key);
      for (const item of items) drafts.addContext(key, item);
      setFocusComposer((count) => count + 1);
      await drafts.stored();
    },
    onStatus: setLink,
    onShow: (place) => go({ screen: "session", ...place }),
    onClose: closePanel,
  });

  function go(next: View): void {
    layers.clear();
    if (inTab && isStay(view())) stay = view();
    setView(next);
    // Who has looked for something goes on looking.
    if ((next.screen === "session" && !next.find) || next.screen === "new") setFocusComposer((count) => count + 1);
  }

  function keep(): void {
    const current = view();
    const kept = Object.fromEntries(Object.entries(places).slice(-KEPT_PLACES));
    if (inTab) {
      // What it shows is in its address.
      tabPlaces.save(kept);
      return;
    }
    const next: StoredView = { screen: "home", places: kept };
    if (current.screen === "new") next.screen = "new";
    if (current.screen === "session") Object.assign(next, { screen: "session", key: current.key });
    storedView.save(next).catch((error: unknown) => report(error instanceof StorageFullError ? "full" : "failed"));
  }

  createEffect(
    on(
      onShow,
      (key) => {
        keepTranscript(key);
        if (key) void drafts.load(key);
      },
      { defer: true },
    ),
  );
  createEffect(on([visible, onShow], attend, { defer: true }));
  // Chromium tells its service workers nothing of a network that is back [measured on 156]; documents hear of it.
  onOnline(() => void background.renewConnections());
  createEffect(on(view, keep, { defer: true }));
  if (inTab) {
    createAddress(view, go);
    createTitle(state, view);
  }

  // Without a server there are no sessions to stand beside anything.
  const columns = () => (inTab && (link() === "loading" || Object.keys(state.servers).length > 0) ? room() : 1);

  return {
    state,
    inTab,
    columns,
    background: {
      ...background,
      // Stores hand out proxies, which a port cannot carry.
      async send(outgoing) {
        const plain = structuredClone(unwrap(outgoing));
        await background.send({ ...plain, messageId: await background.identify(plain.key) });
      },
    },
    link,
    visible,
    view,
    layers,
    go,
    leave: () => go(stay),
    toTab(shown) {
      // At home a tab that is there already has nothing to learn.
      const address = shown.screen === "home" ? {} : { address: addressOf(shown) };
      openInTab({ windowId, ...address }).catch((error: unknown) => console.warn("No tab was opened", error));
    },
    drafts,
    modelChoices: createModelChoices(report),
    reading: createReading(),
    commands: createCommands((depth) => depth === layers.list().length || (depth === 0 && columns() === 3)),
    now,
    focusComposer,
    placeOf: (key) => places[key],
    keepPlace(key, place) {
      const held = places[key];
      if (JSON.stringify(held) === JSON.stringify(place)) return;
      delete places[key];
      if (place) places[key] = place;
      keep();
    },
  };
}

function viewOf(saved: StoredView): View {
  if (saved.screen === "session" && saved.key && saved.key.length > 1) return { screen: "session", key: saved.key };
  return saved.screen === "new" ? { screen: "new" } : { screen: "home" };
}

/** Whether it is somewhere to come back to: a session, or where one begins. */
function isStay({ screen }: View): boolean {
  return screen === "home" || screen === "new" || screen === "session";
}

/** Milliseconds that one second cannot take, unless the device slept. */
const SLEPT = 10_000;

/**
 * The time, every second while the panel can be seen.
 *
 * @param onWake called when the device seems to have slept meanwhile: the background notices it later, by a clock of its own
 */
function createClock(visible: Accessor<boolean>, onWake: () => void): Accessor<number> {
  const [now, setNow] = createSignal(Date.now());
  createEffect(() => {
    if (!visible()) return;
    setNow(Date.now());
    const timer = setInterval(() => {
      const hasSlept = Date.now() - untrack(now) > SLEPT;
      setNow(Date.now());
      if (hasSlept) onWake();
    }, 1000);
    onCleanup(() => clearInterval(timer));
  });
  return now;
}
