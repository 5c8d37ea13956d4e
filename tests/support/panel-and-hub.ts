import { type PanelConnection, servePanel } from "../../lib/bridge/background-port";
import { createPanelLink } from "../../lib/bridge/panel-link";
import { emptyState, reduceState, type SessionKey, type State, type StateEvent } from "../../lib/model";
import type { ContextItem } from "../../lib/page/context";
import { contextInbox } from "../../lib/storage/context-inbox";
import { setUpHub } from "./hub";
import { type PortPair, portPair } from "./ports";
import { simulateServer, wireSession } from "./simulated-server";
import { passUntil } from "./surroundings";

/** A panel beside a background that can die: each life is a hub of its own over the same storage and server. */
export function setUpPanel() {
  const wire = simulateServer();
  wire.sessions.set("ses_1", wireSession("ses_1"));
  let life = setUpHub(wire);
  let pair: PortPair | undefined;
  let served: PanelConnection | undefined;
  let isReachable = true;
  let watched: SessionKey | undefined;
  let state: State = emptyState();
  const log: string[] = [];
  const statuses: string[] = [];
  const context: ContextItem[] = [];

  const link = createPanelLink({
    connect() {
      if (!isReachable) throw new Error("Extension context invalidated.");
      pair = portPair();
      served = servePanel(pair.background, life.hub, life.surroundings, contextInbox);
      return pair.panel;
    },
    windowId: 1,
    nextFrame(run) {
      const timer = setTimeout(run, 16);
      return () => clearTimeout(timer);
    },
    attention: () => ({ visible: true, ...(watched === undefined ? {} : { watching: watched }) }),
    onSnapshot(next) {
      log.push("snapshot");
      state = structuredClone(next);
    },
    onEvents(events: StateEvent[]) {
      log.push("events");
      for (const event of events) reduceState(state, event);
    },
    async onContext(items) {
      context.push(...items);
    },
    onStatus: (status) => statuses.push(status),
    onShow: (key) => log.push(`show ${key}`),
    onClose: () => log.push("close"),
  });

  return {
    ...link,
    wire,
    log,
    statuses,
    context,
    state: () => state,
    hub: () => life.hub,
    /** The background's end of the port that is open. */
    served: () => served,
    watch(key?: SessionKey) {
      watched = key;
      link.attend();
    },
    /** The background dies and starts anew when the panel calls again. */
    die() {
      life.die();
      pair?.breakIt();
      life = setUpHub(wire);
    },
    setReachable(value: boolean) {
      isReachable = value;
    },
    async connected(): Promise<{ server: string; key: SessionKey }> {
      await passUntil(() => Object.values(state.servers)[0]?.fresh === true);
      const server = Object.keys(state.servers)[0] ?? "";
      return { server, key: `${server}/ses_1` };
    },
  };
}
