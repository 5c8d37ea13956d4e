import * as v from "valibot";
import type { Browser } from "wxt/browser";
import type { Hub } from "../hub/hub";
import type { PanelPresence } from "../hub/panels";
import { FaultError, type SessionKey, type StateEvent, splitSessionKey, type Transcript, toFault } from "../model";
import type { ContextItem } from "../page/context";
import type { Surroundings } from "../sync/surroundings";
import { BACKGROUND_CALLS, type Background } from "./background";
import { createBatch } from "./batch";
import { type BackgroundMessage, type PanelMessage, PanelMessageSchema } from "./messages";
import { concerns, snapshotFor } from "./panel-view";
import { sliceTranscript } from "./slices";
import { smaller } from "./smaller";

export interface ContextInbox {
  pending(windowId: number): Promise<ContextItem[]>;
  taken(windowId: number, ids: string[]): Promise<void>;
}

export interface PanelConnection {
  /** The panel's window, once the panel has its snapshot. */
  readonly windowId: number | undefined;
  /** The tab it stands in, where it is none of a window's own. */
  readonly tabId: number | undefined;
  /** Whether it can be seen as the panel of that window, by its own word; what stands in a tab is no panel. */
  isShownIn(windowId: number): boolean;
  send(message: BackgroundMessage): void;
}

/**
 * The background's end of a panel's port: a snapshot, then batched events, and the panel's calls. The port is one of this
 * extension's own pages; who opened it is checked by the caller.
 *
 * @param inbox what pages have for it; absent where it gets nothing of them
 * @param onServed it has its snapshot, and its window is known
 */
export function servePanel(
  port: Pick<Browser.runtime.Port, "postMessage" | "onMessage" | "onDisconnect" | "sender">,
  hub: Hub,
  surroundings: Pick<Surroundings, "timer" | "now">,
  inbox: ContextInbox | undefined,
  onServed?: () => void,
): PanelConnection {
  const presence: PanelPresence = { waiting: () => batch.length() };
  let isOpen = true;
  /** From its snapshot on the panel gets events. */
  let isServed = false;
  let leave: (() => void) | undefined;
  let home: number | undefined;
  let isVisible = false;

  const connection: PanelConnection = {
    get windowId() {
      return isServed ? home : undefined;
    },
    tabId: port.sender?.tab?.id,
    isShownIn: (windowId) => isOpen && isVisible && home === windowId && port.sender?.tab === undefined,
    send(message) {
      if (isOpen) post(message);
    },
  };

  /** What a port does not take (64 MiB in Chromium) is not worth the panel: as much of it goes as can. */
  function post(message: BackgroundMessage): void {
    try {
      port.postMessage(message);
    } catch (error) {
      console.warn("A message was not taken", error);
      for (const part of smaller(message, error)) post(part);
    }
  }

  /** The transcript that is on show, in as many messages as it takes, the first made by `begin`. */
  function sendSliced(
    key: SessionKey,
    transcript: Transcript,
    begin: (end: Transcript) => Extract<BackgroundMessage, { type: "snapshot" | "events" }>,
  ): void {
    const { server, session } = splitSessionKey(key);
    const { end, before } = sliceTranscript(transcript);
    const slices = before.map((slice): StateEvent => {
      return { type: "server", server, event: { type: "transcript.preceded", sessionId: session, before: slice } };
    });
    const messages = [begin(end), ...slices.map((event) => ({ type: "events" as const, events: [event] }))];
    for (const [at, message] of messages.entries()) {
      connection.send(at < messages.length - 1 ? { ...message, more: true } : message);
    }
  }

  const batch = createBatch(surroundings, (events) => connection.send({ type: "events", events }));
  const stopListening = hub.listen((event: StateEvent) => {
    if (isServed && concerns(event, presence.watching)) batch.add(event);
  });

  function sendSnapshot(watching: SessionKey | undefined): void {
    const state = snapshotFor(hub.state, watching);
    const id = watching === undefined ? undefined : splitSessionKey(watching);
    const server = id && state.servers[id.server];
    const transcript = id && server?.transcripts[id.session];
    if (!watching || !id || !server || !transcript) {
      connection.send({ type: "snapshot", state });
      return;
    }
    sendSliced(watching, transcript, (end) => {
      const shown = { ...server, transcripts: { [id.session]: end } };
      return { type: "snapshot", state: { ...state, servers: { ...state.servers, [id.server]: shown } } };
    });
  }

  function watch(key: SessionKey | undefined): void {
    const before = presence.watching ?? presence.covered;
    delete presence.covered;
    if (!isVisible && before !== undefined) presence.covered = before;
    if (key === undefined) delete presence.watching;
    else presence.watching = key;
  }

  async function hello(message: Extract<PanelMessage, { type: "hello" }>): Promise<void> {
    // At once: the panel may turn elsewhere while this waits, or its user want it gone.
    home = message.windowId;
    isVisible = message.visible;
    watch(message.watching);
    await hub.ready;
    if (presence.watching) await hub.showSaved(presence.watching);
    if (!isOpen) return;
    batch.clear();
    sendSnapshot(presence.watching);
    // Before the panel counts: what its coming sets off (connecting, looking for a server) is news to it.
    isServed = true;
    leave ??= hub.addPanel(presence);
    onServed?.();
    const items = await inbox?.pending(message.windowId);
    if (items && items.length > 0) connection.send({ type: "context", items });
  }

  /** The transcript a panel turns to is sent whole; from then on it gets its events. */
  function turnTo(key: SessionKey | undefined): void {
    batch.flush();
    watch(key);
    hub.panelTurned();
    // What is on show when it is served comes with the snapshot.
    if (key === undefined || !isServed) return;
    const { server, session } = splitSessionKey(key);
    const transcript = hub.state.servers[server]?.transcripts[session];
    if (!transcript) return;
    sendSliced(key, transcript, (end) => ({
      type: "events",
      events: [{ type: "server", server, event: { type: "transcript.replaced", sessionId: session, transcript: end } }],
    }));
  }

  async function call(message: Extract<PanelMessage, { type: "call" }>): Promise<void> {
    const { id, name, args } = message;
    try {
      await hub.ready;
      if (!isCall(name) || !v.is(BACKGROUND_CALLS[name].takes, args)) {
        throw new FaultError({ kind: "internal", detail: `a call that is none: ${name}` });
      }
      const run: (...args: never[]) => Promise<unknown> = hub.calls[name];
      const value = await run(...(args as never[]));
      // What the call has changed is there before its result.
      batch.flush();
      connection.send({ type: "result", id, value });
    } catch (error) {
      batch.flush();
      connection.send({ type: "fault", id, fault: toFault(error) });
    }
  }

  port.onMessage.addListener((message: unknown) => {
    if (!v.is(PanelMessageSchema, message)) return;
    if (message.type === "hello") void hello(message);
    else if (message.type === "watch") {
      isVisible = message.visible;
      turnTo(message.watching);
    } else if (message.type === "call") void call(message);
    else if (connection.windowId !== undefined) void inbox?.taken(connection.windowId, message.ids);
  });
  port.onDisconnect.addListener(() => {
    isOpen = false;
    batch.clear();
    stopListening();
    leave?.();
  });
  return connection;
}

function isCall(name: string): name is keyof Background {
  return Object.hasOwn(BACKGROUND_CALLS, name);
}
